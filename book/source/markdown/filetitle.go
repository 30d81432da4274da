package markdown

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/nfc"
	"octavo/book/base/pattern"
	"octavo/book/markup/yaml"
)

var (
	// dayPrefix is the day that Jekyll and daily notes write before a name, or the digits
	// of a moment, which notes of a slip box have for a number.
	dayPrefix = pattern.Later(`^(?:(\d{4})-(\d\d)-(\d\d)|\d{8}|\d{12}|\d{14})(?:[-_ ]+|$)`)
	// numberPrefix keeps files in their order: "03-", "3. ", "03 ". A number that is not
	// set apart so is part of the title: "1984", "12 angry men".
	numberPrefix = pattern.Later(`^(?:\d{1,3}(?:[.-]\d{1,3})?(?:[-_]+| - |[.)][-_ ]+)|0\d{1,2} +)`)
	// exportSuffix is what Notion appends to the name of a page.
	exportSuffix = pattern.Later(`[ _-][0-9a-f]{32}$`)
)

// FileTitle returns the title that a chapter has by its file when nothing else gives one:
// the name without its ending and what sorts it, hyphens and low lines as spaces. lang
// is the language, for its capitals. It is "Untitled" for a name that says nothing.
func FileTitle(file, lang string) string {
	base := baseName(file)
	base = exportSuffix().ReplaceAllString(base, "")
	for _, prefix := range []*regexp.Regexp{dayPrefix(), numberPrefix()} {
		if rest := base[len(prefix.FindString(base)):]; strings.TrimSpace(rest) != "" {
			base = rest
		}
	}
	// Who writes spaces means hyphens, and a day alone keeps its own.
	if !strings.Contains(strings.TrimSpace(base), " ") && dayPrefix().FindString(base) != base {
		base = strings.NewReplacer("-", " ", "_", " ").Replace(base)
	}
	base = strings.Join(strings.FieldsFunc(base, func(r rune) bool { return unicode.IsSpace(r) || forbidden(r) }), " ")
	if base == "" || base == "." {
		return "Untitled"
	}
	first, size := utf8.DecodeRuneInString(base)
	if strings.HasPrefix(lang, "tr") || strings.HasPrefix(lang, "az") {
		first = unicode.TurkishCase.ToTitle(first)
	} else {
		first = unicode.ToTitle(first)
	}
	return Quote(string(first)+base[size:], lang)
}

// FileDate returns the day that the name of a file begins with, as the posts of Jekyll do;
// the zero Date for none.
func FileDate(file string) book.Date {
	m := dayPrefix().FindStringSubmatch(baseName(file))
	if m == nil || m[1] == "" {
		return book.Date{}
	}
	day, _ := yaml.ParseDay(m[1] + "-" + m[2] + "-" + m[3])
	return day
}

// baseName returns the name of a file without its ending, or that of its folder when the
// file stands for the folder. Percent signs of addresses are decoded, and accents are
// joined to their letters.
func baseName(file string) string {
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	switch strings.ToLower(base) {
	case "index", "_index", "readme":
		if dir := path.Base(path.Dir(file)); dir != "." && dir != "/" && dir != ".." {
			base = dir
		}
	}
	if plain, err := url.PathUnescape(base); err == nil && utf8.ValidString(plain) {
		base = plain
	}
	return nfc.Compose(strings.ToValidUTF8(base, "\uFFFD"))
}
