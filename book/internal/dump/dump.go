// Package dump prints the model of a book as an indented tree, for tests.
//
// In: a book, chapter or blocks. Out: text, one line for each block, with its
// inlines on it:
//
//	heading 2 #tides @7:1 "The "em("tides")
//
// Invariant: two models print the same text only when they are the same,
// positions of inlines and the bytes of pictures apart.
package dump

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"octavo/book"
)

// A Printer prints models.
type Printer struct {
	// Places says to print the line and column of blocks.
	Places bool
	// InlinePlaces says to print those of texts, links, code and calls too.
	InlinePlaces bool

	b      strings.Builder
	indent int
}

// Chapter prints c with the places of its blocks.
func Chapter(c *book.Chapter) string {
	p := Printer{Places: true}
	p.Chapter(c)
	return p.String()
}

// Inlines prints inlines on one line.
func Inlines(list []book.Inline) string {
	var p Printer
	return p.inlines(list)
}

// Book prints b with all its chapters.
func Book(b *book.Book) string {
	p := Printer{Places: true}
	p.Book(b)
	return p.String()
}

// String returns what was printed.
func (p *Printer) String() string { return p.b.String() }

func (p *Printer) line(format string, args ...any) {
	p.b.WriteString(strings.Repeat("  ", p.indent))
	fmt.Fprintf(&p.b, format, args...)
	p.b.WriteByte('\n')
}

// in prints what f prints one step further in.
func (p *Printer) in(f func()) {
	p.indent++
	f()
	p.indent--
}

func (p *Printer) at(pos book.Pos) string {
	if !p.Places {
		return ""
	}
	return fmt.Sprintf(" @%d:%d", pos.Line, pos.Col)
}

func (p *Printer) inlineAt(pos book.Pos) string {
	if !p.InlinePlaces {
		return ""
	}
	return fmt.Sprintf("@%d:%d", pos.Line, pos.Col)
}

// field prints a named string unless it is empty.
func (p *Printer) field(name, value string) {
	if value != "" {
		p.line("%s %q", name, value)
	}
}

func (p *Printer) text(name string, list []book.Inline) {
	if len(list) > 0 {
		p.line("%s %s", name, p.inlines(list))
	}
}

// Chapter prints c.
func (p *Printer) Chapter(c *book.Chapter) {
	p.line("chapter %q %s%s", c.ID, c.File, p.at(c.Pos))
	p.in(func() {
		p.field("lang", c.Lang)
		p.text("kicker", c.Kicker)
		p.text("title", c.Title)
		p.field("anchor", c.Anchor)
		p.field("short", c.Short)
		p.text("subtitle", c.Subtitle)
		p.field("date", c.Date.String())
		p.field("updated", c.Updated.String())
		p.field("publish", c.Publish.String())
		if c.Draft {
			p.line("draft")
		}
		if c.Source.Name != "" || c.Source.URL != "" {
			p.line("source %q %q", c.Source.Name, c.Source.URL)
		}
		for _, a := range c.Authors {
			p.Person("author", a)
		}
		for _, a := range c.Contributors {
			p.Person("contributor", a)
		}
		if len(c.EditorsNote) > 0 {
			p.line("editors-note")
			p.in(func() { p.Blocks(c.EditorsNote) })
		}
		if c.Image != nil {
			p.line("lead")
			p.in(func() { p.Block(c.Image) })
		}
		if len(c.Body) > 0 {
			p.line("body")
			p.in(func() { p.Blocks(c.Body) })
		}
		p.notes(c.Notes)
	})
}

func (p *Printer) notes(list []*book.Note) {
	for _, n := range list {
		p.line("note %d %q%s", n.Number, n.Label, p.at(n.Pos))
		p.in(func() { p.Blocks(n.Blocks) })
	}
}

