package finish

import (
	"fmt"
	"maps"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// putPages puts the page tree and returns its root with the link annotations in
// the order of the pages.
func (f *finisher) putPages() (root object.Ref, annots []object.Ref, err error) {
	contents, err := f.contents()
	if err != nil {
		return 0, nil, err
	}
	first := f.w.allocN(len(f.drawn))
	f.pages = make([]object.Ref, len(f.drawn))
	for i := range f.pages {
		f.pages[i] = first + object.Ref(i)
	}
	root, resources := f.w.alloc(), f.resources()
	parents := f.pageTree(root)
	for i := range f.drawn {
		links, err := f.links(i, len(f.pages)+len(annots))
		if err != nil {
			return 0, nil, err
		}
		annots = append(annots, links...)
		content := f.w.alloc()
		f.w.putDeflated(content, object.Dict{}, contents[i])
		f.putPage(i, object.Dict{"Parent": parents[i], "Contents": content, "Resources": resources}, links)
	}
	return root, annots, nil
}

func (f *finisher) putPage(i int, d object.Dict, links []object.Ref) {
	size := box(0, 0, f.Pages[i].Width, f.Pages[i].Height)
	d["Type"] = object.Name("Page")
	d["MediaBox"], d["TrimBox"] = size, size
	if f.Pages[i].Turned {
		d["Rotate"] = object.Int(90)
	}
	d["StructParents"] = object.Int(i)
	// Readers tab through the links in the order of the structure.
	d["Tabs"] = object.Name("S")
	if len(links) > 0 {
		list := make(object.Array, len(links))
		for k, r := range links {
			list[k] = r
		}
		d["Annots"] = list
	}
	f.w.put(f.pages[i], d)
}

// pageTree puts the nodes between root and the pages and returns the parent of
// each page. One level of nodes keeps all of them short up to thousands of pages: with
// leafSize pages to a node, a root of 100 kids has 6,400.
func (f *finisher) pageTree(root object.Ref) []object.Ref {
	parents := make([]object.Ref, len(f.pages))
	var nodes object.Array
	for start := 0; start < len(f.pages); start += leafSize {
		end := min(start+leafSize, len(f.pages))
		node := f.w.alloc()
		kids := make(object.Array, 0, leafSize)
		for i := start; i < end; i++ {
			parents[i] = node
			kids = append(kids, f.pages[i])
		}
		f.w.put(node, object.Dict{
			"Type": object.Name("Pages"), "Parent": root, "Kids": kids, "Count": object.Int(len(kids)),
		})
		nodes = append(nodes, node)
	}
	f.w.put(root, object.Dict{"Type": object.Name("Pages"), "Kids": nodes, "Count": object.Int(len(f.pages))})
	return parents
}

// resources puts the one dictionary of resources that all pages share: fpdf's
// pictures, our fonts, and what else the parts bring.
func (f *finisher) resources() object.Ref {
	drawn := f.src.dict(f.drawn[0]["Resources"])
	fpdf := newCopier(f.w, func(r object.Ref) object.Object { return f.src.resolve(r) })
	xobjects := fpdf.dict(f.src.dict(drawn["XObject"]))
	parts := newCopier(f.w, func(r object.Ref) object.Object {
		if int(r) > len(f.Objects) {
			return object.Null{}
		}
		return f.Objects[r-1]
	})
	fonts := object.Dict{}
	for i, font := range f.Fonts {
		r := f.w.addFont(font)
		fonts[font.Name] = r
		parts.done[FontRef(i)] = r
	}
	maps.Copy(xobjects, parts.dict(f.XObjects))
	d := object.Dict{}
	if len(fonts) > 0 {
		d["Font"] = fonts
	}
	if len(xobjects) > 0 {
		d["XObject"] = xobjects
	}
	return f.w.add(d)
}

// links puts the link annotations of a page, whose keys in the parent tree
// begin with key.
func (f *finisher) links(page, key int) ([]object.Ref, error) {
	drawn, _ := f.src.resolve(f.drawn[page]["Annots"]).(object.Array)
	if len(drawn) != len(f.Pages[page].Notes) {
		return nil, fmt.Errorf("fpdf wrote %d links on page %d, not %d", len(drawn), page+1, len(f.Pages[page].Notes))
	}
	refs := make([]object.Ref, len(drawn))
	for i, o := range drawn {
		from := f.src.dict(o)
		rect, ok := from["Rect"].(object.Array)
		if !ok {
			return nil, fmt.Errorf("fpdf wrote a link without a rectangle on page %d", page+1)
		}
		d := object.Dict{
			"Type": object.Name("Annot"), "Subtype": object.Name("Link"), "Rect": rect,
			"Border":   object.Array{object.Int(0), object.Int(0), object.Int(0)},
			"F":        object.Int(4), // print
			"Contents": f.note(f.Pages[page].Notes[i]), "StructParent": object.Int(key + i),
		}
		var to *document.Dest
		if f.Standard == book.UA2 {
			to = f.Tree.to[key+i-len(f.pages)]
		}
		if !f.lead(d, from["Dest"], to) {
			if action, ok := from["A"].(object.Dict); ok {
				d["A"] = action
			}
		}
		refs[i] = f.w.add(d)
	}
	return refs, nil
}

// longNote is the length in bytes from which on a note is an object of its own. A link over
// a thousand lines, such as that of a title without end in the contents, would else write
// its note a thousand times. By eye: a short note costs about as much as an object.
const longNote = 1024

// note returns what says where a link leads.
func (f *finisher) note(s string) object.Object {
	if len(s) < longNote {
		return object.Text(s)
	}
	if f.longNote != s {
		f.longNote, f.noteRef = s, f.w.add(object.Text(s))
	}
	return f.noteRef
}

// dest returns a destination of fpdf's with its page renumbered, or nil for what is no
// destination, or leads to no page.
func (f *finisher) dest(o object.Object) object.Array {
	from, ok := o.(object.Array)
	if !ok || len(from) == 0 {
		return nil
	}
	r, ok := from[0].(object.Ref)
	if !ok {
		return nil
	}
	page, ok := f.index[r]
	if !ok {
		return nil
	}
	return append(object.Array{f.pages[page]}, from[1:]...)
}

// lead adds to the dictionary of a link or a bookmark where it leads: to the place that
// fpdf wrote, which for PDF/UA-2 is the place to. lead returns false when fpdf wrote none.
//
// PDF/UA-2 (8.8) wants an action that names the element, too; links to one place share it.
func (f *finisher) lead(d object.Dict, from object.Object, to *document.Dest) bool {
	dest := f.dest(from)
	if dest == nil {
		return false
	}
	if to == nil {
		d["Dest"] = dest
		return true
	}
	structural := append(object.Array{f.tree.landing(to)}, dest[1:]...)
	action := object.Dict{"S": object.Name("GoTo"), "D": dest, "SD": structural}
	key := string(action.Append(nil))
	if f.acts[key] == 0 {
		f.acts[key] = f.w.add(action)
	}
	d["A"] = f.acts[key]
	return true
}

// box returns a rectangle in points.
func box(left, bottom, right, top unit.Length) object.Array {
	out := make(object.Array, 0, 4)
	for _, v := range []unit.Length{left, bottom, right, top} {
		out = append(out, object.Real(v.Decimal(3)))
	}
	return out
}
