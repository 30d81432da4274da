package inspect

import (
	"strings"

	"octavo/book/markup/css"
)

// resources reads every item of the manifest, and names the files that it does
// not have.
func (s *session) resources() {
	for _, it := range s.pub.Items {
		if it.present && !s.pub.encryptedByPath[it.Path] {
			s.resource(it)
		}
	}
	for _, f := range s.arc.files {
		name := f.Name
		if s.at[name] == nil && name != "mimetype" && name != s.pub.Package && !strings.HasPrefix(name, "META-INF/") {
			s.add(epubUndeclared, name, Place{}, "the manifest does not name this file")
		}
	}
}

func (s *session) resource(it *Item) {
	switch it.MediaType {
	case typeXHTML, typeSVG:
		if root := s.tree(it.Path); root != nil {
			s.document(it, root)
		}
	case typeCSS:
		data, err := s.arc.document(s.arc.byName[it.Path])
		if err != nil {
			s.unreadable(it.Path, err)
			return
		}
		s.sheet(it.Path, string(data), Place{})
	case typeNCX:
		// The NCX is read with the navigation.
	default:
		s.binary(it)
	}
}

// binary reads the head of an image, font or other file.
func (s *session) binary(it *Item) {
	head, err := s.arc.head(s.arc.byName[it.Path])
	if err != nil {
		s.unreadable(it.Path, err)
		return
	}
	format := sniff(head)
	if !suits(format, it.MediaType) {
		what := format
		if what == "" {
			what = "of no format that is known"
		}
		s.add(epubMediaType, it.Path, Place{}, "the manifest says %s, but the file is %s", clip(it.MediaType), what)
		return
	}
	if isImage(format) {
		it.Image = imageOf(format, head)
		if it.Image.Width == 0 && (format == "png" || format == "jpeg" || format == "gif") {
			s.add(epubMediaType, it.Path, Place{}, "the %s file is damaged", format)
		}
	}
}

// document takes the facts of one document.
func (s *session) document(it *Item, root *node) {
	d := &Document{Path: it.Path, Root: root.Name, IDs: map[string]Place{}, Elements: map[string]Place{}}
	s.pub.documents[it.Path] = d
	if it.MediaType == typeSVG {
		it.Image = svgImage(root)
		if !root.Is(nsSVG, "svg") {
			s.add(epubRoot, it.Path, placeOf(root), "the root of an SVG document is %s", clip(root.Name))
		}
	} else if !root.Is(nsXHTML, "html") {
		s.add(epubRoot, it.Path, placeOf(root), "the root is %s, not html in the name space of XHTML", clip(root.Name))
		return
	}
	var ok bool
	if d.Lang, ok = root.Lookup(nsXML, "lang"); !ok {
		d.Lang = root.Get("lang")
	}
	f := &facts{session: s, item: it, doc: d}
	f.visit(root, 0)
	if it.MediaType == typeXHTML {
		f.xhtml(root)
	}
	f.properties()
}

// facts takes what the rules ask of one document.
type facts struct {
	*session
	item           *Item
	doc            *Document
	script, remote bool
}

// xhtml judges the document as a whole.
func (f *facts) xhtml(root *node) {
	if body := root.First(nsXHTML, "body"); body != nil {
		f.doc.Text = content(body)
	}
	if head := root.First(nsXHTML, "head"); head != nil {
		if t := head.First(nsXHTML, "title"); t != nil {
			f.doc.Title = content(t)
		}
	}
	if f.doc.Title == "" {
		f.add(epubTitle, f.item.Path, placeOf(root), "the document has no title")
	}
	if f.doc.Lang == "" {
		f.add(epubLanguage, f.item.Path, placeOf(root), "the document has no language")
	}
}

// What an element stands within. Text is taken of the outermost element of a
// kind alone: the text of a thousand notes within each other would else be a thousand
// times as long as the document.
const (
	inParagraph = 1 << iota
	inTable
	inNote
	inBreak
)

// visit takes the facts of n and all below it.
func (f *facts) visit(n *node, within int) {
	if n.Name != "" {
		within |= f.node(n, within)
	}
	for _, k := range n.Kids {
		f.visit(k, within)
	}
}

// node takes the facts of one element, and returns what it opens.
func (f *facts) node(n *node, within int) int {
	f.count(n)
	if id, ok := n.Lookup("", "id"); ok {
		if _, twice := f.doc.IDs[id]; twice {
			f.add(epubIDTwice, f.item.Path, placeOf(n), "the id %q is given twice", clip(id))
		} else {
			f.doc.IDs[id] = placeOf(n)
		}
	}
	for _, a := range n.Attr {
		if a.Space == "" && strings.HasPrefix(a.Name, "on") && len(a.Name) > 4 {
			f.script = true
			f.tally("on…", n)
		}
		if a.Space == "" && a.Name == "style" {
			decls, calls := css.Attribute(a.Value)
			f.doc.Styles = append(f.doc.Styles, declarations(decls)...)
			f.calls(f.item.Path, calls, placeOf(n))
		}
	}
	f.reference(n)
	if n.Space != nsXHTML {
		return 0
	}
	return f.element(n, within) | f.structure(n, within)
}

// count counts elements; of what is foreign to XHTML, only the roots.
func (f *facts) count(n *node) {
	switch {
	case n.Space == nsXHTML, n.Is(nsSVG, "svg"), n.Is(nsMath, "math"):
		f.tally(n.Name, n)
	case n.Is(nsSVG, "script"):
		f.tally("script", n)
	}
}

func (f *facts) tally(name string, n *node) {
	if _, seen := f.doc.Elements[name]; !seen {
		f.doc.Elements[name] = placeOf(n)
	}
}

