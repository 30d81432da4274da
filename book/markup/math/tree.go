package math

// A Node is one of [*Symbol], [*Number], [*Name], [*Word], [*Words], [*Row],
// [*Scripts], [*Fraction], [*Root], [*Fence], [*Delimiter], [*Accent], [*Bar],
// [*Space], [*Grid], [*Styled].
type Node interface{ node() }

// A Class says how a part of a formula stands beside others (The TeXbook,
// chapter 18).
type Class uint8

// The classes.
const (
	Ord   Class = iota // a letter or figure
	Op                 // a large operator, or a function
	Bin                // a sign between two terms
	Rel                // a sign between two sides
	Open               // an opening fence
	Close              // a closing fence
	Punct              // a comma
	Inner              // a fraction, or what stands in fences that grow
	Blank              // white, which has no class of its own
)

// A Face is the alphabet of a letter or figure.
type Face uint8

// The faces.
const (
	Upright Face = iota
	Italic
	Bold
	BoldItalic
	Double  // double-struck, as in the set of real numbers
	Script  // calligraphic
	Fraktur // black letter
	Sans
	Mono
)

// A Symbol is a letter or a sign.
type Symbol struct {
	Char  rune
	Class Class
	Face  Face // of a letter
	// Limits says that scripts stand above and below the symbol in a display.
	Limits bool
}

// A Number is figures with their decimal sign.
type Number struct {
	Text string
	Face Face
}

// A Name is the upright name of a function: log, lim.
type Name struct {
	Text   string
	Limits bool // scripts stand above and below the name in a display
}

// A Word is a variable of several letters.
type Word struct {
	Text string
	Face Face
}

// Words are text of the language around the formula.
type Words struct {
	Text string
	Face Face // Upright, Italic or Bold
}

// A Row is parts side by side: the whole formula, a group, a script.
type Row struct{ Nodes []Node }

// A Limits says where scripts stand.
type Limits uint8

// The places of scripts.
const (
	AsUsual Limits = iota // as the base has it
	Above                 // above and below the base
	Beside                // at its right
)

// Scripts are what stands above and below a base.
type Scripts struct {
	Base     Node // nil for none
	Sub, Sup *Row // nil for none
	Limits   Limits
}

// A Style is the size that a part is set in, with the freedom that it takes.
type Style uint8

// The styles. Inherit is the style of what is around.
const (
	Inherit Style = iota
	Display
	Inline // text style
	Small  // script style
	Tiny   // script of a script
)

// A Fraction is one row above another.
type Fraction struct {
	Above, Below *Row
	Ruled        bool  // with a line between them
	Style        Style // Display or Inline when it is given
	Open, Close  rune  // fences of a binomial coefficient, 0 for none
}

// A Root is a radical.
type Root struct{ Body, Degree *Row } // Degree is nil for a square root

// A Fence is parts between marks that grow with them.
type Fence struct {
	Marks []rune // one more than there are parts; 0 for none
	Parts []*Row
}

// A Delimiter is a mark of a size that is given.
type Delimiter struct {
	Mark  rune
	Size  int // from 1 to 4
	Class Class
}

// An Accent is a mark above or below a row.
type Accent struct {
	Mark  rune // a combining character, or one that grows
	Wide  bool // the mark grows with the row
	Below bool
	Body  *Row
}

// A Bar is a line above or below a row.
type Bar struct {
	Below bool
	Body  *Row
}

// A Space is white, in eighteenths of an em. It may be negative.
type Space struct{ Width int }

// An Align is the alignment of a column.
type Align uint8

// The alignments.
const (
	Center Align = iota
	Left
	Right
)

// A Grid is rows of cells: a matrix, cases, aligned equations.
type Grid struct {
	Rows        [][]*Row
	Align       []Align // of its columns
	Open, Close rune    // fences, 0 for none
	// Equations says that the columns are sides of equations: set as displays and,
	// but for every second gap, without white between them.
	Equations bool
}

// A Styled is a row in a given style.
type Styled struct {
	Style Style
	Body  *Row
}

func (*Symbol) node()    {}
func (*Number) node()    {}
func (*Name) node()      {}
func (*Word) node()      {}
func (*Words) node()     {}
func (*Row) node()       {}
func (*Scripts) node()   {}
func (*Fraction) node()  {}
func (*Root) node()      {}
func (*Fence) node()     {}
func (*Delimiter) node() {}
func (*Accent) node()    {}
func (*Bar) node()       {}
func (*Space) node()     {}
func (*Grid) node()      {}
func (*Styled) node()    {}

// ClassOf returns the class of a node that stands alone.
func ClassOf(n Node) Class {
	switch n := n.(type) {
	case *Symbol:
		return n.Class
	case *Name:
		return Op
	case *Scripts:
		if n.Base != nil {
			return ClassOf(n.Base)
		}
	case *Fraction, *Fence:
		return Inner
	case *Grid:
		if n.Open != 0 || n.Close != 0 {
			return Inner
		}
	case *Delimiter:
		return n.Class
	case *Accent:
		if n.Wide && len(n.Body.Nodes) > 1 && (n.Mark == overBrace || n.Mark == underBrace) {
			return Op // its script stands above or below
		}
	case *Space:
		return Blank
	case *Styled:
		if len(n.Body.Nodes) > 0 {
			return ClassOf(n.Body.Nodes[0])
		}
	}
	return Ord
}

// The braces that grow above and below a row.
const (
	overBrace  = '\u23de'
	underBrace = '\u23df'
)

// Classes returns the classes of nodes that stand beside each other: a sign
// between terms that lacks one of them is an ordinary sign, as the minus of -x is
// (The TeXbook, appendix G, rules 5 and 6).
func Classes(nodes []Node) []Class {
	list := make([]Class, len(nodes))
	last := -1 // the node before that is not blank
	for i, n := range nodes {
		c := ClassOf(n)
		list[i] = c
		if c == Blank {
			continue
		}
		before := Open // nothing is like an opening fence
		if last >= 0 {
			before = list[last]
		}
		switch c {
		case Bin:
			if before == Bin || before == Op || before == Rel || before == Open || before == Punct {
				list[i] = Ord
			}
		case Rel, Close, Punct:
			if before == Bin {
				list[last] = Ord
			}
		}
		last = i
	}
	if last >= 0 && list[last] == Bin {
		list[last] = Ord
	}
	return list
}
