package markdown

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/markup/yaml"
	"octavo/book/source/rawhtml"
)

type personDraft struct {
	*reader
	person *book.Person
}

var personKeys = yaml.Object[personDraft]{
	yaml.NewField("person", "the key of one of the book's people, whose role in the article is said here", textShape, func(p *personDraft, v yaml.Value) { p.person.Key = v.Line() }),
	yaml.NewField("name", "as it is printed", textShape, func(p *personDraft, v yaml.Value) { p.person.Name = Quote(v.Line(), p.lang) }),
	yaml.NewField("file-as", "as it is sorted", textShape, func(p *personDraft, v yaml.Value) { p.person.FileAs = v.Line() }),
	yaml.NewField("role", "MARC relator code, such as aut, edt, trl", yaml.Shape{Form: yaml.AnyText, Pattern: "^[a-z]{3}$"}, func(p *personDraft, v yaml.Value) {
		role := v.Text()
		if !book.IsRole(role) {
			v.Report(rule.RoleFormat.At(v.Pos(), "write a code such as aut, edt, trl, ill or pht", "%q is no MARC relator code", clip(role)))
			return
		}
		p.person.Role = role
	}),
	yaml.NewField("bio", "who that is, in Markdown", inlineShape, func(p *personDraft, v yaml.Value) { p.person.Bio = p.value(v) }),
	yaml.NewField("affiliation", "the house that the person works for", textShape, func(p *personDraft, v yaml.Value) {
		p.person.Affiliation = Quote(v.Line(), p.lang)
	}),
	yaml.NewField("orcid", "the number in the register of researchers, 0000-0002-1825-0097", textShape, func(p *personDraft, v yaml.Value) {
		address, ok := orcid(v.Text())
		if !ok {
			v.Report(rule.ORCIDFormat.At(v.Pos(), "write the sixteen figures as orcid.org shows them, such as 0000-0002-1825-0097", "%q is no ORCID", clip(v.Text())))
		}
		p.person.ORCID = address
	}),
	yaml.NewField("portrait", "a picture of the person", yaml.OneOf.Of(yaml.Shape{Form: yaml.FilePath}, portraitKeys.Shape()), func(p *personDraft, v yaml.Value) {
		p.person.Portrait = p.portrait(v)
	}),
	yaml.NewField("email", "a mail address to print", textShape, func(p *personDraft, v yaml.Value) { p.person.Email = v.Text() }),
	yaml.NewField("url", "a web address", textShape, func(p *personDraft, v yaml.Value) { p.person.URL = Address(v) }),
}

// Person reads an author or contributor; a value that is text is a name. role is
// the role of a person who states none, lang the language of the bio.
func Person(v yaml.Value, lang, role string) *book.Person {
	r := &reader{lang: lang}
	p := r.person(v, role)
	v.Report(r.list...)
	return p
}

// person returns nil for a value that is no person.
func (r *reader) person(v yaml.Value, role string) *book.Person {
	p := &book.Person{Role: role, Pos: v.Pos()}
	switch v.Kind() {
	case yaml.Scalar:
		p.Name = Quote(v.Line(), r.lang)
	case yaml.Map:
		personKeys.Decode(&personDraft{r, p}, v)
	default:
		v.Wrong("a name or a mapping")
		return nil
	}
	if p.Key != "" {
		return p
	}
	if p.Portrait != nil && p.Portrait.Image.Alt == "" {
		p.Portrait.Image.Alt = p.Name
	}
	if p.Name == "" && len(p.Bio) == 0 {
		v.Report(rule.KeyMissing.At(v.Pos(), "give a name, or at least a bio", "a person without a name"))
		return nil
	}
	if p.FileAs == "" {
		p.FileAs = FileAs(p.Name)
	}
	return p
}

// portraitKeys are those of the picture of a person: it has no caption, since the bio
// beside it says who that is.
var portraitKeys = yaml.Object[imageDraft]{
	yaml.NewField("src", "the file", yaml.Shape{Form: yaml.FilePath}, (*imageDraft).src),
	yaml.NewField("alt", "what it shows; the name, if nothing is said", textShape, (*imageDraft).alt),
	yaml.NewField("credit", "whom it is from", inlineShape, (*imageDraft).credit),
	yaml.NewField(sourceKey, "the address where the file is to be had", textShape, (*imageDraft).source),
}

// portrait reads the picture of a person; nil when no file is named.
func (p *personDraft) portrait(v yaml.Value) *book.Figure {
	f := p.figure(v, portraitKeys)
	if f.Image.Src == "" {
		v.Report(rule.ImageEmpty.At(v.Pos(), "add src: and the file, or delete the key", "the portrait names no file; it is left out"))
		return nil
	}
	return f
}

// orcid returns the address of a number of the register of researchers, which may be
// written as an address, with hyphens or without. The last of its sixteen signs checks the
// others (ISO 7064, MOD 11-2), so that a slip of the hand is found.
func orcid(s string) (address string, ok bool) {
	s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(s), "https://"), "http://")
	s = strings.ToUpper(strings.ReplaceAll(strings.TrimPrefix(s, "orcid.org/"), "-", ""))
	if len(s) != 16 {
		return "", false
	}
	sum := 0
	for _, c := range []byte(s[:15]) {
		if c < '0' || c > '9' {
			return "", false
		}
		sum = (sum + int(c-'0')) * 2 % 11
	}
	if s[15] != "0123456789X"[(12-sum)%11] {
		return "", false
	}
	return "https://orcid.org/" + s[:4] + "-" + s[4:8] + "-" + s[8:12] + "-" + s[12:], true
}

// Address reads a web or mail address for print; an address with a scheme that a book
// may not have is reported, and "" is returned.
func Address(v yaml.Value) string {
	address, ok := rawhtml.Address(v.Text())
	if !ok {
		v.Report(rawhtml.Scheme(v.Text(), v.Pos()))
	}
	return address
}

// particles stand before a family name and go with it in the sort form.
var particles = map[string]bool{
	"de": true, "di": true, "da": true, "del": true, "della": true, "dos": true, "das": true, "du": true,
	"la": true, "le": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "ten": true, "zu": true,
	"af": true, "av": true, "al": true, "el": true, "bin": true, "ibn": true, "ben": true, "y": true, "e": true,
}

// suffixes follow a family name.
var suffixes = map[string]bool{
	"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true,
	"phd": true, "ph.d.": true, "md": true, "m.d.": true, "obe": true, "mbe": true,
}

// FileAs returns the sort form of a name: "Brandvik, Ilse" for "Ilse Brandvik".
// Particles in lower case go with the family name: "van der Meer, Jan". Names in
// Han or Hangul, which begin with the family name, and names of one word are
// their own sort form.
func FileAs(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 || strings.Contains(name, ",") || familyFirst(name) {
		return name
	}
	end := len(words)
	for end > 2 && suffixes[strings.ToLower(words[end-1])] {
		end--
	}
	start := end - 1
	for start > 1 && particles[words[start-1]] {
		start--
	}
	form := strings.Join(words[start:end], " ") + ", " + strings.Join(words[:start], " ")
	if end < len(words) {
		form += ", " + strings.Join(words[end:], " ")
	}
	return form
}

func familyFirst(name string) bool {
	for _, r := range name {
		if unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return true
		}
	}
	return false
}
