package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/graphic/svg"
)

// figureSVG tells of each drawing, in one line, what an edition does not show of it. The
// two editions differ: the PDF holds what is drawn anew, the EPUB the file without
// what could do harm.
func figureSVG(r *reporter) {
	seen := map[*book.Picture]bool{}
	for _, im := range book.Images(r.book) {
		p := im.Picture
		if p == nil || p.Format != "svg" || seen[p] {
			continue
		}
		seen[p] = true
		const hint = "save the drawing as plain SVG with its texts and effects as paths, or as a PNG"
		switch list := lossesOf(p.Data, r.book.Language); len(list) {
		case 0:
		case 1:
			l := list[0]
			r.report(im.Pos, hint, "%s:%d:%d is lost in %s: %s", p.Path, l.Line, l.Col, l.where, l.Message)
		default:
			r.report(im.Pos, hint, "of %s is lost %s", p.Path, enumerated(list))
		}
	}
}

// enumerated names all losses, those of every edition first.
func enumerated(list []loss) string {
	var parts []string
	for _, where := range []string{everywhere, inPDF, inEPUB} {
		var named []string
		for _, l := range list {
			if l.where == where {
				named = append(named, fmt.Sprintf("%s (%d:%d)", l.Message, l.Line, l.Col))
			}
		}
		if named != nil {
			parts = append(parts, "in "+where+": "+strings.Join(named, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

// Where something of a drawing is lost.
const (
	everywhere = "every edition"
	inPDF      = "the PDF"
	inEPUB     = "the EPUB"
)

// A loss is something of a drawing that is not in every edition.
type loss struct {
	svg.Problem
	where string
}

// lossesOf returns the losses in the order of the file. A drawing that cannot be
// read has none: its fault is reported where the file is read.
func lossesOf(data []byte, lang string) []loss {
	_, drawn, err := svg.Parse(data, lang)
	if err != nil {
		return nil
	}
	_, kept, err := svg.Sanitize(data, lang, nil)
	if err != nil {
		return nil
	}
	var list []loss
	for _, p := range drawn {
		list = append(list, loss{p, inPDF})
	}
	for _, p := range kept {
		i := slices.IndexFunc(list, func(l loss) bool { return l.where == inPDF && l.Line == p.Line && l.Col == p.Col })
		if i >= 0 {
			list[i].where = everywhere
			continue
		}
		list = append(list, loss{p, inEPUB})
	}
	slices.SortStableFunc(list, func(a, b loss) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col)) })
	return list
}
