package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"octavo/book"
	"octavo/book/base/disk"
	"octavo/book/base/rule"
	"octavo/book/ingest"
	"octavo/book/source/manifest"
	"octavo/book/source/markdown"
	"octavo/book/source/scaffold"
)

// readBook finds out what an import wants to know of the book that chapters go to: its
// language, and what its chapters may be called in links.
func (im *importer) readBook() {
	dir, _ := im.folder()
	if im.update != "" {
		dir = filepath.Dir(im.update)
	}
	if dir == "" {
		dir = "."
	}
	root, err := os.OpenRoot(dir)
	if err != nil || im.out == "-" {
		return
	}
	defer root.Close()
	data, err := fs.ReadFile(root.FS(), manifest.Name)
	if err != nil || len(data) > ingest.MaxBytes {
		return
	}
	m, _ := manifest.Parse(manifest.Name, data)
	im.opt.Book = m.Book.Language
	for _, p := range m.Parts {
		for _, c := range p.Chapters {
			files, err := fs.Glob(root.FS(), path.Clean(c.Name))
			if err != nil || len(files) == 0 {
				continue
			}
			for _, file := range files {
				if im.update != "" && file == filepath.Base(im.update) {
					continue // the article itself
				}
				if c := head(root, file); c != nil {
					im.opt.Chapters = append(im.opt.Chapters, c)
				}
			}
		}
	}
}

// head reads the front matter of a chapter, nil when there is no such file.
func head(root *os.Root, file string) *book.Chapter {
	if st, err := root.Stat(file); err != nil || !st.Mode().IsRegular() || st.Size() > markdown.MaxBytes {
		return nil
	}
	data, err := root.ReadFile(file)
	if err != nil {
		return nil
	}
	front, body := markdown.Front(file, string(data))
	if front == nil {
		return nil
	}
	c, _ := markdown.Parse(file, data[:len(data)-len(body)], markdown.Options{})
	return c
}

// addAll appends the chapters among files to the manifest of the folder. The chapter with
// which a manuscript begins leaves it when nobody has touched it.
func (im *importer) addAll(ctx context.Context, dir string, files []ingest.File) error {
	name, left := filepath.Join(dir, manifest.Name), false
	err := disk.Change(ctx, name, func(old []byte) (out []byte, err error) {
		out, left, err = listed(dir, old, files)
		return out, err
	})
	if err != nil {
		return fmt.Errorf("add to %s: %w", name, short(err))
	}
	if left {
		im.leaveFirst(dir)
	}
	return nil
}

// listed is the manifest of a folder with the chapters among files, and left says that the
// first chapter of the manuscript has left it.
func listed(dir string, old []byte, files []ingest.File) (out []byte, left bool, err error) {
	var names []string
	file := filepath.ToSlash(filepath.Join(dir, manifest.Name))
	for _, f := range files {
		name := filepath.Base(f.Path)
		if with, ok := manifest.AddPage(file, old, f.Matter, name); ok {
			old = with
		} else if f.Chapter {
			names = append(names, name)
		}
	}
	if out, err = manifest.Add(file, old, names...); err != nil || len(names) == 0 {
		return out, false, err
	}
	if data, err := os.ReadFile(filepath.Join(dir, scaffold.Chapter)); err == nil && scaffold.IsFirst(data) {
		out, left = manifest.Drop(file, out, scaffold.Chapter)
	}
	return out, left, nil
}

// leaveFirst removes the first chapter and its picture, but for a dry run, and says so.
func (im *importer) leaveFirst(dir string) {
	gone := []string{scaffold.Chapter}
	if data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(scaffold.Picture))); err == nil && scaffold.IsPicture(data) && !shows(dir, scaffold.Picture) {
		gone = append(gone, scaffold.Picture)
	}
	for _, name := range gone {
		if im.dry {
			break
		}
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			im.fail(filepath.Join(dir, name), short(err))
		}
	}
	im.warning(rule.ImportFirst.At(book.Pos{File: filepath.ToSlash(filepath.Join(dir, manifest.Name))}, "",
		"the chapter with which the manuscript began has left it, since nobody had touched it: %s", strings.Join(gone, " and ")))
}

// shows reports whether the manifest or a chapter of the folder names a picture.
func shows(dir, picture string) bool {
	files, _ := filepath.Glob(filepath.Join(dir, "*.md"))
	for _, file := range append(files, filepath.Join(dir, manifest.Name)) {
		data, err := os.ReadFile(file)
		if err == nil && filepath.Base(file) != scaffold.Chapter && named(string(data), picture) {
			return true
		}
	}
	return false
}

// named reports whether a text names a picture elsewhere than in the remarks of a manifest.
func named(text, picture string) bool {
	for line := range strings.Lines(text) {
		if strings.Contains(line, picture) && !strings.HasPrefix(line, "#") {
			return true
		}
	}
	return false
}
