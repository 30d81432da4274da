package text

import (
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/letter"
)

// stampForms are how messengers write when and by whom a message was sent, in the texts that
// they copy and save: WhatsApp (with brackets, or with a dash behind), KakaoTalk, Telegram.
var stampForms = pattern.Later(`^\x{200e}?\[\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? [^\]]{4,20}\] ([^:]{1,40}): ` +
	`|^` + dashedTime + `([^:]{1,40}): ` +
	`|^\[([^\]]{1,40})\] \[(?:오전|오후) \d{1,2}:\d\d\] ` +
	`|^([^\[\]]{1,40}), \[\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?\]:?(?: |$)`)

const dashedTime = `\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d[^-–]{0,8} [-–] `

// programLines are what messengers write themselves between messages: WhatsApp, with a time
// and no sender, on encryption and on who joined; KakaoTalk whose conversation it is, when it
// was saved, and a stroke with the day.
var programLines = pattern.Later(`^` + dashedTime + `|님과 카카오톡 대화$|^저장한 날짜 : |^-{10,} \d{4}년 \d{1,2}월 \d{1,2}일 .{1,8} -{10,}$`)

// A message is one of a conversation.
type message struct {
	stamp, sender string
	line          int // above it
	text          string
}

// messages parts a text that begins with the stamp of a messenger; nil for any other. What the
// program wrote is a message that nobody sent.
func messages(s string) []message {
	var out []message
	var b strings.Builder
	n, sent := 0, false
	flush := func() {
		if len(out) > 0 {
			out[len(out)-1].text = b.String()
		}
		b.Reset()
	}
	for line := range strings.Lines(s) {
		bare := strings.TrimRight(line, "\n")
		if m := stampForms().FindStringSubmatch(bare); m != nil {
			flush()
			out = append(out, message{stamp: m[0], sender: strings.TrimSpace(strings.Join(m[1:], "")), line: n})
			line, sent = line[len(m[0]):], true
		} else if programLines().MatchString(bare) {
			flush()
			out = append(out, message{line: n})
		} else if len(out) == 0 && strings.TrimSpace(line) != "" {
			return nil
		}
		b.WriteString(line)
		n++
	}
	flush()
	if !sent {
		return nil
	}
	return out
}

// chat reads the article that somebody sent by a messenger: the messages of whoever wrote
// most are read as a mail, and those of others are letters, as are the stamps.
func chat(list []message) *draft.Article {
	sizes := map[string]int{}
	author := ""
	for _, m := range list {
		sizes[m.sender] += utf8.RuneCountInString(m.text)
		if sizes[m.sender] > sizes[author] {
			author = m.sender
		}
	}
	a := &draft.Article{Creator: author}
	for _, m := range list {
		stamp := m.stamp
		if m.sender != author {
			stamp += strings.Join(strings.Fields(m.text), " ")
		}
		a.Blocks = append(a.Blocks, draft.Block{Block: &book.Paragraph{Content: draft.Text(stamp), Pos: book.Pos{Line: m.line + 1, Col: 1}}, Role: draft.Letter})
		if m.sender != author {
			continue
		}
		lines := split(m.text)
		for i := range lines {
			lines[i].number += m.line
		}
		a.Blocks = append(a.Blocks, blocks(unwrap(lines))...)
	}
	a.Blocks, _ = letter.Strip(a.Blocks, letter.Header{From: author})
	return a
}
