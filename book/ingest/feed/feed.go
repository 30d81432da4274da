// Package feed reads the entries of feeds.
//
// In: a feed, in UTF-8: RSS 0.9 to 2.0 (also as RDF), Atom, or JSON Feed. Out: a
// [draft.Article] for each entry, the oldest first.
//
// Invariant: nothing is fetched; an entry has the text that the file has.
package feed

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/web"
	"octavo/book/markup/xmltree"
)

// MaxEntries is the greatest number of entries. It is generous: feeds have 10 to 100
// entries, exports of whole sites a few thousand.
const MaxEntries = 5_000

// Read makes an article of each entry of s, in the order of their dates; those
// without a date keep their place behind the entry before them.
func Read(s string) ([]*draft.Article, error) {
	root, err := xmltree.Parse([]byte(xmltree.Clean(s)), xmltree.Options{})
	if err != nil {
		return nil, err
	}
	channel, entries := root.Child("channel"), root.All("entry")
	if channel == nil {
		channel = root
	}
	entries = append(entries, append(channel.All("item"), root.All("item")...)...)
	if channel == root {
		entries = append(root.All("entry"), root.All("item")...)
	}
	if len(entries) == 0 || len(entries) > MaxEntries {
		return nil, fmt.Errorf("%d entries in this feed; between 1 and %d can be imported", len(entries), MaxEntries)
	}
	var left draft.Tally
	if entries = published(entries, &left); len(entries) == 0 {
		return nil, fmt.Errorf("no published entry in this feed, but %s", &left)
	}
	site := site{name: line(child(channel, "title")), link: link(channel), lang: child(channel, "language").Content()}
	if site.lang == "" {
		site.lang = root.Any("lang")
	}
	var out []*draft.Article
	for _, e := range entries {
		out = append(out, site.entry(e))
	}
	out = ByDate(out)
	left.Told(out[0])
	return out, nil
}

// A site is what a feed says of all its entries.
type site struct{ name, link, lang string }

// ByDate brings articles into the order of their dates. Feeds have the newest
// first: of two with the same date the later one in the file is the older.
func ByDate(list []*draft.Article) []*draft.Article {
	slices.Reverse(list)
	slices.SortStableFunc(list, func(a, b *draft.Article) int {
		if a.Date.IsZero() || b.Date.IsZero() {
			return 0
		}
		return cmp.Compare(a.Date.Time.Unix(), b.Date.Time.Unix())
	})
	return list
}

// child returns the first element of one of the names that is in no name space of a
// media extension, whose titles and links are of pictures.
func child(n *xmltree.Node, names ...string) *xmltree.Node {
	for _, name := range names {
		for _, k := range n.All(name) {
			if !strings.Contains(k.Space, "mrss") && !strings.Contains(k.Space, "itunes") {
				return k
			}
		}
	}
	return nil
}

// line returns the text of an element on one line, its markup taken away.
func line(n *xmltree.Node) string {
	s := n.Content()
	if strings.ContainsAny(s, "<&") {
		var words []string
		for _, b := range web.Fragment(s, "").Blocks {
			if p, ok := b.Block.(*book.Paragraph); ok {
				words = append(words, book.PlainText(p.Content))
			}
		}
		s = strings.Join(words, " ")
	}
	return strings.Join(strings.Fields(s), " ")
}

// link returns the address of an entry or channel.
func link(n *xmltree.Node) string {
	for _, l := range n.All("link") {
		href := strings.TrimSpace(l.Content())
		if href == "" && (l.Any("rel") == "" || l.Any("rel") == "alternate") {
			href = l.Any("href")
		}
		if strings.HasPrefix(href, "http://") || strings.HasPrefix(href, "https://") {
			return href
		}
	}
	return ""
}