// Person prints a person under a name for what they are.
func (p *Printer) Person(what string, a *book.Person) {
	p.line("%s %q file-as %q role %s%s", what, a.Name, a.FileAs, a.Role, p.at(a.Pos))
	p.in(func() {
		p.field("key", a.Key)
		p.text("bio", a.Bio)
		p.field("email", a.Email)
		p.field("url", a.URL)
		p.field("affiliation", a.Affiliation)
		p.field("orcid", a.ORCID)
		if a.Portrait != nil {
			p.Block(a.Portrait)
		}
	})
}

// Blocks prints blocks.
func (p *Printer) Blocks(blocks []book.Block) {
	for _, b := range blocks {
		p.Block(b)
	}
}

// Block prints a block and what is in it.
func (p *Printer) Block(b book.Block) {
	at := p.at(b.Position())
	switch b := b.(type) {
	case *book.Paragraph:
		p.line("paragraph%s %s", at, p.inlines(b.Content))
	case *book.Heading:
		p.line("heading %d #%s%s %s", b.Level, b.ID, at, p.inlines(b.Content))
	case *book.Figure:
		p.figure(b, at)
	case *book.List:
		p.list(b, at)
	case *book.Quote:
		p.line("quote%s", at)
		p.in(func() { p.Blocks(b.Blocks) })
	case *book.CodeBlock:
		start := ""
		if b.Start > 0 {
			start = fmt.Sprintf(" from %d", b.Start)
		}
		p.line("code %q%s%s", b.Lang, start, at)
		p.in(func() {
			p.text("caption", b.Caption)
			for _, l := range strings.Split(b.Text, "\n") {
				p.line("|%s", l)
			}
		})
	case *book.Table:
		p.table(b, at)
	case *book.DefinitionList:
		p.line("definitions%s", at)
		p.in(func() { p.definitions(b) })
	case *book.Formula:
		p.line("formula%s %q = %s", at, b.Math.TeX, b.Math.Text)
	case *book.Break:
		p.line("break%s", at)
	case *book.NewPage:
		p.line("new page%s", at)
	case *book.Division:
		p.division(b, at)
	}
}

// placeOf writes the id and the direction of a span, each with a space behind it.
func placeOf(s *book.Span) string {
	out := ""
	if s.ID != "" {
		out = "#" + s.ID + " "
	}
	if s.Dir != book.DirInherit {
		out += s.Dir.String() + " "
	}
	if s.Override {
		out += "override "
	}
	if s.Time != "" {
		out += "time " + s.Time + " "
	}
	return out
}

func (p *Printer) division(b *book.Division, at string) {
	s := "division"
	switch {
	case b.Class == book.Admonition:
		s += " " + b.Kind.String()
	case b.Class != book.Plain:
		s += " " + b.Class.String()
	}
	if b.ID != "" {
		s += " #" + b.ID
	}
	if b.Dir != book.DirInherit {
		s += " " + b.Dir.String()
	}
	p.line("%s %q%s", s, b.Lang, at)
	p.in(func() {
		p.text("title", b.Title)
		p.Blocks(b.Blocks)
	})
}

func (p *Printer) figure(f *book.Figure, at string) {
	s := "figure"
	if f.ID != "" {
		s += " #" + f.ID
	}
	if f.Decorative {
		s += " decorative"
	}
	if f.Width != 0 {
		s += fmt.Sprintf(" width %d", f.Width)
	}
	s += [...]string{"", " wide", " page"}[f.Placement]
	s += [...]string{"", " photo", " drawing", " map", " chart"}[f.Sort]
	p.line("%s%s %s", s, at, p.image(f.Image))
	p.in(func() {
		if f.Link != nil {
			p.line("%s", p.link(f.Link))
		}
		p.text("caption", f.Caption)
		p.text("credit", f.Credit)
		if f.Details != nil {
			p.line("described by %q", f.Details.URL)
		}
	})
}

