// Package compile compiles a manuscript into its editions. It is the driver: the
// only package that knows all the others.
//
// In: a folder and options. Out: a [Result], the editions in memory and the
// diagnostics; [Write] puts the editions on disk.
//
// Invariant: a manuscript with errors gives no edition.
//
// Invariant: editions are written whole or not at all.
package compile

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"time"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/parallel"
	"octavo/book/check"
	"octavo/book/epub"
	"octavo/book/font/shape"
	"octavo/book/source/manuscript"
	"octavo/book/typeset/document"
	"octavo/book/typeset/report"
)

// Options say what to build.
type Options struct {
	// Dir is the manuscript's folder.
	Dir string
	// Formats are the editions to make; nil makes those that the manifest asks for.
	Formats []book.Format
	// NoPages leaves the page list out of EPUB editions.
	NoPages bool
	// Report measures the pages of PDF editions.
	Report bool
	// Inspect is shown the pages of each PDF edition before they are written, unless
	// setting them found errors; nil shows them to nobody. Inspect must not change the pages.
	Inspect func(*book.Book, *document.Document)
	// Strict makes a warning stop the build.
	Strict bool
	// Epoch is the time of the edition, nil for the newest date in the
	// manuscript.
	Epoch *time.Time
	// Drafts takes the chapters that would be left out.
	Drafts bool
	// Today tells the day of the build, for chapters that have a day of publication; see
	// [manuscript.Options].
	Today func() time.Time
	// Version is the compiler's, for the colophon.
	Version string
	// Fonts are the fonts that come with the compiler, for a caller who builds many books;
	// nil has them read for this build alone.
	Fonts *shape.Library
	// Workers bounds the goroutines at work; 0 is one for each processor.
	Workers int
	// Progress is told what begins; nil tells nobody. Progress may be called from
	// several goroutines.
	Progress func(stage string)
}

// A Result is what a build made.
type Result struct {
	Title       string
	Chapters    int
	Editions    []Edition // in the order of the manifest; none when there were errors
	Diagnostics []book.Diagnostic
	// AsOf is the day by which chapters are in or left out, "" when none has a day.
	AsOf string
	// Remarks are a line for each thing that a publisher should know and that is no fault.
	Remarks []string
	// Stopped says that faults kept the editions from being made.
	Stopped bool
	// Fault is the fault of the compiler that ended the build, nil when there was none.
	Fault *fault.Panic

	policy *check.Policy
}

// An Edition is one finished file.
type Edition struct {
	Name    string // file name
	Format  book.Format
	Profile book.Profile // that of the manifest's edition
	Pages   int          // of a PDF; 0 otherwise
	// Report is what was measured of the pages of a PDF, when that was asked for.
	Report *report.Report
	// ONIX is what a publisher's catalogue says of the accessibility of an EPUB,
	// the same as its package document; nil for a PDF.
	ONIX []epub.Code
	Data []byte
}

// Build compiles the manuscript. An error is a fault of the world or of ours;
// faults of the manuscript are in the result. A format that there is not is an error.
func Build(ctx context.Context, opt Options) (*Result, error) {
	return guarded(func() (*Result, error) { return makeAll(ctx, opt) })
}

func makeAll(ctx context.Context, opt Options) (*Result, error) {
	job, res, err := prepare(ctx, opt.defaults())
	if err != nil || res.Stopped {
		return res, err
	}
	res.Editions, err = job.encode(ctx)
	faults := job.failedFonts() // an EPUB without pages shapes here alone
	if err != nil {
		faults = append(faults, damaged(job.book, job.opt.Workers)...)
	} else if len(faults) == 0 {
		return res, nil
	}
	if len(faults) > 0 {
		res.Editions = nil
		res.Diagnostics = append(res.Diagnostics, faults...)
		res.settle(opt.Strict)
		return res, nil
	}
	return nil, err
}

// Check reports what Build would, without making the editions.
func Check(ctx context.Context, opt Options) (*Result, error) {
	return guarded(func() (*Result, error) { return checkAll(ctx, opt) })
}

func checkAll(ctx context.Context, opt Options) (*Result, error) {
	job, res, err := prepare(ctx, opt.defaults())
	if err != nil || res.Stopped {
		return res, err
	}
	res.Diagnostics = append(res.Diagnostics, damaged(job.book, job.opt.Workers)...)
	res.settle(opt.Strict)
	return res, nil
}

