package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/language/bidi"
	"octavo/book/language/locale"
	"octavo/book/typeset/theme"
)

// A decoration is what is drawn around letters.
type decoration uint8

const (
	underlined decoration = 1 << iota
	struck
	highlighted
	boxed // a key
)

// A look is how a piece of a paragraph is set, and what it is.
type look struct {
	font  *font
	color Color
	rise  unit.Length // of the baseline
	deco  decoration
	elem  *Element
	link  *link
}

// A link leads from letters to a place.
type link struct {
	elem     *Element
	contents string
	uri      string
	dest     *Dest
}

// A span is a piece of the paragraph's text in one look.
type span struct {
	start, end int // in the paragraph's text
	look       int
	src        *book.Text  // where it comes from; nil for text of our own
	off        int         // of start in src
	of         book.Inline // the code or picture that it is; nil for text
	call       *call       // the span is a note call
	image      *book.Image
	formula    *formulaPiece
	glued      bool // no break before it
	level      bidi.Level
	forced     bool    // a forced line end
	marks      []*Dest // places of the index that begin here
	address    bool    // it may be broken at its separators
}

// A call is a place that calls a note.
type call struct {
	note *note
	dest *Dest // of the call itself, for the way back
}

// A paragraph is text on its way from inlines to lines.
type paragraph struct {
	set      *section
	style    *theme.Style
	buf      []byte
	text     string
	looks    []look
	spans    []span
	atoms    []atom
	breaks   []int          // where lines may end in text
	cursor   cursor         // up to which text is in atoms
	ready    int            // atoms that are set at a time; see [paragraph.portion]
	rtl      bool           // the text runs from right to left
	levels   []bidi.Level   // of the bytes of text; nil when all of it runs one way
	isolates []bidi.Isolate // of text, from outside to inside
	leadIn   int            // words still to be set in small capitals
	measure  unit.Length
	marks    []*Dest     // of the next span
	torn     bool        // lines end where none may
	told     bool        // and that has been reported
	soft     bool        // the text has soft hyphens
	hyphens  bool        // a word that is too wide is hyphenated, whatever the style says
	outdent  unit.Length // by which the first line begins to the left of the others
	initial  *initial    // nil for none
	items    itemList
}

// begin empties p for a new paragraph of a style.
func (s *section) paragraph(style *theme.Style) *paragraph {
	p := &s.para
	p.set, p.style, p.leadIn, p.initial, p.hyphens = s, style, 0, nil, false
	p.outdent, p.marks, p.told = 0, nil, false
	p.buf, p.looks, p.spans, p.atoms = p.buf[:0], p.looks[:0], p.spans[:0], p.atoms[:0]
	p.isolates = p.isolates[:0]
	return p
}

// look returns the plain look of a style, for text of elem.
func (s *section) look(style *theme.Style, lang string, elem *Element) look {
	return look{font: s.font(s.styleKey(style, lang)), color: Color(style.Color), elem: elem}
}

// add appends inlines in a look.
func (p *paragraph) add(list []book.Inline, lk look) {
	for _, in := range list {
		p.inline(in, lk)
	}
}

func (p *paragraph) inline(in book.Inline, lk look) {
	switch in := in.(type) {
	case *book.Text:
		p.running(in, lk)
	case *book.Styled:
		p.add(in.Content, p.styled(in.Style, lk))
	case *book.Code:
		p.code(in, lk)
	case *book.Link:
		p.link(in, lk)
	case *book.Span:
		p.foreign(in, lk)
	case *book.NoteRef:
		p.noteRef(in, lk)
	case *book.LineBreak:
		p.push("", lk, span{forced: true})
	case *book.Math:
		p.formula(in, lk)
	case *book.InlineImage:
		p.push("\uFFFC", lk, span{image: in.Image, of: in})
	}
}

