package render

import (
	"slices"

	"octavo/book/font/shape"
	"octavo/book/graphic/drawing"
	"octavo/book/language/bidi"
	"octavo/book/language/locale"
)

// shape returns the runs of a span as they stand from left to right.
func (f *Fonts) shape(sp *drawing.Span) []*shape.Run {
	stack := f.Library.Stack(f.Families[min(int(sp.Family), len(f.Families)-1)], sp.Weight, sp.Italic)
	opt := shape.Options{Lang: sp.Lang, NoLigatures: sp.Spacing != 0, Lining: true}
	language := locale.RightToLeft(sp.Lang)
	if !language && bidi.Plain(sp.Value) {
		return f.Shaper.Shape(stack, sp.Value, opt)
	}
	// Text of one level runs one way: such pieces are shaped by themselves, and then put in
	// the order in which they are seen.
	var parts [][]*shape.Run
	var of []bidi.Level
	levels := f.levels.Levels(sp.Value, bidi.Base(sp.Value, language), nil)
	for start, end := 0, 0; start < len(levels); start = end {
		for end = start + 1; end < len(levels) && levels[end] == levels[start]; {
			end++
		}
		opt.RTL, opt.LTR = levels[start].RTL(), !levels[start].RTL()
		runs := slices.Clone(f.Shaper.Shape(stack, sp.Value[start:end], opt))
		if opt.RTL {
			slices.Reverse(runs)
		}
		parts, of = append(parts, runs), append(of, levels[start])
	}
	var out []*shape.Run
	for _, k := range bidi.Order(of, nil) {
		out = append(out, parts[k]...)
	}
	return out
}
