package markdown

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/language/langtag"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
)

// foreign takes the entries of the front matter that are none of a chapter's. What another
// tool calls by another name is taken as ours and told; what it says of its site is
// passed over, and told once for the book; a name that begins with x- is the author's own.
// given are the keys that are there under their own names, which go before others.
func (d *draft) foreign(rest []yaml.Entry, given map[string]bool) {
	for _, e := range rest {
		if strings.HasPrefix(strings.ToLower(e.Key), "x-") {
			continue
		}
		switch k := alias.Find(e.Key); k {
		case "":
			d.misspelt(e)
		case alias.Site:
			d.passed(e)
		case alias.Alias:
			d.aliases(e)
		case alias.Table:
			d.table(e, given)
		case alias.Published:
			d.published(e, given)
		case alias.Lead, alias.LeadText, alias.Files, alias.Address, alias.Bio:
			d.pointed(k, e)
		default:
			d.own(string(k), e, given)
		}
	}
}

func (d *draft) passed(e yaml.Entry) {
	d.chapter.Passed = append(d.chapter.Passed, book.PassedKey{Key: e.Key, Pos: e.At.Pos()})
}

// maxAliases bounds the other names of a chapter. It is generous: a blog that moved twice
// gives three.
const maxAliases = 100

// aliases takes the names and addresses that an article has on its site. A pattern such as
// /:year/:title/ is none.
func (d *draft) aliases(e yaml.Entry) {
	values := []yaml.Value{e.Value}
	if e.Value.Kind() == yaml.List {
		values = e.Value.Items()
	}
	for _, v := range values {
		if v.Kind() != yaml.Scalar || v.Line() == "" || strings.ContainsAny(v.Line(), ":{") {
			continue
		}
		if name := v.Line(); len(d.chapter.Aliases) < maxAliases && !slices.Contains(d.chapter.Aliases, name) {
			d.chapter.Aliases = append(d.chapter.Aliases, name)
		}
	}
}

// buildDays are the words by which Quarto and Docusaurus put the day of the build.
var buildDays = []string{"today", "now", "last-modified"}

// day reads a day. That of a build is none: the article appeared on another one.
func (d *draft) day(v yaml.Value) book.Date {
	if v.Kind() == yaml.Scalar && slices.Contains(buildDays, strings.ToLower(v.Line())) {
		d.report(rule.KeyForeign.At(v.Pos(), "write the day on which it appeared, such as 2025-11-05", "the day %q is that of a build, and is passed over", v.Line()))
		return book.Date{}
	}
	return v.Date()
}

func (d *draft) told(e yaml.Entry, hint, format string, args ...any) {
	d.report(rule.KeyForeign.At(e.At.Pos(), hint, format, args...))
}

// misspelt reports a key that no tool is known to have. One that is near to a key of
// chapters is misspelt. In a name of four letters or less the slip of a letter or two makes
// another word, so that such a key is no error.
func (d *draft) misspelt(e yaml.Entry) {
	var names []string
	for _, k := range Keys() {
		names = append(names, k.Name)
	}
	near := nearest.Name(e.Key, names)
	if near != "" && utf8.RuneCountInString(e.Key) > 4 {
		chapterKeys.Unknown(e)
		return
	}
	hint := fmt.Sprintf("if it is your own, call it x-%s", clip(e.Key))
	if near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	d.told(e, hint, "the key %q means nothing here and is passed over", clip(e.Key))
}

// table takes the keys of a table in which Hugo, Zola and Hexo have those of the site's
// own.
func (d *draft) table(e yaml.Entry, given map[string]bool) {
	if e.Value.Kind() != yaml.Map {
		d.passed(e)
		return
	}
	var inner []yaml.Entry
	for _, in := range e.Value.Entries() {
		if alias.Find(in.Key) == alias.Table {
			d.passed(in) // one level, as these tools have it
			continue
		}
		inner = append(inner, in)
	}
	d.foreign(inner, given)
}