// push appends text with the facts of a span.
func (p *paragraph) push(text string, lk look, sp span) {
	if n := len(p.looks); n == 0 || p.looks[n-1] != lk {
		p.looks = append(p.looks, lk)
	}
	sp.marks, p.marks = p.marks, nil
	sp.start = len(p.buf)
	p.buf = append(p.buf, text...)
	sp.end, sp.look = len(p.buf), len(p.looks)-1
	p.spans = append(p.spans, sp)
}

// running appends text of the manuscript.
func (p *paragraph) running(t *book.Text, lk look) {
	value := t.Value
	off := 0
	if p.initial != nil && len(p.spans) == 0 {
		off = p.initial.size
	}
	if p.leadIn > 0 {
		from := off
		off = from + p.leadWords(value[from:])
		small := lk
		key := lk.font.fontKey
		key.smallCaps = true
		key.tracking = key.size.Mul(30, 1000)
		small.font = p.set.font(key)
		p.push(value[from:off], small, span{src: t, off: from})
	}
	if p.style.Caps {
		// The offset is that of the small letters where these take more bytes: a page
		// hardly begins within such a line.
		p.push(strings.ToUpper(value), lk, span{src: t})
		return
	}
	p.push(value[off:], lk, span{src: t, off: off})
}

// leadWords returns the length of the words of s that belong to the lead-in:
// as many as are still to come, or up to the end of a clause.
func (p *paragraph) leadWords(s string) int {
	for i, r := range s {
		if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
			p.leadIn = 0
			return 0
		}
		switch {
		case strings.ContainsRune(".,;:!?—", r):
			p.leadIn = 0
			return i
		case r == ' ':
			if p.leadIn--; p.leadIn == 0 {
				return i
			}
		}
	}
	return len(s)
}

// plain appends text of our own.
func (p *paragraph) plain(text string, lk look) {
	if p.style.Caps {
		text = strings.ToUpper(text)
	}
	p.push(text, lk, span{})
}

// styled returns the look of text under a style.
func (p *paragraph) styled(style book.Style, lk look) look {
	key := lk.font.fontKey
	switch style {
	case book.Emphasis:
		key.italic, key.stressed = !key.italic, !key.stressed
	case book.Cite:
		key.italic = !key.italic
	case book.Strong:
		key.weight = 700
		if lk.font.weight >= 600 {
			key.weight = 800
		}
	case book.SmallCaps:
		key.smallCaps = true
		key.tracking = max(key.tracking, key.size.Mul(30, 1000))
	case book.Superscript:
		lk.rise += key.size.Mul(33, 100)
		key.size = key.size.Mul(66, 100)
		key.oldStyle = false
	case book.Subscript:
		lk.rise -= key.size.Mul(14, 100)
		key.size = key.size.Mul(66, 100)
		key.oldStyle = false
	case book.Small:
		key.size = key.size.Mul(85, 100)
	case book.Keyboard:
		key.family = p.set.theme.Fonts.Sans
		key.size = key.size.Mul(85, 100)
		key.hyphenate, key.oldStyle = false, false
		lk.deco |= boxed
	case book.Strike:
		lk.deco |= struck
	case book.Underline:
		lk.deco |= underlined
	case book.Highlight:
		lk.deco |= highlighted
	}
	lk.font = p.set.font(key)
	return lk
}

// code appends literal text in the mono face, brought to the height of the
// letters around it.
func (p *paragraph) code(c *book.Code, lk look) {
	key := lk.font.fontKey
	key.family, key.literal, key.hyphenate = p.set.theme.Fonts.Mono, true, false
	key.smallCaps, key.oldStyle = false, false
	key.size = key.size.Mul(88, 100)
	lk.font = p.set.font(key)
	lk.elem = NewElement(lk.elem, "Code")
	p.isolate(false, func() { p.push(c.Value, lk, span{of: c}) })
}

