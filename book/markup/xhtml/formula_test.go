package xhtml

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/golden"
	"octavo/book/markup/math"
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

// TestFormulaParts compares the MathML of single constructs, without their wrapper.
func TestFormulaParts(t *testing.T) {
	tests := []struct{ tex, want string }{
		{`|x|`, `<mrow><mo stretchy="false" form="infix" lspace="0" rspace="0">|</mo><mi>x</mi><mo stretchy="false" form="infix" lspace="0" rspace="0">|</mo></mrow>`},
		{`a/b`, `<mrow><mi>a</mi><mo stretchy="false" form="infix" lspace="0" rspace="0">/</mo><mi>b</mi></mrow>`},
		{`a \parallel b`, `<mrow><mi>a</mi><mo>∥</mo><mi>b</mi></mrow>`},
		{`a \mid b`, `<mrow><mi>a</mi><mo stretchy="false" lspace="0.2778em" rspace="0.2778em">∣</mo><mi>b</mi></mrow>`},
		{`a : b`, `<mrow><mi>a</mi><mo stretchy="false" lspace="0.2778em" rspace="0.2778em">:</mo><mi>b</mi></mrow>`},
		{`f\colon A \to B`, `<mrow><mi>f</mi><mo lspace="0" rspace="0.1667em">:</mo><mi>A</mi><mo stretchy="false">→</mo><mi>B</mi></mrow>`},
		{`-x`, `<mrow><mo form="prefix">−</mo><mi>x</mi></mrow>`},
		{`\mathrm{d}x`, `<mrow><mi mathvariant="normal">d</mi><mi>x</mi></mrow>`},
		{`\mathrm{dx}`, `<mi>dx</mi>`},
		{`\text{ if }`, `<mtext>NBSPifNBSP</mtext>`},
		{`\text{so\ }`, `<mtext>soNBSP</mtext>`},
		{`\textit{x}`, `<mtext style="font-style: italic">x</mtext>`},
		{`\textbf{x}`, `<mtext style="font-weight: bold">x</mtext>`},
		{`\bigl. x \bigr|`, `<mrow><mrow/><mi>x</mi><mo fence="true" stretchy="true" symmetric="true" form="postfix" minsize="1.2em" maxsize="1.2em">|</mo></mrow>`},
		{`{}_1 a`, `<mrow><msub><mrow></mrow><mn>1</mn></msub><mi>a</mi></mrow>`},
		{`\lim_{x} y`, `<mrow><munder><mo movablelimits="true" form="prefix" lspace="0" rspace="0">lim</mo><mi>x</mi></munder><mo lspace="0" rspace="0.1667em">APPLY</mo><mi>y</mi></mrow>`},
		{`\lim\limits_{x} y`, `<mrow><munder><mo movablelimits="false" form="prefix" lspace="0" rspace="0">lim</mo><mi>x</mi></munder><mo lspace="0" rspace="0.1667em">APPLY</mo><mi>y</mi></mrow>`},
		{`\lim\nolimits_{x} y`, `<mrow><msub><mo movablelimits="true" form="prefix" lspace="0" rspace="0">lim</mo><mi>x</mi></msub><mo lspace="0" rspace="0.1667em">APPLY</mo><mi>y</mi></mrow>`},
		{`\left. x \right|`, `<mrow><mi>x</mi><mo fence="true" stretchy="true" form="postfix">|</mo></mrow>`},
		{`\left( x \right.`, `<mrow><mo fence="true" stretchy="true" form="prefix">(</mo><mi>x</mi></mrow>`},
		{`\left< x \right>`, `<mrow><mo fence="true" stretchy="true" form="prefix">⟨</mo><mi>x</mi><mo fence="true" stretchy="true" form="postfix">⟩</mo></mrow>`},
		{`a\!b\,c\quad d`, `<mrow><mi>a</mi><mspace width="-0.1667em"/><mi>b</mi><mspace width="0.1667em"/><mi>c</mi><mspace width="1.0000em"/><mi>d</mi></mrow>`},
		{`\begin{aligned} a &= b & c &= d \end{aligned}`, `<mtable columnalign="right left right left" columnspacing="0em 2em" displaystyle="true"><mtr><mtd style="text-align: right; text-align: -webkit-right; padding-left: 0; padding-right: 0"><mi>a</mi></mtd><mtd style="text-align: left; padding-left: 0; padding-right: 0"><mrow><mrow></mrow><mo>=</mo><mi>b</mi></mrow></mtd><mtd style="text-align: right; text-align: -webkit-right; padding-left: 2em; padding-right: 0"><mi>c</mi></mtd><mtd style="text-align: left; padding-left: 0; padding-right: 0"><mrow><mrow></mrow><mo>=</mo><mi>d</mi></mrow></mtd></mtr></mtable>`},
	}
	for _, tt := range tests {
		row, faults := math.Parse(tt.tex)
		r := &Renderer{Writer: NewWriter(0)}
		r.Inlines([]book.Inline{&book.Math{TeX: tt.tex, Text: math.Text(row)}})
		_, got, _ := strings.Cut(string(r.Bytes()), ">")
		got = strings.NewReplacer("\u00a0", "NBSP", "\u2061", "APPLY").Replace(strings.TrimSuffix(got, "</math>"))
		if got != tt.want || len(faults) > 0 {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.tex, got, tt.want)
		}
	}
}

// TestExtent has a formula say how large it is when that is more than a line holds, and be
// reached by the keyboard when it is wider than a small phone.
func TestExtent(t *testing.T) {
	for _, tt := range []struct {
		width, height int
		want          string
	}{
		{600, 600, " "}, {601, 100, "--wide: 6.01; --tall: 1 "}, {100, 601, "--wide: 1; --tall: 6.01 "},
		{3600, 100, "--wide: 36; --tall: 1 "}, {3601, 100, "--wide: 36.01; --tall: 1 0"},
	} {
		r := &Renderer{Extent: func(*book.Math) (int, int) { return tt.width, tt.height }}
		style, index := r.extent(&book.Math{})
		if got := style + " " + index; got != tt.want {
			t.Errorf("%d by %d: %q, want %q", tt.width, tt.height, got, tt.want)
		}
	}
}
