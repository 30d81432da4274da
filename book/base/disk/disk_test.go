package disk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// put writes the files of a test: a name that ends in a slash is a folder, one
// with an arrow a link.
func put(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		link, target, isLink := strings.Cut(name, " -> ")
		path := filepath.Join(dir, link)
		err := os.MkdirAll(filepath.Dir(path), 0o777)
		switch {
		case err != nil:
		case isLink:
			err = os.Symlink(target, path)
		case strings.HasSuffix(name, "/"):
			err = os.MkdirAll(path, 0o777)
		default:
			err = os.WriteFile(path, []byte("old"), 0o640)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// tree lists what a folder holds: a line an entry, with the content of files.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		switch {
		case err != nil || name == ".":
			return err
		case d.IsDir():
			list = append(list, filepath.ToSlash(name)+"/")
		case d.Type() == fs.ModeSymlink:
			target, err := os.Readlink(path)
			list = append(list, filepath.ToSlash(name)+" -> "+target)
			return err
		default:
			data, err := os.ReadFile(path)
			list = append(list, filepath.ToSlash(name)+": "+string(data))
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// cases write a and sub/b, in that order, with the content "new". An error
// leaves all as it was.
var cases = []struct {
	name  string
	mode  Mode
	there []string
	want  []string // nil for what was there
	err   string
}{
	{"nothing is there", New, nil, []string{"a: new", "sub/", "sub/b: new"}, ""},
	{"replace", Replace, []string{"a", "sub/b"}, []string{"a: new", "sub/", "sub/b: new"}, ""},
	{"replace links, not what they point at", Replace, []string{"t", "a -> t", "sub/b -> ../nowhere"}, []string{"a: new", "sub/", "sub/b: new", "t: old"}, ""},
	{"a link to a folder is replaced", Replace, []string{"d/", "a -> d"}, []string{"a: new", "d/", "sub/", "sub/b: new"}, ""},
	{"write into a folder behind a link", New, []string{"d/", "sub -> d"}, []string{"a: new", "d/", "d/b: new", "sub -> d"}, ""},
	{"leftovers go, other files stay", Replace, []string{".a.12-0.tmp", "sub/.b.7-3.tmp", ".a.x.tmp", ".a.tmp", ".c.12-0.tmp"},
		[]string{".a.tmp: old", ".a.x.tmp: old", ".c.12-0.tmp: old", "a: new", "sub/", "sub/b: new"}, ""},
	{"a leftover that is a link", Replace, []string{"t", ".a.12-0.tmp -> t"}, []string{"a: new", "sub/", "sub/b: new", "t: old"}, ""},
	{"a leftover of this process", Replace, []string{fmt.Sprintf(".a.%d-0.tmp", os.Getpid())}, []string{"a: new", "sub/", "sub/b: new"}, ""},
	{"a new file is there", New, []string{"sub/b"}, nil, "write sub/b: file already exists"},
	{"a file to keep is there", Keep, []string{"sub/b"}, nil, "write sub/b: file already exists"},
	{"a new file is a link", New, []string{"a -> t"}, nil, "write a: something that is no file is in the way"},
	{"a folder is in the way", Replace, []string{"a", "sub/b/c/"}, nil, "write sub/b: a folder of that name is in the way"},
	{"a file is in the place of a folder", Replace, []string{"a", "sub"}, nil, "write sub/b: not a directory"},
	{"a link leads nowhere in the place of a folder", Replace, []string{"a", "sub -> nowhere"}, nil, "write sub/b: sub is a link to nowhere, which is not there"},
	{"a link to itself in the place of a folder", Replace, []string{"a", "sub -> sub"}, nil, "write sub/b: too many levels of symbolic links"},
	{"a full folder has the temporary name", Replace, []string{"a", fmt.Sprintf("sub/.b.%d-0.tmp/full/", os.Getpid())},
		[]string{"a: new", "sub/", fmt.Sprintf("sub/.b.%d-0.tmp/", os.Getpid()), fmt.Sprintf("sub/.b.%d-0.tmp/full/", os.Getpid()), "sub/b: new"}, ""},
}

func TestWrite(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			put(t, dir, c.there...)
			before := tree(t, dir)
			err := Write(t.Context(), []File{
				{Path: filepath.Join(dir, "a"), Data: []byte("new"), Mode: c.mode},
				{Path: filepath.Join(dir, "sub", "b"), Data: []byte("new"), Mode: c.mode},
			})
			checkError(t, err, dir, c.err)
			want := c.want
			if want == nil {
				want = before
			}
			if got := tree(t, dir); !slices.Equal(got, want) {
				t.Errorf("the folder holds %q, want %q", got, want)
			}
		})
	}
}

