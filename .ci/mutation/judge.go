package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Bounds of the tests of one part. A fault that runs into one is seen.
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
	schema  *schema

	mu     sync.Mutex
	suites map[string]*suite // by import path
	parts  int               // how many there are, in all suites
}

// suite is the tests of a package as a program, which knows all faults of the schema.
type suite struct {
	pack    *pack
	once    sync.Once
	program string
	parts   []*part
	err     error
}

// part is some tests of a suite: the quick ones, or one that is slow.
type part struct {
	suite *suite
	args  []string // that choose its tests
	took  time.Duration
	// ran has the ids of the faults whose place these tests run. The others they
	// cannot see, and most of a round would go into tests that cannot: a fault that
	// nobody sees is tried on all that are left.
	ran map[int]bool
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
	j := &judge{tree: t, scratch: scratch, suites: map[string]*suite{}}
	if err := copyTree(j.copy(), t.root); err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(scratch, "tmp"), 0o777); err != nil {
		return nil, err
	}
	// The limits hold for a test and for what it starts, and not for the compiler. That
	// of core files is no limit: see schema.
	script := fmt.Sprintf("#!/bin/sh\nulimit -S -c \"$2\" && ulimit -t \"$1\" && ulimit -v %d && ulimit -f %d && shift 2 && exec \"$@\"\n", memory, disk*2)
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

// try runs the tests that can see a fault until some do: the packages from the
// nearest on, and after them all that is slow in any, the quickest first.
func (j *judge) try(ctx context.Context, m mutant, id int) (v verdict) {
	start := time.Now()
	defer func() { v.took = time.Since(start) }()
	run := j.chosen(id)
	if !j.schema.holds[id] {
		overlay, err := j.overlay(m, id)
		if err != nil {
			return verdict{err: err}
		}
		run = j.alone(overlay)
	}
	asked := map[*suite]bool{}
	see := func(p *part) bool {
		asked[p.suite] = true
		out, err := run(ctx, p)
		if ctx.Err() != nil {
			v.err = ctx.Err()
		} else if err != nil {
			v.seen, v.how = p.suite.pack.ImportPath, how(out, err)
		}
		v.tests = len(asked)
		return err != nil
	}
	var late []*part
	for _, p := range j.tree.above(m.pack) {
		if j.near && p != m.pack && j.tree.weight(p) > len(j.tree.product())/2 {
			continue
		}
		s := j.suite(ctx, p)
		if s.err != nil {
			v.err = s.err
			return v
		}
		for _, part := range s.parts {
			switch {
			case j.schema.holds[id] && !part.ran[id]:
			case part.took > slow:
				late = append(late, part)
			case see(part):
				return v
			}
		}
	}
	slices.SortStableFunc(late, func(a, b *part) int { return cmp.Compare(a.took, b.took) })
	for _, part := range late {
		if see(part) {
			return v
		}
	}
	return v
}

// slow is how long a part takes that is asked after all others.
const slow = 5 * time.Second

