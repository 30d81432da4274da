package inspect

import (
	"net/url"
	"strings"
)

// A reference is an address that a document or style sheet holds.
type reference struct {
	from, value string
	at          Place
	use         bool // the document is shown with it; a hyperlink is not
	remoteOK    bool // audio and video may lie elsewhere
	font        bool // of a style sheet, which may lie elsewhere too
}

// links follows every reference.
func (s *session) links() {
	for _, r := range s.refs {
		s.follow(r)
	}
	s.refs = nil
}

func (s *session) follow(r reference) {
	value := strings.TrimSpace(r.value)
	u, err := url.Parse(value)
	switch {
	case err != nil:
		s.add(epubLink, r.from, r.at, "%q is no address", clip(value))
	case u.Scheme != "" || u.Host != "":
		s.remote(r, u)
	default:
		t, ok := s.target(r.from, value)
		if !ok {
			s.add(epubLeak, r.from, r.at, "%q leads out of the archive", clip(value))
			return
		}
		s.local(r, t)
	}
}

// remote judges a reference with a scheme.
func (s *session) remote(r reference, u *url.URL) {
	if !r.use || u.Scheme == "data" {
		return
	}
	if !r.remoteOK && !r.font {
		s.add(epubRemote, r.from, r.at, "the document is shown with %q, which is not in the book", clip(r.value))
	}
}

// local judges a reference to an entry.
func (s *session) local(r reference, t Target) {
	it := s.at[t.Path]
	switch {
	case s.arc.byName[t.Path] == nil && bareHost(r.value):
		s.add(epubLinkScheme, r.from, r.at, "%q is taken for a file: put https:// before it", clip(r.value))
	case s.arc.byName[t.Path] == nil:
		s.add(epubLink, r.from, r.at, "%q is not in the book", clip(t.Path))
	case it == nil && t.Path != s.pub.Package:
		s.add(epubLinkUndeclared, r.from, r.at, "%q is not in the manifest", clip(t.Path))
	case t.Fragment != "":
		d := s.pub.documents[t.Path]
		if d == nil || strings.ContainsAny(t.Fragment, "()=") {
			return // a place in something else, or a CFI or media fragment
		}
		if _, ok := d.IDs[t.Fragment]; !ok {
			s.add(epubFragment, r.from, r.at, "%q has no element with the id %q", clip(t.Path), clip(t.Fragment))
		}
	}
}

// bareHost reports whether an address looks like a host without a scheme.
func bareHost(s string) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(s)), "www.")
}

// sheet takes the references and the rules of a style sheet.
func (s *session) sheet(it *Item, text string) {
	s.cssRefs(it.Path, text, Place{})
	s.pub.styleRules(it.Path, text)
}

func (f *facts) urls(text string, at Place) { f.cssRefs(f.item.Path, text, at) }

// cssRefs takes the addresses in url() and @import.
func (s *session) cssRefs(from, text string, at Place) {
	for _, ref := range cssURLs(text) {
		s.refs = append(s.refs, reference{from: from, value: ref.value, at: at, use: true, font: ref.font})
	}
}

type cssURL struct {
	value string
	font  bool // within @font-face
}

// cssURLs returns the addresses of a style sheet. It reads as much of CSS as
// this needs: comments, strings, blocks and url().
func cssURLs(text string) []cssURL {
	text = stripComments(text)
	var list []cssURL
	face := 0 // the end of the @font-face block at hand
	for i := 0; i < len(text); {
		switch rest := text[i:]; {
		case hasFold(rest, "@font-face"):
			end := strings.IndexByte(rest, '}')
			if end < 0 {
				end = len(rest)
			}
			face = i + end
			i += len("@font-face")
		case hasFold(rest, "url("):
			value, n := cssAddress(rest[len("url("):], ')')
			list = append(list, cssURL{value, i < face})
			i += len("url(") + n
		case hasFold(rest, "@import"):
			i += len("@import")
			trimmed := strings.TrimLeft(text[i:], " \t\r\n\f")
			if trimmed != "" && (trimmed[0] == '"' || trimmed[0] == '\'') {
				value, n := cssAddress(trimmed, ';')
				list = append(list, cssURL{value, false})
				i = len(text) - len(trimmed) + n
			}
		case rest[0] == '"' || rest[0] == '\'':
			_, n := cssAddress(rest, rest[0])
			i += max(n, 1)
		default:
			i++
		}
	}
	return list
}

// cssAddress reads an address, quoted or up to the end byte, and returns it
// with the number of bytes that it takes.
func cssAddress(s string, end byte) (string, int) {
	trimmed := strings.TrimLeft(s, " \t\r\n\f")
	skip := len(s) - len(trimmed)
	if trimmed != "" && (trimmed[0] == '"' || trimmed[0] == '\'') {
		if i := strings.IndexByte(trimmed[1:], trimmed[0]); i >= 0 {
			return trimmed[1 : 1+i], skip + i + 2
		}
		return trimmed[1:], len(s)
	}
	if i := strings.IndexByte(trimmed, end); i >= 0 {
		return strings.TrimSpace(trimmed[:i]), skip + i
	}
	return strings.TrimSpace(trimmed), len(s)
}

func stripComments(s string) string {
	if !strings.Contains(s, "/*") {
		return s
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteByte(' ')
		_, s, _ = strings.Cut(after, "*/")
	}
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
