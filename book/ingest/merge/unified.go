package merge

import (
	udiff "github.com/aymanbagabas/go-udiff"
)

// Unified returns the differences of two versions of a file as a unified diff, "" where
// there are none.
func Unified(name, old, now string) string {
	return udiff.Unified(name, name, old, now)
}
