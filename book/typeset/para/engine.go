package para

import (
	"maps"
	"slices"

	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/language/bidi"
	"octavo/book/language/capital"
	"octavo/book/language/hyphen"
	"octavo/book/language/langdata"
	"octavo/book/language/langtag"
	"octavo/book/language/spacing"
	"octavo/book/typeset/formula"
	"octavo/book/typeset/linebreak"
	"octavo/book/typeset/theme"
)

// maxWords bounds the words that an engine remembers; past the bound, it forgets all of
// them. Generous: a book has tens of thousands of different words. A lower bound costs
// time alone.
const maxWords = 1 << 16

// An Engine is what one goroutine needs to set text: a shaper, the breakers,
// and the words it has seen. What it remembers never changes what it returns.
type Engine struct {
	lib      *shape.Library
	theme    *theme.Theme
	shaper   *shape.Shaper
	lines    linebreak.Breaker
	fonts    map[FontKey]*Font
	formulas map[*Font]*formula.Setter
	seen     map[wordKey]*Word
	hyph     map[string]*hyphen.Hyphenator
	// exceptions are the manuscript's own words for hyph, by primary language.
	exceptions map[string][]string
	// Own are the manuscript's own patterns, by canonical tag: one serves all tags that
	// it begins.
	Own  map[string]*hyphen.Hyphenator
	para Paragraph // scratch
	cuts []int     // scratch
	bidi bidi.Resolver
	// small remembers of which letters a font has small capitals.
	small map[smallKey]bool
}

// New returns an engine with the manuscript's words to divide.
func New(lib *shape.Library, th *theme.Theme, divided map[string][]string) *Engine {
	exceptions := map[string][]string{}
	for _, lang := range slices.Sorted(maps.Keys(divided)) {
		p := langtag.Primary(lang)
		exceptions[p] = append(exceptions[p], divided[lang]...)
	}
	return &Engine{
		lib: lib, theme: th, shaper: shape.NewShaper(),
		formulas: map[*Font]*formula.Setter{}, fonts: map[FontKey]*Font{}, seen: map[wordKey]*Word{}, hyph: map[string]*hyphen.Hyphenator{},
		exceptions: exceptions, small: map[smallKey]bool{},
	}
}

// A FontKey is all that decides the glyphs of a text and their places.
type FontKey struct {
	family    string
	weight    int
	italic    bool
	stressed  bool // the slant is to be seen, or else bold letters
	smallCaps bool
	made      bool // capitals at the size of small ones, for a face that has none
	OldStyle  bool
	superior  bool // superior figures
	Tabular   bool // figures of one width
	literal   bool // code: no ligatures, no hyphens
	hyphenate bool
	rigid     bool // its letters may not be moved apart
	direction direction
	Size      unit.Length
	tracking  unit.Length
	lang      string
}

// A Font is a stack of faces at a size, with the options of shaping.
type Font struct {
	FontKey
	id       int32
	stack    *shape.Stack
	options  shape.Options
	space    unit.Length
	patterns *hyphen.Hyphenator // nil when its words are not hyphenated
	habits   *spacing.Habits    // of its language; see [Paragraph.blank]
	hyphen   *Word
}

// Font returns the font of a key, the same one each time.
func (e *Engine) Font(key FontKey) *Font {
	if f := e.fonts[key]; f != nil {
		return f
	}
	f := &Font{FontKey: key, id: int32(len(e.fonts))}
	f.stack = e.lib.Stack(key.family, key.weight, key.italic)
	if key.stressed {
		f.stack = e.lib.Stressed(key.family, key.weight, key.italic)
	}
	f.options, f.habits = key.shaping(), spacing.For(key.lang)
	if key.smallCaps {
		e.unlocal(f)
	}
	if key.hyphenate && !key.literal {
		f.patterns = e.patterns(key.lang)
	}
	e.fonts[key] = f
	f.space = e.Word(f, " ").Width
	f.hyphen = e.Word(f, "-")
	return f
}

// shaping returns the options that the key stands for.
func (k *FontKey) shaping() shape.Options {
	_, east := EastIndent(k.lang)
	lang := k.lang
	if k.smallCaps && capital.Dotless(lang) {
		// Faces know of the dot that i keeps in small capitals in Turkish alone, as a rule.
		lang = "tr"
	}
	return shape.Options{
		Lang: lang, SmallCaps: k.smallCaps, Capitals: k.made, OldStyle: k.OldStyle, Proportional: k.OldStyle,
		Lining: !k.OldStyle && !k.literal, Superscript: k.superior, Tabular: k.Tabular,
		NoLigatures: k.literal || k.tracking > 0, Contextual: east && !k.literal,
		LTR: k.direction == rightward, RTL: k.direction == leftward,
	}
}

// fixed reports whether the room between its letters does not give way.
func (f *Font) fixed() bool { return f.literal || f.rigid }

// Patterns reads the hyphenation patterns that a manuscript brings, by the canonical tags
// of their languages. Faults in them were told when they were loaded.
func Patterns(files map[string]string) map[string]*hyphen.Hyphenator {
	own := map[string]*hyphen.Hyphenator{}
	for _, lang := range slices.Sorted(maps.Keys(files)) {
		if h, err := hyphen.ParseOwn(lang, files[lang]); err == nil {
			own[langdata.Canonical(lang)] = h
		}
	}
	return own
}

func (e *Engine) patterns(lang string) *hyphen.Hyphenator {
	p, ok := e.hyph[lang]
	if !ok {
		p = hyphen.Lookup(lang)
		for tag := langdata.Canonical(lang); tag != ""; tag = langdata.Parent(tag) {
			if own := e.Own[tag]; own != nil {
				p = own
				break
			}
		}
		p = p.With(e.exceptions[langtag.Primary(lang)]...)
		e.hyph[lang] = p
	}
	return p
}

// StyleKey returns the font key of a style in a language.
func (e *Engine) StyleKey(s *theme.Style, lang string) FontKey {
	return FontKey{
		family: e.theme.Family(s), weight: s.Weight, italic: s.Italic, smallCaps: s.SmallCaps,
		OldStyle: s.OldStyle, hyphenate: s.Hyphenate, literal: s.Family == theme.Mono,
		Size: s.Size, tracking: s.Size.Mul(int64(s.Tracking), 1000), lang: lang,
	}
}

// CapHeight returns the height of capitals in the first face of the style.
func (e *Engine) CapHeight(s *theme.Style) unit.Length {
	f := e.Font(e.StyleKey(s, ""))
	for _, run := range e.Word(f, "H").Runs {
		return unit.FromFont(run.Face.CapHeight(), s.Size, run.Face.UnitsPerEm())
	}
	return s.Size.Mul(2, 3)
}