// prepare does all of a build but encoding.
func prepare(ctx context.Context, opt Options) (*job, *Result, error) {
	if err := known(opt.Formats); err != nil {
		return nil, nil, err
	}
	b, res, err := load(opt)
	if err != nil || res.Stopped {
		return nil, res, err
	}
	j, err := newJob(b, opt, res)
	if err != nil {
		return nil, res, err
	}
	if err := j.begin(res); err != nil || res.Stopped {
		return nil, res, err
	}
	if err := j.layout(ctx, res); err != nil {
		return nil, nil, err
	}
	res.add(j.failedFonts())
	res.settle(opt.Strict)
	return j, res, nil
}

func (o Options) defaults() Options {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Fonts == nil {
		o.Fonts = shape.Builtin()
	}
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	return o
}

// begin runs the rules over the manuscript and, when it has no error by then, makes the
// cover at the same time: for many chapters both take as long as reading them.
func (j *job) begin(res *Result) (err error) {
	makeCover := func() { err = j.makeCover() }
	if book.HasErrors(res.Diagnostics) {
		makeCover = func() {}
	}
	parallel.All(makeCover, func() { res.add(check.Book(j.book, j.opt.Workers)) })
	res.settle(j.opt.Strict)
	return err
}

// load reads the manuscript.
func load(opt Options) (*book.Book, *Result, error) {
	opt.Progress("reading the manuscript")
	b, found, err := manuscript.Load(opt.Dir, manuscript.Options{Epoch: opt.Epoch, Drafts: opt.Drafts, Today: opt.Today, Workers: opt.Workers})
	if err != nil {
		return nil, nil, err
	}
	if b == nil {
		return nil, &Result{Diagnostics: found, Stopped: true}, nil
	}
	res := &Result{policy: check.NewPolicy(b), Remarks: check.Remarks(b)}
	res.AsOf = b.AsOf.String()
	res.Title, res.Chapters = b.Title, len(b.Chapters())
	res.add(found)
	return b, res, nil
}

// add takes the diagnostics that the manuscript does not turn off or allow.
func (r *Result) add(list []book.Diagnostic) {
	r.Diagnostics = append(r.Diagnostics, r.policy.Apply(list)...)
}

// settle sorts the diagnostics and decides whether the build goes on.
func (r *Result) settle(strict bool) {
	r.Diagnostics = book.SortDiagnostics(r.Diagnostics)
	errors, warnings := r.Count()
	r.Stopped = errors > 0 || strict && warnings > 0
}

// Count returns how many diagnostics are errors and warnings.
func (r *Result) Count() (errors, warnings int) {
	for _, d := range r.Diagnostics {
		switch d.Severity {
		case book.Error:
			errors++
		case book.Warning:
			warnings++
		}
	}
	return errors, warnings
}

// wanted returns the editions to make: those of the manifest whose format was
// asked for, or one of each format.
func wanted(b *book.Book, formats []book.Format) []book.Edition {
	list := b.Editions
	if len(list) == 0 {
		for _, f := range book.Formats() {
			list = append(list, book.Edition{Format: f})
		}
	}
	if len(formats) == 0 {
		return list
	}
	var out []book.Edition
	for _, f := range formats {
		found := inFormat(list, f)
		if len(found) == 0 {
			found = []book.Edition{{Format: f}}
		}
		out = append(out, found...)
	}
	return slices.Compact(out)
}

// inFormat returns the editions of a format, in their order.
func inFormat(list []book.Edition, f book.Format) []book.Edition {
	return slices.DeleteFunc(slices.Clone(list), func(e book.Edition) bool { return e.Format != f })
}

// known returns an error that names the first format that there is not.
func known(formats []book.Format) error {
	for _, f := range formats {
		if !slices.Contains(book.Formats(), f) {
			return unknownFormat(f)
		}
	}
	return nil
}

func unknownFormat(f book.Format) error { return fmt.Errorf("unknown format %q", f) }

func generator(version string) string {
	if version == "" {
		return "Octavo"
	}
	return fmt.Sprintf("Octavo %s", version)
}
