package web

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/source/rawhtml"
)

// A footnote of a page is two places that lead to each other: a number in the
// text and the note. The systems have different names for the two, but the links are the
// same in all of them.
//
//	<sup><a href="#fn1" id="ref1">1</a></sup> ... <li id="fn1">Text <a href="#ref1">↩</a></li>
type footnote struct {
	calls []*el // in the text
	place *el   // the block that holds the note
	note  *book.Note
}

// callMark begins the address that stands in a call until the blocks are made.
const callMark = "#octavo-note-"

// footnotes takes the notes out of e and marks their calls.
func (r *reader) footnotes(e *el) {
	found := r.pairs(e)
	gone := map[*el]bool{}
	for _, f := range found {
		r.strip(f, gone)
	}
	sweep(e, gone)
	clear(gone)
	for _, f := range found {
		if f.isRemark() {
			r.remark(f, gone)
			continue
		}
		f.note = noteOf(f.place)
		if len(f.note.Blocks) == 0 {
			continue
		}
		gone[f.place] = true
		r.notes = append(r.notes, f.note)
		for _, c := range f.calls {
			c.Set("href", callMark+strconv.Itoa(len(r.notes)))
		}
	}
	sweep(e, gone)
}

// isRemark reports whether a note is a remark on the text: Google Docs exports the
// remarks in its margin as notes.
func (f *footnote) isRemark() bool {
	return strings.HasPrefix(f.calls[0].Get("id"), "cmnt_ref")
}

// remark leaves out a remark with its calls.
func (r *reader) remark(f *footnote, gone map[*el]bool) {
	gone[f.place] = true
	for _, c := range f.calls {
		gone[c] = true
		if p := c.parent; p != nil && p.Name() == "sup" && p.size == c.size {
			gone[p] = true
		}
	}
	r.article.Warnings = append(r.article.Warnings, rule.ImportRemark.At(book.Pos{}, "", "a remark on the text is left out: %q", book.Clip(f.place.line(), 80)))
}

// maxTries is how many links to a block are tried that does not lead back to them, by
// eye: a table of contents has one link to each place, and a note few calls.
const maxTries = 16

// pairs returns the notes of e with their calls, in the order of the first
// call.
//
// Classes would tell the notes of one system and miss those of the next, and a short link
// to a place in the page may also lead to a section, a figure or a remark. So a pair has
// to pass three tests: the link shows a number or a sign (isCall), its target stands for a
// block of text (placeOf), and the block has a link back, or stands in a list of notes
// (leadsBack).
//
// Links are looked at in the order of the page, so that the first link of a pair is the
// call; the way back lies in a block that is known as a note by then, and is passed over
// (inNote). A block with two targets in it is not one note but a list or table of several,
// and is left as it is (several).
//
// To test a block is to search it, and a page may have many links to one long block. So a
// block that was refused maxTries times is not searched again: the time is the text of the
// blocks times maxTries.
func (r *reader) pairs(e *el) []*footnote {
	ids := anchorsOf(e)
	var found []*footnote
	at := map[*el]*footnote{}    // by the block that holds the note
	target := map[*el]*el{}      // by block, the element that its calls lead to
	several := map[*el]bool{}    // blocks with two targets in them
	refused := map[*el]int{}     // by block, how often it has been no note
	inNote := func(a *el) bool { // whether a link stands in a note, as the way back does
		for n := a; n != nil; n = n.parent {
			if at[n] != nil {
				return true
			}
		}
		return false
	}
	for _, a := range e.all("a") {
		t := ids[r.anchor(a)]
		if t == nil || !isCall(a) || inNote(a) {
			continue
		}
		place := placeOf(t)
		if place == nil || a.inside(place) {
			continue
		}
		if f := at[place]; f != nil {
			several[place] = several[place] || target[place] != t
			f.calls = append(f.calls, a)
			continue
		}
		if refused[place] > maxTries || !r.leadsBack(place, a, ids) {
			refused[place]++ // a search costs as much as the block has text
			continue
		}
		f := &footnote{calls: []*el{a}, place: place}
		at[place], target[place] = f, t
		found = append(found, f)
	}
	kept := found[:0]
	for _, f := range found {
		if !several[f.place] {
			kept = append(kept, f)
		}
	}
	return kept
}

