package foreign

import (
	"strings"

	"octavo/book/base/pattern"
)

var (
	// expressionForm is an expression of MDX that stands for words: "{year}".
	expressionForm = pattern.Later(`^\{[A-Za-z_$][\w$.]*(?:\([^(){}\n]*\))?\}`)
	componentEnd   = pattern.Later(`</([A-Z][A-Za-z0-9.]*)[ \t]*>`)
)

// expression tells an expression of MDX, which a program would fill in. See sign for what it
// returns.
func (s *scanner) expression(i, p, end int) int {
	if !s.mdx {
		return 0
	}
	m := expressionForm().Find(s.text[i:min(end, i+maxTag)])
	if m == nil {
		return 0
	}
	s.keep(p, i)
	s.tell(tagRule, i, "expressions of MDX such as "+clip(string(m))+" are printed as they are written", "write the words that it stands for, or put the braces into code")
	s.put(plain(string(m)), i)
	return i + len(m)
}

// known writes a component that stands for what a shortcode of its name does: a picture, a
// film, an aside, a quotation. It reports whether it is one.
func (s *scanner) known(name string, i, n int) bool {
	text := string(s.text[i:n])
	t := tag{from: i, to: n, name: name, closing: text[1] == '/'}
	if t.closing {
		if len(s.open[name]) == 0 {
			return false
		}
		s.close(t)
		return true
	}
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(text, "<"+name), ">"), "/"))
	t.args = parseArguments(text)
	word := strings.ToLower(name)
	switch {
	case pictures().MatchString(t.get("src")) && (word == "image" || word == "img" || word == "figure" || word == "picture"):
		return figure(s, t)
	case services[word] != "":
		t.name = word
		return service(s, t)
	case word == "aside" || word == "callout" || word == "admonition" || kinds[word] != "" && word != "primary" && word != "light" && word != "secondary":
		return aside(s, t)
	case word == "quote" || word == "blockquote":
		return quotation(s, t)
	}
	return false
}
