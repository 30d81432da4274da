package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"html"
	"path"
	"strings"

	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/unzip"
)

// Substack packs the texts of its posts as HTML, each a file, and what is said of them as a
// table beside.
const (
	substackTable = "posts.csv"
	substackTexts = "posts"
)

// IsSubstack reports whether a zip is an export of Substack, and in which folder of it that
// is: some programs that pack set one around.
func IsSubstack(p *unzip.Pack) (dir string, ok bool) {
	for _, name := range p.Names {
		if path.Base(name) == substackTable && strings.Count(name, "/") < 2 {
			return path.Dir(name), true
		}
	}
	return "", false
}

// Substack reads an export of Substack.
func Substack(p *unzip.Pack, dir string) ([]*draft.Article, error) {
	data, err := p.Read(path.Join(dir, substackTable))
	if err != nil {
		return nil, err
	}
	rows := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
	rows.FieldsPerRecord, rows.LazyQuotes = -1, true
	list, err := rows.ReadAll()
	if err != nil || len(list) == 0 {
		return nil, errors.New("the table of posts (posts.csv) of this export cannot be read: export anew")
	}
	var left draft.Tally
	var out []*draft.Article
	for _, row := range list[1:] {
		r := map[string]string{}
		for i, key := range list[0] {
			if i < len(row) {
				r[key] = strings.TrimSpace(row[i])
			}
		}
		if kind := unposted(r); kind != "" {
			left.Add(kind)
			continue
		}
		text, err := p.Read(path.Join(dir, substackTexts, r["post_id"]+".html"))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r["post_id"], err)
		}
		if strings.TrimSpace(string(text)) == "" {
			left.Add("post without text")
			continue
		}
		out = append(out, substackPost(r, string(text)))
	}
	return settled(out, &left)
}

// unposted returns what a row is that is no article, "" for one. A thread is what readers
// write.
func unposted(r map[string]string) string {
	switch {
	case r["is_published"] != "true":
		return "draft"
	case r["type"] == "thread":
		return "thread"
	}
	return ""
}

func substackPost(r map[string]string, text string) *draft.Article {
	p := post{title: html.EscapeString(r["title"]), excerpt: html.EscapeString(r["subtitle"]), body: text}
	if d, ok := dateline.Parse(r["post_date"], "en"); ok {
		p.date = d.Date
	}
	if _, slug, ok := strings.Cut(r["post_id"], "."); ok {
		p.addresses = []string{"/p/" + slug}
	}
	if address := r["podcast_url"]; strings.HasPrefix(address, "http") {
		p.body += `<p><a href="` + quoted(address) + `">` + p.title + "</a></p>"
	}
	return p.article()
}
