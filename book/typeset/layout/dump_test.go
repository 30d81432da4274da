package layout

import (
	"fmt"
	"strings"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// dump prints the document as text, one item a line with its position in points
// and its place in the structure, for goldens.
func dump(doc *document.Document) string {
	var b strings.Builder
	for i, pg := range doc.Pages {
		fmt.Fprintf(&b, "page %d %q %s x %s", i, pg.Label, at(pg.Width), at(pg.Height))
		if pg.Turned {
			b.WriteString(" turned")
		}
		b.WriteByte('\n')
		for _, it := range pg.Items {
			dumpItem(&b, it)
		}
		for _, l := range pg.Links {
			dumpLink(&b, &l)
		}
	}
	for _, br := range doc.Breaks {
		dumpBreak(&b, &br)
	}
	dumpOutline(&b, doc.Outline, "")
	return b.String()
}

func at(l unit.Length) string { return l.Decimal(2) }

func dumpItem(b *strings.Builder, it document.Item) {
	switch it := it.(type) {
	case *document.Text:
		fmt.Fprintf(b, "  text %s,%s %s %s %q\n", at(it.X), at(it.Y), at(it.Size), elementPath(it.Elem), document.TextOf(it))
	case *document.Rule:
		fmt.Fprintf(b, "  rule %s,%s %s x %s\n", at(it.X), at(it.Y), at(it.W), at(it.H))
	case *document.Turn:
		fmt.Fprintf(b, "  turn %s,%s %s\n", at(it.X), at(it.Y), at(it.Size))
	case *document.Graphic:
		fmt.Fprintf(b, "  graphic %s,%s %s x %s %s %s\n", at(it.X), at(it.Y), at(it.W), at(it.H), elementPath(it.Elem), it.Picture.Path)
	case *document.Mark:
		fmt.Fprintf(b, "  mark %s\n", elementPath(it.Elem))
	}
}

// elementPath names an element and those that it is in, from the inside.
func elementPath(e *document.Element) string {
	if e == nil {
		return "-"
	}
	var names []string
	for ; e != nil; e = e.Parent {
		name := e.Type
		if e.Lang != "" && e.Parent != nil {
			name += "[" + e.Lang + "]"
		}
		names = append(names, name)
	}
	return strings.Join(names, "<")
}

func dumpLink(b *strings.Builder, l *document.LinkArea) {
	to := l.URI
	if l.Dest != nil {
		to = fmt.Sprintf("page %d %s", l.Dest.Page, at(l.Dest.Y))
	}
	fmt.Fprintf(b, "  link %s,%s %s x %s %q -> %s\n", at(l.X), at(l.Y), at(l.W), at(l.H), l.Contents, to)
}

func dumpBreak(b *strings.Builder, br *book.PageBreak) {
	where := ""
	if br.Block != nil {
		where = " " + strings.TrimPrefix(fmt.Sprintf("%T", br.Block), "*book.")
	}
	if br.Text != nil {
		off := min(max(br.Offset, 0), len(br.Text.Value))
		where += fmt.Sprintf(" %q", br.Text.Value[off:min(off+20, len(br.Text.Value))])
	}
	fmt.Fprintf(b, "break page %d %q%s\n", br.Page, br.Label, where)
}

func dumpOutline(b *strings.Builder, list []*document.Bookmark, indent string) {
	for _, m := range list {
		fmt.Fprintf(b, "bookmark %s%s -> page %d\n", indent, m.Title, m.Dest.Page)
		dumpOutline(b, m.Kids, indent+"  ")
	}
}
