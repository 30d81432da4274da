package para

import (
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// How a reading stands over its base, after JLREQ 3.3.
//
// The letters of a reading have half the size of the base and stand close above it. The
// longer of the two sets the width of both, and the other one is spread over it by the rule
// of 1-2-1: the white at each end is half of that between two letters, so that the letters
// stand evenly also where two rubies meet. Letters of a script with words, such as
// Latin ones, are not moved apart, but stand in the middle.
//
// A reading that is wider than its base stands over nothing else: its neighbours move away.
// JLREQ lets it overhang kana by half a letter; the lines here stay legible without. No
// line ends within a ruby. The base is what the text holds, and the reading is read after it.

// A rubyPiece is a ruby on its way to a line.
type rubyPiece struct {
	base, text  []*Word // shaped, each with the width that it takes
	baseX       []unit.Length
	textX       []unit.Length
	width, rise unit.Length // of the reading's baseline above that of the base
	size        unit.Length // of the reading
	elem        [2]*document.Element
}

// The ink of East Asian letters, in hundredths of their size: that of a base reaches up to
// baseTop above its baseline, and baseFoot below; that of the kana of a reading readingTop
// above and readingFoot below. Measured in the built-in faces.
const (
	baseTop, baseFoot       = 87, 7
	readingTop, readingFoot = 79, 6
)

// leastReading is the least size of a reading, in hundredths of that of its base. Between half
// and this a reading is as large as the white between the lines lets it be; where that has less
// room, the line takes another one of the grid. By eye: kana of 4.4 points can be read.
const leastReading = 42

// readingSize returns the size of a reading over letters of a size.
func (p *Paragraph) readingSize(size unit.Length) unit.Length {
	room := p.style.Leading - size.Mul(baseTop+baseFoot, 100)
	if fit := room.Mul(100, readingTop+readingFoot); fit < size/2 && fit >= size.Mul(leastReading, 100) {
		return fit
	}
	return size / 2
}

// top returns how far the ink of a ruby reaches above its baseline, with that of the line above.
func (r *rubyPiece) top(size unit.Length) unit.Length {
	return r.rise + r.size.Mul(readingTop, 100) + size.Mul(baseFoot, 100)
}

// ruby appends a ruby. A base that is more than text in one style has its reading behind it,
// in brackets.
func (p *Paragraph) ruby(in *book.Ruby, lk Look) {
	base, lk, ok := p.plainBase(in.Content, lk)
	if !ok {
		p.add(in.Content, lk)
		p.push(" ("+in.Text+")", lk, span{glued: true})
		return
	}
	lk.Elem = document.NewElement(lk.Elem, "Ruby")
	p.push(base.Value, lk, span{src: base, reading: in.Text})
}

// plainBase returns the one text that a base is, in its look.
func (p *Paragraph) plainBase(list []book.Inline, lk Look) (*book.Text, Look, bool) {
	if len(list) != 1 {
		return nil, lk, false
	}
	switch in := list[0].(type) {
	case *book.Text:
		return in, lk, in.Value != ""
	case *book.Styled:
		return p.plainBase(in.Content, p.dressed(in.Style, lk))
	}
	return nil, lk, false
}

// rubyAtom adds the ruby of a span.
func (p *Paragraph) rubyAtom(i, start, end int) {
	sp := &p.spans[i]
	f := p.looks[sp.look].Font
	key := f.FontKey
	key.Size, key.hyphenate, key.smallCaps, key.tracking = p.readingSize(f.Size), false, false, 0
	small := p.set.Font(key)
	r := &rubyPiece{size: key.Size, rise: f.Size.Mul(baseTop, 100) + key.Size.Mul(readingFoot, 100)}
	r.elem = [2]*document.Element{document.NewElement(p.looks[sp.look].Elem, "RB"), document.NewElement(p.looks[sp.look].Elem, "RT")}
	r.base, r.text = p.letters(i, f, p.text[start:end]), p.letters(i, small, sp.reading)
	r.width = max(widthOf(r.base), widthOf(r.text))
	r.baseX, r.textX = spread(r.base, r.width), spread(r.text, r.width)
	p.atoms = append(p.atoms, atom{ruby: r, span: int32(i), start: start, end: end})
}

// letters shapes text letter by letter where its letters may be moved apart, and else whole.
func (p *Paragraph) letters(i int, f *Font, s string) []*Word {
	var list []*Word
	for at, r := range s {
		if !Wide(r) {
			list = []*Word{p.set.Word(f, s)}
			break
		}
		list = append(list, p.set.Word(f, s[at:at+utf8.RuneLen(r)]))
	}
	for _, w := range list {
		p.note(i, w)
	}
	return list
}

func widthOf(list []*Word) (sum unit.Length) {
	for _, w := range list {
		sum += w.Width
	}
	return sum
}

// spread returns the places of words over a width, by the rule of 1-2-1.
func spread(list []*Word, width unit.Length) []unit.Length {
	free, n := width-widthOf(list), int64(2*len(list))
	out := make([]unit.Length, len(list))
	var x unit.Length
	for i, w := range list {
		out[i] = x + free.Mul(int64(2*i+1), n)
		x += w.Width
	}
	return out
}

// ruby draws a ruby: the base, and the reading over it.
func (d *drawer) ruby(pc *piece, lk *Look) {
	r := pc.atom.ruby
	y := d.baseline - lk.rise
	d.out.Items = append(d.out.Items,
		d.spreadText(r.base, r.baseX, pc.x, y, lk.Font.Size, lk, r.elem[0], false),
		d.spreadText(r.text, r.textX, pc.x, y-r.rise, r.size, lk, r.elem[1], pc.space))
	for i, w := range r.base {
		d.stressed(w.Runs, lk, pc.x+r.baseX[i], besideReading(lk.marks))
	}
	d.text, d.look = nil, -1
	d.decoTo = pc.x + pc.width
}

// spreadText returns words at their places as one text.
func (d *drawer) spreadText(list []*Word, at []unit.Length, x, y, size unit.Length, lk *Look, elem *document.Element, space bool) *document.Text {
	t := &document.Text{X: x + at[0], Y: y, Size: size, Color: lk.Color, Elem: elem}
	for i, w := range list {
		left := at[i] - at[0]
		for k, run := range w.Runs {
			last := i == len(list)-1 && k == len(w.Runs)-1
			t.Words = append(t.Words, document.Word{Run: run, X: left, Space: last && space})
			left += t.WordWidth(&t.Words[len(t.Words)-1])
		}
	}
	return t
}
