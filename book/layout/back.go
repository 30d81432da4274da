package layout

import (
	"strconv"

	"octavo/book"
	"octavo/book/locale"
	"octavo/book/pagebreak"
)

func penaltyNever() (pagebreak.Kind, int32) { return pagebreak.Penalty, pagebreak.Never }

// contributors lists the authors by their sort form, with the pages of their
// articles. It is nil when nobody is named.
func (a *assembly) contributors() *bound {
	list := book.Authors(a.book)
	if len(list) == 0 {
		return nil
	}
	book.SortByFileAs(list)
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
	st := s.theme.Style("bio")
	for _, c := range list {
		b := a.of[c.Chapter]
		label := strconv.Itoa(b.start + 1 + b.out.figures[c.Figure])
		fr.elem = NewElement(s.elem, "P")
		fr.style = st
		lk := s.look(st, s.lang, fr.elem)
		s.block = c.Figure
		p := s.paragraph(st)
		p.plain(a.words.Format(locale.PageNumber, label)+" · ", lk)
		p.add(c.Figure.Credit, lk)
		s.put(s.linesOf(p, fr, 0), false)
	}
	return a.bindMatter(s, title)
}
