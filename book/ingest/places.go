package ingest

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"octavo/book/source/names"
)

// siteRoots are the folders whose content a site shows at its root, or which an alias of its
// tool means: static of Hugo, Docusaurus and Zola, assets of Jekyll, public of Astro, Gatsby
// and Vite, content of Pelican and Nuxt, source of Hexo, src of Eleventy and of "@/".
var siteRoots = []string{"", "static", "assets", "public", "content", "source", "src", "docs"}

// maxAbove bounds how many folders above a file are searched, by eye: sites are less deep.
const maxAbove = 12

// places returns the paths in the folder at hand where the picture of an address may lie, the
// likeliest first: beside the file in the folder dir; for an address from the root of a site,
// and for a relative one that does not say how to go up, also in each folder from there
// upwards and in those that a site shows at its root. None is outside of the folder.
func places(src, dir string) []string {
	var list []string
	add := func(name string) {
		if name = path.Clean(name); localPath(name) && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	for _, s := range readings(src) {
		rest, rooted := fromRoot(s)
		if !rooted {
			add(path.Join(dir, s))
		}
		if strings.HasPrefix(path.Clean(rest), "..") {
			continue
		}
		for n, above := 0, dir; n < maxAbove; n++ {
			for _, root := range siteRoots {
				add(path.Join(above, root, rest))
			}
			if above == "" || above == "." {
				break
			}
			if above = path.Dir(above); above == "." {
				above = ""
			}
		}
	}
	return list
}

// fromRoot returns an address without what says that it begins at the root of a site.
func fromRoot(s string) (rest string, rooted bool) {
	for _, mark := range []string{"@site/", "@/", "~/", "/"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			return strings.TrimLeft(rest, "/"), true
		}
	}
	if rest, ok := strings.CutPrefix(s, "@assets/"); ok {
		return "assets/" + rest, true
	}
	return s, false
}

// readings returns what the address of a picture may say as a path, likeliest first: without
// escapes, as it is written, and each without the query and fragment by which a server would
// cut the picture to size.
func readings(src string) []string {
	src = strings.ReplaceAll(src, `\`, "/")
	var list []string
	add := func(s string) {
		if plain, err := url.PathUnescape(s); err == nil && !slices.Contains(list, plain) {
			list = append(list, plain)
		}
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	add(src)
	if i := strings.IndexAny(src, "?#"); i > 0 {
		add(src[:i])
	}
	return list
}

// local returns the bytes of a picture that lies in the folder at hand, or why they cannot be
// had. A bare name, as Obsidian writes it, is that of the one picture that has it, wherever
// it lies.
func (c *collector) local(src string) (data []byte, why string) {
	list := places(src, c.input.Dir)
	if len(list) == 0 {
		return nil, "lies outside of the folder of the page"
	}
	if c.input.Open == nil {
		return nil, "is not at hand"
	}
	if !strings.ContainsAny(src, `/\`) && c.input.Find != nil {
		for _, name := range readings(src) {
			if found := c.input.Find(name); len(found) == 1 {
				list = append(list, found[0])
			}
		}
	}
	for _, name := range append(list, c.spelt(list)...) {
		if data, err := c.input.Open(name); err == nil && len(data) <= maxPicture {
			return data, ""
		}
	}
	return nil, "cannot be read"
}

// spelt returns the files of the folder at hand that a path names but for its capitals, which
// make no difference on the machines of most authors.
func (c *collector) spelt(list []string) (out []string) {
	if c.input.Find == nil {
		return nil
	}
	wanted, bases := map[string]bool{}, map[string]bool{}
	for _, name := range list {
		wanted[names.Fold(path.Clean(name))], bases[names.Fold(path.Base(name))] = true, true
	}
	for base := range bases {
		for _, found := range c.input.Find(base) {
			if wanted[names.Fold(found)] {
				out = append(out, found)
			}
		}
	}
	slices.Sort(out)
	return out
}
