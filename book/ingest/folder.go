package ingest

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/source/manifest"
	"octavo/book/source/markdown"
	"octavo/book/source/scaffold"
)

// Bounds on a folder, generous: a vault of many years has some ten thousand notes.
const (
	maxEntries  = 50_000
	maxArticles = 20_000
	maxHead     = 8 << 10 // bytes of a text that are looked at for words
)

// The endings of files that are articles in a folder. Documents are articles anywhere; a page
// or a plain text beside Markdown is of the site or the repository. Those that hold words, too,
// and are not read are told.
var (
	notations = strings.Fields(".md .markdown .mdown .mkd .mdx .rmd .qmd")
	documents = strings.Fields(".docx .odt .epub .eml .mht .mhtml")
	loose     = strings.Fields(".html .htm .xhtml .txt .xml .rss .atom")
	unread    = strings.Fields(".csv .tsv .xlsx .pdf .doc .rtf .pages")
)

// Articles returns the files of a folder that are articles, in the natural order of their
// paths, and those that might be and are left out, likewise. Hidden files and folders,
// manifests, the folders of templates, drafts and parts of saved pages, and files without
// words are no articles. skip reports whether a folder is passed over.
func Articles(fsys fs.FS, skip func(dir string) bool) (list, left []string, err error) {
	f := &search{fsys: fsys, skip: skip}
	if err := fs.WalkDir(fsys, ".", f.visit); err != nil {
		return nil, nil, err
	}
	list = f.texts
	if len(f.texts) == 0 {
		list = f.loose
	} else {
		f.left = append(f.left, slices.DeleteFunc(f.loose, func(p string) bool { return !slices.Contains(loose[:4], strings.ToLower(path.Ext(p))) })...)
	}
	list = append(list, f.documents...)
	list = f.readme(slices.DeleteFunc(list, f.ofPage))
	slices.SortFunc(list, book.ByPath)
	list, others := chosen(list)
	f.left = append(f.left, others...)
	slices.SortFunc(f.left, book.ByPath)
	return list, slices.Compact(f.left), nil
}

// A search looks through a folder.
type search struct {
	fsys                    fs.FS
	skip                    func(dir string) bool
	seen                    int
	texts, documents, loose []string
	left                    []string
	pages                   map[string]bool // saved pages, without their endings
}

func (f *search) visit(p string, e fs.DirEntry, err error) error {
	f.seen++
	switch {
	case f.seen > maxEntries || len(f.texts)+len(f.documents)+len(f.loose) >= maxArticles:
		return fs.SkipAll
	case err != nil && p == ".":
		return err
	case err != nil || p == ".":
	case e.IsDir():
		if strings.HasPrefix(e.Name(), ".") || f.skip(p) {
			return fs.SkipDir
		}
		if scaffold.LeftFolder(e.Name()) {
			f.left = append(f.left, p+"/")
			return fs.SkipDir
		}
	case e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && e.Name() != manifest.Name:
		f.file(p)
	}
	return nil
}

// file takes a file by its ending.
func (f *search) file(p string) {
	switch ext := strings.ToLower(path.Ext(p)); {
	case slices.Contains(notations, ext):
		if scaffold.LeftFile(p) || f.empty(p) {
			f.left = append(f.left, p)
			return
		}
		f.texts = append(f.texts, p)
	case slices.Contains(documents, ext):
		f.documents = append(f.documents, p)
	case slices.Contains(unread, ext):
		f.left = append(f.left, p)
	case slices.Contains(loose, ext):
		if ext == ".html" || ext == ".htm" {
			if f.pages == nil {
				f.pages = map[string]bool{}
			}
			f.pages[strings.TrimSuffix(p, path.Ext(p))] = true
		}
		f.loose = append(f.loose, p)
	}
}

// empty reports whether a text has no words: notes that somebody only began.
func (f *search) empty(p string) bool {
	file, err := f.fsys.Open(p)
	if err != nil {
		return false
	}
	defer file.Close()
	head, err := io.ReadAll(io.LimitReader(file, maxHead))
	if err != nil || len(head) == maxHead {
		return false
	}
	_, body := markdown.Front(p, string(head))
	return strings.TrimSpace(body) == ""
}

// filesForm is what browsers put behind the name of a page for the folder of its files:
// "_files", "-Dateien", ".fld".
var filesForm = pattern.Later(`^(.+)[_.-]\p{L}+$`)

// ofPage reports whether a file lies in the folder of a saved page.
func (f *search) ofPage(p string) bool {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if m := filesForm().FindStringSubmatch(dir); m != nil && f.pages[m[1]] {
			return true
		}
	}
	return false
}

// readme leaves out the README of the whole folder, which tells of the repository, unless
// there is nothing else.
func (f *search) readme(list []string) []string {
	if len(list) < 2 {
		return list
	}
	return slices.DeleteFunc(list, func(p string) bool {
		own := strings.EqualFold(strings.TrimSuffix(p, path.Ext(p)), "readme")
		if own {
			f.left = append(f.left, p)
		}
		return own
	})
}
