package export

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/feed"
	"octavo/book/ingest/web"
)

// A ghostFile is an export of Ghost: the rows of its tables. Those of before 2014 have no
// list around them.
type ghostFile struct {
	DB   []struct{ Data ghostData }
	Data ghostData
}

type ghostData struct {
	Posts     []ghostPost
	Users     []ghostUser
	Tags      []ghostTag
	Settings  []struct{ Key, Value ghostID }
	Authors   []ghostLink `json:"posts_authors"`
	PostsTags []ghostLink `json:"posts_tags"`
	Meta      []ghostMeta `json:"posts_meta"`
}

type ghostPost struct {
	ID                ghostID
	Title, Slug       string
	HTML              string
	Lexical, Doc      string
	Mobiledoc         string
	Markdown          string
	Status, Type      string
	Page              ghostID // of versions 0 and 1: true or 1
	Feature           string  `json:"feature_image"`
	Image             string  // of versions before 1
	Excerpt           string  `json:"custom_excerpt"`
	Published         ghostID `json:"published_at"`
	Updated           ghostID `json:"updated_at"`
	AuthorID          ghostID `json:"author_id"`
	Locale, Canonical string
}

type ghostUser struct {
	ID      ghostID
	Name    string
	Website string
}

type ghostTag struct {
	ID               ghostID
	Name, Visibility string
}

// A ghostLink leads from a post to an author or a tag.
type ghostLink struct {
	Post   ghostID `json:"post_id"`
	Author ghostID `json:"author_id"`
	Tag    ghostID `json:"tag_id"`
	Order  int     `json:"sort_order"`
}

type ghostMeta struct {
	Post    ghostID `json:"post_id"`
	Alt     string  `json:"feature_image_alt"`
	Caption string  `json:"feature_image_caption"`
}

// A ghostID is a text, a number or a truth value, as text: which of them a field has
// differs between the versions. Null is "".
type ghostID string

// UnmarshalJSON takes any value.
func (id *ghostID) UnmarshalJSON(data []byte) error {
	var s string
	if json.Unmarshal(data, &s) == nil {
		*id = ghostID(s)
	} else if t := string(data); t != "null" && t != "false" && t != "0" {
		*id = ghostID(t)
	}
	return nil
}

// ghostHome stands for the address of the site in the texts of Ghost.
const ghostHome = "__GHOST_URL__"

// Ghost reads an export of Ghost.
func Ghost(s string) ([]*draft.Article, error) {
	var f ghostFile
	if err := feed.Decode(strings.ReplaceAll(s, ghostHome+"/", "/"), &f); err != nil {
		return nil, err
	}
	data := f.Data
	if len(f.DB) > 0 {
		data = f.DB[0].Data
	}
	if len(data.Posts) == 0 {
		return nil, errors.New("no post in this export of Ghost")
	}
	g := newGhost(data)
	var left draft.Tally
	var out []*draft.Article
	pages := !slices.ContainsFunc(data.Posts, func(p ghostPost) bool { return p.isPublished() && !p.isPage() })
	for _, p := range data.Posts {
		switch {
		case p.isPublished() && p.isPage() == pages:
			out = append(out, g.article(p))
		case p.isPage():
			left.Add("page")
		case p.Status == "scheduled":
			left.Add("scheduled post")
		default:
			left.Add("draft")
		}
	}
	return settled(out, &left)
}

func (p ghostPost) isPage() bool { return p.Type == "page" || p.Page != "" }

// isPublished reports whether a post was sent to readers, on the site or by mail.
func (p ghostPost) isPublished() bool { return p.Status == "published" || p.Status == "sent" }

// A ghost is what posts refer to.
type ghost struct {
	site, lang string
	users      map[ghostID]ghostUser
	tags       map[ghostID]ghostTag
	authors    map[ghostID][]ghostLink // by post
	tagged     map[ghostID][]ghostLink // by post
	meta       map[ghostID]ghostMeta   // by post
	slugs      map[string]bool
}

func newGhost(d ghostData) *ghost {
	g := &ghost{users: map[ghostID]ghostUser{}, tags: map[ghostID]ghostTag{}, authors: map[ghostID][]ghostLink{}, tagged: map[ghostID][]ghostLink{},
		meta: map[ghostID]ghostMeta{}, slugs: map[string]bool{}}
	for _, s := range d.Settings {
		switch s.Key {
		case "title":
			g.site = string(s.Value)
		case "locale", "lang", "defaultLang":
			g.lang = string(s.Value)
		}
	}
	for _, u := range d.Users {
		g.users[u.ID] = u
	}
	for _, t := range d.Tags {
		g.tags[t.ID] = t
	}
	for _, l := range d.Authors {
		g.authors[l.Post] = append(g.authors[l.Post], l)
	}
	for _, l := range d.PostsTags {
		g.tagged[l.Post] = append(g.tagged[l.Post], l)
	}
	for _, m := range d.Meta {
		g.meta[m.Post] = m
	}
	for _, p := range d.Posts {
		g.slugs[p.Slug] = p.isPublished()
	}
	return g
}

