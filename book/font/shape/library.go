package shape

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A File is a font file of a [Library].
type File struct {
	Family string
	Weight int // from 1 to 1000; 400 is regular
	Italic bool
	// Fallback says that the family stands in for every other family where
	// that lacks a character. Families stand in by the order of their files.
	Fallback bool
	// Langs lists the languages whose text the family serves before other
	// fallbacks: "ja", "zh-Hant". The order is that of preference.
	Langs []string
	// Ranges, when not nil, are the only characters that the file is asked for.
	// So a big file lies unread until a text needs it.
	Ranges []Range
	// Data returns the file's bytes. It is called once, at first use.
	Data func() ([]byte, error)
}

// A Range is the characters from First to Last.
type Range struct{ First, Last rune }

func (f *File) declares(r rune) bool {
	if f.Ranges == nil {
		return true
	}
	for _, g := range f.Ranges {
		if g.First <= r && r <= g.Last {
			return true
		}
	}
	return false
}

func (f *File) describe() string {
	style := ""
	if f.Italic {
		style = " italic"
	}
	return fmt.Sprintf("%s %d%s", f.Family, f.Weight, style)
}

// A Library is a set of faces. It is safe for concurrent use.
type Library struct {
	mu      sync.Mutex
	faces   []*Face // in the order of the files
	stacks  map[stackKey]*Stack
	shapers sync.Pool
}

type stackKey struct {
	family string
	weight int
	italic bool
	stress bool
}

// NewLibrary returns a library of the files. It reads none of them.
func NewLibrary(files []File) (*Library, error) {
	l := &Library{stacks: map[stackKey]*Stack{}}
	if err := l.Add(files...); err != nil {
		return nil, err
	}
	return l, nil
}

// Add adds files, before those that are there: a family of the same name takes
// the place of a built-in one, and a fallback stands in first. Stacks that were
// taken before keep their faces.
func (l *Library) Add(files ...File) error {
	faces := make([]*Face, 0, len(files))
	for _, file := range files {
		if file.Family == "" || file.Data == nil {
			return errors.New("font file without family or data")
		}
		file.Weight = min(max(file.Weight, 1), 1000)
		faces = append(faces, &Face{file: file})
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	added := faces
	for _, old := range l.faces {
		replaced := slices.ContainsFunc(added, func(f *Face) bool { return strings.EqualFold(f.Family(), old.Family()) })
		if !replaced {
			faces = append(faces, old)
		}
	}
	l.faces = faces
	clear(l.stacks)
	return nil
}

// NewShaper returns a shaper for one goroutine's use.
func (l *Library) NewShaper() *Shaper { return NewShaper() }

// Faces lists the faces in the order of their files.
func (l *Library) Faces() []*Face {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.faces)
}

// Failed lists the faces in which some text could not be shaped, since their tables are
// damaged: it was set letter by letter. [Probe] finds most of them beforehand.
func (l *Library) Failed() []*Face {
	return slices.DeleteFunc(l.Faces(), func(f *Face) bool { return !f.failed.Load() })
}

// Families lists the families in the order of their files.
func (l *Library) Families() []string {
	var names []string
	for _, f := range l.Faces() {
		if !slices.Contains(names, f.Family()) {
			names = append(names, f.Family())
		}
	}
	return names
}

// Stack returns the face of the family that is nearest to weight and slant,
// with its fallbacks. A family that the library does not have gives the
// fallbacks alone. Equal arguments give the same stack.
func (l *Library) Stack(family string, weight int, italic bool) *Stack {
	return l.stack(stackKey{strings.ToLower(family), weight, italic, false})
}

// Stressed returns the stack of words that the slant makes stand out: as [Library.Stack]
// does, but with the bold face of those families that have no italics, such as those of
// Hangul, Han and Arabic, where nothing would be seen of it.
func (l *Library) Stressed(family string, weight int, italic bool) *Stack {
	return l.stack(stackKey{strings.ToLower(family), weight, italic, true})
}

func (l *Library) stack(key stackKey) *Stack {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s := l.stacks[key]; s != nil {
		return s
	}
	s := &Stack{library: l, faces: l.chain(key)}
	l.stacks[key] = s
	return s
}

// chain lists the nearest face of the family and then of each fallback family.
func (l *Library) chain(key stackKey) []*Face {
	var families []string
	for _, f := range l.faces {
		name := strings.ToLower(f.Family())
		if (name == key.family || f.file.Fallback) && !slices.Contains(families, name) {
			families = append(families, name)
		}
	}
	slices.SortStableFunc(families, func(a, b string) int {
		return cmp.Compare(boolInt(a != key.family), boolInt(b != key.family))
	})
	var chain []*Face
	for _, family := range families {
		weight := key.weight
		if key.stress && !l.slants(family) {
			weight = max(weight, 700)
		}
		chain = append(chain, l.nearest(family, weight, key.italic))
	}
	if len(chain) == 0 {
		chain = []*Face{nothing()}
	}
	return chain
}

// slants reports whether a family, named in small letters, has italics.
func (l *Library) slants(family string) bool {
	return slices.ContainsFunc(l.faces, func(f *Face) bool { return f.Italic() && strings.ToLower(f.Family()) == family })
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// nearest returns the face of the family whose slant and then whose weight is
// nearest; of two as near the heavier one for weights above 500, as CSS has it.
func (l *Library) nearest(family string, weight int, italic bool) *Face {
	var best *Face
	bestCost := 0
	for _, f := range l.faces {
		if strings.ToLower(f.Family()) != family {
			continue
		}
		cost := 2 * max(f.Weight()-weight, weight-f.Weight())
		if (f.Weight() > weight) != (weight > 500) {
			cost++
		}
		if f.Italic() != italic {
			cost += 4000 // more than any difference of weights, which is 1,999 at most
		}
		if best == nil || cost < bestCost {
			best, bestCost = f, cost
		}
	}
	return best
}
