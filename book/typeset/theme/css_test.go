package theme

import (
	"strings"
	"testing"

	"octavo/assets"
	"octavo/book"
	"octavo/book/internal/fuzzing"
)

func TestCSSFaults(t *testing.T) {
	for _, tt := range []struct{ name, css, want string }{
		{"all that is taken", "@namespace e \"x\";\n/* url(a) */ p, a[href^=\"url(\"]:not(.b) > i::before { content: \"}{;\\22 \"; margin: calc(1em + (2px * 3)); font-family: \"%serif%\", %fallback%serif }\n@media (min-width: 3em) { @supports (display: grid) { p { margin: 0 } } }\n@page { margin: 1em; }", ""},
		{"nothing", "", ""},
		{"import", "p { margin: 0 }\n@import \"a.css\";\np { margin: 0 }", "2:1 @import is not taken"},
		{"import in disguise", "@\\69mport \"a.css\";", "1:1 @import is not taken"},
		{"import with a block", "@import { a: b } p { color: URL(a) }", "1:1 @import is not taken, 1:29 url() is not taken"},
		{"font face", "@font-face { font-family: A; src: url(a.ttf) }\np { margin: 0 }", "1:1 @font-face is not taken"},
		{"unknown at-rule", "@keyframes a { from { top: 0 } to { top: 1em } }\np { margin: 0 }", "1:1 @keyframes is not taken"},
		{"url", "p { background: url(https://example.org/a.png) }", "1:17 url() is not taken"},
		{"url in disguise", "p { background: u\\72 l(a.png) }", "1:17 url() is not taken"},
		{"url in capitals", "p { background: URL( \"a.png\" ) }", "1:17 url() is not taken"},
		{"image set", "p { background: image-set(\"a.png\" 1x) }", "1:17 image-set() is not taken"},
		{"url in a selector", "p:not(url(a)) { margin: 0 }", "1:7 url() is not taken"},
		{"behaviour", "p { behavior: x }", "1:5 the property behavior is not taken"},
		{"direction", "p { direction: rtl; margin: 0 }", "1:5 the property direction is not taken"},
		{"open block", "p { margin: 0;", "1:3 a block is not closed"},
		{"open comment", "p { margin: 0; }\n /* x", "2:2 a comment is not closed"},
		{"open string", "p { content: \"x\n; margin: 0 }", "1:14 a string is not closed on its line"},
		{"stray brace", "p { margin: 0 } }", "1:17 a } without a { before it"},
		{"no block", "p;", "1:1 a rule without { }"},
		{"no colon", "p { margin 0 }", "1:5 this is no declaration"},
		{"open bracket", "p { margin: calc(1em; }", "1:17 a ( is not closed"},
		{"another bracket", "p { margin: calc(1em]); }", "1:21 a ] without its partner"},
		{"a brace within brackets", "p { margin: calc(1em}); }", "1:21 a } without its partner"},
		{"closed bracket", "p { margin: 1em) }", "1:16 a ) without its partner"},
		{"nested rule", "p { margin: 0 a { b: c } }", "1:17 a { within a declaration"},
		{"open namespace", "@namespace e \"x\"", "1:1 @namespace is not closed"},
		{"open string at the end", "p { content: \"x", "1:14 a string is not closed"},
		{"nested too deep", strings.Repeat("@media print { ", 40) + "p { margin: 0 }" + strings.Repeat("}", 40), "1:121 blocks are nested too deep"},
		{"comment in a value", "p { margin: /* url(a) */ 0 }", ""},
		{"comment in a value, then a fault", "p { margin: /* ; */ 0; behavior: x }", "1:24 the property behavior is not taken"},
		{"a rule for a declaration", "p { a { b: c } margin 0 }", "1:5 this is no declaration, 1:16 this is no declaration"},
		{"escapes in a name", "p { b\\65 havior: x; \\62 ehavior: y; behavio\\r: z }", "1:5 the property behavior is not taken, 1:21 the property behavior is not taken, 1:37 the property behavior is not taken"},
		{"an odd byte", "p { margin: 0 } ; ! { a: b }", "1:17 a rule without { }"},
		{"open media", "@media print { p { margin: 0 }", "1:14 a block is not closed"},
		{"url behind a comment", "p { background: u\\72l(/* ) */ a.png) }", "1:17 url() is not taken, 1:36 a ) without its partner"},
		{"url with a bad address", "p { background: url(a b) }", "1:17 the address in url( ) is not written as one"},
		{"a custom property with a block", "p { --x: { a: b; c: d }; margin: 0 }", ""},
		{"a rule within a rule", "p { @media print { margin: 0 } }", "1:5 this is no declaration"},
		{"a stray brace and what it takes with it", "p { margin: 0 } } q { behavior: x }", "1:17 a } without a { before it"},
		{"a byte order mark", "\ufeffp { behavior: x }", "1:6 the property behavior is not taken"},
		{"bytes", "p { content: \"\xff\" }", "1:15 the style sheet is not in UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, d := range checkCSS("a.css", []byte(tt.css)) {
				got = append(got, strings.TrimPrefix(d.Pos.String(), "a.css:")+" "+d.Message)
			}
			if all := strings.Join(got, ", "); all != tt.want {
				t.Errorf("got %q, want %q", all, tt.want)
			}
		})
	}
}

