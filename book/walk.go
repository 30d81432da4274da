package book

import (
	"iter"
	"strings"
)

// PlainText returns the words of list without markup: a line break is a space,
// a note call nothing, an image its alternative text, a formula its text.
func PlainText(list []Inline) string {
	var b strings.Builder
	WalkInlines(list, func(in Inline) bool {
		switch in := in.(type) {
		case *Text:
			b.WriteString(in.Value)
		case *Code:
			b.WriteString(in.Value)
		case *Math:
			b.WriteString(in.Text)
		case *LineBreak:
			b.WriteByte(' ')
		case *InlineImage:
			if in.Image != nil {
				b.WriteString(in.Image.Alt)
			}
		case *Styled, *Link, *Span, *Ruby, *NoteRef: // their words come next; a call has none
		}
		return true
	})
	return b.String()
}

// Label returns list as a label elsewhere shows it, such as a title in the
// contents: without note calls, pictures, line breaks and links, and with formulas and
// the styles and languages of its words.
func Label(list []Inline) []Inline {
	var out []Inline
	for _, in := range list {
		switch in := in.(type) {
		case *Text, *Code, *Math:
			out = append(out, in)
		case *Styled:
			out = append(out, &Styled{in.Style, Label(in.Content)})
		case *Span:
			if content := Label(in.Content); len(content) > 0 {
				out = append(out, &Span{Lang: in.Lang, Dir: in.Dir, Override: in.Override, Title: in.Title, Time: in.Time, Content: content})
			}
		case *Link:
			out = append(out, Label(in.Content)...)
		case *Ruby:
			out = append(out, Label(in.Content)...)
		case *LineBreak:
			out = append(out, &Text{Value: " "})
		case *InlineImage:
			if in.Image != nil && in.Image.Alt != "" {
				out = append(out, &Text{Value: in.Image.Alt})
			}
		case *NoteRef: // its note is not there
		}
	}
	return out
}

// InlineContent returns where the inlines within in are, for callers who change
// them; nil for a leaf.
func InlineContent(in Inline) *[]Inline {
	switch in := in.(type) {
	case *Styled:
		return &in.Content
	case *Link:
		return &in.Content
	case *Span:
		return &in.Content
	case *Ruby:
		return &in.Content
	case *Text, *Code, *InlineImage, *NoteRef, *LineBreak, *Math: // leaves
	}
	return nil
}

// WithContent returns a copy of in with other inlines within, all else as it is; a
// leaf itself.
func WithContent(in Inline, content []Inline) Inline {
	switch in := in.(type) {
	case *Styled:
		c := *in
		c.Content = content
		return &c
	case *Link:
		c := *in
		c.Content = content
		return &c
	case *Span:
		c := *in
		c.Content = content
		return &c
	case *Ruby:
		c := *in
		c.Content = content
		return &c
	case *Text, *Code, *InlineImage, *NoteRef, *LineBreak, *Math: // leaves
	}
	return in
}

// InlineChildren returns the inlines within in, nil for a leaf.
func InlineChildren(in Inline) []Inline {
	if content := InlineContent(in); content != nil {
		return *content
	}
	return nil
}

// WalkInlines calls visit for each inline of list and those within it, in
// reading order. When visit returns false the inlines within are passed over.
func WalkInlines(list []Inline, visit func(Inline) bool) {
	for _, in := range list {
		if visit(in) {
			WalkInlines(InlineChildren(in), visit)
		}
	}
}

// BlockChildren returns the blocks within b in reading order, nil for a leaf.
func BlockChildren(b Block) []Block {
	switch b := b.(type) {
	case *List:
		var all []Block
		for _, it := range b.Items {
			all = append(all, it.Blocks...)
		}
		return all
	case *Quote:
		return b.Blocks
	case *Division:
		return b.Blocks
	case *DefinitionList:
		var all []Block
		for _, it := range b.Items {
			for _, d := range it.Details {
				all = append(all, d...)
			}
		}
		return all
	case *Paragraph, *Heading, *Figure, *CodeBlock, *Table, *Break, *NewPage, *Formula: // leaves
	}
	return nil
}

// WalkBlocks calls visit for each block of list and those within it, in reading
// order. When visit returns false the blocks within are passed over.
func WalkBlocks(list []Block, visit func(Block) bool) {
	for _, b := range list {
		if visit(b) {
			WalkBlocks(BlockChildren(b), visit)
		}
	}
}

