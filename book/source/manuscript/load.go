package manuscript

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"syscall"
	"time"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/parallel"
	"octavo/book/base/rule"
	"octavo/book/graphic/picture"
	"octavo/book/language/spacing"
	"octavo/book/source/manifest"
	"octavo/book/source/markdown"
	"octavo/book/source/names"
)

// Options say how to load.
type Options struct {
	// Epoch is the time of the edition; nil is the newest date in the
	// manuscript.
	Epoch *time.Time
	// Drafts takes the chapters that would be left out: drafts, and those whose day has not
	// come.
	Drafts bool
	// Today tells the day of the build; it is asked only when a chapter has a day of
	// publication. nil takes these chapters whatever their day.
	Today func() time.Time
	// Workers bounds the goroutines at work; 0 is one for each processor.
	Workers int
	// Probe reads a picture; nil is [picture.Probe].
	Probe func(path string, data []byte) (*book.Picture, error)
}

// openFolder opens a folder. Opening a named pipe in its place would wait for somebody
// to write to the pipe.
func openFolder(dir string) (*os.Root, error) {
	if st, err := os.Stat(dir); err == nil && !st.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: dir, Err: syscall.ENOTDIR}
	}
	return os.OpenRoot(dir)
}

// Load reads the manuscript in dir. The book is nil when there is no manifest;
// otherwise it holds what could be read. An error is a fault of the world, such
// as a folder that cannot be opened; faults of the manuscript are diagnostics.
func Load(dir string, opts Options) (*book.Book, []book.Diagnostic, error) {
	root, err := openFolder(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open the manuscript: %w", err)
	}
	defer root.Close()
	l := &loader{root: root, opts: opts.defaults(), ids: map[string]bool{}}
	data, err := l.read(manifest.Name, maxManifest)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, []book.Diagnostic{l.noManifest()}, nil
		}
		return nil, []book.Diagnostic{rule.ManifestUnreadable.At(book.Pos{File: manifest.Name}, remedy(err), "%s cannot be read: %s", manifest.Name, reason(err))}, nil
	}
	m, list := manifest.Parse(manifest.Name, data)
	l.report(list...)
	b := l.book(m)
	if b != nil {
		spacing.Apply(b)
	}
	return b, book.SortDiagnostics(l.list), nil
}

func (o Options) defaults() Options {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Probe == nil {
		o.Probe = picture.Probe
	}
	return o
}

// A loader reads one manuscript.
type loader struct {
	root *os.Root
	opts Options
	list []book.Diagnostic
	ids  map[string]bool // of chapters

	left map[string]bool // files of the chapters that are left out
	asOf book.Date       // see [book.Book]

	hints  int      // names looked for
	walked bool     // names are known
	names  []string // of the files in the folder, see listing

	spelling map[string]string   // names with accents by their composed form, see spellings
	byBase   map[string][]string // pictures by their composed names without folders
	notes    notes
}

func (l *loader) report(list ...book.Diagnostic) { l.list = append(l.list, list...) }

// noManifest says that there is no manifest, and where there is one.
func (l *loader) noManifest() book.Diagnostic {
	hint := "name the folder that holds it, or write one with title, language and chapters"
	for _, sub := range []string{"chapters", "book", "manuscript"} {
		if _, err := l.root.Stat(path.Join(sub, manifest.Name)); err == nil {
			hint = "there is one in " + sub + ": name that folder"
			break
		}
	}
	return rule.ManifestMissing.At(book.Pos{File: manifest.Name}, hint, "there is no %s in this folder", manifest.Name)
}

// book reads what the manifest names and joins it to a book.
func (l *loader) book(m *manifest.Manifest) *book.Book {
	b := m.Book
	parts := l.chapterFiles(m)
	chapters := l.parseAll(parts, markdown.Options{Language: b.Language, Math: b.Math, People: m.People, Open: l.open})
	for i, p := range parts {
		part := m.Parts[i].Part
		for range p {
			if chapters[0] != nil {
				part.Chapters = append(part.Chapters, chapters[0])
			}
			chapters = chapters[1:]
		}
		switch {
		case len(part.Chapters) > 0:
			b.Parts = append(b.Parts, part)
		case len(m.Parts[i].Chapters) == 0 && len(part.Title) > 0:
			l.report(rule.PartEmpty.At(part.Pos, "list its chapters, or delete it", "the part %q has no chapters and is left out", clip(book.PlainText(part.Title))))
		}
	}
	if len(b.Parts) == 0 && !book.HasErrors(l.list) {
		l.report(l.noChapters(b))
	}
	for _, p := range m.Pages {
		l.page(b, p)
	}
	slices.SortStableFunc(b.Pages, func(a, b *book.Page) int { return cmp.Compare(a.Matter.Order(), b.Matter.Order()) })
	l.fonts(b, m.Fonts)
	l.theme(b, m.Theme)
	l.patterns(b, m.Patterns)
	l.titles(b)
	l.larger(b)
	l.pictures(b)
	l.coverLogo(b)
	l.links(b)
	book.StandIns(b)
	b.Modified, b.AsOf = l.modified(b), l.asOf
	return b
}

