package rawhtml

import (
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/address"
	"octavo/book/base/rule"
)

// maxAddress is the longest address of a link, in bytes. Programs differ in what they
// follow; about 2,000 has been safe since Internet Explorer, which took 2,083.
const maxAddress = 2_000

// Address cleans the target of a link. A target without a scheme is a chapter of the
// book, unless it begins with "//", which means https: on a web page. A target is not ok
// when it is very long, or has a scheme and is no address of the [address.Schemes]:
// "javascript:", "data:" and "file:" are not among them, and "https:///x" has no host.
func Address(raw string) (to string, ok bool) {
	s := strings.TrimSpace(clean(raw))
	if len(s) > maxAddress {
		return "", false
	}
	scheme := scheme(s)
	switch {
	case strings.HasPrefix(s, "//"):
		s, scheme = "https:"+s, "https"
	case scheme == "doi":
		s = "https://doi.org/" + strings.TrimLeft(s[len("doi:"):], " /")
	}
	if scheme != "" && address.Href(s) == "" {
		return "", false
	}
	return strings.ReplaceAll(s, " ", "%20"), true
}

// oddSigns are the signs that an address has in no standard, and that Markdown and HTML
// take for their own.
var oddSigns = strings.NewReplacer("|", "%7C", "`", "%60", "<", "%3C", ">", "%3E", `"`, "%22", `\`, "%5C", "{", "%7B", "}", "%7D", "^", "%5E")

// Web returns an address on the web, its odd signs escaped, or "" and what is wrong with it;
// with nothing of a blank one.
func Web(raw string, pos book.Pos) (to string, told *book.Diagnostic) {
	to, ok := Address(raw)
	if !ok {
		d := Scheme(raw, pos)
		return "", &d
	}
	if to == "" {
		return "", nil
	}
	if s := scheme(to); s != "http" && s != "https" {
		d := rule.LinkScheme.At(pos, "write the whole of it, such as https://example.org/i/quay.jpg", "%q is no address on the web", clip(to))
		return "", &d
	}
	return oddSigns.Replace(to), nil
}

// Scheme reports a link that [Address] refuses.
func Scheme(raw string, pos book.Pos) book.Diagnostic {
	s := strings.TrimSpace(clean(raw))
	switch scheme := scheme(s); {
	case len(s) > maxAddress:
		return rule.LinkScheme.At(pos, fmt.Sprintf("shorten it: reading systems follow none of more than %d bytes", maxAddress),
			"a link to an address of %d bytes is dropped", len(s))
	case scheme == "", scheme == "doi", slices.Contains(address.Schemes, scheme):
		return rule.LinkScheme.At(pos, "write the whole of it, such as https://example.org/page or mailto:name@example.org",
			"a link to %q is dropped: that is no address", clip(s))
	default:
		last := len(address.Schemes) - 1
		hint := "link to " + strings.Join(address.Schemes[:last], ", ") + " or " + address.Schemes[last] + " addresses, or to chapters"
		return rule.LinkScheme.At(pos, hint, "a link to a %q address is dropped", clip(scheme))
	}
}

// scheme returns the scheme of an address in lower case. Space within counts
// for nothing, as in a browser: "java script:" has a scheme.
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