// BlockInlines returns the runs of inlines that b itself holds, not those of
// the blocks within it.
func BlockInlines(b Block) [][]Inline {
	switch b := b.(type) {
	case *Paragraph:
		return [][]Inline{b.Content}
	case *Heading:
		return [][]Inline{b.Content}
	case *Figure:
		if b.StandIn != nil {
			return [][]Inline{b.StandIn.Words, b.StandIn.Place, b.Caption, b.Credit}
		}
		return [][]Inline{b.Caption, b.Credit}
	case *Formula:
		return [][]Inline{{b.Math}}
	case *Table:
		return tableInlines(b)
	case *DefinitionList:
		var all [][]Inline
		for _, it := range b.Items {
			all = append(all, it.Terms...)
		}
		return all
	case *CodeBlock:
		return [][]Inline{b.Caption}
	case *Division:
		return [][]Inline{b.Title}
	case *List, *Quote, *Break, *NewPage: // blocks alone, or no inlines
	}
	return nil
}

// IDs returns the ids that b has itself and those of the places in its own runs, each
// with its position, in reading order. Ids that are "" are left out.
func IDs(b Block) iter.Seq2[*string, Pos] {
	return func(yield func(*string, Pos) bool) {
		own := func(id *string) bool { return *id == "" || yield(id, b.Position()) }
		more := true
		switch b := b.(type) {
		case *Heading:
			more = own(&b.ID)
		case *Figure:
			more = own(&b.ID)
		case *Table:
			more = own(&b.ID)
		case *Division:
			more = own(&b.ID)
		}
		for _, run := range BlockInlines(b) {
			WalkInlines(run, func(in Inline) bool {
				if s, ok := in.(*Span); ok && more {
					more = own(&s.ID)
				}
				return more
			})
			if !more {
				return
			}
		}
	}
}

// Sole returns the span that is all of a run, which stands for the attributes of the
// block that holds the run; nil when the run is anything else.
func Sole(list []Inline) *Span {
	if len(list) != 1 {
		return nil
	}
	s, _ := list[0].(*Span)
	if s == nil || s.Title != "" || s.Time != "" || s.Indexed || s.Override || len(s.Content) == 0 {
		return nil
	}
	return s
}

func tableInlines(t *Table) [][]Inline {
	all := [][]Inline{t.Caption}
	for _, rows := range [][][]Cell{t.Head, t.Rows} {
		for _, row := range rows {
			for _, c := range row {
				all = append(all, c.Content)
			}
		}
	}
	return all
}

// A Place is where a run of text or a block of a book stands.
type Place struct {
	Chapter *Chapter // nil outside of the chapters
	// Lang is the language there, BCP 47: the chapter's, a page's, or that of a
	// Division around it. Titles of parts, and bios that the manifest gives, have the
	// book's, which is "" in a walk of a chapter alone.
	Lang  string
	Block Block // the block, or the block that a run is in; nil for titles, standfirsts, kickers and bios
}

// Runs returns the runs of text of b that are not empty, in reading order: those of
// the pages before the articles, of each part's title, of each chapter as [RunsOf] has
// them, of the pages behind, and of the contributors' bios. Each comes once, also a bio
// that stands in several chapters: with the first of them.
func Runs(b *Book) iter.Seq2[Place, []Inline] {
	return func(yield func(Place, []Inline) bool) {
		w := walk{run: yield}
		w.book(b)
	}
}

// RunsOf returns the runs of text of a chapter that are not empty, in reading order:
// kicker, title and standfirst, those of its [ChapterBlocks], and the authors' bios.
func RunsOf(c *Chapter) iter.Seq2[Place, []Inline] {
	return func(yield func(Place, []Inline) bool) {
		w := walk{run: yield}
		w.chapter(c)
	}
}

// Blocks returns the blocks of b and those within them, in reading order: of the
// pages around the articles and of each chapter.
func Blocks(b *Book) iter.Seq2[Place, Block] {
	return func(yield func(Place, Block) bool) {
		w := walk{block: yield}
		w.book(b)
	}
}

// BlocksOf returns the [ChapterBlocks] of c and those within them, in reading order.
func BlocksOf(c *Chapter) iter.Seq2[Place, Block] {
	return func(yield func(Place, Block) bool) {
		w := walk{block: yield}
		w.chapter(c)
	}
}

