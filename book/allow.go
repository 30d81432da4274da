package book

import "strings"

// An Allow is a remark in the manuscript that a rule does not apply to some
// lines, "octavo: allow figure-credit". In Markdown a remark is an HTML comment, and
// holds for the block that it stands in or before; in YAML it is a comment, and
// holds for the value that it stands beside or before.
type Allow struct {
	Rule string // as written; there may be no such rule
	Pos  Pos    // of the remark
	// First and Last are the lines of Pos.File that the remark holds for.
	First, Last int
}

// Covers reports whether a is about a diagnostic. A diagnostic about a file as a whole is
// covered by any remark in that file.
func (a Allow) Covers(d Diagnostic) bool {
	if a.Rule != string(d.Rule) || a.Pos.File != d.Pos.File {
		return false
	}
	return d.Pos.Line == 0 || a.First <= d.Pos.Line && d.Pos.Line <= a.Last
}

// maxAllowed bounds the rules of one remark. Generous: real remarks have one or two.
const maxAllowed = 32

// ParseAllow returns the rules that the text of a comment allows, nil when it is
// not such a remark: "octavo: allow", then ids parted by spaces or commas. What
// follows a dash or a bracket is the author's reason.
func ParseAllow(comment string) []string {
	rest, ok := strings.CutPrefix(strings.TrimSpace(comment), "octavo:")
	if !ok {
		return nil
	}
	if rest, ok = strings.CutPrefix(strings.TrimSpace(rest), "allow"); !ok {
		return nil
	}
	var rules []string
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return r <= ' ' || r == ',' }) {
		if strings.IndexAny(word, "-–—([#;:") == 0 || len(rules) == maxAllowed {
			break
		}
		rules = append(rules, word)
	}
	return rules
}

// Allows returns the remarks of all files of b.
func Allows(b *Book) []Allow {
	list := append([]Allow(nil), b.Allows...)
	for _, p := range b.Pages {
		list = append(list, p.Allows...)
	}
	for _, c := range b.Chapters() {
		list = append(list, c.Allows...)
	}
	return list
}
