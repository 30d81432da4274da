package para

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/font/shape"
)

func TestMissingRune(t *testing.T) {
	face := shape.Builtin().Stack(shape.Serif, 400, false).Face()
	glyphs := func(lens ...uint8) []shape.Glyph {
		list := make([]shape.Glyph, len(lens))
		for i, n := range lens {
			list[i].Len = n
		}
		return list
	}
	for _, c := range []struct {
		name string
		run  shape.Run
		i    int
		want rune
	}{
		{"left to right", shape.Run{Text: "aשb", Glyphs: glyphs(1, 2, 1)}, 1, 'ש'},
		{"right to left", shape.Run{Text: "שםר", Glyphs: glyphs(2, 2, 2), RTL: true}, 0, 'ר'},
		{"of a cluster", shape.Run{Text: "xש#\U000fffff", Glyphs: glyphs(1, 2, 5)}, 2, '\U000fffff'},
		{"later glyph of a cluster", shape.Run{Text: "xשy", Glyphs: glyphs(1, 2, 0, 1)}, 2, 'ש'},
		{"of a cluster, beside what shows nothing", shape.Run{Text: "#\ufe0f\U000fffff", Glyphs: glyphs(8)}, 0, '\U000fffff'},
		{"nothing left", shape.Run{Text: "x", Glyphs: glyphs(1, 1)}, 1, '\uFFFD'},
	} {
		c.run.Face = face
		if got := missingRune(&c.run, c.i); got != c.want {
			t.Errorf("%s: %U, want %U", c.name, got, c.want)
		}
	}
}

// TestLacking wants one finding a script, at its first letter, and one for each sign that
// belongs to no script.
func TestLacking(t *testing.T) {
	at := func(line int) book.Pos { return book.Pos{File: "a.md", Line: line, Col: 1} }
	var got []string
	for _, d := range Lacking([]Lack{
		{'ம', at(3), 2}, {'\U000fffff', at(4), 1}, {'க', at(5), 4}, {'ம', at(6), 1}, {'დ', at(7), 1}, {'\u20e3', at(8), 2},
	}) {
		got = append(got, strings.TrimSpace(d.String()))
	}
	want := []string{
		"a.md:3:1: warning: no font has letters of Tamil, such as ம க, in 7 words from here on [glyph-missing]\n    hint: list a font for Tamil under fonts in book.yaml",
		"a.md:4:1: warning: no font has the character U+FFFFF [glyph-missing]\n    hint: list a font that has it under fonts in book.yaml",
		"a.md:7:1: warning: no font has the character U+10D3 დ [glyph-missing]\n    hint: list a font for Georgian under fonts in book.yaml",
		"a.md:8:1: warning: no font has the character U+20E3 \u20e3, in 2 words from here on [glyph-missing]\n    hint: list a font that has it under fonts in book.yaml",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the findings are\n%s", strings.Join(got, "\n"))
	}
}
