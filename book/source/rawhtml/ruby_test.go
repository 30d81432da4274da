package rawhtml

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestMoreReading: readings in a row join, and those beyond the bound are left to the
// caller, who keeps their words.
func TestMoreReading(t *testing.T) {
	ruby := &book.Ruby{Text: "よ"}
	if !MoreReading([]book.Inline{ruby}, "み") || ruby.Text != "よみ" {
		t.Errorf("got %q", ruby.Text)
	}
	if MoreReading(nil, "み") || MoreReading([]book.Inline{&book.Text{}}, "み") {
		t.Error("no ruby, and yet a reading")
	}
	ruby.Text = strings.Repeat("a", maxReading)
	if MoreReading([]book.Inline{ruby}, "b") || len(ruby.Text) != maxReading {
		t.Errorf("%d bytes", len(ruby.Text))
	}
}
