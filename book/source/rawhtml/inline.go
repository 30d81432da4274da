package rawhtml

import (
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/language/langtag"
	"octavo/book/markup/css"
)

// Wrap returns what an element of class [Phrase], [Passing] or [Unknown] is in
// the model: one inline around content, or content itself.
func Wrap(t Tag, content []book.Inline, pos book.Pos) ([]book.Inline, []book.Diagnostic) {
	list, faults := phrase(t, content, pos)
	return under(own(t), list), faults
}

// phrase is Wrap but for what any element may say.
func phrase(t Tag, content []book.Inline, pos book.Pos) ([]book.Inline, []book.Diagnostic) {
	if style, ok := styles[t.Name]; ok {
		return around(&book.Styled{Style: style, Content: content}, content), nil
	}
	switch t.Name {
	case "a":
		return link(t, content, pos)
	case "abbr", "acronym":
		if title := t.Get("title"); title != "" {
			return around(&book.Span{Title: title, Content: content}, content), nil
		}
	case "code", "samp", "tt":
		text := strings.Join(strings.Fields(book.PlainText(content)), " ")
		if text == "" {
			return nil, nil
		}
		return []book.Inline{&book.Code{Value: text, Pos: pos}}, nil
	case "span":
		if smallCaps(t) {
			return around(&book.Styled{Style: book.SmallCaps, Content: content}, content), nil
		}
		if t.has(IndexAttribute) {
			return around(&book.Span{Indexed: true, Entry: IndexEntry(t.Get(IndexAttribute)), Content: content}, content), nil
		}
	case "time":
		if when := dateTime(t); when != "" {
			return around(&book.Span{Time: when, Content: content}, content), nil
		}
	case "rt":
		return fence("(", content, ")", pos), nil
	}
	return content, nil
}

// around returns in as the one item of a list, or nothing when it is empty.
func around(in book.Inline, content []book.Inline) []book.Inline {
	if len(content) == 0 {
		return nil
	}
	return []book.Inline{in}
}

func fence(open string, content []book.Inline, end string, pos book.Pos) []book.Inline {
	if len(content) == 0 {
		return nil
	}
	list := append([]book.Inline{&book.Text{Value: open, Pos: pos}}, content...)
	return append(list, &book.Text{Value: end, Pos: pos})
}

func smallCaps(t Tag) bool {
	for _, c := range strings.Fields(t.Get("class")) {
		if c == "smallcaps" || c == "small-caps" {
			return true
		}
	}
	decls, _ := css.Attribute(t.Get("style"))
	for _, name := range []string{"font-variant", "font-variant-caps", "font"} {
		if strings.Contains(strings.ToLower(css.Property(decls, name)), "small-caps") {
			return true
		}
	}
	return false
}

func link(t Tag, content []book.Inline, pos book.Pos) ([]book.Inline, []book.Diagnostic) {
	href := t.Get("href")
	if href == "" || len(content) == 0 {
		return content, nil
	}
	to, ok := Address(href)
	if !ok {
		return content, []book.Diagnostic{Scheme(href, pos)}
	}
	title := strings.Join(strings.Fields(t.Get("title")), " ")
	return []book.Inline{&book.Link{URL: to, Title: title, Content: Unlink(content), Pos: pos}}, nil
}

// Unlink returns list with links replaced by their content, as there can be none
// within a link. Texts that become neighbours are not joined.
func Unlink(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		switch in := in.(type) {
		case *book.Link:
			out = append(out, Unlink(in.Content)...)
			continue
		case *book.Styled:
			in.Content = Unlink(in.Content)
		case *book.Span:
			in.Content = Unlink(in.Content)
		case *book.Ruby:
			in.Content = Unlink(in.Content)
		}
		out = append(out, in)
	}
	return out
}

// IndexAttribute is the attribute of a <span> that the index lists, with the
// entry, or "" for its words.
const IndexAttribute = "data-index-entry"

// IndexEntry returns an entry of the index as the model has it: without what would
// have to be escaped in Markdown, with curly apostrophes.
func IndexEntry(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\'':
			return '’'
		case strings.ContainsRune("\\\"|`<>{}&", r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Language returns the language that an element states, "" for none or for what
// is no language tag.
func Language(t Tag) string {
	lang := t.Get("lang")
	if lang == "" {
		lang = t.Get("xml:lang")
	}
	if !langtag.Valid(lang) {
		return ""
	}
	return lang
}

// Image returns the image of an <img>, nil when it has no source.
func Image(t Tag, pos book.Pos) *book.Image {
	src := t.Get("src")
	if src == "" {
		return nil
	}
	source, _ := Web(t.Get(SourceAttribute), pos)
	return &book.Image{Src: src, Alt: strings.Join(strings.Fields(t.Get("alt")), " "), Source: source, Pos: pos}
}

// SourceAttribute says on an <img> where its file is to be had. HTML leaves names that
// begin so to their authors.
const SourceAttribute = "data-source"

// NoFile reports an image that names no file.
func NoFile(pos book.Pos) book.Diagnostic {
	return rule.ImageEmpty.At(pos, "write the file as its src, or delete the image", "an image without a file")
}

// Dropped reports an element that does not pass.
func Dropped(name string, pos book.Pos) book.Diagnostic {
	hint := ""
	if ClassOf(name) == Unknown {
		hint = "to print the characters, write \\<" + name + ">"
	}
	return rule.RawHTML.At(pos, hint, "the element <%s> is dropped", clip(name))
}

// clip shortens text of the author for a message.
func clip(s string) string { return book.Clip(s, 40) }
