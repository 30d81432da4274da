package web

import (
	"strconv"
	"strings"

	"octavo/book/base/pattern"
	"octavo/book/markup/css"
	"octavo/book/source/rawhtml"
)

// exported rewrites a page that Google Docs or Word has exported as HTML as it is written
// by hand: both have what a text means in classes and styles, and lists without levels. Other
// pages are left as they are.
//
// In: the tree of a page. Out: the same tree, with <em>, <s>, <sup> and the like for runs,
// lists within lists, <blockquote> for quotations, and without what only Word reads.
func exported(e rawhtml.Element) {
	switch head := firstElement(e, func(n rawhtml.Element) bool { return n.Name() == "body" }); {
	case !head.Valid():
	case isDocs(e, head):
		head.Set("class", head.Get("class")+" doc-content")
		d := docsPage{looks: map[string]textLook{}, numbers: map[string]string{}}
		d.sheet(e)
		d.runs(head, false)
		d.lists(head)
	case isWord(e):
		w := wordPage{}
		w.clean(head)
		w.lists(head)
	}
}

// isDocs reports whether Google Docs has exported a page. Its older exports do not say so: the
// body has only classes with numbers, which the sheet in the head sets.
func isDocs(page, body rawhtml.Element) bool {
	class := body.Get("class")
	return strings.Contains(" "+class+" ", " doc-content ") || numberedClasses().MatchString(class) && firstElement(page, func(n rawhtml.Element) bool {
		return n.Name() == "style" && numberedRule().MatchString(n.Text())
	}).Valid()
}

// The classes of Google Docs, and a rule of its sheet.
var (
	numberedClasses = pattern.Later(`^c\d{1,3}( c\d{1,3})*$`)
	numberedRule    = pattern.Later(`(^|\})\s*\.c\d{1,3}\{`)
)

// isWord reports whether Word has written a page.
func isWord(e rawhtml.Element) bool {
	return firstElement(e, func(n rawhtml.Element) bool {
		return n.Name() == "meta" && strings.HasPrefix(n.Get("content"), "Microsoft Word") || strings.HasPrefix(n.Get("class"), "WordSection") ||
			n.Name() == "p" && strings.HasPrefix(n.Get("class"), "Mso")
	}).Valid()
}

// firstElement returns the first element that ok is true for; it is not valid when there is none.
func firstElement(e rawhtml.Element, ok func(rawhtml.Element) bool) rawhtml.Element {
	for _, c := range e.Content() {
		if c.Name() == "" {
			continue
		}
		if ok(c) {
			return c
		}
		if f := firstElement(c, ok); f.Valid() {
			return f
		}
	}
	return rawhtml.Element{}
}

// A textLook is how a class sets a run of text, as far as that means something.
// Inset says that a paragraph stands in from both sides, as a quotation does.
type textLook struct{ em, strong, strike, sup, sub, underline, code, inset bool }

func (l textLook) with(m textLook) textLook {
	return textLook{l.em || m.em, l.strong || m.strong, l.strike || m.strike, l.sup || m.sup, l.sub || m.sub, l.underline || m.underline, l.code || m.code, l.inset || m.inset}
}

// textLookOf returns the look of the declarations of a style.
func textLookOf(decls []css.Decl) textLook {
	line := strings.ToLower(css.Property(decls, "text-decoration") + " " + css.Property(decls, "text-decoration-line"))
	align := strings.ToLower(css.Property(decls, "vertical-align"))
	name := lookOf(decls)
	return textLook{
		em: strings.EqualFold(css.Property(decls, "font-style"), "italic"), strong: name == "strong" || boldly(decls),
		strike: strings.Contains(line, "line-through"), underline: strings.Contains(line, "underline"),
		sup: align == "super", sub: align == "sub",
		inset: number(css.Property(decls, "margin-left")) > 0 && number(css.Property(decls, "margin-right")) > 0,
		code:  monospaced().MatchString(css.Property(decls, "font-family")),
	}
}

func boldly(decls []css.Decl) bool {
	w := strings.ToLower(css.Property(decls, "font-weight"))
	return w == "bold" || w == "bolder" || len(w) == 3 && w >= "600"
}

// monospaced are faces for code.
var monospaced = pattern.Later(`(?i)courier|consolas|mono|menlo`)

// tags returns the elements of a look, the outermost first.
func (l textLook) tags() []string {
	var out []string
	for _, t := range []struct {
		on   bool
		name string
	}{{l.strong, "strong"}, {l.em, "em"}, {l.strike, "s"}, {l.underline, "u"}, {l.sup, "sup"}, {l.sub, "sub"}, {l.code, "code"}} {
		if t.on {
			out = append(out, t.name)
		}
	}
	return out
}

// A docsPage is a page of Google Docs: its style sheet has a rule for each of the classes
// c0, c1 and so on, and one for the numbers of each level of a list.
type docsPage struct {
	looks   map[string]textLook
	numbers map[string]string // by the class of a level, the type of its numbers: "a", "i"
}

// counterForm is how the sheet has the numbers of a level.
var (
	counterForm  = pattern.Later(`\.(lst-kix_[\w-]{1,60})>\s*li:before\s*\{[^}]{0,200}counter\([^,)]{1,80},\s*(lower-latin|upper-latin|lower-alpha|upper-alpha|lower-roman|upper-roman)\)`)
	counterTypes = map[string]string{"lower-latin": "a", "lower-alpha": "a", "upper-latin": "A", "upper-alpha": "A", "lower-roman": "i", "upper-roman": "I"}
)

