package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Bounds of the tests of one package. A fault that runs into one is seen.
const (
	idle   = time.Hour // of the wall clock, for the tree as it is; a fault that waits
	wait   = 20        // may take so many times what that took, and a minute
	cpu    = 30        // seconds of processor, and
	factor = 5         // so many times what the whole tree takes
	memory = 6 << 20   // kB of address space: the largest test takes 2
	disk   = 4 << 20   // kB of one file: a test makes one of 3 GB, which is all hole
)

// judge runs tests in a copy of the tree.
type judge struct {
	tree    *tree
	scratch string // a folder with the copy and all that tests leave
	least   int    // seconds of processor that a test may take at least
	near    bool   // whether the tests of whole books are left out

	mu    sync.Mutex
	whole map[string]*baseline // by import path
}

// baseline is what the tests of a package say of the tree as it is.
type baseline struct {
	once  sync.Once
	limit int           // seconds of processor for a mutant
	wait  time.Duration // of the wall clock
	// slow is a pattern of the tests that take most of the time, "" when they all
	// take little. The others run before them: most faults are seen by some.
	slow string
	ran  coverage
	err  error
}

// verdict is what became of a mutant.
type verdict struct {
	seen  string // the package whose tests see the fault, else empty
	how   string // "fails", "hangs" or unbuilt
	tests int    // how many packages were tested
	took  time.Duration
	err   error
}

func newJudge(t *tree, scratch string) (*judge, error) {
	j := &judge{tree: t, scratch: scratch, whole: map[string]*baseline{}}
	if err := copyTree(j.copy(), t.root); err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(scratch, "tmp"), 0o777); err != nil {
		return nil, err
	}
	// The limits hold for a test and for what it starts, and not for the compiler.
	script := fmt.Sprintf("#!/bin/sh\nulimit -t \"$1\" && ulimit -v %d && ulimit -f %d && shift && exec \"$@\"\n", memory, disk*2)
	return j, os.WriteFile(filepath.Join(scratch, "limited"), []byte(script), 0o777)
}

func (j *judge) copy() string { return filepath.Join(j.scratch, "tree") }

// copyTree copies a folder but for what Git keeps.
func copyTree(to, from string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (rel == ".git" || rel == "dist"):
			return fs.SkipDir
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		case !d.Type().IsRegular():
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), b, 0o666)
	})
}

// try runs the tests that can see m, until some do.
func (j *judge) try(ctx context.Context, m mutant, id int) (v verdict) {
	start := time.Now()
	defer func() { v.took = time.Since(start) }()
	overlay, err := j.overlay(m, id)
	if err != nil {
		return verdict{err: err}
	}
	for _, p := range j.tree.above(m.pack) {
		if j.near && p != m.pack && j.tree.weight(p) > len(j.tree.product())/2 {
			continue
		}
		b := j.baseline(ctx, p)
		if b.err != nil {
			return verdict{err: b.err}
		}
		if !b.ran.reaches(m) {
			continue
		}
		v.tests++
		parts := [][]string{nil}
		if b.slow != "" {
			parts = [][]string{{"-skip", b.slow}, {"-run", b.slow}}
		}
		for _, part := range parts {
			out, err := j.test(ctx, p, b.wait, b.limit, append(part, "-overlay", overlay)...)
			if ctx.Err() != nil {
				return verdict{err: ctx.Err()}
			}
			if err != nil {
				v.seen, v.how = p.ImportPath, how(out, err)
				return v
			}
		}
	}
	return v
}

// how says in what way tests see a fault.
func how(out string, err error) string {
	switch {
	case strings.Contains(out, "[build failed]") || strings.Contains(out, "[setup failed]"):
		return unbuilt
	case errors.Is(err, context.DeadlineExceeded) || strings.Contains(out, "signal: killed") || strings.Contains(out, "panic: test timed out"):
		return "hangs"
	}
	return "fails"
}

// unbuilt is how tests see what go/types takes and the compiler does not.
const unbuilt = "does not build"

