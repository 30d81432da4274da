package manuscript

import (
	"errors"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/language/hyphen"
	"octavo/book/source/manifest"
)

// Bounds on the files of hyphenation patterns: bytes of one, and how many there are. The
// largest file that TeX has, of German, is a third of the first; a book is in a few
// languages.
const (
	maxPatterns     = 2 << 20
	maxPatternFiles = 16
)

// patterns reads the hyphenation patterns of the manuscript's own.
func (l *loader) patterns(b *book.Book, files map[string]manifest.Path) {
	for i, lang := range slices.Sorted(maps.Keys(files)) {
		p := files[lang]
		if i == maxPatternFiles {
			l.report(rule.SizeLimit.At(p.Pos, "name those of the languages that the book is in", "more than %d files of hyphenation patterns", maxPatternFiles))
			return
		}
		name, ok := l.name(p.Name, p.Pos)
		if !ok {
			continue
		}
		data, err := l.read(name, maxPatterns)
		if err != nil {
			l.missing(rule.PatternsMissing, "file of hyphenation patterns", name, p.Pos, err, isPatterns)
			continue
		}
		pos := book.Pos{File: name, Line: 1}
		if !utf8.Valid(data) {
			l.report(rule.PatternsUnreadable.At(pos, "save it in UTF-8", "the hyphenation patterns are not in UTF-8"))
			continue
		}
		_, err = hyphen.ParseOwn(lang, string(data))
		var fault *hyphen.Fault
		if errors.As(err, &fault) {
			pos.Line = fault.Line
			l.report(rule.PatternsUnreadable.At(pos, `write a file as TeX has them: \patterns{ ... }, letters with figures between`, "%s", fault.What))
			continue
		}
		if b.Patterns == nil {
			b.Patterns = map[string]string{}
		}
		b.Patterns[lang] = string(data)
	}
}

func isPatterns(name string) bool { return strings.EqualFold(path.Ext(name), ".tex") }
