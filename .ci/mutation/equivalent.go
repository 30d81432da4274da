package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"strings"
)

// equivalents is the file of mutants that do what the product does. An entry is
// a path with an operator, the line before and after, and the reason, indented:
//
//	book/x/y.go boundary
//	- if a < b {
//	+ if a <= b {
//	  of two equal ones either is taken
//
// Lines are told by their text and not by their numbers, which move.
//
//go:embed equivalent.txt
var equivalents string

// claim is what is said to be equivalent.
type claim struct{ path, op, was, is string }

// readClaims returns the reason of each claim.
func readClaims(text string) (map[claim]string, error) {
	claims := map[claim]string{}
	var c claim
	lines := bufio.NewScanner(strings.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "-"):
			c.was = strings.TrimSpace(line[1:])
		case strings.HasPrefix(line, "+"):
			c.is = strings.TrimSpace(line[1:])
		case strings.HasPrefix(line, "  "):
			if c.path == "" || c.was == c.is {
				return nil, fmt.Errorf("equivalent.txt:%d: a reason of nothing", n)
			}
			claims[c] = strings.TrimSpace(claims[c] + " " + strings.TrimSpace(line))
		default:
			c = claim{}
			var ok bool
			if c.path, c.op, ok = strings.Cut(line, " "); !ok || operators[c.op] == "" {
				return nil, fmt.Errorf("equivalent.txt:%d: not a path and an operator", n)
			}
		}
	}
	return claims, lines.Err()
}

// claim is how the file of equivalents would name a mutant.
func (t *tree) claim(m mutant) claim {
	was, is := m.diff()
	return claim{t.rel(m.place.Filename), m.op, was, is}
}
