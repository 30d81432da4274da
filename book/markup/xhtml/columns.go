package xhtml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
)

// How narrow a table can be is known when it is written, and how wide the page is
// when it is read. So the markup says, in custom properties, how much room the longest
// word of each column takes, in ems of the table's text, and the style sheet makes of
// it, for the page at hand, how narrow each column may become:
//
//   - while there is room for the longest word of each column, that;
//   - else smaller text, as far as it can be read;
//   - else, for columns of numbers, their share of most of the page, and for columns of
//     words what is left, as words can be divided and numbers should not.
//
// So the columns are never wider than the page together, no column is as narrow as a
// letter, and nothing has to scroll.

// A column is a column of a table. Its widths are in hundredths of an em.
type column struct {
	word    int  // the width of the longest word, of body and head
	body    int  // the width of the longest word of the body
	letters bool // the column has words, not numbers alone
}

// columns are the columns of a table, with their sums.
type columns struct {
	list           []column
	words, numbers int        // sums of word in columns of words and of numbers
	bodies         int        // sum of body in columns of numbers
	row            *book.Cell // the first cell of the row that bears the widths, nil for none
}

// Widths in hundredths of an em: of letters, those of a bold sans; of the white beside
// a cell on a narrow page. The widths are a little more than usual, since a word that is
// wider than its estimate would be divided without need. All are by eye.
const (
	narrowLetter = 34
	smallLetter  = 58
	wideLetter   = 72
	fullLetter   = 100
	cellPadding  = 80
	// Words below one another would be hard to read: a cell of many has room for some.
	manyWords = 550
	// No word has more room for itself, since the other columns need theirs: a longer
	// one is divided when there is no room for the whole table.
	longWord = 1100
	// A head of this, such as "Tons", is not divided before the numbers below it are.
	shortHead = 300
	// A line of an e-reader of six inches has room for this at its usual size.
	denseTable = 3600
)

// longCell is from how many characters on a cell has many words: by eye, some four words.
const longCell = 24

// mostNumbers is how many hundredths of the page columns of numbers take at most, beside
// columns of words, so that a word of some letters has room in the rest. Below that they
// take three halves of their share of the page, since numbers are not divided. By eye.
const mostNumbers = 72

// tableColumns measures the columns of t.
func tableColumns(t *book.Table) *columns {
	c := &columns{list: make([]column, len(t.Align))}
	for _, row := range t.Head {
		c.take(row, true)
	}
	for _, row := range t.Rows {
		c.take(row, false)
	}
	for i := range c.list {
		col := &c.list[i]
		col.body = max(col.body, smallLetter) + cellPadding
		col.word = max(col.word+cellPadding, col.body)
		if col.letters {
			c.words += col.word
		} else {
			col.body = max(col.body, min(col.word, shortHead+cellPadding))
			c.numbers += col.word
			c.bodies += col.body
		}
	}
	return c
}

// take widens the columns for the cells of a row. A cell that spans several needs the
// room of them together.
func (c *columns) take(row []book.Cell, head bool) {
	single := len(row) == len(c.list)
	for i := range min(len(row), len(c.list)) {
		cell := &row[i]
		single = single && !cell.Covered && cell.Cols <= 1
		if cell.Covered {
			continue
		}
		text := book.PlainText(cell.Content)
		n := min(max(cell.Cols, 1), len(c.list)-i)
		need := (cellWidth(text) + n - 1) / n
		for k := i; k < i+n; k++ {
			c.list[k].take(need, text, head)
		}
	}
	if single && c.row == nil && len(row) > 0 {
		c.row = &row[0]
	}
}

func (c *column) take(need int, text string, head bool) {
	c.word = max(c.word, need)
	if !head {
		c.body = max(c.body, need)
		c.letters = c.letters || !isQuantity(text)
	}
}

// isQuantity reports whether a cell holds a number, such as "1,234", "2.44 km" or "–".
func isQuantity(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters == 0 || letters <= 3 && cellClass(s) == "short"
}

// cellWidth is the width of the longest word of a cell.
func cellWidth(s string) int {
	least, words := 0, strings.Fields(s)
	if cellClass(s) == "short" {
		words = []string{s}
	} else if utf8.RuneCountInString(s) >= longCell {
		least = manyWords
	}
	for _, word := range words {
		width := 0
		for _, r := range word {
			width += letterWidth(r)
			if eastAsian(r) { // a line may end behind each
				least = max(least, width)
				width = 0
			}
		}
		least = max(least, width)
	}
	return min(least, longWord)
}

func letterWidth(r rune) int {
	switch {
	case strings.ContainsRune("iljtfrI1.,:;'’|!()[]/-", r):
		return narrowLetter
	case unicode.Is(unicode.M, r):
		return 0
	case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
		return fullLetter
	case unicode.IsUpper(r), strings.ContainsRune("mw%—@&", r):
		return wideLetter
	}
	return smallLetter
}

// class is "dense" for a table that few devices have the room for.
func (c *columns) class() string {
	if c.words+c.numbers > denseTable {
		return "dense"
	}
	return ""
}

// style returns the custom properties that say how much room the columns take together.
func (c *columns) style() string {
	if c.row == nil {
		return ""
	}
	return "--columns: " + hundredths(c.words+c.numbers) + "; --numbers: " + hundredths(c.numbers) + "; --rest: " + hundredths(100-c.numbersShare())
}

// numbersShare is how many hundredths of the page columns of numbers take where there
// is no room for all.
func (c *columns) numbersShare() int {
	switch {
	case c.words == 0:
		return 100
	case c.bodies == 0:
		return 0
	}
	return min(mostNumbers, 150*c.bodies/(c.bodies+c.words))
}

// cellStyle says how much room column i takes, and which share of the page, for a cell
// of the one row that bears the widths.
func (c *columns) cellStyle(i int, row []book.Cell) string {
	if c.row == nil || &row[0] != c.row {
		return ""
	}
	col := c.list[i]
	if col.letters {
		return "--word: " + hundredths(col.word) + "; --share: " + hundredths(col.word*100/c.words)
	}
	return "--number: " + hundredths(col.word) + "; --share: " + hundredths(col.body*c.numbersShare()/c.bodies)
}

func hundredths(n int) string { return unit.Pt(int64(n)).Mul(1, 100).Decimal(2) }