// published takes the key of Jekyll that says whether an article is public, and of others
// that says when it was published.
func (d *draft) published(e yaml.Entry, given map[string]bool) {
	public, ok := e.Value.Flag()
	switch {
	case !ok:
		d.own("date", e, given)
	case public:
		d.passed(e)
	default:
		d.chapter.Draft, d.chapter.Held = true, e.Value.Pos()
		d.told(e, "write draft: true in its place", "the key %q is taken for draft", clip(e.Key))
	}
}

// hintsFor say what to write for what is named and not taken: what a site announces an
// article by is not always what the article begins with.
var hintsFor = map[alias.Key]string{
	alias.Lead:     "if the chapter begins with it, write image: {src: FILE, alt: what it shows, credit: whom it is from}",
	alias.LeadText: "write it within image: {src: FILE, alt: ..., caption: ..., credit: ...}",
	alias.Files:    "if the chapter begins with one of them, write image: {src: FILE, alt: what it shows}",
	alias.Address:  "if the chapter first appeared there, write source: {name: ..., url: ...}",
	alias.Bio:      "write it within authors: [{name: ..., bio: ...}]",
}

func (d *draft) pointed(k alias.Key, e yaml.Entry) {
	_, flag := e.Value.Flag()
	text := ""
	if e.Value.Kind() == yaml.Scalar {
		text = e.Value.Line()
	}
	switch {
	case flag || e.Value.Kind() == yaml.Null:
		d.passed(e)
		return
	case k == alias.Address && !strings.Contains(text, "//"): // of the site
		d.aliases(e)
		return
	}
	d.told(e, hintsFor[k], "the key %q is of another tool, and is passed over", clip(e.Key))
}

// own takes an entry for the key of a chapter.
func (d *draft) own(name string, e yaml.Entry, given map[string]bool) {
	field := chapterKeys.Find(name)
	set := func() { field.Set(d, e.Value) }
	if role := peopleKeys[name]; role != "" {
		set = func() { d.bylines(e.Value, role) }
	}
	switch {
	case e.Value.Kind() == yaml.Null:
		return
	case given[name]:
		d.told(e, "keep one of the two", "the key %q is passed over: the chapter has %s", clip(e.Key), name)
	case !d.fits(name, e.Value):
		d.told(e, "write "+name+": "+samples[name], "the key %q would be %s, and its value does not fit: it is passed over", clip(e.Key), name)
	default:
		set()
		given[name] = true
		d.told(e, "write "+name+": in its place", "the key %q is taken for %s", clip(e.Key), name)
	}
}

// samples show a value for a key of which another tool may have one of another form.
var samples = map[string]string{
	"date": "2025-11-05", "updated": "2025-11-05", "publish": "2025-11-05", "lang": "en", "math": "true", "draft": "true",
	"title": "and the words", "short-title": "and the words", "subtitle": "and the words", "kicker": "and the words",
	"source": "{name: ..., url: ...}", "editors-note": "and the words", "image": "FILE", "id": "a-name",
}

// fits reports whether a value of another tool is one for a key of chapters.
func (d *draft) fits(name string, v yaml.Value) bool {
	if peopleKeys[name] != "" || name == "image" || name == "source" {
		return true // their readers take and report all forms
	}
	if v.Kind() != yaml.Scalar {
		return false
	}
	switch name {
	case "date", "updated", "publish":
		_, ok := yaml.ParseDay(v.Text())
		return ok
	case "math", "draft":
		_, ok := v.Flag()
		return ok
	case "lang":
		return langtag.Valid(v.Line())
	}
	return true
}

// peopleKeys are the keys of people, with the role of those whose own is not said.
var peopleKeys = map[string]string{"authors": "aut", "translators": "trl", "contributors": "ctb"}

// bylines takes people of a role as other tools have them.
func (d *draft) bylines(v yaml.Value, role string) {
	d.later = append(d.later, func() {
		for _, p := range alias.People(v, role, d.value) {
			known, ok := d.opts.People[p.Name]
			if ok {
				p = known
			} else {
				p.Name, p.FileAs = Quote(p.Name, d.lang), FileAs(Quote(p.Name, d.lang))
			}
			if role == peopleKeys["authors"] {
				d.chapter.Authors = append(d.chapter.Authors, p)
			} else {
				d.chapter.Contributors = append(d.chapter.Contributors, p.As(role))
			}
		}
	})
}
