package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// small is a module with the product's shape: a package below, and the command,
// whose tests see what the package's own do not.
var small = map[string]string{
	"go.mod": "module small\n\ngo 1.26.0\n",
	"book/book.go": `package book

import "errors"

type Page struct {
	N int ` + "`json:\"n\"`" + `
}

func Sum(pages []Page, from int) (n int, err error) {
	if from < 0 {
		return 0, errors.New("negative")
	}
	for i := from; i < len(pages); i++ {
		if pages[i].N == 7 || pages[i].N > 90 {
			continue
		}
		n += pages[i].N
	}
	if n > 1<<20 {
		panic("too " + "many")
	}
	return n, nil
}

func List(even bool) []string {
	list := make([]string, 0, 2)
	list = append(list, "a", "b")
	switch {
	case even:
		even = false
	}
	return list
}
`,
	"book/book_test.go": `package book

import "testing"

func TestSum(t *testing.T) {
	if n, _ := Sum([]Page{{1}, {7}, {2}}, 1); n != 2 {
		t.Error(n)
	}
}
`,
	"cmd/octavo/main.go": `package main

import (
	"fmt"
	"small/book"
)

func main() { fmt.Println(text()) }

func text() string { return fmt.Sprint(book.List(true)) }
`,
	"cmd/octavo/main_test.go": `package main

import "testing"

func TestText(t *testing.T) {
	if got := text(); got != "[a b]" {
		t.Error(got)
	}
}
`,
}

