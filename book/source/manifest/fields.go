package manifest

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/language/langtag"
	"octavo/book/markup/yaml"
	"octavo/book/source/markdown"
	"octavo/book/typeset/theme"
)

var (
	text    = yaml.Shape{Form: yaml.AnyText}
	inline  = yaml.Shape{Form: yaml.Inline}
	day     = yaml.Shape{Form: yaml.Day}
	file    = yaml.Shape{Form: yaml.FilePath}
	flag    = yaml.Shape{Form: yaml.Flag}
	written = yaml.OneOf.Of(file, yaml.Shape{Form: yaml.Blocks})
	persons = manyOrOne(markdown.PersonShape())
	lang    = yaml.Shape{Form: yaml.AnyText, Pattern: langtag.Pattern}
)

// manyOrOne is the shape of a list whose only item may stand for it.
func manyOrOne(item yaml.Shape) yaml.Shape { return yaml.OneOf.Of(yaml.ListOf.Of(item), item) }

// many returns the items of a list, or the one value that stands for it.
func many(v yaml.Value) []yaml.Value {
	if v.Kind() == yaml.List {
		return v.Items()
	}
	return []yaml.Value{v}
}

// Keys returns the keys of book.yaml.
func Keys() []yaml.Key { return keys().Shape().Keys }

// keys are the keys of the manifest in the order of the manual.
func keys() yaml.Object[reader] {
	return yaml.Object[reader]{
		yaml.Required(yaml.NewField("title", "the title of the book", text, func(r *reader, v yaml.Value) { r.Book.Title = v.Line() })),
		yaml.NewField("subtitle", "the subtitle", text, func(r *reader, v yaml.Value) { r.Book.Subtitle = v.Line() }),
		yaml.Required(yaml.NewField("language", `the main language, such as "en" or "ko"`, lang, func(r *reader, v yaml.Value) { r.lang, r.given = v, true })),
		yaml.NewField("identifier", "isbn:... or urn:uuid:..., the same in each issue", text, (*reader).identifier),
		yaml.NewField("publisher", "who publishes it", text, func(r *reader, v yaml.Value) { r.Book.Publisher = v.Line() }),
		yaml.NewField("place", "the place of publication", text, func(r *reader, v yaml.Value) { r.Book.Place = v.Line() }),
		yaml.NewField("editors", "the editors", persons, contributors("edt")),
		yaml.NewField("translators", "the translators", persons, contributors("trl")),
		yaml.NewField("contributors", "others who made the book, with their roles", persons, contributors("ctb")),
		yaml.NewField("series", "the series of books that it belongs to", yaml.OneOf.Of(text, seriesKeys.Shape()), (*reader).series),
		yaml.NewField("date", "the day of this edition", day, func(r *reader, v yaml.Value) { r.Book.Date = v.Date() }),
		yaml.NewField("rights", "the notice of rights", text, func(r *reader, v yaml.Value) { r.Book.Rights = v.Line() }),
		yaml.NewField("description", "the blurb for stores", text, func(r *reader, v yaml.Value) { r.Book.Description = v.Line() }),
		yaml.NewField("subjects", "keywords, or codes such as BISAC:TRA006000 and Thema:WGG", manyOrOne(text), (*reader).subjects),
		yaml.NewField("cover", "the picture of the cover; one is made when there is none", yaml.OneOf.Of(file, coverKeys.Shape()), (*reader).cover),
		yaml.NewField("logo", "the publisher's logo, instead of the theme's", theme.LogoShape(), func(r *reader, v yaml.Value) { r.Book.Logo = theme.ReadLogo(v) }),
		yaml.NewField("dedication", "to whom the book is dedicated, or a Markdown file of that", written, page(book.DedicationPage)),
		yaml.NewField("epigraph", "the quotation before the book, or a Markdown file of it", written, page(book.EpigraphPage)),
		yaml.NewField("foreword", "the foreword, or a Markdown file of it", written, page(book.ForewordPage)),
		yaml.NewField("editors-note", "the editors' note on the whole book, or a Markdown file of it", written, page(book.EditorsNotePage)),
		yaml.NewField("afterword", "the afterword, or a Markdown file of it", written, page(book.AfterwordPage)),
		yaml.NewField("acknowledgements", "the acknowledgements, or a Markdown file of them", written, page(book.AcknowledgementsPage)),
		yaml.NewField("people", "authors that chapters name by key", yaml.MapOf.Of(markdown.PersonShape()), (*reader).people),
		yaml.Required(yaml.NewField("chapters", "the chapters in their order", chaptersShape(), (*reader).chapters)),
		yaml.NewField("contents-authors", "false for contents, navigation and bookmarks without the names of authors", flag, func(r *reader, v yaml.Value) { r.Book.Anonymous = !v.Bool() }),
		yaml.NewField("list-of-figures", "true for a list of the figures after the contents", flag, func(r *reader, v yaml.Value) { r.Book.ListOfFigures = v.Bool() }),
		yaml.NewField("math", "true when dollar signs enclose formulas in the chapters, $x^2$", flag, func(r *reader, v yaml.Value) { r.Book.Math = v.Bool() }),
		yaml.NewField("theme", "the look of the book: a built-in theme, or a folder with one of its own",
			yaml.OneOf.Of(yaml.ChoiceOf(theme.Names()), file), (*reader).theme),
		yaml.NewField("fonts", "font files that the theme names, and that stand in for characters which its own lack",
			manyOrOne(yaml.OneOf.Of(file, fontKeys.Shape())), (*reader).fonts),
		yaml.NewField("editions", "what to make", yaml.ListOf.Of(yaml.OneOf.Of(yaml.ChoiceOf(formats), editionKeys.Shape())), (*reader).editions),
		yaml.NewField("words", "other words for those that the compiler adds", wordsShape(), (*reader).words),
		yaml.NewField("hyphenate", "words with hyphens where the PDF edition may divide them, and without one when it may not; or a list of them for each language",
			hyphenateShape(), (*reader).hyphenate),
		yaml.NewField("hyphenation", "a file of TeX hyphenation patterns for the book's language, or a map with one for each language",
			yaml.OneOf.Of(file, yaml.MapOf.Of(file)), (*reader).hyphenation),
		yaml.NewField("rules", `what becomes of a rule of "octavo check --rules", or of a group of them: off, warning or error`, rulesShape(), (*reader).rules),
		yaml.NewField("accessibility", "an evaluation by somebody", accessibilityKeys.Shape(), func(r *reader, v yaml.Value) {
			accessibilityKeys.Decode(&r.Book.Accessibility, v)
		}),
	}
}

