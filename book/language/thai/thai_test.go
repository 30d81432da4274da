package thai

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"octavo/book/internal/fuzzing"
)

// divided returns text with a bar at each place.
func divided(text string) string {
	var b strings.Builder
	at := 0
	for _, k := range Breaks(text, nil) {
		b.WriteString(text[at:k] + "|")
		at = k
	}
	return b.String() + text[at:]
}

func TestBreaks(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"Latin", "a boat", "a boat"},
		{"one word", "เรือ", "เรือ"},
		{"words", "เรือออกจากท่า", "เรือ|ออก|จาก|ท่า"},
		{"a sentence", "คนเดินเรือรอเรืออยู่ที่ท่าเรือ", "คน|เดิน|เรือ|รอ|เรือ|อยู่|ที่|ท่าเรือ"},
		{"the least is left over", "มากกว่านี้", "มากกว่า|นี้"},
		{"beside Latin and figures", "เรือ Kittiwake ออกเวลา 23 นาฬิกา", "เรือ Kittiwake ออก|เวลา 23 นาฬิกา"},
		{"of two ways the one that is read first", "บอกว่า", "บอก|ว่า"},
		{"a name stays together", "กัปตันฮธฎฏคนเก่า", "กัปตัน|ฮธฎฏ|คน|เก่า"},
		{"repetition", "ต่างๆนานา", "ต่างๆ|นานา"},
		{"a mark without a letter", "\u0e48\u0e48เรือ", "\u0e48\u0e48|เรือ"},
		{"bytes that are no text", "\xe0\xb8เรือออก\xff", "\xe0\xb8เรือ|ออก\xff"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := divided(tt.text); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestDictionary holds the list to what the search takes for granted.
func TestDictionary(t *testing.T) {
	list := words()
	if len(list) != 26_383 || !slices.IsSorted(list) {
		t.Fatalf("%d words, sorted: %v", len(list), slices.IsSorted(list))
	}
	for _, w := range list {
		for _, r := range w {
			if !Letter(r) {
				t.Fatalf("%q has %q", w, r)
			}
		}
		if n := utf8.RuneCountInString(w); n > longest || len(w) != n*width {
			t.Errorf("%q has %d letters", w, n)
		}
	}
}

// TestLongText sees that time is linear: a page of a million letters.
func TestLongText(t *testing.T) {
	text := strings.Repeat("กกกกเแ็", 50_000)
	if got := Breaks(text, nil); len(got) == 0 {
		t.Error("no places")
	}
}

func FuzzBreaks(f *testing.F) {
	fuzzing.Begin(f)
	f.Add("เรือออกจากท่า a \xe0\xb8")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, k := range Breaks(text, nil) {
			if k <= last || k >= len(text) {
				t.Fatalf("place %d after %d in %q", k, last, text)
			}
			r, _ := utf8.DecodeRuneInString(text[k:])
			before, _ := utf8.DecodeLastRuneInString(text[:k])
			if !Letter(r) || !Letter(before) {
				t.Fatalf("place %d in %q is not in Thai", k, text)
			}
			last = k
		}
	})
}

func BenchmarkBreaks(b *testing.B) {
	text := strings.Repeat("ผู้โดยสารรอเรืออยู่ที่ท่าเรือ ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Breaks(text, nil)
	}
}
