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
	"octavo/book/source/names"
)

// A linker resolves the links between chapters.
type linker struct {
	*loader
	chapters []*book.Chapter
	calls    *names.Index // what links call the chapters
	places   map[*book.Chapter]*names.Places
	files    []string
	titles   []string
}

// links resolves the links of b and reports those that lead nowhere.
func (l *loader) links(b *book.Book) {
	k := &linker{loader: l, chapters: b.Chapters(), places: map[*book.Chapter]*names.Places{}}
	var list []names.Article
	for _, c := range k.chapters {
		list = append(list, names.Of(c))
		k.titles = append(k.titles, list[len(list)-1].Title)
		k.files = append(k.files, c.File)
		k.places[c] = names.PlacesOf(c)
	}
	k.calls = names.New(list)
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
	id, ok := k.places[to].Find(anchor)
	if !ok {
		id = k.places[to].Headed(anchor)
	}
	if id == "" && anchor != "" && link.Wiki {
		k.report(rule.LinkWiki.At(link.Pos, "name a heading that is there", "the link to %q leads to the beginning of %s, which has no such heading", clip(anchor), to.File))
	} else if id == "" && anchor != "" {
		hint := "name one that is there, or give the place this id: {#" + clip(anchor) + "}"
		if near := k.nearest(anchor, k.places[to].IDs(), ""); near != "" {
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
	list := k.calls.Published(target)
	if link.External || len(list) != 1 || k.chapters[list[0]] == c && anchor == "" {
		return
	}
	to := k.chapters[list[0]]
	if id, ok := k.places[to].Find(anchor); ok {
		link.Chapter, link.Anchor = to, id
	}
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

// chapter returns the chapter that a link names, nil when there is none or more than one,
// which is reported.
func (k *linker) chapter(link *book.Link, target string) *book.Chapter {
	switch list := k.calls.Find(link.Pos.File, target); len(list) {
	case 0:
		if plain, err := url.PathUnescape(target); err == nil {
			target = plain
		}
		target = strings.ReplaceAll(target, `\`, "/")
		k.dead(link, path.Join(path.Dir(link.Pos.File), target), target)
		return nil
	case 1:
		return k.chapters[list[0]]
	default:
		k.report(rule.LinkDead.At(link.Pos, "name the file of the one that is meant",
			"the link %q may lead to %s or to %s", clip(link.URL), clip(k.files[list[0]]), clip(k.files[list[1]])))
		return nil
	}
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
	if link.Wiki {
		link.URL = ""
		hint := "name a chapter by its title or its file, or take the brackets away"
		if near := k.nearest(target, k.titles, ""); near != "" {
			hint = "did you mean [[" + near + "]]?"
		}
		k.report(rule.LinkWiki.At(link.Pos, hint, "no chapter of the book is called %q: the words of the link are set without it", clip(target)))
		return
	}
	message := "the link %q leads to no chapter of the book"
	hint := "link to a chapter by the name of its file, or to an address with http:// or https://"
	if near := cmp.Or(k.titled(target), k.nearest(name, k.files, link.Pos.File)); near != "" {
		hint = "did you mean " + near + "?"
	}
	if strings.HasPrefix(target, "www.") {
		hint = "write https:// before it"
	}
	if _, err := k.root.Stat(name); err == nil && !strings.HasPrefix(name, "..") && names.IsMarkdown(name) {
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
