package parallel

import (
	"fmt"
	"sync/atomic"
	"testing"

	"octavo/book/base/fault"
)

func TestEach(t *testing.T) {
	for _, n := range []int{0, 1, 2, 1000} {
		for _, workers := range []int{-1, 0, 1, 3, 2000} {
			done := make([]atomic.Int32, n)
			Each(n, workers, func(i int) { done[i].Add(1) })
			for i := range done {
				if got := done[i].Load(); got != 1 {
					t.Errorf("%d parts, %d workers: part %d was worked on %d times", n, workers, i, got)
				}
			}
		}
	}
}

// TestOneWorker asks for one worker, and for none, which is one: the parts follow one
// another in their order.
func TestOneWorker(t *testing.T) {
	for _, workers := range []int{-1, 0, 1} {
		next := 0 // not guarded: there is nobody to guard it from
		Each(1000, workers, func(i int) {
			if i != next {
				t.Fatalf("%d workers: part %d is worked on as number %d", workers, i, next)
			}
			next++
		})
	}
}

// TestPanic checks that a panic of a worker reaches the caller, the first part's at any
// number of workers, after all parts are done.
func TestPanic(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var done atomic.Int32
		err := func() (err error) {
			defer fault.Catch(&err)
			Each(100, workers, func(i int) {
				defer fault.In(fmt.Sprint("part ", i))
				if i == 30 || i == 60 {
					panic(fault.Injected("x"))
				}
				done.Add(1)
			})
			return nil
		}()
		if p := fault.From(err); p == nil || p.File != "part 30" {
			t.Errorf("%d workers: %v", workers, err)
		}
		if n := done.Load(); workers > 1 && n != 98 {
			t.Errorf("%d workers: %d parts were done", workers, n)
		}
	}
}

func TestAll(t *testing.T) {
	var a, b bool
	All(func() { a = true }, func() { b = true })
	if !a || !b {
		t.Error("not all was done")
	}
}
