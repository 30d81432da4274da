package acceptance

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/check/inspect"
	"octavo/book/compile"
	"octavo/book/font/shape"
	"octavo/book/ingest"
	"octavo/book/internal/scribble"
	"octavo/book/source/manuscript"
)

// The program is fuzzed as a whole: package scribble makes manuscripts and
// articles, and the driver, at times the command itself, has to make good
// editions of them or say what is wrong. Each case has a seed of its own, the
// first that of the flag, so that
//
//	go test ./book/internal/acceptance -run TestProgram -program.seed=SEED -program.cases=1
//
// runs one case again. As a test it runs a few cases that are the same each time;
// .ci/fuzz has it run for as long as is wanted.
var program = struct {
	seed    *uint64
	cases   *int
	time    *time.Duration
	judge   *int
	octavo  *string
	keep    *string
	imports *int
}{
	flag.Uint64("program.seed", 1, "the seed of the first case of TestProgram"),
	flag.Int("program.cases", 50, "how many cases TestProgram runs, a tenth of a second of processor each"),
	flag.Duration("program.time", 0, "how long TestProgram runs, instead of a number of cases"),
	flag.Int("program.judge", 50, "one in so many books that TestProgram makes is shown to the judges; 0 for none"),
	flag.String("program.octavo", "", "the command, which TestProgram runs for one case in ten"),
	flag.String("program.keep", "", "the folder for what fails in TestProgram, instead of that for temporary files"),
	flag.Int("program.imports", 3, "one case in so many is an import"),
}

func TestProgram(t *testing.T) {
	if testing.Short() {
		*program.cases = min(*program.cases, 15)
	}
	p := newCampaign(t)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(p.work)
	}
	wait.Wait()
	t.Logf("execs: %d from seed %d: %d books made, %d manuscripts stopped, %d imports, %d refused, %d runs of the command, %d failed",
		p.next, *program.seed, p.made, p.stopped, p.imports, p.refused, p.runs, p.failed)
	if p.next > 500 && (p.made < p.next/4 || p.stopped < p.next/20 || p.refused == 0) {
		t.Error("the cases are lopsided: they try too little")
	}
	if len(p.editions) > 0 {
		t.Run("judges", func(t *testing.T) { judge(t, p.editions) })
	}
}

// A campaign is one run of the fuzzer.
type campaign struct {
	t       *testing.T
	samples scribble.Samples
	fonts   *shape.Library // which takes half of the time of a case to read
	dir     string         // of the manuscripts at hand
	shelf   string         // for the judges
	end     time.Time

	mu                                            sync.Mutex
	next                                          int // case
	made, stopped, imports, refused, runs, failed int
	editions                                      []string
}

func newCampaign(t *testing.T) *campaign {
	p := &campaign{t: t, samples: goodSamples(t), fonts: shape.Builtin(), dir: t.TempDir(), shelf: t.TempDir()}
	if *program.time > 0 {
		p.end = time.Now().Add(*program.time)
	}
	return p
}

// goodSamples are the pictures and fonts of the tests.
func goodSamples(t *testing.T) scribble.Samples {
	s := scribble.Samples{Pictures: map[string]string{"plain-cover.png": smallCover()}, Fonts: map[string]string{}, Cover: "plain-cover.png"}
	for pattern, into := range map[string]map[string]string{"testdata/images/*": s.Pictures, "../../font/sfnt/testdata/*.otf": s.Fonts} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			into[filepath.Base(file)] = string(data)
		}
	}
	delete(s.Pictures, "cmyk.tiff") // one that the decoder does not know
	return s
}

// work runs cases until there are enough, or too many that failed.
func (p *campaign) work() {
	for {
		p.mu.Lock()
		i := p.next
		enough := i >= *program.cases
		if !p.end.IsZero() {
			enough = time.Now().After(p.end)
		}
		if enough || p.failed >= 10 {
			p.mu.Unlock()
			return
		}
		p.next++
		p.mu.Unlock()
		p.run(i, *program.seed+uint64(i))
	}
}

// run runs one case. Its folder is there while it runs, for the sake of faults
// that end the process.
func (p *campaign) run(i int, seed uint64) {
	f, err := p.material(seed)
	if err != nil {
		p.fail(seed, f, err)
		return
	}
	if f == nil {
		return
	}
	dir := filepath.Join(p.dir, fmt.Sprint("seed-", seed))
	if err = p.attempt(i, dir, f); err != nil {
		p.fail(seed, p.shrunk(f, err), err)
	}
	if err := os.RemoveAll(dir); err != nil {
		p.t.Error(err)
	}
}