func (f *facts) element(n *node, within int) int {
	switch n.Name {
	case "img":
		f.image(n)
	case "table":
		if within&inTable == 0 {
			f.doc.Tables = append(f.doc.Tables, measure(n))
		}
		return inTable
	case "style":
		f.style(n)
	case "script", "form":
		f.script = true
	case "p":
		if f.doc.Nested == nil && within&inParagraph != 0 {
			at := placeOf(n)
			f.doc.Nested = &at
		}
		return inParagraph
	}
	return 0
}

func (f *facts) style(n *node) {
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(k.Text)
	}
	f.sheet(f.item.Path, b.String(), placeOf(n))
}

// structure takes page markers and notes, by epub:type or by role, and returns
// what n opens.
func (f *facts) structure(n *node, within int) int {
	types := " " + strings.Join(append(types(n), strings.Fields(n.Get("role"))...), " ") + " "
	kind := ""
	switch {
	case strings.Contains(types, " pagebreak "), strings.Contains(types, " doc-pagebreak "):
		if within&inBreak == 0 {
			f.doc.Breaks = append(f.doc.Breaks, Break{n.Get("id"), pageLabel(n), placeOf(n)})
		}
		return inBreak
	case strings.Contains(types, " footnote "), strings.Contains(types, " doc-footnote "):
		kind = "footnote"
	case strings.Contains(types, "endnote "), strings.Contains(types, " rearnote "):
		kind = "endnote"
	default:
		return 0
	}
	if within&inNote == 0 {
		f.doc.Notes = append(f.doc.Notes, Note{n.Get("id"), kind, content(n), placeOf(n)})
	}
	return inNote
}

// pageLabel is the number that a page marker bears.
func pageLabel(n *node) string {
	for _, name := range []string{"aria-label", "title"} {
		if label := n.Get(name); label != "" {
			return label
		}
	}
	return content(n)
}

func (f *facts) image(n *node) {
	alt, has := n.Lookup("", "alt")
	pic := Picture{Alt: alt, At: placeOf(n)}
	pic.Src, _ = f.target(f.item.Path, n.Get("src"))
	f.doc.Images = append(f.doc.Images, pic)
	if !has {
		f.add(epubAlt, f.item.Path, pic.At, "img has no alt attribute")
	}
}

// measure counts the cells of the widest row of a table.
func measure(n *node) Table {
	t := Table{At: placeOf(n)}
	for _, row := range n.Within(nsXHTML, "tr") {
		width := 0
		for _, cell := range row.Kids {
			if cell.Is(nsXHTML, "td") || cell.Is(nsXHTML, "th") {
				// HTML takes a colspan of more than 1,000 for 1,000 (html.spec.whatwg.org, 4.9.11).
				width += min(max(pixels(cell.Get("colspan")), 1), 1000)
			}
		}
		t.Columns = max(t.Columns, width)
	}
	return t
}

// loads are the attributes by which an element brings in or names another
// resource, by the name of the element.
var loads = map[string][]string{
	"a": {"href"}, "area": {"href"}, "link": {"href"}, "img": {"src", "srcset"}, "script": {"src"}, "iframe": {"src"},
	"audio": {"src"}, "video": {"src", "poster"}, "source": {"src", "srcset"}, "track": {"src"}, "embed": {"src"},
	"object": {"data"}, "image": {"href"}, "use": {"href"}, "blockquote": {"cite"}, "q": {"cite"},
}

// reference takes the links of an element.
func (f *facts) reference(n *node) {
	if n.Space != nsXHTML && n.Space != nsSVG {
		return
	}
	for _, name := range loads[n.Name] {
		v, ok := n.Lookup("", name)
		if !ok && n.Space == nsSVG {
			v, ok = n.Lookup(nsXLink, name)
		}
		if !ok {
			continue
		}
		if name == "srcset" {
			for _, c := range strings.Split(v, ",") {
				if words := strings.Fields(c); len(words) > 0 {
					f.refer(n, name, words[0])
				}
			}
			continue
		}
		f.refer(n, name, v)
	}
}

func (f *facts) refer(n *node, attr, value string) {
	l := Link{Element: n.Name, Value: value, Types: types(n), At: placeOf(n)}
	f.doc.Links = append(f.doc.Links, l)
	r := reference{from: f.item.Path, value: value, at: l.At, use: true}
	switch {
	case n.Name == "a" || n.Name == "area" || attr == "cite":
		r.use = false
	case n.Name == "audio", n.Name == "video", n.Name == "source" && attr == "src", n.Name == "track":
		r.remoteOK = true
	}
	if r.use && isRemote(value) && !strings.HasPrefix(strings.TrimSpace(value), "data:") {
		f.remote = true
	}
	f.refs = append(f.refs, r)
}

// properties compares what the manifest says of the document with what the document has.
func (f *facts) properties() {
	if !strings.HasPrefix(f.pub.Version, "3") {
		return
	}
	d := f.doc
	list := []struct {
		name string
		has  bool
	}{
		{"scripted", f.script},
		{"svg", d.Has("svg") && f.item.MediaType == typeXHTML},
		{"mathml", d.Has("math")},
		{"remote-resources", f.remote},
	}
	for _, fact := range list {
		says := f.item.Has(fact.name)
		switch {
		case fact.has && !says:
			f.add(epubProperty, f.item.Path, Place{}, "the item does not say that it is %s", fact.name)
		case says && !fact.has && fact.name != "remote-resources":
			f.add(epubPropertyIdle, f.item.Path, Place{}, "the item says %s, but is not", fact.name)
		}
	}
}
