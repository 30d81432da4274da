// Package spacing knows what white a language has about its signs, and at which spaces no
// line ends.
//
// In: the tag of a language, and text. Out: how firmly a space holds the words beside it
// together ([Habits.Holds]), and a book whose signs have the white of their language
// ([Apply]).
//
// What is true of all languages stands here: a number keeps its unit, its percent sign and
// its currency, figures in groups stay one number, initials keep the name. What one language
// asks for, such as that no Polish line ends in "w", is in its drawer, in the part spacing.
// A space that holds is still the author's space: as wide as the others of its line, and the
// same in the text that is copied.
package spacing

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/book/language/langdata"
)

// Habits are those of one language.
type Habits struct {
	words    map[string]bool // that end no line
	behind   map[string]bool // that begin none
	titles   map[string]bool // before names
	numbered map[string]bool // before numbers
	units    map[string]bool // behind numbers, besides those of all languages
	narrow   string          // signs that stand behind a narrow space
	wide     string          // signs that stand behind a word space
	open     string          // the white behind an opening mark of quotation
	// DashEnds says that a dash between spaces may end a line, and begins none.
	DashEnds bool
	// RepeatsHyphen says that a compound which is divided at its own hyphen has it at the
	// beginning of the next line, too.
	RepeatsHyphen bool
	// DropsTrema says that a letter with a dieresis loses it behind a hyphen that ends a line.
	DropsTrema bool
}

var (
	known sync.Map // from the canonical tag to *Habits
	none  = &Habits{}
)

// For returns the habits of a language; of one without a drawer, those of all languages.
func For(lang string) *Habits {
	d := langdata.For(lang)
	if d == nil {
		return none
	}
	if h, ok := known.Load(d.Tag); ok {
		return h.(*Habits)
	}
	s := &d.Spacing
	h := &Habits{
		words: set(s.Words), behind: set(s.Behind), titles: set(s.Titles), numbered: set(s.Numbered), units: set(s.Units),
		narrow: strings.Join(s.Narrow, ""), wide: strings.Join(s.Wide, ""),
		DashEnds: s.Dash == langdata.Ends, RepeatsHyphen: s.Hyphen == langdata.Repeated, DropsTrema: s.Trema == langdata.Dropped,
	}
	if len(d.Quotes) > 0 {
		h.open = strings.TrimLeftFunc(d.Quotes[0], func(r rune) bool { return !unicode.IsSpace(r) })
	}
	known.Store(d.Tag, h)
	return h
}

