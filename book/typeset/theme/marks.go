package theme

// Marks are the form of the marks that stand above or below stressed characters in Chinese,
// Japanese and Korean. Words in Latin letters are italic there, as elsewhere.
type Marks string

// The forms. Dots are usual in horizontal lines, sesame drops in vertical ones (JLREQ
// 3.3.9); circles are an older form of both.
const (
	NoMarks Marks = "none" // stressed characters are bold
	Dots    Marks = "dot"
	Sesames Marks = "sesame"
	Circles Marks = "circle"
)

var marks = []Marks{NoMarks, Dots, Sesames, Circles}
