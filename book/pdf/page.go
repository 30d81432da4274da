package pdf

import (
	"bytes"
	"fmt"
	"strconv"

	"octavo/book/base/address"
	"octavo/book/base/nfc"
	"octavo/book/base/unit"
	"octavo/book/pdf/finish"
	"octavo/book/typeset/document"
)

// gap begins a comment that stands for the text of consecutive items. Behind it
// are the index of the first item, that of the item behind the last, and the
// first marked-content id.
const gap = "%T "

// page draws a page, in reading order.
func (e *encoder) page(n int) error {
	p := e.doc.Pages[n]
	e.canvas.Page(p.Width, p.Height)
	s := sheet{encoder: e, page: p, n: n, body: bodyOf(p)}
	if p.Turned {
		s.canvas.Operators(quarter(p.Height))
	}
	for i := 0; i < len(p.Items); {
		next, err := s.items(i)
		if err != nil {
			return err
		}
		i = next
	}
	if p.Turned {
		s.canvas.Operators("Q")
	}
	notes := make([]string, len(p.Links))
	for i := range p.Links {
		if err := s.link(&p.Links[i]); err != nil {
			return err
		}
		notes[i] = p.Links[i].Contents
	}
	e.pages = append(e.pages, finish.Page{
		Width: p.Width, Height: p.Height, Label: p.Label, Notes: notes, Turned: p.Turned && p.Upright,
	})
	return nil
}

// quarter returns the operators that turn what follows to the left by a quarter,
// so that what is at (x, y) from the top left corner of the content is at x from the
// foot of the page and at y from its left edge. All is drawn from the top of a page
// of the height.
func quarter(height unit.Length) string {
	ops := append([]byte("q 0 1 -1 0 "), appendMilli(nil, milli(height))...)
	return string(append(ops, " 0 cm"...))
}

// A sheet holds the state of drawing one page.
type sheet struct {
	*encoder
	page *document.Page
	n    int // index of page
	body body
	ids  int // marked-content ids handed out
}

// items draws the item at i, with those behind it that go together with it, and
// returns the index of the next.
func (s *sheet) items(i int) (next int, err error) {
	switch it := s.page.Items[i].(type) {
	case *document.Text:
		return s.texts(i)
	case *document.Rule, *document.Stress, *document.Turn:
		return s.rules(i), nil
	case *document.Graphic:
		return i + 1, s.graphic(it)
	case *document.Mark:
		return i + 1, s.tree.Mark(it.Elem)
	}
	return i + 1, fmt.Errorf("unknown item %T", s.page.Items[i])
}

// texts hands out the ids and codes of consecutive texts and leaves a gap for
// them.
func (s *sheet) texts(first int) (next int, err error) {
	start, end := s.ids, first
	var split splitter
	for ; end < len(s.page.Items); end++ {
		t, ok := s.page.Items[end].(*document.Text)
		if !ok {
			break
		}
		if err := s.text(t, &split); err != nil {
			return 0, err
		}
	}
	ops := strconv.AppendInt([]byte(gap), int64(first), 10)
	ops = strconv.AppendInt(append(ops, ' '), int64(end), 10)
	ops = strconv.AppendInt(append(ops, ' '), int64(start), 10)
	s.canvas.Operators(string(ops))
	return end, nil
}

func (s *sheet) text(t *document.Text, split *splitter) error {
	o := s.body.owner(t)
	if o.elem != nil {
		if err := s.tree.Mark(o.elem); err != nil {
			return err
		}
	}
	var failed error
	err := s.coder.eachCoded(t, func(k *coded, _ int64, _ bool) {
		for i := range k.pieces {
			if split.next(o, &k.pieces[i], t.Within.Phrase) && o.elem != nil && failed == nil {
				_, failed = s.content(o.elem)
			}
		}
	})
	if err == nil {
		err = failed
	}
	return err
}

// content adds a sequence of marked content to an element and returns its id.
func (s *sheet) content(elem *document.Element) (int, error) {
	id, err := s.tree.Content(elem, s.n)
	s.ids++
	return id, err
}

// rules draws consecutive rules, marks of emphasis and signs of turned lines as one artifact.
func (s *sheet) rules(i int) (next int) {
	s.canvas.Operators(layoutArtifact.tag() + ">>BDC")
drawn:
	for ; i < len(s.page.Items); i++ {
		switch it := s.page.Items[i].(type) {
		case *document.Rule:
			s.canvas.Rectangle(it.X, it.Y, it.W, it.H, it.Color)
		case *document.Stress:
			s.canvas.Operators(stressed(it, s.page.Height))
		case *document.Turn:
			s.canvas.Operators(turned(it, s.page.Height))
		default:
			break drawn
		}
	}
	s.canvas.Operators("EMC")
	return i
}

// graphic draws a picture.
func (s *sheet) graphic(g *document.Graphic) error {
	if g.Elem == nil {
		s.canvas.Operators(layoutArtifact.tag() + ">>BDC")
	} else {
		id, err := s.content(g.Elem)
		if err != nil {
			return err
		}
		s.tree.Box(g.Elem, s.page.Box(g.X, g.Y, g.W, g.H))
		s.canvas.Operators(string(appendTag(nil, g.Elem.Type, id)) + ">>BDC")
	}
	s.pictures.place(s.canvas, s.page, g)
	s.canvas.Operators("EMC")
	return nil
}

func (s *sheet) link(a *document.LinkArea) error {
	if a.Dest != nil {
		if err := s.checkDest(a.Dest); err != nil {
			return fmt.Errorf("link %q: %w", a.Contents, err)
		}
	}
	if err := s.tree.Link(a.Elem, s.n, a.Dest); err != nil {
		return err
	}
	area := *a
	area.URI = asciiURI(a.URI)
	box := s.page.Box(a.X, a.Y, a.W, a.H)
	area.X, area.Y, area.W, area.H = box[0], box[1], box[2]-box[0], box[3]-box[1]
	s.canvas.Link(area)
	return nil
}

// asciiURI returns s with the bytes that a URI cannot hold percent-encoded, and the
// letters of its host in punycode.
func asciiURI(s string) string {
	if href := address.Href(s); href != "" && !nfc.Single(s) {
		s = href
	}
	const hex = "0123456789ABCDEF"
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7f || bytes.IndexByte([]byte("<>\"{}|\\^`"), c) >= 0 {
			out = append(out, '%', hex[c>>4], hex[c&15])
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// A filler fills the gaps of pages. Its methods may run beside each other.
type filler struct {
	doc   *document.Document
	coder *coder
}

// page appends what was drawn on a page with its gaps filled.
func (f filler) page(dst []byte, n int, drawn []byte) []byte {
	p := f.doc.Pages[n]
	c := composer{coder: f.coder, height: p.Height, body: bodyOf(p), out: dst}
	for len(drawn) > 0 {
		line, rest, _ := bytes.Cut(drawn, []byte("\n"))
		drawn = rest
		if !bytes.HasPrefix(line, []byte(gap)) {
			c.out = append(append(c.out, line...), '\n')
			continue
		}
		fields := bytes.Fields(line[len(gap):])
		first, _ := strconv.Atoi(string(fields[0]))
		end, _ := strconv.Atoi(string(fields[1]))
		c.id, _ = strconv.Atoi(string(fields[2]))
		// An error of texts has ended the work when the gap was left: all runs are coded.
		_ = c.texts(p.Items[first:end])
	}
	return c.out
}
