package text

import (
	"slices"
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

// pairedTime is the line below a name that Slack puts before each message; with the name it is
// its stamp. Tables of hours have no space before a time.
var pairedTime = pattern.Later(`^[ \x{00a0}]{1,4}\[?\d{1,2}:\d\d(?: ?[AaPp][Mm])?\]?\s*$`)

// threadLines are what Slack writes below a message that was answered: how often, and when last.
var threadLines = pattern.Later(`\n(\d{1,3} \pL{3,12}(?:\n[^\n]{1,60}\d{1,2}:\d\d[^\n]{0,24})?)\n*$`)

// programLines are what messengers write themselves between messages: WhatsApp, with a time
// and no sender, on encryption and on who joined; KakaoTalk whose conversation it is, when it
// was saved, and a stroke with the day.
var programLines = pattern.Later(`^` + dashedTime + `|님과 카카오톡 대화$|^저장한 날짜 : |^-{10,} \d{4}년 \d{1,2}월 \d{1,2}일 .{1,8} -{10,}$`)

// A message is one of a conversation.
type message struct {
	stamp, sender string
	line          int // above it
	text          string
	paired        bool // the stamp has two lines
}

// messages parts a text that begins with the stamp of a messenger; nil for any other. What the
// program wrote is a message that nobody sent.
func messages(s string) []message {
	var out []message
	var b strings.Builder
	sent := false
	flush := func() {
		if len(out) > 0 {
			out[len(out)-1].text = b.String()
		}
		b.Reset()
	}
	lines := slices.Collect(strings.Lines(s))
	for n := 0; n < len(lines); n++ {
		line := lines[n]
		bare := strings.TrimRight(line, "\n")
		if m := stampForms().FindStringSubmatch(bare); m != nil {
			flush()
			out = append(out, message{stamp: m[0], sender: strings.TrimSpace(strings.Join(m[1:], "")), line: n})
			line, sent = line[len(m[0]):], true
		} else if n+1 < len(lines) && isSlack(bare, lines[n+1]) {
			flush()
			out = append(out, message{stamp: bare + strings.TrimRight(lines[n+1], "\n"), sender: strings.TrimSpace(bare), line: n, paired: true})
			line, sent = "", true
			n++
		} else if programLines().MatchString(bare) {
			flush()
			out = append(out, message{line: n})
		} else if len(out) == 0 && strings.TrimSpace(line) != "" {
			return nil
		}
		b.WriteString(line)
	}
	flush()
	if !sent {
		return nil
	}
	return out
}

// isSlack reports whether two lines are the stamp of a message in Slack.
func isSlack(name, below string) bool {
	return len(name) > 0 && utf8.RuneCountInString(name) <= 40 && !strings.ContainsAny(name, ":[]") && pairedTime().MatchString(below)
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
	aside := func(words string, line int) {
		a.Blocks = append(a.Blocks, draft.Block{Block: &book.Paragraph{Content: draft.Text(words), Pos: book.Pos{Line: line + 1, Col: 1}}, Role: draft.Letter})
	}
	for _, m := range list {
		if m.sender != author {
			aside(strings.TrimSpace(m.stamp+" "+strings.Join(strings.Fields(m.text), " ")), m.line)
			continue
		}
		aside(m.stamp, m.line)
		thread := ""
		if m.paired {
			m.line += 2
			m.text, thread = withoutThread(m.text)
		}
		lines := split(m.text)
		for i := range lines {
			lines[i].number += m.line
		}
		a.Blocks = append(a.Blocks, blocks(unwrap(lines))...)
		if thread != "" {
			aside(thread, m.line+strings.Count(m.text, "\n")+1)
		}
	}
	a.Blocks, _ = letter.Strip(a.Blocks, letter.Header{From: author})
	return a
}

// withoutThread parts what Slack writes below a message from the message.
func withoutThread(s string) (text, thread string) {
	at := threadLines().FindStringSubmatchIndex(s)
	if at == nil {
		return s, ""
	}
	return s[:at[0]], strings.Join(strings.Fields(s[at[2]:at[3]]), " ")
}
