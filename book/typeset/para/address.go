package para

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/unit"
	"octavo/book/typeset/linebreak"
)

// Where addresses, paths, options and code end a line.
//
// A reader copies them letter by letter, and takes a hyphen at a line's end for a part of
// them. So no hyphen is put in, and no line ends behind one of their own. A line ends behind
// a slash, an @ or a colon, and before the other signs, as the trade has it: the sign at the
// beginning of a line says that the line goes on what was begun. In code a line also ends
// between the words of a name that are told by their capitals.

// joinAddresses takes the legal breaks out of addresses and code but those at spaces; where
// their lines may end instead is said by [part1].
func (p *Paragraph) joinAddresses() {
	start, end, address, k := 0, 0, false, 0
	p.breaks = slices.DeleteFunc(p.breaks, func(at int) bool {
		if p.text[at-1] == ' ' {
			return false // most breaks, and within no word
		}
		if at > end {
			start, end = p.run(end, at)
			address = isAddress(p.text[start:end])
		}
		for k < len(p.spans) && p.spans[k].end <= at {
			k++
		}
		within := at > start && at < end
		return within && (address || k < len(p.spans) && p.spans[k].start < at && p.coded(k))
	})
}

// coded reports whether a span is code, or where a link leads.
func (p *Paragraph) coded(i int) bool {
	return p.spans[i].address || p.looks[p.spans[i].look].Font.literal
}

// run returns the start and the end of the text around a place that has no spaces and no
// signs as wide as high. It begins at from or later.
func (p *Paragraph) run(from, at int) (start, end int) {
	start = at
	for start > from {
		r, size := utf8.DecodeLastRuneInString(p.text[from:start])
		if apart(r) {
			break
		}
		start -= size
	}
	if n := strings.IndexFunc(p.text[at:], apart); n >= 0 {
		return start, at + n
	}
	return start, len(p.text)
}

func apart(r rune) bool { return unicode.IsSpace(r) || Wide(r) }

// isAddress reports whether a text without spaces is an address, a path, an option or the
// name of a file.
func isAddress(s string) bool {
	if !hasSign(s) {
		return false
	}
	s = strings.TrimLeft(s, "([{<\"'“‘«„")
	switch {
	case strings.Contains(s, "://"), strings.HasPrefix(s, "www."), strings.HasPrefix(s, "doi:"), strings.HasPrefix(s, "mailto:"):
		return true
	case strings.HasPrefix(s, "--"):
		return len(s) > 3 && asciiLetter(s[2])
	case strings.HasPrefix(s, "10."): // a DOI
		return strings.Contains(s, "/")
	case len(s) > 3 && s[1] == ':' && asciiLetter(s[0]): // a path of Windows
		return s[2] == '\\' || s[2] == '/'
	case strings.HasPrefix(s, "~/"), strings.HasPrefix(s, "./"), strings.HasPrefix(s, "../"), strings.HasPrefix(s, `\\`):
		return true
	case strings.HasPrefix(s, "/"):
		return strings.Count(s, "/") > 1
	case strings.Contains(s, "@"):
		// A name such as "@ferry" is short; mail addresses have more than 12 bytes nearly
		// always. By eye.
		return len(s) > 12
	}
	host, path, ok := strings.Cut(s, "/")
	if ok && path != "" && dotted(host) {
		return true
	}
	return strings.ContainsAny(s, "_-") && dotted(strings.TrimRight(s, ".,;:!?)]}>\"'”’»"))
}

// hasSign reports whether a text has a sign that every address has one of: most words have
// none, and are told at little cost.
func hasSign(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case ':', '.', '-', '/', '\\', '@':
			return true
		}
	}
	return false
}

// dotted reports whether s ends in a point with two to six small letters behind it, as the
// names of computers and of files do.
func dotted(s string) bool {
	k := strings.LastIndexByte(s, '.')
	if k < 1 || len(s)-k < 3 || len(s)-k > 7 {
		return false
	}
	return strings.IndexFunc(s[k+1:], func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// part1 returns the length of the first part of an address or of code, behind which a line
// may end. Signs that follow one another, as in "://", are not parted, and a part of one or
// two letters is not worth a break.
func part1(s string, code bool) int {
	const (
		behind = `/\@:,;()+`
		before = ".?&=#_~%"
	)
	n := 0
	for n < len(s) && n < maxAtom {
		n += letter(s[n:])
		if n < 3 || n+2 >= len(s) {
			continue
		}
		last, next := s[n-1], s[n]
		signs := strings.IndexByte(behind+before+"-", next) >= 0
		switch {
		case !signs && strings.IndexByte(behind, last) >= 0,
			strings.IndexByte(before, next) >= 0 && strings.IndexByte(behind+before+"-", last) < 0,
			code && last >= 'a' && last <= 'z' && next >= 'A' && next <= 'Z':
			return n
		}
	}
	for n < len(s) && !utf8.RuneStart(s[n]) {
		n++
	}
	return n
}

// ragged reports whether a line is left as long as it is: it stands beside an address or
// code, which has few places to break, and its spaces would be more than twice as wide as
// they are. A tenth is kept for spaces that give more than others.
func (p *Paragraph) ragged(b linebreak.Break, ln *line, excess unit.Length) bool {
	spaces, beside := unit.Length(0), p.addressAt(b.End)
	for i := range ln.pieces {
		spaces += ln.pieces[i].glue.Width
		beside = beside || ln.pieces[i].atom.address
	}
	return beside && excess > spaces.Mul(9, 10)
}

// addressAt reports whether the first atom from an item on is an address or code.
func (p *Paragraph) addressAt(item int) bool {
	for _, r := range p.items.refs[min(item, len(p.items.refs)):] {
		if r.atom >= 0 {
			return p.atoms[r.atom].address
		}
	}
	return false
}
