package layout

import (
	"strconv"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/typeset/pagebreak"
)

func penaltyNever() (pagebreak.Kind, int32) { return pagebreak.Penalty, pagebreak.Never }

// contributors lists those who made the book by their sort form, with the pages of their
// articles. It is nil when nobody is named.
func (a *assembly) contributors() *bound {
	list := book.Introduced(a.book)
	if len(list) == 0 {
		return nil
	}
	book.SortByFileAs(list, locale.NewCollation(a.book.Language).Compare)
	s, fr := a.matter(Contributors)
	title := a.words.Word(locale.Contributors)
	s.matterTitle(title, fr)
	bio := s.theme.Style("bio")
	for _, c := range list {
		s.person = c.Person
		s.ownLine("contributor", "P", c.Person.Name, fr)
		if len(c.Person.Bio) > 0 {
			bf := fr
			bf.elem = NewElement(fr.elem, "P")
			s.put(s.text(c.Person.Bio, bio, bf, 0), false)
		}
		s.keep()
		s.articles(c, fr)
		s.cost = 0
		s.space(s.geo.Baseline / 2)
	}
	return a.bindMatter(s, title)
}

// articles lists what a contributor wrote, with the pages.
func (s *section) articles(c book.Contribution, fr frame) {
	for _, ch := range c.Chapters {
		line := []book.Inline{
			&book.Link{Chapter: ch, Title: book.PlainText(ch.Title), Content: []book.Inline{
				&book.Styled{Style: book.Emphasis, Content: s.titleOf(ch)},
			}},
			&book.Text{Value: ", " + strconv.Itoa(s.pageOf(ch))},
		}
		s.line("bio", "P", line, fr)
		s.cost = 0
	}
}

// credits lists whom the pictures are from, with their pages.
func (a *assembly) credits() *bound {
	list := book.Credits(a.book)
	if len(list) == 0 {
		return nil
	}
	s, fr := a.matter(Credits)
	title := a.words.Word(locale.PictureCredits)
	s.matterTitle(title, fr)
	all := NewElement(s.elem, "L")
	all.Numbering = "None"
	for _, c := range list {
		if to := a.of[c.Chapter].out.figures[c.Figure]; to != nil {
			a.credit(s, c, NewElement(all, "LI"), to)
		}
	}
	return a.bindMatter(s, title)
}

// creditColumn is the width of the column of page numbers, in ems.
const creditColumn = 3

// credit sets the page of a picture, what it shows and whom it is from.
func (a *assembly) credit(s *section, c book.Credit, item *Element, to *Dest) {
	st := s.theme.Style("bio")
	left := creditColumn * st.Size
	fr := frame{left: left, elem: NewElement(NewElement(item, "LBody"), "P"), style: st}
	lk := s.look(st, s.lang, fr.elem)
	s.block = c.Figure
	p := s.paragraph(st)
	if text := book.CreditCaption(c.Figure); text != "" {
		p.add([]book.Inline{&book.Span{Lang: c.Chapter.Lang, Content: []book.Inline{&book.Text{Value: text}}}}, lk)
	} else {
		p.add([]book.Inline{&book.Styled{Style: book.Emphasis, Content: s.titleOf(c.Chapter)}}, lk)
	}
	p.plain(" · ", lk)
	p.add(c.Figure.Credit, s.look(s.theme.Style("credit"), s.lang, fr.elem))
	lines := s.linesOf(p, fr, 0)
	if len(lines) == 0 {
		return
	}
	label := a.pageOfDest(c.Chapter, to)
	l := &link{elem: NewElement(NewElement(item, "Lbl"), "Link"), dest: to, contents: a.words.Format(locale.PageNumber, label)}
	num := s.artifact(label, st, s.baseline(st), s.lang)
	num.Elem = l.elem
	num.Words[len(num.Words)-1].Space = true
	lines[0].items = append([]Item{num}, lines[0].items...)
	lines[0].links = append(lines[0].links, LinkArea{
		W: max(textWidth(num), st.Size), H: lines[0].height, Elem: l.elem, Contents: l.contents, Dest: to,
	})
	s.putKept(lines, false)
	s.space(s.geo.Baseline / 8)
	s.cost = 0
}

// pageOfDest returns the number of the page of a place in a chapter, before the
// chapter is bound.
func (a *assembly) pageOfDest(c *book.Chapter, to *Dest) string {
	return strconv.Itoa(a.of[c].start + 1 + to.Page)
}
