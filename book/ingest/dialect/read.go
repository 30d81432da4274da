// Package dialect reads Markdown with the front matter of other tools, in all notations of
// package markdown, and pandoc's title block.
//
// In: a Markdown file, in UTF-8. Out: a [draft.Article] with what the keys say; the names
// of keys that have no place in a chapter are in its warnings.
//
// Invariant: the body is read by package markdown, as a chapter's is.
package dialect

import (
	"cmp"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
	"octavo/book/source/markdown"
)

// Read makes an article of the file name. Given is the language that the editor says it is
// in, and guess the one that it seems to be in, each "" for none: quotation marks are set by
// the given one, by that of the front matter, or by the guess.
func Read(name, src, given, guess string) *draft.Article {
	src = strings.ReplaceAll(src, "\r\n", "\n")
	r := &reader{article: &draft.Article{Markup: true}, given: given, guess: guess}
	front, body := markdown.Front(name, src)
	if front == nil && strings.HasPrefix(src, "%") {
		front, body = titleBlock(name, src)
	}
	if front != nil {
		r.front(front, strings.TrimSuffix(src, body))
	}
	body = r.properties(name, body)
	r.line = 1 + strings.Count(src, "\n") - strings.Count(body, "\n")
	r.body(name, body)
	if a := r.article; front != nil && len(a.Title) == 0 && !r.headed() {
		a.Title = draft.Text(markdown.FileTitle(name, a.Lang))
	}
	return r.article
}

// headed reports whether the text begins with a heading that may be its title: the only
// one of its rank. Else a note with front matter that states no title has it, as in a
// chapter, by the name of its file; its first sentence is text.
func (r *reader) headed() bool {
	level, peers := 0, 0
	for i, b := range r.article.Blocks {
		h, ok := b.Block.(*book.Heading)
		switch {
		case i == 0 && !ok:
			return false
		case i == 0:
			level = h.Level
		}
		if ok && h.Level <= level {
			peers++
		}
	}
	return peers == 1
}

// front takes front matter, which is text in the file; "" when it has no fences.
func (r *reader) front(d *yaml.Document, text string) {
	if d.Broken() {
		f := d.Diagnostics()[0]
		r.warn(rule.ImportFrontMatter, "mend it in the file, or write its keys into the chapter", "the front matter cannot be read: line %d: %s", f.Pos.Line, f.Message)
		return
	}
	entries := d.Root.Entries()
	if len(d.Diagnostics()) == 0 && isOurs(entries, text) && r.ours(entries, text) {
		return
	}
	r.keys(entries)
	for _, f := range d.Diagnostics() {
		if f.Rule == rule.KeyDuplicate.ID {
			r.warn(rule.ImportFrontMatter, f.Hint, "%s", f.Message)
		}
	}
}

type reader struct {
	given, guess string // languages, see Read

	article *draft.Article
	math    bool // the front matter says that there are formulas
	line    int  // of the file that the body begins on
}

func (r *reader) warn(what rule.Rule, hint, format string, args ...any) {
	r.article.Warnings = append(r.article.Warnings, what.At(book.Pos{}, hint, format, args...))
}

// titleBlock reads the title block of pandoc: title, authors and date, each
// beginning with a per cent sign and going on in lines that begin with space.
// Authors are parted by semicolons or lines.
func titleBlock(name, src string) (front *yaml.Document, body string) {
	var b strings.Builder
	rest := src
	for _, key := range []string{"title", "author", "date"} {
		line, after, _ := strings.Cut(rest, "\n")
		value, ok := strings.CutPrefix(line, "%")
		if !ok {
			break
		}
		for rest = after; strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t"); rest = after {
			line, after, _ = strings.Cut(rest, "\n")
			if key == "author" {
				value += ";"
			}
			value += " " + strings.TrimSpace(line)
		}
		if value = strings.TrimSpace(value); value != "" {
			b.WriteString(key + ": " + yaml.Quote(value) + "\n")
		}
	}
	return yaml.Parse(name, []byte(b.String()), 1), rest
}

// keys takes the entries of a front matter.
func (r *reader) keys(entries []yaml.Entry) {
	if left := r.entries(entries, ""); len(left) > 0 {
		r.warn(rule.ImportKeys, "", "keys without a place in a chapter are left out: %s", clip(strings.Join(left, ", ")))
	}
}

// entries takes entries, and returns the names of those that have no place. table is the
// name, with a dot, of the table within the front matter that they stand in.
func (r *reader) entries(entries []yaml.Entry, table string) (left []string) {
	for _, e := range entries {
		name := strings.ToLower(strings.ReplaceAll(e.Key, "_", "-"))
		switch {
		case table == "" && own[name] && e.Value.Kind() == yaml.Map:
			left = append(left, r.entries(e.Value.Entries(), e.Key+".")...)
		case !r.key(name, e.Value):
			left = append(left, table+e.Key)
		}
	}
	return left
}

