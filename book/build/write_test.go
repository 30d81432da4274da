package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func twoEditions(data string) []Edition {
	return []Edition{{Name: "a.epub", Data: []byte(data)}, {Name: "a.pdf", Data: []byte(data + data)}}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", path, got, err, want)
	}
}

func TestWrite(t *testing.T) {
	out := filepath.Join(t.TempDir(), "new", "folder")
	for _, data := range []string{"first", "second"} {
		paths, err := Write(t.Context(), out, twoEditions(data))
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{filepath.Join(out, "a.epub"), filepath.Join(out, "a.pdf")}; !slices.Equal(paths, want) {
			t.Errorf("wrote %v, want %v", paths, want)
		}
		holds(t, paths[0], data)
		holds(t, paths[1], data+data)
		if got := names(t, out); len(got) != 2 {
			t.Errorf("beside the editions: %v", got)
		}
	}
}

func TestWriteNothing(t *testing.T) {
	out := t.TempDir()
	if paths, err := Write(t.Context(), out, nil); err != nil || len(paths) != 0 {
		t.Errorf("Write of no editions: %v, %v", paths, err)
	}
}

// TestWriteKilled leaves what a process that was killed leaves.
func TestWriteKilled(t *testing.T) {
	out := t.TempDir()
	left := filepath.Join(out, ".a.pdf.tmp")
	if err := os.WriteFile(left, []byte("half of an edi"), 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(t.Context(), out, twoEditions("x")); err != nil {
		t.Fatal(err)
	}
	if got := names(t, out); !slices.Equal(got, []string{"a.epub", "a.pdf"}) {
		t.Errorf("the folder holds %v", got)
	}
}

// TestWriteFails has the second edition fail, each in its own way: the first
// one is not replaced, and nothing is left beside them.
func TestWriteFails(t *testing.T) {
	for _, c := range []struct {
		name    string
		prepare func(t *testing.T, out string) (context.Context, string)
		want    string
	}{
		{"folder in the way", func(t *testing.T, out string) (context.Context, string) {
			return t.Context(), mkdir(t, filepath.Join(out, "a.pdf"))
		}, "a folder of that name is in the way"},
		{"folder in the way of the temporary file", func(t *testing.T, out string) (context.Context, string) {
			mkdir(t, filepath.Join(out, ".a.pdf.tmp", "full"))
			return t.Context(), filepath.Join(out, ".a.pdf.tmp")
		}, "file exists"},
		{"interrupted", func(t *testing.T, out string) (context.Context, string) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			return ctx, ""
		}, context.Canceled.Error()},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := t.TempDir()
			if err := os.WriteFile(filepath.Join(out, "a.epub"), []byte("old"), 0o666); err != nil {
				t.Fatal(err)
			}
			ctx, extra := c.prepare(t, out)
			_, err := Write(ctx, out, twoEditions("new"))
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want one line with %q", err, c.want)
			}
			holds(t, filepath.Join(out, "a.epub"), "old")
			for _, name := range names(t, out) {
				if name != "a.epub" && name != filepath.Base(extra) {
					t.Errorf("%s is left behind", name)
				}
			}
		})
	}
}

func mkdir(t *testing.T, dir string) string {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestOutError(t *testing.T) {
	_, err := os.ReadFile(filepath.Join(t.TempDir(), "secret-name"))
	got := outError("dist", err)
	if !errors.Is(got, os.ErrNotExist) || strings.Contains(got.Error(), "secret-name") || !strings.HasPrefix(got.Error(), "write to dist: ") {
		t.Errorf("outError gives %v", got)
	}
}
