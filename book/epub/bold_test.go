package epub

import (
	"slices"
	"strings"
	"testing"
)

func TestBoldSubjects(t *testing.T) {
	css := `/* p.no { font-weight: bold } */
p.byline, div.opening > p.kicker:first-child { font-weight: bold; }
@media (min-width: 1em) { dt { font: italic 700 1em serif } }
h4 { font-weight: normal } p.thin { font-weight: 300 }`
	got := boldSubjects([]byte(css))
	for _, want := range []string{".byline", ".kicker", "dt", "strong", "h1", "h4"} {
		if !got[want] {
			t.Errorf("%s is not bold", want)
		}
	}
	for _, not := range []string{"p", ".no", ".thin", ".opening", "div"} {
		if got[not] {
			t.Errorf("%s is bold", not)
		}
	}
}

// TestBoldSelectors reads one selector each.
func TestBoldSelectors(t *testing.T) {
	always := len(boldSubjects(nil))
	for _, tt := range []struct{ selector, want string }{
		{"*", "html"}, {"p > *:first-child", "html"}, {"dd", "dd"}, {"dl ~ dd + dt", "dt"}, {"p.a.b", ".b"}, {"a, , dd", "a dd"}, {":root", "html"}, {"#a", "html"}, {"p[title='a, b']", "p"}, {"p:not(.a)", "p"}, {"d\\64 ", "dd"}, {"p /* .a */", "p"},
	} {
		got := boldSubjects([]byte(tt.selector + " { font-weight: bolder }"))
		for _, want := range strings.Fields(tt.want) {
			if !got[want] {
				t.Errorf("%s: %s is not bold", tt.selector, want)
			}
		}
		if n := len(strings.Fields(tt.want)); len(got) != always+n {
			t.Errorf("%s makes %d subjects bold, want %d", tt.selector, len(got)-always, n)
		}
	}
}

func TestEachText(t *testing.T) {
	tests := []struct{ name, markup, want string }{
		{"nothing", "<p>a</p>", ""},
		{"element", "<p>a<strong>b<em>c</em>d</strong>e</p>", "b|c|d"},
		{"class", `<p class="x byline" id="i">a<br/>b</p><p class="z">c</p>`, "a|b"},
		{"nested subjects", "<h1>a<strong>b</strong>c</h1>d", "a|b|c"},
		{"declarations", `<?xml version="1.0"?><!DOCTYPE html><h1>a</h1>`, "a"},
		{"cut short", "<h1>a<", "a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			eachText([]byte(test.markup), map[string]bool{"strong": true, "h1": true, ".byline": true}, func(text []byte) {
				if len(text) > 0 {
					got = append(got, string(text))
				}
			})
			if !slices.Equal(got, strings.FieldsFunc(test.want, func(r rune) bool { return r == '|' })) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
