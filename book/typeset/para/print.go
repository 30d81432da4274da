package para

import (
	"strings"

	"octavo/book/typeset/theme"
)

// addressed are the styles of text in which print shows where a link leads.
var addressed = []theme.StyleName{
	theme.Paragraph, theme.Quote, theme.List, theme.Definition, theme.Footnote, theme.EditorsNote, theme.Bio, theme.Caption, theme.Table,
}

// webAddress returns how a printed page says where a link leads, "" when it
// need not: for a link within the book, and one whose words are the address.
// In brackets after the words it stands where it is wanted, and the notes have
// the same numbers as in every other edition.
func webAddress(uri, words string) string {
	bare := func(s string) string {
		s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
		return strings.TrimSuffix(strings.TrimPrefix(s, "mailto:"), "/")
	}
	address := bare(uri)
	if address == "" || strings.EqualFold(strings.TrimPrefix(address, "www."), strings.TrimPrefix(bare(strings.TrimSpace(words)), "www.")) {
		return ""
	}
	return address
}
