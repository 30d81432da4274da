package validator

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A Message is one finding of EPUBCheck.
type Message struct {
	File     string // the publication
	ID       string // as "RSC-005"
	Severity string // one of FATAL, ERROR, WARNING, INFO, USAGE
	Text     string
	Path     string // the resource inside the publication, or empty
	Line     int    // from 1, or 0 or less where unknown
	Column   int
}

func (m Message) String() string {
	return fmt.Sprintf("%s: %s(%s) %s:%d:%d: %s", m.File, m.Severity, m.ID, m.Path, m.Line, m.Column, m.Text)
}

// EPUBCheck returns the findings of EPUBCheck on a publication, whose name
// must end in .epub (another name is a finding of its own).
func EPUBCheck(t testing.TB, path string) []Message {
	t.Helper()
	return epubcheck(t, []string{path})[0]
}

// EPUBCheckClean fails for each finding above usage on any of the
// publications. They share one Java machine: a call with many files costs a
// fraction of many calls.
func EPUBCheckClean(t testing.TB, paths ...string) {
	t.Helper()
	for _, messages := range epubcheck(t, paths) {
		for _, m := range messages {
			if m.Severity != "USAGE" {
				t.Error(m)
			}
		}
	}
}

// EPUBChecks returns the findings of EPUBCheck on each of the publications,
// which share one Java machine.
func EPUBChecks(t testing.TB, paths ...string) [][]Message {
	t.Helper()
	return epubcheck(t, paths)
}

// epubcheck returns the findings on each publication.
func epubcheck(t testing.TB, paths []string) [][]Message {
	t.Helper()
	abs := absolute(t, paths)
	dir := t.TempDir()
	limit := slow + time.Duration(len(paths))*20*time.Second
	out := run(t, limit, "epubcheck-batch", append([]string{dir}, abs...)...)
	if out.code != 0 {
		t.Fatalf("epubcheck ended with exit code %d\n%s", out.code, out.stderr)
	}
	found := make([][]Message, len(abs))
	for i, path := range abs {
		data, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d.json", i)))
		if err == nil {
			found[i], err = parseEPUBCheck(data, path)
		}
		if err != nil {
			t.Fatalf("epubcheck on %s: %v\n%s", path, err, out.stderr)
		}
	}
	return found
}

// parseEPUBCheck reads a report of EPUBCheck on the publication at path.
func parseEPUBCheck(data []byte, path string) ([]Message, error) {
	var report struct {
		Messages []struct {
			ID, Severity, Message string
			Locations             []struct {
				Path         string
				Line, Column int
			}
		}
		Checker struct {
			Filename, CheckerVersion string
			NFatal, NError, NWarning int
		}
	}
	if err := json.Unmarshal(data, &report); err != nil {
		return nil, err
	}
	c := report.Checker
	if c.CheckerVersion == "" || c.Filename != filepath.Base(path) {
		return nil, fmt.Errorf("the report is about %q", c.Filename)
	}
	if c.NFatal+c.NError+c.NWarning > 0 && len(report.Messages) == 0 {
		return nil, errors.New("the report counts findings that it does not list")
	}
	var messages []Message
	for _, r := range report.Messages {
		m := Message{File: c.Filename, ID: r.ID, Severity: strings.ToUpper(r.Severity), Text: r.Message}
		if len(r.Locations) > 0 {
			l := r.Locations[0]
			m.Path, m.Line, m.Column = l.Path, l.Line, l.Column
		}
		messages = append(messages, m)
	}
	return messages, nil
}
