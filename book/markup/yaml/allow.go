package yaml

import (
	"bytes"

	"octavo/book"
)

// Allows returns the remarks of the document's comments that silence a rule. A
// remark holds for its own line when something stands before it, else for the
// next one that is not empty, and for the lines below that are indented deeper.
func (d *Document) Allows() []book.Allow {
	var list []book.Allow
	for n := 1; n <= len(d.lines) && len(list) < maxAllows; n++ {
		line := d.line(n)
		mark := bytes.Index(line, []byte("# octavo:"))
		if mark < 0 || mark > 0 && line[mark-1] != ' ' && line[mark-1] != '\t' {
			continue
		}
		for _, id := range book.ParseAllow(string(line[mark+1:])) {
			list = append(list, book.Allow{
				Rule: id, Pos: d.pos(d.lines[n-1] + mark),
				First: d.first + n - 1, Last: d.first + d.valueEnd(n, mark) - 1,
			})
		}
	}
	return list
}

// valueEnd returns the last line of the value that a comment on line n is about;
// mark is where the comment begins.
func (d *Document) valueEnd(n, mark int) int {
	if len(bytes.TrimSpace(d.line(n)[:mark])) == 0 {
		for n++; n < len(d.lines) && d.passive(n); n++ {
		}
	}
	if n > len(d.lines) {
		return len(d.lines)
	}
	depth, item := d.depth(n)
	for n < len(d.lines) {
		if deeper, next := d.depth(n + 1); !d.passive(n+1) && deeper <= depth && (deeper < depth || item || !next) {
			break
		}
		n++
	}
	return n
}

// passive reports whether a line is empty or a comment alone.
func (d *Document) passive(n int) bool {
	line := bytes.TrimSpace(d.line(n))
	return len(line) == 0 || line[0] == '#'
}

// depth returns the indentation of a line and whether an item of a list begins
// on it.
func (d *Document) depth(n int) (int, bool) {
	line := d.line(n)
	text := bytes.TrimLeft(line, " ")
	return len(line) - len(text), bytes.HasPrefix(text, []byte("- "))
}
