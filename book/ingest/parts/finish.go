package parts

import (
	"slices"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/source/markdown"
	"octavo/book/source/rawhtml"
)

// people brings people to that form, and leaves out those without words.
func (t typesetter) people(list []*book.Person) []*book.Person {
	kept := list[:0]
	for _, a := range list {
		a.Name, a.Bio, a.URL = t.plain(a.Name), t.line(a.Bio), address(a.URL)
		if a.Name == "" && len(a.Bio) == 0 {
			continue
		}
		if a.Role == "" {
			a.Role = "aut"
		}
		if a.FileAs == "" {
			a.FileAs = markdown.FileAs(a.Name)
		}
		kept = append(kept, a)
	}
	return kept
}

// finish brings c to the form in which package markdown reads chapters. Set says that its
// blocks have that form, since they were read by it: their text stays as it is.
func finish(c *book.Chapter, set bool) {
	t := typesetter{lang: c.Lang}
	c.Kicker = plainly(book.Label(c.Kicker)) // it leads to the section of the site
	for _, run := range []*[]book.Inline{&c.Title, &c.Subtitle, &c.Kicker} {
		*run = t.line(*run)
	}
	c.Source.Name, c.Source.URL = t.plain(c.Source.Name), address(c.Source.URL)
	c.Authors, c.Contributors = t.people(c.Authors), t.people(c.Contributors)
	if c.Image != nil {
		t.figure(c.Image)
	}
	t.set = set
	c.EditorsNote = t.blocks(c.EditorsNote)
	c.Body = t.blocks(c.Body)
	for i, n := range c.Notes {
		n.Number = i + 1
		n.Blocks = t.blocks(n.Blocks)
		rank(n.Blocks)
	}
	rank(c.EditorsNote)
	rank(c.Body)
	if !set {
		unname(c)
	}
	identify(c, set)
}

// unname takes from figures the ids that no link of c leads to: most are of the system that
// made the article. A heading keeps an id that a figure has too.
func unname(c *book.Chapter) {
	wanted := map[string]bool{}
	for _, run := range book.RunsOf(c) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if l, ok := in.(*book.Link); ok {
				wanted[l.URL] = true
			}
			return true
		})
	}
	for _, b := range book.BlocksOf(c) {
		if h, ok := b.(*book.Heading); ok {
			delete(wanted, "#"+h.ID)
		}
	}
	for _, b := range book.BlocksOf(c) {
		if f, ok := b.(*book.Figure); ok && !wanted["#"+f.ID] {
			f.ID = ""
		}
	}
}

// plainly returns a run without emphasis and links: a kicker is plain words.
func plainly(list []book.Inline) (out []book.Inline) {
	for _, in := range list {
		switch in := in.(type) {
		case *book.Styled:
			out = append(out, plainly(in.Content)...)
		case *book.Link:
			out = append(out, plainly(in.Content)...)
		default:
			out = append(out, in)
		}
	}
	return out
}

// blocks cleans blocks and leaves out the empty ones.
func (t typesetter) blocks(list []book.Block) []book.Block {
	out := list[:0]
	for _, b := range list {
		if t.block(b) {
			out = append(out, b)
		}
	}
	return out
}

// block cleans b, and reports whether there is something in it.
func (t typesetter) block(b book.Block) bool {
	switch b := b.(type) {
	case *book.Paragraph:
		b.Content = t.run(b.Content)
		return len(b.Content) > 0
	case *book.Heading:
		b.Content = t.line(b.Content)
		return len(b.Content) > 0
	case *book.Figure:
		t.figure(b)
		return b.Image.Src != ""
	case *book.List:
		for _, it := range b.Items {
			it.Blocks = t.blocks(it.Blocks)
		}
		return len(b.Items) > 0
	case *book.Quote:
		b.Blocks = t.blocks(b.Blocks)
		return len(b.Blocks) > 0
	case *book.Division:
		if b.Class == book.Verse && !t.set {
			return t.verse(b)
		}
		b.Blocks = typesetter{orElse(b.Lang, t.lang), t.set}.blocks(b.Blocks)
		return len(b.Blocks) > 0
	case *book.Table:
		t.table(b)
	case *book.DefinitionList:
		for _, d := range b.Items {
			for i := range d.Terms {
				d.Terms[i] = t.line(d.Terms[i])
			}
			for i := range d.Details {
				d.Details[i] = t.blocks(d.Details[i])
			}
		}
	case *book.CodeBlock, *book.Formula, *book.Break, *book.NewPage: // taken as they are
	}
	return true
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (t typesetter) table(b *book.Table) {
	b.Caption = t.line(b.Caption)
	for _, row := range slices.Concat(b.Head, b.Rows) {
		for i := range row {
			row[i].Content = t.run(row[i].Content)
		}
	}
}

func (t typesetter) figure(f *book.Figure) {
	f.Caption, f.Credit = t.line(f.Caption), t.line(f.Credit)
	if !t.set {
		f.Image.Alt = t.plain(f.Image.Alt)
	}
	if f.Image.Alt != "" {
		f.Decorative = false
	}
}

// rank gives the headings of blocks ranks without gaps, from 2 on.
func rank(blocks []book.Block) {
	var open []int
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if h, ok := b.(*book.Heading); ok {
			for len(open) > 0 && open[len(open)-1] >= h.Level {
				open = open[:len(open)-1]
			}
			open = append(open, h.Level)
			h.Level = min(1+len(open), 6)
		}
		return true
	})
}

// identify gives each heading the id that its words give it, and leads links
// within the article to the new ids. With keep, ids that are there stay.
func identify(c *book.Chapter, keep bool) {
	used, renamed := map[string]bool{}, map[string]string{}
	next := map[string]int{}
	var headings []*book.Heading
	for _, b := range book.BlocksOf(c) {
		switch h, ok := b.(*book.Heading); {
		case ok && keep && h.ID != "":
			used[h.ID] = true
		case ok:
			headings = append(headings, h)
		}
	}
	for _, h := range headings {
		base := markdown.Slug(book.PlainText(h.Content))
		id := base
		for used[id] {
			next[base]++
			id = base + "-" + strconv.Itoa(next[base])
		}
		used[id] = true
		if h.ID != "" {
			renamed[h.ID] = id
		}
		h.ID = id
	}
	for _, run := range book.RunsOf(c) {
		relink(run, renamed)
	}
}

func relink(run []book.Inline, renamed map[string]string) {
	book.WalkInlines(run, func(in book.Inline) bool {
		if l, ok := in.(*book.Link); ok {
			if anchor, ok := strings.CutPrefix(l.URL, "#"); ok && renamed[anchor] != "" {
				l.URL = "#" + renamed[anchor]
			}
		}
		return true
	})
}

// address returns a web or mail address as a chapter may have it, "" for an address
// that a chapter may not have.
func address(s string) string {
	if strings.HasPrefix(s, "www.") {
		s = "https://" + s
	}
	a, ok := rawhtml.Address(s)
	if !ok {
		return ""
	}
	return a
}
