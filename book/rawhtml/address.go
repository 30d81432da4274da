package rawhtml

import "strings"

// schemes are those that a link of a book may have.
var schemes = map[string]bool{
	"http": true, "https": true, "mailto": true, "tel": true, "ftp": true, "sms": true,
	"geo": true, "urn": true, "doi": true, "news": true, "irc": true, "xmpp": true,
}

// maxAddress is the longest address of a link, in bytes: readers follow none
// that is longer.
const maxAddress = 2_000

// Address cleans the target of a link. It is not ok when it is very
// long, or its scheme is one that a book may not have, such as "javascript",
// "data" or "file".
func Address(raw string) (address string, ok bool) {
	s := strings.TrimSpace(clean(raw))
	if len(s) > maxAddress {
		return "", false
	}
	scheme := scheme(s)
	if scheme != "" && !schemes[scheme] {
		return "", false
	}
	return strings.ReplaceAll(s, " ", "%20"), true
}

// scheme returns the scheme of an address in lower case. Space within counts
// for nothing, as in a browser: "java script:" is one.
func scheme(s string) string {
	end := strings.IndexAny(s, ":/?#")
	if end < 0 || s[end] != ':' {
		return ""
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, s[:end]))
}
