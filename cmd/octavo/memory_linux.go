package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"strconv"
	"syscall"
)

// What a limit of the address space (ulimit -v, in kB) means. Go's runtime reserves
// 1.1 GB of addresses for its tables and asks for memory in steps of 64 MB; each
// thread takes 72 MB with the C library's share. Where an allocation then fails
// the runtime ends with a trace, which no code of ours can catch.
const (
	// leastSpace is what the sample builds with: 2000000 fails now and then, 1800000 always.
	leastSpace = 2_200_000
	// roomySpace is where nothing has to be spared: a book of 1,000 chapters and 32 threads.
	roomySpace = 6_000_000
	// fixedSpace is all but the heap, with eight threads.
	fixedSpace = 1_750_000
)

// fitMemory makes a build fit into the address space that the process may have, by
// fewer threads and a heap that is collected earlier, or says that it cannot.
func fitMemory() error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_AS, &limit); err != nil || strconv.IntSize < 64 {
		return nil // a system without the limit, or with a runtime that reserves less
	}
	space := int64(min(limit.Cur, math.MaxInt64) / 1024)
	switch {
	case space >= roomySpace:
		return nil
	case space < leastSpace:
		return fmt.Errorf("the address space is limited to %d kB and a build needs %d; raise it: ulimit -v %d", space, leastSpace, leastSpace)
	}
	runtime.GOMAXPROCS(min(2, runtime.GOMAXPROCS(0)))
	debug.SetMemoryLimit((space - fixedSpace) * 1024)
	return nil
}
