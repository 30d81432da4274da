package formula

import (
	"octavo/book/base/unit"
	"octavo/book/font/sfnt"
	"octavo/book/font/shape"
	"octavo/book/markup/math"
)

// A Setter sets formulas in one face. It must not be used by two goroutines at once.
type Setter struct {
	face  *shape.Face
	font  *sfnt.Font
	table *sfnt.Math
	words Words
	runs  map[runKey]*shape.Run
}

// Words shapes text of the language around a formula, and says at what size it is
// set where the formula has the given one.
type Words func(text string, f math.Face, size unit.Length) ([]*shape.Run, unit.Length)

type runKey struct {
	glyph uint16
	text  string
}

// New returns a setter of a face, nil when it has no MATH table.
func New(face *shape.Face, words Words) *Setter {
	s := &Setter{face: face, font: face.Font(), words: words, runs: map[runKey]*shape.Run{}}
	if s.font == nil {
		return nil
	}
	if s.table = s.font.Math(); s.table == nil {
		return nil
	}
	return s
}

// Set sets a formula in a line, or as a display, at a size.
func (s *Setter) Set(r *math.Row, size unit.Length, display bool) *Box {
	st := style{base: size, level: math.Inline}
	if display {
		st.level = math.Display
	}
	return s.row(r, st).leaned()
}

// A Piece is a segment of a formula, with the white between it and the next.
type Piece struct {
	Box  *Box
	Text string
	Rel  bool        // the piece ends with a sign between two sides
	Glue unit.Length // 0 after the last
}

// Pieces sets a formula as pieces between which a line may be broken.
func (s *Setter) Pieces(r *math.Row, size unit.Length) []Piece {
	st := style{base: size, level: math.Inline}
	segments := math.Segments(r)
	var list []Piece
	for i, seg := range segments {
		p := s.nodes(seg.Nodes, seg.Classes, st)
		piece := Piece{Box: p.leaned(), Text: seg.Text, Rel: seg.Rel}
		if i+1 < len(segments) {
			piece.Glue = s.space(st, lastClass(seg.Classes), firstClass(segments[i+1].Classes))
		}
		list = append(list, piece)
	}
	return list
}

func lastClass(list []math.Class) math.Class {
	for i := len(list) - 1; i >= 0; i-- {
		if list[i] != math.Blank {
			return list[i]
		}
	}
	return math.Ord
}

func firstClass(list []math.Class) math.Class {
	for _, c := range list {
		if c != math.Blank {
			return c
		}
	}
	return math.Ord
}

// A style is how large a part is set, and how much room its scripts take.
type style struct {
	base    unit.Length // the size of the formula
	level   math.Style
	cramped bool // what is above the line stands lower
}

// size returns the size of the letters.
func (s *Setter) size(st style) unit.Length {
	switch st.level {
	case math.Small:
		return st.base.Mul(int64(s.table.Constant(sfnt.ScriptPercentScaleDown)), 100)
	case math.Tiny:
		return st.base.Mul(int64(s.table.Constant(sfnt.ScriptScriptPercentScaleDown)), 100)
	}
	return st.base
}

// script is the style of scripts.
func (st style) script(cramped bool) style {
	st.cramped = st.cramped || cramped
	if st.level == math.Small || st.level == math.Tiny {
		st.level = math.Tiny
	} else {
		st.level = math.Small
	}
	return st
}

// part is the style of the parts of a fraction.
func (st style) part(cramped bool) style {
	if st.level == math.Display {
		st.cramped = st.cramped || cramped
		st.level = math.Inline
		return st
	}
	return st.script(cramped)
}

func (st style) cramp() style {
	st.cramped = true
	return st
}

func (st style) at(level math.Style) style {
	st.level = level
	return st
}

func (st style) display() bool { return st.level == math.Display }

func (st style) small() bool { return st.level == math.Small || st.level == math.Tiny }