func smallTree(t *testing.T) string {
	root := t.TempDir()
	for name, text := range small {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// TestFind compares all ways to break a file that compile with what they should
// be: nothing of imports, tags, capacities and panics.
func TestFind(t *testing.T) {
	tree, err := readTree(smallTree(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range tree.find(tree.packs["small/book"], 0) {
		if tree.compiles(m) {
			was, is := m.diff()
			got = append(got, m.op+": "+was+" => "+is)
		}
	}
	slices.Sort(got)
	want := strings.Split(strings.TrimSpace(`
append: list = append(list, "a", "b") => list = append(list, "a")
append: list = append(list, "a", "b") => list = append(list, "b")
arith: for i := from; i < len(pages); i++ { => for i := from; i < len(pages); i-- {
arith: if n > 1<<20 { => if n > 1>>20 {
arith: n += pages[i].N => n -= pages[i].N
bool: even = false => even = true
boundary: for i := from; i < len(pages); i++ { => for i := from; i <= len(pages); i++ {
boundary: if from < 0 { => if from <= 0 {
boundary: if n > 1<<20 { => if n >= 1<<20 {
boundary: if pages[i].N == 7 || pages[i].N > 90 { => if pages[i].N == 7 || pages[i].N >= 90 {
constant: if from < 0 { => if from < 1 {
constant: if n > 1<<20 { => if n > 0<<20 {
constant: if n > 1<<20 { => if n > 1<<0 {
constant: if n > 1<<20 { => if n > 1<<21 {
constant: if n > 1<<20 { => if n > 2<<20 {
constant: if pages[i].N == 7 || pages[i].N > 90 { => if pages[i].N == 0 || pages[i].N > 90 {
constant: if pages[i].N == 7 || pages[i].N > 90 { => if pages[i].N == 7 || pages[i].N > 0 {
constant: if pages[i].N == 7 || pages[i].N > 90 { => if pages[i].N == 7 || pages[i].N > 91 {
constant: if pages[i].N == 7 || pages[i].N > 90 { => if pages[i].N == 8 || pages[i].N > 90 {
constant: list := make([]string, 0, 2) => list := make([]string, 1, 2)
constant: return 0, errors.New("negative") => return 1, errors.New("negative")
delete: even = false =>
delete: list = append(list, "a", "b") =>
delete: n += pages[i].N =>
equal: if pages[i].N == 7 || pages[i].N > 90 { => if pages[i].N != 7 || pages[i].N > 90 {
jump: continue =>
logic: if pages[i].N == 7 || pages[i].N > 90 { => if pages[i].N == 7 && pages[i].N > 90 {
negate: case even: => case !(even):
negate: for i := from; i < len(pages); i++ { => for i := from; !(i < len(pages)); i++ {
negate: if from < 0 { => if !(from < 0) {
negate: if n > 1<<20 { => if !(n > 1<<20) {
negate: if pages[i].N == 7 || pages[i].N > 90 { => if !(pages[i].N == 7 || pages[i].N > 90) {
string: list = append(list, "a", "b") => list = append(list, "", "b")
string: list = append(list, "a", "b") => list = append(list, "a", "")
string: return 0, errors.New("negative") => return 0, errors.New("")
zero: return list => return nil
zero: return n, nil => return 0, nil`), "\n")
	for i, line := range got {
		got[i] = strings.TrimSpace(line)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// TestAbove looks at the order of the packages that see a fault.
func TestAbove(t *testing.T) {
	tree, err := readTree(smallTree(t))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range tree.above(tree.packs["small/book"]) {
		got = append(got, p.ImportPath)
	}
	if want := []string{"small/book", "small/cmd/octavo"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestRun judges single faults of the small tree, and makes sure that the tree
// is as it was.
func TestRun(t *testing.T) {
	root := smallTree(t)
	for _, test := range []struct {
		only, says string
		good       bool
	}{
		{"book/book.go:17:arith", "seen by small/book, which fails", true},
		{"book/book.go:27:append", "seen by small/cmd/octavo, which fails", true},
		{"book/book.go:11:string", "SURVIVED 0 packages", false}, // no test comes there
		{"book/book.go:13:negate", "seen by small/book, which fails", true},
	} {
		var out bytes.Buffer
		good, err := run(t.Context(), root, options{seed: 1, workers: 2, only: test.only}, &out)
		if err != nil || good != test.good || !strings.Contains(out.String(), test.says) {
			t.Errorf("%s: %v, %v\n%s", test.only, good, err, out.String())
		}
	}
	for name, want := range small {
		if got, err := os.ReadFile(filepath.Join(root, name)); err != nil || string(got) != want {
			t.Errorf("%s is not as it was: %v", name, err)
		}
	}
}

// TestSchema puts faults into one program and reads what the compiler gets: a body for
// each, and the mark of each in the body as it is.
func TestSchema(t *testing.T) {
	root := smallTree(t)
	source := `package book

var first = "a"

func F(a int) int {
	if a > 1 { return a + 2 }
	return 3
}

func G() int {
out:
	for { break out }
	return 4
}
`
	for name, text := range map[string]string{
		"book/book.go":       source,
		"cmd/octavo/main.go": "package main\n\nimport (\n\t\"fmt\"\n\t\"small/book\"\n)\n\nfunc main() { fmt.Println(book.F(1)) }\n",
	} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := readTree(root)
	if err != nil {
		t.Fatal(err)
	}
	var ms []mutant
	for _, place := range []string{"book/book.go:3:string", "book/book.go:6:boundary", "book/book.go:6:arith", "book/book.go:13:zero"} {
		ms = append(ms, newDeck(tree, 1, "").named(place)...)
	}
	p := tree.packs["small/book"]
	files, held := tree.schemaOf(p, ms, []int{0, 1, 2, 3}, fmt.Sprintf(helper, p.Name, len(ms), marking, "marks-"))
	if !slices.Equal(held, []int{1, 2}) { // a variable, and a function with a label, are not
		t.Errorf("holds %v", held)
	}
	want := strings.Replace(source, `{
	if a > 1 { return a + 2 }
	return 3
}`, `{if mutationIs(1) {
	if a >= 1 { return a + 2 }
	return 3

} else if mutationIs(2) {
	if a > 1 { return a - 2 }
	return 3

} else {
	mutationMark(1); if a > 1 { mutationMark(2); return a + 2 }
	return 3

}}`, 1)
	if got := string(files[filepath.Join(root, "book/book.go")]); got != want {
		t.Errorf("got\n%s", got)
	}
}

// TestHang makes sure that a fault that runs for ever is seen.
func TestHang(t *testing.T) {
	root := smallTree(t)
	loop := strings.Replace(small["book/book.go"], "i++ {", "i += 1 {", 1)
	if err := os.WriteFile(filepath.Join(root, "book/book.go"), []byte(loop), 0o666); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	good, err := run(t.Context(), root, options{seed: 1, workers: 1, only: "book/book.go:13:constant", limit: 1}, &out)
	if err != nil || !good || !strings.Contains(out.String(), "which hangs") {
		t.Errorf("%v, %v\n%s", good, err, out.String())
	}
}

// TestSeed draws the same mutants again, whatever the number of workers, and
// others for another seed.
func TestSeed(t *testing.T) {
	root := smallTree(t)
	list := func(seed uint64, workers, skip int) string {
		var out bytes.Buffer
		if _, err := run(t.Context(), root, options{seed: seed, count: 5 - skip, skip: skip, workers: workers, list: true}, &out); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	first := list(1, 1, 0)
	if got := list(1, 3, 0); got != first {
		t.Errorf("another draw:\n%s\n%s", first, got)
	}
	if got := list(2, 1, 0); got == first {
		t.Error("another seed draws the same")
	}
	if got := list(1, 1, 2); !strings.HasSuffix(first, got) || got == "" {
		t.Errorf("after two of\n%s\ncomes\n%s", first, got)
	}
}

// TestClaims holds the file of equivalents to the tree: what it claims has to be
// a mutant that is there, with a reason.
func TestClaims(t *testing.T) {
	claims, err := readClaims(equivalents)
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := readTree(root)
	if err != nil {
		t.Fatal(err)
	}
	there := map[claim]bool{}
	for _, p := range tree.product() {
		for file := range p.files {
			for _, m := range tree.find(p, file) {
				there[tree.claim(m)] = true
			}
		}
	}
	for c, reason := range claims {
		if !there[c] {
			t.Errorf("%s %s: no such mutant\n- %s\n+ %s", c.path, c.op, c.was, c.is)
		}
		if !regexp.MustCompile(`\w+ \w+ \w+`).MatchString(reason) {
			t.Errorf("%s %s: no reason: %q", c.path, c.op, reason)
		}
	}
}

// TestLongTests tells the slow tests from what they print.
func TestLongTests(t *testing.T) {
	out := "=== RUN TestA\n--- PASS: TestA (0.50s)\n    --- PASS: TestA/b (9.00s)\n--- PASS: TestB (20.00s)\n--- SKIP: TestC (0.00s)\n--- PASS: FuzzD (1.50s)\nPASS\n"
	if got := longTests(out); !slices.Equal(got, []string{"FuzzD", "TestB"}) {
		t.Errorf("%q", got)
	}
}

func TestReadClaims(t *testing.T) {
	for text, want := range map[string]string{
		"a.go boundary\n- x\n+ y\n  one\n  two\n": "one two",
		"a.go sideways\n- x\n+ y\n  one\n":        "equivalent.txt:1: not a path and an operator",
		"# no claim\n- x\n+ y\n  one\n":           "equivalent.txt:4: a reason of nothing",
	} {
		claims, err := readClaims(text)
		if got := claims[claim{"a.go", "boundary", "x", "y"}]; got != want && (err == nil || err.Error() != want) {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
