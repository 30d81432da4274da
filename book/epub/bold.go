package epub

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
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

var (
	styleRule   = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)
	boldWeight  = regexp.MustCompile(`(?i)\bfont(-weight)?\s*:[^;]*\b(bold|bolder|[6-9]00)\b`)
	cssComment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	subjectPart = regexp.MustCompile(`[.]?[A-Za-z][A-Za-z0-9_-]*`)
)

// boldSubjects returns the elements, and the classes with their dots, of what a
// rule may make bold: more than it does rather than less. A rule that makes
// them light again is not heard.
func boldSubjects(sheet []byte) map[string]bool {
	bold := map[string]bool{"strong": true, "b": true, "th": true}
	for _, h := range []string{"h1", "h2", "h3", "h4", "h5", "h6"} {
		bold[h] = true
	}
	for _, rule := range styleRule.FindAllSubmatch(cssComment.ReplaceAll(sheet, nil), -1) {
		if !boldWeight.Match(rule[2]) {
			continue
		}
		for _, selector := range strings.Split(string(rule[1]), ",") {
			words := strings.Fields(strings.NewReplacer(">", " ", "+", " ", "~", " ").Replace(selector))
			if len(words) == 0 {
				continue
			}
			subject, _, _ := strings.Cut(words[len(words)-1], ":")
			// The last part is the most particular one.
			if parts := subjectPart.FindAllString(subject, -1); len(parts) > 0 {
				bold[parts[len(parts)-1]] = true
			} else if subject == "*" {
				bold["html"] = true
			}
		}
	}
	return bold
}

var classAttribute = regexp.MustCompile(`\sclass="([^"]*)"`)

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
	if m := classAttribute.FindStringSubmatch(tag); m != nil {
		return slices.ContainsFunc(strings.Fields(m[1]), func(class string) bool { return subjects["."+class] })
	}
	return false
}
