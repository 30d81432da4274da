package ebook

import (
	"path"
	"strings"

	"octavo/book/markup/xmltree"
)

// joinSplit joins documents that programs have cut for their size (Calibre's
// chapter_split_001.xhtml) with the one before: those that the contents do not name and that
// have no heading, in the same folder, behind a document with text. Without contents there is
// no telling.
func (b *ebook) joinSplit() {
	if len(b.contents) == 0 {
		return
	}
	var kept []*document
	for _, d := range b.spine {
		if n := len(kept); n > 0 && b.goesOn(kept[n-1], d) {
			b.join(kept[n-1], d)
			continue
		}
		kept = append(kept, d)
	}
	b.spine = kept
	for _, d := range kept {
		d.within()
	}
}

// goesOn reports whether the text of a document goes on in the next one of the spine.
func (b *ebook) goesOn(before, d *document) bool {
	body := d.root.Child("body")
	if body == nil || d.apart || b.contents[d.path] || before.apart || before.root.Child("body") == nil || path.Dir(before.path) != path.Dir(d.path) {
		return false
	}
	if !b.contents[before.path] && len(before.more) == 0 {
		return false
	}
	headed := false
	body.Walk(func(k *xmltree.Node) {
		headed = headed || k.Name == "h1" || k.Name == "h2" || k.Name == "h3"
	})
	return !headed
}

// join appends the text of a document to the one before it, whose places then are those of both.
func (b *ebook) join(to, d *document) {
	body := to.root.Child("body")
	for _, k := range d.root.Child("body").Kids {
		k.Parent = body
		body.Kids = append(body.Kids, k)
	}
	for id, n := range d.ids {
		if to.ids[id] == nil {
			to.ids[id] = n
		}
	}
	to.more = append(to.more, d.path)
	b.documents[d.path] = to
}

// within leads the links from one part of a document to another to places in it.
func (d *document) within() {
	if len(d.more) == 0 {
		return
	}
	own := map[string]bool{d.path: true}
	for _, name := range d.more {
		own[name] = true
	}
	d.root.Child("body").Walk(func(a *xmltree.Node) {
		name, id, ok := strings.Cut(a.Any("href"), "#")
		if a.Name == "a" && ok && name != "" && d.ids[id] != nil && !strings.Contains(name, ":") && own[join(d.path, name)] {
			set(a, "href", "#"+id)
		}
	})
}

// named returns the documents that the contents of the book name: its navigation document
// (EPUB 3), and the NCX of the given id (EPUB 2).
func (b *ebook) named(opf, ncx string, items map[string]*xmltree.Node) map[string]bool {
	out := map[string]bool{}
	for id, it := range items {
		nav := strings.Contains(" "+it.Any("properties")+" ", " nav ")
		if !nav && (id != ncx || id == "") {
			continue
		}
		name := join(opf, it.Any("href"))
		root, err := b.pack.XML(name)
		if err != nil || root == nil {
			continue
		}
		list := root
		if !nav {
			list = orEmpty(root.Find("navMap"))
		}
		list.Walk(func(k *xmltree.Node) {
			switch {
			case nav && k.Name == "a" && !inPages(k):
				out[join(name, k.Any("href"))] = true
			case !nav && k.Name == "content":
				out[join(name, k.Any("src"))] = true
			}
		})
	}
	return out
}

// inPages reports whether a link is of a list of pages or of landmarks, which name any document.
func inPages(n *xmltree.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Name == "nav" {
			return strings.Contains(typeOf(n), "page-list") || strings.Contains(typeOf(n), "landmarks")
		}
	}
	return false
}

func orEmpty(n *xmltree.Node) *xmltree.Node {
	if n == nil {
		return &xmltree.Node{}
	}
	return n
}

// coverOf returns the path of the picture that the package calls the cover (EPUB 3 by a
// property, EPUB 2 by a meta element), "" for none.
func coverOf(opf string, root *xmltree.Node, items map[string]*xmltree.Node) string {
	for _, it := range root.Child("manifest").All("item") {
		if strings.Contains(" "+it.Any("properties")+" ", " cover-image ") {
			return join(opf, it.Any("href"))
		}
	}
	for _, m := range root.Child("metadata").All("meta") {
		if it := items[m.Any("content")]; m.Any("name") == "cover" && it != nil {
			return join(opf, it.Any("href"))
		}
	}
	return ""
}

// isCover reports whether a document shows the cover, and has no text.
func (b *ebook) isCover(d *document) bool {
	body := d.root.Child("body")
	if b.cover == "" || body == nil || strings.TrimSpace(body.Content()) != "" {
		return false
	}
	shown, others := false, false
	body.Walk(func(k *xmltree.Node) {
		src := ""
		switch k.Name {
		case "img":
			src = k.Any("src")
		case "image":
			src = k.Any("href")
		default:
			return
		}
		shown, others = shown || join(d.path, src) == b.cover, others || join(d.path, src) != b.cover
	})
	return shown && !others
}
