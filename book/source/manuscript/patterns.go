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

// maxPatterns bounds a file of hyphenation patterns, in bytes. The largest one that TeX
// has, of German, is a third of it.
const maxPatterns = 2 << 20

// patterns reads the hyphenation patterns of the manuscript's own.
func (l *loader) patterns(b *book.Book, files map[string]manifest.Path) {
	for _, lang := range slices.Sorted(maps.Keys(files)) {
		p := files[lang]
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
		_, err = hyphen.Parse(lang, string(data), hyphen.Least, hyphen.Least)
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
