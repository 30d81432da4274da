package layout

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// codeTitle sets the title of a listing, kept with its first lines, and returns the element
// that holds both.
func (s *section) codeTitle(b *book.CodeBlock, fr frame) *document.Element {
	if len(b.Caption) == 0 {
		return fr.elem
	}
	group := s.element(fr.elem, "Aside")
	fr.style, fr.elem = s.theme.Style(theme.Caption), document.NewElement(group, "Caption")
	s.putKept(s.text(b.Caption, fr.style, fr, 0), false)
	s.Space(s.captionGap())
	s.Keep()
	s.Owed = headingLines
	return group
}

// Line numbers are numberSize hundredths of the size of code, with numberWhite hundredths
// of it between them and the bar. By eye: smaller than the code, which they are no part of.
const (
	numberSize  = 82
	numberWhite = 60
)

// lineNumbers are the numbers of the lines of a listing. They are artifacts: who listens
// to code or copies it wants none.
type lineNumbers struct {
	start int         // 0 for none
	width unit.Length // of the column with the white behind it
	style *theme.Style
}

// lineNumbers returns the numbers of a listing.
func (s *section) lineNumbers(b *book.CodeBlock) lineNumbers {
	if b.Start < 1 {
		return lineNumbers{}
	}
	st := *s.theme.Style(theme.Code)
	st.Color = s.theme.Style(theme.Credit).Color
	white := st.Size.Mul(numberWhite, 100)
	st.Size = st.Size.Mul(numberSize, 100)
	digits := len(strconv.Itoa(b.Start + strings.Count(b.Text, "\n")))
	figure := s.Word(s.Font(s.StyleKey(&st, s.lang)), "0").Width
	return lineNumbers{b.Start, unit.Length(digits)*figure + white, &st}
}

// put puts the number of a row before it, so that it ends before the bar at x.
func (n *lineNumbers) put(s *section, strip *flow.Strip, r codeRow, x unit.Length) {
	if n.start == 0 || r.continues {
		return
	}
	w := s.Word(s.Font(s.StyleKey(n.style, s.lang)), strconv.Itoa(n.start+r.line))
	code := s.theme.Style(theme.Code)
	x -= code.Size.Mul(numberWhite, 100) + w.Width
	strip.Items = append([]document.Item{para.LabelText(w, x, s.baseline(code), n.style, nil)}, strip.Items...)
}
