package ebook

import (
	"strings"

	"octavo/book/markup/xmltree"
)

// An entry is a line of the contents of a book: a title, and the place that it leads to.
type entry struct {
	title    string
	path, id string // id is "" for a whole document
	depth    int
}

// Bounds on the contents, generous: a book of laws has some thousand lines in six ranks.
const (
	maxEntries = 20_000
	maxDepth   = 20
)

// readContents reads the navigation document (EPUB 3) and the NCX of the given id (EPUB 2),
// which serves where the former has no contents.
func (b *ebook) readContents(opf, ncx string, items map[string]*xmltree.Node) {
	var nav, points []entry
	for id, it := range items {
		isNav := strings.Contains(" "+it.Any("properties")+" ", " nav ")
		if !isNav && (id != ncx || id == "") {
			continue
		}
		c := &contents{path: join(opf, it.Any("href"))}
		root, err := b.pack.XML(c.path)
		if err != nil || root == nil {
			continue
		}
		if isNav {
			c.navs(root, b.stated)
			nav = c.list
		} else {
			c.points(orEmpty(root.Find("navMap")), 0)
			points = c.list
		}
	}
	b.entries = nav
	if len(nav) == 0 {
		b.entries = points
	}
	for _, e := range append(nav, points...) {
		b.contents[e.path] = true
	}
}

// contents reads the lines of one document.
type contents struct {
	path string
	list []entry
}

func (c *contents) add(title, href string, depth int) {
	if href == "" || len(c.list) >= maxEntries {
		return
	}
	_, id, _ := strings.Cut(href, "#")
	c.list = append(c.list, entry{title: oneLine(title), path: join(c.path, href), id: id, depth: depth})
}

// points reads the points of an NCX.
func (c *contents) points(n *xmltree.Node, depth int) {
	for _, p := range n.All("navPoint") {
		c.add(p.Child("navLabel").Content(), p.Child("content").Any("src"), depth)
		if depth < maxDepth {
			c.points(p, depth+1)
		}
	}
}

// navs reads the lists of a navigation document: the landmarks say what documents are, and
// a list of pages may lead anywhere.
func (c *contents) navs(n *xmltree.Node, stated map[string]*page) {
	if n.Name != "nav" {
		for _, k := range n.Kids {
			c.navs(k, stated)
		}
		return
	}
	switch t := typeOf(n); {
	case strings.Contains(t, "landmarks"):
		n.Walk(func(a *xmltree.Node) {
			if p := types[typeOf(a)]; a.Name == "a" && p != nil && !strings.Contains(a.Any("href"), "#") {
				stated[join(c.path, a.Any("href"))] = p
			}
		})
	case strings.Contains(t, "page-list"):
	default:
		c.lines(n, 0)
	}
}

// lines reads the entries of a list and of those within it.
func (c *contents) lines(n *xmltree.Node, depth int) {
	for _, k := range n.Kids {
		switch {
		case k.Name == "a":
			c.add(k.Content(), k.Any("href"), depth)
		case (k.Name == "ol" || k.Name == "ul") && n.Name == "li" && depth < maxDepth:
			c.lines(k, depth+1)
		default:
			c.lines(k, depth)
		}
	}
}

func orEmpty(n *xmltree.Node) *xmltree.Node {
	if n == nil {
		return &xmltree.Node{}
	}
	return n
}

// oneLine returns a text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
