package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/markdown"
)

// A typesetter cleans runs of text of one language.
type typesetter struct {
	lang string
	set  bool // package markdown has read the text, which stays as it is
}

// Characters that stand among the texts while quotation marks are bent: a code span or
// image counts as a word, a border between two texts as nothing.
const (
	object = "\uFFFC"
	border = "\uFFF9"
)

// plain cleans text without markup.
func (t typesetter) plain(s string) string {
	c := t.cleaner()
	return markdown.Quote(dashes(strings.TrimSpace(c.text(s))), t.lang)
}

// cleaner returns a cleaner at the beginning of a run. French sets no-break
// spaces before its punctuation; in other languages the no-break spaces of a site are an
// accident of its markup.
func (t typesetter) cleaner() cleaner {
	return cleaner{space: true, loose: language(t.lang) != "fr"}
}

// line cleans a run that has no line breaks.
func (t typesetter) line(list []book.Inline) []book.Inline {
	if t.set {
		return t.run(list)
	}
	return t.run(unbroken(list))
}

func unbroken(list []book.Inline) []book.Inline {
	out := make([]book.Inline, 0, len(list))
	for _, in := range list {
		if _, ok := in.(*book.LineBreak); ok {
			in = &book.Text{Value: " "}
		}
		out = append(out, in)
	}
	return out
}

// run cleans a run: white space is collapsed, straight quotation marks are
// bent, addresses are links, nothing is empty, and neighbouring texts are one.
func (t typesetter) run(list []book.Inline) []book.Inline {
	if t.set {
		return draft.Trim(readdressed(list))
	}
	c := t.cleaner()
	list = draft.Trim(c.inlines(list))
	list = linked(t.bend(list))
	return tidy(list)
}

// readdressed gives the links of a run addresses that a chapter may have, and leaves the words of
// those that have none.
func readdressed(list []book.Inline) (out []book.Inline) {
	for _, in := range list {
		if content := book.InlineContent(in); content != nil {
			*content = readdressed(*content)
		}
		if l, ok := in.(*book.Link); ok {
			if l.URL = address(l.URL); l.URL == "" {
				out = append(out, l.Content...)
				continue
			}
		}
		out = append(out, in)
	}
	return out
}

// A cleaner collapses white space over the borders of inlines.
type cleaner struct {
	space bool // a space was written last
	loose bool // no-break spaces are spaces
}

func (c *cleaner) inlines(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		switch v := in.(type) {
		case *book.Text:
			in = &book.Text{Value: c.text(v.Value), Pos: v.Pos}
		case *book.Styled, *book.Span, *book.Ruby, *book.Link:
			in = book.WithContent(in, c.inlines(book.InlineChildren(in)))
		case *book.LineBreak:
			out = draft.Trim(out)
			c.space = true
			if len(out) == 0 {
				continue
			}
		case *book.Code, *book.InlineImage, *book.NoteRef, *book.Math:
			c.space = false
		}
		out = append(out, in)
	}
	return out
}

func (c *cleaner) text(s string) string {
	var b strings.Builder
	for _, r := range s {
		if !isText(r) {
			continue
		}
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0' && c.loose {
			if !c.space {
				b.WriteByte(' ')
			}
			c.space = true
			continue
		}
		c.space = false
		b.WriteRune(r)
	}
	return b.String()
}

// isText reports whether a character may be in the text of a chapter: the characters
// that XML allows, but for marks that editors leave behind, such as a byte order mark, and
// for the two that stand for something here (object, border).
func isText(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return true
	case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, r >= 0xd800 && r <= 0xdfff:
		return false
	case r == '\ufeff', r == '\ufff9', r == '\ufffa', r == '\ufffb', r == '\ufffc', r == '\u2028', r == '\u2029':
		return false
	}
	return true
}

// bend gives the texts of a run typographic quotation marks, seen together.
func (t typesetter) bend(list []book.Inline) []book.Inline {
	var texts []*book.Text
	var all strings.Builder
	var collect func(list []book.Inline)
	collect = func(list []book.Inline) {
		for _, in := range list {
			switch v := in.(type) {
			case *book.Text:
				texts = append(texts, v)
				all.WriteString(v.Value + border)
			case *book.Styled, *book.Span, *book.Ruby, *book.Link:
				collect(book.InlineChildren(in))
			case *book.LineBreak:
				all.WriteString(" " + border)
				texts = append(texts, nil)
			case *book.Code, *book.InlineImage, *book.NoteRef, *book.Math:
				all.WriteString(object + border)
				texts = append(texts, nil)
			}
		}
	}
	collect(list)
	for i, s := range strings.SplitN(markdown.Quote(dashes(all.String()), t.lang), border, len(texts)+1) {
		if i < len(texts) && texts[i] != nil {
			texts[i].Value = s
		}
	}
	return list
}

// dashes makes en dashes of hyphens between spaces, as typewriters and sites
// have them, but not of hyphens between figures, which may be signs of minus.
func dashes(s string) string {
	const hyphen = " - "
	var b strings.Builder
	for {
		i := strings.Index(s, hyphen)
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		end := i + len(hyphen)
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[end:])
		dash := hyphen
		if !unicode.IsDigit(before) || !unicode.IsDigit(after) {
			dash = " – "
		}
		// The space behind may be the one before the next hyphen.
		b.WriteString(s[:i] + dash[:len(dash)-1])
		s = s[end-1:]
	}
}

// tidy removes what is empty and joins neighbouring texts.
func tidy(list []book.Inline) []book.Inline { return tidyTo(nil, list) }

func tidyTo(out, list []book.Inline) []book.Inline {
	for _, in := range list {
		switch v := in.(type) {
		case *book.Text:
			out = addText(out, v)
			continue
		case *book.Styled:
			if v.Content = tidy(v.Content); len(v.Content) == 0 {
				continue
			}
		case *book.Span:
			if v.ID == "" && v.Lang == "" && v.Dir == book.DirInherit && v.Title == "" && !v.Indexed {
				out = tidyTo(out, v.Content)
				continue
			}
			if v.Content = tidy(v.Content); len(v.Content) == 0 && v.ID == "" {
				continue
			}
		case *book.Ruby:
			if v.Content = tidy(v.Content); len(v.Content) == 0 {
				continue
			}
		case *book.Link:
			v.URL, v.Title = address(v.URL), ""
			if v.URL == "" {
				out = tidyTo(out, v.Content)
				continue
			}
			if v.Content = tidy(v.Content); len(v.Content) == 0 {
				continue
			}
		case *book.Code:
			if strings.TrimSpace(v.Value) == "" {
				continue
			}
		case *book.InlineImage, *book.NoteRef, *book.LineBreak, *book.Math: // never empty
		}
		out = append(out, in)
	}
	return out
}

// addText appends a text, to the one before it where there is one.
func addText(out []book.Inline, t *book.Text) []book.Inline {
	if t.Value == "" {
		return out
	}
	if n := len(out); n > 0 {
		if last, ok := out[n-1].(*book.Text); ok {
			out[n-1] = &book.Text{Value: last.Value + t.Value, Pos: last.Pos}
			return out
		}
	}
	return append(out, t)
}
