package book

import (
	"cmp"
	"slices"
)

// A Contribution is a person with the articles that they wrote, none when they
// made the book as a whole.
type Contribution struct {
	Person   *Person // with the first bio, address and sort form found
	Lang     string  // of the bio
	Chapters []*Chapter
}

// Authors returns the named chapter authors of b, each once, in the order of
// their first article. Two entries are one person when key or name agree.
func Authors(b *Book) []Contribution {
	var list []Contribution
	index := map[string]int{}
	for _, c := range b.Chapters() {
		for _, p := range c.Authors {
			if p.Name == "" {
				continue
			}
			i, ok := index[p.Name]
			if !ok {
				i = len(list)
				index[p.Name] = i
				list = append(list, Contribution{Person: p, Lang: p.BioLang(b.Language, c)})
			}
			list[i].add(b, p, c)
		}
	}
	return list
}

// Introduced returns the people whom the list of contributors presents: the authors, and
// the people who made the book as a whole and of whom more than the name is known. A person
// of whom two different things are told is in the list twice, so that neither is lost.
func Introduced(b *Book) []Contribution {
	list := Authors(b)
	for _, p := range b.Contributors {
		if !p.Known() {
			continue
		}
		i := slices.IndexFunc(list, func(c Contribution) bool { return p.Name != "" && c.Person.Name == p.Name })
		switch {
		case i < 0: // also one without a name: two such are not one person
			list = append(list, Contribution{Person: p, Lang: b.Language})
		case !list[i].Person.Known():
			list[i].Person, list[i].Lang = p, b.Language
		case !p.same(list[i].Person):
			list = append(list, Contribution{Person: p, Lang: b.Language})
		}
	}
	return list
}

// Known reports whether more is known of p than the name.
func (p *Person) Known() bool { return len(p.Bio) > 0 || p.Email != "" || p.URL != "" }

// same reports whether the same is told of p and q.
func (p *Person) same(q *Person) bool {
	return p == q || PlainText(p.Bio) == PlainText(q.Bio) && p.Email == q.Email && p.URL == q.URL
}

// BioLang returns the language of the bio of an author of c: that of the book when the bio
// is written in the manifest, else that of the chapter.
func (p *Person) BioLang(bookLang string, c *Chapter) string {
	if p.Key != "" {
		return bookLang
	}
	return c.Lang
}

func (c *Contribution) add(b *Book, p *Person, ch *Chapter) {
	if len(c.Person.Bio) == 0 && len(p.Bio) > 0 {
		c.Person, c.Lang = p, p.BioLang(b.Language, ch)
	}
	if !slices.Contains(c.Chapters, ch) {
		c.Chapters = append(c.Chapters, ch)
	}
}

// SortByFileAs sorts list by sort form, in the order of compare, then by name.
func SortByFileAs(list []Contribution, compare func(a, b string) int) {
	slices.SortStableFunc(list, func(a, b Contribution) int {
		return cmp.Or(compare(a.Person.FileAs, b.Person.FileAs), compare(a.Person.Name, b.Person.Name))
	})
}

// A Credit is a figure that names whom its picture is from.
type Credit struct {
	Figure  *Figure
	Chapter *Chapter
}

// Credits returns the credited figures of the chapters of b in reading order.
func Credits(b *Book) []Credit {
	var list []Credit
	for at, bl := range Blocks(b) {
		if f, ok := bl.(*Figure); ok && at.Chapter != nil && len(f.Credit) > 0 {
			list = append(list, Credit{f, at.Chapter})
		}
	}
	return list
}
