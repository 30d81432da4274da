// Package css reads style sheets and style attributes that nobody vouches for, by CSS
// Syntax Level 3.
//
// In: text. Out: a [Sheet] of rules with their selectors and declarations, the functions
// that are called in them, and the faults, each with its place; a [Selector]; the
// declarations of an attribute. Selectors and values are text again, in one spelling:
// without comments, names without needless escapes, closed where the end of the text
// closes them.
//
// The tokens are those of github.com/tdewolff/parse/v2, the lexer of a minifier that many
// sites run: escapes, strings, addresses and bad ones among them are too many cases for
// four readers to have each their own. Its parser is not used: it drops places and joins
// what the rules here ask for.
//
// Invariant: time is proportional to the text; a sheet has at most [MaxItems] parts, in
// at-rules of [MaxDepth]. A panic of the lexer is a fault of the sheet, which ends there.
package css

import (
	"strings"
	"unicode/utf8"
)

const (
	// MaxDepth is how many at-rules are read in each other. Sheets have one or two levels.
	MaxDepth = 8
	// MaxItems is the number of rules, selectors, declarations and functions of a sheet.
	// The bound is generous: the sheets of large web sites have some 20,000.
	MaxItems = 200_000
	// maxFaults bounds the faults that are kept of a sheet: more than an author reads.
	maxFaults = 100
)

// A Sheet is what a style sheet says. Places are in bytes from its beginning.
type Sheet struct {
	Rules  []Rule
	Calls  []Call  // in the order of the sheet
	Faults []Fault // in the order in which they were found
	src    string
}

// A Rule is a rule with selectors, or an at-rule.
type Rule struct {
	Name    string   // of an at-rule, in lower case and without @; "" for the others
	Prelude []string // the selectors, or what the at-rule says, split at its commas
	Decls   []Decl
	Rules   []Rule // of an at-rule that holds rules
	Ends    byte   // '{' for a rule with a block, ';' for one without, 0 for one that ends as it must not
	Start   int
	End     int // the place behind the rule
}

// A Decl is a declaration.
type Decl struct {
	Name      string // in lower case
	Value     string
	Important bool
	Start     int
}

// A Call is a function, wherever it stands: url(), var(), :not().
type Call struct {
	Name    string // in lower case
	Address string // of url()
	Within  string // the name of the at-rule around it, or ""
	Start   int
}

// A Fault is what CSS calls a parse error.
type Fault struct {
	Start     int
	Msg, Hint string
	Cut       bool // something that should be closed goes on to the end of the text, and is lost
}

// Place returns the line and column of a place, both from 1, in characters.
func (s *Sheet) Place(at int) (line, col int) {
	before := s.src[:min(at, len(s.src))]
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}

// Each calls visit for each rule of the sheet, those within others after them.
func (s *Sheet) Each(visit func(*Rule)) { each(s.Rules, visit) }

func each(rules []Rule, visit func(*Rule)) {
	for i := range rules {
		visit(&rules[i])
		each(rules[i].Rules, visit)
	}
}

// Property returns the value of the declaration that wins among those of one block, ""
// when there is none of that name.
func Property(decls []Decl, name string) string {
	value, important := "", false
	for _, d := range decls {
		if d.Name == name && (d.Important || !important) {
			value, important = d.Value, d.Important
		}
	}
	return value
}
