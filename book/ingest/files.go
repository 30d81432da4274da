package ingest

import (
	"path/filepath"

	"octavo/book"
	"octavo/book/base/disk"
)

// A File is a file that an import makes.
type File struct {
	disk.File
	// Chapter says that the file is a chapter, and no picture.
	Chapter bool
	// Kept is what a book keeps of the chapter, see [Result].
	Kept []byte
	// Matter is the page of a book that a chapter is, "" for one that is none.
	Matter book.Matter
	// Numbered says that another file has the name that the chapter would have had.
	Numbered bool
}

// Files returns the files of results: chapters in the folder dir, under the
// name of their article or, when file is not "", under that name, with their
// pictures below the folder. Unless force is set, no file is replaced; a file that is
// there with the same bytes is as good as written.
func Files(results []Result, dir, file string, force bool) []File {
	chapter, picture := disk.Keep, disk.Keep
	switch {
	case force:
		chapter, picture = disk.Replace, disk.Replace
	case file != "":
		chapter = disk.New
	}
	var out []File
	seen := map[string]bool{} // twins share a chapter, and articles a picture
	for _, r := range results {
		name := file
		if name == "" {
			name = r.Name + ".md"
		}
		if file != "" || !seen[name] {
			seen[name] = true
			out = append(out, File{disk.File{Path: filepath.Join(dir, name), Data: r.Markdown, Mode: chapter}, true, r.Kept, r.Matter, r.Numbered && file == ""})
		}
		for _, p := range r.Pictures {
			if !seen[p.Path] {
				seen[p.Path] = true
				out = append(out, File{disk.File{Path: filepath.Join(dir, filepath.FromSlash(p.Path)), Data: p.Data, Mode: picture}, false, nil, "", false})
			}
		}
	}
	return out
}
