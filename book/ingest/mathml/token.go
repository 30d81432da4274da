package mathml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/markup/math"
)

// invisible are the characters that say how parts belong together and show nothing.
const invisible = "\u2061\u2062\u2063\u2064\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f"

// applies is the sign between a function and what it applies to.
const applies = "\u2061"

// faces are the commands for the alphabets.
var faces = map[math.Face]string{
	math.Upright: `\mathrm`, math.Italic: `\mathit`, math.Bold: `\mathbf`, math.BoldItalic: `\boldsymbol`, math.Double: `\mathbb`,
	math.Script: `\mathcal`, math.Fraktur: `\mathfrak`, math.Sans: `\mathsf`, math.Mono: `\mathtt`,
}

// variants are the alphabets that an attribute names.
var variants = map[string]math.Face{
	"normal": math.Upright, "italic": math.Italic, "bold": math.Bold, "bold-italic": math.BoldItalic, "double-struck": math.Double,
	"script": math.Script, "bold-script": math.Script, "fraktur": math.Fraktur, "bold-fraktur": math.Fraktur,
	"sans-serif": math.Sans, "bold-sans-serif": math.Sans, "sans-serif-italic": math.Sans, "monospace": math.Mono,
}

// token writes an element of characters.
func (w *writer) token(n *Node, s state) []piece {
	text := n.Content()
	if n.Name == "mtext" || n.Name == "ms" {
		return []piece{{words(n), math.Ord, true}}
	}
	text = strings.TrimFunc(text, func(r rune) bool { return strings.ContainsRune(invisible, r) })
	if text == "" {
		return nil
	}
	face, given := variants[n.Get("mathvariant")]
	if !given {
		face, given = variants[s.variant]
	}
	switch n.Name {
	case "mo":
		return w.operator(n, text)
	case "mn":
		return w.number(text, face, given)
	}
	return w.identifier(text, face, given, s.applied)
}

// identifier writes a variable: a letter, a sign, the name of a function, or a word.
func (w *writer) identifier(text string, face math.Face, given, applied bool) []piece {
	plain, own := unstyled(text)
	if own != math.Upright && plain != text {
		face, given = own, true
	}
	many := utf8.RuneCountInString(plain) > 1
	limits, known := math.Function(strings.ReplaceAll(plain, " ", ""))
	switch {
	case known && many && (!given || face == math.Upright):
		return []piece{{function(plain, limits), math.Op, true}}
	case applied && face == math.Upright && (many || given):
		return []piece{{function(plain, false), math.Op, true}}
	case !many && (!given || face == math.Italic), !many && face == math.Upright && !slanted(plain):
		return w.signs(plain)
	}
	if !latin(plain) {
		return w.foreign(plain)
	}
	pieces := w.signs(plain)
	if w.what != "" {
		return nil
	}
	return []piece{{faces[face] + "{" + join(pieces, false) + "}", math.Ord, true}}
}

// foreign writes letters and signs of which some have no place in a formula: as text.
func (w *writer) foreign(text string) []piece {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			if _, _, ok := math.Spell(r); !ok {
				return []piece{{`\text{` + escape(text) + "}", math.Ord, true}}
			}
		}
	}
	return w.signs(text)
}

// latin reports whether a word has letters, figures and signs of formulas alone.
func latin(s string) bool {
	for _, r := range s {
		if _, _, ok := math.Spell(r); !ok && (r < '0' || r > '9') && r != ' ' && r != '\u00a0' {
			return false
		}
	}
	return true
}

// slanted reports whether the first letter of s is slanted when nothing is said.
func slanted(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return math.Glyph(r, math.Italic) != r && !(r >= 'Α' && r <= 'Ω') && r != '∂' && r != '∇'
}

// unstyled returns text in plain letters, and the face that its letters had; Upright when
// they had none or several, and the text as it is then. A sign that a face has no form of
// may stand among them.
func unstyled(text string) (string, math.Face) {
	face := math.Upright
	for _, r := range text {
		if char, f, ok := math.Plain(r); ok && (face == math.Upright || unicode.IsLetter(char)) {
			face = f // figures in bold are those of bold italics too: a letter decides
		}
	}
	var b strings.Builder
	for _, r := range text {
		char, _, ok := math.Plain(r)
		if !ok {
			char = r
		}
		if math.Glyph(char, face) != r {
			return text, math.Upright
		}
		b.WriteRune(char)
	}
	return b.String(), face
}

// number writes figures. A comma between figures is part of the number, and a space in it a thin one.
func (w *writer) number(text string, face math.Face, given bool) []piece {
	if plain, own := unstyled(text); plain != text {
		text, face, given = plain, own, true
	}
	var b strings.Builder
	list := []rune(text)
	for i, r := range list {
		inner := i > 0 && i+1 < len(list) && unicode.IsDigit(list[i-1]) && unicode.IsDigit(list[i+1])
		switch {
		case r >= '0' && r <= '9' || r == '.':
			b.WriteRune(r)
		case r == ',' && inner:
			b.WriteString("{,}")
		case unicode.IsSpace(r) && inner:
			b.WriteString(`\,`)
		default:
			return w.identifier(text, face, given, false)
		}
	}
	if given && face != math.Upright && face != math.Italic {
		return []piece{{faces[face] + "{" + b.String() + "}", math.Ord, true}}
	}
	return []piece{{b.String(), math.Ord, len(list) == 1}}
}

