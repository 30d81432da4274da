package para

import (
	"strings"

	"octavo/book/base/unit"
	"octavo/book/language/bidi"
	"octavo/book/language/capital"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// LabelText returns a shaped label as text, with a space behind it.
func LabelText(w *Word, x, y unit.Length, st *theme.Style, elem *document.Element) *document.Text {
	t := &document.Text{X: x, Y: y, Size: st.Size, Color: document.Color(st.Color), Elem: elem}
	var at unit.Length
	for _, run := range w.Runs {
		t.Words = append(t.Words, document.Word{Run: run, X: at})
		at += st.Size.Mul(run.Width, int64(run.Face.UnitsPerEm()))
	}
	if n := len(t.Words); n > 0 {
		t.Words[n-1].Space = true
	}
	return t
}

// Artifact shapes text that is no part of the structure.
func (e *Engine) Artifact(text string, st *theme.Style, y unit.Length, lang string) *document.Text {
	f := e.Font(e.StyleKey(st, lang))
	if st.Caps {
		text = capital.Upper(text, lang)
	}
	if f.smallCaps && !e.smallCapitals(f, text) { // a line of ours has one size
		f = e.Font(e.madeKey(f))
	}
	if locale.RightToLeft(lang) || !bidi.Plain(text) {
		t := e.bothWays(text, f, y)
		t.Color = document.Color(st.Color)
		return t
	}
	t := &document.Text{Y: y, Size: f.Size, Tracking: f.tracking, Color: document.Color(st.Color)}
	var x unit.Length
	words := strings.Fields(text)
	for i, s := range words {
		for k, run := range e.Word(f, s).Runs {
			last := k == len(e.Word(f, s).Runs)-1
			t.Words = append(t.Words, document.Word{Run: run, X: x, Space: last && i < len(words)-1})
			x += runWidth(run, f)
		}
		x += f.space
	}
	return t
}