// A walk is the one list of what a book holds. A walk ends when one of its functions
// returns false; its methods return false then, too. A function that is nil is not called.
type walk struct {
	lang  string // of the book
	run   func(Place, []Inline) bool
	block func(Place, Block) bool
	told  map[any]bool // bios that have been visited, by their first inline, and portraits
	// portrait visits the picture of a person, which is no block.
	portrait func(*Image)
}

func (w *walk) book(b *Book) {
	w.lang = b.Language
	whole := Place{Lang: b.Language}
	pages := func(before bool) bool {
		for _, p := range b.Pages {
			page := Place{Lang: p.Lang}
			if before == (p.Matter.Order() < PartPage.Order()) && (!w.text(page, p.Title) || !w.blocks(page, NoteBlocks(p.Note))) {
				return false
			}
		}
		return true
	}
	if !pages(true) {
		return
	}
	for _, p := range b.Parts {
		if !w.text(whole, p.Title) {
			return
		}
		for _, c := range p.Chapters {
			if !w.chapter(c) {
				return
			}
		}
	}
	if !pages(false) {
		return
	}
	for _, p := range b.Contributors {
		if !w.bio(whole, p) {
			return
		}
	}
}

func (w *walk) chapter(c *Chapter) bool {
	at := Place{Chapter: c, Lang: c.Lang}
	if !w.text(at, c.Kicker) || !w.text(at, c.Title) || !w.text(at, c.Subtitle) || !w.blocks(at, ChapterBlocks(c)) {
		return false
	}
	for _, a := range c.People() {
		if !w.bio(at, a) {
			return false
		}
	}
	return true
}

// blocks visits each block of list before its own runs, and these before the blocks
// within it.
func (w *walk) blocks(at Place, list []Block) bool {
	for _, b := range list {
		in := at
		in.Block = b
		if d, ok := b.(*Division); ok && d.Lang != "" {
			in.Lang = d.Lang
		}
		if w.block != nil && !w.block(in, b) {
			return false
		}
		if w.run != nil {
			for _, run := range BlockInlines(b) {
				if !w.text(in, run) {
					return false
				}
			}
		}
		if !w.blocks(in, BlockChildren(b)) {
			return false
		}
	}
	return true
}

// bio visits the bio and the portrait of a person, who may have been met before.
func (w *walk) bio(at Place, p *Person) bool {
	if at.Chapter != nil {
		at.Lang = p.BioLang(w.lang, at.Chapter)
	}
	if len(p.Bio) > 0 && w.first(&p.Bio[0]) && !w.text(at, p.Bio) {
		return false
	}
	if p.Portrait == nil || !w.first(p.Portrait) {
		return true
	}
	if w.portrait != nil {
		w.portrait(p.Portrait.Image)
	}
	return w.text(at, p.Portrait.Credit)
}

// first reports whether a bio or a portrait comes for the first time.
func (w *walk) first(of any) bool {
	if w.told[of] {
		return false
	}
	if w.told == nil {
		w.told = map[any]bool{}
	}
	w.told[of] = true
	return true
}

func (w *walk) text(at Place, run []Inline) bool {
	return w.run == nil || len(run) == 0 || w.run(at, run)
}

// ChapterBlocks returns the editor's note, body and notes of c, the blocks that
// rules over text have to see.
func ChapterBlocks(c *Chapter) []Block {
	all := append([]Block(nil), c.EditorsNote...)
	if c.Image != nil {
		all = append(all, c.Image)
	}
	all = append(all, c.Body...)
	for _, n := range c.Notes {
		all = append(all, n.Blocks...)
	}
	return all
}

// NoteBlocks returns the blocks of a page of the book and of its
// footnotes; none when n is nil.
func NoteBlocks(n *Note) []Block {
	if n == nil {
		return nil
	}
	all := append([]Block(nil), n.Blocks...)
	for _, foot := range n.Notes {
		all = append(all, foot.Blocks...)
	}
	return all
}

// Ornamental reports whether a figure only adorns its place, such as the break between two
// scenes: it would say something else on another page.
func Ornamental(f *Figure) bool {
	return f.Decorative && len(f.Caption)+len(f.Credit) == 0
}

// FigureAlt returns what stands for the figure where it cannot be seen: its
// alternative text, or else its caption, and nothing for a decoration.
func FigureAlt(f *Figure) string {
	switch {
	case f.Decorative:
		return ""
	case f.Image != nil && f.Image.Alt != "":
		return f.Image.Alt
	}
	return PlainText(f.Caption)
}
