package compile

import (
	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/parallel"
	"octavo/book/base/rule"
	"octavo/book/graphic/picture"
)

// damaged decodes every picture of the book, each once, and reports the damaged ones
// where they are used first. Loading looks at the frame of a file only: to decode all
// pictures would double the work of a build.
func damaged(b *book.Book, workers int) []book.Diagnostic {
	uses := pictures(b)
	faults := make([]error, len(uses))
	var room picture.Room
	parallel.Each(len(uses), workers, func(i int) {
		defer fault.Library(&faults[i])
		faults[i] = picture.Verify(uses[i].Picture, &room)
	})
	var list []book.Diagnostic
	for i, err := range faults {
		if err != nil {
			list = append(list, rule.ImageUnreadable.At(uses[i].Pos, picture.Hint(err), "the image %s cannot be used: %v", uses[i].Picture.Path, err))
		}
	}
	return list
}

// pictures returns the first use of each picture of b.
func pictures(b *book.Book) []*book.Image {
	var uses []*book.Image
	seen := map[*book.Picture]bool{}
	for _, im := range book.Images(b) {
		if im.Picture != nil && !seen[im.Picture] {
			seen[im.Picture] = true
			uses = append(uses, im)
		}
	}
	return uses
}
