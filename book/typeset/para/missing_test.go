package para

import (
	"testing"

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
