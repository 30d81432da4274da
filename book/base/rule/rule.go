// Package rule is the table of what can be wrong with a manuscript.
//
// In: nothing. Out: each rule with its id, its group, what becomes of it unless
// the manifest says otherwise, one line why, and an example. Package manifest
// takes from it what authors may set under "rules", package check what to
// look for, and the command what it lists.
//
// Invariant: every diagnostic of the compiler bears the id of a rule in the
// table; a test reads the source for it.
package rule

import "slices"

// A Level says what becomes of a rule.
type Level string

// The levels.
const (
	Off     Level = "off"
	Warning Level = "warning"
	Error   Level = "error"
)

// Levels returns the levels, mildest first.
func Levels() []string { return []string{string(Off), string(Warning), string(Error)} }

// A Rule is one thing that can be wrong.
type Rule struct {
	ID    string // stable, in kebab-case
	Group string // a rule of the same name sets all of the group
	// Level is that of a book whose manifest does not set the rule.
	Level Level
	// Fixed says that the rule can be neither set nor silenced: without it there
	// is no book, or not the one that its author wrote.
	Fixed   bool
	Why     string // one line
	Example string // what breaks it, one line
}

// All returns the rules, group by group, in the order in which they are listed
// to authors.
func All() []Rule { return slices.Clone(table) }

// Find returns the rule of an id.
func Find(id string) (Rule, bool) {
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
		if !r.Fixed && !slices.Contains(list, r.Group) {
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
		if !r.Fixed {
			list = append(list, r.ID)
		}
	}
	return list
}

// LevelOf returns the level of a rule under the settings of a manifest, in which
// a rule goes before its group.
func (r Rule) LevelOf(settings map[string]string) Level {
	if r.Fixed {
		return r.Level
	}
	for _, name := range []string{r.ID, r.Group} {
		if level, ok := settings[name]; ok {
			return Level(level)
		}
	}
	return r.Level
}
