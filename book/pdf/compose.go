package pdf

import (
	"strconv"

	"octavo/book/base/unit"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// A composer writes the operators that show texts, in one or more sequences of
// marked content, each around a text object.
type composer struct {
	coder  *coder
	height unit.Length // of the page
	body   body
	id     int // the next marked-content id
	out    []byte

	split  splitter
	begun  bool  // the text being shown has its place
	array  bool  // a TJ array is open
	x, y   int64 // where Td moves from, in 1/1000 pt
	pen    int64 // a reader's pen, in 1/em across from the text's origin
	look   look
	set    bool // the reader has been told the look
	digits []byte
}

// A look is the state that text is shown in.
type look struct {
	font  *font
	size  unit.Length
	rise  int64
	color document.Color
	// stretch is in thousandths of the width: Tz.
	stretch int
}

// texts appends the operators for consecutive texts of a page.
func (c *composer) texts(list []document.Item) error {
	c.split, c.set, c.look = splitter{}, false, look{}
	for _, it := range list {
		t, ok := it.(*document.Text)
		if !ok {
			continue
		}
		if err := c.text(t); err != nil {
			return err
		}
	}
	c.closeArray()
	if c.set { // rise and stretch outlive the text object; later text takes them for 0
		c.restyle(look{c.look.font, c.look.size, 0, c.look.color, 0})
	}
	if c.split.open {
		c.closeSequence()
	}
	return nil
}

func (c *composer) text(t *document.Text) error {
	c.begun, c.pen = false, 0
	return c.coder.eachCoded(t, func(k *coded, x int64, follows bool) {
		if follows {
			x = c.pen
		}
		for i := range k.pieces {
			p := &k.pieces[i]
			c.piece(t, p, x)
			x = c.pen
		}
	})
}

// piece shows a piece of t at x, in 1/em across from the text's origin.
func (c *composer) piece(t *document.Text, p *piece, x int64) {
	o := c.body.owner(t)
	open := c.split.open
	if phrase := t.Within.Phrase; c.split.next(o, p, phrase) {
		if open {
			c.closeSequence()
		}
		actual := p.actual
		if phrase != nil {
			actual = phrase.Text
		}
		c.openSequence(o, actual)
	}
	if !c.begun {
		c.begin(t, x)
	}
	c.restyle(look{p.font, textSize(t), p.rise, t.Color, t.Stretch})
	if !c.array {
		c.out = append(c.out, '[')
		c.array = true
	}
	if n := adjustment(x - c.pen); n != 0 {
		c.digits = strconv.AppendInt(c.digits[:0], n, 10)
		c.out = appendArray(c.out, c.digits)
		c.pen -= n * (em / 1000)
	}
	c.out = appendArray(c.out, p.array)
	c.pen += p.width
}

// openSequence begins marked content with its text object. A sequence with ActualText
// is always tagged Span: poppler looks for ActualText in no other.
func (c *composer) openSequence(o owner, actual string) {
	switch {
	case o.elem != nil && actual != "":
		c.out = appendTag(c.out, "Span", c.id)
		c.id++
	case o.elem != nil:
		c.out = appendTag(c.out, o.elem.Type, c.id)
		c.id++
	default:
		c.out = append(c.out, o.kind.tag()...)
	}
	if actual != "" {
		c.out = object.Text(actual).Append(append(c.out, "/ActualText"...))
	}
	c.out = append(c.out, ">>BDC\nBT\n"...)
	c.begun, c.x, c.y = false, 0, 0
}

// appendTag appends the operand of BDC up to the id.
func appendTag(dst []byte, tag string, id int) []byte {
	dst = object.Name(tag).Append(dst)
	return strconv.AppendInt(append(dst, "<</MCID "...), int64(id), 10)
}

func (c *composer) closeSequence() {
	c.closeArray()
	c.out = append(c.out, "ET\nEMC\n"...)
}

func (c *composer) closeArray() {
	if c.array {
		c.out = append(c.out, "]TJ\n"...)
		c.array = false
	}
}

// begin moves to where the text shows its next piece.
func (c *composer) begin(t *document.Text, x int64) {
	c.closeArray()
	left := milli(t.X + emToLength(x, emAcross(t)))
	baseline := milli(c.height - t.Y)
	c.out = appendMilli(c.out, left-c.x)
	c.out = append(c.out, ' ')
	c.out = appendMilli(c.out, baseline-c.y)
	c.out = append(c.out, " Td\n"...)
	c.begun, c.pen, c.x, c.y = true, x, left, baseline
}

// restyle writes what differs from the look that the reader has.
func (c *composer) restyle(l look) {
	if c.set && c.look == l {
		return
	}
	c.closeArray()
	if !c.set || c.look.font != l.font || c.look.size != l.size {
		c.out = append(append(c.out, '/'), l.font.name...)
		c.out = append(c.out, ' ')
		c.out = append(appendMilli(c.out, milli(l.size)), " Tf\n"...)
	}
	if !c.set || c.look.color != l.color {
		c.out = appendColor(c.out, l.color, "g\n", "rg\n")
	}
	if rise, old := emToLength(l.rise, l.size), emToLength(c.look.rise, c.look.size); rise != old || !c.set && rise != 0 {
		c.out = append(appendMilli(c.out, milli(rise)), " Ts\n"...)
	}
	if l.stretch != c.look.stretch {
		c.out = append(appendMilli(c.out, int64(1000+l.stretch)*100), " Tz\n"...)
	}
	c.look, c.set = l, true
}
