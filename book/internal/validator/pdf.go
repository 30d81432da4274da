package validator

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// QPDF fails unless qpdf reads every object of the file without a warning.
func QPDF(t testing.TB, path string) {
	t.Helper()
	out := run(t, quick, "qpdf", "--check", absolute(t, []string{path})[0])
	// 2 is an error, 3 a warning.
	if out.code != 0 || out.stderr != "" {
		t.Errorf("qpdf --check ended with exit code %d\n%s%s", out.code, out.stdout, out.stderr)
	}
}

// TextOptions says which text to take from a PDF, and how.
type TextOptions struct {
	First, Last int  // pages, from 1; 0 for the first and the last there is
	Layout      bool // poppler only: keep the columns as they stand on the page
	Raw         bool // poppler only: keep the order of the content stream
}

// PDFText returns the text that poppler reads from the pages, each closed by a
// form feed. It fails if poppler has anything to complain about.
func PDFText(t testing.TB, path string, opts TextOptions) string {
	t.Helper()
	args := append([]string{"-enc", "UTF-8", "-eol", "unix"}, popplerPages(opts.First, opts.Last)...)
	if opts.Layout {
		args = append(args, "-layout")
	}
	if opts.Raw {
		args = append(args, "-raw")
	}
	return silent(t, "pdftotext", append(args, absolute(t, []string{path})[0], "-")...)
}

// A pageOrWord is a page or a word in what pdftotext -bbox prints.
var pageOrWord = regexp.MustCompile(`<page width="([0-9.]+)" height="([0-9.]+)">|<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*)</word>`)

// WordsOnPages fails where a word of the file stands outside of its page by more than a
// point, as poppler sees it, and returns how many words there are.
func WordsOnPages(t testing.TB, path string) int {
	t.Helper()
	words, faults := offPages(silent(t, "pdftotext", "-enc", "UTF-8", "-bbox", absolute(t, []string{path})[0], "-"))
	for _, fault := range faults {
		t.Error(fault)
	}
	return words
}

// offPages counts the words in what pdftotext -bbox prints, and lists those that stand
// outside of their pages.
func offPages(out string) (words int, faults []string) {
	const slack = 1
	page := 0
	var w, h float64
	for _, m := range pageOrWord.FindAllStringSubmatch(out, -1) {
		if m[1] != "" {
			page, w, h = page+1, number(m[1]), number(m[2])
			continue
		}
		words++
		if number(m[3]) < -slack || number(m[4]) < -slack || number(m[5]) > w+slack || number(m[6]) > h+slack {
			faults = append(faults, fmt.Sprintf("page %d of %g by %g points: %q stands from %s, %s to %s, %s", page, w, h, m[7], m[3], m[4], m[5], m[6]))
		}
	}
	return words, faults
}

// number returns a number that a pattern has found.
func number(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}

// MuText returns the text that mupdf reads from the pages, each closed by a
// form feed. It fails if mupdf has anything to complain about.
func MuText(t testing.TB, path string, opts TextOptions) string {
	t.Helper()
	return silent(t, "mutool", "draw", "-q", "-F", "txt", absolute(t, []string{path})[0], muPages(opts.First, opts.Last))
}

// PDFStructure returns the structure tree as poppler prints it: one line for an
// element, indented by its depth, with the text in it.
func PDFStructure(t testing.TB, path string) string {
	t.Helper()
	return silent(t, "pdfinfo", "-enc", "UTF-8", "-struct-text", absolute(t, []string{path})[0])
}

// PDFPages renders all pages with poppler and returns the PNG files in page
// order; they last as long as the test.
func PDFPages(t testing.TB, path string, dpi int) []string {
	t.Helper()
	dir := t.TempDir()
	silent(t, "pdftoppm", "-r", strconv.Itoa(dpi), "-png", absolute(t, []string{path})[0], filepath.Join(dir, "page"))
	return images(t, dir)
}

// MuPages renders all pages with mupdf, as PDFPages does with poppler.
func MuPages(t testing.TB, path string, dpi int) []string {
	t.Helper()
	dir := t.TempDir()
	silent(t, "mutool", "draw", "-q", "-r", strconv.Itoa(dpi), "-o", filepath.Join(dir, "page-%05d.png"), absolute(t, []string{path})[0])
	return images(t, dir)
}

// A Font is a font of a PDF, as poppler sees it.
type Font struct {
	Name      string // with its subset prefix
	Type      string // as "CID TrueType"
	Encoding  string // as "Identity-H"
	Embedded  bool
	Subset    bool
	ToUnicode bool
}

// fontLine matches a line of pdffonts from its right end: long names push the
// columns out of line.
var fontLine = regexp.MustCompile(`^(.+?) +((?:CID )?(?:Type \dC?|TrueType)(?: \(OT\))?|unknown) +(\S+) +(yes|no) +(yes|no) +(yes|no) +\d+ +\d+$`)

// PDFFonts returns the fonts of a file.
func PDFFonts(t testing.TB, path string) []Font {
	t.Helper()
	fonts, err := parseFonts(silent(t, "pdffonts", absolute(t, []string{path})[0]))
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// parseFonts reads the table of pdffonts.
func parseFonts(table string) ([]Font, error) {
	lines := strings.Split(strings.TrimRight(table, "\n"), "\n")
	if len(lines) < 2 || !strings.HasPrefix(lines[1], "---") {
		return nil, fmt.Errorf("pdffonts: no table in %q", table)
	}
	var fonts []Font
	for _, line := range lines[2:] {
		m := fontLine.FindStringSubmatch(line)
		if m == nil {
			return nil, fmt.Errorf("pdffonts: not understood: %q", line)
		}
		fonts = append(fonts, Font{m[1], m[2], m[3], m[4] == "yes", m[5] == "yes", m[6] == "yes"})
	}
	return fonts, nil
}

// silent runs a program that says nothing on standard error if all is well,
// and returns its standard output.
func silent(t testing.TB, name string, args ...string) string {
	t.Helper()
	out := run(t, quick, name, args...)
	if complaints := complaints(out.stderr); out.code != 0 || complaints != "" {
		t.Errorf("%s ended with exit code %d\n%s", name, out.code, complaints)
	}
	return out.stdout
}

// complaints returns the lines of a standard error that are about the file. A
// mupdf built without colour management says so each time.
func complaints(stderr string) string {
	return strings.ReplaceAll(stderr, "warning: ICC support is not available\n", "")
}

func popplerPages(first, last int) []string {
	var args []string
	if first > 0 {
		args = append(args, "-f", strconv.Itoa(first))
	}
	if last > 0 {
		args = append(args, "-l", strconv.Itoa(last))
	}
	return args
}

// muPages returns a page range of mutool, whose N is the last page.
func muPages(first, last int) string {
	from, to := "1", "N"
	if first > 0 {
		from = strconv.Itoa(first)
	}
	if last > 0 {
		to = strconv.Itoa(last)
	}
	return from + "-" + to
}

// images returns the PNG files of a folder in the order of their names, and
// fails if there is none. Both programs pad the numbers.
func images(t testing.TB, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no page was rendered")
	}
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}
