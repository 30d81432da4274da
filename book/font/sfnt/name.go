package sfnt

import (
	"strings"
	"unicode/utf16"
)

// Identifiers of the entries of a name table.
const (
	nameCopyright  = 0
	NameFamily     = 1
	NameStyle      = 2
	nameUnique     = 3
	NameFull       = 4
	nameVersion    = 5
	NamePostScript = 6
	nameLicence    = 13
	nameLicenceURL = 14
	NameTypoFamily = 16
)

// maxName is the most bytes of a name that are read. The longest are texts of licences, of
// a few thousand.
const maxName = 1 << 14

// Name returns an entry of the name table, "" when there is none. English
// comes first.
func (f *Font) Name(id int) string {
	table := f.Table("name")
	storage := from(table, be16(table, 4))
	best, bestRank := "", 0
	for i := range be16(table, 2) {
		at := 6 + 12*i
		if be16(table, at+6) != id {
			continue
		}
		platform, lang := be16(table, at), be16(table, at+4)
		raw, ok := slice(storage, be16(table, at+10), min(be16(table, at+8), maxName))
		rank := nameRank(platform, lang)
		if !ok || rank <= bestRank {
			continue
		}
		best, bestRank = decodeName(platform, raw), rank
	}
	return best
}

func nameRank(platform, lang int) int {
	switch {
	case platform == 3 && lang == 0x409:
		return 4
	case platform == 3 || platform == 0:
		return 2
	case platform == 1 && lang == 0:
		return 3
	}
	return 1
}

func decodeName(platform int, raw []byte) string {
	if platform == 1 {
		return strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' {
				return '?'
			}
			return r
		}, string(raw))
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(be16(raw, 2*i))
	}
	return string(utf16.Decode(units))
}

// PostScriptName returns the font's name as a PDF name may have it: at most 63
// letters, digits and hyphens of ASCII, and never empty.
func (f *Font) PostScriptName() string {
	name := f.Name(NamePostScript)
	if name == "" {
		name = f.Name(NameFull)
	}
	return postScript(name)
}

// postScript drops what a PostScript name may not have.
func postScript(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return -1
	}, name)
	if name == "" {
		name = "Unnamed"
	}
	return name[:min(len(name), 63)]
}
