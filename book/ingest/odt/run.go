package odt

import (
	"fmt"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
	"octavo/book/source/markdown"
)

// runs reads what is in a paragraph.
type runs struct {
	*builder
	boxes  []book.Block // what hangs on the paragraph and stands beside its text
	inLink bool
}

// inlines returns the content of a paragraph or of an element in it.
func (r *runs) inlines(n *xmltree.Node, l look) []book.Inline {
	var out []book.Inline
	for _, k := range n.Kids {
		piece := r.piece(k, l)
		if k.Name == "s" && len(out) > 0 { // white before a line of verse is kept
			if _, ok := out[len(out)-1].(*book.LineBreak); ok {
				piece = draft.Text(strings.Repeat("\u00a0", min(number(k.Any("c"), 1)+1, maxSpaces)))
			}
		}
		if k.Name == "" && spaceEnd(out) && len(piece) > 0 {
			if t, ok := piece[0].(*book.Text); ok {
				t.Value = strings.TrimLeft(t.Value, " ")
			}
		}
		out = draft.Join(out, piece...)
	}
	return out
}

// spaceEnd reports whether a run ends with a space.
func spaceEnd(list []book.Inline) bool {
	if len(list) == 0 {
		return false
	}
	t, ok := list[len(list)-1].(*book.Text)
	return ok && strings.HasSuffix(t.Value, " ")
}

// collapse makes one space of white, as ODF reads it.
func collapse(s string) string {
	if !strings.ContainsAny(s, "\t\n\r") && !strings.Contains(s, "  ") {
		return s
	}
	var b strings.Builder
	space := false
	for _, c := range s {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(c)
	}
	return b.String()
}

// skipped are elements that have no text of the article in them.
var skipped = map[string]bool{
	"soft-page-break": true, "annotation-end": true, "change": true, "change-start": true, "change-end": true, "bookmark-end": true, "reference-mark-end": true,
	"toc-mark": true, "user-index-mark": true, "alphabetical-index-mark": true, "script": true, "forms": true, "variable-decls": true, "sequence-decls": true,
	"user-field-decls": true, "hidden-paragraph": true, "note-citation": true, "event-listeners": true,
}

// piece returns what one node of a paragraph is.
func (r *runs) piece(k *xmltree.Node, l look) []book.Inline {
	switch k.Name {
	case "":
		return r.text(collapse(k.Text), l)
	case "s", "tab":
		return r.text(" ", l)
	case "line-break":
		return []book.Inline{&book.LineBreak{}}
	case "span":
		return r.span(k, l)
	case "a":
		return r.link(k, l)
	case "bookmark", "bookmark-start", "reference-mark", "reference-mark-start":
		return r.place(k.Any("name"))
	case "bookmark-ref", "reference-ref":
		return r.reference(k, l)
	case "note-ref":
		return r.noteReference(k, l)
	case "note":
		return r.note(k)
	case "annotation":
		r.remark(k)
		return nil
	case "placeholder":
		r.left(rule.ImportRemark, "", fmt.Sprintf("a field that nobody filled in is left out: %q", line(k.Content())))
		return nil
	case "ruby":
		return r.ruby(k, l)
	case "hidden-text":
		if k.Any("is-hidden") == "true" {
			r.conceal(k.Any("string-value"))
			return nil
		}
		return r.text(k.Any("string-value"), l)
	case "frame", "custom-shape", "rect", "ellipse", "line", "connector", "polygon", "path", "g", "caption", "control":
		return r.shape(k)
	}
	if skipped[k.Name] {
		return nil
	}
	return r.field(k, l)
}

// text returns text in a look. Space stays outside of styles.
func (r *runs) text(s string, l look) []book.Inline {
	switch {
	case s == "":
		return nil
	case l.hidden:
		r.conceal(s)
		return nil
	case l.code && strings.TrimSpace(s) != "":
		return []book.Inline{&book.Code{Value: s}}
	}
	l.link = l.link || r.inLink
	styles := l.styles()
	if len(styles) == 0 {
		return draft.Text(s)
	}
	return draft.Under(s, styles)
}

// span reads a run under a style of its own. A run in another language says so.
func (r *runs) span(n *xmltree.Node, l look) []book.Inline {
	inner := r.ofSpan(l, n.Any("style-name"))
	if inner.code && !l.code { // all of it is one piece of code, with its spaces
		if s := verbatim(n); strings.TrimSpace(s) != "" && n.Find("note") == nil && n.Find("frame") == nil && n.Find("line-break") == nil {
			return []book.Inline{&book.Code{Value: s}}
		}
	}
	content := r.inlines(n, inner)
	if inner.lang == l.lang || l.lang == "" || inner.lang == "none" || inner.lang == "zxx" || inner.lang == "" || strings.TrimSpace(book.PlainText(content)) == "" {
		return content
	}
	return []book.Inline{&book.Span{Lang: inner.lang, Content: content}}
}

// link reads a link. One within the document leads to a place of the chapter.
func (r *runs) link(n *xmltree.Node, l look) []book.Inline {
	before := r.inLink
	r.inLink = true
	content := r.inlines(n, l)
	r.inLink = before
	url := n.Any("href")
	if name, ok := strings.CutPrefix(url, "#"); ok {
		if text, ok := strings.CutSuffix(name, "|outline"); ok {
			name = outlineText(text)
		}
		url = "#" + markdown.Slug(name)
	} else {
		url = strings.TrimPrefix(url, "../") // a path is one from within the zip
	}
	if url == "" || url == "#" || len(content) == 0 {
		return content
	}
	return []book.Inline{&book.Link{URL: url, Content: content}}
}

// place returns a place that a link names, nothing for any other.
func (r *runs) place(name string) []book.Inline {
	if !r.wanted[name] {
		return nil
	}
	delete(r.wanted, name) // an id stands once
	return []book.Inline{&book.Span{ID: markdown.Slug(name)}}
}

// note reads a footnote or an endnote, which stands where it is called.
func (r *runs) note(n *xmltree.Node) []book.Inline {
	a := r.article
	note := &book.Note{}
	for _, b := range r.document.blocks(orEmpty(n.Child("note-body"))) {
		note.Blocks = append(note.Blocks, b.Block)
	}
	if len(note.Blocks) == 0 {
		return nil
	}
	if label := n.Child("note-citation").Any("label"); label != "" {
		r.left(rule.ImportList, "look whether the text speaks of it", "a note that the author gave a sign of its own has a number here: "+line(label))
	}
	a.Notes = append(a.Notes, note)
	r.noted[n.Any("id")] = note
	note.Number = len(a.Notes)
	note.Label = strconv.Itoa(note.Number)
	return []book.Inline{&book.NoteRef{Note: note, Call: 1}}
}

func orEmpty(n *xmltree.Node) *xmltree.Node {
	if n == nil {
		return &xmltree.Node{}
	}
	return n
}

// ruby reads a text with its reading.
func (r *runs) ruby(n *xmltree.Node, l look) []book.Inline {
	base := r.inlines(orEmpty(n.Child("ruby-base")), l)
	above := strings.Join(strings.Fields(n.Child("ruby-text").Content()), " ")
	if above == "" || len(base) == 0 {
		return base
	}
	return []book.Inline{&book.Ruby{Content: base, Text: above}}
}
