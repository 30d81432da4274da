package dialect

import (
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
)

// The forms that a chapter has in another way.
var (
	// remark is Obsidian's.
	remark = pattern.Later(`%%[^%\n]*%%`)
	// caption is pandoc's caption below a table.
	caption = pattern.Later(`^(?:: |Table: )\s*(\S.*)$`)
)

// dialect writes forms of other tools as the Markdown of chapters; code stays as it is.
// What chapters of their own may hold is left for package markdown.
func (r *reader) dialect(body string) string {
	d := &translator{reader: r, at: r.line - 1}
	var b strings.Builder
	for line := range strings.Lines(body) {
		d.at++
		b.WriteString(d.line(strings.TrimSuffix(line, "\n")))
		b.WriteByte('\n')
	}
	return b.String()
}

type translator struct {
	*reader
	at      int    // the line of the file
	fence   string // the mark of the code block that is open
	last    string // the last line that is not blank
	blank   bool   // the line before is blank
	remarks bool   // it has been told that remarks are left out
}

func (d *translator) line(s string) string {
	trimmed := strings.TrimSpace(s)
	if d.code(trimmed) || strings.HasPrefix(s, "    ") || strings.HasPrefix(s, "\t") {
		d.last, d.blank = trimmed, trimmed == ""
		return s
	}
	s = d.prose(s)
	if m := caption().FindStringSubmatch(s); m != nil && d.blank && strings.HasPrefix(d.last, "|") {
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

// text leaves out the remarks of a text. Spaces are left at its end by a remark, and would
// break the line.
func (d *translator) text(s string) string {
	if !remark().MatchString(s) {
		return s
	}
	if !d.remarks {
		d.article.Warnings = append(d.article.Warnings, rule.ImportRemark.At(book.Pos{Line: d.at, Col: 1}, "", "remarks between %%%% are left out"))
	}
	d.remarks = true
	return strings.TrimRight(remark().ReplaceAllString(s, ""), " ")
}
