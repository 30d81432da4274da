package markdown

import (
	"maps"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/language/langtag"
	"octavo/book/markup/yaml"
	"octavo/book/source/rawhtml"
)

// A draft is a chapter whose front matter is being read. Markdown is read when
// all keys are known, since its quotation marks depend on the language.
type draft struct {
	*reader
	chapter *book.Chapter
	opts    Options
	later   []func()
	// opening are those of later whose texts may call notes, in the order of the page.
	opening [openings]func()
}

// The texts of an opening, in the order of the page.
const (
	atKicker = iota
	atTitle
	atSubtitle
	atImage
	openings
)

// Keys returns the keys of a chapter's front matter.
func Keys() []yaml.Key { return chapterKeys.Shape().Keys }

// PersonShape is the shape of an author or contributor.
func PersonShape() yaml.Shape {
	keys := personKeys.Shape()
	keys.Need = []string{"name", "bio"}
	return yaml.OneOf.Of(yaml.Shape{Form: yaml.AnyText}, keys)
}

var (
	inlineShape = yaml.Shape{Form: yaml.Inline}
	textShape   = yaml.Shape{Form: yaml.AnyText}
	dayShape    = yaml.Shape{Form: yaml.Day}
	langShape   = yaml.Shape{Form: yaml.AnyText, Pattern: langtag.Pattern}
	widthShape  = yaml.Shape{Form: yaml.AnyText, Pattern: `^(?:100(?:\.0)?|[1-9][0-9]?(?:\.[0-9])?|0\.[1-9])%$|^[1-9][0-9]{0,3}(?:px)?$|^[1-9][0-9]{0,3}(?:\.[0-9]{1,2})?(?:mm|cm|in|pt)$`}
)

var chapterKeys = yaml.Object[draft]{
	yaml.NewField("title", "the headline; without it, the first heading", inlineShape, func(d *draft, v yaml.Value) {
		d.chapter.Pos = v.Pos()
		d.inlineLater(atTitle, &d.chapter.Title, v)
	}),
	yaml.NewField("short-title", "the headline in running heads", inlineShape, func(d *draft, v yaml.Value) {
		d.later = append(d.later, func() { d.chapter.Short = spaced(book.PlainText(d.value(v))) })
	}),
	yaml.NewField("subtitle", "the standfirst", inlineShape, func(d *draft, v yaml.Value) { d.inlineLater(atSubtitle, &d.chapter.Subtitle, v) }),
	yaml.NewField("kicker", "the words above the headline", inlineShape, func(d *draft, v yaml.Value) { d.inlineLater(atKicker, &d.chapter.Kicker, v) }),
	yaml.NewField("date", "when it was first published", dayShape, func(d *draft, v yaml.Value) { d.chapter.Date = d.day(v) }),
	yaml.NewField("updated", "when it was last changed", dayShape, func(d *draft, v yaml.Value) { d.chapter.Updated = d.day(v) }),
	yaml.NewField("publish", "the day from which the book has it", yaml.OneOf.Of(dayShape, yaml.Shape{Form: yaml.Flag}), func(d *draft, v yaml.Value) {
		d.chapter.Held = v.Pos()
		if public, ok := v.Flag(); ok { // as Obsidian has it
			d.chapter.Draft = d.chapter.Draft || !public
			return
		}
		d.chapter.Publish = v.Date()
	}),
	yaml.NewField("draft", "whether the book leaves it out", yaml.Shape{Form: yaml.Flag}, func(d *draft, v yaml.Value) {
		if v.Bool() {
			d.chapter.Draft, d.chapter.Held = true, v.Pos()
		}
	}),
	yaml.NewField("source", "where it first appeared", yaml.OneOf.Of(textShape, sourceKeys.Shape()), (*draft).source),
	yaml.NewField("authors", "who wrote it", yaml.OneOf.Of(yaml.ListOf.Of(PersonShape()), PersonShape()), (*draft).authors),
	yaml.NewField("translators", "who translated it", yaml.OneOf.Of(yaml.ListOf.Of(PersonShape()), PersonShape()), contributors("trl")),
	yaml.NewField("contributors", "others who had a part in it, with their roles", yaml.OneOf.Of(yaml.ListOf.Of(PersonShape()), PersonShape()), contributors("ctb")),
	yaml.NewField("editors-note", "a note before the article", yaml.Shape{Form: yaml.Blocks}, func(d *draft, v yaml.Value) {
		d.later = append(d.later, func() {
			t := v.Located()
			d.chapter.EditorsNote = d.blocksOf([]byte(t.Value), t.Pos)
		})
	}),
	yaml.NewField("image", "the lead figure", yaml.OneOf.Of(yaml.Shape{Form: yaml.FilePath}, imageKeys.Shape()), func(d *draft, v yaml.Value) {
		d.opening[atImage] = func() { d.image(v) }
	}),
	yaml.NewField("lang", "the language, when it is not the book's", langShape, func(d *draft, v yaml.Value) {
		if d.language(v.Line(), v.Pos()) {
			d.chapter.Lang = v.Line()
		}
	}),
	yaml.NewField("id", "an id by which links may name it, beside its file", textShape, func(d *draft, v yaml.Value) { d.chapter.Anchor = v.Line() }),
	yaml.NewField("math", "whether dollar signs enclose formulas, $x^2$", yaml.Shape{Form: yaml.Flag}, func(d *draft, v yaml.Value) { d.chapter.Math = v.Bool() }),
}

