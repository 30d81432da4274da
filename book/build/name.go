package build

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
		stem := fileName(title)
		for _, more := range []string{"", e.Media, e.Trim} {
			if more != "" && taken[stem+"."+e.Format] {
				stem += "-" + fileName(more)
			}
		}
		for n := stem; taken[stem+"."+e.Format]; {
			stem = n + "-" + string(rune('a'+i%26))
			n = stem
		}
		taken[stem+"."+e.Format] = true
		names[i] = stem + "." + e.Format
	}
	return names
}

// maxName keeps names, with what is added to them, within the 255 bytes that
// file systems take, also in scripts of three bytes a letter.
const maxName = 60

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
		if gap && n > 0 {
			b.WriteByte('-')
			n++
		}
		if gap = false; n >= maxName {
			break
		}
		b.WriteRune(unicode.ToLower(r))
		n++
	}
	name := strings.TrimRight(b.String(), "-")
	if name == "" || reserved[name] {
		return strings.TrimSuffix("book-"+name, "-")
	}
	return name
}

// reserved are the names that Windows keeps for devices.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "lpt1": true, "lpt2": true, "lpt3": true,
}
