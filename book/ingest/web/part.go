package web

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// emit appends a line.
func (r *reader) emit(content []book.Inline, role draft.Role) {
	if len(content) > 0 {
		r.out = append(r.out, draft.Block{Block: &book.Paragraph{Content: content}, Role: role})
	}
}

// lines appends the lines of an element that has a role in the head; elements in it that
// have a role of their own are read apart.
func (r *reader) lines(e *el, role draft.Role) {
	if role == draft.Dateline && isDated(e) {
		r.emit(rawhtml.Line(e.Element), role)
		return
	}
	if e.find(func(n *el) bool { return n != e && roleOf(n, false) > draft.None && n.Name() != "a" }) != nil {
		for _, k := range e.kids {
			if own := roleOf(k, false); own != draft.None {
				r.lines(k, own)
			} else if k.size > 0 {
				r.lines(k, role)
			}
		}
		return
	}
	if e.Name() == "" {
		r.emit(draft.Text(strings.Trim(e.line(), " |·•–—-")), role)
		return
	}
	if role == draft.Dateline && abreast(e) || isGlued(e) {
		for _, k := range e.kids {
			r.lines(k, role)
		}
		return
	}
	if role == draft.Byline {
		if withoutEchoes(e); len(namesIn(e)) > 1 {
			for _, k := range namesIn(e) {
				r.emit(rawhtml.Line(k.Element), role)
			}
			return
		}
	}
	if at := e.Get("datetime"); e.Name() == "time" && at != "" && !hasYear(e.line()) {
		r.emit(draft.Text(at), role) // "5 February" and "yesterday" are for the day itself
		return
	}
	for i, line := range draft.Lines(rawhtml.Line(e.Element)) {
		r.out = append(r.out, draft.Block{Block: &book.Paragraph{Content: line}, Role: role, Tight: i > 0})
	}
}

// isGlued reports whether a line is nothing but elements that only the style of the page parts:
// the text of one ends in a letter or figure, and that of the next begins with one. A part has
// two signs at least, since a first letter may be set apart.
func isGlued(e *el) bool {
	if !e.IsBlock() || e.size > maxHeadLine {
		return false
	}
	touch := false
	for i, k := range e.kids {
		if k.Name() == "" && k.size > 0 || k.Name() != "" && (k.IsBlock() || k.size > 0 && utf8.RuneCountInString(k.line()) < 2) {
			return false
		}
		if i == 0 || k.size == 0 || e.kids[i-1].size == 0 {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(e.kids[i-1].Text())
		first, _ := utf8.DecodeRuneInString(k.Text())
		touch = touch || isLetterOrDigit(last) && isLetterOrDigit(first)
	}
	return touch
}

func isLetterOrDigit(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// abreast reports whether a line is nothing but elements that are no links, one of which has
// a date: the style of the page parts them.
func abreast(e *el) bool {
	n, dates := 0, 0
	for _, k := range e.kids {
		switch {
		case k.Name() == "" && strings.TrimSpace(k.Own()) != "", k.Name() == "a" || k.Name() == "time":
			return false
		case k.Name() != "" && k.size > 0:
			if n++; hasYear(k.line()) {
				dates++
			}
		}
	}
	return n > 1 && dates > 0
}

// namesIn returns the elements of a byline that has nothing but space and signs between
// them, two or more of which are links: the page's style parts the names. It returns nil for
// any other.
func namesIn(e *el) (out []*el) {
	links := 0
	for _, k := range e.kids {
		switch {
		case k.Name() == "" && strings.Trim(k.Own(), " \t\r\n\u00a0|·•,/") != "":
			return nil
		case k.Name() == "a" && k.size > 0:
			links++
			out = append(out, k)
		case k.Name() != "" && k.size > 0:
			out = append(out, k)
		}
	}
	if links < 2 {
		return nil
	}
	return out
}

// hasYear reports whether a date has four figures in a row.
func hasYear(s string) bool {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			n = 0
		} else if n++; n == 4 {
			return true
		}
	}
	return false
}

// dates appends a list of dates as lines: each term with what stands by it.
func (r *reader) dates(e *el) {
	term := ""
	e.walk(func(n *el) bool {
		switch n.Name() {
		case "dt":
			term = strings.TrimRight(n.line(), ": ")
		case "dd":
			r.emit(draft.Text(term+" "+n.line()), draft.Dateline)
		default:
			return true
		}
		return false
	})
}

