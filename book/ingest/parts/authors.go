package parts

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/dateline"
	"octavo/book/ingest/draft"
)

// people gives the bios and mail addresses of the tail to the authors.
func (r *reader) people() {
	for _, b := range r.bios {
		if len(r.chapter.Authors) > 1 {
			for _, part := range r.each(b) {
				r.give(part)
			}
			continue
		}
		r.give(b)
	}
	for _, address := range r.mails {
		r.giveMail(address)
	}
	for _, a := range r.chapter.Authors {
		r.recase(a)
	}
}

// recase writes a name in capitals as its bio has it, or else as names are
// written.
func (r *reader) recase(a *book.Person) {
	if !isUpper(a.Name) || !strings.Contains(a.Name, " ") {
		return
	}
	bio := book.PlainText(a.Bio)
	if n := namePrefix(bio, a.Name); n > 0 && !isUpper(bio[:n]) {
		a.Name = bio[:n]
		return
	}
	words := strings.Fields(a.Name)
	for i, w := range words {
		low := strings.ToLower(w)
		if i > 0 && i < len(words)-1 && lower[low] {
			words[i] = low
			continue
		}
		first := true
		words[i] = strings.Map(func(c rune) rune {
			was := first
			first = !unicode.IsLetter(c)
			if was {
				return unicode.ToUpper(c)
			}
			return unicode.ToLower(c)
		}, w)
	}
	a.Name = strings.Join(words, " ")
	r.guess("author's name, which is in capitals", a.Name)
}

// each parts a bio of several authors at the sentences that begin with their
// names.
func (r *reader) each(b bio) []bio {
	text := book.PlainText(b.content)
	var out []bio
	from, name := 0, b.name
	for i := 1; i < len(text); i++ {
		before := strings.TrimRight(text[:i], " ")
		if !terminal(before) && !strings.HasSuffix(before, ";") || text[i]&0xc0 == 0x80 {
			continue
		}
		for _, a := range r.chapter.Authors {
			if a.Name != "" && a.Name != name && namePrefix(text[i:], a.Name) > 0 {
				out = append(out, bio{name: name, content: draft.Slice(b.content, from, i)})
				from, name = i, a.Name
			}
		}
	}
	return append(out, bio{name: name, content: draft.Slice(b.content, from, len(text)), email: b.email})
}

// give gives a bio to the author that it names, to the only one there is, or
// else to one without a name.
func (r *reader) give(b bio) {
	if b.email != "" {
		r.domain = b.email
	}
	p := r.whom(b)
	if p == nil {
		p = &book.Person{Name: b.name, Role: "aut"}
		r.chapter.Authors = append(r.chapter.Authors, p)
		if b.name != "" {
			r.guess("author's name", b.name)
		}
	}
	if said := book.PlainText(p.Bio); said != "" && strings.Contains(book.PlainText(b.content), said) {
		p.Bio = nil // the role beside the name, which the bio has again
	}
	if len(p.Bio) > 0 && len(b.content) > 0 {
		between := between(book.PlainText(p.Bio))
		if t, ok := p.Bio[0].(*book.Text); ok && between == ". " {
			p.Bio[0] = &book.Text{Value: raised(t.Value), Pos: t.Pos} // a phrase becomes a sentence
		}
		p.Bio = append(p.Bio, &book.Text{Value: between})
	}
	p.Bio = append(p.Bio, b.content...)
	if p.Email == "" {
		p.Email = b.email
	}
}

// between returns what stands between a bio and one more: an office beside the name of a
// byline has no stop.
func between(bio string) string {
	last, _ := utf8.DecodeLastRuneInString(bio)
	switch {
	case terminal(bio):
		return " "
	case isHan(last) || isKana(last):
		return "。"
	}
	return ". "
}

// raised returns s with a capital.
func raised(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToTitle(first)) + s[size:]
}

func (r *reader) whom(b bio) *book.Person {
	list := r.chapter.Authors
	if b.name != "" {
		if a := r.readingOf(b.name); a != nil {
			return a
		}
		for _, a := range list {
			if a.Name != "" && (same(a.Name, b.name) || strings.Contains(b.name, a.Name) || strings.Contains(a.Name, b.name)) {
				return a
			}
		}
		return nil
	}
	text := book.PlainText(b.content)
	for _, a := range list {
		if a.Name != "" && len(list) > 1 && namePrefix(text, a.Name) > 0 {
			return a
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return nil
}

// readingOf returns the only author when a name is in kana and the author's is in Han: a
// Japanese bio often begins with the reading of the author's name.
func (r *reader) readingOf(name string) *book.Person {
	if len(r.chapter.Authors) != 1 {
		return nil
	}
	a := r.chapter.Authors[0]
	kana := strings.IndexFunc(name, func(c rune) bool { return !isKana(c) && c != '・' && c != ' ' }) < 0
	if han := strings.IndexFunc(a.Name, isHan) >= 0; kana && han {
		return a
	}
	return nil
}

// giveMail gives an address to the author whose name is in it, or else to the first
// author without an address.
func (r *reader) giveMail(address string) {
	r.domain = address
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	var first *book.Person
	for _, a := range r.chapter.Authors {
		if a.Email == address {
			return
		}
		if a.Email != "" {
			continue
		}
		if first == nil {
			first = a
		}
		for _, word := range strings.Fields(strings.ToLower(a.Name)) {
			if len(word) > 2 && strings.Contains(local, word) {
				a.Email = address
				return
			}
		}
	}
	if first == nil {
		// Nobody to give it to: it stays in the text.
		r.chapter.Body = append(r.chapter.Body, &book.Paragraph{Content: draft.Text(address)})
		return
	}
	if len(r.chapter.Authors) > 1 {
		r.guess("address of "+first.Name, address)
	}
	first.Email = address
}

// dates gives a zone to the times that have none.
func (r *reader) dates() {
	for _, d := range r.unzoned {
		zone, ok := r.opt.Zone, true
		if zone == nil {
			domain := r.domain
			if domain == "" {
				domain = host(r.chapter.Source.URL)
			}
			if zone, ok = dateline.Zone(*d, domain, r.chapter.Lang); ok {
				r.guess("time zone of "+d.String(), dateline.InZone(*d, zone).Time.Format("-07:00"))
			} else {
				r.guess("time in UTC, since it names no zone", d.Time.Format("2006-01-02 15:04"))
			}
		}
		*d = dateline.InZone(*d, zone)
	}
}

// host returns the host of a web address.
func host(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}