// anchorsOf returns the elements that have a name for links.
func anchorsOf(e *el) map[string]*el {
	ids := map[string]*el{}
	e.walk(func(n *el) bool {
		for _, attr := range []string{"id", "name"} {
			if id := n.Get(attr); id != "" && ids[id] == nil && (attr == "id" || n.Name() == "a") {
				ids[id] = n
			}
		}
		return true
	})
	return ids
}

// anchor returns the place in this page that a link leads to, "" for others.
func (p *page) anchor(a *el) string {
	href := a.Get("href")
	if id, ok := strings.CutPrefix(href, "#"); ok {
		if plain, err := url.PathUnescape(id); err == nil {
			return plain
		}
		return id
	}
	before, id, ok := strings.Cut(href, "#")
	for _, own := range []string{p.article.Source.URL, p.address} {
		if ok && own != "" && strings.TrimRight(before, "/") == strings.TrimRight(own, "/") {
			return id
		}
	}
	return ""
}

// isCall reports whether a link is a number or sign.
func isCall(a *el) bool {
	if a.size == 0 || a.size > 16 {
		return false
	}
	s := strings.Trim(a.line(), "[]() .:")
	return s != "" && utf8.RuneCountInString(s) <= 4 && (strings.TrimFunc(s, func(c rune) bool { return unicode.IsDigit(c) || c == ':' }) == "" || strings.Trim(s, "*†‡§¶") == "" || len(s) == 1)
}

// holders are the elements that a note can be in.
var holders = map[string]bool{"li": true, "p": true, "div": true, "aside": true, "dd": true, "td": true, "section": true}

// placeOf returns the block that the target of a call stands for: the target itself, or
// the block around it when the target is only a sign; nil for a heading and the like, and
// for a block of more text than a note has, 10 kB by eye.
func placeOf(t *el) *el {
	n := t
	for n != nil && (!holders[n.Name()] || n.size == 0 || n.size <= t.size && t.Name() == "a") {
		switch n.Name() {
		case "a", "sup", "span", "b", "strong", "em", "i", "small", "div", "p":
			n = n.parent
		default:
			return nil
		}
	}
	if n == nil || n.size > 10_000 {
		return nil
	}
	return n
}

// noteLists are names of elements that hold the notes, by which a note without a way back
// is known.
var noteLists = []string{"footnotes", "footnote", "endnotes", "doc endnotes", "references", "notes"}

// leadsBack reports whether there is a link from a note to its call, or whether
// the note stands in an element that is named for its notes.
func (r *reader) leadsBack(place, call *el, ids map[string]*el) bool {
	back := place.find(func(n *el) bool {
		if n.Name() != "a" {
			return false
		}
		t := ids[r.anchor(n)]
		return t != nil && (t == call || t.inside(call) || call.inside(t) && t.size < call.size+32)
	})
	if back != nil {
		return true
	}
	for n, k := place, 0; n != nil && k < 4; n, k = n.parent, k+1 {
		if n.named(noteLists) || n.Get("role") == "doc-endnotes" || n.Get("role") == "doc-footnote" {
			return true
		}
	}
	return false
}

// strip marks the elements of a note that are only the way back or its number.
func (r *reader) strip(f *footnote, gone map[*el]bool) {
	for _, a := range f.place.all("a") {
		s := a.line()
		toCall, id := false, r.anchor(a)
		for _, c := range f.calls[:min(len(f.calls), maxTries)] {
			toCall = toCall || id != "" && (c.Get("id") == id || c.Get("name") == id || c.find(func(n *el) bool { return n.Get("id") == id }) != nil || around(c, id))
		}
		if isCall(a) && toCall || toCall && len(s) <= 40 || strings.Trim(s, "↩︎↑^⏎⤴ ") == "" && s != "" {
			gone[a] = true
			if p := a.parent; p != nil && p != f.place && p.size == a.size && !p.IsBlock() {
				gone[p] = true // <sup> around it
			}
		}
	}
}

