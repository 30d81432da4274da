package manuscript

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/nfc"
	"octavo/book/base/rule"
	"octavo/book/source/markdown"
)

// A linker resolves the links between chapters.
type linker struct {
	*loader
	chapters map[string]*book.Chapter // by file, its name composed
	files    []string
	anchors  map[*book.Chapter][]string
	composed map[*book.Chapter]map[string]string // anchors with accents, by their composed form
	site     *site
	names    map[string][]string // files of chapters by what a wiki calls them, see known
	aliases  map[string][]*book.Chapter
}

// links resolves the links of b and reports those that lead nowhere.
func (l *loader) links(b *book.Book) {
	k := &linker{
		loader: l, chapters: map[string]*book.Chapter{}, anchors: map[*book.Chapter][]string{},
		composed: map[*book.Chapter]map[string]string{}, site: newSite(b.Chapters()),
	}
	for _, c := range b.Chapters() {
		k.chapters[nfc.Compose(c.File)] = c
		k.files = append(k.files, c.File)
		k.anchors[c] = anchors(c)
	}
	for at, run := range book.Runs(b) {
		k.run(run, at.Chapter)
	}
	for at, bl := range book.Blocks(b) {
		f, ok := bl.(*book.Figure)
		if ok && f.Details != nil {
			k.details(f.Details, at.Chapter)
		}
		if ok && f.Link != nil {
			k.resolve(f.Link, at.Chapter)
		}
	}
}

// anchors returns the ids that a link may lead to.
func anchors(c *book.Chapter) []string {
	list := []string{c.Anchor}
	for _, b := range book.BlocksOf(c) {
		for id := range book.IDs(b) {
			list = append(list, *id)
		}
	}
	slices.Sort(list)
	return list
}

// details resolves the link from a figure to the place that describes it at length. A
// reading system goes there without leaving the document, so that the place has to be
// in the same chapter.
func (k *linker) details(link *book.Link, c *book.Chapter) {
	n := len(k.list)
	if k.resolve(link, c); len(k.list) > n {
		return
	}
	if link.Chapter == nil || link.Chapter != c || link.Anchor == "" {
		k.report(rule.FigureDescription.At(link.Pos, "name a heading or figure of the same chapter, as #id, and link to other places in the caption",
			"%q is no place in this chapter", clip(link.URL)))
	}
}

func (k *linker) run(list []book.Inline, c *book.Chapter) {
	book.WalkInlines(list, func(in book.Inline) bool {
		if link, ok := in.(*book.Link); ok {
			k.resolve(link, c)
		}
		return true
	})
}

// resolve finds the chapter and anchor of a link; c is the chapter that the link is
// in, nil in the manifest and the pages around the articles.
func (k *linker) resolve(link *book.Link, c *book.Chapter) {
	target, anchor, _ := strings.Cut(link.URL, "#")
	if plain, err := url.PathUnescape(anchor); err == nil {
		anchor = plain
	}
	if scheme, _, ok := strings.Cut(link.URL, ":"); ok && isScheme(scheme) || strings.HasPrefix(link.URL, "//") {
		k.published(link, target, anchor, c)
		return
	}
	to := c
	if target != "" {
		if to = k.chapter(link, target); to == nil {
			return
		}
	} else if c == nil {
		k.report(rule.LinkDead.At(link.Pos, "name the chapter's file before the #", "the link %q leads nowhere", clip(link.URL)))
		return
	}
	id, ok := k.anchor(to, anchor)
	if !ok {
		id = placed(to, anchor)
	}
	if id == "" && anchor != "" {
		hint := "name one that is there, or give the place this id: {#" + clip(anchor) + "}"
		if near := k.nearest(anchor, k.anchors[to], ""); near != "" {
			hint = "did you mean #" + near + "?"
		}
		k.report(rule.LinkDead.At(link.Pos, hint, "no place in %s has the id %q", to.File, clip(anchor)))
		return
	}
	link.Chapter, link.Anchor = to, id
}

// published lets a link to the address where a chapter was first published lead to the
// chapter. A link stays on the web when its author says so, when it is a chapter's own
// notice of its source, and when the chapter lacks the place that it names.
func (k *linker) published(link *book.Link, target, anchor string, c *book.Chapter) {
	list := k.site.published(target)
	if link.External || len(list) != 1 || list[0] == c && anchor == "" {
		return
	}
	if id, ok := k.anchor(list[0], anchor); ok {
		link.Chapter, link.Anchor = list[0], id
	}
}

