// Package pattern compiles regular expressions when they are first asked for.
//
// In: an expression of the program's own. Out: a function that returns it compiled.
//
// A command uses few of the hundred expressions that the packages have: compiled at each
// start they took four of its eleven milliseconds and more than a megabyte.
package pattern

import (
	"regexp"
	"sync"
)

// Later returns a function that compiles an expression when it is first called. It panics
// then where the expression is none.
func Later(form string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(form) })
}