// sheet reads the style sheets of the page.
func (d *docsPage) sheet(e rawhtml.Element) {
	const longest = 1 << 18
	for _, c := range e.Content() {
		if c.Name() != "style" {
			d.sheet(c)
			continue
		}
		text := c.Text()
		if len(text) > longest {
			continue
		}
		for _, m := range counterForm().FindAllStringSubmatch(text, -1) {
			d.numbers[m[1]] = counterTypes[m[2]]
		}
		for _, r := range css.Parse(text).Rules {
			if len(r.Prelude) != 1 {
				continue
			}
			if class, ok := strings.CutPrefix(r.Prelude[0], "."); ok && strings.HasPrefix(class, "c") && strings.Trim(class[1:], "0123456789") == "" {
				d.looks[class] = textLookOf(r.Decls)
			}
		}
	}
}

// lookOf returns the look of a span.
func (d *docsPage) lookOf(e rawhtml.Element) textLook {
	decls, _ := css.Attribute(e.Get("style"))
	l := textLookOf(decls)
	for _, c := range strings.Fields(e.Get("class")) {
		l = l.with(d.looks[c])
	}
	return l
}

// runs gives runs of text the elements of their looks. plain says that the text stands in a
// heading or a title, where looks mean nothing but for scripts.
func (d *docsPage) runs(e rawhtml.Element, plain bool) {
	for _, c := range e.Content() {
		switch name := c.Name(); {
		case name == "":
			continue
		case name == "span":
			l := d.lookOf(c)
			if plain {
				l = textLook{sup: l.sup, sub: l.sub}
				c.Set("class", "")
				c.Set("style", "")
			}
			if l.underline && (linked(c) || e.Name() == "a") {
				l.underline = false
			}
			d.runs(c, plain)
			if strings.TrimSpace(strings.ReplaceAll(c.Text(), "\u00a0", " ")) != "" {
				wrap(c, l.tags())
			}
			continue
		case name == "p" && hasClass(c, "title"):
			c.Set("class", "MsoTitle") // as the rules of roles know it
			d.runs(c, true)
			continue
		case name == "p" && !plain && strings.TrimSpace(c.Text()) != "" && d.lookOf(c).inset:
			d.runs(c, plain)
			asQuotation(c)
			continue
		}
		d.runs(c, plain || len(c.Name()) == 2 && c.Name()[0] == 'h' && c.Name() != "hr" || hasClass(c, "subtitle"))
	}
}

func linked(e rawhtml.Element) bool {
	return firstElement(e, func(n rawhtml.Element) bool { return n.Name() == "a" }).Valid()
}

// wrap makes a span the elements of names, one within the other.
func wrap(e rawhtml.Element, names []string) {
	if len(names) == 0 {
		return
	}
	content := e.Content()
	for i := len(names) - 1; i > 0; i-- {
		inner := rawhtml.New(names[i])
		inner.SetContent(content)
		content = []rawhtml.Element{inner}
	}
	e.Rename(names[0])
	e.Set("class", "")
	e.Set("style", "")
	e.SetContent(content)
}

// listClass is the class of a level of a list.
var listClass = pattern.Later(`(?:^|\s)(lst-kix_[\w-]*?-(\d))(?:\s|$)`)

// lists puts the levels of lists into each other. Google Docs writes the run of items of each level
// as a list of its own, one below the other.
func (d *docsPage) lists(e rawhtml.Element) {
	var out []rawhtml.Element
	var open listStack
	for _, c := range e.Content() {
		m := listClass().FindStringSubmatch(c.Get("class"))
		switch {
		case (c.Name() == "ol" || c.Name() == "ul") && m != nil:
			if t := d.numbers[m[1]]; t != "" && c.Name() == "ol" {
				c.Set("type", t)
			}
			level, _ := strconv.Atoi(m[2])
			out = open.add(out, c, level)
			continue
		case c.Name() == "" && strings.TrimSpace(c.Text()) == "":
		default:
			open = nil
			d.lists(c)
		}
		out = append(out, c)
	}
	e.SetContent(out)
}

// A listStack are the lists that are open, with their levels, the outermost first.
type listStack []openList

type openList struct {
	list  rawhtml.Element
	level int
	last  rawhtml.Element // its last item; not valid when it has none
}

// add puts a list of a level where it belongs: into the last item of the list that is less
// deep, behind the items of the list of its level, or behind what stands in out.
func (s *listStack) add(out []rawhtml.Element, list rawhtml.Element, level int) []rawhtml.Element {
	next := openList{list, level, rawhtml.Element{}}
	for _, c := range list.Content() {
		if c.Name() == "li" {
			next.last = c
		}
	}
	for len(*s) > 0 && (*s)[len(*s)-1].level > level {
		*s = (*s)[:len(*s)-1]
	}
	if n := len(*s); n > 0 && (*s)[n-1].level == level {
		if top := &(*s)[n-1]; top.list.Name() == list.Name() {
			for _, c := range list.Content() {
				top.list.Append(c)
			}
			if next.last.Valid() {
				top.last = next.last
			}
			return out
		}
		*s = (*s)[:n-1]
	}
	if n := len(*s); n > 0 && (*s)[n-1].last.Valid() {
		(*s)[n-1].last.Append(list)
		*s = append(*s, next)
		return out
	}
	*s = append(*s, next)
	return append(out, list)
}

// asQuotation makes a quotation of a paragraph.
func asQuotation(c rawhtml.Element) {
	p := rawhtml.New("p")
	p.SetContent(c.Content())
	c.Rename("blockquote")
	c.Set("class", "")
	c.SetContent([]rawhtml.Element{p})
}
