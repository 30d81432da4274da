package book

import (
	"cmp"
	"fmt"
	"slices"
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

// The severities. An Error stops the build.
const (
	Warning Severity = iota
	Error
)

// String returns "warning" or "error".
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// A Diagnostic is a fault of the manuscript.
type Diagnostic struct {
	Pos      Pos
	Severity Severity
	Rule     string // stable id in kebab-case, such as "figure-alt"
	Message  string // what is wrong, one line, no full stop
	Hint     string // what to do, one line; may be empty
}

// String prints d as one line, and its hint on a second one.
func (d Diagnostic) String() string {
	s := fmt.Sprintf("%s: %s: %s [%s]", d.Pos, d.Severity, d.Message, d.Rule)
	if d.Hint != "" {
		s += "\n    hint: " + d.Hint
	}
	return s
}

// Errorf returns an error diagnostic.
func Errorf(pos Pos, rule, hint, format string, args ...any) Diagnostic {
	return Diagnostic{pos, Error, rule, fmt.Sprintf(format, args...), hint}
}

// Warningf returns a warning diagnostic.
func Warningf(pos Pos, rule, hint, format string, args ...any) Diagnostic {
	return Diagnostic{pos, Warning, rule, fmt.Sprintf(format, args...), hint}
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
