package compile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "new", "folder")
	for _, data := range []string{"first", "second"} {
		paths, err := Write(t.Context(), out, []Edition{{Name: "a.epub", Data: []byte(data)}, {Name: "a.pdf", Data: []byte(data + data)}})
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{filepath.Join(out, "a.epub"), filepath.Join(out, "a.pdf")}; !slices.Equal(paths, want) {
			t.Errorf("wrote %v, want %v", paths, want)
		}
		for i, want := range []string{data, data + data} {
			if got, err := os.ReadFile(paths[i]); err != nil || string(got) != want {
				t.Errorf("%s holds %q, %v", paths[i], got, err)
			}
		}
	}
}

// TestWriteFault tells of a fault of the disk once, by the folder.
func TestWriteFault(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if err := os.WriteFile(out, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := Write(t.Context(), out, []Edition{{Name: "secret-name.epub"}})
	var fault *fs.PathError
	if err == nil || errors.As(err, &fault) || !strings.HasPrefix(err.Error(), "write to "+out+": ") {
		t.Errorf("error %v", err)
	}
}
