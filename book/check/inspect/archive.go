package inspect

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"octavo/book"
)

// Bounds of an archive. They lie far above any book that a store takes, and
// keep a hostile file from costing more than a large book does. Documents have lower
// bounds than other entries, since their trees are held in memory and take several times
// as much as their text.
const (
	maxArchive   = 4 << 30   // bytes of the file; stores take 2 GB at most
	maxDirectory = 16 << 20  // bytes: eight hundred for each of maxEntries, of which most take a hundred
	maxEntries   = 20_000    // generous: most books have some hundred
	maxUnpacked  = 4 << 30   // bytes of all entries together
	bombSize     = 64 << 20  // bytes of an entry from which its ratio is looked at: less is harmless
	bombRatio    = 200       // a text packs to a third; deflate can do 1,032
	maxXML       = 32 << 20  // bytes of one document; a long chapter has some hundred thousand
	maxAllXML    = 256 << 20 // bytes of all documents together
	maxHead      = 1 << 20   // bytes of an image that are looked at: its size may stand behind large metadata
)

var (
	errTooLarge = errors.New("too large")
	errBudget   = errors.New("all documents together are too large")
)

// A directoryReader bounds what zip.NewReader reads to find the entries: that function
// takes as many entries as there are, whatever the archive says of their number.
type directoryReader struct {
	r    io.ReaderAt
	left int64
	open bool // the directory has been read
}

func (d *directoryReader) ReadAt(p []byte, off int64) (int, error) {
	if !d.open {
		if d.left -= int64(len(p)); d.left < 0 {
			return 0, errTooLarge
		}
	}
	return d.r.ReadAt(p, off)
}

// An archive is an open ZIP file with what may still be read of it.
type archive struct {
	files   []*zip.File // with names that are safe, each once
	byName  map[string]*zip.File
	xmlLeft int64
}

// openArchive reads the directory of an archive, and returns nil when there is no archive to
// go on with.
func openArchive(rep *reporter, r io.ReaderAt, size int64) *archive {
	if size > maxArchive {
		rep.add(epubBounds, "", place{}, "", "the file is larger than %d bytes", int64(maxArchive))
		return nil
	}
	d := &directoryReader{r: r, left: maxDirectory}
	z, err := zip.NewReader(d, size)
	d.open = true
	switch {
	case errors.Is(err, errTooLarge):
		rep.add(epubBounds, "", place{}, "", "the directory of the archive is larger than %d bytes", maxDirectory)
		return nil
	case errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		rep.add(epubZip, "", place{}, "", "not a ZIP archive, or cut short")
		return nil
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		rep.add(epubZip, "", place{}, "", "cannot be read: %v", err)
		return nil
	}
	return sift(rep, z)
}

// sift keeps the entries that can be used.
func sift(rep *reporter, z *zip.Reader) *archive {
	a := &archive{byName: map[string]*zip.File{}, xmlLeft: maxAllXML}
	if len(z.File) > maxEntries {
		rep.add(epubBounds, "", place{}, "", "%d entries, and %d are the most that are read", len(z.File), maxEntries)
		return nil
	}
	folded := map[string]bool{}
	var sum uint64
	for _, f := range z.File {
		if sum += f.UncompressedSize64; f.UncompressedSize64 > maxUnpacked || sum > maxUnpacked {
			rep.add(epubBounds, "", place{}, "", "the archive unpacks to more than %d bytes", int64(maxUnpacked))
			return nil
		}
		// The sizes are what the directory claims; what is read of an entry is bounded again
		// by read and head.
		if f.UncompressedSize64 > bombSize && f.UncompressedSize64/bombRatio > f.CompressedSize64 {
			rep.add(epubBounds, f.Name, place{}, "", "the entry unpacks to %d bytes, more than %d times its size", f.UncompressedSize64, bombRatio)
			return nil
		}
		if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 {
			continue // a folder
		}
		if a.keep(rep, f, folded) {
			a.files = append(a.files, f)
			a.byName[f.Name] = f
		}
	}
	return a
}

// keep judges the name of an entry and reports whether it can be used.
func (a *archive) keep(rep *reporter, f *zip.File, folded map[string]bool) bool {
	name := f.Name
	if !utf8.ValidString(name) || strings.ContainsAny(name, "\\\x00") || !isLocal(name) {
		rep.add(epubName, "", place{}, "", "entry %q is not a path within the archive", clip(name))
		return false
	}
	lower := strings.ToLower(name)
	if folded[lower] {
		rep.add(epubNameTwice, name, place{}, "", "another entry has this name, but for upper and lower case")
		if a.byName[name] != nil {
			return false
		}
	}
	folded[lower] = true
	if i := strings.IndexFunc(name, func(r rune) bool { return r <= ' ' || r > '~' }); i >= 0 {
		r, _ := utf8.DecodeRuneInString(name[i:])
		rep.add(epubNamePlain, name, place{}, "use ASCII letters, digits, hyphens and dots", "the name holds %q", r)
	}
	return true
}

// isLocal reports whether a name stays within the archive and is in its
// shortest form.
func isLocal(name string) bool {
	return name != "" && name[0] != '/' && path.Clean(name) == name && name != ".." && !strings.HasPrefix(name, "../") &&
		!(len(name) > 1 && name[1] == ':')
}

func clip(s string) string { return book.Clip(s, 60) }

// document reads a whole entry that is XML or CSS.
func (a *archive) document(f *zip.File) ([]byte, error) {
	data, err := read(f, maxXML)
	if errors.Is(err, errTooLarge) {
		return nil, fmt.Errorf("%w: more than %d bytes", err, maxXML)
	}
	if a.xmlLeft -= int64(len(data)); a.xmlLeft < 0 && err == nil {
		return nil, errBudget
	}
	return data, err
}

// head reads the first bytes of an entry, and the rest of it to see whether it
// is sound.
func (a *archive) head(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	head, err := io.ReadAll(io.LimitReader(r, maxHead))
	if err != nil {
		return nil, err
	}
	// The rest is read up to a byte more than the whole entry claims to be: an entry that goes
	// on beyond is reported like one with a wrong checksum.
	n, err := io.Copy(io.Discard, io.LimitReader(r, int64(f.UncompressedSize64)+1))
	if err == nil && uint64(n)+uint64(len(head)) != f.UncompressedSize64 {
		err = zip.ErrChecksum
	}
	return head, err
}

// read returns an entry of at most limit bytes.
func read(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = errTooLarge
	}
	return data, err
}

// mimetype holds the first entry to the standard's section 4.2.7, ZIP
// container media type identification.
func (a *archive) mimetype(rep *reporter) {
	const want = "application/epub+zip"
	f := a.byName["mimetype"]
	if f == nil {
		rep.add(epubMimetype, "", place{}, "", "the archive has no entry mimetype")
		return
	}
	data, err := read(f, 1000)
	switch {
	case err != nil || string(data) != want:
		rep.add(epubMimetype, "mimetype", place{}, "", "it does not hold %q", want)
	case a.files[0] != f:
		rep.add(epubMimetype, "mimetype", place{}, "", "it is not the first entry")
	case f.Method != zip.Store:
		rep.add(epubMimetype, "mimetype", place{}, "", "it is compressed")
	case len(f.Extra) > 0:
		rep.add(epubMimetype, "mimetype", place{}, "", "it has an extra field")
	}
}
