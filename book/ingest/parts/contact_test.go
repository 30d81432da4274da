package parts

import (
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// TestContact reads lines at the end of a text that are for the newsroom, and such that
// are not.
func TestContact(t *testing.T) {
	for _, tt := range []struct {
		line string
		want bool
	}{
		{"Tel: +44 20 7946 0321", true},
		{"Ann Roe, mobile 07700 900 123", true},
		{"Kontakt z autorem: tel. 601 555 019", true},
		{"문의전화 02-555-0147", true},
		{"电话：021-5555 0147", true},
		{"+44 20 7946 0321", true},
		{"ann.roe@example.org | +44 20 7946 0321", true},
		{"+44 20 7946 0321 <ann.roe@example.org>", true},
		{"Ann Roe, 0171 555 0199", true},
		{"Founded 01/02/2003", false},
		{"Ann Roe, 1811-1934", false},
		{"Ann Roe (1811-1934)", false},
		{"+20 degrees in 2003, +30 in 2023", false},
		{"1811-1934", false},
		{"Telford, 1811-1934, page 12", false},
		{"Plan, 1811–1934, sheet 7", false},
		{"ISBN 978-3-16-148410-0", false},
		{"The telephone has had the number 55 50 14 since it was hung.", false},
		{"Tel. 12", false},
	} {
		r := &reader{tables: of(""), chapter: &book.Chapter{}}
		if got := r.contact(&item{Block: draft.Block{Block: &book.Paragraph{}}, text: tt.line, width: draft.Width(tt.line)}); got != tt.want {
			t.Errorf("%q: got %v", tt.line, got)
		}
	}
}
