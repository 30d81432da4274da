package merge

import (
	"fmt"
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"
)

// A Line is a line of a diff.
type Line struct {
	// Op is '+' for a line that is new, '-' for one that is gone, ' ' for one between
	// them, and '@' for the heading of a place.
	Op byte
	// Number is the line of the new text, of the old one where the line is gone; 0 for
	// a heading.
	Number int
	Text   string // without its end
}

// String is the line as a unified diff has it.
func (l Line) String() string {
	if l.Op == '@' {
		return l.Text
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
			line := Line{' ', is, strings.TrimRight(l.Content, "\r\n")}
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
		}
		out[at].Text = fmt.Sprintf("@@ -%d,%d +%d,%d @@", h.FromLine, was-h.FromLine, h.ToLine, is-h.ToLine)
	}
	return out
}
