package disk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// maxStem bounds what a temporary name takes of the name, in bytes, so that it
// stays within the 255 that file systems take.
const maxStem = 200

// tempName is the name beside path under which this process writes its nth file.
// Two processes that write one file have two names, or one would move what the
// other has half written.
func (j *job) tempName(path string, n int) string {
	dir, name := filepath.Split(path)
	if len(name) > maxStem {
		name = strings.ToValidUTF8(name[:maxStem], "")
	}
	stem := "." + name + "."
	j.sweep(dir, stem)
	return filepath.Join(dir, fmt.Sprintf("%s%d-%d.tmp", stem, os.Getpid(), n))
}

// sweep removes what killed processes left of a file. When another process is
// just writing that file, it fails and the file is ours.
func (j *job) sweep(dir, stem string) {
	names, ok := j.leftovers[dir]
	if !ok {
		names = temps(dir)
		j.leftovers[dir] = names
	}
	for _, name := range names {
		if numbers, ok := strings.CutPrefix(name, stem); ok && strings.Trim(numbers, "0123456789-") == ".tmp" {
			os.Remove(filepath.Join(dir, name))
		}
	}
}

// temps lists what may be leftovers in a folder.
func temps(dir string) []string {
	entries, _ := os.ReadDir(filepath.Clean(dir)) // a folder may take files and not tell them
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") && strings.HasSuffix(e.Name(), ".tmp") {
			names = append(names, e.Name())
		}
	}
	return names
}
