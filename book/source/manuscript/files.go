package manuscript

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/nfc"
	"octavo/book/base/rule"
	"octavo/book/source/manifest"
	"octavo/book/source/names"
)

// Bounds on the files of a manuscript, in bytes but for maxChapters. They are generous:
// a manifest of a thousand chapters has about 50 kB, the scan of a large poster 100 MB,
// and no book has ten thousand articles.
const (
	maxManifest = 1 << 20
	maxPicture  = 200 << 20
	maxChapters = 20_000
	// maxAll bounds the chapters together, and the pictures together: no store
	// takes a book of more than 2 GB, and all of it is held in memory.
	maxAll = 2 << 30
)

// errTooLarge is the error for a file over its bound.
var errTooLarge = errors.New("the file is too large")

// fitting returns how many of the files, from the first on, are of at most
// limit bytes together. A file that cannot be found, or has more than each bytes,
// counts as empty: reading it will say why.
func (l *loader) fitting(names []string, each, limit int64) int {
	var sum int64
	for i, name := range names {
		if info, err := l.root.Stat(name); err == nil && info.Size() <= each {
			sum += info.Size()
		}
		if sum > limit {
			return i
		}
	}
	return len(names)
}

// errNotFile is the error for a folder, a pipe and the like.
var errNotFile = errors.New("it is not a file")

// errTooMuch is the error for a file that the others leave no room for.
var errTooMuch = errors.New("the files of the book are too large together")

// readFitting is read for one of many files: fits says whether the file fits beside
// the files before it.
func (l *loader) readFitting(name string, limit int64, fits bool) ([]byte, error) {
	if !fits {
		return nil, errTooMuch
	}
	return l.read(name, limit)
}

// read returns the content of a file of at most limit bytes. A file may grow while it is
// read, so that the bound is looked at before and meanwhile.
func (l *loader) read(name string, limit int64) ([]byte, error) {
	// To open a named pipe would be to wait for somebody who writes to it.
	if info, err := l.root.Stat(name); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errNotFile
	}
	f, err := l.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("%w: %d bytes; the limit is %d bytes", errTooLarge, info.Size(), limit)
	}
	data := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF || err == nil && int64(len(data)) == info.Size() {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
		if int64(len(data)) > limit {
			return nil, fmt.Errorf("%w: the limit is %d bytes", errTooLarge, limit)
		}
		if len(data) == cap(data) {
			data = slices.Grow(data, 1<<16)
		}
	}
}

// reason words an error of the file system for an author: without the path,
// which the message has already.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read"
	case strings.Contains(err.Error(), "is a directory"):
		return "it is a folder"
	case escapes(err):
		return "it leads out of the manuscript's folder"
	}
	return err.Error()
}

// remedy says what to do about a file that is there and cannot be read.
func remedy(err error) string {
	switch {
	case errors.Is(err, errTooLarge):
		return "make it smaller, or part it"
	case errors.Is(err, errTooMuch):
		return "make two books of it"
	case escapes(err):
		return "put the file itself into the manuscript's folder"
	}
	return "see that it is a file, and that you may read it"
}

// escapes reports whether err says that a path or link leaves the folder.
func escapes(err error) bool { return err != nil && strings.Contains(err.Error(), "escapes") }

