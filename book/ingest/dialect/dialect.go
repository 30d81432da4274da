package dialect

import (
	"fmt"
	"regexp"
	"strings"

	"octavo/book/base/rule"
)

// The forms of other tools for which a chapter has a form too.
var (
	// figureForm is Hugo's shortcode for a picture.
	figureForm = regexp.MustCompile(`^\{\{[<%]\s*figure\s+(.+?)/?\s*[%>]\}\}$`)
	// attribute is a value of a shortcode.
	attribute = regexp.MustCompile("([a-z-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`|([^\\s\"]+))")
	// siteRoot is where Jekyll puts the address of the site before that of a file.
	siteRoot = regexp.MustCompile(`\{\{-?\s*(?:site|page)\.(?:baseurl|url|root)\s*(?:\|[^{}\n]*)?-?\}\}`)
	// siteFile is a file as Jekyll's and Eleventy's filters take it.
	siteFile = regexp.MustCompile(`\{\{-?\s*["']([^"'\n{}]+)["']\s*\|\s*(?:relative_url|absolute_url|url)\s*-?\}\}`)
	// highlighted is Jekyll's fence.
	highlighted = regexp.MustCompile(`^\{%-?\s*(?:highlight\s+([a-z0-9_+-]+).*|endhighlight\s*)-?%\}$`)
	// inlineAttributes are kramdown's, for the block that they stand by.
	inlineAttributes = regexp.MustCompile(`^\{:[^{}\n]*\}$`)
	// embedded and wikilink are Obsidian's, as are remark and callout.
	embedded = regexp.MustCompile(`!\[\[([^\[\]|\n]+\.(?i:png|jpe?g|gif|svg|webp|bmp|tiff?))(?:\|([^\[\]\n]*))?\]\]`)
	wikilink = regexp.MustCompile(`\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]`)
	marked   = regexp.MustCompile(`==([^=\s](?:[^=\n]*[^=\s])?)==`)
	remark   = regexp.MustCompile(`%%[^%\n]*%%`)
	callout  = regexp.MustCompile(`^(>\s*)\[!([a-zA-Z-]+)\][+-]?[ \t]*(.*)$`)
	// inlineNote is pandoc's.
	inlineNote = regexp.MustCompile(`\^\[([^\[\]\n]+(?:\[[^\[\]\n]*\][^\[\]\n]*)?)\]`)
	// caption is pandoc's caption below a table.
	caption = regexp.MustCompile(`^(?:: |Table: )\s*(\S.*)$`)
)

// dialect writes the forms of other tools as the Markdown of chapters; code stays as it
// is.
func (r *reader) dialect(body string) string {
	d := &translator{reader: r}
	var b strings.Builder
	for line := range strings.Lines(body) {
		b.WriteString(d.line(strings.TrimSuffix(line, "\n")))
		b.WriteByte('\n')
	}
	if len(d.notes) > 0 {
		b.WriteString("\n" + strings.Join(d.notes, "\n\n") + "\n")
	}
	return b.String()
}

type translator struct {
	*reader
	fence   string // the mark of the code block that is open
	notes   []string
	last    string // the last line that is not blank
	blank   bool   // the line before is blank
	remarks bool   // it has been told that remarks are left out
}

func (d *translator) line(s string) string {
	trimmed := strings.TrimSpace(s)
	m := highlighted.FindStringSubmatch(trimmed)
	if m == nil && d.code(trimmed) || d.fence == "" && strings.HasPrefix(s, "    ") || strings.HasPrefix(s, "\t") {
		d.last, d.blank = trimmed, trimmed == ""
		return s
	}
	switch {
	case m != nil:
		s = "```" + m[1]
		d.code(s)
	case inlineAttributes.MatchString(trimmed):
		s = ""
	case figureForm.MatchString(trimmed):
		s = shortcode(figureForm.FindStringSubmatch(trimmed)[1])
	default:
		s = d.prose(s)
	}
	if m := caption.FindStringSubmatch(s); m != nil && d.blank && strings.HasPrefix(d.last, "|") {
		s = "Table: " + m[1]
	}
	if trimmed != "" {
		d.last = trimmed
	}
	d.blank = trimmed == ""
	return s
}

// code reports whether a line is a fence or within one.
func (d *translator) code(s string) bool {
	mark := ""
	for _, f := range []string{"```", "~~~"} {
		if strings.HasPrefix(s, f) {
			mark = f
		}
	}
	switch {
	case d.fence == "" && mark != "":
		d.fence = mark
		return true
	case d.fence != "" && mark == d.fence && strings.Trim(s, mark[:1]) == "":
		d.fence = ""
		return true
	}
	return d.fence != ""
}

// prose translates a line but for the code in it.
func (d *translator) prose(s string) string {
	parts := strings.Split(s, "`")
	if len(parts)%2 == 0 {
		return d.text(s) // a backtick without its other
	}
	for i := 0; i < len(parts); i += 2 {
		parts[i] = d.text(parts[i])
	}
	return strings.Join(parts, "`")
}

func (d *translator) text(s string) string {
	if m := callout.FindStringSubmatch(s); m != nil {
		s = m[1] // what kind of callout it is shows in its colour alone
		if m[3] != "" {
			s += "**" + m[3] + "**  "
		}
	}
	s = siteRoot.ReplaceAllString(s, "")
	s = siteFile.ReplaceAllString(s, "$1")
	s = embedded.ReplaceAllStringFunc(s, func(form string) string {
		m := embedded.FindStringSubmatch(form)
		return "![" + altOf(m[2]) + "](<" + m[1] + ">)"
	})
	s = wikilink.ReplaceAllStringFunc(s, func(form string) string {
		if m := wikilink.FindStringSubmatch(form); m[2] != "" {
			return m[2]
		} else {
			return m[1]
		}
	})
	s = marked.ReplaceAllString(s, "<mark>$1</mark>")
	if remark.MatchString(s) {
		if !d.remarks {
			d.warn(rule.ImportRemark, "", "remarks between %%%% are left out")
		}
		d.remarks = true
		s = remark.ReplaceAllString(s, "")
	}
	return inlineNote.ReplaceAllStringFunc(s, func(form string) string {
		name := fmt.Sprintf("inline-%d", len(d.notes)+1)
		d.notes = append(d.notes, "[^"+name+"]: "+inlineNote.FindStringSubmatch(form)[1])
		return "[^" + name + "]"
	})
}

// altOf returns the words behind an embedded picture, "" where they are digits and so
// the picture's size.
func altOf(s string) string {
	if strings.Trim(s, "0123456789x") == "" {
		return ""
	}
	return s
}

// shortcode writes a figure of Hugo, given by its attributes, as a figure of a chapter.
func shortcode(attributes string) string {
	value := map[string]string{}
	for _, m := range attribute.FindAllStringSubmatch(attributes, -1) {
		value[m[1]] = strings.ReplaceAll(m[2]+m[3]+m[4], `\"`, `"`)
	}
	words := value["caption"]
	if words == "" {
		words = value["title"]
	}
	quote := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	s := "![" + strings.NewReplacer("[", `\[`, "]", `\]`).Replace(value["alt"]) + "](<" + value["src"] + ">"
	if words != "" {
		s += ` "` + quote.Replace(words) + `"`
	}
	s += ")"
	if credit := value["attr"]; credit != "" {
		s += `{credit="` + quote.Replace(credit) + `"}`
	}
	return "\n" + s + "\n"
}
