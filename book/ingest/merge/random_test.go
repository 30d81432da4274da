package merge

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"octavo/book/internal/fuzzing"
)

// vocabulary has few words, so that paragraphs have much in common by chance.
var vocabulary = strings.Fields("the ferry leaves at noon *and* harbour **waits** for rain, 港口 등대 который it’s — end.")

func sentence(r *rand.Rand) string {
	words := make([]string, 3+r.IntN(12))
	for i := range words {
		words[i] = vocabulary[r.IntN(len(vocabulary))]
	}
	return strings.Join(words, " ")
}

// article returns n paragraphs, each with a word of its own.
func article(r *rand.Rand, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = sentence(r) + fmt.Sprintf(" p%d ", i) + sentence(r)
	}
	return list
}

func write(list []string) string { return strings.Join(list, "\n\n") + "\n" }

// edited changes, adds and removes paragraphs.
func edited(r *rand.Rand, list []string, name string) []string {
	var out []string
	for i, p := range list {
		switch r.IntN(8) {
		case 0:
			continue
		case 1:
			out = append(out, fmt.Sprint(name, i, " ", sentence(r)))
		case 2:
			p = strings.Replace(p, " ", fmt.Sprint(" ", name, i, " "), 1+r.IntN(3))
		}
		out = append(out, p)
	}
	return append(out, name+" ends.")
}

// TestIdentities holds of any texts, also such as no importer writes.
func TestIdentities(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		list := article(r, r.IntN(12))
		base, x := write(list), write(edited(r, list, "x"))
		for name, got := range map[string]Result{
			"ours": Chapters(base, x, base), "theirs": Chapters(base, base, x), "both": Chapters(base, x, x),
		} {
			if got.Text != x || len(got.Conflicts) > 0 {
				t.Errorf("seed %d, %s: got %q with %v, want %q", seed, name, got.Text, got.Conflicts, x)
			}
		}
	}
}

// TestApart changes other paragraphs on either side: both changes are in, without a
// conflict.
func TestApart(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 2))
		base := article(r, 2+r.IntN(40))
		ours, theirs, want := append([]string{}, base...), append([]string{}, base...), append([]string{}, base...)
		for i := range base {
			switch now := sentence(r) + fmt.Sprintf(" p%d new", i); r.IntN(4) {
			case 0:
				ours[i], want[i] = now, now
			case 1:
				theirs[i], want[i] = now, now
			}
		}
		got := Chapters(write(base), write(ours), write(theirs))
		if got.Text != write(want) || len(got.Conflicts) > 0 {
			t.Fatalf("seed %d: got\n%s\nwith %+v, want\n%s", seed, got.Text, got.Conflicts, write(want))
		}
	}
}

// TestNoWordLost looks for each word that either side added: in the text or in a conflict.
func TestNoWordLost(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		base := article(r, 1+r.IntN(20))
		ours, theirs := write(edited(r, base, "our")), write(edited(r, base, "their"))
		got := Chapters(write(base), ours, theirs)
		said := got.Text
		for _, c := range got.Conflicts {
			said += " " + c.Ours + " " + c.Theirs
		}
		for _, w := range strings.Fields(ours + theirs) {
			if (strings.HasPrefix(w, "our") || strings.HasPrefix(w, "their")) && !strings.Contains(said, w) {
				t.Fatalf("seed %d: %q is lost in\n%s", seed, w, said)
			}
		}
	}
}

// TestWordByWord changes every third word of a paragraph: on other places there is no
// conflict, and on the same place there is one each.
func TestWordByWord(t *testing.T) {
	words := strings.Fields("one two three four five six seven eight nine ten eleven twelve")
	for i := range words {
		for j := range words {
			ours, theirs, want := append([]string{}, words...), append([]string{}, words...), append([]string{}, words...)
			ours[i], want[i], theirs[j] = "ours", "ours", "theirs"
			if i != j {
				want[j] = "theirs"
			}
			join := func(list []string) string { return strings.Join(list, " ") + "\n" }
			got := Chapters(join(words), join(ours), join(theirs))
			if conflict := len(got.Conflicts) > 0; conflict != (i == j) || got.Text != join(want) {
				t.Errorf("%d, %d: got %q with %+v", i, j, got.Text, got.Conflicts)
			}
		}
	}
}

// TestTime merges a long text with a change in each paragraph of either side, and
// two of which no word is the same.
func TestTime(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	base := article(r, 1_500)
	ours, theirs := append([]string{}, base...), append([]string{}, base...)
	for i := range base {
		ours[i], theirs[i] = "Our "+base[i], base[i]+" theirs"
	}
	start := time.Now()
	if got := Chapters(write(base), write(ours), write(theirs)); len(got.Conflicts) > 0 {
		t.Errorf("%d conflicts, the first %+v", len(got.Conflicts), got.Conflicts[0])
	}
	Chapters(write(base), write(article(r, 1_500)), strings.Repeat("x y\n\n", 20_000))
	Chapters(strings.Repeat("a b ", 20_000), strings.Repeat("c a ", 20_000), strings.Repeat("b\n\n", 30_000))
	long := article(r, 10_000)
	moved := append(append([]string{}, long[100:]...), long[:100]...)
	mended := append([]string{"New"}, long...)
	mended[50] += " theirs"
	if got := Chapters(write(long), write(moved), write(mended)); len(got.Conflicts) > 0 || !strings.Contains(got.Text, " theirs") {
		t.Errorf("%d conflicts in a moved part", len(got.Conflicts))
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	} else {
		t.Logf("took %v for %d bytes", took, len(write(base)))
	}
}

// FuzzChapters merges any texts: no panic, and the identities hold.
func FuzzChapters(f *testing.F) {
	fuzzing.Begin(f)
	for _, c := range cases {
		f.Add(c.base, c.ours, c.theirs)
	}
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		if len(base)+len(ours)+len(theirs) > fuzzing.Most {
			return
		}
		Chapters(base, ours, theirs)
		if got := Chapters(base, ours, base); got.Text != ours {
			t.Errorf("without a change: %q became %q", ours, got.Text)
		}
		if got := Chapters(base, ours, ours); got.Text != ours || len(got.Conflicts) > 0 {
			t.Errorf("with the same change: %q became %q", ours, got.Text)
		}
	})
}
