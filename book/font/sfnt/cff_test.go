package sfnt

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestCFFIndex reads indexes, whole and broken (Technical Note 5176, table 7).
func TestCFFIndex(t *testing.T) {
	for _, tt := range []struct {
		data []byte
		at   int
		want string
	}{
		{nil, 0, "[] 0 false"}, {[]byte{0}, 0, "[] 0 false"}, {[]byte{0, 0}, -1, "[] 0 false"}, {[]byte{0, 0}, 0, "[] 2 true"},
		{[]byte{0, 1, 1, 1, 3, 'a', 'b'}, 0, "[ab] 7 true"},
		{[]byte{9, 9, 0, 2, 1, 1, 2, 4, 'a', 'b', 'c'}, 2, "[a bc] 11 true"},
		{[]byte{0, 1, 2, 0, 1, 0, 2, 'a'}, 0, "[a] 8 true"},
		{[]byte{0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 2, 'a'}, 0, "[a] 12 true"},
		{[]byte{0, 1, 5, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 'a'}, 0, "[] 0 false"},
		{[]byte{0, 1, 0, 'a'}, 0, "[] 0 false"},
		{[]byte{0, 1, 1, 0, 2, 'a'}, 0, "[] 0 false"},
		{[]byte{0, 1, 1, 2, 1, 'a'}, 0, "[] 0 false"},
		{[]byte{0, 1, 1, 1, 3, 'a'}, 0, "[] 0 false"},
		{[]byte{0, 1, 1, 1}, 0, "[] 0 false"},
		{[]byte{0, 1, 1, 1, 1}, 0, "[] 5 true"},
	} {
		entries, end, ok := cffIndex(tt.data, tt.at)
		if got := fmt.Sprintf("%s %d %t", entries, end, ok); got != tt.want {
			t.Errorf("%v at %d: %s, want %s", tt.data, tt.at, got, tt.want)
		}
	}
	for length, size := range map[int]byte{1: 1, 254: 1, 255: 2, 65534: 2, 65535: 3} {
		entry := bytes.Repeat([]byte{'a'}, length)
		index := appendIndex([]byte{7}, [][]byte{entry, nil})
		if entries, end, ok := cffIndex(index, 1); !ok || end != len(index) || len(entries) != 2 || !bytes.Equal(entries[0], entry) || len(entries[1]) > 0 || index[3] != size {
			t.Errorf("an entry of %d bytes: offsets of %d, want %d; %d entries", length, index[3], size, len(entries))
		}
	}
}

// TestFontSelection reads both formats of the fonts of glyphs (Technical Note 5176, section 19).
func TestFontSelection(t *testing.T) {
	for _, tt := range []struct {
		table []byte
		want  string
	}{
		{[]byte{0, 1, 0, 1, 0}, "[1 0 1 0] <nil>"}, {[]byte{0, 1}, "[1 0 0 0] <nil>"}, {nil, "[0 0 0 0] <nil>"},
		{[]byte{3, 0, 2, 0, 0, 1, 0, 3, 0, 0, 4}, "[1 1 1 0] <nil>"},
		{[]byte{3, 0, 1, 0, 1, 1, 0, 9}, "[0 1 1 1] <nil>"},
		{[]byte{3, 0, 1, 0, 1, 1, 0, 1}, "[0 0 0 0] broken CFF table: font selection"},
		{[]byte{1}, "[0 0 0 0] broken CFF table: font selection"},
		{[]byte{0, 0, 2}, "[0 2 0 0] broken CFF table: no font 2"},
	} {
		c := &cff{fonts: make([]cffFont, 2), fdSelect: make([]byte, 4)}
		if got := fmt.Sprint(c.readSelect(tt.table)); fmt.Sprint(c.fdSelect, " ", got) != tt.want {
			t.Errorf("%v: %v %s, want %s", tt.table, c.fdSelect, got, tt.want)
		}
	}
}

// TestPrivate reads private dictionaries with subroutines and without.
func TestPrivate(t *testing.T) {
	plain := []byte{140, 20, 141, 21}
	dict := appendOp(appendInt(slices.Clone(plain), 10), opSubrs)
	data := appendIndex(dict, [][]byte{{csReturn}, {csEndChar}})
	for _, tt := range []struct {
		place []int
		want  string
	}{
		{nil, "[] [] <nil>"}, {[]int{4}, "[] [] <nil>"}, {[]int{4, 0}, "[140 20 141 21] [] <nil>"}, {[]int{2, 2}, "[141 21] [] <nil>"},
		{[]int{len(dict), 0}, "[140 20 141 21] [[11] [14]] <nil>"},
		{[]int{len(data), 1}, "[] [] broken CFF table: private dictionary"},
		{[]int{len(dict) - 2, 2}, "[141 21] [] broken CFF table: subroutines"},
	} {
		f, err := readPrivate(data, tt.place)
		if got := fmt.Sprint(f.private, f.subrs, err); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.place, got, tt.want)
		}
	}
}

