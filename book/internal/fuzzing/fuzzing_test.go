package fuzzing

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestAllBegin makes sure that each target of the tree calls Begin, or one function
// of its package that does.
func TestAllBegin(t *testing.T) {
	head := regexp.MustCompile(`(?m)^func (Fuzz\w*)\(f \*testing\.F\) \{\n\t(.*)$`)
	targets := 0
	err := filepath.WalkDir("../../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		for _, m := range head.FindAllStringSubmatch(string(src), -1) {
			targets++
			if m[2] != "fuzzing.Begin(f)" && !strings.HasPrefix(m[2], "fuzz(f, ") {
				t.Errorf("%s: %s does not begin with fuzzing.Begin(f)", path, m[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if targets < 40 {
		t.Errorf("%d targets found", targets)
	}
}
