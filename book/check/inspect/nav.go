package inspect

import (
	"slices"
	"strings"
)

// navigation reads the navigation document and the NCX, and compares them with the
// spine and with each other.
func (s *session) navigation() {
	s.nav()
	s.ncx()
	p := s.pub
	if p.HasNav && p.HasNCX && len(p.NCX) > 0 {
		s.agree()
	}
	contents := p.TOC
	if !p.HasNav {
		contents = p.NCX
	}
	if len(contents) > 0 {
		s.reach(contents)
		s.order(contents)
	}
	if p.HasNav {
		s.pages()
	}
}

// nav reads the navigation document.
func (s *session) nav() {
	p := s.pub
	i := slices.IndexFunc(p.Items, func(it *Item) bool { return it.Has("nav") })
	if i < 0 {
		if strings.HasPrefix(p.Version, "3") {
			s.add(epubNav, p.Package, Place{}, "no item of the manifest is the navigation document")
		}
		return
	}
	it := p.Items[i]
	p.HasNav = true
	if !it.present || it.MediaType != typeXHTML {
		return // reported with the manifest
	}
	root := s.tree(it.Path)
	if root == nil {
		return
	}
	for _, n := range root.Within(nsXHTML, "nav") {
		list := n.First(nsXHTML, "ol")
		if list == nil {
			continue
		}
		switch types := types(n); {
		case slices.Contains(types, "toc"):
			p.TOC = s.points(it.Path, list)
		case slices.Contains(types, "page-list"):
			p.Pages = s.points(it.Path, list)
		case slices.Contains(types, "landmarks"):
			p.Landmarks = s.points(it.Path, list)
		}
	}
	if len(p.TOC) == 0 {
		s.add(epubNav, it.Path, Place{}, "the navigation document has no table of contents, nav with epub:type toc")
	}
}

// points reads a list of the navigation document.
func (s *session) points(from string, list *node) []*Point {
	var out []*Point
	for _, li := range list.Kids {
		if !li.Is(nsXHTML, "li") {
			continue
		}
		pt := &Point{At: placeOf(li)}
		for _, k := range li.Kids {
			switch {
			case k.Is(nsXHTML, "a"):
				pt.Label, pt.Types, pt.At = content(k), types(k), placeOf(k)
				pt.Target, _ = s.target(from, k.Get("href"))
			case k.Is(nsXHTML, "span"):
				pt.Label = content(k)
			case k.Is(nsXHTML, "ol"):
				pt.Kids = s.points(from, k)
			}
		}
		if pt.Label == "" {
			s.add(epubNav, from, pt.At, "a line of the navigation has no text")
		}
		out = append(out, pt)
	}
	return out
}

// ncx reads the NCX.
func (s *session) ncx() {
	p := s.pub
	i := slices.IndexFunc(p.Items, func(it *Item) bool { return it.MediaType == typeNCX })
	if i < 0 || !p.Items[i].present {
		return
	}
	from := p.Items[i].Path
	root := s.tree(from)
	if root == nil {
		return
	}
	if head := root.First(nsNCX, "head"); head != nil {
		for _, m := range head.Within(nsNCX, "meta") {
			if uid := strings.TrimSpace(m.Get("content")); m.Get("name") == "dtb:uid" && uid != strings.TrimSpace(p.Identifier) {
				s.add(epubNCX, from, placeOf(m), "dtb:uid is %q, but the identifier is %q", clip(uid), clip(p.Identifier))
			}
		}
	}
	if m := root.First(nsNCX, "navMap"); m != nil {
		p.NCX = s.navPoints(from, m, "navPoint")
	}
	if m := root.First(nsNCX, "pageList"); m != nil {
		p.NCXPages = s.navPoints(from, m, "pageTarget")
	}
}

func (s *session) navPoints(from string, n *node, name string) []*Point {
	var out []*Point
	for _, k := range n.Kids {
		if !k.Is(nsNCX, name) {
			continue
		}
		pt := &Point{At: placeOf(k)}
		if label := k.First(nsNCX, "navLabel"); label != nil {
			pt.Label = content(label)
		}
		if c := k.First(nsNCX, "content"); c != nil {
			pt.Target, _ = s.target(from, c.Get("src"))
			s.refs = append(s.refs, reference{from: from, value: c.Get("src"), at: placeOf(c)})
		}
		pt.Kids = s.navPoints(from, k, name)
		out = append(out, pt)
	}
	return out
}

// Flatten lists points with those below them, in order.
func Flatten(points []*Point) []*Point {
	var out []*Point
	var add func([]*Point)
	add = func(list []*Point) {
		for _, p := range list {
			out = append(out, p)
			add(p.Kids)
		}
	}
	add(points)
	return out
}

