package acceptance

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/compile"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata")

// A hostile manuscript is one that nobody would write in good faith, or that
// somebody did by accident. Its outcome stands in testdata/hostile.txtar.
type hostile struct {
	name string
	make func(t testing.TB, dir string)
	// files is what make writes, for a manuscript that is files and no more.
	files folder
	// slow ones are left out of short tests.
	slow bool
	// huge ones are not shown to the outside judges, which need minutes.
	huge bool
}

// sentinel stands for the address of a server that nobody may call.
const sentinel = "sentinel.invalid"

// plain is a hostile manuscript that consists of files.
func plain(name string, f folder) hostile {
	return hostile{name: name, files: f, make: func(t testing.TB, dir string) { f.writeTo(t, dir) }}
}

// body is a hostile manuscript of one chapter.
func body(name, text string) hostile { return plain(name, one(text)) }

func (h hostile) slowly() hostile { h.slow = true; return h }
func (h hostile) hugely() hostile { h.slow, h.huge = true, true; return h }

// TestHostile builds each hostile manuscript: it ends with editions that any
// reader can open, or with diagnostics; nothing is written, nobody is called.
func TestHostile(t *testing.T) {
	cases := corpus()
	golden := readGolden(t, cases)
	address := listen(t)
	var mu sync.Mutex
	var editions []string
	together := folder{}
	shelf := t.TempDir()
	t.Run("build", func(t *testing.T) {
		for i, h := range cases {
			t.Run(h.name, func(t *testing.T) {
				if h.slow && testing.Short() {
					t.Skip("left out of short tests")
				}
				t.Parallel()
				res, got := attempt(t, h, address)
				golden.check(t, h.name, got)
				if res == nil || res.Stopped {
					return
				}
				for _, e := range res.Editions {
					parses(t, e)
				}
				mu.Lock()
				defer mu.Unlock()
				switch {
				case h.huge:
				case h.files["book.yaml"] == manifest("a.md"):
					if edition(t, res, book.PDF).Pages <= mostPages {
						join(together, fmt.Sprintf("%03d", i), h)
					}
				default:
					for _, e := range res.Editions[:min(2, len(res.Editions))] {
						if e.Format == book.PDF && (e.Pages > mostPages || !changesPDF.MatchString(h.name)) {
							continue
						}
						editions = append(editions, save(t, shelf, h.name+"-"+e.Name, e))
					}
				}
			})
		}
	})
	golden.write(t)
	t.Run("judges", func(t *testing.T) {
		if testing.Short() {
			t.Skip("left out of short tests")
		}
		for _, format := range book.Formats() {
			dir := together.write(t)
			call(t, dir, address)
			res := made(t, dir, format)
			t.Logf("%s of %d manuscripts with %d pages", format, res.Chapters, res.Editions[0].Pages)
			editions = append(editions, shelve(t, shelf, "together", res)...)
		}
		judge(t, editions)
	})
}

// changesPDF names the manuscripts of their own whose PDF differs from the others
// in more than its words.
var changesPDF = regexp.MustCompile("^(manifest/(title|trim)|image/cover)")

// mostPages is the length up to which a PDF is shown to the judges, for the sake
// of time.
const mostPages = 8

// join makes the chapter of h, with its files under other names, one of a book
// of many: the judges are quicker with one large book than with many small ones.
func join(f folder, prefix string, h hostile) {
	text := h.files["a.md"]
	for name, data := range h.files {
		switch name {
		case "book.yaml":
			continue
		case "a.md":
		default:
			f[prefix+"-"+name] = data
		}
		text = strings.ReplaceAll(text, name, prefix+"-"+name)
	}
	f[prefix+"-a.md"] = text
	f["book.yaml"] = manifest("'*.md'")
}

// attempt builds h and describes what came of it.
func attempt(t *testing.T, h hostile, address string) (*compile.Result, string) {
	around := t.TempDir()
	dir := filepath.Join(around, "manuscript")
	h.make(t, dir)
	covered(t, dir)
	call(t, dir, address)
	before := listing(t, around)
	res, err := hold(t, compile.Options{Dir: dir, Version: "0.0.0", Inspect: swept(t)})
	if after := listing(t, around); after != before {
		t.Errorf("the build changed files; before:\n%s\nafter:\n%s", before, after)
	}
	if err != nil {
		return nil, "error: " + strings.ReplaceAll(err.Error(), dir, "DIR") + "\n"
	}
	return res, outcome(res, address)
}

