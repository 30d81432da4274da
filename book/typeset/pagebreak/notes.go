package pagebreak

import (
	"sort"

	"octavo/book/base/unit"
)

// A ledger counts the lines of all notes through, so that what is left of them
// at a break is one number.
type ledger struct {
	first []int32       // the number of each note's first line; last, the number of all lines
	sums  []unit.Length // the height of the lines before each line; last, the height of all
	legal []int32       // for each number of lines the greatest one, not above, that a page may end after
}

func (l *ledger) count() int { return len(l.first) - 1 }

// total returns the number of lines of all notes.
func (l *ledger) total() int32 { return int32(len(l.sums) - 1) }

func (l *ledger) reset(notes []Note, keep int) {
	l.first, l.sums, l.legal = l.first[:0], append(l.sums[:0], 0), append(l.legal[:0], 0)
	for _, n := range notes {
		start := int32(len(l.sums) - 1)
		l.first = append(l.first, start)
		for i, h := range n.Lines {
			l.sums = append(l.sums, l.sums[len(l.sums)-1]+h)
			rest := len(n.Lines) - i - 1
			if rest == 0 || i+1 >= keep && rest >= keep {
				l.legal = append(l.legal, int32(len(l.sums)-1))
			} else {
				l.legal = append(l.legal, l.legal[len(l.legal)-1])
			}
		}
	}
	l.first = append(l.first, int32(len(l.sums)-1))
}

// height returns the height of the lines from to to.
func (l *ledger) height(from, to int32) unit.Length { return l.sums[to] - l.sums[from] }

// fill returns the number up to which lines from from fit in room: to if all
// do, else as many as a page may end after.
func (l *ledger) fill(from, to int32, room unit.Length) int32 {
	if l.height(from, to) <= room {
		return to
	}
	n := sort.Search(int(to-from), func(i int) bool { return l.height(from, from+int32(i)+1) > room })
	return max(l.legal[from+int32(n)], from)
}

// note returns the note that line number n belongs to.
func (l *ledger) note(n int32) int {
	return sort.Search(l.count(), func(i int) bool { return l.first[i+1] > n })
}

// waiting returns how many of the first called notes have not begun before
// line from, and whether one has begun and is not done.
func (l *ledger) waiting(from, called int32) (notes int, split bool) {
	if from >= l.first[called] {
		return 0, false
	}
	k := l.note(from)
	split = l.first[k] < from
	notes = int(called) - k
	if split {
		notes--
	}
	return notes, split
}

// pieces appends the parts of notes that the lines from to to make.
func (l *ledger) pieces(from, to int32, dst []Piece) []Piece {
	for from < to {
		k := l.note(from)
		end := min(l.first[k+1], to)
		dst = append(dst, Piece{Note: k, From: int(from - l.first[k]), To: int(end - l.first[k])})
		from = end
	}
	return dst
}
