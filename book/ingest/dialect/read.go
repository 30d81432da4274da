// Package dialect reads Markdown with the front matter of other tools, in all notations of
// package markdown, pandoc's title block, Pelican's header and Nikola's comment.
//
// In: a Markdown file, in UTF-8. Out: a [draft.Article] with what the keys say; the names
// of keys that have no place in a chapter are in its warnings.
//
// Invariant: the body is read by package markdown, as a chapter's is.
package dialect

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/yaml"
	"octavo/book/source/markdown"
)

// Options are what the caller knows of a file.
type Options struct {
	// Given is the language that the editor says it is in, and Guess the one that it seems
	// to be in, each "" for none: quotation marks are set by the given one, by that of the
	// front matter, or by the guess.
	Given, Guess string
	// Open reads a file at hand, by a path with slashes; nil when there are none. Dir is
	// the folder of the file there.
	Open func(name string) ([]byte, error)
	Dir  string
}

// Read makes an article of the file name.
func Read(name, src string, opt Options) *draft.Article {
	src = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src)
	r := &reader{article: &draft.Article{Markup: true, Day: draft.Day{Date: markdown.FileDate(name), Of: draft.OfName}}, Options: opt}
	front, body := markdown.Front(name, src)
	if front != nil {
		front, body = r.readable(name, src, body, front)
	}
	for _, header := range []func(name, src string) (*yaml.Document, string){titleBlock, comment, header, r.open} {
		if front == nil {
			front, body = header(name, src)
		}
	}
	if front != nil {
		r.front(front, strings.TrimSuffix(src, body))
	}
	body = r.properties(name, body)
	r.line = 1 + strings.Count(src, "\n") - strings.Count(body, "\n")
	r.body(name, body)
	if a := r.article; (front != nil || r.sentence()) && len(a.Title) == 0 && !r.headed() {
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

// sentence reports whether the text begins with a sentence, which is no title.
func (r *reader) sentence() bool {
	if len(r.article.Blocks) < 2 {
		return false // a text of one paragraph may be a clipping that says what it is
	}
	p, ok := r.article.Blocks[0].Block.(*book.Paragraph)
	if !ok {
		return false
	}
	words := strings.TrimRight(book.PlainText(p.Content), " \"'”’»“‘」』)）")
	last, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".。．।۔։…", last)
}

// captions are the endings of the files in which a picture alone has its words below it, as
// pandoc sets them.
var captions = []string{".qmd", ".rmd"}

// subtitled gives pictures their words as captions, where the tool of the file prints them.
func subtitled(name string, blocks []book.Block) {
	if !slices.Contains(captions, strings.ToLower(path.Ext(name))) {
		return
	}
	book.WalkBlocks(blocks, func(b book.Block) bool {
		if f, ok := b.(*book.Figure); ok && len(f.Caption) == 0 && f.Image.Alt != "" {
			f.Caption = draft.Text(f.Image.Alt)
		}
		return true
	})
}

// front takes front matter, which is text in the file; "" when it has no fences.
func (r *reader) front(d *yaml.Document, text string) {
	entries := d.Root.Entries()
	if len(d.Diagnostics()) == 0 && isOurs(entries, text) && r.ours(entries, text) {
		return
	}
	r.jekyll = r.isOfJekyll(entries)
	r.keys(entries)
	cuts(entries)
	list := d.Diagnostics()
	for i, f := range list { // a mapping that is read twice has its faults twice
		if (f.Rule == rule.KeyDuplicate.ID || f.Rule == rule.ValueCut.ID) && !slices.Contains(list[:i], f) {
			r.article.Warnings = append(r.article.Warnings, rule.ImportFrontMatter.At(f.Pos, f.Hint, "%s", f.Message))
		}
	}
}

type reader struct {
	Options
	article *draft.Article
	math    bool                      // the front matter says that there are formulas
	held    bool                      // it has been told that the article is a draft
	line    int                       // of the file that the body begins on
	jekyll  bool                      // the file is of a site of Jekyll
	files   map[string]*yaml.Document // of authors that have been looked for; nil for none
}

func (r *reader) warn(what rule.Rule, hint, format string, args ...any) {
	r.article.Warnings = append(r.article.Warnings, what.At(book.Pos{}, hint, format, args...))
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
func (r *reader) language() string { return cmp.Or(r.Given, r.article.Lang, r.Guess, "en") }

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
	subtitled(name, c.Body)
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
		if i < 2 || i == len(c.Body)-1 {
			if tags := tagsOf(b); tags != "" {
				r.article.Warnings = slices.DeleteFunc(r.article.Warnings, func(d book.Diagnostic) bool {
					return d.Rule == rule.ForeignTag.ID && d.Pos.Line == b.Position().Line // which says that they stay
				})
				r.warn(rule.ImportKeys, "", "tags are left out: %s", clip(tags))
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
