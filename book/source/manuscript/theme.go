package manuscript

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/font/sfnt"
	"octavo/book/font/shape"
	"octavo/book/source/manifest"
	"octavo/book/typeset/theme"
)

// Bounds on the fonts of a manuscript. They are generous: a look has four to eight
// files, and the largest fonts, of Chinese and Japanese, have 10 to 30 MB each.
const (
	maxFonts     = 64
	maxFontBytes = 256 << 20 // all together
)

// theme reads the theme of the manuscript's own that p names.
func (l *loader) theme(b *book.Book, p manifest.Path) {
	if p.Name == "" {
		return
	}
	folder, ok := l.name(p.Name, p.Pos)
	if !ok {
		return
	}
	files := &book.ThemeFiles{Folder: folder}
	for _, f := range []struct {
		name string
		to   *[]byte
	}{{theme.File, &files.Theme}, {theme.CSS, &files.CSS}} {
		data, err := l.read(path.Join(folder, f.name), theme.MaxBytes)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !notFolder(err) {
			l.report(rule.ThemeUnreadable.At(p.Pos, remedy(err), "%s cannot be read: %s", clip(path.Join(folder, f.name)), reason(err)))
			return
		}
		*f.to = data
	}
	if files.Theme == nil && files.CSS == nil {
		l.noTheme(p, folder)
		return
	}
	b.Theme, b.ThemeFiles = folder, files
	th, list := theme.Of(b)
	l.report(list...)
	if b.Logo == nil {
		b.Logo = th.Logo
	}
}

// coverLogo reports a logo that a made cover cannot show: the cover is a drawing, and
// takes drawings alone.
func (l *loader) coverLogo(b *book.Book) {
	if b.Logo == nil || !b.Logo.OnCover || b.Cover != nil {
		return
	}
	if im := b.Logo.Figure.Image; im.Picture != nil && im.Picture.Format != "svg" {
		l.report(rule.CoverLogo.At(im.Pos, "give the logo as an SVG, or leave on-cover out", "%s is no drawing, and cannot stand on the cover", clip(im.Picture.Path)))
	}
}

// notFolder reports whether err says that a file stands where a folder should.
func notFolder(err error) bool { return strings.Contains(err.Error(), "not a directory") }

// noTheme reports that p names no theme.
func (l *loader) noTheme(p manifest.Path, folder string) {
	if info, err := l.root.Stat(folder); err == nil && info.IsDir() {
		l.report(rule.ThemeUnknown.At(p.Pos, "write what is different from a built-in theme into "+theme.File,
			"the folder %s holds neither %s nor %s", clip(folder), theme.File, theme.CSS))
		return
	}
	l.report(rule.ThemeUnknown.At(p.Pos, theme.NameHint(p.Name), "no theme is called %q", clip(p.Name)))
}

// fonts reads the fonts of the manuscript.
func (l *loader) fonts(b *book.Book, list []manifest.Font) {
	if len(list) > maxFonts {
		l.report(rule.SizeLimit.At(list[maxFonts].File.Pos, "name those that the theme uses", "more than %d fonts", maxFonts))
		list = list[:maxFonts]
	}
	total := 0
	for _, f := range list {
		name, ok := l.name(f.File.Name, f.File.Pos)
		if !ok {
			continue
		}
		data, err := l.read(name, sfnt.MaxSize)
		if err != nil {
			l.missing(rule.FontMissing, "font", name, f.File.Pos, err, isFont)
			continue
		}
		if total += len(data); total > maxFontBytes {
			l.report(rule.SizeLimit.At(f.File.Pos, "name those that the theme uses", "the fonts have more than %d MB", maxFontBytes>>20))
			return
		}
		if font := l.font(f, name, data); font != nil {
			b.Fonts = append(b.Fonts, font)
		}
	}
	l.repeated(b.Fonts)
}

// font looks at a font file; nil when it cannot be used.
func (l *loader) font(f manifest.Font, name string, data []byte) *book.Font {
	pos := f.File.Pos
	parsed, err := sfnt.Parse(data)
	switch {
	case errors.Is(err, sfnt.ErrCollection):
		l.report(rule.FontUnreadable.At(pos, "give each font of it as a file of its own", "%s is a collection of fonts", clip(name)))
		return nil
	case err != nil:
		l.unreadable(name, pos, err)
		return nil
	case !parsed.Embeddable():
		hint := "use a font whose licence lets it be embedded as a subset, such as one under the SIL Open Font License"
		l.report(rule.FontLicence.At(pos, hint, "the font %s forbids to be embedded (fsType %#04x)", clip(name), parsed.Metrics().FSType))
		return nil
	case parsed.Table("fvar") != nil:
		l.report(rule.FontVariable.At(pos, "give a file for each weight", "the font %s is variable: only its default style is used", clip(name)))
	}
	if err := shape.Probe(parsed); err != nil {
		l.unreadable(name, pos, err)
		data = nil // the theme may go on to name the family
	}
	m := parsed.Metrics()
	out := &book.Font{Path: name, Family: f.Family, Weight: f.Weight, Italic: f.Italic, Data: data, Pos: pos}
	if out.Weight == 0 {
		out.Weight = min(max(m.Weight, 100), 900)
	}
	if !f.Said {
		out.Italic = m.Italic
	}
	if out.Family == "" {
		out.Family = familyOf(parsed)
	}
	if !manifest.FamilyName(out.Family) {
		l.report(rule.FontName.At(pos, "give it a family", "the font %s has no name that can be used", clip(name)))
		return nil
	}
	return out
}

// unreadable reports a font that cannot be used.
func (l *loader) unreadable(name string, pos book.Pos, err error) {
	l.report(rule.FontUnreadable.At(pos, "get the TrueType or OpenType file anew", "the font %s cannot be used: %v", clip(name), err))
}

func familyOf(f *sfnt.Font) string {
	if name := f.Name(sfnt.NameTypoFamily); name != "" {
		return name
	}
	return f.Name(sfnt.NameFamily)
}

// repeated reports two files for one face.
func (l *loader) repeated(list []*book.Font) {
	first := map[string]*book.Font{}
	for _, f := range list {
		face := fmt.Sprintf("%s %d", f.Family, f.Weight)
		if f.Italic {
			face += " italic"
		}
		key := strings.ToLower(face)
		if other := first[key]; other != nil {
			l.report(rule.FontTwice.At(f.Pos, "give one of them another family or weight", "%s and %s are both %s", clip(other.Path), clip(f.Path), face))
			continue
		}
		first[key] = f
	}
}

func isFont(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".ttf", ".otf":
		return true
	}
	return false
}
