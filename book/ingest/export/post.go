package export

import (
	"fmt"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/feed"
	"octavo/book/ingest/web"
)

// MaxPosts is the greatest number of articles that are made of one file, as of a feed.
const MaxPosts = feed.MaxEntries

// A post is what a system knows of an article.
type post struct {
	title, excerpt string // HTML
	kicker         string // plain text
	body           string // HTML
	link           string // the whole address, "" when the export has none
	addresses      []string
	site, lang     string
	date, updated  book.Date
	authors        []*book.Person
	lead           *book.Figure
	warnings       []book.Diagnostic
}

// article reads the text of a post.
func (p post) article() *draft.Article {
	a := web.Fragment(p.body, p.link)
	a.Title, a.Subtitle, a.Kicker = phrase(p.title), phrase(p.excerpt), draft.Text(p.kicker)
	a.Source = book.Source{Name: p.site, URL: p.link}
	a.Addresses, a.Authors, a.Lang = p.addresses, p.authors, p.lang
	a.Date, a.Updated, a.Lead = p.date, p.updated, p.lead
	a.SettleDates()
	a.Warnings = append(p.warnings, a.Warnings...)
	feed.Name(a)
	return a
}

// phrase reads HTML that is one line: a title or an excerpt.
func phrase(s string) []book.Inline {
	var out []book.Inline
	for _, b := range web.Fragment(s, "").Blocks {
		p, ok := b.Block.(*book.Paragraph)
		if !ok {
			continue
		}
		if len(out) > 0 {
			out = append(out, &book.Text{Value: " "})
		}
		out = append(out, p.Content...)
	}
	return out
}

// settled brings articles into the order of their dates and says what was left out. The
// error is for a file without articles, or with too many.
func settled(list []*draft.Article, left *draft.Tally) ([]*draft.Article, error) {
	switch {
	case len(list) == 0 && left.String() != "":
		return nil, fmt.Errorf("no published post in this export, but %s: publish what is to be a chapter, and export anew", left)
	case len(list) == 0:
		return nil, fmt.Errorf("no post in this export")
	case len(list) > MaxPosts:
		return nil, fmt.Errorf("%d posts in this export; at most %d can be imported", len(list), MaxPosts)
	}
	list = feed.ByDate(list)
	left.Told(list[0])
	return list, nil
}
