package omml

import (
	"errors"
	"strings"
	"testing"

	"octavo/book/ingest/mathml"
	"octavo/book/internal/fuzzing"
	"octavo/book/markup/math"
	"octavo/book/markup/xmltree"
)

// short writes Office Math shorter: <f><num>a</num><den>b</den></f>, with a run for each text.
func short(s string) string {
	var b strings.Builder
	for s != "" {
		said, rest, _ := strings.Cut(s, "<")
		if said != "" {
			b.WriteString("<m:r><m:t>" + said + "</m:t></m:r>")
		}
		tag, behind, found := strings.Cut(rest, ">")
		switch name, closing := strings.CutPrefix(tag, "/"); {
		case !found:
		case closing:
			b.WriteString("</m:" + name + ">")
		default:
			b.WriteString("<m:" + name + ">")
		}
		s = behind
	}
	return b.String()
}

func parse(t testing.TB, src string) *xmltree.Node {
	t.Helper()
	n, err := xmltree.Parse([]byte(src), xmltree.Options{})
	if err != nil {
		t.Fatalf("%v in %s", err, src)
	}
	return n
}

// TestTeX reads formulas as Word writes them, up to the TeX of a chapter.
func TestTeX(t *testing.T) {
	run := func(props, text string) string {
		return `<m:r><m:rPr>` + props + `</m:rPr><m:t xml:space="preserve">` + text + `</m:t></m:r>`
	}
	for _, tt := range []struct{ in, want string }{
		{short(`E=m<sSup><e>c</e><sup>2</sup></sSup>`), `E = mc^2`},
		{short(`<sSub><e>x</e><sub>i+1</sub></sSub><sSubSup><e>y</e><sub>k</sub><sup>n</sup></sSubSup>`), `x_{i+1} y_k^n`},
		{short(`<sPre><sub>6</sub><sup>14</sup><e>C</e></sPre>`), `{}_6^{14}C`},
		{short(`<f><num>a+b</num><den>2</den></f>`), `\frac{a + b}{2}`},
		{`<m:f><m:fPr><m:type m:val="lin"/></m:fPr><m:num>` + short("a") + `</m:num><m:den>` + short("b") + `</m:den></m:f>`, `a/b`},
		{`<m:d><m:e><m:f><m:fPr><m:type m:val="noBar"/></m:fPr><m:num>` + short("n") + `</m:num><m:den>` + short("k") + `</m:den></m:f></m:e></m:d>`, `\binom{n}{k}`},
		{short(`<rad><deg></deg><e>x</e></rad><rad><deg>3</deg><e>x</e></rad>`), `\sqrt{x} \sqrt[3]{x}`},
		{`<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg>` + short("2") + `</m:deg><m:e>` + short("x") + `</m:e></m:rad>`, `\sqrt{x}`},
		{`<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/></m:naryPr>` + short(`<sub>i=1</sub><sup>n</sup><e>i</e>`) + `</m:nary>`, `\sum_{i=1}^n i`},
		{`<m:nary><m:naryPr><m:subHide m:val="on"/><m:supHide m:val="on"/></m:naryPr>` + short(`<sub></sub><sup></sup><e>f</e>`) + `</m:nary>`, `\int f`},
		{`<m:nary>` + short(`<sub>0</sub><sup>∞</sup><e>f</e>`) + `</m:nary>`, `\int_0^{\infty} f`},
		{short(`<d><e>x+1</e></d>`), `(x + 1)`},
		{`<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=")"/><m:sepChr m:val=","/></m:dPr>` + short(`<e>a</e><e>b</e>`) + `</m:d>`, `[a, b)`},
		{`<m:d><m:dPr><m:begChr m:val="|"/><m:endChr m:val="|"/></m:dPr><m:e>` + short(`<f><num>a</num><den>b</den></f>`) + `</m:e></m:d>`, `\left| \frac{a}{b} \right|`},
		{`<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e><m:eqArr>` + short(`<e>1, &amp;x>0</e><e>0, &amp;x=0</e>`) + `</m:eqArr></m:e></m:d>`, `\begin{cases} 1, & x > 0 \\ 0, & x = 0 \end{cases}`},
		{short(`<func><fName>`) + run(`<m:sty m:val="p"/>`, "sin") + short(`</fName><e>θ</e></func>`), `\sin \theta`},
		{short(`<func><fName><limLow><e>`) + run(`<m:sty m:val="p"/>`, "lim") + short(`</e><lim>n→∞</lim></limLow></fName><e>a</e></func>`), `\lim_{n\to \infty} a`},
		{short(`<acc><e>x</e></acc>`), `\hat{x}`},
		{`<m:acc><m:accPr><m:chr m:val="⃗"/></m:accPr><m:e>` + short("v") + `</m:e></m:acc>`, `\vec{v}`},
		{`<m:bar><m:barPr><m:pos m:val="top"/></m:barPr><m:e>` + short("AB") + `</m:e></m:bar>`, `\overline{AB}`},
		{short(`<bar><e>x</e></bar>`), `\underline{x}`},
		{short(`<limLow><e><groupChr><e>a+b</e></groupChr></e><lim>n</lim></limLow>`), `\underbrace{a + b}_n`},
		{short(`<limUpp><e>=</e><lim>d</lim></limUpp>`), `\overset{d}{=}`},
		{`<m:d><m:e>` + short(`<m><mr><e>a</e><e>b</e></mr><mr><e>c</e><e>d</e></mr></m>`) + `</m:e></m:d>`, `\begin{pmatrix} a & b \\ c & d \end{pmatrix}`},
		{short(`<eqArr><e>a&amp;=b</e><e>&amp;=c#(3)</e></eqArr>`), `\begin{aligned} a & = b \\ & = c \tag{3} \end{aligned}`},
		{short(`<box><e>a</e></box><borderBox><e>b</e></borderBox><phant><e>c</e></phant>`), `abc`},
		{`<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e>` + short("x") + `</m:e></m:phant>` + short("y"), `y`},
		{run(`<m:nor/>`, "if ") + short("x") + run(`<m:scr m:val="double-struck"/>`, "R") + run(`<m:sty m:val="b"/>`, "v") + short("𝐀𝑏"), `\text{if }x\mathbb{R} \mathbf{v} \mathbf{A}b`},
		{short("3,14≤ 2.5"), `3{,}14 \leq 2.5`},
		{`<m:f><m:fPr><m:type m:val="skw"/></m:fPr><m:num>` + short("1") + `</m:num><m:den>` + short("2") + `</m:den></m:f>`, `{1}/{2}`},
		{`<m:f><m:fPr><m:type m:val="skw"/></m:fPr><m:num>` + short("a") + `</m:num><m:den>` + short("b+1") + `</m:den></m:f>`, `\frac{a}{b + 1}`},
		{`<m:nary><m:naryPr><m:supHide m:val="1"/></m:naryPr>` + short(`<sub>V</sub><sup></sup><e>f</e>`) + `</m:nary>`, `\int_V f`},
		{`<m:nary><m:naryPr><m:chr m:val="∏"/><m:limLoc m:val="undOvr"/></m:naryPr>` + short(`<sub></sub><sup>n</sup><e>f</e>`) + `</m:nary>`, `\prod^n f`},
		{`<m:d><m:dPr><m:grow m:val="0"/></m:dPr><m:e>` + short(`<f><num>a</num><den>b</den></f>`) + `</m:e></m:d>`, `(\frac{a}{b})`},
		{short(`<d><e>A</e><e><f><num>a</num><den>b</den></f></e></d>`), `\left( A \middle| \frac{a}{b} \right)`},
		{`<m:acc><m:accPr><m:chr m:val=""/></m:accPr><m:e>` + short("v") + `</m:e></m:acc>`, `v`},
		{`<m:groupChr><m:groupChrPr><m:chr m:val="⏞"/><m:pos m:val="top"/></m:groupChrPr><m:e>` + short("a") + `</m:e></m:groupChr>`, `\overbrace{a}`},
		{`<m:borderBox><m:borderBoxPr><m:strikeH m:val="0"/></m:borderBoxPr><m:e>` + short("a") + `</m:e></m:borderBox>`, `a`},
		{`<m:m><m:mPr><m:mcs><m:mc><m:mcPr><m:mcJc m:val="left"/></m:mcPr></m:mc></m:mcs></m:mPr>` + short(`<mr><e>a</e></mr>`) + `</m:m>`, `\begin{array}{l} a \end{array}`},
		{run(`<m:nor/>`, "") + run(`<m:nor/>`, " ") + short("a\u2003b\u2009c") + run(`<m:nor/>`, " so "), `\ a\quad b\,c\text{ so }`},
		{run(`<m:sty m:val="p"/>`, "sin2x") + short("e\u0301+x.y"), `\sin2\mathrm{x} \text{é} + x.y`},
		{short(`<limLow><e>x</e><lim>n</lim></limLow><limUpp><e>y</e><lim>m</lim></limUpp>`), `\underset{n}{x} \overset{m}{y}`},
		{short(`<eqArr><e>a</e><e>b</e></eqArr>`), `\begin{array}{l} a \\ b \end{array}`},
		{short(`<eqArr><e>a&amp;=b&amp;c&amp;=d</e></eqArr>`), `\begin{aligned} a & = b & c & = d \end{aligned}`},
		{run(`<m:scr m:val="fraktur"/>`, "g") + run(`<m:scr m:val="script"/>`, "L") + run(`<m:scr m:val="sans-serif"/><m:sty m:val="p"/>`, "s") + run(`<m:scr m:val="monospace"/>`, "m") + run(`<m:sty m:val="bi"/>`, "w"), `\mathfrak{g} \mathcal{L} \mathsf{s} \mathtt{m} \boldsymbol{w}`},
		{short(`<unknown><e>x</e></unknown>y`), `y`},
	} {
		tree := MathML(parse(t, `<m:oMath>`+strings.ReplaceAll(tt.in, "x>0", "x&gt;0")+`</m:oMath>`), true)
		tex, err := mathml.TeX(mathml.FromXML(tree))
		if err != nil || tex != tt.want {
			t.Errorf("%s: %s, %v, want %s", tt.in, tex, err, tt.want)
		}
	}
}

