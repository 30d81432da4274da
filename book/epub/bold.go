package epub

import (
	"bytes"
	"slices"
	"strings"

	"octavo/book/base/pattern"
	"octavo/book/markup/css"
)

// boldRunes returns the characters that the documents show in bold, sorted:
// text within elements that are bold of themselves or by a rule of the style
// sheet. A stand-in for bold Han weighs a quarter of a megabyte, and few books
// set any.
func (p *plan) boldRunes(sheet []byte) []rune {
	bold := boldSubjects(sheet)
	seen := map[rune]bool{}
	for _, d := range p.docs {
		eachText(d.body, bold, func(text []byte) { addRunes(seen, text) })
	}
	list := make([]rune, 0, len(seen))
	for r := range seen {
		list = append(list, r)
	}
	slices.Sort(list)
	return list
}

var boldWeight = pattern.Later(`(?i)\b(bold|bolder|[6-9]00)\b`)

// boldSubjects returns the elements, and the classes with their dots, that a rule may make
// bold: too many rather than too few, since a character that is missing in bold is shown
// in another face. A rule that makes an element light again is not heard.
func boldSubjects(sheet []byte) map[string]bool {
	bold := map[string]bool{"strong": true, "b": true, "th": true}
	for _, h := range []string{"h1", "h2", "h3", "h4", "h5", "h6"} {
		bold[h] = true
	}
	css.Parse(string(sheet)).Each(func(r *css.Rule) {
		if r.Name != "" || !slices.ContainsFunc(r.Decls, emboldens) {
			return
		}
		for _, selector := range r.Prelude {
			if list, ok := css.ParseSelector(selector); ok {
				bold[subject(list[len(list)-1])] = true
			}
		}
	})
	return bold
}

func emboldens(d css.Decl) bool {
	return (d.Name == "font" || d.Name == "font-weight") && boldWeight().MatchString(d.Value)
}

// subject returns what a selector selects: its last class, which is the most
// particular, its element, or all there is.
func subject(c css.Compound) string {
	switch {
	case len(c.Classes) > 0:
		return "." + c.Classes[len(c.Classes)-1]
	case c.Name != "" && c.Name != "*":
		return c.Name
	}
	return "html"
}

var classAttribute = pattern.Later(`\sclass="([^"]*)"`)

// eachText calls visit with each stretch of text that stands within an element
// of the subjects. The markup is our own, and well-formed.
func eachText(markup []byte, subjects map[string]bool, visit func([]byte)) {
	depth, within := 0, 0 // within is the depth of the outermost subject, or 0
	for len(markup) > 0 {
		text, rest, ok := bytes.Cut(markup, []byte("<"))
		if within > 0 {
			visit(text)
		}
		if !ok {
			return
		}
		var tag []byte
		tag, markup, _ = bytes.Cut(rest, []byte(">"))
		switch {
		case bytes.HasPrefix(tag, []byte("/")):
			if depth == within {
				within = 0
			}
			depth--
		case len(tag) == 0, tag[0] == '!', tag[0] == '?', tag[len(tag)-1] == '/':
		default:
			if depth++; within == 0 && isSubject(string(tag), subjects) {
				within = depth
			}
		}
	}
}

// isSubject reports whether an element, or a class of it, is among the
// subjects.
func isSubject(tag string, subjects map[string]bool) bool {
	name, _, _ := strings.Cut(tag, " ")
	if subjects[name] {
		return true
	}
	if m := classAttribute().FindStringSubmatch(tag); m != nil {
		return slices.ContainsFunc(strings.Fields(m[1]), func(class string) bool { return subjects["."+class] })
	}
	return false
}
