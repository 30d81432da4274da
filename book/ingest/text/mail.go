package text

import (
	"strings"
	"sync"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/language/langdata"
)

// fieldsOfMail are the words that mail programs print above a mail, in all languages,
// in lower case.
type fieldsOfMail struct {
	subject, sender, others, replies map[string]bool
	forwarded                        []string // begin the line above a mail that is passed on
}

var mail = sync.OnceValue(func() fieldsOfMail {
	m := fieldsOfMail{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, nil}
	add := func(set map[string]bool, words []string) {
		for _, w := range words {
			set[w] = true
		}
	}
	for _, d := range langdata.All() {
		add(m.subject, d.Mail.Subject)
		add(m.sender, d.Mail.Sender)
		add(m.others, d.Mail.Fields)
		add(m.replies, d.Mail.Replies)
		m.forwarded = append(m.forwarded, d.Mail.Forwarded...)
	}
	return m
})

// A letter is what stands around the text of a mail.
type letter struct {
	subject, sender string
	around          []line // what was left out
}

// unquote removes the marks of quotation when nearly all lines have them: the article is
// the quoted text then. Eight levels are removed at most, and beside eight lines with a
// mark there may be one without, such as "On Monday she wrote:"; both by eye.
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
	for range 8 { // a mail may have been passed on several times
		at, n := fields(lines)
		if n == 0 || len(lines)-at-n < at {
			break // the part above the fields is the longer one
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
// says so, and how many lines they are; 0 when there are none in the upper part. Three
// fields are asked for, by eye: a line such as "From: ..." alone may be of the text.
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
	for _, f := range mail().forwarded {
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
	if m := mail(); !ok || !m.subject[name] && !m.sender[name] && !m.others[name] {
		return "", ""
	}
	return name, strings.Trim(value, " *\u00a0")
}

func (m *letter) field(s string) {
	switch name, value := field(s); {
	case mail().subject[name]:
		m.subject = Topic(value)
	case mail().sender[name]:
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
		if !ok || utf8.RuneCountInString(mark) > 4 || !mail().replies[strings.ToLower(strings.TrimSpace(mark))] {
			return s
		}
		s = strings.TrimSpace(rest)
	}
}

// signed returns where the signature begins, 0 when there is none.
func signed(lines []line) int {
	const longest = 10 // lines; RFC 1855, section 2.1.1, asks for four
	for i := len(lines) - 1; i > 0 && i >= len(lines)-longest; i-- {
		if t := lines[i].text; t == "--" || t == "__" {
			return i
		}
	}
	return 0
}

// blocks returns the lines around the article as furniture.
func (m letter) blocks() []draft.Block {
	var out []draft.Block
	for _, l := range m.around {
		out = append(out, draft.Block{Block: &book.Paragraph{Content: draft.Text(l.text)}, Role: draft.Furniture})
	}
	return out
}
