package web

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// figure appends the pictures of a figure, with its caption and credit.
func (r *reader) figure(e *el) {
	seen := map[string]*el{}
	for _, img := range e.all("img") { // e itself, when it is one
		src := r.prepare(img)
		if first := seen[src]; first != nil {
			img.Set("src", "") // an image without a src is no picture
			if alt := img.Get("alt"); alt != "" && first.Get("alt") == "" {
				first.Set("alt", alt) // the placeholder that stands before the picture has none
			}
			continue
		}
		seen[src] = img
	}
	credit := r.credit(e)
	if e.Name() != "figure" && e.Name() != "img" {
		if c := e.find(func(n *el) bool { return n != e && n.named(captionNames) }); c != nil && !e.holds("figcaption") {
			c.Rename("figcaption")
		}
		e.Rename("figure")
	}
	blocks, _ := rawhtml.Blocks([]rawhtml.Element{e.Element})
	for i, b := range blocks {
		if f, ok := b.(*book.Figure); ok && i == len(blocks)-1 {
			f.Credit = credit
			// The systems leave the text of pictures empty where nobody wrote
			// one; one with a caption has something to say.
			f.Decorative = f.Decorative && len(f.Caption) == 0 && len(credit) == 0
		}
		r.out = append(r.out, draft.Block{Block: b})
	}
}

// credit takes the credit out of a figure: the element that its class names.
func (r *reader) credit(e *el) []book.Inline {
	c := e.find(func(n *el) bool {
		return n != e && n.size > 0 && n.size < 200 && n.named(creditNames) && !n.holds("img")
	})
	if c == nil {
		return nil
	}
	line := rawhtml.Line(c.Element)
	c.leave()
	return line
}

// placeholders are parts of the names of pictures that stand for other pictures until
// the page is scrolled.
var placeholders = []string{"placeholder", "blank.", "spacer.", "1x1", "pixel.", "transparent.", "lazy", "loading."}

// prepareAll prepares the pictures in e, and e itself when it is a picture.
func (r *reader) prepareAll(e *el) {
	for _, img := range e.all("img") {
		r.prepare(img)
	}
}

// prepare finds the file of a picture, makes it the picture's src and returns it, "" when
// there is none. A page that was saved whole has the file in src; other pages may have it
// in another attribute, to load it later.
func (r *reader) prepare(img *el) string {
	if img.Get("width") == "1" || img.Get("height") == "1" {
		img.Set("src", "")
		return ""
	}
	src := img.Get("src")
	if isPlaceholder(src) {
		for _, attr := range []string{"data-src", "data-original", "data-lazy-src", "data-full-src", "data-srcset", "data-lazy-srcset", "srcset"} {
			if v := img.Get(attr); v != "" && !strings.HasPrefix(v, "data:") {
				src = firstOf(v)
				break
			}
		}
		switch {
		case !isPlaceholder(src):
		case len(src) < 500 || !strings.HasPrefix(src, "data:"): // a data address that is so short, by eye, is one grey pixel
			src = ""
		default:
			src = r.unpacked(src)
		}
	}
	img.Set("src", src)
	return src
}

// unpacked takes a picture out of its address, in which pages that are saved as
// one file have it, and returns a short address for it.
func (r *reader) unpacked(src string) string {
	if name, ok := r.unpacking[src]; ok {
		return name
	}
	data, why := draft.Embedded(src)
	if why != "" {
		return src
	}
	if r.unpacking == nil {
		r.unpacking, r.article.Pictures = map[string]string{}, map[string][]byte{}
	}
	name := "picture"
	if n := len(r.unpacking); n > 0 {
		name += "-" + strconv.Itoa(n+1)
	}
	r.unpacking[src], r.article.Pictures[name] = name, data
	return name
}

func isPlaceholder(src string) bool {
	if src == "" || strings.HasPrefix(src, "data:") {
		return true
	}
	base := strings.ToLower(src[strings.LastIndexByte(src, '/')+1:])
	for _, p := range placeholders {
		if strings.Contains(base, p) {
			return true
		}
	}
	return false
}

// firstOf returns the first address of a srcset, "" for one of white space.
func firstOf(set string) string {
	fields := strings.Fields(set)
	if len(fields) == 0 {
		return ""
	}
	return strings.TrimRight(fields[0], ",")
}
