package ingest

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/book"
)

// files are inputs by their names.
func files(list ...string) (inputs []Input) {
	for i := 0; i < len(list); i += 2 {
		data := []byte(list[i+1])
		inputs = append(inputs, Input{Name: list[i], Read: func() ([]byte, error) { return data, nil }})
	}
	return inputs
}

// linksIn are the addresses of the links in a chapter, and what is said of the others.
func linksIn(r Result) string {
	var got []string
	for _, m := range regexp.MustCompile(`\[[^\]]*\]\(([^)]*)\)`).FindAllStringSubmatch(string(r.Markdown), -1) {
		got = append(got, m[1])
	}
	for _, d := range r.Warnings {
		if d.Rule == "import-dead-link" {
			got = append(got, fmt.Sprintf("%d: %s", d.Pos.Line, d.Message))
		}
	}
	return strings.Join(got, " | ")
}

// TestLinksOfARun leads links between the files of a run to their chapters.
func TestLinksOfARun(t *testing.T) {
	const words = "Words of the harbour, and enough of them for a paragraph.\n"
	others := []string{
		"posts/tides.md", "---\ntitle: High Water\nslug: high\naliases: [/old/water/]\nsource: {url: \"https://www.packet.example/2024/05/tides/\"}\n---\n" + words + "\n## Spring tides\n\n## Neap {#neap}\n",
		"posts/2023-11-02-pilots.md", "# The Pilots\n\n" + words,
		"pages/ferry/index.md", "# A Ferry\n\n" + words,
		"Export/Quay Walls 0f1e2d3c4b5a69788796a5b4c3d2e1f0.md", "# Quay Walls\n\n" + words,
		"pages/bar.html", "<html lang=en><body><article><h1>Across the bar</h1><p>" + words + "</p><h2 id=s7>Sand</h2><p>" + words + "</p></article></body></html>",
	}
	for link, want := range map[string]string{
		"[x](tides.md)":                         "high-water.md",
		"[x](./tides)":                          "high-water.md",
		"[x](tides.html#spring-tides)":          "high-water.md#spring-tides",
		"[x](/posts/tides/#neap)":               "high-water.md#neap",
		"[x](../posts/tides.md#Spring%20tides)": "high-water.md#spring-tides",
		"[x](tides.md#high-water)":              "high-water.md",
		"[x](tides.md#none)":                    "high-water.md",
		"[x](/high/)":                           "high-water.md",
		"[x](/old/water)":                       "high-water.md",
		"[x](http://packet.example/2024/05/tides?utm_source=mail#neap)":               "high-water.md#neap",
		"[x](https://packet.example/2024/05/tides/){.external}":                       "https://packet.example/2024/05/tides/",
		"[x](/2023/11/02/pilots.html)":                                                "the-pilots.md",
		"[x]({% post_url 2023-11-02-pilots %})":                                       "the-pilots.md",
		"[x](../pages/ferry/index.html)":                                              "a-ferry.md",
		"[[A Ferry]]":                                                                 "a-ferry.md",
		"[[tides#Spring tides|x]]":                                                    "high-water.md#spring-tides",
		"[x](../Export/Quay%20Walls%200f1e2d3c4b5a69788796a5b4c3d2e1f0.md)":           "quay-walls.md",
		"[x](https://www.notion.so/team/Quay-Walls-0f1e2d3c4b5a69788796a5b4c3d2e1f0)": "quay-walls.md",
		"[x](../pages/bar.html#s7)":                                                   "across-the-bar.md#sand",
		"[x](../pages/bar.md)":                                                        "across-the-bar.md",
		"[x](https://elsewhere.example/tides/)":                                       "https://elsewhere.example/tides/",
		"[x](gulls.md)":                                                               "gulls.md | 5: the link \"gulls.md\" leads to no article of this import",
		"[x](gulls.md) [y](gulls.md)":                                                 "gulls.md | gulls.md | 5: the link \"gulls.md\" leads to no article of this import",
		"[x](#here)":                                                                  "#here",
	} {
		t.Run(link, func(t *testing.T) {
			out, err := Run(context.Background(), files(append([]string{"posts/a.md", "---\ntitle: Links\n---\n\nWords, and " + link + " and more of them.\n"}, others...)...), Options{Lang: "en"})
			if err != nil || len(out.Faults) > 0 {
				t.Fatal(err, out)
			}
			if got := linksIn(out.Results[0]); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// TestLinksOfPages: a relative link of a page leads to the page of the run, and is its words
// where there is none. The site of a page is that of the others.
func TestLinksOfPages(t *testing.T) {
	page := func(title, head, text string) string {
		return "<html lang=en><head>" + head + "</head><body><article><h1>" + title + "</h1><p>Nobody is on the quay at four, and nobody is there at five but for " + text + ", who keep the lamps of it.</p><p>It has been so since it was built for the other ships, which have not come to it yet.</p></article></body></html>"
	}
	const own = "<link rel=canonical href='https://packet.example/quay.html'>"
	for _, tt := range []struct{ head, link, want string }{
		{"", "<a href='b.html#x'>B</a>", "bell.md"},
		{"", "<a href='c.html'>C</a> <a href='/'>D</a>", `0: 2 links to pages that are not in this import, such as "c.html": the words stay`},
		{own, "<a href='b.html'>B</a>", "bell.md"},
		{own, "<a href='c.html'>C</a>", "https://packet.example/c.html"},
		{own, "<a href='https://other.example/b.html'>B</a>", "https://other.example/b.html"},
	} {
		out, err := Run(context.Background(), files("a.html", page("Quay", tt.head, tt.link), "b.html", page("Bell", "", "")), Options{})
		if err != nil || len(out.Faults) > 0 {
			t.Fatal(err, out)
		}
		if got := linksIn(out.Results[0]); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.link, got, tt.want)
		}
		if text := string(out.Results[0].Markdown); strings.Contains(tt.link, "'c.html'>C") && tt.head == "" && !strings.Contains(text, "but for C D, who") {
			t.Errorf("words are lost: %s", text)
		}
	}
}

// TestLinksToTheBook leads links to chapters that are in the book, unless the article is in
// the run.
func TestLinksToTheBook(t *testing.T) {
	chapters := []*book.Chapter{{File: "part/old.md", Title: []book.Inline{&book.Text{Value: "An Old One"}}, Source: book.Source{URL: "https://packet.example/old/"}},
		{File: "b.md", Title: []book.Inline{&book.Text{Value: "B"}}, Source: book.Source{URL: "https://packet.example/b/"}}}
	there := func(name string) ([]byte, bool) {
		return []byte("---\ntitle: An Old One\n---\n\n## Sand\n"), name == "part/old.md"
	}
	for link, want := range map[string]string{
		"[x](https://www.packet.example/old#sand)": "part/old.md#sand",
		"[x](https://packet.example/old#gravel)":   "part/old.md",
		"[[An Old One]]":                           "part/old.md",
		"[x](https://packet.example/b/)":           "bell.md",
		"[x](old.md)":                              `old.md | 3: the link "old.md" leads to no article of this import`,
	} {
		in := files("x.md", "# Links\n\nWords, and "+link+" and more.\n", "y.md", "---\ntitle: Bell\nsource: {url: \"https://packet.example/b/\"}\n---\n\nWords.\n")
		out, err := Run(context.Background(), in, Options{Lang: "en", Chapters: chapters, There: there})
		if err != nil || len(out.Faults) > 0 {
			t.Fatal(err, out)
		}
		if got := linksIn(out.Results[0]); got != want {
			t.Errorf("%s: got %s, want %s", link, got, want)
		}
	}
}

// TestNamesSettle imports a run into a folder that an earlier one filled, with other links.
func TestNamesSettle(t *testing.T) {
	run := func(there map[string][]byte, list ...string) map[string][]byte {
		out, err := Run(context.Background(), files(list...), Options{Lang: "en", There: func(name string) ([]byte, bool) {
			data, ok := there[name]
			return data, ok
		}})
		if err != nil || len(out.Faults) > 0 {
			t.Fatal(err, out)
		}
		made := map[string][]byte{}
		for _, r := range out.Results {
			made[r.Name+".md"] = r.Markdown
		}
		return made
	}
	const a, b = "# A\n\nSee [b](b.md), which is long.\n", "# B\n\nSee [a](a.md), which is long.\n"
	first := run(nil, "a.md", a, "b.md", b)
	names := func(m map[string][]byte) string {
		var list []string
		for name := range m {
			list = append(list, name)
		}
		slices.Sort(list)
		return strings.Join(list, " ")
	}
	if got := names(run(first, "a.md", a, "b.md", b)); got != "a.md b.md" {
		t.Errorf("again: %s", got)
	}
	changed := run(first, "a.md", a, "b.md", b+"\nAnd more.\n")
	if got := names(changed); got != "a-2.md b-2.md" || !strings.Contains(string(changed["a-2.md"]), "(b-2.md)") || !strings.Contains(string(changed["b-2.md"]), "(a-2.md)") {
		t.Errorf("one has changed: %s %s", got, changed)
	}
}