// spacing is the white between two classes, in eighteenths of an em (The TeXbook,
// chapter 18, page 170): 3 is TeX's thin space, 4 its medium one, 5 its thick one. What
// is negative is left out within scripts. Pairs that cannot be, as of two binary
// operators, are 0: math.Classes makes letters of such operators.
var spacing = [8][8]int{
	math.Ord:   {0, 3, -4, -5, 0, 0, 0, -3},
	math.Op:    {3, 3, 0, -5, 0, 0, 0, -3},
	math.Bin:   {-4, -4, 0, 0, -4, 0, 0, -4},
	math.Rel:   {-5, -5, 0, 0, -5, 0, 0, -5},
	math.Open:  {},
	math.Close: {0, 3, -4, -5, 0, 0, 0, -3},
	math.Punct: {-3, -3, 0, -3, -3, -3, -3, -3},
	math.Inner: {-3, 3, -4, -5, -3, 0, -3, -3},
}

// space returns the white between two classes.
func (s *Setter) space(st style, a, b math.Class) unit.Length {
	n := spacing[a][b]
	if n < 0 {
		if st.small() {
			return 0
		}
		n = -n
	}
	return s.size(st).Mul(int64(n), 18)
}

// constant returns a measure of the font in a style.
func (s *Setter) constant(c sfnt.Constant, st style) unit.Length {
	return s.length(s.table.Constant(c), s.size(st))
}

func (s *Setter) length(v int32, size unit.Length) unit.Length {
	return unit.FromFont(v, size, s.font.UnitsPerEm())
}

// axis is the height of fraction bars and of the middle of signs.
func (s *Setter) axis(st style) unit.Length { return s.constant(sfnt.AxisHeight, st) }

func (s *Setter) row(r *math.Row, st style) *part {
	if len(r.Nodes) == 1 {
		return s.node(r.Nodes[0], st)
	}
	return s.nodes(r.Nodes, math.Classes(r.Nodes), st)
}

// nodes sets nodes of given classes side by side (rules 17, 20).
func (s *Setter) nodes(nodes []math.Node, classes []math.Class, st style) *part {
	out := &part{}
	last := math.Blank
	for i, n := range nodes {
		p := s.node(n, st)
		if classes[i] == math.Blank {
			out.Width += p.Width
			continue
		}
		if last != math.Blank {
			out.Width += s.space(st, last, classes[i])
		}
		out.put(&p.Box, out.Width, 0)
		out.Width += p.Width + p.italic
		last = classes[i]
	}
	return out
}

func (s *Setter) node(n math.Node, st style) *part {
	switch n := n.(type) {
	case *math.Symbol:
		return s.symbol(n, st)
	case *math.Number:
		return s.letters(n.Text, n.Face, st)
	case *math.Name:
		return s.letters(n.Text, math.Upright, st)
	case *math.Word:
		return s.letters(n.Text, n.Face, st)
	case *math.Words:
		return s.text(n.Text, n.Face, st)
	case *math.Row:
		p := s.row(n, st)
		if len(n.Nodes) == 1 {
			return p
		}
		return &part{Box: *p.leaned()}
	case *math.Scripts:
		return s.scripts(n, st)
	case *math.Fraction:
		return s.fraction(n, st)
	case *math.Root:
		return s.root(n, st)
	case *math.Fence:
		return s.fence(n, st)
	case *math.Delimiter:
		return s.delimiter(n, st)
	case *math.Accent:
		return s.accent(n, st)
	case *math.Bar:
		return s.bar(n, st)
	case *math.Space:
		return &part{Box: Box{Width: s.size(st).Mul(int64(n.Width), 18)}}
	case *math.Grid:
		return s.grid(n, st)
	case *math.Styled:
		return s.nodes(n.Body.Nodes, math.Classes(n.Body.Nodes), st.at(n.Style))
	}
	return &part{}
}

