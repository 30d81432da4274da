package xhtml

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book"
)

// longCaption is how many characters of a caption leave too little of a small page for
// the picture above them: twelve lines of a phone whose letters are large.
const longCaption = 240

// Figure writes a figure under the class. One without its picture has a stand-in and keeps
// its caption, so that nothing the author wrote is lost.
func (r *Renderer) Figure(f *book.Figure, class string) {
	r.MarkBlock(f)
	r.MarkName(f.Caption)
	r.MarkName(f.Credit)
	if utf8.RuneCountInString(book.PlainText(r.captionText(f))) > longCaption {
		class += " long-caption"
	}
	if place := [...]string{book.Wide: "wide", book.FullPage: "page"}[f.Placement]; place != "" {
		class += " " + place
	}
	if book.Ornamental(f) {
		class += " ornament" // in the middle, whatever the axis of figures
	}
	if f.StandIn != nil {
		class += " wanting"
	}
	r.Open("figure", "class", class, "id", cmp.Or(anchor(f.ID), r.place(f)))
	if f.StandIn != nil {
		r.standIn(f.StandIn)
	} else {
		r.linkedImage(f)
	}
	if len(f.Caption) > 0 || len(f.Credit) > 0 {
		r.Open("figcaption", "dir", r.Direction(r.captionText(f)))
		r.caption(f)
		r.Close()
	}
	r.Close()
}

// standIn writes what stands in the place of a picture whose file is not there.
func (r *Renderer) standIn(s *book.StandIn) {
	r.Open("div", "class", "stand-in")
	if len(s.Words) > 0 {
		r.Open("p", "class", "stand-in-words", "dir", r.Direction(s.Words))
		r.Run(s.Words)
		r.Close()
	}
	r.Open("p", "class", "stand-in-place", "dir", "ltr")
	r.Run(s.Place)
	r.Close()
	r.Close()
}

// linkedImage writes the picture of a figure, in a link when it is one.
func (r *Renderer) linkedImage(f *book.Figure) {
	href := ""
	if f.Link != nil && r.Href != nil {
		href = r.Href(f.Link)
	}
	if href != "" {
		r.Open("a", "href", href, "title", f.Link.Title)
	}
	r.figureImage(f)
	if href != "" {
		r.Close()
	}
}

func (r *Renderer) figureImage(f *book.Figure) {
	if f.Image == nil || f.Image.Picture == nil || r.Picture == nil {
		return
	}
	src := r.Picture(f.Image.Picture)
	if src == "" {
		return
	}
	style, class := "", ""
	if f.Width >= 600 && f.Width < 1000 && f.Placement == book.InMeasure {
		class = "wide" // the style sheet gives it all of a narrow page
	}
	if f.Width > 0 && f.Width < 1000 && f.Placement == book.InMeasure {
		style = "width: " + strconv.Itoa(f.Width/10) + "." + strconv.Itoa(f.Width%10) + "%"
	}
	alt, role := book.FigureAlt(f), ""
	if f.Decorative {
		role = "presentation"
	}
	r.Void("img", "class", class, "src", src, "alt", alt, "role", role, "aria-details", r.details(f), "style", style)
}

// details returns the id of what describes a picture at length, "" when that is
// not in the document.
func (r *Renderer) details(f *book.Figure) string {
	if f.Details == nil || f.Decorative || r.Href == nil {
		return ""
	}
	id, ok := strings.CutPrefix(r.Href(f.Details), "#")
	if !ok {
		return ""
	}
	return id
}

// captionText is what the caption and the credit say together.
func (r *Renderer) captionText(f *book.Figure) []book.Inline {
	list := slices.Clone(f.Caption)
	if label := r.Words.CreditLabel(f); label != "" {
		list = append(list, &book.Text{Value: label})
	}
	return append(list, f.Credit...)
}

func (r *Renderer) caption(f *book.Figure) {
	if len(f.Caption) > 0 {
		r.Open("span", "class", "caption")
		r.Run(f.Caption)
		r.Close()
	}
	if len(f.Credit) == 0 {
		return
	}
	if len(f.Caption) > 0 {
		r.Text(r.Words.CreditGap(f))
	}
	r.Open("span", "class", "credit")
	r.Text(r.Words.CreditLabel(f))
	r.Run(f.Credit)
	r.Close()
}
