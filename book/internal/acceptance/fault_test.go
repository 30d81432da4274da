package acceptance

import (
	"strings"
	"testing"

	"octavo/book/base/fault"
	"octavo/book/compile"
)

// TestPanic checks that a panic at any stage of a build is one diagnostic, and that there
// are no editions then.
func TestPanic(t *testing.T) {
	dir := t.TempDir()
	one("Text.").writeTo(t, dir)
	for _, stage := range []string{"reading the manuscript", "drawing the cover", "setting pages", "writing editions"} {
		opt := compile.Options{Dir: dir, Progress: func(s string) {
			if s == stage {
				panic(fault.Injected("secret"))
			}
		}}
		res, err := compile.Build(t.Context(), opt)
		if err != nil || !res.Stopped || len(res.Editions) > 0 || len(res.Diagnostics) != 1 || res.Fault == nil {
			t.Errorf("%s: %+v, %v", stage, res, err)
			continue
		}
		got := res.Diagnostics[0].String()
		if !strings.Contains(got, "book.yaml: error: no book can be made of this, by a fault of octavo itself [internal-fault]") || strings.Contains(got, "secret") {
			t.Errorf("%s: %s", stage, got)
		}
	}
}
