package validator

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestSoundFilesPass(t *testing.T) {
	epub := writeEPUB(t, "good.epub", goodBody)
	pdf := plainPDF(t, "plain.pdf")
	t.Run("epubcheck", func(t *testing.T) { EPUBCheckClean(t, epub, epub) })
	t.Run("ace", func(t *testing.T) { Ace(t, epub) })
	t.Run("qpdf", func(t *testing.T) { QPDF(t, pdf) })
	t.Run("engines", func(t *testing.T) { EnginesAgree(t, pdf) })
}

func TestEPUBCheckFindsFaults(t *testing.T) {
	good, bad := writeEPUB(t, "good.epub", goodBody), writeEPUB(t, "bad.epub", badBody)
	junk := write(t, "junk.epub", []byte("no archive"))
	found := epubcheck(t, []string{bad, good, junk})
	for i, want := range [][]string{{"RSC-005", "RSC-007"}, nil, {"PKG-003", "PKG-008"}} {
		var ids []string
		for _, m := range found[i] {
			if m.Severity == "ERROR" || m.Severity == "FATAL" {
				ids = append(ids, m.ID)
			}
		}
		if !reflect.DeepEqual(ids, want) {
			t.Errorf("file %d: findings %v, want %v", i, found[i], want)
		}
	}
	for _, m := range EPUBCheck(t, bad) {
		if m.ID == "RSC-007" && (m.File != "bad.epub" || m.Path != "EPUB/a.xhtml" || m.Line != 4 || m.Column == 0) {
			t.Errorf("missing picture is reported at %v", m)
		}
	}
}

func TestAceFindsFaults(t *testing.T) {
	found := AceViolations(t, writeEPUB(t, "bad.epub", badBody))
	for _, v := range found {
		if v.Rule == "image-alt" && v.Document == "a.xhtml" && v.Impact == "critical" && v.Where == "img" {
			return
		}
	}
	t.Errorf("no image-alt among the violations: %v", found)
}

func TestVeraPDFFindsFaults(t *testing.T) {
	first, second := plainPDF(t, "first.pdf"), plainPDF(t, "second")
	for flavour, want := range map[string][]string{
		UA1: {"7.1/11", "7.21.4.1/1"},      // no structure tree, font not embedded
		A2a: {"6.7.3.3/1", "6.2.11.4.1/1"}, // the same
	} {
		found := map[string]bool{}
		for _, f := range VeraPDFFailures(t, flavour, first, second) {
			if f.Count > 0 && f.Context != "" && f.Message != "" {
				found[fmt.Sprintf("%s: %s/%d", f.File, f.Clause, f.Test)] = true
			}
		}
		for _, rule := range want {
			if !found["first.pdf: "+rule] || !found["second: "+rule] {
				t.Errorf("%s: %s is not found in both files: %v", flavour, rule, found)
			}
		}
	}
}

func TestTextAndPages(t *testing.T) {
	pdf := plainPDF(t, "plain.pdf")
	const one, two = "A harbour is a promise.", "Ships keep it."
	for name, read := range map[string]func(testing.TB, string, TextOptions) string{"poppler": PDFText, "mupdf": MuText} {
		for _, tt := range []struct {
			opts TextOptions
			want []string
		}{
			{TextOptions{}, []string{one, two}},
			{TextOptions{Last: 1}, []string{one}},
			{TextOptions{First: 2}, []string{two}},
			{TextOptions{First: 2, Last: 2, Raw: true}, []string{two}},
			{TextOptions{Layout: true}, []string{one, two}},
		} {
			var got []string
			for _, page := range strings.Split(read(t, pdf, tt.opts), "\f") {
				if page = strings.TrimSpace(page); page != "" {
					got = append(got, page)
				}
			}
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%s %+v: %q, want %q", name, tt.opts, got, tt.want)
			}
		}
	}
	for name, render := range map[string]func(testing.TB, string, int) []string{"poppler": PDFPages, "mupdf": MuPages} {
		pages := render(t, pdf, 144)
		if len(pages) != 2 {
			t.Fatalf("%s: %d pages, want 2", name, len(pages))
		}
		if w, h := size(t, pages[1]); w != 600 || h != 200 {
			t.Errorf("%s: page of %d x %d pixels, want 600 x 200", name, w, h)
		}
	}
	want := []Font{{Name: "Helvetica", Type: "Type 1", Encoding: "WinAnsi"}}
	if got := PDFFonts(t, pdf); !reflect.DeepEqual(got, want) {
		t.Errorf("fonts %v, want %v", got, want)
	}
}