// frontMatter fills c from its front matter. The Markdown in it is read by the function that
// is returned, nil for none, from which it may call the notes of a text.
func (r *reader) frontMatter(c *book.Chapter, front *yaml.Document, opts Options) (values func(*document)) {
	r.lang, r.math = c.Lang, c.Math
	if front == nil {
		return nil
	}
	if !front.Broken() {
		c.Pos = book.Pos{File: c.File, Line: 1, Col: 1} // until there is a title
	}
	d := &draft{reader: r, chapter: c, opts: opts}
	rest, given := chapterKeys.Take(d, front.Root)
	d.foreign(rest, given)
	r.lang, r.math = c.Lang, c.Math // which may be other ones now
	return func(text *document) {
		leave := r.belong(text)
		for _, f := range d.opening {
			if f != nil {
				f()
			}
		}
		leave()
		for _, f := range d.later {
			f()
		}
		r.report(front.Diagnostics()...)
	}
}

// spaced returns s with single spaces and none at its ends.
func spaced(s string) string {
	return strings.TrimSpace(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " "))
}

func (d *draft) inlineLater(place int, to *[]book.Inline, v yaml.Value) {
	d.opening[place] = func() { *to = d.value(v) }
}

// value reads a scalar as one run of Markdown.
func (r *reader) value(v yaml.Value) []book.Inline {
	t := v.Located()
	if list, ok := r.simple([]byte(t.Value), t.Pos); ok {
		return list
	}
	at := make([]int, len(t.Value))
	for i := range at {
		at[i] = i
	}
	text, at := oneLine([]byte(t.Value), at)
	list := r.inline(text, func(i int) book.Pos {
		if i < len(at) {
			return t.Pos(at[i])
		}
		return t.Pos(len(t.Value))
	})
	if hasPlace(list) {
		list = rawhtml.Trim(tidy(withoutPlaces(list)))
		r.report(rule.AttributeUnknown.At(v.Pos(), "delete it, and link to the chapter's file",
			"an id in front matter is no place: its words stand in several places of the book"))
	}
	if len(list) == 1 {
		if t, ok := list[0].(*book.Text); ok && strings.TrimSpace(t.Value) == "" {
			return nil // no-break spaces are as good as nothing
		}
	}
	return list
}

var sourceKeys = yaml.Object[book.Source]{
	yaml.NewField("name", "the publication", textShape, func(s *book.Source, v yaml.Value) { s.Name = v.Line() }),
	yaml.NewField("url", "its address", textShape, func(s *book.Source, v yaml.Value) { s.URL = Address(v) }),
}

func (d *draft) source(v yaml.Value) {
	s := &d.chapter.Source
	s.Pos = v.Pos()
	if v.Kind() == yaml.Scalar {
		s.Name = v.Line()
	} else {
		sourceKeys.Decode(s, v)
	}
	d.later = append(d.later, func() { s.Name = Quote(s.Name, d.lang) })
}

// authors reads a list of authors, or one author alone. Who is there with another role
// is a contributor.
func (d *draft) authors(v yaml.Value) { d.people(v, "aut") }

// contributors returns a reader of people who have a role if they state none.
func contributors(role string) func(*draft, yaml.Value) {
	return func(d *draft, v yaml.Value) { d.people(v, role) }
}

func (d *draft) people(v yaml.Value, role string) {
	d.later = append(d.later, func() {
		values := []yaml.Value{v}
		if v.Kind() == yaml.List {
			values = v.Items()
		}
		for _, v := range values {
			switch p := d.named(v, role); {
			case p == nil:
			case p.Role == "aut":
				d.chapter.Authors = append(d.chapter.Authors, p)
			default:
				d.chapter.Contributors = append(d.chapter.Contributors, p)
			}
		}
	})
}

// named reads one of the people of a chapter: a mapping, the key of one of the book's
// people, or a name of several words.
func (d *draft) named(v yaml.Value, role string) *book.Person {
	if v.Kind() != yaml.Scalar {
		return d.mapped(v, role)
	}
	key := v.Line()
	if p, ok := d.opts.People[key]; ok {
		if role == "aut" {
			return p
		}
		return p.As(role)
	}
	if strings.Contains(key, " ") || !isPersonKey(key) || len(d.opts.People) == 0 {
		name := Quote(key, d.lang)
		return &book.Person{Name: name, FileAs: FileAs(name), Role: role, Pos: v.Pos()}
	}
	return d.unknown(key, v)
}

