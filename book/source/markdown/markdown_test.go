package markdown

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/book"
)

// TestHostile parses small ones of the hostile chapters: none may panic, and
// each must come out again as it went in.
func TestHostile(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			roundTrip(t, []byte("---\ntitle: T\n---\n"+h.text(300)))
			Parse("c.md", []byte("---\ntitle: T\n---\n"+h.text(20_000)), Options{Language: "en"})
		})
	}
}

// TestLarge builds what a book may hold, however unusual.
func TestLarge(t *testing.T) {
	var table, notes strings.Builder
	table.WriteString("| a | b |\n|---|---|\n")
	for i := range 20_000 {
		fmt.Fprintf(&table, "| %d | x |\n", i)
	}
	for i := range 5_000 {
		fmt.Fprintf(&notes, "a[^%d]\n\n[^%d]: b\n\n", i, i)
	}
	tests := []struct {
		name, text string
		want       func(c *book.Chapter) bool
	}{
		{"10,000 brackets", strings.Repeat("[", 10_000), func(c *book.Chapter) bool {
			return book.PlainText(c.Body[0].(*book.Paragraph).Content) == strings.Repeat("[", 10_000)
		}},
		{"a word of 1 MB", strings.Repeat("é", 1<<19), func(c *book.Chapter) bool {
			return len(c.Body[0].(*book.Paragraph).Content[0].(*book.Text).Value) == 1<<20
		}},
		{"a table of 20,000 rows", table.String(), func(c *book.Chapter) bool {
			return len(c.Body[0].(*book.Table).Rows) == 20_000
		}},
		{"5,000 footnotes", notes.String(), func(c *book.Chapter) bool {
			return len(c.Notes) == 5_000 && c.Notes[4_999].Number == 5_000
		}},
		{"150 nested quotes", strings.Repeat("> ", 150) + "a", func(c *book.Chapter) bool { return true }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, list := Parse("c.md", []byte("---\ntitle: T\n---\n"+tt.text), Options{Language: "en"})
			if len(list) > 0 || !tt.want(c) {
				t.Errorf("%v", list)
			}
		})
	}
}

// TestBounds checks that a text over a bound is one error, with its place.
func TestBounds(t *testing.T) {
	wide := strings.Repeat("| a ", 1000) + "\n" + strings.Repeat("|---", 1000) + "\n" + strings.Repeat("|\n", 600)
	tests := []struct{ name, text, want string }{
		{"quotes", "a\n\n" + strings.Repeat(">", 10_000), "c.md:6:201: error: nesting of more than 200 levels [nesting-limit]"},
		{"lists", strings.Repeat("- ", 10_000) + "a", "c.md:4:401: error: nesting of more than 200 levels [nesting-limit]"},
		{"blocks", strings.Repeat("::: box\n", 1_000) + "a\n" + strings.Repeat(":::\n", 1_000), "c.md:204:1: error: nesting of more than 200 levels [nesting-limit]"},
		{"callouts", strings.Repeat("> [!note]\n", 1) + strings.Repeat("> ", 1_000) + "a", "c.md:5:401: error: nesting of more than 200 levels [nesting-limit]"},
		{"tags", "x" + strings.Repeat("<b>", 300) + "y" + strings.Repeat("</b>", 300), "c.md:4:602: error: nesting of more than 200 levels [nesting-limit]"},
		{"a run of stars", strings.Repeat("*", 100_000) + "a" + strings.Repeat("*", 100_000), "c.md:4:1: error: more than 2000 emphasis marks in one paragraph [size-limit]"},
		{"emphases", strings.Repeat("*a* ", 2_000), "c.md:4:4001: error: more than 2000 emphasis marks in one paragraph [size-limit]"},
		{"brackets", strings.Repeat("[", 60_000), "c.md:4:50001: error: more than 50000 brackets in one paragraph [size-limit]"},
		{"cells", wide, "c.md:4:1: error: more than 500000 table cells in one chapter [size-limit]"},
		{"lines", strings.Repeat("\n", maxLines), "c.md: error: the file has 1000004 lines; the limit is 1000000 [size-limit]"},
		{"bytes", strings.Repeat("a", MaxBytes), "c.md: error: the file has 16777233 bytes; the limit is 16777216 [size-limit]"},
		{"bad bytes", "aé\xff\xfe", "c.md:4:3: error: the byte 0xff is not UTF-8 [encoding]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Parse("c.md", []byte("---\ntitle: T\n---\n"+tt.text), Options{Language: "en"})
			var errors []string
			for _, d := range list {
				if d.Severity == book.Error {
					s, _, _ := strings.Cut(d.String(), "\n")
					errors = append(errors, s)
				}
			}
			if len(errors) != 1 || errors[0] != tt.want {
				t.Errorf("got %q, want %q", errors, tt.want)
			}
		})
	}
}

