package store

import (
	"slices"
	"strconv"
	"strings"

	"octavo/book/check/inspect"
)

func appleVersion(r *run) {
	if !strings.HasPrefix(r.pub.Version, "3") {
		r.report(r.pub.Package, inspect.Place{}, "the book is EPUB %s", r.pub.Version)
	}
}

func applePages(r *run) {
	if len(r.pub.Pages) == 0 {
		r.report(r.pub.Package, inspect.Place{}, "the book has no list of pages")
	}
}

func appleFonts(r *run) {
	fonts := slices.ContainsFunc(r.pub.Items, isFont)
	if r.pub.SpecifiedFonts && !fonts {
		r.report(r.pub.Package, r.pub.PackageAt, "specified-fonts is set, and the book brings no font")
	}
}

func isFont(it *inspect.Item) bool {
	return strings.HasPrefix(it.MediaType, "font/") || strings.Contains(it.MediaType, "font")
}

// koboDocuments adds the pictures of a document to its own size.
func koboDocuments(r *run) {
	const most = 10_000_000
	sizes := map[string]int64{}
	for _, it := range r.pub.Items {
		sizes[it.Path] = it.Size
	}
	r.documents(func(d *inspect.Document) {
		sum, seen := sizes[d.Path], map[string]bool{}
		for _, im := range d.Images {
			if !seen[im.Src.Path] {
				sum += sizes[im.Src.Path]
				seen[im.Src.Path] = true
			}
		}
		if sum > most {
			r.report(d.Path, inspect.Place{}, "the document has %d bytes with its pictures, more than %d", sum, most)
		}
	})
}

func koboISBN(r *run) {
	if isbn(r.pub) == "" && len(digits(strings.TrimSuffix(r.pub.Name, ".epub"))) != 13 {
		r.report(r.pub.Package, r.pub.PackageAt, "neither an identifier nor the name of the file is an ISBN")
	}
}

// koboRatio takes covers that are 1.2 to 1.7 times as high as they are wide. Kobo asks for
// about 3:4, which is 1.33; the covers of paperbacks are slimmer. By eye.
func koboRatio(r *run, c *inspect.Item) {
	if im := c.Image; im.Width > 0 && (im.Height*10 < im.Width*12 || im.Height*10 > im.Width*17) {
		r.report(c.Path, inspect.Place{}, "the cover has %d × %d pixels, far from 3:4", im.Width, im.Height)
	}
}

func koboCover(r *run) {
	d := coverPage(r)
	if d == nil || r.pub.Cover == nil {
		return // rules of all stores say so
	}
	if !slices.ContainsFunc(d.Images, func(p inspect.Picture) bool { return p.Src.Path == r.pub.Cover.Path }) {
		r.report(d.Path, inspect.Place{}, "the page of the cover does not show the cover in an img")
	}
}

func koboFonts(r *run) {
	for _, it := range r.pub.Items {
		if isFont(it) && strings.Contains(it.MediaType, "woff2") {
			r.report(it.Path, inspect.Place{}, "the font is WOFF2")
		}
	}
}

// koboWidths reports pictures whose width is absolute.
func koboWidths(r *run) {
	r.styles(func(rule inspect.StyleRule, d inspect.Declaration) {
		if d.Property != "width" || !absolute(d.Value) {
			return
		}
		for _, s := range rule.Selectors {
			words := strings.Fields(strings.ToLower(s))
			if len(words) > 0 && (words[len(words)-1] == "img" || strings.HasPrefix(words[len(words)-1], "img.")) {
				r.report(rule.Sheet, inspect.Place{}, "%s has the width %s", s, d.Value)
			}
		}
	})
}

// absolute reports whether a length is in a unit of the page.
func absolute(value string) bool {
	return slices.ContainsFunc([]string{"px", "pt", "cm", "mm", "in", "pc"}, func(unit string) bool { return strings.HasSuffix(value, unit) })
}

func koboMargins(r *run) {
	r.styles(func(rule inspect.StyleRule, d inspect.Declaration) {
		if !strings.HasPrefix(d.Property, "margin") || !slices.ContainsFunc(rule.Selectors, func(s string) bool { return s == "body" || s == "html" || s == "@page" }) {
			return
		}
		for _, w := range strings.Fields(d.Value) {
			n, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSuffix(w, "em"), "r"), 64)
			if err == nil && strings.HasSuffix(w, "em") && n > 2 {
				r.report(rule.Sheet, inspect.Place{}, "the page has the margin %s", w)
			}
		}
	})
}

func koboTables(r *run) {
	r.documents(func(d *inspect.Document) {
		for _, t := range d.Tables {
			if t.Columns > 4 {
				r.report(d.Path, t.At, "the table has %d columns: try it out on a small screen", t.Columns)
			}
		}
	})
}

// koboNotes reports calls whose target does not say that it is a note.
func koboNotes(r *run) {
	r.documents(func(d *inspect.Document) {
		for _, l := range d.Links {
			if l.Element != "a" || !slices.Contains(l.Types, "noteref") || !strings.HasPrefix(l.Value, "#") {
				continue
			}
			if !slices.ContainsFunc(d.Notes, func(n inspect.Note) bool { return n.ID == l.Value[1:] }) {
				r.report(d.Path, l.At, "the note %s is no footnote or endnote", l.Value)
			}
		}
	})
}

func googleSVG(r *run) {
	r.images(func(it *inspect.Item) {
		if im := it.Image; im.Format == "svg" && max(im.Width, im.Height) > 3200 {
			r.report(it.Path, inspect.Place{}, "the drawing is %d × %d", im.Width, im.Height)
		}
	})
}

// googlePages counts the list of pages, or takes 1,500 letters for a page, with one page at
// least for a document. By eye: a page of a paperback has about as many.
func googlePages(r *run) {
	pages := len(inspect.Flatten(r.pub.Pages))
	if pages == 0 {
		r.documents(func(d *inspect.Document) { pages += 1 + len(d.Text)/1500 })
	}
	if pages < 4 {
		r.report("", inspect.Place{}, "the book has too few pages: %d", pages)
	}
}

// googleName looks at the name only when the book has an ISBN: Google gives
// others a key of its own.
func googleName(r *run) {
	if n := isbn(r.pub); n != "" && r.pub.Name != n+".epub" {
		r.report("", inspect.Place{}, "name the file %s.epub", n)
	}
}
