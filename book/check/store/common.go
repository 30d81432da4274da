package store

import (
	"slices"
	"strings"

	"octavo/book/check/inspect"
	"octavo/book/language/langtag"
)

func anyISBN(r *run) {
	for _, id := range r.pub.Identifiers {
		n := digits(id)
		isbnForm := strings.Contains(strings.ToLower(id), "isbn")
		switch {
		case isbnForm && len(n) != 13:
			r.report(r.pub.Package, r.pub.PackageAt, "%q is not an ISBN of 13 digits", id)
		case isbnForm && checkDigit(n) != n[12]:
			r.report(r.pub.Package, r.pub.PackageAt, "the check digit of ISBN %s is wrong: it would be %c", n, checkDigit(n))
		}
	}
}

// checkDigit is the last digit of an ISBN of 13 digits: with weights of 1 and 3 by turns,
// all digits add up to a multiple of ten (ISBN Users' Manual).
func checkDigit(n string) byte {
	sum := 0
	for i := range 12 {
		sum += int(n[i]-'0') * (1 + 2*(i%2))
	}
	return byte('0' + (10-sum%10)%10)
}

func anyLanguage(r *run) {
	if p := r.pub; len(p.Languages) > 0 && p.Lang != "" && langtag.Primary(p.Languages[0]) != langtag.Primary(p.Lang) {
		r.report(p.Package, p.PackageAt, "the first dc:language is %q, but the package is in %q", p.Languages[0], p.Lang)
	}
}

func anyScript(r *run) {
	r.documents(func(d *inspect.Document) {
		for _, name := range []string{"script", "form", "input", "iframe", "on…"} {
			if at, ok := d.Elements[name]; ok {
				r.report(d.Path, at, "%s does not work in the store's readers", name)
			}
		}
	})
}

func anyScheme(r *run) {
	r.documents(func(d *inspect.Document) {
		for _, l := range d.Links {
			if strings.HasPrefix(strings.ToLower(strings.TrimSpace(l.Value)), "www.") {
				r.report(d.Path, l.At, "put https:// before %q", l.Value)
			}
		}
	})
}

func anyCover(r *run) {
	p := r.pub
	switch {
	case p.Cover == nil:
		r.report(p.Package, p.PackageAt, "the book has no cover image")
	case !p.Cover.Has("cover-image"):
		r.report(p.Package, p.Cover.At, "the item of the cover lacks properties=\"cover-image\"")
	case !slices.Contains(p.Values("cover"), p.Cover.ID):
		r.report(p.Package, p.PackageAt, "no meta element with the name cover names the item %q", p.Cover.ID)
	}
}

// coverPage is the document that shows the cover, or nil.
func coverPage(r *run) *inspect.Document {
	for _, pt := range slices.Concat(r.pub.Landmarks, r.pub.Guide) {
		if slices.Contains(pt.Types, "cover") {
			return r.pub.Document(pt.Target.Path)
		}
	}
	if len(r.pub.Spine) > 0 && r.pub.Cover != nil {
		if d := r.pub.Document(r.pub.Spine[0].Item.Path); d != nil && slices.ContainsFunc(d.Images, func(p inspect.Picture) bool {
			return p.Src.Path == r.pub.Cover.Path
		}) {
			return d
		}
	}
	return nil
}

func anyCoverPage(r *run) {
	d := coverPage(r)
	if d == nil {
		r.report(r.pub.Package, r.pub.PackageAt, "no page shows the cover")
		return
	}
	alt := 0
	for _, im := range d.Images {
		alt += len(strings.Join(strings.Fields(im.Alt), " "))
	}
	if len(d.Images) > 1 || len(d.Text) > alt {
		r.report(d.Path, inspect.Place{}, "the page of the cover holds more than the cover")
	}
}

func anyNCX(r *run) {
	if !r.pub.HasNCX {
		r.report(r.pub.Package, r.pub.PackageAt, "there is no NCX")
	}
}

func anyTargets(r *run) {
	seen := map[inspect.Target]string{}
	for _, pt := range inspect.Flatten(r.pub.NCX) {
		if before, twice := seen[pt.Target]; twice {
			r.report(pt.Target.Path, inspect.Place{}, "the lines %q and %q of the NCX lead to one place", before, pt.Label)
		}
		seen[pt.Target] = pt.Label
	}
}

