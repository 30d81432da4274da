package dialect

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
)

// The forms that a chapter has in another way.
var (
	// remark is Obsidian's.
	remark = pattern.Later(`%%[^%\n]*%%`)
	// marked are words that Bear shows as with a marker: "::these words::".
	marked = pattern.Later(`(^|[\s(])::([^\s:](?:[^:\n]*[^\s:])?)::([\s.,;!?)]|$)`)
	// call is the call of a note, and spaced the definition of one whose label has a space.
	call   = pattern.Later(`\[\^[^\]\n]+\]`)
	spaced = pattern.Later(`(?m)^ {0,3}\[\^([^\]\s]+(?:[ \t\x{a0}]+[^\]\s]+)+)\]:`)
	// caption is pandoc's caption below a table.
	caption = pattern.Later(`^(?:: |Table: )\s*(\S.*)$`)
)

// remarkMark begins remarks, and ends those of Obsidian.
const remarkMark = "%%"

// dialect writes forms of other tools as the Markdown of chapters; code stays as it is.
// What chapters of their own may hold is left for package markdown.
func (r *reader) dialect(body string) string {
	d := &translator{reader: r, at: r.line - 1, labels: spacedLabels(body)}
	lines := slices.Collect(strings.Lines(body))
	ended := remarksEnd(lines)
	var b strings.Builder
	for i, line := range lines {
		d.at++
		d.ended = ended[i]
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
	ended   bool   // a line below ends a remark that the line at hand would begin

	labels map[string]string // those of notes that have spaces, as chapters have them
}

func (d *translator) line(s string) string {
	trimmed := strings.TrimSpace(s)
	if d.code(trimmed) || strings.HasPrefix(s, "    ") || strings.HasPrefix(s, "\t") {
		d.last, d.blank = trimmed, trimmed == ""
		return s
	}
	if strings.HasPrefix(trimmed, remarkMark+" ") && strings.Count(trimmed, remarkMark) == 1 && !d.ended {
		d.tellRemark()
		return ""
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
	fence := ""
	for _, f := range []string{"```", "~~~"} {
		if strings.HasPrefix(s, f) {
			fence = f
		}
	}
	switch {
	case d.fence == "" && fence != "":
		d.fence = fence
		return true
	case d.fence != "" && fence == d.fence && strings.Trim(s, fence[:1]) == "":
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

// text leaves out the remarks of a text, and writes its marks as chapters have them. Spaces
// are left at its end by a remark, and would break the line.
func (d *translator) text(s string) string {
	if strings.Contains(s, "::") {
		s = marked().ReplaceAllString(s, "$1==$2==$3")
	}
	if len(d.labels) > 0 {
		s = call().ReplaceAllStringFunc(s, func(call string) string {
			if label, ok := d.labels[call]; ok {
				return label
			}
			return call
		})
	}
	if !remark().MatchString(s) {
		return s
	}
	d.tellRemark()
	return strings.TrimRight(remark().ReplaceAllString(s, ""), " ")
}

// tellRemark tells, once, that remarks are left out.
func (d *translator) tellRemark() {
	if !d.remarks {
		d.article.Warnings = append(d.article.Warnings, rule.ImportRemark.At(book.Pos{Line: d.at, Col: 1}, "", "remarks marked by %%%% are left out"))
	}
	d.remarks = true
}

// remarksEnd reports for each line whether the next one below with a mark of remarks ends a
// remark. Obsidian has marks on both sides of one, perhaps lines apart, and Ulysses one mark
// before a line.
func remarksEnd(lines []string) []bool {
	ended := make([]bool, len(lines))
	for i, next := len(lines)-1, false; i >= 0; i-- {
		ended[i] = next
		if s := strings.TrimSpace(lines[i]); strings.Contains(s, remarkMark) {
			next = strings.HasSuffix(s, remarkMark) && (s == remarkMark || !strings.HasPrefix(s, remarkMark))
		}
	}
	return ended
}

// maxSpaced bounds the labels with spaces, by eye: each is looked for in the whole text.
const maxSpaced = 200

// spacedLabels returns the notes whose labels have spaces, "[^a b]", with the labels that
// chapters can have: "[^a-b]".
func spacedLabels(body string) map[string]string {
	list := map[string]string{}
	for _, m := range spaced().FindAllStringSubmatch(body, maxSpaced) {
		label := "[^" + strings.Join(strings.Fields(m[1]), "-")
		for strings.Contains(body, label+"]") {
			label += "-"
		}
		list["[^"+m[1]+"]"] = label + "]"
	}
	return list
}
