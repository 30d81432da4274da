package shape

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"

	"octavo/book/base/fault"
)

// The bounds on what a shaper remembers. They are generous: a book has some 20,000
// different words in its styles, each shorter than 128 bytes, and some tens of plans, one
// for each face, script, language and set of features. What is forgotten is shaped again.
const (
	maxCached     = 50_000 // words of a generation; there are two
	maxCachedText = 128    // bytes of a text that is kept
	maxPlans      = 512
	maxLangs      = 256
)

// A Shaper shapes text and remembers what it shaped. It must not be used by two
// goroutines at once: each worker has its own.
type Shaper struct {
	// Words that were asked for lately, and before that. When young is full it
	// becomes old: what is used again moves on.
	young, old map[word][]*Run

	buffer   *harfbuzz.Buffer
	fonts    map[*Face]*harfbuzz.Font
	plans    map[plan]bool // what the buffer has compiled
	features map[features][]harfbuzz.Feature
	langs    map[string]*langInfo
	seg      segmenter.Segmenter

	// The text at hand.
	runes    []rune
	offsets  []int32 // of each rune in the text, and the text's length
	clusters []cluster
	items    []item
}

type word struct {
	stack *Stack
	opt   Options
	text  string
}

type plan struct {
	face     *Face
	script   language.Script
	lang     language.Language
	features features
	rtl, ltr bool
}

// langInfo is what the shaper knows of a language.
type langInfo struct {
	tag    string
	lang   language.Language
	region string
	orders map[orderKey][]*Face
}

type orderKey struct {
	stack  *Stack
	region string
}

// NewShaper returns a shaper that remembers nothing yet.
func NewShaper() *Shaper {
	return &Shaper{
		young:    map[word][]*Run{},
		buffer:   harfbuzz.NewBuffer(),
		fonts:    map[*Face]*harfbuzz.Font{},
		plans:    map[plan]bool{},
		features: map[features][]harfbuzz.Feature{},
		langs:    map[string]*langInfo{},
	}
}

// Shape returns the text as runs of glyphs, each in the first face of the stack
// that can show it. Characters that are never seen, such as U+00AD, take part
// in a glyph's text and add no glyph; when the text is nothing else, it is one
// space glyph without an advance. What no face has is glyph 0: see [Run.Missing].
//
// The runs are shared and must not be changed. An empty text has no runs.
func (s *Shaper) Shape(stack *Stack, text string, opt Options) []*Run {
	key := word{stack, opt, text}
	if runs, ok := s.young[key]; ok {
		return runs
	}
	runs, ok := s.old[key]
	if !ok {
		text = strings.Clone(text)
		runs = s.shape(stack, text, opt)
	}
	if len(text) <= maxCachedText {
		s.remember(word{stack, opt, text}, runs)
	}
	return runs
}

// remember keeps the runs of a word.
//
// To forget the word that was asked for longest ago, a list in the order of use would have
// to be changed at each question. Two generations come near enough: every word that is
// asked for enters young, one that is found in old again (Shape), and when young is full
// it takes the place of old. So a word is lost only after maxCached other words or more
// have been asked for, and a question costs two looks at most.
func (s *Shaper) remember(key word, runs []*Run) {
	if len(s.young) >= maxCached {
		s.young, s.old = make(map[word][]*Run, maxCached), s.young
	}
	s.young[key] = runs
}

func (s *Shaper) shape(stack *Stack, text string, opt Options) []*Run {
	if text == "" {
		return nil
	}
	s.decode(text)
	if opt.Capitals {
		capitals(s.runes, opt.Lang)
	}
	lang := s.language(opt.Lang)
	var runs []*Run
	for _, it := range s.itemize(stack, lang) {
		runs = append(runs, s.run(text, &it, lang, opt))
	}
	return runs
}

// decode splits the text into runes. Controls become what is never seen, so
// that no face is asked for them; a byte that is no UTF-8 is U+FFFD.
func (s *Shaper) decode(text string) {
	s.runes, s.offsets = s.runes[:0], s.offsets[:0]
	for i, r := range text {
		switch {
		case r == '\t':
			r = ' '
		case invisible(r) && !harfbuzz.IsDefaultIgnorable(r):
			r = 0x200b
		}
		s.runes, s.offsets = append(s.runes, r), append(s.offsets, int32(i))
	}
	s.offsets = append(s.offsets, int32(len(text)))
}

// capitals makes runes the capitals of them, one for one: what they are glyphs of is told by
// their places. In Turkish i keeps its dot.
func capitals(runes []rune, lang string) {
	special := unicode.SpecialCase{}
	if lang == "tr" {
		special = unicode.TurkishCase
	}
	for i, r := range runes {
		if r == 'ß' {
			runes[i] = 'ẞ' // Unicode's simple capital of it is itself
			continue
		}
		runes[i] = special.ToUpper(r)
	}
}

func (s *Shaper) language(tag string) *langInfo {
	if info := s.langs[tag]; info != nil {
		return info
	}
	if len(s.langs) >= maxLangs {
		clear(s.langs)
	}
	tag = strings.Clone(tag)
	info := &langInfo{tag: tag, lang: language.NewLanguage(tag), region: hanRegion(tag), orders: map[orderKey][]*Face{}}
	s.langs[tag] = info
	return info
}

// faceOrder returns the faces of the stack in the order for the text at hand.
func (s *Shaper) faceOrder(stack *Stack, lang *langInfo) []*Face {
	key := orderKey{stack, s.region(lang.region)}
	order := lang.orders[key]
	if order == nil {
		order = stack.order(key.region, lang.tag)
		lang.orders[key] = order
	}
	return order
}

