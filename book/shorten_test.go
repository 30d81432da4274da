package book_test

import (
	"testing"

	"octavo/book"
)

// TestShorten cuts captions.
func TestShorten(t *testing.T) {
	tests := []struct {
		text string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"a line of words, cut", 16, "a line of words…"},
		{"one andanotherverylongword", 12, "one andanoth…"},
		{"  white \n space ", 20, "white space"},
		{"The Strait of Kell. Ships bound west keep to the north.", 30, "The Strait of Kell"},
		{"Mr. Rossmoor at the wheel, alone", 20, "Mr. Rossmoor at the…"},
		{"A full stop goes.", 20, "A full stop goes"},
		{"漢字漢字漢字", 4, "漢字漢字…"},
	}
	for _, tt := range tests {
		if got := book.Shorten(tt.text, tt.n); got != tt.want {
			t.Errorf("shorten(%q, %d) is %q, want %q", tt.text, tt.n, got, tt.want)
		}
	}
}