// own are the tables in which Hugo, Zola and Hexo have the keys of a site's own.
var own = map[string]bool{"params": true, "extra": true, "metadata": true, "meta": true}

// clip shortens text of the author for a message. A list of keys may be longer than other
// texts in messages: the editor looks for each.
func clip(s string) string { return book.Clip(s, 200) }

// key takes one entry, and reports whether there is a place for it.
func (r *reader) key(name string, v yaml.Value) bool {
	a := r.article
	switch alias.Find(name) {
	case "title":
		return r.text(&a.Title, v)
	case "subtitle":
		return r.text(&a.Subtitle, v)
	case "kicker":
		return r.text(&a.Kicker, v)
	case "authors":
		a.Authors = append(a.Authors, r.people(v, "aut")...)
		return true
	case "translators":
		a.Contributors = append(a.Contributors, r.people(v, "trl")...)
		return true
	case "contributors":
		a.Contributors = append(a.Contributors, r.people(v, "ctb")...)
		return true
	case "date", alias.Published:
		return r.date(&a.Date, v)
	case "updated":
		return r.date(&a.Updated, v)
	case "lang":
		a.Lang = strings.ReplaceAll(scalar(v), "_", "-")
		return a.Lang != ""
	case alias.Address:
		if u := scalar(v); isWeb(u) && a.Source.URL == "" {
			a.Source.URL = u
			return true
		}
		return (name == "url" || name == "link") && r.addresses(v)
	case alias.Alias:
		return r.addresses(v)
	case "source":
		return r.source(v)
	case "image", alias.Lead:
		return r.image(v)
	case alias.LeadText:
		return r.imageText(name, scalar(v))
	case alias.Files:
		return r.resources(v)
	case "editors-note":
		return r.note(v)
	case alias.Bio:
		a.Blocks = append(a.Blocks, draft.Block{Block: &book.Paragraph{Content: markdown.Inline(v, r.language())}, Role: draft.Bio})
		return true
	case "math":
		r.math = scalar(v) != "false"
		return true
	case "draft":
		if scalar(v) == "true" {
			r.warn(rule.ImportKeys, "", "the front matter says that this is a draft")
		}
		return true
	}
	return slices.Contains(silent, name)
}

// silent are keys of how the other tool sets the page, of which nobody wants to be told.
var silent = []string{"layout", "published-state", "slug", "weight", "type", "template", "comments", "toc", "documentclass", "geometry"}

// addresses takes names and addresses of the article on its site, a scalar or a list of them:
// what links of other articles call it.
func (r *reader) addresses(v yaml.Value) bool {
	list := []yaml.Value{v}
	if v.Kind() == yaml.List {
		list = v.Items()
	}
	for _, item := range list {
		if name := scalar(item); name != "" {
			r.article.Addresses = append(r.article.Addresses, name)
		}
	}
	return true
}

func scalar(v yaml.Value) string {
	if v.Kind() == yaml.Scalar {
		return v.Line()
	}
	return ""
}

// text takes a value as a run of Markdown, unless to has a run already.
func (r *reader) text(to *[]book.Inline, v yaml.Value) bool {
	if v.Kind() == yaml.List && len(v.Items()) > 0 {
		v = v.Items()[0]
	}
	if len(*to) > 0 || scalar(v) == "" {
		return false
	}
	*to = markdown.Inline(v, r.language())
	return true
}

func (r *reader) date(to *book.Date, v yaml.Value) bool {
	d, ok := dateline.Parse(scalar(v), "en")
	if ok && to.IsZero() {
		*to = d.Date
	}
	return ok
}

// people returns the people that a value names, of lists within lists too.
func (r *reader) people(v yaml.Value, role string) (list []*book.Person) {
	if v.Kind() != yaml.List {
		return alias.People(v, role, func(v yaml.Value) []book.Inline { return markdown.Inline(v, r.language()) })
	}
	for _, item := range v.Items() {
		list = append(list, r.people(item, role)...)
	}
	return list
}

func (r *reader) source(v yaml.Value) bool {
	s := &r.article.Source
	if v.Kind() == yaml.Map {
		for _, e := range v.Entries() {
			switch strings.ToLower(e.Key) {
			case "name", "title":
				s.Name = scalar(e.Value)
			case "url", "link":
				s.URL = scalar(e.Value)
			}
		}
		return true
	}
	if t := scalar(v); isWeb(t) {
		s.URL = t
	} else {
		s.Name = t
	}
	return true
}

