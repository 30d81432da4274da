package shape

import "github.com/go-text/typesetting/language"

// An item is a piece of text in one face and one script.
type item struct {
	start, end int // runes
	face       *Face
	script     language.Script
}

// itemize cuts the runes at hand into items.
//
// No face has all characters, so a text may need several. To take the first face that
// has each character, the simple way, tears things apart that belong together: an
// accent from its letter, a Greek word where one letter has a breathing, a quotation
// mark, which every Latin face has, from the Chinese that it encloses. So the unit is
// the cluster, what a reader takes for one character, and faces are chosen in steps,
// each of which mends what the one before tore:
//
//	split            runes into clusters, each with its script
//	pickFaces        the first face of the stack that shows the whole cluster
//	keepWords        one face for a word, where some face has all of it
//	keepPunctuation  in text of East Asia: the face of the neighbour
//	fillFaces        something for clusters that no face has, or that are not seen
//	join             clusters of one face and script into items
//
// The stack has the face asked for first, then its fallbacks; of those that are made
// for languages, the ones of the text's language come first ([Stack.order]).
func (s *Shaper) itemize(stack *Stack, lang *langInfo) []item {
	s.split()
	order := s.faceOrder(stack, lang)
	s.pickFaces(order)
	s.keepWords(order)
	if lang.region != "" {
		s.keepPunctuation()
	}
	s.fillFaces(order)
	return s.join()
}

// pickFaces gives each cluster the first face that can show it.
func (s *Shaper) pickFaces(order []*Face) {
	for i := range s.clusters {
		c := &s.clusters[i]
		if c.kind == unseen {
			continue
		}
		for _, f := range order {
			if !s.fits(f, c) {
				continue
			}
			if c.face == nil {
				c.face = f
			}
			// A flag is one sign where a face knows it, and two letters elsewhere.
			if !s.pictures(c) || s.glyphs(f, c) == 1 {
				c.face = f
				break
			}
		}
	}
}

// pictures reports whether the cluster joins several emoji: it has more than one character
// and begins in the planes of pictures, from U+1F000 on.
func (s *Shaper) pictures(c *cluster) bool { return c.end > c.start+1 && s.runes[c.start] >= 0x1f000 }

// keepWords sets a word in one face where some face can show all of it: a
// Greek word does not change its face at each letter with a breathing.
func (s *Shaper) keepWords(order []*Face) {
	for start := 0; start < len(s.clusters); {
		script := s.scriptOf(start)
		end, mixed := start, false
		for end < len(s.clusters) && !(s.space(end) && end > start) {
			c := &s.clusters[end]
			if !c.common() && c.script != script {
				break
			}
			mixed = mixed || c.face != s.clusters[start].face
			end++
		}
		if mixed && script != language.Common && !ideographic(script) {
			s.unify(s.clusters[start:end], order)
		}
		start = end
	}
}

func (s *Shaper) space(i int) bool {
	c := &s.clusters[i]
	return c.kind == mark && c.end == c.start+1 && s.runes[c.start] == ' '
}

func (s *Shaper) unify(clusters []cluster, order []*Face) {
	for _, f := range order {
		all := true
		for i := range clusters {
			if !s.fits(f, &clusters[i]) {
				all = false
				break
			}
		}
		if all {
			for i := range clusters {
				clusters[i].face = f
			}
			return
		}
	}
}

// keepPunctuation sets the punctuation of Chinese, Japanese and Korean in the
// face of its neighbour: a quotation mark is wide beside Han and narrow beside
// Latin.
func (s *Shaper) keepPunctuation() {
	for i := len(s.clusters) - 2; i >= 0; i-- {
		if c := &s.clusters[i]; c.kind == opening {
			s.follow(c, &s.clusters[i+1])
		}
	}
	for i := 1; i < len(s.clusters); i++ {
		if c := &s.clusters[i]; c.kind == mark {
			s.follow(c, &s.clusters[i-1])
		}
	}
}

func (s *Shaper) follow(c, neighbour *cluster) {
	if f := neighbour.face; f != nil && f != c.face && s.fits(f, c) {
		c.face = f
	}
}

// fillFaces gives a face to the clusters that have none. An unseen cluster gets the face of
// its neighbour, any other the first sound face, for its .notdef.
func (s *Shaper) fillFaces(order []*Face) {
	var base *Face
	for i := range s.clusters {
		if c := &s.clusters[i]; c.face == nil && c.kind == unseen && i > 0 {
			c.face = s.clusters[i-1].face
		} else if c.face == nil && c.kind != unseen {
			if base == nil {
				base = firstSound(order)
			}
			c.face = base
		}
	}
	for i := len(s.clusters) - 1; i >= 0; i-- {
		if c := &s.clusters[i]; c.face == nil && i+1 < len(s.clusters) {
			c.face = s.clusters[i+1].face
		} else if c.face == nil {
			c.face = firstSound(order)
		}
	}
}

func firstSound(order []*Face) *Face {
	for _, f := range order {
		if f.load() == nil {
			return f
		}
	}
	return order[0]
}

// join makes items of the clusters that follow each other in one face and script.
func (s *Shaper) join() []item {
	s.items = s.items[:0]
	for i := range s.clusters {
		c := &s.clusters[i]
		if n := len(s.items); n > 0 {
			last := &s.items[n-1]
			if script, ok := merge(last.script, c.script); ok && last.face == c.face {
				last.end, last.script = int(c.end), script
				continue
			}
		}
		s.items = append(s.items, item{int(c.start), int(c.end), c.face, c.script})
	}
	return s.items
}

// fits reports whether the face can show the cluster. A face may lack a
// character and still show it, by its parts or by what it is made of: then the
// shaper is asked.
func (s *Shaper) fits(f *Face, c *cluster) bool {
	all, some := true, false
	for _, r := range s.runes[c.start:c.end] {
		if invisible(r) {
			continue
		}
		if f.covers(r) {
			some = true
		} else {
			all = false
		}
	}
	// Most questions end here: shaping costs far more than a look at a map, and a file
	// that does not declare the characters need not even be read.
	if all || !f.declaresAll(s.runes[c.start:c.end]) || f.load() != nil {
		return all
	}
	if !some && c.end-c.start > 1 {
		return false
	}
	return s.glyphs(f, c) > 0
}

func (f *Face) declaresAll(runes []rune) bool {
	for _, r := range runes {
		if !invisible(r) && !f.file.declares(r) {
			return false
		}
	}
	return true
}
