package theme

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
)

// A Style is how one kind of text is set.
type Style struct {
	Name          StyleName
	Family        Role
	Size, Leading unit.Length
	Weight        int // 100 to 900
	Italic        bool
	SmallCaps     bool
	Caps          bool // set in capitals; the text stays as it is written
	OldStyle      bool // old-style figures
	Tracking      int  // thousandths of the size, after each glyph
	Color         Color
	Tint          Tint // the name of Color, "" for a colour of its own
	LineHeight    int  // thousandths of the size, on a page without a size; 0 for that of the text around
	Before, After unit.Length
	Indent        unit.Length // of the first line
	Left, Right   unit.Length // indents of all lines
	Align         Align
	Hyphenate     bool
}

// A Role is what a family of [Fonts] is for.
type Role string

// The roles.
const (
	Serif Role = "serif"
	Sans  Role = "sans"
	Mono  Role = "mono"
)

// An Align is how lines fill their measure.
type Align int

// The alignments. Balance is ragged right with lines of about equal length.
const (
	Justify Align = iota
	Left
	Center
	Right
	Balance
)

// aligns are the names of the alignments in theme.yaml.
var aligns = []string{"justify", "left", "center", "right", "balance"}

// align is a key with an alignment.
func align[T any](name, doc string, of func(*T) *Align) yaml.Field[settings[T]] {
	return field(name, doc, yaml.ChoiceOf(aligns), func(v yaml.Value) (Align, bool) {
		i := slices.Index(aligns, yaml.Choose(v, aligns))
		return Align(i), i >= 0
	}, of)
}

// readLineHeight reads ems from 1 to 3 in thousandths.
func readLineHeight(v yaml.Value) (int, bool) {
	text, em := strings.CutSuffix(v.Text(), "em")
	n, ok := parseMilli(text)
	if !ok || !em || n < 1000 || n > 3000 || n%10 != 0 {
		v.Report(rule.ValueRange.At(v.Pos(), "give from 1em to 3em, such as 1.35em", "%q is no distance of lines", book.Clip(v.Text(), 60)))
		return 0, false
	}
	return int(n), true
}

// The bounds of a size of type, generous: notes have some 8 points, titles seldom 40.
const (
	minSize = 4 * unit.Point
	maxSize = 200 * unit.Point
)

var styleKeys = slices.Concat(yaml.Object[settings[Style]]{
	yaml.NewField("like", "the style that it is like where nothing is said, but for the space before and after", yaml.ChoiceOf(StyleNames), func(s *settings[Style], v yaml.Value) {
		s.like, s.likeAt = yaml.Choose(v, StyleNames), v
	}),
	length("leading", "the distance of its lines on paper, from half of the size to four times it", 0, maxLength, func(s *Style) *unit.Length { return &s.Leading }),
}, lookKeys, yaml.Object[settings[Style]]{apart(reflowKeys)})

// reflowKeys are the keys of a style in the EPUB, which has no grid: its lines are as far
// apart as their size says.
var reflowKeys = slices.Concat(lookKeys, yaml.Object[settings[Style]]{
	field("line-height", "the distance of its lines, as a multiple of the size", yaml.Shape{Form: yaml.AnyText, Pattern: `^(?:[12](?:\.[0-9]{1,2})?|3(?:\.0{1,2})?)em$`}, readLineHeight, func(s *Style) *int { return &s.LineHeight }),
})

// lookKeys are the keys of a style in both editions.
var lookKeys = yaml.Object[settings[Style]]{
	choice("family", "the role of its family, of those under fonts", []Role{Serif, Sans, Mono}, func(s *Style) *Role { return &s.Family }),
	base[Style]("size", "the size of type", minSize, maxSize),
	number("weight", "how bold it is: 400 is regular, 700 bold", 100, 900, func(s *Style) *int { return &s.Weight }),
	flag("italic", "whether it is italic", func(s *Style) *bool { return &s.Italic }),
	flag("small-caps", "whether its small letters are small capitals", func(s *Style) *bool { return &s.SmallCaps }),
	flag("caps", "whether it is set in capitals", func(s *Style) *bool { return &s.Caps }),
	flag("old-style", "whether its figures are old-style, as high as small letters", func(s *Style) *bool { return &s.OldStyle }),
	number("tracking", "the room after each letter, in thousandths of the size", 0, 1000, func(s *Style) *int { return &s.Tracking }),
	styleColor,
	length("before", "the space before it", 0, maxLength, func(s *Style) *unit.Length { return &s.Before }),
	length("after", "the space after it", 0, maxLength, func(s *Style) *unit.Length { return &s.After }),
	length("indent", "how far its first line is indented", 0, maxLength, func(s *Style) *unit.Length { return &s.Indent }),
	length("left", "how far all of its lines are indented on the left", 0, maxLength, func(s *Style) *unit.Length { return &s.Left }),
	length("right", "how far all of its lines are indented on the right", 0, maxLength, func(s *Style) *unit.Length { return &s.Right }),
	align("align", "how its lines fill the measure", func(s *Style) *Align { return &s.Align }),
	flag("hyphenate", "whether its words are divided", func(s *Style) *bool { return &s.Hyphenate }),
}
