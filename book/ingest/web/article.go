package web

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// A reader makes the blocks of an article.
type reader struct {
	*page
	scope, body *el
	out         []draft.Block
	past        bool // the body has been read
	prose       bool // a paragraph of the body has been read
	boxed       bool // what is read is a box, in which there are no others
	embedded    map[string]bool
	films       map[string]bool     // addresses of films and the like, which are no links to other articles
	astray      bool                // a link to nowhere has been told
	homeward    map[book.Block]bool // headlines that are only a link to the first page of the site
	notes       []*book.Note        // footnotes, those without a call too
	pruned      map[*el]bool        // furniture that was taken out
	told        []string            // words that were left out and told
	unpacking   map[string]string   // the names given to embedded pictures, by their data addresses
}

// leastProse is the text, in bytes, from which a paragraph is one of the body
// rather than a line of the head: some 25 words of English. The number was chosen by eye. A
// lesser one takes long standfirsts for the body, and what follows them, a byline
// say, is then read as text; a greater one takes short paragraphs for lines of the head.
const leastProse = 160

// prune takes the furniture out of e.
func (r *reader) prune(e *el) {
	kept := e.kids[:0]
	gone := map[rawhtml.Element]bool{}
	for _, k := range e.kids {
		if isBookmark(k) && k.inside(r.body) { // names in it are of the other page
			kept = append(kept, k)
			continue
		}
		if k.Name() == "button" && isHeadingName(e.Name()) {
			k.Rename("span") // what opens the section below
		}
		if r.removes(k) {
			gone[k.Element] = true
			r.pruned[k] = true
			continue
		}
		r.prune(k)
		kept = append(kept, k)
	}
	if e.kids = kept; len(gone) > 0 {
		e.RemoveIf(func(c rawhtml.Element) bool { return gone[c] })
	}
}

// removes reports whether an element is furniture: by its tag or names, unless
// it holds the body, the headline, or a good part of the text.
//
// Names lie: some systems name what only subscribers see by what hides it. So a name
// alone removes nothing that has a third of the text or more, or a headline, bio or
// note in it. The third was chosen by eye, since furniture is short. Tags that are never
// text, such as <nav>, are removed whatever their size.
func (r *reader) removes(e *el) bool {
	if e.Name() == "" {
		return false
	}
	if isPermalink(e) || isPager(e) || r.isComments(e) || isRelated(e) {
		return true
	}
	if isPull(e) && e.inside(r.body) {
		return false
	}
	if e.Name() == "footer" && e.named(datelineNames) && isAboveText(e) {
		return false // a line of the head
	}
	r.reportDrawing(e)
	if e.Name() == "noscript" {
		return e.find(func(n *el) bool { return n.Name() == "img" }) == nil
	}
	if roleOf(e, false) != draft.Furniture || r.body.inside(e) || e.Name() == "footer" && e.within("blockquote") || r.isBox(e) {
		return false
	}
	if furnitureTags[e.Name()] && e.Name() != "aside" && e.Name() != "footer" && e.Name() != "form" {
		return true
	}
	return e.size*3 < r.scope.size && e.find(func(n *el) bool { return n.Name() == "h1" || named(n, noteNames) || named(n, bioNames) }) == nil
}

// isPermalink reports whether e is the sign beside a heading that leads to the heading.
func isPermalink(e *el) bool {
	return e.Name() == "a" && strings.HasPrefix(e.Get("href"), "#") && e.size > 0 && strings.Trim(e.line(), "¶§#🔗⚓\ufe0e\ufe0f ") == ""
}

func named(e *el, names []string) bool { return e.named(names) }

// outside reads what stands in e around the body: the headline, lines whose names say
// their role, and pictures above the body.
func (r *reader) outside(e *el) {
	if e == r.body {
		r.inside(e)
		r.past = true
		return
	}
	for _, k := range e.kids {
		if k.Name() == "" {
			continue
		}
		if r.body.inside(k) {
			r.outside(k)
			continue
		}
		r.beside(k, true)
	}
}

