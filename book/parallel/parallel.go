// Package parallel works on the parts of a task at the same time.
//
// In: the number of parts and what is done with each. Out: nothing; the work puts its
// result where the number of its part says.
//
// Invariant: each part is worked on once, and all of them are done at the end.
package parallel

import (
	"sync"
	"sync/atomic"
)

// Each calls do for 0 to n-1 on at most workers goroutines.
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
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}
