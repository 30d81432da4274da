package layout

import (
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
)

// TestFindings spoils a page and looks for what is said of it.
func TestFindings(t *testing.T) {
	c := parse(t, "t.md", "---\ntitle: T\n---\n\nOne line.\n\n## A heading at the end\n\nSome more text.\n")
	doc, _ := set(t, volume(c), Options{})
	if r := report.Measure(doc); len(r.Findings) != 1 || r.Findings[0].Kind.String() != "stranded" || r.Findings[0].Pos.Line != 7 {
		t.Errorf("a heading with one line after it: %v", r.Findings)
	}
	pg := doc.Pages[doc.Breaks[0].Page]
	for _, it := range pg.Items {
		if text, ok := it.(*document.Text); ok && strings.HasPrefix(document.TextOf(text), "One") {
			text.X += 300 * unit.Point
		}
	}
	r := report.Measure(doc)
	if r.Overfull != 1 || r.Findings[0].Kind.String() != "overfull" || !r.Findings[0].Breach() {
		t.Fatalf("a line that was moved into the margin: %v", r.Findings)
	}
	f := r.Findings[0]
	f.Degree = 21
	if got, want := f.String(), "t.md:5:1: page 1: line 21 pt too wide: “One line.”"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

// TestMovedNote moves a note to the page after its call.
func TestMovedNote(t *testing.T) {
	long := strings.Repeat("Water and more water under the bridge. ", 120)
	c := parse(t, "a.md", "---\ntitle: A\n---\n\nCalled.[^1] "+long+"\n\n[^1]: A note.\n")
	doc, _ := set(t, volume(c), Options{})
	if r := report.Measure(doc); r.Notes != 1 || r.NotesAway != 0 {
		t.Fatalf("%d notes, %d away from their call", r.Notes, r.NotesAway)
	}
	at := doc.Breaks[0].Page
	from, to := doc.Pages[at], doc.Pages[at+1]
	var kept []document.Item
	for _, it := range from.Items {
		if text, ok := it.(*document.Text); ok && isWithin(text.Elem, "Note") {
			to.Items = append(to.Items, text)
			continue
		}
		kept = append(kept, it)
	}
	from.Items = kept
	r := report.Measure(doc)
	if r.Notes != 1 || r.NotesAway != 1 {
		t.Fatalf("%d notes, %d away from their call", r.Notes, r.NotesAway)
	}
	for _, f := range r.Findings {
		if f.Kind.String() == "note-away" {
			if got, want := f.String(), "a.md:7:1: page 2: note 1 page after its call"; got != want {
				t.Errorf("it says %q, want %q", got, want)
			}
		}
	}
}

// isWithin reports whether an element is of a type, or in one of the type.
func isWithin(e *document.Element, typ string) bool {
	for ; e != nil; e = e.Parent {
		if e.Type == typ {
			return true
		}
	}
	return false
}
