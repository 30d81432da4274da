package check

import "octavo/book"

// A content is what the rules look at. It is found once, since the rules go through it
// some thirty times.
type content struct {
	blocks []blockIn
	runs   []runIn
	texts  []textIn
}

type (
	blockIn struct {
		block book.Block
		lang  string
	}
	runIn struct {
		run  []book.Inline
		lang string
	}
	textIn struct {
		text *book.Text
		lang string
	}
)

func contentOf(b *book.Book) *content {
	c := &content{}
	for at, bl := range book.Blocks(b) {
		c.blocks = append(c.blocks, blockIn{bl, at.Lang})
	}
	for at, run := range book.Runs(b) {
		c.runs = append(c.runs, runIn{run, at.Lang})
	}
	for _, s := range []string{b.Title, b.Subtitle, b.Description, b.Rights} {
		if s != "" {
			c.texts = append(c.texts, textIn{&book.Text{Value: s, Pos: book.Pos{File: b.File}}, b.Language})
		}
	}
	for _, r := range c.runs {
		textsIn(r.run, r.lang, func(t *book.Text, lang string) { c.texts = append(c.texts, textIn{t, lang}) })
	}
	return c
}

// figures calls visit for each figure of the book, lead figures included, in
// reading order.
func (r *reporter) figures(visit func(*book.Figure)) {
	r.blocks(func(b book.Block, _ string) {
		if f, ok := b.(*book.Figure); ok {
			visit(f)
		}
	})
}

// blocks calls visit for each block of the book with its language, in reading
// order.
func (r *reporter) blocks(visit func(b book.Block, lang string)) {
	for _, b := range r.content.blocks {
		visit(b.block, b.lang)
	}
}

// runs calls visit for each run of text of the book with its language: those of
// its blocks, and titles, standfirsts, kickers and bios.
func (r *reporter) runs(visit func(run []book.Inline, lang string)) {
	for _, in := range r.content.runs {
		visit(in.run, in.lang)
	}
}

// texts calls visit for each text of the book with its language. Code is no
// text. What the manifest says in plain text has the place of the file.
func (r *reporter) texts(visit func(t *book.Text, lang string)) {
	for _, in := range r.content.texts {
		visit(in.text, in.lang)
	}
}

func textsIn(list []book.Inline, lang string, visit func(*book.Text, string)) {
	for _, in := range list {
		own := lang
		switch in := in.(type) {
		case *book.Text:
			visit(in, lang)
		case *book.Span:
			if in.Lang != "" {
				own = in.Lang
			}
		}
		textsIn(book.InlineChildren(in), own, visit)
	}
}
