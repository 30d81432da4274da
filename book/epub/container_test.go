package epub

import (
	"archive/zip"
	"bytes"
	"testing"
)

// TestTimes has all files of an edition be of the first second that a zip file knows.
func TestTimes(t *testing.T) {
	data := encode(t, sample(t), 1)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if got := f.Modified.Format("2006-01-02 15:04:05"); got != "1980-01-01 00:00:00" {
			t.Errorf("%s is of %s", f.Name, got)
		}
	}
}
