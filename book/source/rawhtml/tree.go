package rawhtml

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A Tag is a start or end tag, or another token of HTML.
type Tag struct {
	Name  string // lower case; "" for comments, declarations and text
	End   bool
	Empty bool // <x/>, or an element without end tag
	attr  []html.Attribute
}

// ParseTag reads raw, one token of HTML.
func ParseTag(raw string) Tag {
	if t, ok := simpleTag(raw); ok {
		return t
	}
	z := html.NewTokenizer(strings.NewReader(raw))
	switch z.Next() {
	case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		return newTag(z.Token())
	}
	return Tag{}
}

// simpleTag reads <name>, </name> and <name/>, which most tags are, without a
// tokenizer and its buffers.
func simpleTag(raw string) (Tag, bool) {
	s, ok := strings.CutPrefix(raw, "<")
	name, ok2 := strings.CutSuffix(s, ">")
	if !ok || !ok2 {
		return Tag{}, false
	}
	name, end := strings.CutPrefix(name, "/")
	name, empty := strings.CutSuffix(name, "/")
	if name == "" || name[0] < 'A' || end && empty {
		return Tag{}, false
	}
	for _, c := range []byte(name) {
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return Tag{}, false
		}
	}
	name = strings.ToLower(name)
	return Tag{Name: name, End: end, Empty: empty || voids[name]}, true
}

func newTag(t html.Token) Tag {
	return Tag{
		Name:  t.Data,
		End:   t.Type == html.EndTagToken,
		Empty: t.Type == html.SelfClosingTagToken || voids[t.Data],
		attr:  t.Attr,
	}
}

// Get returns an attribute without space at its ends, "" when t has none.
func (t Tag) Get(name string) string {
	for _, a := range t.attr {
		if a.Key == name && a.Namespace == "" {
			return strings.TrimSpace(clean(a.Val))
		}
	}
	return ""
}

// has reports whether t has an attribute, with or without a value.
func (t Tag) has(name string) bool {
	return slices.ContainsFunc(t.attr, func(a html.Attribute) bool { return a.Key == name })
}

// A node is an element, or text when its name is "".
type node struct {
	Tag
	text     string
	raw      string // the text as written, when it may call a footnote
	at       int    // offset in the fragment
	parent   *node
	children []*node
	depth    int
	hasBlock bool // a block is somewhere below
}

// parse builds the tree of a fragment. open holds the elements that have no end
// tag at the end of the fragment, outermost first. An end tag without a start is a node
// that is marked End. deep is the offset of the first element beyond MaxDepth, or -1;
// the content of such an element stands in its place.
//
// The parser of the HTML standard makes a whole page of anything and moves what stands
// in a wrong place. Neither will do for HTML among Markdown: a <div> may begin in one
// fragment and end in a later one, with Markdown between, and every fault has to
// name its line. So tags are matched here by the few rules that authors rely on: an
// element without end tag (<br>) has no content; the start of a block ends a
// paragraph, and the start of an item, a cell or a row ends the one before (imply); an end
// tag closes the nearest element of its name, but not across the borders that
// scopes has for it (find). Elements that are open at the end, and end tags without a start,
// are told to the caller, who joins the fragments.
//
// The time is the source times MaxDepth, since each tag may look through all elements
// that are open.
func parse(src string) (root *node, open []*node, deep int) {
	deep = -1
	over := 0 // elements beyond MaxDepth that have not ended
	z := html.NewTokenizer(strings.NewReader(src))
	z.SetMaxBuf(0)
	root = &node{}
	cur := root
	for at := 0; ; {
		tt := z.Next()
		size := len(z.Raw())
		if tt == html.ErrorToken {
			break
		}
		switch tt {
		case html.TextToken:
			n := &node{at: at}
			if raw := z.Raw(); bytes.Contains(raw, []byte(callStart)) {
				n.raw = string(raw) // before Text, which decodes in place
			}
			n.text = string(z.Text())
			cur.add(n)
		case html.StartTagToken, html.SelfClosingTagToken:
			n := &node{Tag: newTag(z.Token()), at: at}
			cur = cur.imply(n.Name)
			cur.add(n)
			switch {
			case n.Empty:
			case n.depth <= MaxDepth:
				cur = n
			default:
				over++
				if deep < 0 {
					deep = at
				}
			}
		case html.EndTagToken:
			t := newTag(z.Token())
			if over > 0 {
				over--
			} else if m := cur.find(t.Name); m != nil {
				cur = m.parent // and what is open within m ends too
			} else {
				cur.add(&node{Tag: t, at: at})
			}
		}
		at += size
	}
	for n := cur; n != root; n = n.parent {
		open = append([]*node{n}, open...)
	}
	return root, open, deep
}

func (n *node) add(c *node) {
	c.parent, c.depth = n, n.depth+1
	n.children = append(n.children, c)
	if ClassOf(c.Name) == Block {
		for m := n; m != nil && !m.hasBlock; m = m.parent {
			m.hasBlock = true
		}
	}
}

// find returns the nearest element of a name from n outwards, nil for none.
func (n *node) find(name string) *node {
	for m := n; m.parent != nil; m = m.parent {
		if m.Name == name {
			return m
		}
		if scopes[name][m.Name] {
			return nil
		}
	}
	return nil
}

// imply closes the elements that the start of an element ends and returns the
// element that the new one goes into.
func (n *node) imply(name string) *node {
	if ClassOf(name) == Block {
		if p := n.find("p"); p != nil {
			n = p.parent
		}
	}
	for m := n; m.parent != nil; m = m.parent {
		// One start may end several: a row ends the cell and the row before it.
		if closedBy[m.Name][name] {
			return m.parent.imply(name)
		}
		if ClassOf(m.Name) == Block || m.Name == "tbody" || m.Name == "thead" || m.Name == "tfoot" {
			break
		}
	}
	return n
}

// clean removes what XML forbids, and makes every white space a space.
func clean(s string) string {
	ok := true
	for _, r := range s {
		if r < 0x20 || r >= 0x7f && replacement(r) != r {
			ok = false
			break
		}
	}
	if ok {
		return s
	}
	return strings.Map(replacement, s)
}

func replacement(r rune) rune {
	switch {
	case r == '\t', r == '\n', r == '\r', r == '\f':
		return ' '
	case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return -1
	}
	return r
}
