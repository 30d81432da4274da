package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book/check/inspect"
)

func kdpIdeal(r *run, c *inspect.Item) {
	im := c.Image
	// A ratio of 1.6, within two per cent.
	if im.Width > 0 && (im.Width < 1600 || im.Height < 2560 || im.Height*1000 < im.Width*1568 || im.Height*1000 > im.Width*1632) {
		r.report(c.Path, inspect.Place{}, "the cover has %d × %d pixels; 1600 × 2560 is ideal", im.Width, im.Height)
	}
}

// contentsPage is the document that the landmarks or the guide call the
// contents, or nil.
func contentsPage(r *run) *inspect.Document {
	for _, pt := range slices.Concat(r.pub.Landmarks, r.pub.Guide) {
		if slices.Contains(pt.Types, "toc") {
			return r.pub.Document(pt.Target.Path)
		}
	}
	return nil
}

func kdpContents(r *run) {
	d := contentsPage(r)
	if d == nil {
		r.report(r.pub.Package, inspect.Place{}, "neither the landmarks nor the guide lead to a page of contents")
		return
	}
	links := 0
	for _, l := range d.Links {
		if l.Element == "a" && !strings.Contains(l.Value, "://") {
			links++
		}
	}
	if links == 0 {
		r.report(d.Path, inspect.Place{}, "the page of contents has no links")
	}
}

func kdpContentsTable(r *run) {
	if d := contentsPage(r); d != nil && len(d.Tables) > 0 {
		r.report(d.Path, d.Tables[0].At, "the page of contents is a table")
	}
}

func kdpSVG(r *run) {
	r.images(func(it *inspect.Item) {
		if it.Image.Format == "svg" {
			r.report(it.Path, inspect.Place{}, "the drawing had better be a JPEG or PNG: build the edition with profile kindle")
		}
	})
	r.documents(func(d *inspect.Document) {
		if at, ok := d.Elements["svg"]; ok && d.Root != "svg" {
			r.report(d.Path, at, "a drawing in SVG had better be a JPEG or PNG")
		}
	})
}

func kdpAlt(r *run) {
	r.documents(func(d *inspect.Document) {
		for _, im := range d.Images {
			if n := utf8.RuneCountInString(im.Alt); n >= 140 {
				r.report(d.Path, im.At, "the alternative text has %d letters", n)
			}
		}
	})
}

func kdpNested(r *run) {
	r.documents(func(d *inspect.Document) {
		if d.Nested != nil {
			r.report(d.Path, *d.Nested, "p stands within p")
		}
	})
}

// styles calls visit for each declaration of the style sheets, with the
// selectors of its rule.
func (r *run) styles(visit func(rule inspect.StyleRule, d inspect.Declaration)) {
	for _, rule := range r.pub.Styles {
		for _, d := range rule.Declarations {
			visit(rule, d)
		}
	}
}

// kdpMargin reports negative margins of rules that have no padding on that
// side.
func kdpMargin(r *run) {
	for _, rule := range r.pub.Styles {
		padded := slices.ContainsFunc(rule.Declarations, func(d inspect.Declaration) bool {
			return strings.HasPrefix(d.Property, "padding") && strings.Trim(d.Value, "0 ") != ""
		})
		for _, d := range rule.Declarations {
			if strings.HasPrefix(d.Property, "margin") && negative(d.Value) && !padded {
				r.report(rule.Sheet, inspect.Place{}, "%s has the negative %s: %s", strings.Join(rule.Selectors, ", "), d.Property, d.Value)
			}
		}
	}
}

func negative(value string) bool {
	return slices.ContainsFunc(strings.Fields(value), func(w string) bool {
		return len(w) > 1 && w[0] == '-' && (w[1] == '.' || w[1] >= '0' && w[1] <= '9')
	})
}

// body are the selectors of the text of a book as a whole.
var body = []string{"html", "body", "p", "*", "div"}

func kdpFont(r *run) {
	r.bodyStyles(func(d inspect.Declaration) bool {
		return d.Property == "font-family" && !slices.Contains(generic, d.Value) || d.Property == "font" && strings.Contains(d.Value, " ")
	})
}

// generic are the families that every reader fills with a face of its own.
var generic = []string{"serif", "sans-serif", "inherit", "initial"}

func kdpColour(r *run) {
	r.bodyStyles(func(d inspect.Declaration) bool {
		switch d.Property {
		case "color", "background", "background-color":
			return d.Value != "inherit" && d.Value != "transparent" && d.Value != "none"
		}
		return false
	})
}

// bodyStyles reports the declarations that are set on the body of the text,
// unless a later one for the same selector takes their place.
func (r *run) bodyStyles(bad func(inspect.Declaration) bool) {
	type key struct{ selector, property string }
	last := map[key]bool{}
	for _, rule := range slices.Backward(r.pub.Styles) {
		for _, d := range slices.Backward(rule.Declarations) {
			for _, s := range rule.Selectors {
				k := key{strings.ToLower(s), d.Property}
				if !slices.Contains(body, k.selector) || last[k] {
					continue
				}
				if last[k] = true; bad(d) {
					r.report(rule.Sheet, inspect.Place{}, "%s sets %s: %s", s, d.Property, d.Value)
				}
			}
		}
	}
}

func kdpMath(r *run) {
	r.documents(func(d *inspect.Document) {
		if at, ok := d.Elements["math"]; ok {
			r.report(d.Path, at, "a formula in MathML; a picture of it is surer")
		}
	})
}
