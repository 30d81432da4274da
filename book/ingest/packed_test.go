package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// TestPacksWithin reads the zips of a zip however many articles lie beside them, and tells of
// those that are not read.
func TestPacksWithin(t *testing.T) {
	deep := zipped(t, map[string][]byte{"far.md": []byte("# Far\n\nAway.\n")})
	inner := zipped(t, map[string][]byte{"inner.md": []byte("# Inner\n\nWithin.\n"), "deep.zip": deep})
	files := map[string][]byte{"export.zip": inner}
	for i := range maxPacks + 1 {
		files[fmt.Sprintf("a%02d.md", i)] = fmt.Appendf(nil, "# Piece %d\n\nText.\n", i)
	}
	data := zipped(t, files)
	out, err := Run(context.Background(), []Input{{Name: "site.zip", Read: func() ([]byte, error) { return data, nil }}}, Options{Lang: "en"})
	if err != nil || len(out.Faults) > 0 {
		t.Fatal(err, out.Faults)
	}
	last := out.Results[len(out.Results)-1]
	if len(out.Results) != maxPacks+2 || last.Name != "inner" {
		t.Errorf("%d articles, the last one %s", len(out.Results), last.Name)
	}
	if len(last.Warnings) != 1 || !strings.Contains(last.Warnings[0].Message, "left out: deep.zip") {
		t.Errorf("told of the zip within: %v", last.Warnings)
	}
}
