package flow

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
)

// A Note is a footnote. Of says what the note is, for its maker; a flow does not look at it.
type Note struct {
	Of    any
	Dest  *document.Dest // where it begins
	Lines []*Strip       // filled before the flow is divided into pages
}

// A Call is a place that calls a note, for the way back from there.
type Call struct {
	Note *Note
	From *document.Dest
}

// How notes find their pages.
//
// A strip names the notes that it calls. When the strip is put into the flow, the notes that
// nobody called before are appended to calls, and their number is written into the item of
// the strip. Package pagebreak takes the next notes of its list for each item, so that the
// order of calls and the sum of the numbers are all that ties notes to lines. A float and a turned
// table stand outside of the column and count none; their notes are carried to
// the next strip, and land on the last one when there is none.
//
// The setter of the text then sets the notes, each in a branch, whose strips are its Lines.
// A note that calls another one appends to calls in its turn: notes of notes come last, and
// land on the last strip of the flow.
//
// Pagebreak sees a note as the heights of its lines. The lines of all notes
// are numbered through, so that a state of its search needs but one number for all that is left of them.
// A page takes as many lines as are called and fit below its text, in order, with the
// white and the rule above them. A note may go on over the page between any two of its
// lines that leave two on either side, as paragraphs do. That costs as much as a page
// that is 4.5 lines short. A note that begins on a later page than its call costs as
// much as a page that is 14 lines short: the costs are squares, see [pagebreak.Defaults].
// So a note is divided before it is put off, and the text above gives way before either.
// Notes that the last page cannot hold get pages of their own. On a page from which the text
// goes on, notes leave a third to the text, and a sixth where a note would be put off behind a
// long one: a reader looks for a note below its call.

// take puts into force what a strip brings about, and returns how many notes the strip is
// the first to call.
func (f *Flow) take(st *Strip) (notes int32) {
	f.told = append(f.told, st.Told...)
	for _, d := range st.Dests {
		if d.Elem != nil {
			f.hold(d.To)
		}
	}
	return f.call(st.Calls)
}

// call counts the notes that are called for the first time.
func (f *Flow) call(list []Call) (notes int32) {
	for _, c := range list {
		if f.called[c.Note] {
			continue
		}
		if f.called == nil {
			f.called = map[*Note]bool{}
		}
		f.called[c.Note] = true
		f.calls = append(f.calls, c)
		notes++
	}
	return notes
}

// Calls returns the first call of each note, in their order.
func (f *Flow) Calls() []Call { return f.calls }

// Tell adds to what is told.
func (f *Flow) Tell(what any) { f.told = append(f.told, what) }

// Told returns what has been told, in order: by strips when they were put into the flow.
func (f *Flow) Told() []any { return f.told }

// Branch returns an empty flow off the grid for what belongs to f and stands elsewhere: a
// note, a table on pages of its own. The anchors that wait in f stand there. When the
// branch is set, [Flow.Adopt] makes what came of it part of f.
func (f *Flow) Branch() Flow {
	b := New(0)
	b.anchors, f.anchors = f.anchors, nil
	return b
}

// Adopt makes the calls of a branch those of the next strip of f, and its anchors and
// what it tells those of f.
func (f *Flow) Adopt(b *Flow) {
	f.anchors = append(f.anchors, b.anchors...)
	f.told = append(f.told, b.told...)
	f.carry += f.call(b.calls)
}

// land gives the last strip the calls that wait for another one: those of notes within
// notes, and of a float with nothing behind it.
func (f *Flow) land() {
	for i := len(f.entries) - 1; i >= 0 && f.carry > 0; i-- {
		if it := &f.entries[i].item; it.Kind == pagebreak.Box {
			it.Notes += f.carry
			f.carry = 0
		}
	}
}

// noteList returns the notes in the terms of package pagebreak.
func (f *Flow) noteList() []pagebreak.Note {
	out := make([]pagebreak.Note, len(f.calls))
	for i, c := range f.calls {
		out[i].Lines = make([]unit.Length, len(c.Note.Lines))
		for k, st := range c.Note.Lines {
			out[i].Lines[k] = st.Height
		}
	}
	return out
}
