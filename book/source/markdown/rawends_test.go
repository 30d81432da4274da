package markdown

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// TestRawEnds reads HTML that nothing ends. No word behind it is lost in silence.
func TestRawEnds(t *testing.T) {
	for _, tt := range []struct{ name, src, words, told string }{
		{"a comment", "Before\n\n<!-- open\n\nafter", "Before|<!– open|after", "6 remark-open"},
		{"a comment in a line", "Before <!-- open\n\nafter", "Before <!– open|after", "4 remark-open"},
		{"a comment with an end", "<!-- a\n\nb -->\n\nafter <!-- b --> it", "after it", ""},
		{"an end far below in a line", "a <!-- b\n\nc -->", "a <!– b|c –>", "4 remark-open"},
		{"the shortest comment", "<!-->\n\nafter -->", "after –>", ""},
		{"a comment in a quotation", "> <!-- open\n> in\n\nafter", "<!– open in|after", "4 remark-open"},
		{"a comment that ends behind its quotation", "> <!-- open\n> in\n\nafter -->", "after –>", "4 remark-open"},
		{"a comment in an element", "<div>a <!-- open\nin</div>\n\nafter -->", "a|after –>", "4 raw-html, 4 remark-open"},
		{"a script", "<script>\nx\n\nafter", "after", "4 raw-html, 4 remark-open"},
		{"a script with an end", "<script>\nx\n\ny</SCRIPT>\nafter", "after", "4 raw-html"},
		{"a style with attributes", "<STYLE type='a'>\nx\n\nafter", "after", "4 raw-html, 4 remark-open"},
		{"an element with a longer name", "<stylex>\nafter", "after", "4 raw-html"},
		{"a form", "<textarea>\nx\n\nafter", "after", "4 raw-html, 4 remark-open"},
		{"a program", "<?php\nx\n\ny ?>\n\nafter <? z ?>", "after", "4 raw-html, 9 raw-html"},
		{"a program without an end", "<?php\nx\n\nafter", "<?php x|after", "4 remark-open"},
		{"a section", "<![CDATA[x]]>\n\na <![CDATA[ y ]]> b", "a b", "4 raw-html, 6 raw-html"},
		{"a section without an end", "<![CDATA[x\n\nafter", "<![CDATA[x|after", "4 remark-open"},
		{"a declaration", "<!DOCTYPE html>\n\nafter", "after", "4 raw-html"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, list := Parse("c.md", []byte("---\ntitle: T\n---\n"+tt.src+"\n"), Options{Language: "en"})
			compareRead(t, c, list, tt.words, tt.told)
		})
	}
}

// compareRead holds the words of the paragraphs of a chapter, with bars between, and the lines and
// rules that are told, with commas between, against those that are wanted.
func compareRead(t *testing.T, c *book.Chapter, list []book.Diagnostic, wantWords, wantTold string) {
	t.Helper()
	var words, told []string
	book.WalkBlocks(c.Body, func(b book.Block) bool {
		if p, ok := b.(*book.Paragraph); ok {
			words = append(words, strings.Join(strings.Fields(book.PlainText(p.Content)), " "))
		}
		return true
	})
	for _, d := range list {
		told = append(told, fmt.Sprintf("%d %s", d.Pos.Line, d.Rule))
	}
	if got := strings.Join(words, "|"); got != wantWords {
		t.Errorf("words %q, want %q", got, wantWords)
	}
	if got := strings.Join(told, ", "); got != wantTold {
		t.Errorf("told %q, want %q: %v", got, wantTold, list)
	}
}
