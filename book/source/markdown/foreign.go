package markdown

import (
	"cmp"
	"errors"
	"strings"

	"octavo/book"
	"octavo/book/source/foreign"
)

// translate returns a body with the signs of other tools written as Markdown.
func (r *reader) translate(body *source, opts Options) foreign.Text {
	o := foreign.Options{Math: r.math, Report: r.report}
	if opts.Open != nil {
		o.Open = func(from, name string, note bool) (foreign.Text, error) { return r.included(opts, from, name, note) }
	}
	return foreign.Translate(foreign.Text{Bytes: body.text, Place: body.pos, File: body.file}, o)
}

// included reads a file that a chapter includes. Front matter is no part of a text.
func (r *reader) included(opts Options, from, name string, note bool) (foreign.Text, error) {
	file, data, err := opts.Open(from, name, note)
	if err != nil {
		return foreign.Text{}, err
	}
	s, list := newSource(file, data)
	if s == nil {
		return foreign.Text{}, errors.New(list[0].Message)
	}
	r.report(list...)
	if strings.HasSuffix(strings.ToLower(file), "md") {
		if _, body, ok := (&reader{}).split(s); ok {
			s = body
		}
	}
	return foreign.Text{Bytes: s.text, Place: s.pos, File: file}, nil
}

// refer gives the references of other tools the words of what each leads to: package
// foreign knows the ids of a chapter, and no captions.
func (r *reader) refer(c *book.Chapter) {
	var words map[string]string
	for _, run := range book.RunsOf(c) {
		book.WalkInlines(run, func(in book.Inline) bool {
			link, ok := in.(*book.Link)
			if !ok || !isReference(link) {
				return true
			}
			if words == nil {
				words = wordsOf(c)
			}
			if text := words[link.URL[1:]]; text != "" {
				link.Content = []book.Inline{&book.Text{Value: Quote(text, c.Lang), Pos: link.Pos}}
			}
			return false
		})
	}
}

// isReference reports whether a link leads to an id and has no words but that id.
func isReference(l *book.Link) bool {
	id, ok := strings.CutPrefix(l.URL, "#")
	if !ok || len(l.Content) != 1 {
		return false
	}
	t, ok := l.Content[0].(*book.Text)
	return ok && t.Value == foreign.Reference+id
}

// wordsOf returns what names each part of a chapter that has an id: the words of a
// heading, the caption of a figure or what it shows.
func wordsOf(c *book.Chapter) map[string]string {
	words := map[string]string{}
	for _, b := range book.BlocksOf(c) {
		switch b := b.(type) {
		case *book.Heading:
			words[b.ID] = book.PlainText(b.Content)
		case *book.Figure:
			words[b.ID] = cmp.Or(book.PlainText(b.Caption), b.Image.Alt)
		case *book.Division:
			words[b.ID] = book.PlainText(b.Title)
			if len(b.Blocks) == 1 && words[b.ID] == "" {
				if f, ok := b.Blocks[0].(*book.Formula); ok {
					words[b.ID] = f.Math.Text
				}
			}
		}
	}
	return words
}
