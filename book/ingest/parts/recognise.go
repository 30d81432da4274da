package parts

import (
	"strings"
	"time"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// Options are what the caller knows better than the text.
type Options struct {
	// Lang is the language; "" to find it.
	Lang string
	// Book is the language of the book, for an article whose own one cannot be told; ""
	// when it is not known.
	Book string
	// Zone is the zone of times that name none; nil to guess it.
	Zone *time.Location
	// File is the input's name, for warnings.
	File string
	// Title serves where the text has none.
	Title string
}

// Recognise makes a chapter of a.
func Recognise(a *draft.Article, opt Options) (*book.Chapter, []Guess, []book.Diagnostic) {
	r := &reader{opt: opt, article: a, warnings: a.Warnings}
	r.formulas()
	r.chapter = &book.Chapter{
		Title: a.Title, Subtitle: a.Subtitle, Kicker: a.Kicker, Authors: a.Authors, Contributors: a.Contributors, Date: a.Date, Updated: a.Updated,
		Source: a.Source, Lang: a.Lang, Math: a.Formula != "", Image: a.Lead, EditorsNote: a.Note, Notes: a.Notes,
	}
	if a.Formula != "" {
		r.guess("formulas in TeX, the first being", a.Formula)
	}
	r.gather()
	r.letter()
	r.language()
	r.tables = of(r.chapter.Lang)
	r.stated()
	r.comments()
	r.captionsBelow()
	r.furniture()
	r.lengths()
	r.ended()
	r.listen()
	r.head()
	r.signedElsewhere()
	r.appeals()
	r.tail()
	r.runIn()
	r.body()
	for _, f := range a.Attached {
		r.chapter.Body = append(r.chapter.Body, f)
	}
	r.figures()
	r.people()
	r.dates()
	r.unpicture()
	r.fallBack()
	r.unlinked()
	if a.Matter != "" {
		r.guess("page of the book, "+string(a.Matter)+" in book.yaml", book.PlainText(r.chapter.Title))
	}
	finish(r.chapter, a.Text != "")
	return r.chapter, r.guesses, r.warnings
}

// fallBack fills in, as guesses, what the text does not say.
func (r *reader) fallBack() {
	if len(r.chapter.Authors) == 0 {
		for _, name := range strings.Split(r.article.Creator, ";") {
			if name = forward(strings.TrimSpace(name)); isName(name) || isCaseless(name) && isCaselessName(name) {
				r.chapter.Authors = append(r.chapter.Authors, &book.Person{Name: name, Role: "aut"})
				r.guess("author, from the document's properties", name)
			}
		}
	}
	if day := r.article.Day; r.chapter.Date.IsZero() && !day.IsZero() {
		r.chapter.Date = day.Date
		r.guess(dateFrom+day.Of, day.String())
	}
	switch {
	case len(r.chapter.Title) > 0:
	case r.article.Hint != "":
		r.chapter.Title = draft.Text(r.article.Hint)
		r.guess("title, from the document's properties", r.article.Hint)
	default:
		r.chapter.Title = draft.Text(r.opt.Title)
		r.guess(TitleOfFile, r.opt.Title)
	}
}

// forward returns a name in the order in which it is said: "Lee, Ann" stands so in catalogues.
func forward(name string) string {
	if family, given, ok := strings.Cut(name, ", "); ok && isName(family) && isName(given) {
		return given + " " + family
	}
	return name
}

// An item is a block of the article with its words.
type item struct {
	draft.Block
	content []book.Inline // of a paragraph or heading
	text    string
	width   int
	// joined says that the item is a line of the same paragraph as the item before.
	joined bool
}

// isText reports whether the item is a paragraph with words. One of the call of a note, or of a
// picture, has none.
func (it *item) isText() bool {
	_, ok := it.Block.Block.(*book.Paragraph)
	return ok && it.text != ""
}

// isHeading reports whether the format says that the item is a heading.
func (it *item) isHeading() bool {
	_, ok := it.Block.Block.(*book.Heading)
	return ok
}

type reader struct {
	opt      Options
	article  *draft.Article
	chapter  *book.Chapter
	tables   []*words
	items    []*item // what has not been taken yet
	guesses  []Guess
	warnings []book.Diagnostic
	bios     []bio
	mails    []string // without a bio
	unzoned  []*book.Date
	domain   string                // of a mail address, for the zone
	signed   map[*book.Person]bool // whose name stood at the end
	closings []book.Block          // what the publication says below the article
	around   []string              // the lines of the letter around the article
	talk     bool                  // the article says that it is an interview
	spaced   bool                  // blank lines part the paragraphs
}

func (r *reader) guess(as, text string) { r.guesses = append(r.guesses, newGuess(as, text)) }

func (r *reader) warn(what rule.Rule, hint, format string, args ...any) {
	r.warnings = append(r.warnings, what.At(book.Pos{File: r.opt.File}, hint, format, args...))
}

// clip shortens text of the author for a message.
func clip(s string) string { return book.Clip(strings.Join(strings.Fields(s), " "), 60) }

// edge is how many blocks at either end of an article can be lines of its head
// or tail, by eye. In blocks between, the lines of a paragraph stay together, as in verse.
const edge = 16

// gather makes items of the blocks. At the ends of the article the lines of a
// paragraph are items, since a byline and a date may share one.
func (r *reader) gather() {
	for i, b := range r.article.Blocks {
		switch v := b.Block.(type) {
		case *book.Paragraph:
			lines := draft.Lines(v.Content)
			if i >= edge && i < len(r.article.Blocks)-edge || !short(lines) {
				r.add(b, v.Content, false)
				continue
			}
			for j, line := range lines {
				part := draft.Block{Block: &book.Paragraph{Content: line, Pos: v.Pos}, Role: b.Role, Tight: b.Tight || j > 0}
				r.add(part, line, j > 0)
			}
		case *book.Heading:
			r.add(b, v.Content, false)
		case nil:
		default:
			r.items = append(r.items, &item{Block: b})
		}
	}
}

// short reports whether lines are like lines of a head, not of prose: twelve at most, by
// eye, and none longer than a headline.
func short(lines [][]book.Inline) bool {
	for _, l := range lines {
		if len(lines) > 12 || draft.Width(book.PlainText(l)) > maxLine {
			return false
		}
	}
	return true
}

func (r *reader) add(b draft.Block, content []book.Inline, joined bool) {
	content = draft.Trim(append([]book.Inline(nil), content...))
	text := book.PlainText(content)
	if strings.TrimSpace(text) == "" && !hasImage(content) && !calls(content) {
		return
	}
	r.items = append(r.items, &item{Block: b, content: content, text: text, width: draft.Width(text), joined: joined})
}

// calls reports whether a run calls a note.
func calls(content []book.Inline) (found bool) {
	book.WalkInlines(content, func(in book.Inline) bool {
		_, ok := in.(*book.NoteRef)
		found = found || ok
		return !found
	})
	return found
}

func hasImage(content []book.Inline) bool {
	found := false
	book.WalkInlines(content, func(in book.Inline) bool {
		if _, ok := in.(*book.InlineImage); ok {
			found = true
		}
		return true
	})
	return found
}

// listen finds out whether the head or the tail says that this is an interview.
func (r *reader) listen() {
	const lines = 6
	said := func(s string) bool {
		if contains(s, r.tables, func(w *words) []string { return w.talk }) {
			return true
		}
		for _, w := range r.tables {
			for _, t := range w.talk {
				if !isLatin(firstRune(t)) && strings.Contains(s, t) {
					return true
				}
			}
		}
		return false
	}
	for i, it := range r.items {
		if (i < lines || i >= len(r.items)-lines/2) && it.width <= maxStandfirst && said(it.text) {
			r.talk = true
		}
	}
	r.talk = r.talk || said(book.PlainText(r.chapter.Kicker)) || said(book.PlainText(r.chapter.Title)) || said(book.PlainText(r.chapter.Subtitle))
}
