package ingest

import (
	"encoding/base64"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/mhtml"
)

// pixel is a PNG of one pixel.
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

// Pictures beside the page come along, and so do pictures in it; a picture outside of its
// folder is not read, and a picture on the web is not fetched.
func TestPictures(t *testing.T) {
	png, err := base64.StdEncoding.DecodeString(pixel)
	if err != nil {
		t.Fatal(err)
	}
	beside := map[string][]byte{"page_files/quay.png": png, "page_files/a b.png": append(png, 0), "more/quay.png": append(png, 1), "page_files/odd.php": png, "page_files/text.png": []byte("text")}
	for _, tt := range []struct{ name, src, want, warning string }{
		{"beside", "page_files/quay.png", "images/quay.png", ""},
		{"with a query", "./page_files/quay.png?w=600#x", "images/quay.png", ""},
		{"with a space", "page_files/a%20b.png", "images/a-b.png", ""},
		{"of another name", "page_files/odd.php", "images/odd.png", ""},
		{"in the page", "data:image/png;base64," + strings.Repeat(" ", 600) + pixel, "images/picture.png", ""},
		{"missing", "page_files/none.png", "images/none.png", "cannot be read"},
		{"no picture", "page_files/text.png", "images/text.png", "is in no format"},
		{"above", "../secret.png", "images/secret.png", "lies outside"},
		{"above in the middle", "page_files/../../secret.png", "images/secret.png", "lies outside"},
		{"absolute", "/etc/passwd", "images/passwd.jpg", "cannot be read"},
		{"of the system", "file:///etc/passwd.png", "images/passwd.png", "lies outside"},
		{"of a drive", `C:\secret.png`, "images/picture.jpg", "lies outside"},
		{"on the web", "https://example.org/ferry.jpg", "images/ferry.jpg", "is not fetched"},
		{"on the web by the page's scheme", "//example.org/ferry.jpg", "images/ferry.jpg", "is not fetched"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := "<html><body><article><h1>The quay</h1><p>" + strings.Repeat("Nobody is on the quay at four. ", 10) +
				"</p><figure><img alt='A quay' src='" + tt.src + "'></figure><p>It is empty.</p></article></body></html>"
			var asked []string
			open := func(name string) ([]byte, error) {
				asked = append(asked, name)
				if data, ok := beside[name]; ok {
					return data, nil
				}
				return nil, errors.New("no such file")
			}
			results, err := Read("page.html", []byte(page), Options{Open: open})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, b := range results[0].Chapter.Body {
				if f, ok := b.(*book.Figure); ok {
					got = f.Image.Src
				}
			}
			if !strings.EqualFold(got, tt.want) {
				t.Errorf("src %q, want %q\n%s", got, tt.want, results[0].Markdown)
			}
			warned := ""
			for _, d := range results[0].Warnings {
				warned += d.Message
			}
			if (tt.warning == "") != (warned == "") || !strings.Contains(warned, tt.warning) {
				t.Errorf("warnings %q, want %q", warned, tt.warning)
			}
			if n := len(results[0].Pictures); (n == 1) != (tt.warning == "") {
				t.Errorf("%d pictures", n)
			}
			for _, name := range asked {
				if strings.Contains(name, "..") || strings.HasPrefix(name, "/") {
					t.Errorf("%q was opened", name)
				}
			}
		})
	}
}

// Two pictures of one name have a name each.
func TestPictureNames(t *testing.T) {
	png, _ := base64.StdEncoding.DecodeString(pixel)
	open := func(name string) ([]byte, error) { return append(png, name...), nil }
	page := "<article><p>" + strings.Repeat("Nobody is on the quay at four. ", 10) + "</p>" +
		"<figure><img alt=x src=a/quay.png></figure><p>and</p><figure><img alt=y src=b/quay.png></figure><p>and</p><figure><img alt=x src=a/quay.png></figure></article>"
	results, err := Read("page.html", []byte(page), Options{Open: open})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range results[0].Pictures {
		got = append(got, p.Path)
	}
	if strings.Join(got, " ") != "images/quay.png images/quay-2.png" {
		t.Errorf("%v\n%s", got, results[0].Markdown)
	}
}

func TestExtension(t *testing.T) {
	for _, tt := range []struct{ data, want string }{
		{"GIF87a", ".gif"}, {"GIF89a", ".gif"}, {"II*\x00", ".tif"}, {"MM\x00*", ".tif"}, {"BM", ".bmp"}, {"\xff\xd8\xff", ".jpg"}, {"\x89PNG\r\n\x1a\n", ".png"},
		{"RIFF....WEBPV", ".webp"}, {"RIFF....WEBP", ""}, {"RIFF....WAVEV", ""}, {"riff....WEBPV", ""},
		{"<svg/>", ".svg"}, {"\n<?xml?><SVG/>", ".svg"}, {"x <svg/>", ""}, {"<html>", ""}, {"", ""},
	} {
		if got := extension([]byte(tt.data)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.data, got, tt.want)
		}
	}
}

func TestLocalPath(t *testing.T) {
	for name, want := range map[string]bool{"a": true, "a/b": true, "..a": true, ".a": true, ".": false, "..": false, "../a": false, "/a": false, "c:a": false} {
		if got := localPath(name); got != want {
			t.Errorf("%q: got %t", name, got)
		}
	}
}

