package ingest

import (
	"strings"

	"octavo/book"
	"octavo/book/source/markdown"
)

// An original is the Markdown that an article was read from.
type original struct {
	text  string // the body, "" for an article in another format
	line  int    // of the file, that text begins on
	front string // of a chapter of ours, with its fences; "" for any other
	lang  string // of the book that the chapter goes to, "" for none
}

// restore gives a chapter what the front matter of a chapter of ours says and articles do not
// have.
func (o original) restore(c *book.Chapter) {
	if o.front == "" {
		return
	}
	own, _ := markdown.Parse("", []byte(o.front), markdown.Options{})
	c.Short, c.Anchor, c.Publish, c.Draft = own.Short, own.Anchor, own.Publish, own.Draft
}

// frontOf returns the front matter of a chapter, with its fences: as its author wrote it,
// when it was one of ours and says the same, with the language where that was found and is not
// the book's.
func (o original) frontOf(c *book.Chapter) string {
	bare := *c
	bare.Body, bare.Notes = nil, nil
	anew := string(markdown.Format(&bare))
	if o.front == "" {
		return anew
	}
	for _, front := range []string{o.front, strings.TrimSuffix(o.front, "---\n") + "lang: " + c.Lang + "\n---\n"} {
		got, list := markdown.Parse("", []byte(front), markdown.Options{Language: o.lang})
		if len(list) == 0 && facts(got) == facts(c) {
			return front
		}
	}
	return anew
}

// facts are what the front matter of a chapter says, but for forms of names, which follow
// from the names, and what stands on its own line: the width of a picture.
func facts(c *book.Chapter) string {
	f := *c
	f.Body, f.Notes, f.Authors, f.Contributors, f.Image = nil, nil, nil, nil, nil
	for _, list := range [][]*book.Person{c.Authors, c.Contributors} {
		for _, p := range list {
			f.Authors = append(f.Authors, &book.Person{Name: p.Name, Bio: p.Bio, Email: p.Email, URL: p.URL, Role: p.Role})
		}
	}
	if c.Image != nil {
		f.Image = &book.Figure{Image: &book.Image{Src: c.Image.Image.Src, Alt: c.Image.Image.Alt}, Caption: c.Image.Caption, Credit: c.Image.Credit}
	}
	return string(markdown.Format(&f))
}
