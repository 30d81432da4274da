package sfnt

import (
	"slices"
	"testing"
)

// A part is a part of a table: numbers of 16 bits (int), offsets of 16 bits (part)
// and of 32 (far).
type part []any

// far is a part that is led to by 32 bits.
type far []any

// bytes writes a part, and behind it all that it leads to.
func (p part) bytes() []byte {
	size := 0
	for _, x := range p {
		size += 2
		if _, ok := x.(far); ok {
			size += 2
		}
	}
	var head, tail []byte
	for _, x := range p {
		at := size + len(tail)
		switch x := x.(type) {
		case int:
			head = append16(head, x)
		case part:
			head, tail = append16(head, at), append(tail, x.bytes()...)
		case far:
			head, tail = append32(head, uint32(at)), append(tail, part(x).bytes()...)
		}
	}
	return append(head, tail...)
}

// Parts that others hold; behind each, what it weighs.
var (
	cover    = part{1, 2, 10, 11}           // 3
	spans    = part{2, 2, 1, 3, 0, 7, 9, 3} // 7
	kinds    = part{1, 5, 2, 0, 1}          // 3
	rule     = part{2, 1, 7, 0, 0}          // 6
	chained  = part{1, 7, 2, 8, 1, 9, 1, 0, 0}
	coarse   = part{12, 27, 1, 0, 0}             // 5
	fine     = part{12, 27, 3, 0, 0, 0}          // 11
	varied   = part{0, 0, 0x8000}                // 3
	anchored = part{1, 3, 4}                     // 4
	adjusted = part{3, 1, 1, coarse, varied}     // 12
	marked   = part{2, 0, anchored, 1, anchored} // 12
	based    = part{1, anchored, adjusted}       // 18
	language = part{0, 0, 2, 1, 2}               // 3
	script   = part{language, 1, 0, 0, language} // 9
	feature  = part{0, 2, 1, 2}                  // 3
	lookup   = part{1, 0, 1, part{1, cover, 5}}  // 36
)

