package shape

import (
	"bytes"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"octavo/book/base/fault"
	"octavo/book/font/sfnt"
)

// A Face is one font of a [Library]. Its file is read at the first use of a
// method that needs it. A face whose file is broken has no glyphs: see
// [Library.Check]. It is safe for concurrent use.
type Face struct {
	file File
	once sync.Once
	err  error

	failed atomic.Bool // the library panicked while it set text in the face

	sfnt    *sfnt.Font
	shaping *font.Font
	name    string
	metrics sfnt.Metrics
}

// load reads the face's file once.
func (f *Face) load() error {
	f.once.Do(func() {
		if f.err = f.read(); f.err != nil {
			f.err = fmt.Errorf("font %s: %w", f.file.describe(), f.err)
		}
	})
	return f.err
}

func (f *Face) read() error {
	data, err := f.file.Data()
	if err != nil {
		return err
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return err
	}
	shaping, err := shapingFont(parsed)
	if err != nil {
		return damage(parsed)
	}
	f.sfnt, f.shaping = parsed, shaping
	f.name, f.metrics = parsed.PostScriptName(), parsed.Metrics()
	return nil
}

// outlineLimit is the largest table of outlines that the shaper is given. It
// needs outlines only to place marks in a font that has no anchors for them,
// and would read thirty thousand glyphs of Han for that.
const outlineLimit = 2 << 20

// shapingTables are the tables that shaping needs, beside the outlines.
var shapingTables = []string{
	"head", "maxp", "hhea", "hmtx", "cmap", "OS/2", "GDEF", "GSUB", "GPOS",
	"kern", "kerx", "morx", "trak", "ankr", "feat", "ltag",
}

// shapingFont gives HarfBuzz a font with the tables that it needs, but for those left out.
// Its parser is not ours: a panic of it on a broken font is an error like others.
func shapingFont(f *sfnt.Font, without ...string) (out *font.Font, err error) {
	defer fault.Library(&err)
	names := shapingTables
	if len(f.Table("glyf")) <= outlineLimit && len(f.Table("CFF ")) <= outlineLimit {
		names = slices.Concat(names, []string{"glyf", "loca", "CFF "})
	}
	var tables []sfnt.Table
	for _, name := range names {
		if data := f.Table(name); data != nil && !slices.Contains(without, name) {
			if f.Overgrown(name) {
				return nil, errBroken
			}
			tables = append(tables, sfnt.Table{Tag: sfnt.MakeTag(name), Data: data})
		}
	}
	flavor := uint32(0x00010000)
	if f.IsCFF() {
		flavor = 0x4f54544f
	}
	loader, err := ot.NewLoader(bytes.NewReader(sfnt.Assemble(flavor, tables)))
	if err != nil {
		return nil, err
	}
	return font.NewFont(loader)
}

// Family returns the family's name as the library knows it.
func (f *Face) Family() string { return f.file.Family }

// Weight returns the weight from 1 to 1000; 400 is regular.
func (f *Face) Weight() int { return f.file.Weight }

// Italic reports whether the face is slanted.
func (f *Face) Italic() bool { return f.file.Italic }

// Name returns the PostScript name, such as "SourceSerif4-Regular": ASCII,
// never empty. Two files may have the same name.
func (f *Face) Name() string {
	if f.load() != nil {
		return "Broken"
	}
	return f.name
}

// Metrics returns the measures of the face, those of an em of 1,000 units with
// nothing in it when the face is broken.
func (f *Face) Metrics() sfnt.Metrics {
	if f.load() != nil {
		return sfnt.Metrics{UnitsPerEm: 1000, Ascent: 800, Descent: -200, CapHeight: 700, XHeight: 500, Weight: 400}
	}
	return f.metrics
}

// UnitsPerEm returns how many font units the em has.
func (f *Face) UnitsPerEm() int { return f.Metrics().UnitsPerEm }

// CapHeight returns the height of capitals in font units.
func (f *Face) CapHeight() int32 { return f.Metrics().CapHeight }

// Font returns the font file for reading tables and cutting subsets, nil when
// it is broken.
func (f *Face) Font() *sfnt.Font {
	f.load()
	return f.sfnt
}

// Embeddable returns an error when the font cannot be put into a document,
// because it is broken or its licence bits say no.
func (f *Face) Embeddable() error {
	if err := f.load(); err != nil {
		return err
	}
	if !f.sfnt.Embeddable() {
		return fmt.Errorf("font %s may not be embedded as a subset: its fsType is %#04x", f.file.describe(), f.metrics.FSType)
	}
	return nil
}

// GlyphID returns the glyph that the face's character map has for r.
func (f *Face) GlyphID(r rune) (uint16, bool) {
	if f.load() != nil {
		return 0, false
	}
	return f.sfnt.GlyphID(r)
}

// Advance returns the advance width of the glyph in font units.
func (f *Face) Advance(gid uint16) int32 {
	if f.load() != nil {
		return 0
	}
	return f.sfnt.Advance(gid)
}

// Outline returns the outline of the glyph in 1/64 of a font unit, nil when it
// has none.
func (f *Face) Outline(gid uint16) []sfnt.Segment {
	if f.load() != nil {
		return nil
	}
	return f.sfnt.Outline(gid)
}

// HasFeature reports whether the face has a substitution or positioning feature
// of the name, such as "smcp", in any script.
func (f *Face) HasFeature(name string) bool {
	if f.load() != nil {
		return false
	}
	return f.sfnt.HasFeature(name)
}

// covers reports whether the face has a glyph for r. A big face is not read
// for a rune outside the ranges that its file declares.
func (f *Face) covers(r rune) bool {
	if !f.file.declares(r) || f.load() != nil {
		return false
	}
	_, ok := f.sfnt.GlyphID(r)
	return ok
}
