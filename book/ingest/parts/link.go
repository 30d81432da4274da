package parts

import (
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// linked makes links of the addresses in texts that are not in links.
func linked(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		switch v := in.(type) {
		case *book.Text:
			out = append(out, addresses(v)...)
			continue
		case *book.Styled:
			v.Content = linked(v.Content)
		case *book.Span:
			v.Content = linked(v.Content)
		case *book.Ruby:
			v.Content = linked(v.Content)
		}
		out = append(out, in)
	}
	return out
}

// addresses parts a text at the web and mail addresses in it.
func addresses(t *book.Text) []book.Inline {
	var out []book.Inline
	s := t.Value
	at, web := 0, -1 // what is done, and the next web address if it has been searched
	for {
		if web < at {
			web = nextWeb(s, at)
		}
		from, to, url := web, web, ""
		if i, j, ok := findMail(s[at:web]); ok {
			from, to, url = at+i, at+j, "mailto:"+s[at+i:at+j]
		} else if web < len(s) {
			to = web + webLength(s[web:])
			url = s[from:to]
		}
		if url == "" {
			break
		}
		if from > at {
			out = append(out, &book.Text{Value: s[at:from], Pos: t.Pos})
		}
		out = append(out, &book.Link{URL: url, Content: draft.Text(s[from:to]), Pos: t.Pos})
		at = to
	}
	if at < len(s) {
		out = append(out, &book.Text{Value: s[at:], Pos: t.Pos})
	}
	return out
}

// nextWeb returns where the next web address in s is, from at on; the length
// of s when there is none.
func nextWeb(s string, at int) int {
	for at < len(s) {
		i := strings.Index(s[at:], "://")
		if i < 0 {
			return len(s)
		}
		for _, scheme := range []string{"https", "http"} {
			start := at + i - len(scheme)
			if start >= at && s[start:at+i] == scheme && webLength(s[start:]) > len(scheme)+len("://") {
				return start
			}
		}
		at += i + len("://")
	}
	return len(s)
}

// webLength returns the length of the web address that s begins with.
func webLength(s string) int {
	scheme := strings.Index(s, "://") + len("://")
	return scheme + addressLength(s[scheme:])
}

// addressLength returns the length of the rest of a web address.
func addressLength(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if r <= ' ' || r >= utf8.RuneSelf || strings.ContainsRune("<>\"'`{}|\\^[]()", r) {
			break
		}
		n += size
	}
	return len(strings.TrimRight(s[:n], "?!.,:;*_~&"))
}
