package draft

import (
	"testing"

	"octavo/book"
	"octavo/book/internal/dump"
)

func text(s string) *book.Text { return &book.Text{Value: s} }

func styled(style book.Style, content ...book.Inline) *book.Styled {
	return &book.Styled{Style: style, Content: content}
}

func TestSlice(t *testing.T) {
	list := []book.Inline{text("abc"), styled(book.Strong, text("de"), styled(book.Emphasis, text("f"))), &book.Span{Lang: "fr", Content: []book.Inline{text("gh")}},
		&book.Link{URL: "u", Content: []book.Inline{text("ij")}}, &book.Code{Value: "kl"}, text("mn")}
	for _, tt := range []struct {
		from, to int
		want     string
	}{
		{0, 14, dump.Inlines(list)},
		{0, 0, ``},
		{1, 2, `"b"`},
		{2, 4, `"c"strong("d")`},
		{5, 6, `strong(em("f"))`},
		{5, 7, `strong(em("f"))span(lang "fr" title "": "g")`},
		{7, 9, `span(lang "fr" title "": "h")link("u": "i")`},
		{9, 10, `link("u": "j")`},
		{9, 11, `link("u": "j")code("kl")`},
		{10, 12, `code("kl")`},
		{11, 13, `code("kl")"m"`},
		{12, 14, `"mn"`},
		{13, 99, `"n"`},
	} {
		if got := dump.Inlines(Slice(list, tt.from, tt.to)); got != tt.want {
			t.Errorf("%d to %d: got %s, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}

func TestTrim(t *testing.T) {
	br := &book.LineBreak{}
	span := func(content ...book.Inline) *book.Span { return &book.Span{Lang: "fr", Content: content} }
	link := func(content ...book.Inline) *book.Link { return &book.Link{URL: "u", Content: content} }
	for _, tt := range []struct {
		name string
		list []book.Inline
		want string
	}{
		{"nothing", nil, ``},
		{"space alone", []book.Inline{text(" \t\n\r\u00a0\u3000\u200b"), br, text("")}, ``},
		{"space at the ends", []book.Inline{br, text(" "), text(" a "), text(" b "), text(" "), br}, `"a "" b"`},
		{"space within", []book.Inline{styled(book.Strong, br, text(" "), text(" a ")), styled(book.Strong, text(" b "), text(" "), br)}, `strong("a ")strong(" b")`},
		{"space alone within", []book.Inline{styled(book.Strong, text(" "), br), text("a"), span(text(" ")), link(br)}, `"a"`},
		{"spans and links", []book.Inline{span(text(" a ")), link(text(" b "))}, `span(lang "fr" title "": "a ")link("u": " b")`},
		{"what is no space", []book.Inline{&book.Code{Value: " "}}, `code(" ")`},
	} {
		if got := dump.Inlines(Trim(tt.list)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestSpansKept keeps what a span says besides its text.
func TestSpansKept(t *testing.T) {
	span := book.Span{Lang: "fr", Title: "t", Indexed: true, Entry: "tides", Content: []book.Inline{text(" ab ")}}
	want := dump.Inlines([]book.Inline{&book.Span{Lang: "fr", Title: "t", Indexed: true, Entry: "tides", Content: []book.Inline{text("a")}}})
	if got := dump.Inlines(Slice([]book.Inline{&span}, 0, 2)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestLines(t *testing.T) {
	br := &book.LineBreak{}
	got := ""
	for _, line := range Lines([]book.Inline{br, text(" a"), text("b "), br, text(" "), br, text("c")}) {
		got += dump.Inlines(line) + "\n"
	}
	if want := "\"a\"\"b\"\n\"c\"\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestUnstyle(t *testing.T) {
	for _, tt := range []struct {
		name  string
		list  []book.Inline
		want  string
		style book.Style
		ok    bool
	}{
		{"nothing", nil, ``, 0, false},
		{"text", []book.Inline{text("a")}, `"a"`, 0, false},
		{"strong", []book.Inline{styled(book.Strong, text("a"))}, `"a"`, book.Strong, true},
		{"emphasis", []book.Inline{styled(book.Emphasis, text("a"))}, `"a"`, book.Emphasis, true},
		{"small", []book.Inline{styled(book.Small, text("a"))}, `"a"`, book.Small, true},
		{"another style", []book.Inline{styled(book.Strike, text("a"))}, `strike("a")`, 0, false},
		{"in part", []book.Inline{styled(book.Strong, text("a")), text("b")}, `strong("a")"b"`, 0, false},
		{"twice", []book.Inline{styled(book.Strong, styled(book.Emphasis, text("a")))}, `"a"`, book.Strong, true},
		{"once more in part", []book.Inline{styled(book.Strong, styled(book.Emphasis, text("a")), text("b"))}, `em("a")"b"`, book.Strong, true},
	} {
		content, style, ok := Unstyle(tt.list)
		if got := dump.Inlines(content); got != tt.want || style != tt.style || ok != tt.ok {
			t.Errorf("%s: got %s, %d, %t; want %s, %d, %t", tt.name, got, style, ok, tt.want, tt.style, tt.ok)
		}
	}
}

func TestWidth(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want int
	}{
		{"", 0}, {"abc", 3}, {"é", 1}, {"\u10ff", 1}, {"\u1100", 2}, {"\u115f", 2}, {"\u1160", 1}, {"\u2e7f", 1}, {"\u2e80", 2}, {"\ua4cf", 2}, {"\ua4d0", 1},
		{"\uabff", 1}, {"가", 2}, {"\ud7a3", 2}, {"\ud7a4", 1}, {"\uf8ff", 1}, {"\uf900", 2}, {"\ufaff", 2}, {"\ufb00", 1}, {"\ufeff", 1}, {"\uff00", 2}, {"\uff60", 2}, {"\uff61", 1},
		{"\uffdf", 1}, {"\uffe0", 2}, {"\uffe6", 2}, {"\uffe7", 1}, {"\U0001ffff", 1}, {"\U00020000", 2}, {"\U0003fffd", 2}, {"\U0003fffe", 1}, {"a字b", 4},
	} {
		if got := Width(tt.s); got != tt.want {
			t.Errorf("%q: got %d, want %d", tt.s, got, tt.want)
		}
	}
}

func TestEmbedded(t *testing.T) {
	for _, tt := range []struct{ src, data, why string }{
		{"data:image/svg+xml", "", "is empty"},
		{"data:image/svg+xml,%3Csvg/%3E", "<svg/>", ""},
		{"data:image/svg+xml,a,b", "a,b", ""},
		{"data:image/svg+xml,%zz", "", "is damaged"},
		{"data:image/png;base64,YWJj", "abc", ""},
		{"data:image/png;base64, YW\n%20Jj", "abc", ""},
		{"data:image/png;base64,YW", "", "is damaged"},
		{"data:image/png;base64x,YW", "YW", ""},
	} {
		if data, why := Embedded(tt.src); string(data) != tt.data || why != tt.why {
			t.Errorf("%s: got %q, %q; want %q, %q", tt.src, data, why, tt.data, tt.why)
		}
	}
}
