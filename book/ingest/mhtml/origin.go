package mhtml

import (
	"bytes"
	"strings"

	"octavo/book/ingest/draft"
)

// An origin is where the lines of some bytes stand in the file: they follow each other from
// first on, unless an encoding was taken off them; then lines has each.
type origin struct {
	first int
	lines []int
}

// line returns the line of the file where line n of the bytes stands, both from 0.
func (o origin) line(n int) int {
	if n += o.first; len(o.lines) > 0 {
		return o.lines[min(n, len(o.lines)-1)]
	}
	return n
}

// below returns the origin of what begins n lines below.
func (o origin) below(n int) origin { return origin{o.first + n, o.lines} }

// places returns where the lines of bytes begin in what was decoded from them, of which
// starts are those below the first, and which lines of the file they are.
func (o origin) places(starts []int) []draft.Start {
	list := []draft.Start{{At: 0, Line: o.line(0) + 1}}
	for i, at := range starts {
		list = append(list, draft.Start{At: at, Line: o.line(i+1) + 1})
	}
	return list
}

// maxStarts bounds the lines of a part that are told apart: one of 64 MB in base64 has 900,000.
const maxStarts = 1 << 20

// mark adds the place where a line begins to those of the lines above it.
func mark(starts []int, at int) []int {
	if len(starts) < maxStarts {
		starts = append(starts, at)
	}
	return starts
}

// linesOf returns where the lines of data below the first begin.
func linesOf(data []byte) (starts []int) {
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], '\n')
		if i < 0 {
			return starts
		}
		at += i + 1
		starts = mark(starts, at)
	}
}

// decoded returns the origin of data that has the places.
func decoded(data []byte, places []draft.Start) origin {
	o := origin{lines: []int{places[0].Line - 1}}
	k := 0
	for _, at := range linesOf(data) {
		for k+1 < len(places) && places[k+1].At <= at {
			k++
		}
		o.lines = append(o.lines, places[k].Line-1)
	}
	return o
}

// fieldsOf returns the fields of the header that data begins with, as the file has them.
func fieldsOf(f *File, data []byte, from origin) draft.Words {
	var w draft.Words
	for _, field := range [][2]string{{"subject", f.Subject}, {"from", f.From}, {"date", f.Date}} {
		w.Starts = append(w.Starts, draft.Start{At: len(w.Text), Line: from.line(lineOf(data, field[0])) + 1})
		w.Text += field[1] + "\n"
	}
	return w
}

// lineOf returns the line, from 0, on which the first field of a name begins in the header
// of data; 0 when there is none.
func lineOf(data []byte, name string) int {
	n := 0
	for line := range bytes.Lines(data[:min(len(data), maxHeader)]) {
		key, _, _ := bytes.Cut(line, []byte(":"))
		if strings.EqualFold(string(bytes.TrimSpace(key)), name) {
			return n
		}
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		n++
	}
	return 0
}

// linesAbove returns how many lines stand in data above its rest.
func linesAbove(data, rest []byte) int {
	return bytes.Count(data[:len(data)-len(rest)], []byte("\n"))
}