// material is the manuscript of a seed; or an import, whose first article is made
// the chapter of a book. It is nil for a file that was refused.
func (p *campaign) material(seed uint64) (scribble.Folder, error) {
	if seed%uint64(*program.imports) != 0 {
		return scribble.Manuscript(seed, p.samples), nil
	}
	a := scribble.Import(seed, p.samples)
	as := scribble.Folder{a.Name: string(a.Data)}
	opt := ingest.Options{Open: func(string) ([]byte, error) { return []byte(p.samples.Pictures["plain.png"]), nil }}
	results, err := within(func(context.Context) ([]ingest.Result, error) { return ingest.Read(a.Name, a.Data, opt) })
	p.count(&p.imports)
	if errors.Is(err, errPanic) || errors.Is(err, errHang) {
		return as, err
	}
	if err != nil {
		p.count(&p.refused)
		if book.Printable(err.Error()) != err.Error() {
			return as, fmt.Errorf("an error that acts on a terminal: %q", err)
		}
		return nil, nil
	}
	if len(results) == 0 {
		return as, errors.New("neither an article nor an error")
	}
	f := scribble.Folder{"book.yaml": manifest("a.md") + "cover: c.png\n", "c.png": smallCover(), "a.md": string(results[0].Markdown)}
	for _, picture := range results[0].Pictures {
		f[picture.Path] = string(picture.Data)
	}
	return f, nil
}

func (p *campaign) count(n *int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	*n++
}

// fail reports a case and keeps its files.
func (p *campaign) fail(seed uint64, f scribble.Folder, err error) {
	p.count(&p.failed)
	keep := filepath.Join(cmp.Or(*program.keep, os.TempDir()), fmt.Sprint("octavo-program-", seed))
	folder(f).writeTo(p.t, keep)
	p.t.Errorf("seed %d: %v\nits files, made smaller: %s\nagain: go test ./book/internal/acceptance -run TestProgram -program.seed=%d -program.cases=1", seed, err, keep, seed)
}

// shrunk is a smaller folder that fails in the same way, as far as the first
// words tell: numbers and places differ.
func (p *campaign) shrunk(f scribble.Folder, err error) scribble.Folder {
	if errors.Is(err, errHang) {
		return f
	}
	const most = 300                                                                      // trials, some seconds
	p = &campaign{t: p.t, samples: p.samples, fonts: p.fonts, dir: p.dir, shelf: p.shelf} // whose counts are its own
	return scribble.Shrink(f, most, func(f scribble.Folder) bool {
		dir, made := os.MkdirTemp(p.dir, "smaller-")
		if made != nil {
			return false
		}
		defer os.RemoveAll(dir)
		again := p.attempt(1, filepath.Join(dir, "m"), f)
		return again != nil && kindOf(again) == kindOf(err)
	})
}

// kindOf is an error without digits, quotations and what follows a colon.
func kindOf(err error) string {
	head, _, _ := strings.Cut(err.Error(), ":")
	head, _, _ = strings.Cut(head, "\"")
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, head)
}

var (
	errPanic = errors.New("panic")
	errHang  = errors.New("hangs")
)

// within calls f, and returns errPanic or errHang when it panics or does not come
// back by far in time. A case takes some milliseconds.
func within[T any](f func(context.Context) (T, error)) (T, error) {
	const patience = time.Minute // for a machine that is busy
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if v := recover(); v != nil {
				stack := make([]byte, 1<<14)
				o.err = fmt.Errorf("%w: %v\n%s", errPanic, v, stack[:runtime.Stack(stack, false)])
			}
			done <- o
		}()
		o.value, o.err = f(ctx)
	}()
	select {
	case o := <-done:
		if ctx.Err() != nil {
			return o.value, errHang
		}
		return o.value, o.err
	case <-time.After(patience + 10*time.Second):
		stacks := make([]byte, 1<<18)
		var none T
		return none, fmt.Errorf("%w:\n%s", errHang, stacks[:runtime.Stack(stacks, true)])
	}
}

// attempt builds the i-th case and returns what is wrong with what came of it.
func (p *campaign) attempt(i int, dir string, f scribble.Folder) error {
	folder(f).writeTo(p.t, dir)
	build := func(workers int) (*compile.Result, error) {
		return within(func(ctx context.Context) (*compile.Result, error) {
			return compile.Build(ctx, compile.Options{Dir: dir, Version: "0.0.0", Workers: workers, Fonts: p.fonts})
		})
	}
	res, err := build(1)
	if err != nil {
		return err
	}
	if err := tells(f, res); err != nil {
		return err
	}
	if res.Stopped {
		p.count(&p.stopped)
	} else {
		p.count(&p.made)
		if err := p.good(i, dir, res); err != nil {
			return err
		}
	}
	if i%8 == 0 {
		again, err := build(3)
		if err != nil {
			return err
		}
		if err := same(res, again); err != nil {
			return err
		}
	}
	if *program.octavo != "" && i%10 == 0 {
		p.count(&p.runs)
		return commanded(dir, res)
	}
	return nil
}

