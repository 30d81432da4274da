package xhtml

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/language/stress"
)

// lines are the numbers of the lines of a listing.
//
// They are text, since Kindle and older engines know no counters, and lose what a style
// sheet would write. Voices pass over them, and newer engines leave them out of a copy.
type lines struct{ next, digits int }

// linesOf returns the numbers of a listing, nil for none.
func linesOf(c *book.CodeBlock) *lines {
	if c.Start < 1 {
		return nil
	}
	return &lines{c.Start, len(strconv.Itoa(c.Start + strings.Count(c.Text, "\n")))}
}

// number writes the number of the line that begins here.
func (r *Renderer) number() {
	if r.lines == nil {
		return
	}
	n := strconv.Itoa(r.lines.next)
	r.Element("span", strings.Repeat(" ", r.lines.digits-len(n))+n+"  ", "class", "line-number", "aria-hidden", "true")
	r.lines.next++
}

// numbered writes text, each of its lines behind its number.
func (r *Renderer) numbered(s string) {
	for r.lines != nil {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			break
		}
		r.Text(s[:i+1])
		s = s[i+1:]
		r.number()
	}
	r.words(s)
}

// words writes text. Western words among characters with marks of emphasis are set apart,
// since they are italic and have none.
func (r *Renderer) words(s string) {
	if !r.stress {
		r.Text(s)
		return
	}
	for part, western := range stress.Cut(s) {
		if western {
			r.Element("span", part, "class", "western")
		} else {
			r.Text(part)
		}
	}
}
