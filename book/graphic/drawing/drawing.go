package drawing

import "fmt"

// A Drawing is a picture of shapes and texts. Its space has the origin at the
// top left and y downwards, in CSS pixels (96 to the inch).
type Drawing struct {
	Width, Height Fixed
	Items         []Item // painted in this order
}

// An Item is one of [*Shape], [*Text], [*Picture], [*Group].
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
	Along     *Path // what the letters stand on, in the space of the text; X is the way along it. nil: a straight line
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
	Mask    *Mask // nil: not masked
	Blend   Blend
}

// Apart reports whether the items are painted by themselves first, and laid over what is
// there as one.
func (g *Group) Apart() bool { return g.Opacity < Opaque || g.Mask != nil || g.Blend != Normal }

// A Mask shows of a group what is bright in its items, in the drawing's space: white all,
// black and what they leave free nothing.
type Mask struct{ Items []Item }

// A Blend is how the colours of a group mix with those below it.
type Blend uint8

// The blends that mix each channel by itself.
const (
	Normal Blend = iota
	Multiply
	Screen
	Darken
	Lighten
	Overlay
	HardLight
	Difference
	Exclusion
)

// BlendNames are the names of the blends in style sheets.
var BlendNames = map[string]Blend{
	"normal": Normal, "multiply": Multiply, "screen": Screen, "darken": Darken, "lighten": Lighten,
	"overlay": Overlay, "hard-light": HardLight, "difference": Difference, "exclusion": Exclusion,
}

// A Picture is a file of pixels.
type Picture struct {
	File *File
	// Transform maps the unit square, whose top is at 0, to the drawing's space.
	Transform Matrix
}

// A File is a picture within a drawing, shared between its uses.
type File struct {
	Data          []byte
	Type          string // "image/png" and the like
	Width, Height int    // in pixels
}

// A Clip bounds a group to the inside of a path in the drawing's space.
type Clip struct {
	Path Path
	Rule Rule
}

func (*Shape) item() {}
func (*Text) item()  {}
func (*Group) item() {}

func (*Picture) item() {}

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
	Pattern  *Pattern // instead of a Gradient
}

// A Pattern is items that are repeated over the plane.
type Pattern struct {
	// Items are in a space of their own, of which the cell from the origin to Width and
	// Height is shown again and again.
	Items         []Item
	Width, Height Fixed
	Transform     Matrix // maps that space to the one of the Path
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
