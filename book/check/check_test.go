package check_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/check"
	"octavo/book/source/manuscript"
	"octavo/book/typeset/layout"
	"octavo/book/typeset/theme"
)

var update = flag.Bool("update", false, "rewrite what the rules report in testdata")

// needPages are the rules that show when pages are set.
var needPages = []string{"figure-resolution", "glyph-missing", "line-overfull", "small-caps-made", "table-turned", "table-wide"}

// madeBooks are the rules on books that are too long for a txtar, which have tests of
// their own.
var madeBooks = []string{"page-limit"}

// TestRules runs each rule over two manuscripts of its txtar: one in which it
// reports what is under "want", and one in which it must keep silent.
func TestRules(t *testing.T) {
	files, err := filepath.Glob("testdata/rules/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rule.All() {
		if !r.Fixed() && !slices.Contains(madeBooks, string(r.ID)) && !slices.Contains(files, filepath.Join("testdata", "rules", string(r.ID)+".txtar")) {
			t.Errorf("testdata/rules has no %s.txtar", r.ID)
		}
	}
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			checkRule(t, id, file)
		})
	}
}

func checkRule(t *testing.T, id, file string) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := ""
	var files []txtar.File
	for _, f := range a.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		files = append(files, f)
	}
	got := reports(t, id, "fires/", files)
	if got == "" {
		t.Errorf("the rule does not fire")
	}
	if silent := reports(t, id, "silent/", files); silent != "" {
		t.Errorf("the rule fires where it should not:\n%s", silent)
	}
	if *update {
		a.Files = append(files, txtar.File{Name: "want", Data: []byte(got)})
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// reports returns what a rule, turned on where it is off, says about the
// manuscript below a folder of the txtar.
func reports(t *testing.T, id, folder string, files []txtar.File) string {
	b, list := load(t, folder, files)
	known, _ := rule.Find(book.RuleID(id))
	if known.LevelOf(b.Rules) == rule.Off && b.Rules[id] == "" {
		b.Rules = map[string]string{id: "warning"}
	}
	list = append(list, check.Book(b, 2)...)
	if slices.Contains(needPages, id) {
		list = append(list, pages(t, b)...)
	}
	var s strings.Builder
	for _, d := range book.SortDiagnostics(check.NewPolicy(b).Apply(list)) {
		if string(d.Rule) == id {
			fmt.Fprintln(&s, d)
		} else if d.Severity == book.Error {
			t.Errorf("%s: %s", folder, d)
		}
	}
	return s.String()
}

func pages(t *testing.T, b *book.Book) []book.Diagnostic {
	th, _ := theme.Builtin(b.Theme)
	var list []book.Diagnostic
	for _, e := range b.Editions {
		if e.Format != book.PDF {
			continue
		}
		doc, found, err := layout.Set(b, th, layout.Options{Workers: 1, Trim: e.Trim, Media: e.Media})
		if err != nil {
			t.Fatal(err)
		}
		list = append(append(list, found...), check.Pages(b, doc, e.Media)...)
	}
	return list
}

// load reads the manuscript of the files below folder. A book.yaml that is
// missing is one with all the chapters; a file that holds "picture 30x20" becomes a
// PNG of that size, also "without IEND", one that holds "copy x" a copy of the file x, and one that holds
// "variable x" a font like it with a table of variations; "epoch" is the time of the edition.
func load(t *testing.T, folder string, files []txtar.File) (*book.Book, []book.Diagnostic) {
	dir := t.TempDir()
	var opts manuscript.Options
	chapters, manifest := []string{}, false
	for _, f := range files {
		name, ok := strings.CutPrefix(f.Name, folder)
		if !ok {
			continue
		}
		if name == "epoch" {
			at, err := time.Parse(time.DateOnly, strings.TrimSpace(string(f.Data)))
			if err != nil {
				t.Fatal(err)
			}
			opts.Epoch = &at
			continue
		}
		manifest = manifest || name == "book.yaml"
		if strings.HasSuffix(name, ".md") {
			chapters = append(chapters, name)
		}
		write(t, filepath.Join(dir, name), f.Data)
	}
	if !manifest {
		write(t, filepath.Join(dir, "book.yaml"), fmt.Appendf(nil, "title: Straits\nlanguage: en\nchapters: [%s]\n", strings.Join(chapters, ", ")))
	}
	b, list, err := manuscript.Load(dir, opts)
	if err != nil || b == nil {
		t.Fatal(err, list)
	}
	return b, list
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	var w, h int
	if _, err := fmt.Sscanf(string(data), "picture %dx%d", &w, &h); err == nil {
		open := bytes.HasSuffix(bytes.TrimSpace(data), []byte("without IEND"))
		if data = picture(t, w, h); open {
			data = data[:len(data)-12]
		}
	}
	for _, how := range []string{"copy ", "variable "} {
		if file, ok := bytes.CutPrefix(data, []byte(how)); ok {
			var err error
			if data, err = os.ReadFile(strings.TrimSpace(string(file))); err != nil {
				t.Fatal(err)
			}
			if how == "variable " {
				data = bytes.Replace(data, []byte("GDEF"), []byte("fvar"), 1)
			}
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func picture(t *testing.T, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Gray{128}})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPolicy sets levels and silences lines.
func TestPolicy(t *testing.T) {
	const chapter = "fires/a.md"
	text := "---\ntitle: A\ndate: 2025-01-01\nauthors: [{name: Ann Lee}]\n---\n\n![A](a.png)\n\nNow!!\n\n<!-- octavo: allow figure-credit -->\n![B](a.png)\n"
	for _, c := range []struct{ name, rules, want string }{
		{"by default", "", "7 warning figure-credit, 9 warning exclamations"},
		{"an error", "rules: {figure-credit: error}", "7 error figure-credit, 9 warning exclamations"},
		{"off", "rules: {exclamations: off}", "7 warning figure-credit"},
		{"a group", "rules: {figures: error}", "7 error figure-caption, 7 error figure-credit, 9 warning exclamations, 12 error figure-caption"},
		{"a rule before its group", "rules: {figures: off, figure-credit: error}", "7 error figure-credit, 9 warning exclamations"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, list := load(t, "fires/", []txtar.File{
				{Name: chapter, Data: []byte(text)},
				{Name: "fires/a.png", Data: []byte("picture 600x400")},
				{Name: "fires/book.yaml", Data: []byte("title: Straits\nlanguage: en\nchapters: [a.md]\n" + c.rules + "\n")},
			})
			var got []string
			for _, d := range book.SortDiagnostics(check.NewPolicy(b).Apply(append(list, check.Book(b, 2)...))) {
				got = append(got, fmt.Sprintf("%d %s %s", d.Pos.Line, d.Severity, d.Rule))
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("got %s\nwant %s", s, c.want)
			}
		})
	}
}

// TestPolicyErrors keeps what readers report as errors.
func TestPolicyErrors(t *testing.T) {
	at := book.Pos{File: "a.md", Line: 3}
	b := &book.Book{
		Rules:  map[string]string{"structure": "off", "figures": "off"},
		Allows: []book.Allow{{Rule: "control-character", Pos: at, First: 1, Last: 9}},
	}
	list := []book.Diagnostic{
		rule.ControlCharacter.FatalAt(at, "", "an escape"),
		rule.LinkDead.At(at, "", "a dead link"),
		{Pos: at, Rule: "no-such-rule", Message: "of a package that the table does not know"},
		rule.RawHTML.At(at, "", "an element"),
	}
	if got := check.NewPolicy(b).Apply(list); len(got) != 3 {
		t.Errorf("got %v", got)
	}
}

// TestBound holds a rule to its bound on reports, and counts the rest.
func TestBound(t *testing.T) {
	text := "---\ntitle: A\ndate: 2025-01-01\nauthors: [{name: Ann Lee}]\n---\n\n" + strings.Repeat("Now!!\n\n", 1234)
	b, _ := load(t, "fires/", []txtar.File{{Name: "fires/a.md", Data: []byte(text)}})
	got := check.Book(b, 2)
	if len(got) != 101 || got[100].Message != "1134 more places of the kind in this file" {
		t.Errorf("%d reports, the last: %v", len(got), got[len(got)-1])
	}
}

// TestDatedAfterBuild dates an edition after the time that the caller gives: by a day in
// which some place may be, and by more.
func TestDatedAfterBuild(t *testing.T) {
	for _, tt := range []struct{ name, date, want string }{
		{"with it", "2025-11-18", ""},
		{"a day later", "2025-11-19", ""},
		{"two days later", "2025-11-20", "book.yaml: warning: the edition is dated 2025-11-20, after the time of the build, 2025-11-18T00:00:00Z [date-future]\n" +
			"    hint: check the date, and SOURCE_DATE_EPOCH\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := reports(t, "date-future", "x/", []txtar.File{
				{Name: "x/book.yaml", Data: []byte("title: Straits\nlanguage: en\ndate: " + tt.date + "\nchapters: [a.md]\n")},
				{Name: "x/a.md", Data: []byte("---\ntitle: T\nauthors: [{name: Ann Lee}]\n---\n\nText.\n")},
				{Name: "x/epoch", Data: []byte("2025-11-18\n")},
			})
			if got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// TestCoverBounds has covers of just enough pixels, and of one fewer.
func TestCoverBounds(t *testing.T) {
	for _, tt := range []struct{ size, want string }{
		{"625x1000", ""},
		{"624x1000", "the cover has 624 by 1000 pixels; stores want 625 by 1000 at least"},
		{"625x999", "the cover has 625 by 999 pixels; stores want 625 by 1000 at least"},
		{"1000x625", "the cover has 1000 by 625 pixels; stores want 625 by 1000 at least"},
	} {
		t.Run(tt.size, func(t *testing.T) {
			got := reports(t, "cover-size", "x/", []txtar.File{
				{Name: "x/book.yaml", Data: []byte("title: Straits\nlanguage: en\ncover: c.png\nchapters: [a.md]\n")},
				{Name: "x/a.md", Data: []byte("---\ntitle: T\nauthors: [{name: Ann Lee}]\n---\n\nText.\n")},
				{Name: "x/c.png", Data: []byte("picture " + tt.size)},
			})
			want := tt.want
			if want != "" {
				want = "book.yaml:3:8: warning: " + want + " [cover-size]\n    hint: best are 1600 by 2560\n"
			}
			if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}
