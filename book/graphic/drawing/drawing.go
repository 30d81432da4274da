package drawing

import "fmt"

// A Drawing is a picture of shapes and texts. Its space has the origin at the
// top left and y downwards, in CSS pixels (96 to the inch).
type Drawing struct {
	Width, Height Fixed
	Items         []Item // painted in this order
}

// An Item is one of [*Shape], [*Text], [*Group].
type Item interface{ item() }

// A Shape is a path that is filled, then stroked.
type Shape struct {
	Path Path
	// Transform maps the space of Path, of the stroke's width and of gradients
	// to the drawing's space.
	Transform Matrix
	Fill      *Paint // nil: not filled
	Rule      Rule
	Stroke    *Stroke // nil: not stroked
}

// A Text is a line of text. It is set from (X, Y) in the space that Transform
// maps to the drawing's, on the baseline, from left to right.
type Text struct {
	Transform Matrix
	X, Y      Fixed
	Anchor    Anchor
	Spans     []Span
}

// A Span is text in one font.
type Span struct {
	Value   string
	Lang    string // BCP 47, "" when not known
	Size    Fixed
	Family  Family
	Weight  int // 400 is regular, 700 bold
	Italic  bool
	Spacing Fixed // added after each letter
	DX, DY  Fixed // the pen moves by this before the span
	// Fill and Stroke have no gradient; either may be nil. The outline is drawn
	// over the letters, or under them when StrokeFirst.
	Fill        *Paint
	Stroke      *Stroke
	StrokeFirst bool
}

// A Group is items painted as one. Its space is the drawing's.
type Group struct {
	Items   []Item
	Opacity Alpha // of the whole group
	Clip    *Clip // nil: not clipped
}

// A Clip bounds a group to the inside of a path in the drawing's space.
type Clip struct {
	Path Path
	Rule Rule
}

func (*Shape) item() {}
func (*Text) item()  {}
func (*Group) item() {}

// A Rule says which points are inside a path.
type Rule uint8

// The fill rules.
const (
	NonZero Rule = iota
	EvenOdd
)

// An Anchor says which point of a text is at its X.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// A Family is a kind of typeface.
type Family uint8

// The families.
const (
	Sans Family = iota
	Serif
	Mono
)

// An Alpha is an opacity: 0 is transparent, [Opaque] opaque.
type Alpha uint32

// Opaque is full opacity.
const Opaque Alpha = 1 << 16

// Mul returns the opacity of a under b.
func (a Alpha) Mul(b Alpha) Alpha { return Alpha((uint64(a)*uint64(b) + 1<<15) >> 16) }

// A Color is sRGB, 8 bits a channel.
type Color struct{ R, G, B uint8 }

// Hex returns the colour as a style sheet has it, such as "#00ff80".
func (c Color) Hex() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// A Paint is what a path is filled with.
type Paint struct {
	Color   Color // used when Gradient is nil
	Opacity Alpha
	// Gradient is shared between uses; Opacity applies on top of its stops.
	Gradient *Gradient
}

// A Gradient is a continuous change of colour, along a line or from a focus to
// a circle.
type Gradient struct {
	Radial bool
	// From and To are the ends of the line when not Radial.
	From, To Point
	// Center and Radius are the circle, Focus the point of the first stop.
	Center, Focus Point
	Radius        Fixed
	// Transform maps the gradient's space to that of the Path.
	Transform Matrix
	Spread    Spread
	// Stops has at least two entries, their offsets ascending in 0 to One.
	Stops []Stop
}

// A Stop is a colour at a place of a gradient.
type Stop struct {
	Offset  Fixed
	Color   Color
	Opacity Alpha
}

// A Spread says what is beyond the ends of a gradient.
type Spread uint8

// The spreads.
const (
	Pad Spread = iota
	Reflect
	Repeat
)

// A Stroke is how an outline is drawn.
type Stroke struct {
	Paint      Paint
	Width      Fixed
	Cap        Cap
	Join       Join
	MiterLimit Fixed
	Dash       []Fixed // lengths of dashes and gaps by turns; empty: solid
	Offset     Fixed   // where in the dash pattern the line begins
}

// A Cap is the shape of a line's end.
type Cap uint8

// The caps.
const (
	Butt Cap = iota
	RoundCap
	Square
)

// A Join is the shape of a corner.
type Join uint8

// The joins.
const (
	Miter Join = iota
	RoundJoin
	Bevel
)
