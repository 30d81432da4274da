package hyphen

import (
	"slices"
	"unicode/utf8"
)

// A trie holds patterns by their letters. Nodes are numbered in breadth-first
// order, so that the children of a node follow one another: node n has those
// from first[n] to first[n+1], with the letters labels[first[n]:first[n+1]],
// sorted. Letters are numbered from 1, in order of first use; 1 is the
// boundary of a word, and 0 a letter that no pattern has.
type trie struct {
	class  map[rune]uint8
	ascii  [utf8.RuneSelf]uint8
	first  []uint32
	labels []uint8
	value  []uint32 // of each node, an offset in pool; 0 is none
	pool   []byte   // levels of patterns, each with its length and place before it
}

// boundary stands in patterns for the beginning or the end of a word.
const boundary = '.'

// apply raises levels to the levels of every pattern that occurs in letters.
//
// To look for each of some thousand patterns in the word would be slow. The trie
// holds all of them by their letters, so that one walk down from each letter of
// the word meets every pattern that begins there: the time is the length of the
// word times that of the longest pattern, and does not depend on the number of
// patterns. Liang packed the trie into one array of overlapping nodes to save
// memory; here nodes are numbered in breadth-first order, which saves the pointers
// and keeps children together for the search by halves.
func (t *trie) apply(letters []rune, levels []byte) {
	var buf [longest + 2]uint8
	word := buf[:len(letters)+2]
	word[0], word[len(word)-1] = 1, 1 // the boundary, so that ".pre" is found at the beginning alone
	for i, r := range letters {
		word[i+1] = t.classOf(r)
	}
	for i := range word {
		n := uint32(0)
		for _, c := range word[i:] {
			if n = t.child(n, c); n == 0 {
				break
			}
			if v := t.value[n]; v != 0 {
				t.raise(v, i, levels)
			}
		}
	}
}

// raise applies the pattern whose levels are at offset v of the pool to the word. The
// pattern begins at letter i of the word, where the boundary is letter 0.
func (t *trie) raise(v uint32, i int, levels []byte) {
	n, at := uint32(t.pool[v]), i-1+int(t.pool[v+1])
	for k, l := range t.pool[v+2 : v+2+n] {
		if k += at; k >= 0 && k < len(levels) && l > levels[k] {
			levels[k] = l
		}
	}
}

func (t *trie) classOf(r rune) uint8 {
	if r >= 0 && r < utf8.RuneSelf {
		return t.ascii[r]
	}
	return t.class[r]
}

// child returns the child of n by letter c, or 0.
func (t *trie) child(n uint32, c uint8) uint32 {
	lo, hi := t.first[n], t.first[n+1]
	for hi-lo > 8 { // by eye: few children are found faster one by one
		if mid := (lo + hi) / 2; t.labels[mid] <= c {
			lo = mid
		} else {
			hi = mid
		}
	}
	for ; lo < hi; lo++ {
		if t.labels[lo] == c {
			return lo + 1 // the label at index i is that of node i+1
		}
	}
	return 0
}

// A builder grows a trie, as nodes with lists of children.
type builder struct {
	trie
	nodes []grown
	known map[string]uint32 // offsets in pool
	key   []byte            // memory of add
	entry []byte            // memory of intern
	full  bool              // there are more letters than a byte can number
}

type grown struct {
	label          uint8
	child, sibling uint32
	value          uint32
}

func newBuilder() *builder {
	b := &builder{known: map[string]uint32{}}
	b.class, b.nodes, b.pool = map[rune]uint8{}, []grown{{}}, []byte{0}
	b.number(boundary)
	return b
}

// number returns the number of letter r, giving it one if need be.
func (b *builder) number(r rune) uint8 {
	c := b.classOf(r)
	if c == 0 {
		if len(b.class) == 255 {
			b.full = true
			return 0
		}
		c = uint8(len(b.class) + 1)
		b.class[r] = c
		if r < utf8.RuneSelf {
			b.ascii[r] = c
		}
	}
	return c
}

// add adds a pattern such as "hy3ph", and reports whether the text has the form of a
// pattern: letters and boundaries, with at most one digit between two of them.
func (b *builder) add(pattern string) bool {
	n := uint32(0)
	levels := append(b.key[:0], 0)
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = byte(r - '0')
			continue
		}
		c := b.number(r)
		if c == 0 || len(levels) > longest {
			return false
		}
		n = b.grow(n, c)
		levels = append(levels, 0)
	}
	b.key = levels
	if n == 0 {
		return false
	}
	b.nodes[n].value = b.intern(levels)
	return true
}

// grow returns the child of n by letter c, adding it if need be.
func (b *builder) grow(n uint32, c uint8) uint32 {
	last := uint32(0)
	for k := b.nodes[n].child; k != 0 && b.nodes[k].label <= c; k = b.nodes[k].sibling {
		if b.nodes[k].label == c {
			return k
		}
		last = k
	}
	k := uint32(len(b.nodes))
	link := &b.nodes[n].child
	if last != 0 {
		link = &b.nodes[last].sibling
	}
	next := *link
	*link = k
	b.nodes = append(b.nodes, grown{label: c, sibling: next})
	return k
}

// intern returns the offset of levels in the pool. Zeros at both ends are left out: an
// entry is the number of the other levels, the number of zeros before them, and the
// levels. Many patterns share an entry, since most have one digit.
func (b *builder) intern(levels []byte) uint32 {
	lead := 0
	for lead < len(levels) && levels[lead] == 0 {
		lead++
	}
	end := len(levels)
	for end > lead && levels[end-1] == 0 {
		end--
	}
	if lead == end {
		return 0
	}
	entry := append(append(b.entry[:0], byte(end-lead), byte(lead)), levels[lead:end]...)
	b.entry = entry
	at, ok := b.known[string(entry)]
	if !ok {
		at = uint32(len(b.pool))
		b.pool = append(b.pool, entry...)
		b.known[string(entry)] = at
	}
	return at
}

// build numbers the nodes anew and returns the trie.
func (b *builder) build() trie {
	t := b.trie
	t.first = make([]uint32, 0, len(b.nodes)+1)
	t.labels = make([]uint8, 0, len(b.nodes))
	t.value = make([]uint32, 0, len(b.nodes))
	queue := make([]uint32, 1, len(b.nodes))
	for i := 0; i < len(queue); i++ {
		n := b.nodes[queue[i]]
		t.value = append(t.value, n.value)
		t.first = append(t.first, uint32(len(t.labels)))
		for k := n.child; k != 0; k = b.nodes[k].sibling {
			t.labels = append(t.labels, b.nodes[k].label)
			queue = append(queue, k)
		}
	}
	t.first = append(t.first, uint32(len(t.labels)))
	t.pool = slices.Clip(t.pool)
	return t
}
