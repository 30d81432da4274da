package manuscript

import (
	"path/filepath"
	"strings"
	"testing"

	"octavo/book"
)

// TestAliases follows links by the names and addresses that front matter gives.
func TestAliases(t *testing.T) {
	files := map[string]string{
		"content/posts/tides.md":        "slug: tide-tables\naliases: [/old/tides.html, The Almanac]\n",
		"content/posts/ferry/index.md":  "url: /special/ferry/\n",
		"content/docs/start.md":         "id: first-steps\nslug: /guide/start\n",
		"_posts/2024-05-01-pilots.md":   "permalink: /about/pilots.html\nredirect_from:\n  - /pilotage\n",
		"content/docs/quay.md":          "aliases: [The Wharf]\npermalink: /:year/:title/\n",
		"content/docs/pier.md":          "aliases: the wharf\nslug: landing\n",
		"content/docs/jetty/landing.md": "",
	}
	for _, c := range []struct{ link, want string }{
		{"[a](/posts/tide-tables/)", "content/posts/tides.md"}, {"[a](/blog/posts/tide-tables.html)", "content/posts/tides.md"},
		{"[a](/old/tides.html)", "content/posts/tides.md"}, {"[a](/old/tides)", "content/posts/tides.md"},
		{"[[The Almanac]]", "content/posts/tides.md"}, {"[[the almanac#part|x]]", "content/posts/tides.md#part"}, {"[[tide-tables]]", "content/posts/tides.md"},
		{`[a]({{< ref "tides.md" >}})`, "content/posts/tides.md"}, {`[a]({{< relref "/posts/tides.md#part" >}})`, "content/posts/tides.md#part"},
		{"[a](@/posts/tides.md)", "content/posts/tides.md"}, {`[a]({{< ref "ferry/index.md" >}})`, "content/posts/ferry/index.md"},
		{"[a](/special/ferry)", "content/posts/ferry/index.md"},
		{"[a](/guide/start)", "content/docs/start.md"}, {"[a](/docs/guide/start/)", "content/docs/start.md"}, {"[a](/docs/first-steps)", "content/docs/start.md"}, {"[a](first-steps)", "content/docs/start.md"},
		{"[a]({% post_url 2024-05-01-pilots %})", "_posts/2024-05-01-pilots.md"}, {"[a]({{ site.baseurl }}{% link _posts/2024-05-01-pilots.md %})", "_posts/2024-05-01-pilots.md"},
		{"[a](/about/pilots.html)", "_posts/2024-05-01-pilots.md"}, {"[a](/pilotage/)", "_posts/2024-05-01-pilots.md"},
		{"[[The Wharf]]", `the link "The%20Wharf" may lead to content/docs/pier.md or to content/docs/quay.md`},
		{"[a](/docs/jetty/landing/)", "content/docs/jetty/landing.md"}, {"[a](/docs/landing/)", "content/docs/pier.md"},
		{"[a](/:year/:title/)", `the link "/:year/:title/" leads to no chapter of the book`},
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "book.yaml"), least+"chapters: [a.md, 'content/posts/*.md', 'content/*/*/*.md', 'content/docs/*.md', '_posts/*.md']\n")
		write(t, filepath.Join(dir, "a.md"), "---\ntitle: A\n---\n"+c.link+"\n")
		for name, front := range files {
			write(t, filepath.Join(dir, name), "---\ntitle: "+strings.ToUpper(name)+"\n"+front+"---\n\nText.\n\n## Part\n")
		}
		b, list, err := Load(dir, Options{Probe: probe})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, d := range list {
			got += d.Message
		}
		for _, run := range book.Runs(b) {
			book.WalkInlines(run, func(in book.Inline) bool {
				if l, ok := in.(*book.Link); ok && l.Chapter != nil {
					got += strings.TrimSuffix(l.Chapter.File+"#"+l.Anchor, "#")
				}
				return true
			})
		}
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.link, got, c.want)
		}
	}
}
