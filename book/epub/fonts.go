package epub

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/parallel"
	"octavo/book/font/sfnt"
	"octavo/book/font/shape"
)

// A fontUse is a face that the publication embeds.
type fontUse struct {
	face  *shape.Face
	media *media
}

// addFonts embeds subsets of the theme's faces, and of the faces that stand in
// for them where they lack a character of the text, and completes the style
// sheet.
func (p *plan) addFonts() error {
	css := p.media[0]
	sheet := p.opt.CSS
	if p.opt.Profile == book.Kindle {
		sheet = append(slices.Clone(sheet), kindleCSS...)
	}
	if p.opt.Fonts == nil {
		css.data = styleSheet(sheet, p.opt.Families, nil, nil)
		return nil
	}
	runes, bold := p.runes(), p.boldRunes(sheet)
	own, others := p.faces(runes, bold)
	uses := make([]fontUse, len(own)+len(others))
	errs := make([]error, len(uses))
	parallel.Each(len(uses), p.opt.Workers, func(i int) {
		face := append(slices.Clone(own), others...)[i]
		shown := runes
		if i >= len(own) && face.Weight() >= 700 {
			shown = bold
		}
		uses[i], errs[i] = embed(face, shown, i >= len(own))
	})
	for i, err := range errs {
		if err != nil {
			return err
		}
		p.media = append(p.media, uses[i].media)
	}
	css.data = styleSheet(sheet, p.opt.Families, uses, others)
	return nil
}

// runes returns the characters of the finished documents, sorted, with both
// cases of each letter, since a style sheet may change the case, and all of
// ASCII.
func (p *plan) runes() []rune {
	seen := map[rune]bool{}
	for r := rune(' '); r < 0x7F; r++ {
		seen[r] = true
	}
	for _, r := range "\u00A0\u00AD\u2003–—‘’“”…·" {
		seen[r] = true
	}
	for _, d := range p.docs {
		addRunes(seen, d.body)
	}
	list := make([]rune, 0, len(seen))
	for r := range seen {
		list = append(list, r)
	}
	slices.Sort(list)
	return list
}

func addRunes(seen map[rune]bool, text []byte) {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		i += size
		if !seen[r] {
			seen[r] = true
			seen[unicode.ToUpper(r)], seen[unicode.ToLower(r)] = true, true
		}
	}
}

// faces returns the faces of the theme's families, and the faces that stand in for the
// text face where it lacks characters: regular ones for all characters of the text, bold
// ones for the characters that are shown in bold.
func (p *plan) faces(runes, bold []rune) (own, others []*shape.Face) {
	f := p.opt.Families
	add := func(list *[]*shape.Face, face *shape.Face) {
		if !slices.Contains(*list, face) {
			*list = append(*list, face)
		}
	}
	lib := p.opt.Fonts
	for _, weight := range []int{400, 700} {
		for _, italic := range []bool{false, true} {
			add(&own, lib.Stack(f.Serif, weight, italic).Face())
			add(&own, lib.Stack(f.Sans, weight, italic).Face())
		}
	}
	add(&own, lib.Stack(f.Mono, 400, false).Face())
	lang := p.book.Language
	for i, shown := range [][]rune{runes, bold} {
		stack := lib.Stack(f.Serif, []int{400, 700}[i], false)
		for _, face := range standIns(stack, shown, lang) {
			if !slices.Contains(own, face) {
				add(&others, face)
			}
		}
	}
	return own, others
}

// standIns returns the faces that show the characters which the stack's own
// face lacks, in the order of the first of them.
func standIns(stack *shape.Stack, runes []rune, lang string) []*shape.Face {
	var list []*shape.Face
	for _, r := range runes {
		if _, ok := stack.Face().GlyphID(r); ok || r < 0x80 {
			continue
		}
		for _, run := range stack.Shape(string(r), shape.Options{Lang: lang}) {
			if run.Face != stack.Face() && run.Missing() == "" && !slices.Contains(list, run.Face) {
				list = append(list, run.Face)
			}
		}
	}
	return list
}

// embed returns the subset of a face that shows the characters. The file does
// not bear the face's name, which some licences reserve for the whole font; the
// style sheet calls it by the name of the family.
//
// A stand-in is embedded without its tables of kerning and ligatures, unless its scripts need
// them to be read: these tables are large, and do little between the few characters that
// it shows.
func embed(face *shape.Face, runes []rune, standIn bool) (fontUse, error) {
	if err := face.Embeddable(); err != nil {
		return fontUse{}, err
	}
	data, err := sfnt.SubsetForWeb(face.Font(), sfnt.WebOptions{
		Runes: runes, Features: []string{"smcp", "onum", "lnum", "pnum", "tnum"}, NoLayout: standIn && !complexScripts(runes, face),
	})
	if err != nil {
		return fontUse{}, fmt.Errorf("%s: %w", face.Name(), err)
	}
	name := asciiName(face.Name()) + ".ttf"
	return fontUse{face, &media{folder: "fonts", name: name, id: "font." + name, typ: "font/ttf", data: data}}, nil
}

// complexScripts reports whether the face shows characters that need its layout
// tables to be read: those of the Hebrew, Arabic, Indic and other scripts
// between Hebrew and the Hangul letters, and their marks.
func complexScripts(runes []rune, face *shape.Face) bool {
	for _, r := range runes {
		if r >= 0x590 && r < 0x1100 || r >= 0x1780 && r < 0x1900 || unicode.Is(unicode.M, r) {
			if _, ok := face.GlyphID(r); ok {
				return true
			}
		}
	}
	return false
}

// styleSheet returns the theme's rules after a @font-face rule for each font.
func styleSheet(css []byte, f Families, uses []fontUse, others []*shape.Face) []byte {
	var b strings.Builder
	b.WriteString("@charset \"utf-8\";\n")
	for _, u := range uses {
		style := "normal"
		if u.face.Italic() {
			style = "italic"
		}
		fmt.Fprintf(&b, "@font-face { font-family: \"%s\"; font-weight: %d; font-style: %s; src: url(../%s); }\n",
			u.face.Family(), u.face.Weight(), style, u.media.path())
	}
	var families []string
	for _, face := range others {
		if name := `"` + face.Family() + `", `; !slices.Contains(families, name) {
			families = append(families, name)
		}
	}
	b.WriteByte('\n')
	b.WriteString(strings.NewReplacer("%serif%", f.Serif, "%sans%", f.Sans, "%mono%", f.Mono,
		"%fallback%", strings.Join(families, "")).Replace(string(css)))
	return []byte(b.String())
}
