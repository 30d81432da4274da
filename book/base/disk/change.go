package disk

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// errChanged says that a file no longer holds what was read.
var errChanged = errors.New("it is being changed by something else")

// changes bounds how often a change is made anew: each time something else has
// written the file since it was read.
const changes = 10

// Change gives the file at path the bytes that change makes of its old bytes, and writes
// nothing when they are the same. A link is followed. What other processes write in
// the meantime is not lost: Write and Change wait for each other, and when the file has
// become another all the same, change is called anew.
//
// The error is change's own, that of reading, or an error as of [Write].
func Change(ctx context.Context, path string, change func(old []byte) ([]byte, error)) error {
	err := errChanged
	for n := 0; n < changes && errors.Is(err, errChanged); n++ {
		err = changeOnce(ctx, path, change)
	}
	return err
}

func changeOnce(ctx context.Context, path string, change func(old []byte) ([]byte, error)) (err error) {
	f := File{Path: path}
	if to, err := filepath.EvalSymlinks(path); err == nil {
		f.Path = to
	}
	j := job{folders: map[string]*folder{}}
	defer func() { j.clear(err != nil) }()
	if _, err := os.Lstat(f.Path); err != nil {
		return err // before a folder is made for it
	}
	if err := j.lock(ctx, []File{f}); err != nil {
		return err
	}
	old, err := os.ReadFile(f.Path)
	if err != nil {
		return err
	}
	if f.Data, err = change(old); err != nil || string(f.Data) == string(old) {
		return err
	}
	j.pending = []entry{{File: f, was: append([]byte{}, old...)}}
	return j.put(ctx)
}
