package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"octavo/book/base/disk"
	"octavo/book/ingest"
	"octavo/book/ingest/merge"
	"octavo/book/source/manifest"
)

// rehearse tells what would be written into a folder: each file with what becomes of it, and
// the lines that book.yaml would get.
func (im *importer) rehearse(dir string, files []ingest.File) error {
	for _, f := range files {
		im.file(f, fate(f))
		if f.Chapter {
			im.chapters++
		}
	}
	if !im.add {
		return nil
	}
	path := filepath.Join(dir, manifest.Name)
	old, err := os.ReadFile(path)
	if err == nil {
		var now []byte
		var left bool
		if now, left, err = listed(dir, old, files); err == nil {
			im.changed(path, merge.Diff(string(old), string(now)))
		}
		if left {
			im.leaveFirst(dir)
		}
	}
	if err != nil {
		return fmt.Errorf("add to %s: %w", path, short(err))
	}
	return nil
}

// fate says what would become of a file: it is new, and numbered where another has its name;
// or the same is there; or it would replace another.
func fate(f ingest.File) string {
	there, err := os.ReadFile(f.Path)
	switch {
	case err != nil && f.Numbered:
		return "numbered"
	case err != nil:
		return "new"
	case bytes.Equal(there, f.Data):
		return "same"
	case f.Mode == disk.Replace:
		return "replaced"
	}
	return "in the way"
}
