package ingest

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/source/markdown"
	"octavo/book/source/names"
)

// Links between the articles of a run.
//
// An article that is imported gets another name and another folder, so that a link to it by
// its file, its address on a site or its title in a wiki leads nowhere any more. The files
// of a run know one another: all that an article may be called goes into an index, a link
// that means one article is kept as a [call], and once the names of the chapters are settled
// it is led there. Chapters that the book has already are called by the address where they
// were first published, and by their titles.
//
// An address within an archive, such as a chapter of an EPUB, is one of that file: it has
// an index of its own, which goes before that of the run.

// A call is a link from one article to another one of the run, or to a chapter that is in
// the book.
type call struct {
	link     *book.Link
	to       int // piece, or behind these the chapter of [Options]
	fragment string
}

// A caller resolves the links of a run.
type caller struct {
	*run
	all     *names.Index
	files   map[int]*names.Index // of files with several articles, over all pieces
	told    map[string]bool      // addresses in an article that have been told of
	dropped bool                 // a link to a note has lost its address
	lost    []string             // addresses in an article of which nobody can say where they are
}

// links finds out which links lead to articles of the run. The others are told.
func (r *run) links() {
	c := &caller{run: r, files: map[int]*names.Index{}}
	count := map[int]int{}
	for _, p := range r.pieces {
		count[p.file]++
	}
	var all []names.Article
	for _, p := range r.pieces {
		a := p.called()
		if count[p.file] > 1 {
			a.File = ""
		}
		all = append(all, a)
	}
	for _, known := range r.opt.Chapters {
		a := names.Of(known)
		a.File = "" // it lies elsewhere than the files
		all = append(all, a)
	}
	c.all = names.New(all)
	for i, p := range r.pieces {
		if count[p.file] > 1 && c.files[p.file] == nil {
			c.files[p.file] = c.archive(i)
		}
		c.article(p)
	}
}

// called returns what links may call an article.
func (p *piece) called() names.Article {
	a := names.Article{File: path.Clean(p.File), Title: book.PlainText(p.read.Title), Sources: []string{p.read.Source.URL}, Date: p.read.Date}
	if id := notionID(strings.TrimSuffix(a.File, path.Ext(a.File))); id != "" {
		a.Aliases = append(a.Aliases, id)
	}
	for _, address := range p.addresses {
		if hasScheme(address) {
			a.Sources = append(a.Sources, address)
		} else {
			a.Aliases = append(a.Aliases, address)
		}
	}
	return a
}

// archive returns the index of the articles in the file whose first article is the piece i.
// Articles of other files have no names in it, so that numbers stay those of pieces.
func (c *caller) archive(i int) *names.Index {
	list := make([]names.Article, i)
	for _, p := range c.pieces[i:] {
		if p.file != c.pieces[i].file {
			break
		}
		list = append(list, names.Article{File: p.place()})
	}
	return names.New(list)
}

// place returns where an article lies in its file, "" when nobody says.
func (p *piece) place() string {
	if len(p.addresses) > 0 && !hasScheme(p.addresses[0]) {
		return path.Clean(p.addresses[0])
	}
	return ""
}

// article resolves the links of an article.
func (c *caller) article(p *piece) {
	c.told, c.lost, c.dropped = map[string]bool{}, nil, false
	for _, run := range book.RunsOf(p.read) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if link, ok := in.(*book.Link); ok {
				c.resolve(p, link)
			}
			return true
		})
	}
	for _, b := range book.BlocksOf(p.read) {
		if f, ok := b.(*book.Figure); ok && f.Link != nil {
			c.resolve(p, f.Link)
		}
	}
	n := len(c.lost)
	if n > 0 || c.dropped {
		p.rewrite()
	}
	if n > 0 {
		p.Warnings = append(p.Warnings, rule.ImportDeadLink.At(book.Pos{File: p.File}, "import those pages in the same run, or write the addresses that they have on the web",
			"%s to pages that are not in this import, such as %q: the words stay", book.Count(n, "link"), book.Clip(c.lost[0], 80)))
	}
}

// resolve resolves one link.
func (c *caller) resolve(p *piece, link *book.Link) {
	target, fragment, _ := strings.Cut(link.URL, "#")
	if target == "" || link.External {
		return
	}
	list := c.find(p, target)
	if hasScheme(target) && len(list) != 1 {
		return // a page on the web
	}
	if len(list) == 1 {
		p.calls = append(p.calls, call{link, list[0], fragment})
		return
	}
	if _, there := c.opt.there(path.Clean(target)); !there || !names.IsMarkdown(target) { // a chapter by its name
		c.dead(p, link, list)
	}
}

// find returns the pieces, and behind them the chapters of the book, that an address may
// mean. A piece goes before a chapter: the chapter is what an earlier import made of it.
func (c *caller) find(p *piece, target string) []int {
	if x := c.files[p.file]; x != nil && !hasScheme(target) {
		if list := x.Find(p.place(), target); len(list) == 1 {
			return list
		}
	}
	var list []int
	if hasScheme(target) {
		list = c.onSite(p, target)
	} else {
		list = c.all.Find(path.Clean(p.File), target)
	}
	if own := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return i >= len(c.pieces) }); len(own) > 0 {
		return own
	}
	return list
}

