package ingest

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/rule"
	"octavo/book/ingest/charset"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/mhtml"
	"octavo/book/ingest/parts"
	"octavo/book/ingest/text"
	"octavo/book/source/markdown"
)

// MaxBytes is the largest file that is read. It is generous: a page saved as one file,
// with its pictures, has 5 to 20 MB.
const MaxBytes = 64 << 20

// Options say what the caller knows of a file.
type Options struct {
	// Lang is the language of the article; "" to find it.
	Lang string
	// Zone is the zone of times that name none; nil to guess it.
	Zone *time.Location
	// Open reads a picture near the file, by a slash-separated path relative to the
	// folder at hand. nil when there are none.
	Open func(name string) ([]byte, error)
	// Dir is the folder of the file in the folder at hand, with slashes; "" when it is
	// that. Pictures are read from nowhere else.
	Dir string
	// There returns the bytes of a file that the folder of the chapters has
	// already, by a slash-separated path relative to it, and whether there is one;
	// no bytes when the path is only spoken for. nil when nothing is there.
	There func(name string) (data []byte, ok bool)
}

// free reports whether a file of the given bytes can have a name in the folder of
// the chapters: nothing is there, or the same.
func (o Options) free(name string, data []byte) bool {
	if o.There == nil {
		return true
	}
	there, ok := o.There(name)
	return !ok || len(data) > 0 && bytes.Equal(there, data)
}

// A Result is one article.
type Result struct {
	// Name is the name for the chapter's file, without its ending.
	Name     string
	Chapter  *book.Chapter
	Markdown []byte
	// Pictures are the files that the chapter uses, by path.
	Pictures []Picture
	// Wanting are the paths of the pictures that could not be had.
	Wanting  []string
	Guesses  []parts.Guess
	Warnings []book.Diagnostic
}

// A Picture is a file that goes with a chapter.
type Picture struct {
	Path string // relative to the chapter's folder: "images/ferry.jpg"
	Data []byte
}

// TooLarge is the error for a file of a size over [MaxBytes]. A size of one byte more is
// that of a file that was read no farther, of which the whole size is not known.
func TooLarge(size int64) error {
	if size == MaxBytes+1 {
		return fmt.Errorf("more than %d bytes, which is the limit", MaxBytes)
	}
	return fmt.Errorf("%d bytes; the limit is %d bytes", size, MaxBytes)
}

// Read makes chapters of a file: one, but for a feed, which has one for each
// entry in the order of their dates. The error says in one line why there is
// none.
func Read(name string, data []byte, opt Options) (list []Result, err error) {
	defer fault.Catch(&err)
	return read(name, data, opt)
}

func read(name string, data []byte, opt Options) ([]Result, error) {
	if len(data) > MaxBytes {
		return nil, TooLarge(int64(len(data)))
	}
	format, err := sniff(name, data, opt.Lang)
	if err != nil {
		return nil, err
	}
	articles, err := format(name, data)
	if err != nil {
		return nil, err
	}
	results := make([]Result, 0, len(articles))
	taken, shelf := map[string]bool{}, newShelf()
	for _, a := range articles {
		r := finish(a, name, opt, shelf)
		r.unique(name, taken, opt)
		results = append(results, r)
	}
	return results, nil
}

// A format reads the articles of a file.
type format func(name string, data []byte) ([]*draft.Article, error)

// sniff returns the reader for a file, by its first bytes and its name. Lang is the language
// that the file is said to be in.
func sniff(name string, data []byte, lang string) (format, error) {
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.magic)) {
			return nil, fmt.Errorf("%s", f.advice)
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		for _, f := range packed {
			if bytes.Contains(data[:min(len(data), 200)], []byte("mimetype"+f.magic)) {
				return nil, fmt.Errorf("%s", f.advice)
			}
		}
		return readWord, nil
	case mhtml.Is(data):
		return readArchive, nil
	case isFeed(data):
		return readFeed, nil
	case isPage(name, data):
		return readPage, nil
	case isMarkdown(name, data):
		return func(name string, data []byte) ([]*draft.Article, error) { return readMatter(name, data, lang) }, nil
	}
	return readText, nil
}

