package ingest

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/charset"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/mhtml"
	"octavo/book/ingest/odt"
	"octavo/book/ingest/refuse"
	"octavo/book/ingest/text"
	"octavo/book/source/markdown"
)

// MaxBytes is the largest file that is read. It is generous: a page saved as one file,
// with its pictures, has 5 to 20 MB.
const MaxBytes = 64 << 20

// TooLarge is the error for a file of a size over [MaxBytes]. A size of one byte more is
// that of a file that was read no farther, of which the whole size is not known.
func TooLarge(size int64) error {
	if size == MaxBytes+1 {
		return fmt.Errorf("more than %d bytes, which is the limit", MaxBytes)
	}
	return fmt.Errorf("%d bytes; the limit is %d bytes", size, MaxBytes)
}

// A format reads the articles of a file.
type format func(name string, data []byte) ([]*draft.Article, error)

// sniff returns the reader for a file, by its first bytes and its name.
func sniff(f Input, data []byte, opt Options) (format, error) {
	name := f.Name
	if err := refuse.Binary(name, data); err != nil {
		return nil, err
	}
	if read := exported(data); read != nil {
		return read, nil
	}
	switch {
	case odt.IsFlat(data), refuse.Stated(data, refuse.OpenDocument+"text"):
		return readOpenDocument, nil
	case refuse.Stated(data, "application/epub+zip"):
		return readEbook, nil
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readWord, nil
	case mhtml.IsMailbox(data):
		return readMailbox, nil
	case mhtml.Is(data), mhtml.IsPlain(data, strings.HasPrefix(strings.ToLower(path.Ext(name)), ".eml")):
		return readArchive, nil
	case isFeed(data):
		return readFeed, nil
	}
	page := charset.Decode(data, label(data)).Text
	if err := refuse.Text(name, page); err != nil && !isFronted(name, page) { // what is read as XML or JSON stands above
		return nil, err
	}
	switch {
	case isPage(name, data):
		return readPage, nil
	case isMarkdown(name, data):
		return func(_ string, data []byte) ([]*draft.Article, error) { return readMatter(f, data, opt) }, nil
	}
	return readText, nil
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
	case ".txt", ".md", ".markdown": // texts may have tags; a page says what it is
		return strings.HasPrefix(s, "<!doctype html") || strings.HasPrefix(s, "<html")
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

// isFronted reports whether a file is Markdown below front matter, which may be in JSON.
func isFronted(name, s string) bool {
	if !isMarkdown(name, nil) {
		return false
	}
	front, body := markdown.Front(name, strings.ReplaceAll(s, "\r\n", "\n"))
	return front != nil && strings.TrimSpace(body) != ""
}

// Bounds on a plain text, in bytes and lines, since each line is looked at as a part: a
// novel of 1400 pages has 3.2 MB and 65,000 lines.
const (
	maxText      = 16 << 20
	maxTextLines = 200_000
)

func readText(name string, data []byte) ([]*draft.Article, error) {
	s, warnings, err := decode(name, data, "")
	if err != nil {
		return nil, err
	}
	if len(s) > maxText || strings.Count(s, "\n") > maxTextLines {
		return nil, fmt.Errorf("more than %d bytes or %d lines of text, which no article has: divide the file", maxText, maxTextLines)
	}
	a := text.Read(s)
	a.Warnings = append(warnings, a.Warnings...)
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
