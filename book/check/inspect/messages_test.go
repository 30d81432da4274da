package inspect

import (
	"bytes"
	"fmt"
	"testing"

	"octavo/book"
	"octavo/book/internal/golden"
	"octavo/book/internal/smallepub"
)

// TestMessages compares all that is said of each fault, with its place, and what was read in the
// file all the same.
func TestMessages(t *testing.T) {
	var out bytes.Buffer
	say := func(name string, found []book.Diagnostic) {
		fmt.Fprintf(&out, "%s:\n", name)
		for _, d := range found {
			fmt.Fprintln(&out, d)
		}
	}
	for _, f := range faulty {
		b := smallepub.New(t)
		f.edit(b)
		say(f.name, readBytes(b.Bytes()))
	}
	for _, f := range pdfFaults() {
		_, found := ReadPDF("a.pdf", bytes.NewReader(f.data), int64(len(f.data)))
		say(f.rule+" "+f.name, found)
	}
	for _, f := range hostilePDFs() {
		_, _, found := File("a.pdf", bytes.NewReader(f.data), int64(len(f.data)))
		say(f.name, found)
	}
	golden.File(t, "testdata/messages.golden", out.Bytes())
}
