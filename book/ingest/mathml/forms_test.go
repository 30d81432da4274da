package mathml

import "testing"

// TestForms reads one formula for each form that MathML has: the TeX of it, or what has none.
func TestForms(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`<mfrac bevelled="true"><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>`, `\frac{a}{b + 1}`},
		{`<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>`, `{n \atop k}`},
		{`<mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>`, `\binom{n}{k}`},
		{`<mroot><mi>x</mi><mrow><mo>[</mo><mi>n</mi><mo>]</mo></mrow></mroot>`, `\sqrt[{[n]}]{x}`},
		{`<mroot><mi>x</mi><mn>3</mn></mroot>`, `\sqrt[3]{x}`},
		{`<menclose notation="top"><mi>x</mi></menclose><menclose notation="bottom"><mi>y</mi></menclose><menclose notation="radical"><mi>z</mi></menclose>`, `\overline{x} \underline{y} \sqrt{z}`},
		{`<mi>x</mi><mphantom><mi>y</mi></mphantom><maction><mi>z</mi><mi>w</mi></maction><maction/>`, `xz`},
		{`<mstyle mathvariant="bold"><mi>x</mi><mn>12</mn><mi mathvariant="normal">y</mi></mstyle>`, `\mathbf{x} \mathbf{12} \mathrm{y}`},
		{`<mi mathvariant="fraktur">g</mi><mi mathvariant="script">L</mi><mi mathvariant="sans-serif">s</mi><mi mathvariant="monospace">m</mi><mi mathvariant="double-struck">Q</mi><mi mathvariant="bold-italic">v</mi>`, `\mathfrak{g} \mathcal{L} \mathsf{s} \mathtt{m} \mathbb{Q} \boldsymbol{v}`},
		{`<mi>𝐱</mi><mo>=</mo><mi>𝔤</mi><mn>𝟏𝟐</mn><mo>𝟑</mo>`, `\mathbf{x} = \mathfrak{g} \mathbf{12} \mathbf{3}`},
		{`<mi>𝐱𝔤</mi>`, `\text{𝐱𝔤}`},
		{`<mi>argmax</mi><mo>&#x2061;</mo><mi>f</mi>`, `\operatorname{argmax}f`},
		{`<mi mathvariant="normal">d</mi><mi>x</mi>`, `\mathrm{d}x`},
		{`<mi mathvariant="italic">off</mi>`, `\mathit{off}`},
		{`<mi mathvariant="normal">f</mi><mo>&#x2061;</mo><mi>x</mi>`, `\operatorname{f}x`},
		{`<mi>a1 b</mi>`, `\mathrm{a1\ b}`},
		{`<mn>1.5</mn><mo>+</mo><mn>1,</mn><mo>+</mo><mn>0x1F</mn><mn mathvariant="bold">7</mn><mn mathvariant="italic">8</mn>`, `1.5 + \mathrm{1,} + \mathrm{0x1F} \mathbf{7}8`},
		{`<mo>lim sup</mo><mo>Fun</mo><mo movablelimits="true">colim</mo>`, `\limsup \operatorname{Fun} \operatorname*{colim}`},
		{`<mn>1</mn><mo>...</mo><mi>n</mi><mo lspace="0">:</mo><mi>f</mi><mo>-</mo><mo>:</mo>`, `1\ldots n\colon f - :`},
		{`<msup><mi>f</mi><mo>′</mo></msup><msup><mi>g</mi><mo>″</mo></msup><msup><mi>h</mi><mo>‴</mo></msup><msup><mi>k</mi><mo>⁗</mo></msup><msup><mi>m</mi><mo>''</mo></msup>`, `f'g''h'''k''''m''`},
		{`<mi>f</mi><mo>′</mo>`, `f'`},
		{`<mo>–</mo><mi>x</mi><mo>∆</mo><mo>∶</mo><mi>µ</mi>`, `-x\Delta : \mu`},
		{`<mi>①</mi><mo>é</mo>`, `\text{①} \text{é}`},
		{`<mtext> if 50% of \x~{a}&#xa0;b </mtext><mtext style="font-style: italic">so</mtext><mtext mathvariant="bold">no</mtext><mtext> </mtext><mtext/>`, `\text{if 50\% of ∖x∼\{a\}~b} \textit{so} \textbf{no}`},
		{`<mtext>&#xa0;x&#xa0;</mtext>`, `\text{ x }`},
		{`<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd><mo>[</mo><mi>c</mi><mo>]</mo></mtd></mtr></mtable>`, `\begin{matrix} a & b \\ {}[c] \end{matrix}`},
		{`<mrow><mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>)</mo></mrow><mrow><mo>[</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>]</mo></mrow><mrow><mo>|</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>|</mo></mrow><mrow><mo>‖</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>‖</mo></mrow><mrow><mo>{</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>}</mo></mrow>`, `\begin{pmatrix} a \end{pmatrix} \begin{bmatrix} a \end{bmatrix} \begin{vmatrix} a \end{vmatrix} \begin{Vmatrix} a \end{Vmatrix} \begin{Bmatrix} a \end{Bmatrix}`},
		{`<mrow><mo>⌊</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>⌋</mo></mrow>`, `\left\lfloor \begin{matrix} a \end{matrix} \right\rfloor`},
		{`<mrow><mtable columnalign="left"><mtr><mtd><mi>a</mi></mtd></mtr></mtable><mo>}</mo></mrow>`, `\begin{rcases} a \end{rcases}`},
		{`<mrow><mo>(</mo><mtable columnalign="left center right"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>)</mo></mrow>`, `\left( \begin{array}{lcrr} a & b & c & d \end{array} \right)`},
		{`<mtable><mtr><mtd columnalign="left"><mi>a</mi></mtd><mtd style="text-align: right"><mi>b</mi></mtd></mtr></mtable>`, `\begin{array}{lr} a & b \end{array}`},
		{`<mtable displaystyle="true" columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr><mtr><mtd><mi>c</mi></mtd><mtd><mo>=</mo><mi>d</mi></mtd></mtr></mtable>`, `\begin{aligned} a & = b \\ c & = d \end{aligned}`},
		{`<mtable displaystyle="true"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>`, `\begin{gathered} a \\ b \end{gathered}`},
		{`<mtable columnspacing="0em" columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>`, `\begin{aligned} a & b \end{aligned}`},
		{`<munder><mo>∑</mo><mtable><mtr><mtd><mi>i</mi></mtd></mtr><mtr><mtd><mi>j</mi></mtd></mtr></mtable></munder>`, `\sum_{\substack{i \\ j}}`},
		{`<mtable><mtr><mtd columnspan="2"><mi>a</mi></mtd></mtr></mtable>`, `error: a cell of a formula that spans others has no form in TeX here`},
		{`<mtable><mi>a</mi></mtable>`, `error: <mi> in a table has no form in TeX here`},
		{`<mfrac><mi>a</mi></mfrac>`, `error: a fraction of other than two parts has no form in TeX here`},
		{`<mroot><mi>a</mi></mroot>`, `error: a root of other than two parts has no form in TeX here`},
		{`<msub><mi>a</mi></msub>`, `error: scripts of other than msub's parts has no form in TeX here`},
		{`<mi>a</mi><mspace width="1em"/><mi>b</mi><mspace width="thickmathspace"/><mi>c</mi><mspace width="0.5ex"/><mi>d</mi><mspace width="16px"/><mi>e</mi><mspace width="24pt"/><mi>f</mi><mspace width="2parsec"/><mi>g</mi><mspace width="500em"/><mi>h</mi><mspace width="-0.17em"/><mi>i</mi><mspace/><mi>j</mi><mspace width="0.28em"/><mi>k</mi><mspace width="wide"/><mi>l</mi>`, `a\quad b\;c\:d\quad e\qquad fgh\!ij\;kl`},
		{`<mi>a</mi><mspace linebreak="newline"/><mi>b</mi>`, `ab`},
		{`<mi>a</mi><mspace width="0.16em"/><mi>sin</mi><mi>b</mi><mspace width="0.16em"/><mi>c</mi>`, `a\sin b\,c`},
		{`<munder><mi>x</mi><mi>y</mi></munder><mover><mi>x</mi><mi>y</mi></mover><munderover><mi>x</mi><mi>y</mi><mi>z</mi></munderover>`, `\underset{y}{x} \overset{y}{x} \underset{y}{\overset{z}{x}}`},
		{`<munder accentunder="true"><mi>x</mi><mo>_</mo></munder><mover accent="true"><mi>x</mi><mo>^</mo></mover><mover accent="true"><mi>x</mi><mo>~</mo></mover><mover accent="true"><mi>x</mi><mo>˙</mo></mover><mover accent="true"><mi>x</mi><mo>¨</mo></mover>`, `\underline{x} \hat{x} \tilde{x} \dot{x} \ddot{x}`},
		{`<mmultiscripts><mi>X</mi><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mmultiscripts>`, `X_a^b{}_c^d`},
		{`<msubsup><mrow><mi>a</mi><mi>b</mi></mrow><mi>i</mi><mn>2</mn></msubsup><msup><msup><mi>x</mi><mn>2</mn></msup><mn>3</mn></msup>`, `{ab}_i^2{x^2}^3`},
		{`<msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow><mn>2</mn></msup>`, `{(x)}^2`},
		{`<msup><mrow/><mn>2</mn></msup>`, `{}^2`},
		{`<mo>|</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>|</mo>`, `\left| \frac{a}{b} \right|`},
		{`<mo>|</mo><mi>a</mi><mo>|</mo><mo>|</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>|</mo>`, `|a|\left| \frac{a}{b} \right|`},
		{`<mfenced separators=";"><mi>a</mi><mi>b</mi><mi>c</mi></mfenced><mfenced separators=""><mi>a</mi><mi>b</mi></mfenced><mfenced separators=";,"><mi>a</mi><mi>b</mi><mi>c</mi><mi>d</mi></mfenced>`, `(a; b; c)(ab)(a; b, c, d)`},
		{`<mo minsize="1.2em" maxsize="1.2em">(</mo><mo minsize="3em" maxsize="3em">]</mo>`, `\big(\Bigg]`},
		{`<mstyle displaystyle="true"><mfrac><mi>a</mi><mi>b</mi></mfrac></mstyle><mstyle scriptlevel="1"><mi>c</mi></mstyle>`, `{\displaystyle \frac{a}{b}}{\scriptstyle c}`},
		{`<mi>速</mi><mo>+</mo><mi>é</mi>`, `\text{速} + \text{é}`},
		{`<mo>a&#x2063;b</mo>`, `ab`},
		{`<mo>☃</mo>`, `error: the sign ☃ has no form in TeX here`},
		{`<mi>a✂</mi>`, `error: the sign ✂ has no form in TeX here`},
		{`<munder><munder><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mo>⏟</mo></munder><mi>n</mi></munder><mover><mover><mi>a</mi><mo>⏞</mo></mover><mi>m</mi></mover>`, `\underbrace{a + b}_n \overbrace{a}^m`},
		{`<mpadded><mi>x</mi></mpadded>`, `x`},
		{`<merror><mi>y</mi></merror>`, `error: <merror> has no form in TeX here`},
		{`<unheard><mi>z</mi></unheard>`, `error: <unheard> has no form in TeX here`},
		{`<mfrac bevelled="true"><mn>1</mn><mrow><mi>k</mi></mrow></mfrac>`, `{1}/{k}`},
		{`<msub><mo>∫</mo><mi>V</mi></msub><munder><mo>lim</mo><mi>x</mi></munder><munder><mi>max</mi><mi>i</mi></munder>`, `\int_V \lim_x \max_i`},
		{`<mo>|</mo><mo>|</mo><mi>x</mi><mo>|</mo><mo>|</mo>`, `||x||`},
		{`<mo>{</mo><mi>x</mi><mo>∣</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>}</mo>`, `\left\{ x \mid \frac{a}{b} \right\}`},
		{`<mi>a</mi><mo>&#x2062;</mo><mo>(</mo><mi>b</mi><mo>)</mo><mo>,</mo><mi>c</mi><mo>;</mo><mo>!</mo>`, `a(b), c; !`},
		{`<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>`, `\sqrt{a + b}`},
		{`<msup><msqrt><mi>a</mi></msqrt><mn>2</mn></msup>`, `\sqrt{a}^2`},
		{`<msup><mi>sin</mi><mn>2</mn></msup><mi>x</mi>`, `\sin^2 x`},
		{`<msup><mi>x</mi><mrow><mo>′</mo><mo>′</mo></mrow></msup>`, `x''`},
		{`<msup><mi>x</mi><mo>*</mo></msup><msup><mi>y</mi><mo>†</mo></msup><msubsup><mi>z</mi><mi>i</mi><mo>′</mo></msubsup>`, `x^* y^{\dagger} z_i'`},
		{`<mover><mi>x</mi><mo>⏞</mo></mover><mover><mrow><mi>a</mi><mi>b</mi></mrow><mo>^</mo></mover><mover><mrow><mi>a</mi><mi>b</mi></mrow><mo>¯</mo></mover>`, `\overbrace{x} \widehat{ab} \overline{ab}`},
		{`<mover><mo>→</mo><mi>n</mi></mover><mrow><munder><mo>→</mo><mi>n</mi></munder></mrow>`, `\xrightarrow{n} {\underset{n}{\to}}`},
		{`<mo>(</mo><mi>a</mi><mo>]</mo><mo>)</mo><mfrac><mi>b</mi><mi>c</mi></mfrac><mo>(</mo>`, `(a])\frac{b}{c}(`},
	} {
		tex, err := TeX(FromXML(parse(t, "<math>"+tt.in+"</math>")))
		if err != nil {
			tex = "error: " + err.Error()
		}
		if tex != tt.want {
			t.Errorf("%s: %s, want %s", tt.in, tex, tt.want)
		}
	}
	tex, err := TeX(FromXML(parse(t, `<math display="block"><mi>a</mi><mspace linebreak="newline"/><mstyle displaystyle="true"><mfrac><mi>b</mi><mi>c</mi></mfrac></mstyle></math>`)))
	if want := `a\\\frac{b}{c}`; tex != want || err != nil {
		t.Errorf("%s, %v, want %s", tex, err, want)
	}
}
