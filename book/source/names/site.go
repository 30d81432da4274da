package names

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/nfc"
)

// Links as a site has them.
//
// An article that was on a site links to others by their addresses: "/2024/05/tides/",
// "../tides/", "tides.html", "https://example.org/tides/". The last part of such an address
// is the name of a file without its ending and without the date that Jekyll puts before
// it; for "tides/index.md" it is the name of the folder. What stands before differs from
// site to site, so that a chapter is found by the last part, and of several chapters
// with the same name the one that agrees in most parts before it, or in the date, is
// meant. When they agree alike, the author is told of both.
//
// An article that says where it was first published is found by that address, too.

// A page is what an article may be called on a site.
type page struct {
	article int
	parts   []string // of its address, as far as its file tells
	date    []int    // year, month, day of its file's name, else of its front matter
}

// maxNamesakes bounds the articles of one name that a link is compared with. By eye: folders
// of one article each have no more; past it the name says nothing.
const maxNamesakes = 64

// A site knows articles by their addresses.
type site struct {
	pages   map[string][]page // by the last part of the address
	sources map[string][]int  // by the address where they were first published
	paths   map[string][]int  // by the same address without its host
}

func newSite(list []Article) *site {
	s := &site{map[string][]page{}, map[string][]int{}, map[string][]int{}}
	for i, a := range list {
		p := pageOf(i, a)
		s.add(p)
		for _, name := range a.Aliases {
			s.alias(p, name, path.Dir(a.File))
		}
		for _, address := range a.Sources {
			// The first page of a magazine is the source of many articles and none of them.
			if host, rest := webKey(address); host != "" && rest != "" {
				s.sources[host+rest] = append(s.sources[host+rest], i)
				s.paths[rest] = append(s.paths[rest], i)
			}
		}
	}
	return s
}

// add notes what an article may be called.
func (s *site) add(p page) {
	if n := len(p.parts); n > 0 {
		s.pages[p.parts[n-1]] = append(s.pages[p.parts[n-1]], p)
	}
}

// alias notes another name of a page, which stands for the last part of its address, or
// another address of it. dir is the folder of its file. By the id of an article Docusaurus
// makes its address.
func (s *site) alias(p page, name, dir string) {
	if strings.HasPrefix(name, "/") && strings.Trim(name, "/") != "" {
		key := pathKey(name)
		s.paths[key] = append(s.paths[key], p.article)
	}
	folder := ""
	if !strings.Contains(strings.Trim(name, "/"), "/") {
		folder = dir + "/"
	}
	p.parts = partsOf(folder + withoutEnding(name))
	s.add(p)
}

// withoutEnding returns an address without the ending that pages of sites have.
func withoutEnding(target string) string {
	for _, ending := range pageEndings {
		if i := len(target) - len(ending); i > 0 && strings.EqualFold(target[i:], ending) {
			return target[:i]
		}
	}
	return target
}

// pageOf returns what the article of a number may be called on a site.
func pageOf(i int, a Article) page {
	p := page{article: i, parts: partsOf(strings.TrimSuffix(a.File, path.Ext(a.File)))}
	if n := len(p.parts); n > 0 {
		if day, name := book.CutDay(p.parts[n-1]); day != "" {
			p.parts[n-1] = name
			for field := range strings.SplitSeq(day, "-") {
				number, _ := strconv.Atoi(field) // figures alone
				p.date = append(p.date, number)
			}
		}
	}
	if p.date == nil && !a.Date.IsZero() {
		y, m, d := a.Date.Day()
		p.date = []int{y, int(m), d}
	}
	return p
}

// partsOf returns the parts of a path in lower case, without those that lead nowhere and
// without the names that stand for their folder.
func partsOf(s string) []string {
	var list []string
	for part := range strings.SplitSeq(strings.ToLower(nfc.Compose(s)), "/") {
		if part != "" && part != "." && part != ".." {
			list = append(list, part)
		}
	}
	if n := len(list); n > 0 && slices.Contains([]string{"index", "_index", "readme"}, list[n-1]) {
		list = list[:n-1]
	}
	return list
}

// pageEndings are the endings that pages of sites have, and their files.
var pageEndings = []string{".html", ".htm", ".php", ".aspx", ".md", ".markdown"}

// lists are the first parts of addresses that show many articles and are none.
var lists = []string{"tag", "tags", "category", "categories", "author", "authors", "topics", "archive", "archives", "page", "feed"}

// articles returns the articles that an address within a site may lead to, the likeliest
// alone when one is.
func (s *site) articles(target string) []int {
	if strings.HasPrefix(target, "/") {
		if list := s.paths[pathKey(target)]; len(list) > 0 {
			return list
		}
	}
	target, _, _ = strings.Cut(target, "?")
	parts := partsOf(withoutEnding(target))
	if len(parts) == 0 || len(parts) > 1 && slices.Contains(lists, parts[0]) {
		return nil
	}
	name := parts[len(parts)-1]
	known := s.pages[name]
	if day, rest := book.CutDay(name); known == nil && day != "" {
		known = s.pages[rest]
		parts = append(append(parts[:len(parts)-1], strings.Split(day, "-")...), rest)
	}
	if len(known) > maxNamesakes {
		return nil
	}
	best, list := -1, []int(nil)
	for _, p := range known {
		rank := p.rank(parts)
		if rank > best {
			best, list = rank, nil
		}
		if rank == best && !slices.Contains(list, p.article) {
			list = append(list, p.article)
		}
	}
	return list
}

// onWeb reports whether an address begins with the name of a computer, so that it is one of
// the web without its https://.
func onWeb(target string) bool {
	first, _, more := strings.Cut(target, "/")
	return more && strings.Contains(first, ".") && !strings.HasPrefix(first, ".")
}

// rank says how well an address fits a page: two for each part in which both agree, from
// the last on, and one for each of year, month and day.
func (p page) rank(parts []string) int {
	n := 0
	for n < len(parts) && n < len(p.parts) && parts[len(parts)-1-n] == p.parts[len(p.parts)-1-n] {
		n++
	}
	rank := 2 * n
	for i, part := range parts {
		if number, err := strconv.Atoi(part); err != nil || len(part) != 4 || len(p.date) == 0 || number != p.date[0] {
			continue
		}
		for k := 0; k < len(p.date) && i+k < len(parts) && parts[i+k] == fmt.Sprintf("%0*d", len(parts[i+k]), p.date[k]); k++ {
			rank++
		}
	}
	return rank
}

// published returns the articles that were first published at an address of the web.
func (s *site) published(address string) []int {
	host, rest := webKey(address)
	if host == "" {
		return nil
	}
	return s.sources[host+rest]
}

// webKey parts an address of the web into its host and the rest, both in the one form in
// which addresses of the same page are equal. host is "" for what is no such address.
func webKey(address string) (host, rest string) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", ""
	}
	u.Fragment, u.RawFragment = "", ""
	return strings.TrimPrefix(strings.ToLower(u.Host), "www."), pathKey(u.RequestURI())
}

// pathKey returns the path and query of an address without what makes no other page: a
// stroke at the end, the name of an index, and where the reader came from.
func pathKey(s string) string {
	p, query, _ := strings.Cut(s, "?")
	if plain, err := url.PathUnescape(p); err == nil {
		p = plain
	}
	p = strings.TrimRight(strings.TrimSuffix(nfc.Compose(p), "/index.html"), "/")
	fields := slices.DeleteFunc(strings.Split(query, "&"), func(s string) bool { return s == "" || strings.HasPrefix(s, "utm_") })
	if len(fields) > 0 {
		p += "?" + strings.Join(fields, "&")
	}
	return p
}
