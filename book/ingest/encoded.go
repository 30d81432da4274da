package ingest

import (
	"bytes"
	"cmp"
	"errors"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/charset"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/mhtml"
)

// A decoding is a text of a mail or of a page saved as one file, as it was before it was
// encoded for its way.
type decoding struct {
	draft.Words
	warnings []book.Diagnostic
	cut      bool // the rest is damaged, and left out
}

func opened(name string, t *mhtml.Text) (decoding, error) {
	set := t.Charset
	if t.HTML {
		set = cmp.Or(set, label(t.Data))
	}
	data, whole := sound(t.Data, set)
	if data == nil {
		return decoding{}, errors.New("the text is damaged, and cannot be decoded: ask for it anew, or copy it from the mail program into a text file")
	}
	s, warnings, err := decode(name, data, set)
	if err != nil {
		return decoding{}, err
	}
	if !whole {
		warnings = append(warnings, rule.ImportLeftOut.At(book.Pos{}, "ask for the mail anew, and take the rest from there", "the text is damaged behind %q, and left out from there", lastWords(s)))
	}
	return decoding{draft.Words{Text: s, Page: t.HTML, Starts: spread(data, s, t.Starts)}, warnings, !whole}, nil
}

// lastWords returns the end of a text, of a page without its tags.
func lastWords(s string) string {
	const most = 40 // bytes; by eye: six words
	s = s[max(0, len(s)-4*most):]
	var words strings.Builder
	from := 0
	for tag, end := range tags(s) {
		words.WriteString(s[from:tag] + " ")
		from = end
	}
	s = strings.Join(strings.Fields(words.String()+s[from:]), " ")
	at := max(0, len(s)-most)
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return strings.ToValidUTF8(s[at:], "")
}

// The numbers that tell damage from a stray byte are by eye. Bytes at random have a control
// character among ten; text has none, and damaged text one in a line.
const (
	faultsNear = 6   // in so many bytes as is near
	near       = 200 // bytes
	leastSound = 80  // bytes: a line of text
)

// sound returns the part of a text above bytes that are no text in any encoding, or not in
// the one that is stated, and whether that is all of it; nil when it is too short to be one.
func sound(data []byte, set string) (kept []byte, whole bool) {
	at := damaged(data, strings.EqualFold(set, "utf-8") && beginsInUnicode(data))
	if at < 0 || strings.HasPrefix(charset.Decode(data, set).Name, "utf-16") {
		return data, true
	}
	kept = data[:at]
	if i := bytes.LastIndexAny(kept, " \n"); i >= 0 && at-i < leastSound {
		kept = kept[:i+1]
	}
	if len(bytes.TrimSpace(kept)) < leastSound {
		return nil, false
	}
	return kept, false
}

// beginsInUnicode reports whether the first character of a text that is not ASCII is in UTF-8:
// it is not where only the statement of the encoding is wrong.
func beginsInUnicode(data []byte) bool {
	i := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
	if i < 0 {
		return true
	}
	r, size := utf8.DecodeRune(data[i:])
	return r != utf8.RuneError || size > 1
}

// damaged returns where bytes begin that are no text, -1 for nowhere.
func damaged(data []byte, unicode bool) int {
	var faults [faultsNear]int // the places of the last faults, in turn
	n := 0
	for i := 0; i < len(data); {
		size, fault := 1, isControl(data[i])
		if unicode && data[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRune(data[i:])
			fault = r == utf8.RuneError && size == 1
		}
		if fault {
			faults[n%faultsNear] = i
			n++
			if first := faults[n%faultsNear]; n >= faultsNear && i-first < near {
				return first
			}
		}
		i += size
	}
	return -1
}

// isControl reports whether a byte is of no text in an encoding of 8 bits: a control
// character that neither ends a line nor shifts to another set.
func isControl(c byte) bool {
	switch c {
	case '\t', '\n', '\v', '\f', '\r', 0x0e, 0x0f, 0x1b:
		return false
	}
	return c < ' ' || c == 0x7f
}

// spread returns places of bytes as those of the text that they are in another encoding. In
// a line a character that is not ASCII counts for as many bytes as all of them have there.
func spread(data []byte, text string, starts []draft.Start) []draft.Start {
	if string(data) == text {
		return starts
	}
	out := make([]draft.Start, 0, len(starts))
	for at, from := 0, 0; len(starts) > 0; {
		line, size := upToEnd(text[from:]), lineEnd(data[at:])
		n := 0 // starts within the line
		for n < len(starts) && (starts[n].At < at+size || size == 0 || line == "") {
			n++
		}
		out = append(out, spreadLine(line, size, starts[:n], at, from)...)
		starts, at, from = starts[n:], at+size, from+len(line)
	}
	return out
}

// upToEnd returns the first line of s with its end.
func upToEnd(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i+1]
	}
	return s
}

// lineEnd returns where the first line of data ends.
func lineEnd(data []byte) int {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1
	}
	return len(data)
}

// spreadLine is [spread] for a line of so many bytes, which begins at a place in the bytes
// and at another in the text.
func spreadLine(line string, size int, starts []draft.Start, at, from int) []draft.Start {
	ascii, others := 0, 0
	for _, r := range line {
		if r < utf8.RuneSelf {
			ascii++
		} else {
			others++
		}
	}
	unit := max(1, others) // a byte, so that a share of bytes is a whole number
	out := make([]draft.Start, 0, len(starts))
	gone, end := 0, 0 // units passed, and bytes of text
	for _, s := range starts {
		for end < len(line) && gone < (s.At-at)*unit {
			r, n := utf8.DecodeRuneInString(line[end:])
			if r < utf8.RuneSelf {
				gone += unit
			} else {
				gone += max(0, size-ascii)
			}
			end += n
		}
		out = append(out, draft.Start{At: from + end, Line: s.Line})
	}
	return out
}
