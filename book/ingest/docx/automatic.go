package docx

import (
	"strconv"
	"strings"

	"octavo/book/base/rule"
)

// automatics are the numbers of fields, which Word counts when it shows the document: the
// file has their codes alone.
type automatics struct {
	sequences map[string]int    // the last number of each SEQ
	lists     map[string]*count // that LISTNUM, AUTONUM and their like count in
	below     int               // the level of AUTONUM in text below the last heading with one
	counting  bool              // that numbers are counted was told
}

// builtIn are the texts of the levels of the lists that Word has without a definition in the
// file (ECMA-376, part 1, 17.16.5.32 and 17.16.5.3 to 5).
var builtIn = map[string][]string{
	"NUMBERDEFAULT":  {"decimal %1)", "lowerLetter %2)", "lowerRoman %3)", "decimal (%4)", "lowerLetter (%5)", "lowerRoman (%6)", "decimal %7.", "lowerLetter %8.", "lowerRoman %9."},
	"OUTLINEDEFAULT": {"upperRoman %1.", "upperLetter %2.", "decimal %3.", "lowerLetter %4)", "decimal (%5)", "lowerLetter (%6)", "lowerRoman (%7)", "lowerLetter (%8)", "lowerRoman (%9)"},
	"LEGALDEFAULT":   {"decimal %1.", "decimal %1.%2.", "decimal %1.%2.%3.", "decimal %1.%2.%3.%4.", "decimal %1.%2.%3.%4.%5.", "decimal %1.%2.%3.%4.%5.%6.", "decimal %1.%2.%3.%4.%5.%6.%7.", "decimal %1.%2.%3.%4.%5.%6.%7.%8.", "decimal %1.%2.%3.%4.%5.%6.%7.%8.%9."},
	"AUTONUM":        {"decimal %1.", "decimal %2.", "decimal %3.", "decimal %4.", "decimal %5.", "decimal %6.", "decimal %7.", "decimal %8.", "decimal %9."},
}

// likeLists are the lists that fields count as.
var likeLists = map[string]string{"AUTONUMLGL": "LEGALDEFAULT", "AUTONUMOUT": "OUTLINEDEFAULT"}

// listNamed returns the list of a field, that of the document or Word's own, counted by
// itself under the name of the field.
func (d *document) listNamed(field, name string) *count {
	if c := d.numbering[named+name]; c != nil && field == "LISTNUM" {
		return c
	}
	key := field + " " + name
	if d.lists[key] == nil {
		c := &count{levels: map[string]level{}, starts: map[string]int{}, common: &counter{used: map[string]bool{}}}
		for i, s := range builtIn[orElse(likeLists[name], name)] {
			format, text, _ := strings.Cut(s, " ")
			c.levels[strconv.Itoa(i)] = level{ordered: true, start: 1, restart: -1, format: format, text: text}
		}
		d.lists[key] = c
	}
	return d.lists[key]
}

// automatic returns the number of a field LISTNUM, with the name of its list, or of an
// AUTONUM and its like, which count at the level of their heading. A LISTNUM without a name
// counts one level below the list of its paragraph.
func (r *runs) automatic(field string, args []string) string {
	name, at, start := field, -1, 0
	separator, bare := "", false
	if field == "LISTNUM" && len(args) > 0 && !strings.HasPrefix(args[0], `\`) {
		name = strings.ToUpper(args[0])
	}
	for s, value := range switches(args) {
		switch s {
		case `\l`:
			at = min(number(value, 1), maxListDepth) - 1
		case `\s`:
			start, separator = number(value, 0), value
		case `\e`:
			bare = true
		}
	}
	c, id := r.mark.count, "field"
	switch {
	case field != "LISTNUM":
		c, at = r.listNamed(field, name), r.headingDepth()
	case name != field:
		c = r.listNamed(field, name)
	case c == nil:
		c = r.listNamed(field, "NUMBERDEFAULT")
	case at < 0:
		at = min(r.mark.own+1, maxListDepth-1)
	}
	level := strconv.Itoa(max(at, 0))
	if _, ok := c.levels[level]; !ok {
		c = r.listNamed("LISTNUM", "NUMBERDEFAULT")
	}
	if c.next(id, level); start > 0 && field == "LISTNUM" {
		c.common.last[max(at, 0)] = start + 1
	}
	label, _ := c.label(level)
	if field != "LISTNUM" && separator != "" {
		label = strings.ReplaceAll(label, ".", separator)
	}
	if bare {
		label = strings.TrimRight(label, "."+separator)
	}
	r.tellAutomatic(field, label)
	return label
}

// headingDepth returns the level of an AUTONUM: that of its heading, and below the last
// heading with one that of text.
func (r *runs) headingDepth() int {
	if r.paragraph.level > 0 {
		depth := max(r.paragraph.level-2, 0)
		r.below = min(depth+1, maxListDepth-1)
		return depth
	}
	return r.below
}

// sequence returns the number of a field SEQ: the next one of its name, the same once more
// (\c), or one that it states (\r). With \h it shows nothing.
func (r *runs) sequence(args []string) string {
	if len(args) == 0 {
		return ""
	}
	n, hidden, format := r.sequences[args[0]]+1, false, ""
	for name, value := range switches(args) {
		switch name {
		case `\c`:
			n = r.sequences[args[0]]
		case `\r`:
			n = number(value, n)
		case `\h`:
			hidden = true
		case `\*`:
			format = orElse(switched[value], format)
		}
	}
	r.sequences[args[0]] = n
	if hidden {
		return ""
	}
	s, _ := numeral(format, "", n)
	r.tellAutomatic("SEQ", s)
	return s
}

// switched are the formats of numbers behind the switch \*, where their case counts.
var switched = map[string]string{"ROMAN": "upperRoman", "roman": "lowerRoman", "ALPHABETIC": "upperLetter", "alphabetic": "lowerLetter"}

// tellAutomatic tells, once, that numbers of fields are counted here.
func (r *runs) tellAutomatic(field, label string) {
	if !r.counting {
		r.counting = true
		r.left(rule.ImportList, "look whether they are right", "numbers of fields, which are not in the file, are counted here, from "+clip(label)+" ("+field+")")
	}
}

// silent are the fields that show nothing, or that are told in another way.
var silent = map[string]bool{"XE": true, "TC": true, "TA": true, "RD": true, "SET": true, "ASK": true, "PRIVATE": true, "ADVANCE": true, "NEXT": true, "NEXTIF": true, "SKIPIF": true, "ADDIN": true, "PRINT": true,
	"HYPERLINK": true, "TOC": true, "INDEX": true, "TOA": true, "MACROBUTTON": true, "GOTOBUTTON": true, "FORMTEXT": true, "FORMCHECKBOX": true, "FORMDROPDOWN": true, "SEQ": true, "EQ": true}

// wordless tells of a field that keeps no text in the file, and shows some in Word.
func (r *runs) wordless(args []string) {
	if name := strings.ToUpper(args[0]); !silent[name] {
		r.left(rule.ImportLeftOut, "update the fields in Word, save the document, and import it again", "the text of a field is not in the file: "+clip(strings.Join(args, " ")))
	}
}
