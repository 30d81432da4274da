package check

import (
	"path"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/graphic/picture"
	"octavo/book/language/langdata"
)

// set reports whether the figure has a picture to show.
func set(f *book.Figure) bool { return f.Image != nil && f.Image.Src != "" }

// shown calls visit for each figure that shows something and is no decoration.
func (r *reporter) shown(visit func(*book.Figure)) {
	r.figures(func(f *book.Figure) {
		if set(f) && !f.Decorative {
			visit(f)
		}
	})
}

func figureAlt(r *reporter) {
	if l := r.book.Logo; l != nil && r.book.Publisher == "" {
		r.report(l.Figure.Pos, "name the publisher in book.yaml: the logo stands beside that name", "the logo has no words beside it that say whose it is")
	}
	r.shown(func(f *book.Figure) {
		if f.Image.Alt == "" {
			r.report(f.Pos, "describe the picture in the brackets, or mark it {.decorative}", "figure has no alternative text")
		}
	})
}

// fileName matches a text that is the name of a picture file, or a name that cameras and
// editors give to files.
var fileName = pattern.Later(`(?i)^\S+\.(jpe?g|png|gif|webp|tiff?|bmp|svg|heic)$|^(img|dsc|dscn|pict|screenshot|untitled|image|figure|photo|picture)[-_ ]?\d*$`)

func figureAltName(r *reporter) {
	r.shown(func(f *book.Figure) {
		alt := strings.TrimSpace(f.Image.Alt)
		// The name of the figure's own file says nothing either when it has hyphens, low lines or
		// figures in it; a file called "quay" may be described by that word.
		base := strings.TrimSuffix(path.Base(f.Image.Src), path.Ext(f.Image.Src))
		if fileName().MatchString(alt) || alt == base && strings.ContainsAny(alt, "-_0123456789") {
			r.report(f.Pos, "say in a sentence what the picture shows", "the alternative text %q says nothing about the picture", clip(alt))
		}
	})
}

func figureAltCaption(r *reporter) {
	r.shown(func(f *book.Figure) {
		caption := book.PlainText(f.Caption)
		if f.Image.Alt != "" && strings.EqualFold(strings.TrimRight(f.Image.Alt, ".。"), strings.TrimRight(caption, ".。")) {
			r.report(f.Pos, "say in the brackets what is to be seen, and in the caption what cannot be", "the alternative text repeats the caption")
		}
	})
}

func figureCaption(r *reporter) {
	r.shown(func(f *book.Figure) {
		if len(f.Caption) == 0 {
			r.report(f.Pos, `write one in quotation marks after the file: (images/x.jpg "...")`, "figure has no caption")
		}
	})
}

func figureCredit(r *reporter) {
	r.shown(func(f *book.Figure) {
		if len(f.Credit) == 0 {
			r.report(f.Pos, `say whom the picture is from: {credit="..."}`, "figure has no credit")
		}
	})
}

// licence matches what says by what right a picture is printed, in any language.
var licence = sync.OnceValue(func() *regexp.Regexp {
	words := []string{"©", `\(c\)`, `\bcc\b`, `\bcc0\b`}
	for _, d := range langdata.All() {
		for _, w := range d.Licence {
			words = append(words, regexp.QuoteMeta(w))
		}
	}
	return regexp.MustCompile("(?i)" + strings.Join(words, "|"))
})

func figureLicence(r *reporter) {
	r.shown(func(f *book.Figure) {
		credit := book.PlainText(f.Credit)
		if credit != "" && !licence().MatchString(credit) {
			r.report(f.Pos, "add to the credit: ©, a licence such as CC BY 4.0, or public domain", "the credit %q names no licence", clip(credit))
		}
	})
}

// A figure may be so many times as wide as it is high, or as high as it is wide. By eye: a
// picture of five to one is an inch high across a page, and one of one to three is narrow
// on a page and longer than the screen of a phone.
const (
	widest  = 5
	tallest = 3
)

func figureAspect(r *reporter) {
	r.shown(func(f *book.Figure) {
		p := f.Image.Picture
		if p == nil || p.Width <= 0 || p.Height <= 0 {
			return
		}
		if p.Width > widest*p.Height || p.Height > tallest*p.Width {
			r.report(f.Pos, "crop it, or part it into several", "the picture is %d by %d pixels, which is very %s", p.Width, p.Height, long(p))
		}
	})
}

func long(p *book.Picture) string {
	if p.Width > p.Height {
		return "wide"
	}
	return "tall"
}

func figureColour(r *reporter) {
	r.shown(func(f *book.Figure) {
		if f.Image.Picture == nil {
			return
		}
		if space := picture.Space(f.Image.Picture.Data); space != "" {
			r.report(f.Pos, "save the picture in sRGB, and look at it again", "the picture is in %s; its colours will change", space)
		}
	})
}

// altLength finds alternative texts of 140 characters or more: Amazon's guidelines ask for
// fewer.
func altLength(r *reporter) {
	r.shown(func(f *book.Figure) {
		if n := utf8.RuneCountInString(f.Image.Alt); n >= 140 {
			r.report(f.Pos, "say the essential in under 140, and the rest in the text", "the alternative text has %d characters", n)
		}
	})
}
