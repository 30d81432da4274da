package foreign

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/pattern"
)

// drawn reports whether a line of a text begins as every table has one that is drawn with
// lines, or set in columns: "+--+" or "-- --", perhaps in a quotation. A text without is not
// looked at further. A regular expression that tells the same took a quarter of the time of
// a chapter.
func drawn(b []byte) bool {
	for len(b) > 0 {
		line, rest, _ := bytes.Cut(b, []byte("\n"))
		b = rest
		line = bytes.TrimLeft(line, " >")
		if len(line) == 0 || line[0] != '+' && line[0] != '-' {
			continue
		}
		if inner := bytes.TrimLeft(line[1:], "-=:"); line[0] == '+' {
			if len(inner) < len(line)-1 && bytes.HasPrefix(inner, []byte("+")) {
				return true
			}
			continue
		}
		gap := bytes.TrimLeft(line, "-")
		next := bytes.TrimLeft(gap, " ")
		if len(line)-len(gap) >= 2 && len(next) < len(gap) && bytes.HasPrefix(next, []byte("--")) {
			return true
		}
	}
	return false
}

// A drawing is a pass over a text that writes the tables of pandoc with bars, as GitHub
// has them: all that is done with tables and their cells then is done with these, too.
//
//	+-----+-----+      Right     Left
//	| a   | b   |    -------   ------
//	+=====+=====+         12   twelve
//	| 1   | 2   |
//	+-----+-----+
//
// The paragraphs and items of a cell are lines of it. What is no such table, or has cells
// that cover others or words that run across a gap between columns, stays as it is, and
// package markdown tells of it.
//
// Source: Pandoc User's Guide, "Tables".
type drawing struct {
	scanner
	rows   []span // lines of the text, without what quotes them
	prefix string // of the lines of the table at hand
	// solid is the number of the line from which on no line of hyphens ends a table, by the
	// prefix; none when not known.
	solid map[string]int
}

// A span is a part of the text.
type span struct{ from, to int }

// tables returns a text with its drawn tables as tables with bars.
func tables(t Text) Text {
	if !drawn(t.Bytes) {
		return t
	}
	d := &drawing{scanner: scanner{output: &output{}, text: t.Bytes, at: t.Place}, solid: map[string]int{}}
	for at := 0; at < len(t.Bytes); {
		end := len(t.Bytes)
		if k := bytes.IndexByte(t.Bytes[at:], '\n'); k >= 0 {
			end = at + k
		}
		d.rows = append(d.rows, span{at, end})
		at = end + 1
	}
	d.all()
	return Text{d.output.bytes, d.output.place, t.File}
}

// quoting is what stands before a line in a quotation.
var quoting = pattern.Later(`^(?: {0,3}> ?)*`)

// all walks the lines. Code and what HTML keeps as it is have no tables.
func (d *drawing) all() {
	blank, until := true, ""
	var code fence
	for i := 0; i < len(d.rows); i++ {
		r := d.rows[i]
		line := d.text[r.from:r.to]
		d.prefix = string(quoting().Find(line))
		words := bytes.TrimLeft(line[len(d.prefix):], " ")
		low := strings.ToLower(string(words[:min(len(words), 5)]))
		switch f, ok := fenceOf(words); {
		case code.n > 0:
			if code.closes(line) {
				code = fence{}
			}
		case until != "":
			if bytes.Contains(line, []byte(until)) {
				until = ""
			}
		case ok:
			code = f
		case strings.HasPrefix(low, "<pre") && !bytes.Contains(line, []byte("</pre>")):
			until = "</pre>"
		case strings.HasPrefix(low, "<!--") && !bytes.Contains(line, []byte("-->")):
			until = "-->"
		case blank && len(words) > 0:
			if n := d.table(i); n > 0 {
				i, blank = i+n-1, false
				continue
			}
		}
		blank = len(words) == 0
		d.keep(r.from, min(r.to+1, len(d.text)))
	}
}

// row returns a line of the table at hand and its offset, not ok when it is not of the
// same quotation or indented as code is.
func (d *drawing) row(i int) (line []byte, at int, ok bool) {
	if i >= len(d.rows) {
		return nil, 0, false
	}
	r := d.rows[i]
	line = d.text[r.from:r.to]
	if !bytes.HasPrefix(line, []byte(d.prefix)) {
		return nil, 0, string(line) == strings.TrimRight(d.prefix, " ")
	}
	line = bytes.TrimRight(line[len(d.prefix):], " ")
	if bytes.IndexByte(line, '\t') >= 0 {
		return nil, 0, false
	}
	return line, r.from + len(d.prefix), true
}

