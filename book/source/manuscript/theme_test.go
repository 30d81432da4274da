package manuscript_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/font/sfnt"
	"octavo/book/source/manuscript"
	"octavo/book/typeset/theme"
)

// chapter is the one article of the folders here.
const chapter = "---\ntitle: Water\n---\n\nWater comes and goes.\n"

// folder writes files into a folder of its own and loads it as a book.
func folder(t *testing.T, manifest string, files map[string]string) (*book.Book, []book.Diagnostic) {
	t.Helper()
	dir := t.TempDir()
	files["a.md"] = chapter
	files["book.yaml"] = "title: Tides\nlanguage: en\nchapters: [a.md]\n" + manifest
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b, list, err := manuscript.Load(dir, manuscript.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b, list
}

// garamond is a font with cubic outlines, under the SIL Open Font License.
func garamond(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../font/sfnt/testdata/garamond.otf")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// restricted is the font with the bit of OS/2 that forbids embedding.
func restricted(t *testing.T) string {
	t.Helper()
	data := []byte(garamond(t))
	for i := 12; i+16 <= len(data); i += 16 {
		if string(data[i:i+4]) == "OS/2" {
			at := int(data[i+8])<<24 | int(data[i+9])<<16 | int(data[i+10])<<8 | int(data[i+11])
			data[at+8], data[at+9] = 0, 2
			return string(data)
		}
	}
	t.Fatal("the font has no OS/2 table")
	return ""
}

// damaged is the font whose map of characters points before its glyphs.
func damaged(t *testing.T) string {
	t.Helper()
	f, err := sfnt.Parse([]byte(garamond(t)))
	if err != nil {
		t.Fatal(err)
	}
	cmap := bytes.Clone(f.Table("cmap")) // two entries, then a subtable of format 4
	cmap[20+52+1] = 2                    // the range offset of the first of its six segments
	var tables []sfnt.Table
	for _, name := range []string{"head", "maxp", "hhea", "hmtx", "OS/2", "post", "name", "CFF "} {
		tables = append(tables, sfnt.Table{Tag: sfnt.MakeTag(name), Data: f.Table(name)})
	}
	return string(sfnt.Assemble(0x4f54544f, append(tables, sfnt.Table{Tag: sfnt.MakeTag("cmap"), Data: cmap})))
}

// variable is the font with a table of axes.
func variable(t *testing.T) string {
	t.Helper()
	f, err := sfnt.Parse([]byte(garamond(t)))
	if err != nil {
		t.Fatal(err)
	}
	var tables []sfnt.Table
	for _, name := range []string{"head", "maxp", "hhea", "hmtx", "cmap", "OS/2", "post", "name", "CFF "} {
		tables = append(tables, sfnt.Table{Tag: sfnt.MakeTag(name), Data: f.Table(name)})
	}
	axes := sfnt.Table{Tag: sfnt.MakeTag("fvar"), Data: make([]byte, 16)}
	return string(sfnt.Assemble(0x4f54544f, append(tables, axes)))
}

func TestThemeFolder(t *testing.T) {
	b, list := folder(t, "theme: house\nfonts: [{file: fonts/g.otf, family: House}]\n", map[string]string{
		"house/theme.yaml": "extends: classic\nname: House Style\nfonts: {serif: House}\nstyles:\n  title: {size: 31pt, leading: 29pt}\n",
		"house/epub.css":   "h1 { margin: 3em 0; }\n",
		"fonts/g.otf":      garamond(t),
	})
	if len(list) > 0 {
		t.Fatal(list)
	}
	th, faults := theme.Of(b)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if th.Name != "House Style" || th.Fonts.Serif != "House" || th.Fonts.Sans != "EB Garamond" {
		t.Errorf("the theme is %q, set in %v", th.Name, th.Fonts)
	}
	if got := th.Style(theme.Title).Size.String(); got != "31pt" {
		t.Errorf("titles are %s", got)
	}
	classic, _ := theme.Builtin("classic")
	if got := th.Style(theme.Kicker); *got != *classic.Style(theme.Kicker) {
		t.Errorf("kickers are %+v", got)
	}
	if css, alone := th.CSS(); string(css) != "h1 { margin: 3em 0; }\n" || alone {
		t.Errorf("its style sheet is %q, alone: %v", css, alone)
	}
	f := b.Fonts[0]
	if f.Path != "fonts/g.otf" || f.Family != "House" || f.Weight != 400 || f.Italic {
		t.Errorf("the font is %s %s %d %v", f.Path, f.Family, f.Weight, f.Italic)
	}
}

func TestThemeCSSAlone(t *testing.T) {
	b, list := folder(t, "theme: ./press\n", map[string]string{
		"press/theme.yaml": "epub-css: replace\n", "press/epub.css": "p { margin: 0; }\n",
	})
	if len(list) > 0 {
		t.Fatal(list)
	}
	th, _ := theme.Of(b)
	if css, alone := th.CSS(); string(css) != "p { margin: 0; }\n" || !alone {
		t.Errorf("the style sheet is %q, alone: %v", css, alone)
	}
}

func TestThemeFaults(t *testing.T) {
	for _, tt := range []struct {
		name, manifest string
		files          map[string]string
		want           string
	}{
		{"near a built-in", "theme: pres\n", nil, `book.yaml:4:8: error: no theme is called "pres" [theme-unknown]` + "\n    hint: did you mean press?"},
		{"no folder", "theme: baroque\n", nil, `no theme is called "baroque" [theme-unknown]` + "\n    hint: there are classic and press; or name a folder"},
		{"empty folder", "theme: house\n", map[string]string{"house/readme": "x"}, "the folder house holds neither theme.yaml nor epub.css"},
		{"a file", "theme: house\n", map[string]string{"house": "x"}, `no theme is called "house"`},
		{"outside", "theme: ../house\n", nil, "leads out of the manuscript's folder"},
		{"absolute", "theme: /etc\n", nil, "is an absolute path"},
		{"remote", "theme: https://example.org/house\n", nil, "is an address"},
		{"too large", "theme: house\n", map[string]string{"house/epub.css": strings.Repeat("p { margin: 0 }\n", theme.MaxBytes/16+1)}, "[theme-unreadable]"},
		{"unknown base", "theme: house\n", map[string]string{"house/theme.yaml": "extends: clasic"}, "house/theme.yaml:1:10: error: no built-in theme is called \"clasic\" [theme-unknown]\n    hint: did you mean classic?"},
		{"unknown key", "theme: house\n", map[string]string{"house/theme.yaml": "styles:\n  title: {sise: 3pt}\n"}, "house/theme.yaml:2:11: error: the key \"sise\" is unknown [key-unknown]\n    hint: did you mean size?"},
		{"unknown family", "theme: house\n", map[string]string{"house/theme.yaml": "fonts: {serif: EB Garamont}"}, "house/theme.yaml:1:16: error: there is no font family \"EB Garamont\" [theme-font]\n    hint: did you mean EB Garamond?"},
		{"no room", "theme: house\n", map[string]string{"house/theme.yaml": "page: {inner: 600, outer: 600}"}, "house/theme.yaml:1:7: error: the page has no room for text [theme-page]"},
		{"css", "theme: house\n", map[string]string{"house/epub.css": "p {\n  background: URL(a.png);\n}"}, "house/epub.css:2:15: error: url() is not taken [theme-css]"},
		{"no logo", "theme: house\n", map[string]string{"house/theme.yaml": "logo: image/House.svg", "house/images/house.svg": aLogo}, "house/theme.yaml:1:7: error: the image image/House.svg does not exist [image-missing]\n    hint: did you mean house/images/house.svg?"},
		{"a logo that is no picture", "theme: house\n", map[string]string{"house/theme.yaml": "name: H\nlogo: {src: house.svg}", "house/house.svg": "house"}, "house/theme.yaml:2:13: error: the image house/house.svg cannot be used"},
		{"a logo outside", "theme: house\n", map[string]string{"house/theme.yaml": "logo: ../../house.svg"}, "house/theme.yaml:1:7: error: \"../../house.svg\" leads out of the manuscript's folder [path-outside]"},
		{"a logo elsewhere", "theme: house\n", map[string]string{"house/theme.yaml": "logo: https://example.org/house.svg"}, "house/theme.yaml:1:7: error: the image \"https://example.org/house.svg\" is not a file of the manuscript [image-remote]"},
		{"a logo without file", "theme: house\n", map[string]string{"house/theme.yaml": "logo: {on-cover: true}"}, "house/theme.yaml:1:7: error: the key \"src\" is missing [key-missing]"},
		{"a logo of dots on the cover", "theme: house\n", map[string]string{"house/theme.yaml": "logo: {on-cover: true, src: house.png}", "house/house.png": dots(t)}, "house/theme.yaml:1:29: error: house/house.png is no drawing, and cannot stand on the cover [cover-logo]"},
		{"a logo of the book that is not there", "logo: house.svg\n", nil, "book.yaml:4:7: error: the image house.svg does not exist [image-missing]"},
		{"no font", "fonts: [g.otf]\n", map[string]string{"fonts/g.otf": garamond(t)}, "book.yaml:4:9: error: the font g.otf does not exist [font-missing]\n    hint: did you mean fonts/g.otf?"},
		{"no font at all", "fonts: g.otf\n", map[string]string{"g.otf": "x"}, "book.yaml:4:8: error: the font g.otf cannot be used: not a TrueType or OpenType font [font-unreadable]"},
		{"damaged font", "fonts: g.otf\n", map[string]string{"g.otf": damaged(t)}, "book.yaml:4:8: error: the font g.otf cannot be used: its table cmap, which has the glyphs of the characters, is damaged [font-unreadable]"},
		{"damaged font of the theme", "fonts: g.otf\ntheme: house\n", map[string]string{"g.otf": damaged(t), "house/theme.yaml": "fonts: {serif: EB Garamond 12}"}, "[font-unreadable]"},
		{"web font", "fonts: g.woff\n", map[string]string{"g.woff": "wOFF" + strings.Repeat("x", 60)}, "give the TTF or OTF file"},
		{"licence", "fonts: g.otf\n", map[string]string{"g.otf": restricted(t)}, "the font g.otf forbids to be embedded (fsType 0x0002) [font-licence]"},
		{"variable", "fonts: g.otf\n", map[string]string{"g.otf": variable(t)}, "book.yaml:4:8: warning: the font g.otf is variable: only its default style is used [font-variable]"},
		{"collection", "fonts: g.ttc\n", map[string]string{"g.ttc": "ttcf" + strings.Repeat("\x00", 60)}, "g.ttc is a collection of fonts"},
		{"twice", "fonts: [g.otf, h.otf]\n", map[string]string{"g.otf": garamond(t), "h.otf": garamond(t)}, "[font-twice]"},
		{"font outside", "fonts: ../g.otf\n", nil, "leads out of the manuscript's folder"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.files == nil {
				tt.files = map[string]string{}
			}
			b, list := folder(t, tt.manifest, tt.files)
			for _, d := range list {
				if strings.Contains(d.String(), tt.want) {
					if th, faults := theme.Of(b); th == nil || tt.manifest[0] == 't' && b.ThemeFiles == nil && len(faults) > 0 {
						t.Error("there is no theme to go on with")
					}
					return
				}
			}
			t.Errorf("nothing says %q: %v", tt.want, list)
		})
	}
}

// aLogo is a drawing.
const aLogo = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><path d="M0 10 L10 0 L20 10 Z"/></svg>`

// dots is a picture that is no drawing.
func dots(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 20, 10))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestLogo: the logo of a theme is a file beside it; the book's own goes before it.
func TestLogo(t *testing.T) {
	files := func() map[string]string {
		return map[string]string{
			"house/theme.yaml": "logo: {src: images/house.svg, on-cover: true}", "house/images/house.svg": aLogo,
			"own.svg": aLogo, "own.png": dots(t), "c.png": dots(t),
		}
	}
	for _, tt := range []struct {
		manifest, want string
		onCover        bool
	}{
		{"theme: house\n", "house/images/house.svg", true},
		{"theme: house\nlogo: own.svg\n", "own.svg", false},
		{"logo: {src: own.svg, on-cover: true}\n", "own.svg", true},
		{"logo: {src: own.png, on-cover: true}\ncover: c.png\n", "own.png", true}, // the cover is not made
		{"theme: press\n", "", false},
	} {
		b, list := folder(t, tt.manifest, files())
		if len(list) > 0 {
			t.Errorf("%q: %v", tt.manifest, list)
		}
		if tt.want == "" {
			if b.Logo != nil {
				t.Errorf("%q: there is a logo", tt.manifest)
			}
			continue
		}
		if pic := b.Logo.Figure.Image.Picture; pic == nil || pic.Path != tt.want || b.Logo.OnCover != tt.onCover || !b.Logo.Figure.Decorative {
			t.Errorf("%q: the logo is %+v", tt.manifest, b.Logo.Figure.Image)
		}
	}
}

// TestThemeLink checks that a link of the file system does not lead a theme or a
// font out of the folder.
func TestThemeLink(t *testing.T) {
	dir, secret := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		filepath.Join(secret, "theme.yaml"): "extends: press\n",
		filepath.Join(secret, "g.otf"):      garamond(t),
		filepath.Join(dir, "a.md"):          chapter,
		filepath.Join(dir, "book.yaml"):     "title: Tides\nlanguage: en\nchapters: [a.md]\ntheme: house\nfonts: g.otf\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for from, to := range map[string]string{"house": secret, "g.otf": filepath.Join(secret, "g.otf")} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	b, list, err := manuscript.Load(dir, manuscript.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if b.ThemeFiles != nil || len(b.Fonts) > 0 || len(list) < 2 {
		t.Errorf("a theme %v and %d fonts of another folder are read: %v", b.ThemeFiles, len(b.Fonts), list)
	}
}
