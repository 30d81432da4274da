package mathml

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/internal/fuzzing"
	"octavo/book/markup/math"
	"octavo/book/markup/xhtml"
	"octavo/book/markup/xmltree"
	"octavo/book/source/rawhtml"
)

// markup returns the MathML of TeX as the editions have it.
func markup(tex string) string {
	row, _ := math.Parse(tex)
	r := &xhtml.Renderer{Writer: xhtml.NewWriter(0)}
	r.Inlines([]book.Inline{&book.Math{TeX: tex, Text: math.Text(row)}})
	return string(r.Bytes())
}

func parse(t testing.TB, src string) *xmltree.Node {
	root, err := xmltree.Parse([]byte(src), xmltree.Options{})
	if err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	return root
}

// shape returns a tree as text, without what is only said twice: rows within rows, and the
// form of signs, which their places give.
func shape(n *xmltree.Node) string {
	if n.Name == "" {
		return n.Text
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(shape(k))
	}
	if n.Name == "mrow" || n.Name == "math" {
		return b.String()
	}
	attrs := ""
	for _, a := range n.Attr {
		switch a.Name {
		case "form", "lspace", "rspace":
		default:
			attrs += " " + a.Name + "=" + a.Value
		}
	}
	return "<" + n.Name + attrs + ">" + b.String() + "</>"
}

// losses are parts of formulas of package math's own list whose MathML says less than their
// TeX: a slanted capital Greek letter, which writers of MathML mean upright; a prime on the
// line; signs, letters and functions that were given another class; a style that is that
// around; and text without a letter.
var losses = []string{
	`\mathit{\Gamma}`, `\prime`, `\mathop{\star}`, `\mathop{{x}}`, `\mathord{*}`, `\mathopen{\sin}`, `\tfrac`, `\text{}`,
}

// TestRound writes each formula that package math is tested with as MathML and reads it back.
func TestRound(t *testing.T) {
	src, err := os.ReadFile("../../markup/math/testdata/parse.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		root := parse(t, markup(line))
		var got string
		equal := false
		for _, display := range []string{"", "block"} { // a part says in which of the two it stands
			root.Attr = append(root.Attr[:1:1], xmltree.Attr{Name: "display", Value: display})
			tex, err := TeX(FromXML(root))
			if err != nil {
				t.Errorf("%s: %v", line, err)
				continue
			}
			got += "\n\t" + tex
			equal = equal || shape(parse(t, markup(tex))) == shape(root)
		}
		lossy := false
		for _, part := range losses {
			lossy = lossy || strings.Contains(line, part)
		}
		if !equal && !lossy {
			t.Errorf("%s%s", line, got)
		}
	}
}

