package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"octavo/book"
	"octavo/book/base/disk"
	"octavo/book/base/rule"
	"octavo/book/ingest"
	"octavo/book/source/manifest"
)

// folder returns where the chapters go, and the name of their file when --out has
// one.
func (im *importer) folder() (dir, file string) {
	if strings.EqualFold(filepath.Ext(im.out), ".md") {
		return filepath.Split(im.out)
	}
	return im.out, ""
}

// there returns a file of the folder that chapters go to, as [ingest.Options] wants
// it. With --force nothing is in the way. The name that --out gives is always
// free: writing fails when there is such a file.
func (im *importer) there(name string) (data []byte, ok bool) {
	dir, file := im.folder()
	if im.update != "" {
		dir, file = filepath.Split(im.update)
	}
	if file != "" && strings.HasSuffix(name, ".md") || im.force {
		return nil, false
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Lstat(path); err != nil {
		return nil, im.alike(path)
	}
	st, err := os.Stat(path)
	if err != nil || !st.Mode().IsRegular() || st.Size() > ingest.MaxBytes {
		return nil, true
	}
	data, _ = os.ReadFile(path)
	return data, true
}

// alike reports whether a folder has a file of a name that differs by capitals alone, and
// is the same name on another disk. A folder is read once.
func (im *importer) alike(path string) bool {
	dir := filepath.Dir(path)
	names, known := im.folders[dir]
	if !known {
		names = map[string]bool{}
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			names[strings.ToLower(e.Name())] = true
		}
		im.folders[dir] = names
	}
	return names[strings.ToLower(filepath.Base(path))]
}

// deliver writes the chapters of a run and says what they are.
func (im *importer) deliver(ctx context.Context, results []ingest.Result) error {
	if im.out == "-" {
		return im.print(results)
	}
	dir, file := im.folder()
	if file != "" && len(results) > 1 {
		return fmt.Errorf("there are %d articles: give --out a folder", len(results))
	}
	if im.add {
		if _, err := os.Stat(filepath.Join(dir, manifest.Name)); err != nil {
			return fmt.Errorf("add to %s: %w", filepath.Join(dir, manifest.Name), short(err))
		}
	}
	files := ingest.Files(results, dir, file, im.force)
	if err := im.put(ctx, withImports(files)); err != nil {
		return err
	}
	shown := results
	if im.json == nil { // whose lines programs count
		shown = gathered(results)
	}
	for _, r := range shown {
		name := file
		if name == "" {
			name = r.Name + ".md"
		}
		im.told(r, filepath.Join(dir, name))
	}
	if im.dry {
		return im.rehearse(dir, files)
	}
	for _, f := range files {
		im.wrote(f.File)
	}
	im.chapters += len(results)
	if im.add {
		// A chapter that is there is in the manifest, whatever comes.
		return im.addAll(context.WithoutCancel(ctx), dir, files)
	}
	return nil
}

// put writes files, or in a dry run only looks whether they could be written.
func (im *importer) put(ctx context.Context, files []disk.File) error {
	if im.dry {
		return inTheWay(disk.Try(files))
	}
	return place(ctx, files)
}

// place writes files, and says how a file that is there already can be replaced.
func place(ctx context.Context, files []disk.File) error { return inTheWay(disk.Write(ctx, files)) }

// inTheWay is err, with advice where it is that a file is there already.
func inTheWay(err error) error {
	var fault *fs.PathError
	if errors.As(err, &fault) && errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; to replace it, give --force", fault.Path)
	}
	return err
}

// print writes the chapters to stdout.
func (im *importer) print(results []ingest.Result) error {
	for _, r := range results {
		im.told(r, "")
		for _, p := range r.Pictures {
			im.warning(rule.ImportPicture.At(book.Pos{File: r.File}, "write to a folder", "the picture %s is not written to standard output", p.Path))
		}
		if im.dry {
			continue
		}
		if _, err := im.printer.out.Write(r.Markdown); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	im.chapters += len(results)
	return nil
}