// operator writes a sign, or a word that stands as one.
func (w *writer) operator(n *Node, text string) []piece {
	if size := sized(n); size != "" {
		return []piece{{size, math.Ord, true}}
	}
	word := strings.ReplaceAll(text, " ", "")
	if limits, known := math.Function(word); known {
		return []piece{{function(text, limits), math.Op, true}}
	}
	letters := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsSpace(r) }) < 0
	switch {
	case letters && utf8.RuneCountInString(text) > 1:
		if _, known := n.movable(); known {
			return []piece{{function(text, true), math.Op, true}}
		}
		return []piece{{function(text, false), math.Op, true}}
	case text == "...":
		return []piece{{`\ldots`, math.Inner, true}}
	case text == ":" && n.Get("lspace") == "0":
		return []piece{{`\colon`, math.Punct, true}}
	case text == "-":
		return []piece{{"-", math.Bin, true}}
	}
	if b, ok := primes(text); ok {
		return []piece{{b, math.Ord, false}}
	}
	return w.signs(text)
}

// movable returns what an operator says of the scripts above and below it.
func (n *Node) movable() (moves, said bool) {
	v := n.Get("movablelimits")
	return v == "true", v != ""
}

// signs writes characters one by one.
func (w *writer) signs(text string) []piece {
	var out []piece
	for _, r := range text {
		if strings.ContainsRune(invisible, r) {
			continue
		}
		if plain, face, ok := math.Plain(r); ok {
			tex, _, _ := math.Spell(plain)
			if plain >= '0' && plain <= '9' {
				tex = string(plain)
			}
			out = append(out, piece{faces[face] + "{" + tex + "}", math.Ord, true})
			continue
		}
		tex, class, ok := math.Spell(folded(r))
		switch {
		case r >= '0' && r <= '9':
			tex, class = string(r), math.Ord
		case unicode.IsSpace(r):
			tex, class = `\ `, math.Blank
		case !ok && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			tex = `\text{` + string(r) + "}"
		case !ok:
			w.fail("the sign " + string(r))
		}
		out = append(out, piece{tex, class, true})
	}
	return out
}

// folds are signs that are written as others which look the same.
var folds = map[rune]rune{
	'\u2329': '⟨', '\u232a': '⟩', '\u3008': '⟨', '\u3009': '⟩', '–': '−', '‐': '−', '‑': '−', '•': '∙', '∕': '/', '⁄': '/', '∶': ':', '\u2126': 'Ω',
	'µ': 'μ', '∆': 'Δ', '★': '⋆', '✕': '×', '“': '"', '”': '"', '⌀': '∅', '❘': '|', '▵': '△', '◻': '□', '◼': '■', 'ħ': 'ℏ', '\u2212': '−', '⇾': '→',
}

func folded(r rune) rune {
	if f, ok := folds[r]; ok {
		return f
	}
	return r
}

// function writes the name of a function. limits says that its scripts stand below it.
func function(name string, limits bool) string {
	word := strings.ReplaceAll(strings.ReplaceAll(name, " ", ""), "\u00a0", "")
	if usual, known := math.Function(word); known && usual == limits {
		return `\` + word
	}
	star := ""
	if limits {
		star = "*"
	}
	return `\operatorname` + star + "{" + escape(name) + "}"
}

// words writes text of the language around the formula. White at its ends is part of it.
func words(n *Node) string {
	text := n.raw()
	if strings.TrimSpace(text) == "" {
		if text == "" {
			return ""
		}
		return `\ `
	}
	head, tail := "", ""
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(first) {
		head = " "
	}
	if last, _ := utf8.DecodeLastRuneInString(text); unicode.IsSpace(last) {
		tail = " "
	}
	text = strings.Join(strings.FieldsFunc(strings.TrimSpace(text), func(r rune) bool { return r < 0x80 && unicode.IsSpace(r) }), " ")
	command := `\text`
	switch style, variant := n.Get("style"), n.Get("mathvariant"); {
	case strings.Contains(style, "italic"), variant == "italic":
		command = `\textit`
	case strings.Contains(style, "bold"), variant == "bold":
		command = `\textbf`
	}
	return command + "{" + head + escape(text) + tail + "}"
}

// raw returns the text of n as it stands; white of the source at its ends goes, as XML's
// rules for MathML have it, but no space that is said to be kept.
func (n *Node) raw() string {
	var b strings.Builder
	n.write(&b)
	return strings.Trim(b.String(), " \t\r\n")
}

// escape returns text with the signs that mean something within \text.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r < 0x80 && strings.ContainsRune(`{}%$&#_`, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\\':
			b.WriteRune('∖') // there is no form of the sign within \text
		case r == '~':
			b.WriteRune('∼')
		case r == '\u00a0':
			b.WriteByte('~')
		case strings.ContainsRune(invisible, r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// primes returns the apostrophes of a text that is nothing but primes.
func primes(s string) (string, bool) {
	n := 0
	for _, r := range s {
		switch r {
		case '′', '\'', '’', '´':
			n++
		case '″':
			n += 2
		case '‴':
			n += 3
		case '⁗':
			n += 4
		default:
			return "", false
		}
	}
	return strings.Repeat("'", n), n > 0
}
