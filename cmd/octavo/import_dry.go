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
		would := fate(f.File)
		if would == fateNew && f.Numbered {
			would = "numbered"
		}
		im.file(f.File, would)
		if f.Chapter {
			im.chapters++
		}
	}
	for _, f := range keptOf(files) {
		im.file(f, fate(f))
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

// What would become of a file that the run has no other word for.
const (
	fateNew  = "new"
	fateSame = "same"
)

// fate says what would become of a file: it is new, or the same is there, or it would replace
// another.
func fate(f disk.File) string {
	there, err := os.ReadFile(f.Path)
	switch {
	case err != nil:
		return fateNew
	case bytes.Equal(there, f.Data):
		return fateSame
	case f.Mode == disk.Replace:
		return "replaced"
	}
	return "in the way"
}
