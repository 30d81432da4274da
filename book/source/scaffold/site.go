package scaffold

import (
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/language/langtag"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
)

// A part is a run of articles in the list of a site.
type part struct {
	title string // "" for none
	files []string
}

// dayOf returns the day of an article: that of its name, or of its front matter.
func dayOf(name string, front *yaml.Document) string {
	if day, _ := book.CutDay(path.Base(name)); day != "" {
		return day
	}
	if front == nil {
		return ""
	}
	for _, e := range front.Root.Entries() {
		if alias.Find(e.Key) != "date" && alias.Find(e.Key) != alias.Published || e.Value.Kind() != yaml.Scalar {
			continue
		}
		if day, ok := yaml.ParseDay(e.Value.Line()); ok {
			return day.Time.Format(time.DateOnly)
		}
	}
	return ""
}

// read returns the beginning of a file, nothing when it cannot be read.
func (a *adopter) read(name string, limit int64) []byte {
	if st, err := fs.Stat(a.fsys, name); err != nil || !st.Mode().IsRegular() {
		return nil // to open a pipe would be to wait
	}
	f, err := a.fsys.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit))
	if err != nil {
		return nil
	}
	return data
}

// settings reads what the settings of a site say of title, language and order.
func (a *adopter) settings() {
	for _, name := range []string{"_quarto.yml", "_quarto.yaml"} {
		a.quarto(name)
	}
	for _, name := range []string{"mkdocs.yml", "mkdocs.yaml"} {
		a.mkdocs(name)
	}
	for _, name := range []string{"_config.yml", "_config.yaml", "hugo.yaml", "hugo.yml", "config.yaml", "config.yml"} {
		if data := a.read(name, maxConfig); data != nil {
			a.site(yaml.Parse(name, data, 1).Root)
		}
	}
	for _, name := range []string{"hugo.toml", "config.toml", "book.toml"} {
		a.toml(string(a.read(name, maxConfig)))
	}
	for _, name := range []string{"SUMMARY.md", "src/SUMMARY.md", "docs/SUMMARY.md"} {
		a.summary(name)
	}
	for _, name := range []string{"_toc.yml", "docs/_toc.yml", "book/_toc.yml"} {
		a.toc(name)
	}
	for _, name := range []string{"_bookdown.yml", "_bookdown.yaml"} {
		a.bookdown(name)
	}
	for _, name := range []string{"Book.txt", "book.txt", "manuscript/Book.txt", "manuscript/book.txt"} {
		a.leanpub(name)
	}
}

// called takes a title, and a tag of a language, when there is none yet.
func (a *adopter) called(title, lang string) {
	if title = strings.Join(strings.Fields(title), " "); a.title == "" && len(title) <= maxLine {
		a.title = title
	}
	if lang = strings.ReplaceAll(lang, "_", "-"); a.language == "" && langtag.Valid(lang) {
		a.language = lang
	}
}

// site reads the keys of settings that are YAML.
func (a *adopter) site(v yaml.Value) {
	if v.Kind() != yaml.Map {
		return
	}
	for _, e := range v.Entries() {
		if e.Value.Kind() != yaml.Scalar {
			continue
		}
		switch e.Key {
		case "title":
			a.called(e.Value.Line(), "")
		case "lang", "language", "languageCode", "locale":
			a.called("", e.Value.Line())
		}
	}
}

// tomlLine matches a setting of TOML that is a string.
var tomlLine = pattern.Later(`(?m)^(title|language|languageCode|defaultContentLanguage)[ \t]*=[ \t]*["']([^"'\n\\]*)["']`)

// toml reads settings that are TOML: a title and a language are a line each.
func (a *adopter) toml(s string) {
	for _, m := range tomlLine().FindAllStringSubmatch(s, 8) {
		if m[1] == "title" {
			a.called(m[2], "")
		} else {
			a.called("", m[2])
		}
	}
}