func (p *Printer) image(i *book.Image) string {
	s := fmt.Sprintf("%q alt %q", i.Src, i.Alt)
	if i.Source != "" {
		s += fmt.Sprintf(" source %q", i.Source)
	}
	if i.Picture != nil {
		s += fmt.Sprintf(" [%s %s %dx%d]", i.Picture.Path, i.Picture.Format, i.Picture.Width, i.Picture.Height)
	}
	return s
}

var tasks = map[book.Task]string{book.Open: " open", book.Done: " done"}

func (p *Printer) list(l *book.List, at string) {
	kind := "bullets"
	if l.Ordered {
		number := l.Numbering.Number(l.Start)
		if l.Delimiter != book.Period || l.Numbering != book.Decimal {
			number = l.Delimiter.Mark(number)
		}
		kind = "numbers from " + number
	}
	if l.Tight {
		kind += " tight"
	}
	p.line("%s%s", kind, at)
	p.in(func() {
		for _, it := range l.Items {
			p.line("item%s%s", tasks[it.Task], p.at(it.Pos))
			p.in(func() { p.Blocks(it.Blocks) })
		}
	})
}

func (p *Printer) table(t *book.Table, at string) {
	names := [...]string{"none", "left", "center", "right"}
	var columns []string
	for _, a := range t.Align {
		columns = append(columns, names[a])
	}
	id := ""
	if t.ID != "" {
		id = " #" + t.ID
	}
	width := ""
	if t.Width > 0 {
		width = fmt.Sprintf(" width %d", t.Width)
	}
	if t.Columns != nil {
		width += fmt.Sprintf(" columns %v", t.Columns)
	}
	p.line("table %s%s%s%s", strings.Join(columns, " "), id, width, at)
	p.in(func() {
		p.text("caption", t.Caption)
		for _, r := range t.Head {
			p.line("head %s", p.cells(r))
		}
		for _, r := range t.Rows {
			p.line("row %s", p.cells(r))
		}
	})
}

func (p *Printer) cells(row []book.Cell) string {
	var parts []string
	for _, c := range row {
		parts = append(parts, cellMarks(c)+p.inlines(c.Content))
	}
	return strings.Join(parts, " | ")
}

// cellMarks says how many columns and rows a cell covers, that another covers
// it, or that it heads its row.
func cellMarks(c book.Cell) string {
	s := ""
	if c.Cols > 1 || c.Rows > 1 {
		s = fmt.Sprintf("(%d x %d) ", max(c.Cols, 1), max(c.Rows, 1))
	}
	if c.Header {
		s += "(header) "
	}
	if c.Covered {
		s += "(covered)"
	}
	return s
}

func (p *Printer) definitions(l *book.DefinitionList) {
	for _, d := range l.Items {
		for _, t := range d.Terms {
			p.line("term %s", p.inlines(t))
		}
		for _, blocks := range d.Details {
			p.line("detail")
			p.in(func() { p.Blocks(blocks) })
		}
	}
}

var styles = [...]string{
	book.Emphasis: "em", book.Strong: "strong", book.Strike: "strike", book.Superscript: "sup", book.Subscript: "sub",
	book.SmallCaps: "smallcaps", book.Underline: "underline", book.Highlight: "mark", book.Keyboard: "kbd",
	book.Small: "small", book.Cite: "cite", book.Inserted: "ins", book.Defining: "dfn",
}

func (p *Printer) inlines(list []book.Inline) string {
	var b strings.Builder
	for _, in := range list {
		b.WriteString(p.inline(in))
	}
	return b.String()
}

