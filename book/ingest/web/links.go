package web

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// setBase takes the page's own address for the base of its links.
func (p *page) setBase() {
	u, err := url.Parse(p.article.Source.URL)
	if err == nil && u.Host != "" {
		p.base = u
	}
}

// resolve makes the links of the article absolute. A link to a place in the page stays
// when the place is in the article; a link to another place in the page is text.
func (r *reader) resolve() {
	anchors := map[string]bool{}
	blocks := make([]book.Block, len(r.out))
	for i := range r.out {
		blocks[i] = r.out[i].Block
	}
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok && h.ID != "" {
			anchors["#"+h.ID] = true
		}
		return true
	})
	resolve := func(b book.Block) bool {
		r.resolveIn(b, anchors)
		return true
	}
	book.WalkBlocks(blocks, resolve)
	for _, n := range r.notes {
		book.WalkBlocks(n.Blocks, resolve)
	}
	r.uncalled()
}

func (r *reader) resolveIn(b book.Block, anchors map[string]bool) {
	fix := func(run []book.Inline) []book.Inline { return r.relinked(run, anchors) }
	switch b := b.(type) {
	case *book.Paragraph:
		b.Content = fix(b.Content)
	case *book.Heading:
		b.Content = fix(b.Content)
	case *book.Figure:
		b.Caption, b.Credit = fix(b.Caption), fix(b.Credit)
		if b.Link != nil {
			if b.Link.URL = r.absolute(b.Link.URL, anchors); b.Link.URL == "" || isPictureFile(b.Link.URL) {
				b.Link = nil
			}
		}
	case *book.Table:
		b.Caption = fix(b.Caption)
		for _, row := range slices.Concat(b.Head, b.Rows) {
			for i := range row {
				row[i].Content = fix(row[i].Content)
			}
		}
	case *book.DefinitionList:
		for _, d := range b.Items {
			for i := range d.Terms {
				d.Terms[i] = fix(d.Terms[i])
			}
		}
	}
}

// isPictureFile reports whether an address is that of a picture: a picture that is a link
// to one shows itself, in another size.
func isPictureFile(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".tif", ".tiff", ".bmp":
		return true
	}
	return false
}

func (r *reader) relinked(list []book.Inline, anchors map[string]bool) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		switch v := in.(type) {
		case *book.Link:
			if ref := r.noteRef(v); ref != nil {
				out = append(out, ref)
				continue
			}
			v.Content = r.relinked(v.Content, anchors)
			to := v.URL
			if v.URL = r.absolute(v.URL, anchors); v.URL == "" {
				r.nowhere(to, v.Content)
				out = append(out, v.Content...)
				continue
			}
		case *book.Styled:
			v.Content = r.relinked(v.Content, anchors)
			if v.Style == book.Superscript && len(v.Content) == 1 {
				if ref, ok := v.Content[0].(*book.NoteRef); ok {
					in = ref
				}
			}
		case *book.Span:
			v.Content = r.relinked(v.Content, anchors)
		case *book.Ruby:
			v.Content = r.relinked(v.Content, anchors)
		case *book.InlineImage:
			// A picture for a sign, such as an emoji, has the sign as its alternative.
			if isSign(v.Image) {
				in = &book.Text{Value: v.Image.Alt}
			}
		case *book.Text, *book.Code, *book.NoteRef, *book.LineBreak, *book.Math: // as they are
		}
		out = append(out, in)
	}
	return out
}

// nowhere tells of a link to a place of the page that the article has not. The first of
// them is told; a table of contents has many.
func (r *reader) nowhere(to string, content []book.Inline) {
	if !strings.HasPrefix(to, "#") || len(to) < 2 || r.astray {
		return
	}
	r.astray = true
	text := book.Clip(book.PlainText(content), 60)
	r.article.Warnings = append(r.article.Warnings, rule.ImportLinks.At(book.Pos{}, "link to a heading or a page", "a link leads to %s, which is not in the article; its words are kept: %q", book.Clip(to, 60), text))
}

// absolute returns an address in the page as it is outside of the page, "" for an address
// that leads nowhere there. Where the page does not say where it stood, an address that is
// relative to it stays.
func (r *reader) absolute(address string, anchors map[string]bool) string {
	if strings.HasPrefix(address, "#") {
		if anchors[address] {
			return address
		}
		return ""
	}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return ""
	case u.Host == "www.google.com" && u.Path == "/url" && strings.HasPrefix(u.Query().Get("q"), "http"):
		return u.Query().Get("q") // as Google Docs exports links
	case u.Scheme != "":
		return address
	case r.base == nil:
		return address // to another page of the run, perhaps
	}
	return r.base.ResolveReference(u).String()
}
