package theme

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"octavo/assets"
	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/font/shape"
)

// Default is the theme of a manuscript that names none.
const Default = "press"

// The files of a theme.
const (
	File = "theme.yaml"
	CSS  = "epub.css"
)

// MaxBytes is the most bytes that a file of a theme may have, 256 KiB. The bound is
// generous: the built-in themes have some ten thousand.
const MaxBytes = 1 << 18

// Names returns the built-in themes, sorted.
func Names() []string {
	entries, err := fs.ReadDir(assets.Themes, "themes")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(names)
	return names
}

// Of returns the theme of a book: the built-in one that it names, or the one
// whose files it brings. Where it has faults, they are returned, and the theme
// is the default one.
func Of(b *book.Book) (*Theme, []book.Diagnostic) {
	src := b.ThemeFiles
	if src == nil {
		if t, ok := Builtin(b.Theme); ok {
			return t, nil
		}
		t, _ := Builtin(Default)
		pos := book.Pos{File: b.File}
		return t, []book.Diagnostic{rule.ThemeUnknown.At(pos, NameHint(b.Theme), "no theme is called %q", b.Theme)}
	}
	file := path.Join(src.Folder, File)
	t, list := Parse(file, src.Theme)
	if len(src.CSS) > 0 {
		list = append(list, checkCSS(path.Join(src.Folder, CSS), src.CSS)...)
	}
	if len(list) == 0 {
		list = t.unknownFamilies(b)
	}
	if len(list) > 0 {
		t, _ := Builtin(Default)
		return t, book.SortDiagnostics(list)
	}
	if t.Name == "" {
		t.Name = src.Folder
	}
	t.css, t.replace = src.CSS, t.replace && len(src.CSS) > 0
	return t, nil
}

// NameHint returns what to say of a theme that is neither built in nor a folder.
func NameHint(name string) string {
	if near := nearest.Name(name, Names()); near != "" {
		return "did you mean " + near + "?"
	}
	return "there are " + strings.Join(Names(), " and ") + "; or name a folder that holds a " + File
}

// unknownFamilies reports families that neither the compiler nor the manuscript has.
func (t *Theme) unknownFamilies(b *book.Book) []book.Diagnostic {
	known := shape.Builtin().Families()
	for _, f := range b.Fonts {
		known = append(known, f.Family)
	}
	var list []book.Diagnostic
	for _, role := range []Role{Serif, Sans, Mono} {
		name := t.Family(&Style{Family: role})
		if slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, name) }) {
			continue
		}
		hint := nearest.Hint(name, known, "list its files under fonts in book.yaml")
		list = append(list, rule.ThemeFont.At(t.families[role], hint, "there is no font family %q", name))
	}
	return list
}

// CSS returns the theme's own style sheet for the EPUB edition, nil when it has none, and
// whether it stands in place of the one made of the look. In it "%serif%",
// "%sans%" and "%mono%" stand for the names of the families, and "%fallback%"
// for the families that serve characters which these lack. The sheet must not be changed.
func (t *Theme) CSS() (sheet []byte, alone bool) { return t.css, t.replace }

// Export returns the file of a built-in theme, by its name, for a folder of
// a manuscript's own to start from.
func Export(name string) (map[string][]byte, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	yaml, err := assets.Themes.ReadFile(path.Join("themes", name, File))
	if err != nil {
		return nil, false
	}
	head := "# \"octavo schema theme\" describes all keys for editors.\n" +
		"# What is left out of this file is as in the theme that it extends.\n" +
		"extends: " + name + "\n\n" +
		"# The publisher's logo, a picture in this folder, for the title page and the imprint;\n" +
		"# on-cover puts an SVG on a cover that is made, too.\n" +
		"# logo: {src: images/house.svg, on-cover: true}\n\n"
	text := strings.Replace(string(yaml), "name: "+name+"\n", "name: my-"+name+"\n", 1)
	return map[string][]byte{File: []byte(head + text)}, true
}
