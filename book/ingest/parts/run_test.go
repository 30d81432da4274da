package parts

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
)

func text(s string) *book.Text { return &book.Text{Value: s} }

// TestRun cleans runs of inlines.
func TestRun(t *testing.T) {
	br := &book.LineBreak{}
	strong := func(content ...book.Inline) *book.Styled { return &book.Styled{Style: book.Strong, Content: content} }
	for _, tt := range []struct {
		name, lang string
		list       []book.Inline
		want       string
	}{
		{"space over borders", "en", []book.Inline{text(" a \t"), strong(text(" \nb ")), text(" c "), &book.Code{Value: "d"}, text(" e")}, `"a "strong("b ")"c "code("d")" e"`},
		{"no-break spaces", "en", []book.Inline{text("a\u00a0 b")}, `"a b"`},
		{"no-break spaces in French", "fr", []book.Inline{text("a\u00a0!")}, `"a\u00a0!"`},
		{"breaks", "en", []book.Inline{br, text("a "), br, br, text(" b"), br}, `"a"br()"b"`},
		{"signs that are no text", "en", []book.Inline{text("a\x01\x7f\u0080\u009fb\ufdd0\ufdef\ufffe\U0001ffffc\ufeff\ufff9\ufffa\ufffb\ufffc\u2028\u2029d\u00a1\ufdcf\ufdf0\ufffd")}, `"abcd¡` + "\ufdcf\ufdf0\ufffd" + `"`},
		{"what is empty", "en", []book.Inline{strong(text("")), &book.Code{Value: " "}, &book.Span{Lang: "fr"}, &book.Link{URL: "https://example.org"}, text("a")}, `"a"`},
		{"links to nowhere", "en", []book.Inline{text("a "), &book.Link{URL: "javascript:x", Content: []book.Inline{text("b")}}, text(" c")}, `"a b c"`},
		{"spans of nothing", "en", []book.Inline{text("a "), &book.Span{Content: []book.Inline{text("b")}}, text(" c")}, `"a b c"`},
		{"spans", "en", []book.Inline{&book.Span{Lang: "fr", Content: []book.Inline{text("b")}}, &book.Span{Title: "t", Content: []book.Inline{text("c")}}, &book.Span{Indexed: true, Entry: "e", Content: []book.Inline{text("d")}}},
			dump.Inlines([]book.Inline{&book.Span{Lang: "fr", Content: []book.Inline{text("b")}}, &book.Span{Title: "t", Content: []book.Inline{text("c")}}, &book.Span{Indexed: true, Entry: "e", Content: []book.Inline{text("d")}}})},
		{"addresses in styles", "en", []book.Inline{strong(text("a@example.org")), &book.Span{Lang: "fr", Content: []book.Inline{text("http://a.b")}}}, `strong(link("mailto:a@example.org": "a@example.org"))span(lang "fr" title "": link("http://a.b": "http://a.b"))`},
		{"quotation marks over borders", "en", []book.Inline{text(`"a `), strong(text(`b"`)), br, text(`"c"`), &book.Code{Value: `"`}}, `"“a "strong("b”")br()"“c”"code("\"")`},
		{"hyphens", "en", []book.Inline{text("a - b - c, 3 - 2, 3 - b")}, `"a – b – c, 3 - 2, 3 – b"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := dump.Inlines(typesetter{lang: tt.lang}.run(tt.list)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestLine(t *testing.T) {
	list := []book.Inline{text("a"), &book.LineBreak{}, text(" b")}
	if got := dump.Inlines(typesetter{lang: "en"}.line(list)); got != `"a b"` {
		t.Error(got)
	}
}

func TestAddresses(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"none", `"none"`},
		{"see https://example.org/a?b=c.", `"see "link("https://example.org/a?b=c": "https://example.org/a?b=c")"."`},
		{"(http://example.org)", `"("link("http://example.org": "http://example.org")")"`},
		{"http://a.b, c@example.org and https://d.e", `link("http://a.b": "http://a.b")", "link("mailto:c@example.org": "c@example.org")" and "link("https://d.e": "https://d.e")`},
		{"c@example.org http://a.b", `link("mailto:c@example.org": "c@example.org")" "link("http://a.b": "http://a.b")`},
		{"ftp://a.b and x http:// and http://é", `"ftp://a.b and x http:// and http://é"`},
		{"http://a\x7fb", "link(\"http://a\\x7fb\": \"http://a\\x7fb\")"},
	} {
		if got := dump.Inlines(addresses(text(tt.in))); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
		}
	}
	for _, c := range "<>\"'`{}|\\^[]() é" {
		if got := addressLength("a.b/" + string(c) + "d"); got != 4 {
			t.Errorf("an address goes on to %d over %q", got, c)
		}
	}
	for _, c := range "?!.,:;*_~&" {
		if got := addressLength("a.b/" + strings.Repeat(string(c), 2)); got != 4 {
			t.Errorf("an address ends at %d behind %q", got, c)
		}
	}
}

func TestHost(t *testing.T) {
	for address, want := range map[string]string{"https://example.org/a": "example.org", "http://example.org:80": "example.org", "http://a.b?c": "a.b", "http://a.b#c": "a.b", "http://a.b": "a.b", "example.org/a": ""} {
		if got := host(address); got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}

func TestRecase(t *testing.T) {
	for _, tt := range []struct{ name, bio, want, guess string }{
		{"JAN VAN DER MEER", "", "Jan van der Meer", "Jan van der Meer"},
		{"VAN JONES", "", "Van Jones", "Van Jones"},
		{"ANNE-MARIE O’NEIL", "", "Anne-Marie O’Neil", "Anne-Marie O’Neil"},
		{"JAN MACLEAN", "Jan MacLean is a pilot.", "Jan MacLean", ""},
		{"JAN MACLEAN", "JAN MACLEAN is a pilot.", "Jan Maclean", "Jan Maclean"},
		{"REUTERS", "", "REUTERS", ""},
		{"Jan Meer", "", "Jan Meer", ""},
	} {
		r := &reader{chapter: &book.Chapter{}}
		p := &book.Person{Name: tt.name, Bio: []book.Inline{text(tt.bio)}}
		r.recase(p)
		guess := ""
		for _, g := range r.guesses {
			guess += g.Text
		}
		if p.Name != tt.want || guess != tt.guess {
			t.Errorf("%s: got %q, guess %q; want %q, guess %q", tt.name, p.Name, guess, tt.want, tt.guess)
		}
	}
}

// TestGiveMail gives addresses to those whose names are in them.
func TestGiveMail(t *testing.T) {
	for _, tt := range []struct{ authors, mails, want string }{
		{"Ann Roe", "desk@example.org", "Ann Roe <desk@example.org>"},
		{"Ann Roe; Ben Coe", "coe@example.org", "Ann Roe <>; Ben Coe <coe@example.org>"},
		{"Ann Roe; Ben Coe", "desk@example.org", "Ann Roe <desk@example.org>; Ben Coe <>; guess address of Ann Roe: desk@example.org"},
		{"Ann Roe; Ben Coe", "ben@example.org ann@example.org", "Ann Roe <ann@example.org>; Ben Coe <ben@example.org>"},
		{"Ann Roe; Ben Coe", "ben@example.org ben@example.org", "Ann Roe <>; Ben Coe <ben@example.org>"},
		{"Ann Roe", "ann@example.org roe@example.org", "Ann Roe <ann@example.org>; body roe@example.org"},
		{"", "desk@example.org", "body desk@example.org"},
	} {
		r := &reader{chapter: &book.Chapter{}}
		for _, name := range strings.Split(tt.authors, "; ") {
			if name != "" {
				r.chapter.Authors = append(r.chapter.Authors, &book.Person{Name: name})
			}
		}
		for _, m := range strings.Fields(tt.mails) {
			r.giveMail(m)
		}
		var got []string
		for _, a := range r.chapter.Authors {
			got = append(got, a.Name+" <"+a.Email+">")
		}
		for _, b := range r.chapter.Body {
			got = append(got, "body "+book.PlainText(b.(*book.Paragraph).Content))
		}
		for _, g := range r.guesses {
			got = append(got, "guess "+g.As+": "+g.Text)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s, %s: got %s, want %s", tt.authors, tt.mails, s, tt.want)
		}
	}
}
