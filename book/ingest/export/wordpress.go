package export

import (
	"cmp"
	"net/url"
	"strings"
	"time"

	"octavo/book"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// maxNodes bounds the elements and texts of an export. An item has about a hundred, so that
// there may be twenty thousand; the tree then takes 250 MB.
const maxNodes = 2_000_000

// A wordpress is an export of WordPress while it is read.
type wordpress struct {
	channel  *xmltree.Node
	site     string
	home     string // the address of the site
	lang     string
	people   map[string]*book.Person // authors as the site shows them, see login
	terms    map[string]string       // the names of categories, by id
	pictures map[string]attachment   // by the id of their items
	files    map[string]attachment   // by their addresses, without scheme
	attached map[string][]string     // ids of pictures, by the id of their post
	reusable map[string]string       // texts of reusable blocks, by id
	budget   int                     // bytes of reusable blocks that may still be set in
}

// An attachment is a file of the media library.
type attachment struct{ address, alt, caption string }

// WordPress reads an export of WordPress: an RSS file with fields of its own (WXR 1.0 to
// 1.2, wp-admin/includes/export.php).
func WordPress(s string) ([]*draft.Article, error) {
	root, err := xmltree.Parse([]byte(xmltree.Clean(s)), xmltree.Options{MaxNodes: maxNodes})
	if err != nil {
		return nil, err
	}
	w := &wordpress{channel: root.Child("channel"), people: map[string]*book.Person{}, terms: map[string]string{}, pictures: map[string]attachment{}, files: map[string]attachment{},
		attached: map[string][]string{}, reusable: map[string]string{}, budget: 16 << 20}
	w.site, w.lang = field(w.channel, "title"), field(w.channel, "language")
	w.home = cmp.Or(field(w.channel, "base_blog_url"), field(w.channel, "link"))
	items := w.channel.All("item")
	w.library(items)
	taken := takenType(items)
	var left draft.Tally
	var out []*draft.Article
	for _, item := range items {
		if typeOf(item) == "wp_block" {
			continue // set in where a post has it
		}
		for range item.All("comment") {
			left.Add("comment")
		}
		if kind := leftOut(item, taken); kind != "" {
			left.Add(kind)
			continue
		}
		out = append(out, w.post(item))
	}
	return settled(out, &left)
}

// field returns the text of an element in n, without space around it.
func field(n *xmltree.Node, name string) string {
	return strings.TrimSpace(n.Child(name).Content())
}

// long returns the text of the element "encoded" of a name space, "content" or "excerpt".
func long(item *xmltree.Node, space string) string {
	for _, n := range item.All("encoded") {
		if strings.Contains(n.Space, space) {
			return n.Content()
		}
	}
	return ""
}

// meta returns a value of the fields that plug-ins and themes keep, "" for none.
func meta(item *xmltree.Node, key string) string {
	for _, m := range item.All("postmeta") {
		if field(m, "meta_key") == key {
			return strings.TrimSpace(m.Child("meta_value").Content())
		}
	}
	return ""
}

// library gathers what posts refer to: authors, pictures and reusable blocks.
func (w *wordpress) library(items []*xmltree.Node) {
	for _, a := range w.channel.All("author") {
		w.author(&book.Person{Name: field(a, "author_display_name")}, field(a, "author_login"))
	}
	for _, c := range w.channel.All("category") {
		w.terms[field(c, "term_id")] = field(c, "cat_name")
	}
	for _, item := range items {
		id := field(item, "post_id")
		switch field(item, "post_type") {
		case "attachment":
			w.attach(item, id)
		case "wp_block":
			w.reusable[id] = long(item, "content")
		case "guest-author": // of the plug-in Co-Authors Plus
			w.author(guest(item), meta(item, "cap-user_login"), meta(item, "cap-linked_account"))
		}
	}
}

func (w *wordpress) attach(item *xmltree.Node, id string) {
	a := attachment{field(item, "attachment_url"), meta(item, "_wp_attachment_image_alt"), strings.TrimSpace(long(item, "excerpt"))}
	if a.address == "" || id == "" {
		return
	}
	w.pictures[id] = a
	w.files[schemeless(a.address)] = a
	if parent := field(item, "post_parent"); parent != "" && parent != "0" {
		w.attached[parent] = append(w.attached[parent], id)
	}
}

func schemeless(address string) string {
	return strings.TrimPrefix(strings.TrimPrefix(address, "https:"), "http:")
}

// post reads a published post.
func (w *wordpress) post(item *xmltree.Node) *draft.Article {
	id := field(item, "post_id")
	p := post{title: field(item, "title"), excerpt: strings.TrimSpace(long(item, "excerpt")), site: w.site, lang: w.lang}
	if u, err := url.Parse(field(item, "link")); err == nil && u.Host != "" {
		p.link = u.String()
	} else {
		p.link = w.home
	}
	p.addresses = w.addresses(item, id)
	p.kicker = w.category(item)
	p.authors = w.authors(item)
	p.date = moment(field(item, "post_date"), field(item, "post_date_gmt"), field(item, "pubDate"))
	p.updated = moment(field(item, "post_modified"), field(item, "post_modified_gmt"), "")
	if a, ok := w.pictures[meta(item, "_thumbnail_id")]; ok {
		p.lead = a.figure()
	}
	r := &rendering{wordpress: w, id: id}
	p.body = r.text(long(item, "content")) + r.endnotes() + coreNotes(meta(item, "footnotes"))
	p.warnings = append(r.warnings(), elsewhere(item)...)
	a := p.article()
	w.describe(a)
	return a
}

// addresses returns what other posts call a post: by its number, and by its short name.
func (w *wordpress) addresses(item *xmltree.Node, id string) []string {
	var out []string
	if guid := field(item, "guid"); strings.HasPrefix(guid, "http") {
		out = append(out, guid)
	}
	if w.home != "" && id != "" {
		out = append(out, strings.TrimRight(w.home, "/")+"/?p="+id)
	}
	if slug := field(item, "post_name"); slug != "" {
		out = append(out, "/"+slug+"/")
	}
	return out
}

// moment reads a date of WordPress, which has the clock of the site and that of UTC: the
// difference is the zone. Feeds have another form, which serves where there are neither.
func moment(local, utc, other string) book.Date {
	const mostZone = 15 * time.Hour // the zones of the world go from -12 to +14
	l, err := time.Parse(time.DateTime, local)
	u, bad := time.Parse(time.DateTime, utc)
	switch {
	case err == nil && bad == nil && l.Sub(u).Abs() < mostZone:
		return book.Date{Time: u.In(time.FixedZone("", int(l.Sub(u).Seconds()))), HasTime: true}
	case bad == nil:
		return book.Date{Time: u, HasTime: true}
	}
	if d, ok := dateline.Parse(cmp.Or(other, local), "en"); ok {
		return d.Date
	}
	return book.Date{}
}