// quarto reads the settings of a book or site of Quarto.
func (a *adopter) quarto(name string) {
	data := a.read(name, maxConfig)
	if data == nil {
		return
	}
	root := yaml.Parse(name, data, 1).Root
	a.site(root)
	if root.Kind() != yaml.Map {
		return
	}
	for _, e := range root.Entries() {
		if e.Key != "book" && e.Key != "website" || e.Value.Kind() != yaml.Map {
			continue
		}
		a.site(e.Value)
		for _, e := range e.Value.Entries() {
			if e.Key == "chapters" || e.Key == "appendices" {
				a.nav(name, "", e.Value)
			}
		}
	}
}

// mkdocs reads the settings of a site of MkDocs, whose articles are in docs.
func (a *adopter) mkdocs(name string) {
	data := a.read(name, maxConfig)
	if data == nil {
		return
	}
	root := yaml.Parse(name, data, 1).Root
	if root.Kind() != yaml.Map {
		return
	}
	docs := "docs"
	for _, e := range root.Entries() {
		switch {
		case e.Key == "site_name" && e.Value.Kind() == yaml.Scalar:
			a.called(e.Value.Line(), "")
		case e.Key == "docs_dir" && e.Value.Kind() == yaml.Scalar:
			docs = e.Value.Line()
		}
	}
	for _, e := range root.Entries() {
		if e.Key == "nav" {
			a.nav(name, docs, e.Value)
		}
	}
}

// nav takes the order that a file of settings gives, when none is known yet; dir is the
// folder of the articles.
func (a *adopter) nav(by, dir string, list yaml.Value) {
	if list.Kind() != yaml.List || a.listedBy != "" && a.listedBy != by {
		return
	}
	a.listedBy = by
	a.listed = append(a.listed, part{})
	a.entries(list, dir, 0)
}

// maxNav is how deep lists of articles may be nested. Generous: sites have three.
const maxNav = 20

// entries reads a list of articles, and of parts with lists of their own. A book has one
// rank of parts: those within a part go on with it.
func (a *adopter) entries(list yaml.Value, dir string, depth int) {
	if list.Kind() != yaml.List || depth > maxNav {
		return
	}
	for _, v := range list.Items() {
		if v.Kind() == yaml.Scalar {
			a.listArticle(dir, v.Line())
		} else if v.Kind() == yaml.Map {
			a.entry(v, dir, depth)
		}
	}
}

// entry reads one entry of such a list that has keys: of Quarto, "part" or "section" with
// "chapters" or "contents", "file" or "href"; of MkDocs, the title alone.
func (a *adopter) entry(v yaml.Value, dir string, depth int) {
	title, inner := "", yaml.Value{}
	nested := false
	for _, e := range v.Entries() {
		switch {
		case e.Value.Kind() == yaml.List:
			inner, nested = e.Value, true
			if e.Key != "chapters" && e.Key != "contents" {
				title = e.Key
			}
		case e.Value.Kind() != yaml.Scalar:
		case isArticle(e.Value.Line()):
			a.listArticle(dir, e.Value.Line()) // of a part, too, that begins with an article
		case e.Key == "part" || e.Key == "section":
			title = e.Value.Line()
		}
	}
	if !nested {
		return
	}
	if depth == 0 {
		a.listed = append(a.listed, part{title: title})
	}
	a.entries(inner, dir, depth+1)
	if depth == 0 {
		a.listed = append(a.listed, part{})
	}
}

// listArticle adds an article to the last part.
func (a *adopter) listArticle(dir, name string) {
	last := &a.listed[len(a.listed)-1]
	last.files = append(last.files, path.Join(dir, name))
}

// Lines of a summary: the heading of a part, and a link to an article.
var (
	summaryPart = pattern.Later(`^#{1,3}[ \t]+(.+?)[ \t#]*$`)
	summaryLink = pattern.Later(`\[[^\]]*\]\(<?([^)>#]+\.(?:md|markdown))`)
)

