package pdf

import (
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// A splitter divides text into sequences of marked content. A sequence belongs to one
// element or to none. It is a cluster with its ActualText, or a phrase with its own, or
// text without ActualText. Sequences are never nested: poppler loses the text after a
// nested one.
type splitter struct {
	open    bool
	owner   owner
	cluster bool
	phrase  *document.Phrase
}

// An owner is what a sequence of marked content belongs to: an element, or the
// kind of an artifact.
type owner struct {
	elem *document.Element
	kind artifact
}

// next reports whether the piece begins a new sequence. All pieces of a phrase are one
// sequence, whatever their clusters.
func (s *splitter) next(o owner, p *piece, phrase *document.Phrase) bool {
	cluster := p.actual != "" && phrase == nil
	begins := !s.open || s.owner != o || s.phrase != phrase || p.head && cluster || s.cluster && !cluster
	s.open, s.owner, s.cluster, s.phrase = true, o, cluster, phrase
	return begins
}

// An artifact is the kind of what is not part of the text (ISO 32000-1, table
// 330).
type artifact uint8

const (
	layoutArtifact artifact = iota // rules, leaders, decorations
	header
	footer
)

// tag is the operand of BDC, without ActualText.
func (a artifact) tag() string {
	switch a {
	case header:
		return "/Artifact<</Type/Pagination/Subtype/Header"
	case footer:
		return "/Artifact<</Type/Pagination/Subtype/Footer"
	}
	return "/Artifact<</Type/Layout"
}

// A body is the range of heights that a page's tagged content covers.
type body struct{ top, bottom unit.Length }

// bodyOf returns the body of a page. Text that belongs to no element and stands
// outside of the body is a running head or a folio.
func bodyOf(p *document.Page) body {
	b := body{top: p.Height}
	for _, it := range p.Items {
		switch it := it.(type) {
		case *document.Text:
			if it.Elem != nil {
				b.top, b.bottom = min(b.top, it.Y), max(b.bottom, it.Y)
			}
		case *document.Graphic:
			if it.Elem != nil {
				b.top, b.bottom = min(b.top, it.Y), max(b.bottom, it.Y+it.H)
			}
		}
	}
	return b
}

func (b body) owner(t *document.Text) owner {
	switch {
	case t.Elem != nil:
		return owner{elem: t.Elem}
	case t.Y < b.top:
		return owner{kind: header}
	case t.Y > b.bottom:
		return owner{kind: footer}
	}
	return owner{}
}

// textSize returns the size of a text, and at least a hundredth of a point: PDF has no
// text of size 0.
func textSize(t *document.Text) unit.Length { return max(t.Size, unit.Milli(10)) }

// An em across is the size of a text made wider or narrower with its glyphs (ISO
// 32000-1, 9.3.4): TJ counts in it.
func emAcross(t *document.Text) unit.Length { return textSize(t).Mul(int64(1000+t.Stretch), 1000) }

// eachCoded calls show for each word of t and each space after one. x is where the word
// or space begins, in 1/em across from the text's origin; follows says that it begins
// where the pen is, whatever x.
func (c *coder) eachCoded(t *document.Text, show func(k *coded, x int64, follows bool)) error {
	size := max(emAcross(t), 1)
	tracking := lengthToEm(t.Tracking, size)
	for i := range t.Words {
		w := &t.Words[i]
		k, err := c.word(w, tracking)
		if err != nil {
			return err
		}
		x := lengthToEm(w.X, size)
		show(k, x, false)
		if !w.Space {
			continue
		}
		if k, err = c.space(w.Run.Face); err != nil {
			return err
		}
		if k != nil && w.Apart {
			show(k, lengthToEm(w.SpaceX, size), false)
		} else if k != nil {
			// The pen is behind the last letter, which is the first glyph when the
			// word goes from right to left.
			show(k, x+toEm(w.Run.Width, w.Run.Face), !w.Run.RTL)
		}
	}
	return nil
}

func (c *coder) word(w *document.Word, tracking int64) (*coded, error) {
	if tracking == 0 {
		return c.run(w.Run, w.Hyphen)
	}
	return c.encode(w.Run, tracking, w.Hyphen)
}

// lengthToEm returns l in 1/em at the size, rounded to the nearest.
func lengthToEm(l, size unit.Length) int64 {
	return int64(l.Mul(em, int64(size)))
}
