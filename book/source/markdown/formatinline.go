package markdown

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"octavo/book"
)

// A runKind is where a run of text stands, which decides what has to be escaped.
type runKind int

const (
	runParagraph runKind = iota
	runTerm              // a line of its own that cannot be broken
	runHeading
	runCell
	runCaption // behind "Table: "
	runValue   // in front matter, where nothing but inlines is read
	runLabel   // the alternative text of an image
	runQuoted  // a caption or credit in quotation marks
)

// maxStars is how many emphases of a run are written with stars; tags stand for
// the rest, since Parse bounds the stars of a paragraph. 400 emphases are 800 runs of
// stars of the 2,000 that a paragraph may have (maxDelimiters).
const maxStars = 400

// formatInline writes a run of text; math says that dollar signs enclose formulas.
func formatInline(list []book.Inline, kind runKind, math bool) string {
	w := &inlineWriter{kind: kind, math: math}
	w.start = kind == runParagraph || kind == runTerm
	w.inlines(list, 0)
	return w.b.String()
}

// An inlineWriter writes inlines.
type inlineWriter struct {
	b     strings.Builder
	kind  runKind
	math  bool // dollar signs are escaped
	start bool // at the beginning of a line
	stars int  // emphases written with stars
	depth int  // emphases with stars that are open
}

