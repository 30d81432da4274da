package pdf

import (
	"slices"
	"strconv"

	"octavo/book/font/shape"
	"octavo/book/pdf/finish"
	"octavo/book/pdf/object"
)

// A coded run is a run as content streams show it, at any size.
type coded struct{ pieces []piece }

// A piece is the body of a TJ array.
type piece struct {
	font *font
	rise int64 // of the baseline, in 1/em
	// actual is what the piece stands for when its glyphs cannot tell: a cluster
	// of several glyphs. A cluster is marked content of its own, which begins
	// with the piece that is its head.
	actual string
	head   bool
	array  []byte
	width  int64 // by which a reader's pen moves, in 1/em
}

// A coder makes coded runs and keeps those that are shared.
type coder struct {
	fonts  *fontSet
	runs   map[*shape.Run]*coded
	hyphen map[*shape.Run]*coded
	spaces map[*shape.Face]*coded
	spare  *coded // a space, for faces without one
}

func newCoder() *coder {
	return &coder{
		fonts:  &fontSet{faces: map[*shape.Face]*faceFonts{}},
		runs:   map[*shape.Run]*coded{},
		hyphen: map[*shape.Run]*coded{},
		spaces: map[*shape.Face]*coded{},
	}
}

// run returns the coded form of a run; hyphen says that it stands for a soft
// hyphen. It hands out CIDs, so the calls must come in a fixed order.
func (c *coder) run(r *shape.Run, hyphen bool) (*coded, error) {
	cache := c.runs
	if hyphen {
		cache = c.hyphen
	}
	if k := cache[r]; k != nil {
		return k, nil
	}
	k, err := c.encode(r, 0, hyphen)
	if err != nil {
		return nil, err
	}
	cache[r] = k
	return k, nil
}

// space returns a space of the face, nil when there is none to be had.
func (c *coder) space(f *shape.Face) (*coded, error) {
	if k, ok := c.spaces[f]; ok {
		return k, nil
	}
	k := c.spare
	if glyph, ok := f.GlyphID(' '); ok {
		run := &shape.Run{Face: f, Text: " ", Glyphs: []shape.Glyph{{ID: glyph, Advance: f.Advance(glyph), Len: 1}}}
		var err error
		if k, err = c.encode(run, 0, false); err != nil {
			return nil, err
		}
		c.spare = k
	}
	c.spaces[f] = k
	return k, nil
}

// encode codes a run with tracking, in 1/em, after each glyph. When all its
// glyphs have been coded before, it changes nothing and may run beside others.
func (c *coder) encode(r *shape.Run, tracking int64, hyphen bool) (*coded, error) {
	ff, err := c.fonts.face(r.Face)
	if err != nil {
		return nil, err
	}
	e := encoding{coder: c, run: r, faces: ff, tracking: tracking, out: &coded{}}
	rest := r.Text
	for i, cl := range clusters(r) {
		n := min(int(cl.glyphs[0].Len), len(rest))
		text := rest[:n]
		rest = rest[n:]
		if hyphen {
			text = nothing
			if i == 0 {
				text = softHyphen
			}
		}
		e.cluster(cl, text)
	}
	e.close()
	return e.out, nil
}

// A cluster is glyphs that stand for one text.
type cluster struct {
	glyphs []shape.Glyph
	first  int   // index of the first in the run
	pen    int64 // where the shaper's pen is before it, in font units
}

// clusters returns the clusters of a run in the order of its text, in which
// tagged content has to be (ISO 32000-1, 14.8.2.3.3). When the run goes from
// right to left, its glyphs have the other order.
func clusters(r *shape.Run) []cluster {
	list := make([]cluster, 0, len(r.Glyphs))
	var pen int64
	for i := 0; i < len(r.Glyphs); {
		n := 1
		for i+n < len(r.Glyphs) && r.Glyphs[i+n].Len == 0 {
			n++
		}
		list = append(list, cluster{r.Glyphs[i : i+n], i, pen})
		for _, g := range r.Glyphs[i : i+n] {
			pen += int64(g.Advance)
		}
		i += n
	}
	if r.RTL {
		slices.Reverse(list)
	}
	return list
}

