package draft

import (
	"strings"
	"testing"
)

func TestFormulas(t *testing.T) {
	for _, tt := range []struct {
		text string
		code bool
		want string // the formulas, parted by bars
	}{
		{"$a_1*b$ and $x$", true, "a_1*b|x"},
		{"$5 and $10, US$20-$30, ($5)", true, ""},
		{"$ a$, $a $, $a$5", true, ""},
		{"$my house$ and $PATH$", true, ""},
		{"`$a_1$` and ``$b` c_1$`` $c_1$", true, "c_1"},
		{"`$a_1$`", false, "a_1"},
		{`\$a_1$ and $b_1\$c$`, true, `b_1\$c`},
		{"$$a$$ and $`b`$", true, "a|b"},
		{`\(a\), \[b\], \(\alpha\), \\(\beta\\)`, true, `\alpha|\beta`},
		{`\(a\) and \[b\]`, false, "a|b"},
		{"$$, $$", true, ""},
		{`\begin{equation}a (\#eq:b)\end{equation} \begin{align*}c\end{align*}`, true, `\begin{equation}a\end{equation}|\begin{align*}c\end{align*}`},
		{`\begin{quote}a\end{quote} \begin{align}b`, true, ""},
	} {
		var got []string
		for _, f := range Formulas(tt.text, tt.code) {
			got = append(got, f.TeX)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%q has %q, want %q", tt.text, s, tt.want)
		}
	}
	for _, s := range []string{`\(`, "$a ", "`a ``", "$$a", "$`", `\[\alpha`, `\(\alpha\)$`, `\begin{align}`} { // in time
		Formulas(strings.Repeat(s, 1<<18/len(s)), true)
	}
}