// last returns the last character written, a space at the beginning of a line.
func (w *inlineWriter) last() rune {
	s := w.b.String()
	if s == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func (w *inlineWriter) put(s string) {
	if s != "" {
		w.start = false
	}
	w.b.WriteString(s)
}

// inlines writes list; end is the character that follows it, 0 at the end of the
// block.
func (w *inlineWriter) inlines(list []book.Inline, end rune) {
	list = unlinked(list)
	for i, in := range list {
		var before book.Inline
		if i > 0 {
			before = list[i-1]
		}
		next := end
		if i+1 < len(list) {
			next = opening(list[i+1])
		}
		w.inline(in, before, next)
	}
}

// unlinked returns a list with the words of links without an address in their places.
func unlinked(list []book.Inline) []book.Inline {
	dead := func(in book.Inline) bool {
		l, ok := in.(*book.Link)
		return ok && l.URL == ""
	}
	if !slices.ContainsFunc(list, dead) {
		return list
	}
	var out []book.Inline
	for _, in := range list {
		parts := []book.Inline{in}
		if dead(in) {
			parts = unlinked(in.(*book.Link).Content)
		}
		for _, part := range parts {
			t, ok := part.(*book.Text)
			if n := len(out); ok && n > 0 {
				if before, ok := out[n-1].(*book.Text); ok {
					out[n-1] = &book.Text{Value: before.Value + t.Value, Pos: before.Pos}
					continue
				}
			}
			out = append(out, part)
		}
	}
	return out
}

// opening returns the character that an inline begins with when written, '*'
// when it may be a star.
func opening(in book.Inline) rune {
	switch in := in.(type) {
	case *book.Text:
		r, _ := utf8.DecodeRuneInString(in.Value)
		return r
	case *book.Styled:
		if in.Style == book.Emphasis || in.Style == book.Strong {
			return '*'
		}
		if in.Style == book.Strike {
			return '~'
		}
		return '<'
	case *book.Code:
		return '`'
	case *book.LineBreak:
		return '\\'
	case *book.Math:
		return '$'
	case *book.Ruby:
		return '<'
	case *book.Link, *book.Span, *book.NoteRef, *book.InlineImage: // the last is one behind its "!"
	}
	return '['
}

func (w *inlineWriter) inline(in, before book.Inline, next rune) {
	switch in := in.(type) {
	case *book.Text:
		_, called := before.(*book.NoteRef)
		w.text(in.Value, next, called)
	case *book.Styled:
		w.styled(in, next)
	case *book.Code:
		if _, ok := before.(*book.Code); ok {
			w.put("<!-- -->") // keeps the backticks apart
		}
		w.code(in.Value)
	case *book.Link:
		w.link(in)
	case *book.InlineImage:
		w.put("![")
		w.text(in.Image.Alt, ']', false)
		w.put("](" + destination(in.Image.Src, w.kind) + ")")
		if in.Image.Source != "" {
			w.put("{" + sourceKey + "=" + quoted(in.Image.Source) + "}")
		}
	case *book.NoteRef:
		w.put("[^" + in.Note.Label + "]")
	case *book.LineBreak:
		if w.kind == runParagraph && w.last() != '\\' { // goldmark sees two backslashes, not a break
			w.put("\\\n")
			w.start = true
		} else {
			w.put("<br>")
		}
	case *book.Span:
		w.span(in)
	case *book.Ruby:
		w.put("<ruby>")
		w.inlines(in.Content, '<')
		w.put("<rt>")
		w.text(in.Text, '<', false)
		w.put("</rt></ruby>")
	case *book.Math:
		w.formula(in, next)
	}
}

// tags are the elements that stand for styles.
var tags = [...]string{
	book.Emphasis: "em", book.Strong: "strong", book.Strike: "s", book.Superscript: "sup", book.Subscript: "sub",
	book.Underline: "u", book.Highlight: "mark", book.Keyboard: "kbd", book.Small: "small", book.Cite: "cite",
	book.Inserted: "ins", book.Defining: "dfn",
}

func (w *inlineWriter) styled(s *book.Styled, next rune) {
	mark := ""
	switch s.Style {
	case book.SmallCaps:
		w.put("[")
		w.inlines(s.Content, ']')
		w.put("]{.smallcaps}")
		return
	case book.Emphasis:
		mark = "*"
	case book.Strong:
		mark = "**"
	case book.Strike:
		mark = "~~"
	}
	if mark != "" && w.marks(s, mark, next) {
		w.stars++
		w.depth++
		w.put(mark)
		w.inlines(s.Content, rune(mark[0]))
		w.put(mark)
		w.depth--
		return
	}
	w.put("<" + tags[s.Style] + ">")
	w.inlines(s.Content, '<')
	w.put("</" + tags[s.Style] + ">")
}

// marks reports whether a style can be written with marks: its content begins
// and ends with a letter or digit, or with another sign where a space stands outside, no
// like mark is beside it, and within other marks it stands between spaces, so that each
// mark can only open or only close.
func (w *inlineWriter) marks(s *book.Styled, mark string, next rune) bool {
	first, ok1 := s.Content[0].(*book.Text)
	last, ok2 := s.Content[len(s.Content)-1].(*book.Text)
	if !ok1 || !ok2 || w.stars >= maxStars {
		return false
	}
	f, _ := utf8.DecodeRuneInString(first.Value)
	l, _ := utf8.DecodeLastRuneInString(last.Value)
	if w.last() == rune(mark[0]) || next == rune(mark[0]) {
		return false
	}
	spaced, ends := w.last() == ' ' || w.last() == '\n', next == ' ' || next == 0
	if w.depth > 0 {
		return isWordRune(f) && isWordRune(l) && w.last() == ' ' && ends
	}
	return (isWordRune(f) || spaced && isStop(f)) && (isWordRune(l) || ends && isStop(l))
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isStop reports whether r is a sign of sentences that means nothing to Markdown: a stop, a
// dash, a quotation mark that no typing needs to turn.
func isStop(r rune) bool {
	return r < utf8.RuneSelf && strings.ContainsRune(".,:;!?()", r) || r > utf8.RuneSelf && unicode.IsPunct(r)
}

func (w *inlineWriter) code(value string) {
	longest := 0
	for i := 0; i < len(value); {
		n := run([]byte(value[i:]), '`')
		longest = max(longest, n)
		i += max(n, 1)
	}
	if w.kind == runCell {
		value = strings.ReplaceAll(value, "|", `\|`)
	}
	pad := ""
	if strings.HasPrefix(value, "`") || strings.HasSuffix(value, "`") || strings.HasPrefix(value, " ") && strings.HasSuffix(value, " ") {
		pad = " "
	}
	fence := strings.Repeat("`", longest+1)
	w.put(fence + pad + value + pad + fence)
}

func (w *inlineWriter) link(l *book.Link) {
	if auto(l) {
		w.put("<" + strings.TrimPrefix(l.URL, "mailto:") + ">")
		return
	}
	w.put("[")
	w.inlines(l.Content, ']')
	w.put("](" + destination(l.URL, w.kind))
	if l.Title != "" {
		w.put(` "` + escapeTitle(l.Title, w.kind) + `"`)
	}
	w.put(")")
	switch {
	case l.External && l.Wiki:
		w.put("{.external .wikilink}")
	case l.External:
		w.put("{.external}")
	case l.Wiki:
		w.put("{.wikilink}")
	}
}

// auto reports whether a link is an address that says itself.
func auto(l *book.Link) bool {
	if len(l.Content) != 1 || l.Title != "" || l.External || l.Wiki {
		return false
	}
	t, ok := l.Content[0].(*book.Text)
	if !ok {
		return false
	}
	for _, c := range []byte(t.Value) {
		if !isAlnum(c) && strings.IndexByte("-._:/@", c) < 0 {
			return false
		}
	}
	if addr, mail := strings.CutPrefix(l.URL, "mailto:"); mail {
		return t.Value == addr && util.FindEmailIndex([]byte(addr)) == len(addr)
	}
	return t.Value == l.URL && (strings.HasPrefix(l.URL, "https://") || strings.HasPrefix(l.URL, "http://"))
}

// destination writes the address of a link or image.
func destination(s string, kind runKind) string {
	plain := s != ""
	for _, c := range []byte(s) {
		if c <= ' ' || strings.IndexByte("()<>\\&|\"'", c) >= 0 {
			plain = false
		}
	}
	if plain {
		return s
	}
	return "<" + escapeTitle(s, kind) + ">"
}

// escapeTitle escapes what ends or changes an address or title.
func escapeTitle(s string, kind runKind) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' && kind == runQuoted:
			b.WriteString("&quot;")
			continue
		case strings.ContainsRune("\\<>&\"|", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (w *inlineWriter) span(s *book.Span) {
	if s.Indexed {
		w.put("[")
		w.inlines(s.Content, ']')
		if s.Entry == "" {
			w.put("]{.index}")
		} else {
			w.put("]{index=\"" + s.Entry + "\"}")
		}
		return
	}
	switch {
	case s.Time != "":
		w.put("<time" + attributesOf(s.ID, s.Lang, s.Dir) + ` datetime="` + s.Time + `">`)
		w.inlines(s.Content, '<')
		w.put("</time>")
		return
	case s.Override:
		w.put("<bdo" + attributesOf(s.ID, s.Lang, s.Dir) + ">")
		w.inlines(s.Content, '<')
		w.put("</bdo>")
		return
	case s.Title == "":
		w.put("[")
		w.inlines(s.Content, ']')
		w.put("]{" + bracesFor(s) + "}")
		return
	}
	w.put("<abbr" + attributesOf(s.ID, s.Lang, s.Dir))
	// goldmark takes a tag that holds U+FFFD as such for text.
	title := strings.NewReplacer("\uFFFD", "&#xFFFD;", "|", "&#124;", "`", "&#96;", `\`, "&#92;").Replace(html.EscapeString(s.Title))
	w.put(` title="` + title + `">`)
	w.inlines(s.Content, '<')
	w.put("</abbr>")
}

// formula writes a formula. A figure right behind the closing dollar sign would undo the
// formula, so that an empty comment keeps the two apart.
func (w *inlineWriter) formula(m *book.Math, next rune) {
	tex := strings.ReplaceAll(m.TeX, "\n", " ")
	if w.kind == runCell {
		tex = strings.ReplaceAll(tex, "|", `\|`)
	}
	w.put("$" + tex + "$")
	if next >= '0' && next <= '9' {
		w.put("<!-- -->")
	}
}
