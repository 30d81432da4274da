package layout

import (
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/typeset/document"
)

// kids says what may be directly in the elements that have rules (PDF 1.7, tables 333 to 337): a
// screen reader that meets something else in a list or table tells neither rows nor entries.
var kids = map[string]string{
	"L": "LI", "Ruby": "RB RT", "LI": "Lbl LBody", "Table": "Caption THead TBody TR", "THead": "TR", "TBody": "TR", "TR": "TH TD", "TOC": "TOC TOCI", "TOCI": "Lbl Reference P TOC",
}

// homes says where the elements may stand that are at home in some only.
var homes = map[string]string{
	"LI": "L", "RB": "Ruby", "RT": "Ruby", "LBody": "LI", "TR": "Table THead TBody", "THead": "Table", "TBody": "Table", "Title": "Sect", "TH": "TR", "TD": "TR", "TOCI": "TOC", "Part": "Document", "Sect": "Document Part Sect",
	"Lbl": "LI Note TOCI Reference Link Caption P", "Caption": "Figure Table Aside Sect Formula L",
}

// known are the other types that layout makes.
const known = "Document H1 H2 H3 H4 H5 H6 P Figure Table L Note Reference Link Span Formula Quote BlockQuote TOC Code BibEntry Div Ruby Aside Em Strong"

// checkStructure holds a document to what a screen reader and a reader of its bookmarks rely on.
func checkStructure(t testing.TB, doc *document.Document) {
	t.Helper()
	s := structure{T: t, doc: doc, seen: map[*document.Element]bool{}, ids: map[string]*document.Element{}}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			switch it := it.(type) {
			case *document.Text:
				s.element(it.Elem)
			case *document.Graphic:
				s.element(it.Elem)
			case *document.Mark:
				s.element(it.Elem)
			}
		}
		for _, l := range p.Links {
			s.link(p, l)
		}
	}
	s.bookmarks(doc.Outline)
	s.breaks(doc.Breaks)
	s.breaks(doc.Matter)
}

type structure struct {
	T    testing.TB
	doc  *document.Document
	seen map[*document.Element]bool
	ids  map[string]*document.Element
}

// element looks at an element and those around it, once.
func (s *structure) element(e *document.Element) {
	if e == nil || s.seen[e] {
		return
	}
	s.seen[e] = true
	if e.Parent == nil {
		if e != s.doc.Root || e.Type != "Document" || e.Lang == "" {
			s.T.Errorf("%s is not in the document", elementPath(e))
		}
		return
	}
	s.element(e.Parent)
	has := func(list, typ string) bool { return slices.Contains(strings.Fields(list), typ) }
	if list, strict := homes[e.Type]; strict && !has(list, e.Parent.Type) || !strict && !has(known, e.Type) {
		s.T.Errorf("%s stands where it may not", elementPath(e))
	}
	if list, strict := kids[e.Parent.Type]; strict && !has(list, e.Type) {
		s.T.Errorf("%s is in what cannot hold it", elementPath(e))
	}
	s.attributes(e)
}

// attributes looks at what an element of its type has to say.
func (s *structure) attributes(e *document.Element) {
	switch e.Type {
	case "L":
		if !slices.Contains([]string{"None", "Disc", "Decimal", "LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman"}, e.Numbering) {
			s.T.Errorf("%s has the numbering %q", elementPath(e), e.Numbering)
		}
	case "TH":
		if e.Scope != "Column" && e.Scope != "Row" {
			s.T.Errorf("%s has the scope %q", elementPath(e), e.Scope)
		}
	case "Figure", "Formula":
		if e.Alt == "" && e.Actual == "" {
			s.T.Errorf("%s says nothing to who cannot see it", elementPath(e))
		}
	case "Note":
		if e.ID == "" {
			s.T.Errorf("%s has no id", elementPath(e))
		}
	}
	if e.Scope != "" && e.Type != "TH" || e.Numbering != "" && e.Type != "L" || e.Cols < 0 || e.Rows < 0 {
		s.T.Errorf("%s has what is another's: %+v", elementPath(e), *e)
	}
	if e.ID != "" {
		if s.ids[e.ID] != nil {
			s.T.Errorf("%s has the id %q of another", elementPath(e), e.ID)
		}
		s.ids[e.ID] = e
	}
}

