package ingest

import (
	"bytes"
	"path"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// size returns the bytes of the words of blocks that are no letter.
func size(blocks []draft.Block) int {
	n := 0
	for _, b := range blocks {
		if b.Role != draft.Letter {
			eachRun(b.Block, func(run []book.Inline) { n += len(book.PlainText(run)) })
		}
	}
	return n
}

// eachRun calls visit for the runs of a block and of the blocks in it.
func eachRun(b book.Block, visit func([]book.Inline)) {
	book.WalkBlocks([]book.Block{b}, func(b book.Block) bool {
		for _, run := range book.BlockInlines(b) {
			visit(run)
		}
		return true
	})
}

// holds reports whether there is an article among blocks: words or a picture that are of no
// letter.
func holds(blocks []draft.Block) bool {
	for _, b := range blocks {
		if b.Role == draft.Letter {
			continue
		}
		if _, ok := b.Block.(*book.Figure); ok || size([]draft.Block{b}) > 0 {
			return true
		}
	}
	return false
}

// richer reports whether the HTML of a mail says more than its plain text: it has pictures,
// tables, lists, quotations, headings, emphasis, or links whose words are not their
// addresses, outside of what is quoted and of the signature; or the plain text says only
// that there is HTML, and has less than half of its words.
func richer(html, plain []draft.Block) bool {
	if size(plain)*2 < size(html) {
		return true
	}
	for _, b := range html {
		if b.Role == draft.Letter || b.Quoted > 0 {
			continue
		}
		if _, ok := b.Block.(*book.Paragraph); !ok {
			if _, rule := b.Block.(*book.Break); !rule {
				return true
			}
			continue
		}
		rich := false
		eachRun(b.Block, func(run []book.Inline) { rich = rich || marked(run) })
		if rich {
			return true
		}
	}
	return false
}

// marked reports whether a run says more than its words. A label in bold letters that ends
// in a colon does not: mail programs print the fields of a header so.
func marked(run []book.Inline) bool {
	found := false
	book.WalkInlines(run, func(in book.Inline) bool {
		switch in := in.(type) {
		case *book.Styled:
			found = found || !strings.HasSuffix(strings.TrimSpace(book.PlainText(in.Content)), ":")
		case *book.Link:
			words := book.PlainText(in.Content)
			found = found || !strings.Contains(in.URL, strings.TrimSuffix(strings.TrimSpace(words), "/"))
		case *book.InlineImage, *book.Code, *book.Math, *book.Ruby:
			found = true
		case *book.Text, *book.Span, *book.NoteRef, *book.LineBreak: // words alone
		}
		return !found
	})
	return found
}

// unpack gives the pictures of blocks that came with the mail the names of their files.
func (m *mailing) unpack(blocks []draft.Block) {
	visit := func(im *book.Image) {
		if _, ok := m.file.Parts[im.Src]; ok {
			im.Src = m.picture(im.Src, m.file.Names[im.Src])
		}
	}
	for _, b := range blocks {
		book.WalkBlocks([]book.Block{b.Block}, func(b book.Block) bool {
			if f, ok := b.(*book.Figure); ok {
				visit(f.Image)
			}
			return true
		})
		eachRun(b.Block, func(run []book.Inline) {
			book.WalkInlines(run, func(in book.Inline) bool {
				if i, ok := in.(*book.InlineImage); ok {
					visit(i.Image)
				}
				return true
			})
		})
	}
}

// shown reports whether a text of the mail shows the picture of an address.
func (m *mailing) shown(address string) bool {
	for _, p := range m.file.Pieces {
		if p.HTML != nil && bytes.Contains(p.HTML.Data, []byte(address)) {
			return true
		}
	}
	return false
}

// picture puts a picture of the mail into the article, and returns its name there: that of
// its file, with a number when another picture has that.
func (m *mailing) picture(address, name string) string {
	if to, again := m.pictures[address]; again {
		return to
	}
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" || strings.ContainsAny(name, ":?#%") {
		name = "picture"
	}
	to, ext := name, path.Ext(name)
	for i := 2; m.article.Pictures[to] != nil; i++ {
		to = strings.TrimSuffix(name, ext) + "-" + strconv.Itoa(i) + ext
	}
	m.pictures[address], m.article.Pictures[to] = to, m.file.Parts[address]
	if m.article.Pictures[to] == nil {
		m.article.Pictures[to] = []byte{}
	}
	return to
}