// name cleans a path that the manuscript names. A path that is absolute, leaves the
// folder, or is an address is reported, and is not ok.
func (l *loader) name(written string, pos book.Pos) (string, bool) {
	switch {
	case strings.ContainsAny(written, "\x00"):
		l.report(rule.PathOutside.At(pos, "delete the character", "a path with a character that no path has"))
		return "", false
	case strings.Contains(written, "://") || strings.HasPrefix(written, "//"):
		l.report(rule.PathRemote.At(pos, "put the file into the manuscript's folder", "%q is an address; a book is made of files", clip(written)))
		return "", false
	case path.IsAbs(written), len(written) > 1 && written[1] == ':':
		l.report(rule.PathOutside.At(pos, "name it relative to the manuscript's folder", "%q is an absolute path", clip(written)))
		return "", false
	}
	clean := path.Clean(strings.ReplaceAll(written, `\`, "/"))
	if clean == ".." || strings.HasPrefix(clean, "../") {
		l.report(rule.PathOutside.At(pos, "put the file into the manuscript's folder", "%q leads out of the manuscript's folder", clip(written)))
		return "", false
	}
	return l.spelt(clean), true
}

// clip shortens text of the author for a message.
func clip(s string) string { return book.Clip(s, 80) }

// missing reports a file that cannot be read, with the nearest name of its kind.
func (l *loader) missing(broken rule.Rule, what, name string, pos book.Pos, err error, kind func(string) bool) {
	switch {
	case escapes(err):
		l.outside(name, pos)
	case errors.Is(err, fs.ErrNotExist):
		hint := "see how its name is spelt, capitals and all, and in which folder it is"
		if near := l.near(name, kind); near != "" {
			hint = "did you mean " + near + "?"
		}
		l.report(broken.At(pos, hint, "the %s %s does not exist", what, clip(name)))
	default:
		l.report(broken.At(pos, remedy(err), "the %s %s cannot be read: %s", what, clip(name), reason(err)))
	}
}

// maxHints bounds the names that are looked for in one run, by eye: an author with
// more faults than that begins with the first ones, and each search compares the name
// with thousands.
const maxHints = 100

// hinting reports whether there may be one more hint that takes a search.
func (l *loader) hinting() bool {
	l.hints++
	return l.hints <= maxHints
}

// near returns the file of a kind whose name is nearest to a missing one: in its
// folder, by whole path, or with the same name elsewhere.
func (l *loader) near(name string, kind func(string) bool) string {
	if !l.hinting() {
		return ""
	}
	var all []string
	for _, p := range l.listing() {
		if len(all) == maxNear {
			break
		}
		if kind(p) {
			all = append(all, p)
		}
	}
	for _, p := range all {
		if strings.EqualFold(path.Base(p), path.Base(name)) {
			return p
		}
	}
	// The ending may be left out, or be that of another kind: .jpeg for .jpg.
	for _, whole := range []bool{true, false} {
		for _, p := range all {
			if strings.EqualFold(stem(p, whole), stem(name, whole)) {
				return p
			}
		}
	}
	return nearest.Name(name, all)
}

// stem returns a name without its ending, with its folders or without.
func stem(name string, whole bool) string {
	if !whole {
		name = path.Base(name)
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

// Bounds on the search for a name that was meant.
const (
	maxListing = 50_000 // files and folders looked at: the folder may hold more than a book; generous
	maxNear    = 2_000  // files of the kind that are compared; past it a near name goes unsaid
)

// listing returns the files of the folder that are not hidden, sorted. The folder
// is read once.
func (l *loader) listing() []string {
	if l.walked {
		return l.names
	}
	l.walked = true
	seen := 0
	_ = fs.WalkDir(l.root.FS(), ".", func(p string, e fs.DirEntry, err error) error {
		seen++
		switch {
		case seen > maxListing:
			return fs.SkipAll
		case err != nil: // a folder that may not be read
			return nil
		case e.IsDir() && p != "." && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case !e.IsDir():
			l.names = append(l.names, p)
		}
		return nil
	})
	slices.Sort(l.names)
	return l.names
}

// isOther reports whether a name has the ending of a format that is no Markdown.
func isOther(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".toml", ".json", ".ipynb", ".html", ".htm", ".xhtml", ".xml", ".docx", ".odt", ".rtf", ".epub", ".pdf",
		".csv", ".tex", ".rst", ".adoc", ".org", ".eml", ".mht", ".mhtml":
		return true
	}
	return isPicture(name)
}

func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg":
		return true
	}
	return false
}

// chapterFiles returns the chapter files of each part: patterns are replaced by
// the files that match, in the order of their names, without files that are
// listed by name somewhere.
func (l *loader) chapterFiles(m *manifest.Manifest) [][]manifest.Path {
	f := &finder{loader: l, named: map[string]book.Pos{}, pages: map[string]bool{}}
	for _, p := range m.Pages {
		f.pages[f.spelt(path.Clean(p.Name))] = true
	}
	for _, p := range m.Parts {
		for _, c := range p.Chapters {
			if !isPattern(c.Name) {
				f.named[f.spelt(path.Clean(c.Name))] = c.Pos
			}
		}
	}
	f.taken = map[string]book.Pos{}
	parts := make([][]manifest.Path, len(m.Parts))
	for i, p := range m.Parts {
		for _, c := range p.Chapters {
			parts[i] = append(parts[i], f.find(c)...)
		}
	}
	return parts
}

// A finder turns the chapters as written into files.
type finder struct {
	*loader
	named map[string]book.Pos // files that are listed by name
	taken map[string]book.Pos // files that are in the book
	pages map[string]bool     // files of pages around the articles, which no pattern takes
	count int
}

func isPattern(name string) bool { return strings.ContainsAny(name, "*?[") }

func (f *finder) find(c manifest.Path) []manifest.Path {
	name, ok := f.name(c.Name, c.Pos)
	if !ok {
		return nil
	}
	if !isPattern(name) {
		return f.add(nil, manifest.Path{Name: name, Pos: c.Pos}, true)
	}
	files, err := f.glob(name)
	if err != nil {
		f.report(rule.PatternFormat.At(c.Pos, "a pattern has * for any characters, ? for one and [a-z] for one of a range", "%q is no pattern", clip(name)))
		return nil
	}
	slices.SortFunc(files, book.Naturally)
	// Two patterns may match the same file, and a pattern of which another one took all
	// files is no fault.
	var out []manifest.Path
	repeated := false
	for _, n := range files {
		_, again := f.taken[n]
		repeated = repeated || again
		if _, listed := f.named[n]; listed || !names.IsMarkdown(n) || f.pages[n] {
			continue
		}
		out = f.add(out, manifest.Path{Name: n, Pos: c.Pos}, false)
	}
	if len(out) == 0 && !repeated {
		f.report(rule.ChapterMissing.At(c.Pos, "see in which folder they are, and that their names end in .md", "no Markdown file matches %q", clip(name)))
	}
	return out
}

// glob returns the files that match a pattern. A pattern with accents is compared with all
// names of the folder, since either may be spelt in two ways.
func (f *finder) glob(pattern string) ([]string, error) {
	if nfc.Single(pattern) {
		return fs.Glob(f.root.FS(), pattern)
	}
	var names []string
	pattern = nfc.Compose(pattern)
	for _, p := range f.listing() {
		match, err := path.Match(pattern, nfc.Compose(p))
		if err != nil {
			return nil, err
		}
		if match {
			names = append(names, p)
		}
	}
	return names, nil
}

// add appends a file to list, if it is there and not in the book already.
func (f *finder) add(list []manifest.Path, p manifest.Path, listed bool) []manifest.Path {
	if first, ok := f.taken[p.Name]; ok {
		if listed || first != p.Pos {
			f.report(rule.ChapterTwice.At(p.Pos, "delete one of the two", "the chapter %s is in the book already, by line %d", clip(p.Name), first.Line))
		}
		return list
	}
	if _, err := f.root.Stat(p.Name); err != nil {
		f.missing(rule.ChapterMissing, "chapter", p.Name, p.Pos, err, names.IsMarkdown)
		return list
	}
	// Every text is Markdown, so that a manifest or a web page would be printed as it is written.
	if isOther(p.Name) {
		f.report(rule.ChapterUnreadable.At(p.Pos, "make a chapter of it by octavo import, and list that", "the chapter %s is no Markdown file", clip(p.Name)))
		return list
	}
	if f.count++; f.count > maxChapters {
		if f.count == maxChapters+1 {
			f.report(rule.SizeLimit.At(p.Pos, "make two books of it", "more than %d chapters", maxChapters))
		}
		return list
	}
	f.taken[p.Name] = p.Pos
	return append(list, p)
}
