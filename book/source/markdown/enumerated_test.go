package markdown

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// outline returns the lists and paragraphs of blocks on one line: "[(a) one | two]".
func outline(blocks []book.Block) string {
	var parts []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.List:
			var items []string
			for _, it := range b.Items {
				items = append(items, outline(it.Blocks))
			}
			mark := "-"
			if b.Ordered {
				mark = b.Delimiter.Mark(b.Numbering.Number(b.Start))
			}
			parts = append(parts, "["+mark+" "+strings.Join(items, " | ")+"]")
		case *book.Quote:
			parts = append(parts, "> "+outline(b.Blocks))
		case *book.Division:
			parts = append(parts, "::: "+outline(b.Blocks))
		case *book.DefinitionList:
			for _, d := range b.Items {
				parts = append(parts, "= "+book.PlainText(d.Terms[0])+": "+outline(d.Details[0]))
			}
		default:
			for _, run := range book.BlockInlines(b) {
				parts = append(parts, book.PlainText(run))
			}
		}
	}
	return strings.Join(parts, "; ")
}

// TestEnumerations reads the lists of pandoc, and nothing that is prose.
func TestEnumerations(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"letters", "a. one\nb. two", "[a. one | two]"},
		{"letters from the third", "c) one\nd) two", "[c) one | two]"},
		{"loose", "a) one\n\n   more\n\nb) two", "[a) one; more | two]"},
		{"brackets", "(1) one\n(2) two", "[(1) one | two]"},
		{"letters in brackets", "(a) one\ngoes on\n(b) two", "[(a) one goes on | two]"},
		{"Roman", "i. one\nii. two", "[i. one | two]"},
		{"Roman from the fourth", "iv) four\nv) five", "[iv) four | five]"},
		{"Roman, not a letter", "v. five\nvi. six", "[v. five | six]"},
		{"a letter, not Roman", "h. eight\ni. nine\nj. ten", "[h. eight | nine | ten]"},
		{"a letter that could be Roman", "i. nine\nj. ten", "[i. nine | ten]"},
		{"capitals", "A.  one\nB.  two", "[A. one | two]"},
		{"Roman capitals", "II. two\nIII. three", "[II. two | three]"},
		{"number signs", "#. one\n#. two", "[1. one | two]"},
		{"a number sign alone", "#. one", "[1. one]"},
		{"number signs behind a number", "4. one\n#. two\n#. three", "[4. one | two | three]"},
		{"a tab behind one alone", "(3)\tone", "[(3) one]"},
		{"numbers as written", "a. one\nb. two\nd. four", "[a. one | two]; [d. four]"},
		{"within a number", "1. one\n   a. x\n   b. y\n2. two", "[1. one; [a. x | y] | two]"},
		{"within letters", "a. one\n   i. x\n   ii. y\nb. two", "[a. one; [i. x | y] | two]"},
		{"one alone below a number", "1. one\n   a. x\n2. two", "[1. one; [a. x] | two]"},
		{"a Roman one alone below a sign", "- one\n  (i) x\n- two", "[- one; [(i) x] | two]"},
		{"not a later letter alone", "1. one\n   c. x\n2. two", "[1. one c. x | two]"},
		{"not alone as a text of its own", "1. one\n\n   a. x\n\n2. two", "[1. one; a. x | two]"},
		{"within letters, but one column", "a. one\n i. x\n ii. y\nb. two", "[a. one]; [i. x | y]; [b. two]"},
		{"in a quotation", "> a. one\n> b. two\n\nc. three", "> [a. one | two]; c. three"},
		{"in a box", "::: box\na. one\nb. two\n:::", "::: [a. one | two]"},
		{"not in verse", "::: verse\na. one\nb. two\n:::", "::: a. one b. two"},
		{"two lists", "a. one\nb. two\n\na. uno\nb. due", "[a. one | two]; [a. uno | due]"},
		{"examples", "(@good) one\n\nAs (@good) and (@bad) and @kim show.\n\n(@) two\n(@bad) three", "[(1) one]; As (1) and (3) and @kim show.; [(2) two | three]"},
		{"an example once more", "(@a) one\n(@b) two\n\nText.\n\n(@a) one again", "[(1) one | two]; Text.; [(1) one again]"},
		{"a tilde", "Term\n~   What it is", "= Term: What it is"},

		{"initials", "B. Russell was\nC. Darwin was", "B. Russell was C. Darwin was"},
		{"an initial in paragraphs", "B. Russell was\n\nC. Darwin was", "B. Russell was; C. Darwin was"},
		{"one alone", "(1) one\n\nMore.", "(1) one; More."},
		{"within a paragraph", "It has\na. one\nb. two", "It has a. one b. two"},
		{"a law", "a. of section\n(b) of the act\nb. two", "[a. of section (b) of the act | two]"},
		{"a question and its answer", "q. Why?\n\na. So.\n\nq. And?", "q. Why?; a. So.; q. And?"},
		{"a heading below", "I. On whales\n------------", "I. On whales"},
		{"a tilde of prose", "It was\n~ 5 km", "It was ~ 5 km"},
		{"escaped", "a\\. one\nb\\. two", "a. one b. two"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := []byte("---\ntitle: T\n---\n\n" + tt.text + "\n")
			c, list := Parse("c.md", src, Options{Language: "en"})
			if got := outline(c.Body); got != tt.want || len(list) > 0 {
				t.Errorf("got %q, want %q\n%v", got, tt.want, list)
			}
			roundTrip(t, src)
		})
	}
}

// TestEnumerationsLinear reads many lines that could be the first of a list.
func TestEnumerationsLinear(t *testing.T) {
	for _, line := range []string{"a. x\n", "a. x\n\n", "- a. x\n", "a) b. x\n\n", "(1) x\n\n     y\n\n", "(@x) y\n", "> a. x\n\n"} {
		t.Run(fmt.Sprintf("%q", line), func(t *testing.T) {
			src := "---\ntitle: T\n---\n\n" + strings.Repeat(line, 1<<17/len(line))
			if c, _ := Parse("c.md", []byte(src), Options{Language: "en"}); len(c.Body) == 0 {
				t.Error("no text")
			}
		})
	}
}
