package web

import (
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// state adds a title that the page states, the surest first.
func (p *page) state(title string) {
	if title != "" {
		p.titles = append([]string{title}, p.titles...)
	}
}

// settleTitle takes the first stated title that is not only the publication's name.
func (p *page) settleTitle() {
	for _, t := range p.titles {
		if t = p.withoutSite(t, false); t != "" && !p.isSite(t) {
			p.article.Title = draft.Text(t)
			return
		}
	}
}

// headTitle returns the text of <title>, which is in the head and no title of a drawing.
func (p *page) headTitle() string {
	t := p.root.find(func(e *el) bool { return e.Name() == "title" && (e.parent == nil || e.parent.Name() != "svg") })
	if t == nil {
		return ""
	}
	return plain(t.Text())
}

// separators part a title from the name of its publication.
var separators = []string{" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " ‹ ", " • ", "_", "｜"}

// lastSegment returns where the last separator of a title is, and what follows it; -1
// where there is none.
func lastSegment(title string) (at int, segment, sep string) {
	at = -1
	for _, s := range separators {
		if i := strings.LastIndex(title, s); i > at {
			at, segment, sep = i, title[i+len(s):], s
		}
	}
	return at, segment, sep
}

// withoutSite removes what a title has behind or before the headline: the publication's
// name, its section, the date and the author. Where the page does not say what it is
// called, guess removes what stands behind the last separator, when it is the shorter
// part.
func (p *page) withoutSite(title string, guess bool) string {
	cut := false
	for {
		at, segment, sep := lastSegment(title)
		if at <= 0 {
			break
		}
		known := p.isSite(segment) || p.isAuthor(segment) || strings.Trim(segment, "0123456789./- ") == ""
		if !known && !(cut && sep == "_") && !(guess && !cut && p.article.Source.Name == "" && at > len(title)/2) {
			break
		}
		title, cut = strings.TrimSpace(title[:at]), true
	}
	for _, sep := range separators {
		if site, rest, ok := strings.Cut(title, sep); ok && !cut && p.isSite(site) {
			if i := strings.LastIndex(rest, " » "); i >= 0 {
				rest = rest[i+len(" » "):] // behind the sections that lead to the article
			}
			return rest
		}
	}
	if site, rest, ok := strings.Cut(title, ": "); ok && p.isNamed(site) {
		return rest
	}
	return title
}

// isSite reports whether s is a name of the publication, or its beginning, as "Folha" for
// "Folha de S.Paulo".
func (p *page) isSite(s string) bool {
	const least = 4 // letters that a beginning has, by eye
	got := draft.Letters(s)
	for _, name := range p.site {
		want := draft.Letters(name)
		if got == "" || want == "" {
			continue
		}
		if got == want || len(got) >= least && strings.HasPrefix(want, got) || len(want) >= least && strings.HasPrefix(got, want) && len(got) < 2*len(want) {
			return true
		}
	}
	return false
}

// isNamed reports whether s is the name that the page states for its publication.
func (p *page) isNamed(s string) bool {
	return p.article.Source.Name != "" && draft.Letters(p.article.Source.Name) == draft.Letters(s)
}

func (p *page) isAuthor(s string) bool {
	for _, name := range p.article.Bylines {
		if got, want := draft.Letters(s), draft.Letters(name); want != "" && (got == want || got == "by"+want) {
			return true
		}
	}
	return false
}

// title settles which headline of the page is the title. The headline is nearer to the
// reader than the title that the metadata has for machines; but the first <h1> of many
// pages is the name of the publication, and that of others is hidden or another article's.
// So a headline that says what the metadata says is taken first, in the article and then
// in all of the page; and else the first in the article that is no name of the
// publication. Other headlines in the body are headings.
func (r *reader) title() {
	chosen := -1
	for i, b := range r.out {
		if b.Role != draft.Title {
			continue
		}
		text := book.PlainText(contentOf(b.Block))
		if r.confirms(text) {
			chosen = i
			break
		}
		if chosen < 0 && text != "" && !r.isSite(text) && !r.homeward[b.Block] {
			chosen = i
		}
	}
	switch {
	case chosen >= 0 && r.confirms(book.PlainText(contentOf(r.out[chosen].Block))):
		r.article.Title = contentOf(r.out[chosen].Block)
	default:
		if e := r.headlineElsewhere(); e != nil {
			r.article.Title = rawhtml.Line(e.Element)
			chosen = -1
		} else if chosen >= 0 {
			r.article.Title = contentOf(r.out[chosen].Block)
		}
	}
	r.untitle(chosen)
}

// untitle takes the headlines out of the blocks, but the title, those of the body that are
// none, and text that is too long for one.
func (r *reader) untitle(chosen int) {
	kept := r.out[:0]
	for i, b := range r.out {
		if b.Role == draft.Title {
			h, ok := b.Block.(*book.Heading)
			text := book.PlainText(contentOf(b.Block))
			if i == chosen {
				b.Block = &book.Paragraph{Content: r.article.Title}
				if ok { // package parts takes the addresses from links to its id
					h.Content, b.Block = r.article.Title, h
				}
				kept = append(kept, b) // what stands above is a kicker, and below a standfirst
				continue
			}
			if r.homeward[b.Block] || !ok && len(text) <= maxHeadline || draft.Letters(text) == draft.Letters(book.PlainText(r.article.Title)) {
				continue
			}
			b.Role = draft.None
		}
		kept = append(kept, b)
	}
	r.out = kept
}

// firstTitle leaves the first headline as the title, where there is no page that states
// another.
func (r *reader) firstTitle() {
	seen := false
	for i, b := range r.out {
		if b.Role != draft.Title {
			continue
		}
		if seen {
			r.out[i].Role = draft.None
		} else {
			r.out[i].Block = &book.Paragraph{Content: contentOf(b.Block)}
		}
		seen = true
	}
}

// contentOf returns the words of a heading or paragraph.
func contentOf(b book.Block) []book.Inline {
	switch b := b.(type) {
	case *book.Heading:
		return b.Content
	case *book.Paragraph:
		return b.Content
	}
	return nil
}

// confirms reports whether a title that the page states is s, with nothing but the
// publication's name and the like around it.
func (p *page) confirms(s string) bool {
	got := draft.Letters(s)
	if got == "" || p.isSite(s) {
		return false
	}
	head := p.headTitle()
	if rest, ok := strings.CutPrefix(head, s+" : "); ok && !strings.Contains(rest, " : ") {
		return true // as papers of Korea part a title from their name
	}
	if draft.Letters(p.withoutSite(head, true)) == got {
		return true
	}
	titles := p.titles
	if len(titles) == 0 {
		titles = []string{head}
	}
	for _, t := range titles {
		if draft.Letters(p.withoutSite(t, true)) == got {
			return true
		}
		for at, _, _ := lastSegment(t); at > 0; at, _, _ = lastSegment(t) {
			if t = t[:at]; draft.Letters(t) == got {
				return true
			}
		}
	}
	return false
}

// headlineNames are names of the headline.
var headlineNames = []string{"headline", "entry title", "post title", "article title", "p name", "hed"}

// headlineElsewhere returns a headline anywhere in the page that says what the page states
// as its title.
func (r *reader) headlineElsewhere() *el {
	return r.root.find(func(e *el) bool {
		named := e.Name() == "h1" || (e.Name() == "h2" || e.Name() == "h3") && (e.named(headlineNames) || e.inside(r.scope))
		return named && e.size < maxHeadline && !e.holds("img") && r.confirms(e.line())
	})
}

// maxHeadline is the longest headline, in bytes, by eye: four lines of print.
const maxHeadline = 400

// leadsHome reports whether a headline is only a link to the first page of the site, as
// the name of the publication is.
func (r *reader) leadsHome(e *el) bool {
	a := e.find(func(n *el) bool { return n.Name() == "a" && n.Has("href") })
	if a == nil || a.links < e.size {
		return false
	}
	href := a.Get("href")
	if r.base != nil {
		for _, home := range []string{"https://", "http://", "//"} {
			href = strings.TrimPrefix(href, home+r.base.Host)
		}
	}
	if i := strings.Index(href, "://"); i >= 0 && strings.Count(strings.TrimRight(href[i+3:], "/"), "/") == 0 {
		href = "/"
	}
	return href == "/" || href == "" || href == "./" || href == "index.html"
}

// anchorOfHead returns the element from which the byline is looked for: the headline, or
// the body.
func (r *reader) anchorOfHead() *el {
	if e := r.headlineElsewhere(); e != nil {
		return e
	}
	if r.body.inside(r.root) {
		return r.body
	}
	return r.root
}

// isLogo reports whether a headline is only a picture of the publication's name.
func (r *reader) isLogo(e *el) bool {
	img := e.find(func(n *el) bool { return n.Name() == "img" })
	if img == nil || e.size > 0 {
		return false
	}
	alt := img.Get("alt")
	return r.isSite(alt) || !r.confirms(alt) && strings.Contains(draft.Letters(r.headTitle()), draft.Letters(alt))
}
