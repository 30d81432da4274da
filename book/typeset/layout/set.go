package layout

import (
	"cmp"
	"fmt"
	"runtime"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/parallel"
	"octavo/book/font/shape"
	"octavo/book/language/hyphen"
	"octavo/book/language/locale"
	"octavo/book/matter"
	"octavo/book/typeset/document"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// Options are what an edition adds to its book and theme. The zero value is a
// book for the screen in the theme's own trim, with the built-in fonts.
type Options struct {
	Fonts   *shape.Library // nil: the built-in ones
	Workers int            // chapters set at the same time; 0: one for each processor
	// Cover is the picture of the first page; nil: there is no cover page.
	Cover     *book.Picture
	CoverAlt  string         // stands for it where it is not seen; "" has it made of the title
	Generator string         // name and version of the compiler, for the colophon
	Words     *locale.Locale // nil: those of the book's language, with its own
	Trim      string         // "" for the theme's own
	Media     book.Media
	Ink       book.Ink // the zero value: the colours of the theme
}

// An engine is what one goroutine needs to set text and to divide it into pages.
type engine struct {
	*para.Engine
	pages pagebreak.Breaker
}

func newEngine(lib *shape.Library, th *theme.Theme, divided map[string][]string) *engine {
	return &engine{Engine: para.New(lib, th, divided)}
}

// A job is a book that is set: what all its sections share and none changes.
type job struct {
	theme    *theme.Theme
	book     *book.Book
	opt      Options
	geo      theme.Geometry
	screen   bool
	places   *places
	words    *locale.Locale
	patterns map[string]*hyphen.Hyphenator // the manuscript's own, by canonical tag
	root     *document.Element
	sections []*matter.Section
}

// Set sets a book on pages. The diagnostics are faults of the manuscript that
// only show when it is set, sorted; an error is returned for an impossible trim.
//
// The result does not depend on the number of workers.
func Set(b *book.Book, th *theme.Theme, opt Options) (*document.Document, []book.Diagnostic, error) {
	doc, list, err := compose(b, th, opt)
	if err == nil && opt.Media == book.Print {
		doc.ForPress()
	}
	return doc, list, err
}

// compose is Set but for what a press does not take.
func compose(b *book.Book, th *theme.Theme, opt Options) (*document.Document, []book.Diagnostic, error) {
	th, geo, ok := th.Fit(opt.Trim, opt.Media)
	if !ok {
		return nil, nil, fmt.Errorf("unknown trim %q", opt.Trim)
	}
	// Eight ems are about 16 letters, and eight lines a heading with its text: with less, no
	// rule over lines and pages can hold. By eye.
	if geo.Measure < 8*th.Style(theme.Paragraph).Size || geo.Lines < 8 {
		return nil, nil, fmt.Errorf("trim %q has no room for text", opt.Trim)
	}
	if opt.Ink == book.Black {
		th = th.Black()
	}
	if opt.Fonts == nil {
		opt.Fonts = shape.Builtin()
	}
	if opt.Words == nil {
		opt.Words, _ = locale.For(b.Language).With(b.Words)
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	j := &job{
		theme: th,
		book:  b, opt: opt, geo: geo, screen: opt.Media != book.Print, places: newPlaces(b),
		words: opt.Words, patterns: para.Patterns(b.Patterns),
		root: &document.Element{Type: "Document", Lang: b.Language},
	}
	j.root.Title = b.Title
	j.sections = matter.Compose(b, j.composition(th))
	a := &assembly{job: j, engine: j.newEngine(th)}
	a.articles(j.setAll(th))
	return a.finish(), a.diagnostics(), nil
}

// newEngine returns an engine with what the manuscript says of hyphenation.
func (j *job) newEngine(th *theme.Theme) *engine {
	e := newEngine(j.opt.Fonts, th, j.book.Hyphenate)
	e.Own = j.patterns
	return e
}

// composition says what of the matter around the chapters the edition has.
func (j *job) composition(th *theme.Theme) matter.Options {
	opt := matter.Options{
		Words: j.words, Generator: j.opt.Generator, HalfTitle: !j.screen,
		Faces: []string{th.Fonts.Serif, th.Fonts.Sans, th.Fonts.Mono},
		// A printed book has its cover from another file.
		Cover: j.opt.Cover != nil && j.screen, CoverAlt: j.opt.CoverAlt,
	}
	return opt
}

// A body is the chapters of a book once they are set, and the structure of its parts.
type body struct {
	parts    map[*matter.Section]*document.Element
	chapters map[*matter.Section]*output
}

// setAll sets all chapters, several at a time.
func (j *job) setAll(th *theme.Theme) *body {
	out := &body{parts: map[*matter.Section]*document.Element{}, chapters: map[*matter.Section]*output{}}
	type task struct {
		sec    *matter.Section
		parent *document.Element
		set    *output
	}
	var tasks []*task
	for _, sec := range j.sections {
		switch {
		case sec.Part != nil:
			out.parts[sec] = document.NewElement(j.root, "Part")
		case sec.Chapter != nil:
			tasks = append(tasks, &task{sec: sec, parent: cmp.Or(out.parts[sec.Within], j.root)})
		}
	}
	workers := min(j.opt.Workers, len(tasks))
	engines := make(chan *engine, workers) // that no worker uses
	for range workers {
		engines <- j.newEngine(th)
	}
	parallel.Each(len(tasks), workers, func(i int) {
		t, e := tasks[i], <-engines
		defer func() { engines <- e }()
		defer fault.In(t.sec.Chapter.File)
		t.set = j.setChapter(e, t.sec, t.parent)
	})
	for _, t := range tasks {
		out.chapters[t.sec] = t.set
	}
	return out
}