// symbol sets one character. A large operator is larger in a display, and stands
// around the axis (rule 13).
func (s *Setter) symbol(n *math.Symbol, st style) *part {
	shown := math.Glyph(n.Char, n.Face)
	gid, ok := s.font.GlyphID(shown)
	if !ok {
		return s.text(string(n.Char), n.Face, st)
	}
	if n.Class != math.Op {
		return s.glyph(s.small(gid, st), string(n.Char), s.size(st))
	}
	if st.display() {
		sizes, _ := s.table.Sizes(gid, true)
		for _, v := range sizes {
			gid = v.ID
			if v.Advance >= s.table.Constant(sfnt.DisplayOperatorMinHeight) {
				break
			}
		}
	}
	p := s.glyph(gid, string(n.Char), s.size(st))
	p.shift(s.axis(st) - (p.Height-p.Depth)/2)
	p.char = false
	p.Width -= p.italic // the foot of an integral is as far left as its top is right
	return p
}

// shift moves a part upwards.
func (p *part) shift(by unit.Length) {
	moved := Box{Width: p.Width, Height: p.Height + by, Depth: p.Depth - by}
	moved.put(&p.Box, 0, by)
	p.Box = moved
}

// small returns the form that a glyph has within scripts.
func (s *Setter) small(gid uint16, st style) uint16 {
	if st.small() {
		return s.font.Alternate(gid, "ssty")
	}
	return gid
}

// glyph sets a glyph that stands for text.
func (s *Setter) glyph(gid uint16, text string, size unit.Length) *part {
	p := &part{glyph: gid, size: size, char: true}
	run := s.run(gid, text)
	p.Width = s.length(int32(run.Width), size)
	p.italic = s.length(s.table.Italics(gid), size)
	p.measure(s, gid, size)
	if x, ok := s.table.TopAccent(gid); ok {
		p.accent = s.length(x, size)
	} else {
		p.accent = p.Width / 2
	}
	p.Glyphs = []Glyph{{Run: run, Size: size}}
	return p
}

// measure gives a part the height and depth of a glyph.
func (p *part) measure(s *Setter, gid uint16, size unit.Length) {
	if b, ok := s.font.Bounds(gid); ok {
		p.Height, p.Depth = s.length(b[3], size), -s.length(b[1], size)
	}
}

// run returns the run of one glyph.
func (s *Setter) run(gid uint16, text string) *shape.Run {
	key := runKey{gid, text}
	if r := s.runs[key]; r != nil {
		return r
	}
	advance := s.font.Advance(gid)
	r := &shape.Run{Face: s.face, Text: text, Width: int64(advance), Glyphs: []shape.Glyph{{ID: gid, Advance: advance, Len: uint8(len(text))}}}
	s.runs[key] = r
	return r
}

// letters sets the letters and figures of a name or number, as one character.
func (s *Setter) letters(text string, f math.Face, st style) *part {
	out := &part{}
	size := s.size(st)
	for _, r := range text {
		gid, ok := s.font.GlyphID(math.Glyph(r, f))
		if !ok {
			return s.text(text, f, st)
		}
		p := s.glyph(s.small(gid, st), string(r), size)
		out.put(&p.Box, out.Width, 0)
		out.Width += p.Width
		out.italic = p.italic
	}
	out.char, out.accent = true, out.Width/2
	return out
}

// text sets words in the face of the text.
func (s *Setter) text(text string, f math.Face, st style) *part {
	out := &part{}
	runs, size := s.words(text, f, s.size(st))
	for _, run := range runs {
		upem, font := run.Face.UnitsPerEm(), run.Face.Font()
		for _, g := range run.Glyphs {
			if font == nil { // broken, with no outlines
				break
			}
			if b, ok := font.Bounds(g.ID); ok {
				out.Height = max(out.Height, unit.FromFont(b[3]+g.Y, size, upem))
				out.Depth = max(out.Depth, -unit.FromFont(b[1]+g.Y, size, upem))
			}
		}
		out.Glyphs = append(out.Glyphs, Glyph{Run: run, X: out.Width, Size: size})
		out.Width += size.Mul(run.Width, int64(upem))
	}
	out.char, out.accent = true, out.Width/2
	return out
}
