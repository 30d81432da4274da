package compile

import (
	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/rule"
	"octavo/book/source/manifest"
)

// guarded does a build or a check. A panic is a fault of octavo at the file that was worked
// on. It is reported as faults of the manuscript are, and no edition is made.
func guarded(do func() (*Result, error)) (*Result, error) {
	res, err := caught(do)
	p := fault.From(err)
	if p == nil {
		return res, err
	}
	pos := book.Pos{File: p.File}
	if pos.File == "" {
		pos.File = manifest.Name
	}
	d := rule.InternalFault.At(pos, fault.Hint, "no book can be made of this, by %v", p)
	return &Result{Diagnostics: []book.Diagnostic{d}, Stopped: true, Fault: p}, nil
}

func caught(do func() (*Result, error)) (res *Result, err error) {
	defer fault.Catch(&err)
	return do()
}
