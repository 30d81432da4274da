package shape

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"

	"octavo/book/base/fault"
	"octavo/book/font/sfnt"
)

// probeRunes is how many characters of a font are set at a time to try it.
const probeRunes = 64

// Probe reports what keeps a font from being used, in words for whoever gave the file:
// which table is damaged. All outlines are read, and all glyphs
// that characters have are set once.
func Probe(f *sfnt.Font) error {
	if err := f.Verify(); err != nil {
		return err
	}
	if err := probe(f); err != nil {
		return damage(f)
	}
	return nil
}

// probe sets all characters of the font, without some of its tables.
func probe(f *sfnt.Font, without ...string) error {
	shaping, err := shapingFont(f, without...)
	if err != nil {
		return err
	}
	if lost := lostTable(f, shaping); lost != "" && !slices.Contains(without, lost) {
		return errBroken
	}
	face := &Face{file: File{Family: "probe"}, sfnt: f, shaping: shaping}
	face.once.Do(func() {})
	s := NewShaper()
	var line []rune
	for r := range f.Mapped() {
		if line = append(line, r); len(line) == probeRunes {
			if err := s.try(face, line); err != nil {
				return err
			}
			line = line[:0]
		}
	}
	return s.try(face, line)
}

// try sets characters by their scripts in a face.
func (s *Shaper) try(face *Face, line []rune) (err error) {
	defer fault.Library(&err)
	s.decode(string(line))
	s.split()
	for i := range s.clusters {
		s.clusters[i].face = face
	}
	for _, it := range s.join() {
		if !s.harfbuzz(&it, s.language("und"), Options{}) {
			return errBroken
		}
	}
	return nil
}

// errBroken says that the font made the library panic.
var errBroken = errors.New("a table is damaged")

// optional are the tables without which a font can be set, and what they are for. The last
// step of shaping comes first: without substitutions a damaged position may not be met, and
// the wrong table would be blamed.
var optional = []struct{ name, purpose string }{
	{"GPOS", "positions glyphs"}, {"GSUB", "substitutes glyphs"}, {"GDEF", "sorts glyphs into classes"},
	{"kern", "moves pairs of glyphs"}, {"kerx", "moves pairs of glyphs"}, {"morx", "substitutes glyphs"},
	{"trak", "tracks glyphs"}, {"ankr", "anchors glyphs"}, {"feat", "lists features"}, {"ltag", "lists languages"},
	{"OS/2", "has the measures of lines"}, {"glyf", "has the outlines"}, {"CFF ", "has the outlines"},
}

// damage says which table is to blame for a font that cannot be set: the table without
// which the font can.
func damage(f *sfnt.Font) error {
	for _, t := range optional {
		if f.Table(t.name) != nil && probe(f, t.name) == nil {
			return fmt.Errorf("its table %s, which %s, is damaged", t.name, t.purpose)
		}
	}
	if mapDamaged(f) {
		return errors.New("its table cmap, which has the glyphs of the characters, is damaged")
	}
	return errors.New("its tables are damaged")
}

// mapDamaged reports whether the library cannot read the map of characters.
func mapDamaged(f *sfnt.Font) bool {
	if f.Overgrown("cmap") {
		return true
	}
	err := func() (err error) {
		defer fault.Library(&err)
		table, _, err := tables.ParseCmap(f.Table("cmap"))
		if err == nil {
			_, _, err = font.ProcessCmap(table, tables.FPNone)
		}
		return err
	}()
	return err != nil
}

// lostTable returns the layout table that the library left out, since it could not read
// it; "" when there is none.
func lostTable(f *sfnt.Font, shaping *font.Font) string {
	lists := func(name string) bool { // whether the table lists lookups
		table := f.Table(name)
		if len(table) < 10 {
			return false
		}
		at := int(binary.BigEndian.Uint16(table[8:]))
		return at+2 <= len(table) && binary.BigEndian.Uint16(table[at:]) > 0
	}
	switch {
	case shaping.GSUB.Lookups == nil && lists("GSUB"):
		return "GSUB"
	case shaping.GPOS.Lookups == nil && lists("GPOS"):
		return "GPOS"
	}
	return ""
}