// around reports whether an element close around e has an id.
func around(e *el, id string) bool {
	for n, k := e.parent, 0; n != nil && k < 3; n, k = n.parent, k+1 {
		if n.Get("id") == id {
			return true
		}
	}
	return false
}

// noteOf makes a note of the element that holds it.
func noteOf(place *el) *book.Note {
	list := place.Content()
	if place.Name() == "p" {
		list = []rawhtml.Element{place.Element}
	}
	blocks, _ := rawhtml.Blocks(list)
	n := &book.Note{Blocks: blocks}
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*book.Paragraph); ok {
			text := book.PlainText(p.Content)
			p.Content = draft.Slice(p.Content, len(text)-len(strings.TrimLeft(text, " \u00a0.:)]^")), len(text))
			if len(p.Content) == 0 {
				n.Blocks = blocks[1:]
			}
		}
	}
	return n
}

// sweep takes elements out of e, and with them elements that are empty then: the list of
// the notes, its rule and its heading.
func sweep(e *el, gone map[*el]bool) {
	if len(gone) == 0 {
		return
	}
	before := len(e.kids)
	kept := e.kids[:0]
	removed := map[rawhtml.Element]bool{}
	for _, k := range e.kids {
		if !gone[k] {
			had := k.size
			sweep(k, gone)
			if k.size < had && k.isEmptied() {
				gone[k] = true
				kept = withoutHeading(kept, removed)
			}
		}
		if gone[k] {
			removed[k.Element] = true
			e.size -= k.size
			continue
		}
		kept = append(kept, k)
	}
	if e.kids = kept; len(kept) < before {
		e.RemoveIf(func(c rawhtml.Element) bool { return removed[c] })
	}
}

// withoutHeading takes the heading of a list that is gone from the end of list.
func withoutHeading(list []*el, removed map[rawhtml.Element]bool) []*el {
	for n := len(list); n > 0; n-- {
		switch k := list[n-1]; {
		case isHeadingName(k.Name()) && k.size < 40:
			removed[k.Element] = true
			return append(list[:n-1], list[n:]...)
		case k.size > 0:
			return list
		}
	}
	return list
}

func isHeadingName(s string) bool {
	return len(s) == 2 && s[0] == 'h' && s[1] >= '2' && s[1] <= '6'
}

// isEmptied reports whether nothing is left in a list of notes but its rule and
// its heading.
func (e *el) isEmptied() bool {
	for _, k := range e.kids {
		switch {
		case k.Name() == "hr" || k.size == 0 && k.Name() != "img":
		case len(k.Name()) == 2 && k.Name()[0] == 'h' && k.size < 40:
		default:
			return false
		}
	}
	return e.Name() == "ol" || e.Name() == "ul" || e.Name() == "section" || e.Name() == "div" || e.Name() == "aside" || e.Name() == "footer"
}

// noteRef returns the call that a link stands for, nil for another link.
func (r *reader) noteRef(l *book.Link) *book.NoteRef {
	number, ok := strings.CutPrefix(l.URL, callMark)
	i, err := strconv.Atoi(number)
	if !ok || err != nil || i < 1 || i > len(r.notes) {
		return nil
	}
	n := r.notes[i-1]
	if n.Label == "" {
		r.article.Notes = append(r.article.Notes, n)
		n.Label = strconv.Itoa(len(r.article.Notes))
		return &book.NoteRef{Note: n, Call: 1}
	}
	return &book.NoteRef{Note: n, Call: 2}
}

// uncalled appends the notes whose calls were left out with other elements.
func (r *reader) uncalled() {
	for _, n := range r.notes {
		if n.Label == "" {
			for _, b := range n.Blocks {
				r.out = append(r.out, draft.Block{Block: b})
			}
		}
	}
}
