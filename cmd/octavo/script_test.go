package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite what the scripts compare with")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"octavo": main})
}

// TestScript runs the scripts of testdata/script, one for each behaviour, on
// the real main.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Condition:           condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"age":   cmdAge,
			"code":  cmdCode,
			"fill":  cmdFill,
			"jsonl": cmdJSONL,
			"large": cmdLarge,
			"pack":  cmdPack,
			"tree":  cmdTree,
		},
	})
}

// condition decides [root] and [unshare]: whether the test may make name
// spaces of its own, with file systems that are gone when it ends.
func condition(name string) (bool, error) {
	switch name {
	case "root":
		return os.Geteuid() == 0, nil
	case "unshare":
		return runtime.GOOS == "linux" && exec.Command("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt").Run() == nil, nil
	}
	return false, fmt.Errorf("unknown condition %q", name)
}

// cmdCode runs a command that must end with the exit code given:
//
//	code N program [args...]
func cmdCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if err = ts.Exec(args[1], args[2:]...); err == nil {
		if want != 0 {
			ts.Fatalf("exit code 0, want %d", want)
		}
		return
	}
	exit, ok := err.(*exec.ExitError)
	if !ok {
		ts.Fatalf("%v", err)
	}
	if got := exit.ExitCode(); got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// cmdLarge makes a file of zeros, which takes no room on the disk:
//
//	large file BYTES
func cmdLarge(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: large file BYTES")
	}
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	path := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(path, nil, 0o666))
	ts.Check(os.Truncate(path, size))
}

// cmdAge sets the time of change of all files below a folder:
//
//	age 2001-02-03 folder
func cmdAge(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: age DATE folder")
	}
	day, err := time.Parse(time.DateOnly, args[0])
	ts.Check(err)
	ts.Check(filepath.WalkDir(ts.MkAbs(args[1]), func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, day, day)
	}))
}

// cmdFill writes a file that holds a text n times:
//
//	fill file n text
func cmdFill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill file n text")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := strings.ReplaceAll(args[2], `\n`, "\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(text), n), 0o666))
}

// cmdPack makes a zip of the files below a folder, such as a Word document of its parts:
//
//	pack file folder
func cmdPack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pack file folder")
	}
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	z := zip.NewWriter(f)
	ts.Check(z.AddFS(os.DirFS(ts.MkAbs(args[1]))))
	ts.Check(z.Close())
}

// cmdTree prints to stdout the files below a folder, one a line and sorted:
//
//	tree folder
func cmdTree(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: tree folder")
	}
	root := ts.MkAbs(args[0])
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		fmt.Fprintln(ts.Stdout(), filepath.ToSlash(rel))
		return err
	}))
}

// cmdJSONL prints to stdout the shape of the JSON Lines in a file: of each line
// its type and its sorted keys. It fails where a line is anything else.
//
//	jsonl stdout
func cmdJSONL(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: jsonl file")
	}
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile(args[0]), "\n"), "\n")
	for i, line := range lines {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			ts.Fatalf("line %d is not an object: %v\n%s", i+1, err, line)
		}
		kind, ok := object["type"].(string)
		if !ok || !strings.HasPrefix(line, `{"type":`) {
			ts.Fatalf("line %d does not begin with its type: %s", i+1, line)
		}
		delete(object, "type")
		keys := make([]string, 0, len(object))
		for k := range object {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		fmt.Fprintf(ts.Stdout(), "%s: %s\n", kind, strings.Join(keys, " "))
	}
}
