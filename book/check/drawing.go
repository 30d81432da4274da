package check

import (
	"cmp"
	"slices"

	"octavo/book"
	"octavo/book/graphic/svg"
)

// maxLosses bounds what is told of one drawing. By eye: most drawings lose one kind of thing
// many times.
const maxLosses = 5

// figureSVG tells of each drawing what an edition does not show of it. The two
// editions differ: the PDF holds what is drawn anew, the EPUB the file without
// what could do harm.
func figureSVG(r *reporter) {
	seen := map[*book.Picture]bool{}
	for _, im := range book.Images(r.book) {
		p := im.Picture
		if p == nil || p.Format != "svg" || seen[p] {
			continue
		}
		seen[p] = true
		list := lossesOf(p.Data)
		for i, l := range list {
			if i == maxLosses {
				r.report(im.Pos, "mend the first ones, and look again", "%d more things of %s are lost", len(list)-i, p.Path)
				break
			}
			r.report(im.Pos, "save the drawing as plain SVG with its texts and effects as paths, or as a PNG",
				"%s:%d:%d is lost in %s: %s", p.Path, l.Line, l.Col, l.where, l.Message)
		}
	}
}

// A loss is something of a drawing that is not in every edition.
type loss struct {
	svg.Problem
	where string
}

// lossesOf returns the losses in the order of the file. A drawing that cannot be
// read has none: its fault is reported where the file is read.
func lossesOf(data []byte) []loss {
	_, drawn, err := svg.Parse(data)
	if err != nil {
		return nil
	}
	_, kept, err := svg.Sanitize(data, nil)
	if err != nil {
		return nil
	}
	var list []loss
	for _, p := range drawn {
		list = append(list, loss{p, "the PDF"})
	}
	for _, p := range kept {
		i := slices.IndexFunc(list, func(l loss) bool { return l.where == "the PDF" && l.Line == p.Line && l.Col == p.Col })
		if i >= 0 {
			list[i].where = "every edition"
			continue
		}
		list = append(list, loss{p, "the EPUB"})
	}
	slices.SortStableFunc(list, func(a, b loss) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col)) })
	return list
}
