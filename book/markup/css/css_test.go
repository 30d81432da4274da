package css

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"octavo/book/internal/fuzzing"
)

// told writes rules on one line.
func told(rules []Rule) string {
	var out []string
	for _, r := range rules {
		s := strings.Join(r.Prelude, " | ")
		if r.Name != "" {
			s = "@" + strings.TrimSpace(r.Name+" "+s)
		}
		var block []string
		for _, d := range r.Decls {
			block = append(block, d.Name+": "+d.Value+map[bool]string{true: " (important)"}[d.Important])
		}
		if len(r.Rules) > 0 {
			block = append(block, told(r.Rules))
		}
		switch r.Ends {
		case '{':
			s += " {" + strings.Join(block, "; ") + "}"
		case ';':
			s += ";"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

// TestRules has what CSS Syntax Level 3 says of rules and declarations.
func TestRules(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", " <!-- /* x */ --> ", ""},
		{"selectors", "a , b>c,:is(d, e){f:g}", "a | b>c | :is(d, e) {f: g}"},
		{"values", "a{B : c  d;e:\n f\n;;g:h}", "a {b: c  d; e: f; g: h}"},
		{"important", "a{b:c!important;d:e ! /* f */ IMPORTANT ;g:!important;h:i!j;k:l!important m}", "a {b: c (important); d: e (important); g:  (important); h: i!j; k: l!important m}"},
		{"comments", "/* { */a/* , b */{/* c: d; */e/**/:/**/f/* ; */}", "a {e: f}"},
		{"comments between words", "a{b:c/**/d 1/**/px e /**/ f,/**/g(/**/h/**/) }", "a {b: c d 1 px e f,g(h)}"},
		{"comments between selectors", "a/**/b, c/**/.d, e /**/ f{}", "a/**/b | c.d | e f {}"},
		{"strings", `a{b:"}";c:';';d:"/*";e:"\"";f:"g\
h"}`, `a {b: "}"; c: ';'; d: "/*"; e: "\""; f: "g\
h"}`},
		{"a string that ends with its line", "a{b:'c\n;d:e}f{g:h}", "a {d: e} f {g: h}"},
		{"a string that ends with the sheet", "a{b:'c", "a {b: 'c'}"},
		{"escapes", `\61 \{, #\31 2, .x\.y{\62 olor:r\65 d \28  1\70x u\72l(c\29) "\64"}`, `a\{ | #12 | .x\.y {bolor: red \( 1px url("c)") "\64"}`},
		{"a unit that is no exponent", `a{b:1\65 3 2\65 m}`, `a {b: 1\65 \33  2\65 m}`},
		{"brackets", "a{b:c(d;e)[f]{g;h}i;j:(k}", "a {}"},
		{"a bracket too many", "a{b:c);d:e}", "a {d: e}"},
		{"addresses", `a{b:url( c ) url("d") url('e)') url(f\29 );g:url(h i);j:url(k"l);m:url(n`, `a {b: url( c ) url("d") url('e)') url("f)"); m: url("n")}`},
		{"an address of two lines", "a{b:url('c\nd') e;f:g}", "a {f: g}"},
		{"an odd address", "a{b:u\\72l( c d )e; f:u\\72l('g)' ) }", `a {f: url('g)' )}`},
		{"no declarations", "a{b;c d;*e:f;g:h;{i:j}k:l}", "a {g: h; k: l}"},
		{"rules within rules", "a{b:c;& d{e:f}g{h:i}j:k;@media l{m:n}o:p}", "a {b: c; j: k; o: p}"},
		{"custom properties", "a{--B:{c:d;e:f};--\\67: }", "a {--B: {c:d;e:f}; --g: }"},
		{"at-rules", `@Charset "a";@import url(b) c,d;@\6d edia e{f{g:h}}@page :first{i:j;@top-left{k:l}m:n}@x;@y`, `@charset "a"; @import url(b) c | d; @media e {f {g: h}} @page :first {i: j; m: n} @x; @y`},
		{"at-rules in a block", "@media a{@import b}c{d:e}", "@media a {@import b} c {d: e}"},
		{"braces too many", "a{b:c}}d{e:f}g{h:i}", "a {b: c} g {h: i}"},
		{"semicolons between rules", "a{b:c};d{e:f}g{h:i}", "a {b: c} g {h: i}"},
		{"open blocks", "@media a{b{c:d", "@media a {b {c: d}}"},
		{"a rule without a block", "a{b:c}d", "a {b: c}"},
		{"a byte order mark", "\ufeffa{b:c}", "a {b: c}"},
		{"too deep", strings.Repeat("@media a{", 9) + "b{c:d}" + strings.Repeat("}", 9) + "e{f:g}", strings.Repeat("@media a {", 9) + strings.Repeat("}", 9) + " e {f: g}"},
		{"zero bytes", "a{b:\x00;c:d\x00e}", "a {b: \x00; c: d\x00e}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := told(Parse(tt.in).Rules); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestFaults has faults and their places. What is cut short and lost has a *.
func TestFaults(t *testing.T) {
	for in, want := range map[string]string{
		"a{b:c}\n  é}": "2:4 a } without a { before it", // and the rule of which it is a part has no block
		"a{b:c":        "1:2 a block is not closed",
		"a{b:'c":       "1:5 a string is not closed*",
		"a{b:'c\\'":    "1:5 a string is not closed*",
		"a{b:(c[d":     "1:5 a ( is not closed*",
		"a{b:c([)]d}":  "1:6 a ( is not closed*",
		"a{b:([)])}":   "1:7 a ) without its partner",
		"a{b:c\\\n}":   "1:6 a \\ at the end of a line",
		"a{b:(})}":     "1:6 a } without its partner",
		"a{b:url(c":    "1:5 a ( is not closed*",
		"a{b:url(c\\)": "1:5 a ( is not closed*",
		"a{}/* b":      "1:4 a comment is not closed*",
		"a{}/*/":       "1:4 a comment is not closed*",
		"a":            "1:1 a rule without { }*",
		"@media a{b}c": "1:10 a rule without { }, 1:12 a rule without { }*",
	} {
		s := Parse(in)
		var got []string
		for _, f := range s.Faults {
			line, col := s.Place(f.Start)
			got = append(got, fmt.Sprintf("%d:%d %s%s", line, col, f.Msg, map[bool]string{true: "*"}[f.Cut]))
		}
		if all := strings.Join(got, ", "); all != want {
			t.Errorf("%q: got %q, want %q", in, all, want)
		}
	}
}

// TestCalls has the functions of a sheet.
func TestCalls(t *testing.T) {
	s := Parse(`a:NOT(b){c:url(d) x\79(e(f)) url(g h)}@font-face{src:URL( "i\6a")}@import url(k);l{m:"url(n)"}`)
	var got []string
	for _, c := range s.Calls {
		got = append(got, fmt.Sprintf("%d %s(%s) %s", c.Start, c.Name, c.Address, c.Within))
	}
	if want := []string{"2 not() ", "11 url(d) ", "18 xy() ", "23 e() ", "53 url(ij) font-face", "74 url(k) import"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAttribute(t *testing.T) {
	for in, want := range map[string]string{
		"":                                    "",
		"a:b;c:d!important":                   "a b 0, c d 4!",
		" A : 'x;y' ; /* e:f; */ b: c(d;e) ;": "a 'x;y' 1, b c(d;e) 24",
		"a:b}c:d;e:f":                         "e f 8",
		"a{b:c}d:e":                           "d e 6",
		"a:b(c":                               "a b(c) 0",
	} {
		list, _ := Attribute(in)
		var got []string
		for _, d := range list {
			got = append(got, fmt.Sprintf("%s %s %d%s", d.Name, d.Value, d.Start, map[bool]string{true: "!"}[d.Important]))
		}
		if all := strings.Join(got, ", "); all != want {
			t.Errorf("%q: got %q, want %q", in, all, want)
		}
	}
	list, _ := Attribute("a:b;a:c!important;a:d;e:f;e:g")
	for name, want := range map[string]string{"a": "c", "e": "g", "h": ""} {
		if got := Property(list, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestSelectors(t *testing.T) {
	for in, want := range map[string]string{
		"a": "a", "*": "*", "A.b.c#d": "A#d.b.c", ".b": ".b", "a b>c + d~e": "a b>c+d~e", "a  >  b ": "a>b",
		`#\31 2.x\.y`: "#12.x.y", "a:hover b::before": "a? b?", "a[b='c d']>e:not(f, g)": "a?>e?", "--a.--b": "--a.--b",
		"": "none", "> a": "none", "a >": "none", "a > > b": "none", "a..b": "none", "a/**/b": "none", "a#b#c": "none", "a.1": "none",
		"a[b": "none", "a:": "none", "a:not(b": "none", "ns|a": "none", "a,b": "none", "a{": "none", ".a b*": "none", "a!": "none",
	} {
		list, ok := ParseSelector(in)
		got := ""
		for _, c := range list {
			if c.Join != 0 {
				got += string(rune(c.Join))
			}
			if got += c.Name; c.ID != "" {
				got += "#" + c.ID
			}
			for _, class := range c.Classes {
				got += "." + class
			}
			if c.Other {
				got += "?"
			}
		}
		if !ok {
			got = "none"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{
		`\41 b`: "Ab", `\000041b`: "Ab", `\41  b`: "A b", "\\41\r\nb": "Ab", `\g`: "g", `a\`: "a", `\0 \d800 \110000 `: "\ufffd\ufffd\ufffd", "a\\\nb": "ab", `\é`: "é",
	} {
		if got := Unescape(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"a-_é1": "a-_é1", "1a": `\31 a`, "-1": `-\31 `, "-": `\-`, "a.b": `a\.b`, "a\nb": `a\a b`, "\x00": "\ufffd"} {
		if got := Escape(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}

func TestURLs(t *testing.T) {
	for in, want := range map[string]string{
		"url(a) b": "a|b", " URL( 'a)' )": "a)|", `u\72l(a\62) c`: "ab|c", "url(a": "a|", "url(a b)": "none", "a url(b)": "none", "": "none", "image(a)": "none",
	} {
		url, rest, ok := CutURL(in)
		got := url + "|" + rest
		if !ok {
			got = "none"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"a": "a", "url(a) /* url(b) */ url('c') d": "<a> /* url(b) */ <c> d", "'url(a)'": "'url(a)'", "url(no)": "none", "url(a b)": "none", "a 'b\n": "none",
	} {
		got, ok := ReplaceURLs(in, func(url, _ string) (string, bool) { return "<" + url + ">", url != "no" })
		if !ok {
			got = "none"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestBounds has sheets of many parts, and of brackets in brackets, all of which
// take little time.
func TestBounds(t *testing.T) {
	for _, part := range []string{"a{}", "a,", "a{b:c}", "@a;", "a{b:c(", "@a{", "{", "}", "(", "[(", "a{b:", "a:not(", "'\n", "\\", "u\\72l(a)", "/*", "!", "a{b:c!", "<!--"} {
		s := Parse(strings.Repeat(part, MaxItems+9))
		items := len(s.Calls)
		s.Each(func(r *Rule) { items += 1 + len(r.Decls) })
		if items > MaxItems+1 || len(s.Faults) > maxFaults+1 {
			t.Errorf("%s: %d parts, %d faults", part, items, len(s.Faults))
		}
	}
	full := Parse(strings.Repeat("a{}", MaxItems+9))
	if want := "more than 200000 rules and declarations"; len(full.Faults) != 1 || full.Faults[0].Msg != want {
		t.Errorf("faults %v, want %s", full.Faults, want)
	}
}

// TestPanic checks that a fault of the lexer ends the sheet and nothing else.
func TestPanic(t *testing.T) {
	p := newParser("a { b: c } d { e: f }")
	p.guard(func() {
		p.next()
		r, _ := p.styleRule(0)
		p.sheet.Rules = append(p.sheet.Rules, r)
		p.in.Move(100)
		p.rules(0, 0)
	})
	if f := p.sheet.Faults; len(p.sheet.Rules) != 1 || len(f) != 1 || !f[0].Cut || f[0].Msg != "a fault of octavo itself" {
		t.Errorf("%+v", p.sheet)
	}
}

// FuzzSheet reads what it is given, and what it made of it once more.
func FuzzSheet(f *testing.F) {
	fuzzing.Begin(f)
	for _, seed := range []string{
		"@media a{b>c,d:e(f){g:h(i,j) 1px!important;k:url('l')}}/* m */", "@import url(a);p{a:u\\72l(b);c:'d\ne;f:\"g\\\nh\"}", "@font-face{src:url(a b", "<!--a\\31 {b:1\\65 3 u+2a-3f}-->",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2*fuzzing.Most {
			return
		}
		s := Parse(text)
		for _, fault := range s.Faults {
			if fault.Msg == "a fault of octavo itself" || fault.Start > len(text) {
				t.Errorf("%+v", fault)
			}
		}
		s.Each(func(r *Rule) {
			if r.Start >= r.End && r.Ends != 0 || r.End > len(text) {
				t.Errorf("a rule from %d to %d", r.Start, r.End)
			}
			for _, d := range r.Decls {
				again, _ := Attribute(Escape(d.Name) + ":" + d.Value)
				if len(again) != 1 || again[0].Name != d.Name || again[0].Value != d.Value {
					t.Errorf("%+v becomes %+v", d, again)
				}
			}
			for _, text := range r.Prelude {
				ParseSelector(text)
			}
		})
	})
}

// BenchmarkSheet reads a sheet of the size of a theme's.
func BenchmarkSheet(b *testing.B) {
	rule := "/* %d */\nsection.imprint > p.label:first-child, h1 { font-family: \"Serif\", serif; margin: 0 0 1.5em; break-after: avoid; }\n"
	text := "@media (min-width: 25em) {\n" + strings.Repeat(rule, 80) + "}\n"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Parse(text)
	}
}
