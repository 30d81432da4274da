package feed

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/text"
	"octavo/book/ingest/web"
)

// A jsonFeed is a file of the JSON Feed format, versions 1 and 1.1
// (https://www.jsonfeed.org/version/1.1/).
type jsonFeed struct {
	Title    string
	HomePage string `json:"home_page_url"`
	Language string
	jsonAuthors
	Items []jsonItem
}

type jsonItem struct {
	URL      string
	External string `json:"external_url"`
	Title    string
	HTML     string `json:"content_html"`
	Text     string `json:"content_text"`
	Summary  string
	Image    string
	Banner   string `json:"banner_image"`
	Date     string `json:"date_published"`
	Updated  string `json:"date_modified"`
	Language string
	jsonAuthors
	Tags        []string
	Attachments []struct {
		URL, Title string
		Kind       string `json:"mime_type"`
	}
}

// jsonAuthors are the authors of an item or of all: version 1 has one.
type jsonAuthors struct {
	Author  *jsonAuthor
	Authors []jsonAuthor
}

type jsonAuthor struct{ Name, URL string }

// JSON makes an article of each item of a JSON Feed, in the order of their dates.
func JSON(s string) ([]*draft.Article, error) {
	var f jsonFeed
	if err := Decode(s, &f); err != nil {
		return nil, err
	}
	if len(f.Items) == 0 || len(f.Items) > MaxEntries {
		return nil, fmt.Errorf("%d items in this JSON Feed; between 1 and %d can be imported", len(f.Items), MaxEntries)
	}
	var out []*draft.Article
	for _, it := range f.Items {
		out = append(out, f.item(it))
	}
	return ByDate(out), nil
}

// Decode reads JSON. A value of another type than that of its field is passed over: files
// state a number where the format has a text, and the other way round.
func Decode(s string, v any) error {
	err := json.Unmarshal([]byte(strings.TrimPrefix(s, "\ufeff")), v)
	var other *json.UnmarshalTypeError
	if err != nil && !errors.As(err, &other) {
		return fmt.Errorf("this is no whole JSON: %v", err)
	}
	return nil
}

func (f jsonFeed) item(it jsonItem) *draft.Article {
	link := cmp.Or(web.Address(it.URL), web.Address(it.External))
	a := &draft.Article{Markup: it.HTML != ""}
	if it.HTML != "" {
		a = web.Fragment(it.HTML, cmp.Or(link, web.Address(f.HomePage)))
	} else if body := cmp.Or(it.Text, it.Summary); body != "" {
		a.Blocks = text.Read(body).Blocks
	}
	a.Title = draft.Text(strings.Join(strings.Fields(it.Title), " "))
	a.Source = book.Source{Name: strings.Join(strings.Fields(f.Title), " "), URL: link}
	a.Lang = cmp.Or(it.Language, f.Language)
	a.Date, a.Updated = stamp(it.Date), stamp(it.Updated)
	a.SettleDates()
	if a.Authors = it.people(); len(a.Authors) == 0 {
		a.Authors = f.people()
	}
	if words := strings.Join(strings.Fields(it.Summary), " "); it.HTML+it.Text != "" && words != "" && len(words) < longestSummary && !begins(a.Blocks, words) {
		a.Subtitle = draft.Text(words)
	}
	if src := cmp.Or(it.Image, it.Banner); src != "" && !hasFigure(a.Blocks) {
		a.Lead = &book.Figure{Image: &book.Image{Src: src}}
	}
	for _, file := range it.Attachments {
		a.Warnings = append(a.Warnings, rule.ImportAttachment.At(book.Pos{}, "link to it in the text, or say what it holds", "a file that goes with the article is not taken, %s", book.Clip(cmp.Or(file.Title, file.URL), 200)))
	}
	Name(a)
	return a
}

func (f jsonAuthors) people() []*book.Person {
	list := f.Authors
	if len(list) == 0 && f.Author != nil {
		list = []jsonAuthor{*f.Author}
	}
	var out []*book.Person
	for _, who := range list {
		name := strings.Join(strings.Fields(who.Name), " ")
		if name != "" && !slices.ContainsFunc(out, func(o *book.Person) bool { return o.Name == name }) {
			out = append(out, &book.Person{Name: name, URL: web.Address(who.URL), Role: "aut"})
		}
	}
	return out
}

func stamp(s string) book.Date {
	if d, ok := dateline.Parse(strings.TrimSpace(s), "en"); ok {
		return d.Date
	}
	return book.Date{}
}
