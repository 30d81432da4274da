package pdf

import (
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

func TestValidators(t *testing.T) {
	path := encode(t, sample(t).doc, Options{})
	validator.QPDF(t, path)
	validator.VeraPDF(t, path)
	validator.EnginesAgree(t, path)
}
