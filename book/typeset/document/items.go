package document

import "octavo/book/base/unit"

// A Phrase is a piece of a formula, all whose glyphs together stand for its text.
type Phrase struct {
	Text  string
	Width unit.Length
}

// A Within is the place of a glyph or a rule of a phrase: so far from its left end.
type Within struct {
	Phrase *Phrase // nil for what belongs to none
	X      unit.Length
}

// mirror returns where an item of a phrase stands, now at x, when the phrase as a
// whole has been moved to the other side.
func (w *Within) mirror(x, sum unit.Length) unit.Length {
	return sum - (x - w.X) - w.Phrase.Width + w.X
}

// Settle moves X to the left end of the leftmost word. The words stay where they are on
// the page.
func (t *Text) Settle() {
	var least unit.Length
	for i, w := range t.Words {
		if i == 0 || w.X < least {
			least = w.X
		}
	}
	t.shift(-least)
	t.X += least
}

// shift moves the words of t.
func (t *Text) shift(by unit.Length) {
	if by == 0 {
		return
	}
	for i := range t.Words {
		t.Words[i].X += by
		t.Words[i].SpaceX += by
	}
}

// mirror turns t to the other side; see [Mirror].
func (t *Text) mirror(sum unit.Length) {
	sum -= 2 * t.X
	for i := range t.Words {
		w := &t.Words[i]
		w.X = sum - w.X - t.WordWidth(w)
		w.SpaceX = sum - w.SpaceX
	}
	t.Settle()
}

// MirrorLinks moves each link as [Mirror] does items.
func MirrorLinks(links []LinkArea, sum unit.Length) {
	for i := range links {
		links[i].X = sum - links[i].X - links[i].W
	}
}

// Mirror moves each item from x to where it is as far from the right end of the line as
// it was from the left end; sum is the sum of both ends. Words stay readable.
func Mirror(items []Item, sum unit.Length) {
	for _, it := range items {
		switch it := it.(type) {
		case *Text:
			if it.Within.Phrase != nil {
				it.X = it.Within.mirror(it.X, sum)
			} else {
				it.mirror(sum)
			}
		case *Rule:
			if it.Within.Phrase != nil {
				it.X = it.Within.mirror(it.X, sum)
			} else {
				it.X = sum - it.X - it.W
			}
		case *Stress:
			it.mirror(sum)
		case *Turn:
			it.mirror(sum)
		case *Graphic:
			it.X = sum - it.X - it.W
		}
	}
}

// WordWidth returns the width of a word of t with the room after its letters.
func (t *Text) WordWidth(w *Word) unit.Length {
	ink := t.Size.Mul(w.Run.Width, int64(w.Run.Face.UnitsPerEm()))
	return ink + Widened(ink, t.Stretch) + t.Tracking*unit.Length(w.Run.Clusters())
}

// Width returns the width of the ink and spaces of t up to its last word.
func (t *Text) Width() unit.Length {
	var width unit.Length
	for i := range t.Words {
		width = max(width, t.Words[i].X+t.WordWidth(&t.Words[i]))
	}
	return width
}

// Move shifts items.
func Move(items []Item, dx, dy unit.Length) {
	for _, it := range items {
		switch it := it.(type) {
		case *Text:
			it.X, it.Y = it.X+dx, it.Y+dy
		case *Rule:
			it.X, it.Y = it.X+dx, it.Y+dy
		case *Stress:
			it.move(dx, dy)
		case *Turn:
			it.move(dx, dy)
		case *Graphic:
			it.X, it.Y = it.X+dx, it.Y+dy
		}
	}
}

// Widened returns what glyphs get wider by, in thousandths of their width.
func Widened(ink unit.Length, by int) unit.Length { return ink.Mul(int64(by), 1000) }

// NewRule returns a filled rectangle.
func NewRule(x, y, w, h unit.Length, c Color) *Rule { return &Rule{X: x, Y: y, W: w, H: h, Color: c} }

// Frame returns the four sides of a rectangle.
func Frame(x, y, w, h unit.Length, c Color) []Item {
	const thin = unit.Point / 2
	return []Item{
		&Rule{X: x, Y: y, W: w, H: thin, Color: c}, &Rule{X: x, Y: y + h - thin, W: w, H: thin, Color: c},
		&Rule{X: x, Y: y, W: thin, H: h, Color: c}, &Rule{X: x + w - thin, Y: y, W: thin, H: h, Color: c},
	}
}
