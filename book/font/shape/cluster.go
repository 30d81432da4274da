package shape

import (
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// A cluster is what a reader takes for one character: it is set in one face.
type cluster struct {
	start, end int32 // runes
	script     language.Script
	kind       kind
	face       *Face
}

// A kind says how a cluster picks its face.
type kind uint8

const (
	letter  kind = iota
	neutral      // a figure or a symbol: belongs to no script
	mark         // punctuation or a space that goes with what is before it
	opening      // punctuation that goes with what follows
	unseen       // nothing but characters that are never seen
)

// maxCluster is the most runes of a cluster. Text that stacks more marks on a letter is a
// prank, and is cut: Unicode's stream-safe text has 30 marks at most (UAX #15). 60 runes
// are 240 bytes at most, which the Len of one glyph can count.
const maxCluster = 60

// split finds the clusters of the runes at hand.
func (s *Shaper) split() {
	s.clusters = s.clusters[:0]
	if plain(s.runes) {
		for i := range s.runes {
			s.addCluster(i, i+1)
		}
		return
	}
	s.seg.Init(s.runes)
	for it := s.seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		start, end := g.Offset, g.Offset+len(g.Text)
		for end-start > maxCluster {
			s.addCluster(start, start+maxCluster)
			start += maxCluster
		}
		s.addCluster(start, end)
	}
}

// plain reports whether each rune is a cluster: Latin, Greek and Cyrillic
// without combining marks.
func plain(runes []rune) bool {
	for _, r := range runes {
		if r < 0x20 || r >= 0x300 && r < 0x370 || r >= 0x483 && r <= 0x489 || r >= 0x530 && (r < 0x2010 || r > 0x2027) {
			return false
		}
	}
	return true
}

func (s *Shaper) addCluster(start, end int) {
	c := cluster{start: int32(start), end: int32(end), script: language.Common, kind: unseen}
	for _, r := range s.runes[start:end] {
		if invisible(r) {
			continue
		}
		if c.kind == unseen {
			c.kind = kindOf(r)
		}
		if script := language.LookupScript(r); script.Strong() {
			c.script, c.kind = script, letter
			break
		}
	}
	s.clusters = append(s.clusters, c)
}

func kindOf(r rune) kind {
	switch {
	case unicode.Is(unicode.Ps, r), unicode.Is(unicode.Pi, r):
		return opening
	case unicode.Is(unicode.P, r), unicode.Is(unicode.Zs, r):
		return mark
	}
	return neutral
}

// invisible reports whether r never has a glyph: controls, line ends, and what
// Unicode calls default ignorable.
func invisible(r rune) bool {
	return r < 0x20 && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || harfbuzz.IsDefaultIgnorable(r)
}

// common reports whether the cluster belongs to no script of its own.
func (c *cluster) common() bool { return c.script == language.Common }

// scriptOf returns the script of the first cluster from i on that has one.
func (s *Shaper) scriptOf(i int) language.Script {
	for ; i < len(s.clusters); i++ {
		if !s.clusters[i].common() {
			return s.clusters[i].script
		}
	}
	return language.Common
}

// region returns the kind of Han that the text at hand is written in: that of
// its language, or else what its other characters show.
func (s *Shaper) region(region string) string {
	if region != "" {
		return region
	}
	for i := range s.clusters {
		switch s.clusters[i].script {
		case language.Hiragana, language.Katakana:
			return "ja"
		case language.Hangul:
			return "ko"
		}
	}
	return ""
}

// ideographic reports whether the script has no words that a change of face
// would tear apart.
func ideographic(script language.Script) bool {
	switch script {
	case language.Han, language.Hiragana, language.Katakana, language.Bopomofo, language.Hangul:
		return true
	}
	return false
}

// merge returns the script of text in both, and whether they may be shaped
// together: a cluster of no script goes with any, and the scripts of East Asia
// with each other. Hangul wins, as its letters need to be composed.
func merge(a, b language.Script) (language.Script, bool) {
	switch {
	case a == b || b == language.Common:
		return a, true
	case a == language.Common:
		return b, true
	case !ideographic(a) || !ideographic(b):
		return a, false
	case b == language.Hangul:
		return b, true
	}
	return a, true
}
