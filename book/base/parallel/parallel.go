// Package parallel works on the parts of a task at the same time.
//
// In: the number of parts and what is done with each. Out: nothing; the work puts its
// result where the number of its part says.
//
// Invariant: each part is worked on once, and all of them are done at the end.
//
// Invariant: a panic of the work is one of the caller, a [*fault.Panic].
package parallel

import (
	"sync"
	"sync/atomic"

	"octavo/book/base/fault"
)

// Each calls do for 0 to n-1 on at most workers goroutines. When some of the calls
// panic, the panic of the first of these parts goes on in the caller once all are done.
func Each(n, workers int, do func(i int)) {
	workers = min(max(workers, 1), n)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	var first failure
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				first.watch(i, do)
			}
		})
	}
	wait.Wait()
	if first.err != nil {
		panic(first.err)
	}
}

// All calls each of the functions in a goroutine of its own, as Each does.
func All(do ...func()) { Each(len(do), len(do), func(i int) { do[i]() }) }

// A failure is the panic of the part with the lowest number.
type failure struct {
	mu   sync.Mutex
	part int
	err  error
}

// watch does part i and keeps its panic.
func (f *failure) watch(i int, do func(i int)) {
	var err error
	defer func() {
		if err == nil {
			return
		}
		f.mu.Lock()
		defer f.mu.Unlock()
		if f.err == nil || i < f.part {
			f.part, f.err = i, err
		}
	}()
	defer fault.Library(&err)
	do(i)
}
