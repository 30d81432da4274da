package book

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Pos is a place in the manuscript. Line and Col count from 1, Col in
// characters (runes); a Line of 0 means the file as a whole.
type Pos struct {
	File string
	Line int
	Col  int
}

// String prints p as "file:line:col", leaving out what is 0.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// A Severity grades a Diagnostic.
type Severity int

// The severities. An Error stops the build. A Remark is no fault: it is what a publisher
// should know, and stops nothing.
const (
	Warning Severity = iota
	Error
	Remark Severity = -1
)

// String returns "warning", "error" or "remark".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Remark:
		return "remark"
	}
	return "warning"
}

// A RuleID is the stable name of a rule in kebab-case, such as "figure-alt". The ids and
// their severities stand in tables: those for manuscripts in package rule, those for
// finished editions in packages inspect and store.
type RuleID string

// A Diagnostic is a fault of the manuscript, or a remark on it.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Rule     RuleID
	Message  string // what is wrong, one line, no full stop
	Hint     string // what to do, one line; may be empty
}

// String prints d as one line, and its hint on a second one, fit for a terminal.
func (d Diagnostic) String() string {
	s := Printable(fmt.Sprintf("%s: %s: %s [%s]", d.Pos, d.Severity, d.Message, d.Rule))
	if d.Hint != "" {
		s += "\n    hint: " + Printable(d.Hint)
	}
	return s
}

// Count returns how many things there are, for messages: "1 page", "3 pages".
func Count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// Printable returns s as one line that does nothing to a terminal: control
// characters, characters that turn the direction of the text after them, line separators
// and bytes that are no UTF-8 are written as Go escapes them. File names and text of the
// author may hold any of these.
func Printable(s string) string {
	if !strings.ContainsFunc(s, unprintable) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		_, n := utf8.DecodeRuneInString(s[i:])
		if !unprintable(r) || n == len("\uFFFD") && r == utf8.RuneError {
			b.WriteString(s[i : i+n])
			continue
		}
		quoted := strconv.QuoteToASCII(s[i : i+n])
		b.WriteString(quoted[1 : len(quoted)-1])
	}
	return b.String()
}

// Clip shortens text of the author for a message: to most characters, with three
// dots after them.
func Clip(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// unprintable reports whether r may act on a terminal. [utf8.RuneError] may
// stand for a byte that does.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 ||
		r == 0x2028 || r == 0x2029 || r == utf8.RuneError
}

// SortDiagnostics sorts list by file, line, column, severity (errors first),
// rule and message, and removes repeats.
func SortDiagnostics(list []Diagnostic) []Diagnostic {
	slices.SortStableFunc(list, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Col, b.Pos.Col),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.Compact(list)
}

// HasErrors reports whether list holds an error.
func HasErrors(list []Diagnostic) bool {
	return slices.ContainsFunc(list, func(d Diagnostic) bool { return d.Severity == Error })
}
