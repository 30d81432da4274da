package docx

import (
	"fmt"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/xmltree"
)

// comments tells each comment of the document, with its author and the words that it is
// on; a comment is never printed. root is the text.
func (d *document) comments(root *xmltree.Node) {
	list, err := d.xml(d.of(d.rels, "comments", "word/comments.xml"))
	if err != nil || list == nil {
		return
	}
	d.clean(list)
	f := &finder{open: map[string]*strings.Builder{}, on: map[string]string{}}
	f.walk(root)
	for _, c := range list.All("comment") {
		var words []string
		for _, p := range c.All("p") {
			if s := textOf(p); s != "" {
				words = append(words, s)
			}
		}
		who := strings.TrimSpace(c.Any("author"))
		message := "a comment"
		if who != "" {
			message += " of " + book.Clip(who, 40)
		}
		if on := f.on[c.Any("id")]; on != "" {
			message += " on " + clip(on)
		}
		d.left(rule.ImportRemark, "", fmt.Sprintf("%s is left out: %q", message, book.Clip(strings.Join(words, " "), maxComment)))
	}
}

// maxComment is how much of a comment is told, in characters: some lines.
const maxComment = 300

// A finder finds the words that comments are on: those between the two marks of a
// comment, otherwise those before its call.
type finder struct {
	open map[string]*strings.Builder
	on   map[string]string
	last string // the last words of the paragraph at hand
}

func (f *finder) walk(n *xmltree.Node) {
	for _, k := range n.Kids {
		id := k.Any("id")
		switch k.Name {
		case "commentRangeStart":
			if len(f.open) < maxOpen {
				f.open[id] = &strings.Builder{}
			}
		case "commentRangeEnd":
			if s := f.open[id]; s != nil {
				f.on[id] = s.String()
				delete(f.open, id)
			}
		case "commentReference":
			if f.on[id] == "" {
				f.on[id] = lastWords(f.last)
			}
		case "p":
			f.say(" ")
			f.last = ""
		case "t", "delText":
			f.say(k.Content())
		case "tab", "br":
			f.say(" ")
		}
		f.walk(k)
	}
}

// maxOpen bounds the comments whose words are collected at the same time, and maxOn the
// words of each, in bytes: what is told of them is shorter.
const (
	maxOpen = 50
	maxOn   = 300
)

func (f *finder) say(s string) {
	for _, o := range f.open {
		if o.Len() < maxOn {
			o.WriteString(s)
		}
	}
	if f.last += s; len(f.last) > 2*maxOn {
		f.last = strings.ToValidUTF8(f.last[len(f.last)-maxOn:], "")
	}
}

// lastWords returns the last words of s.
func lastWords(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[max(0, len(words)-6):], " ")
}

// textOf returns the text of a paragraph in one line.
func textOf(p *xmltree.Node) string {
	var s strings.Builder
	p.Walk(func(n *xmltree.Node) {
		switch n.Name {
		case "t":
			s.WriteString(n.Content())
		case "tab", "br", "cr":
			s.WriteByte(' ')
		}
	})
	return strings.Join(strings.Fields(s.String()), " ")
}
