package foreign

import "bytes"

// maxHead bounds the lines of the head of a table in columns: by eye, three are many.
const maxHead = 8

// A columnLine is the line of hyphens of a table in columns: a group for each column.
type columnLine struct{ starts, ends []int }

// columnsOf returns the groups of hyphens on a line, nil for another line. Two hyphens make a
// group at least: "- - -" is a break.
func columnsOf(line []byte) *columnLine {
	if len(bytes.Trim(line, "- ")) > 0 {
		return nil
	}
	c := &columnLine{}
	for i := 0; i < len(line); {
		n := len(line[i:]) - len(bytes.TrimLeft(line[i:], "-"))
		switch {
		case n == 1:
			return nil
		case n > 1:
			c.starts, c.ends = append(c.starts, i), append(c.ends, i+n)
		}
		i += max(n, 1)
	}
	if len(c.starts) == 0 {
		return nil
	}
	return c
}

// columns writes a table in columns and returns how many lines it has, 0 for none. Its
// forms:
//
//	head, groups, rows, blank line          simple
//	groups, rows, groups                    simple, without a head
//	hyphens, head, groups, rows, hyphens    rows of several lines, between blank lines
//	groups, rows, groups                    the same without a head
func (d *drawing) columns(i int) int {
	first, _, _ := d.row(i)
	switch c := columnsOf(first); {
	case c == nil:
		next, _, ok := d.row(i + 1)
		if c = columnsOf(next); ok && c != nil && len(c.starts) > 1 {
			return d.simple(i, c)
		}
	case len(c.starts) > 1:
		return d.ruled(i, i, c)
	case len(c.starts) == 1 && c.ends[0] > 2:
		for n := i + 1; n <= i+1+maxHead; n++ {
			line, _, ok := d.row(n)
			if !ok || len(line) == 0 {
				break
			}
			if c := columnsOf(line); c != nil && len(c.starts) > 1 && n > i+1 {
				return d.ruled(i, n, c)
			}
		}
	}
	return 0
}

// simple writes a table whose head stands above the hyphens and that a blank line ends.
func (d *drawing) simple(i int, c *columnLine) int {
	t := &sheet{}
	var end int
	if t.head = make([]cellText, len(c.starts)); !d.addColumns(i, c, t.head) {
		return 0
	}
	for end = i + 2; end < len(d.rows); end++ {
		line, _, ok := d.row(end)
		if !ok || len(line) == 0 {
			break
		}
		if groups := columnsOf(line); groups != nil {
			end++
			break
		}
		cells := make([]cellText, len(c.starts))
		if !d.addColumns(end, c, cells) {
			return 0
		}
		t.rows = append(t.rows, cells)
	}
	if len(t.rows) == 0 || end < len(d.rows) && !d.empty(end) {
		return 0
	}
	d.finish(t, i, i, c)
	return end - i
}

// ruled writes a table between two lines of hyphens, whose columns a line of groups says.
func (d *drawing) ruled(i, groups int, c *columnLine) int {
	end := d.endOf(groups+1, groups == i)
	if end == 0 {
		return 0
	}
	t := &sheet{}
	if groups > i {
		t.head = make([]cellText, len(c.starts))
	}
	for n := i + 1; n < groups; n++ {
		if !d.addColumns(n, c, t.head) {
			return 0
		}
	}
	several := false
	for n := groups + 1; n < end; n++ {
		several = several || d.empty(n)
	}
	next := true
	for n := groups + 1; n < end; n++ {
		if d.empty(n) {
			next = true
			continue
		}
		if next || !several {
			t.rows, next = append(t.rows, make([]cellText, len(c.starts))), false
		}
		if !d.addColumns(n, c, t.rows[len(t.rows)-1]) {
			return 0
		}
	}
	if len(t.rows) == 0 {
		return 0
	}
	first := groups + 1
	if groups > i {
		first = i + 1
	}
	d.finish(t, i, first, c)
	return end + 1 - i
}

// endOf returns the number of the line of hyphens that ends a table whose rows begin at a
// line, 0 for none: one in groups, or else one whole. A search that comes to the end of the text is the last
// one in quotations of its depth.
func (d *drawing) endOf(from int, grouped bool) int {
	if solid, ok := d.solid[d.prefix]; ok && from >= solid {
		return 0
	}
	for n := from; n < len(d.rows); n++ {
		line, _, ok := d.row(n)
		if !ok {
			return 0
		}
		if c := columnsOf(line); c != nil {
			if len(c.starts) > 1 == grouped && (n+1 == len(d.rows) || d.empty(n+1)) {
				return n
			}
			return 0
		}
	}
	d.solid[d.prefix] = from
	return 0
}

// addColumns adds a line to the cells of its row, false where words run across a gap.
func (d *drawing) addColumns(i int, c *columnLine, cells []cellText) bool {
	line, at, ok := d.row(i)
	if !ok {
		return false
	}
	for wide := 2; wide > 0; wide-- {
		starts, ok := offsets(line, c.starts, wide)
		for k := 1; ok && k < len(starts); k++ {
			ok = starts[k] == len(line) || line[starts[k]-1] == ' '
		}
		if !ok {
			continue
		}
		starts[0] = 0
		starts = append(starts, len(line))
		for k := range cells {
			if cell := d.trimmed(at+starts[k], at+starts[k+1]); cell.from < cell.to {
				cells[k] = append(cells[k], cell)
			}
		}
		return true
	}
	return false
}

// finish writes a table. How a column stands is how its first line, the head if there is
// one, stands to the hyphens: flush with their left end, or their right end, or neither.
func (d *drawing) finish(t *sheet, i, first int, c *columnLine) {
	line, at, _ := d.row(first)
	for k := range c.starts {
		cell := t.rows[0][k]
		if t.head != nil {
			cell = t.head[k]
		}
		how := "---"
		if len(cell) > 0 && cell[0].to <= at+len(line) {
			from, to := columnAt(line, cell[0].from-at), columnAt(line, cell[0].to-at)
			left, right := from == c.starts[k], to == c.ends[k]
			if left != right {
				how = alignment(left, right)
			} else if !left {
				how = alignment(true, true)
			}
		}
		t.align = append(t.align, how)
	}
	_, start, _ := d.row(i)
	d.write(t, start)
}

// columnAt returns the column of an offset of a line.
func columnAt(line []byte, at int) int {
	n := 0
	for _, r := range string(line[:at]) {
		n += columnsIn(r, 2)
	}
	return n
}
