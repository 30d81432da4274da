package rawhtml

import (
	"strings"

	"octavo/book"
)

// blockClass returns the class that an element states, the first that is known, and
// whether all words of its class attribute are known.
func blockClass(t Tag) (class book.Class, kind book.Kind, all bool) {
	words := strings.Fields(t.Get("class"))
	all = len(words) > 0
	for _, w := range words {
		c, k, ok := book.ClassNamed(w)
		all = all && ok
		if class == book.Plain || class == book.Box && c != book.Plain {
			class, kind = c, k
		}
	}
	return class, kind, all
}

// Classed is [Contain] for HTML that an author wrote: its class may be one of the
// model's, and it may begin a page. The classes of a page of the web are for its own
// style sheet.
func Classed(t Tag, blocks []book.Block, pos book.Pos) []book.Block {
	return paged(t, classed(t, blocks, pos), pos)
}

func classed(t Tag, blocks []book.Block, pos book.Pos) []book.Block {
	list := Contain(t, blocks, pos)
	class, kind, _ := blockClass(t)
	if class == book.Plain || len(list) == 0 {
		return list
	}
	d, ok := list[0].(*book.Division)
	if !ok || len(list) > 1 || d.Class != book.Plain || d.Pos != pos {
		d = &book.Division{Blocks: list, Pos: pos}
	}
	d.Class, d.Kind = class, kind
	if q, ok := d.Blocks[0].(*book.Quote); ok && t.Name == "blockquote" && len(d.Blocks) == 1 {
		d.Blocks = q.Blocks // the class says what kind of quotation it is
	}
	return []book.Block{d}
}

// verse returns a <pre> of class verse, as WordPress writes poems: its lines are lines,
// blank ones part stanzas, and spaces before a line are its indent.
func (b *builder) verse(n *node, pos book.Pos) []book.Block {
	start := true
	nodes := verseLines(n.children, &start)
	verse := &book.Division{Class: book.Verse, Pos: pos}
	from, breaks := 0, 0
	flush := func(to int) {
		if from < to {
			verse.Blocks = append(verse.Blocks, b.paragraph(nodes[from:to])...)
		}
		from = to
	}
	for i, c := range nodes {
		if c.Name != "br" {
			breaks = 0
		} else if breaks++; breaks == 2 {
			flush(i)
		}
	}
	flush(len(nodes))
	if len(verse.Blocks) == 0 {
		return nil
	}
	return []book.Block{verse}
}

// verseLines returns nodes with a <br> for each line end, and no-break spaces for the
// spaces that a line begins with. start says, and is set to, whether a line begins.
func verseLines(nodes []*node, start *bool) []*node {
	var out []*node
	for _, c := range nodes {
		if c.Name != "" {
			inner := *c
			inner.children = verseLines(c.children, start)
			*start = c.Name == "br"
			out = append(out, &inner)
			continue
		}
		for i, line := range strings.Split(strings.ReplaceAll(c.text, "\r", ""), "\n") {
			if i > 0 {
				out = append(out, &node{Tag: Tag{Name: "br", Empty: true}, at: c.at})
				*start = true
			}
			words := strings.TrimLeft(line, " \t")
			if words == "" && *start {
				continue
			}
			if *start {
				tabs := strings.Count(line[:len(line)-len(words)], "\t")
				line = strings.Repeat("\u00a0", min(len(line)-len(words)+3*tabs, maxIndent)) + words
			}
			out = append(out, &node{text: line, at: c.at})
			*start = false
		}
	}
	return out
}

// maxIndent is the most spaces that a line of verse begins with: more are beyond the
// edge of a page, by eye.
const maxIndent = 40
