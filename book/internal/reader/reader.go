// Package reader opens EPUB files in reading systems in tests: in foliate-js
// and epub.js, in a headless browser, and as plain documents there, which is
// what many devices show; and in two engines that are no browser, mupdf and
// calibre. In goes the path of a finished file, out come the faults that its
// readers would meet.
//
// It is for tests alone, as package validator is: what is missing skips the
// test, or fails it where OCTAVO_REQUIRE_VALIDATORS=1. .ci/install puts
// everything there.
//
// Invariant: what was not looked at is a failure: each measure is counted, and
// no count may be 0.
//
// Invariant: the browser reaches a server of this test and nothing else; any
// other request is a fault.
package reader

import (
	"archive/zip"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"octavo/book/check/inspect"
	"octavo/book/internal/validator"
)

// files are the pages and the driver: the reading systems themselves are
// installed.
//
//go:embed drive.js page
var files embed.FS

const (
	node    = "reader-node"
	envShot = "OCTAVO_SHOTS" // a folder for pictures of the pages
	limit   = 5 * time.Minute
)

// job is what the driver is told.
type job struct {
	Origin  string     `json:"origin"`
	Measure string     `json:"measure"` // the file of measure.js
	Spine   []document `json:"spine"`
	TOC     int        `json:"toc"`   // lines of the contents
	Pages   int        `json:"pages"` // of the list of pages
	Word    word       `json:"word"`
	Suites  []string   `json:"suites"`
	Shots   string     `json:"shots"` // a folder, or empty
}

type document struct {
	Path  string `json:"path"`
	Title string `json:"title"`
	Text  string `json:"text"`
	Notes []note `json:"notes"`
	Parts bool   `json:"parts"` // it has tables, pictures, formulas or code
	Shots int    `json:"shots"` // how many of its pages to take pictures of
}

type note struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type word struct {
	Text  string `json:"text"`
	Times int    `json:"times"`
}

// result is what the driver found.
type result struct {
	Faults []struct{ Where, What string }
	Counts map[string]int
	Faces  map[string]map[string]bool // by reading system, those that were used
}

// The ways to open a publication in a browser.
const (
	Foliate   = "foliate" // the reading system foliate-js
	EPUBJS    = "epubjs"  // the reading system epub.js
	Documents = "plain"   // each document by itself, with axe
	Paged     = "paged"   // both systems, with pages of many sizes
)

// Faults returns each fault that a reader meets who opens the publication in a
// browser, in the ways given or in the first three, and what was looked at.
func Faults(t testing.TB, path string, ways ...string) (faults []string, summary string) {
	t.Helper()
	if len(ways) == 0 {
		ways = []string{Foliate, EPUBJS, Documents}
	}
	modules := strings.TrimSpace(validator.Run(t, limit, node, "-p", "process.env.NODE_PATH"))
	pub := open(t, path)
	dir := t.TempDir()
	for _, name := range []string{"drive.js", "page/measure.js"} {
		write(t, filepath.Join(dir, filepath.Base(name)), content(t, name))
	}
	server := httptest.NewServer(serve(t, path, pub, modules))
	defer server.Close()
	j := plan(t, pub)
	j.Origin, j.Measure, j.Shots, j.Suites = server.URL, filepath.Join(dir, "measure.js"), pictures(t), ways
	data, err := json.Marshal(j)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "job.json"), data)
	out := validator.Run(t, limit, node, filepath.Join(dir, "drive.js"), filepath.Join(dir, "job.json"))
	var res result
	if err := json.Unmarshal([]byte(out), &res); err != nil {
		t.Fatalf("the driver's report: %v\n%s", err, out)
	}
	return res.judge(pub, j), fmt.Sprintf("%d documents, %d lines of contents, %d pages, “%s” %d times; %v",
		len(j.Spine), j.TOC, j.Pages, j.Word.Text, j.Word.Times, res.Counts)
}

// open reads the publication.
func open(t testing.TB, path string) *inspect.Publication {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	pub, found := inspect.ReadEPUB(filepath.Base(path), f, info.Size())
	if pub == nil {
		t.Fatal(found)
	}
	return pub
}