// smallCover is the smallest cover that no rule has anything against.
var smallCover = sync.OnceValue(func() string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 625, 1000))); err != nil {
		panic(err)
	}
	return b.String()
})

// covered gives a small cover to a book whose manifest is not what is hostile:
// to draw one is half of the work for most of them.
func covered(t *testing.T, dir string) {
	path := filepath.Join(dir, "book.yaml")
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() || info.Size() > 1000 {
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) == manifest("a.md") {
		folder{"book.yaml": string(data) + "cover: cover.png\n", "cover.png": smallCover()}.writeTo(t, dir)
	}
}

// outcome is the result in words: its first diagnostics, errors before
// warnings, and the numbers of all.
func outcome(res *compile.Result, address string) string {
	const most = 12
	word := "built"
	if res.Stopped {
		word = "stopped"
	}
	errs, warns := res.Count()
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d errors, %d warnings\n", word, errs, warns)
	for i, line := range strings.SplitAfter(diagnostics(res), "\n") {
		if i == most {
			b.WriteString("...\n")
			break
		}
		b.WriteString(line)
	}
	return strings.ReplaceAll(b.String(), address, sentinel)
}

// listing names all files below a folder, with their kinds and sizes.
func listing(t testing.TB, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			fmt.Fprintln(&b, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// listen opens a server that fails the test when anything connects, and returns
// its address.
func listen(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			c.Close()
			t.Error("a build opened a connection")
		}
	}()
	t.Cleanup(func() { l.Close(); <-done })
	return l.Addr().String()
}

// TestListen shows that the server of the hostile manuscripts notices a call.
func TestListen(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	called := make(chan bool)
	go func() {
		c, err := l.Accept()
		if err == nil {
			c.Close()
		}
		called <- err == nil
	}()
	if resp, err := http.Get("http://" + l.Addr().String() + "/x.png"); err == nil {
		resp.Body.Close()
	}
	l.Close()
	if !<-called {
		t.Error("a call was not noticed")
	}
}

// call puts the address of the server for its stand-in into the files in and
// around dir.
func call(t testing.TB, dir, address string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Dir(dir), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		if info, err := d.Info(); err != nil || info.Size() > 64<<20 {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(data, []byte(sentinel)) {
			return err
		}
		return os.WriteFile(path, bytes.ReplaceAll(data, []byte(sentinel), []byte(address)), 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A golden holds the outcomes of the hostile manuscripts.
type golden struct {
	mu    sync.Mutex
	order []string
	want  map[string]string
}

const goldenFile = "testdata/hostile.txtar"

func readGolden(t *testing.T, cases []hostile) *golden {
	t.Helper()
	g := &golden{want: map[string]string{}}
	a, err := txtar.ParseFile(goldenFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	if a != nil {
		for _, f := range a.Files {
			g.want[f.Name] = string(f.Data)
		}
	}
	seen := map[string]bool{}
	for _, h := range cases {
		if seen[h.name] {
			t.Fatalf("two hostile manuscripts %s", h.name)
		}
		seen[h.name] = true
		g.order = append(g.order, h.name)
	}
	for name := range g.want {
		if !seen[name] && !*update {
			t.Errorf("%s has an outcome and no manuscript", name)
		}
	}
	return g
}

func (g *golden) check(t *testing.T, name, got string) {
	t.Helper()
	g.mu.Lock()
	defer g.mu.Unlock()
	if *update {
		g.want[name] = got
		return
	}
	if want := g.want[name]; got != want {
		t.Errorf("outcome:\n%s\nwant:\n%s", got, want)
	}
}

func (g *golden) write(t *testing.T) {
	t.Helper()
	if !*update {
		return
	}
	a := &txtar.Archive{Comment: []byte("What comes of the hostile manuscripts: go test ./book/internal/acceptance -run Hostile -update\n")}
	for _, name := range g.order {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(g.want[name])})
	}
	if err := os.WriteFile(goldenFile, txtar.Format(a), 0o666); err != nil {
		t.Fatal(err)
	}
}

// corpus returns all hostile manuscripts.
func corpus() []hostile {
	var all []hostile
	for _, part := range [][]hostile{
		hostileManifests(), hostileFrontMatter(), hostilePaths(), hostileImages(), hostileSVG(),
		hostileText(), hostileBlocks(), hostileInlines(), hostileNames(), hostileHTML(), hostileSizes(),
	} {
		all = append(all, part...)
	}
	return all
}

// noise returns n bytes that are the same in every run.
func noise(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, 0))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}