// summary reads the list of chapters of mdBook and GitBook.
func (a *adopter) summary(name string) {
	data := a.read(name, maxConfig)
	if data == nil || len(a.listed) > 0 {
		return
	}
	list, links := []part{{}}, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if m := summaryPart().FindStringSubmatch(line); m != nil {
			list = append(list, part{title: m[1]})
		} else if m := summaryLink().FindStringSubmatch(line); m != nil {
			last := &list[len(list)-1]
			last.files = append(last.files, path.Join(path.Dir(name), strings.ReplaceAll(m[1], "%20", " ")))
			links++
		}
	}
	if links == 0 {
		return
	}
	for i := range list {
		// The first heading is that of the list itself.
		if list[i].title != "" && (strings.EqualFold(list[i].title, "Summary") || strings.EqualFold(list[i].title, "Table of contents")) {
			list[i].title = ""
		}
	}
	a.listed, a.listedBy = list, name
}

// toc reads the contents of a Jupyter Book: "root", and "file" with "sections", "chapters"
// and "entries" at any depth; "parts" have a "caption". Names have no endings.
func (a *adopter) toc(name string) {
	data := a.read(name, maxConfig)
	if data == nil || len(a.listed) > 0 {
		return
	}
	a.listed = []part{{}}
	a.tocEntry(yaml.Parse(name, data, 1).Root, path.Dir(name), 0)
	a.listedBy = name
	a.orNone()
}

func (a *adopter) tocEntry(v yaml.Value, dir string, depth int) {
	switch {
	case depth > maxNav:
	case v.Kind() == yaml.List:
		for _, item := range v.Items() {
			a.tocEntry(item, dir, depth+1)
		}
	case v.Kind() == yaml.Map:
		for _, e := range v.Entries() {
			switch e.Key {
			case "root", "file":
				a.listEnding(dir, e.Value)
			case "caption":
				a.listed = append(a.listed, part{title: e.Value.Line()})
			case "parts", "chapters", "sections", "entries", "subtrees":
				a.tocEntry(e.Value, dir, depth+1)
			}
		}
	}
}

// listEnding lists the article of a name without its ending.
func (a *adopter) listEnding(dir string, v yaml.Value) {
	if v.Kind() != yaml.Scalar {
		return
	}
	for _, ending := range []string{"", ".md", ".markdown", ".qmd", ".Rmd"} {
		name := path.Join(dir, v.Line()+ending)
		if st, err := fs.Stat(a.fsys, name); err == nil && st.Mode().IsRegular() {
			a.listArticle(dir, v.Line()+ending)
			return
		}
	}
}

// bookdown reads the chapters of a book of bookdown, of which the settings of a format may
// have a list of their own.
func (a *adopter) bookdown(name string) {
	data := a.read(name, maxConfig)
	if data == nil || len(a.listed) > 0 {
		return
	}
	root := yaml.Parse(name, data, 1).Root
	if root.Kind() != yaml.Map {
		return
	}
	for _, e := range root.Entries() {
		list := e.Value
		if e.Key != "rmd_files" {
			continue
		}
		if list.Kind() == yaml.Map && len(list.Entries()) > 0 {
			list = list.Entries()[0].Value
		}
		a.nav(name, "", list)
	}
}

// leanpub reads the chapters of a book of Leanpub, a file on each line; a line may name a
// part of the book, or be a remark.
func (a *adopter) leanpub(name string) {
	data := a.read(name, maxConfig)
	if data == nil || len(a.listed) > 0 {
		return
	}
	a.listed, a.listedBy = []part{{}}, name
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if st, err := fs.Stat(a.fsys, path.Join(path.Dir(name), line)); line != "" && line[0] != '#' && fs.ValidPath(path.Join(path.Dir(name), line)) && err == nil && st.Mode().IsRegular() {
			a.listArticle(path.Dir(name), line)
		}
	}
	a.orNone()
}

// orNone forgets a list that names nothing.
func (a *adopter) orNone() {
	for _, p := range a.listed {
		if len(p.files) > 0 {
			return
		}
	}
	a.listed, a.listedBy = nil, ""
}