// isWeb reports whether s is an address of the web, not a path of its site.
func isWeb(s string) bool {
	return strings.HasPrefix(s, "http") || strings.HasPrefix(s, "//") || strings.HasPrefix(s, "www.")
}

func (r *reader) lead() *book.Figure {
	if r.article.Lead == nil {
		r.article.Lead = &book.Figure{Image: &book.Image{}}
	}
	return r.article.Lead
}

func (r *reader) image(v yaml.Value) bool {
	switch v.Kind() {
	case yaml.Scalar:
		r.lead().Image.Src = v.Line()
	case yaml.Map:
		all := true
		for _, e := range v.Entries() {
			name := strings.ToLower(e.Key)
			if name == "src" || name == "path" || name == "url" || name == "image" || name == "file" {
				r.lead().Image.Src = scalar(e.Value)
			} else if !r.imageText(name, scalar(e.Value)) {
				all = false
			}
		}
		return all
	default:
		return false
	}
	return true
}

// resources takes the lead image from the files of one of Hugo's page bundles,
// where a name says which file it is, and reports whether there are no other files.
func (r *reader) resources(v yaml.Value) bool {
	all := v.Kind() == yaml.List
	for _, item := range v.Items() {
		if item.Kind() != yaml.Map || !isLead(item) || r.lead().Image.Src != "" {
			all = false
			continue
		}
		for _, e := range item.Entries() {
			switch name := strings.ToLower(e.Key); {
			case name == "src":
				r.lead().Image.Src = scalar(e.Value)
			case name == "title" && len(r.lead().Caption) == 0:
				r.lead().Caption = draft.Text(scalar(e.Value))
			case name == "params":
				for _, p := range e.Value.Entries() {
					r.imageText(strings.ToLower(p.Key), scalar(p.Value))
				}
			}
		}
	}
	return all
}

// isLead reports whether a file of a bundle is named as the lead image.
func isLead(item yaml.Value) bool {
	for _, e := range item.Entries() {
		if strings.EqualFold(e.Key, "name") {
			name := strings.ToLower(scalar(e.Value))
			for _, lead := range []string{"feature", "cover", "header", "thumbnail", "hero", "lead"} {
				if strings.Contains(name, lead) {
					return true
				}
			}
		}
	}
	return false
}

func (r *reader) imageText(name, value string) bool {
	if value == "" {
		return false
	}
	switch name[strings.LastIndexByte(name, '-')+1:] {
	case "alt":
		r.lead().Image.Alt = value
	case "caption":
		r.lead().Caption = draft.Text(value)
	case "credit":
		r.lead().Credit = draft.Text(value)
	default:
		return false
	}
	return true
}

func (r *reader) note(v yaml.Value) bool {
	if v.Kind() != yaml.Scalar {
		return false
	}
	c := r.parse("note.md", v.Text())
	r.article.Note = c.Body
	return true
}

// retold are the rules whose faults are told when the chapter is read back: TeX that
// cannot be read, and the rank of headings.
var retold = []book.RuleID{rule.HeadingRank.ID, rule.MathInline.ID, rule.MathSyntax.ID, rule.MathUnknown.ID}

// parse reads Markdown as the body of a chapter.
func (r *reader) parse(name, body string) *book.Chapter {
	c, list := markdown.Parse(name, []byte(body), markdown.Options{
		Language: r.language(), Foreign: true, Math: r.article.Formula != "", Line: max(r.line, 1),
	})
	for _, d := range list {
		if !slices.Contains(retold, d.Rule) {
			r.article.Warnings = append(r.article.Warnings, d)
		}
	}
	return c
}

// language returns the language by which quotation marks are set.
func (r *reader) language() string { return cmp.Or(r.given, r.article.Lang, r.guess, "en") }

// body takes the text. A heading of the first rank at its beginning is the
// title, or repeats the title of the front matter and is left out.
func (r *reader) body(name, body string) {
	a := r.article
	var k keeper
	body = k.restore(r.dialect(k.keep(body, r.math)))
	a.Formula = k.first
	a.Text, a.Line = body, r.line
	first := strings.TrimLeft(body, "\n ")
	c := r.parse(name, body)
	a.Notes = c.Notes
	for i, b := range c.Body {
		if h, ok := b.(*book.Heading); ok && i == 0 && (strings.HasPrefix(first, "# ") || strings.HasPrefix(first, h1Line(first)+"\n=")) {
			if len(a.Title) == 0 {
				a.Title = h.Content
				continue
			}
			if strings.EqualFold(book.PlainText(a.Title), book.PlainText(h.Content)) {
				continue
			}
		}
		if f := captioned(b); f != nil {
			b = f
		}
		a.Blocks = append(a.Blocks, draft.Block{Block: b})
	}
}

func h1Line(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
