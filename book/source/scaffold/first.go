package scaffold

import (
	"bytes"

	"octavo/book/language/langdata"
	"octavo/book/markup/yaml"
	"octavo/book/source/markdown"
)

// Chapter and Picture are the files of the article with which a manuscript begins.
const (
	Chapter = chapter
	Picture = picture
)

// IsFirst reports whether a chapter is the one with which a manuscript begins, in whatever
// language, as it was written: nobody has touched it. Its author and day are those of the
// manuscript, and may be any.
func IsFirst(data []byte) bool {
	front, _ := markdown.Front(chapter, string(data))
	if front == nil {
		return false
	}
	author, date := "", ""
	for _, e := range front.Root.Entries() {
		switch {
		case e.Key == "date":
			date = e.Value.Line()
		case e.Key == "authors" && e.Value.Kind() == yaml.List && len(e.Value.Items()) == 1:
			for _, e := range e.Value.Items()[0].Entries() {
				author = e.Value.Line()
			}
		}
	}
	for _, d := range langdata.All() {
		if len(d.Starter) == 0 {
			continue
		}
		v := values{Author: author, Date: date, Words: wordsOf(d)}
		for _, v.Words.Lang = range []string{"", "en"} {
			if text, err := v.fill("chapter.md"); err == nil && bytes.Equal(text, data) {
				return true
			}
		}
	}
	return false
}

// IsPicture reports whether a picture is the one of that chapter.
func IsPicture(data []byte) bool {
	own, err := horizon()
	return err == nil && bytes.Equal(own, data)
}
