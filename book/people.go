package book

import (
	"cmp"
	"slices"
	"strings"
)

// A Contribution is what a person did in one role, with the articles that it was done
// for, none when it was for the book as a whole.
type Contribution struct {
	Person   *Person // with the first bio, address and sort form found
	Role     string  // MARC relator code
	Lang     string  // of the bio
	Chapters []*Chapter
}

// People returns the authors of c, and then its contributors.
func (c *Chapter) People() []*Person {
	if len(c.Contributors) == 0 {
		return c.Authors
	}
	return slices.Concat(c.Authors, c.Contributors)
}

// Authors returns the named chapter authors of b, each once, in the order of
// their first article. Two entries are one person when the names agree.
func Authors(b *Book) []Contribution {
	return contributions(b, func(c *Chapter) []*Person { return c.Authors })
}

// Contributions returns the named people of the chapters of b, each once a role: the
// authors as [Authors] has them, then the others in the order of their first article.
func Contributions(b *Book) []Contribution {
	return append(Authors(b), contributions(b, func(c *Chapter) []*Person { return c.Contributors })...)
}

func contributions(b *Book, people func(*Chapter) []*Person) []Contribution {
	type key struct{ name, role string }
	var list []Contribution
	index := map[key]int{}
	for _, c := range b.Chapters() {
		for _, p := range people(c) {
			if p.Name == "" {
				continue
			}
			k := key{p.Name, p.Role}
			i, ok := index[k]
			if !ok {
				i = len(list)
				index[k] = i
				list = append(list, Contribution{Person: p, Role: p.Role, Lang: p.BioLang(b.Language, c)})
			}
			list[i].add(b, p, c)
		}
	}
	return list
}

// Introduced returns the people whom the list of contributors presents: those of the
// chapters, and the people who made the book as a whole and of whom more than the name is
// known. A person of whom two different things are told is in the list twice, so that
// neither is lost.
func Introduced(b *Book) []Contribution {
	list := Contributions(b)
	for _, p := range b.Contributors {
		if !p.Known() {
			continue
		}
		i := slices.IndexFunc(list, func(c Contribution) bool { return p.Name != "" && c.Person.Name == p.Name })
		switch {
		case i < 0: // also one without a name: two such are not one person
			list = append(list, Contribution{Person: p, Role: p.Role, Lang: b.Language})
		case !list[i].Person.Known():
			list[i].Person, list[i].Lang = p, b.Language
		case !p.Same(list[i].Person):
			list = append(list, Contribution{Person: p, Role: p.Role, Lang: b.Language})
		}
	}
	return list
}

// Known reports whether more is known of p than the name.
func (p *Person) Known() bool {
	return len(p.Bio) > 0 || p.Email != "" || p.URL != "" || p.Affiliation != "" || p.ORCID != "" || p.Portrait != nil
}

// Same reports whether the same is told of p and q.
func (p *Person) Same(q *Person) bool {
	return p == q || PlainText(p.Bio) == PlainText(q.Bio) && p.Email == q.Email && p.URL == q.URL &&
		p.Affiliation == q.Affiliation && p.ORCID == q.ORCID && p.picture() == q.picture()
}

// picture names the file of a portrait.
func (p *Person) picture() string {
	if p.Portrait == nil {
		return ""
	}
	return p.Portrait.Image.Src
}

// As returns p in a role: the one that is asked for, or, where that is any contributor's
// (ctb), p's own.
func (p *Person) As(role string) *Person {
	if p.Role == role || role == "ctb" && p.Role != "aut" {
		return p
	}
	named := *p
	named.Role = role
	return &named
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

// IsRole reports whether s has the form of one of MARC's codes for relators: aut, trl, pht.
func IsRole(s string) bool {
	return len(s) == 3 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}
