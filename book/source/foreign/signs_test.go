package foreign

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"octavo/book"
)

// hostile are signs that make a careless reader slow when a text has nothing else.
var hostile = []string{
	"[[", "![[", "{{", "{{<a>}}", "{{<", "{%", "{% a %}", "{:", "@", "[@", "@a ", "\\", "\\ref{", "\\ref{a}", "`", "`a", "<a ", "<a b=\"", "<A>", "]({{", "](", "$", "^a ", "^a\n", "{{#include ", "{{#include a}} ", "[caption]", "[[a]] ", "> ", "- {{<a>}}", "```\n", "[@a]", "```{=x}\n", "{{< tip >}}\n{{< /tip >}}\n", "[caption a=b]x[/caption]", "import a from 'a'\n", "<!--", "<pre>", "{% raw %}", "\\begin{verse}\n",
	"{++", "{++a++}", "{~~", "{# ", "{# a #}", "++ctrl++", "++a", "^^a", "^^a^^", ":material-a:", "A> a\n", "A> a\n\n", "/// note\n", "/// caption\n", "///\n", "--8<-- \"a\"\n", "/a.png\n\n", "{a}", "{aside}\n", "{/aside}\n",
	"(a)=\n", "(a)=\n\n", "{ref}`a`", "{ref}`", "```{note}\n", "```{note}\n```\n", ":::{note}\n", ":a: b\n", "```{r}\n", "`r a` ", "<Note>", "<Note></Note>", "{% a( %}", "{% end %}", "{% quote(a=b) %}{% end %}", "[a]: b c=d\n", "<aside>\na\n", "</aside>\n",
}

// long returns n bytes of a sign, and a text that ends what it leaves open.
func long(sign string, n int, tail string) Text {
	text := strings.Repeat(sign, n/len(sign)) + tail
	return Text{[]byte(text), func(int) book.Pos { return book.Pos{} }, "a.md"}
}

const tails = ">]]}}%}"

// TestHostile translates small ones of the hostile texts: none may panic.
func TestHostile(t *testing.T) {
	for _, sign := range hostile {
		for _, tail := range []string{"", tails} {
			Translate(long(sign, 2000, tail), Options{Math: true, Report: func(...book.Diagnostic) {}})
		}
	}
}

// BenchmarkHostile translates texts of two sizes. The time for a byte must not grow with
// the size.
func BenchmarkHostile(b *testing.B) {
	for _, sign := range hostile {
		for _, n := range []int{1 << 16, 1 << 18} {
			t := long(sign, n, tails)
			b.Run(fmt.Sprintf("%q/%d", sign, n), func(b *testing.B) {
				b.SetBytes(int64(n))
				for b.Loop() {
					Translate(t, Options{Math: true, Report: func(...book.Diagnostic) {}})
				}
			})
		}
	}
}

// signForm is what [signed] looks for, as one regular expression.
var signForm = regexp.MustCompile("\\[\\[|\\{[\\{%:=+~>#/A-Za-z-]|[@\\\\]|\\|(?:static|filename|attach)\\||\\[(?:caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo)\\b|" +
	"(?m:^(?:import|export)\\b)|</?[A-Z]|<<< |<aside>|(?:`{3,}|~{3,})[ \\t]*(?:dataview|\\{)|`r |\\^[A-Za-z0-9-]+[ \\t]*(?:\\n|$)|\\^\\^|\\+\\+|--8<|(?m:^/[^\\x00- ])|:::\\{|\\]:|:material-a:|(?m:^[A-Za-z]>)|\\)=\\n")

func TestSigned(t *testing.T) {
	pieces := []string{"[", "[[", "{", "=", ":", "static}", "|", "attach", "wp_", "caption", "vimeo", "gallery ", "import", "export", " ", "\t", "\n", "a", "_", "-", "<", "/", "A", "`", "```", "~~~", "dataview", "^", "é", "9", "}", "++", "--8<", ":material-a:", "]", ">", ")", "<<< ", "r ", "<aside>"}
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if got, want := signed([]byte(b.String())), signForm.MatchString(b.String()); got != want {
			t.Fatalf("%q: %v, want %v", b.String(), got, want)
		}
	}
}
