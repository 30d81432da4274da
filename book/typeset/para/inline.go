package para

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/address"
	"octavo/book/base/unit"
	"octavo/book/language/bidi"
	"octavo/book/language/capital"
	"octavo/book/language/locale"
	"octavo/book/language/stress"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
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

// A Look is how a piece of a paragraph is set, and what it is.
type Look struct {
	Font  *Font
	Color document.Color
	rise  unit.Length // of the baseline
	deco  decoration
	marks stress.Side // of marks of emphasis
	Elem  *document.Element
	Link  *Link
}

// A Link leads from letters to a place.
type Link struct {
	Elem     *document.Element
	Contents string
	URI      string
	Dest     *document.Dest
}

// An Indexed place is a place that the index lists. A place that links lead to, and the
// index does not list, has no span.
type Indexed struct {
	Span *book.Span
	Dest *document.Dest
	elem *document.Element // that stands there, when Dest does not know it
}

// A span is a piece of the paragraph's text in one look.
type span struct {
	start, end int // in the paragraph's text
	look       int
	src        *book.Text  // where it comes from; nil for text of our own
	off        int         // of start in src
	of         book.Inline // the code or picture that it is; nil for text
	call       *flow.Call  // the span is a note call
	image      *book.Image
	formula    *formulaPiece
	reading    string // the span is a base, and this stands over it
	glued      bool   // no break before it
	level      bidi.Level
	forced     bool      // a forced line end
	marks      []Indexed // places that begin here
	address    bool      // it may be broken at its separators
}

// A Paragraph is text on its way from inlines to lines.
type Paragraph struct {
	set      Context
	style    *theme.Style
	buf      []byte
	text     string
	looks    []Look
	spans    []span
	atoms    []atom
	breaks   []int          // where lines may end in text
	cursor   cursor         // up to which text is in atoms
	ready    int            // atoms that are set at a time; see [Paragraph.portion]
	dir      book.Direction // of all of it, where it is said
	rtl      bool           // the text runs from right to left
	within   bool           // it runs as what is around it; see [Paragraph.Within]
	pointed  bool           // it has Hebrew with its vowels
	levels   []bidi.Level   // of the bytes of text; nil when all of it runs one way
	isolates []bidi.Isolate // of text, from outside to inside
	leadIn   int            // words still to be set in small capitals
	measure  unit.Length
	marks    []Indexed   // of the next span
	lost     []Lack      // characters that no font has, told with the next line
	small    []MadeAt    // of what small capitals are made, told with the next line
	torn     bool        // lines end where none may
	told     bool        // and that has been reported
	held     bool        // some spaces are no line ends by a habit of the language
	yields   bool        // and that habit is given up
	soft     bool        // the text has soft hyphens
	hyphens  bool        // a word that is too wide is hyphenated, whatever the style says
	Outdent  unit.Length // by which the first line begins to the left of the others
	initial  *initial    // nil for none
	Skip     int         // bytes of the first text that are not set, such as an indent
	More     bool        // a space follows the last word: the element goes on with another paragraph
	items    itemList
}

// Look returns the plain look of a style, for text of elem.
func (e *Engine) Look(style *theme.Style, lang string, elem *document.Element) Look {
	return Look{Font: e.Font(e.StyleKey(style, lang)), Color: document.Color(style.Color), Elem: elem}
}

// Add appends inlines in a look.
func (p *Paragraph) Add(list []book.Inline, lk Look) {
	p.say(list)
	p.add(list, lk)
}

func (p *Paragraph) add(list []book.Inline, lk Look) {
	for _, in := range list {
		p.inline(in, lk)
	}
}

func (p *Paragraph) inline(in book.Inline, lk Look) {
	switch in := in.(type) {
	case *book.Text:
		p.running(in, lk)
	case *book.Styled:
		p.add(in.Content, p.dressed(in.Style, tagged(in.Style, lk)))
	case *book.Code:
		p.code(in, lk)
	case *book.Link:
		p.link(in, lk)
	case *book.Span:
		p.foreign(in, lk)
	case *book.Ruby:
		p.ruby(in, lk)
	case *book.NoteRef:
		p.noteRef(in, lk)
	case *book.LineBreak:
		p.Break(lk)
	case *book.Math:
		p.formula(in, lk)
	case *book.InlineImage:
		p.push("\uFFFC", lk, span{image: in.Image, of: in})
	}
}

// push appends text with the facts of a span, in small capitals as far as the look says so.
func (p *Paragraph) push(text string, lk Look, sp span) {
	if !lk.Font.smallCaps || p.set.smallCapitals(lk.Font, text) {
		p.put(text, lk, sp)
		return
	}
	p.madeSmall(text, lk, sp)
}

