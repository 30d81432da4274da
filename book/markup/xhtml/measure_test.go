package xhtml

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestWordBounds: a page that begins within a word is marked before it, and never within a
// character. Words stand between spaces and dashes; each character of Han is one.
func TestWordBounds(t *testing.T) {
	for _, tt := range []struct {
		s        string
		at, want int
	}{
		{"one two", 5, 4}, {"one two", 4, 4}, {"one two", 3, 0}, {"one two", 2, 0}, {"one two", 7, 7}, {"one two", 99, 7}, {"one two", -1, 0},
		{"a—bc", 1, 1}, {"a—bc", 2, 1}, {"a—bc", 4, 4}, {"a—bc", 5, 4}, {"水海", 3, 3}, {"水海", 4, 3}, {"水ab", 4, 3}, {"a 水", 3, 2}, {"a 水", 4, 2}, {"ab水", 2, 2}, {"éa", 1, 0}, {"ab-cd", 3, 0},
		{"a‒b", 1, 1}, {"a―b", 1, 1}, {"a‖b", 1, 0}, {"a‑b", 1, 0}, {"a⸺b", 1, 1}, {"a。b", 1, 1}, {"a，b", 1, 1}, {"ｦa", 3, 3}, {"a\u00a0b", 3, 3}, {"", 0, 0},
	} {
		if got := wordStart(tt.s, tt.at); got != tt.want {
			t.Errorf("%q at %d: %d, want %d", tt.s, tt.at, got, tt.want)
		}
	}
}

// TestLeadIns: the first words up to the end of a clause, and what is still to come.
func TestLeadIns(t *testing.T) {
	for _, tt := range []struct {
		s       string
		words   int
		n, left int
	}{
		{"One two three", 2, 7, 0}, {"One two", 4, 7, 3}, {"One, two", 4, 3, 0}, {"One—two", 4, 3, 0}, {"Why? So", 4, 3, 0}, {"Le café noir", 1, 2, 0},
		{"Да и нет", 2, 7, 0}, {"水の", 3, 0, 0}, {"A 水", 3, 0, 0}, {"", 3, 0, 3}, {"1914 was", 1, 4, 0},
	} {
		if n, left := leadIn(tt.s, tt.words); n != tt.n || left != tt.left {
			t.Errorf("%q, %d words: %d and %d", tt.s, tt.words, n, left)
		}
	}
}

// TestLetterWidths measures in hundredths of an em.
func TestLetterWidths(t *testing.T) {
	for chars, want := range map[string]int{"iljtfrI1.,:;'’|!()[]/-": 34, "\u0301": 0, "水한ひカ": 100, "ABZmw%—@&Ä": 72, "abz023é–": 58} {
		for _, r := range chars {
			if got := letterWidth(r); got != want {
				t.Errorf("%c: %d, want %d", r, got, want)
			}
		}
	}
}