func (g *ghost) article(p ghostPost) *draft.Article {
	body, told := p.body()
	out := post{title: p.Title, excerpt: p.Excerpt, body: g.rooted(body), site: g.site, lang: cmp.Or(p.Locale, g.lang), warnings: told,
		link: web.Address(p.Canonical), date: ghostDate(p.Published), updated: ghostDate(p.Updated)}
	if p.Slug != "" {
		out.addresses = []string{"/" + p.Slug + "/"}
	}
	out.authors, out.kicker = g.people(p), g.kicker(p)
	if src := cmp.Or(p.Feature, p.Image); src != "" {
		m := g.meta[p.ID]
		out.lead = &book.Figure{Image: &book.Image{Src: strings.TrimPrefix(src, "/"), Alt: m.Alt}, Caption: phrase(m.Caption)}
	}
	a := out.article()
	unroot(a)
	return a
}

// people returns the authors of a post, as the site shows them: their addresses for mail
// are not shown.
func (g *ghost) people(p ghostPost) []*book.Person {
	links := g.authors[p.ID]
	slices.SortStableFunc(links, func(a, b ghostLink) int { return a.Order - b.Order })
	if len(links) == 0 {
		links = []ghostLink{{Author: p.AuthorID}}
	}
	var out []*book.Person
	for _, l := range links {
		u, ok := g.users[l.Author]
		if !ok && len(g.users) == 1 && l.Author == "" {
			for _, u = range g.users {
				ok = true // the one who writes the site
			}
		}
		if ok && u.Name != "" && u.Name != "Ghost" {
			out = append(out, &book.Person{Name: u.Name, URL: web.Address(u.Website), Role: "aut"})
		}
	}
	return out
}

// kicker returns the first tag of a post that readers see. Tags of the editors begin with #.
func (g *ghost) kicker(p ghostPost) string {
	links := g.tagged[p.ID]
	slices.SortStableFunc(links, func(a, b ghostLink) int { return a.Order - b.Order })
	for _, l := range links {
		if t := g.tags[l.Tag]; t.Name != "" && t.Visibility != "internal" && !strings.HasPrefix(t.Name, "#") {
			return t.Name
		}
	}
	return ""
}

// ghostDate reads a date: ISO 8601, the same with a space, or milliseconds since 1970.
func ghostDate(s ghostID) book.Date {
	if n, err := strconv.ParseInt(string(s), 10, 64); err == nil && n > 0 {
		return book.Date{Time: time.UnixMilli(n).UTC(), HasTime: true}
	}
	if d, ok := dateline.Parse(string(s), "en"); ok {
		return d.Date
	}
	return book.Date{}
}

// ghostSite stands for the site in links while a text is read, since the export does not
// say where the site is. The name leads nowhere (RFC 2606).
const ghostSite = "https://ghost.invalid"

// ownLink is a link to the site in the text of a post.
var ownLink = pattern.Later(`\shref="(/([^"/?#]*)[^"]*)"`)

// rooted marks the links of a text that lead to other posts of the export, takes away those
// that lead to what the export has not, and makes the addresses of its pictures paths
// beside the export.
func (g *ghost) rooted(s string) string {
	s = ownLink().ReplaceAllStringFunc(s, func(link string) string {
		m := ownLink().FindStringSubmatch(link)
		if !g.slugs[m[2]] {
			return ""
		}
		return ` href="` + ghostSite + m[1] + `"`
	})
	return strings.NewReplacer(`src="/content/`, `src="content/`, `srcset="/content/`, `data-srcset="content/`).Replace(s)
}

// unroot makes the links to other posts of the export paths of the site.
func unroot(a *draft.Article) {
	visit := func(b book.Block) bool {
		for _, run := range book.BlockInlines(b) {
			book.WalkInlines(run, func(in book.Inline) bool {
				if l, ok := in.(*book.Link); ok {
					l.URL = strings.TrimPrefix(l.URL, ghostSite)
				}
				return true
			})
		}
		return true
	}
	for _, b := range a.Blocks {
		book.WalkBlocks([]book.Block{b.Block}, visit)
	}
	for _, n := range a.Notes {
		book.WalkBlocks(n.Blocks, visit)
	}
}
