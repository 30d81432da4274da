package ingest

import (
	"strings"
	"testing"
)

// TestLongText refuses texts that are no articles, before each of their lines is looked at.
func TestLongText(t *testing.T) {
	for name, in := range map[string]string{
		"lines": "A title\n\n" + strings.Repeat("a\n", maxTextLines),
		"bytes": "A title\n\n" + strings.Repeat("word ", maxText/5),
	} {
		if _, err := readText("a.txt", []byte(in)); err == nil || !strings.Contains(err.Error(), "divide the file") {
			t.Errorf("%s: %v, want an error", name, err)
		}
	}
}
