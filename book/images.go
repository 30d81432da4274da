package book

// Images returns every use of an image in b in reading order: the cover, then
// those of the foreword and of each chapter with its authors' bios, at last those
// of the contributors' bios. An Image has a Picture only once it is loaded.
func Images(b *Book) []*Image {
	var w imageWalk
	w.add(b.Cover)
	if n := b.EditorsNote; n != nil {
		w.run(n.Title)
		w.blocks(NoteBlocks(n))
	}
	for _, p := range b.Parts {
		w.run(p.Title)
		for _, c := range p.Chapters {
			w.chapter(c)
		}
	}
	for _, p := range b.Contributors {
		w.run(p.Bio)
	}
	return w.found
}

// An imageWalk collects images on its way.
type imageWalk struct{ found []*Image }

func (w *imageWalk) add(im *Image) {
	if im != nil {
		w.found = append(w.found, im)
	}
}

func (w *imageWalk) chapter(c *Chapter) {
	w.run(c.Kicker)
	w.run(c.Title)
	w.run(c.Subtitle)
	w.blocks(ChapterBlocks(c))
	for _, a := range c.Authors {
		w.run(a.Bio)
	}
}

func (w *imageWalk) blocks(list []Block) {
	WalkBlocks(list, func(b Block) bool {
		if f, ok := b.(*Figure); ok {
			w.add(f.Image)
		}
		for _, run := range BlockInlines(b) {
			w.run(run)
		}
		return true
	})
}

func (w *imageWalk) run(list []Inline) {
	WalkInlines(list, func(in Inline) bool {
		if im, ok := in.(*InlineImage); ok {
			w.add(im.Image)
		}
		return true
	})
}