// how says in what way tests see a fault.
func how(out string, err error) string {
	switch {
	case strings.Contains(out, "[build failed]") || strings.Contains(out, "[setup failed]"):
		return unbuilt
	case errors.Is(err, context.DeadlineExceeded) || strings.Contains(out+err.Error(), "signal: ") || strings.Contains(out, "panic: test timed out"):
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
	return name + ".json", writeOverlay(name+".json", map[string]string{file: name + ".go"})
}

// suite builds the tests of p and runs them in the tree as it is, once.
func (j *judge) suite(ctx context.Context, p *pack) *suite {
	j.mu.Lock()
	s := j.suites[p.ImportPath]
	if s == nil {
		s = &suite{pack: p, program: filepath.Join(j.scratch, fmt.Sprintf("suite-%d", len(j.suites)))}
		j.suites[p.ImportPath] = s
	}
	j.mu.Unlock()
	s.once.Do(func() { s.err = j.ready(ctx, s) })
	return s
}

func (j *judge) ready(ctx context.Context, s *suite) error {
	if out, err := j.start(ctx, j.copy(), "go", "test", "-c", "-vet=off", "-trimpath", "-overlay", j.schema.overlay, "-o", s.program, s.pack.ImportPath); err != nil {
		return fmt.Errorf("the tests of %s are not built: %w\n%s", s.pack.ImportPath, err, out)
	}
	all := &part{suite: s}
	out, err := j.mark(ctx, all)
	if err != nil {
		return err
	}
	long := longTests(out)
	if all.took <= slow || len(long) == 0 {
		s.parts = []*part{all}
		return nil
	}
	s.parts = []*part{{suite: s, args: []string{"-test.skip", "^(" + strings.Join(long, "|") + ")$"}}}
	for _, name := range long {
		s.parts = append(s.parts, &part{suite: s, args: []string{"-test.run", "^" + name + "$"}})
	}
	for _, p := range s.parts {
		if _, err := j.mark(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

var result = regexp.MustCompile(`(?m)^--- PASS: (\w+) \(([0-9.]+s)\)$`)

// longTests names those that take a second or more.
func longTests(out string) (names []string) {
	for _, m := range result.FindAllStringSubmatch(out, -1) {
		if d, _ := time.ParseDuration(m[2]); d >= time.Second { // digits, as matched
			names = append(names, m[1])
		}
	}
	slices.Sort(names)
	return names
}

// marks is how the files begin in which processes leave their marks.
func (j *judge) marks() string { return filepath.Join(j.scratch, "marks-") }

// mark runs a part of the tests in the tree as it is, notes what it takes and which
// faults it comes by, and returns what it prints.
func (j *judge) mark(ctx context.Context, p *part) (string, error) {
	j.mu.Lock()
	j.parts++
	taken := marking + j.parts
	j.mu.Unlock()
	begin := time.Now()
	out, err := j.run(ctx, p, taken, int(idle.Seconds()), idle)
	p.took = time.Since(begin)
	if err != nil {
		return "", fmt.Errorf("the tests of %s fail without a fault: %w\n%s", p.suite.pack.ImportPath, err, out)
	}
	b, err := os.ReadFile(j.marks() + strconv.Itoa(taken))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	p.ran = map[int]bool{}
	for _, line := range strings.Fields(string(b)) {
		id, err := strconv.Atoi(line)
		if err != nil {
			return "", fmt.Errorf("a mark: %w", err)
		}
		p.ran[id] = true
	}
	return out, nil
}

// bounds returns the seconds of processor for a part with a fault, and the wall
// clock's time.
func (j *judge) bounds(p *part) (limit int, wall time.Duration) {
	return j.least + factor*(int(p.took.Seconds())+1), time.Minute + wait*p.took
}

// chosen runs parts with a fault of the schema.
func (j *judge) chosen(id int) func(context.Context, *part) (string, error) {
	return func(ctx context.Context, p *part) (string, error) {
		limit, wall := j.bounds(p)
		return j.run(ctx, p, id, limit, wall)
	}
}

// alone runs parts with a fault that is an overlay of its own.
func (j *judge) alone(overlay string) func(context.Context, *part) (string, error) {
	return func(ctx context.Context, p *part) (string, error) {
		limit, wall := j.bounds(p)
		ctx, cancel := context.WithTimeout(ctx, 2*idle) // with the compiler's time
		defer cancel()
		args := []string{
			"test", "-vet=off", "-p=1", "-trimpath", "-overlay", overlay,
			"-exec", fmt.Sprintf("%q %d 0", filepath.Join(j.scratch, "limited"), limit), p.suite.pack.ImportPath, "-args",
		}
		return j.start(ctx, j.copy(), "go", append(args, p.flags(wall)...)...)
	}
}

// run runs a part of the tests in the folder of its package, as go test does. The
// number taken is a fault of the schema, or asks for marks.
func (j *judge) run(ctx context.Context, p *part, taken, limit int, wall time.Duration) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, wall+time.Minute) // the tests end themselves first
	defer cancel()
	dir := filepath.Join(j.copy(), filepath.FromSlash(j.tree.rel(p.suite.pack.Dir)))
	args := append([]string{strconv.Itoa(limit), strconv.Itoa(taken), p.suite.program}, p.flags(wall)...)
	return j.start(ctx, dir, filepath.Join(j.scratch, "limited"), args...)
}

// flags are those of a program of tests.
func (p *part) flags(wall time.Duration) []string {
	return append([]string{"-test.short", "-test.v", "-test.failfast", "-test.paniconexit0", "-test.timeout", wall.String()}, p.args...)
}

// start runs a program without outside judges, and returns what it prints.
func (j *judge) start(ctx context.Context, dir, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
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
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return string(out), err
}
