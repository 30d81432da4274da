package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

var (
	// keyForm is the key of a citation, by pandoc's rule: letters, digits and low lines,
	// with single signs within.
	keyForm = pattern.Later(`^@(?:\{([^{}\s]+)\}|([\p{L}\d_](?:[\p{L}\d_]|[:.#$%&+?<>~/-][\p{L}\d_])*))`)
	// idForm is an id in braces, without its sign.
	idForm = pattern.Later(`^[\p{L}\d_][\p{L}\d_:.-]*`)
	// targetForm is a key that names a part of the chapter, in Quarto and bookdown.
	targetForm = pattern.Later(`^(?:fig|tbl|tab|sec|lst|eq|thm|exm|def|apx|cha|chap|chapter)[-:]`)
	// yearForm is a key as most tools make it, of a name and a year.
	yearForm = pattern.Later(`^\p{L}[\p{L}\d_-]*(?:1[5-9]|20)\d\d[a-z]?(?:[-_:.]?[\p{L}\d_-]+)?$`)
	// citedIn is what stands between the brackets of a citation.
	citedIn = pattern.Later(`(?:^|[\s;,(-])@[\p{L}\d_{]`)
	// ordinal is the word of a reference that stands before it.
	ordinal = pattern.Later(`(\p{L}+\.?)[ ~]$`)
)

// Reference begins the words of a link that stands for "@fig-x" and its like: they are
// found when the chapter has been read, by what has the id.
const Reference = "@"

// citation reads a citation in brackets. See sign for what it returns.
func (s *scanner) citation(i, p, end int) int {
	k := s.next("]", i)
	if k < 0 || k >= end || k-i > maxTag || k == i+1 {
		return 0
	}
	inside := s.text[i+1 : k]
	if bytes.IndexByte(inside, '@') < 0 || bytes.IndexByte(inside, '[') >= 0 || !citedIn().Match(inside) || s.labels[strings.ToLower(string(inside))] {
		return 0
	}
	if k+1 < len(s.text) && strings.IndexByte("([{", s.text[k+1]) >= 0 || s.foreignWords(inside) {
		return 0
	}
	s.keep(p, i)
	if n := s.references(i+1, k); n {
		return k + 1
	}
	s.tell(citationRule, i, "citations such as "+clip(string(s.text[i:k+1]))+" are printed as they are written: a book has no bibliography yet", "write the source in words, or in a note: ^[...]")
	s.put(`\[`+strings.ReplaceAll(string(inside), "@", `\@`)+`\]`, i)
	return k + 1
}

// foreignWords reports whether what stands in brackets has handles and addresses, and no
// keys.
func (s *scanner) foreignWords(inside []byte) bool {
	for at := 0; ; {
		k := bytes.IndexByte(inside[at:], '@')
		if k < 0 {
			return true
		}
		at += k
		if keyForm().Match(inside[at:]) && (at == 0 || strings.IndexByte(" ;,(-", inside[at-1]) >= 0) {
			return false
		}
		at++
	}
}

// references writes what stands between brackets when all its keys name parts of the
// chapter, and reports whether they do.
func (s *scanner) references(from, to int) bool {
	inside := s.text[from:to]
	for at := 0; ; at++ {
		k := bytes.IndexByte(inside[at:], '@')
		if k < 0 {
			break
		}
		at += k
		m := keyForm().FindSubmatch(inside[at:])
		if m == nil || !targetForm().Match(append(m[1], m[2]...)) {
			return false
		}
	}
	p := from
	for k := from; k < to; k++ {
		if s.text[k] != '@' {
			continue
		}
		m := keyForm().FindSubmatch(s.text[k:to])
		start := k
		if k > from && s.text[k-1] == '-' {
			start--
		}
		s.keep(p, start)
		s.refer(string(m[1])+string(m[2]), string(m[0]), k, "")
		p = k + len(m[0])
		k = p - 1
	}
	s.keep(p, to)
	return true
}

// refer writes a reference to a part of the chapter, written as source. Without words
// it gets those of the part; one that leads to none is told, and stays as it is.
func (s *scanner) refer(id, source string, at int, words string) {
	if hyphened := strings.Replace(id, ":", "-", 1); !s.ids[id] && s.ids[hyphened] {
		id = hyphened
	}
	if !s.ids[id] {
		s.tellLost(id, source, at)
		s.put(strings.TrimLeft(words+" ", " ")+plain(source), at)
		return
	}
	if words == "" {
		words = plain(Reference + id)
	}
	s.put("["+words+"]("+destination("#"+id)+")", at)
}

// tellLost tells a reference to no part of the chapter, written as source.
func (s *scanner) tellLost(id, source string, at int) {
	s.tell(referenceRule, at, "references such as "+clip(source)+" lead to no part of the chapter", "give the figure, table or heading an id: {#"+clip(id)+"}")
}

// key reads a citation or reference without brackets. Only a key that is cited in
// brackets elsewhere, or that is made of a name and a year, is one: "@kim" is a person.
func (s *scanner) key(i, p, end int) int {
	if i > 0 && (isAlnum(s.text[i-1]) || strings.IndexByte("/_.-:@\\", s.text[i-1]) >= 0 || s.text[i-1] >= 0x80) {
		return 0
	}
	m := keyForm().FindSubmatch(s.text[i:end])
	if m == nil {
		return 0
	}
	key, n := string(m[1])+string(m[2]), i+len(m[0])
	switch {
	case targetForm().MatchString(key):
		s.keep(p, i)
		s.refer(key, string(m[0]), i, "")
	case s.cited[key] || yearForm().MatchString(key) || bytes.HasPrefix(s.text[n:end], []byte(" [p. ")):
		s.keep(p, i)
		s.tell(citationRule, i, "citations such as @"+clip(key)+" are printed as they are written: a book has no bibliography yet", "write the source in words, or in a note: ^[...]")
		s.put(`\@`+key, i)
	default:
		return 0
	}
	return n
}

// referenceForm is a reference of bookdown or LaTeX.
var referenceForm = pattern.Later(`^\\(?:@ref\(([^()\s]{1,200})\)|(?:auto|c|C|page|eq|name)?ref\{([^{}\s]{1,200})\})`)

// latexReference reads a reference of bookdown or LaTeX at i. The word before it is
// that of its number, so that it becomes the words of the link.
func (s *scanner) latexReference(i, p, end int) int {
	if i > 0 && s.text[i-1] == '\\' {
		return 0 // one that was printed as it is
	}
	m := referenceForm().FindSubmatch(s.text[i:min(end, i+300)])
	if m == nil {
		return 0
	}
	id, n := string(m[1])+string(m[2]), i+len(m[0])
	start, words := i, ""
	if w := ordinal().FindSubmatchIndex(s.text[p:i]); w != nil && !bytes.HasPrefix(s.text[i:], []byte(`\auto`)) && bytes.IndexByte(s.text[i:n], ':') >= 0 {
		start = p + w[2]
		words = string(s.text[start : p+w[3]])
	}
	s.keep(p, start)
	s.refer(id, string(m[0]), i, words)
	return n
}
