package export

import (
	"strings"

	"octavo/book/base/pattern"
)

// Elements of classic text: lines hold a paragraph or heading, boxes hold paragraphs, and
// what is in a whole is left as it is.
var (
	lineElements  = map[string]bool{"p": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true}
	boxElements   = map[string]bool{"div": true, "blockquote": true, "section": true, "article": true, "main": true, "header": true, "footer": true, "aside": true, "center": true, "details": true}
	wholeElements = map[string]bool{"pre": true, "table": true, "ul": true, "ol": true, "dl": true, "figure": true, "form": true, "script": true, "style": true, "textarea": true,
		"address": true, "math": true, "svg": true, "noscript": true, "fieldset": true, "video": true, "audio": true, "object": true}
)

var (
	tagForm   = pattern.Later(`(?s)<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>`)
	blankLine = pattern.Later(`\n[ \t\x{a0}]*\n\s*`)
	breakEnd  = pattern.Later(`(?i)<br\s*/?>[ \t]*$`)
)

// A classic makes HTML of text that was written without tags for its paragraphs.
type classic struct {
	out  strings.Builder
	run  strings.Builder // phrases of the paragraph at hand
	open string          // the tag that begins the paragraph at hand, "" for <p>
}

// autop returns classic text of WordPress as the site shows it: blank lines part
// paragraphs, and a line end is a line break (wp-includes/formatting.php, wpautop). What
// stands in elements of its own kind, as lists do, is left as it is.
func autop(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	var c classic
	whole, depth := "", 0 // the element that is left as it is, and how often it is open
	at := 0
	for _, m := range tagForm().FindAllStringSubmatchIndex(s, -1) {
		text, tag := s[at:m[0]], s[m[0]:m[1]]
		at = m[1]
		name, end := "", false
		if m[4] >= 0 {
			name, end = strings.ToLower(s[m[4]:m[5]]), m[2] < m[3]
		}
		if whole != "" {
			c.out.WriteString(text + tag)
			switch {
			case name != whole:
			case end:
				depth--
			case !strings.HasSuffix(tag, "/>"):
				depth++
			}
			if depth == 0 {
				whole = ""
			}
			continue
		}
		c.run.WriteString(text)
		if wholeElements[name] && !end {
			whole, depth = name, 1
		}
		c.tag(tag, name, end)
	}
	if whole != "" {
		c.out.WriteString(s[at:])
	} else {
		c.run.WriteString(s[at:])
	}
	c.flush()
	return c.out.String()
}

// tag takes a tag, or a comment, whose name is "".
func (c *classic) tag(tag, name string, end bool) {
	switch {
	case name == "" && (strings.Contains(tag, "more") || strings.Contains(tag, "nextpage")):
		c.run.WriteString("\n\n") // the mark of an excerpt stands between paragraphs
	case name == "":
	case lineElements[name]:
		c.flush()
		if c.open = ""; !end && name != "p" || !end && strings.Contains(tag, " ") {
			c.open = tag
		}
	case wholeElements[name] || boxElements[name] || name == "hr":
		c.flush()
		c.out.WriteString(tag)
	default:
		c.run.WriteString(tag)
	}
}

// flush writes the paragraphs of the run.
func (c *classic) flush() {
	text := strings.TrimSpace(c.run.String())
	c.run.Reset()
	if text == "" {
		return
	}
	for _, p := range blankLine().Split(text, -1) {
		start, end := "<p>", "</p>"
		if c.open != "" {
			start, end = c.open, "</"+strings.TrimRight(strings.Fields(c.open)[0][1:], ">")+">"
		}
		c.open = ""
		c.out.WriteString(start + broken(p) + end + "\n")
	}
}

// broken returns a paragraph with a line break for each line end that has none.
func broken(p string) string {
	lines := strings.Split(strings.TrimSpace(p), "\n")
	for i, l := range lines[:len(lines)-1] {
		if !breakEnd().MatchString(l) {
			lines[i] = l + "<br>"
		}
	}
	return strings.Join(lines, "\n")
}
