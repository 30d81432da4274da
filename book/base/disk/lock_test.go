package disk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestAtOnce has many sets of files written at the same time into folders that are
// not there yet: all end well, and what is there then is one set, whole.
func TestAtOnce(t *testing.T) {
	const writers, rounds = 12, 5
	for range rounds {
		dir := t.TempDir()
		out := filepath.Join(dir, "new", "out")
		var wg sync.WaitGroup
		for n := range writers {
			wg.Go(func() {
				data := bytes.Repeat([]byte{byte('a' + n)}, 5000)
				if err := Write(t.Context(), []File{
					{Path: filepath.Join(out, "a"), Data: data}, {Path: filepath.Join(out, "sub", "b"), Data: data},
					{Path: filepath.Join(out, fmt.Sprint("own", n)), Data: data},
				}); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		a, err := os.ReadFile(filepath.Join(out, "a"))
		b, err2 := os.ReadFile(filepath.Join(out, "sub", "b"))
		if err := errors.Join(err, err2); err != nil || len(a) != 5000 || strings.Trim(string(a), string(a[:1])) != "" || !bytes.Equal(a, b) {
			t.Errorf("%v: a and b are not of one writer: %.10q and %.10q", err, a, b)
		}
		if got := len(tree(t, out)); got != writers+3 {
			t.Errorf("%d entries are there: %.300q", got, tree(t, out))
		}
	}
}

// TestAtOnceFaults has writers that fail in the folder that others make: what
// these write is there.
func TestAtOnceFaults(t *testing.T) {
	dir := t.TempDir()
	for round := range 20 {
		out := filepath.Join(dir, fmt.Sprint(round))
		var wg sync.WaitGroup
		for n := range 8 {
			wg.Go(func() {
				ctx := context.Context(t.Context())
				if n%2 == 1 {
					ctx = &countdown{ctx, n % 3}
				}
				err := Write(ctx, []File{{Path: filepath.Join(out, "sub", fmt.Sprint(n))}, {Path: filepath.Join(out, "b")}})
				if failed := err != nil; failed != (n%2 == 1) {
					t.Error(n, err)
				}
			})
		}
		wg.Wait()
		if got, want := tree(t, out), []string{"b: ", "sub/", "sub/0: ", "sub/2: ", "sub/4: ", "sub/6: "}; !slices.Equal(got, want) {
			t.Errorf("the folder holds %q, want %q", got, want)
		}
	}
}

// TestBusy waits for a folder that is held, as long as ctx allows.
func TestBusy(t *testing.T) {
	dir := t.TempDir()
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	held, err := lockFolder(dir, info)
	if err != nil {
		t.Skip(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*lockPause)
	defer cancel()
	files := []File{{Path: filepath.Join(dir, "new", "a")}, {Path: filepath.Join(dir, "b")}}
	if err := Write(ctx, files); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	held.Close()
	if got := tree(t, dir); len(got) != 0 {
		t.Errorf("the folder holds %q", got)
	}
	if err := Write(t.Context(), files); err != nil {
		t.Error(err)
	}
}

// TestTakenForLeftover has temporary files removed before they are moved, as a process on
// a machine that sees no locks does.
func TestTakenForLeftover(t *testing.T) {
	dir := t.TempDir()
	ctx := &callback{Context: t.Context(), at: 3, do: func() {
		if err := os.RemoveAll(filepath.Join(dir, "sub")); err != nil {
			t.Error(err)
		}
	}}
	err := Write(ctx, []File{{Path: filepath.Join(dir, "sub", "a"), Data: []byte("new"), Mode: New}, {Path: filepath.Join(dir, "sub", "b"), Data: []byte("new"), Mode: Replace}})
	if got := tree(t, dir); err != nil || !slices.Equal(got, []string{"sub/", "sub/a: new", "sub/b: new"}) {
		t.Errorf("%v; the folder holds %q", err, got)
	}
}

// TestOutdated sweeps by age where there is no lock.
func TestOutdated(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, ".a.1-0.tmp", ".a.2-0.tmp")
	long := time.Now().Add(-2 * leftoverAge)
	if err := os.Chtimes(filepath.Join(dir, ".a.1-0.tmp"), long, long); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	j := job{folders: map[string]*folder{dir: {info: info}}}
	j.sweep(stem(filepath.Join(dir, "a")))
	if got := tree(t, dir); !slices.Equal(got, []string{".a.2-0.tmp: old"}) {
		t.Errorf("the folder holds %q", got)
	}
}

// TestChange appends to a file from many sides at once, half of them through a link.
func TestChange(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "list", "elsewhere/", "elsewhere/link -> ../list")
	var wg sync.WaitGroup
	for n := range 20 {
		wg.Go(func() {
			path := filepath.Join(dir, []string{"list", "elsewhere/link"}[n%2])
			if err := Change(t.Context(), path, func(old []byte) ([]byte, error) { return append(old, 'x'), nil }); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	want := []string{"elsewhere/", "elsewhere/link -> ../list", "list: old" + strings.Repeat("x", 20)}
	if got := tree(t, dir); !slices.Equal(got, want) {
		t.Errorf("the folder holds %q", got)
	}
}

// TestChangeAnew keeps what an editor saves while the change is made.
func TestChangeAnew(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "list")
	path, calls := filepath.Join(dir, "list"), 0
	change := func(old []byte) ([]byte, error) {
		if calls++; calls == 1 {
			if err := os.WriteFile(path, []byte("edited"), 0o666); err != nil {
				t.Error(err)
			}
		}
		return append(old, '+'), nil
	}
	err := Change(t.Context(), path, change)
	if got := tree(t, dir); err != nil || calls != 2 || !slices.Equal(got, []string{"list: edited+"}) {
		t.Errorf("%v after %d calls; the folder holds %q", err, calls, got)
	}
}

// TestChangeFault leaves everything as it was.
func TestChangeFault(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "list")
	fault := errors.New("no")
	if err := Change(t.Context(), filepath.Join(dir, "list"), func([]byte) ([]byte, error) { return nil, fault }); err != fault {
		t.Errorf("error %v", err)
	}
	if err := Change(t.Context(), filepath.Join(dir, "new", "list"), nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"list: old"}) {
		t.Errorf("the folder holds %q", got)
	}
}
