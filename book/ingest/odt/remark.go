package odt

import (
	"fmt"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// conceal tells of hidden words, which are not printed.
func (d *document) conceal(words string) {
	if words = line(words); words != "" {
		d.left(rule.ImportRemark, "show it in LibreOffice to have it in the chapter", fmt.Sprintf("hidden text is left out: %q", words))
	}
}

// line returns the first words of a text in one line.
func line(s string) string { return book.Clip(strings.Join(strings.Fields(s), " "), 80) }

// remark tells of a comment, with the words that it is on; a comment is not printed.
func (r *runs) remark(n *xmltree.Node) {
	if !r.quotes() {
		return
	}
	var words []string
	for _, k := range n.Kids {
		if k.Name == "p" || k.Name == "list" {
			words = append(words, strings.Fields(k.Content())...)
		}
	}
	who := strings.Join(strings.Fields(n.Child("creator").Content()), " ")
	if who != "" {
		who = " of " + book.Clip(who, 40)
	}
	on := subject(n)
	if on != "" {
		on = fmt.Sprintf(" on %q", line(on))
	}
	r.left(rule.ImportRemark, "", fmt.Sprintf("a comment%s%s is left out: %q", who, on, book.Clip(strings.Join(words, " "), 300)))
}

// quotes reports whether something more is told with the words around it, which costs a walk
// through its paragraph.
func (d *document) quotes() bool {
	d.quoted++
	return d.quoted <= draft.MaxTold
}

// subject returns the words that a comment is on: those of its paragraph up to the mark of
// its end, or the last ones before it where it has none.
func subject(n *xmltree.Node) string {
	p := n.Parent
	for p != nil && p.Name != "p" && p.Name != "h" {
		p = p.Parent
	}
	if p == nil {
		return ""
	}
	var before, within strings.Builder
	name, seen, ended := n.Any("name"), false, false
	var visit func(k *xmltree.Node)
	visit = func(k *xmltree.Node) {
		switch {
		case k == n:
			seen = true
		case k.Name == "annotation" || k.Name == "note":
		case k.Name == "annotation-end":
			ended = ended || seen && k.Any("name") == name
		case k.Name == "" && !seen:
			before.WriteString(k.Text)
		case k.Name == "" && !ended:
			within.WriteString(k.Text)
		case k.Name == "s" || k.Name == "tab" || k.Name == "line-break":
			before.WriteByte(' ')
			within.WriteByte(' ')
		}
		if k.Name != "annotation" && k.Name != "note" {
			for _, c := range k.Kids {
				visit(c)
			}
		}
	}
	visit(p)
	if name != "" && strings.TrimSpace(within.String()) != "" {
		return within.String()
	}
	last := strings.Fields(before.String())
	return strings.Join(last[max(0, len(last)-6):], " ")
}
