package odt

import (
	"strconv"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
	"octavo/book/source/markdown"
)

// A field is what is told of one whose text is of the document and not of the article.
type field struct {
	rule          rule.Rule
	hint, message string
}

// fields are those that are told, by the names of their elements; of a note only a reference
// to one that is not there.
var fields = map[string]field{
	"page-number":       {rule.ImportContents, "write where it is, or take it out", "the number of a page of the document stands in the text"},
	"page-count":        {rule.ImportContents, "write what is meant, or take it out", "the number of pages of the document stands in the text"},
	"page-variable-get": {rule.ImportContents, "write where it is, or take it out", "the number of a page of the document stands in the text"},
	"date":              {rule.ImportRemark, "write the date that is meant", "a date that LibreOffice writes anew each day is the last one here"},
	"time":              {rule.ImportRemark, "write the time that is meant", "a time that LibreOffice writes anew is the last one here"},
	"file-name":         {rule.ImportRemark, "take it out", "the name of the file stands in the text"},
	"template-name":     {rule.ImportRemark, "take it out", "the name of the file stands in the text"},
	"note-ref":          {rule.ImportList, "look whether the note has this number in the book", "the number of a note stands in the text"},
	"database-display":  {rule.ImportRemark, "write what is meant, or take it out", "a field of a form letter stands in the text"},
}

// field reads a field, with the text that was made of it.
func (r *runs) field(n *xmltree.Node, l look) []book.Inline {
	content := r.inlines(n, l)
	if f, ok := fields[n.Name]; ok && n.Any("fixed") != "true" {
		r.tellField(f, n, content)
	}
	return content
}

// tellField tells of a field that shows some text, with the words before it.
func (r *runs) tellField(f field, n *xmltree.Node, content []book.Inline) {
	if len(content) > 0 && r.quotes() {
		r.left(f.rule, f.hint, f.message+": "+line(subject(n)+" "+book.PlainText(content)))
	}
}

// reference reads a cross-reference, which shows a text of its own.
func (r *runs) reference(n *xmltree.Node, l look) []book.Inline {
	content := r.inlines(n, l)
	if n.Any("reference-format") == "page" {
		r.tellField(fields["page-number"], n, content)
		return content
	}
	if id := markdown.Slug(n.Any("ref-name")); id != "" && len(content) > 0 && !r.inLink {
		return []book.Inline{&book.Link{URL: "#" + id, Content: content}}
	}
	return content
}

// noteReference reads a reference to a note that is called elsewhere: it calls the note once
// more, since notes of a chapter are counted anew.
func (r *runs) noteReference(n *xmltree.Node, l look) []book.Inline {
	if note := r.noted[n.Any("ref-name")]; note != nil && !r.inLink {
		return []book.Inline{&book.NoteRef{Note: note, Call: 2}}
	}
	content := r.inlines(n, l)
	r.tellField(fields["note-ref"], n, content)
	return content
}

// isConcealed reports whether a field in a paragraph hides all of it.
func isConcealed(n *xmltree.Node) bool {
	for _, k := range n.Kids {
		if k.Name == "hidden-paragraph" && k.Any("is-hidden") == "true" {
			return true
		}
	}
	return false
}

// index tells of a table of contents or an index, which is no text.
func (d *document) index(n *xmltree.Node) {
	var words []string
	n.Walk(func(k *xmltree.Node) {
		if k.Name == "p" || k.Name == "h" {
			words = append(words, k.Content())
		}
	})
	if len(words) > 0 {
		d.left(rule.ImportContents, "the book makes its own", "a table of contents, list of figures or index is left out: "+line(strings.Join(words, " ")))
	}
}

// linked tells of a section whose text is in another file.
func (d *document) linked(n *xmltree.Node) {
	if from := n.Child("section-source").Any("href"); from != "" && strings.TrimSpace(n.Content()) == "" {
		d.left(rule.ImportLeftOut, "import that file, too, or save the document with the text in it", "the text of a section is in another file: "+strconv.Quote(book.Clip(from, 100)))
	}
}

// edges are the elements of what stands at the edges of each page.
var edges = []string{"header", "header-first", "header-left", "footer", "footer-first", "footer-left"}

// margins tells of what stands in the heads and feet of pages; numbers of pages alone are
// no words.
func (d *document) margins(styles *xmltree.Node) {
	var words []string
	for _, page := range styles.Child("master-styles").All("master-page") {
		for _, name := range edges {
			text := strings.Join(strings.Fields(page.Child(name).Content()), " ")
			if strings.IndexFunc(text, unicode.IsLetter) >= 0 && len(words) < draft.MaxTold {
				words = append(words, text)
			}
		}
	}
	if len(words) > 0 {
		d.left(rule.ImportLeftOut, "write what readers need of it", "the heads and feet of the document's pages are left out: "+line(strings.Join(words, " … ")))
	}
}
