package scaffold

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/markup/yaml"
	"octavo/book/source/manifest"
	"octavo/book/source/markdown"
)

// Adopting a folder.
//
// Authors come with a folder: of a blog by Hugo or Jekyll, a vault of Obsidian, a book of
// mdBook or Quarto. Nothing in it is moved or changed; a manifest is written that names its
// articles in an order that the folder itself gives, and says what was left out:
//
//   - the order of SUMMARY.md (mdBook, GitBook), _quarto.yml, mkdocs.yml, _toc.yml (Jupyter
//     Book), _bookdown.yml or Book.txt (Leanpub), when one is there;
//   - else that of the weights or positions that most articles have (Hugo, Docusaurus);
//   - else that of the names when they are numbered, of the dates when most articles have one,
//     and of the names, 2 before 10, when they have not.

// An Adoption is what was made of a folder with articles.
type Adoption struct {
	Files    []File // to be written: the manifest alone
	Articles int
	// Order says in words by what the articles are ordered.
	Order string
	// Left are the Markdown files and the folders that are not of the book, sorted.
	Left []string
}

// Bounds on a folder, generous: a vault of many years has some ten thousand notes.
const (
	maxEntries  = 50_000
	maxArticles = 20_000
	maxHead     = 8 << 10 // bytes of an article that are looked at for its date
	maxConfig   = 1 << 20 // bytes of a file of settings
)

// leftFolders are folders whose Markdown is no article: of tools, of themes, and of what
// is not ready. Those that begin with a dot are left out, too.
var leftFolders = strings.Fields(`node_modules vendor themes templates template archetypes layouts _layouts
	_includes _templates _sass _site _book _drafts drafts draft dist resources __pycache__`)

// leftFiles are files that tell of a repository, by their names without the ending.
var leftFiles = strings.Fields(`license licence copying changelog changes contributing contributors code_of_conduct
	code-of-conduct security support authors summary _index _sidebar _navbar 404 pull_request_template issue_template`)

