package theme

import (
	"slices"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
)

// Keys returns the keys of theme.yaml.
func Keys() []yaml.Key { return keys.Shape().Keys }

// keys are the keys of theme.yaml in the order of the manual. The keys of each group stand
// beside the type that they fill.
var keys = yaml.Object[draft]{
	yaml.NewField("name", "how the theme is called", text, func(d *draft, v yaml.Value) { d.name = v.Line() }),
	yaml.NewField("extends", "the built-in theme that it changes", yaml.ChoiceOf(Names()), func(d *draft, v yaml.Value) { d.extends, d.extendsAt = v.Line(), v }),
	yaml.NewField("epub-css", "whether epub.css stands after the style sheet of the theme extended, or in its place", yaml.ChoiceOf(joins), func(d *draft, v yaml.Value) {
		d.replace = yaml.Choose(v, joins) == replacing
	}),
	group("fonts", "the families by their roles", fontKeys),
	group("page", "the page: its trim, margins and grid", pageKeys),
	group("paragraph", "the taste in breaking paragraphs, in the terms of Knuth and Plass", lineKeys),
	group("opening", "what opens an article, or other matter", openingKeys),
	group("blocks", "what is drawn around blocks that stand apart", blockKeys),
	group("heads", "running heads and folios", headKeys),
	in(ornament("break-ornament", "what stands for a thematic break; nothing for three small squares", func(t *Theme) *string { return &t.Ornament })),
	in(choice("emphasis-marks", "the form of the marks that stress each character in Chinese, Japanese and Korean; none for bold letters", marks, func(t *Theme) *Marks { return &t.Marks })),
	group("colors", "colours that are not the colour of a style", colorKeys),
	in(field("logo", "the publisher's logo: a file in the theme's folder", LogoShape(), func(v yaml.Value) (*book.Logo, bool) {
		l := ReadLogo(v)
		return l, l != nil
	}, func(t *Theme) **book.Logo { return &t.Logo })),
	yaml.NewField("styles", "how each kind of text is set", styles.Shape(), func(d *draft, v yaml.Value) { styles.Decode(d, v) }),
}

var text = yaml.Shape{Form: yaml.AnyText}

// What the style sheet of a theme does to the sheet of the theme that it extends.
const replacing = "replace"

var joins = []string{"append", replacing}

// Fonts names the family that plays each role.
type Fonts struct{ Serif, Sans, Mono string }

var fontKeys = yaml.Object[settings[Theme]]{
	family(Serif, "the family of the text", func(t *Theme) *string { return &t.Fonts.Serif }),
	family(Sans, "the family of what stands around the text", func(t *Theme) *string { return &t.Fonts.Sans }),
	family(Mono, "the family of code", func(t *Theme) *string { return &t.Fonts.Mono }),
}

// family is a key with the name of a family, whose place is kept: whether there is such a
// family is known when the manuscript has brought its own.
func family(role Role, doc string, of func(*Theme) *string) yaml.Field[settings[Theme]] {
	return yaml.NewField(string(role), doc, text, func(s *settings[Theme], v yaml.Value) {
		name := v.Line()
		s.then = append(s.then, func(t *Theme, _ units) { *of(t), t.families[role] = name, v.Pos() })
	})
}

// Settings are what the files of a theme say of a T, the file of the theme extended first:
// what is said later wins. They wait until it is known what lengths are measured in.
type settings[T any] struct {
	base   measure // what others are measured in: the size of a style, the baseline of a page
	then   []func(*T, units)
	like   StyleName // of a style; "" for none
	likeAt yaml.Value
	// reflow is what is said of a page without a size, an EPUB's, where it is said apart;
	// once settled, all that is said of it.
	reflow *settings[T]
}

// settle makes reflow of what one file says: all that it says of paper, then what it says
// apart. So what a later file says of paper is said of both editions, unless it says the
// other value beside it.
func (s *settings[T]) settle() {
	all := *s
	all.then, all.reflow = slices.Clone(s.then), nil
	if s.reflow != nil {
		all.add(s.reflow)
	}
	s.reflow = &all
}

// of returns what is said of paper, or of a page without a size.
func (s *settings[T]) of(reflow bool) *settings[T] {
	switch {
	case s == nil:
		return &settings[T]{}
	case reflow:
		return s.reflow
	}
	return s
}

