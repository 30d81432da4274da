package hyphen

import (
	"strings"
	"sync"

	"octavo/assets"
)

// A language is a set of patterns and the tags it serves.
type language struct {
	file        string // hyphen/hyph-<file>.tex
	left, right int
	tags        string // BCP 47, lower case; a tag serves all that begin with it
}

// languages are those whose patterns may be given away in a program under the
// MIT licence: assets/hyphen/LICENSES.md. The least numbers of letters are
// those of the pattern files, raised to two where one letter would stand alone, and in
// French to the three at the end that its printers keep.
var languages = []language{
	{"af", 2, 2, "af"},
	{"be", 2, 2, "be"},
	{"bg", 2, 2, "bg"},
	{"ca", 2, 2, "ca"},
	{"cy", 2, 3, "cy"},
	{"da", 2, 2, "da"},
	{"de-1996", 2, 2, "de"},
	{"el-monoton", 2, 2, "el"},
	{"en-gb", 2, 3, "en-gb en-au en-ie en-in en-nz en-sg en-hk en-za"},
	{"en-us", 2, 3, "en"},
	{"es", 2, 2, "es"},
	{"et", 2, 3, "et"},
	{"eu", 2, 2, "eu"},
	{"fi", 2, 2, "fi"},
	{"fr", 2, 3, "fr"},
	{"gl", 2, 2, "gl"},
	{"hr", 2, 2, "hr bs sr-latn"},
	{"hu", 2, 2, "hu"},
	{"is", 2, 2, "is"},
	{"it", 2, 2, "it"},
	{"la", 2, 2, "la"},
	{"lt", 2, 2, "lt"},
	{"nl", 2, 2, "nl"},
	{"no", 2, 2, "no nb nn"},
	{"oc", 2, 2, "oc"},
	{"pl", 2, 2, "pl"},
	{"pt", 2, 3, "pt"},
	{"ru", 2, 2, "ru"},
	{"sk", 2, 3, "sk"},
	{"sl", 2, 2, "sl"},
	{"sv", 2, 2, "sv"},
	{"tr", 2, 2, "tr"},
	{"uk", 2, 2, "uk"},
}

// loaded holds the hyphenators of languages by their index, each made when it is first asked for.
var loaded = func() (made [64]func() *Hyphenator) {
	for i, l := range languages {
		made[i] = sync.OnceValue(l.load)
	}
	return made
}()

// load reads the embedded patterns. A test reads all of them, so that none can fail here.
func (l language) load() *Hyphenator {
	text, err := assets.Hyphen.ReadFile("hyphen/hyph-" + l.file + ".tex")
	if err != nil {
		return nil
	}
	h, err := Parse(l.file, string(text), l.left, l.right)
	if err != nil {
		return nil
	}
	return h
}

// Lookup returns the hyphenator for a language, a BCP 47 tag in any case, or
// nil when there are no patterns for it. A tag is served by the patterns
// whose own tag is the longest that begins it: en-GB and de-CH, but also en-Latn-NZ by en.
func Lookup(lang string) *Hyphenator {
	tag := strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	best, longest := -1, 0
	for i, l := range languages {
		for t := range strings.FieldsSeq(l.tags) {
			if len(t) > longest && strings.HasPrefix(tag, t) && (len(tag) == len(t) || tag[len(t)] == '-') {
				best, longest = i, len(t)
			}
		}
	}
	if best < 0 {
		return nil
	}
	return loaded[best]()
}
