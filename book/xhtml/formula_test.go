package xhtml

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/golden"
	"octavo/book/math"
)

// TestFormulas compares the MathML of formulas with the golden one.
func TestFormulas(t *testing.T) {
	src, err := os.ReadFile("../math/testdata/parse.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		row, _ := math.Parse(line)
		r := &Renderer{Writer: NewWriter(0)}
		r.Inlines([]book.Inline{&book.Math{TeX: line, Text: math.Text(row)}})
		text := string(r.Bytes())
		wellFormed(t, text)
		fmt.Fprintf(&out, "%s\n\t%s\n", line, strings.TrimPrefix(text, `<math xmlns="http://www.w3.org/1998/Math/MathML" `))
	}
	golden.File(t, "testdata/formulas.golden", out.Bytes())
}
