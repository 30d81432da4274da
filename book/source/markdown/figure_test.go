package markdown

import (
	"strings"
	"testing"

	"octavo/book/internal/dump"
)

// TestPicturesAlone reads paragraphs of pictures: linked, sized, with a caption below.
func TestPicturesAlone(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"linked", `[![The quay](a.jpg "At dawn")](https://example.org/)`, "figure \"a.jpg\" alt \"The quay\"\n  link(\"https://example.org/\": )\n  caption \"At dawn\"\n"},
		{"a map", `![The bay](a.jpg){.map credit="Lee"}`, "figure map \"a.jpg\" alt \"The bay\"\n  credit \"Lee\"\n"},
		{"linked, with attributes", `[![The quay](a.jpg){.wide credit="Lee"}](b.md "More")`, "figure wide \"a.jpg\" alt \"The quay\"\n  link(\"b.md\" title \"More\": )\n  credit \"Lee\"\n"},
		{"linked by HTML", `<a href="b.md"><img src="a.jpg" alt="q" width="50%"></a>`, "figure width 500 \"a.jpg\" alt \"q\"\n  link(\"b.md\": )\n"},
		{"wrapped by HTML", "<p align=\"center\">\n<a href=\"b.md\"><img src=\"a.jpg\" alt=\"q\"></a><br>\n<em>At dawn.</em>\n</p>", "figure \"a.jpg\" alt \"q\"\n  link(\"b.md\": )\n  caption \"At dawn.\"\n"},
		{"a linked figure of HTML", "<figure><a href=\"b.md\"><img src=\"a.jpg\" alt=\"q\"></a><figcaption>At dawn.</figcaption></figure>", "figure \"a.jpg\" alt \"q\"\n  link(\"b.md\": )\n  caption \"At dawn.\"\n"},
		{"a caption below", "![q](a.jpg)\n*At **dawn**, by [me](b.md).*", "figure \"a.jpg\" alt \"q\"\n  caption \"At \"strong(\"dawn\")\", by \"link(\"b.md\": \"me\")\".\"\n"},
		{"a caption of a linked one", "[![q](a.jpg)](b.md)  \n_At dawn._", "figure \"a.jpg\" alt \"q\"\n  link(\"b.md\": )\n  caption \"At dawn.\"\n"},
		{"a caption and a title", "![q](a.jpg \"Noon\")\n*At dawn.*", "figure \"a.jpg\" alt \"q\"\n  caption \"Noon\"\nparagraph em(\"At dawn.\")\n"},
		{"words beside it", "![q](a.jpg) *At dawn.*", "paragraph image(\"a.jpg\" alt \"q\")\" \"em(\"At dawn.\")\n"},
		{"more than a caption", "![q](a.jpg)\n*At dawn.* More.", "paragraph image(\"a.jpg\" alt \"q\")\" \"em(\"At dawn.\")\" More.\"\n"},
		{"a paragraph of its own", "![q](a.jpg)\n\n*At dawn.*", "figure \"a.jpg\" alt \"q\"\nparagraph em(\"At dawn.\")\n"},
		{"a linked one in a line", "See [![q](a.jpg)](b.md) here.", "paragraph \"See \"link(\"b.md\": image(\"a.jpg\" alt \"q\"))\" here.\"\n"},
		{"words in the link", "[![q](a.jpg) more](b.md)", "paragraph link(\"b.md\": image(\"a.jpg\" alt \"q\")\" more\")\n"},
		{"HackMD's size", "![q](a.jpg =350x200)", "figure width 500 \"a.jpg\" alt \"q\"\n"},
		{"HackMD's size and a title", `![q](a.jpg "Noon" =350x)`, "figure width 500 \"a.jpg\" alt \"q\"\n  caption \"Noon\"\n"},
		{"a size in percent", `![q](a.jpg =40%x "Noon")`, "figure width 400 \"a.jpg\" alt \"q\"\n  caption \"Noon\"\n"},
		{"a height alone", "![q](a.jpg =x200)", "figure \"a.jpg\" alt \"q\"\n"},
		{"no size", "![q](a.jpg =big)", "paragraph \"![q](a.jpg =big)\"\n"},
		{"a link has no size", "[q](a.md =300x200)", "paragraph \"[q](a.md =300x200)\"\n"},
		{"Obsidian's size", "![q|350](a.jpg)", "figure width 500 \"a.jpg\" alt \"q\"\n"},
		{"Obsidian's size of both", "![q|350x200](a.jpg)", "figure width 500 \"a.jpg\" alt \"q\"\n"},
		{"an escaped bar", "![q\\|350](a.jpg)", "figure \"a.jpg\" alt \"q|350\"\n"},
		{"pixels", "![q](a.jpg){width=350px}", "figure width 500 \"a.jpg\" alt \"q\"\n"},
		{"centimetres", "![q](a.jpg){width=5.5cm}", "figure width 500 \"a.jpg\" alt \"q\"\n"},
		{"a page", "![q](a.jpg){.page}", "figure page \"a.jpg\" alt \"q\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := []byte("---\ntitle: T\n---\n\n" + tt.text + "\n")
			c, list := Parse("c.md", src, Options{Language: "en"})
			var p dump.Printer
			p.Blocks(c.Body)
			if got := p.String(); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			for _, d := range list {
				if !strings.Contains(d.Message, "align") {
					t.Errorf("told: %v", d)
				}
			}
			roundTrip(t, src)
		})
	}
}
