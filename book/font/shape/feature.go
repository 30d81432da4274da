package shape

import (
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// features are the options that switch OpenType features, a bit for each entry
// of featureTags.
type features uint16

// featureTags are the features by bit, each with the value to set.
var featureTags = [...]struct {
	tags  []string
	value uint32
}{
	{[]string{"smcp"}, 1},
	{[]string{"onum"}, 1}, {[]string{"lnum"}, 1}, {[]string{"pnum"}, 1}, {[]string{"tnum"}, 1},
	{[]string{"sups"}, 1}, {[]string{"chws"}, 1},
	{[]string{"liga", "clig"}, 0},
}

// features returns the bits of the options, in the order of featureTags.
func (o *Options) features() features {
	var set features
	for i, on := range [len(featureTags)]bool{
		o.SmallCaps,
		o.OldStyle, o.Lining, o.Proportional, o.Tabular,
		o.Superscript, o.Contextual,
		o.NoLigatures,
	} {
		if on {
			set |= 1 << i
		}
	}
	return set
}

func (s *Shaper) featureList(set features) []harfbuzz.Feature {
	if set == 0 {
		return nil
	}
	if list := s.features[set]; list != nil {
		return list
	}
	var list []harfbuzz.Feature
	for i, f := range featureTags {
		if set&(1<<i) == 0 {
			continue
		}
		for _, tag := range f.tags {
			list = append(list, harfbuzz.Feature{
				Tag: ot.MustNewTag(tag), Value: f.value,
				Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd,
			})
		}
	}
	s.features[set] = list
	return list
}
