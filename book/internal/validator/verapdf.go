package validator

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Flavours of veraPDF that our PDF editions are held to.
const (
	UA1 = "ua1" // PDF/UA-1, ISO 14289-1:2014
	A2a = "2a"  // PDF/A-2a, ISO 19005-2:2011

	UA2                = "ua2"  // PDF/UA-2, ISO 14289-2:2024
	WTPDFAccessibility = "wt1a" // WTPDF 1.0, for accessibility
	WTPDFReuse         = "wt1r" // WTPDF 1.0, for reuse
)

// profiles names the profile that veraPDF reports for each flavour.
var profiles = map[string]string{
	UA1: "PDF/UA-1 validation profile",
	A2a: "PDF/A-2A validation profile",

	UA2:                "PDF/UA-2 + Tagged PDF validation profile",
	WTPDFAccessibility: "WTPDF 1.0 Accessibility validation profile",
	WTPDFReuse:         "WTPDF 1.0 Reuse validation profile",
}

// A Failure is a rule that a PDF file fails.
type Failure struct {
	File    string // the base name
	Flavour string
	Clause  string // of the standard, as "7.1"
	Test    int    // the number of the test within the clause
	Count   int    // how many times
	Rule    string // what the standard asks
	Context string // the first place, as a path of objects
	Message string // what is wrong there
}

func (f Failure) String() string {
	return fmt.Sprintf("%s: %s clause %s test %d, %d times: %s\n    %s\n    %s",
		f.File, f.Flavour, f.Clause, f.Test, f.Count, f.Rule, f.Context, f.Message)
}

// VeraPDF fails for each rule of PDF/UA-1 and PDF/A-2a that any of the files
// fails, and for a file without text: empty pages break no rule. The files
// share one Java machine for each flavour.
func VeraPDF(t testing.TB, paths ...string) {
	t.Helper()
	veraPDF(t, []string{UA1, A2a}, paths)
}

// VeraPDFUA2 is VeraPDF for files that are PDF/UA-2 and WTPDF 1.0.
func VeraPDFUA2(t testing.TB, paths ...string) {
	t.Helper()
	veraPDF(t, []string{UA2, WTPDFAccessibility, WTPDFReuse}, paths)
}

func veraPDF(t testing.TB, flavours, paths []string) {
	t.Helper()
	for _, path := range paths {
		if strings.TrimSpace(PDFText(t, path, TextOptions{})) == "" {
			t.Errorf("%s: there is no text on its pages", path)
		}
	}
	for _, flavour := range flavours {
		for _, f := range VeraPDFFailures(t, flavour, paths...) {
			t.Error(f)
		}
	}
}

// VeraPDFFailures returns the rules of a flavour that the files fail: in the files' order, then by clause and test.
func VeraPDFFailures(t testing.TB, flavour string, paths ...string) []Failure {
	t.Helper()
	abs := absolute(t, paths)
	args := append([]string{"--flavour", flavour, "--format", "json", "--nonpdfext", "--maxfailuresdisplayed", "1"}, abs...)
	limit := slow + time.Duration(len(paths))*20*time.Second
	out := run(t, limit, "verapdf", args...)
	failures, err := parseVeraPDF([]byte(out.stdout), flavour, abs)
	// 1 is the exit code of files that do not comply.
	if err == nil && out.code != 0 && out.code != 1 {
		err = fmt.Errorf("exit code %d", out.code)
	}
	if err != nil {
		t.Fatalf("verapdf: %v\n%s", err, out.stderr)
	}
	return failures
}

// veraJob is the part of a report that is about one file.
type veraJob struct {
	ItemDetails      struct{ Name string }
	TaskException    struct{ ExceptionMessage string }
	ValidationResult []struct {
		ProfileName, JobEndStatus string
		Compliant                 bool
		Details                   struct {
			PassedChecks, FailedChecks int
			RuleSummaries              []veraRule
		}
	}
}

// veraRule is a rule that fails, with the first of its failed checks.
type veraRule struct {
	Clause, Description      string
	TestNumber, FailedChecks int
	Checks                   []struct{ Context, ErrorMessage string }
}

// parseVeraPDF reads a report on the files at the absolute paths. It believes
// only a report with a whole and plausible result for each of them.
func parseVeraPDF(data []byte, flavour string, paths []string) ([]Failure, error) {
	var root struct {
		Report struct {
			Jobs []veraJob
		}
	}
	if err := json.Unmarshal(data, &root); err != nil {
		return nil, fmt.Errorf("no report: %w", err)
	}
	jobs := root.Report.Jobs
	if len(jobs) != len(paths) {
		return nil, fmt.Errorf("the report is about %d of %d files", len(jobs), len(paths))
	}
	var failures []Failure
	for i, job := range jobs {
		if job.ItemDetails.Name != paths[i] {
			return nil, fmt.Errorf("the report has %s in place of %s", job.ItemDetails.Name, paths[i])
		}
		found, err := job.failures(flavour)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", paths[i], err)
		}
		failures = append(failures, found...)
	}
	return failures, nil
}

// failures returns the rules that one file fails, sorted, since veraPDF lists
// them in another order each time.
func (job *veraJob) failures(flavour string) ([]Failure, error) {
	if m := job.TaskException.ExceptionMessage; m != "" {
		return nil, errors.New(m)
	}
	if len(job.ValidationResult) != 1 {
		return nil, fmt.Errorf("%d results", len(job.ValidationResult))
	}
	result := job.ValidationResult[0]
	if result.JobEndStatus != "normal" || result.ProfileName != profiles[flavour] {
		return nil, fmt.Errorf("the check against %s (%s) ended as %q", flavour, result.ProfileName, result.JobEndStatus)
	}
	var failures []Failure
	for _, rule := range result.Details.RuleSummaries {
		failures = append(failures, rule.failure(filepath.Base(job.ItemDetails.Name), flavour))
	}
	if result.Compliant != (len(failures) == 0) {
		return nil, fmt.Errorf("compliant is %v with %d failed rules", result.Compliant, len(failures))
	}
	if result.Details.PassedChecks+result.Details.FailedChecks == 0 {
		return nil, errors.New("nothing was checked")
	}
	slices.SortFunc(failures, func(a, b Failure) int {
		return cmp.Or(strings.Compare(a.Clause, b.Clause), cmp.Compare(a.Test, b.Test))
	})
	return failures, nil
}

func (r *veraRule) failure(file, flavour string) Failure {
	f := Failure{File: file, Flavour: flavour, Clause: r.Clause, Test: r.TestNumber, Count: r.FailedChecks, Rule: r.Description}
	if len(r.Checks) > 0 {
		f.Context, f.Message = r.Checks[0].Context, r.Checks[0].ErrorMessage
	}
	return f
}