// softHyphen is the text of a hyphen that only a line end made.
const softHyphen = "\u00ad"

// An encoding is the state of one encode.
type encoding struct {
	coder    *coder
	run      *shape.Run
	faces    *faceFonts
	tracking int64
	out      *coded
	reader   int64 // where a reader's pen is, in 1/em
	open     bool  // within a string of the array
}

// cluster codes the glyphs that stand for text together, the letter before its marks,
// as the glyphs of a run that goes from left to right have it. Readers take the place of
// the first glyph for that of the text: a dot below a letter is on no line of theirs.
func (e *encoding) cluster(cl cluster, text string) {
	actual := ""
	if len(cl.glyphs) > 1 || private(text) || len(text) > finish.MaxMapped {
		actual = text
	}
	face, pen := e.run.Face, cl.pen
	if e.run.RTL {
		for _, g := range cl.glyphs {
			pen += int64(g.Advance)
		}
	}
	for k := range cl.glyphs {
		i := k
		if e.run.RTL {
			i = len(cl.glyphs) - 1 - k
			pen -= int64(cl.glyphs[i].Advance)
		}
		if k > 0 {
			text = nothing
		}
		g := cl.glyphs[i]
		c := e.coder.fonts.cid(face, e.faces, g.ID, text)
		p := e.piece(c.font, toEm(int64(g.Y), face), actual, k == 0)
		e.move(p, toEm(pen+int64(g.X), face)+int64(cl.first+i)*e.tracking)
		if !e.open {
			p.array = append(p.array, '(')
			e.open = true
		}
		p.array = object.AppendEscaped(p.array, []byte{byte(c.code >> 8), byte(c.code)})
		p.width += c.font.widths[c.code]
		e.reader += c.font.widths[c.code]
		if !e.run.RTL {
			pen += int64(g.Advance)
		}
	}
}

// piece returns the piece to go on with, a new one when something differs.
// first says that a cluster begins.
func (e *encoding) piece(f *font, rise int64, actual string, first bool) *piece {
	if n := len(e.out.pieces); n > 0 {
		p := &e.out.pieces[n-1]
		same := p.actual == "" && actual == "" || p.actual == actual && !first
		if p.font == f && p.rise == rise && same {
			return p
		}
	}
	e.close()
	e.out.pieces = append(e.out.pieces, piece{font: f, rise: rise, actual: actual, head: first && actual != ""})
	return &e.out.pieces[len(e.out.pieces)-1]
}

// move brings the reader's pen to x, unless it is there to within half of the
// 1/1000 em that TJ counts in.
func (e *encoding) move(p *piece, x int64) {
	n := adjustment(x - e.reader)
	if n == 0 {
		return
	}
	e.close()
	p.array = appendArray(p.array, strconv.AppendInt(nil, n, 10))
	p.width -= n * (em / 1000)
	e.reader -= n * (em / 1000)
}

func (e *encoding) close() {
	if e.open {
		p := &e.out.pieces[len(e.out.pieces)-1]
		p.array = append(p.array, ')')
		e.open = false
	}
}

// adjustment returns the number of a TJ array that moves the pen by d.
func adjustment(d int64) int64 {
	const unit = em / 1000
	if d < 0 {
		return (-d + unit/2) / unit
	}
	return -((d + unit/2) / unit)
}

// appendArray joins the body of a TJ array to another. Strings that meet
// become one.
func appendArray(array, more []byte) []byte {
	if len(array) == 0 || len(more) == 0 {
		return append(array, more...)
	}
	switch last := array[len(array)-1]; {
	case last == ')' && more[0] == '(':
		return append(array[:len(array)-1], more[1:]...)
	case last != ')' && more[0] != '(':
		array = append(array, ' ')
	}
	return append(array, more...)
}
