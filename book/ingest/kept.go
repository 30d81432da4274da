package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/source/markdown"
)

// What a book keeps of an import is its Markdown and, in a comment behind that, the sums of
// its pictures: Word numbers those anew each time that it writes a document, and an editor
// may have put a better one in the place of one, so that neither the name of a picture nor
// what lies under it says whether the source has another one now.
const (
	sumsStart = "\n<!-- The pictures as they were imported:\n"
	sumsEnd   = "-->\n"
)

// sumOf returns the sum of a picture.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// keep is what a book keeps of a chapter, whose pictures have the given sums by their paths.
func keep(chapter []byte, sums map[string]string) []byte {
	if len(sums) == 0 {
		return chapter
	}
	var b bytes.Buffer
	b.Write(chapter)
	b.WriteString(sumsStart)
	for _, path := range slices.Sorted(maps.Keys(sums)) {
		b.WriteString(sums[path] + "  " + path + "\n")
	}
	b.WriteString(sumsEnd)
	return b.Bytes()
}

// Last returns the Markdown of an import by what a book keeps of it, and the sums of its
// pictures by their paths, "" for one of which no sum is kept.
func Last(kept []byte) (chapter []byte, sums map[string]string) {
	chapter, list := Kept(kept)
	sums = map[string]string{}
	for path := range PicturesOf(chapter) {
		sums[path] = ""
	}
	for line := range strings.Lines(list) {
		if sum, path, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			sums[path] = sum
		}
	}
	return chapter, sums
}

// Kept parts what a book keeps of an import into its Markdown and the lines of sums, "" where
// it has none.
func Kept(kept []byte) (chapter []byte, sums string) {
	text := strings.ReplaceAll(string(kept), "\r\n", "\n")
	if i := strings.LastIndex(text, sumsStart); i >= 0 && strings.HasSuffix(text, sumsEnd) {
		return []byte(text[:i]), text[i+len(sumsStart) : len(text)-len(sumsEnd)]
	}
	return kept, ""
}

// PicturesOf returns the paths of the pictures that a chapter names.
func PicturesOf(chapter []byte) map[string]bool {
	c, _ := markdown.Parse("chapter.md", chapter, markdown.Options{Language: "en"})
	return pathsOf(c)
}

// pathsOf returns the paths of the pictures that a chapter shows.
func pathsOf(c *book.Chapter) map[string]bool {
	paths := map[string]bool{}
	for _, im := range book.ImagesOf(c) {
		paths[im.Src] = true
	}
	return paths
}

// keepPictures makes of the chapters of a run what their book keeps of them.
func (r *run) keepPictures() {
	for _, p := range r.pieces {
		sums := map[string]string{}
		for path := range pathsOf(p.Chapter) {
			if sum := r.shelf.sum(path); sum != "" {
				sums[path] = sum
			}
		}
		p.Kept = keep(p.Markdown, sums)
	}
}

// sum returns the sum of the picture at a path, "" for one that could not be had.
func (s *shelf) sum(path string) string {
	if s.there[path] != nil && s.sums[path] == "" {
		s.sums[path] = sumOf(s.there[path])
	}
	return s.sums[path]
}

// lastName returns the path that a picture has already by its bytes, "" for a new one: that
// of the last import, or the one under which the chapter shows it.
func (c *collector) lastName(data []byte) string {
	if len(c.opt.Known) == 0 && len(c.opt.Shown) == 0 {
		return ""
	}
	sum := sumOf(data)
	known := slices.Sorted(maps.Keys(c.opt.Known))
	for _, path := range known {
		if c.opt.Known[path] == sum {
			return path
		}
	}
	for _, path := range append(known, slices.Sorted(maps.Keys(c.opt.Shown))...) {
		if there, ok := c.opt.there(path); ok && c.opt.Known[path] == "" && bytes.Equal(there, data) {
			return path
		}
	}
	return ""
}
