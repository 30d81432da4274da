package check

import "octavo/book"

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
	if n := r.book.EditorsNote; n != nil {
		blocksIn(book.NoteBlocks(n), n.Lang, visit)
	}
	for _, c := range r.book.Chapters() {
		blocksIn(book.ChapterBlocks(c), c.Lang, visit)
	}
}

func blocksIn(list []book.Block, lang string, visit func(book.Block, string)) {
	for _, b := range list {
		own := lang
		if d, ok := b.(*book.Division); ok && d.Lang != "" {
			own = d.Lang
		}
		visit(b, own)
		blocksIn(book.BlockChildren(b), own, visit)
	}
}

// runs calls visit for each run of text of the book with its language: those of
// its blocks, and titles, standfirsts, kickers and bios.
func (r *reporter) runs(visit func(run []book.Inline, lang string)) {
	b := r.book
	for _, p := range b.Contributors {
		visit(p.Bio, b.Language)
	}
	for _, p := range b.Parts {
		visit(p.Title, b.Language)
		for _, c := range p.Chapters {
			visit(c.Title, c.Lang)
			visit(c.Subtitle, c.Lang)
			visit(c.Kicker, c.Lang)
			for _, a := range c.Authors {
				lang := c.Lang
				if a.Key != "" { // written in the manifest
					lang = b.Language
				}
				visit(a.Bio, lang)
			}
		}
	}
	if b.EditorsNote != nil {
		visit(b.EditorsNote.Title, b.EditorsNote.Lang)
	}
	r.blocks(func(bl book.Block, lang string) {
		for _, run := range book.BlockInlines(bl) {
			visit(run, lang)
		}
	})
}

// texts calls visit for each text of the book with its language. Code is no
// text. What the manifest says in plain text has the place of the file.
func (r *reporter) texts(visit func(t *book.Text, lang string)) {
	for _, s := range []string{r.book.Title, r.book.Subtitle, r.book.Description, r.book.Rights} {
		if s != "" {
			visit(&book.Text{Value: s, Pos: r.manifest()}, r.book.Language)
		}
	}
	r.runs(func(run []book.Inline, lang string) { textsIn(run, lang, visit) })
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
