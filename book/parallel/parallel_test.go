package parallel

import (
	"sync/atomic"
	"testing"
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
