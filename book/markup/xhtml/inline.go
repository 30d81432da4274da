package xhtml

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/language/stress"
)

// styleTags are the elements of the styles; a class tells apart what HTML does
// not.
var styleTags = map[book.Style]struct{ tag, class string }{
	book.Emphasis:    {"em", ""},
	book.Strong:      {"strong", ""},
	book.Strike:      {"del", ""},
	book.Superscript: {"sup", ""},
	book.Subscript:   {"sub", ""},
	book.SmallCaps:   {"span", "small-caps"},
	book.Underline:   {"u", ""},
	book.Inserted:    {"ins", ""},
	book.Defining:    {"dfn", ""},
	book.Highlight:   {"mark", ""},
	book.Keyboard:    {"kbd", ""},
	book.Small:       {"small", ""},
	book.Cite:        {"cite", ""},
}

// Inlines writes a run of inlines.
func (r *Renderer) Inlines(list []book.Inline) {
	for _, in := range list {
		r.inline(in)
	}
}

func (r *Renderer) inline(in book.Inline) {
	switch in := in.(type) {
	case *book.Text:
		r.marked(in, in.Value)
	case *book.Styled:
		t, ok := styleTags[in.Style]
		if !ok {
			r.Inlines(in.Content)
			return
		}
		r.markStart(in.Content, withinLine)
		r.Open(t.tag, "class", t.class)
		before := r.stress
		if in.Style == book.Emphasis && stress.Of(r.Lang) != stress.None {
			r.stress = !before
		}
		r.Inlines(in.Content)
		r.stress = before
		r.Close()
	case *book.Code:
		r.markStart([]book.Inline{in}, withinLine)
		r.Open("code", "class", codeClass(in.Value), "translate", "no", "dir", r.Literal())
		words, marks := r.leadIn, r.stress
		r.leadIn, r.stress = 0, false
		r.marked(in, in.Value)
		r.leadIn, r.stress = words, marks
		r.Close()
	case *book.Link:
		r.link(in)
	case *book.InlineImage:
		r.inlineImage(in)
	case *book.NoteRef:
		r.noteRef(in)
	case *book.LineBreak:
		r.Void("br")
	case *book.Span:
		r.span(in)
	case *book.Ruby:
		r.ruby(in)
	case *book.Math:
		r.Mark(in)
		r.formula(in, false)
	}
}

// shortCode is how many characters of code stay on one line: more would not fit
// a phone when its letters are large.
const shortCode = 14

// codeClass is "short" for code of a few characters that a line could end within.
func codeClass(s string) string {
	if utf8.RuneCountInString(s) <= shortCode && strings.ContainsAny(s, " -/?") {
		return "short"
	}
	return ""
}

func (r *Renderer) link(l *book.Link) {
	href := ""
	if r.Href != nil {
		href = r.Href(l)
	}
	if href == "" || r.inLink {
		r.Inlines(l.Content)
		return
	}
	r.markStart(l.Content, withinLine)
	r.Open("a", "href", href, "title", l.Title)
	r.inLink = true
	r.Inlines(l.Content)
	r.inLink = false
	r.Close()
}

// ruby writes a ruby with the brackets that stand for the small letters in reading systems
// without them.
func (r *Renderer) ruby(in *book.Ruby) {
	r.markStart(in.Content, withinLine)
	r.Open("ruby")
	r.Inlines(in.Content)
	r.Element("rp", "(")
	r.Element("rt", in.Text)
	r.Element("rp", ")")
	r.Close()
}

func (r *Renderer) span(s *book.Span) {
	r.markStart(s.Content, withinLine)
	lang, dir, restore := r.turn(s.Lang, s.Dir)
	tag := "span"
	switch {
	case s.Title != "":
		tag = "abbr"
	case s.Time != "":
		tag = "time"
	case s.Override:
		tag = "bdo"
	case s.Dir == book.DirAuto:
		tag, dir = "bdi", "" // which finds its direction itself
	}
	id := anchor(s.ID)
	if s.Indexed {
		id = r.place(s)
	}
	r.Open(tag, "id", id, "lang", lang, "xml:lang", lang, "dir", dir, "title", s.Title, "datetime", s.Time)
	r.Inlines(s.Content)
	r.Close()
	restore()
}

