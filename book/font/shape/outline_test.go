package shape

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"octavo/book/font/sfnt"
)

// reference reads a font with the parser of go-text, which shares no code with ours.
func reference(t *testing.T, data []byte) *font.Face {
	t.Helper()
	loader, err := ot.NewLoader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	f, err := font.NewFont(loader)
	if err != nil {
		t.Fatal(err)
	}
	return font.NewFace(f)
}

// rough is a segment with its coordinates in 1/64 of a unit, as text.
func rough(segments []sfnt.Segment) []string {
	var out []string
	for _, s := range segments {
		n := map[sfnt.Op]int{sfnt.MoveTo: 1, sfnt.LineTo: 1, sfnt.QuadTo: 2, sfnt.CubeTo: 3}[s.Op]
		if n > 0 {
			out = append(out, fmt.Sprint(s.Op, s.Pts[:n]))
		}
	}
	return out
}

func referenceOutline(f *font.Face, gid uint16) []sfnt.Segment {
	outline, _ := f.GlyphData(ot.GID(gid)).(font.GlyphOutline)
	var out []sfnt.Segment
	for _, s := range outline.Segments {
		seg := sfnt.Segment{Op: sfnt.Op(s.Op)}
		for i, p := range s.ArgsSlice() {
			seg.Pts[i] = sfnt.Point{X: floor64(p.X), Y: floor64(p.Y)}
		}
		out = append(out, seg)
	}
	return out
}

func floor64(v float32) int32 {
	n := int32(v * 64)
	if float32(n) > v*64 {
		n--
	}
	return n
}

// sameOutline compares two outlines to within a unit of 1/64, since go-text
// rounds to floating-point numbers, and a line that closes a contour counts for
// nothing.
func sameOutline(a, b []sfnt.Segment) error {
	a, b = drawn(a), drawn(b)
	if len(a) != len(b) {
		return fmt.Errorf("%d segments, want %d\n%v\n%v", len(a), len(b), rough(a), rough(b))
	}
	for i := range a {
		if a[i].Op != b[i].Op {
			return fmt.Errorf("segment %d: operation %d, want %d", i, a[i].Op, b[i].Op)
		}
		for j := range a[i].Pts {
			p, q := a[i].Pts[j], b[i].Pts[j]
			if max(p.X-q.X, q.X-p.X, p.Y-q.Y, q.Y-p.Y) > 1 {
				return fmt.Errorf("segment %d: %v, want %v", i, a[i].Pts, b[i].Pts)
			}
		}
	}
	return nil
}

// drawn drops the closing of contours: a CloseTo, and a line back to the start.
func drawn(segments []sfnt.Segment) []sfnt.Segment {
	var out []sfnt.Segment
	var start sfnt.Point
	for i, s := range segments {
		last := i+1 == len(segments) || segments[i+1].Op == sfnt.CloseTo || segments[i+1].Op == sfnt.MoveTo
		switch {
		case s.Op == sfnt.CloseTo, s.Op == sfnt.LineTo && last && s.Pts[0] == start:
			continue
		case s.Op == sfnt.MoveTo:
			start = s.Pts[0]
		}
		out = append(out, s)
	}
	return out
}

// testFonts are the built-in text faces, one Han face, and one with cubic outlines.
func testFonts(t *testing.T) map[string][]byte {
	t.Helper()
	fonts := map[string][]byte{}
	otf, err := os.ReadFile("../sfnt/testdata/garamond.otf")
	if err != nil {
		t.Fatal(err)
	}
	fonts["garamond.otf"] = otf
	for _, f := range Builtin().Faces() {
		switch f.Family() {
		case Serif, Sans, Mono, Classic, "Noto Serif KR", "Noto Sans Math":
			if f.Weight() == 400 {
				fonts[f.Name()] = f.Data()
			}
		}
	}
	return fonts
}