// TestLines has two formulas in a paragraph of formulas.
func TestLines(t *testing.T) {
	tree := MathML(parse(t, `<m:oMathPara><m:oMath>`+short("a=b")+`</m:oMath><m:oMath>`+short("c")+`</m:oMath></m:oMathPara>`), true)
	if tex, err := mathml.TeX(mathml.FromXML(tree)); err != nil || tex != `\begin{gathered} a = b \\ c \end{gathered}` {
		t.Errorf("%s, %v", tex, err)
	}
}

// TestUntold has a term that is struck out, which TeX has no form for here.
func TestUntold(t *testing.T) {
	tree := MathML(parse(t, `<m:oMath><m:borderBox><m:borderBoxPr><m:strikeBLTR m:val="1"/></m:borderBoxPr><m:e>`+short("x")+`</m:e></m:borderBox></m:oMath>`), false)
	var no *mathml.Untold
	if _, err := mathml.TeX(mathml.FromXML(tree)); !errors.As(err, &no) || no.Text != "x" {
		t.Errorf("%v", err)
	}
}

// FuzzMathML wants of any tree TeX without faults, or none.
func FuzzMathML(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(`<m:oMath>` + short(`<f><num>a</num><den>b</den></f>`) + `</m:oMath>`)
	f.Add(`<m:oMathPara><m:oMath><m:eqArr><m:e/></m:eqArr></m:oMath></m:oMathPara>`)
	f.Fuzz(func(t *testing.T, src string) {
		n, err := xmltree.Parse([]byte(src), xmltree.Options{})
		if err != nil || len(src) > fuzzing.Most {
			return
		}
		tex, err := mathml.TeX(mathml.FromXML(MathML(n, true)))
		if _, faults := math.Parse(tex); err == nil && len(faults) > 0 {
			t.Errorf("%s: %v", tex, faults)
		}
	})
}
