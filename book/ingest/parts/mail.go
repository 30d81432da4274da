package parts

import (
	"strings"
	"unicode/utf8"
)

// findMail returns where the first mail address of s is.
func findMail(s string) (from, to int, ok bool) {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '@')
		if i < 0 {
			return 0, 0, false
		}
		i += at
		if from, to, ok = mailAround(s, i); ok {
			return from, to, true
		}
		at = i + 1
	}
}

// mailAround returns the address around the sign at s[i].
func mailAround(s string, i int) (from, to int, ok bool) {
	const longest = 64 // before the @ (RFC 5321, section 4.5.3.1.1); the domain may have 255
	from, to = i, i+1
	for from > 0 && i-from < longest && isMail(s[from-1]) {
		from--
	}
	for from < i && !isAlnum(s[from]) {
		from++
	}
	for to < len(s) && to-i < 4*longest && (isAlnum(s[to]) || s[to] == '-' || s[to] == '.') {
		to++
	}
	for to > i+1 && !isAlnum(s[to-1]) {
		to--
	}
	domain := s[i+1 : to]
	ok = from < i && domain != "" && isAlnum(domain[0]) && strings.IndexByte(domain, '.') > 0 && !strings.Contains(domain, "..")
	return from, to, ok
}

func isAlnum(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}

func isMail(c byte) bool { return isAlnum(c) || strings.IndexByte("._-+", c) >= 0 }

// mailAtEnd returns where in s a mail address at its end begins, with a label
// and brackets, and the address; "" when there is none.
func mailAtEnd(s string, tables []*words) (cut int, address string) {
	from, to, ok := findMail(s)
	if !ok || strings.Trim(s[to:], " .)）]】>。*_") != "" {
		return len(s), ""
	}
	address = s[from:to]
	head := strings.TrimRight(s[:from], " (（[【<")
	cut = len(head)
	// The label is searched among the beginnings of the last words.
	low := max(0, cut-48)
	for i := low; i < cut; i++ {
		if !utf8.RuneStart(s[i]) || i > 0 && isAlnum(s[i-1]) {
			continue
		}
		if n := anyPrefix(s[i:], tables, func(w *words) []string { return w.mail }); n >= 0 && i+n >= cut {
			cut = len(strings.TrimRight(s[:i], " ,;(（[【|·—–-/"))
			break
		}
	}
	return cut, address
}

// cutMail removes a mail address from the end of s.
func cutMail(s string, tables []*words) (rest, address string) {
	cut, address := mailAtEnd(s, tables)
	return strings.TrimRight(s[:cut], " ,;|·/"), address
}
