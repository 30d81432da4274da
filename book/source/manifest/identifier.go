package manifest

import (
	"crypto/sha1"
	"fmt"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
)

var uuidForm = pattern.Later(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

func (r *reader) identifier(v yaml.Value) { r.Book.Identifier = readIdentifier(v) }

// readIdentifier reads "urn:uuid:...", or an ISBN with or without "isbn:" or
// "urn:isbn:". It returns a URN, or "" and a report.
func readIdentifier(v yaml.Value) string {
	s := strings.ToLower(strings.TrimPrefix(strings.ToLower(v.Line()), "urn:"))
	if uuid, ok := strings.CutPrefix(s, "uuid:"); ok || uuidForm().MatchString(s) {
		if uuid = strings.TrimSpace(uuid); !ok {
			uuid = s
		}
		if !uuidForm().MatchString(uuid) {
			v.Report(rule.IdentifierFormat.At(v.Pos(), "write groups of 8, 4, 4, 4 and 12 of the digits 0 to 9 and letters a to f", "%q is no UUID", uuid))
			return ""
		}
		return "urn:uuid:" + uuid
	}
	isbn, fault := ISBN(strings.TrimPrefix(s, "isbn:"))
	if fault != "" {
		hint := `write "isbn:" and the number, or "urn:uuid:" and a UUID; leave it out and one is derived`
		v.Report(rule.IdentifierFormat.At(v.Pos(), hint, "%q %s", v.Line(), fault))
		return ""
	}
	return "urn:isbn:" + isbn
}

// ISBN returns an ISBN of 10 or 13 digits without hyphens, as 13 digits. fault
// says what is wrong with it, and is "" when nothing is.
func ISBN(s string) (isbn, fault string) {
	s = strings.ToUpper(strings.NewReplacer("-", "", " ", "", "‐", "", "–", "").Replace(strings.TrimPrefix(s, ":")))
	digits := strings.TrimRight(s, "X")
	if strings.Trim(s, "0123456789X") != "" || len(s)-len(digits) > 1 || strings.Contains(digits, "X") {
		return "", "is no ISBN"
	}
	switch {
	case len(s) == 13 && len(digits) == 13:
		if check13(s[:12]) != s[12] {
			return "", fmt.Sprintf("has a wrong check digit: it should be %c", check13(s[:12]))
		}
		if !strings.HasPrefix(s, "978") && !strings.HasPrefix(s, "979") {
			return "", "is no ISBN: one of 13 digits begins with 978 or 979"
		}
		return s, ""
	case len(s) == 10:
		if check10(s[:9]) != s[9] {
			return "", fmt.Sprintf("has a wrong check digit: it should be %c", check10(s[:9]))
		}
		s = "978" + s[:9]
		return s + string(check13(s)), ""
	}
	return "", fmt.Sprintf("has %d digits; an ISBN has 10 or 13", len(s))
}

// check13 returns the check digit of 12 digits (ISO 2108).
func check13(s string) byte {
	sum := 0
	for i, c := range []byte(s) {
		sum += int(c-'0') * (1 + 2*(i%2))
	}
	return byte('0' + (10-sum%10)%10)
}

// check10 returns the check character of 9 digits: weights of 10 down to 2, and a
// remainder by 11, of which 10 is written X.
func check10(s string) byte {
	sum := 0
	for i, c := range []byte(s) {
		sum += int(c-'0') * (10 - i)
	}
	return "0123456789X"[(11-sum%11)%11]
}

// namespace is the namespace ID of URLs (RFC 9562, section 6.6). With another one
// every book without an identifier would become another publication.
var namespace = [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}

// Derive returns the version 5 UUID of a book by what it is called, as a URN.
func Derive(publisher, title, language string) string {
	return uuid(fmt.Sprintf("octavo:%q/%q/%q", publisher, title, language))
}

// identify gives an EPUB whose profile differs from that of the first EPUB an
// identifier of its own, unless the manifest has one for it. A reading system knows
// a publication by its identifier, and two EPUBs of one book are not the same files.
// The identifier follows from the book's, so that it is the same on every build.
func identify(b *book.Book) {
	first := -1
	for i := range b.Editions {
		e := &b.Editions[i]
		if e.Format != book.EPUB || e.Identifier != "" {
			continue
		}
		if first < 0 {
			first = i
		}
		if e.Profile != b.Editions[first].Profile {
			e.Identifier = uuid(fmt.Sprintf("octavo:%q/%q/%q", b.Identifier, e.Format, e.Profile))
		}
	}
}

// uuid returns the version 5 UUID of a name as a URN.
func uuid(name string) string {
	h := sha1.New()
	h.Write(namespace[:])
	h.Write([]byte(name))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
