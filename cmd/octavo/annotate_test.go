package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"octavo/book/base/rule"
)

// TestSARIF reads a log as a code host does: what SARIF 2.1.0 requires is there,
// and what refers to something refers to what is there.
func TestSARIF(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"book.yaml": "title: A\nlanguage: en\nchapters: ['a b.md', c.md]\n",
		"a b.md":    "---\ntitle: A\n---\n\nNow!!\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out, talk bytes.Buffer
	if code := execute(context.Background(), []string{"check", dir, "--format", "sarif"}, &out, &talk); code != exitFailed {
		t.Fatalf("exit code %d: %s", code, &talk)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID                   string
						ShortDescription     struct{ Text string }
						DefaultConfiguration struct {
							Enabled bool
							Level   string
						}
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name == "" {
		t.Fatalf("no log of one run: %s", &out)
	}
	run := log.Runs[0]
	levels := []string{"none", "note", "warning", "error"}
	if len(run.Tool.Driver.Rules) != len(rule.All()) {
		t.Errorf("%d rules, want %d", len(run.Tool.Driver.Rules), len(rule.All()))
	}
	for _, r := range run.Tool.Driver.Rules {
		if r.ShortDescription.Text == "" || !slices.Contains(levels, r.DefaultConfiguration.Level) {
			t.Errorf("rule %+v", r)
		}
	}
	var ids []string
	for _, r := range run.Results {
		ids = append(ids, r.RuleID)
		if r.RuleIndex < 0 || r.RuleIndex >= len(run.Tool.Driver.Rules) || run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s has the index of another rule", r.RuleID)
		}
		if r.Message.Text == "" || !slices.Contains(levels, r.Level) || len(r.Locations) != 1 {
			t.Errorf("result %+v", r)
			continue
		}
		at := r.Locations[0].PhysicalLocation
		if u, err := url.Parse(at.ArtifactLocation.URI); err != nil || u.Scheme != "file" || u.Path == "" {
			t.Errorf("the file of %s is %q: %v", r.RuleID, at.ArtifactLocation.URI, err)
		}
		if at.Region != nil && at.Region.StartLine < 1 {
			t.Errorf("%s is on line %d", r.RuleID, at.Region.StartLine)
		}
	}
	if want := []string{"chapter-author", "chapter-date", "exclamations", "chapter-missing"}; !slices.Equal(ids, want) {
		t.Errorf("results of %v, want %v", ids, want)
	}
}

func TestFileURI(t *testing.T) {
	for path, want := range map[string]string{
		"a.md": "a.md", "book/a b,c.md": "book/a%20b,c.md", "/tmp/a.md": "file:///tmp/a.md", "a:b.md": "./a:b.md", "100%.md": "100%25.md", "한.md": "%ED%95%9C.md",
	} {
		if got := fileURI(path); got != want {
			t.Errorf("%q is %q, want %q", path, got, want)
		}
	}
}
