// Package langtag knows the form of language tags, RFC 5646 (BCP 47).
//
// In: a tag. Out: whether it is well formed, and its language.
//
// Invariant: [Valid] and [Pattern], by which editors judge, take the same tags, except
// that Valid takes none of more than 100 bytes.
package langtag

import "strings"

// Pattern is a regular expression for the tags that [Valid] takes, their length apart, in
// the syntax that RE2 and ECMAScript have in common.
const Pattern = "^(?:" + base + "(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?" +
	"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-" + own + ")?|" + own + ")$"

const (
	base = "[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}"
	own  = "[Xx](?:-[A-Za-z0-9]{1,8})+"
)

// Valid reports whether tag is well formed: a language with optional script,
// region, variants, extensions and private use, or private use alone. Whether
// its parts are registered is not checked. RFC 5646 leaves room for languages of four to
// eight letters and has registered none: "English" is the name of a language, no tag.
func Valid(tag string) bool {
	if len(tag) > 100 { // generous: RFC 5646 asks for room for 35 (section 4.4.1)
		return false
	}
	parts := strings.Split(tag, "-")
	if strings.EqualFold(parts[0], "x") {
		return private(parts)
	}
	if !alpha(parts[0], 2, 3) {
		return false
	}
	rest := parts[1:]
	for i := 0; i < 3 && len(rest) > 0 && alpha(rest[0], 3, 3); i++ { // extlang
		rest = rest[1:]
	}
	if len(rest) > 0 && alpha(rest[0], 4, 4) { // script
		rest = rest[1:]
	}
	if len(rest) > 0 && (alpha(rest[0], 2, 2) || digits(rest[0], 3)) { // region
		rest = rest[1:]
	}
	for len(rest) > 0 && variant(rest[0]) {
		rest = rest[1:]
	}
	return extensions(rest)
}

// Primary returns the language of a tag in lower case, without script, region and what
// else there is: "zh" for "zh-Hant-TW", with "-" or "_".
func Primary(tag string) string {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

// extensions reads singletons with their parts, and private use at the end.
func extensions(parts []string) bool {
	for len(parts) > 0 {
		if strings.EqualFold(parts[0], "x") {
			return private(parts)
		}
		if !alnum(parts[0], 1, 1) {
			return false
		}
		n := 1
		for n < len(parts) && alnum(parts[n], 2, 8) {
			n++
		}
		if n == 1 {
			return false
		}
		parts = parts[n:]
	}
	return true
}

func private(parts []string) bool {
	for _, p := range parts[1:] {
		if !alnum(p, 1, 8) {
			return false
		}
	}
	return len(parts) > 1
}

func variant(s string) bool {
	return alnum(s, 5, 8) || alnum(s, 4, 4) && s[0] >= '0' && s[0] <= '9'
}

func alpha(s string, least, most int) bool {
	for _, c := range []byte(s) {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return len(s) >= least && len(s) <= most
}

func digits(s string, n int) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(s) == n
}

func alnum(s string, least, most int) bool {
	for _, c := range []byte(s) {
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return len(s) >= least && len(s) <= most
}
