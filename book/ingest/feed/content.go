package feed

import (
	"html"
	"net/url"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/text"
	"octavo/book/ingest/web"
	"octavo/book/markup/xmltree"
)

// longestSummary is the length, in bytes, below which a summary is a standfirst; by eye: three
// lines of print.
const longestSummary = 400

// content returns the blocks of an entry: its whole text, or else its summary, which is
// said where it breaks off. A summary beside the text is the standfirst when it is short
// and the text does not begin with it.
func (s site) content(e *xmltree.Node, a *draft.Article) []draft.Block {
	full, summary := child(e, "encoded", "content"), child(e, "description", "summary")
	if full == nil || strings.TrimSpace(full.Content()) == "" {
		blocks := s.trimmed(s.blocks(summary, a), a)
		if breaksOff(blocks) {
			a.Warnings = append(a.Warnings, rule.ImportSummary.At(book.Pos{}, "import the page of the article itself", "the feed has the beginning of %q only", book.Clip(book.PlainText(a.Title), 60)))
		}
		return blocks
	}
	blocks := s.trimmed(s.blocks(full, a), a)
	if words := s.summary(summary, a); words != "" && len(words) < longestSummary && !begins(blocks, words) {
		a.Subtitle = draft.Text(strings.TrimSuffix(words, " […]"))
	}
	return blocks
}

// summary returns a summary on one line, without a link behind it that leads on.
func (s site) summary(n *xmltree.Node, a *draft.Article) string {
	if !strings.ContainsAny(n.Content(), "<&") {
		return line(n)
	}
	var words []string
	for _, b := range s.trimmed(web.Fragment(n.Content(), "").Blocks, a) {
		if b.Role == draft.Furniture {
			continue
		}
		for _, run := range book.BlockInlines(b.Block) {
			words = append(words, book.PlainText(run))
		}
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// blocks reads the text of an element, as its type says: HTML, XHTML or plain text.
func (s site) blocks(n *xmltree.Node, a *draft.Article) []draft.Block {
	switch body := twice(n.Content()); {
	case n == nil:
		return nil
	case n.Any("type") == "xhtml":
		return filled(a, web.Fragment(n.HTML(), s.base(n, a)))
	case n.Any("type") == "text", !strings.ContainsAny(body, "<&"):
		a.Markup = false
		return text.Read(body).Blocks
	default:
		return filled(a, web.Fragment(body, s.base(n, a)))
	}
}

// twice undoes the escaping of a text that was escaped twice, which has no tag but the
// signs of some.
func twice(s string) string {
	if !strings.Contains(s, "<") && (strings.Contains(s, "&lt;/p&gt;") || strings.Contains(s, "&lt;br") || strings.Contains(s, "&lt;/a&gt;")) {
		return html.UnescapeString(s)
	}
	return s
}

// base returns the address that links of an element are relative to: that of xml:base, and
// else that of the entry or of the site.
func (s site) base(n *xmltree.Node, a *draft.Article) string {
	base := s.link
	if a.Source.URL != "" {
		base = a.Source.URL
	}
	var relative []string // from the element outwards, to the first whole address
	for e := n; e != nil; e = e.Parent {
		b := strings.TrimSpace(e.Any("base"))
		if web.Address(b) != "" {
			base = b
			break
		}
		if b != "" && len(relative) < 8 { // by eye: two elements have one
			relative = append(relative, b)
		}
	}
	u, err := url.Parse(base)
	for i := len(relative) - 1; i >= 0 && err == nil; i-- {
		u, err = u.Parse(relative[i])
	}
	if err != nil {
		return base
	}
	return u.String()
}

// trimmed returns the blocks of a text without what feeds set behind it: a link that leads
// on from where the text breaks off ("… Continue reading") goes; a link to the article
// alone, and the line that names article and site ("The post X appeared first on Y"),
// which WordPress has in all languages, are furniture.
func (s site) trimmed(blocks []draft.Block, a *draft.Article) []draft.Block {
	for n := len(blocks); n > 0; n-- {
		p, ok := blocks[n-1].Block.(*book.Paragraph)
		if !ok {
			break
		}
		switch links := linksOf(p.Content); {
		case len(links) == 2 && s.names(links, a) && len(book.PlainText(p.Content)) < longestSummary:
			blocks[n-1].Role = draft.Furniture
			continue
		case len(links) == 1 && links[0].URL == a.Source.URL && book.PlainText(p.Content) == book.PlainText(links[0].Content) && n > 1:
			blocks[n-1].Role = draft.Furniture
			continue
		}
		p.Content = ended(p.Content)
		break
	}
	return blocks
}

// linksOf returns the links of a run, three at most.
func linksOf(run []book.Inline) []*book.Link {
	var out []*book.Link
	book.WalkInlines(run, func(in book.Inline) bool {
		if l, ok := in.(*book.Link); ok && len(out) < 3 {
			out = append(out, l)
		}
		return true
	})
	return out
}

// names reports whether two links lead to the article and to its site.
func (s site) names(links []*book.Link, a *draft.Article) bool {
	to := func(l *book.Link, address, name string) bool {
		return address != "" && strings.TrimRight(l.URL, "/") == strings.TrimRight(address, "/") || name != "" && book.PlainText(l.Content) == name
	}
	return to(links[0], a.Source.URL, book.PlainText(a.Title)) && to(links[1], s.link, s.name)
}

// ended returns a run without the link at its end that leads on, where the words before it
// break off. Forty columns are by eye: "Continue reading" and the title.
func ended(run []book.Inline) []book.Inline {
	const longest = 40
	for n := len(run) - 1; n > 0; n-- {
		switch in := run[n].(type) {
		case *book.Text:
			if strings.Trim(in.Value, " →»›>.") == "" {
				continue
			}
		case *book.LineBreak:
			continue
		case *book.Link:
			before := book.PlainText(run[:n])
			if utf8.RuneCountInString(book.PlainText(in.Content)) > longest && !strings.Contains(in.URL, "#more") || !cut(before) {
				return run
			}
			return draft.Trim(run[:n])
		}
		return run
	}
	return run
}

// cut reports whether a text breaks off.
func cut(s string) bool {
	s = strings.TrimRight(s, " \u00a0")
	for _, end := range []string{"…", "...", "[…]", "[...]", "(…)", "(...)", "……"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// breaksOff reports whether the last paragraph of a text does, or there is none.
func breaksOff(blocks []draft.Block) bool {
	for n := len(blocks) - 1; n >= 0; n-- {
		if blocks[n].Role == draft.Furniture {
			continue
		}
		p, ok := blocks[n].Block.(*book.Paragraph)
		return ok && cut(book.PlainText(p.Content))
	}
	return true
}

// recordings says which recordings and films an entry has: what a podcast is for.
func recordings(e *xmltree.Node) []book.Diagnostic {
	var out []book.Diagnostic
	for _, n := range e.All("enclosure") {
		if kind := n.Any("type"); strings.HasPrefix(kind, "audio/") || strings.HasPrefix(kind, "video/") {
			out = append(out, rule.ImportAttachment.At(book.Pos{}, "link to it in the text, or say what it holds", "the recording %s is not taken", book.Clip(n.Any("url"), 200)))
		}
	}
	return out
}
