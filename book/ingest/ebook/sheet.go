package ebook

import (
	"errors"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book/ingest/unzip"
	"octavo/book/markup/css"
	"octavo/book/markup/xmltree"
)

// A look is what the classes of a run mean.
type look struct{ slanted, bold, small, struck, dropped bool }

// looks are the looks of classes.
type looks map[string]look

func (l looks) add(m looks) {
	for class, other := range m {
		l[class] = l[class].and(other)
	}
}

// Bounds on style sheets, in bytes and sheets of a document. Programs write 100 kB.
const (
	maxSheet  = 1 << 20
	maxSheets = 20
)

// looksOf returns the looks of the classes of runs that the sheets of a document give.
// Documents of a book mostly have the same sheets, which are put together once.
func (b *ebook) looksOf(d *document) (looks, error) {
	var names []string
	for _, k := range d.root.Child("head").All("link") {
		if strings.Contains(k.Any("rel"), "stylesheet") && len(names) < maxSheets {
			names = append(names, join(d.path, k.Any("href")))
		}
	}
	all := strings.Join(names, "\n")
	list, known := b.together[all]
	if !known {
		list = looks{}
		for _, name := range names {
			one, err := b.sheet(name)
			if err != nil {
				return nil, err
			}
			list.add(one)
		}
		b.together[all] = list
	}
	if own := d.root.Child("head").All("style"); len(own) > 0 {
		list = maps.Clone(list)
		for _, k := range own {
			list.add(readLooks(k.Content()))
		}
	}
	return list, nil
}

// sheet returns the looks of a sheet, which is read once.
func (b *ebook) sheet(name string) (looks, error) {
	if list, ok := b.sheets[name]; ok {
		return list, nil
	}
	data, err := b.pack.Read(name)
	if errors.Is(err, unzip.ErrBomb) {
		return nil, err
	}
	list := looks{}
	if err == nil && len(data) <= maxSheet {
		list = readLooks(string(data))
	}
	b.sheets[name] = list
	return list, nil
}

// readLooks returns the looks of the rules for a class alone, or for runs of it.
func readLooks(sheet string) looks {
	out := looks{}
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
func dress(n *xmltree.Node, list looks, bold bool) {
	bold = bold || level(n) > 0
	for i, k := range n.Kids {
		if k.Name == "" {
			continue
		}
		dress(k, list, bold)
		if k.Name != "span" {
			continue
		}
		var l look
		for _, class := range strings.Fields(k.Any("class")) {
			l = l.and(list[class])
		}
		if (l.dropped || isNamed(k, dropNames)) && isDropCap(k) {
			undrop(k, n.Kids[i+1:])
			continue
		}
		if l.small && !isFirst(n.Kids[:i], k) {
			set(k, "style", "font-variant: small-caps")
		}
		l.bold = l.bold && !bold
		l.put(k)
	}
}

// put makes elements of a look around what is in a run.
func (l look) put(run *xmltree.Node) {
	if strings.TrimSpace(run.Content()) == "" {
		return
	}
	if l.bold {
		around(run, "strong")
	}
	if l.slanted {
		around(run, "em")
	}
	if l.struck {
		around(run, "s")
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

// isDropCap reports whether a run may be one: it ends with the letter, or with the apostrophe
// behind it. Initials end with a stop, and what only floats to the left is longer.
func isDropCap(n *xmltree.Node) bool {
	text := strings.TrimSpace(n.Content())
	last, _ := utf8.DecodeLastRuneInString(text)
	return len(text) <= maxDropCap && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune("'’", last))
}

// isFirst reports whether a run stands behind a large first letter, or is named for the first
// words of a chapter, which are only set so.
func isFirst(above []*xmltree.Node, run *xmltree.Node) bool {
	if isNamed(run, firstNames) {
		return true
	}
	before := ""
	for _, k := range above {
		if before += strings.TrimSpace(opening(k, maxDropCap+1)); len(before) > maxDropCap {
			return false
		}
	}
	return before != "" && !strings.ContainsAny(before, " .:,;")
}

// opening returns the text with which an element begins, as long as is asked for or somewhat
// longer, space aside.
func opening(n *xmltree.Node, least int) string {
	text := strings.TrimSpace(n.Text)
	for _, k := range n.Kids {
		if len(text) >= least {
			break
		}
		text += opening(k, least-len(text))
	}
	return text
}

// alone are letters that are words, behind which a space stays.
const alone = "AaIiOoÀàÁáÉéÈèEeYyUuÓóÍíVvZzKkSsWwАаВвИиКкОоСсУуЯяІіЄє"

// undrop joins a large first letter with its word, from which programs part it by a space or
// a line.
func undrop(letter *xmltree.Node, behind []*xmltree.Node) {
	text := strings.TrimSpace(letter.Content())
	if len(behind) == 0 || strings.Contains(alone, lastOf(text)) {
		return
	}
	letter.Kids = []*xmltree.Node{{Text: text, Parent: letter}}
	if next := behind[0]; next.Name == "" {
		next.Text = strings.TrimLeft(next.Text, " \t\r\n")
	}
}

// lastOf returns the last character of a text.
func lastOf(s string) string {
	r := []rune(s)
	return string(r[len(r)-1])
}
