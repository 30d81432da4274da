package shape

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/book/internal/fuzzing"
)

// checkRuns holds the promises of the package against runs of the text.
func checkRuns(t *testing.T, text string, runs []*Run) {
	t.Helper()
	var all strings.Builder
	for _, r := range runs {
		all.WriteString(r.Text)
		if r.Text == "" || len(r.Glyphs) == 0 || r.Face == nil {
			t.Fatalf("%q: an empty run", text)
		}
		length, width := 0, int64(0)
		for _, g := range r.Glyphs {
			length += int(g.Len)
			width += int64(g.Advance)
		}
		if length != len(r.Text) {
			t.Fatalf("%q: glyphs stand for %d bytes of %d of %q", text, length, len(r.Text), r.Text)
		}
		if width != r.Width {
			t.Fatalf("%q: width %d, want %d", text, r.Width, width)
		}
		if r.Glyphs[0].Len == 0 {
			t.Fatalf("%q: the first glyph begins no cluster", text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(r.Text) {
			t.Fatalf("%q: run %q is cut within a character", text, r.Text)
		}
	}
	if all.String() != text {
		t.Fatalf("runs hold %q, want %q", all.String(), text)
	}
}

func FuzzShapeKeepsText(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{"office", "e\u0301\u0323", "a\u00ad", "\u00ad", "한국어 习近平", "👩\u200d👧", "क्षि", "שלום abc", "\xff\xfe", "a\x00\r\n\tb", strings.Repeat("\u0301", 300)} {
		f.Add(s, "en", uint16(0))
	}
	lib := Builtin()
	sh := lib.NewShaper()
	f.Fuzz(func(t *testing.T, text, lang string, bits uint16) {
		if len(text) > 2000 {
			return
		}
		opt := Options{Lang: lang, SmallCaps: bits&1 != 0, OldStyle: bits&2 != 0, NoLigatures: bits&4 != 0, RTL: bits&8 != 0, Superscript: bits&16 != 0}
		stack := lib.Stack(Serif, 400, bits&32 != 0)
		runs := stack.Shape(text, opt)
		checkRuns(t, text, runs)
		// A shaper that has seen other text before gives the same.
		if again := sh.Shape(stack, text, opt); !reflect.DeepEqual(again, runs) {
			t.Fatalf("%q: a used shaper gives other runs", text)
		}
		checkOffsets(t, text, sh.Breaks(text, lang, nil), len(text)-1)
	})
}

// checkOffsets wants rising offsets of whole characters from 1 to limit.
func checkOffsets(t *testing.T, text string, offsets []int, limit int) {
	t.Helper()
	before := 0
	for _, at := range offsets {
		if at <= before || at > limit {
			t.Fatalf("%q: offsets %v", text, offsets)
		}
		if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
			t.Fatalf("%q: offset %d is within a character", text, at)
		}
		before = at
	}
}

func TestLongTexts(t *testing.T) {
	serif := Builtin().Stack(Serif, 400, false)
	for name, text := range map[string]string{
		"one word":       strings.Repeat("pneumono", 20_000),
		"marks":          "a" + strings.Repeat("\u0301", 20_000),
		"joiners":        strings.Repeat("👩\u200d", 5_000),
		"unseen":         strings.Repeat("\u200b", 20_000),
		"regional signs": strings.Repeat("\U0001f1f0", 5_000),
		"jamo":           strings.Repeat("\u1112\u1161\u11ab", 5_000),
	} {
		t.Run(name, func(t *testing.T) { checkRuns(t, text, serif.Shape(text, Options{})) })
	}
}

func TestCacheForgetsAndAgrees(t *testing.T) {
	lib := Builtin()
	stack, sh := lib.Stack(Serif, 400, false), lib.NewShaper()
	first := sh.Shape(stack, "first", Options{})
	rng := rand.New(rand.NewPCG(1, 2))
	var word [6]byte
	for range 2*maxCached + 10 {
		for i := range word {
			word[i] = 'a' + byte(rng.IntN(26))
		}
		sh.remember(wordKey(stack, string(word[:])), first)
	}
	if n := len(sh.young) + len(sh.old); n > 2*maxCached {
		t.Errorf("%d words are kept, want at most %d", n, 2*maxCached)
	}
	again := sh.Shape(stack, "first", Options{})
	if again[0] == first[0] {
		t.Error("the oldest word was not forgotten")
	}
	if !reflect.DeepEqual(again, first) {
		t.Error("shaping again gives other runs")
	}
	if got := sh.Shape(stack, "first", Options{}); got[0] != again[0] {
		t.Error("a word just shaped is shaped again")
	}
}

func wordKey(stack *Stack, text string) word { return word{stack: stack, text: text} }

func TestConcurrentUse(t *testing.T) {
	lib := Builtin()
	texts := []string{"office", "한국어", "Ἀθῆναι", "→★", "骨"}
	done := make(chan string)
	for range 4 {
		go func() {
			var got strings.Builder
			for _, text := range texts {
				got.WriteString(dump(lib.Stack(Serif, 400, false).Shape(text, Options{})))
			}
			done <- got.String()
		}()
	}
	want := <-done
	for range 3 {
		if got := <-done; got != want {
			t.Errorf("goroutines disagree:\n%s\n%s", got, want)
		}
	}
}
