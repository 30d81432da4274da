package check

import (
	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
)

// read calls visit for each chapter whose front matter could be read. The others lack
// things because of a fault that is reported already.
func (r *reporter) read(visit func(c *book.Chapter)) {
	for _, c := range r.book.Chapters() {
		if c.Pos.Line > 0 {
			visit(c)
		}
	}
}

func chapterEmpty(r *reporter) {
	r.read(func(c *book.Chapter) {
		if len(c.Body) == 0 {
			r.report(book.Pos{File: c.File}, "write the article below the front matter", "chapter has no text")
		}
	})
}

func chapterAuthor(r *reporter) {
	r.read(func(c *book.Chapter) {
		if len(c.Authors) == 0 && !c.Unread {
			r.report(c.Pos, "name the author under authors, or give a bio alone", "chapter has no author")
		}
	})
}

func chapterDate(r *reporter) {
	r.read(func(c *book.Chapter) {
		if c.Date.IsZero() && !c.Unread {
			r.report(c.Pos, "give the day of first publication: date: 2025-11-05", "chapter has no date")
		}
	})
}

// sectionEmpty finds headings with nothing below them: at once the next heading of the same
// or a higher rank follows, or the end of the chapter.
func sectionEmpty(r *reporter) {
	for _, c := range r.book.Chapters() {
		for i, b := range c.Body {
			h, ok := b.(*book.Heading)
			if !ok {
				continue
			}
			if i+1 < len(c.Body) {
				if next, ok := c.Body[i+1].(*book.Heading); !ok || next.Level > h.Level {
					continue
				}
			}
			r.report(h.Pos, "write the section, or delete the heading", "nothing stands below the heading %q", clip(book.PlainText(h.Content)))
		}
	}
}

// allowUnknown finds remarks that silence nothing.
func allowUnknown(r *reporter) {
	for _, a := range book.Allows(r.book) {
		known, ok := rule.Find(book.RuleID(a.Rule))
		if ok && known.Fixed() {
			r.report(a.Pos, known.Why, "the rule %q cannot be silenced", a.Rule)
		}
		if ok {
			continue
		}
		var names []string
		for _, one := range rule.All() {
			if !one.Fixed() {
				names = append(names, string(one.ID))
			}
		}
		hint := nearest.Hint(a.Rule, names, `"octavo check --rules" lists the rules`)
		r.report(a.Pos, hint, "no rule is called %q", clip(a.Rule))
	}
}