// mapped reads a mapping: who that is, or the key of one of the book's people with the
// role here.
func (d *draft) mapped(v yaml.Value, role string) *book.Person {
	p := d.person(v, role)
	if p == nil || p.Key == "" {
		return p
	}
	known, ok := d.opts.People[p.Key]
	if !ok {
		return d.unknown(p.Key, v)
	}
	if p.Role == role && role == "ctb" {
		return known.As(role) // nothing is said here
	}
	named := *known
	named.Role = p.Role
	return &named
}

// unknown reports a key that none of the book's people has.
func (d *draft) unknown(key string, v yaml.Value) *book.Person {
	hint := nearest.Hint(key, slices.Sorted(maps.Keys(d.opts.People)), "name the author among the people of book.yaml, or write {name: ...}")
	v.Report(rule.PersonUnknown.At(v.Pos(), hint, "no one of the key %q is among the people of the book", clip(key)))
	return nil
}

// isPersonKey reports whether one word is a key as authors choose them, in small letters
// of ASCII, and not a name such as Voltaire or 金庸.
func isPersonKey(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-_") == ""
}

var imageKeys = yaml.Object[imageDraft]{
	yaml.NewField("src", "the file", yaml.Shape{Form: yaml.FilePath}, (*imageDraft).src),
	yaml.NewField("alt", "what it shows, for those who cannot see it", textShape, (*imageDraft).alt),
	yaml.NewField("caption", "the words below it", inlineShape, func(i *imageDraft, v yaml.Value) { i.figure.Caption = i.value(v) }),
	yaml.NewField("credit", "whom it is from", inlineShape, (*imageDraft).credit),
	yaml.NewField(sourceKey, "the address where the file is to be had", textShape, (*imageDraft).source),
	yaml.NewField("width", "share of the text width, such as 60%", widthShape, func(i *imageDraft, v yaml.Value) {
		w, ok := parseWidth(v.Text())
		if !ok {
			v.Report(rule.WidthFormat.At(v.Pos(), "write a share of the text width, such as 60%", "%q is no width", clip(v.Text())))
		}
		i.figure.Width = w
	}),
	yaml.NewField("decorative", "whether it needs no alternative text", yaml.Shape{Form: yaml.Flag}, func(i *imageDraft, v yaml.Value) {
		i.figure.Decorative = v.Bool()
	}),
	yaml.NewField("described-by", "#id of the heading or figure whose text describes it at length", textShape, func(i *imageDraft, v yaml.Value) {
		i.figure.Details = &book.Link{URL: v.Text(), Pos: v.Pos()}
	}),
	yaml.NewField("id", "its anchor for links", textShape, func(i *imageDraft, v yaml.Value) { i.figure.ID = v.Text() }),
}

type imageDraft struct {
	*reader
	figure *book.Figure
}

func (i *imageDraft) src(v yaml.Value) { i.figure.Image.Src, i.figure.Image.Pos = v.Text(), v.Pos() }

func (i *imageDraft) alt(v yaml.Value) { i.figure.Image.Alt = Quote(v.Line(), i.lang) }

func (i *imageDraft) source(v yaml.Value) {
	var told *book.Diagnostic
	if i.figure.Image.Source, told = rawhtml.Web(v.Text(), v.Pos()); told != nil {
		v.Report(*told)
	}
}

func (i *imageDraft) credit(v yaml.Value) { i.figure.Credit = i.value(v) }

func (d *draft) image(v yaml.Value) {
	f := d.figure(v, imageKeys)
	if f.Image.Src == "" {
		d.report(rule.ImageEmpty.At(v.Pos(), "add src: and the file, or delete the key", "the lead image names no file; it is left out"))
		return
	}
	d.chapter.Image = f
}

// figure reads a picture that front matter names.
func (r *reader) figure(v yaml.Value, keys yaml.Object[imageDraft]) *book.Figure {
	i := &imageDraft{r, &book.Figure{Image: &book.Image{Pos: v.Pos()}, Pos: v.Pos()}}
	if v.Kind() == yaml.Scalar {
		i.figure.Image.Src = v.Text()
	} else {
		keys.Decode(i, v)
	}
	return i.figure
}

// noteMatter fills n from the front matter of a note.
func (r *reader) noteMatter(n *book.Note, front *yaml.Document, opts Options) {
	r.lang = opts.Language
	if front == nil {
		return
	}
	var title func()
	keys := yaml.Object[book.Note]{
		yaml.NewField("title", "its headline", inlineShape, func(n *book.Note, v yaml.Value) {
			title = func() { n.Title = r.value(v) }
		}),
		yaml.NewField("lang", "its language", textShape, func(n *book.Note, v yaml.Value) {
			if r.language(v.Line(), v.Pos()) {
				n.Lang = v.Line()
			}
		}),
	}
	keys.Decode(n, front.Root)
	r.lang = n.Lang
	if title != nil {
		title()
	}
	r.report(front.Diagnostics()...)
}

// Inline reads a scalar as one run of Markdown in a language.
func Inline(v yaml.Value, lang string) []book.Inline {
	r := &reader{lang: lang}
	list := r.value(v)
	v.Report(r.list...)
	return list
}
