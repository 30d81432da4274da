package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/ingest/export"
	"octavo/book/ingest/unzip"
	"octavo/book/source/names"
)

// maxPacks bounds the zips within a zip: Notion divides a large export.
const maxPacks = 20

// folderOf returns the files of a zip that is no document, nil for anything else: a folder
// that somebody packed, or what a system exports.
func folderOf(data []byte) *unzip.Pack {
	if !strings.HasPrefix(string(data[:min(len(data), 4)]), "PK\x03\x04") {
		return nil
	}
	p, err := unzip.Open(data)
	if err != nil || slices.ContainsFunc(p.Names, ofDocument) {
		return nil
	}
	return p
}

// ofDocument reports whether a zip with such a file is a document of Word or OpenDocument or
// an EPUB.
func ofDocument(name string) bool {
	switch path.Base(name) {
	case "[Content_Types].xml", "mimetype", "container.xml", "content.xml", "document.xml":
		return true
	}
	return false
}

// A systemExport is what a system packs beside articles: accounts, sessions, drafts.
type systemExport struct {
	has   func() *regexp.Regexp // the names of files that only this one has
	takes func() *regexp.Regexp // of its articles
	not   func() *regexp.Regexp // of what is none among these, nil for nothing
}

// systemExports are those of Medium, whole and its posts alone, of Tumblr and of Google.
var systemExports = []systemExport{
	{pattern.Later(`(^|/)profile/profile\.html$`), pattern.Later(`(^|/)posts/[^/]+\.html$`), pattern.Later(`(^|/)draft_`)},
	{pattern.Later(`^\d{4}-\d\d-\d\d_[^/]+-[0-9a-f]{8,12}\.html$`), pattern.Later(`.`), pattern.Later(`^draft_`)},
	{pattern.Later(`(^|/)posts/html/\d+\.html$`), pattern.Later(`(^|/)posts/html/`), nil},
	{pattern.Later(`^Takeout/`), pattern.Later(`^Takeout/(Drive|Blogger|Docs|Google Docs)/`), nil},
}

// chosen parts the files of a folder that may be articles into those that are and others.
func chosen(list []string) (taken, left []string) {
	for _, x := range systemExports {
		if !slices.ContainsFunc(list, x.has().MatchString) {
			continue
		}
		for _, name := range list {
			if x.takes().MatchString(name) && (x.not == nil || !x.not().MatchString(name)) {
				taken = append(taken, name)
			} else {
				left = append(left, name)
			}
		}
		return taken, left
	}
	return list, nil
}

// pack reads the articles of a zip that is no document, as those of a folder. Depth is that
// of zips around it.
func (r *run) pack(f Input, p *unzip.Pack, depth int) ([]*piece, error) {
	if dir, ok := export.IsSubstack(p); ok {
		articles, err := export.Substack(p, dir)
		if err != nil {
			return nil, err
		}
		return r.recognised(articles, f, nil), nil
	}
	list, left, err := Articles(p.FS(), func(string) bool { return false })
	if err != nil {
		return nil, fmt.Errorf("this zip is damaged: %w", err)
	}
	var out []*piece
	faults := len(r.faults)
	find := finderIn(p)
	for _, name := range list {
		out = append(out, r.tried(within(f, p, name, find), depth+1)...)
	}
	packs := 0
	for _, name := range p.Names {
		switch {
		case !strings.EqualFold(path.Ext(name), ".zip"):
		case depth > 0 || packs == maxPacks:
			left = append(left, name)
		default:
			packs++
			out = append(out, r.tried(within(f, p, name, find), depth+1)...)
		}
	}
	switch {
	case len(out) > 0 && len(left) > 0:
		out[0].Warnings = append(out[0].Warnings, rule.ImportLeftOut.At(book.Pos{File: f.Name}, "to import one of them, unpack the zip, and name it", "left out: %s", Several(left)))
	case len(out) == 0 && len(r.faults) == faults:
		return nil, errors.New("this zip holds no article: unpack it, and look at what is in it")
	}
	return out, nil
}

// tried reads a file of a zip, and keeps its fault.
func (r *run) tried(f Input, depth int) []*piece {
	list, err := r.read(f, depth)
	if err != nil {
		r.faults = append(r.faults, Fault{f.Name, err})
	}
	return list
}

// within is a file of a zip as one of the run.
func within(f Input, p *unzip.Pack, name string, find func(string) []string) Input {
	open := func(name string) ([]byte, error) {
		data, err := p.Read(name)
		if data == nil && err == nil {
			err = fs.ErrNotExist
		}
		return data, err
	}
	dir := path.Dir(name)
	if dir == "." {
		dir = ""
	}
	return Input{Name: f.Name + "/" + name, Read: func() ([]byte, error) { return open(name) }, Open: open, Find: find, Dir: dir}
}

// finderIn returns a function that finds the files of a zip by their names alone.
func finderIn(p *unzip.Pack) func(base string) []string {
	known := map[string][]string{}
	for _, name := range p.Names {
		known[names.Fold(path.Base(name))] = append(known[names.Fold(path.Base(name))], name)
	}
	return func(base string) []string { return known[names.Fold(base)] }
}

// Several names files in a line.
func Several(names []string) string {
	const most = 12 // by eye: a longer line is not read
	s := strings.Join(names[:min(len(names), most)], ", ")
	if n := len(names) - most; n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return s
}
