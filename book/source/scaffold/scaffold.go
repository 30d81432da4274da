// Package scaffold makes the beginning of a manuscript.
//
// In: what is known of the book. Out: files that build at once: a manifest with
// every key, a chapter, a picture, and what a repository needs.
//
// Invariant: what it makes builds without a warning in every language that the
// compiler has words for.
//
// A folder that has articles already gets a manifest that names them, see [Adopt].
//
// Invariant: no file that is there is written over.
package scaffold

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/disk"
	"octavo/book/language/langtag"
	"octavo/book/markup/yaml"
)

// Options say what is known of the book.
type Options struct {
	Title    string    // "" for a title in the language
	Author   string    // "" for a name to be replaced
	Language string    // BCP 47; "" for English
	Date     book.Date // of the chapter; required
	// Version is the compiler's, for the workflow that installs it.
	Version string
}

// A File is a file that is to be written.
type File struct {
	Name string // path with slashes, relative to the manuscript's folder
	Data []byte
}

// ErrNotEmpty is the error of [Write] for a folder that holds files.
var ErrNotEmpty = errors.New("the folder is not empty")

//go:embed template
var templates embed.FS

// The files of the one chapter.
const (
	chapter = "01-first.md"
	picture = "images/horizon.png"
)

// values are what the templates name.
type values struct {
	Title, Author, Language, Rights, Date, Ref string
	Chapters                                   []string // lines of the list of chapters
	Adopted                                    bool     // the folder had articles
	Math                                       bool     // they have formulas
	Words                                      words
}

// Files returns the files of a new manuscript. An error says which option cannot
// be used.
func Files(opt Options) ([]File, error) {
	v, err := opt.values()
	if err != nil {
		return nil, err
	}
	files := []File{
		{Name: "book.yaml"}, {Name: chapter}, {Name: ".gitignore"}, {Name: ".github/workflows/book.yml"},
	}
	for i, source := range []string{"book.yaml", "chapter.md", "gitignore", "workflow.yml"} {
		if files[i].Data, err = v.fill(source); err != nil {
			return nil, err
		}
	}
	data, err := horizon()
	if err != nil {
		return nil, err
	}
	return append(files, File{picture, data}), nil
}

func (o Options) values() (v values, err error) {
	if o.Language == "" {
		o.Language = "en"
	}
	if !langtag.Valid(o.Language) {
		return v, fmt.Errorf(`%q is no language tag; write one such as "en", "ko" or "zh-Hant"`, o.Language)
	}
	v = values{Language: o.Language, Words: wordsFor(o.Language), Date: o.Date.String(), Chapters: []string{"  - " + chapter}, Ref: "main"}
	if o.Version != "" {
		v.Ref = "v" + o.Version
	}
	if v.Title, err = line("title", o.Title, v.Words.Title); err != nil {
		return v, err
	}
	if v.Author, err = line("author", o.Author, v.Words.Author); err != nil {
		return v, err
	}
	year, _, _ := o.Date.Day()
	v.Rights = fmt.Sprintf("© %d %s", year, v.Author)
	return v, nil
}

// maxLine bounds a title and a name, in characters. It is generous, and keeps a file
// that was given by mistake out of the manifest.
const maxLine = 500

// line returns what the user gave as one line, or other when nothing was given.
func line(what, given, other string) (string, error) {
	if given == "" {
		return other, nil
	}
	if !utf8.ValidString(given) {
		return "", fmt.Errorf("the %s is not UTF-8", what)
	}
	s := strings.Join(strings.Fields(given), " ")
	switch {
	case s == "":
		return "", fmt.Errorf("the %s is empty", what)
	case utf8.RuneCountInString(s) > maxLine:
		return "", fmt.Errorf("the %s has %d characters; the limit is %d", what, utf8.RuneCountInString(s), maxLine)
	}
	for _, r := range s {
		if unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) {
			return "", fmt.Errorf("the %s holds the character U+%04X", what, r)
		}
	}
	return s, nil
}

// fill fills a template.
func (v values) fill(name string) ([]byte, error) {
	t, err := template.New(name).Funcs(template.FuncMap{"yaml": yaml.Plain, "attr": attribute}).ParseFS(templates, "template/"+name)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// attribute writes plain text as a value in braces, which is read as Markdown.
func attribute(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"': // within quotation marks \" is one, and straight
			b.WriteString(`\"`)
			continue
		case strings.ContainsRune("\\`*_[]<>&~^{}#|@!$:", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String() + `"`
}

// Write writes files into dir, which is made when it is not there. A folder that
// holds anything but a .git is refused with [ErrNotEmpty]; temporary files that a killed
// process left do not count.
func Write(ctx context.Context, dir string, files []File) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if e.Name() != ".git" && !disk.Temporary(e.Name()) {
			return fmt.Errorf("%s: %w: it holds %s", dir, ErrNotEmpty, e.Name())
		}
	}
	return Add(ctx, dir, files)
}

// Add writes files into a folder that may hold others, and replaces none.
func Add(ctx context.Context, dir string, files []File) error {
	list := make([]disk.File, len(files))
	for i, f := range files {
		list[i] = disk.File{Path: filepath.Join(dir, filepath.FromSlash(f.Name)), Data: f.Data, Mode: disk.New}
	}
	return disk.Write(ctx, list)
}