// language returns the language of the book, "und" when the manifest states none or no
// valid tag.
func (r *reader) language() string {
	if !r.given {
		return "und"
	}
	lang := r.lang.Line()
	if !langtag.Valid(lang) {
		r.lang.Report(rule.LanguageTag.At(r.lang.Pos(), `write a tag such as "en", "ko" or "zh-Hant"`, "%q is no language tag", lang))
		return "und"
	}
	return lang
}

// page takes a piece of matter that stands around the articles: the name of a Markdown
// file, or the text itself.
func page(m book.Matter) func(*reader, yaml.Value) {
	return func(r *reader, v yaml.Value) {
		if isFileName(v.Text()) {
			name := v.Line()
			r.Pages = append(r.Pages, Page{m, Path{name, v.Pos()}})
			return
		}
		r.later = append(r.later, func(lang string) {
			note := markdown.ParseNoteIn(v, markdown.Options{Language: lang, Math: r.Book.Math})
			r.Book.Pages = append(r.Book.Pages, &book.Page{Matter: m, Note: note})
		})
	}
}

// fileName is the form of a file's name: a dot and an ending of two to eight letters and
// figures behind it all. A misspelt name has the form too, so that the file is reported
// as missing, and its name is not printed as the text of a page.
var fileName = pattern.Later(`^[^*_<>\n]*[^.*_<>\n]\.([A-Za-z][A-Za-z0-9]{1,7})$`)

