package docx

import (
	"fmt"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// left warns, once, of what the article has lost or has in another form.
func (d *document) left(what rule.Rule, hint, message string) {
	d.article.Tell(what, hint, message)
}

// clip returns words of the document for a message, in quotation marks.
func clip(s string) string {
	return fmt.Sprintf("%q", book.Clip(strings.Join(strings.Fields(s), " "), 60))
}

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
