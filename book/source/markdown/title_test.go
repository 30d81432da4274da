package markdown

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
)

// TestTitle: where the title of a chapter comes from, and what is left of its headings.
func TestTitle(t *testing.T) {
	tests := []struct{ name, src, title, anchor, headings, rules string }{
		{"the first heading", "# Ports\n\nText.\n\n## Tides\n", "Ports", "ports", "2 Tides", ""},
		{"an underlined one", "Ports\n=====\n\nText.\n", "Ports", "ports", "", ""},
		{"below front matter", "---\nkicker: K\n---\n# Ports {#p}\n\nText.\n", "Ports", "p", "", ""},
		{"with marks", "# Ports of *call*\n\nText.\n", "Ports of call", "ports-of-call", "", ""},
		{"below a picture", "![Quay](quay.png)\n\n# Ports\n\nText.\n", "Ports", "ports", "", ""},
		{"below words, alone of its rank", "By Ann Lee\n\n# Ports\n\nText.\n", "Ports", "ports", "", ""},
		{"sections below words", "Text.\n\n# One\n\n# Two\n", "C", "", "2 One, 2 Two", "title-file heading-rank"},
		{"sections below a title", "# Ports\n\nText.\n\n# Two\n", "Ports", "ports", "2 Two", "heading-rank"},
		{"a lower rank, alone", "## Ports\n\n### Tides\n\n#### Ebb\n", "Ports", "ports", "2 Tides, 3 Ebb", ""},
		{"a lower rank, one of several", "## One\n\nText.\n\n## Two\n", "C", "", "2 One, 2 Two", "title-file"},
		{"no heading", "Text.\n", "C", "", "", "title-file"},
		{"an empty heading", "#\n\nText.\n", "C", "", "", "heading-empty title-file"},
		{"an empty title", "---\ntitle:\n---\n# Ports\n", "Ports", "ports", "", ""},
		{"nothing", "", "C", "", "", "title-file"},
		{"said twice", "---\ntitle: Ports\n---\n\n# Ports\n\nText.\n", "Ports", "ports", "", ""},
		{"said twice, in other letters", "---\ntitle: Ports of call\n---\n\n# Ports Of  *Call*\n", "Ports of call", "ports-of-call", "", ""},
		{"said three times", "# Ports\n\n## Ports\n\nText.\n", "Ports", "ports", "", ""},
		{"said again, of a lower rank", "# Ports\n##### Ports\n\nText.\n\n###### Tides\n", "Ports", "ports", "2 Tides", "heading-rank"},
		{"said twice, as a section", "---\ntitle: Ports\n---\n\nText.\n\n## Ports\n", "Ports", "", "2 Ports", ""},
		{"another heading", "---\ntitle: Ports\n---\n\n## Tides\n", "Ports", "", "2 Tides", ""},
		{"an id of its own", "---\ntitle: Ports\nid: p\n---\n\n## P\n", "Ports", "p", "2 P", ""},
		{"a blank line above", "\n\n---\ntitle: Ports\n---\n\nText.\n", "Ports", "", "", ""},
		{"a fence below blank lines and nothing else", "\n\n---", "C", "", "", "title-file"},
		{"a rule below a blank line", "\n---\n\nText\n\n---\n", "C", "", "", "title-file"},
		{"dots at the end", "---\ntitle: Ports\n...\n\nText.\n", "Ports", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, list := Parse("c.md", []byte(tt.src), Options{Language: "en"})
			var headings, rules []string
			for _, b := range c.Body {
				if h, ok := b.(*book.Heading); ok {
					headings = append(headings, string(rune('0'+h.Level))+" "+book.PlainText(h.Content))
				}
			}
			for _, d := range list {
				rules = append(rules, string(d.Rule))
			}
			got := []string{book.PlainText(c.Title), c.Anchor, strings.Join(headings, ", "), strings.Join(rules, " ")}
			if want := []string{tt.title, tt.anchor, tt.headings, tt.rules}; !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
			roundTrip(t, []byte(tt.src))
		})
	}
	roundTrip(t, []byte("# Ports[^1] of *call* {#p}\n\n## Ports\n\nText[^2].\n\n[^1]: One.\n[^2]: Two.\n"))
}

// TestFileTitle: titles by the names of files.
func TestFileTitle(t *testing.T) {
	tests := []struct{ file, lang, want string }{
		{"ports.md", "en", "Ports"},
		{"порт.md", "ru", "Порт"},
		{"e\u0301tape.md", "fr", "Étape"},
		{"istanbul.md", "tr", "İstanbul"},
		{"istanbul.md", "en", "Istanbul"},
		{"港口.md", "zh", "港口"},
		{"Link notes.md", "en", "Link notes"},
		{"Well-kept notes.md", "en", "Well-kept notes"},
		{"ports-of_call.md", "en", "Ports of call"},
		{"Caf%C3%A9%20au%20lait.md", "en", "Café au lait"},
		{"100%.md", "en", "100%"},
		{"2024-05-01-the-tide.md", "en", "The tide"},
		{"2024-05-01 The tide.markdown", "en", "The tide"},
		{"2024-05-01.md", "en", "2024-05-01"},
		{"202405011230 The tide.md", "en", "The tide"},
		{"03-ports.md", "en", "Ports"},
		{"03_ports.md", "en", "Ports"},
		{"3. Ports.md", "en", "Ports"},
		{"03 Ports.md", "en", "Ports"},
		{"3 - Ports.md", "en", "Ports"},
		{"1.2-ports.md", "en", "Ports"},
		{"12 angry men.md", "en", "12 angry men"},
		{"1984.md", "en", "1984"},
		{"2001-a-space-odyssey.md", "en", "2001 a space odyssey"},
		{"posts/the-tide/index.md", "en", "The tide"},
		{"posts/02-tides/README.md", "en", "Tides"},
		{"index.md", "en", "Index"},
		{"Two Books a1b2c3d4e5f60718293a4b5c6d7e8f90.md", "en", "Two Books"},
		{"don't.md", "en", "Don’t"},
		{"Dr. Who.md", "en", "Dr. Who"},
		{"03-.md", "en", "03"},
		{".md", "en", "Untitled"},
	}
	for _, tt := range tests {
		if got := FileTitle(tt.file, tt.lang); got != tt.want {
			t.Errorf("FileTitle(%q) = %q, want %q", tt.file, got, tt.want)
		}
	}
}

// TestTitleWithPlace: a place within the heading that becomes the title goes to the beginning
// of the text, so that links find it.
func TestTitleWithPlace(t *testing.T) {
	c, list := Parse("c.md", []byte("# The []{#ebb}ebb\n\nSee [there](#ebb).\n"), Options{Language: "en"})
	if len(list) > 0 || book.PlainText(c.Title) != "The ebb" || hasPlace(c.Title) {
		t.Errorf("%v, title %q", list, book.PlainText(c.Title))
	}
	p, ok := c.Body[0].(*book.Paragraph)
	if s, isSpan := p.Content[0].(*book.Span); !ok || !isSpan || s.ID != "ebb" || len(c.Body) != 1 {
		t.Errorf("the text begins with %T", p.Content[0])
	}
}