func anyTitles(r *run) {
	seen := map[string]bool{}
	for _, pt := range inspect.Flatten(r.pub.TOC) {
		if seen[pt.Label] {
			r.report(pt.Target.Path, inspect.Place{}, "two lines of the contents are called %q", pt.Label)
		}
		seen[pt.Label] = true
	}
}

// fileSize holds the file to a number of bytes.
func fileSize(most int64) func(*run) {
	return func(r *run) {
		if r.pub.Size > most {
			r.report("", inspect.Place{}, "the file has %d bytes, more than %d", r.pub.Size, most)
		}
	}
}

func tocDepth(most int) func(*run) {
	return func(r *run) {
		if d := inspect.Depth(r.pub.TOC); d > most {
			r.report(r.pub.Package, inspect.Place{}, "the contents have %d levels, more than %d", d, most)
		}
	}
}

// cover calls visit with the cover when it can be measured.
func cover(visit func(*run, *inspect.Item)) func(*run) {
	return func(r *run) {
		if c := r.pub.Cover; c != nil && c.Image != nil {
			visit(r, c)
		}
	}
}

// coverPixels holds the cover to a least width and height, and to a greatest length of its
// longer side unless that is 0.
func coverPixels(width, height, longest int) func(*run) {
	return cover(func(r *run, c *inspect.Item) {
		im := c.Image
		switch {
		case im.Format == "svg" || im.Width == 0:
		case im.Width < width || im.Height < height:
			r.report(c.Path, inspect.Place{}, "the cover has %d × %d pixels, fewer than %d × %d", im.Width, im.Height, width, height)
		case longest > 0 && max(im.Width, im.Height) > longest:
			r.report(c.Path, inspect.Place{}, "the cover has %d × %d pixels, and %d is the most", im.Width, im.Height, longest)
		}
	})
}

func coverFormat(formats ...string) func(*run) {
	return cover(func(r *run, c *inspect.Item) {
		if !slices.Contains(formats, c.Image.Format) {
			r.report(c.Path, inspect.Place{}, "the cover is %s, not %s", c.Image.Format, strings.Join(formats, " or "))
		}
	})
}

func rgb(r *run, c *inspect.Item) {
	if c.Image.CMYK {
		r.report(c.Path, inspect.Place{}, "the cover is in CMYK")
	}
}

func coverSize(most int64) func(*run) {
	return cover(func(r *run, c *inspect.Item) {
		if c.Size > most {
			r.report(c.Path, inspect.Place{}, "the cover has %d bytes, more than %d", c.Size, most)
		}
	})
}

func imageFormats(formats ...string) func(*run) {
	return func(r *run) {
		r.images(func(it *inspect.Item) {
			if !slices.Contains(formats, it.Image.Format) {
				r.report(it.Path, inspect.Place{}, "the picture is %s, not %s", it.Image.Format, strings.Join(formats, ", "))
			}
		})
	}
}

func imageAlpha(r *run) {
	r.images(func(it *inspect.Item) {
		if it.Image.Alpha {
			r.report(it.Path, inspect.Place{}, "the picture is transparent")
		}
	})
}

func imageRGB(r *run) {
	r.images(func(it *inspect.Item) {
		if it.Image.CMYK {
			r.report(it.Path, inspect.Place{}, "the picture is in CMYK")
		}
	})
}

func imageSize(most int64) func(*run) {
	return func(r *run) {
		r.images(func(it *inspect.Item) {
			if it.Size > most {
				r.report(it.Path, inspect.Place{}, "the picture has %d bytes, more than %d", it.Size, most)
			}
		})
	}
}

func imagePixels(most int64) func(*run) {
	return func(r *run) {
		r.images(func(it *inspect.Item) {
			if n := int64(it.Image.Width) * int64(it.Image.Height); n > most && it.Image.Format != "svg" {
				r.report(it.Path, inspect.Place{}, "the picture has %d × %d pixels, more than %d", it.Image.Width, it.Image.Height, most)
			}
		})
	}
}
