package layout

import (
	"octavo/book"
	"octavo/book/language/locale"
)

// speak makes the language and the direction of a division those of the text at hand, until
// restore is called. Blocks that run against the direction of what is around them are turned to
// the other side: the labels of lists, the indents and the columns of tables, too.
//
// The blocks are set as in a section of their direction, whose pages are turned as a whole.
// Here the pages are not, so that the flow turns each strip.
func (s *section) speak(b *book.Division) (restore func()) {
	lang, dir, rtl, against := s.lang, s.dir, s.rtl, s.Against
	if b.Lang != "" {
		s.lang, s.dir = b.Lang, book.DirInherit
	}
	if b.Dir != book.DirInherit {
		s.dir = b.Dir
	}
	switch {
	case s.dir == book.DirLTR, s.dir == book.DirRTL:
		s.rtl = s.dir == book.DirRTL
	case b.Lang != "":
		s.rtl = locale.RightToLeft(s.lang)
	}
	if s.rtl != rtl {
		s.Against = s.geo.Measure - against
	}
	return func() { s.lang, s.dir, s.rtl, s.Against = lang, dir, rtl, against }
}