// TestPlaces compares the places of a source with counted ones, in random order
// of asking.
func TestPlaces(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		var b strings.Builder
		for range r.IntN(300) {
			b.WriteString([]string{"a", "é", "한", "𝄞", "\n", strings.Repeat("é", r.IntN(900)), "\x01", "\x02"}[r.IntN(8)])
		}
		raw := b.String()
		s, _ := newSource("f", []byte(raw))
		raw = strings.TrimPrefix(raw, "\ufeff")
		at := 0 // offset in the cleaned text
		type known struct{ offset, line, col int }
		var want []known
		line, col := 1, 1
		for _, c := range raw {
			if c > 2 {
				want = append(want, known{at, line, col})
				at += utf8.RuneLen(c)
			}
			if col++; c == '\n' {
				line, col = line+1, 1
			}
		}
		r.Shuffle(len(want), func(i, j int) { want[i], want[j] = want[j], want[i] })
		for _, k := range want {
			if got := s.pos(k.offset); got.Line != k.line || got.Col != k.col {
				t.Fatalf("%q at %d: got %v, want %d:%d", raw, k.offset, got, k.line, k.col)
			}
		}
	}
}

func TestFileAs(t *testing.T) {
	for name, want := range map[string]string{
		"Ilse Brandvik": "Brandvik, Ilse", "Jan van der Meer": "van der Meer, Jan", "Plato": "Plato", "": "",
		"Martin Luther King Jr.": "King, Martin Luther, Jr.", "김민지": "김민지", "村上 春樹": "村上 春樹", "Lovelace, Ada": "Lovelace, Ada",
		"J. R. R. Tolkien": "Tolkien, J. R. R.", "De La Soul": "Soul, De La", "Simone de Beauvoir": "de Beauvoir, Simone",
		"van Gogh": "Gogh, van", "  Ada   King ": "King, Ada",
	} {
		if got := FileAs(name); got != want {
			t.Errorf("%q is filed as %q, want %q", name, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"The Tides": "the-tides", "A  b": "a--b", "C++ & Go!": "c--go", "한국의 항구": "한국의-항구", "Über É": "über-é",
		"under_score-hyphen": "under_score-hyphen", "“Quoted”": "quoted", "!?": "section", "": "section", "1. First": "1-first",
	} {
		if got := Slug(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestFileID(t *testing.T) {
	for file, want := range map[string]string{
		"02-ports.md": "02-ports", "deep/a b.md": "a-b", "ça.va.md": "ça-va", "!.md": "chapter", "한국.markdown": "한국",
	} {
		if got := FileID(file); got != want {
			t.Errorf("%s is %q, want %q", file, got, want)
		}
	}
}

func TestQuote(t *testing.T) {
	tests := []struct{ lang, in, want string }{
		{"en", `"Hello," she said, "it's 'fine'."`, "“Hello,” she said, “it’s ‘fine’.”"},
		{"en", `'"Nested" first'`, "‘“Nested” first’"},
		{"en", `the '90s, '68, 'twas, rock 'n' roll`, "the ’90s, ’68, ’twas, rock ’n’ roll"},
		{"en", `the dogs' bowls`, "the dogs’ bowls"},
		{"en", `6'2" and 12"`, "6′2″ and 12″"},
		{"en", `("a") ["b"] "c"-"d"`, "(“a”) [“b”] “c”-“d”"},
		{"en", `she said—"no"—and left`, "she said—“no”—and left"},
		{"en", `"I was--"`, "“I was–”"},
		{"en", `an "unclosed one`, "an “unclosed one"},
		{"en", `a -- b --- c... ----`, "a – b — c… —-"},
		{"de", `"Ja", sagte er, "es ist 'gut'."`, "„Ja“, sagte er, „es ist ‚gut‘.“"},
		{"de", `Ich hab's`, "Ich hab’s"},
		{"fr", `"Oui" l'eau`, "«\u202fOui\u202f» l’eau"},
		{"ja", `彼は"はい"と`, "彼は「はい」と"},
		{"zh", `他说"你好"。"再见"`, "他说“你好”。“再见”"},
		{"ko", `"안녕" '하세요'`, "“안녕” ‘하세요’"},
		{"en", "plain", "plain"},
		{"en", `""`, "””"},
	}
	for _, tt := range tests {
		t.Run(tt.lang+" "+tt.in, func(t *testing.T) {
			got := Quote(tt.in, tt.lang)
			if got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if again := Quote(got, tt.lang); again != got && !strings.Contains(got, "--") {
				t.Errorf("again it is %s", again)
			}
		})
	}
}

func TestKeysAreDocumented(t *testing.T) {
	keys := Keys()
	if len(keys) < 10 {
		t.Errorf("%d keys", len(keys))
	}
	for _, k := range keys {
		if k.Doc == "" {
			t.Errorf("the key %s is not documented", k.Name)
		}
	}
}

func TestParseNote(t *testing.T) {
	n, list := ParseNote("f.md", []byte("---\ntitle: \"A 'word'\"\nlang: de\nkicker: x\n---\n# Kopf\n\n\"Text\"[^1]\n\n[^1]: n\n"), Options{Language: "en"})
	if got := book.PlainText(n.Title); got != "A ‚word‘" || n.Lang != "de" || len(n.Blocks) != 2 || len(n.Notes) != 1 {
		t.Errorf("title %q, lang %q, %d blocks, %d notes", got, n.Lang, len(n.Blocks), len(n.Notes))
	}
	var rules []string
	for _, d := range list {
		rules = append(rules, fmt.Sprintf("%d %s", d.Pos.Line, d.Rule))
	}
	if want := []string{"4 key-unknown", "6 heading-rank"}; !slices.Equal(rules, want) {
		t.Errorf("got %q, want %q", rules, want)
	}
}

// TestLong reads links and images of any length: the source of none is printed.
func TestLong(t *testing.T) {
	words := strings.TrimSuffix(strings.Repeat("the harbour at dusk, ", 5_000), ", ") // 105 kB
	emphasis := "The *harbour* " + words
	figure := func(c *book.Chapter) *book.Figure { return c.Body[0].(*book.Figure) }
	first := func(c *book.Chapter, i int) book.Inline { return c.Body[0].(*book.Paragraph).Content[i] }
	tests := []struct {
		name, text string
		want       func(c *book.Chapter) bool
	}{
		{"caption", `![a](b.png "` + emphasis + `")`, func(c *book.Chapter) bool {
			f := figure(c)
			return len(f.Caption) == 3 && book.PlainText(f.Caption) == "The harbour "+words && f.Caption[1].(*book.Styled).Content[0].(*book.Text).Pos == book.Pos{File: "c.md", Line: 4, Col: 18}
		}},
		{"caption over lines", "> ![a](b.png 'one\n> two\n> " + words + " *end*')", func(c *book.Chapter) bool {
			f := c.Body[0].(*book.Quote).Blocks[0].(*book.Figure)
			end := f.Caption[1].(*book.Styled).Content[0].(*book.Text)
			return strings.HasPrefix(book.PlainText(f.Caption), "one two the") && end.Pos == book.Pos{File: "c.md", Line: 6, Col: len(words) + 5}
		}},
		{"caption in a definition", "![a][b]\n\n[b]: c.png \"" + words + "\"", func(c *book.Chapter) bool { return book.PlainText(figure(c).Caption) == words }},
		{"caption and credit in braces", `![a](b.png){caption="` + words + `" credit="` + words + `"}`, func(c *book.Chapter) bool {
			return book.PlainText(figure(c).Caption) == words && book.PlainText(figure(c).Credit) == words
		}},
		{"alternative text", "![" + words + "](b.png)", func(c *book.Chapter) bool { return figure(c).Image.Alt == words }},
		{"words of a link", "[" + words + "](b.md)", func(c *book.Chapter) bool { return book.PlainText(first(c, 0).(*book.Link).Content) == words }},
		{"title of a link", "[a](b.md (" + words + "))", func(c *book.Chapter) bool { return first(c, 0).(*book.Link).Title == words }},
		{"title of a link in HTML", `x <a href="b.md" title="` + words + `">a</a>`, func(c *book.Chapter) bool { return first(c, 1).(*book.Link).Title == words }},
		{"entry of the index", `[it]{index="` + words + `"}`, func(c *book.Chapter) bool { return first(c, 0).(*book.Span).Entry == words }},
		{"embedded picture", "![a](data:image/png;base64," + strings.Repeat("A", 100_000) + ")", func(c *book.Chapter) bool { return len(figure(c).Image.Src) > 100_000 }},
		{"brackets that nothing closes", "[0, 1) " + words + " [2, 3) and [a](b.md)", func(c *book.Chapter) bool { return first(c, 1).(*book.Link).URL == "b.md" }},
		{"label of 999 letters", "[a][" + strings.Repeat("가", 999) + "]\n\n[" + strings.Repeat("가", 999) + "]: b.md", func(c *book.Chapter) bool { return first(c, 0).(*book.Link).URL == "b.md" }},
		{"caption of the lead", "\n", func(c *book.Chapter) bool {
			return book.PlainText(c.Image.Caption) == words && c.Image.Image.Alt == words
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			front := "---\ntitle: T\n---\n"
			if tt.text == "\n" {
				front = "---\ntitle: T\nimage: {src: a.png, alt: \"" + words + "\", caption: \"" + words + "\"}\n---\n"
			}
			src := []byte(front + tt.text)
			c, list := Parse("c.md", src, Options{Language: "en"})
			if len(list) > 0 || !tt.want(c) {
				t.Errorf("%.300v", list)
			}
			roundTrip(t, src)
		})
	}
}

// TestTooLong checks that what is too long to be read is told.
func TestTooLong(t *testing.T) {
	label := strings.Repeat("a", 1_000)
	for _, tt := range []struct{ name, text, want string }{
		{"label", "[x][" + label + "]\n\n[" + label + "]: b.md", "c.md:6:1: error: the label of a link has 1000 letters; it may have 999 [size-limit]\n    hint: give it a short one, such as [tides]"},
		{"address", "[x](https://example.org/" + strings.Repeat("a", 5_000) + ")", "c.md:4:1: warning: a link to an address of 5020 bytes is dropped [link-scheme]\n    hint: shorten it: reading systems follow none of more than 2000 bytes"},
		{"links without an end", strings.Repeat("[a](b", 10_000), "c.md:4:1714: error: more than 16777216 bytes are read in one chapter for links that have no end [size-limit]\n    hint: write \\[ for a bracket that begins no link"},
		{"image without a file", "x <img alt=\"a quay\">", "c.md:4:3: warning: an image without a file [image-empty]\n    hint: write the file as its src, or delete the image"},
		{"image in a block without a file", "<p><img alt=\"a quay\"></p>", "c.md:4:4: warning: an image without a file [image-empty]\n    hint: write the file as its src, or delete the image"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, list := Parse("c.md", []byte("---\ntitle: T\n---\n"+tt.text), Options{Language: "en"})
			if len(list) != 1 || list[0].String() != tt.want {
				t.Errorf("got %q, want %q", list, tt.want)
			}
		})
	}
}

// TestPlacesAfterBadBytes: bytes that are no UTF-8 are replaced by longer ones, and places
// behind them stay where they are.
func TestPlacesAfterBadBytes(t *testing.T) {
	s, list := newSource("f", []byte("a\xffb\xfe\n\xffsecond\nthird"))
	if len(list) != 1 {
		t.Errorf("%v", list)
	}
	for word, want := range map[string]book.Pos{"second": {File: "f", Line: 2, Col: 2}, "third": {File: "f", Line: 3, Col: 1}} {
		if got := s.pos(strings.Index(string(s.text), word)); got != want {
			t.Errorf("%s is at %v, want %v", word, got, want)
		}
	}
}