// onSite returns the articles at an address of the web: those that state it; else, when the
// address is of the site that the linking article is from, those of the name that do not
// state another one; and pages of Notion by their number.
func (c *caller) onSite(p *piece, target string) []int {
	if list := c.all.Published(target); len(list) > 0 {
		return list
	}
	u, err := url.Parse(target)
	if err != nil {
		return nil
	}
	if id := notionID(u.Path); id != "" && strings.Contains(u.Host, "notion.") {
		return c.all.Find("", id)
	}
	own, err := url.Parse(p.read.Source.URL)
	if err != nil || u.Host == "" || own.Host != u.Host || strings.Trim(u.Path, "/") == "" {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(c.all.Find("", u.Path)), func(i int) bool { return i >= len(c.pieces) || c.pieces[i].read.Source.URL != "" })
}

// dead tells of a link that leads to no article, or to one of several, once in an article.
// One that stands on no line is of a page or a document: its words stay without it.
func (c *caller) dead(p *piece, link *book.Link, list []int) {
	again := c.told[link.URL]
	c.told[link.URL] = true
	pos := book.Pos{File: p.File, Line: link.Pos.Line, Col: link.Pos.Col}
	switch {
	case link.Pos.Line == 0 && len(list) == 0:
		c.lost = append(c.lost, link.URL)
		link.URL = ""
	case len(list) == 0 && isNote(link.URL):
		if !again {
			p.Warnings = append(p.Warnings, rule.ImportDeadLink.At(pos, "import that note in the same run, or write what it says",
				"the link %q leads to no note of this import: its words stay", book.Clip(link.URL, 80)))
		}
		link.URL = ""
		c.dropped = true
	case again:
	case len(list) > 1:
		p.Warnings = append(p.Warnings, rule.ImportDeadLink.At(pos, "write the name of the chapter that is meant",
			"the link %q may lead to %s or to %s", book.Clip(link.URL, 80), c.nameOf(list[0]), c.nameOf(list[1])))
	default:
		p.Warnings = append(p.Warnings, rule.ImportDeadLink.At(pos, "import that file in the same run, or link to an address with https://",
			"the link %q leads to no article of this import", book.Clip(link.URL, 80)))
	}
}

// isNote reports whether an address is the bare name of a note, as links of a vault have it:
// no book can have a place for it.
func isNote(to string) bool {
	name, _, _ := strings.Cut(to, "#")
	return name != "" && !strings.ContainsAny(name, "./:?\\@") && !strings.HasPrefix(name, "%23")
}

// nameOf names what a link may lead to: the file of a piece, or a chapter.
func (c *caller) nameOf(i int) string {
	if i < len(c.pieces) {
		return c.pieces[i].File
	}
	return c.opt.Chapters[i-len(c.pieces)].File
}

// lead gives the links of all articles the names that the chapters have now, and writes
// those anew whose links have changed.
func (r *run) lead() {
	for _, p := range r.pieces {
		changed := false
		for _, k := range p.calls {
			to := r.address(k)
			changed = changed || to != k.link.URL || k.link.Wiki
			k.link.URL, k.link.Wiki = to, false // it leads to a chapter by its file
		}
		if changed {
			p.rewrite()
		}
	}
}

// address returns where a call leads: to a chapter, and to the place in it that the link
// names, when the chapter has it.
func (r *run) address(k call) string {
	file, places := "", (*names.Places)(nil)
	if k.to < len(r.pieces) {
		p := r.pieces[k.to]
		if file = p.Name + ".md"; k.fragment != "" {
			places = p.known()
		}
	} else {
		known := r.opt.Chapters[k.to-len(r.pieces)]
		file = known.File
		if data, ok := r.opt.there(file); ok && k.fragment != "" {
			c, _ := markdown.Parse(file, data, markdown.Options{Language: known.Lang})
			places = names.PlacesOf(c)
		}
	}
	if k.to < len(r.pieces) && r.pieces[k.to].ids[k.fragment] != "" {
		return file + "#" + r.pieces[k.to].ids[k.fragment]
	}
	if id := placed(places, k.fragment); id != "" {
		file += "#" + id
	}
	return file
}

// known returns the places of a chapter. Names do not change them.
func (p *piece) known() *names.Places {
	if p.places == nil {
		p.places = names.PlacesOf(p.Chapter)
	}
	return p.places
}

// placed returns the id of a place that a link names in whichever spelling, "" when there is
// none.
func placed(places *names.Places, fragment string) string {
	if places == nil {
		return ""
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	for _, name := range []string{fragment, markdown.Slug(fragment)} {
		if id, ok := places.Find(name); ok {
			return id
		}
	}
	return places.Headed(fragment)
}

// hasScheme reports whether an address begins with a scheme, or with the name of a computer.
func hasScheme(address string) bool {
	return strings.HasPrefix(address, "//") || schemeForm().MatchString(address)
}

var (
	// schemeForm has two letters at least: one is a disk of Windows.
	schemeForm = pattern.Later(`^[A-Za-z][A-Za-z0-9+.-]+:`)
	// notionForm is the number of a page of Notion, at the end of its name and its address.
	notionForm = pattern.Later(`[0-9a-f]{32}$`)
)

func notionID(name string) string { return notionForm().FindString(name) }