func (s *structure) link(p *document.Page, l document.LinkArea) {
	s.element(l.Elem)
	width, height := p.Width, p.Height
	if p.Turned {
		width, height = height, width
	}
	switch {
	case l.Elem == nil || l.Elem.Type != "Link" && l.Elem.Type != "Reference" && l.Elem.Type != "Note":
		s.T.Errorf("page %s: a link in %s", p.Label, elementPath(l.Elem))
	case l.Contents == "" || (l.URI == "") == (l.Dest == nil):
		s.T.Errorf("page %s: a link that leads to %q or %v says %q", p.Label, l.URI, l.Dest, l.Contents)
	case l.X < 0 || l.Y < 0 || l.W <= 0 || l.H <= 0 || l.X+l.W > width || l.Y+l.H > height:
		s.T.Errorf("page %s: the link %q is not on the page", p.Label, l.Contents)
	}
	s.dest(l.Contents, l.Dest)
}

// dest looks at where something leads; a link may be cut before its end is set.
func (s *structure) dest(from string, d *document.Dest) {
	if d == nil {
		return
	}
	if d.Page < 0 || d.Page >= len(s.doc.Pages) {
		s.T.Errorf("%q leads to page %d of %d", from, d.Page, len(s.doc.Pages))
	} else if p := s.doc.Pages[d.Page]; d.Y < 0 || d.Y > max(p.Width, p.Height) {
		s.T.Errorf("%q leads off page %s: %s", from, p.Label, at(d.Y))
	}
}

// bookmarks are in reading order, each with a title.
func (s *structure) bookmarks(list []*document.Bookmark) {
	last := 0
	for _, b := range list {
		if strings.TrimSpace(b.Title) == "" || b.Dest == nil {
			s.T.Errorf("the bookmark %q leads to %v", b.Title, b.Dest)
			continue
		}
		s.dest(b.Title, b.Dest)
		if b.Dest.Page < last {
			s.T.Errorf("the bookmark %q leads back to page %d", b.Title, b.Dest.Page)
		}
		last = b.Dest.Page
		s.bookmarks(b.Kids)
	}
}

// breaks are in the order of the pages, and have their labels.
func (s *structure) breaks(list []book.PageBreak) {
	last := -1
	for _, br := range list {
		if br.Page <= last || br.Page >= len(s.doc.Pages) {
			s.T.Errorf("a break at page %d, after page %d, of %d", br.Page, last, len(s.doc.Pages))
			return
		}
		if last = br.Page; br.Label != s.doc.Pages[br.Page].Label {
			s.T.Errorf("page %q breaks as %q", s.doc.Pages[br.Page].Label, br.Label)
		}
		if (br.Chapter == nil) == (br.Matter == "") {
			s.T.Errorf("page %s is of the chapter %v and the section %q", br.Label, br.Chapter, br.Matter)
		}
	}
}

// TestTags reads the types of the words of a book with a part: the part outranks its
// chapters, and what is stressed, set apart or the head of a table is told.
func TestTags(t *testing.T) {
	in := parse(t, "a.md", "---\ntitle: Mud\n---\n\nA *slow* and **deep** river.\n\n## Banks\n\n> [!NOTE]\n> Apart.\n\n| Head |\n|--|\n| Cell |\n")
	out := parse(t, "b.md", "---\ntitle: Sand\n---\n\n## Dunes\n\nText.\n")
	b := volume(out)
	b.Parts = append(b.Parts, &book.Part{Title: []book.Inline{&book.Text{Value: "Rivers"}}, ID: "rivers", Chapters: []*book.Chapter{in}})
	doc, _ := set(t, b, Options{})
	got := map[string]string{}
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if text, ok := it.(*document.Text); ok && text.Elem != nil {
				got[strings.TrimSpace(document.TextOf(text))] = elementPath(text.Elem)
			}
		}
	}
	for text, want := range map[string]string{
		"Rivers": "H1<Part<Document", "Mud": "H2<Sect<Part<", "Banks": "H3<Sect<Part<", "Sand": "H1<Sect<Document", "Dunes": "H2<Sect<Document",
		"slow": "Em<P<Sect<", "deep": "Strong<P<Sect<", "Apart.": "P<Aside<Sect<", "Head": "TH<TR<THead<Table<", "Cell": "TD<TR<TBody<Table<",
	} {
		if !strings.HasPrefix(got[text], want) {
			t.Errorf("%q is in %s, want %s", text, got[text], want)
		}
	}
}
