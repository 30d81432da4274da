package layout

import (
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
)

// imprint sets the page of rights and facts, which stands at the foot of the
// back of the title page.
func (a *assembly) imprint() *bound {
	s, fr := a.matter(Imprint)
	s.flow = newFlow(0)
	gap := s.theme.Style("imprint").Leading / 2
	para := func(lines ...string) {
		for _, l := range lines {
			s.ownLine("imprint", "P", l, fr)
			s.cost = 0
		}
		s.space(gap)
	}
	b := a.book
	para(a.edition()...)
	para(b.Rights)
	if isbn, ok := strings.CutPrefix(b.Identifier, "urn:isbn:"); ok {
		para(a.words.Format(locale.ISBN, isbn))
	}
	para(b.Description)
	a.firstPublished(s, fr)
	para(a.colophon()...)
	a.sink(s)
	out := a.bindMatter(s, "")
	out.bare, out.turn = true, true
	return out
}

// edition says what book this is and who published it when.
func (a *assembly) edition() []string {
	b := a.book
	title := b.Title
	if b.Subtitle != "" {
		title += ": " + b.Subtitle
	}
	lines := []string{title}
	var facts []string
	for _, f := range []string{b.Publisher, b.Place, a.words.Date(b.Date)} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	return append(lines, strings.Join(facts, ", "))
}

// firstPublished lists where and when the articles first appeared.
func (a *assembly) firstPublished(s *section, fr frame) {
	style := "imprint"
	opened := false
	for _, c := range a.book.Chapters() {
		if c.Date.IsZero() && c.Source.Name == "" {
			continue
		}
		if !opened {
			s.ownLine(style, "P", a.words.Word(locale.FirstPublished), fr)
			opened = true
		}
		line := []book.Inline{&book.Styled{Style: book.Emphasis, Content: a.titleOf(c)}}
		if c.Source.Name != "" {
			line = append(line, &book.Text{Value: ", "}, sourceLink(c.Source))
		}
		if !c.Date.IsZero() {
			line = append(line, &book.Text{Value: ", " + a.words.Date(c.Date)})
		}
		s.line(style, "P", line, fr)
		s.cost = 0
	}
	s.space(s.theme.Style(style).Leading / 2)
}

// colophon names the faces and the tool.
func (a *assembly) colophon() []string {
	f := a.theme.Fonts
	faces := []string{f.Serif}
	for _, name := range []string{f.Sans, f.Mono} {
		if name != faces[len(faces)-1] {
			faces = append(faces, name)
		}
	}
	lines := []string{a.words.Format(locale.SetIn, a.words.Join(faces))}
	if a.opt.Generator != "" {
		lines = append(lines, a.words.Format(locale.MadeWith, a.opt.Generator))
	}
	return lines
}

// sink moves what is shorter than a page to its foot.
func (a *assembly) sink(s *section) {
	var used unit.Length
	for i := range s.entries {
		used += s.entries[i].item.Height
	}
	if free := a.geo.Depth() - used; free > 0 && len(s.entries) > 0 {
		top := s.entries
		s.entries = append([]entry{}, entry{strip: &strip{height: free}}, entry{})
		s.entries[0].item.Height = free
		s.entries[1].item.Kind, s.entries[1].item.Cost = penaltyNever()
		s.entries = append(s.entries, top...)
	}
}