// TestArchivePictures gives a saved page the pictures that came with it: the lead,
// those between words, and those that have whole addresses.
func TestArchivePictures(t *testing.T) {
	a := &draft.Article{Lead: &book.Figure{Image: &book.Image{Src: "cid:lead"}}}
	for _, b := range []book.Block{
		&book.Figure{Image: &book.Image{Src: "a.png"}}, &book.Figure{Image: &book.Image{Src: "none.png"}}, &book.Figure{Image: &book.Image{Src: "%zz"}},
		&book.Paragraph{Content: []book.Inline{&book.Text{Value: "x"}, &book.InlineImage{Image: &book.Image{Src: "../b.png"}}}},
	} {
		a.Blocks = append(a.Blocks, draft.Block{Block: b})
	}
	for _, tt := range []struct{ location, want string }{
		{"https://example.org/c/d.html", "%zz=z ../b.png=b a.png=a cid:lead=lead"},
		{"://", "%zz=z cid:lead=lead"},
	} {
		a.Pictures = nil
		unpack(a, &mhtml.File{Location: tt.location, Parts: map[string][]byte{"cid:lead": []byte("lead"), "https://example.org/c/a.png": []byte("a"), "https://example.org/b.png": []byte("b"), "%zz": []byte("z")}})
		var got []string
		for _, src := range slices.Sorted(maps.Keys(a.Pictures)) {
			got = append(got, src+"="+string(a.Pictures[src]))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.location, s, tt.want)
		}
	}
}

// TestPlaces finds the pictures of the folder at hand as tools of sites name them, and none
// that lies outside of it.
func TestPlaces(t *testing.T) {
	png, err := base64.StdEncoding.DecodeString(pixel)
	if err != nil {
		t.Fatal(err)
	}
	there := "img/quay.png content/ch/own.png static/hugo.png assets/jekyll.png src/assets/astro.png content/img/near.png img/near.png content/ch/a%b.png content/ch/a b.png attachments/deep/note.png one/two.png other/two.png secret/x.png"
	for src, want := range map[string]string{
		"../../img/quay.png":          "img/quay.png",
		"own.png":                     "content/ch/own.png",
		"own.png?w=300#x":             "content/ch/own.png",
		"../../../img/quay.png":       "",
		"../../../../content/own.png": "",
		"/img/quay.png":               "img/quay.png",
		"/hugo.png":                   "static/hugo.png",
		"/assets/jekyll.png":          "assets/jekyll.png",
		"assets/jekyll.png":           "assets/jekyll.png",
		"@/assets/astro.png":          "src/assets/astro.png",
		"~/assets/astro.png":          "src/assets/astro.png",
		"@site/static/hugo.png":       "static/hugo.png",
		"{static}/img/quay.png":       "img/quay.png",
		"{attach}own.png":             "content/ch/own.png",
		"/img/near.png":               "content/img/near.png",
		"a%20b.png":                   "content/ch/a b.png",
		"note.png":                    "attachments/deep/note.png",
		"/Img/QUAY.png":               "img/quay.png",
		"two.png":                     "",
		"C:/secret/x.png":             "",
		"file:///secret/x.png":        "",
	} {
		got := ""
		in := files("content/ch/a.md", "# Ports\n\nWords of the port.\n\n![The quay](<"+src+">)\n")[0]
		in.Dir = "content/ch"
		in.Open = func(name string) ([]byte, error) {
			if !slices.Contains(strings.Split(there, ".png"), strings.TrimSuffix(" "+name, ".png")) && !strings.HasPrefix(there, name) {
				return nil, fs.ErrNotExist
			}
			got = name
			return png, nil
		}
		in.Find = func(base string) (list []string) {
			for _, stem := range strings.Split(there, ".png") {
				if name := strings.TrimPrefix(stem, " ") + ".png"; strings.EqualFold(path.Base(name), base) {
					list = append(list, name)
				}
			}
			return list
		}
		out, err := Run(t.Context(), []Input{in}, Options{})
		if err != nil || len(out.Faults) > 0 {
			t.Fatal(out, err)
		}
		if got != want {
			t.Errorf("%s: read %q, want %q: %s", src, got, want, out.Results[0].Markdown)
		}
	}
}

// TestSource writes where a picture that was not fetched is to be had, with all signs of
// its address, and nothing for one that is in no place on the web.
func TestSource(t *testing.T) {
	for src, want := range map[string]string{
		"https://example.org/i/quay.jpg":                            `(images/quay.jpg){source="https://example.org/i/quay.jpg"}`,
		"https://example.org/i/quay.jpg?w=1&amp;h=2#a":              `(images/quay.jpg){source="https://example.org/i/quay.jpg?w=1&h=2#a"}`,
		"//example.org/i/quay.jpg":                                  `(images/quay.jpg){source="https://example.org/i/quay.jpg"}`,
		"https://example.org/a|b`c`{d}/quay.jpg":                    `(images/quay.jpg){source="https://example.org/a%7Cb%60c%60%7Bd%7D/quay.jpg"}`,
		"https://example.org/" + strings.Repeat("a/", 90) + "q.png": `{source="https://example.org/` + strings.Repeat("a/", 90) + `q.png"}`,
		"other/quay.jpg":                                            `(images/quay.jpg)` + "\n",
		"file:///home/me/quay.jpg":                                  `(images/quay.jpg)` + "\n",
	} {
		results, err := Read("a.md", []byte("# Ports\n\nWords of the port, before.\n\n![The quay]("+src+")\n\nWords of the port, behind.\n"), Options{})
		if err != nil || len(results) != 1 {
			t.Fatal(err)
		}
		if got := string(results[0].Markdown); !strings.Contains(got, want) {
			t.Errorf("%s: %s", src, got)
		}
		address := strings.ReplaceAll(src, "&amp;", "&")
		for _, d := range results[0].Warnings {
			if d.Rule == "import-picture" && !strings.Contains(d.Message, address) {
				t.Errorf("not told whole: %s", d)
			}
		}
	}
}
