package book

// Images returns every use of an image in b in reading order: the cover, the logo,
// then those of its blocks and runs. An Image has a Picture only once it is loaded.
func Images(b *Book) []*Image {
	var found images
	found.add(b.Cover)
	if b.Logo != nil {
		found.add(b.Logo.Figure.Image)
	}
	w := walk{run: found.run, block: found.block, portrait: found.add}
	w.book(b)
	return found
}

// ImagesOf returns every use of an image in a chapter in reading order.
func ImagesOf(c *Chapter) []*Image {
	var found images
	w := walk{run: found.run, block: found.block, portrait: found.add}
	w.chapter(c)
	return found
}

// images are the images that a walk has come by.
type images []*Image

func (l *images) add(im *Image) {
	if im != nil {
		*l = append(*l, im)
	}
}

func (l *images) block(_ Place, b Block) bool {
	if f, ok := b.(*Figure); ok {
		l.add(f.Image)
	}
	return true
}

func (l *images) run(_ Place, list []Inline) bool {
	WalkInlines(list, func(in Inline) bool {
		if im, ok := in.(*InlineImage); ok {
			l.add(im.Image)
		}
		return true
	})
	return true
}
