package acceptance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostilePaths are manuscripts that reach for files they should not have, or
// whose files are no files.
func hostilePaths() []hostile {
	chapter := func(name, path string) hostile {
		return plain("path/chapter "+name, one("Text.\n").with("book.yaml", manifest("a.md", yamlQuote(path))))
	}
	image := func(name, path string) hostile { return body("path/image "+name, "![alt]("+path+")\n") }
	return []hostile{
		chapter("missing", "b.md"),
		chapter("above", "../b.md"),
		chapter("above by a detour", "x/../../b.md"),
		chapter("absolute", "/etc/passwd"),
		chapter("of Windows", `C:\b.md`),
		chapter("above in Windows", `..\b.md`),
		chapter("network share", `\\`+sentinel+`\share\b.md`),
		chapter("home", "~/.bashrc"),
		chapter("address", "http://"+sentinel+"/b.md"),
		chapter("file address", "file:///etc/passwd"),
		chapter("empty", ""),
		chapter("dot", "."),
		chapter("dot dot", ".."),
		chapter("standard input", "-"),
		chapter("flag", "--out=x"),
		chapter("nul", "a\x00.md"),
		chapter("newline", "a\n.md"),
		chapter("too long", strings.Repeat("n", 5000)+".md"),
		chapter("too deep", strings.Repeat("d/", 3000)+"b.md"),
		chapter("is the manifest", "book.yaml"),
		chapter("is an image", "p.png"),
		chapter("glob of nothing", "z*.md"),
		chapter("glob above", "../*.md"),
		chapter("glob absolute", "/etc/*"),
		chapter("glob broken", "[a.md"),
		chapter("glob of all", "*"),
		chapter("glob of many stars", strings.Repeat("*", 200)+"b.md"),
		image("missing", "none.png"),
		image("missing with a near name", "imges/p.png"),
		image("above", "../p.png"),
		image("above encoded", "%2e%2e/p.png"),
		image("absolute", "/etc/passwd"),
		image("of Windows", `..\\p.png`),
		image("remote", "http://"+sentinel+"/x.png"),
		image("remote secure", "https://"+sentinel+"/x.png"),
		image("remote without a scheme", "//"+sentinel+"/x.png"),
		image("remote by other schemes", "ftp://"+sentinel+"/x.png"),
		image("data", "data:image/png;base64,iVBORw0KGgo="),
		image("script", "javascript:alert(1)"),
		image("file address", "file:///etc/passwd"),
		image("empty", ""),
		image("folder", "."),
		image("chapter", "a.md"),
		image("with a query", "p.png?x=1"),
		image("too long", strings.Repeat("n", 4000)+".png"),
		image("nul encoded", "p%00.png"),

		{name: "path/folder named like a chapter", make: func(t testing.TB, dir string) {
			one("Text.\n").with("b.md/c.md", "x").with("book.yaml", manifest("a.md", "b.md")).writeTo(t, dir)
		}},
		{name: "path/folder named like an image", make: func(t testing.TB, dir string) {
			one("![alt](p.png)\n").with("p.png/q.png", "x").writeTo(t, dir)
		}},
		{name: "path/folder named like the manifest", make: func(t testing.TB, dir string) {
			folder{"book.yaml/a.md": "x"}.writeTo(t, dir)
		}},
		{name: "path/folder is empty", make: func(t testing.TB, dir string) { folder{"README": "x"}.writeTo(t, dir) }},
		{name: "path/folder is missing", make: func(testing.TB, string) {}},
		{name: "path/folder is a file", make: func(t testing.TB, dir string) {
			folder{filepath.Base(dir): "x"}.writeTo(t, filepath.Dir(dir))
		}},
		{name: "path/book is one folder down", make: func(t testing.TB, dir string) {
			one("Text.\n").writeTo(t, filepath.Join(dir, "chapters"))
		}},

		linked("link to a chapter inside", "b.md", "a.md"),
		linked("link to a chapter outside", "b.md", "../outside.md"),
		linked("link to a chapter outside, absolute", "b.md", "/etc/passwd"),
		linked("link to itself", "b.md", "b.md"),
		linked("link to nowhere", "b.md", "gone.md"),
		linked("link to a chapter in a folder outside", "sub", ".."),
		linked("link to endless zeros", "b.md", "/dev/zero"),
		linked("link to a terminal", "b.md", "/dev/tty"),
		linked("link to a process", "b.md", "/proc/self/environ"),
		imageLinked("link to an image inside", "p.png", "q.png"),
		imageLinked("link to an image outside", "p.png", "../outside.png"),
		imageLinked("link of an image to itself", "p.png", "p.png"),
		imageLinked("link of an image to endless zeros", "p.png", "/dev/zero"),
		imageLinked("link of an image to noise", "p.png", "/dev/urandom"),
		{name: "path/loop of links", make: func(t testing.TB, dir string) {
			one("Text.\n").with("book.yaml", manifest("a.md", "b.md")).writeTo(t, dir)
			symlink(t, "c.md", filepath.Join(dir, "b.md"))
			symlink(t, "b.md", filepath.Join(dir, "c.md"))
		}},
		{name: "path/folder that holds itself", make: func(t testing.TB, dir string) {
			one("Text.\n").with("book.yaml", manifest("'*.md'", "self/self/self/a.md")).writeTo(t, dir)
			symlink(t, ".", filepath.Join(dir, "self"))
		}},
		{name: "path/manifest is a link outside", make: func(t testing.TB, dir string) {
			folder{"outside.yaml": manifest("a.md")}.writeTo(t, filepath.Dir(dir))
			folder{"a.md": article("One", "Text.\n")}.writeTo(t, dir)
			symlink(t, "../outside.yaml", filepath.Join(dir, "book.yaml"))
		}},
		{name: "path/manuscript is a link", make: func(t testing.TB, dir string) {
			one("Text.\n").writeTo(t, filepath.Join(filepath.Dir(dir), "real"))
			symlink(t, "real", dir)
		}},

		pipe("chapter", "b.md"),
		pipe("image", "p.png"),
		pipe("manifest", "book.yaml"),
		pipe("note", "note.md"),
		pipe("cover", "cover.jpg"),
		{name: "path/chapter over 16 MB", slow: true, make: func(t testing.TB, dir string) {
			one(strings.Repeat("sixteen megabytes and more\n\n", 17<<20/28)).writeTo(t, dir)
		}},
		{name: "path/chapter of a terabyte", make: func(t testing.TB, dir string) {
			one("").writeTo(t, dir)
			sparse(t, filepath.Join(dir, "a.md"), 1<<40)
		}},
		{name: "path/image of a terabyte", make: func(t testing.TB, dir string) {
			one("![alt](p.png)\n").writeTo(t, dir)
			sparse(t, filepath.Join(dir, "p.png"), 1<<40)
		}},
		{name: "path/manifest of a terabyte", make: func(t testing.TB, dir string) {
			one("").writeTo(t, dir)
			sparse(t, filepath.Join(dir, "book.yaml"), 1<<40)
		}},
		plain("path/chapters with every sign in their names", folder{
			"book.yaml":                            manifest("'*.md'", "'sub folder/*.md'"),
			"a b.md":                               article("Space", "[to](a-b.md) [to](a%20b.md) [to](<a b.md>)\n"),
			"a-b.md":                               article("Hyphen", "[to](A-B.md) [to](100%25.md)\n"),
			"A-B.md":                               article("Capitals", "[to](nav.md) [to](cover.md#x)\n\n## x\n"),
			"100%.md":                              article("Percent", "[to](#section)\n\n## Section\n"),
			"#hash.md":                             article("Hash", "[to](%23hash.md)\n"),
			"con.md":                               article("Device", "Text.\n"),
			"nav.md":                               article("Nav", "Text.\n"),
			"cover.md":                             article("Cover", "## x\n\n## X\n\n## x\n"),
			"title.md":                             article("Title", "Text.\n"),
			"01.md":                                article("Digits", "Text.\n"),
			"-.md":                                 article("Hyphen only", "Text.\n"),
			"…“”.md":                               article("Signs", "Text.\n"),
			"한국 항구.md":                             article("Hangul", "[to](./sub%20folder/물.md)\n"),
			"sub folder/물.md":                      article("Sub", "[up](<../한국 항구.md>) [to](../con.md)\n"),
			"e\u0301.md":                           article("Decomposed", "Text.\n"),
			"\u00e9.md":                            article("Composed", "Text.\n"),
			"'quote\".md":                          article("Quotes", "Text.\n"),
			"<tag>&amp;.md":                        article("Tag", "Text.\n"),
			"a.b.c.md":                             article("Dots", "Text.\n"),
			"_.md":                                 article("Line", "Text.\n"),
			"x" + strings.Repeat("y", 200) + ".md": article("Long", "Text.\n"),
		}),
	}
}