// Depth is the number of levels of a list.
func Depth(points []*Point) int {
	d := 0
	for _, p := range points {
		d = max(d, 1+Depth(p.Kids))
	}
	return d
}

// agree compares the NCX with the navigation document, and reports the first difference.
func (s *session) agree() {
	compare := func(what string, a, b []*Point) {
		x, y := linked(Flatten(a)), linked(Flatten(b))
		for i := range max(len(x), len(y)) {
			switch {
			case i >= len(x):
				s.add(epubNavNCX, s.pub.Package, Place{}, "%s: the NCX has %q, the navigation document has not", what, clip(y[i].Label))
			case i >= len(y):
				s.add(epubNavNCX, s.pub.Package, Place{}, "%s: the navigation document has %q, the NCX has not", what, clip(x[i].Label))
			case x[i].Label == y[i].Label && x[i].Target == y[i].Target:
				continue
			default:
				s.add(epubNavNCX, s.pub.Package, Place{}, "%s: line %d is %q to %s in the navigation document, and %q to %s in the NCX",
					what, i+1, clip(x[i].Label), x[i].Target, clip(y[i].Label), y[i].Target)
			}
			return // the rest follows from the first difference
		}
	}
	compare("contents", s.pub.TOC, s.pub.NCX)
	if len(s.pub.Pages) > 0 || len(s.pub.NCXPages) > 0 {
		compare("pages", s.pub.Pages, s.pub.NCXPages)
	}
}

// linked are the points that lead somewhere: an NCX has no others.
func linked(points []*Point) []*Point {
	return slices.DeleteFunc(points, func(p *Point) bool { return p.Target.Path == "" })
}

// String is the target as it stands in a link.
func (t Target) String() string {
	if t.Fragment == "" {
		return t.Path
	}
	return t.Path + "#" + t.Fragment
}

// reach reports the documents of the spine that no line of the contents leads to, at the
// first of them.
func (s *session) reach(contents []*Point) {
	targets := map[string]bool{}
	for _, p := range Flatten(contents) {
		targets[p.Target.Path] = true
	}
	missing := 0
	var first string
	for _, ref := range s.pub.Spine {
		it := ref.Item
		if !ref.Linear || it.Has("nav") || targets[it.Path] || s.around(it) {
			continue
		}
		if missing++; missing == 1 {
			first = it.Path
		}
	}
	switch missing {
	case 0:
	case 1:
		s.add(epubNavReach, first, Place{}, "the contents lead to no place in this document")
	default:
		s.add(epubNavReach, first, Place{}, "the contents lead to no place in this document, nor in others: %d in all", missing)
	}
}

// around reports whether a document is matter that contents need not list: the
// cover and whatever a landmark or the guide leads to.
func (s *session) around(it *Item) bool {
	for _, p := range slices.Concat(s.pub.Landmarks, s.pub.Guide) {
		if p.Target.Path == it.Path {
			return true
		}
	}
	return false
}

// order reports the first line of the contents that leads back.
func (s *session) order(contents []*Point) {
	at := map[string]int{}
	for i, ref := range s.pub.Spine {
		at[ref.Item.Path] = i
	}
	last := -1
	for _, p := range Flatten(contents) {
		i, ok := at[p.Target.Path]
		if !ok {
			continue
		}
		if i < last {
			s.add(epubNavOrder, p.Target.Path, Place{}, "%q stands in the contents after a later document of the spine", clip(p.Label))
			return
		}
		last = i
	}
}

// pages compares the list of pages with the markers in the documents (EPUB
// Accessibility 1.1, section 3.4).
func (s *session) pages() {
	p := s.pub
	listed := map[Target]bool{}
	for _, pt := range Flatten(p.Pages) {
		listed[pt.Target] = true
	}
	markers := 0
	for _, ref := range p.Spine {
		d := p.documents[ref.Item.Path]
		if d == nil {
			continue
		}
		for _, b := range d.Breaks {
			if markers++; len(p.Pages) > 0 && !listed[Target{d.Path, b.ID}] {
				s.add(epubPageList, d.Path, b.At, "the list of pages does not lead to the marker of page %q", clip(b.Label))
			}
		}
	}
	if markers > 0 && len(p.Pages) == 0 {
		s.add(epubPageList, p.Package, Place{}, "pages are marked, and the navigation has no list of pages")
	}
	if (markers > 0 || len(p.Pages) > 0) && len(p.Values("pageBreakSource")) == 0 && len(p.Values("dc:source")) == 0 {
		s.add(epubPageSource, p.Package, p.PackageAt, "pages are marked, and no pageBreakSource says whose they are")
	}
}