func TestOutlinesAgreeWithReference(t *testing.T) {
	for name, data := range testFonts(t) {
		t.Run(name, func(t *testing.T) {
			f, err := sfnt.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			ref := reference(t, data)
			for _, gid := range sample(f.NumGlyphs(), 1500) {
				if err := sameOutline(f.Outline(gid), referenceOutline(ref, gid)); err != nil {
					t.Fatalf("glyph %d: %v", gid, err)
				}
				if got, want := f.Advance(gid), int32(ref.HorizontalAdvance(ot.GID(gid))); got != want {
					t.Errorf("glyph %d: advance %d, want %d", gid, got, want)
				}
			}
			for _, r := range "AzéΩж한韓-\u00a0√" {
				want, _ := ref.NominalGlyph(r)
				if got, _ := f.GlyphID(r); ot.GID(got) != want {
					t.Errorf("%q: glyph %d, want %d", r, got, want)
				}
			}
		})
	}
}

// sample returns n glyph numbers below limit, or all, from 0 on.
func sample(limit, n int) []uint16 {
	var out []uint16
	if limit <= n {
		for i := range limit {
			out = append(out, uint16(i))
		}
		return out
	}
	rng := rand.New(rand.NewPCG(1, uint64(limit)))
	out = append(out, 0)
	for len(out) < n {
		out = append(out, uint16(rng.IntN(limit)))
	}
	return out
}

func TestSubsetsAgreeWithReference(t *testing.T) {
	for name, data := range testFonts(t) {
		t.Run(name, func(t *testing.T) {
			f, err := sfnt.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			glyphs := sample(f.NumGlyphs(), 400)
			glyphs = append(glyphs, glyphs[len(glyphs)-1]) // a glyph may be there twice
			if f.IsCFF() {
				checkCFF(t, f, data, glyphs)
				return
			}
			subset, err := sfnt.SubsetTrueType(f, glyphs, nil)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := sfnt.SubsetTrueType(f, glyphs, nil)
			if !bytes.Equal(subset, again) {
				t.Error("the same subset is other bytes")
			}
			cut, err := sfnt.Parse(subset)
			if err != nil {
				t.Fatal(err)
			}
			ref := reference(t, data)
			for i, gid := range glyphs {
				if err := sameOutline(cut.Outline(uint16(i)), referenceOutline(ref, gid)); err != nil {
					t.Fatalf("glyph %d as %d: %v", gid, i, err)
				}
				if got, want := cut.Advance(uint16(i)), f.Advance(gid); got != want {
					t.Errorf("glyph %d as %d: advance %d, want %d", gid, i, got, want)
				}
			}
		})
	}
}

// checkCFF gives a bare CFF table the tables that go-text wants around it.
func checkCFF(t *testing.T, f *sfnt.Font, data []byte, glyphs []uint16) {
	t.Helper()
	table, err := sfnt.SubsetCFF(f, glyphs)
	if err != nil {
		t.Fatal(err)
	}
	maxp := bytes.Clone(f.Table("maxp"))
	maxp[4], maxp[5] = byte(len(glyphs)>>8), byte(len(glyphs))
	tables := []sfnt.Table{{Tag: sfnt.MakeTag("CFF "), Data: table}, {Tag: sfnt.MakeTag("maxp"), Data: maxp}}
	for _, name := range []string{"head", "hhea", "hmtx", "cmap"} {
		tables = append(tables, sfnt.Table{Tag: sfnt.MakeTag(name), Data: f.Table(name)})
	}
	file := sfnt.Assemble(0x4f54544f, tables)
	original, cutRef := reference(t, data), reference(t, file)
	cut, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, gid := range glyphs {
		want := referenceOutline(original, gid)
		if err := sameOutline(cut.Outline(uint16(i)), want); err != nil {
			t.Fatalf("glyph %d as %d, read by us: %v", gid, i, err)
		}
		if err := sameOutline(referenceOutline(cutRef, uint16(i)), want); err != nil {
			t.Fatalf("glyph %d as %d, read by go-text: %v", gid, i, err)
		}
	}
}
