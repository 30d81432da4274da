package store

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/golden"
	"octavo/book/internal/smallepub"
)

// TestMessages compares all that is said of each fault: what is wrong, where, how much of it, and
// who says that it is.
func TestMessages(t *testing.T) {
	var out bytes.Buffer
	say := func(name string, found []book.Diagnostic) {
		fmt.Fprintf(&out, "%s:\n", name)
		for _, d := range found {
			fmt.Fprintln(&out, d)
		}
	}
	usual := map[string]bool{} // what is said of the sound book
	for _, d := range EPUB(read(t, smallepub.New(t)), all()) {
		usual[d.String()] = true
	}
	for _, f := range faults() {
		var found []book.Diagnostic
		for _, d := range EPUB(f.read(t), all()) {
			if !usual[d.String()] {
				found = append(found, d)
			}
		}
		say(strings.TrimSpace(f.rule+" "+f.name), found)
	}
	many := smallepub.New(t).Replace(two, "<h1>", strings.Repeat("<p>a<p>b</p></p>", maxRepeats+2)+"<h1>")
	say("one fault many times", EPUB(read(t, many), []string{"kdp"}))
	golden.File(t, "testdata/messages.golden", out.Bytes())
}