// foreign are formats that are not read, by their first bytes.
var foreign = []struct{ magic, advice string }{
	{"%PDF", "a PDF is not read: copy its text into a file, or import what it was made from"},
	{"\xd0\xcf\x11\xe0", "an old Word file is not read: open it in Word or LibreOffice and save it as .docx"},
	{"{\\rtf", "RTF is not read: open it in Word or LibreOffice and save it as .docx"},
	{"\x89PNG", "a picture is not an article"},
	{"\xff\xd8\xff", "a picture is not an article"},
	{"GIF8", "a picture is not an article"},
}

// packed are formats in a zip, by the type that its first file states.
var packed = []struct{ magic, advice string }{
	{"application/vnd.oasis.opendocument", "an OpenDocument file is not read: open it in LibreOffice and save it as .docx"},
	{"application/epub+zip", "an EPUB is not read: import what it was made from"},
}

// look is how much of a file is searched for its format, in bytes. Feeds and pages begin
// with comments and name spaces, but not with as many.
const look = 4096

// start returns the beginning of a file in lower case, without a byte order
// mark and without the zero bytes of UTF-16.
func start(data []byte) string {
	s := bytes.ToLower(data[:min(len(data), look)])
	s = bytes.TrimLeft(bytes.ReplaceAll(s, []byte{0}, nil), "\xef\xbb\xbf\xfe\xff \t\r\n")
	return string(s)
}

func isFeed(data []byte) bool {
	s := start(data)
	if !strings.HasPrefix(s, "<") || strings.Contains(s, "<html") {
		return false
	}
	return strings.Contains(s, "<rss") || strings.Contains(s, "<feed") || strings.Contains(s, "<rdf:rdf")
}

func isPage(name string, data []byte) bool {
	s := start(data)
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return true
	case ".txt", ".md", ".markdown":
		return false
	}
	return strings.HasPrefix(s, "<!doctype html") || strings.HasPrefix(s, "<html") || strings.HasPrefix(s, "<") && strings.Contains(s, "<html")
}

func isMarkdown(name string, data []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd":
		return true
	case ".txt":
		return false
	}
	s := start(data)
	return strings.HasPrefix(s, "---\n") || strings.HasPrefix(s, "---\r\n") || strings.HasPrefix(s, "+++\n")
}

func readText(name string, data []byte) ([]*draft.Article, error) {
	s, warnings, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	a := text.Read(s)
	a.Warnings = warnings
	return []*draft.Article{a}, nil
}

// decode returns the text of a file, with a warning where its encoding was
// guessed or bytes were lost.
func decode(name string, data []byte, label string) (string, []book.Diagnostic, error) {
	r := charset.Decode(data, label)
	if strings.Count(r.Text, "\x00")*20 > len(r.Text) {
		return "", nil, fmt.Errorf("this is no text")
	}
	if strings.TrimFunc(r.Text, func(c rune) bool { return unicode.IsSpace(c) || !unicode.IsGraphic(c) }) == "" {
		return "", nil, fmt.Errorf("there is no text in it")
	}
	var list []book.Diagnostic
	pos := book.Pos{File: name}
	if r.Guessed {
		list = append(list, rule.ImportEncoding.At(pos, "when the text is garbled, save it as UTF-8", "read as %s", r.Name))
	}
	if r.Lost > 0 {
		list = append(list, rule.ImportEncoding.At(pos, "look for the sign \uFFFD", "%d characters could not be read", r.Lost))
	}
	return r.Text, list, nil
}

