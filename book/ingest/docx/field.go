package docx

import (
	"octavo/book/ingest/draft"
	"strings"

	"octavo/book"
	"octavo/book/source/rawhtml"
)

// A field is text that Word has made of a code, such as HYPERLINK "address".
type field struct {
	code   string
	before []book.Inline // what stood in the paragraph before its text
	shown  bool          // its text has begun
}

// field takes the begin, the separator or the end of a field in. out is what the
// paragraph has so far; the list returned takes its place.
func (r *runs) field(mark string, out []book.Inline) []book.Inline {
	if mark == "begin" {
		r.fields = append(r.fields, &field{})
		return out
	}
	n := len(r.fields)
	if n == 0 {
		return out
	}
	f := r.fields[n-1]
	switch {
	case mark == "separate" && !f.shown:
		f.before, f.shown = out, true
		return nil
	case mark == "end":
		r.fields = r.fields[:n-1]
		if f.shown {
			return draft.Join(f.before, r.fieldOf(f.code, out)...)
		}
	}
	return out
}

// fieldOf returns the text of a field, in a link when its code says where to.
func (r *runs) fieldOf(code string, content []book.Inline) []book.Inline {
	rest, ok := strings.CutPrefix(strings.TrimSpace(code), "HYPERLINK ")
	if !ok || r.inLink || len(content) == 0 {
		return content
	}
	_, rest, ok = strings.Cut(rest, `"`)
	url, _, closed := strings.Cut(rest, `"`)
	if address, good := rawhtml.Address(url); ok && closed && good && strings.Contains(address, ":") {
		return []book.Inline{&book.Link{URL: address, Content: content}}
	}
	return content
}
