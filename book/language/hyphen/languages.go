package hyphen

import (
	"sync"

	"octavo/assets"
	"octavo/book/language/langdata"
)

// loaded has the hyphenators of languages, by the names of their patterns.
var loaded sync.Map

// Lookup returns the hyphenator for a language, a BCP 47 tag in any case, or nil when
// there are no patterns for it: its drawer names none, or says that the words of the
// language are not divided. There are only patterns that may be given away in a program
// under the MIT licence: assets/hyphen/LICENSES.md. A test reads all files, so that no file
// can fail here.
func Lookup(lang string) *Hyphenator {
	d := langdata.For(lang)
	if d == nil || d.Hyphenation.Patterns == "" || d.Hyphenation.Patterns == langdata.None {
		return nil
	}
	// The least numbers of letters differ in no two drawers of the same patterns.
	name := d.Hyphenation.Patterns
	once, _ := loaded.LoadOrStore(name, sync.OnceValue(func() *Hyphenator {
		text, err := assets.Hyphen.ReadFile("hyphen/hyph-" + name + ".tex")
		if err != nil {
			return nil
		}
		h, err := Parse(name, string(text), d.Hyphenation.Left, d.Hyphenation.Right)
		if err != nil {
			return nil
		}
		return h
	}))
	return once.(func() *Hyphenator)()
}

// Divides reports whether words of a language are divided in print at all.
func Divides(lang string) bool {
	d := langdata.For(lang)
	return d == nil || d.Hyphenation.Patterns != langdata.None
}