// tells holds the diagnostics to their form, and the result to what they say.
func tells(f scribble.Folder, res *compile.Result) error {
	for _, d := range res.Diagnostics {
		_, known := rule.Find(d.Rule)
		_, there := f[d.Pos.File]
		switch line := d.String(); {
		case !known:
			return fmt.Errorf("no such rule: %s", line)
		case d.Message == "" || strings.Contains(d.Message+d.Hint, "\n") || strings.Contains(line, "goroutine") || strings.Contains(line, "runtime error"):
			return fmt.Errorf("a message of no use: %q", line)
		case !there && d.Pos.Line > 0:
			return fmt.Errorf("a place in no file: %s", line)
		case there && d.Pos.Line > 2+strings.Count(f[d.Pos.File], "\n")+strings.Count(f[d.Pos.File], "\r"):
			return fmt.Errorf("a place behind the end: %s", line)
		}
	}
	if res.Stopped != book.HasErrors(res.Diagnostics) || res.Stopped != (len(res.Editions) == 0) {
		return fmt.Errorf("stopped %v with %d editions, errors %v", res.Stopped, len(res.Editions), book.HasErrors(res.Diagnostics))
	}
	return nil
}

// good holds editions to the standards and to the words of the manuscript.
func (p *campaign) good(i int, dir string, res *compile.Result) error {
	b, _, err := manuscript.Load(dir, manuscript.Options{Workers: 1})
	if err != nil {
		return err
	}
	for k, e := range res.Editions {
		_, _, found := inspect.File(e.Name, bytes.NewReader(e.Data), int64(len(e.Data)))
		// A book may leave the bookmarks out of a file for a printer.
		if found = slices.DeleteFunc(found, func(d book.Diagnostic) bool { return d.Rule == "pdf-outline" }); len(found) > 0 {
			return fmt.Errorf("inspect finds: %v", found)
		}
		text, err := textOf(e)
		if err != nil {
			return fmt.Errorf("%s cannot be read: %w", e.Format, err)
		}
		if lost := lost(b, text); lost != "" {
			return fmt.Errorf("%s %s has not: %s", e.Format, e.Profile, lost)
		}
		if *program.judge > 0 && i%*program.judge == 0 {
			path := filepath.Join(p.shelf, fmt.Sprintf("%d-%d.%s", i, k, e.Format))
			if err := os.WriteFile(path, e.Data, 0o666); err != nil {
				return err
			}
			p.mu.Lock()
			p.editions = append(p.editions, path)
			p.mu.Unlock()
		}
	}
	return nil
}

// textOf is the text of an edition, by readers that know nothing of the encoders.
func textOf(e compile.Edition) (string, error) {
	if e.Format == book.PDF {
		if err := parsePDF(e); err != nil {
			return "", err
		}
		return pdfText(e)
	}
	docs, err := readEPUB(e.Data)
	var b strings.Builder
	for _, d := range docs {
		s, err := d.text()
		if err != nil {
			return "", err
		}
		b.WriteString(s + "\n")
	}
	return b.String(), err
}

// lost names the letters and digits that the book has more often than the text of
// an edition, without regard to capitals: the order of a page is its own.
func lost(b *book.Book, text string) string {
	have := map[rune]int{}
	for _, r := range strings.ToUpper(text) {
		have[r]++
	}
	var missing []rune
	for _, c := range b.Chapters() {
		for _, r := range runs(c) {
			for _, letter := range strings.ToUpper(r.text) {
				if have[letter]--; have[letter] == -1 && (unicode.IsLetter(letter) || unicode.IsDigit(letter)) {
					missing = append(missing, letter)
				}
			}
		}
	}
	slices.Sort(missing)
	return string(missing)
}

// same compares two builds of a folder.
func same(a, b *compile.Result) error {
	if diagnostics(a) != diagnostics(b) || len(a.Editions) != len(b.Editions) {
		return fmt.Errorf("the second build differs:\n%s\n%s", diagnostics(a), diagnostics(b))
	}
	for i, e := range a.Editions {
		if e.Name != b.Editions[i].Name || !bytes.Equal(e.Data, b.Editions[i].Data) {
			return fmt.Errorf("the second build has other bytes in the edition %s", e.Name)
		}
	}
	return nil
}