// TestWeigh counts the numbers of small tables by hand, one for each kind of branch.
func TestWeigh(t *testing.T) {
	substitution := func(kind int) func(*weigher, []byte) {
		return func(w *weigher, b []byte) { w.substitution(kind, b) }
	}
	position := func(kind int) func(*weigher, []byte) {
		return func(w *weigher, b []byte) { w.gpos = true; w.position(kind, b) }
	}
	for _, tt := range []struct {
		name string
		walk func(*weigher, []byte)
		part part
		want int
	}{
		{"coverage of ranges", substitution(1), part{1, spans, 5}, 7},
		{"one for one", substitution(1), part{2, cover, 3, 1, 2, 3}, 3 + 4},
		{"one for many", substitution(2), part{1, cover, 2, part{3, 1, 2, 3}, part{1, 1}}, 3 + 2 + 4 + 2},
		{"alternates", substitution(3), part{1, cover, 1, part{3, 1, 2, 3}}, 3 + 1 + 4},
		{"ligatures", substitution(4), part{1, cover, 1, part{2, part{9, 3, 1, 2}, part{9, 2, 1}}}, 3 + 1 + 2 + 4 + 3},
		{"context of glyphs", substitution(5), part{1, cover, 1, part{1, rule}}, 3 + 1 + 1 + 6},
		{"context of classes", substitution(5), part{2, cover, kinds, 1, part{1, rule}}, 3 + 3 + 1 + 1 + 6},
		{"context of coverages", substitution(5), part{3, 2, 1, cover, spans, 0, 0}, 2 + 3 + 7 + 2},
		{"chain of glyphs", substitution(6), part{1, cover, 1, part{1, chained}}, 3 + 1 + 1 + 9},
		{"chain of classes", substitution(6), part{2, cover, kinds, kinds, part{2, 1, 1, 3, 1}, 1, part{1, chained}}, 3 + 3 + 3 + 4 + 1 + 1 + 9},
		{"chain of coverages", substitution(6), part{3, 1, cover, 2, cover, spans, 1, cover, 1, 0, 0}, 4 + 3 + 3 + 7 + 3 + 2},
		{"backwards", substitution(8), part{1, cover, 1, cover, 1, spans, 2, 5, 6}, 3 + 4 + 8 + 3},
		{"one value", position(1), part{1, cover, 0x5, 9, 9}, 3 + 2},
		{"no value", position(1), part{1, cover, 0}, 3 + 1},
		{"values", position(1), part{2, cover, 0x5, 2, 1, 1, 2, 2}, 3 + 4},
		{"a value with a device", position(1), part{1, cover, 0x14, 9, fine}, 3 + 2 + 11},
		{"values with devices", position(1), part{2, cover, 0x84, 2, 9, coarse, 9, varied}, 3 + 4 + 5 + 3},
		{"pairs of glyphs", position(2), part{1, cover, 4, 0, 2, part{2, 30, 1, 31, 2}, part{1, 30, 1}}, 3 + 2 + 4 + 2},
		{"pairs of glyphs with devices", position(2), part{1, cover, 4, 0x40, 1, part{2, 30, 1, coarse, 31, 2, 0}}, 3 + 1 + 6 + 5},
		{"pairs of classes", position(2), part{2, cover, 4, 1, kinds, kinds, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 3 + 3 + 3 + 12},
		{"pairs of classes with devices", position(2), part{2, cover, 0x44, 0, kinds, kinds, 1, 2, 5, coarse, 6, varied}, 3 + 3 + 3 + 4 + 5 + 3},
		{"cursive", position(3), part{1, cover, 2, anchored, adjusted, 0, anchored}, 3 + 4 + 4 + 12 + 4},
		{"marks on letters", position(4), part{1, cover, cover, 2, marked, based}, 3 + 3 + 12 + 18},
		{"marks on ligatures", position(5), part{1, cover, cover, 2, marked, part{1, based}}, 3 + 3 + 12 + 1 + 18},
		{"marks on marks", position(6), part{1, cover, cover, 2, marked, based}, 3 + 3 + 12 + 18},
		{"positions in context", position(7), part{1, cover, 1, part{1, rule}}, 3 + 1 + 1 + 6},
		{"positions in a chain", position(8), part{1, cover, 1, part{1, chained}}, 3 + 1 + 1 + 9},
		{"a lookup", (*weigher).lookup, lookup, 36},
		{"an extension", (*weigher).lookup, part{7, 0, 1, part{1, 2, far{1, cover, 1, part{1, 1}}}}, 16 + 1 + 16 + 3 + 1 + 2},
		{"an extension of positions", func(w *weigher, b []byte) { w.gpos = true; w.lookup(b) }, part{9, 0, 1, part{1, 3, far{1, cover, 1, anchored, 0}}}, 16 + 1 + 16 + 3 + 2 + 4},
		{"an extension to nowhere", (*weigher).lookup, part{7, 0, 1, part{1, 2, 0x7fff, 0}}, 16 + 1 + 16},
		{"all of a table", (*weigher).layout, part{1, 0, part{1, 0, 0, script}, part{1, 0, 0, feature}, part{1, lookup}}, 3 + 9 + 3 + 3 + 1 + 36},
		{"variations", (*weigher).layout, part{1, 1, 0, 0, 0, far{1, 0, 0, 1, far{2}, far{1, 0, 1, 0, far{0, 2, 1, 2}}}}, 4 + 16 + 3 + 3},
		{"no variations", (*weigher).layout, part{1, 1, 0, 0, 0, 0, 0}, 0},
		{"definitions", (*weigher).definitions, part{1, 2, kinds,
			part{cover, 1, part{2, 4, 5}},
			part{cover, 1, part{2, part{1, 100}, part{3, 100, coarse}}},
			kinds,
			part{1, 2, far{1, 1, 5}, far{2, 1, 5, 6, 0}}}, 3 + (3 + 1 + 3) + (3 + 1 + 2 + 3 + 8) + 3 + (4 + 2 + 4)},
		{"old definitions", (*weigher).definitions, part{1, 0, kinds, 0, 0, 0, 20}, 3},
	} {
		w := weigher{left: maxLayout}
		if tt.walk(&w, tt.part.bytes()); maxLayout-w.left != tt.want {
			t.Errorf("%s weighs %d, want %d", tt.name, maxLayout-w.left, tt.want)
		}
	}
}

// TestWeighBuiltin compares the weights of whole fonts with the size of their tables:
// no part is counted that is not there, and few are shared.
func TestWeighBuiltin(t *testing.T) {
	for _, path := range []string{serifPath, mathPath, "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf.zst", "noto-serif-devanagari/NotoSerifDevanagari-Regular.ttf.zst"} {
		f := builtin(t, path)
		for _, name := range []string{"GSUB", "GPOS", "GDEF"} {
			w := weigher{left: maxLayout, gpos: name == "GPOS"}
			if table := f.Table(name); name == "GDEF" {
				w.definitions(table)
			} else {
				w.layout(table)
			}
			if words, size := maxLayout-w.left, len(f.Table(name))/2; words < size/4 || words > 2*size {
				t.Errorf("%s: %s weighs %d, and has %d numbers", path, name, words, size)
			}
		}
	}
}

// TestOvergrown gives tables whose branches are one: each number is met two
// thousand times two thousand times.
func TestOvergrown(t *testing.T) {
	const many = 2100
	// alike is a list of offsets of size bytes that all lead to the part behind it.
	alike := func(n, size int, what []byte) []byte {
		b := append16(nil, n)
		for range n {
			b = append(b, make([]byte, size-2)...)
			b = append16(b, 2+size*n)
		}
		return append(b, what...)
	}
	subtables := append([]byte{0, 1, 0, 0}, alike(many, 2, part{1, 0, 5}.bytes())...)
	for i := range many { // measured from the lookup's beginning
		put16(subtables, 6+2*i, 6+2*many)
	}
	header := func(script, feature, lookup int) []byte { return part{1, 0, script, feature, lookup}.bytes() }
	scripts := alike(many, 6, append([]byte{0, 0}, alike(many, 6, part{0, 0, 2, 1, 2}.bytes())...))
	carets := append([]byte{0, 0}, alike(many, 2, alike(many, 2, part{1, 9}.bytes()))...)
	maps := append(part{0, maxMaps + 1}.bytes(), make([]byte, 8*(maxMaps+1))...)
	for _, tt := range []struct {
		name  string
		table []byte
		want  bool
	}{
		{"GSUB", slices.Concat(header(0, 0, 10), alike(many, 2, subtables)), true},
		{"GPOS", slices.Concat(header(0, 0, 10), alike(many, 2, subtables)), true},
		{"GSUB", slices.Concat(header(0, 0, 10), alike(90, 2, subtables)), false},
		{"GSUB", slices.Concat(header(10, 0, 0), scripts), true},
		{"GSUB", slices.Concat(header(0, 10, 0), alike(many, 6, append([]byte{0, 0}, alike(many, 2, nil)...))), true},
		{"GDEF", slices.Concat(part{1, 0, 0, 0, 12, 0}.bytes(), carets), true},
		{"cmap", maps, true},
		{"cmap", part{0, maxMaps}.bytes(), false},
		{"kern", slices.Concat(header(0, 0, 10), alike(many, 2, subtables)), false},
		{"GSUB", nil, false},
	} {
		f := &Font{tables: []Table{{MakeTag(tt.name), tt.table}}}
		if got := f.Overgrown(tt.name); got != tt.want {
			t.Errorf("a table %s of %d bytes is overgrown: %v, want %v", tt.name, len(tt.table), got, tt.want)
		}
	}
}
