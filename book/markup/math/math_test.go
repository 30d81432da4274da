package math

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"octavo/book/internal/fuzzing"
	"octavo/book/internal/golden"
)

// TestParse compares the tree and the text of formulas with the golden ones.
func TestParse(t *testing.T) {
	src, err := os.ReadFile("testdata/parse.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		row, faults := Parse(line)
		fmt.Fprintf(&out, "%s\n\t%s\n\t%s\n", line, Dump(row), Text(row))
		for _, f := range faults {
			fmt.Fprintf(&out, "\t%v\n", f)
		}
	}
	golden.File(t, "testdata/parse.golden", out.Bytes())
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct{ src, want, hint string }{
		{`\fraq{1}{2}`, `0: \fraq is not supported in formulas`, `did you mean \frac?`},
		{`x + \xyzzyplugh`, `4: \xyzzyplugh is not supported in formulas`, "write it another way"},
		{`\frac{1}`, `8: \frac lacks what it applies to`, ""},
		{`\frac{1`, `5: { is not closed`, ""},
		{`a}`, `1: a } without its {`, ""},
		{`x^2^3`, `3: two scripts above the line at one base`, ""},
		{`x_1_2`, `3: two scripts below the line at one base`, ""},
		{`x^`, `2: ^ lacks what it applies to`, ""},
		{`\left( x`, `0: \left is not closed`, ""},
		{`\left x`, `6: no fence after \left`, ""},
		{`x \right)`, `2: \right has nothing before it that it belongs to`, ""},
		{`a & b`, `2: & stands outside of a table`, ""},
		{`\begin{tabular}`, `0: the environment "tabular" is not supported`, ""},
		{`\begin{bmatrx} 1 \end{bmatrx}`, `0: the environment "bmatrx" is not supported`, "did you mean bmatrix?"},
		{`\begin{matrix} 1 \end{pmatrix}`, `17: \begin{matrix} ends with \end{pmatrix}`, ""},
		{`\begin{matrix} 1`, `0: \begin{matrix} is not closed`, ""},
		{`\begin{array}{l|l} 1 \end{array}`, `0: columns of an array are l, c or r`, ""},
		{`5 %`, `2: the character '%' has no meaning in a formula`, `write \%`},
		{`한국`, `0: the character '한' has no meaning in a formula`, `write \text{...} for words`},
		{`a \bigx`, `2: \bigx is not supported in formulas`, "did you mean \\big?"},
		{`\text x`, `6: \text lacks what it applies to`, "write it in braces"},
		{`\text{x`, `5: { is not closed`, "write } where it ends"},
		{`\left( x \middle x \right)`, `17: no fence after \middle`, ""},
		{`\middle|`, `0: \middle has nothing before it that it belongs to`, ""},
		{`x\limits_1`, `1: \limits stands after no operator`, ""},
		{`\text{a #b}`, `8: '#' has no meaning within \text`, ""},
		{`\text{a $\foo$}`, `9: \foo is not supported in formulas`, ""},
		{`\text{a $b}`, `8: '$' has no meaning within \text`, ""},
		{`\not x`, `0: \not is not supported before this`, ""},
		{strings.Repeat("{", 30), "24: groups within more than 24 others", ""},
		{strings.Repeat(`\hat`, 30), "96: groups within more than 24 others", ""},
		{strings.Repeat("x", MaxBytes+1), "0: the formula has 4097 bytes; the limit is 4096", ""},
	} {
		_, faults := Parse(tt.src)
		if len(faults) == 0 {
			t.Errorf("%s: no fault", tt.src)
			continue
		}
		if got := fmt.Sprintf("%d: %s", faults[0].At, faults[0].Message); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.src, got, tt.want)
		}
		if tt.hint != "" && faults[0].Hint != tt.hint {
			t.Errorf("%s: hint %s, want %s", tt.src, faults[0].Hint, tt.hint)
		}
	}
}

// TestSegments wants the texts of the segments to add up to that of the formula.
func TestSegments(t *testing.T) {
	row, _ := Parse(`y = a + b(c + d) = -x \leq \frac{1}{2}`)
	var list []string
	for _, s := range Segments(row) {
		list = append(list, s.Text)
	}
	if got, want := strings.Join(list, "|"), "y =|a +|b(c + d) =|−x ≤|1/2"; got != want {
		t.Errorf("segments %s, want %s", got, want)
	}
	if got := strings.Join(list, " "); got != Text(row) {
		t.Errorf("segments are %q, the formula %q", got, Text(row))
	}
}

// FuzzParse reads any text as a formula.
func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	src, err := os.ReadFile("testdata/parse.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(src)) {
		f.Add(line)
	}
	f.Add(strings.Repeat(`\frac{`, 50))
	f.Add(strings.Repeat(`\begin{matrix}&&\\`, 20))
	f.Fuzz(func(t *testing.T, src string) {
		start := time.Now()
		row, faults := Parse(src)
		Dump(row)
		text := Text(row)
		if len(faults) == 0 {
			var list []string
			for _, s := range Segments(row) {
				list = append(list, s.Text)
			}
			if got := strings.Join(strings.Fields(strings.Join(list, " ")), " "); got != text {
				t.Errorf("segments %q, formula %q", got, text)
			}
		}
		for _, f := range faults {
			if f.At < 0 || f.At > len(src) {
				t.Errorf("fault at %d of %d", f.At, len(src))
			}
		}
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("took %v", d)
		}
	})
}
