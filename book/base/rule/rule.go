// Package rule is the table of what can be wrong with a manuscript.
//
// In: nothing. Out: each rule as a value with its id, its group, what becomes of it
// unless the manifest says otherwise, one line why, and an example; and [Rule.At],
// by which all that read or judge a manuscript report. Package manifest takes from the table what authors
// may set under "rules", package check what becomes of a report, and the command
// what it lists. What an import says of an article stands apart, in imports.go.
//
// Invariant: there are no rules but the rows of this package, and each is reported
// by somebody.
package rule

import (
	"fmt"
	"slices"

	"octavo/book"
)

// A Level says what becomes of a rule.
type Level string

// The levels.
const (
	Off     Level = "off"
	Remark  Level = "remark"
	Warning Level = "warning"
	Error   Level = "error"
)

// Levels returns the levels, mildest first.
func Levels() []string { return []string{string(Off), string(Remark), string(Warning), string(Error)} }

// A Rule is one thing that can be wrong.
type Rule struct {
	ID    book.RuleID
	Group string // a setting of this name sets all of the group
	// Level is that of a book whose manifest does not set the rule. An Error cannot be
	// set: see [Rule.Fixed].
	Level   Level
	Why     string // one line
	Example string // what breaks it, one line
}

// table holds the rows of table.go in their order.
var table []Rule

// row adds a rule to the table and returns it.
func row(id book.RuleID, group string, level Level, why, example string) Rule {
	r := Rule{id, group, level, why, example}
	table = append(table, r)
	return r
}

// At returns a diagnostic of the severity that the rule has: an error when r is fixed, a
// remark when that is its level, and otherwise a warning. The manifest may make nothing,
// a remark, a warning or an error of the last two.
// The hint says what to do in one line, and may be empty.
func (r Rule) At(pos book.Pos, hint, format string, args ...any) book.Diagnostic {
	severity := book.Warning
	switch r.Level {
	case Error:
		severity = book.Error
	case Remark:
		severity = book.Remark
	}
	return book.Diagnostic{Pos: pos, Severity: severity, Rule: r.ID, Message: fmt.Sprintf(format, args...), Hint: hint}
}

// FatalAt is At for a place that cannot be read as it is written, where elsewhere the
// rule is a matter of taste: an error, whatever its level and its setting. Package yaml
// has the only such places, control characters in values.
func (r Rule) FatalAt(pos book.Pos, hint, format string, args ...any) book.Diagnostic {
	d := r.At(pos, hint, format, args...)
	d.Severity = book.Error
	return d
}

// Fixed reports whether r can be neither set nor silenced: without it there is no
// book, or not the one that its author wrote.
func (r Rule) Fixed() bool { return r.Level == Error }

// Lowers reports whether a manifest may make a warning of r, though it is fixed in all
// else: a publisher cannot find each lost picture and page at once, and the words stay.
func (r Rule) Lowers() bool {
	return r.ID == LinkDead.ID || r.ID == ImageMissing.ID || r.ID == ImageRemote.ID
}

// All returns the rules, group by group, in the order in which they are listed
// to authors.
func All() []Rule { return slices.Clone(table) }

// Find returns the rule of an id.
func Find(id book.RuleID) (Rule, bool) {
	for i := range table {
		if table[i].ID == id {
			return table[i], true
		}
	}
	return Rule{}, false
}

// Groups returns the names of the groups whose rules can be set, in the order
// of the table.
func Groups() []string {
	var list []string
	for _, r := range table {
		if !r.Fixed() && !slices.Contains(list, r.Group) {
			list = append(list, r.Group)
		}
	}
	return list
}

// Settable returns what a manifest may set: the groups, and the rules that are
// not fixed.
func Settable() []string {
	list := Groups()
	for _, r := range table {
		if !r.Fixed() || r.Lowers() {
			list = append(list, string(r.ID))
		}
	}
	return list
}

// LevelOf returns the level of a rule under the settings of a manifest, in which
// a rule goes before its group.
func (r Rule) LevelOf(settings map[string]string) Level {
	if r.Fixed() {
		if r.Lowers() && Level(settings[string(r.ID)]) == Warning {
			return Warning
		}
		return r.Level
	}
	for _, name := range []string{string(r.ID), r.Group} {
		if level, ok := settings[name]; ok {
			return Level(level)
		}
	}
	return r.Level
}
