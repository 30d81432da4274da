package pdf

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"octavo/book/font/sfnt"
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
	// actual is the text of the piece when its glyphs cannot tell it, as those of a
	// cluster of several glyphs. Such a cluster is marked content of its own, which
	// begins with the piece that is its head.
	actual string
	head   bool
	array  []byte
	width  int64 // by which a reader's pen moves, in 1/em
}

// A coder makes coded runs, and keeps the runs that are shared.
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

// run returns the coded form of a run; hyphen says that the run stands for a soft
// hyphen. run hands out CIDs, so the calls must come in a fixed order.
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

// How glyphs get to their places.
//
// A shaper puts each glyph where it belongs: kerned, tracked, or back over the letter
// before. A reader of a PDF knows none of that. It moves its pen by the widths that the
// font states, and a TJ array moves the pen between two strings, by whole thousandths of
// an em. To write for each glyph how its advance differs from its width would do for a
// short word. But each number is rounded, and in a long one the errors add up.
//
// So there are two pens, both in 1/em. The shaper's pen is the sum of its advances, and is
// exact to 1/100,000 em. The reader's pen is moved by what the array really says, widths and
// rounded numbers alike. Before each glyph the array is given the distance between the two;
// nothing is written when that is less than half a thousandth. So no glyph is further from its place
// than that, whatever the length of the word.
//
// A glyph that stands higher or lower has a rise, which is an operator and no number of the
// array: it begins another piece. So do another font and the ActualText of a cluster.
// Pieces know neither size nor place on the page, so that a run is coded once for all
// words that have its shape. Tracking depends on the line: tracked runs are coded anew, and
// not kept. (ISO 32000-1, 9.4.3 and 9.4.4.)

// encode codes a run with tracking, in 1/em, after each glyph. When all glyphs of the run
// have been coded before, encode changes nothing and may run beside others.
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
	first  int   // clusters before it, each with its tracking
	pen    int64 // where the shaper's pen is before it, in font units
}

// clusters returns the clusters of a run in the order of its text: tagged content has
// to be in that order (ISO 32000-1, 14.8.2.3.3). The glyphs of a run that goes from right
// to left have the other order.
func clusters(r *shape.Run) []cluster {
	list := make([]cluster, 0, len(r.Glyphs))
	var pen int64
	for i := 0; i < len(r.Glyphs); {
		n := 1
		for i+n < len(r.Glyphs) && r.Glyphs[i+n].Len == 0 {
			n++
		}
		list = append(list, cluster{r.Glyphs[i : i+n], len(list), pen})
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

// cluster codes the glyphs that stand for text together.
//
// Readers know nothing of clusters. They take each glyph for a piece of text with a place and
// a width, and what they make of a letter with its dots is two pieces, one of which is on
// no line of theirs: "ق لب" for قلب, and Hindi with a gap behind each vowel. ActualText says what
// the glyphs mean together, but mupdf passes over it, and poppler measures such a letter by
// its first and last glyph. So the glyphs become one, a compound of the font, as wide
// as the cluster. Where a font cannot hold it (cubic outlines, glyphs that go back behind
// the pen), they stay several glyphs with an ActualText.
func (e *encoding) cluster(cl cluster, text string) {
	actual := ""
	if private(text) || len(text) > finish.MaxMapped {
		actual = text
	}
	rest := ""
	if _, n := utf8.DecodeRuneInString(text); e.run.RTL && actual == "" && n < len(text) && e.blank() {
		text, rest = text[:n], text[n:]
	}
	if made, ok := e.compound(cl); ok {
		e.show(e.coder.fonts.compound(e.run.Face, e.faces, made, text), cl.pen, cl.first, 0, actual, true)
	} else {
		if len(cl.glyphs) > 1 {
			actual = text + rest
			rest = ""
		}
		e.apart(cl, text, actual)
	}
	if rest != "" {
		e.after(rest, cl.pen, cl.first)
	}
}

// blank reports whether the font can hold a glyph without an outline and a width.
func (e *encoding) blank() bool {
	_, ok := e.run.Face.GlyphID(' ')
	return ok && !e.run.Face.Font().IsCFF()
}

// behind is by how much of an em poppler is told that the text of a mark stands behind
// that of its letter. It sorts the glyphs of a line by their left edges, and those that are
// nearer to each other than a hundredth come in any order.
const behind = 100

// after gives the characters behind the first of a cluster that runs from right to left
// glyphs of their own, which show nothing. mupdf takes the characters of one glyph in the
// order of reading, and poppler turns them round with the letters of the line, so that a
// vowel stands before its consonant; of characters with a place each, both make the same.
// x is the left end of the cluster, in font units, behind the tracking of n clusters.
func (e *encoding) after(rest string, x int64, n int) {
	face := e.run.Face
	space, _ := face.GlyphID(' ')
	nothing := &sfnt.Compound{Parts: []sfnt.Placed{{Glyph: space}}}
	step := int64(face.UnitsPerEm() / behind)
	for _, r := range rest {
		x -= step
		e.show(e.coder.fonts.compound(face, e.faces, nothing, string(r)), x, n, 0, "", true)
	}
}

// widened is the tracking, in 1/em, from which letters that run from right to left are
// made as wide as they stand apart. poppler puts words of such letters together by the
// white between them, and takes that of a tracked kicker for spaces. Lines that are filled
// have less tracking, each line another, and their letters stay as they are.
const widened = em / 40

// compound returns the glyphs of a cluster as one, false when they are one as they are, or
// when its font cannot hold that.
func (e *encoding) compound(cl cluster) (*sfnt.Compound, bool) {
	wide := e.run.RTL && e.tracking >= widened
	if e.run.Face.Font().IsCFF() || len(cl.glyphs) == 1 && !wide {
		return nil, false
	}
	made := &sfnt.Compound{}
	for _, g := range cl.glyphs {
		made.Parts = append(made.Parts, sfnt.Placed{Glyph: g.ID, X: made.Advance + int(g.X), Y: int(g.Y)})
		made.Advance += int(g.Advance)
	}
	if wide {
		made.Advance += int(e.tracking * int64(e.run.Face.UnitsPerEm()) / em)
	}
	return made, made.Fits()
}

// apart codes the glyphs of a cluster one by one, the letter before its marks: in a run
// from left to right they are in that order already, in one from right to left they are
// taken from the end. Readers take the place of the first glyph for that of the text, and
// a dot below a letter is on no line of theirs.
func (e *encoding) apart(cl cluster, text, actual string) {
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
		e.show(c, pen+int64(g.X), cl.first, int64(g.Y), actual, k == 0)
		if !e.run.RTL {
			pen += int64(g.Advance)
		}
	}
}

// show puts a glyph at x and y, in font units, behind the tracking of n clusters. first says
// that a cluster begins with it.
func (e *encoding) show(c cid, x int64, n int, y int64, actual string, first bool) {
	face := e.run.Face
	p := e.piece(c.font, toEm(y, face), actual, first)
	e.move(p, toEm(x, face)+int64(n)*e.tracking)
	if !e.open {
		p.array = append(p.array, '(')
		e.open = true
	}
	p.array = object.AppendEscaped(p.array, []byte{byte(c.code >> 8), byte(c.code)})
	p.width += c.font.widths[c.code]
	e.reader += c.font.widths[c.code]
}

// piece returns the piece to go on with, a new one when the font, the rise or the
// cluster with its ActualText is another. first says that a cluster begins.
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
