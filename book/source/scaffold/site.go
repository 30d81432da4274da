package scaffold

import (
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"time"

	"octavo/book"
	"octavo/book/language/langtag"
	"octavo/book/markup/yaml"
	"octavo/book/source/alias"
	"octavo/book/source/markdown"
)

// A part is a run of articles in the list of a site.
type part struct {
	title string // "" for none
	files []string
}

// date returns the day of an article: that of its name, or of its front matter.
func (a *adopter) date(name string) string {
	if day, _ := book.CutDay(path.Base(name)); day != "" {
		return day
	}
	front, _ := markdown.Front(name, string(a.read(name, maxHead)))
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
var tomlLine = regexp.MustCompile(`(?m)^(title|language|languageCode|defaultContentLanguage)[ \t]*=[ \t]*["']([^"'\n\\]*)["']`)

// toml reads settings that are TOML: a title and a language are a line each.
func (a *adopter) toml(s string) {
	for _, m := range tomlLine.FindAllStringSubmatch(s, 8) {
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
			if e.Key == "chapters" && e.Value.Kind() == yaml.List {
				a.listedBy = name
				a.chapters(e.Value, "")
			}
		}
	}
}

// chapters reads a list of chapters and of parts.
func (a *adopter) chapters(list yaml.Value, title string) {
	a.listed = append(a.listed, part{title: title})
	for _, v := range list.Items() {
		if v.Kind() == yaml.Scalar {
			last := &a.listed[len(a.listed)-1]
			last.files = append(last.files, path.Clean(v.Line()))
			continue
		}
		if v.Kind() != yaml.Map {
			continue
		}
		name := ""
		for _, e := range v.Entries() {
			switch {
			case e.Key == "part" && e.Value.Kind() == yaml.Scalar:
				name = e.Value.Line()
			case e.Key == "chapters" && e.Value.Kind() == yaml.List && title == "":
				a.chapters(e.Value, name)
				a.listed = append(a.listed, part{})
			}
		}
	}
}

// Lines of a summary: the heading of a part, and a link to an article.
var (
	summaryPart = regexp.MustCompile(`^#{1,3}[ \t]+(.+?)[ \t#]*$`)
	summaryLink = regexp.MustCompile(`\[[^\]]*\]\(<?([^)>#]+\.(?:md|markdown))`)
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
		if m := summaryPart.FindStringSubmatch(line); m != nil {
			list = append(list, part{title: m[1]})
		} else if m := summaryLink.FindStringSubmatch(line); m != nil {
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
