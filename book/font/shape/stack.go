package shape

import (
	"errors"
	"slices"
	"strings"
	"unicode"
)

// A Stack is a face with its fallbacks. It is safe for concurrent use.
type Stack struct {
	library *Library
	faces   []*Face // the face asked for first; never empty
}

// nothing is the face of a library without faces.
func nothing() *Face {
	return &Face{file: File{Family: "none", Weight: 400, Data: func() ([]byte, error) {
		return nil, errors.New("no font")
	}}}
}

// Face returns the first face of the stack, whose measures are those of the line.
func (s *Stack) Face() *Face { return s.faces[0] }

// Shape shapes text without keeping anything; see [Shaper.Shape].
func (s *Stack) Shape(text string, opt Options) []*Run {
	sh, _ := s.library.shapers.Get().(*Shaper)
	if sh == nil {
		sh = NewShaper()
	}
	defer s.library.shapers.Put(sh)
	return sh.shape(s, strings.Clone(text), opt)
}

// Whole returns the first family of the stack that has all letters of a text, "" when none
// has. Signs are left out, since most families have them.
func (s *Stack) Whole(text string) string {
	for _, f := range s.faces {
		lacks := strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !f.covers(r) })
		if !lacks {
			return f.Family()
		}
	}
	return ""
}

// order puts the regional faces that serve the language before the others;
// region is its kind of Han. Faces without languages keep their places.
func (s *Stack) order(region, lang string) []*Face {
	order := slices.Clone(s.faces)
	var places []int
	var regional []*Face
	for i, f := range order {
		if i > 0 && len(f.file.Langs) > 0 {
			places, regional = append(places, i), append(regional, f)
		}
	}
	slices.SortStableFunc(regional, func(a, b *Face) int {
		return a.file.rank(region, lang) - b.file.rank(region, lang)
	})
	for i, place := range places {
		order[place] = regional[i]
	}
	return order
}

// rank says how well the file serves the language; less is better.
func (f *File) rank(region, lang string) int {
	for i, l := range f.Langs {
		if region != "" && strings.EqualFold(l, region) {
			return i
		}
		if region == "" && len(l) <= len(lang) && strings.EqualFold(l, lang[:len(l)]) &&
			(len(l) == len(lang) || lang[len(l)] == '-') {
			return i
		}
	}
	return 1000 // behind every language that a file lists
}

// hanRegion returns the kind of Han that the language is written in: "zh-Hans",
// "zh-Hant", "ja", "ko", or "" for another language.
func hanRegion(lang string) string {
	tags := strings.Split(strings.ToLower(lang[:min(len(lang), 40)]), "-")
	switch tags[0] {
	case "ja", "jpn":
		return "ja"
	case "ko", "kor":
		return "ko"
	case "zh", "zho", "chi", "cmn", "yue", "nan", "wuu", "hak":
	default:
		return ""
	}
	for _, t := range tags[1:] {
		switch t {
		case "hans", "cn", "sg":
			return "zh-Hans"
		case "hant", "tw", "hk", "mo":
			return "zh-Hant"
		}
	}
	if tags[0] == "yue" || tags[0] == "nan" || tags[0] == "hak" {
		return "zh-Hant"
	}
	return "zh-Hans"
}
