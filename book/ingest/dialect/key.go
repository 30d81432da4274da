package dialect

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
	"octavo/book/source/markdown"
)

// keys takes the entries of a front matter.
func (r *reader) keys(entries []yaml.Entry) {
	r.article.Left = append(r.article.Left, r.entries(entries, "")...)
}

// entries takes entries, those that say most first, and returns the names of those that have
// no place, in the order of the file. table is the name, with a dot, of the table within the
// front matter that they stand in.
func (r *reader) entries(entries []yaml.Entry, table string) (left []string) {
	order := make([]int, len(entries))
	names := make([][]string, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return weight(entries[a].Key) - weight(entries[b].Key) })
	for _, i := range order {
		e := entries[i]
		name := strings.ToLower(strings.ReplaceAll(e.Key, "_", "-"))
		switch {
		case table == "" && alias.Find(name) == alias.Table && e.Value.Kind() == yaml.Map:
			names[i] = r.entries(e.Value.Entries(), e.Key+".")
		case !r.key(name, e.Value):
			names[i] = []string{table + e.Key}
		}
	}
	return slices.Concat(names...)
}

// weight says how late a key is asked, where several say the same thing: a standfirst goes
// before a description, and that before what is for search engines; the day of publication
// before the day on which the file was made; the picture of the article before the one by
// which it is announced.
func weight(key string) int {
	switch alias.Plain(key) {
	case "lang", "language", "locale": // by which all others are read
		return -1
	case "standfirst", "dek", "deck", "hook", "strapline", "lede", "subhead", "subheading", "tagline":
		return 1
	case "metadescription", "created", "createdat", "creationdate", "datecreated", "createdtime", "thumbnail", "thumbnailimage", "thumb", "ogimage",
		"teaserimage", "socialimage", "sharingimage", "cardimage", "indeximg", "preview", "previewimage", "metaimage", "twitterimage", "categories":
		return 3
	case "title", "subtitle", "kicker", "date", "updated", "image":
		return 0
	}
	return 2
}

// clip shortens text of the author for a message. A list of keys may be longer than other
// texts in messages: the editor looks for each.
func clip(s string) string { return book.Clip(s, 200) }

// key takes one entry, and reports whether there is a place for it.
func (r *reader) key(name string, v yaml.Value) bool {
	a := r.article
	switch alias.Find(name) {
	case "title":
		return r.text(&a.Title, v)
	case "subtitle":
		return r.text(&a.Subtitle, v)
	case "kicker":
		return r.text(&a.Kicker, v)
	case "authors":
		return r.authors(name, v)
	case "translators":
		a.Contributors = append(a.Contributors, r.people(v, "trl")...)
		return true
	case "contributors":
		a.Contributors = append(a.Contributors, r.people(v, "ctb")...)
		return true
	case "date":
		return r.date(v)
	case alias.Published:
		if public, ok := v.Flag(); ok {
			return r.public(public)
		}
		return r.date(v)
	case "updated":
		return r.updated(v)
	case "lang":
		a.Lang = strings.ReplaceAll(scalar(v), "_", "-")
		return a.Lang != ""
	case alias.Address:
		return r.address(name, scalar(v))
	case alias.Alias:
		return r.aliases(v)
	case "source":
		return r.source(v)
	case "image", alias.Lead:
		return r.image(v)
	case alias.LeadText:
		return r.imageText(name, scalar(v))
	case alias.Files:
		return r.resources(v)
	case "editors-note":
		return r.note(v)
	case alias.Bio:
		a.Blocks = append(a.Blocks, draft.Block{Block: &book.Paragraph{Content: markdown.Inline(v, r.language())}, Role: draft.Bio})
		return true
	case "math":
		r.math = scalar(v) != "false"
		return true
	case "draft":
		draft, _ := v.Flag()
		return r.public(!draft)
	case "publish":
		public, ok := v.Flag()
		return ok && r.public(public)
	}
	return r.site(name, v)
}

// site takes a key of how the other tool makes its pages.
func (r *reader) site(name string, v yaml.Value) bool {
	switch name {
	case "status", "state", "visibility":
		state := strings.ToLower(scalar(v))
		if slices.Contains(unpublished, state) {
			return r.public(false)
		}
		return slices.Contains(published, state)
	case "categories":
		return r.category(v)
	}
	return slices.Contains(silent, name)
}

// silent are keys of how the other tool sets the page, of which nobody wants to be told.
var silent = []string{"layout", "published-state", "weight", "type", "template", "comments", "toc", "documentclass", "geometry"}

// The states in which other tools show an article, and hold it back.
var (
	published   = []string{"published", "publish", "public", "live", "done", "finished", "complete", "completed"}
	unpublished = []string{"draft", "private", "pending", "unpublished", "hidden", "scheduled", "future", "trash", "in progress", "idea"}
)

// public tells of an article that its site does not show: somebody else may have to agree
// that it is printed.
func (r *reader) public(public bool) bool {
	if !public && !r.held {
		r.held = true
		r.warn(rule.ImportKeys, "see that it may be printed", "the front matter says that this is a draft")
	}
	return true
}

// isOfJekyll reports whether the file is a post of Jekyll: its name begins with a day, and its
// front matter has a layout. Hexo has posts of such names too, in a folder of its own.
func (r *reader) isOfJekyll(entries []yaml.Entry) bool {
	return !r.article.Day.IsZero() && !strings.Contains(r.Dir+"/", "source/_posts/") && slices.ContainsFunc(entries, func(e yaml.Entry) bool { return e.Key == "layout" })
}

