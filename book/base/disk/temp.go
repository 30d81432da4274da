package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// maxStem bounds what a temporary name takes of the name, in bytes, so that it
// stays within the 255 that file systems take.
const maxStem = 200

// maxTemps bounds how many temporary names are tried. One can only be taken by a
// process of the same number on another machine, or by what is no file.
const maxTemps = 100

// stem returns the folder of path, and how the temporary names of its file begin.
func stem(path string) (dir, prefix string) {
	dir, name := filepath.Split(path)
	if len(name) > maxStem {
		name = strings.ToValidUTF8(name[:maxStem], "")
	}
	return dir, "." + name + "."
}

// Temporary reports whether Write gives such a name to a file on its way, of a process at
// work or left over.
func Temporary(name string) bool {
	stem, ok := strings.CutSuffix(name, ".tmp")
	i := strings.LastIndexByte(stem, '.')
	return ok && i > 0 && name[0] == '.' && stem[i+1:] != "" && strings.Trim(stem[i+1:], "0123456789-") == ""
}

// writeTemp writes a file under a temporary name, with the permissions of the file
// that it is to replace, and removes the leftovers of that file.
func (j *job) writeTemp(e *entry) error {
	w, err := j.createTemp(e)
	if err != nil {
		return err
	}
	if st, err := os.Lstat(e.Path); err == nil && st.Mode().IsRegular() {
		_ = w.Chmod(st.Mode().Perm()) // not all file systems have them
	}
	if _, err = w.Write(e.Data); err == nil {
		err = w.Sync() // a full disk may show only now
	}
	return errors.Join(err, w.Close())
}

// createTemp makes an empty file under a name that nobody has. Two processes that
// write one file have two names, or one would move what the other has half written.
func (j *job) createTemp(e *entry) (*os.File, error) {
	dir, prefix := stem(e.Path)
	j.sweep(dir, prefix)
	var w *os.File
	err := fs.ErrExist
	for n := 0; n < maxTemps && (errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist)); n++ {
		e.temp = filepath.Join(dir, fmt.Sprintf("%s%d-%d.tmp", prefix, os.Getpid(), n))
		if w, err = os.OpenFile(e.temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666); err == nil {
			return w, nil
		}
		e.temp = "" // not ours to remove
		if errors.Is(err, fs.ErrNotExist) {
			if made := j.makeFolder(filepath.Dir(e.Path)); made != nil {
				return nil, made
			}
		}
	}
	return nil, err
}

// sweep removes what killed processes left of a file.
func (j *job) sweep(dir, prefix string) {
	f := j.folders[filepath.Clean(dir)]
	if f == nil {
		return
	}
	if f.leftovers == nil {
		f.leftovers = temps(dir)
	}
	for _, name := range f.leftovers {
		if strings.HasPrefix(name, prefix) && strings.LastIndexByte(strings.TrimSuffix(name, ".tmp"), '.') == len(prefix)-1 {
			if path := filepath.Join(dir, name); f.lock != nil || f.outdated(path) {
				os.Remove(path)
			}
		}
	}
}

// A leftoverAge makes a temporary file a leftover where no lock tells: nobody writes
// that long.
const leftoverAge = time.Hour

// outdated reports whether a file was written long before the folder last changed,
// both by the clock of the file system, which may be another machine's.
func (f *folder) outdated(path string) bool {
	st, err := os.Lstat(path)
	return err == nil && f.info.ModTime().Sub(st.ModTime()) > leftoverAge
}

// temps lists what may be leftovers in a folder.
func temps(dir string) []string {
	entries, _ := os.ReadDir(filepath.Clean(dir)) // a folder may take files and not tell them
	names := []string{}
	for _, e := range entries {
		if Temporary(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}
