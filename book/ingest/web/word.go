package web

import (
	"strconv"
	"strings"

	"octavo/book/base/pattern"
	"octavo/book/markup/css"
	"octavo/book/source/rawhtml"
)

// A wordPage is a page that Word has written, whole or "filtered".
type wordPage struct{ remarks int }

// clean takes out what only Word reads, and gives paragraphs the elements of their styles.
func (w *wordPage) clean(e rawhtml.Element) {
	e.RemoveIf(func(c rawhtml.Element) bool {
		class, style := c.Get("class"), strings.ReplaceAll(strings.ToLower(c.Get("style")), " ", "")
		return c.Name() == "p" && tocClass().MatchString(class) || c.Name() == "del" && (c.Has("cite") || c.Has("datetime")) || strings.Contains(style, "mso-hide:all")
	})
	for _, c := range e.Content() {
		switch class := c.Get("class"); {
		case c.Name() == "":
			continue
		case c.Name() == "a" && class == "msocomanchor":
			w.remark(c)
			continue
		case c.Name() == "ins" && (c.Has("cite") || c.Has("datetime")):
			c.Rename("span")
		case c.Name() == "span":
			w.span(c)
		case c.Name() == "p" && (class == "MsoQuote" || class == "MsoIntenseQuote" || class == "MsoBlockText"):
			w.clean(c)
			asQuotation(c)
			continue
		}
		w.clean(c)
	}
}

// tocClass are the styles of a table of contents.
var tocClass = pattern.Later(`^MsoToc(\d|Heading)`)

// span gives a run the elements of its style, but for slanted and bold text, which
// Word writes as elements.
func (w *wordPage) span(c rawhtml.Element) {
	decls, _ := css.Attribute(c.Get("style"))
	l := textLookOf(decls)
	names := textLook{strike: l.strike, sup: l.sup && c.Get("class") != "MsoFootnoteReference", sub: l.sub}.tags()
	if len(names) > 0 && strings.TrimSpace(c.Text()) != "" {
		wrap(c, names)
	}
}

// remark makes the place of a comment one of Google Docs, whose comments are left out and told.
func (w *wordPage) remark(a rawhtml.Element) {
	w.remarks++
	href, name := a.Get("href"), a.Get("name")
	a.SetText("[a]")
	a.Set("href", href)
	a.Set("name", name)
	a.Set("id", "cmnt_ref"+strconv.Itoa(w.remarks))
}

// An item is a paragraph of Word that is an item of a list.
type listItem struct {
	level   int
	ordered bool
	kind    string // of its numbers, as in HTML: "1", "a", "i"
	start   int
}

// lists makes lists of paragraphs that Word has given a mark and a level.
func (w *wordPage) lists(e rawhtml.Element) {
	var out []rawhtml.Element
	var open listStack
	for _, c := range e.Content() {
		it, ok := itemOf(c)
		switch {
		case ok:
			name := "ul"
			if it.ordered {
				name = "ol"
			}
			list, li := rawhtml.New(name), rawhtml.New("li")
			if it.ordered {
				list.Set("type", it.kind)
				list.Set("start", strconv.Itoa(it.start))
			}
			li.SetContent(c.Content())
			list.SetContent([]rawhtml.Element{li})
			out = open.add(out, list, it.level)
			continue
		case c.Name() == "" && strings.TrimSpace(c.Text()) == "":
		default:
			open = nil
			w.lists(c)
		}
		out = append(out, c)
	}
	e.SetContent(out)
}

// The marks of items: a bullet, or a number with what stands around it.
var (
	levelForm  = pattern.Later(`mso-list:\s*l\d+\s+level(\d)`)
	numberMark = pattern.Later(`^\(?(\d{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)]$`)
	bulletMark = pattern.Later(`^[·•o§Øüvà‣▪■□●○–—*-]$`)
)

// itemOf reads a paragraph as an item of a list, and takes its mark out of it.
func itemOf(p rawhtml.Element) (it listItem, ok bool) {
	style := p.Get("style")
	m := levelForm().FindStringSubmatch(style)
	if p.Name() != "p" || m == nil && !strings.HasPrefix(p.Get("class"), "MsoListParagraph") {
		return it, false
	}
	mark, found := takeMark(p)
	if !found {
		return it, false
	}
	it.level, it.start = 1, 1
	if m != nil {
		it.level, _ = strconv.Atoi(m[1])
	} else {
		it.level = indentLevel(style)
	}
	if n := numberMark().FindStringSubmatch(mark); n != nil {
		it.ordered = true
		it.kind, it.start = numbered(n[1])
	}
	return it, true
}

// takeMark takes the mark out of a paragraph: the first run of text that is a mark, with the
// white behind it.
func takeMark(p rawhtml.Element) (mark string, ok bool) {
	list := p.Content()
	for i, c := range list {
		text := strings.TrimSpace(strings.ReplaceAll(c.Text(), "\u00a0", " "))
		if text == "" {
			continue
		}
		known := numberMark().MatchString(text) || bulletMark().MatchString(text)
		if c.Name() == "" && known && i+1 < len(list) && strings.Trim(list[i+1].Text(), " \u00a0\n\r\t") == "" || c.Name() == "span" && known {
			p.SetContent(list[i+1:])
			return text, true
		}
		if c.Name() != "" { // the mark stands within what the rest stands in too
			return takeMark(c)
		}
		return "", false
	}
	return "", false
}

// indentLevel returns the level of an item by its margin: Word's levels are half an inch apart.
func indentLevel(style string) int {
	decls, _ := css.Attribute(style)
	margin := css.Property(decls, "margin-left")
	if margin == "" {
		fields := strings.Fields(css.Property(decls, "margin"))
		if len(fields) == 4 {
			margin = fields[3]
		}
	}
	end := strings.LastIndexAny(margin, "0123456789.") + 1
	value, err := strconv.ParseFloat(margin[:end], 64)
	if err != nil {
		return 1
	}
	switch margin[end:] {
	case "pt":
		value /= 72
	case "cm":
		value /= 2.54
	case "mm":
		value /= 25.4
	}
	return max(1, min(9, int(value*2+0.25)))
}

// numbered returns the type of a number and its value.
func numbered(s string) (kind string, start int) {
	if n, err := strconv.Atoi(s); err == nil {
		return "1", n
	}
	lower := strings.ToLower(s)
	kind = "a"
	start = int(lower[0]-'a') + 1
	if len(lower) > 1 || lower == "i" {
		kind, start = "i", roman(lower)
	}
	if lower != s {
		kind = strings.ToUpper(kind)
	}
	return kind, start
}

// roman returns the value of a Roman number.
func roman(s string) int {
	values := map[rune]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	sum, last := 0, 0
	for _, r := range s {
		v := values[r]
		if sum += v; v > last {
			sum -= 2 * last
		}
		last = v
	}
	return max(sum, 1)
}