// parseAll reads the chapters of all parts, several at once. A chapter that is left out
// is nil.
func (l *loader) parseAll(parts [][]manifest.Path, opts markdown.Options) []*book.Chapter {
	files := slices.Concat(parts...)
	type result struct {
		chapter *book.Chapter
		list    []book.Diagnostic
	}
	results := make([]result, len(files))
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = f.Name
	}
	fit := l.fitting(names, markdown.MaxBytes, maxAll)
	parallel.Each(len(files), l.opts.Workers, func(i int) {
		f := files[i]
		defer fault.In(f.Name)
		data, err := l.readFitting(f.Name, markdown.MaxBytes, i < fit)
		if err != nil {
			c := &book.Chapter{File: f.Name, ID: markdown.FileID(f.Name), Lang: opts.Language, Pos: book.Pos{File: f.Name}}
			results[i] = result{c, []book.Diagnostic{rule.ChapterUnreadable.At(f.Pos, remedy(err), "the chapter %s cannot be read: %s", f.Name, reason(err))}}
			return
		}
		c, list := markdown.Parse(f.Name, data, opts)
		results[i] = result{c, list}
	})
	chapters := make([]*book.Chapter, len(files))
	var passed []book.PassedKey
	for i, r := range results {
		passed = append(passed, r.chapter.Passed...)
		if why := l.leftOut(r.chapter); why != "" {
			l.leave(r.chapter, r.list, why)
			continue
		}
		chapters[i] = r.chapter
		l.report(r.list...)
		r.chapter.ID = l.chapterID(r.chapter.ID)
	}
	l.passed(passed)
	return chapters
}

// chapterID returns id, or id with a number when another chapter has it.
func (l *loader) chapterID(id string) string {
	base := id
	for i := 2; l.ids[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	l.ids[id] = true
	return id
}

// page reads the file of a piece of matter around the articles.
func (l *loader) page(b *book.Book, p manifest.Page) {
	name, ok := l.name(p.Name, p.Pos)
	if !ok {
		return
	}
	data, err := l.read(name, markdown.MaxBytes)
	if err != nil {
		l.missing(rule.NoteMissing, string(p.Matter), name, p.Pos, err, names.IsMarkdown)
		return
	}
	note, list := markdown.ParseNote(name, data, markdown.Options{Language: b.Language, Math: b.Math, Open: l.open})
	l.report(list...)
	b.Pages = append(b.Pages, &book.Page{Matter: p.Matter, Note: note})
}

// titles reports a missing or repeated title.
func (l *loader) titles(b *book.Book) {
	first := map[string]*book.Chapter{}
	for _, c := range b.Chapters() {
		title := book.PlainText(c.Title)
		if title == "" {
			continue // reported as a missing key
		}
		if other, ok := first[title]; ok {
			l.report(rule.TitleDuplicate.At(c.Pos, "give one of them another", "%s has the same title", other.File))
			continue
		}
		first[title] = c
	}
}

// modified returns the time of the edition: the given one, or the newest date
// in the manuscript. A book without any date is of the first day of 2000: a fixed day
// keeps builds alike, and EPUB asks for one.
func (l *loader) modified(b *book.Book) book.Date {
	if l.opts.Epoch != nil {
		return book.Date{Time: l.opts.Epoch.UTC(), HasTime: true}
	}
	newest := b.Date
	for _, c := range b.Chapters() {
		for _, d := range []book.Date{c.Date, c.Updated} {
			if d.Time.After(newest.Time) {
				newest = d
			}
		}
	}
	if newest.IsZero() {
		return book.Date{Time: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)}
	}
	return newest
}