// beside reads an element next to the body: near says that it is a neighbour of the body or
// of a box around the body, where a paragraph below is the article's end; one in a box of its
// own is of another article.
func (r *reader) beside(e *el, near bool) {
	switch role := roleOf(e, false); {
	case !r.past && isCaptionLine(e) && r.captionBelow(e):
	case e.Name() == "h1":
		if !r.leadsHome(e) {
			r.emit(r.headlineOf(e), draft.Title)
		}
	case isFigure(e) || isPicture(e):
		if !r.past {
			r.figure(e)
		}
	case role == draft.Bio || role == draft.Note:
		r.part(e, role)
	case role == draft.Byline && r.past && isSentence(e.line()):
		r.part(e, draft.Bio)
	case role != draft.None && role != draft.Furniture && !r.past && e.find(func(n *el) bool { return n.Name() == "h1" }) == nil:
		r.lines(e, role)
	case (e.Name() == "p" && (near || !r.past) || e.Name() == "h2" && !r.past) && e.size > 30 && e.links*2 < e.size: // more than 30 bytes, by eye: a standfirst and no button
		r.emit(rawhtml.Line(e.Element), draft.None)
	case r.isDatedLine(e):
		r.gluedLine(e)
	case r.isBareLine(e):
		r.emit(oneLine(rawhtml.Line(e.Element)), draft.None)
	default:
		near = near && e.links == 0 && e.find(func(n *el) bool { return isHeadingName(n.Name()) || n.Name() == "img" }) == nil
		for _, k := range e.kids {
			if k.Name() != "" {
				r.beside(k, near)
			}
		}
	}
}

// leaves are blocks that are read as they are; any other element that holds blocks
// is looked into.
var leaves = map[string]bool{"p": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "menu": true, "dl": true,
	"table": true, "blockquote": true, "pre": true, "hr": true}

// inside reads what is in an element of the body.
//
// Phrases that stand between blocks, as in old pages that part paragraphs by <br>, are
// gathered in run and read together when the next block comes. The order of the
// cases matters: what is a figure must not be read as a paragraph with a picture;
// a note or bio must hold less than half of the body, since its class may stand on
// what holds the text; and a line such as a byline is only looked for until the first
// paragraph of prose has been read, since in the text below it an element of
// class "date" or "author" is a word of the text.
func (r *reader) inside(e *el) {
	var run []rawhtml.Element
	flush := func() {
		if len(run) > 0 && !r.separated(run) {
			r.blocks(run)
		}
		run = nil
	}
	for _, k := range e.kids {
		role := roleOf(k, r.prose)
		if isCaptionLine(k) && !hasWords(run) {
			flush()
		}
		switch {
		case len(run) == 0 && r.captionBelow(k):
		case isBookmark(k):
			flush()
			r.bookmark(k)
		case k.Name() == "h1":
			flush()
			r.headline(k)
		case isLined(k):
			flush()
			r.stanzas(k)
		case isVerse(k):
			flush()
			r.verse(k)
		case isMotto(k):
			flush()
			r.motto(k)
		case isGallery(k):
			flush()
			r.gallery(k)
		case isFigure(k):
			flush()
			r.figure(k)
		case r.isBox(k):
			flush()
			r.box(k)
		case k.Name() == "figure" && k.holds("table"):
			flush()
			r.inside(k)
			r.tableCaption(k)
		case isPull(k):
			flush()
			r.pull(k)
		case isListing(k):
			flush()
			r.listing(k)
		case k.Name() != "" && (role == draft.Note || role == draft.Bio) && k.size*2 < max(r.body.size, 1):
			flush()
			r.part(k, role)
		case !r.prose && k.Name() != "" && role != draft.None && role != draft.Furniture && k.size < leastProse && !k.holds("h1") && (k.IsBlock() || role <= draft.Dateline):
			flush()
			r.lines(k, role)
		case !r.prose && role == draft.None && strings.ContainsAny(k.line(), "0123456789") && isGlued(k):
			flush()
			r.gluedLine(k)
		case !r.prose && role == draft.None && r.signedStandfirst(k):
		case !r.prose && role == draft.None && isSigned(k):
			flush()
			r.emit(rawhtml.Line(k.Element), draft.Byline)
		case k.Name() == "noscript":
		case k.Name() == "dl" && !r.prose && isDates(k):
			flush()
			r.dates(k)
		case r.prose && isCrosshead(k):
			flush()
			r.out = append(r.out, draft.Block{Block: &book.Heading{Level: 2, Content: rawhtml.Line(k.Element)}})
		case k.Name() == "a" && r.films[k.Get("href")]:
			flush()
			r.blocks([]rawhtml.Element{k.Element})
		case leaves[k.Name()]:
			flush()
			if !r.captionBelow(k) {
				r.leaf(k)
			}
		case k.IsBlock():
			flush()
			r.inside(k)
		default:
			r.prepareAll(k)
			run = append(run, k.Element)
		}
	}
	flush()
}

