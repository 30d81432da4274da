package ebook

import (
	"html"
	"strings"

	"octavo/book/markup/xmltree"
)

// voids are the elements of HTML without an end tag.
var voids = map[string]bool{"area": true, "base": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true}

// markup returns what is in an element as HTML.
func markup(n *xmltree.Node) string {
	var b strings.Builder
	b.WriteString("<body>")
	for _, k := range n.Kids {
		write(&b, k)
	}
	b.WriteString("</body>")
	return b.String()
}

func write(b *strings.Builder, n *xmltree.Node) {
	if n.Name == "" {
		b.WriteString(html.EscapeString(n.Text))
		return
	}
	if n.Name == "script" || n.Name == "style" {
		return
	}
	b.WriteString("<" + n.Name)
	for _, a := range n.Attr {
		if a.Space == "xmlns" || a.Name == "xmlns" {
			continue
		}
		name := a.Name
		switch {
		case strings.HasSuffix(a.Space, "/namespace") || a.Space == "xml":
			name = "xml:" + a.Name
		case a.Space != "" && a.Name == "type":
			name = "epub:type"
		}
		b.WriteString(" " + name + `="` + html.EscapeString(a.Value) + `"`)
	}
	b.WriteByte('>')
	if voids[n.Name] {
		return
	}
	for _, k := range n.Kids {
		write(b, k)
	}
	b.WriteString("</" + n.Name + ">")
}