func TestCompareLetters(t *testing.T) {
	for _, tt := range []struct{ name, poppler, mupdf, want string }{
		{"same", "a harbour", "a harbour", ""},
		{"spaces, order and hyphens", "a har-\nbour\n", "har\u00adbour a\u200b", ""},
		{"lost letter", "harbour", "harbor", `poppler reads more of "u", mupdf more of ""`},
		{"other letters", "한국 fi", "韓国 ﬁ", `poppler reads more of "fi국한", mupdf more of "国韓ﬁ"`},
	} {
		if got := compareLetters(tt.poppler, tt.mupdf); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func size(t *testing.T, path string) (width, height int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	config, err := png.DecodeConfig(f)
	if err != nil {
		t.Fatal(err)
	}
	return config.Width, config.Height
}

func TestParseFonts(t *testing.T) {
	const head = "name                                 type              encoding         emb sub uni object ID\n" +
		"------------------------------------ ----------------- ---------------- --- --- --- ---------\n"
	got, err := parseFonts(head +
		"AAAAAA+SourceSerif4-SemiboldItalicDisplay CID TrueType      Identity-H       yes yes yes     12  0\n" +
		"BBBBBB+Noto Serif                    CID Type 0C (OT)  Identity-H       yes yes no     200  0\n")
	want := []Font{
		{"AAAAAA+SourceSerif4-SemiboldItalicDisplay", "CID TrueType", "Identity-H", true, true, true},
		{"BBBBBB+Noto Serif", "CID Type 0C (OT)", "Identity-H", true, true, false},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("parseFonts = %v, %v; want %v", got, err, want)
	}
	for _, table := range []string{"", head + "what is this\n"} {
		if got, err := parseFonts(table); err == nil {
			t.Errorf("parseFonts(%q) = %v, want an error", table, got)
		}
	}
}

// Reports that must not be taken for a pass.
func TestPoorReportsAreRefused(t *testing.T) {
	vera := func(job string) func() error {
		return func() error {
			_, err := parseVeraPDF([]byte(`{"report":{"jobs":[`+job+`]}}`), UA1, []string{"/a.pdf"})
			return err
		}
	}
	epub := func(report string) func() error {
		return func() error {
			_, err := parseEPUBCheck([]byte(report), "/a.epub")
			return err
		}
	}
	ace := func(report string) func() error {
		return func() error {
			_, err := parseAce([]byte(report))
			return err
		}
	}
	const ok = `{"itemDetails":{"name":"/a.pdf"},"validationResult":[{"profileName":"PDF/UA-1 validation profile",` +
		`"jobEndStatus":"normal","compliant":true,"details":{"passedChecks":15}}]}`
	for _, tt := range []struct {
		name  string
		parse func() error
		pass  bool
	}{
		{"verapdf: sound", vera(ok), true},
		{"verapdf: no job", vera(""), false},
		{"verapdf: cut short", vera(`{"itemDetails":`), false},
		{"verapdf: another file", vera(strings.Replace(ok, "/a.pdf", "/b.pdf", 1)), false},
		{"verapdf: another profile", vera(strings.Replace(ok, "UA-1", "A-1B", 1)), false},
		{"verapdf: ended early", vera(strings.Replace(ok, "normal", "cancelled", 1)), false},
		{"verapdf: nothing checked", vera(strings.Replace(ok, "15", "0", 1)), false},
		{"verapdf: not compliant, no reason", vera(strings.Replace(ok, "true", "false", 1)), false},
		{"verapdf: no result", vera(`{"itemDetails":{"name":"/a.pdf"}}`), false},
		{"verapdf: not parsed", vera(`{"itemDetails":{"name":"/a.pdf"},"taskException":{"exceptionMessage":"End of file"}}`), false},
		{"epubcheck: sound", epub(`{"checker":{"filename":"a.epub","checkerVersion":"5.3.0"}}`), true},
		{"epubcheck: empty", epub(``), false},
		{"epubcheck: nothing in it", epub(`{}`), false},
		{"epubcheck: another file", epub(`{"checker":{"filename":"b.epub","checkerVersion":"5.3.0"}}`), false},
		{"epubcheck: unlisted", epub(`{"checker":{"filename":"a.epub","checkerVersion":"5.3.0","nError":1}}`), false},
		{"ace: sound", ace(`{"earl:result":{"earl:outcome":"pass"},"assertions":[{},{}]}`), true},
		{"ace: empty", ace(``), false},
		{"ace: no document", ace(`{"earl:result":{"earl:outcome":"pass"},"assertions":[{}]}`), false},
		{"ace: unlisted", ace(`{"earl:result":{"earl:outcome":"fail"},"assertions":[{},{}]}`), false},
	} {
		if err := tt.parse(); (err == nil) != tt.pass {
			t.Errorf("%s: error %v, want a pass: %v", tt.name, err, tt.pass)
		}
	}
}

// envCase names the helper that TestOutcome runs on a poor file in a process
// of its own.
const envCase = "OCTAVO_VALIDATOR_CASE"

var outcomes = map[string]func(t *testing.T){
	"epubcheck": func(t *testing.T) { EPUBCheckClean(t, writeEPUB(t, "bad.epub", badBody)) },
	"ace":       func(t *testing.T) { Ace(t, writeEPUB(t, "bad.epub", badBody)) },
	"ace-junk":  func(t *testing.T) { Ace(t, write(t, "junk.epub", []byte("no archive"))) },
	"verapdf":   func(t *testing.T) { VeraPDF(t, plainPDF(t, "plain.pdf")) },
	"hollow":    func(t *testing.T) { VeraPDF(t, hollowPDF(t, "hollow.pdf")) },
	"empty":     func(t *testing.T) { VeraPDFFailures(t, UA1, write(t, "empty.pdf", nil)) },
	"unparsed":  func(t *testing.T) { VeraPDFFailures(t, UA1, write(t, "junk.pdf", []byte("no objects"))) },
	"no-file":   func(t *testing.T) { VeraPDF(t) },
	"qpdf":      func(t *testing.T) { QPDF(t, write(t, "junk.pdf", []byte("no objects"))) },
	"poppler":   func(t *testing.T) { PDFText(t, write(t, "junk.pdf", []byte("no objects")), TextOptions{}) },
	"mupdf":     func(t *testing.T) { MuText(t, write(t, "junk.pdf", []byte("no objects")), TextOptions{}) },
	"pages":     func(t *testing.T) { PDFPages(t, write(t, "junk.pdf", []byte("no objects")), 50) },
}

func TestOutcome(t *testing.T) {
	outcome, ok := outcomes[os.Getenv(envCase)]
	if !ok {
		t.Skip("is run by TestHelpersFail and TestMissingProgram")
	}
	outcome(t)
}

// outcome runs a case in a process of its own, and returns PASS, SKIP or FAIL
// with the output.
func outcome(t *testing.T, name string, env ...string) (verdict, out string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), slow)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestOutcome$", "-test.v")
	cmd.Env = append(append(os.Environ(), envCase+"="+name), env...)
	data, err := cmd.CombinedOutput()
	out = string(data)
	for _, verdict := range []string{"PASS", "SKIP", "FAIL"} {
		if strings.Contains(out, "--- "+verdict+": TestOutcome ") && (err != nil) == (verdict == "FAIL") {
			return verdict, out
		}
	}
	t.Fatalf("%s: no verdict: %v\n%s", name, err, out)
	return "", ""
}

