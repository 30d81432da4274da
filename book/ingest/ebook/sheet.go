package ebook

import (
	"errors"
	"strings"

	"octavo/book/ingest/unzip"
	"octavo/book/markup/css"
	"octavo/book/markup/xmltree"
)

// A look is what the classes of a run mean.
type look struct{ slanted, bold, small, struck, dropped bool }

// Bounds on style sheets, in bytes and sheets of a document. Programs write 100 kB.
const (
	maxSheet  = 1 << 20
	maxSheets = 20
)

// looks returns the looks of the classes of runs that the sheets of a document give.
func (b *ebook) looks(d *document) (map[string]look, error) {
	out := map[string]look{}
	n := 0
	for _, k := range d.root.Child("head").All("link") {
		if n++; !strings.Contains(k.Any("rel"), "stylesheet") || n > maxSheets {
			continue
		}
		list, err := b.sheet(join(d.path, k.Any("href")))
		if err != nil {
			return nil, err
		}
		for class, l := range list {
			out[class] = out[class].and(l)
		}
	}
	for _, k := range d.root.Child("head").All("style") {
		for class, l := range looksOf(k.Content()) {
			out[class] = out[class].and(l)
		}
	}
	return out, nil
}

// sheet returns the looks of a sheet, which is read once.
func (b *ebook) sheet(name string) (map[string]look, error) {
	if list, ok := b.sheets[name]; ok {
		return list, nil
	}
	data, err := b.pack.Read(name)
	if errors.Is(err, unzip.ErrBomb) {
		return nil, err
	}
	list := map[string]look{}
	if err == nil && len(data) <= maxSheet {
		list = looksOf(string(data))
	}
	b.sheets[name] = list
	return list, nil
}

// looksOf returns the looks of the rules for a class alone, or for runs of it.
func looksOf(sheet string) map[string]look {
	out := map[string]look{}
	if len(sheet) > maxSheet {
		return out
	}
	for _, rule := range css.Parse(sheet).Rules {
		l := lookOf(rule.Decls)
		if l == (look{}) {
			continue
		}
		for _, selector := range rule.Prelude {
			if name, class, ok := strings.Cut(strings.TrimSpace(selector), "."); ok && (name == "" || name == "span") && !strings.ContainsAny(class, " .:>+~[#") {
				out[class] = out[class].and(l)
			}
		}
	}
	return out
}

func lookOf(decls []css.Decl) look {
	is := func(name string, values ...string) bool {
		v := strings.ToLower(css.Property(decls, name))
		for _, w := range values {
			if v == w {
				return true
			}
		}
		return false
	}
	return look{
		slanted: is("font-style", "italic", "oblique"), bold: is("font-weight", "bold", "bolder", "600", "700", "800", "900"),
		small: is("font-variant", "small-caps") || is("font-variant-caps", "small-caps", "all-small-caps"), struck: is("text-decoration", "line-through"),
		dropped: is("float", "left"),
	}
}

func (l look) and(m look) look {
	return look{l.slanted || m.slanted, l.bold || m.bold, l.small || m.small, l.struck || m.struck, l.dropped || m.dropped}
}

// dress makes elements of the looks of runs: a page says what it stresses by its elements.
// Headings are bold by themselves.
func dress(n *xmltree.Node, looks map[string]look, bold bool) {
	bold = bold || level(n) > 0
	for _, k := range n.Kids {
		if k.Name == "" {
			continue
		}
		dress(k, looks, bold)
		if k.Name != "span" {
			continue
		}
		var l look
		for _, class := range strings.Fields(k.Any("class")) {
			l = l.and(looks[class])
		}
		if l.dropped || isDropCap(k) {
			undrop(n, k)
			continue
		}
		if l.small {
			if isFirst(n, k) {
				l.small = false // the first words of a chapter are only set so
			} else {
				set(k, "style", "font-variant: small-caps")
			}
		}
		if strings.TrimSpace(k.Content()) == "" {
			continue
		}
		if l.bold && !bold {
			around(k, "strong")
		}
		if l.slanted {
			around(k, "em")
		}
		if l.struck {
			around(k, "s")
		}
	}
}

// around puts what is in an element into one of a name.
func around(n *xmltree.Node, name string) {
	inner := &xmltree.Node{Name: name, Parent: n, Kids: n.Kids}
	for _, k := range inner.Kids {
		k.Parent = inner
	}
	n.Kids = []*xmltree.Node{inner}
}

// dropNames are parts of the classes of large first letters, and of the words behind them.
var (
	dropNames  = []string{"dropcap", "drop-cap", "firstletter", "first-letter", "initial", "lettrine"}
	firstNames = []string{"first-phrase", "firstphrase", "first-line", "firstline", "first-words", "firstwords", "lead-in", "leadin"}
)

func isNamed(n *xmltree.Node, parts []string) bool {
	class := strings.ToLower(n.Any("class"))
	for _, p := range parts {
		if class != "" && strings.Contains(class, p) {
			return true
		}
	}
	return false
}

// maxDropCap is the text, in bytes, of a large first letter with its quotation mark.
const maxDropCap = 8

func isDropCap(n *xmltree.Node) bool {
	return isNamed(n, dropNames) && len(strings.TrimSpace(n.Content())) <= maxDropCap
}

// isFirst reports whether a run is the first of its paragraph, or stands behind a large
// first letter.
func isFirst(p, run *xmltree.Node) bool {
	if isNamed(run, firstNames) {
		return true
	}
	before := ""
	for _, k := range p.Kids {
		if k == run {
			break
		}
		before += k.Text + k.Content()
	}
	before = strings.TrimSpace(before)
	return before != "" && len(before) <= maxDropCap && !strings.ContainsAny(before, " .:,;")
}

// alone are letters that are words, behind which a space stays.
const alone = "AaIiOoÀàÁáÉéÈèEeYyUuÓóÍíVvZzKkSsWwАаВвИиКкОоСсУуЯяІіЄє"

// undrop joins a large first letter with its word, from which programs part it by a space or
// a line.
func undrop(p, letter *xmltree.Node) {
	text := strings.TrimSpace(letter.Content())
	if text == "" || strings.Contains(alone, lastOf(text)) {
		return
	}
	for i, k := range p.Kids {
		if k != letter || i+1 >= len(p.Kids) {
			continue
		}
		letter.Kids = []*xmltree.Node{{Text: text, Parent: letter}}
		next := p.Kids[i+1]
		if next.Name == "" {
			next.Text = strings.TrimLeft(next.Text, " \t\r\n")
		}
		return
	}
}

// lastOf returns the last character of a text.
func lastOf(s string) string {
	r := []rune(s)
	return string(r[len(r)-1])
}