// TestManyCSSFaults checks that the first faults are told, and no more.
func TestManyCSSFaults(t *testing.T) {
	list := checkCSS("a.css", []byte(strings.Repeat("@x; p { direction: rtl } ", 30)))
	if len(list) != maxCSSFaults || list[0].Pos.Col != 1 || list[1].Pos.Col != 9 || list[19].Pos.Col != 9*25+9 {
		t.Errorf("%d faults: %v", len(list), list)
	}
}

// TestExport checks that what is exported is the theme that it came from.
func TestExport(t *testing.T) {
	for _, name := range Names() {
		files, ok := Export(name)
		if !ok || len(files) != 1 {
			t.Fatalf("%s: %d files", name, len(files))
		}
		th, list := Of(&book.Book{Theme: "x", ThemeFiles: &book.ThemeFiles{Folder: "x", Theme: files[File]}})
		if len(list) > 0 {
			t.Fatal(list)
		}
		want, _ := Builtin(name)
		if th.Name != "my-"+name || th.Page != want.Page || th.Opening != want.Opening || th.Heads != want.Heads {
			t.Errorf("%s comes back as another theme", name)
		}
		for i, s := range th.Styles() {
			if *s != *want.Styles()[i] {
				t.Errorf("%s: the style %s is another", name, s.Name)
			}
			if got, want := *th.Reflow().Style(s.Name), *want.Reflow().Style(s.Name); got != want {
				t.Errorf("%s: the style %s is another in an EPUB", name, s.Name)
			}
		}
	}
	if _, ok := Export("../press"); ok {
		t.Error("a path is taken for a theme")
	}
}

func BenchmarkCSS(b *testing.B) {
	b.SetBytes(int64(len(assets.EPUBSheet)))
	for b.Loop() {
		checkCSS("a.css", assets.EPUBSheet)
	}
}

func FuzzCSS(f *testing.F) {
	fuzzing.Begin(f)
	css := assets.EPUBSheet
	for start := 0; start < len(css); start += fuzzing.Most {
		f.Add(string(css[start:min(len(css), start+fuzzing.Most)]))
	}
	f.Add("@import url(a);p{a:url(b)}")
	f.Add("@media x{@media y{p{a:b")
	f.Fuzz(func(t *testing.T, css string) {
		if len(css) > 2*fuzzing.Most {
			return
		}
		if len(checkCSS("a.css", []byte(css))) > 0 {
			return
		}
		// What is taken loads nothing, whatever a stricter reader makes of it.
		bare := strings.ToLower(stripCSS(css))
		for _, bad := range []string{"@import", "@font-face"} {
			if strings.Contains(bare, bad) {
				t.Errorf("%q is taken with %s", css, bad)
			}
		}
	})
}

// stripCSS takes comments and strings out of a style sheet, the slow and obvious
// way.
func stripCSS(css string) string {
	var b strings.Builder
	for i := 0; i < len(css); i++ {
		switch c := css[i]; {
		case c == '\\':
			i++
		case c == '"' || c == '\'':
			for i++; i < len(css) && css[i] != c; i++ {
				if css[i] == '\\' {
					i++
				}
			}
		case strings.HasPrefix(css[i:], "/*"):
			n := strings.Index(css[i+2:], "*/")
			if n < 0 {
				return b.String()
			}
			i += 2 + n + 1
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
