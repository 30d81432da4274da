// Package space ends a command that cannot run in the address space it may have
// (ulimit -v), with one line instead of the runtime's trace.
//
// In: the process's limit. Out: the limit, or exit code 1.
//
// The package is apart because it imports next to nothing: Go initialises packages in
// the order of their paths once what they import is ready, so that space is
// asked right behind package syscall. The packages that follow allocate, and with 1.5 GB
// one start of twelve ended in them.
package space

import (
	"strconv"
	"syscall"
)

// What a limit of the address space means, in kB. Go's runtime reserves 1.1 GB of
// addresses for its tables and asks for memory in steps of 64 MB; each thread takes
// 72 MB with the C library's share. Where an allocation then fails the runtime ends
// with a trace, which no code of ours can catch.
const least = 2_200_000 // what the sample builds with: 2000000 fails now and then, 1800000 always

// Limit is how many kB of addresses the process may have, 0 when that is not known or
// not limited.
var Limit = limit()

func limit() int64 {
	var l syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &l); err != nil || strconv.IntSize < 64 {
		return 0 // a system without the limit, or with a runtime that reserves less
	}
	if l.Cur == ^uint64(0) { // RLIM_INFINITY
		return 0
	}
	kB := int64(l.Cur / 1024)
	if kB < least {
		syscall.Write(2, []byte("octavo: the address space is limited to "+strconv.FormatInt(kB, 10)+" kB and octavo needs "+
			strconv.Itoa(least)+"; raise it: ulimit -v "+strconv.Itoa(least)+"\n"))
		syscall.Exit(1)
	}
	return kB
}
