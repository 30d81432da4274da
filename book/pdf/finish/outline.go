package finish

import (
	"maps"

	"octavo/book"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// openUpTo is how many entries an outline may show when the document is
// opened: of a short book all, of a long one the highest levels. By eye: about two
// screens of a reader's side panel. The highest level is shown whatever its length.
const openUpTo = 60

// A bookmark is an entry of the outline in the making.
type bookmark struct {
	title object.String
	lead  object.Dict // the entry that says where
	ref   object.Ref
	kids  []*bookmark
}

// outline puts fpdf's bookmarks and returns their root, 0 when there are none.
// fpdf links them rightly but counts every entry's kids as 0, which hides them.
func (f *finisher) outline() object.Ref {
	catalog := f.src.dict(f.src.trailer["Root"])
	from := f.src.dict(catalog["Outlines"])
	top := f.bookmarks(from, map[object.Ref]bool{})
	if len(top) == 0 {
		return 0
	}
	root := f.w.alloc()
	depth := openDepth(top)
	f.putBookmarks(top, root, depth)
	f.w.put(root, object.Dict{
		"Type": object.Name("Outlines"), "First": top[0].ref, "Last": top[len(top)-1].ref,
		"Count": object.Int(visible(top, depth)),
	})
	return root
}

// bookmarks reads the entries within from. An entry that has been seen ends the list, so
// that a circle is no loop.
func (f *finisher) bookmarks(from object.Dict, seen map[object.Ref]bool) []*bookmark {
	var list []*bookmark
	next, ok := from["First"].(object.Ref)
	for ok && !seen[next] {
		seen[next] = true
		d := f.src.dict(next)
		title, _ := d["Title"].(object.String)
		b := &bookmark{title: title, lead: object.Dict{}, ref: f.w.alloc()}
		var to *document.Dest
		if f.Standard == book.UA2 {
			to, f.Targets = f.Targets[0], f.Targets[1:]
		}
		f.lead(b.lead, d["Dest"], to)
		b.kids = f.bookmarks(d, seen)
		list = append(list, b)
		next, ok = d["Next"].(object.Ref)
	}
	return list
}

// putBookmarks puts the entries of list, open down to depth more levels.
func (f *finisher) putBookmarks(list []*bookmark, parent object.Ref, depth int) {
	for i, b := range list {
		d := object.Dict{"Title": b.title, "Parent": parent}
		maps.Copy(d, b.lead)
		if i > 0 {
			d["Prev"] = list[i-1].ref
		}
		if i+1 < len(list) {
			d["Next"] = list[i+1].ref
		}
		if len(b.kids) > 0 {
			d["First"], d["Last"] = b.kids[0].ref, b.kids[len(b.kids)-1].ref
			count := visible(b.kids, max(depth-1, 1))
			if depth <= 1 { // closed: what would be seen if it were opened
				count = -count
			}
			d["Count"] = object.Int(count)
			f.putBookmarks(b.kids, b.ref, depth-1)
		}
		f.w.put(b.ref, d)
	}
}

// visible counts the entries of the first depth levels of list.
func visible(list []*bookmark, depth int) int {
	n := len(list)
	if depth > 1 {
		for _, b := range list {
			n += visible(b.kids, depth-1)
		}
	}
	return n
}

// openDepth returns how many levels to show: the most with which no more than openUpTo
// entries are seen, and at least one.
func openDepth(top []*bookmark) int {
	depth := 1
	for depth < maxHops && visible(top, depth+1) <= openUpTo {
		depth++
	}
	return depth
}
