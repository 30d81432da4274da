package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// enough is how many faults of a hundred the tests have to see.
const enough = 90

// options are the flags.
type options struct {
	seed    uint64
	count   int
	skip    int
	workers int
	only    string
	limit   int // the least seconds of processor for the tests of a package
	list    bool
	near    bool
	in      string
}

func main() {
	o := options{}
	flag.Uint64Var(&o.seed, "seed", 1, "what the mutants are drawn by")
	flag.IntVar(&o.count, "count", 200, "how many mutants")
	flag.IntVar(&o.skip, "skip", 0, "how many of the seed's first mutants to pass over")
	flag.IntVar(&o.workers, "workers", 2, "how many are judged at the same time")
	flag.IntVar(&o.limit, "limit", cpu, "the least `seconds` of processor that tests with a fault may take")
	flag.StringVar(&o.only, "only", "", "the `places` to break, each path:line or path:line:operator, with commas between")
	flag.StringVar(&o.in, "in", "", "break only what is below this `folder`")
	flag.BoolVar(&o.near, "near", false, "for a first look: leave out the tests that import most of the tree")
	flag.BoolVar(&o.list, "list", false, "name the mutants and test nothing")
	flag.Parse()
	if flag.NArg() > 0 || o.count < 1 || o.skip < 0 || o.workers < 1 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	root, err := os.Getwd()
	good := false
	if err == nil {
		good, err = run(ctx, root, o, os.Stdout)
	}
	code := 0
	switch {
	case ctx.Err() != nil:
		code = 130
	case err != nil:
		fmt.Fprintln(os.Stderr, "mutation:", err)
		code = 2
	case !good:
		code = 1
	}
	stop()
	os.Exit(code)
}

// run judges mutants of the tree below root and reports whether enough are seen.
// When ctx is done, the tests are ended and nothing is left behind.
func run(ctx context.Context, root string, o options, out io.Writer) (bool, error) {
	claims, err := readClaims(equivalents)
	if err != nil {
		return false, err
	}
	t, err := readTree(root)
	if err != nil {
		return false, err
	}
	scratch, err := os.MkdirTemp("", "octavo-mutation-")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(scratch)
	j, err := newJudge(t, scratch)
	if err != nil {
		return false, err
	}
	j.least, j.near = o.limit, o.near
	r := &round{options: o, deck: newDeck(t, o.seed, o.in), claims: claims, judge: j, out: out}
	return r.play(ctx)
}
