package omml

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/markup/xmltree"
)

// run returns the letters, numbers and signs of a run. Word has a line of them, of which
// the letters are variables of one letter each, but for those that are set upright: these
// are words, such as the names of functions.
func run(n *xmltree.Node) []*xmltree.Node {
	var s strings.Builder
	for _, t := range n.All("t") {
		s.WriteString(t.Content())
	}
	props := n.Child("rPr")
	if on(props.Child("nor")) {
		if s.Len() == 0 {
			return nil
		}
		return []*xmltree.Node{text("mtext", edged(s.String()))}
	}
	style := value(props, "sty", "i")
	variant := variants[value(props, "scr", "roman")+" "+style]
	var out []*xmltree.Node
	for rest := s.String(); rest != ""; {
		size, name := token(rest, style == "p" || style == "b")
		if width := white[rest[:size]]; width != "" {
			out = append(out, set(element("mspace"), "width", width))
		} else if name != "" {
			e := text(name, rest[:size])
			if name != "mo" && variant != "" {
				set(e, "mathvariant", variant)
			}
			out = append(out, e)
		}
		rest = rest[size:]
	}
	return out
}

// variants are the alphabets of MathML for the script and the style of a run; letters are
// slanted and figures upright where nothing is said.
var variants = map[string]string{
	"roman p": "normal", "roman b": "bold", "roman bi": "bold-italic",
	"script i": "script", "script p": "script", "script b": "bold-script", "script bi": "bold-script",
	"fraktur i": "fraktur", "fraktur p": "fraktur", "fraktur b": "bold-fraktur", "fraktur bi": "bold-fraktur",
	"double-struck i": "double-struck", "double-struck p": "double-struck", "double-struck b": "double-struck", "double-struck bi": "double-struck",
	"sans-serif i": "sans-serif-italic", "sans-serif p": "sans-serif", "sans-serif b": "bold-sans-serif", "sans-serif bi": "bold-sans-serif",
	"monospace i": "monospace", "monospace p": "monospace", "monospace b": "monospace", "monospace bi": "monospace",
}

// white is the spaces of Unicode that are white in a formula. Other spaces part what is
// typed and show nothing of their own.
var white = map[string]string{"\u2001": "1em", "\u2003": "1em", "\u2000": "0.5em", "\u2002": "0.5em", "\u2004": "0.278em", "\u2005": "0.222em", "\u205f": "0.222em", "\u2009": "0.167em", "\u200a": "0.167em", "\u2006": "0.167em"}

// edged returns text with no-break spaces at its ends, where MathML drops others.
func edged(s string) string {
	core := strings.Trim(s, " ")
	if core == "" {
		return strings.ReplaceAll(s, " ", "\u00a0")
	}
	i := strings.Index(s, core)
	return strings.ReplaceAll(s[:i], " ", "\u00a0") + core + strings.ReplaceAll(s[i+len(core):], " ", "\u00a0")
}

// token returns how many bytes of s are one element, and its name; "" for white space.
func token(s string, words bool) (size int, name string) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(r):
		return number(s), "mn"
	case unicode.IsLetter(r) || r == '∞':
		size = letter(s)
		for words && size < len(s) {
			if next, _ := utf8.DecodeRuneInString(s[size:]); !unicode.IsLetter(next) {
				break
			}
			size += letter(s[size:])
		}
		return size, "mi"
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return size, ""
	}
	return size, "mo"
}

// letter returns the length of a letter with the marks on it.
func letter(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	for size < len(s) {
		next, n := utf8.DecodeRuneInString(s[size:])
		if !unicode.Is(unicode.Mn, next) {
			break
		}
		size += n
	}
	return size
}

// number returns the length of a number: figures, with points or commas between them.
func number(s string) int {
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+size:])
		if !unicode.IsDigit(r) && !((r == '.' || r == ',') && unicode.IsDigit(next)) {
			break
		}
		i += size
	}
	return i
}