// TestForeign reads MathML of other writers: pandoc, LibreOffice, MathJax and people.
func TestForeign(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`<mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>`, `E = mc^2`},
		{`<mrow><mi>x</mi><mo>=</mo><mfrac><mrow><mo>−</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2</mn></msup><mo>-</mo><mn>4</mn><mi>a</mi></msqrt></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac></mrow>`, `x = \frac{-b \pm \sqrt{b^2 - 4a}}{2a}`},
		{`<mfenced open="[" close=")"><mn>0</mn><mn>1</mn></mfenced>`, `[0, 1)`},
		{`<mfenced open="" close="]"><mn>0</mn></mfenced>`, `0]`},
		{`<mfenced><mfrac><mi>a</mi><mi>b</mi></mfrac></mfenced>`, `\left( \frac{a}{b} \right)`},
		{`<mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo><mo>(</mo><mi>c</mi><mo>)</mo>`, `\left( \frac{a}{b} \right)(c)`},
		{`<mo stretchy="false">(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo stretchy="false">)</mo>`, `(\frac{a}{b})`},
		{`<mmultiscripts><mi>C</mi><mn>6</mn><none/><mprescripts/><none/><mn>14</mn></mmultiscripts>`, `{}^{14}C_6`},
		{`<mi>P</mi><mo>(</mo><mi>A</mi><mo>|</mo><mi>B</mi><mo>)</mo><mo>=</mo><mn>3,14</mn><mo>&#x22C5;</mo><mn>1 000</mn>`, `P(A|B) = 3{,}14 \cdot 1\,000`},
		{`<mi>속도</mi><mo>=</mo><mi>s</mi><mo>/</mo><mi>t</mi>`, `\text{속도} = s/t`},
		{`<mi>sin</mi><mo>&#x2061;</mo><mi>θ</mi><mo>&#x2062;</mo><mi>Δ</mi><mi>T</mi>`, `\sin \theta \Delta T`},
		{`<msub><mi>Var</mi><mi>i</mi></msub><mo>&#x2061;</mo><mo>[</mo><mi>X</mi><mo>]</mo>`, `\operatorname{Var}_i[X]`},
		{`<msub><mrow><mi mathvariant="normal">G</mi><mi mathvariant="normal">D</mi><mi mathvariant="normal">P</mi></mrow><mi>t</mi></msub>`, `\mathrm{GDP}_t`},
		{`<mrow><mo>{</mo><mtable columnalign="left"><mtr><mtd><mi>a</mi></mtd><mtd><mtext>if</mtext></mtd></mtr></mtable></mrow>`, `\begin{cases} a & \text{if} \end{cases}`},
		{`<mrow><mo>∀</mo><mi>x</mi><mo>∈</mo><mi>ℝ</mi><mo>:</mo><mi>x</mi><mo>⊄</mo><mi>A</mi></mrow>`, `\forall x \in \mathbb{R} : x \not\subset A`},
		{`<semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">{\displaystyle x_{1}}</annotation></semantics>`, `x_{1}`},
		{`<semantics><mrow><mi>x</mi></mrow><annotation encoding="LaTeX">\unheardof{x}</annotation></semantics>`, `x`},
		{`<semantics><mrow><mi>x</mi></mrow><annotation encoding="StarMath 5.0">x over 2</annotation></semantics>`, `x`},
		{`<mover accent="true"><mi>x</mi><mo>¯</mo></mover><mover><mi>AB</mi><mo>→</mo></mover><mover><mo>=</mo><mtext>def</mtext></mover>`, `\bar{x} \overrightarrow{\mathrm{AB}} \overset{\text{def}}{=}`},
		{`<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>`, `\sum_{i=1}^n x_i`},
		{`<mlabeledtr/>`, ``},
		{`<mtable><mlabeledtr><mtd><mtext>(3)</mtext></mtd><mtd><mi>a</mi></mtd></mlabeledtr></mtable>`, `\begin{matrix} a \tag{3} \end{matrix}`},
	} {
		tex, err := TeX(FromXML(parse(t, "<math>"+tt.in+"</math>")))
		if tex != tt.want || err != nil != (tt.want == "") {
			t.Errorf("%s: %s, %v, want %s", tt.in, tex, err, tt.want)
		}
		tex, _ = TeX(FromHTML(rawhtml.Document("<math>" + tt.in + "</math>").Content()[0]))
		if tex != tt.want {
			t.Errorf("as HTML: %s: %s, want %s", tt.in, tex, tt.want)
		}
	}
}

// TestUntold wants the words of a formula that has no TeX.
func TestUntold(t *testing.T) {
	_, err := TeX(FromXML(parse(t, `<math><menclose notation="updiagonalstrike"><mi>x</mi></menclose><mo>+</mo><mi>y</mi></math>`)))
	var u *Untold
	if !errors.As(err, &u) || u.Text != "x+y" || u.What != "<menclose>" {
		t.Errorf("%v", err)
	}
}

// FuzzTeX reads any text as a formula of a page and of a document.
func FuzzTeX(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{`<math><mfrac><mn>1</mn><mi>x</mi></mfrac></math>`, `<math><mfenced open="["><mi>a</mi><mi>b</mi></mfenced></math>`, strings.Repeat("<mrow><mo>(</mo>", 200)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		start := time.Now()
		if root, err := xmltree.Parse([]byte(src), xmltree.Options{}); err == nil {
			check(t, FromXML(root))
		}
		check(t, FromHTML(rawhtml.Document(src)))
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("took %v", d)
		}
	})
}

// check wants TeX without faults, or why there is none.
func check(t *testing.T, n *Node) {
	tex, err := TeX(n)
	if _, faults := math.Parse(tex); err == nil && len(faults) > 0 {
		t.Errorf("%s: %v", tex, faults)
	}
}
