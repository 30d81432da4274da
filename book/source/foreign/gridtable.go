package foreign

import "bytes"

// grid writes a table that is drawn with lines and returns how many lines it has, 0 for
// none.
func (d *drawing) grid(i int) int {
	first, at, _ := d.row(i)
	indent := indentOf(first)
	places := crosses(first[indent:])
	if places == nil {
		return 0
	}
	t := &sheet{align: aligned(first[indent:], places)}
	cells := make([]cellText, len(t.align))
	last, headed := i, false
	for n := i + 1; ; n++ {
		line, from, ok := d.row(n)
		if !ok || len(line) <= indent || indentOf(line) < indent {
			break
		}
		line, from = line[indent:], from+indent
		if line[0] == '+' {
			ruled := crosses(line)
			if !equal(ruled, places) {
				return 0
			}
			if bytes.IndexByte(line, '=') >= 0 && !headed && len(t.rows) == 0 {
				t.head, t.align, headed = cells, aligned(line, places), true
			} else {
				t.rows = append(t.rows, cells)
			}
			cells, last = make([]cellText, len(t.align)), n
			continue
		}
		if line[0] != '|' || !d.gridLine(line, from, places, cells) {
			return 0
		}
	}
	if _, _, ok := d.row(last + 1); last == i || ok && last+1 < len(d.rows) && !d.empty(last+1) {
		return 0
	}
	d.write(t, at)
	return last + 1 - i
}

// empty reports whether a line has nothing.
func (d *drawing) empty(i int) bool {
	line, _, _ := d.row(i)
	return len(line) == 0
}

// crosses returns the columns of the crosses on a line of a grid, nil for another line.
func crosses(line []byte) []int {
	if len(bytes.Trim(line, "+-=:")) > 0 || len(line) < 3 || line[0] != '+' || line[len(line)-1] != '+' {
		return nil
	}
	var list []int
	for i, c := range line {
		if c != '+' {
			continue
		}
		if n := len(list); n > 0 && i == list[n-1]+1 {
			return nil
		}
		list = append(list, i)
	}
	return list
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// aligned returns the rows of hyphens for a line of a grid: colons say how a column stands.
func aligned(line []byte, places []int) []string {
	var list []string
	for i := 1; i < len(places); i++ {
		list = append(list, alignment(line[places[i-1]+1] == ':', line[places[i]-1] == ':'))
	}
	return list
}

// gridLine adds a line of a grid to the cells of its row. The bars stand below the crosses;
// where they do not, since letters are of other widths than the author saw, they are counted.
func (d *drawing) gridLine(line []byte, at int, places []int, cells []cellText) bool {
	for wide := 2; wide > 0; wide-- {
		if bars, ok := offsets(line, places, wide); ok && barsAt(line, bars) {
			d.addLine(line, at, bars, cells)
			return true
		}
	}
	var bars []int
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') {
			bars = append(bars, i)
		}
	}
	if len(bars) != len(places) || bars[len(bars)-1] != len(line)-1 {
		return false
	}
	d.addLine(line, at, bars, cells)
	return true
}

func barsAt(line []byte, bars []int) bool {
	for _, b := range bars {
		if b >= len(line) || line[b] != '|' {
			return false
		}
	}
	return bars[len(bars)-1] == len(line)-1
}

func (d *drawing) addLine(line []byte, at int, bars []int, cells []cellText) {
	for i := range cells {
		cells[i] = append(cells[i], d.trimmed(at+bars[i]+1, at+bars[i+1]))
	}
}
