package layout

import (
	"strconv"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// Note returns the note that is called, nil when the manuscript lacks it.
func (s *section) Note(ref *book.NoteRef) *flow.Note {
	if ref.Note == nil {
		return nil
	}
	n := s.noteOf[ref.Note]
	if n == nil {
		n = &flow.Note{Of: ref.Note, Dest: &document.Dest{}}
		s.noteOf[ref.Note] = n
	}
	return n
}

// setNotes sets the notes that were called. A note that calls another has it
// at the end of the section.
func (s *section) setNotes() {
	for i := 0; i < len(s.Calls()); i++ {
		s.setNote(s.Calls()[i])
	}
}

// setNote sets the note of a call in a branch of the flow.
func (s *section) setNote(c flow.Call) {
	n, src := c.Note, c.Note.Of.(*book.Note)
	st := s.theme.Style(theme.Footnote)
	elem := document.NewElement(s.elem, "Note")
	elem.Pos = src.Pos
	elem.ID = "note-" + s.id + "-" + strconv.Itoa(src.Number)
	n.Dest.Elem = elem
	t := *s
	t.Flow, t.opening = s.Branch(), false
	if src.Lang != "" && src.Lang != s.lang {
		elem.Lang, t.lang = src.Lang, src.Lang
	}
	lbl := document.NewElement(document.NewElement(elem, "Lbl"), "Link")
	// A number of more digits than the style has room for takes its own room.
	left := max(st.Left, t.noteNumber(src, st).Width+st.Size/4)
	t.blocks(src.Blocks, frame{left: left, elem: elem, style: st, flush: true, depth: 1})
	n.Lines = t.Strips()
	if len(n.Lines) == 0 {
		n.Lines = []*flow.Strip{{Height: st.Leading}}
	}
	s.labelNote(c, lbl)
	s.Adopt(&t.Flow)
}

// labelNote puts the number before a note. The number is a link back to the call.
func (s *section) labelNote(c flow.Call, lbl *document.Element) {
	n, src := c.Note, c.Note.Of.(*book.Note)
	st := s.theme.Style(theme.Footnote)
	w := s.noteNumber(src, st)
	top := n.Lines[0]
	top.Items = append([]document.Item{para.LabelText(w, 0, top.Raised+s.baseline(st), st, lbl)}, top.Items...)
	top.Dests = append(top.Dests, flow.Dest{To: n.Dest})
	top.Links = append(top.Links, document.LinkArea{
		W: max(w.Width, st.Size), H: st.Leading, Elem: lbl, Dest: c.From,
		Contents: s.words.Back(s.words.Number(src.Number)),
	})
}

// noteNumber returns the number that stands before a note.
func (s *section) noteNumber(src *book.Note, st *theme.Style) *para.Word {
	key := s.StyleKey(st, s.lang)
	key.OldStyle, key.Tabular = false, true
	return s.Word(s.Font(key), locale.Number(s.lang, src.Number))
}