// table writes the table that begins at a line and returns how many lines it has, 0 for
// none.
func (d *drawing) table(i int) int {
	line, _, ok := d.row(i)
	if !ok || len(line) == 0 || indentOf(line) > 3 {
		return 0
	}
	if line[indentOf(line)] == '+' {
		return d.grid(i)
	}
	return d.columns(i)
}

// A cellText is the lines of a cell.
type cellText []span

func (c cellText) empty() bool {
	for _, l := range c {
		if l.from < l.to {
			return false
		}
	}
	return true
}

// A sheet is a table as read.
type sheet struct {
	align []string // rows of hyphens
	head  []cellText
	rows  [][]cellText
}

// write writes a table with bars.
func (d *drawing) write(t *sheet, at int) {
	if t.head == nil {
		t.head = make([]cellText, len(t.align))
	}
	d.bars(t.head, len(t.align), at)
	d.put(d.prefix+"| "+strings.Join(t.align, " | ")+" |\n", at)
	for _, r := range t.rows {
		last := len(r)
		for last > 1 && r[last-1].empty() {
			last-- // GitHub fills up what is short
		}
		d.bars(r[:last], last, at)
	}
}

func (d *drawing) bars(cells []cellText, n, at int) {
	d.put(d.prefix+"|", at)
	for i := range n {
		d.put(" ", at)
		if i < len(cells) {
			d.cell(cells[i])
		}
		d.put(" |", at)
	}
	d.put("\n", at)
}

// itemForm is what an item of a list begins with.
var itemForm = pattern.Later(`^(?:[-*+]|\d{1,9}[.)]) +`)

// cell writes the lines of a cell on one: those of a paragraph with spaces, paragraphs and
// items with breaks between them.
func (d *drawing) cell(lines cellText) {
	apart, first := false, true
	for _, l := range lines {
		words := d.text[l.from:l.to]
		if len(words) == 0 {
			apart = true
			continue
		}
		item := itemForm().Find(words)
		switch {
		case first:
		case apart || item != nil:
			d.put("<br>", l.from)
		default:
			d.put(" ", l.from)
		}
		first, apart = false, words[len(words)-1] == '\\'
		if apart {
			l.to--
		}
		if len(item) > 0 && (item[0] < '0' || item[0] > '9') {
			d.put("• ", l.from)
			l.from += len(item)
		}
		d.barless(l)
	}
}

// barless keeps a part of the text, with its bars escaped.
func (d *drawing) barless(l span) {
	from := l.from
	for i := l.from; i < l.to; i++ {
		if d.text[i] == '|' && (i == l.from || d.text[i-1] != '\\') {
			d.keep(from, i)
			d.put(`\`, i)
			from = i
		}
	}
	d.keep(from, l.to)
}

// trimmed returns a part of the text without the space around it.
func (d *drawing) trimmed(from, to int) span {
	for from < to && d.text[from] == ' ' {
		from++
	}
	for to > from && d.text[to-1] == ' ' {
		to--
	}
	return span{from, to}
}

// columnsIn returns how many columns a character takes in an editor where letters are of
// one width, and those of Chinese, Japanese and Korean of wide columns.
//
// Source: UAX #11: U+303F and the halfwidth forms from U+FF61 on are narrow.
func columnsIn(r rune, wide int) int {
	switch {
	case r >= 0xff61 && r <= 0xffdc:
		return 1
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana), r >= 0x3000 && r <= 0x303e, r >= 0xff01 && r <= 0xff60:
		return wide
	}
	return 1
}

// offsets returns the offsets in a line at which columns begin; that of a column beyond its
// end is its length. Wide characters take two columns in most editors, and in some one.
// Not ok is a line in which a character stands on both sides of a place.
func offsets(line []byte, places []int, wide int) (list []int, ok bool) {
	col, i := 0, 0
	for _, p := range places {
		for i < len(line) && col < p {
			r, n := utf8.DecodeRune(line[i:])
			col, i = col+columnsIn(r, wide), i+n
		}
		if i < len(line) && col != p {
			return nil, false
		}
		list = append(list, i)
	}
	return list, true
}

// alignment returns the row of hyphens for a column.
func alignment(left, right bool) string {
	switch {
	case left && right:
		return ":-:"
	case left:
		return ":--"
	case right:
		return "--:"
	}
	return "---"
}