// plan says what the reading systems have to show.
func plan(t testing.TB, pub *inspect.Publication) job {
	t.Helper()
	j := job{TOC: len(inspect.Flatten(pub.TOC)), Pages: len(inspect.Flatten(pub.Pages))}
	for _, ref := range pub.Spine {
		d := pub.Document(ref.Item.Path)
		if d == nil {
			t.Fatalf("%s cannot be read", ref.Item.Path)
		}
		doc := document{Path: d.Path, Title: d.Title, Text: d.Text, Parts: hasParts(d), Shots: min(1+len(d.Text)/2500, 4)}
		for _, n := range d.Notes {
			doc.Notes = append(doc.Notes, note{n.ID, n.Text})
		}
		j.Spine = append(j.Spine, doc)
	}
	if j.Word = rare(pub); j.Word.Times == 0 {
		t.Fatal("the book has no word to search for")
	}
	return j
}

// hasParts reports whether a document has what a page has to show whole.
func hasParts(d *inspect.Document) bool {
	return slices.ContainsFunc([]string{"table", "img", "math", "pre"}, d.Has)
}

// rare is the longest word of the book, of those in small letters that stand
// in no alternative text and within no other word: every reader counts such a
// word the same.
func rare(pub *inspect.Publication) word {
	var all, hidden []string
	for _, ref := range pub.Spine {
		d := pub.Document(ref.Item.Path)
		all = append(all, d.Text)
		for _, im := range d.Images {
			hidden = append(hidden, im.Alt)
		}
	}
	text, alt := strings.Join(all, " "), strings.ToLower(strings.Join(hidden, " "))
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '.' || r == ',' })
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	for _, w := range words {
		small := strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
		times := strings.Count(strings.ToLower(text), w)
		if small && !strings.Contains(alt, w) && times == len(slices.DeleteFunc(slices.Clone(words), func(v string) bool { return v != w })) {
			return word{w, times}
		}
	}
	return word{}
}

// pictures is the folder that pictures of the pages go to, or empty.
func pictures(t testing.TB) string {
	t.Helper()
	dir := os.Getenv(envShot)
	if dir == "" {
		return ""
	}
	dir, err := filepath.Abs(dir)
	if err == nil {
		err = os.MkdirAll(dir, 0o777)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// serve is the one server that the browser may speak to: it has the reading
// systems, their pages, and the book as a file and unpacked.
func serve(t testing.TB, path string, pub *inspect.Publication, modules string) http.Handler {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { archive.Close() })
	pages, err := fs.Sub(files, "page")
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/page/", http.StripPrefix("/page/", http.FileServerFS(pages)))
	mux.Handle("/modules/", http.StripPrefix("/modules/", http.FileServer(http.Dir(modules))))
	mux.HandleFunc("/book.epub", func(w http.ResponseWriter, r *http.Request) { http.ServeFile(w, r, path) })
	mux.HandleFunc("/favicon.ico", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/book/", func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/book/")
		if it := pub.Item(name); it != nil {
			w.Header().Set("Content-Type", it.MediaType)
		}
		http.ServeFileFS(w, r, archive, name)
	})
	return mux
}

// counted are the measures that have to have been taken, by the way.
var counted = map[string][]string{
	Foliate:   {"foliate documents", "narrow pages"},
	EPUBJS:    {"epubjs documents"},
	Documents: {"documents", "reflows", "contrasts", "axe passes"},
	Paged:     {"foliate parts", "epubjs parts"},
}

// judge returns the faults, and a measure that was not taken as one of them.
func (r *result) judge(pub *inspect.Publication, j job) []string {
	var list []string
	for _, f := range r.Faults {
		list = append(list, f.Where+": "+f.What)
	}
	notes := slices.ContainsFunc(j.Spine, func(d document) bool { return len(d.Notes) > 0 })
	for _, way := range j.Suites {
		want := counted[way]
		if way == Foliate && notes {
			want = append(slices.Clone(want), "notes")
		}
		for _, what := range want {
			if r.Counts[what] == 0 {
				list = append(list, "no "+what+" were looked at")
			}
		}
		if way == Foliate || way == EPUBJS {
			list = append(list, r.idleFaces(pub, way)...)
		}
	}
	return list
}

// idleFaces holds the fonts that were used to those in the book: one that
// nothing uses is weight for nothing.
func (r *result) idleFaces(pub *inspect.Publication, system string) []string {
	fonts := 0
	for _, it := range pub.Items {
		if strings.HasPrefix(it.MediaType, "font/") {
			fonts++
		}
	}
	if used := slices.Sorted(maps.Keys(r.Faces[system])); len(used) != fonts {
		return []string{fmt.Sprintf("%s uses %d font faces of the %d in the book: %q", system, len(used), fonts, used)}
	}
	return nil
}

func content(t testing.TB, name string) []byte {
	t.Helper()
	data, err := files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
