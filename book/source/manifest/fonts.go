package manifest

import (
	"strconv"
	"strings"
	"unicode"

	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
)

// A Font is a font file of the manuscript. What the manifest does not say of a font is
// read from the file.
type Font struct {
	File   Path
	Family string
	Weight int // 0 when not said
	Italic bool
	Said   bool // whether it is italic
}

var fontKeys = yaml.Object[Font]{
	yaml.Required(yaml.NewField("file", "the file, TrueType or OpenType", file, func(f *Font, v yaml.Value) { f.File = Path{v.Line(), v.Pos()} })),
	yaml.NewField("family", "the family's name, where it is to be another than the file says", text, func(f *Font, v yaml.Value) {
		if f.Family = v.Line(); !FamilyName(f.Family) {
			v.Report(rule.FontName.At(v.Pos(), "use letters, digits, spaces and hyphens, 60 at most", "%q is no name of a font family", f.Family))
			f.Family = ""
		}
	}),
	yaml.NewField("weight", "from 100 to 900; 400 is regular, 700 bold", text, func(f *Font, v yaml.Value) {
		n, err := strconv.Atoi(v.Line())
		if err != nil || n < 100 || n > 900 {
			v.Report(rule.FontWeight.At(v.Pos(), "400 is regular, 700 bold", "a weight is a number from 100 to 900"))
			return
		}
		f.Weight = n
	}),
	yaml.NewField("italic", "whether it is italic", flag, func(f *Font, v yaml.Value) { f.Italic, f.Said = v.Bool(), true }),
}

// FamilyName reports whether s can be the name of a family in every edition. A style
// sheet has the name in quotation marks, so that nothing in it may end them. 60 bytes
// are generous: the families of real fonts have names of 10 to 30.
func FamilyName(s string) bool {
	return s != "" && len(s) <= 60 && strings.TrimSpace(s) == s && strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(" -_.+'", r)
	}) < 0
}

func (r *reader) fonts(v yaml.Value) {
	for _, v := range many(v) {
		f := Font{File: Path{Pos: v.Pos()}}
		if v.Kind() == yaml.Scalar {
			f.File.Name = v.Line()
		} else {
			fontKeys.Decode(&f, v)
		}
		if f.File.Name != "" {
			r.Fonts = append(r.Fonts, f)
		}
	}
}
