package acceptance

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/compile"
)

// A folder is a manuscript: what each file holds, by its slash path.
type folder map[string]string

// manifest is a book of the chapters named.
func manifest(chapters ...string) string {
	return "title: A Small Book\nlanguage: en\npublisher: Harbour Press\ndate: 2025-11-05\nchapters: [" +
		strings.Join(chapters, ", ") + "]\n"
}

// article is a chapter file that no rule has anything against.
func article(title, body string) string {
	return fmt.Sprintf("---\ntitle: %q\ndate: 2025-11-01\nauthors: [{name: Ann Lee}]\n---\n%s", title, body)
}

// one is a book with one chapter.
func one(body string) folder {
	return folder{"book.yaml": manifest("a.md"), "a.md": article("One", body)}
}

// with adds a file.
func (f folder) with(path, data string) folder {
	f[path] = data
	return f
}

// write makes the folder on disk.
func (f folder) write(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "manuscript")
	f.writeTo(t, dir)
	return dir
}

func (f folder) writeTo(t testing.TB, dir string) {
	t.Helper()
	for path, data := range f {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// deadline is far above what any build of the tests takes: it ends one that
// hangs, and says where.
const deadline = 2 * time.Minute

// guarded is hold for a build whose pages have to be sound.
func guarded(t testing.TB, opt compile.Options) (*compile.Result, error) {
	t.Helper()
	opt.Inspect = swept(t)
	return hold(t, opt)
}

// hold runs compile.Build, and fails the test when it does not come back.
func hold(t testing.TB, opt compile.Options) (*compile.Result, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), deadline)
	defer cancel()
	type outcome struct {
		res *compile.Result
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		res, err := compile.Build(ctx, opt)
		done <- outcome{res, err}
	}()
	select {
	case o := <-done:
		return o.res, o.err
	case <-time.After(deadline + 30*time.Second):
		stacks := make([]byte, 1<<20)
		t.Fatalf("the build hangs:\n%s", stacks[:runtime.Stack(stacks, true)])
		return nil, nil
	}
}

// made builds the editions of a folder, which has no errors.
func made(t testing.TB, dir string, formats ...book.Format) *compile.Result {
	t.Helper()
	res, err := guarded(t, compile.Options{Dir: dir, Formats: formats, Version: "0.0.0"})
	if err != nil {
		t.Fatal(err)
	}
	if res.Stopped {
		t.Fatalf("the build stopped:\n%s", diagnostics(res))
	}
	return res
}

// diagnostics prints what was found, without hints.
func diagnostics(res *compile.Result) string {
	var b strings.Builder
	for _, d := range res.Diagnostics {
		d.Hint = ""
		fmt.Fprintln(&b, d)
	}
	return b.String()
}

// edition returns the first edition of a format.
func edition(t testing.TB, res *compile.Result, format book.Format) compile.Edition {
	t.Helper()
	for _, e := range res.Editions {
		if e.Format == format {
			return e
		}
	}
	t.Fatalf("no %s edition", format)
	return compile.Edition{}
}

// save writes an edition under a name of the test's choice and returns its
// path.
func save(t testing.TB, dir, name string, e compile.Edition) string {
	t.Helper()
	end := "." + string(e.Format)
	path := filepath.Join(dir, strings.NewReplacer("/", "-", " ", "-", end, "").Replace(name)+end)
	if err := os.WriteFile(path, e.Data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