// run shapes an item.
func (s *Shaper) run(text string, it *item, lang *langInfo, opt Options) *Run {
	start, end := s.offsets[it.start], s.offsets[it.end]
	r := &Run{Face: it.face, Text: text[start:end]}
	if it.face.load() != nil || !s.harfbuzz(it, lang, opt) {
		s.plainRun(r)
		return r
	}
	r.RTL = s.buffer.Props.Direction == harfbuzz.RightToLeft
	r.Glyphs = make([]Glyph, 0, len(s.buffer.Info))
	if len(s.buffer.Info) == 0 {
		space, _ := it.face.GlyphID(' ')
		r.Glyphs = appendFiller(r.Glyphs, space, len(r.Text))
		return r
	}
	s.collect(r, it)
	return r
}

// collect copies the shaped glyphs into the run. A ligature is one glyph for several
// characters, a letter with accents may be several glyphs for one: HarfBuzz gives glyphs
// that belong together the same cluster number, that of their first rune. The first
// glyph of a cluster takes all its bytes, the others none, so that the texts of
// the glyphs together are the run's text. A count of 255 and more is shared with glyphs
// that show nothing.
func (s *Shaper) collect(r *Run, it *item) {
	infos, positions := s.buffer.Info, s.buffer.Pos
	for i := 0; i < len(infos); {
		end := i + 1
		for end < len(infos) && infos[end].Cluster == infos[i].Cluster {
			end++
		}
		length := s.clusterLength(it, i, end, r.RTL)
		first := len(r.Glyphs)
		for j := i; j < end; j++ {
			g := Glyph{ID: uint16(infos[j].Glyph), Advance: positions[j].XAdvance, X: positions[j].XOffset, Y: positions[j].YOffset}
			r.Glyphs = append(r.Glyphs, g)
			r.Width += int64(g.Advance)
		}
		n := min(length, 255)
		r.Glyphs[first].Len = uint8(n)
		if length > n {
			space, _ := it.face.GlyphID(' ')
			r.Glyphs = appendFiller(r.Glyphs, space, length-n)
		}
		i = end
	}
}

// clusterLength returns how many bytes of text the glyphs from i to end stand for.
func (s *Shaper) clusterLength(it *item, i, end int, rtl bool) int {
	infos := s.buffer.Info
	start, next := infos[i].Cluster, it.end
	if rtl && i > 0 {
		next = infos[i-1].Cluster
	} else if !rtl && end < len(infos) {
		next = infos[end].Cluster
	}
	if !rtl && i == 0 || rtl && end == len(infos) {
		start = it.start
	}
	return int(s.offsets[next] - s.offsets[start])
}

// appendFiller adds glyphs that show nothing and stand for length bytes.
func appendFiller(glyphs []Glyph, space uint16, length int) []Glyph {
	for length > 0 {
		n := min(length, 255)
		glyphs = append(glyphs, Glyph{ID: space, Len: uint8(n)})
		length -= n
	}
	return glyphs
}

// plainRun maps each character to its glyph, for a face that cannot be shaped with.
func (s *Shaper) plainRun(r *Run) {
	for i, c := range r.Text {
		_, size := utf8.DecodeRuneInString(r.Text[i:])
		gid, _ := r.Face.GlyphID(c)
		g := Glyph{ID: gid, Advance: r.Face.Advance(gid), Len: uint8(size)}
		r.Glyphs = append(r.Glyphs, g)
		r.Width += int64(g.Advance)
	}
}

// glyphs returns how many glyphs the cluster has in the face, 0 when one is missing.
func (s *Shaper) glyphs(f *Face, c *cluster) int {
	it := item{int(c.start), int(c.end), f, c.script}
	if f.load() != nil || !s.harfbuzz(&it, s.language(""), Options{}) {
		return 0
	}
	for i := range s.buffer.Info {
		if s.buffer.Info[i].Glyph == 0 {
			return 0
		}
	}
	return len(s.buffer.Info)
}

// harfbuzz shapes the item into the buffer. It reports false when the font
// made the library panic, which is then as good as new.
func (s *Shaper) harfbuzz(it *item, lang *langInfo, opt Options) (ok bool) {
	var err error
	defer func() {
		if err != nil {
			it.face.failed.Store(true)
			s.buffer, ok = harfbuzz.NewBuffer(), false
			clear(s.plans)
			delete(s.fonts, it.face)
		}
	}()
	defer fault.Library(&err)
	set := opt.features()
	p := plan{it.face, it.script, lang.lang, set, opt.RTL, opt.LTR}
	if !s.plans[p] {
		if len(s.plans) >= maxPlans {
			s.buffer = harfbuzz.NewBuffer()
			clear(s.plans)
		}
		s.plans[p] = true
	}
	// Clusters are those of graphemes and come in the order of the text, so that collect
	// can tell the bytes of each. The buffer has all runes at hand, of which the item is
	// shaped: letters of Arabic take their forms by neighbours in other items too.
	b := s.buffer
	b.Clear()
	b.Flags = harfbuzz.RemoveDefaultIgnorables
	b.ClusterLevel = harfbuzz.MonotoneGraphemes
	b.Props = harfbuzz.SegmentProperties{Language: lang.lang, Script: it.script}
	switch {
	case opt.RTL:
		b.Props.Direction = harfbuzz.RightToLeft
	case opt.LTR:
		b.Props.Direction = harfbuzz.LeftToRight
	}
	b.AddRunes(s.runes, it.start, it.end-it.start)
	b.GuessSegmentProperties()
	b.Shape(s.font(it.face), s.featureList(set))
	return true
}

func (s *Shaper) font(f *Face) *harfbuzz.Font {
	if hb := s.fonts[f]; hb != nil {
		return hb
	}
	hb := harfbuzz.NewFont(font.NewFace(f.shaping))
	s.fonts[f] = hb
	return hb
}
