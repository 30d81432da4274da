package main

import (
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadme holds the summary of the command in README to the verbs and flags that
// there are.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	root := newRoot(io.Discard, io.Discard)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	verbs := map[string]bool{}
	flag := regexp.MustCompile(`--([a-z-]+)`)
	for line := range strings.Lines(string(data)) {
		usage, ok := strings.CutPrefix(line, "octavo ")
		if !ok || strings.HasPrefix(usage, ":") {
			continue
		}
		usage, _, _ = strings.Cut(usage, "   ")
		for alternative := range strings.SplitSeq(usage, " | ") {
			name, _, _ := strings.Cut(strings.TrimSpace(alternative), " ")
			if name == strings.ToUpper(name) || verbs["theme"] && name == "export" {
				continue
			}
			verbs[name] = true
			cmd, _, err := root.Find([]string{name})
			if err != nil {
				t.Errorf("%q: %v", name, err)
				continue
			}
			for _, m := range flag.FindAllStringSubmatch(alternative, -1) {
				if cmd.Flag(m[1]) == nil {
					t.Errorf("octavo %s has no flag --%s", name, m[1])
				}
			}
		}
	}
	for _, cmd := range root.Commands() {
		if !cmd.Hidden && !verbs[cmd.Name()] {
			t.Errorf("README has no line for octavo %s", cmd.Name())
		}
	}
}
