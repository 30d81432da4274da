package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"octavo/book/internal/validator"
	"octavo/book/layout"
)

// encode writes the document into a file of the test's.
func encode(t testing.TB, doc *layout.Document, opt Options) string {
	t.Helper()
	data, err := Encode(doc, opt)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.pdf")
	if dir := os.Getenv("KEEP"); dir != "" {
		path = filepath.Join(dir, t.Name()+".pdf")
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestText holds the text of the structure tree against the source.
func TestText(t *testing.T) {
	b := sample(t)
	data, err := Encode(b.doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := auditPDF(t, data), b.source.String(); got != want {
		t.Errorf("text of the structure:\n%s\nwant:\n%s", got, want)
	}
}

func TestWorkers(t *testing.T) {
	var first []byte
	for _, workers := range []int{0, 1, 2, 8} {
		// The sample is built anew, so that no cache is warm.
		data, err := Encode(sample(t).doc, Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("%d workers: another file than with 0", workers)
		}
	}
}

func TestValidators(t *testing.T) {
	path := encode(t, sample(t).doc, Options{})
	validator.QPDF(t, path)
	validator.VeraPDF(t, path)
	validator.EnginesAgree(t, path)
}