// TestSubsetOfFonts writes glyphs of two fonts of a CID-keyed one and reads them again, and
// names the part that is missing where the table is cut short.
func TestSubsetOfFonts(t *testing.T) {
	glyphs := [][]byte{{csEndChar}, {140, csHMoveTo, csEndChar}, {141, csHMoveTo, csEndChar}, {142, csHMoveTo, csEndChar}}
	c := &cff{
		charStrings: glyphs, fdSelect: []byte{1, 0, 0, 1}, matrix: []byte{140, 139, 139, 140, 139, 139}, bbox: []byte{139, 139, 141, 142},
		fonts: []cffFont{{private: []byte{140, 20}}, {private: []byte{141, 20, 142, 21}, matrix: []byte{141, 139, 139, 141, 139, 139}}},
	}
	s := cffSubset{cff: c, fontOf: map[int]int{}}
	for _, gid := range []uint16{0, 2, 1, 3} {
		if err := s.add(gid); err != nil {
			t.Fatal(err)
		}
	}
	s.addEmpty()
	table := s.table("Quay")
	want := &cff{
		charStrings: [][]byte{glyphs[0], glyphs[2], glyphs[1], glyphs[3], glyphs[0]}, fdSelect: []byte{0, 1, 1, 0, 0},
		matrix: c.matrix, bbox: c.bbox, fonts: []cffFont{c.fonts[1], c.fonts[0]},
	}
	got, err := parseCFF(table)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("got %v, %v, want %v", got, err, want)
	}
	if names, _, _ := cffIndex(table, 4); fmt.Sprintf("%s", names) != "[Quay]" {
		t.Errorf("the names are %q", names)
	}
	var faults []string
	for n := range table {
		if _, err := parseCFF(table[:n]); err == nil {
			t.Errorf("%d bytes of %d are a table", n, len(table))
		} else if faults = append(faults, strings.TrimPrefix(err.Error(), "broken CFF table: ")); slices.Contains(faults[:n], faults[n]) && faults[n-1] != faults[n] {
			t.Errorf("%d bytes: %s again", n, faults[n])
		}
	}
	if got := strings.Join(slices.Compact(faults), ", "); got != "names, top dictionary, strings, global subroutines, no outlines, font dictionaries, private dictionary" {
		t.Errorf("the faults are %s", got)
	}
	for n, want := range map[int]string{1: "[0]", 2: "[2 0 1 0 0]", 300: "[2 0 1 1 42]"} {
		if got := fmt.Sprint((&cffSubset{glyphs: make([][]byte, n)}).charset()); got != want {
			t.Errorf("the charset of %d glyphs is %s, want %s", n, got, want)
		}
	}
}

// TestFlatten puts subroutines in the places of their calls.
func TestFlatten(t *testing.T) {
	const first, second = 32, 33 // -107 and -106: the first subroutines
	c := cffFont{subrs: [][]byte{{140, 141, csRLineTo, csReturn, 150}, {142, csReturn}, {csEndChar}, {second, csCallSubr, 143, csCallGSubr}, {140, 141, csHStem}}}
	global := [][]byte{{150, csVLineTo}}
	for _, tt := range []struct {
		name       string
		code, want []byte
	}{
		{"a call", []byte{139, csHMoveTo, first, csCallSubr, csEndChar}, []byte{139, csHMoveTo, 140, 141, csRLineTo, csEndChar}},
		{"a global one", []byte{first, csCallGSubr}, []byte{150, csVLineTo, csEndChar}},
		{"operands of a subroutine", []byte{second, csCallSubr, 143, csRLineTo}, []byte{142, 143, csRLineTo, csEndChar}},
		{"an end in a subroutine", []byte{first + 2, csCallSubr, 140, csHLineTo}, []byte{csEndChar}},
		{"operands left over", []byte{139, csHMoveTo, 140, 141}, []byte{139, csHMoveTo, csEndChar}},
		{"stems of a subroutine", []byte{first + 4, csCallSubr, 140, 141, csHintMask, csCallSubr, csEndChar}, []byte{140, 141, csHStem, 140, 141, csHintMask, csCallSubr, csEndChar}},
		{"nine stems", slices.Concat(bytes.Repeat([]byte{140}, 18), []byte{csCntrMask, csCallSubr, csCallSubr, csEndChar}), slices.Concat(bytes.Repeat([]byte{140}, 18), []byte{csCntrMask, csCallSubr, csCallSubr, csEndChar})},
	} {
		f := &cff{charStrings: [][]byte{tt.code}, globalSubrs: global, fonts: []cffFont{c}}
		if got, err := f.flatten(0); err != nil || !bytes.Equal(got, tt.want) {
			t.Errorf("%s: %v, %v, want %v", tt.name, got, err, tt.want)
		}
	}
	chain := func(n int) (list [][]byte) {
		for i := range n - 1 {
			list = append(list, []byte{byte(first + i + 1), csCallSubr})
		}
		return append(list, []byte{csEndChar})
	}
	for _, tt := range []struct {
		name  string
		code  []byte
		subrs [][]byte
		want  error
	}{
		{"ten levels", []byte{first, csCallSubr}, chain(10), nil},
		{"eleven levels", []byte{first, csCallSubr}, chain(11), errCharString},
		{"all calls", bytes.Repeat([]byte{first, csCallSubr}, maxSubrCalls-1), [][]byte{nil}, nil},
		{"a call too many", bytes.Repeat([]byte{first, csCallSubr}, maxSubrCalls), [][]byte{nil}, errCharString},
		{"the greatest length", bytes.Repeat([]byte{csVMoveTo}, maxCharString), nil, nil},
		{"too long", bytes.Repeat([]byte{csVMoveTo}, maxCharString+1), nil, errCharString},
	} {
		f := &cff{charStrings: [][]byte{tt.code}, fonts: []cffFont{{subrs: tt.subrs}}}
		if _, err := f.flatten(0); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	for number, want := range map[[2]byte]int64{{32}: -107, {246}: 107, {247}: 108, {247, 255}: 363, {250, 255}: 1131, {251}: -108, {254, 255}: -1131} {
		if got := charNumber(number[:]); got != want<<16 {
			t.Errorf("%v is %d/65536, want %d", number, got, want)
		}
	}
}