// put appends text as it is.
func (p *Paragraph) put(text string, lk Look, sp span) {
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
func (p *Paragraph) running(t *book.Text, lk Look) {
	value := t.Value
	off := 0
	if len(p.spans) == 0 {
		off = p.Skip
	}
	if p.initial != nil && len(p.spans) == 0 {
		off = p.initial.size
	}
	if lk.marks != stress.None { // the stress goes before the lead-in
		p.leadIn = 0
	}
	if p.leadIn > 0 {
		from := off
		off = from + p.leadWords(value[from:])
		small := lk
		key := lk.Font.FontKey
		key.smallCaps = true
		key.tracking = key.Size.Mul(30, 1000) // small capitals are read better a little apart; by eye
		small.Font = p.set.Font(key)
		p.push(value[from:off], small, span{src: t, off: from})
	}
	if p.style.Caps {
		// The offset is that of the small letters where these take more bytes: a page
		// hardly begins within such a line.
		p.words(capital.Upper(value[off:], lk.Font.lang), lk, span{src: t, off: off})
		return
	}
	p.words(value[off:], lk, span{src: t, off: off})
}

// leadWords returns the length of the words of s that belong to the lead-in:
// as many as are still to come, or up to the end of a clause.
func (p *Paragraph) leadWords(s string) int {
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

// tagged returns the look of text under a style whose meaning a screen reader is told.
func tagged(style book.Style, lk Look) Look {
	switch {
	case lk.Elem == nil:
	case style == book.Emphasis:
		lk.Elem = document.NewElement(lk.Elem, "Em")
	case style == book.Strong:
		lk.Elem = document.NewElement(lk.Elem, "Strong")
	}
	return lk
}

// Plain appends text of our own.
func (p *Paragraph) Plain(text string, lk Look) {
	if p.style.Caps {
		text = capital.Upper(text, lk.Font.lang)
	}
	p.push(text, lk, span{})
}

// Break forces a line end.
func (p *Paragraph) Break(lk Look) { p.push("", lk, span{forced: true}) }

// styled returns the look of text under a style. The shares of the size are by eye: raised
// and lowered figures have two thirds of it, so that their strokes are not much thinner,
// and stand a third higher or a seventh lower; small text and keys have 85 hundredths.
func (p *Paragraph) styled(style book.Style, lk Look) Look {
	key := lk.Font.FontKey
	switch style {
	case book.Emphasis:
		key.italic, key.stressed = !key.italic, !key.stressed
	case book.Cite, book.Defining:
		key.italic = !key.italic
	case book.Strong:
		key.weight = 700
		if lk.Font.weight >= 600 {
			key.weight = 800
		}
	case book.SmallCaps:
		key.smallCaps = true
		key.tracking = max(key.tracking, key.Size.Mul(30, 1000))
	case book.Superscript:
		lk.rise += key.Size.Mul(33, 100)
		key.Size = key.Size.Mul(66, 100)
		key.OldStyle = false
	case book.Subscript:
		lk.rise -= key.Size.Mul(14, 100)
		key.Size = key.Size.Mul(66, 100)
		key.OldStyle = false
	case book.Small:
		key.Size = key.Size.Mul(85, 100)
	case book.Keyboard:
		key.family = p.set.theme.Fonts.Sans
		key.Size = key.Size.Mul(85, 100)
		key.hyphenate, key.OldStyle = false, false
		lk.deco |= boxed
	case book.Strike:
		lk.deco |= struck
	case book.Underline, book.Inserted:
		lk.deco |= underlined
	case book.Highlight:
		lk.deco |= highlighted
	}
	lk.Font = p.set.Font(key)
	return lk
}

// code appends literal text in the mono face, at 88 hundredths of the size, by eye: mono
// faces have larger small letters, which then are about as high as the letters around.
func (p *Paragraph) code(c *book.Code, lk Look) {
	key := lk.Font.FontKey
	key.family, key.literal, key.hyphenate = p.set.theme.Fonts.Mono, true, false
	key.smallCaps, key.OldStyle = false, false
	key.Size = key.Size.Mul(88, 100)
	lk.Font, lk.marks = p.set.Font(key), stress.None
	lk.Elem = document.NewElement(lk.Elem, "Code")
	p.isolate(false, func() { p.push(c.Value, lk, span{of: c}) })
}

func (p *Paragraph) foreign(in *book.Span, lk Look) {
	if in.Indexed && p.set.Indexed {
		p.marks = append(p.marks, Indexed{Span: in, Dest: &document.Dest{Page: -1, Elem: lk.Elem}})
	}
	outer := lk.Font.lang
	if in.Lang != "" && in.Lang != outer {
		key := lk.Font.FontKey
		key.lang = in.Lang
		lk.Font = p.set.Font(key)
		lk.Elem = document.NewElement(lk.Elem, "Span")
		lk.Elem.Lang = in.Lang
	}
	p.mark(in.ID, lk.Elem)
	add := func() { p.add(in.Content, lk) }
	rtl := locale.RightToLeft(lk.Font.lang)
	switch {
	case in.Dir == book.DirAuto:
		p.apart(bidi.Isolate{Auto: true}, add)
	case in.Dir != book.DirInherit:
		p.apart(bidi.Isolate{RTL: in.Dir == book.DirRTL, Override: in.Override}, add)
	case rtl != locale.RightToLeft(outer):
		p.isolate(rtl, add)
	default:
		add()
	}
}

// mark makes what is appended next the place of an id.
func (p *Paragraph) mark(id string, elem *document.Element) {
	if id == "" {
		return
	}
	if d := p.set.Book.Here(id); d != nil {
		p.marks = append(p.marks, Indexed{Dest: d, elem: elem})
	}
}

// say takes the direction of a paragraph from the span that is all of it.
func (p *Paragraph) say(list []book.Inline) {
	s := book.Sole(list)
	switch {
	case s == nil || len(p.spans) > 0:
	case s.Dir != book.DirInherit:
		p.dir = s.Dir
	case s.Lang != "" && locale.RightToLeft(s.Lang) != locale.RightToLeft(p.set.Lang):
		p.dir = book.DirLTR
		if locale.RightToLeft(s.Lang) {
			p.dir = book.DirRTL
		}
	}
}

// Leads returns where a link of the model leads, with an element for it in parent; nil for a
// link that leads nowhere.
func (c *Context) Leads(in *book.Link, parent *document.Element) *Link {
	l := &Link{Contents: in.Title}
	if in.Chapter != nil {
		l.Dest = c.Book.Place(in.Chapter, in.Anchor)
	} else if address.Href(in.URL) != "" { // a link that leads nowhere is its words
		l.URI = in.URL
	}
	if l.Dest == nil && l.URI == "" {
		return nil
	}
	if l.Contents == "" {
		l.Contents = linkContents(in)
	}
	l.Elem = document.NewElement(parent, "Link")
	return l
}

func (p *Paragraph) link(in *book.Link, lk Look) {
	if lk.Link != nil {
		p.add(in.Content, lk)
		return
	}
	l := p.set.Leads(in, lk.Elem)
	if l == nil {
		p.add(in.Content, lk)
		return
	}
	lk.Elem, lk.Link = l.Elem, l
	if p.set.Screen {
		lk.Color = document.Color(p.set.theme.Colors.Link)
	}
	p.add(in.Content, lk)
	if !p.set.Screen && l.URI != "" && slices.Contains(addressed, p.style.Name) {
		p.address(webAddress(l.URI, book.PlainText(in.Content)), lk)
	}
}

// address appends where a link leads, in brackets.
func (p *Paragraph) address(text string, lk Look) {
	if text == "" {
		return
	}
	key := lk.Font.FontKey
	key.hyphenate = false
	lk.Font = p.set.Font(key)
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
func (p *Paragraph) noteRef(in *book.NoteRef, lk Look) {
	n := p.set.Book.Note(in)
	if n == nil {
		return
	}
	c := &flow.Call{Note: n, From: &document.Dest{}}
	lk = p.superior(lk)
	ref := document.NewElement(lk.Elem, "Reference")
	c.From.Elem = ref
	l := &Link{Elem: document.NewElement(ref, "Link"), Dest: n.Dest}
	l.Contents = p.set.Words.Format(locale.Note, p.set.Words.Number(in.Note.Number))
	lk.Elem, lk.Link = l.Elem, l
	p.push(locale.Number(p.set.Lang, in.Note.Number), lk, span{call: c, glued: true})
}

// superior returns the look of figures above the line: the superior figures of a face
// that has them, since scaled figures are too light.
func (p *Paragraph) superior(lk Look) Look {
	key := lk.Font.FontKey
	if !lk.Font.stack.Face().HasFeature("sups") {
		lk = p.styled(book.Superscript, lk)
		key = lk.Font.FontKey
	}
	key.superior, lk.marks = true, stress.None
	key.italic, key.smallCaps, key.OldStyle, key.hyphenate, key.tracking = false, false, false, false, 0
	lk.Font = p.set.Font(key)
	return lk
}

// lastRune and firstRune return the runes beside a place in the text.
func (p *Paragraph) lastRune(at int) rune {
	r, _ := utf8.DecodeLastRuneInString(p.text[:at])
	return r
}

func (p *Paragraph) firstRune(at int) rune {
	r, _ := utf8.DecodeRuneInString(p.text[at:])
	return r
}
