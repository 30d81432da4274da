package main

import (
	"runtime"
	"runtime/debug"

	"octavo/cmd/octavo/space"
)

// What a limit of the address space means for a build, in kB: see package space.
const (
	// roomySpace is where nothing has to be spared: with it a book of 1,000 chapters builds
	// on 32 threads.
	roomySpace = 6_000_000
	// fixedSpace is all but the heap, with eight threads.
	fixedSpace = 1_750_000
)

// fitMemory makes a build fit into the address space that the process may have, by
// fewer threads and a heap that is collected earlier.
func fitMemory() {
	if space.Limit == 0 || space.Limit >= roomySpace {
		return
	}
	// Two, since each thread takes 72 MB of addresses: see package space.
	runtime.GOMAXPROCS(min(2, runtime.GOMAXPROCS(0)))
	debug.SetMemoryLimit((space.Limit - fixedSpace) * 1024)
}
