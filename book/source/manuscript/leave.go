package manuscript

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"octavo/book"
	"octavo/book/base/nfc"
	"octavo/book/base/rule"
)

// leftOut returns why a chapter is left out of the book, "" for one that is in.
func (l *loader) leftOut(c *book.Chapter) string {
	if c.Draft && !l.opts.Drafts {
		return "it is a draft"
	}
	if c.Publish.IsZero() || l.opts.Drafts || l.opts.Today == nil {
		return ""
	}
	if l.asOf.IsZero() {
		year, month, day := l.opts.Today().Date()
		l.asOf = book.Date{Time: time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
	}
	// The day is the one that its author wrote, in whatever zone.
	year, month, day := c.Publish.Time.Date()
	if time.Date(year, month, day, 0, 0, 0, 0, time.UTC).After(l.asOf.Time) {
		return fmt.Sprintf("it is to be published on %04d-%02d-%02d", year, month, day)
	}
	return ""
}

// told are the rules of which a chapter that is left out is told: they are on its front
// matter, which says that it is left out. All others can wait.
var told = []book.RuleID{rule.KeyForeign.ID, rule.ValueCut.ID}

// leave leaves a chapter out, with most of what was found in it.
func (l *loader) leave(c *book.Chapter, found []book.Diagnostic, why string) {
	if l.left == nil {
		l.left = map[string]bool{}
	}
	l.left[nfc.Compose(c.File)] = true
	for _, d := range found {
		if slices.Contains(told, d.Rule) {
			l.report(d)
		}
	}
	l.report(rule.ChapterLeftOut.At(c.Held, "to have it in the book, give --drafts", "the chapter is left out: %s", why))
}

// noChapters says that the book has no chapters.
func (l *loader) noChapters(b *book.Book) book.Diagnostic {
	if len(l.left) > 0 {
		return rule.ChapterMissing.At(book.Pos{File: b.File}, "to have them in the book, give --drafts", "all chapters of the book are left out")
	}
	return rule.ChapterMissing.At(book.Pos{File: b.File}, "list the Markdown files under chapters", "the book has no chapters")
}

// maxPassed is how many keys the remark on them names, by eye.
const maxPassed = 12

// passed tells once of all keys that are passed over.
func (l *loader) passed(keys []book.PassedKey) {
	if len(keys) == 0 {
		return
	}
	var names []string
	files := map[string]bool{}
	for _, k := range keys {
		files[k.Pos.File] = true
		if !slices.Contains(names, k.Key) && len(names) <= maxPassed {
			names = append(names, k.Key)
		}
	}
	if len(names) > maxPassed {
		names[maxPassed] = "and others"
	}
	for i := range names {
		names[i] = clip(names[i])
	}
	l.report(rule.KeyPassed.At(keys[0].Pos, "they may stay: they change nothing", "keys of another tool, which mean nothing in a book, are passed over in %s: %s",
		book.Count(len(files), "chapter"), strings.Join(names, ", ")))
}
