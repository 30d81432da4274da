package para

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
)

// A Lack is a character that no font has, where it was first met.
type Lack struct {
	Rune rune
	Pos  book.Pos
}

// Diagnostic says that a character is lacking.
func (l Lack) Diagnostic() book.Diagnostic {
	hint := "list a font that has it under fonts in book.yaml"
	if name := script(l.Rune); name != "" {
		hint = "list a font for " + name + " under fonts in book.yaml"
	}
	return rule.GlyphMissing.At(l.Pos, hint, "no font has the character U+%04X%s", l.Rune, printable(l.Rune))
}

// script names the script of a character; "" for a character that many scripts share. A
// character has one script, so that the order of the tables does not matter.
func script(r rune) string {
	for name, table := range unicode.Scripts {
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

// printable returns r as text after a space, "" when it cannot be seen.
func printable(r rune) string {
	if !unicode.IsGraphic(r) || unicode.IsSpace(r) {
		return ""
	}
	return " " + string(r)
}
