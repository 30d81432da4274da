package check

import (
	"octavo/book"
	"octavo/book/base/rule"
)

// A Policy says what becomes of the warnings of a book. The zero Policy leaves
// them as they are, but for rules that are off by default.
type Policy struct {
	settings map[string]string
	allows   map[place][]book.Allow
}

type place struct {
	file string
	rule book.RuleID
}

// NewPolicy returns what the manifest and the remarks of b ask for.
func NewPolicy(b *book.Book) *Policy {
	p := &Policy{settings: b.Rules, allows: map[place][]book.Allow{}}
	for _, a := range book.Allows(b) {
		at := place{a.Pos.File, book.RuleID(a.Rule)}
		p.allows[at] = append(p.allows[at], a)
	}
	return p
}

// Apply returns list without the diagnostics whose rule is off or which a remark
// allows, those on signs of other tools gathered. The others have the level of their rule,
// as the manifest sets it. A diagnostic that is an error already stays, but for the rules
// that a manifest may lower: nothing can be made of such a manuscript.
func (p *Policy) Apply(list []book.Diagnostic) []book.Diagnostic {
	out := list[:0:0]
	for _, d := range list {
		if r, ok := rule.Find(d.Rule); ok && r.Lowers() && r.LevelOf(p.settings) == rule.Warning {
			d.Severity = book.Warning
			out = append(out, d)
			continue
		}
		if d.Severity == book.Error {
			out = append(out, d)
			continue
		}
		level := rule.Warning
		if r, ok := rule.Find(d.Rule); ok {
			level = r.LevelOf(p.settings)
		}
		if level == rule.Off || p.allowed(d) {
			continue
		}
		switch level {
		case rule.Error:
			d.Severity = book.Error
		case rule.Remark:
			d.Severity = book.Remark
		default:
			d.Severity = book.Warning
		}
		out = append(out, d)
	}
	return rule.Gather(out)
}

func (p *Policy) allowed(d book.Diagnostic) bool {
	for _, a := range p.allows[place{d.Pos.File, d.Rule}] {
		if a.Covers(d) {
			return true
		}
	}
	return false
}