// TestCellWidths: the longest word of a cell, no more than 11 em; 5.5 em at least for a
// cell of 24 characters and more, and one character of Han.
func TestCellWidths(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "a longer way here": 4*58 + 2*34, "aaaa bb cc dd ee ff gg h": 550, "aaaa bb cc dd ee ff gg": 4 * 58,
		strings.Repeat("m", 40): 1100, "the 水海水海 in a place": 266,
	} {
		if got := cellWidth(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// TestQuantities: numbers with a unit of three letters at most.
func TestQuantities(t *testing.T) {
	for s, want := range map[string]bool{"1,234": true, "2.44 km": true, "–": true, "": true, "12 kWh": true, "12 tons": false, "km": false, "water": false} {
		if got := isQuantity(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestShares: beside words, numbers take three halves of their share, and 72 % at most.
func TestShares(t *testing.T) {
	for _, tt := range []struct{ words, numbers, want int }{{0, 100, 100}, {100, 0, 0}, {300, 100, 37}, {450, 300, 60}, {100, 100, 72}, {110, 100, 71}, {108, 100, 72}} {
		c := &columns{words: tt.words, numbers: tt.numbers, bodies: tt.numbers}
		if got := c.numbersShare(); got != tt.want {
			t.Errorf("%+v: %d", tt, got)
		}
	}
	for n, want := range map[int]string{3600: "", 3601: "dense"} {
		if got := (&columns{words: n - 1000, numbers: 1000}).class(); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
}

// TestTableColumns: a column has room for its longest word and its padding; a cell over two
// columns gives half to each, and its row bears no widths.
func TestTableColumns(t *testing.T) {
	cell := func(s string, cols int) book.Cell {
		return book.Cell{Content: []book.Inline{&book.Text{Value: s}}, Cols: cols}
	}
	tab := &book.Table{
		Align: make([]book.Align, 2),
		Head:  [][]book.Cell{{cell("mmmmmmmm", 2), {Covered: true}}},
		Rows:  [][]book.Cell{{cell("nnnnnn", 0), cell("12", 1)}, {cell("n", 1), cell("3", 1)}},
	}
	c := tableColumns(tab)
	// 8 wide letters are 576, half of it 288; 6 letters 348; two figures 34 and 58.
	if c.list[0] != (column{word: 428, body: 428, letters: true}) || c.list[1] != (column{word: 368, body: 368}) {
		t.Errorf("%+v", c.list)
	}
	if c.words != 428 || c.numbers != 368 || c.bodies != 368 || c.row != &tab.Rows[0][0] {
		t.Errorf("%+v", c)
	}
	if got, want := c.style(), "--columns: 7.96; --numbers: 3.68; --rest: 0.31"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := c.cellStyle(0, tab.Rows[0]) + "|" + c.cellStyle(1, tab.Rows[0]) + "|" + c.cellStyle(0, tab.Rows[1]); got != "--word: 4.28; --share: 1|--number: 3.68; --share: 0.69|" {
		t.Error(got)
	}
}

// TestEscapedSigns escapes what XML asks for, and drops what it has no place for.
func TestEscapedSigns(t *testing.T) {
	for _, tt := range []struct{ s, text, attr string }{
		{`a&b<c>d"e'`, `a&amp;b&lt;c&gt;d"e'`, `a&amp;b&lt;c&gt;d&quot;e'`},
		{"a\nb\tc\rd\x00e\x7ff", "a\nb\tcdef", "a b cdef"},
		{"\u0080\u009f\u00a0", "\u00a0", "\u00a0"},
		{"\ufffe\uffff\ufffd\xff", "\ufffd", "\ufffd"},
		{"", "", ""},
	} {
		if got := string(AppendEscaped([]byte("x"), tt.s, false)); got != "x"+tt.text {
			t.Errorf("%q: %q", tt.s, got)
		}
		if got := string(AppendEscaped(nil, tt.s, true)); got != tt.attr {
			t.Errorf("%q in an attribute: %q", tt.s, got)
		}
	}
}

// TestWriter closes what is open, leaves out what is empty but for alt, and bears being
// closed too often.
func TestWriter(t *testing.T) {
	w := NewWriter(8)
	w.Open("a", "x", "1", "y", "", "z", "\x00", "odd")
	w.Void("img", "alt", "", "src", "s")
	w.Element("i", "t<", "k", `"`)
	w.Open("b")
	w.CloseLine()
	w.Raw("<!>")
	w.Open("c")
	if got, want := string(w.Bytes()), `<a x="1"><img alt="" src="s"/><i k="&quot;">t&lt;</i><b></b>`+"\n<!><c></c></a>"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	w.Close()
}

// TestIDsOfAnchors: a name begins with a letter, and has no dot.
func TestIDsOfAnchors(t *testing.T) {
	for s, want := range map[string]string{
		"a-1": "a-1", "Zz": "Zz", "1a": "_1a", "-a": "_-a", "a.b": "a_x00002e_b", "é×": "é_x0000d7_", "÷": "__x0000f7_", "水": "水", "\u037e": "__x00037e_",
		"a_": "a_x00005f_", "a:b": "a_x00003a_b", "": "", "🌊": "__x01f30a_", "`": "__x000060_", "{": "__x00007b_", "@": "__x000040_", "[": "__x00005b_",
	} {
		if got := ID(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestDirs(t *testing.T) {
	for _, tt := range []struct{ lang, around, want string }{{"ar", "en", "rtl"}, {"en", "he", "ltr"}, {"en", "de", ""}, {"ar", "he", ""}} {
		if got := Dir(tt.lang, tt.around); got != tt.want {
			t.Errorf("%s in %s: %q", tt.lang, tt.around, got)
		}
	}
}
