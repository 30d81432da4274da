// Package disk puts files in their places, whole or not at all.
//
// In: paths and bytes. Out: the files, or an error that names one of them.
//
// Invariant: at any moment, also when the process is killed or the disk is full,
// a path holds all of what it held before or all of what it is to hold.
//
// Invariant: after an error nothing is there that was not there before.
package disk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// ErrInTheWay is the fault of a path that holds what cannot be replaced.
var ErrInTheWay = errors.New("is in the way")

// A Mode says what becomes of a file that is in the place of one to be written.
type Mode int

const (
	// Replace puts the new file in the place of a file or a link. What the link
	// points at stays as it is.
	Replace Mode = iota
	// Keep is content with a file of the same bytes, and fails as New does for
	// any other.
	Keep
	// New fails with [fs.ErrExist].
	New
)

// A File is one to be written.
type File struct {
	Path string // as the system writes it
	Data []byte
	Mode Mode
	// Was is what a file to be replaced has to hold still, unless nil: what was read
	// before, so that nobody's change since is lost.
	Was []byte
}

// Write writes files and makes the folders that they need.
//
// To write into a file in its place, the simple way, leaves half a book where the
// disk is full or the process is killed. A rename within one folder is the one
// change that a file system makes whole or not at all. So all files are written
// beside their places first, under names that begin with a full stop and end in
// .tmp, and move there when all are whole; what a killed process left under such
// names is removed. Processes that write to one folder do so one after the other,
// so that what it holds at the end is all of one of them.
//
// The error is ctx's or a [fs.PathError] with the path of the file in question,
// never that of a temporary one; it is [ErrBusy] when another process does not
// let go of a folder.
//
// Each file is whole at any moment, a set of files is not: a process that is killed
// between two renames leaves the new ones of some and the old ones of others. The locks
// of folders keep two sets of living processes from mixing.
func Write(ctx context.Context, files []File) error {
	j := job{folders: map[string]*folder{}}
	err := j.run(ctx, files)
	j.clear(err != nil)
	return err
}

// Try returns the error that Write would give for what is in the places of files, and
// writes nothing.
func Try(files []File) error {
	for _, f := range files {
		if _, _, err := look(f); err != nil {
			return fault(f, err)
		}
	}
	return nil
}

// A job is one call of Write or Change.
type job struct {
	pending []entry
	folders map[string]*folder // those of the files, by path
	made    []string           // folders and files that were not there, in the order of their making
}

// An entry is a file under its temporary name.
type entry struct {
	File
	temp  string
	fresh bool   // nothing has been in its place
	was   []byte // what has to be in its place still, unless nil
}

func (j *job) run(ctx context.Context, files []File) error {
	if err := j.lock(ctx, files); err != nil {
		return err
	}
	for _, f := range files {
		e, write, err := look(f)
		if err != nil {
			return fault(f, err)
		}
		if write {
			j.pending = append(j.pending, e)
		}
	}
	return j.put(ctx)
}

// put writes the pending files and moves them to their places.
func (j *job) put(ctx context.Context) error {
	for i := range j.pending {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := j.writeTemp(&j.pending[i]); err != nil {
			return fault(j.pending[i].File, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i := range j.pending {
		e := &j.pending[i]
		if err := j.place(e); err != nil {
			return fault(e.File, err)
		}
		if e.fresh {
			j.made = append(j.made, e.Path)
		}
	}
	return nil
}

// rewrites bounds how often a file is written that another process removes again. As
// with remakes, any bound would do: each round needs another process to come between
// two calls of the system.
const rewrites = 10

// place moves a file to its place. Where folders cannot be locked for another
// machine, that one may have taken the temporary file for a leftover, or removed the
// folder after a fault: then both are made again.
func (j *job) place(e *entry) error {
	err := e.place()
	for n := 0; n < rewrites && errors.Is(err, fs.ErrNotExist); n++ {
		if err = j.writeTemp(e); err == nil {
			err = e.place()
		}
	}
	return err
}

// clear removes what is left of a job: the temporary files, and after a failure
// all that is new. A folder that holds anything else stays.
func (j *job) clear(failed bool) {
	for _, e := range j.pending {
		if e.temp != "" {
			os.Remove(e.temp)
		}
	}
	if lockInside {
		j.unlock()
	}
	if failed {
		for _, path := range slices.Backward(j.made) {
			os.Remove(path)
		}
	}
	j.unlock()
}

// look reports whether f has to be written, and what is in its way.
func look(f File) (e entry, write bool, err error) {
	st, err := os.Lstat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return entry{File: f, fresh: true}, true, nil
	case err != nil:
		// A file in the place of a folder, say: making the folder will name the fault.
		return entry{File: f}, true, nil
	case st.IsDir():
		return e, false, fmt.Errorf("a folder of that name %w", ErrInTheWay)
	case !st.Mode().IsRegular() && (st.Mode().Type() != fs.ModeSymlink || f.Mode != Replace):
		return e, false, fmt.Errorf("something that is no file %w", ErrInTheWay)
	case f.Mode == Keep && holds(f, st.Size()):
		return e, false, nil
	case f.Mode != Replace:
		return e, false, fs.ErrExist
	}
	return entry{File: f, was: f.Was}, true, nil
}

// holds reports whether the file is there with the bytes that it is to have.
func holds(f File, size int64) bool {
	if size != int64(len(f.Data)) {
		return false
	}
	data, err := os.ReadFile(f.Path)
	return err == nil && bytes.Equal(data, f.Data)
}

// remakes bounds how often a folder is made that others take away.
const remakes = 100

// makeFolder makes a folder with those above it. A job that fails at the same moment
// removes those that it has made: one above may go while the next below is made
// ([fs.ErrNotExist]), or the folder itself once it was found there ([fs.ErrExist]).
// Then all is looked at and made again.
func (j *job) makeFolder(dir string) error {
	err := j.tryFolder(dir)
	for n := 0; n < remakes && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrExist)); n++ {
		err = j.tryFolder(dir)
	}
	return err
}

// tryFolder makes a folder with those above it, once.
func (j *job) tryFolder(dir string) error {
	var missing []string
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Lstat(d); !errors.Is(err, fs.ErrNotExist) || d == filepath.Dir(d) {
			break
		}
		missing = append(missing, d)
	}
	slices.Reverse(missing)
	j.made = append(j.made, missing...)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return deadLink(dir, err)
	}
	return nil
}

// deadLink is err, which says that a folder cannot be made, or what is the matter
// with a link in its path: for the system that is a file which exists.
func deadLink(dir string, err error) error {
	for d := dir; d != filepath.Dir(d); d = filepath.Dir(d) {
		target, notLink := os.Readlink(d)
		if notLink != nil {
			continue
		}
		if _, dead := os.Stat(d); errors.Is(dead, fs.ErrNotExist) {
			return fmt.Errorf("%s is a link to %s, which is not there", d, target)
		} else if dead != nil {
			return dead
		}
	}
	return err
}

// place moves a file to its place. The last step of a new one fails when the
// name has been taken since it was looked at.
func (e entry) place() error {
	if e.was != nil {
		if now, err := os.ReadFile(e.Path); err != nil || !bytes.Equal(now, e.was) {
			return errChanged
		}
	}
	// A rename takes the place of whatever has come there; a link fails if anything has.
	if e.Mode != Replace {
		err := os.Link(e.temp, e.Path)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		// A file system without links: the look has to do.
	}
	return os.Rename(e.temp, e.Path)
}

// fault is err as one of the file's place. [errors.Join] may have put several
// into one, which would take several lines.
func fault(f File, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return &fs.PathError{Op: "write", Path: f.Path, Err: err}
}
