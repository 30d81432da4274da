package markdown

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/source/rawhtml"
)

// onlyHTML reports whether Markdown has no way to write t: cells that cover
// others or head their row, or a head of several rows.
func onlyHTML(t *book.Table) bool {
	if len(t.Head) > 1 {
		return true
	}
	special := func(c book.Cell) bool { return c.Cols > 1 || c.Rows > 1 || c.Covered || c.Header }
	return slices.ContainsFunc(slices.Concat(t.Head, t.Rows), func(row []book.Cell) bool { return slices.ContainsFunc(row, special) })
}

// htmlTable writes the rows of a table as HTML.
func (w *blockWriter) htmlTable(t *book.Table) {
	align := slices.Clone(t.Align)
	w.line("<table>")
	switch {
	case len(t.Head) > 0:
		w.htmlRows("thead", t.Head, align)
	case allHeads(t.Rows[0]): // a first row of heads would be taken for the table's head
		w.line("<thead></thead>")
	}
	if len(t.Rows) > 0 {
		w.htmlRows("tbody", t.Rows, align)
	}
	w.line("</table>")
}

func allHeads(row []book.Cell) bool {
	return !slices.ContainsFunc(row, func(c book.Cell) bool { return !c.Header && !c.Covered })
}

// htmlRows writes a part of a table. align holds the alignments that no cell has
// stated yet: the first cell of a column says how it is aligned.
func (w *blockWriter) htmlRows(part string, rows [][]book.Cell, align []book.Align) {
	w.line("<" + part + ">")
	for _, row := range rows {
		s := &htmlWriter{}
		s.put("<tr>")
		for i, c := range row {
			if c.Covered {
				continue
			}
			how := book.AlignNone
			if c.Cols <= 1 {
				how, align[i] = align[i], book.AlignNone
			}
			s.cell(c, part == "thead", how)
		}
		s.put("</tr>")
		w.line(s.b.String())
	}
	w.line("</" + part + ">")
}

// An htmlWriter writes inlines as the HTML that package rawhtml reads.
type htmlWriter struct{ b strings.Builder }

func (w *htmlWriter) put(list ...string) {
	for _, s := range list {
		w.b.WriteString(s)
	}
}

func (w *htmlWriter) cell(c book.Cell, head bool, align book.Align) {
	name := "td"
	switch {
	case head:
		name = "th"
		w.put(`<th scope="col"`)
	case c.Header:
		name = "th"
		w.put(`<th scope="row"`)
	default:
		w.put("<td")
	}
	if c.Cols > 1 {
		w.attribute("colspan", strconv.Itoa(c.Cols))
	}
	if c.Rows > 1 {
		w.attribute("rowspan", strconv.Itoa(c.Rows))
	}
	if align != book.AlignNone {
		w.attribute("align", [...]string{"", "left", "center", "right"}[align])
	}
	w.put(">")
	w.inlines(c.Content)
	w.put("</", name, ">")
}

// attribute writes an attribute, unless it is empty.
func (w *htmlWriter) attribute(name, value string) {
	if value != "" {
		w.put(" ", name, `="`, html.EscapeString(value), `"`)
	}
}

// escapes keep text from being markup, or the call of a footnote.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "[^", "&#91;^")

func (w *htmlWriter) inlines(list []book.Inline) {
	for _, in := range list {
		w.inline(in)
	}
}

func (w *htmlWriter) inline(in book.Inline) {
	switch in := in.(type) {
	case *book.Text:
		w.text(in.Value)
	case *book.Styled:
		if in.Style == book.SmallCaps {
			w.element("span", in.Content, "class", "smallcaps")
		} else {
			w.element(tags[in.Style], in.Content)
		}
	case *book.Code:
		w.put("<code>", escapes.Replace(in.Value), "</code>")
	case *book.Link:
		w.element("a", in.Content, "href", in.URL, "title", in.Title)
	case *book.InlineImage:
		w.put("<img")
		w.attribute("src", in.Image.Src)
		w.attribute("alt", in.Image.Alt)
		w.attribute(rawhtml.SourceAttribute, in.Image.Source)
		w.put(">")
	case *book.NoteRef:
		w.put("[^", in.Note.Label, "]")
	case *book.LineBreak:
		w.put("<br>")
	case *book.Span:
		w.span(in)
	case *book.Ruby:
		w.put("<ruby>")
		w.inlines(in.Content)
		w.put("<rt>", escapes.Replace(in.Text), "</rt></ruby>")
	case *book.Math: // no chapter has one here: HTML has no formulas
		w.text(in.Text)
	}
}

func (w *htmlWriter) text(s string) {
	s = escapes.Replace(s)
	if rest, ok := strings.CutSuffix(s, "["); ok { // what follows may begin with ^
		s = rest + "&#91;"
	}
	w.put(s)
}

// element writes an element with those of the attributes that are not empty,
// given as names and values.
func (w *htmlWriter) element(name string, content []book.Inline, attributes ...string) {
	w.put("<", name)
	for i := 0; i < len(attributes); i += 2 {
		w.attribute(attributes[i], attributes[i+1])
	}
	w.put(">")
	w.inlines(content)
	w.put("</", name, ">")
}

func (w *htmlWriter) span(s *book.Span) {
	switch {
	case s.Indexed:
		w.put("<span ", rawhtml.IndexAttribute, `="`, html.EscapeString(s.Entry), `">`)
		w.inlines(s.Content)
		w.put("</span>")
	case s.Title != "":
		w.element("abbr", s.Content, "id", s.ID, "lang", s.Lang, "dir", s.Dir.String(), "title", s.Title)
	case s.Time != "":
		w.element("time", s.Content, "id", s.ID, "lang", s.Lang, "dir", s.Dir.String(), "datetime", s.Time)
	case s.Override:
		w.element("bdo", s.Content, "id", s.ID, "lang", s.Lang, "dir", s.Dir.String())
	default:
		w.element("span", s.Content, "id", s.ID, "lang", s.Lang, "dir", s.Dir.String())
	}
}
