package layout

import (
	"strconv"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/theme"
)

// A note is a footnote of a section.
type note struct {
	src    *book.Note
	dest   *Dest
	first  *call // the first one that was drawn
	strips []*strip
}

// callNote returns the note that is called, nil when the manuscript lacks it.
func (s *section) callNote(ref *book.NoteRef) *note {
	if ref.Note == nil {
		return nil
	}
	n := s.noteOf[ref.Note]
	if n == nil {
		n = &note{src: ref.Note, dest: &Dest{}}
		s.noteOf[ref.Note] = n
	}
	return n
}

// setNotes sets the notes that were called. A note that calls another has it
// at the end of the section.
func (s *section) setNotes() {
	main, called := s.flow, len(s.notes)
	for i := 0; i < len(s.notes); i++ {
		s.setNote(s.notes[i])
	}
	s.flow = main
	extra := int32(len(s.notes) - called)
	for i := len(main.entries) - 1; i >= 0 && extra+main.carry > 0; i-- {
		if it := &main.entries[i].item; it.Kind == pagebreak.Box {
			it.Notes += extra + main.carry
			main.carry = 0
			break
		}
	}
}

func (s *section) setNote(n *note) {
	s.flow = newFlow(0)
	st := s.theme.Style(theme.Footnote)
	elem := NewElement(s.elem, "Note")
	elem.Pos = n.src.Pos
	elem.ID = "note-" + s.id + "-" + strconv.Itoa(n.src.Number)
	n.dest.Elem = elem
	lang := s.lang
	if n.src.Lang != "" && n.src.Lang != lang {
		elem.Lang, s.lang = n.src.Lang, n.src.Lang
	}
	lbl := NewElement(NewElement(elem, "Lbl"), "Link")
	// A number of more digits than the style has room for takes its own room.
	left := max(st.Left, s.noteNumber(n, st).width+st.Size/4)
	s.blocks(n.src.Blocks, frame{left: left, elem: elem, style: st, flush: true, depth: 1})
	s.lang = lang
	n.strips = s.strips()
	if len(n.strips) == 0 {
		n.strips = []*strip{{height: st.Leading}}
	}
	s.labelNote(n, lbl)
}

// labelNote puts the number before a note. It leads back to the call.
func (s *section) labelNote(n *note, lbl *Element) {
	st := s.theme.Style(theme.Footnote)
	w := s.noteNumber(n, st)
	top := n.strips[0]
	top.items = append([]Item{labelText(w, 0, s.baseline(st), st, lbl)}, top.items...)
	top.dests = append(top.dests, destAt{n.dest, 0})
	if n.first != nil {
		top.links = append(top.links, LinkArea{
			W: max(w.width, st.Size), H: st.Leading, Elem: lbl, Dest: n.first.dest,
			Contents: s.words.Back(s.words.Number(n.src.Number)),
		})
	}
}

// noteNumber returns the number that stands before a note.
func (s *section) noteNumber(n *note, st *theme.Style) *word {
	key := s.styleKey(st, s.lang)
	key.oldStyle, key.tabular = false, true
	return s.word(s.font(key), locale.Number(s.lang, n.src.Number))
}

// noteList returns the notes in the terms of package pagebreak.
func (s *section) noteList() []pagebreak.Note {
	out := make([]pagebreak.Note, len(s.notes))
	for i, n := range s.notes {
		out[i].Lines = make([]unit.Length, len(n.strips))
		for k, st := range n.strips {
			out[i].Lines[k] = st.height
		}
	}
	return out
}
