package sfnt

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestDictEntries reads the forms of numbers that a dictionary of CFF may have, those of Adobe
// Technical Note #5176, table 4, and operators of one byte and of two.
func TestDictEntries(t *testing.T) {
	var got []string
	dict := []byte{
		139, 239, 39, 17, // 0, 100, -100
		250, 124, 254, 124, 12, 7, // 1000, -1000
		28, 0x27, 0x10, 28, 0xd8, 0xf0, 18, // 10000, -10000
		29, 0, 1, 0x86, 0xa0, 29, 0xff, 0xfe, 0x79, 0x60, 15, // 100000, -100000
		30, 0xe2, 0xa2, 0x5f, 140, 20, // -2.25, 1
		21, // nothing
	}
	dictEntries(dict, func(op int, operands []byte) {
		got = append(got, fmt.Sprint(op, dictInts(operands)))
	})
	want := []string{"17 [0 100 -100]", "3079 [1000 -1000]", "18 [10000 -10000]", "15 [100000 -100000]", "20 [0 1]", "21 []"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, broken := range [][]byte{{28, 1}, {29, 1, 2, 3}, {30, 0x12}, {22, 17}, {255, 17}, {247}} {
		dictEntries(broken, func(op int, operands []byte) { t.Errorf("%v: operator %d of %v", broken, op, operands) })
	}
}

// TestPostScript makes names as a PDF may have them.
func TestPostScript(t *testing.T) {
	for name, want := range map[string]string{
		"EBGaramond-Bold": "EBGaramond-Bold", "My Font_2 (Italic)/[x]": "MyFont_2Italicx", "Größe": "Gre", "명조": "Unnamed", "": "Unnamed",
		strings.Repeat("long ", 20): strings.Repeat("long", 20)[:63],
	} {
		if got := postScript(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}
