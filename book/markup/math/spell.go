package math

import (
	"strings"
	"sync"
)

// Spell returns a character as it is written in a formula, "\alpha" for α, and the class of
// the sign; false when the subset has no such sign. A letter of one of Unicode's
// mathematical alphabets is none: see [Plain].
func Spell(r rune) (tex string, class Class, ok bool) {
	if _, isLetter := letter(r); isLetter && r < 0x80 {
		return string(r), Ord, true
	}
	if r < 0x80 && strings.ContainsRune(`$%#&_`, r) {
		return `\` + string(r), Ord, true
	}
	s, ok := spellings()[r]
	return s.tex, s.class, ok
}

// A spelling is how a sign is written.
type spelling struct {
	tex   string
	class Class
}

// spellings are the signs with their commands. Of two commands for a sign the one that comes
// first in the lists is taken, and of two classes the smaller, as [chars] has it.
var spellings = sync.OnceValue(func() map[rune]spelling {
	all := map[rune]spelling{}
	for r, s := range chars() {
		all[r] = spelling{string(r), s.class}
	}
	for class := Ord; class <= Inner; class++ {
		fields := strings.Fields(signLists[class])
		for i := 0; i+1 < len(fields); i += 2 {
			r := []rune(fields[i+1])[0]
			if old, known := all[r]; r >= 0x80 && (!known || old.tex == string(r) && old.class == class) {
				all[r] = spelling{`\` + fields[i], class}
			}
		}
	}
	all['ε'], all['φ'] = spelling{`\varepsilon`, Ord}, spelling{`\varphi`, Ord}
	for r, struck := range negations {
		if _, known := all[struck]; !known {
			all[struck] = spelling{`\not` + all[r].tex, all[r].class}
		}
	}
	all['{'], all['}'] = spelling{`\{`, Open}, spelling{`\}`, Close}
	all['\\'], all['‖'] = spelling{`\backslash`, Ord}, spelling{`\|`, Ord}
	all['−'], all['∗'] = spelling{"-", Bin}, spelling{"*", Bin}
	return all
})

// Function reports whether a word is the name of a function that has a command, and whether
// its scripts stand below it in a display.
func Function(name string) (limits, ok bool) {
	limits, ok = names[name]
	return limits, ok
}

// Grows reports whether a mark may be a fence that grows, as \left and \right have it.
func Grows(r rune) bool {
	_, ok := fences[r]
	return ok
}

// Plain returns the letter or figure that a character of Unicode's mathematical alphabets
// shows, and its face; false for any other character.
func Plain(r rune) (rune, Face, bool) {
	s, ok := plains()[r]
	return s.char, s.face, ok
}

// plains is [Glyph] backwards. Where faces share a character, as bold figures do, the first counts.
var plains = sync.OnceValue(func() map[rune]styledLetter {
	all := map[rune]styledLetter{}
	letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + greekOrder
	for f := Italic; f <= Mono; f++ {
		for _, r := range letters {
			shown := Glyph(r, f)
			if _, known := all[shown]; shown != r && !known {
				all[shown] = styledLetter{r, f}
			}
		}
	}
	return all
})
