package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"octavo/book/base/fault"
)

// TestPanic checks that a panic which nothing else caught is one line, and a trace only for
// whoever asks for one.
func TestPanic(t *testing.T) {
	for _, trace := range []string{"", "1"} {
		t.Setenv("OCTAVO_TRACE", trace)
		root := &cobra.Command{Use: "octavo", SilenceErrors: true, SilenceUsage: true, RunE: func(*cobra.Command, []string) error {
			defer fault.In("a.epub")
			panic(fault.Injected("secret"))
		}}
		root.SetArgs(nil)
		var out bytes.Buffer
		if code := perform(t.Context(), root, &out); code != exitFailed {
			t.Errorf("exit code %d", code)
		}
		line, rest, _ := strings.Cut(out.String(), "\n")
		if want := "octavo: a.epub: a fault of octavo itself: " + fault.Hint; line != want {
			t.Errorf("the line is %q, want %q", line, want)
		}
		if got := strings.Contains(rest, "secret"); got != (trace != "") || trace == "" && rest != "" {
			t.Errorf("OCTAVO_TRACE=%s: after the line stands %q", trace, rest)
		}
	}
}
