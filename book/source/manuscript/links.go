package manuscript

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
)

// A linker resolves the links between chapters.
type linker struct {
	*loader
	chapters map[string]*book.Chapter // by file
	files    []string
	anchors  map[*book.Chapter][]string
}

// links resolves the links of b and reports those that lead nowhere.
func (l *loader) links(b *book.Book) {
	k := &linker{loader: l, chapters: map[string]*book.Chapter{}, anchors: map[*book.Chapter][]string{}}
	for _, c := range b.Chapters() {
		k.chapters[c.File] = c
		k.files = append(k.files, c.File)
		k.anchors[c] = anchors(c)
	}
	for at, run := range book.Runs(b) {
		k.run(run, at.Chapter)
	}
	for at, bl := range book.Blocks(b) {
		if f, ok := bl.(*book.Figure); ok && f.Details != nil {
			k.details(f.Details, at.Chapter)
		}
	}
}

// anchors returns the ids that a link may lead to.
func anchors(c *book.Chapter) []string {
	var list []string
	for _, b := range book.BlocksOf(c) {
		switch b := b.(type) {
		case *book.Heading:
			list = append(list, b.ID)
		case *book.Figure:
			if b.ID != "" {
				list = append(list, b.ID)
			}
		case *book.Division:
			if b.ID != "" {
				list = append(list, b.ID)
			}
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
	if scheme, _, ok := strings.Cut(link.URL, ":"); ok && isScheme(scheme) || strings.HasPrefix(link.URL, "//") {
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
	if plain, err := url.PathUnescape(anchor); err == nil {
		anchor = plain
	}
	known := k.anchors[to]
	if _, ok := slices.BinarySearch(known, anchor); !ok && anchor != "" {
		hint := "name one that is there, or give the place this id: {#" + clip(anchor) + "}"
		if near := k.nearest(anchor, known, ""); near != "" {
			hint = "did you mean #" + near + "?"
		}
		k.report(rule.LinkDead.At(link.Pos, hint, "no heading or figure of %s has the id %q", to.File, clip(anchor)))
		return
	}
	link.Chapter, link.Anchor = to, anchor
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
// that the link is written in, or to the folder of the book.
func (k *linker) chapter(link *book.Link, target string) *book.Chapter {
	dir := path.Dir(link.Pos.File)
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	if c := k.chapters[path.Join(dir, target)]; c != nil {
		return c
	}
	if c := k.chapters[path.Clean(target)]; c != nil {
		return c
	}
	name := path.Join(dir, target)
	hint := "link to a chapter by the name of its file, or to an address with http:// or https://"
	if near := k.nearest(name, k.files, link.Pos.File); near != "" {
		hint = "did you mean " + near + "?"
	}
	message := "the link %q leads to no chapter of the book"
	if strings.HasPrefix(target, "www.") {
		hint = "write https:// before it"
	}
	if _, err := k.root.Stat(name); err == nil && !strings.HasPrefix(name, "..") && isMarkdown(name) {
		message = "the link %q leads to a file that is no chapter of the book"
		hint = "add it to the chapters in book.yaml"
	}
	k.report(rule.LinkDead.At(link.Pos, hint, message, clip(link.URL)))
	return nil
}
