package epub

import (
	"bytes"
	"image"
	"image/color/palette"
	"image/gif"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/graphic/picture"
	"octavo/book/language/locale"
)

// accessCases are books by what they claim: access mode, sufficient mode, feature
// and hazard.
func accessCases(t *testing.T) []accessCase {
	pic, err := picture.Probe("a.png", png)
	if err != nil {
		t.Fatal(err)
	}
	figure := func(p *book.Picture, alt string) *book.Figure {
		return &book.Figure{Image: &book.Image{Alt: alt, Picture: p}}
	}
	film := func(frames int) *book.Figure {
		var g gif.GIF
		for range frames {
			g.Image, g.Delay = append(g.Image, image.NewPaletted(image.Rect(0, 0, 2, 2), palette.WebSafe)), append(g.Delay, 9)
		}
		var buf bytes.Buffer
		if err := gif.EncodeAll(&buf, &g); err != nil {
			t.Fatal(err)
		}
		return figure(&book.Picture{Path: "a.gif", Format: "gif", Width: 2, Height: 2, Data: buf.Bytes()}, "A film")
	}
	decoration, explained, elsewhere := figure(pic, ""), figure(pic, "A chart"), figure(pic, "A chart")
	decoration.Decorative = true
	explained.Details, elsewhere.Details = &book.Link{Anchor: "x"}, &book.Link{URL: "other.md#x", Anchor: "x", Chapter: &book.Chapter{}}
	inline := para(&book.InlineImage{Image: &book.Image{Picture: pic}})
	return []accessCase{
		{"no pictures", nil, "sufficient:textual hazard:none feature:tableOfContents", "mode:visual feature:alternativeText feature:longDescription feature:pageNavigation feature:index"},
		{"described", []book.Block{figure(pic, "A map")}, "mode:visual sufficient:textual feature:alternativeText", "sufficient:textual,visual feature:longDescription"},
		{"one of two described", []book.Block{figure(pic, "A map"), figure(pic, "")}, "sufficient:textual,visual", "feature:alternativeText sufficient:textual"},
		{"decoration", []book.Block{decoration}, "sufficient:textual", "mode:visual feature:alternativeText"},
		{"in a line", []book.Block{inline}, "mode:visual sufficient:textual,visual", "feature:alternativeText"},
		{"explained", []book.Block{explained}, "feature:alternativeText feature:longDescription", ""},
		{"explained elsewhere", []book.Block{elsewhere}, "feature:alternativeText", "feature:longDescription"},
		{"still GIF", []book.Block{film(1)}, "hazard:none", "hazard:unknown"},
		{"film", []book.Block{film(2)}, "hazard:unknown", "hazard:none"},
		{"index", []book.Block{para(&book.Span{Indexed: true, Content: text("Tides")})}, "feature:index", ""},
		{"in a quote", []book.Block{&book.Quote{Blocks: []book.Block{figure(pic, "")}}}, "sufficient:textual,visual", "sufficient:textual"},
	}
}

type accessCase struct {
	name   string
	blocks []book.Block
	want   string
	not    string
}

func (c accessCase) book() *book.Book {
	in := &book.Chapter{ID: "c", Lang: "en", Body: c.blocks}
	for _, bl := range c.blocks {
		if f, ok := bl.(*book.Figure); ok && f.Details != nil && f.Details.URL == "" {
			f.Details.Chapter = in
		}
	}
	return &book.Book{Title: "T", Language: "en", Identifier: "urn:x", Parts: []*book.Part{{Chapters: []*book.Chapter{in}}}}
}

// TestAccess computes claims from what a book has.
func TestAccess(t *testing.T) {
	for _, tt := range accessCases(t) {
		t.Run(tt.name, func(t *testing.T) {
			p := &plan{book: tt.book(), opt: Options{Words: locale.For("en")}}
			got := claims(string(packageDocument(p)))
			for _, c := range strings.Fields(tt.want) {
				if !slices.Contains(got, c) {
					t.Errorf("no %s in %v", c, got)
				}
			}
			for _, c := range strings.Fields(tt.not) {
				if slices.Contains(got, c) {
					t.Errorf("%s in %v", c, got)
				}
			}
			for _, never := range []string{"conformsTo", "certifiedBy", "pageBreakSource", "pageNavigation", "pageBreakMarkers", "MathML"} {
				if strings.Contains(string(packageDocument(p)), never) {
					t.Errorf("claims %s", never)
				}
			}
		})
	}
}

// claims returns the accessibility metadata as "kind:value".
func claims(opf string) []string {
	kinds := map[string]string{"accessMode": "mode", "accessModeSufficient": "sufficient", "accessibilityFeature": "feature", "accessibilityHazard": "hazard"}
	var list []string
	for _, line := range strings.Split(opf, "\n") {
		rest, ok := strings.CutPrefix(line, `<meta property="schema:`)
		if !ok {
			continue
		}
		name, value, _ := strings.Cut(rest, `">`)
		if kind := kinds[name]; kind != "" {
			list = append(list, kind+":"+strings.TrimSuffix(value, "</meta>"))
		}
	}
	return list
}