func TestHelpersFail(t *testing.T) {
	for name, programs := range map[string][]string{
		"epubcheck": {"epubcheck-batch"}, "ace": {"ace"}, "ace-junk": {"ace"},
		"verapdf": {"verapdf", "pdftotext"}, "hollow": {"verapdf", "pdftotext"},
		"empty": nil, "unparsed": {"verapdf"}, "no-file": {"verapdf"},
		"qpdf": {"qpdf"}, "poppler": {"pdftotext"}, "mupdf": {"mutool"}, "pages": {"pdftoppm"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, program := range programs {
				need(t, program)
			}
			if verdict, out := outcome(t, name); verdict != "FAIL" {
				t.Errorf("a poor file ends in %s\n%s", verdict, out)
			}
		})
	}
}

func TestMissingProgram(t *testing.T) {
	none := []string{envDir + "=" + t.TempDir(), "PATH=" + t.TempDir()}
	for _, name := range []string{"epubcheck", "ace", "verapdf", "unparsed", "qpdf", "poppler", "mupdf", "pages"} {
		for require, want := range map[string]string{"": "SKIP", "1": "FAIL"} {
			verdict, out := outcome(t, name, append(none, envReq+"="+require)...)
			if verdict != want || !strings.Contains(out, "is not installed") {
				t.Errorf("%s with %s=%q: %s, want %s with a reason\n%s", name, envReq, require, verdict, want, out)
			}
		}
	}
}

func TestPinnedBeforePath(t *testing.T) {
	tools, path := t.TempDir(), t.TempDir()
	t.Setenv(envDir, tools)
	t.Setenv("PATH", path)
	for _, dir := range []string{path, filepath.Join(tools, "bin")} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		want := filepath.Join(dir, "judge")
		if err := os.WriteFile(want, []byte("#!/bin/sh\n"), 0o777); err != nil {
			t.Fatal(err)
		}
		if got, err := find("judge"); err != nil || got != want {
			t.Errorf("find = %s, %v; want %s", got, err, want)
		}
	}
}

func TestDeadlineEndsChildren(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell")
	}
	begin := time.Now()
	// The child holds the pipes: the run ends only once it has ended too.
	_, err = start(t.Context(), 200*time.Millisecond, nil, shell, "-c", "sleep 60 & wait")
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) > grace {
		t.Errorf("ended with %v after %v", err, time.Since(begin))
	}
}

// The versions that .ci/install pins are the ones that judge in CI.
func TestPinnedVersions(t *testing.T) {
	if os.Getenv(envReq) != "1" {
		t.Skip(envReq + " is not set")
	}
	for _, tt := range []struct{ program, flag, want string }{
		{"epubcheck", "--version", "5.3.0"},
		{"verapdf", "--version", "1.28.2"},
		{"ace", "--version", "1.4.6"},
	} {
		out := run(t, quick, tt.program, tt.flag)
		if !strings.Contains(out.stdout, tt.want) {
			t.Errorf("%s is of version %q, want %s", tt.program, out.stdout, tt.want)
		}
	}
}
