package validator

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A Violation is one finding of Ace, on the package or on a document.
type Violation struct {
	Document string // the document inside the publication
	Rule     string // as "image-alt"
	Impact   string // one of critical, serious, moderate, minor
	Where    string // the element's CSS selector, or empty
	Text     string
}

func (v Violation) String() string {
	return fmt.Sprintf("%s: %s [%s] %s: %s", v.Document, v.Impact, v.Rule, v.Where, v.Text)
}

// Ace fails for each violation that Ace finds in a publication. It renders
// every document in a browser: minutes for a book of hundreds of chapters.
func Ace(t testing.TB, path string) {
	t.Helper()
	for _, v := range AceViolations(t, path) {
		t.Errorf("%s: %v", filepath.Base(path), v)
	}
}

// AceViolations returns what Ace finds in a publication.
func AceViolations(t testing.TB, path string) []Violation {
	t.Helper()
	abs := absolute(t, []string{path})[0]
	dir := t.TempDir()
	out := run(t, slow, "ace", "--force", "--doNotReportMedia", "--outdir", dir, abs)
	data, err := os.ReadFile(filepath.Join(dir, "report.json"))
	if err == nil && out.code != 0 {
		err = fmt.Errorf("exit code %d", out.code)
	}
	var found []Violation
	if err == nil {
		found, err = parseAce(data)
	}
	if err != nil {
		t.Fatalf("ace on %s: %v\n%s%s", path, err, out.stdout, out.stderr)
	}
	return found
}

// aceAssertion is the node of the report's tree: one for each document, and
// in it one for each violation.
type aceAssertion struct {
	Result struct {
		Outcome     string `json:"earl:outcome"`
		Description string `json:"dct:description"`
		Pointer     struct {
			CSS []string
		} `json:"earl:pointer"`
	} `json:"earl:result"`
	Subject struct {
		URL string
	} `json:"earl:testSubject"`
	Test struct {
		Impact string `json:"earl:impact"`
		Title  string `json:"dct:title"`
	} `json:"earl:test"`
	Assertions []aceAssertion
}

// parseAce reads a report of Ace.
func parseAce(data []byte) ([]Violation, error) {
	var report aceAssertion
	if err := json.Unmarshal(data, &report); err != nil {
		return nil, err
	}
	// One for the package and one for each document of the spine.
	if len(report.Assertions) < 2 {
		return nil, errors.New("the report is about no document")
	}
	var found []Violation
	for _, document := range report.Assertions {
		for _, a := range document.Assertions {
			found = append(found, Violation{
				Document: document.Subject.URL,
				Rule:     a.Test.Title,
				Impact:   a.Test.Impact,
				Where:    strings.Join(a.Result.Pointer.CSS, " "),
				Text:     strings.ReplaceAll(a.Result.Description, "\n", "; "),
			})
		}
	}
	if pass := report.Result.Outcome == "pass"; pass != (len(found) == 0) {
		return nil, fmt.Errorf("outcome %q with %d violations", report.Result.Outcome, len(found))
	}
	return found, nil
}
