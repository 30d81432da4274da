package manifest

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
	"octavo/book/source/markdown"
	"octavo/book/typeset/theme"
)

func (r *reader) subjects(v yaml.Value) {
	for _, v := range many(v) {
		s := book.Subject{Text: v.Line()}
		for _, scheme := range []string{"BISAC", "Thema"} {
			name, code, ok := strings.Cut(s.Text, ":")
			if ok && strings.EqualFold(name, scheme) {
				s = book.Subject{Scheme: scheme, Text: strings.TrimSpace(code)}
			}
		}
		if s.Text != "" {
			r.Book.Subjects = append(r.Book.Subjects, s)
		}
	}
}

// The words that an edition may be described by.
var (
	formats   = book.Formats()
	media     = []book.Media{book.Screen, book.Print}
	inks      = []book.Ink{book.Black, book.Colour}
	profiles  = []book.Profile{book.Kindle}
	standards = []book.Standard{book.UA1A2a, book.UA2}
)

var editionKeys = yaml.Object[book.Edition]{
	yaml.Required(yaml.NewField("format", "epub or pdf", yaml.ChoiceOf(formats), func(e *book.Edition, v yaml.Value) { e.Format = yaml.Choose(v, formats) })),
	yaml.NewField("trim", "the page size of a PDF, such as A5 or 6in x 9in", text, func(e *book.Edition, v yaml.Value) {
		e.Trim = v.Line()
		if _, ok := theme.ParseTrim(e.Trim); !ok {
			v.Report(rule.EditionTrim.At(v.Pos(), theme.TrimHint(e.Trim), "unknown trim %q", e.Trim))
		}
	}),
	yaml.NewField("media", "screen or print", yaml.ChoiceOf(media), func(e *book.Edition, v yaml.Value) { e.Media = yaml.Choose(v, media) }),
	yaml.NewField("ink", "black for text and rules in black alone, as print has them, or color for the colours of the theme", yaml.ChoiceOf(inks), func(e *book.Edition, v yaml.Value) {
		e.Ink = yaml.Choose(v, inks)
	}),
	yaml.NewField("standard", "ua-1+a-2a for a PDF that is PDF/UA-1 and PDF/A-2a, as all are by default, or ua-2 for PDF/UA-2 and WTPDF in PDF 2.0", yaml.ChoiceOf(standards), func(e *book.Edition, v yaml.Value) {
		e.Standard = yaml.Choose(v, standards)
	}),
	yaml.NewField("bookmarks", "false for a PDF without bookmarks, which Amazon asks of files for print", flag, func(e *book.Edition, v yaml.Value) { e.NoBookmarks = !v.Bool() }),
	yaml.NewField("profile", "kindle for an EPUB that Kindle's conversion takes", yaml.ChoiceOf(profiles), func(e *book.Edition, v yaml.Value) {
		e.Profile = yaml.Choose(v, profiles)
	}),
	yaml.NewField("identifier", "isbn:... or urn:uuid:... of this edition, when it has one of its own", text, func(e *book.Edition, v yaml.Value) {
		e.Identifier = readIdentifier(v)
	}),
}

func (r *reader) editions(v yaml.Value) {
	for _, v := range v.Items() {
		e := book.Edition{Pos: v.Pos()}
		if v.Kind() == yaml.Scalar {
			e.Format = yaml.Choose(v, formats)
		} else {
			editionKeys.Decode(&e, v)
			fitting(e, v)
		}
		if e.Format != "" {
			r.Book.Editions = append(r.Book.Editions, e)
		}
	}
}

// fitting reports the settings of an edition that its format does not have. An unknown
// format has been reported before.
func fitting(e book.Edition, v yaml.Value) {
	switch e.Format {
	case book.EPUB:
		if e.Trim != "" || e.Media != "" || e.Ink != "" {
			v.Report(rule.EditionTrim.At(v.Pos(), "leave it out, or make this edition a PDF", "an EPUB has neither a trim nor a medium nor an ink"))
		}
		if e.NoBookmarks {
			v.Report(rule.EditionProfile.At(v.Pos(), "leave it out, or make this edition a PDF", "an EPUB has contents and no bookmarks"))
		}
		if e.Standard != "" {
			v.Report(rule.EditionProfile.At(v.Pos(), "leave it out, or make this edition a PDF", "an EPUB has no standard %s", e.Standard))
		}
	case book.PDF:
		if e.Profile != "" {
			v.Report(rule.EditionProfile.At(v.Pos(), "leave it out, or make this edition an EPUB", "a PDF has no profile %s", e.Profile))
		}
	}
}

// A partDraft is a part whose mapping is being read.
type partDraft struct {
	*reader
	index int // of the part in Parts
}

var partKeys = yaml.Object[partDraft]{
	yaml.Required(yaml.NewField("part", "the title of the part", inline, func(p *partDraft, v yaml.Value) {
		part := p.Parts[p.index].Part
		part.Pos = v.Pos()
		p.later = append(p.later, func(lang string) {
			part.Title = markdown.Inline(v, lang)
			part.ID = p.partID(book.PlainText(part.Title))
		})
	})),
	yaml.Required(yaml.NewField("chapters", "its chapters in their order", yaml.ListOf.Of(file), func(p *partDraft, v yaml.Value) {
		for _, v := range v.Items() {
			p.chapter(p.index, v)
		}
	})),
}

func chaptersShape() yaml.Shape { return yaml.ListOf.Of(yaml.OneOf.Of(file, partKeys.Shape())) }

// chapters reads the list of chapters and parts.
func (r *reader) chapters(v yaml.Value) {
	for _, v := range v.Items() {
		if v.Kind() == yaml.Map {
			r.part = 0
			r.Parts = append(r.Parts, Part{Part: &book.Part{Pos: v.Pos()}})
			partKeys.Decode(&partDraft{r, len(r.Parts) - 1}, v)
			continue
		}
		if r.part == 0 {
			r.Parts = append(r.Parts, Part{Part: &book.Part{Pos: v.Pos()}})
			r.part = len(r.Parts)
		}
		r.chapter(r.part-1, v)
	}
}

func (r *reader) chapter(part int, v yaml.Value) {
	if name := v.Line(); name != "" {
		r.Parts[part].Chapters = append(r.Parts[part].Chapters, Path{name, v.Pos()})
	}
}

// partID returns an id for a part by its title: "part-" and its slug, with a
// number when another part has that id.
func (r *reader) partID(title string) string {
	base := "part-" + markdown.Slug(title)
	id := base
	for i := 2; r.ids[id]; i++ {
		id = base + "-" + strconv.Itoa(i)
	}
	if r.ids == nil {
		r.ids = map[string]bool{}
	}
	r.ids[id] = true
	return id
}
