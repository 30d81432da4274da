package ebook

import (
	"path"
	"strings"

	"octavo/book/markup/xmltree"
)

// joinSplit joins documents that programs have cut for their size (Calibre's
// chapter_split_001.xhtml) with the one before: those that the contents do not name and that
// do not begin with a heading of its rank, in the same folder, behind a document with text.
// Without contents the names of the files have to say so.
func (b *ebook) joinSplit() {
	var out []*document
	for _, d := range b.spine {
		if n := len(out); n > 0 && b.goesOn(out[n-1], d) {
			b.join(out[n-1], d)
			continue
		}
		out = append(out, d)
	}
	b.spine = out
}

// goesOn reports whether the text of a document goes on in the next one of the spine.
func (b *ebook) goesOn(before, d *document) bool {
	body := d.root.Child("body")
	if body == nil || d.page != nil || before.page != nil || before.root.Child("body") == nil || path.Dir(before.path) != path.Dir(d.path) {
		return false
	}
	if isSection(body) && len(before.root.Child("body").Content()) > few {
		return true
	}
	sameCut := cutFrom(d.path) != "" && cutFrom(d.path) == cutFrom(before.path)
	if b.contents[d.path] || !b.contents[before.path] && len(before.more) == 0 && (len(b.contents) > 0 || !sameCut) || d.isPiece() {
		return false
	}
	lines := leavesOf(body, 1)
	if len(lines) == 0 {
		return pictured(body)
	}
	own := rank(lines[0])
	const section = 4 // a heading that nobody begins a chapter with
	return own == 0 || own >= section
}

// isSection reports whether a document is a section of a chapter that pandoc has cut at a
// lower rank of headings.
func isSection(body *xmltree.Node) bool {
	n := orEmpty(body.Only())
	for _, class := range strings.Fields(n.Any("class")) {
		if n.Name == "section" && len(class) == len("level2") && strings.HasPrefix(class, "level") && class > "level1" && class <= "level6" {
			return true
		}
	}
	return false
}

// rank returns the level of the heading that a line is or stands in, 0 for none.
func rank(n *xmltree.Node) int {
	for ; n != nil; n = n.Parent {
		if l := level(n); l > 0 {
			return l
		}
	}
	return 0
}

// pieces are the types of documents that stand by themselves.
var pieces = map[string]bool{"chapter": true, "part": true, "preface": true, "introduction": true, "prologue": true, "epilogue": true, "conclusion": true, "appendix": true,
	"endnotes": true, "rearnotes": true, "footnotes": true, "bibliography": true, "glossary": true}

// isPiece reports whether a document says that it is a piece of the book by itself.
func (d *document) isPiece() bool {
	n := d.root.Child("body")
	for range maxNested {
		for _, t := range strings.Fields(typeOf(orEmpty(n)) + " " + strings.TrimPrefix(orEmpty(n).Any("role"), "doc-")) {
			if pieces[t] {
				return true
			}
		}
		n = n.Only()
	}
	return false
}

// cutFrom returns the document that Calibre cut a part from, by its name, "" for a whole one.
func cutFrom(name string) string {
	if i := strings.LastIndex(name, "_split_"); i >= 0 {
		return name[:i]
	}
	return ""
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
	b.documents[d.path] = []*document{to}
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