// Adopt returns the manifest for a folder that holds articles, nil for one that holds
// none or that has a manifest. An error says what cannot be used.
func Adopt(dir string, opt Options) (*Adoption, error) {
	root, err := os.OpenRoot(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if _, err := root.Lstat(manifest.Name); err == nil {
		return nil, nil
	}
	a := &adopter{fsys: root.FS()}
	if err := a.walk(); err != nil || len(a.articles) == 0 {
		return nil, err
	}
	a.settings()
	lines, order := a.ordered()
	if opt.Title == "" {
		opt.Title = a.title
	}
	if opt.Title == "" {
		opt.Title = folderTitle(dir)
	}
	if opt.Language == "" {
		opt.Language = a.language
	}
	v, err := opt.values()
	if err != nil {
		return nil, err
	}
	if opt.Author == "" {
		v.Rights = ""
	}
	v.Chapters, v.Adopted, v.Math = lines, true, a.math
	data, err := v.fill("book.yaml")
	if err != nil {
		return nil, err
	}
	slices.Sort(a.left)
	return &Adoption{Files: []File{{manifest.Name, data}}, Articles: a.taken, Order: order, Left: slices.Compact(a.left)}, nil
}

// folderTitle makes a title of the name of a folder.
func folderTitle(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	words := strings.FieldsFunc(filepath.Base(dir), func(r rune) bool { return r == '-' || r == '_' || r == ' ' || r == '/' })
	return strings.Join(words, " ")
}

// An adopter looks through a folder.
type adopter struct {
	fsys     fs.FS
	articles []article // in the order of their names
	others   []string  // Markdown that is no article by its name
	left     []string
	taken    int // articles that are in the book

	math            bool   // formulas stand between dollar signs
	title, language string // as the settings of the site give them
	listed          []part // as the settings or a summary give them
	listedBy        string // the file that gives them
	weights         map[string]int
}

// An article is a Markdown file of the folder.
type article struct {
	name string // with slashes
	date string // "2024-05-01", "" for none
}

// walk finds the articles.
func (a *adopter) walk() error {
	seen := 0
	err := fs.WalkDir(a.fsys, ".", func(p string, e fs.DirEntry, err error) error {
		seen++
		switch {
		case seen > maxEntries || len(a.articles) == maxArticles:
			return fs.SkipAll
		case err != nil && p == ".":
			return err
		case err != nil || p == ".":
			return nil
		case e.IsDir():
			return a.folder(p, e.Name())
		case isArticle(p) && e.Type().IsRegular():
			a.article(p)
		}
		return nil
	})
	if err != nil {
		return err
	}
	a.readmes()
	slices.SortFunc(a.articles, func(x, y article) int { return book.ByPath(x.name, y.name) })
	return nil
}

// article takes a file, unless its name says that it is none or it has no words.
func (a *adopter) article(p string) {
	head := string(a.read(p, maxHead))
	front, text := markdown.Front(p, head)
	if LeftFile(p) || len(head) < maxHead && strings.TrimSpace(text) == "" {
		a.others = append(a.others, p)
		return
	}
	a.math = a.math || displayed().MatchString(text)
	a.articles = append(a.articles, article{p, dayOf(p, front)})
}

// displayed is a formula that stands alone between dollar signs.
var displayed = pattern.Later(`(?m)^[ \t>]*\$\$(?:[^$\n]+\$\$)?[ \t]*(?:\{#[\w:-]+\})?[ \t]*$`)

// folder leaves out the folders that hold no articles.
func (a *adopter) folder(p, name string) error {
	if strings.HasPrefix(name, ".") {
		return fs.SkipDir // of tools: .git, .obsidian
	}
	if LeftFolder(name) {
		a.left = append(a.left, p+"/")
		return fs.SkipDir
	}
	return nil
}

// LeftFolder reports whether the Markdown in a folder of a name is no article, as a rule.
func LeftFolder(name string) bool { return slices.Contains(leftFolders, strings.ToLower(name)) }

// LeftFile reports whether a file tells of a repository or a site, by its name.
func LeftFile(p string) bool { return slices.Contains(leftFiles, nameOf(p)) }

// readmes leaves out the README of the whole folder, which tells of the repository, unless
// there is nothing else.
func (a *adopter) readmes() {
	if len(a.articles) < 2 {
		return
	}
	a.articles = slices.DeleteFunc(a.articles, func(x article) bool {
		left := nameOf(x.name) == "readme" && path.Dir(x.name) == "."
		if left {
			a.left = append(a.left, x.name)
		}
		return left
	})
}

// isArticle reports whether a file is Markdown, by its name.
func isArticle(p string) bool {
	switch strings.ToLower(path.Ext(p)) {
	case ".md", ".markdown", ".qmd":
		return true
	}
	return false
}

// nameOf returns the name of a file in lower case, without its folder and ending.
func nameOf(p string) string {
	return strings.ToLower(strings.TrimSuffix(path.Base(p), path.Ext(p)))
}

// ordered returns the lines of the list of chapters, and says by what it is ordered.
func (a *adopter) ordered() (lines []string, order string) {
	if len(a.listed) > 0 {
		return a.asListed(), "in the order of " + a.listedBy
	}
	list, order := slices.Clone(a.articles), "in the order of their names"
	var names []string
	for _, x := range list {
		names = append(names, x.name)
	}
	if a.weigh(names) {
		order = "in the order of " + byWeights
		slices.SortStableFunc(list, func(x, y article) int { return a.byWeight(x.name, y.name) })
	} else if a.dated() {
		order = "in the order of their dates"
		slices.SortStableFunc(list, func(x, y article) int {
			if x.date == "" || y.date == "" {
				return strings.Compare(y.date, x.date) // those without a date last
			}
			return strings.Compare(x.date, y.date)
		})
	}
	for _, x := range list {
		lines = append(lines, "  - "+chapterName(x.name))
	}
	a.taken, a.left = len(list), append(a.left, a.others...)
	return lines, order
}

// dated reports whether the dates of the articles give their order: most have one, and the
// names are not numbered.
func (a *adopter) dated() bool {
	dates, numbers := 0, 0
	for _, x := range a.articles {
		if x.date != "" {
			dates++
		}
		base := path.Base(x.name)
		if day, _ := book.CutDay(base); day == "" && base[0] >= '0' && base[0] <= '9' {
			numbers++
		}
	}
	return 2*dates > len(a.articles) && 2*numbers <= len(a.articles)
}

// chapterName writes the name of a file for the list of chapters, where brackets would
// begin a pattern.
func chapterName(name string) string { return yaml.Plain(strings.ReplaceAll(name, "[", "?")) }

// asListed returns the lines for the chapters of a list, and leaves out what it does not
// name.
func (a *adopter) asListed() []string {
	there := map[string]bool{}
	for _, x := range a.articles {
		there[x.name] = true
	}
	for _, name := range a.others {
		there[name] = true
	}
	var lines []string
	for _, p := range a.listed {
		indent := "  "
		names := slices.DeleteFunc(p.files, func(n string) bool { return !there[n] })
		if p.title != "" && len(names) > 0 {
			lines = append(lines, "  - part: "+yaml.Plain(p.title), "    chapters:")
			indent = "      "
		}
		for _, n := range names {
			if there[n] {
				there[n] = false
				a.taken++
				lines = append(lines, indent+"- "+chapterName(n))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(there)) {
		if there[name] {
			a.left = append(a.left, name)
		}
	}
	return lines
}

// String says what was made of the folder, a line each.
func (a *Adoption) String() string {
	s := fmt.Sprintf("%s, %s\n", book.Count(a.Articles, "article"), a.Order)
	const most = 20 // by eye: a longer line is not read
	if n := len(a.Left); n > 0 {
		s += "left out: " + strings.Join(a.Left[:min(n, most)], ", ")
		if n > most {
			s += fmt.Sprintf(" and %d more", n-most)
		}
		s += "\n"
	}
	return s
}