func (s site) entry(e *xmltree.Node) *draft.Article {
	a := &draft.Article{Markup: true, Lang: e.Any("lang")}
	if a.Lang == "" {
		a.Lang = strings.TrimSpace(s.lang)
	}
	a.Title = draft.Text(line(child(e, "title")))
	a.Source = book.Source{Name: s.name, URL: link(e)}
	if from := e.Child("source"); from != nil && line(from.Child("title")) != "" {
		a.Source.Name = line(from.Child("title"))
	}
	a.Date = date(e, "pubDate", "published", "date", "issued", "created")
	a.Updated = date(e, "updated", "modified")
	if a.Date.IsZero() {
		a.Date, a.Updated = a.Updated, book.Date{}
	}
	a.SettleDates()
	a.Authors = authors(e)
	a.Kicker, a.Addresses = draft.Text(category(e)), addresses(e)
	a.Blocks = s.content(e, a)
	a.Lead = lead(e, a.Blocks)
	a.Warnings = append(a.Warnings, recordings(e)...)
	Name(a)
	return a
}

// lead returns the picture that an entry has beside its text, as an enclosure or in
// Yahoo's extension; nil when the text has pictures of its own.
func lead(e *xmltree.Node, blocks []draft.Block) *book.Figure {
	if hasFigure(blocks) {
		return nil
	}
	media := append(e.All("content"), e.All("thumbnail")...)
	if group := e.Child("group"); group != nil {
		media = append(media, group.All("content")...)
	}
	for _, n := range append(media, e.All("enclosure")...) {
		url, kind := n.Any("url"), n.Any("type")
		if url != "" && (n.Any("medium") == "image" || strings.HasPrefix(kind, "image/") || n.Name == "thumbnail" && kind == "") {
			f := &book.Figure{Image: &book.Image{Src: url}}
			if t := n.Child("description"); t != nil {
				f.Caption = draft.Text(line(t))
			}
			if c := n.Child("credit"); c != nil {
				f.Credit = draft.Text(line(c))
			}
			return f
		}
	}
	return nil
}

func hasFigure(blocks []draft.Block) bool {
	return slices.ContainsFunc(blocks, func(b draft.Block) bool {
		_, ok := b.Block.(*book.Figure)
		return ok
	})
}

func date(e *xmltree.Node, names ...string) book.Date {
	for _, name := range names {
		if d := stamp(child(e, name).Content()); !d.IsZero() {
			return d
		}
	}
	return book.Date{}
}

// authors returns the authors that an entry names; RSS 2.0 wants a mail address with
// the name in brackets.
func authors(e *xmltree.Node) []*book.Person {
	var out []*book.Person
	for _, n := range append(e.All("creator"), e.All("author")...) {
		p := &book.Person{Name: line(n), Role: "aut"}
		if name := n.Child("name"); name != nil {
			if p.Name = line(name); p.Name == "Unknown" {
				continue // Blogger's name for nobody
			}
			if mail := strings.TrimSpace(n.Child("email").Content()); !strings.HasPrefix(mail, "noreply@") {
				p.Email = mail
			}
			if uri := strings.TrimSpace(n.Child("uri").Content()); strings.HasPrefix(uri, "http") {
				p.URL = uri
			}
		} else if mail, name, ok := strings.Cut(p.Name, " ("); ok && strings.Contains(mail, "@") {
			p.Name, p.Email = strings.TrimSuffix(name, ")"), mail
		}
		if p.Name != "" && !strings.Contains(p.Name, "@") && !slices.ContainsFunc(out, func(o *book.Person) bool { return o.Name == p.Name }) {
			out = append(out, p)
		}
	}
	return out
}

// begins reports whether the text of blocks has the first 40 letters of words: many
// systems cut the summary from the text, while a summary that was written for itself
// begins in another way.
func begins(blocks []draft.Block, words string) bool {
	var b strings.Builder
	for _, bl := range blocks {
		for _, run := range book.BlockInlines(bl.Block) {
			b.WriteString(book.PlainText(run) + " ")
		}
	}
	runes := []rune(words)
	start := string(runes[:min(len(runes), 40)])
	return strings.Contains(strings.Join(strings.Fields(b.String()), " "), strings.TrimRight(start, " .…"))
}

// filled gives an entry the notes, pictures and warnings of its text, and returns the
// text's blocks.
func filled(a, text *draft.Article) []draft.Block {
	a.Notes, a.Pictures, a.Warnings = text.Notes, text.Pictures, text.Warnings
	return text.Blocks
}
