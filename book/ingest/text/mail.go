package text

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// subject, sender and others are the fields that mail programs print above a
// mail, in the languages of package parts, in lower case.
var (
	subject = set("subject", "betreff", "objet", "asunto", "主题", "主題", "件名", "제목")
	sender  = set("from", "von", "de", "发件人", "寄件者", "寄件人", "差出人", "送信者", "보낸사람", "보낸 사람")
	others  = set("sent", "date", "to", "cc", "bcc", "reply-to", "attachments", "attachment", "importance", "sent at",
		"gesendet", "datum", "an", "antwort an", "anlagen", "anhänge", "envoyé", "date", "à", "répondre à", "pièces jointes", "enviado", "fecha", "para", "adjuntos",
		"发送时间", "日期", "收件人", "抄送", "附件", "寄件日期", "收件者", "副本", "送信日時", "日時", "日付", "宛先", "添付ファイル", "보낸날짜", "보낸 날짜", "날짜", "받는사람", "받는 사람", "참조", "첨부")
	// forwarded are the words of the line above a mail that is passed on.
	forwarded = []string{"forwarded message", "original message", "begin forwarded message", "weitergeleitete nachricht", "ursprüngliche nachricht", "anfang der weitergeleiteten", "message transféré", "message d'origine",
		"mensaje reenviado", "mensaje original", "转发的邮件", "转发邮件", "原始邮件", "轉寄的郵件", "轉寄郵件", "原始郵件", "転送メッセージ", "転送されたメッセージ", "元のメッセージ", "전달된 메시지", "전달된 메일", "원본 메시지", "원본 메일"}
)

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// A letter is what a mail has around its text.
type letter struct {
	subject, sender string
	around          []line // what was left out
}

// unquote removes the marks of quotation when nearly all lines have them: then
// the article is what is quoted.
func unquote(s string) string {
	for range 8 {
		quoted, other := 0, 0
		for l := range strings.Lines(s) {
			switch t := strings.TrimSpace(l); {
			case strings.HasPrefix(t, ">"):
				quoted++
			case t != "":
				other++
			}
		}
		if quoted < 4 || other*8 > quoted {
			return s
		}
		var b strings.Builder
		for l := range strings.Lines(s) {
			t := strings.TrimLeft(l, " ")
			if rest, ok := strings.CutPrefix(t, ">"); ok {
				l = strings.TrimPrefix(rest, " ")
			}
			b.WriteString(l)
		}
		s = b.String()
	}
	return s
}

// envelope takes what a mail has around an article off the lines: the fields
// above it, with the note of whoever passed it on, and the signature that
// "-- " begins.
func envelope(lines []line) ([]line, letter) {
	var m letter
	for range 8 {
		at, n := fields(lines)
		if n == 0 || len(lines)-at-n < at {
			break // what is above is the longer part
		}
		for _, l := range lines[at : at+n] {
			m.field(l.text)
		}
		m.around = append(m.around, lines[:at+n]...)
		lines = lines[at+n:]
		lines[0].tight = false
	}
	if at := signed(lines); len(m.around) > 0 && at > 0 {
		m.around = append(m.around, lines[at:]...)
		lines = lines[:at]
	}
	return lines, m
}

// fields returns where the fields of a mail begin, with the line above them that
// says so, and how many lines they are; 0 when there are none in the upper part.
func fields(lines []line) (at, n int) {
	const leastFields, lookFor = 3, 60
	for i := 0; i < len(lines) && i < lookFor; i++ {
		k := i
		if isForwarded(lines[i].text) {
			k++
		}
		first, known := k, 0
		for k < len(lines) && k-first < 12 {
			name, _ := field(lines[k].text)
			if name == "" && !(k > first && lines[k].indent && lines[k].tight) {
				break
			}
			if name != "" {
				known++
			}
			k++
		}
		if (i == 0 || first > i || !lines[i].tight) && known >= leastFields && k < len(lines) {
			return i, k - i
		}
	}
	return 0, 0
}

func isForwarded(s string) bool {
	low := strings.ToLower(strings.ReplaceAll(strings.Trim(s, " -—–_*=>:"), "’", "'"))
	for _, f := range forwarded {
		if strings.HasPrefix(low, f) && len(low) < len(f)+40 {
			return true
		}
	}
	return false
}

// field parts a line of the header of a mail; name is "" for any other.
func field(s string) (name, value string) {
	s = strings.ReplaceAll(strings.Trim(s, "*"), "：", ":")
	name, value, ok := strings.Cut(s, ":")
	name = strings.ToLower(strings.Trim(name, " *\u00a0"))
	if !ok || !subject[name] && !sender[name] && !others[name] {
		return "", ""
	}
	return name, strings.Trim(value, " *\u00a0")
}

func (m *letter) field(s string) {
	switch name, value := field(s); {
	case subject[name]:
		m.subject = Topic(value)
	case sender[name]:
		m.sender = Sender(value)
	}
}

// Sender is the name in the field of whoever sent a mail.
func Sender(s string) string {
	name, _, _ := strings.Cut(s, "<")
	return strings.Trim(name, " \"'")
}

// Topic is the subject of a mail without the marks of replies.
func Topic(s string) string {
	for {
		mark, rest, ok := strings.Cut(s, ":")
		if !ok || len(mark) > 4 || !replies[strings.ToLower(strings.TrimSpace(mark))] {
			return s
		}
		s = strings.TrimSpace(rest)
	}
}

var replies = set("re", "aw", "fw", "fwd", "wg", "tr", "rv", "sv", "回复", "转发", "答复")

// signed returns where the signature begins, 0 when there is none.
func signed(lines []line) int {
	const longest = 10
	for i := len(lines) - 1; i > 0 && i >= len(lines)-longest; i-- {
		if t := lines[i].text; t == "--" || t == "__" {
			return i
		}
	}
	return 0
}

// blocks returns what was around the article as furniture.
func (m letter) blocks() []draft.Block {
	var out []draft.Block
	for _, l := range m.around {
		out = append(out, draft.Block{Block: &book.Paragraph{Content: draft.Text(l.text)}, Role: draft.Furniture})
	}
	return out
}
