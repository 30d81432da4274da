package pdf

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/internal/fuzzing"
	"octavo/book/typeset/document"
)

// FuzzDrawing audits the page that any SVG file gives: all names resolve,
// states are saved and restored, marked content is not nested.
func FuzzDrawing(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(string(svgPicture.Data))
	f.Add(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">` + strings.Repeat(`<g opacity=".9" clip-path="url(#c)">`, 40) +
		`<rect width="5" height="5" fill="red"/>` + strings.Repeat(`</g>`, 40) +
		`<clipPath id="c"><rect width="4" height="4"/></clipPath></svg>`)
	f.Add(`<svg xmlns="http://www.w3.org/2000/svg" width="3e4" height="0.001"><path d="M-1e9 1e9l1e-9 5zM0 0" stroke="#000" stroke-width="1e9" stroke-dasharray="0 0 0"/></svg>`)
	f.Add(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><linearGradient id="g" spreadMethod="repeat" x1="1" x2="1"><stop/></linearGradient>` +
		`<rect width="9" height="9" fill="url(#g)" stroke="url(#g)" transform="scale(0)"/><text>&#xe000;&#x301;</text></svg>`)
	f.Fuzz(func(t *testing.T, src string) {
		b := newBuilder()
		b.page = &document.Page{Width: pageWidth, Height: pageHeight, Label: "1"}
		b.doc.Pages = []*document.Page{b.page}
		fig := document.NewElement(b.doc.Root, "Figure")
		pic := &book.Picture{Path: "a.svg", Format: "svg", Width: 1, Height: 1, Data: []byte(src)}
		b.page.Items = []document.Item{&document.Graphic{W: 99 * unit.Point, H: 99 * unit.Point, Picture: pic, Elem: fig}}
		data, err := Encode(b.doc, Options{Compression: 1})
		if err != nil {
			return // no SVG
		}
		auditPDF(t, data)
	})
}
