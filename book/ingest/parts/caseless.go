package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/ingest/draft"
)

// maxCaseless is the longest name in a script without capitals, in columns, by eye: four words.
const maxCaseless = 32

// caseless reads the names of a byline in a script that has no capitals, such as Arabic, Hebrew,
// Devanagari or Thai. Nothing in the form of a word tells a name there, so that only a label or
// the markup may say that names follow. The result is nil for what is too long, or no words.
func (r *reader) caseless(s string) (list []person) {
	s, mail := cutMail(strings.TrimSpace(s), r.tables)
	if !isCaseless(s) || terminal(s) || draft.Width(s) > 2*maxCaseless || r.isLabelOf(s, furnitureLabels) {
		return nil
	}
	for _, part := range glued(separate(s, r.tables)) {
		last := len(list) - 1
		switch {
		case last >= 0 && (r.saysRole(part.text) || !isCaselessName(part.text)):
			list[last].bio = appendPhrase(list[last].bio, part.text)
		case !isCaselessName(part.text):
			return nil
		default:
			list = append(list, person{name: part.text})
		}
	}
	if len(list) > 0 {
		list[len(list)-1].email = mail
	}
	return list
}

// glued joins parts again that a word for "and" without a space behind it has parted, unless
// both are full names: in Arabic the first letter of "وائل" is that word too.
func glued(list []part) (out []part) {
	for _, p := range list {
		n := len(out) - 1
		whole := func(s string) bool { return strings.Contains(s, " ") }
		if n >= 0 && !strings.HasSuffix(p.before, " ") && strings.HasPrefix(p.before, " ") && !(whole(out[n].text) && whole(p.text)) {
			out[n].text += p.before + p.text
			continue
		}
		out = append(out, p)
	}
	return out
}

// isCaseless reports whether a text begins in a script that has neither capitals nor the names
// of East Asia.
func isCaseless(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Lo, c) && !isLatin(c) && !isHan(c) && !isKana(c) && !isHangul(c)
}

// isCaselessName reports whether a text can be a name: one to five words of letters.
func isCaselessName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 5 || draft.Width(s) > maxCaseless {
		return false
	}
	return strings.IndexFunc(s, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsMark(c) && !strings.ContainsRune(" .-'’\"״׳־\u200c\u200d", c)
	}) < 0
}
