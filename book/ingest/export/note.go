package export

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// note takes the text of a note, and returns its call.
func (r *rendering) note(text string) string {
	r.notes = append(r.notes, text)
	n := strconv.Itoa(len(r.notes))
	return `<sup><a id="export-call-` + n + `" href="#export-note-` + n + `">` + n + `</a></sup>`
}

// endnotes returns the notes that stood in shortcodes, as a list behind the text.
func (r *rendering) endnotes() string {
	if len(r.notes) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<ol class="wp-block-footnotes">`)
	for i, text := range r.notes {
		fmt.Fprintf(&b, `<li id="export-note-%d">%s <a href="#export-call-%d">↩︎</a></li>`, i+1, text, i+1)
	}
	b.WriteString("</ol>")
	return b.String()
}

// longestNote bounds a note in double parentheses, in bytes, by eye: a long note has 1500.
const longestNote = 4000

// doubled returns a text with its notes in double parentheses taken out: the mark of two
// plug-ins for footnotes. Code has such parentheses, too.
func (r *rendering) doubled(s string) string {
	var out strings.Builder
	code := 0
	for {
		before, rest, ok := strings.Cut(s, "((")
		if !ok {
			break
		}
		for _, tag := range []string{"code", "pre", "script"} {
			code += strings.Count(before, "<"+tag) + strings.Count(before, "["+tag) - strings.Count(before, "</"+tag) - strings.Count(before, "[/"+tag)
		}
		end := strings.Index(rest[:min(len(rest), longestNote)], "))")
		for end >= 0 && strings.HasPrefix(rest[end+2:], ")") {
			end++ // the note ends in parentheses of its own
		}
		if code > 0 || end < 0 || !noted(rest[:end]) {
			out.WriteString(before + "((")
			s = rest
			continue
		}
		r.double = true
		out.WriteString(strings.TrimRight(before, " \u00a0") + r.note(strings.TrimSpace(rest[:end])))
		s = rest[end+2:]
	}
	return out.String() + s
}

// noted reports whether what stands in double parentheses is a note: words within a
// paragraph, and more than one or a sentence.
func noted(s string) bool {
	s = strings.TrimSpace(s)
	return strings.ContainsFunc(s, unicode.IsLetter) && !strings.Contains(s, "((") && !strings.Contains(s, "\n\n") && !strings.Contains(s, "<p") && !strings.Contains(s, "</p") &&
		(strings.Contains(s, " ") || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "。") || strings.HasPrefix(s, "http"))
}

// coreNotes returns the notes that the editor of blocks keeps beside the text, as it shows
// them.
func coreNotes(s string) string {
	var list []struct{ Content, ID string }
	if json.Unmarshal([]byte(s), &list) != nil || len(list) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<ol class="wp-block-footnotes">`)
	for _, n := range list {
		id := quoted(n.ID)
		b.WriteString(`<li id="` + id + `">` + n.Content + ` <a href="#` + id + `-link">↩︎</a></li>`)
	}
	b.WriteString("</ol>")
	return b.String()
}
