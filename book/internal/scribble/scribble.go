// Package scribble makes manuscripts and articles at random, for tests that look
// for what the compiler cannot bear.
//
// In: a seed, and a few good pictures and fonts. Out: the files of a manuscript,
// or an article in one of the formats that are imported.
//
// About half of the manuscripts are sound as far as the package knows; the others
// have faults, few or many: unknown keys, values of the wrong kind, links that
// lead nowhere, and files whose bytes are damaged.
//
// Invariant: equal seeds and samples give equal files.
package scribble

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// A Folder is a manuscript: what each file holds, by its slash path.
type Folder map[string]string

// Samples are good files, by name, that manuscripts use and damage.
type Samples struct {
	Pictures, Fonts map[string]string
	// Cover is the name of a picture that no rule for covers has anything against.
	Cover string
}

// A scribe writes one manuscript or article.
type scribe struct {
	*rand.Rand
	samples Samples
	folder  Folder
	// odds is such that one decision in odds goes wrong; 0 is never.
	odds     int
	math     bool
	chapters []string // the files of the book, which links lead to
	pictures int
	notes    []string // of the chapter at hand
	headings int      // of the chapter at hand
	depth    int      // of the blocks around
}

func newScribe(seed uint64, samples Samples) *scribe {
	s := &scribe{Rand: rand.New(rand.NewPCG(seed, 0x5c71bb1e)), samples: samples, folder: Folder{}}
	s.odds = pick(s, []int{0, 0, 0, 0, 0, 100, 100, 30, 30, 5})
	s.math = s.once(3)
	return s
}

// once reports true one time in n.
func (s *scribe) once(n int) bool { return s.IntN(n) == 0 }

// slips reports whether something is to go wrong here.
func (s *scribe) slips() bool { return s.odds > 0 && s.once(s.odds) }

func pick[T any](s *scribe, list []T) T { return list[s.IntN(len(list))] }

// picked returns one of the keys of a table, in an order that does not depend on it.
func picked[K cmp.Ordered, V any](s *scribe, table map[K]V) K {
	return pick(s, slices.Sorted(maps.Keys(table)))
}

// Manuscript makes the manuscript of a seed: book.yaml and all that it names.
func Manuscript(seed uint64, samples Samples) Folder {
	s := newScribe(seed, samples)
	for i := range 1 + s.IntN(4) {
		s.chapters = append(s.chapters, fmt.Sprintf("%02d-%s.md", i+1, pick(s, []string{"a", "quay", "Käi", "항구", "two words"})))
	}
	for _, name := range s.chapters {
		s.folder[name] = s.chapter()
		if s.once(30) {
			s.folder[name] = s.front() + s.noise()
		}
	}
	s.folder["book.yaml"] = s.manifest()
	if s.slips() {
		name := picked(s, s.folder)
		s.folder[name] = s.damage(s.folder[name])
	}
	return s.folder
}

// picture puts a picture into the folder and returns its path.
func (s *scribe) picture() string {
	s.pictures++
	if s.once(4) {
		path := fmt.Sprintf("images/p%d.svg", s.pictures)
		s.folder[path] = s.damaged(s.drawing())
		return path
	}
	name := picked(s, s.samples.Pictures)
	path := fmt.Sprintf("images/p%d-%s", s.pictures, name)
	s.folder[path] = s.damaged(s.samples.Pictures[name])
	if s.slips() {
		return "images/absent.png"
	}
	return path
}

// drawing is an SVG file of a few shapes.
func (s *scribe) drawing() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">`, 1+s.IntN(200), 1+s.IntN(200))
	b.WriteString(`<linearGradient id="g"><stop offset="0" stop-color="#268"/><stop offset="1" stop-color="red"/></linearGradient><clipPath id="c"><circle r="40"/></clipPath>`)
	for range 1 + s.IntN(6) {
		paint := pick(s, []string{"", ` fill="url(#g)"`, ` stroke="navy" stroke-width="2" stroke-dasharray="3 1"`, ` opacity=".5"`, ` clip-path="url(#c)"`, ` transform="rotate(30) scale(.5)"`})
		switch s.IntN(5) {
		case 0:
			fmt.Fprintf(&b, `<rect x="%d" width="%d" height="%d"%s/>`, s.IntN(90), s.IntN(90), s.IntN(90), paint)
		case 1:
			fmt.Fprintf(&b, `<path d="M%d %dc1 2 3 4 %d 6a5 5 0 0 1 9 9z"%s/>`, s.IntN(90), s.IntN(90), s.IntN(90), paint)
		case 2:
			fmt.Fprintf(&b, `<text x="%d" y="%d" font-size="9"%s>%s</text>`, s.IntN(90), s.IntN(90), paint, s.plain(2))
		case 3:
			fmt.Fprintf(&b, `<g%s><ellipse rx="%d" ry="4"/></g>`, paint, s.IntN(50))
		case 4:
			fmt.Fprintf(&b, `<polyline points="0,0 %d,9 40,%d"%s/>`, s.IntN(50), s.IntN(50), paint)
		}
	}
	return b.String() + "</svg>\n"
}