func (r *Renderer) inlineImage(in *book.InlineImage) {
	r.Mark(in)
	if in.Image == nil || in.Image.Picture == nil || r.Picture == nil {
		return
	}
	if src := r.Picture(in.Image.Picture); src != "" {
		r.Void("img", "class", "inline", "src", src, "alt", in.Image.Alt)
	}
}

// noteRef writes the call of a note. Reading systems show the note in a window
// of its own when they know epub:type "noteref".
func (r *Renderer) noteRef(in *book.NoteRef) {
	n := strconv.Itoa(in.Note.Number)
	id := callID(in.Note.Number, in.Call)
	if r.called == nil {
		r.called = map[*book.Note]int{}
	}
	r.called[in.Note] = max(r.called[in.Note], in.Call)
	if r.inLink { // a link cannot hold another
		r.Element("sup", locale.Number(r.Lang, in.Note.Number), "id", id)
		return
	}
	r.Open("a", "class", "noteref", "id", id, "href", "#note."+n,
		"epub:type", "noteref", "role", "doc-noteref")
	r.Text(locale.Number(r.Lang, in.Note.Number))
	r.Close()
}

func callID(note, call int) string {
	return "call." + strconv.Itoa(note) + "." + strconv.Itoa(call)
}

// Notes writes the footnotes of a chapter. The number of each is a way back to its
// first call, and those to the other calls follow its text. A heading would stand alone where a reading system hides the
// notes and shows them in windows, so there is none.
func (r *Renderer) Notes(notes []*book.Note) {
	if len(notes) == 0 {
		return
	}
	r.Open("div", "class", "footnotes")
	r.Newline()
	for _, n := range notes {
		r.note(n)
	}
	r.CloseLine()
}

func (r *Renderer) note(n *book.Note) {
	num := strconv.Itoa(n.Number)
	lang, dir, restore := r.turn(n.Lang, book.DirInherit)
	r.Open("aside", "id", "note."+num, "epub:type", "footnote", "role", "doc-footnote", "lang", lang, "xml:lang", lang, "dir", dir)
	back := func() {
		r.Element("a", locale.Number(r.Lang, n.Number), "class", "backlink", "href", "#"+callID(n.Number, 1), "role", "doc-backlink",
			"aria-label", r.Words.Back(r.Words.Number(n.Number)))
		r.Text(". ")
	}
	blocks := n.Blocks
	if p, ok := firstParagraph(blocks); ok {
		r.Open("p")
		back()
		r.Mark(p)
		r.Run(p.Content)
		if blocks = blocks[1:]; len(blocks) == 0 {
			r.furtherCalls(n)
		}
		r.CloseLine()
	} else {
		r.Open("p")
		back()
		r.CloseLine()
	}
	if r.Blocks(blocks); len(blocks) > 0 && r.called[n] > 1 {
		r.Open("p")
		r.furtherCalls(n)
		r.CloseLine()
	}
	r.CloseLine()
	restore()
}

// furtherCalls writes the ways back to all calls of a note but the first, to which its number
// leads. Each has the number of its call: "↑2 ↑3".
func (r *Renderer) furtherCalls(n *book.Note) {
	for call := 2; call <= r.called[n]; call++ {
		r.Text(" ")
		r.Element("a", "↑"+locale.Number(r.Lang, call), "class", "backlink", "href", "#"+callID(n.Number, call), "role", "doc-backlink",
			"aria-label", r.Words.Items(r.Words.Back(r.Words.Number(n.Number)), r.Words.Number(call)))
	}
}

func firstParagraph(list []book.Block) (*book.Paragraph, bool) {
	if len(list) == 0 {
		return nil, false
	}
	p, ok := list[0].(*book.Paragraph)
	return p, ok
}
