// Package fuzzing has what fuzz targets need to get through many inputs: a target
// that is run for half a minute is to try ten thousand of them at least, on two
// processors.
//
// In: a target. Out: the same, with the engine's time spent on new inputs.
package fuzzing

import (
	"flag"
	"testing"
)

// Most is the length in bytes up to which targets whose time grows with the input
// take one. The engine makes inputs of up to 1 MB, by repeating what they hold;
// whatever a parser does wrong it does with little.
const Most = 2048

// Begin readies a target; each calls it first. When an input reaches new code the
// engine tries to make it smaller, for up to a minute and in as many trials as the
// square of its length, before it goes on: targets were seen to try six new inputs in
// half a minute. Begin turns that off, unless the command line asks for it. An input
// that fails is small because all of them are.
func Begin(f *testing.F) {
	f.Helper()
	const name = "test.fuzzminimizetime"
	if m := flag.Lookup(name); m != nil && m.Value.String() == m.DefValue {
		if err := flag.Set(name, "0x"); err != nil {
			f.Fatal(err)
		}
	}
}
