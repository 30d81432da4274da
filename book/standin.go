package book

import "strings"

// A StandIn is what a reader finds in the place of a picture whose file is not there.
type StandIn struct {
	Words []Inline // the alternative text, in a link when the picture is one; usually not none
	Place []Inline // a link to where the picture is to be had, or the path where it was looked for
}

// StandIns gives each figure of a loaded book whose picture is not there its
// [StandIn], and writes one in each line whose picture is not there, so that no word is
// lost in any edition.
func StandIns(b *Book) {
	for _, bl := range Blocks(b) {
		if f, ok := bl.(*Figure); ok && f.Image.wanting() {
			f.StandIn = standIn(f)
		}
	}
	for _, run := range Runs(b) {
		inLines(run)
	}
}

// inLines writes stand-ins for the pictures within a run that are not there.
func inLines(run []Inline) {
	for i, in := range run {
		if im, ok := in.(*InlineImage); ok && im.Image.wanting() {
			run[i] = &Span{Content: im.Image.inLine()}
		} else {
			inLines(InlineChildren(in))
		}
	}
}

// wanting reports whether a loaded image has no picture.
func (i *Image) wanting() bool { return i != nil && i.Src != "" && i.Picture == nil }

// whereabouts returns where the picture of an image is.
func (i *Image) whereabouts() Inline {
	to := i.Source
	if to == "" && (strings.HasPrefix(i.Src, "http://") || strings.HasPrefix(i.Src, "https://")) {
		to = i.Src
	}
	switch {
	case strings.HasPrefix(i.Src, "data:"): // a picture in letters, which nobody reads
		return &Code{Value: Clip(i.Src, 40), Pos: i.Pos}
	case to == "":
		return &Code{Value: i.Src, Pos: i.Pos}
	}
	return &Link{URL: to, Content: []Inline{&Text{Value: to, Pos: i.Pos}}, Pos: i.Pos}
}

// inLine returns what stands in a line, in brackets: the alternative text with a link or
// a path.
func (i *Image) inLine() []Inline {
	before, place := "[", i.whereabouts()
	if link, ok := place.(*Link); ok && i.Alt != "" {
		link.Content = []Inline{&Text{Value: i.Alt, Pos: i.Pos}}
	} else if i.Alt != "" {
		before += i.Alt + ": "
	}
	return []Inline{&Text{Value: before, Pos: i.Pos}, place, &Text{Value: "]", Pos: i.Pos}}
}

func standIn(f *Figure) *StandIn {
	s := &StandIn{Place: []Inline{f.Image.whereabouts()}}
	if f.Image.Alt != "" {
		s.Words = []Inline{&Text{Value: f.Image.Alt, Pos: f.Image.Pos}}
	}
	if f.Link != nil {
		link := *f.Link
		if link.Content = s.Words; s.Words == nil {
			link.Content = []Inline{&Text{Value: link.URL, Pos: link.Pos}}
		}
		s.Words = []Inline{&link}
	}
	return s
}
