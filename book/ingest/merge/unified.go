package merge

import (
	"fmt"
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"
)

// A Line is a line of a diff.
type Line struct {
	// Op is '+' for a line that is new, '-' for one that is gone, ' ' for one between
	// them, '@' for the heading of a place, and '\\' for what says of the line before that
	// no line feed is behind it.
	Op byte
	// Number is the line of the new text, of the old one where the line is gone; 0 for
	// others.
	Number int
	Text   string // without its end
	// Return says that the line ends as those of Windows.
	Return bool
}

// String is the line as a unified diff has it.
func (l Line) String() string {
	switch {
	case l.Op == '@':
		return l.Text
	case l.Return:
		return string(l.Op) + l.Text + "\r"
	}
	return string(l.Op) + l.Text
}

// Diff returns the differences of two texts as the lines of a unified diff, which has three
// lines around each place.
func Diff(old, now string) []Line {
	u, err := udiff.ToUnifiedDiff("", "", old, udiff.Lines(old, now), udiff.DefaultContextLines)
	if err != nil {
		panic(err) // the edits are of the library itself
	}
	var out []Line
	for _, h := range u.Hunks {
		at := len(out)
		out = append(out, Line{Op: '@'})
		was, is := h.FromLine, h.ToLine
		for _, l := range h.Lines {
			text, feed := strings.CutSuffix(l.Content, "\n")
			text, back := strings.CutSuffix(text, "\r")
			line := Line{' ', is, text, back}
			switch l.Kind {
			case udiff.Delete:
				line.Op, line.Number = '-', was
				was++
			case udiff.Insert:
				line.Op = '+'
				is++
			default:
				was++
				is++
			}
			out = append(out, line)
			if !feed {
				out = append(out, Line{Op: '\\', Text: " No newline at end of file"})
			}
		}
		out[at].Text = fmt.Sprintf("@@ -%d,%d +%d,%d @@", h.FromLine, was-h.FromLine, h.ToLine, is-h.ToLine)
	}
	return out
}