// finish makes the chapter of an article, and its file.
func finish(a *draft.Article, name string, opt Options, s *shelf) Result {
	title := humanise(name)
	c, guesses, warnings := parts.Recognise(a, parts.Options{Lang: opt.Lang, Zone: opt.Zone, File: name, Title: title})
	r := Result{Chapter: c, Guesses: guesses}
	warnings = append(warnings, r.pictures(a, opt, s)...)
	for i := range warnings {
		if line := warnings[i].Pos.Line; !rule.Foreign(warnings[i].Rule) || line == 0 {
			warnings[i].Pos = book.Pos{File: name}
		}
	}
	r.Name = fileName(book.PlainText(c.Title))
	r.Warnings = book.SortDiagnostics(append(rule.Gather(warnings), r.settle(name)...))
	return r
}

// settle writes the chapter and takes it as it reads back, so that the result is what
// every build will see. Faults found on reading are told without places, since the
// file is not written yet.
func (r *Result) settle(name string) []book.Diagnostic {
	lead := r.Chapter.Image
	c, _ := markdown.Parse(r.Name+".md", markdown.Format(r.Chapter), markdown.Options{Language: r.Chapter.Lang, Foreign: true})
	if c.Image == nil {
		c.Image = lead // without a file, but with its words
	}
	r.Chapter, r.Markdown = c, markdown.Format(c)
	_, list := markdown.Parse(r.Name+".md", r.Markdown, markdown.Options{Language: "en"})
	for i := range list {
		list[i].Pos = book.Pos{File: name}
	}
	return list
}

// humanise makes a title of the name of a file, which may be in any encoding.
func humanise(name string) string {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if !utf8.ValidString(base) {
		base = charset.Decode([]byte(base), "").Text
	}
	base = strings.Join(strings.FieldsFunc(base, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) }), " ")
	if base == "" || base == "." {
		return "Untitled"
	}
	first, size := utf8.DecodeRuneInString(base)
	return string(unicode.ToTitle(first)) + base[size:] // marks that follow the letter stay on it
}

// fileName makes of a title, or of the name of a picture, a name for a file without
// its ending.
func fileName(title string) string {
	const most = 60 // by eye: a listing of files shows as much in a column
	slug := markdown.Slug(strings.ReplaceAll(title, "_", "-"))
	runes := []rune(slug)
	if len(runes) > most {
		cut := most
		for cut > 0 && joins(runes[cut]) {
			cut--
		}
		runes = runes[:cut]
		if i := strings.LastIndexByte(string(runes), '-'); i > most/2 {
			runes = []rune(string(runes)[:i])
		}
	}
	for slug = string(runes); strings.Contains(slug, "--"); {
		slug = strings.ReplaceAll(slug, "--", "-")
	}
	if slug = strings.Trim(slug, "-"); slug == "" {
		return "chapter"
	}
	return slug
}

// joins reports whether r is written on the letter before: a mark, as in names from
// a Mac, or the second or third part of a syllable of Hangul.
func joins(r rune) bool {
	return unicode.Is(unicode.M, r) || r >= 0x1160 && r <= 0x11ff
}

// unique gives a chapter a number when its name is taken, by another article of the same
// file or by a file in the folder. A chapter that is the same to the byte as a file in the
// folder shares its name. Both are told where the folder is concerned: somebody may have
// meant to replace what is there.
func (r *Result) unique(file string, taken map[string]bool, opt Options) {
	name, said := r.Name, false
	for i := 2; taken[r.Name] || !opt.free(r.Name+".md", r.Markdown); i++ {
		said = said || !taken[r.Name]
		r.Name = fmt.Sprintf("%s-%d", name, i)
	}
	taken[r.Name] = true
	pos, there := book.Pos{File: file}, false
	if opt.There != nil {
		_, there = opt.There(r.Name + ".md")
	}
	switch {
	case there:
		r.Warnings = append(r.Warnings, rule.ImportName.At(pos, "", "the chapter is the same as %s.md, and shares its file", r.Name))
	case said:
		r.Warnings = append(r.Warnings, rule.ImportName.At(pos, "to replace a file of an earlier import, give --force",
			"the name %s.md is taken; the chapter is %s.md", name, r.Name))
	}
}