func (p *Printer) inline(in book.Inline) string {
	switch in := in.(type) {
	case *book.Text:
		return fmt.Sprintf("%q", in.Value) + p.inlineAt(in.Pos)
	case *book.Styled:
		return styles[in.Style] + "(" + p.inlines(in.Content) + ")"
	case *book.Code:
		return fmt.Sprintf("code(%q)", in.Value) + p.inlineAt(in.Pos)
	case *book.Link:
		return p.link(in) + p.inlineAt(in.Pos)
	case *book.Math:
		return fmt.Sprintf("math%s(%q)", p.inlineAt(in.Pos), in.TeX)
	case *book.InlineImage:
		return "image(" + p.image(in.Image) + ")" + p.inlineAt(in.Image.Pos)
	case *book.NoteRef:
		return fmt.Sprintf("[^%d.%d]", in.Note.Number, in.Call) + p.inlineAt(in.Pos)
	case *book.LineBreak:
		return "br()"
	case *book.Ruby:
		return fmt.Sprintf("ruby(%q: %s)", in.Text, p.inlines(in.Content))
	case *book.Span:
		if in.Indexed {
			return fmt.Sprintf("index(%q: %s)", in.Entry, p.inlines(in.Content))
		}
		return fmt.Sprintf("span(%slang %q title %q: %s)", placeOf(in), in.Lang, in.Title, p.inlines(in.Content))
	}
	return fmt.Sprintf("?%T", in)
}

func (p *Printer) link(l *book.Link) string {
	s := fmt.Sprintf("link(%q", l.URL)
	if l.Title != "" {
		s += fmt.Sprintf(" title %q", l.Title)
	}
	if l.External {
		s += " external"
	}
	if l.Chapter != nil {
		s += fmt.Sprintf(" to %s#%s", l.Chapter.ID, l.Anchor)
	}
	return s + ": " + p.inlines(l.Content) + ")"
}

// Book prints b.
func (p *Printer) Book(b *book.Book) {
	p.line("book %q", b.Title)
	p.in(func() {
		p.field("subtitle", b.Subtitle)
		p.field("language", b.Language)
		p.field("identifier", b.Identifier)
		p.field("publisher", b.Publisher)
		p.field("place", b.Place)
		p.field("rights", b.Rights)
		p.field("description", b.Description)
		for _, s := range b.Subjects {
			p.line("subject %q %q", s.Scheme, s.Text)
		}
		for _, c := range b.Contributors {
			p.Person("contributor", c)
		}
		if b.Series != nil {
			p.line("series %q %q", b.Series.Name, b.Series.Number)
		}
		p.field("date", b.Date.String())
		p.field("modified", b.Modified.String())
		if b.Cover != nil {
			p.line("cover %s", p.image(b.Cover))
		}
		if b.Logo != nil {
			p.line("logo %s, on the cover %t", p.image(b.Logo.Figure.Image), b.Logo.OnCover)
		}
		p.words(b.Words)
		for _, lang := range slices.Sorted(maps.Keys(b.Hyphenate)) {
			p.line("hyphenate %s %q", lang, b.Hyphenate[lang])
		}
		p.field("theme", b.Theme)
		for _, e := range b.Editions {
			p.line("edition %s trim %q media %q", e.Format, e.Trim, e.Media)
			if e.Ink != "" {
				p.line("ink %s", e.Ink)
			}
		}
		p.accessibility(b.Accessibility)
		for _, n := range b.Pages {
			p.line("%s %q %s", n.Matter, n.Lang, p.inlines(n.Title))
			p.in(func() {
				p.Blocks(n.Blocks)
				p.notes(n.Notes)
			})
		}
		for _, part := range b.Parts {
			p.line("part %q %s", part.ID, p.inlines(part.Title))
			p.in(func() {
				for _, c := range part.Chapters {
					p.Chapter(c)
				}
			})
		}
	})
}

func (p *Printer) words(words map[string]string) {
	keys := make([]string, 0, len(words))
	for k := range words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		p.line("word %s %q", k, words[k])
	}
}

func (p *Printer) accessibility(a book.Accessibility) {
	p.field("conforms-to", a.ConformsTo)
	p.field("certified-by", a.CertifiedBy)
	p.field("credential", a.Credential)
	p.field("report", a.Report)
	p.field("summary", a.Summary)
}
