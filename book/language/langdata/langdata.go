// Package langdata has the drawers of languages: what is known of each, as data. The
// files are assets/languages; their README says what each part means. Packages locale and
// hyphen, those behind door ingest, check and scaffold make use of them.
//
// In: a language tag (BCP 47). Out: the drawer of the language, as it stands in its file.
//
// Invariant: a drawer is read once, never changed, and may be used by several goroutines
// at once. A test reads all of them, so that none can fail at run time.
package langdata

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"octavo/assets"
	"octavo/book/language/langtag"
)

// A Drawer is what is known of a language. Fields that its file does not state are zero.
type Drawer struct {
	Tag         string // of the file, "pl" or "zh-Hant"
	Like        string // the tag of the drawer that this one changes, "pt"; "" for none
	Name        string // in English
	Tags        []string
	Words       map[string]Word
	Dates       Dates
	Lists       Lists
	Quotes      []string          // open and close, and the same within a quotation
	Elided      []string          // words that have lost their beginning, "tis", without the apostrophe
	Digits      string            // as CLDR calls them, "arabext"; "" for 0 to 9
	Index       []string          // the letters that head an index
	SameLetter  map[string]string // letters that are sorted as another
	Collation   string            // the tag of the order of words, when it is not Tag
	Hyphenation Hyphenation
	Spacing     Spacing
	Import      map[string][]string
	Mail        Mail
	Licence     []string // in lower case
	Starter     map[string]string
}

// A Word is a word that the compiler adds to a book.
type Word struct {
	Text   string
	Source string // the group in its file: "cldr", "docbook-xsl", [Unreviewed]
}

// Unreviewed is the source of words that no editor of the language has read.
const Unreviewed = "unreviewed"

// Dates are how a language writes days.
type Dates struct {
	Long                             string // CLDR's pattern, "d MMMM y"
	First                            string // the first of a month, "1er"; "" for the figure
	Era                              string // what stands for G
	Months, MonthsAlone, MonthsShort []string
	MonthsAlso                       map[string]string // other spellings, with their numbers
	Weekdays, WeekdaysShort          []string          // from Sunday
	AM, PM                           []string
	DateWords                        []string
	Units                            map[string]string // signs behind figures: y m d H M S
	Zone                             *int              // minutes east of UTC; nil when papers appear in several
	Later                            int               // years that the calendar of its papers is ahead of the Gregorian one
	Zones                            map[string]string
}

// Lists are the patterns of names in a row, with {0} and {1} for what they join.
type Lists struct {
	Two, Next, Last string
	BeforeI         string // in place of Two and Last before the sound i
}

// Hyphenation says by which patterns words are divided.
type Hyphenation struct {
	Patterns    string // the file's name under assets/hyphen, or [None]
	Left, Right int    // the least letters before and behind a hyphen
}

// Spacing is the white about signs, and which spaces hold their words together. Words are in
// lower case.
type Spacing struct {
	Narrow   []string // signs behind a narrow no-break space
	Wide     []string // signs behind a no-break space
	Words    []string // that end no line: "w"
	Behind   []string // that begin no line: "же"
	Titles   []string // that stay with the name behind them: "dr."
	Numbered []string // that stay with the number behind them: "p."
	Units    []string // that stay with the number before them, besides those of all languages
	Dash     string   // [Ends] where a dash between spaces begins no line
	Hyphen   string   // [Repeated] where a compound that is divided has its hyphen on both lines
	Trema    string   // [Dropped] where a letter loses its dieresis behind a hyphen that was made
}

// What the drawers say of dashes, hyphens and tremas.
const (
	Ends     = "ends"
	Repeated = "repeated"
	Dropped  = "dropped"
)

// None stands for patterns in a language whose words are not divided in print.
const None = "none"

// Mail are the fields that mail programs print, in lower case.
type Mail struct {
	Subject, Sender, Fields, Forwarded, Replies                        []string
	Greetings, Addressed, Closings, Wrote, SentFrom, Cover, Disclaimer []string
}

// A file is where a drawer is read from, once.
type file struct {
	name string
	open func() (*Drawer, error)
}

// files has them by the tags of their drawers in lower case.
var files = map[string]file{}

// The map is filled here and not in its declaration: the reader of a drawer that is like
// another looks the other up in the map.
func init() {
	list, _ := assets.Languages.ReadDir("languages") // no fault: they are part of the program
	for _, f := range list {
		tag := strings.TrimSuffix(f.Name(), ".yaml")
		files[strings.ToLower(tag)] = file{f.Name(), sync.OnceValues(func() (*Drawer, error) { return open(tag) })}
	}
}

// open reads the drawer of a file.
func open(tag string) (*Drawer, error) {
	text, err := assets.Languages.ReadFile("languages/" + tag + ".yaml")
	if err != nil {
		return nil, err
	}
	n, err := read(tag+".yaml", string(text))
	if err != nil {
		return nil, err
	}
	return decode(tag, n)
}

// named returns the drawer of a file by its tag in lower case, nil when there is none.
func named(tag string) *Drawer {
	if f, ok := files[tag]; ok {
		if d, err := f.open(); err == nil {
			return d
		}
	}
	return nil
}

// For returns the drawer of a language, a tag in any case and with "-" or "_". Of the
// drawers whose tag begins the tag of the language, the one with the longest tag is
// returned; nil when there is none.
func For(lang string) *Drawer {
	tag := Canonical(lang)
	for t := tag; t != ""; t = Parent(t) {
		if d := named(t); d != nil {
			return d
		}
		if d := named(served()[t]); d != nil {
			return d
		}
	}
	return nil
}

// served are the drawers, by the names of their files, of the other tags that they serve.
// To look at one line of each file is enough: a tag with a region, such as ko-KR, comes by
// here in each build, and all drawers are read by imports alone.
var served = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for tag, f := range files {
		text, _ := assets.Languages.ReadFile("languages/" + f.name) // no fault: they are part of the program
		for _, t := range tagsIn(string(text)) {
			m[strings.ToLower(t)] = tag
		}
	}
	return m
})

// tagsIn returns the list of tags that a file has, as the reader of the whole file does. A
// test compares the two.
func tagsIn(text string) []string {
	_, rest, found := strings.Cut(text, "\ntags: [")
	list, _, closed := strings.Cut(rest, "]")
	if !found || !closed {
		return nil
	}
	tags, _ := items(strings.ReplaceAll(list, "\n", " "))
	return tags
}

// All returns all drawers, by their tags.
var All = sync.OnceValue(func() []*Drawer {
	var list []*Drawer
	for tag := range files {
		if d := named(tag); d != nil {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b *Drawer) int { return cmp.Compare(a.Tag, b.Tag) })
	return list
})

// Unreviewed returns the keys of the words that no editor of the language has read, in
// order.
func (d *Drawer) Unreviewed() []string {
	var list []string
	for k, w := range d.Words {
		if w.Source == Unreviewed {
			list = append(list, k)
		}
	}
	slices.Sort(list)
	return list
}

// Language returns the tag without script and region: "zh" for "zh-Hant".
func (d *Drawer) Language() string { return langtag.Primary(d.Tag) }
