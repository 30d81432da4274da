package inspect

import (
	"net/url"
	"strings"

	"octavo/book/markup/css"
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
func (s *session) sheet(path, text string, at Place) {
	sheet := css.Parse(text)
	s.calls(path, sheet.Calls, at)
	sheet.Each(func(r *css.Rule) {
		if r.Name == "import" && len(r.Prelude) > 0 {
			if value, ok := css.Unquote(r.Prelude[0]); ok {
				s.refs = append(s.refs, reference{from: path, value: value, at: at, use: true})
			}
		}
		s.pub.styleRule(path, r)
	})
}

// calls takes the addresses in url().
func (s *session) calls(path string, list []css.Call, at Place) {
	for _, c := range list {
		if c.Name == "url" {
			s.refs = append(s.refs, reference{from: path, value: c.Address, at: at, use: true, font: c.Within == "font-face"})
		}
	}
}
