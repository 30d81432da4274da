package ingest

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestFolder finds the articles of folders of several tools.
func TestFolder(t *testing.T) {
	const words = "Words of it.\n"
	for _, tt := range []struct{ name, files, want, left string }{
		{"notes", "10.md 2.md index.md a/index.md a/1.md", "index.md 2.md 10.md a/index.md a/1.md", ""},
		{"hidden", ".a.md .b/c.md d.md book.yaml", "d.md", ""},
		{"a site", "content/_index.md content/p/a.md layouts/x.html static/y.html themes/z/b.md data.json a.xml", "content/p/a.md", "content/_index.md layouts/ static/y.html themes/"},
		{"documents and pages", "a.docx b.html c.txt d.eml e.xml f.png", "a.docx b.html c.txt d.eml e.xml", ""},
		{"documents beside notes", "a.docx b.html c.md", "a.docx c.md", "b.html"},
		{"saved pages", "A b.html A b_files/x.html A b_files/y/z.html C.htm C-Dateien/x.htm D.fld/x.html", "A b.html C.htm D.fld/x.html", ""},
		{"a README alone", "README.md", "README.md", ""},
		{"tables and papers", "a.md b.csv c.pdf d.png", "a.md", "b.csv c.pdf"},
		{"Medium", "README.html posts/2025-09-12_A-0a1b2c3d4e5f.html posts/draft_B-0a1b2c3d4e5e.html profile/profile.html", "posts/2025-09-12_A-0a1b2c3d4e5f.html", "README.html posts/draft_B-0a1b2c3d4e5e.html profile/profile.html"},
		{"posts of Medium", "2025-09-12_A-0a1b2c3d4e5f.html draft_B-0a1b2c3d4e5e.html", "2025-09-12_A-0a1b2c3d4e5f.html", "draft_B-0a1b2c3d4e5e.html"},
		{"out", "a.md out/b.md", "a.md", ""},
	} {
		fsys := fstest.MapFS{}
		name := ""
		for _, part := range strings.Fields(tt.files) {
			if name += part; !strings.Contains(part, ".") || strings.HasSuffix(part, "A") {
				name += " "
				continue
			}
			fsys[name] = &fstest.MapFile{Data: []byte(words)}
			name = ""
		}
		list, left, err := Articles(fsys, func(dir string) bool { return dir == "out" })
		if got := strings.Join(list, " "); err != nil || got != tt.want || strings.Join(left, " ") != tt.left {
			t.Errorf("%s: %v %s, left %s; want %s, left %s", tt.name, err, got, left, tt.want, tt.left)
		}
	}
}

// TestKeysOfARun tells once of the keys that are left out.
func TestKeysOfARun(t *testing.T) {
	matter := func(keys string) string { return "---\ntitle: T\n" + keys + "---\n\nWords of it.\n" }
	for _, tt := range []struct {
		in   []Input
		want string
	}{
		{files("a.md", matter("")), ""},
		{files("a.md", matter("x: y\n"), "b.md", matter("")), "a.md: keys without a place in a chapter are left out: x"},
		{files("a.md", matter("x: y\n"), "b.md", matter("z: y\nx: a\n")), "a.md: keys without a place in a chapter are left out of a.md, b.md: x, z"},
		{files("a.md", matter("x: 1\n"), "b.md", matter("x: 1\n"), "c.md", matter("x: 1\n"), "d.md", matter("x: 1\n"), "e.md", matter("y: 1\n")),
			"a.md: keys without a place in a chapter are left out of a.md, b.md, c.md and 2 more: x, y"},
	} {
		out, err := Run(t.Context(), tt.in, Options{Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range out.Results {
			for _, d := range r.Warnings {
				if d.Rule == "import-keys" {
					got = append(got, d.Pos.File+": "+d.Message)
				}
			}
		}
		if s := strings.Join(got, "\n"); s != tt.want {
			t.Errorf("got %s, want %s", s, tt.want)
		}
	}
}