func checkError(t *testing.T, err error, dir, want string) {
	t.Helper()
	if err == nil {
		if want != "" {
			t.Errorf("no error, want %q", want)
		}
		return
	}
	got := filepath.ToSlash(strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
	if got != want {
		t.Errorf("error %q, want %q", got, want)
	}
	var fault *fs.PathError
	if !errors.As(err, &fault) {
		t.Errorf("the error is a %T, want a PathError", err)
	}
}

// TestKeep leaves a file of the same bytes alone.
func TestKeep(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a")
	before, err := os.Stat(filepath.Join(dir, "a"))
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), []File{{Path: filepath.Join(dir, "a"), Data: []byte("old"), Mode: Keep}}); err != nil {
		t.Error(err)
	}
	if after, err := os.Stat(filepath.Join(dir, "a")); err != nil || !os.SameFile(before, after) {
		t.Errorf("the file was replaced: %v", err)
	}
}

// TestPermissions: a file that only its owner may read stays so, a new one is
// what the process makes of all files.
func TestPermissions(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "old")
	fresh, err := os.OpenFile(filepath.Join(dir, "fresh"), os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	fresh.Close()
	for name, like := range map[string]string{"old": "old", "new": "fresh"} {
		want, err := os.Stat(filepath.Join(dir, like))
		if err != nil {
			t.Fatal(err)
		}
		if err := Write(t.Context(), []File{{Path: filepath.Join(dir, name)}}); err != nil {
			t.Fatal(err)
		}
		if st, err := os.Stat(filepath.Join(dir, name)); err != nil || st.Mode() != want.Mode() {
			t.Errorf("%s: %v, %v; want %v", name, st.Mode(), err, want.Mode())
		}
	}
}

// TestInterrupted writes nothing once ctx is done, however far it has come.
func TestInterrupted(t *testing.T) {
	for calls := range 3 { // before each file and before the first one is moved
		dir := t.TempDir()
		put(t, dir, "a")
		ctx := &countdown{t.Context(), calls}
		err := Write(ctx, []File{{Path: filepath.Join(dir, "a"), Data: []byte("new"), Mode: Replace}, {Path: filepath.Join(dir, "sub", "b"), Data: nil, Mode: New}})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("after %d: error %v", calls, err)
		}
		if got := tree(t, dir); !slices.Equal(got, []string{"a: old"}) {
			t.Errorf("after %d: the folder holds %q", calls, got)
		}
	}
}

// A countdown is done after some looks.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestLongName writes the longest names that file systems take.
func TestLongName(t *testing.T) {
	dir := t.TempDir()
	var files []File
	for _, name := range []string{strings.Repeat("a", 255), strings.Repeat("a", 254) + "b", strings.Repeat("물", 85)} {
		files = append(files, File{Path: filepath.Join(dir, name), Data: []byte(name)})
	}
	if err := Write(t.Context(), files); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if got, err := os.ReadFile(f.Path); err != nil || string(got) != string(f.Data) {
			t.Errorf("%q, %v", got, err)
		}
	}
}

// TestTaken has a name taken between the look and the last step: what is there
// then stays.
func TestTaken(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "b")
	ctx := &callback{Context: t.Context(), at: 3, do: func() { put(t, dir, "b") }}
	err := Write(ctx, []File{{Path: filepath.Join(dir, "a"), Data: nil, Mode: New}, {Path: path, Data: []byte("new"), Mode: New}})
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"b: old"}) {
		t.Errorf("the folder holds %q", got)
	}
}

// A callback is called at a look.
type callback struct {
	context.Context
	at int
	do func()
}

func (c *callback) Err() error {
	if c.at--; c.at == 0 {
		c.do()
	}
	return nil
}

func TestTemporary(t *testing.T) {
	for name, want := range map[string]bool{
		".a.12-0.tmp": true, ".a.md.7-31.tmp": true, ".a.tmp": false, ".12-0.tmp": false, "a.12-0.tmp": false, ".a.x.tmp": false,
		".a.12-0": false, ".a..tmp": false, ".tmp": false, "": false,
	} {
		if got := Temporary(name); got != want {
			t.Errorf("%q is temporary: %t, want %t", name, got, want)
		}
	}
}

// TestWas replaces a file that holds what it held, and no other.
func TestWas(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a")
	path := filepath.Join(dir, "a")
	if err := Write(t.Context(), []File{{Path: path, Data: []byte("new"), Was: []byte("older")}}); !errors.Is(err, errChanged) {
		t.Errorf("error %v", err)
	}
	if err := Write(t.Context(), []File{{Path: path, Data: []byte("new"), Was: []byte("old")}}); err != nil {
		t.Error(err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"a: new"}) {
		t.Errorf("the folder holds %q", got)
	}
}

// TestTry gives the error of writing, and writes nothing.
func TestTry(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a")
	if err := Try([]File{{Path: filepath.Join(dir, "b")}, {Path: filepath.Join(dir, "a"), Mode: New}}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	if err := Try([]File{{Path: filepath.Join(dir, "b")}, {Path: filepath.Join(dir, "a")}}); err != nil {
		t.Error(err)
	}
	if got := tree(t, dir); !slices.Equal(got, []string{"a: old"}) {
		t.Errorf("the folder holds %q", got)
	}
}
