package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"octavo/book/ingest"
	"octavo/book/source/names"
)

// A source is a file that is to be imported.
type source struct {
	name   string // as the user gave it; "-" for standard input
	folder string // its folder, or the one that the user gave; absolute
	within bool   // a folder that the user gave
}

// inputs makes of the arguments the files of a run.
func (im *importer) inputs(ctx context.Context, args []string) []ingest.Input {
	list := im.sources(args)
	common := commonFolder(list)
	tree := len(list) > 1 || len(list) == 1 && list[0].within
	finders := map[string]func(string) []string{}
	inputs := make([]ingest.Input, len(list))
	for i, s := range list {
		inputs[i] = ingest.Input{Name: filepath.ToSlash(s.name), Read: func() ([]byte, error) { return im.readFile(ctx, s.name) }}
		if s.name == "-" {
			continue
		}
		root, dir := s.atHand(common)
		inputs[i].Dir = dir
		inputs[i].Open = func(name string) ([]byte, error) { return openWithin(root, name) }
		if finders[root] == nil {
			finders[root] = finder(root, common, tree)
		}
		inputs[i].Find = finders[root]
	}
	return inputs
}

// maxFound bounds the files that are looked through for a picture, generously: a vault of
// many years has some ten thousand.
const maxFound = 50_000

// finder returns a function that finds pictures by their names alone, by paths from root: in
// a vault of Obsidian, or in the common folder of a run of several files. It reads the folder
// when it is first asked.
func finder(root, common string, tree bool) func(base string) []string {
	top := root
	if st, err := os.Stat(filepath.Join(root, ".obsidian")); err != nil || !st.IsDir() {
		if top = common; !tree || common == "" {
			return func(string) []string { return nil }
		}
	}
	var known map[string][]string
	return func(base string) []string {
		if known == nil {
			known = picturesBelow(root, top)
		}
		return known[names.Fold(base)]
	}
}

// picturesBelow returns the files below top by their folded names, by paths from root.
func picturesBelow(root, top string) map[string][]string {
	known := map[string][]string{}
	seen := 0
	_ = filepath.WalkDir(top, func(p string, e fs.DirEntry, err error) error {
		seen++
		switch {
		case seen > maxFound:
			return fs.SkipAll
		case err != nil: // a folder that may not be read
			return nil
		case e.IsDir() && p != top && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.Type().IsRegular():
			if rel, err := filepath.Rel(root, p); err == nil {
				known[names.Fold(e.Name())] = append(known[names.Fold(e.Name())], filepath.ToSlash(rel))
			}
		}
		return nil
	})
	return known
}

// commonFolder returns the folder that holds all files of a run, "" when that is none but
// the root of a disk, which holds everything else, too.
func commonFolder(list []source) string {
	common := ""
	for _, s := range list {
		if s.name == "-" {
			continue
		}
		if common == "" {
			common = s.folder
		}
		for !inFolder(common, s.folder) {
			common = filepath.Dir(common)
		}
	}
	if filepath.Dir(common) == common {
		return ""
	}
	return common
}

// inFolder reports whether a folder is another one or lies in it. Nothing lies outside of the
// root of a disk, so that a search upwards ends.
func inFolder(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel) || filepath.Dir(dir) == dir
}

// atHand returns the folder whose pictures a file may bring along, and the folder of the
// file within it, with slashes: the common folder of the run, or where the user stands for
// a Markdown file below, whose pictures often lie in a folder beside its own. A saved page
// by itself is written by others and does not look around.
func (s source) atHand(common string) (root, dir string) {
	own, err := filepath.Abs(filepath.Dir(s.name))
	if err != nil {
		return filepath.Dir(s.name), ""
	}
	if root = common; root == "" {
		root = s.folder
	}
	ext := strings.ToLower(filepath.Ext(s.name))
	if here, err := filepath.Abs("."); err == nil && filepath.IsLocal(s.name) && (ext == ".md" || ext == ".markdown") && inFolder(here, root) {
		root = here
	}
	rel, err := filepath.Rel(root, own)
	if err != nil || !leadsInto(root, rel) {
		return own, ""
	}
	if rel == "." {
		return root, ""
	}
	return root, filepath.ToSlash(rel)
}

// leadsInto reports whether a path stays in a folder, also where it goes over links.
func leadsInto(dir, rel string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer root.Close()
	_, err = root.Stat(rel)
	return err == nil
}

// readFile reads a file, or standard input, up to the limit of package ingest. A file may be a
// pipe, so that both may wait for whoever writes to them, until an interrupt.
func (im *importer) readFile(ctx context.Context, name string) ([]byte, error) {
	var data []byte
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		data, err = readInput(im.in, name)
	}()
	select {
	case <-done:
		return data, short(err)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func readInput(in io.Reader, name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(in, ingest.MaxBytes+1))
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.Mode()&fs.ModeNamedPipe != 0 {
		return readPipe(name)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info.Size() > ingest.MaxBytes {
		return nil, ingest.TooLarge(info.Size())
	}
	return io.ReadAll(io.LimitReader(f, ingest.MaxBytes+1))
}

// pipeWait is how long a pipe may be without anybody who writes to it: a program that is
// started beside this one opens it at once, and one that works opens it before its work.
const pipeWait = 5 * time.Second

// readPipe reads a pipe that has a name. It is opened without waiting, since a pipe to which
// nobody writes would be waited for until somebody ends the process.
func readPipe(name string) ([]byte, error) {
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	for start := time.Now(); time.Since(start) < pipeWait; time.Sleep(20 * time.Millisecond) {
		if data, err := io.ReadAll(io.LimitReader(f, ingest.MaxBytes+1)); len(data) > 0 || err != nil {
			return data, err
		}
	}
	return nil, errors.New("nobody writes to this pipe")
}

// openWithin reads a file of a folder by its path from there, with slashes. A path that
// leads out of the folder, by a link too, is an error.
func openWithin(dir, name string) ([]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	name = filepath.FromSlash(name)
	if st, err := root.Stat(name); err != nil || !st.Mode().IsRegular() {
		return nil, errors.Join(err, errors.New("no file")) // opening a pipe would wait
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, ingest.MaxBytes+1))
}

// short is err without the path, which the message has already.
func short(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
