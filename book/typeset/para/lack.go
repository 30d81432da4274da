package para

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
)

// A Lack is a character that no font has, where it was first met, and how many words
// have it there.
type Lack struct {
	Rune  rune
	Pos   book.Pos
	Words int
}

// shownLetters is how many letters a finding shows of a script that no font has. By eye.
const shownLetters = 4

// Lacking says which characters are lacking in a book, by what was met in its order: those of
// a script in one finding, at the first of them, since one font mends them all.
func Lacking(list []Lack) []book.Diagnostic {
	type group struct {
		first   Lack
		script  string
		letters []rune
	}
	var groups []*group
	of := map[string]*group{}
	for _, l := range list {
		name := script(l.Rune)
		key := name
		if key == "" {
			key = string(l.Rune)
		}
		g := of[key]
		if g == nil {
			g = &group{first: Lack{Rune: l.Rune, Pos: l.Pos}, script: name}
			of[key], groups = g, append(groups, g)
		}
		g.first.Words += l.Words
		if !slices.Contains(g.letters, l.Rune) {
			g.letters = append(g.letters, l.Rune)
		}
	}
	var out []book.Diagnostic
	for _, g := range groups {
		hint := "list a font that has it under fonts in book.yaml"
		if g.script != "" {
			hint = "list a font for " + g.script + " under fonts in book.yaml"
		}
		what := fmt.Sprintf("the character U+%04X%s", g.first.Rune, printable(g.first.Rune))
		if len(g.letters) > 1 {
			what = "letters of " + g.script + ", such as" + some(g.letters)
		}
		if g.first.Words > 1 {
			what += fmt.Sprintf(", in %d words from here on", g.first.Words)
		}
		out = append(out, rule.GlyphMissing.At(g.first.Pos, hint, "no font has %s", what))
	}
	return out
}

// some shows a few letters.
func some(letters []rune) string {
	var b strings.Builder
	for _, r := range letters[:min(len(letters), shownLetters)] {
		b.WriteString(printable(r))
	}
	return b.String()
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
