package ingest

import (
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/ingest/merge"
	"octavo/book/ingest/parts"
	"octavo/book/source/markdown"
)

// A Revision is a chapter into which an import was brought.
type Revision struct {
	// Markdown is the merged chapter. It is not to be written when Clashes is not empty.
	Markdown []byte
	// Diff is how it differs from the chapter as it was, line by line.
	Diff []merge.Line
	// Clashes are the places where the editor and the source changed the same words, as
	// errors with lines of the chapter.
	Clashes []book.Diagnostic
	// Taken are the keys of front matter that have the source's new values.
	Taken []merge.Key
	// Pictures are those of the import that the chapter shows.
	Pictures []Picture
	// Warnings are those of the import and of the merge.
	Warnings []book.Diagnostic
}

// Update brings an import into a chapter that exists: base is the Markdown of the import
// that the chapter was made from, and ours is the chapter, whose file messages name. What
// stands in conflict is told, or with keep stays as the editor wrote it. Source are the bytes
// of the file that was read, for the lines of conflicts; nil when they are not at hand.
func Update(file string, base, ours []byte, theirs Result, source []byte, keep bool) Revision {
	now := theirs.Markdown
	was, lost := unlinked(string(base), string(now))
	if titledByFile(theirs.Guesses) {
		now = []byte(merge.WithKey(string(now), string(base), "title"))
	}
	m := merge.Chapters(was, string(ours), string(now))
	r := Revision{Markdown: []byte(m.Text), Diff: merge.Diff(string(ours), m.Text)}
	for _, d := range theirs.Warnings {
		if !lost || d.Rule != rule.ImportDeadLink.ID {
			r.Warnings = append(r.Warnings, d)
		}
	}
	var in *wording
	if len(m.Conflicts) > 0 && source != nil {
		in = wordingOf(source)
	}
	for i, c := range m.Conflicts {
		line := 0
		if in != nil && (i+1)*len(in.letters) <= maxPlaced {
			line = in.line(c.Theirs)
		}
		d := conflict(file, c, line)
		if keep {
			d.Severity, d.Hint = book.Warning, "the chapter's words stay"
			r.Warnings = append(r.Warnings, d)
		} else {
			r.Clashes = append(r.Clashes, d)
		}
	}
	r.keys(file, m.Keys)
	if len(r.Clashes) == 0 {
		r.review(file, base, ours, theirs)
	}
	return r
}

// inlineLink is a link of Markdown with its words and its target.
var inlineLink = pattern.Later(`\[([^\[\]]*)\]\(([^()\s]+)\)`)

// unlinked returns the last import without the links to other chapters that the new one has
// not, and whether there are such. The files of a run know one another, and a file that comes
// by itself does not: its link is words again, which nobody has changed.
func unlinked(base, theirs string) (string, bool) {
	kept := map[string]bool{}
	for _, m := range inlineLink().FindAllString(theirs, -1) {
		kept[m] = true
	}
	lost := false
	base = inlineLink().ReplaceAllStringFunc(base, func(s string) string {
		m := inlineLink().FindStringSubmatch(s)
		if kept[s] || !toChapter(m[2]) {
			return s
		}
		lost = true
		return m[1]
	})
	return base, lost
}

// toChapter reports whether a link leads to a file of Markdown beside this one.
func toChapter(target string) bool {
	file, _, _ := strings.Cut(target, "#")
	return strings.HasSuffix(file, ".md") && !strings.Contains(target, ":")
}

// titledByFile reports whether a title was made of the name of the file, which changes with
// every version that somebody sends.
func titledByFile(list []parts.Guess) bool {
	return slices.ContainsFunc(list, func(g parts.Guess) bool { return g.As == parts.TitleOfFile })
}

// conflict is the message on a conflict, with both sides. Line is that of the source, 0 where
// it is not known.
func conflict(file string, c merge.Conflict, line int) book.Diagnostic {
	source := "the source"
	if line > 0 {
		source = fmt.Sprintf("the source, in line %d,", line)
	}
	said := func(who, words string) string {
		if words == "" {
			return who + " has left it out"
		}
		return fmt.Sprintf("%s has %q", who, book.Clip(words, maxSaid))
	}
	return rule.ImportConflict.At(book.Pos{File: file, Line: c.Line}, "write into the chapter what is right, or keep its words everywhere with --ours",
		"both sides changed %q: %s, %s", book.Clip(c.Base, maxSaid), said("the chapter", c.Ours), said(source, c.Theirs))
}

// maxSaid is how much of a text a message shows, in columns: two lines of a terminal.
const maxSaid = 160

// keys tells what became of the keys that the source changed.
func (r *Revision) keys(file string, list []merge.Key) {
	for _, k := range list {
		if !k.Kept {
			r.Taken = append(r.Taken, k)
			continue
		}
		what := fmt.Sprintf("the source says now %q", book.Clip(strings.Join(strings.Fields(k.To), " "), maxSaid))
		if k.To == "" {
			what = "the source has left it out"
		}
		r.Warnings = append(r.Warnings, rule.ImportUpdate.At(book.Pos{File: file, Line: k.Line}, "change it by hand where the source is right",
			"the key %s stays as the chapter has it; %s", k.Name, what))
	}
}

// review reads the merged chapter: what is wrong with it and was not before is a clash,
// since each text by itself was in order. It finds the pictures that came and that left.
func (r *Revision) review(file string, base, ours []byte, theirs Result) {
	opt := markdown.Options{Language: "en"}
	merged, found := markdown.Parse(file, r.Markdown, opt)
	_, known := markdown.Parse(file, ours, opt)
	old := map[string]bool{}
	for _, d := range known {
		old[string(d.Rule)+d.Message] = true
	}
	for _, d := range found {
		switch {
		case old[string(d.Rule)+d.Message]:
		case d.Severity == book.Error:
			r.Clashes = append(r.Clashes, rule.ImportConflict.At(book.Pos{File: file}, "bring the change in by hand",
				"together the two texts have a fault that neither has alone: %s", d.Message))
		default:
			r.Warnings = append(r.Warnings, d)
		}
	}
	shown := pathsOf(merged)
	for _, p := range theirs.Pictures {
		if shown[p.Path] {
			r.Pictures = append(r.Pictures, p)
		}
	}
	before, _ := markdown.Parse(file, ours, opt)
	for _, im := range book.ImagesOf(before) {
		if im.Src != "" && !shown[im.Src] {
			shown[im.Src] = true
			r.Warnings = append(r.Warnings, rule.ImportUpdate.At(book.Pos{File: file}, "remove the file if nothing else shows it",
				"the picture %s is no longer in the text", im.Src))
		}
	}
}
