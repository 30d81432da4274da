package shape

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/book/font/sfnt"
)

func TestProbeTakesSoundFonts(t *testing.T) {
	for _, f := range Builtin().Faces() {
		if f.file.Langs != nil && (testing.Short() || f.Weight() > 400) {
			continue // Han fonts take a second each
		}
		if err := Probe(f.Font()); err != nil {
			t.Errorf("%s: %v", f.Name(), err)
		}
	}
}

// TestProbeNamesTheTable damages a table at a time.
func TestProbeNamesTheTable(t *testing.T) {
	for _, tt := range []struct {
		table, family string
		damage        func(table []byte)
		want          string
	}{
		{"cmap", Mono, pointBefore, "its table cmap, which has the glyphs of the characters, is damaged"},
		{"GSUB", "Noto Naskh Arabic", func(b []byte) { fill(b[len(b)/8:]) }, "its table GSUB, which substitutes glyphs, is damaged"},
		{"GPOS", "Noto Naskh Arabic", func(b []byte) { fill(b[len(b)/8:]) }, "its table GPOS, which positions glyphs, is damaged"},
		{"GSUB", "Noto Naskh Arabic", shareLookups, "its table GSUB, which substitutes glyphs, is damaged"},
		{"GPOS", "Noto Naskh Arabic", shareLookups, "its table GPOS, which positions glyphs, is damaged"},
		{"cmap", Mono, func(b []byte) { b[2] = 1 }, "its table cmap, which has the glyphs of the characters, is damaged"},
		{"glyf", Mono, func(b []byte) { fill(b[:64]) }, "its table glyf, which has the outlines, is damaged at glyph"},
		{"loca", Mono, func(b []byte) { fill(b[4:20]) }, "its table glyf, which has the outlines, is damaged at glyph"},
	} {
		f, err := sfnt.Parse(changed(t, tt.family, tt.table, tt.damage))
		if err != nil {
			t.Fatal(err)
		}
		if err := Probe(f); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.table, err, tt.want)
		}
	}
}

// shareLookups makes a thousand lookups of one, which has a thousand subtables that are
// one: the library would make an object of each.
func shareLookups(table []byte) {
	const many = 1000
	b := append(table[:0], 0, 1, 0, 0, 0, 0, 0, 0, 0, 10)
	add := func(v uint16) { b = binary.BigEndian.AppendUint16(b, v) }
	add(many)
	for range many {
		add(2 + 2*many)
	}
	add(1)
	add(0)
	add(many)
	for range many {
		add(6 + 2*many)
	}
	for _, v := range []uint16{1, 6, 1, 1, 1, 5} { // adds 1 to the glyph 5
		add(v)
	}
}

func fill(b []byte) {
	for i := range b {
		b[i] = 0x7f
	}
}

// pointBefore makes a segment of a character map of format 4 point before its glyphs.
func pointBefore(cmap []byte) {
	for i := range int(binary.BigEndian.Uint16(cmap[2:])) {
		sub := cmap[binary.BigEndian.Uint32(cmap[8+8*i:]):]
		if binary.BigEndian.Uint16(sub) == 4 {
			n := int(binary.BigEndian.Uint16(sub[6:])) / 2
			binary.BigEndian.PutUint16(sub[16+6*n+2*(n/2):], 2)
		}
	}
}

// changed returns the file of a built-in font with a table changed.
func changed(t testing.TB, family, table string, change func([]byte)) []byte {
	t.Helper()
	data := bytes.Clone(Builtin().Stack(family, 400, false).Face().Data())
	f, err := sfnt.Parse(data)
	if err != nil || f.Table(table) == nil {
		t.Fatalf("%s has no table %s: %v", family, table, err)
	}
	change(f.Table(table))
	return data
}

// mutants are fonts whose tables are changed at random: of TrueType, with layout of
// complex scripts, and with cubic outlines.
func mutants(t testing.TB) [][]byte {
	otf, err := os.ReadFile(filepath.Join("..", "sfnt", "testdata", "garamond.otf"))
	if err != nil {
		t.Fatal(err)
	}
	lib := Builtin()
	list := [][]byte{otf}
	for _, family := range []string{Mono, "Noto Naskh Arabic", "Noto Serif Devanagari", "Noto Sans Thai"} {
		list = append(list, lib.Stack(family, 400, false).Face().Data())
	}
	return list
}

// mutate changes one to eight places of a table: a byte, or a count or an offset.
func mutate(rng *rand.Rand, table []byte) {
	for range 1 + rng.IntN(8) {
		at := rng.IntN(len(table))
		if rng.IntN(2) == 0 {
			at = rng.IntN(min(len(table), 64))
		}
		switch rng.IntN(3) {
		case 0:
			table[at] = byte(rng.Uint32())
		case 1:
			table[at] ^= 1 << rng.IntN(8)
		default:
			if at+2 <= len(table) {
				binary.BigEndian.PutUint16(table[at:], []uint16{0, 1, 0x7fff, 0xffff, uint16(len(table))}[rng.IntN(5)])
			}
		}
	}
}

// TestProbedFontsAreSet checks that text in a font which Probe takes is set by the shaper,
// whatever is damaged, and that what Probe says of others is for people. One mutant in a
// thousand is taken and fails at pairs or features that Probe does not try: Failed lists it.
func TestProbedFontsAreSet(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 126))
	fonts := mutants(t)
	texts := []string{"office AV 12,5% é", "السلام عليكم لا", "क्षत्रिय र्कि", "ที่นี้ น้ำ"}
	n, failed := 30, 0
	if !testing.Short() {
		n = 150
	}
	for i := range n {
		data := bytes.Clone(fonts[i%len(fonts)])
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		names := slices.DeleteFunc([]string{"cmap", "GSUB", "GPOS", "GDEF", "glyf", "loca", "CFF ", "hmtx", "head", "maxp", "hhea", "OS/2"},
			func(name string) bool { return len(f.Table(name)) == 0 })
		name := names[rng.IntN(len(names))]
		mutate(rng, f.Table(name))
		if f, err = sfnt.Parse(data); err != nil {
			continue
		}
		if err := Probe(f); err != nil {
			if strings.Contains(err.Error(), "runtime") || strings.Contains(err.Error(), "fault") {
				t.Errorf("mutant %d of %s: %v", i, name, err)
			}
			continue
		}
		lib, err := NewLibrary([]File{{Family: "Own", Weight: 400, Data: func() ([]byte, error) { return data, nil }}})
		if err != nil {
			t.Fatal(err)
		}
		stack := lib.Stack("Own", 400, false)
		for _, text := range texts {
			checkRuns(t, text, stack.Shape(text, Options{SmallCaps: true}))
		}
		failed += len(lib.Failed())
	}
	if failed > n/100 {
		t.Errorf("%d of %d mutants were taken and fail", failed, n)
	}
}
