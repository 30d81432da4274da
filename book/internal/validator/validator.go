// Package validator runs outside judges of our editions in tests: EPUBCheck
// and Ace for EPUB; veraPDF, qpdf, poppler and mupdf for PDF. In goes the path
// of a finished file, out come the judge's findings, text or pages.
//
// It is for tests alone: it starts programs and reads the environment. The
// programs are what .ci/install puts into $OCTAVO_TOOLS/bin (by default
// ~/.cache/octavo-tools/bin), else what is on the PATH.
//
// Invariant: a judge that is missing skips the test with its name, or fails it
// where OCTAVO_REQUIRE_VALIDATORS=1; it never lets a file pass. Tests in short
// mode do without judges, unless they are required.
//
// Invariant: a report that is empty, cut short or about another file fails.
//
// Invariant: nothing hangs: each program is ended with its children at a
// deadline, and has no standard input.
package validator

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// Deadlines of one run, far above what a run takes on a busy machine: they
// are there to end what hangs.
const (
	quick  = 5 * time.Minute // one pass of a native program
	slow   = 5 * time.Minute // Java or a browser, on one file
	grace  = 5 * time.Second // from the end of a program to the closing of its pipes
	envDir = "OCTAVO_TOOLS"
	envReq = "OCTAVO_REQUIRE_VALIDATORS"
)

// output is what a program left behind.
type output struct {
	stdout, stderr string
	code           int
}

// find returns the path of an installed program: the pinned one of .ci/install
// before whatever the PATH has.
func find(name string) (string, error) {
	dir := os.Getenv(envDir)
	if dir == "" {
		if home, err := os.UserHomeDir(); err == nil {
			dir = filepath.Join(home, ".cache", "octavo-tools")
		}
	}
	if path, err := exec.LookPath(filepath.Join(dir, "bin", name)); err == nil {
		return filepath.Abs(path)
	}
	return exec.LookPath(name)
}

// need returns the path of a program, or ends the test: skipped, or failed
// where validators are required.
func need(t testing.TB, name string) string {
	t.Helper()
	required := os.Getenv(envReq) == "1"
	if testing.Short() && !required {
		t.Skipf("%s is left out of short tests", name)
	}
	path, err := find(name)
	if err == nil {
		return path
	}
	if required {
		t.Fatalf("%s is not installed and %s=1: run .ci/install", name, envReq)
	}
	t.Skipf("%s is not installed: run .ci/install", name)
	return ""
}

// run runs a program to its end and returns what it said; its exit code is the
// caller's to judge. What the program writes beside that goes to a folder of
// the test.
func run(t testing.TB, limit time.Duration, name string, args ...string) output {
	t.Helper()
	path := need(t, name)
	scratch := t.TempDir()
	env := append(os.Environ(), "LC_ALL=C.UTF-8", "TMPDIR="+scratch, "XDG_CONFIG_HOME="+scratch,
		"XDG_STATE_HOME="+scratch, "XDG_CACHE_HOME="+scratch)
	out, err := start(t.Context(), limit, env, path, args...)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out.stderr)
	}
	return out
}

// start runs the program at a path for limit at most.
func start(ctx context.Context, limit time.Duration, env []string, path string, args ...string) (output, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr, cmd.WaitDelay = env, &stdout, &stderr, grace
	endWithChildren(cmd)
	err := cmd.Run()
	out := output{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
	if ctx.Err() != nil {
		return out, fmt.Errorf("ended after %v: %w", limit, context.Cause(ctx))
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Exited() {
		return out, nil
	}
	return out, err
}

// absolute returns the paths as absolute ones, and fails where one is no
// readable file with something in it: some programs pass over such a file.
func absolute(t testing.TB, paths []string) []string {
	t.Helper()
	if len(paths) == 0 {
		t.Fatal("no file to check")
	}
	abs := make([]string, len(paths))
	for i, path := range paths {
		info, err := os.Stat(path)
		if err == nil && (!info.Mode().IsRegular() || info.Size() == 0) {
			err = fmt.Errorf("%s is empty or no file", path)
		}
		if err == nil {
			abs[i], err = filepath.Abs(path)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return abs
}

// Run runs an installed program that is no judge of its own to its end, and
// returns what it printed. It skips the test, or fails it, where the program is
// missing, and fails it for any exit code but 0.
func Run(t testing.TB, limit time.Duration, name string, args ...string) string {
	t.Helper()
	stdout, _ := RunBoth(t, limit, name, args...)
	return stdout
}

// RunBoth is Run for a program that complains and goes on.
func RunBoth(t testing.TB, limit time.Duration, name string, args ...string) (stdout, stderr string) {
	t.Helper()
	out := run(t, limit, name, args...)
	if out.code != 0 {
		t.Fatalf("%s ended with exit code %d\n%s%s", name, out.code, out.stdout, out.stderr)
	}
	return out.stdout, out.stderr
}
