package compile

import (
	"strings"
	"unicode"

	"octavo/book"
)

// fileNames names the editions after the book's title, with what tells apart
// two of one format.
func fileNames(title string, editions []book.Edition) []string {
	names := make([]string, len(editions))
	taken := map[string]bool{}
	for i, e := range editions {
		stem, end := fileName(title), "."+string(e.Format)
		if e.Profile != "" {
			stem += "-" + string(e.Profile)
		}
		for _, more := range []string{"", string(e.Media), string(e.Ink), string(e.Standard), e.Trim} {
			if more != "" && taken[stem+end] {
				stem += "-" + fileName(more)
			}
		}
		// Editions may be equal in all that names show. A letter for the place in the list is
		// added until the name is free.
		for n := stem; taken[stem+end]; {
			stem = n + "-" + string(rune('a'+i%26))
			n = stem
		}
		taken[stem+end] = true
		names[i] = stem + end
	}
	return names
}

// The most characters and bytes of a name. With the profile, the media, the ink, the trim and the
// ending behind it a name stays within the 255 bytes that file systems take, in any
// script. 60 characters are by eye: a longer name is cut short in every list of files.
const (
	maxName      = 60
	maxNameBytes = 180
)

// fileName turns a title into a file name without an ending: letters and digits
// of any script, in lower case, with hyphens between the words.
func fileName(title string) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range title {
		switch {
		case r == '\'' || r == '’' || r == '‘' || r == '\u00AD':
			continue // within a word
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			gap = true
			continue
		}
		full := n >= maxName || b.Len() > maxNameBytes
		if full && gap {
			break
		} else if full {
			return usable(wholeWords(b.String()))
		}
		if gap && n > 0 {
			b.WriteByte('-')
			n++
		}
		gap = false
		b.WriteRune(unicode.ToLower(r))
		n++
	}
	return usable(b.String())
}

// wholeWords drops the word that a name was cut in, when the name keeps more
// than half of its length.
func wholeWords(name string) string {
	if i := strings.LastIndexByte(name, '-'); i > len(name)/2 {
		return name[:i]
	}
	return name
}

// usable mends a name that no system would take.
func usable(name string) string {
	if name == "" {
		return "book"
	}
	if reserved[name] {
		return "book-" + name
	}
	return name
}

// reserved are the names that Windows keeps for devices, with any ending
// (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com0": true, "com1": true, "com2": true, "com3": true, "com4": true,
	"com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt0": true, "lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true,
	"lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}