// overlay writes the file with the fault, and what tells go of it.
func (j *judge) overlay(m mutant, id int) (string, error) {
	name := filepath.Join(j.scratch, fmt.Sprintf("mutant-%d", id))
	if err := os.WriteFile(name+".go", m.mutate(), 0o666); err != nil {
		return "", err
	}
	file := filepath.Join(j.copy(), filepath.FromSlash(j.tree.rel(m.place.Filename)))
	b, err := json.Marshal(map[string]any{"Replace": map[string]string{file: name + ".go"}})
	if err != nil {
		return "", err
	}
	return name + ".json", os.WriteFile(name+".json", b, 0o666)
}

// baseline runs the tests of p in the tree as it is, once.
func (j *judge) baseline(ctx context.Context, p *pack) *baseline {
	j.mu.Lock()
	b := j.whole[p.ImportPath]
	if b == nil {
		b = new(baseline)
		j.whole[p.ImportPath] = b
	}
	j.mu.Unlock()
	b.once.Do(func() {
		args, profile := []string{"-v"}, ""
		if p.Name != "main" { // the tests of a command start it, and do not see what it runs
			profile = filepath.Join(j.scratch, strings.ReplaceAll(p.ImportPath, "/", "-")+".cover")
			args = append(args, "-coverprofile", profile, "-coverpkg", j.covered(p))
		}
		out, err := j.test(ctx, p, idle, int(idle.Seconds()), args...)
		if err != nil {
			b.err = fmt.Errorf("the tests of %s fail without a fault: %w\n%s", p.ImportPath, err, out)
			return
		}
		if profile != "" {
			if b.ran, b.err = readCoverage(profile); b.err != nil {
				return
			}
		}
		took, slow := timing(out)
		b.limit = j.least + factor*(int(took.Seconds())+1)
		b.wait = time.Minute + wait*took
		if len(slow) > 0 && took > heavy {
			b.slow = "^(" + strings.Join(slow, "|") + ")$"
		}
	})
	return b
}

// heavy is how long the tests of a package take that are run in two parts.
const heavy = 15 * time.Second

var result = regexp.MustCompile(`(?m)^--- PASS: (\w+) \(([0-9.]+s)\)$`)

// timing adds up what tests took, and names those that took more than a
// twentieth of the whole.
func timing(out string) (all time.Duration, slow []string) {
	took := map[string]time.Duration{}
	for _, m := range result.FindAllStringSubmatch(out, -1) {
		d, _ := time.ParseDuration(m[2]) // digits, as matched
		took[m[1]] = d
		all += d
	}
	for name, d := range took {
		if d > all/20 {
			slow = append(slow, name)
		}
	}
	slices.Sort(slow)
	return all, slow
}

// test runs the tests of a package in the copy, without outside judges, and
// returns what they print.
func (j *judge) test(ctx context.Context, p *pack, wait time.Duration, limit int, args ...string) (string, error) {
	limited, cancel := context.WithTimeout(ctx, 2*idle) // with the compiler's time
	defer cancel()
	run := []string{
		"test", "-short", "-failfast", "-vet=off", "-p=1", "-trimpath", "-timeout", wait.String(),
		"-exec", fmt.Sprintf("%q %d", filepath.Join(j.scratch, "limited"), limit),
	}
	cmd := exec.CommandContext(limited, "go", append(append(run, args...), p.ImportPath)...)
	cmd.Dir = j.copy()
	// Tests look for judges here, and leave their files there.
	cmd.Env = append(os.Environ(), "OCTAVO_TOOLS="+j.scratch, "OCTAVO_REQUIRE_VALIDATORS=", "TMPDIR="+filepath.Join(j.scratch, "tmp"))
	// What a test has started goes with it.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = 5 * time.Second
	out, err := cmd.CombinedOutput()
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // there is none left as a rule
	}
	if limited.Err() != nil {
		err = limited.Err()
	}
	return string(out), err
}