// anchor returns the id of a chapter that a link names, "" for none.
func (k *linker) anchor(c *book.Chapter, name string) (id string, ok bool) {
	if _, ok := slices.BinarySearch(k.anchors[c], name); ok || name == "" {
		return untitled(c, name), true
	}
	if nfc.Single(name) {
		return "", false
	}
	if k.composed[c] == nil {
		k.composed[c] = map[string]string{}
		for _, id := range k.anchors[c] {
			k.composed[c][nfc.Compose(id)] = id
		}
	}
	id, ok = k.composed[c][nfc.Compose(name)]
	return untitled(c, id), ok
}

// untitled returns an id of c, or "" for that of its title, which leads to the beginning.
func untitled(c *book.Chapter, id string) string {
	if id == c.Anchor {
		return ""
	}
	return id
}

// nearest returns the known name that was meant, other than except; "" when none
// is near or too many have been looked for.
func (k *linker) nearest(name string, known []string, except string) string {
	if !k.hinting() {
		return ""
	}
	others := slices.DeleteFunc(slices.Clone(known), func(s string) bool { return s == except })
	return nearest.Name(name, others)
}

// chapter returns the chapter of a file that a link names, relative to the file
// that the link is written in, or to the folder of the book, or else by its address on a
// site.
func (k *linker) chapter(link *book.Link, target string) *book.Chapter {
	dir := path.Dir(link.Pos.File)
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target = strings.ReplaceAll(target, `\`, "/")
	for _, name := range []string{path.Join(dir, target), path.Clean(target)} {
		if c := k.chapters[nfc.Compose(name)]; c != nil {
			return c
		}
	}
	if c := k.byName(link, target); c != nil {
		return c
	}
	list := k.aliased(target)
	switch {
	case len(list) > 0 || onWeb(target):
	case isMarkdown(target) && !isIndex(target):
		list = k.ending(target)
	default:
		list = k.site.chapters(k.within(dir, target))
	}
	switch {
	case len(list) == 1:
		return list[0]
	case len(list) > 1:
		k.report(rule.LinkDead.At(link.Pos, "name the file of the one that is meant",
			"the link %q may lead to %s or to %s", clip(link.URL), clip(list[0].File), clip(list[1].File)))
		return nil
	}
	k.dead(link, path.Join(dir, target), target)
	return nil
}

// within returns a relative address with the folder that it is written in before it, when
// it stays in the folder of the book: the chapter of a name that is nearer is meant.
func (k *linker) within(dir, target string) string {
	if joined := path.Join(dir, target); !strings.HasPrefix(target, "/") && !outsideOf(joined) {
		return joined
	}
	return target
}

// dead reports a link that leads to no chapter; name is its target from the folder of the
// book.
func (k *linker) dead(link *book.Link, name, target string) {
	for _, file := range []string{name, path.Clean(target)} {
		if k.left[nfc.Compose(file)] {
			link.URL = "" // its words stay
			k.report(rule.LinkLeftOut.At(link.Pos, "it leads there again when the chapter is in the book", "the link leads to %s, which is left out: its words are set without it", clip(file)))
			return
		}
	}
	message := "the link %q leads to no chapter of the book"
	hint := "link to a chapter by the name of its file, or to an address with http:// or https://"
	if near := cmp.Or(k.titled(target), k.nearest(name, k.files, link.Pos.File)); near != "" {
		hint = "did you mean " + near + "?"
	}
	if strings.HasPrefix(target, "www.") {
		hint = "write https:// before it"
	}
	if _, err := k.root.Stat(name); err == nil && !strings.HasPrefix(name, "..") && isMarkdown(name) {
		message = "the link %q leads to a file that is no chapter of the book"
		hint = "add it to the chapters in book.yaml"
	}
	k.report(rule.LinkDead.At(link.Pos, hint, message, clip(link.URL)))
}

// titled returns the file of the chapter whose name a site would write as the last part of
// an address: "Second Part.md" for "/blog/second-part/".
func (k *linker) titled(target string) string {
	if !k.hinting() {
		return ""
	}
	last := path.Base(strings.TrimSuffix(target, path.Ext(target)))
	for _, file := range k.files {
		if markdown.Slug(strings.TrimSuffix(path.Base(file), path.Ext(file))) == last {
			return file
		}
	}
	return ""
}

// isIndex reports whether a file stands for its folder.
func isIndex(name string) bool {
	base := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	return base == "index" || base == "_index" || base == "readme"
}