// category takes the first of the categories of an article as its kicker. What a system calls
// an article without one, a path and a name for addresses are no words for readers. A text is
// one category, though it has spaces, but for Jekyll, which parts it at them.
func (r *reader) category(v yaml.Value) bool {
	first := v
	if v.Kind() == yaml.List && len(v.Items()) > 0 {
		first = v.Items()[0]
	}
	s, several := scalar(first), len(v.Items()) > 1
	if words := strings.Fields(s); r.jekyll && v.Kind() == yaml.Scalar && len(words) > 1 {
		s, several = words[0], true
	}
	if len(r.article.Kicker) > 0 || draft.Uncategorised(s) || strings.ContainsAny(s, "/_[]{}") || strings.Contains(s, "-") && strings.ToLower(s) == s {
		return draft.Uncategorised(s)
	}
	r.article.Kicker = draft.Text(s)
	return !several
}

// address takes where the article stood on the web. A place of its site is what other articles
// call it.
func (r *reader) address(name, s string) bool {
	a := r.article
	switch {
	case isWeb(s) && a.Source.URL == "":
		a.Source.URL = s
		return true
	case strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//"), s != "" && (name == "url" || name == "link"):
		a.Addresses = append(a.Addresses, s)
		return true
	}
	return false
}

// maxAliases bounds the other names of an article. It is generous: a blog that moved twice
// gives three.
const maxAliases = 100

// aliases takes the names and addresses that the article has on its site. A pattern such as
// /:year/:title/ is none.
func (r *reader) aliases(v yaml.Value) bool {
	values := []yaml.Value{v}
	if v.Kind() == yaml.List {
		values = v.Items()
	}
	for _, v := range values {
		if s := scalar(v); s != "" && !strings.ContainsAny(s, ":{") && len(r.article.Addresses) < maxAliases {
			r.article.Addresses = append(r.article.Addresses, s)
		}
	}
	return true
}

func scalar(v yaml.Value) string {
	if v.Kind() == yaml.Scalar {
		return v.Line()
	}
	return ""
}

// text takes a value as a run of Markdown, unless to has a run already.
func (r *reader) text(to *[]book.Inline, v yaml.Value) bool {
	if v.Kind() == yaml.List && len(v.Items()) > 0 {
		v = v.Items()[0]
	}
	if len(*to) > 0 || scalar(v) == "" {
		return false
	}
	*to = markdown.Inline(v, r.language())
	return true
}

// date takes the day of publication: a day, or a table of days, as MkDocs has it.
func (r *reader) date(v yaml.Value) bool {
	if v.Kind() != yaml.Map {
		return r.day(&r.article.Date, v)
	}
	all := true
	for _, e := range v.Entries() {
		switch alias.Find(e.Key) {
		case "date", alias.Published:
			all = r.day(&r.article.Date, e.Value) && all
		case "updated":
			all = r.day(&r.article.Updated, e.Value) && all
		default:
			all = false
		}
	}
	return all
}

// updated takes the day of the last change: a day, or a table with a day and who made the
// change, as Docusaurus has it.
func (r *reader) updated(v yaml.Value) bool {
	if v.Kind() != yaml.Map {
		return r.day(&r.article.Updated, v)
	}
	taken := false
	for _, e := range v.Entries() {
		if k := alias.Find(e.Key); k == "date" || k == "updated" {
			taken = r.day(&r.article.Updated, e.Value)
		}
	}
	return taken
}

// day reads a day in the language of the article or in English, unless to has one already.
func (r *reader) day(to *book.Date, v yaml.Value) bool {
	d, ok := dateline.Parse(scalar(v), r.language())
	if !ok {
		d, ok = dateline.Parse(scalar(v), "en")
	}
	if ok && to.IsZero() {
		*to = d.Date
		if m := twoWays().FindStringSubmatch(scalar(v)); m != nil && m[1] != m[2] {
			r.article.Warnings = append(r.article.Warnings, rule.ImportFrontMatter.At(v.Pos(), "write it as "+d.Date.String()+" where that is right", "the day %q can be read in two ways, and was taken as %s", clip(scalar(v)), d.Date))
		}
	}
	return ok
}

// twoWays is a day of which nobody knows whether the month or the day stands first.
var twoWays = pattern.Later(`^(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{4}\b`)

func (r *reader) source(v yaml.Value) bool {
	s := &r.article.Source
	if v.Kind() == yaml.Map {
		for _, e := range v.Entries() {
			switch strings.ToLower(e.Key) {
			case "name", "title":
				s.Name = scalar(e.Value)
			case "url", "link":
				s.URL = scalar(e.Value)
			}
		}
		return true
	}
	if t := scalar(v); isWeb(t) {
		s.URL = t
	} else {
		s.Name = t
	}
	return true
}

// isWeb reports whether s is an address of the web, not a path of its site.
func isWeb(s string) bool {
	return strings.HasPrefix(s, "http") || strings.HasPrefix(s, "//") || strings.HasPrefix(s, "www.")
}

func (r *reader) note(v yaml.Value) bool {
	if v.Kind() != yaml.Scalar {
		return false
	}
	c := r.parse("note.md", v.Text())
	r.article.Note = c.Body
	return true
}
