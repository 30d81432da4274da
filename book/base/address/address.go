// Package address knows the addresses that a link of a book may lead to.
//
// In: an address as an author wrote it. Out: the same as an EPUB may have it, or
// that it is none.
package address

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// Schemes are the schemes that a link may have, in lower case: schemes that open a page, a
// file, or a call to somebody, and run nothing. EPUBCheck warns of "sms" and "geo"
// (HTM-025), and of most others.
var Schemes = []string{"http", "https", "mailto", "tel", "ftp"}

// Href returns s as an absolute address with one of the [Schemes], escaped as
// EPUBCheck wants it, or "" when it is none.
func Href(s string) string {
	u, err := url.Parse(percents(strings.TrimSpace(s)))
	if err != nil {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "ftp":
		if !validHost(u.Host) || !validName(u.Hostname()) || !validPort(u.Port()) {
			return ""
		}
		u.Host = inASCII(u)
	case "mailto", "tel":
		if u.Opaque == "" {
			return ""
		}
		u.Opaque = escapeOpaque(u.Opaque)
	default:
		return ""
	}
	if u.RawQuery != "" {
		u.RawQuery = escapeOpaque(u.RawQuery)
	}
	u.RawFragment = escapeOpaque(u.EscapedFragment())
	u.RawPath = escapeOpaque(u.RawPath) // an escaped slash parts nothing, and stays one
	return u.String()
}

// percents escapes the per cent signs of s that begin no escape, as browsers do.
func percents(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			b.WriteString("25")
		}
	}
	return b.String()
}

// validHost leaves out hosts that a URL parser would refuse, an empty one first
// of all.
func validHost(h string) bool {
	if h == "" || strings.HasPrefix(h, ":") {
		return false
	}
	return !strings.ContainsAny(h, " <>\"'`{}|\\^%")
}

// inASCII returns the host of u, with its port, as the name service knows it: the labels
// of "bücher.example.org" that have other letters than ASCII's in punycode ("xn--bcher-kva",
// RFC 5891), since EPUBCheck takes no others, and reading systems do not all convert
// them. A name that no registry would take stays as it is written.
func inASCII(u *url.URL) string {
	name, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil || strings.Contains(u.Host, "[") || name == strings.ToLower(u.Hostname()) {
		return u.Host
	}
	if port := u.Port(); port != "" {
		return name + ":" + port
	}
	return name
}

// validName leaves out hosts with an empty label, and hosts that end in a number
// and are no IPv4 address (url.spec.whatwg.org, "ends in a number checker").
func validName(h string) bool {
	last := strings.TrimSuffix(h, ".")
	if last == "" || last[0] == '.' || strings.Contains(last, "..") {
		return false
	}
	last = last[strings.LastIndexByte(last, '.')+1:]
	if strings.Contains(h, ":") || !isNumber(last) {
		return true
	}
	ip, err := netip.ParseAddr(h)
	return err == nil && ip.Is4()
}

func isNumber(s string) bool {
	if len(s) > 1 && s[0] == '0' && s[1]|0x20 == 'x' {
		return strings.Trim(s[2:], "0123456789abcdefABCDEF") == ""
	}
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func validPort(p string) bool {
	_, err := strconv.ParseUint(p, 10, 16)
	return p == "" || err == nil
}

// escapeOpaque escapes what may not stand in a URL and leaves the rest, and the
// escapes already there, alone.
func escapeOpaque(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		escaped := c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2])
		if escaped || c > ' ' && c < 0x7F && !strings.ContainsRune("\"<>[\\]^`{|}%", rune(c)) {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
