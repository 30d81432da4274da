package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// round is one run over many mutants. Rows of the table are printed in the order
// in which the mutants were drawn.
type round struct {
	options
	deck   *deck
	claims map[claim]string
	judge  *judge
	out    io.Writer

	mu          sync.Mutex
	left        []mutant // of --only
	turns       []turn   // dealt and not taken
	drawn       int      // without the equivalent ones
	taken       int      // rows given out
	rows        map[int]string
	printed     int
	seen, total int
	survivors   []string
	err         error
}

// play judges them all and reports whether enough are seen.
func (r *round) play(ctx context.Context) (bool, error) {
	start := time.Now()
	r.rows = map[int]string{}
	if r.only != "" {
		for place := range strings.SplitSeq(r.only, ",") {
			r.left = append(r.left, r.deck.named(place)...)
		}
		if r.count, r.skip = len(r.left), 0; r.count == 0 {
			return false, fmt.Errorf("nothing to break at %s", r.only)
		}
	}
	if err := r.deal(ctx); err != nil {
		return false, err
	}
	var workers sync.WaitGroup
	for range r.workers {
		workers.Go(func() { r.work(ctx) })
	}
	workers.Wait()
	if r.err != nil || r.list {
		return true, r.err
	}
	if r.total == 0 {
		return false, fmt.Errorf("no mutant was judged")
	}
	for _, s := range r.survivors {
		fmt.Fprintln(r.out, "survived:", s)
	}
	fmt.Fprintf(r.out, "seed %d, %v: %d of %d seen (%d %%)\n",
		r.seed, time.Since(start).Round(time.Second), r.seen, r.total, 100*r.seen/r.total)
	return 100*r.seen >= enough*r.total, nil
}

// work judges one mutant after another.
func (r *round) work(ctx context.Context) {
	for {
		t, ok := r.take()
		if !ok {
			return
		}
		if t.says == "" {
			t.says = r.score(t, r.judge.try(ctx, t.mutant, t.row-1))
		}
		r.print(t)
	}
}

// turn is one row of the table.
type turn struct {
	mutant
	number int // among those of the seed that are not equivalent, from 1
	row    int
	says   string
}

// deal draws all mutants and makes their schema. The row of a turn, from 1, is one
// more than its id there.
func (r *round) deal(ctx context.Context) error {
	var ms []mutant
	for t, ok := r.next(); ok; t, ok = r.next() {
		r.turns, ms = append(r.turns, t), append(ms, t.mutant)
	}
	if r.list {
		return nil
	}
	var err error
	r.judge.schema, err = r.judge.newSchema(ctx, ms)
	return err
}

// take returns the next turn: of those dealt, and then of those drawn in place of
// what does not build.
func (r *round) take() (turn, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil && len(r.turns) > 0 {
		t := r.turns[0]
		r.turns = r.turns[1:]
		return t, true
	}
	return r.next()
}

// next draws a turn; one that is not to be judged comes with what it says.
func (r *round) next() (turn, bool) {
	for r.err == nil && r.drawn < r.skip+r.count {
		m, ok := r.draw()
		if !ok {
			break
		}
		t := turn{mutant: m}
		if reason := r.claims[r.deck.tree.claim(m)]; reason != "" {
			t.says = "equivalent: " + reason
		} else {
			r.drawn++
			t.number = r.drawn
		}
		if r.drawn < r.skip || t.number == r.skip && t.number > 0 {
			continue
		}
		if r.list && t.says == "" {
			t.says = "drawn"
		}
		r.taken++
		t.row = r.taken
		return t, true
	}
	return turn{}, false
}

func (r *round) draw() (mutant, bool) {
	if r.only == "" {
		return r.deck.draw()
	}
	if len(r.left) == 0 {
		return mutant{}, false
	}
	m := r.left[0]
	r.left = r.left[1:]
	return m, true
}

// score counts what became of a mutant and says it.
func (r *round) score(t turn, v verdict) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	took := v.took.Round(time.Second)
	switch {
	case v.err != nil:
		if r.err == nil { // others fail of it
			r.err = v.err
		}
		return "not judged"
	case v.how == unbuilt:
		r.count++ // another one
		return unbuilt
	case v.seen != "":
		r.seen++
		r.total++
		return fmt.Sprintf("seen by %s, which %s, %v", v.seen, v.how, took)
	}
	r.total++
	was, is := t.diff()
	r.survivors = append(r.survivors, fmt.Sprintf("%s\n- %s\n+ %s", r.deck.tree.at(t.mutant), was, is))
	return fmt.Sprintf("SURVIVED %d packages, %v", v.tests, took)
}

// print prints the rows whose turn has come.
func (r *round) print(t turn) {
	r.mu.Lock()
	defer r.mu.Unlock()
	was, is := t.diff()
	r.rows[t.row] = fmt.Sprintf("%4d  %-48s %s\n      - %.100s\n      + %.100s\n", t.number, r.deck.tree.at(t.mutant), t.says, was, is)
	for r.rows[r.printed+1] != "" {
		r.printed++
		fmt.Fprint(r.out, r.rows[r.printed])
		delete(r.rows, r.printed)
	}
}