func set(list []string) map[string]bool {
	if len(list) == 0 {
		return nil
	}
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

// maxWord is the most bytes of a word that a space may hold to its neighbour: the longest
// words of the drawers have some twenty.
const maxWord = 32

// A Hold says how firmly a space holds the words beside it.
type Hold uint8

// The holds.
const (
	Loose  Hold = iota // a line may end there
	Liked              // better not: Dr. Morrow, J. Smith, p. 12
	Firmly             // never: 12 km, 50 %, w domu
)

// Holds returns how firmly the space between before and after holds them together. Before
// and after are the text on either side, of which a word is read.
func (h *Habits) Holds(before, after string) Hold {
	next, n := utf8.DecodeRuneInString(after)
	if n == 0 || before == "" {
		return Loose
	}
	if h.begins(next, after[n:]) || h.behindHolds(after) {
		return Firmly
	}
	w := lastWord(before)
	if w == "" || len(w) > maxWord {
		return Loose
	}
	last := w[len(w)-1]
	number := last >= '0' && last <= '9' || last >= utf8.RuneSelf && endsInNumber(w)
	switch {
	case number && h.measures(w, after):
		return Firmly
	case !number && (last == '.' || len(w) <= 12):
		return h.ahead(w, before[:len(before)-len(w)], after)
	}
	return Loose
}

// begins reports whether a line does not begin with a sign: one of percent, of a currency
// that stands behind its number, or of degrees, or a sign that the language sets off from the
// word before it.
func (h *Habits) begins(sign rune, rest string) bool {
	if sign < utf8.RuneSelf && (unicode.IsLetter(sign) || unicode.IsDigit(sign)) {
		return false // most words
	}
	next, n := utf8.DecodeRuneInString(rest)
	ends := n == 0 || !unicode.IsLetter(next) && !unicode.IsDigit(next)
	switch {
	case sign == '%' || sign == '‰' || sign == '°' || sign == '′' || sign == '″':
		return true
	case unicode.Is(unicode.Sc, sign): // "$ 5" begins with its sign, "5 €" ends with it
		digit, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
		return ends && !unicode.IsDigit(digit)
	}
	return ends && (strings.ContainsRune(h.narrow, sign) || strings.ContainsRune(h.wide, sign))
}

// measures reports whether a number keeps what follows it: a unit, or the next group of its
// figures.
func (h *Habits) measures(number, after string) bool {
	w := firstWord(after)
	if common[w] || h.units[strings.ToLower(w)] {
		return true
	}
	// The trailing sign of a clause is no part of a unit, but the stop of an abbreviation is.
	if cut := strings.TrimRight(w, ".,;:!?…)]»”“’\"'"); cut != w && (common[cut] || h.units[strings.ToLower(cut)] || h.units[strings.ToLower(cut)+"."]) {
		return true
	}
	group := len(number) <= 3 || len(number) > 4 && isGroup(number[len(number)-3:]) && !isFigure(number[len(number)-4])
	return group && isFigures(number[max(0, len(number)-3):]) && len(w) >= 3 && isGroup(w[:3]) && (len(w) == 3 || !isFigure(w[3]))
}

// ahead returns how firmly the word w, before which a text stands, keeps what follows it.
func (h *Habits) ahead(w, before, after string) Hold {
	low := strings.ToLower(w)
	if h.words[low] {
		return Firmly
	}
	if letter := w[0]|0x20 >= 'a' && w[0]|0x20 <= 'z'; letter && w[len(w)-1] != '.' && !isFigure(after[0]) && !h.titles[low] && !h.numbered[low] {
		return Loose // most words, told at little cost
	}
	next, n := utf8.DecodeRuneInString(strings.TrimLeft(after, "“”„«»\"'‘’(["))
	switch {
	case n == 0:
		return Loose
	case (w == "§" || w == "§§" || w == "№" || w == "#" || h.numbered[low]) && (unicode.IsDigit(next) || strings.ContainsRune("IVXLCDM", next)),
		h.titles[low] && unicode.IsUpper(next), isInitials(w) && unicode.IsUpper(next):
		return Liked
	case (w == "—" || w == "–") && strings.TrimSpace(before) == "":
		return Firmly // begins a speech
	case isFigure(after[0]) && (common[w] || h.units[low]):
		if number := lastWord(strings.TrimRightFunc(before, unicode.IsSpace)); number != "" && endsInNumber(number) {
			return Firmly // 5 h 30
		}
	case isLetterStop(w) && isLetterStop(firstWord(after)):
		return Firmly // z. B., i. d. R.
	}
	return Loose
}

// behindHolds reports whether a line does not begin with the word that text begins with.
func (h *Habits) behindHolds(text string) bool {
	if h.behind == nil {
		return false
	}
	w := strings.TrimRight(firstWord(text), ".,;:!?…)]»”“’\"'")
	return w != "" && h.behind[strings.ToLower(w)]
}

// lastWord returns the word that text ends in, without the marks that open before it.
func lastWord(text string) string {
	from := max(0, len(text)-maxWord-1)
	tail := text[from:]
	if i := strings.LastIndexFunc(tail, unicode.IsSpace); i >= 0 {
		_, n := utf8.DecodeRuneInString(tail[i:])
		tail = tail[i+n:]
	}
	return strings.TrimLeft(tail, "“”„«»\"'‘’([¿¡")
}

// firstWord returns the word that text begins with.
func firstWord(text string) string {
	end := min(len(text), maxWord)
	if i := strings.IndexFunc(text[:end], unicode.IsSpace); i >= 0 {
		end = i
	}
	return text[:end]
}

func isFigure(c byte) bool { return c >= '0' && c <= '9' }

func isFigures(s string) bool {
	for i := range len(s) {
		if !isFigure(s[i]) {
			return false
		}
	}
	return s != ""
}

func isGroup(s string) bool { return len(s) == 3 && isFigures(s) }

// endsInNumber reports whether a word ends in a figure, or in a fraction.
func endsInNumber(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return unicode.IsDigit(r) || unicode.Is(unicode.No, r) && !strings.ContainsRune("¹²³", r)
}

// isInitials reports whether a word is made of capitals with stops, as "J.", "J.R.R." and
// "J.-P." are.
func isInitials(w string) bool {
	letters := 0
	for w != "" {
		r, n := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) || !strings.HasPrefix(w[n:], ".") {
			return false
		}
		letters++
		w = strings.TrimPrefix(w[n+1:], "-")
	}
	return letters > 0
}

// isLetterStop reports whether a word is a letter, or two, with a stop, and perhaps a sign
// that ends the clause.
func isLetterStop(w string) bool {
	w = strings.TrimRight(w, ",;:!?)]»”“’")
	stem, ok := strings.CutSuffix(w, ".")
	return ok && stem != "" && utf8.RuneCountInString(stem) <= 2 && strings.IndexFunc(stem, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// common are the units of all languages. Those that are a word of some language, as "in" and
// "ha" are, stay out: a number often stands before the word.
var common = set(strings.Fields(`
	km m cm mm dm µm μm nm m² km² cm² m³ cm³ dm³ km/h m/s kg g mg µg t l L ml mL cl hl dl h min s ms
	W kW MW GW TW kWh MWh GWh TWh Wh V kV A mA Hz kHz MHz GHz N kN Pa hPa kPa MPa bar mbar J kJ MJ cal kcal
	K mol dB px dpi kB MB GB TB ft lb lbs oz mph kn EUR USD GBP CHF JPY CNY KRW
`))
