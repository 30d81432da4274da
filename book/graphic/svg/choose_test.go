package svg

import (
	"strings"
	"testing"
)

// TestLanguage has one element of a switch in both editions, the one for the language of
// the book.
func TestLanguage(t *testing.T) {
	const in = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><switch>
		<foreignObject/><text systemLanguage="de, nl">Wehr</text>
		<text systemLanguage="pt-BR">barragem</text><text>weir</text>
	</switch><text systemLanguage="fr">seulement</text></svg>`
	for lang, want := range map[string]string{"en": "weir", "": "Wehr", "de-AT": "Wehr", "nl": "Wehr", "pt": "barragem", "pt-PT": "weir", "den": "weir"} {
		d, problems, err := Parse([]byte(in), lang)
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		if got := string(Encode(d)); !strings.Contains(got, ">"+want+"<") || strings.Count(got, "<text") != 1 && lang != "" {
			t.Errorf("for %q is drawn\n%s\nwant %q", lang, got, want)
		}
		kept, problems, err := Sanitize([]byte(in), lang, nil)
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		if got := string(kept); !strings.Contains(got, ">"+want+"<") || strings.Contains(got, "systemLanguage") {
			t.Errorf("for %q is kept\n%s\nwant %q", lang, got, want)
		}
	}
}

// TestVariables has the values of variables in both editions.
func TestVariables(t *testing.T) {
	tests := []struct{ name, body, want, told string }{
		{"of the root", `<style>:root{--sea:#123456} .sea{fill:var(--sea)}</style><rect class="sea" width="9" height="9"/>`, "#123456", ""},
		{"of a group", `<g style="--c: #654321"><rect width="9" height="9" fill="var( --c )"/></g>`, "#654321", ""},
		{"nearer", `<style>svg{--c:red}</style><g style="--c: #654321"><rect width="9" height="9" fill="var(--c)"/></g>`, "#654321", ""},
		{"instead", `<rect width="9" height="9" style="fill: var(--none, rgb(18, 52, 86))"/>`, "#123456", ""},
		{"of a variable", `<g style="--a: #123456; --b: var(--a)"><rect width="9" height="9" style="fill: var(--b)"/></g>`, "#123456", ""},
		{"overruled", `<style>rect{fill:var(--none)} .x{fill:#123456}</style><rect class="x" width="9" height="9"/>`, "#123456", ""},
		{"without", `<g fill="#123456"><rect width="9" height="9" fill="var(--none)"/></g>`, "#123456", "var(--none) of fill has no value"},
		{"in a circle", `<g fill="#123456" style="--a: var(--b); --b: var(--a)"><rect width="9" height="9" fill="var(--a)"/></g>`, "#123456", "var(--a) of fill has no value"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">` + tt.body + `</svg>`)
			for _, twice := range []bool{false, true} {
				d, problems, err := Parse(in, "")
				if err != nil {
					t.Fatal(err)
				}
				if got := string(Encode(d)); !strings.Contains(got, `fill="`+tt.want+`"`) {
					t.Errorf("the drawing is\n%s\nwant %s", got, tt.want)
				}
				if told := lines(problems); !twice && !strings.Contains(told, tt.told) || tt.told == "" && told != "" {
					t.Errorf("told is %q, want %q", told, tt.told)
				}
				if in, _, err = Sanitize(in, "", nil); err != nil || strings.Contains(string(in), "var(") {
					t.Errorf("kept is %v\n%s", err, in)
				}
			}
		})
	}
}