// add appends what a later file says.
func (s *settings[T]) add(later *settings[T]) {
	if later.base.text != "" {
		s.base = later.base
	}
	if later.like != "" {
		s.like, s.likeAt = later.like, later.likeAt
	}
	s.then = append(s.then, later.then...)
	if s.reflow != nil {
		s.reflow.add(later.reflow)
	}
}

// fill tells t all that is said.
func (s *settings[T]) fill(t *T, u units) {
	for _, say := range s.then {
		say(t, u)
	}
}

// group is a key with keys of the whole theme.
func group(name, doc string, keys yaml.Object[settings[Theme]]) yaml.Field[draft] {
	return yaml.NewField(name, doc, keys.Shape(), func(d *draft, v yaml.Value) {
		d.places[name] = v.Pos()
		keys.Decode(&d.whole, v)
	})
}

// apart is a key with what is otherwise on a page without a size, for some of the keys beside it.
func apart[T any](keys yaml.Object[settings[T]]) yaml.Field[settings[T]] {
	const doc = "what is otherwise in the EPUB; a theme that sets the key beside it sets both"
	return yaml.NewField("reflow", doc, keys.Shape(), func(s *settings[T], v yaml.Value) {
		if s.reflow == nil {
			s.reflow = &settings[T]{}
		}
		keys.Decode(s.reflow, v)
	})
}

// in is a key of the whole theme that stands in no group.
func in(f yaml.Field[settings[Theme]]) yaml.Field[draft] {
	return yaml.Field[draft]{Key: f.Key, Set: func(d *draft, v yaml.Value) { f.Set(&d.whole, v) }}
}

// field is a key whose value has nothing to do with others.
func field[T, V any](name, doc string, shape yaml.Shape, read func(yaml.Value) (V, bool), of func(*T) *V) yaml.Field[settings[T]] {
	return yaml.NewField(name, doc, shape, func(s *settings[T], v yaml.Value) {
		if x, ok := read(v); ok {
			s.then = append(s.then, func(t *T, _ units) { *of(t) = x })
		}
	})
}

func flag[T any](name, doc string, of func(*T) *bool) yaml.Field[settings[T]] {
	return field(name, doc, yaml.Shape{Form: yaml.Flag}, func(v yaml.Value) (bool, bool) { return v.Bool(), true }, of)
}

func number[T any](name, doc string, least, most int, of func(*T) *int) yaml.Field[settings[T]] {
	shape := yaml.Shape{Form: yaml.Number, Least: least, Most: most}
	return field(name, doc, shape, func(v yaml.Value) (int, bool) { return v.Int(least, most) }, of)
}

func choice[T any, W ~string](name, doc string, known []W, of func(*T) *W) yaml.Field[settings[T]] {
	return field(name, doc, yaml.ChoiceOf(known), func(v yaml.Value) (W, bool) {
		w := yaml.Choose(v, known)
		return w, w != ""
	}, of)
}

// length is a key with a length, in which em is the size of the style or of paragraphs.
func length[T any](name, doc string, least, most unit.Length, of func(*T) *unit.Length) yaml.Field[settings[T]] {
	return yaml.NewField(name, doc, lengthShape, func(s *settings[T], v yaml.Value) {
		if m, ok := readMeasure(v, least, most); ok {
			s.then = append(s.then, func(t *T, u units) { *of(t) = m.in(u) })
		}
	})
}

// base is a key with the length that others beside it are measured in.
func base[T any](name, doc string, least, most unit.Length) yaml.Field[settings[T]] {
	return yaml.NewField(name, doc, lengthShape, func(s *settings[T], v yaml.Value) {
		if m, ok := readMeasure(v, least, most); ok {
			s.base = m
		}
	})
}

// maxOrnament is the most characters of an ornament. Usual ones have one to five; the
// bound keeps an ornament on one line of the smallest page.
const maxOrnament = 20

// ornament is a key with a text of a few characters, or none.
func ornament[T any](name, doc string, of func(*T) *string) yaml.Field[settings[T]] {
	f := field(name, doc, yaml.Shape{Form: yaml.AnyText, Pattern: "^.{0,20}$"}, func(v yaml.Value) (string, bool) {
		s := v.Text()
		if utf8.RuneCountInString(s) > maxOrnament {
			v.Report(rule.ValueRange.At(v.Pos(), "write at most 20 characters", "%q is too long for an ornament", book.Clip(s, 60)))
			return "", false
		}
		return s, true
	}, of)
	f.Blank = true
	return f
}
