package parts

import (
	"slices"
	"strings"
	"sync"

	"octavo/book/language/langdata"
)

// words are the labels and forms of one language, from its drawer: the README of
// assets/languages says what each is. In a label a space stands for any space, beside a
// colon for none too; a colon stands for the full-width colon too, and an apostrophe for
// the typographic one; case does not matter.
type words struct {
	note, by, byEnd, published, updated, photo, drawn, source []string
	author, is, roles, mail, self, and, sections, ordinals    []string
	furniture, reading, more, closing, title, talk, about     []string
	report, telephone, end, cover, comments, length           []string
	caption, picture                                          []string
	helpers                                                   []string // by helperWords
	appeal, appealAmid, appealIf, appealActs                  []string
}

// fill reads the labels of a drawer.
func fill(d *langdata.Drawer) *words {
	row := func(name string) []string { return d.Import[name] }
	w := &words{
		note: row("editors-note"), by: row("byline"), byEnd: row("byline-end"), published: row("published"), updated: row("updated"),
		photo: row("photo"), drawn: row("drawn"), source: row("source"), author: row("bio"), is: row("bio-verb"), roles: row("roles"),
		mail: row("email"), self: row("own-words"), and: row("and"), sections: row("kickers"), ordinals: row("ordinals"),
		furniture: row("furniture"), reading: row("reading-time"), more: row("related"), closing: row("closing"), title: row("title"),
		talk: row("interview"), about: row("bio-heading"), report: row("report"), telephone: row("telephone"),
		end: row("end-mark"), cover: d.Mail.Cover, comments: row("comments"),
		length: row("text-length"), caption: row("caption"), picture: row("picture"),
	}
	w.appealIf, w.appealActs = row("appeal-if"), row("appeal-act")
	for _, a := range row("appeal") {
		if amid, ok := strings.CutPrefix(a, "…"); ok {
			w.appealAmid = append(w.appealAmid, amid)
		} else {
			w.appeal = append(w.appeal, a)
		}
	}
	for _, h := range helperWords {
		label, behind, _ := strings.Cut(d.Words[h.key].Text, "%s")
		if behind != "" {
			label = "" // the name stands first
		}
		w.helpers = append(w.helpers, label)
	}
	return w
}

// tables are the labels of all languages that have some. English is the first: its labels
// are looked for in texts of all languages.
var tables = sync.OnceValue(func() []table {
	list := []table{}
	for _, d := range langdata.All() {
		if d.Import["frequent"] != nil && d.Like == "" {
			list = append(list, table{d.Language(), fill(d)})
		}
	}
	slices.SortStableFunc(list, func(a, b table) int { return order(a) - order(b) })
	return list
})

// A table is the labels of a language, by its tag without script and region.
type table struct {
	language string
	words    *words
}

func order(t table) int {
	if t.language == "en" {
		return 0
	}
	return 1
}

// of returns the labels for a language: its own, for all scripts that it is written in,
// and the English ones; and the labels of all languages when the language is not known or
// has none.
func of(lang string) []*words {
	var own, all []*words
	for _, t := range tables() {
		all = append(all, t.words)
		if t.language == language(lang) {
			own = append(own, t.words)
		}
	}
	switch {
	case own == nil:
		return all
	case language(lang) == "en":
		return own
	}
	return append(own, all[0])
}

func language(lang string) string {
	for i, c := range lang {
		if c == '-' || c == '_' {
			return lang[:i]
		}
	}
	return lang
}