func (p *paragraph) foreign(in *book.Span, lk look) {
	if in.Indexed && p.set.chapter != nil && !p.set.dry {
		d := &Dest{Page: -1, Elem: lk.elem}
		p.marks = append(p.marks, d)
		p.set.out.index = append(p.set.out.index, indexed{in, d})
	}
	outer := lk.font.lang
	if in.Lang != "" && in.Lang != outer {
		key := lk.font.fontKey
		key.lang = in.Lang
		lk.font = p.set.font(key)
		lk.elem = NewElement(lk.elem, "Span")
		lk.elem.Lang = in.Lang
	}
	if rtl := locale.RightToLeft(lk.font.lang); rtl != locale.RightToLeft(outer) {
		p.isolate(rtl, func() { p.add(in.Content, lk) })
		return
	}
	p.add(in.Content, lk)
}

func (p *paragraph) link(in *book.Link, lk look) {
	l := &link{contents: in.Title}
	if in.Chapter != nil {
		l.dest = p.set.places.find(in.Chapter, in.Anchor)
	} else if !strings.HasPrefix(in.URL, "#") {
		l.uri = in.URL
	}
	if l.dest == nil && l.uri == "" || lk.link != nil {
		p.add(in.Content, lk)
		return
	}
	if l.contents == "" {
		l.contents = linkContents(in)
	}
	l.elem = NewElement(lk.elem, "Link")
	lk.elem, lk.link = l.elem, l
	if p.set.screen {
		lk.color = Color(p.set.theme.Colors.Link)
	}
	p.add(in.Content, lk)
	if !p.set.screen && l.uri != "" && slices.Contains(addressed, p.style.Name) {
		p.address(webAddress(l.uri, book.PlainText(in.Content)), lk)
	}
}

// address appends where a link leads, in brackets.
func (p *paragraph) address(text string, lk look) {
	if text == "" {
		return
	}
	key := lk.font.fontKey
	key.hyphenate = false
	lk.font = p.set.font(key)
	p.push(" (", lk, span{})
	p.isolate(false, func() { p.push(text, lk, span{address: true, glued: true}) })
	p.push(")", lk, span{glued: true})
}

// linkContents says where a link leads.
func linkContents(in *book.Link) string {
	text := strings.TrimSpace(book.PlainText(in.Content))
	switch {
	case in.Chapter != nil && text == "":
		return book.PlainText(in.Chapter.Title)
	case in.Chapter != nil || text == in.URL:
		return text
	case text == "":
		return in.URL
	}
	return text + " (" + in.URL + ")"
}

// noteRef appends the superior figure that calls a note.
func (p *paragraph) noteRef(in *book.NoteRef, lk look) {
	n := p.set.callNote(in)
	if n == nil {
		return
	}
	c := &call{note: n, dest: &Dest{}}
	lk = p.superior(lk)
	ref := NewElement(lk.elem, "Reference")
	l := &link{elem: NewElement(ref, "Link"), dest: n.dest}
	l.contents = p.set.words.Format(locale.Note, p.set.words.Number(in.Note.Number))
	lk.elem, lk.link = l.elem, l
	p.push(locale.Number(p.set.lang, in.Note.Number), lk, span{call: c, glued: true})
}

// superior returns the look of figures above the line: those of the face where
// it has them, since scaled ones are too light.
func (p *paragraph) superior(lk look) look {
	key := lk.font.fontKey
	if !lk.font.stack.Face().HasFeature("sups") {
		lk = p.styled(book.Superscript, lk)
		key = lk.font.fontKey
	}
	key.superior = true
	key.italic, key.smallCaps, key.oldStyle, key.hyphenate, key.tracking = false, false, false, false, 0
	lk.font = p.set.font(key)
	return lk
}

// lastRune and firstRune return the runes beside a place in the text.
func (p *paragraph) lastRune(at int) rune {
	r, _ := utf8.DecodeLastRuneInString(p.text[:at])
	return r
}

func (p *paragraph) firstRune(at int) rune {
	r, _ := utf8.DecodeRuneInString(p.text[at:])
	return r
}