// isFileName reports whether a value names a file, and is no text: one line that ends as
// the names of files do. Initials ("M.C.") and text with markup do not.
func isFileName(s string) bool {
	s = strings.TrimSpace(s)
	return fileName().MatchString(s) || strings.HasPrefix(s, "../") || strings.HasPrefix(s, "/")
}

func contributors(role string) func(*reader, yaml.Value) {
	return func(r *reader, v yaml.Value) {
		values := many(v)
		at := len(r.Book.Contributors)
		r.Book.Contributors = append(r.Book.Contributors, make([]*book.Person, len(values))...)
		r.later = append(r.later, func(lang string) {
			for i, v := range values {
				r.Book.Contributors[at+i] = r.person(v, lang, role)
			}
		})
	}
}

// person reads a contributor; one of the book's people may be named by key.
func (r *reader) person(v yaml.Value, lang, role string) *book.Person {
	if v.Kind() == yaml.Scalar {
		if p, ok := r.People[v.Line()]; ok {
			return p.As(role)
		}
	}
	if p := markdown.Person(v, lang, role); p != nil {
		return p
	}
	return &book.Person{Role: role, Pos: v.Pos()}
}

func (r *reader) people(v yaml.Value) {
	entries := v.Entries()
	// People come before all else that waits, since others name them.
	r.later = append([]func(string){func(lang string) {
		for _, e := range entries {
			if p := markdown.Person(e.Value, lang, "aut"); p != nil {
				p.Key = e.Key
				r.People[e.Key] = p
			}
		}
	}}, r.later...)
}

var seriesKeys = yaml.Object[book.Series]{
	yaml.Required(yaml.NewField("name", "the name of the series", text, func(s *book.Series, v yaml.Value) { s.Name = v.Line() })),
	yaml.NewField("number", "the place of the book in it", text, func(s *book.Series, v yaml.Value) { s.Number = v.Line() }),
}

func (r *reader) series(v yaml.Value) {
	s := &book.Series{}
	if v.Kind() == yaml.Scalar {
		s.Name = v.Line()
	} else {
		seriesKeys.Decode(s, v)
	}
	if s.Name != "" {
		r.Book.Series = s
		r.later = append(r.later, func(lang string) { s.Name = markdown.Quote(s.Name, lang) })
	}
}

var coverKeys = yaml.Object[book.Image]{
	yaml.Required(yaml.NewField("src", "the file", file, func(i *book.Image, v yaml.Value) { i.Src, i.Pos = v.Line(), v.Pos() })),
	yaml.NewField("alt", "what it shows", text, func(i *book.Image, v yaml.Value) { i.Alt = v.Line() }),
}

func (r *reader) cover(v yaml.Value) {
	i := &book.Image{Pos: v.Pos()}
	if v.Kind() == yaml.Scalar {
		i.Src = v.Line()
	} else {
		coverKeys.Decode(i, v)
	}
	if i.Src != "" {
		r.Book.Cover = i
	}
}

func (r *reader) theme(v yaml.Value) {
	name := v.Line()
	if slices.Contains(theme.Names(), name) {
		r.Book.Theme = name
		return
	}
	r.Theme = Path{name, v.Pos()}
}

var accessibilityKeys = yaml.Object[book.Accessibility]{
	yaml.NewField("conforms-to", "the standard that an evaluator found met", text, func(a *book.Accessibility, v yaml.Value) { a.ConformsTo = v.Line() }),
	yaml.NewField("certified-by", "who evaluated the book", text, func(a *book.Accessibility, v yaml.Value) { a.CertifiedBy = v.Line() }),
	yaml.NewField("credential", "the evaluator's credential", text, func(a *book.Accessibility, v yaml.Value) { a.Credential = v.Line() }),
	yaml.NewField("report", "the address of the report", text, func(a *book.Accessibility, v yaml.Value) { a.Report = markdown.Address(v) }),
	yaml.NewField("summary", "instead of the summary that is computed", text, func(a *book.Accessibility, v yaml.Value) { a.Summary = v.Line() }),
}
