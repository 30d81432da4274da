package docx

import (
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// left warns, once, of what the article has lost or has in another form.
func (d *document) left(what rule.Rule, hint, message string) {
	d.article.Tell(what, hint, message)
}

// clip returns words of the document for a message, in quotation marks.
func clip(s string) string {
	return fmt.Sprintf("%q", book.Clip(strings.Join(strings.Fields(s), " "), 60))
}

// leastHead is how long the letters of a head or foot of a page are that is told, in bytes, so
// that the few signs of a Chinese name count as words do: more than "第3页，共9页".
const leastHead = 13

// heads tells what stands at the head and the foot of the document's pages, and is no text.
func (d *document) heads() {
	var names []string
	for _, r := range d.rels {
		if (r.kind == "header" || r.kind == "footer") && !r.external {
			names = append(names, r.target)
		}
	}
	slices.Sort(names)
	var words []string
	for _, name := range names[:min(len(names), maxHeads)] {
		n, err := d.xml(name)
		if err != nil || n == nil {
			continue
		}
		d.clean(n)
		for _, p := range n.All("p") {
			if s := textOf(p); len(words) < maxMarked && len(draft.Letters(s)) >= leastHead && !slices.Contains(words, s) {
				words = append(words, s)
			}
		}
	}
	if len(words) > 0 {
		d.left(rule.ImportLeftOut, "write what readers need of it", "the heads and feet of the document's pages are left out: "+clip(strings.Join(words, " … ")))
	}
}

// maxHeads bounds how many parts of heads and feet are read: a document has six for each of
// its sections.
const maxHeads = 60

// told warns of what was taken in another form, or not at all.
func (d *document) told() {
	if d.changed {
		d.left(rule.ImportChanges, "accept or reject them in Word to be sure", "tracked changes are taken as accepted")
	}
	if d.empty > 0 {
		d.left(rule.ImportRemark, "", fmt.Sprintf("fields that nobody filled in are left out: %d", d.empty))
	}
	if len(d.listed) > 0 {
		d.left(rule.ImportContents, "the book makes its own", "a table of contents, list of figures or index is left out: "+clip(strings.Join(d.listed, " ")))
	}
	if len(d.highlighted) > 0 {
		d.left(rule.ImportRemark, "", "the colour of a highlighter is left out, at "+clip(strings.Join(d.highlighted, " … ")))
	}
	for _, s := range d.hidden {
		d.left(rule.ImportRemark, "show it in Word if it belongs to the text", "hidden text is left out: "+clip(s))
	}
}
