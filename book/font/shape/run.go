package shape

// Missing returns the text of the run that its face has no glyphs for, "" when
// it has them all.
func (r *Run) Missing() string {
	missing := ""
	at := 0 // bytes of the text before the cluster in reading order of the glyphs
	for i := 0; i < len(r.Glyphs); {
		end, lacks := r.cluster(i)
		n := int(r.Glyphs[i].Len)
		if lacks && r.RTL {
			missing = r.Text[len(r.Text)-at-n:len(r.Text)-at] + missing
		} else if lacks {
			missing += r.Text[at : at+n]
		}
		at, i = at+n, end
	}
	return missing
}

// Clusters returns how many clusters the run has, which is what a reader takes for letters:
// the vowels and tones of Thai are glyphs of the letter that they stand above.
func (r *Run) Clusters() int {
	n := 0
	for i := range r.Glyphs {
		if r.Glyphs[i].Len > 0 {
			n++
		}
	}
	return n
}

// cluster returns where the cluster of the glyph at i ends, and whether a glyph
// of it is missing.
func (r *Run) cluster(i int) (end int, lacks bool) {
	lacks = r.Glyphs[i].ID == 0
	for end = i + 1; end < len(r.Glyphs) && r.Glyphs[end].Len == 0; end++ {
		lacks = lacks || r.Glyphs[end].ID == 0
	}
	return end, lacks
}