func yamlQuote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\x00", `\0`, "\n", `\n`).Replace(s) + `"`
}

// linked is a book whose second chapter is reached by a link.
func linked(name, link, target string) hostile {
	return hostile{name: "path/" + name, make: func(t testing.TB, dir string) {
		path := "b.md"
		if link == "sub" {
			path = "sub/outside.md"
		}
		folder{"outside.md": article("Outside", "Secret.\n")}.writeTo(t, filepath.Dir(dir))
		one("Text.\n").with("book.yaml", manifest("a.md", path)).writeTo(t, dir)
		symlink(t, target, filepath.Join(dir, link))
	}}
}

// imageLinked is a book whose image is a link.
func imageLinked(name, link, target string) hostile {
	return hostile{name: "path/" + name, make: func(t testing.TB, dir string) {
		png := sample(t, "plain.png")
		folder{"outside.png": png}.writeTo(t, filepath.Dir(dir))
		one(`![alt](p.png){credit="C"}`+"\n").with("q.png", png).writeTo(t, dir)
		symlink(t, target, filepath.Join(dir, link))
	}}
}

func symlink(t testing.TB, target, link string) {
	t.Helper()
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
}

// sparse makes a file of n bytes that takes no room.
func sparse(t testing.TB, path string, n int64) {
	t.Helper()
	if err := os.Truncate(path, 0); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(n); err != nil {
		t.Skip(err)
	}
}

// sample is one of the images of testdata.
func sample(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "images", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
