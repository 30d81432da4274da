package manuscript

import (
	"fmt"
	"path/filepath"
	"testing"

	"octavo/book"
)

// blog are the chapters of a folder that was a site.
var blog = map[string]string{
	"posts/2024-05-01-tides.md":  "source: {name: The Packet, url: \"https://www.packet.example/2024/05/tides/\"}\n",
	"posts/2023-11-02-tides.md":  "source: {name: The Packet, url: \"https://packet.example/?p=12\"}\n",
	"posts/2024-06-07-pilots.md": "",
	"posts/ferries/index.md":     "source: {name: The Packet, url: \"https://packet.example/ferries.html\"}\n",
	"notes/harbour.md":           "date: 2022-01-09\nsource: {name: The Packet, url: \"https://packet.example/\"}\n",
	"pages/quays.md":             "",
	"wharfs/quays.md":            "",
	"caf\u00e9.md":               "",
}

// TestAddresses follows links as sites have them.
func TestAddresses(t *testing.T) {
	for _, c := range []struct{ from, link, want string }{
		{"notes/harbour.md", "/2024/05/tides/", "posts/2024-05-01-tides.md"},
		{"notes/harbour.md", "/2024/05/01/tides.html", "posts/2024-05-01-tides.md"},
		{"notes/harbour.md", "/2023/11/02/tides.html", "posts/2023-11-02-tides.md"},
		{"notes/harbour.md", "/2023-11-02-tides/", "posts/2023-11-02-tides.md"},
		{"notes/harbour.md", "/posts/pilots/", "posts/2024-06-07-pilots.md"},
		{"notes/harbour.md", "/posts/Pilots/#head", "posts/2024-06-07-pilots.md#head"},
		{"notes/harbour.md", "/posts/pilots/?ref=home#head", "posts/2024-06-07-pilots.md#head"},
		{"notes/harbour.md", "../pilots/", "posts/2024-06-07-pilots.md"},
		{"notes/harbour.md", "pilots", "posts/2024-06-07-pilots.md"},
		{"notes/harbour.md", "pilots.html#head", "posts/2024-06-07-pilots.md#head"},
		{"notes/harbour.md", `..\posts\2024-06-07-pilots.md`, "posts/2024-06-07-pilots.md"},
		{"notes/harbour.md", "/posts/ferries/index.html", "posts/ferries/index.md"},
		{"notes/harbour.md", "/ferries", "posts/ferries/index.md"},
		{"pages/quays.md", "/harbour/", "notes/harbour.md"},
		{"notes/harbour.md", "/?p=12", "posts/2023-11-02-tides.md"},
		{"notes/harbour.md", "/cafe\u0301/", "caf\u00e9.md"},
		{"notes/harbour.md", "/caf%C3%A9.html", "caf\u00e9.md"},
		{"caf\u00e9.md", "cafe\u0301.md#cafe\u0301", "caf\u00e9.md#caf\u00e9"},
		{"notes/harbour.md", "/wharfs/quays/", "wharfs/quays.md"},
		{"pages/quays.md", "quays.html", "pages/quays.md"}, // the nearer one

		{"notes/harbour.md", "https://packet.example/2024/05/tides", "posts/2024-05-01-tides.md"},
		{"notes/harbour.md", "http://packet.example/2024/05/tides/?utm_source=mail#head", "posts/2024-05-01-tides.md#head"},
		{"notes/harbour.md", "https://packet.example/?p=12", "posts/2023-11-02-tides.md"},
		{"notes/harbour.md", "https://packet.example/2024/05/tides/#comments", "web"},
		{"notes/harbour.md", "https://packet.example/2024/05/tides/){.external}(", "web"},
		{"posts/2024-05-01-tides.md", "https://packet.example/2024/05/tides/", "web"}, // its own source
		{"pages/quays.md", "https://packet.example/", "web"},
		{"pages/quays.md", "https://elsewhere.example/2024/05/tides/", "web"},

		{"notes/harbour.md", "/tides/", `the link "/tides/" may lead to posts/2023-11-02-tides.md or to posts/2024-05-01-tides.md`},
		{"notes/harbour.md", "/quays/", `the link "/quays/" may lead to pages/quays.md or to wharfs/quays.md`},
		{"notes/harbour.md", "/tags/pilots/", `the link "/tags/pilots/" leads to no chapter of the book`},
		{"notes/harbour.md", "/", `the link "/" leads to no chapter of the book`},
		{"notes/harbour.md", "../old/pilots.md", `the link "../old/pilots.md" leads to no chapter of the book`},
		{"notes/harbour.md", "example.org/pilots/", `the link "example.org/pilots/" leads to no chapter of the book`},
		{"notes/harbour.md", "/posts/pilots/#none", `no place in posts/2024-06-07-pilots.md has the id "none"`},
	} {
		t.Run(c.link, func(t *testing.T) {
			if got := follow(t, c.from, c.link); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// follow returns where a link in a chapter of the blog leads: a file and an id, the web, or
// what is said of it.
func follow(t *testing.T, from, link string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: ['posts/2*.md', posts/ferries/index.md, notes/harbour.md, pages/quays.md, wharfs/quays.md, 'caf*.md']\n")
	n := 0
	for name, front := range blog {
		body := "\n## Head\n\n## caf\u00e9\n"
		if name == from {
			body += "\n[a link](" + link + ")\n"
		}
		n++
		write(t, filepath.Join(dir, name), fmt.Sprintf("---\ntitle: T%d\n%s---\n%s", n, front, body))
	}
	b, list, err := Load(dir, Options{Probe: probe})
	if err != nil {
		t.Fatal(err)
	}
	if len(list) > 0 {
		return list[0].Message
	}
	out := "none"
	for _, run := range book.Runs(b) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if l, ok := in.(*book.Link); ok {
				switch {
				case l.Chapter == nil:
					out = "web"
				case l.Anchor != "":
					out = l.Chapter.File + "#" + l.Anchor
				default:
					out = l.Chapter.File
				}
			}
			return true
		})
	}
	return out
}

// TestNearTitle proposes a chapter whose file is called as its title.
func TestNearTitle(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md, High Water.md]\n")
	write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n[x](/blog/high-water/)\n")
	write(t, filepath.Join(dir, "High Water.md"), "---\ntitle: B\n---\n")
	_, list, err := Load(dir, Options{Probe: probe})
	if err != nil || len(list) != 1 || list[0].Hint != "did you mean High Water.md?" {
		t.Error(err, list)
	}
}
