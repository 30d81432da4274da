// Package fault keeps a panic from whoever uses the compiler.
//
// In: a panic, of somebody else's code or of ours. Out: a [Panic], an error with the
// name of the file that was at work. Functions that call a library with what an author
// wrote defer [Library]; the doors of the compiler defer [Catch]; functions that work on
// one file defer [In]. Package parallel carries a panic from its goroutines to the caller.
//
// Invariant: the text of a panic stands in no message; [Panic.Trace] has it, for those
// who look for the fault.
package fault

import (
	"errors"
	"fmt"
	"runtime/debug"
	"testing"
)

// Hint is what to do about a fault of the compiler.
const Hint = "please report it with this file; OCTAVO_TRACE=1 in the environment prints what the report needs"

// A Panic is a panic that was caught.
type Panic struct {
	File  string // that was worked on; "" when there was none
	value any
	stack []byte
}

// Error says whose fault it is and nothing else.
func (p *Panic) Error() string { return "a fault of octavo itself" }

// Trace returns what the code panicked with, and where, in several lines.
func (p *Panic) Trace() string { return fmt.Sprintf("%v\n\n%s", p.value, p.stack) }

// Injected is the value of a panic that a test causes in order to see it caught.
type Injected string

// Of returns the panic of a recovered value, whose stack is that of the caller unless it
// has been caught before.
func Of(recovered any) *Panic {
	if p, ok := recovered.(*Panic); ok {
		return p
	}
	return &Panic{value: recovered, stack: debug.Stack()}
}

// Library, deferred around calls of a library, makes a panic the error.
func Library(err *error) {
	if r := recover(); r != nil {
		*err = Of(r)
	}
}

// Catch, deferred around code of ours, makes a panic the error, but in a test, where a
// fault must not hide: there it makes so of an [Injected] one alone.
func Catch(err *error) {
	r := recover()
	if r == nil {
		return
	}
	p := Of(r)
	if _, ok := p.value.(Injected); testing.Testing() && !ok {
		panic(p.Trace())
	}
	*err = p
}

// In, deferred while a file is worked on, gives the panic that file's name.
func In(file string) {
	if r := recover(); r != nil {
		p := Of(r)
		if p.File == "" {
			p.File = file
		}
		panic(p)
	}
}

// From returns the panic that an error is of, nil when it is of none.
func From(err error) *Panic {
	var p *Panic
	errors.As(err, &p)
	return p
}