// withoutEchoes takes out of a byline what is no name: a link or label that says a name once
// more, as "Follow Ann Lee" does, and a count with its word.
func withoutEchoes(e *el) {
	said := ""
	var look func(n *el)
	look = func(n *el) {
		gone := map[rawhtml.Element]bool{}
		for _, k := range n.kids {
			words := strings.Fields(k.line())
			switch {
			case k.Name() == "" || len(k.kids) > 1 && k.Name() != "a":
				if said += " " + k.Own(); k.Name() != "" {
					look(k)
				}
			case len(words) > 2 && strings.Contains(strings.Join(strings.Fields(said), " "), strings.Join(words[len(words)-2:], " ")),
				len(words) > 0 && len(words) < 3 && strings.Trim(words[0], "0123456789.,kK") == "" && k.Name() != "time":
				gone[k.Element] = true
			default:
				said += " " + k.line()
			}
		}
		n.RemoveIf(func(k rawhtml.Element) bool { return gone[k] })
	}
	look(e)
}

// part appends the paragraphs of a note or bio, without its pictures and, in a bio, without
// lines that are only links: these belong to the page.
func (r *reader) part(e *el, role draft.Role) {
	if role == draft.Bio {
		for _, a := range e.all("a") {
			if isWayOut(a) {
				a.SetText("")
			}
		}
	}
	blocks, _ := rawhtml.Blocks([]rawhtml.Element{e.Element})
	for _, b := range blocks {
		r.partBlock(b, role)
	}
}

func (r *reader) partBlock(b book.Block, role draft.Role) {
	switch b := b.(type) {
	case *book.Figure:
	case *book.Heading:
		r.emit(b.Content, role)
	case *book.Paragraph:
		content := draft.Trim(withoutImages(b.Content))
		if len(content) > 0 && !(role == draft.Bio && onlyLinks(content)) {
			r.out = append(r.out, draft.Block{Block: &book.Paragraph{Content: content}, Role: role})
		}
	case *book.Division, *book.Quote:
		for _, inner := range book.BlockChildren(b) {
			r.partBlock(inner, role)
		}
	default:
		r.out = append(r.out, draft.Block{Block: b, Role: role})
	}
}

func withoutImages(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		if _, ok := in.(*book.InlineImage); !ok {
			out = append(out, in)
		}
	}
	return out
}

// onlyLinks reports whether a line is only links to other pages. A link to a mail
// address is somebody's, and makes the line text.
func onlyLinks(list []book.Inline) bool {
	for _, in := range list {
		switch in := in.(type) {
		case *book.Link:
			if strings.HasPrefix(in.URL, "mailto:") {
				return false
			}
		case *book.Text:
			if strings.Trim(in.Value, " |·,•") != "" {
				return false
			}
		case *book.LineBreak:
		default:
			return false
		}
	}
	return true
}

// mostlyLinks reports whether a run is links and little more, such as a word
// above them: less than a line, and less than half of the links, by eye.
func mostlyLinks(list []book.Inline) bool {
	links, linked := 0, 0
	book.WalkInlines(list, func(in book.Inline) bool {
		if l, ok := in.(*book.Link); ok {
			links++
			linked += len(book.PlainText(l.Content))
			return false
		}
		return true
	})
	rest := len(book.PlainText(list)) - linked
	return onlyLinks(list) || links > 1 && rest*2 < linked && rest < 60
}

// leadsOn reports whether all links of a run lead to other pages of the site.
func (r *reader) leadsOn(list []book.Inline) bool {
	own, found := true, false
	book.WalkInlines(list, func(in book.Inline) bool {
		if l, ok := in.(*book.Link); ok {
			u, err := url.Parse(l.URL)
			own = own && err == nil && (u.Host == "" && u.Scheme == "" || r.base != nil && u.Host == r.base.Host)
			found = true
		}
		return true
	})
	return own && found
}

// leftOut says that a line of links was left out.
func (r *reader) leftOut(content []book.Inline) {
	text := strings.Join(strings.Fields(book.PlainText(content)), " ")
	r.told = append(r.told, text)
	text = book.Clip(text, 80)
	r.article.Warnings = append(r.article.Warnings, rule.ImportLinks.At(book.Pos{}, "", "links to other pages are left out: %q", text))
}
