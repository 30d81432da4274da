package parts

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// unpicture takes the pictures out of the runs of the head, which hold words alone: a
// title that is a picture gets the alternative text as its words. The first picture
// is the lead figure when the article has none, and the others begin the body.
func (r *reader) unpicture() {
	c := r.chapter
	runs := []*[]book.Inline{&c.Kicker, &c.Title, &c.Subtitle}
	for _, a := range c.Authors {
		runs = append(runs, &a.Bio)
	}
	var figures []book.Block
	for _, run := range runs {
		if !hasImage(*run) {
			continue
		}
		words, images := parted(*run)
		for _, image := range images {
			f := &book.Figure{Image: image, Pos: image.Pos}
			r.guess("picture, from the head", orElse(image.Alt, image.Src))
			if c.Image == nil {
				c.Image = f
			} else if c.Image.Image.Src != image.Src {
				figures = append(figures, f)
			}
		}
		*run = words
	}
	c.Body = slices.Concat(figures, c.Body)
}

// parted returns the words of a run and the pictures that are files. A run without words
// has the alternative texts of its pictures as words.
func parted(run []book.Inline) (words []book.Inline, images []*book.Image) {
	var alt []string
	var strip func([]book.Inline) []book.Inline
	strip = func(list []book.Inline) (out []book.Inline) {
		for _, in := range list {
			if i, ok := in.(*book.InlineImage); ok {
				alt = append(alt, i.Image.Alt)
				if i.Image.Src != "" {
					images = append(images, i.Image)
				}
				continue
			}
			if content := book.InlineContent(in); content != nil {
				if *content = strip(*content); len(*content) == 0 {
					continue
				}
			}
			out = append(out, in)
		}
		return out
	}
	words = draft.Trim(strip(run))
	if strings.TrimSpace(book.PlainText(words)) != "" {
		return words, images
	}
	if words := strings.Fields(strings.Join(alt, " ")); len(words) > 0 {
		return draft.Text(strings.Join(words, " ")), images
	}
	return nil, images
}
