package scaffold

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/markup/yaml"
	"octavo/book/source/markdown"
)

// Order brings the articles of a folder into the order that the folder itself gives: that of
// a list of chapters, such as SUMMARY.md, or that of the weights in their front matter. An
// article that the list names is of the book even where it is not in files. by is the file
// that gives the order, or says in words what does; "" where nothing does. behind are the
// articles that the list does not name, which stand last in the order that they have.
func Order(fsys fs.FS, files []string) (list, behind []string, by string) {
	a := &adopter{fsys: fsys}
	a.settings()
	there := map[string]bool{}
	for _, p := range a.listed {
		for _, name := range p.files {
			if _, err := fs.Stat(fsys, name); err == nil && !there[name] {
				list, there[name] = append(list, name), true
			}
		}
	}
	if len(list) > 0 {
		behind = slices.DeleteFunc(slices.Clone(files), func(name string) bool { return there[name] })
		return append(list, behind...), behind, a.listedBy
	}
	list = slices.Clone(files)
	if a.weigh(list) {
		slices.SortStableFunc(list, a.byWeight)
		return list, nil, byWeights
	}
	return list, nil, ""
}

const byWeights = "the weights in their front matter"

// weigh reads the weights of articles and of the folders that they lie in, and reports
// whether most articles have one.
func (a *adopter) weigh(files []string) bool {
	a.weights = map[string]int{}
	with := 0
	for _, name := range files {
		if n, ok := a.weightOf(name); ok {
			a.weights[name] = n
			with++
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if _, known := a.weights[dir]; known {
				break
			}
			a.weights[dir] = a.weightOfFolder(dir)
		}
	}
	return with*2 > len(files)
}

// last is the weight of what has none: it stands behind the others.
const last = 1 << 30

// weightOf returns the weight that the front matter of a file states: Hugo's, or the
// position of Docusaurus, and of themes of Jekyll.
func (a *adopter) weightOf(name string) (int, bool) {
	front, _ := markdown.Front(name, string(a.read(name, maxHead)))
	if front == nil {
		return 0, false
	}
	return weightIn(front.Root, "weight", "sidebar_position", "nav_order")
}

func weightIn(v yaml.Value, keys ...string) (int, bool) {
	if v.Kind() != yaml.Map {
		return 0, false
	}
	for _, e := range v.Entries() {
		if !slices.Contains(keys, e.Key) || e.Value.Kind() != yaml.Scalar {
			continue
		}
		if n, err := strconv.ParseFloat(e.Value.Line(), 64); err == nil && n > -last/1000 && n < last/1000 {
			return int(n * 1000), true // positions may have fractions
		}
	}
	return 0, false
}

// weightOfFolder returns the weight of a folder: that of its first page, or of the file of
// Docusaurus.
func (a *adopter) weightOfFolder(dir string) int {
	for _, name := range []string{"_index.md", "index.md"} {
		if n, ok := a.weightOf(path.Join(dir, name)); ok {
			return n
		}
	}
	for _, name := range []string{"_category_.json", "_category_.yml"} { // JSON is YAML
		name = path.Join(dir, name)
		if data := a.read(name, maxConfig); data != nil {
			if n, ok := weightIn(yaml.Parse(name, data, 1).Root, "position"); ok {
				return n
			}
		}
	}
	return last
}

// byWeight compares two articles by the weights of the folders in which they part.
func (a *adopter) byWeight(x, y string) int {
	one, two := strings.Split(x, "/"), strings.Split(y, "/")
	for i := range min(len(one), len(two)) {
		if one[i] == two[i] {
			continue
		}
		p, q := strings.Join(one[:i+1], "/"), strings.Join(two[:i+1], "/")
		if c := cmp.Compare(a.weight(p), a.weight(q)); c != 0 {
			return c
		}
		return book.ByPath(p, q)
	}
	return cmp.Compare(len(one), len(two))
}

func (a *adopter) weight(name string) int {
	if nameOf(name) == "index" || nameOf(name) == "readme" { // of its folder, which it opens
		return -last
	}
	if n, ok := a.weights[name]; ok {
		return n
	}
	return last
}
