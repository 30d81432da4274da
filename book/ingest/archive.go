package ingest

import (
	"net/url"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/mhtml"
	"octavo/book/ingest/text"
	"octavo/book/ingest/web"
)

// readArchive reads a page saved as one file, or a mail.
func readArchive(name string, data []byte) ([]*draft.Article, error) {
	return readOne(name, mhtml.Mail{Data: data})
}

// readOne reads a file of MIME or one mail of a mailbox.
func readOne(name string, mail mhtml.Mail) ([]*draft.Article, error) {
	f, err := mhtml.Read(mail.Data, mail.Above)
	if err != nil {
		return nil, err
	}
	a, err := fromArchive(name, f)
	if err != nil {
		return nil, err
	}
	return []*draft.Article{a}, nil
}

func fromArchive(name string, f *mhtml.File) (*draft.Article, error) {
	if f.Page == nil {
		return readMail(name, f)
	}
	d, err := opened(name, f.Page)
	if err != nil {
		return nil, err
	}
	var a *draft.Article
	if f.Page.HTML {
		if a, err = web.ReadAt(d.Text, f.Location); err != nil {
			return nil, err
		}
	} else {
		a = text.Read(d.Text)
	}
	if a.Source.URL == "" && strings.HasPrefix(f.Location, "http") {
		a.Source.URL = f.Location
	}
	a.Words, a.Warnings = []draft.Words{d.Words}, append(d.warnings, a.Warnings...)
	unpack(a, f)
	return a, nil
}

// unpack gives an article the pictures that came with it. A page may name a picture by
// any address that leads there, relative ones too; the archive has whole addresses.
func unpack(a *draft.Article, f *mhtml.File) {
	base, err := url.Parse(f.Location)
	if err != nil {
		base = &url.URL{}
	}
	if a.Pictures == nil {
		a.Pictures = map[string][]byte{}
	}
	find := func(src string) {
		whole := src
		if u, err := url.Parse(src); err == nil {
			whole = base.ResolveReference(u).String()
		}
		for _, address := range []string{src, whole} {
			if data, ok := f.Parts[address]; ok {
				a.Pictures[src] = data
			}
		}
	}
	if a.Lead != nil {
		find(a.Lead.Image.Src)
	}
	for _, b := range a.Blocks {
		book.WalkBlocks([]book.Block{b.Block}, func(b book.Block) bool {
			if fig, ok := b.(*book.Figure); ok {
				find(fig.Image.Src)
			}
			for _, run := range book.BlockInlines(b) {
				book.WalkInlines(run, func(in book.Inline) bool {
					if i, ok := in.(*book.InlineImage); ok {
						find(i.Image.Src)
					}
					return true
				})
			}
			return true
		})
	}
}
