package nfc

import "testing"

// The two spellings of a word with an accent.
const composed, decomposed = "caf\u00e9", "cafe\u0301"

func TestSpellings(t *testing.T) {
	if got := Compose(decomposed); got != composed {
		t.Errorf("composed: %q", got)
	}
	if got := Decompose(composed); got != decomposed {
		t.Errorf("decomposed: %q", got)
	}
	if got := Compose("\u1112\u1161\u11ab"); got != "\ud55c" {
		t.Errorf("a syllable of Hangul: %q", got)
	}
}

func TestSingle(t *testing.T) {
	for s, want := range map[string]bool{"": true, "quay-1.jpg": true, composed: false, decomposed: false} {
		if Single(s) != want {
			t.Errorf("%q", s)
		}
	}
}