// hasWords reports whether a run of phrases is more than pictures.
func hasWords(run []rawhtml.Element) bool {
	return slices.ContainsFunc(run, func(e rawhtml.Element) bool { return strings.TrimSpace(e.Text()) != "" })
}

// tableCaption gives the caption of a figure to its table, when the figure has been read
// as a table and a paragraph.
func (r *reader) tableCaption(e *el) {
	n := len(r.out)
	if e.find(func(k *el) bool { return k.Name() == "figcaption" }) == nil || n < 2 {
		return
	}
	t, ok := r.out[n-2].Block.(*book.Table)
	caption, also := r.out[n-1].Block.(*book.Paragraph)
	if ok && also && len(t.Caption) == 0 {
		t.Caption = caption.Content
		r.out = r.out[:n-1]
	}
}

func (e *el) holds(name string) bool {
	return e.find(func(n *el) bool { return n.Name() == name }) != nil
}

// headline reads an <h1>: which of them is the title is settled by [reader.title].
func (r *reader) headline(e *el) {
	content := r.headlineOf(e)
	if len(content) == 0 {
		return
	}
	h := &book.Heading{Level: 1, ID: e.Get("id"), Content: content}
	r.out = append(r.out, draft.Block{Block: h, Role: draft.Title})
	if r.leadsHome(e) || r.isLogo(e) {
		r.homeward[h] = true
	}
}

// leaf reads a block, with the figures that are in it.
func (r *reader) leaf(e *el) {
	r.prepareAll(e)
	if e.size >= leastProse {
		r.prose = true
	}
	r.blocks([]rawhtml.Element{e.Element})
}

// blocks appends what elements are. Paragraphs that two line breaks part are
// several.
func (r *reader) blocks(list []rawhtml.Element) {
	blocks, faults := rawhtml.Blocks(list)
	for _, f := range faults { // elements that a page has besides its article are not reported
		if f.Rule == rule.SizeLimit.ID {
			r.article.Warnings = append(r.article.Warnings, f)
		}
	}
	for _, b := range blocks {
		if q, ok := b.(*book.Quote); ok {
			citeApart(q)
		}
		p, ok := b.(*book.Paragraph)
		if !ok {
			r.out = append(r.out, draft.Block{Block: b})
			continue
		}
		for _, content := range paragraphs(p.Content) {
			if f := captioned(content); f != nil {
				r.out = append(r.out, draft.Block{Block: f})
				continue
			}
			if mostlyLinks(content) && r.leadsOn(content) && !r.isFilm(content) {
				r.leftOut(content)
				continue
			}
			r.out = append(r.out, draft.Block{Block: &book.Paragraph{Content: content}})
		}
	}
}

// isFilm reports whether a run is a link in the place of a film.
func (r *reader) isFilm(list []book.Inline) bool {
	if len(list) != 1 {
		return false
	}
	l, ok := list[0].(*book.Link)
	return ok && r.films[l.URL]
}

// paragraphs parts a run where two line breaks stand in a row.
func paragraphs(list []book.Inline) [][]book.Inline {
	var out [][]book.Inline
	from := 0
	add := func(part []book.Inline) {
		if part = draft.Trim(append([]book.Inline(nil), part...)); len(part) > 0 {
			out = append(out, part)
		}
	}
	for i := 1; i < len(list); i++ {
		if isLineBreak(list[i-1]) && isLineBreak(list[i]) {
			add(list[from:max(from, i-1)])
			from = i + 1
		}
	}
	add(list[from:])
	for i := 0; i < len(out); i++ {
		if n := boldLine(out[i]); n > 0 {
			out = slices.Insert(out, i+1, draft.Trim(out[i][n:]))
			out[i] = out[i][:n]
		}
	}
	return out
}

// boldLine returns how many inlines the first line of a paragraph has when that line is
// bold and twice as much text follows, by eye: the line is a heading then. 0 is for any
// other paragraph.
func boldLine(list []book.Inline) int {
	if len(list) < 3 || !isLineBreak(list[1]) {
		return 0
	}
	s, ok := list[0].(*book.Styled)
	if !ok || s.Style != book.Strong || len(book.PlainText(list[2:])) < 2*len(book.PlainText(s.Content)) {
		return 0
	}
	return 1
}

func isLineBreak(in book.Inline) bool {
	_, ok := in.(*book.LineBreak)
	return ok
}
