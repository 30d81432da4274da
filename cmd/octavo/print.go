package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"octavo/book"
	"octavo/book/compile"
	"octavo/book/epub"
)

// A printer tells the user what happened: results on stdout, talk on stderr,
// or everything as JSON Lines on stdout.
type printer struct {
	out      *results
	err      io.Writer
	json     *json.Encoder
	dir      string
	terminal bool // err is a terminal that can move its cursor
	color    bool
	reports  bool // print what was measured of the pages
	verbose  bool // print where on the pages a rule could not hold

	mu    sync.Mutex
	timer *time.Timer
	stage string
	shown bool
}

func newPrinter(cmd *cobra.Command, asJSON bool) *printer {
	p := &printer{out: &results{Writer: cmd.OutOrStdout()}, err: cmd.ErrOrStderr(), dir: dirArg(cmd.Flags().Args())}
	p.terminal, p.color = isTerminal(p.err), colorful(p.err)
	if asJSON {
		p.json = json.NewEncoder(p.out)
		p.json.SetEscapeHTML(false)
	}
	return p
}

// isTerminal reports whether w is a terminal that can move its cursor.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// colorful reports whether what is written to w is to be in colour: on a terminal, unless
// NO_COLOR asks for none (no-color.org).
func colorful(w io.Writer) bool { return isTerminal(w) && os.Getenv("NO_COLOR") == "" }

// results is stdout with the first fault of writing to it.
type results struct {
	io.Writer
	fault error
}

func (r *results) Write(b []byte) (int, error) {
	n, err := r.Writer.Write(b)
	if err != nil && r.fault == nil {
		r.fault = fmt.Errorf("print the results: %w", err)
	}
	return n, err
}

// progressDelay keeps the line of progress away from builds that are done at once. By eye:
// a line that flashes up is worse than none.
const progressDelay = 300 * time.Millisecond

// progress returns what a build tells its stages to: one line on a terminal,
// and nothing anywhere else.
func (p *printer) progress() func(string) {
	if !p.terminal || p.json != nil {
		return nil
	}
	p.timer = time.AfterFunc(progressDelay, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.shown = true
		p.line()
	})
	return func(stage string) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.stage = stage; p.shown {
			p.line()
		}
	}
}

const clearLine = "\r\x1b[K"

func (p *printer) line() { fmt.Fprintf(p.err, "%soctavo: %s …", clearLine, p.stage) }

// endProgress takes the line of progress away.
func (p *printer) endProgress() {
	if p.timer == nil {
		return
	}
	p.timer.Stop()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.err, clearLine)
		p.shown = false
	}
}

// build prints the diagnostics, writes the editions, and prints what was
// written.
func (p *printer) build(ctx context.Context, out string, res *compile.Result) error {
	p.diagnostics(res)
	if res.Stopped {
		return p.summary(res, 0)
	}
	paths, err := compile.Write(ctx, out, res.Editions)
	if err != nil {
		return err
	}
	for i, e := range res.Editions {
		p.file(paths[i], e)
		if p.verbose {
			p.breaches(e)
		}
		if p.reports {
			p.report(paths[i], e)
		}
	}
	return p.summary(res, len(paths))
}

type jsonDiagnostic struct {
	Type     string `json:"type"`
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

func (p *printer) diagnostics(res *compile.Result) {
	for _, d := range res.Diagnostics {
		d.Pos.File = filepath.ToSlash(filepath.Join(p.dir, d.Pos.File))
		if p.json != nil {
			p.encode(jsonDiagnostic{"diagnostic", d.Pos.File, d.Pos.Line, d.Pos.Col,
				d.Severity.String(), string(d.Rule), d.Message, d.Hint})
			continue
		}
		fmt.Fprintln(p.err, p.colored(d))
	}
}

// colored is the diagnostic as text, with its severity in colour on a terminal
// unless NO_COLOR asks for none (no-color.org).
func (p *printer) colored(d book.Diagnostic) string {
	if !p.color {
		return d.String()
	}
	const red, yellow, cyan, off = "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[0m"
	paint := yellow
	switch d.Severity {
	case book.Error:
		paint = red
	case book.Remark:
		paint = cyan
	}
	word := d.Severity.String()
	return strings.Replace(d.String(), " "+word+": ", " "+paint+word+off+": ", 1)
}

type jsonFile struct {
	Type   string `json:"type"`
	Path   string `json:"path"`
	Format string `json:"format"`
	Bytes  int    `json:"bytes"`
	Pages  int    `json:"pages,omitempty"`
	// ONIX are the accessibility codes for the book's entry in a catalogue.
	ONIX []epub.Code `json:"onix,omitempty"`
}

func (p *printer) file(path string, e compile.Edition) {
	if p.json != nil {
		p.encode(jsonFile{"file", path, string(e.Format), len(e.Data), e.Pages, e.ONIX})
		return
	}
	path = book.Printable(path)
	if e.Pages > 0 {
		fmt.Fprintf(p.out, "%s  %s, %s\n", path, size(len(e.Data)), book.Count(e.Pages, "page"))
		return
	}
	fmt.Fprintf(p.out, "%s  %s\n", path, size(len(e.Data)))
}

// size prints a number of bytes as people read it.
func size(n int) string {
	switch {
	case n >= 1e6:
		return fmt.Sprintf("%d.%d MB", n/1e6, n/1e5%10)
	case n >= 1e3:
		return fmt.Sprintf("%d kB", n/1e3)
	}
	return fmt.Sprintf("%d bytes", n)
}

type jsonSummary struct {
	Type     string `json:"type"`
	Title    string `json:"title,omitempty"`
	Chapters int    `json:"chapters"`
	AsOf     string `json:"as_of,omitempty"` // the day by which chapters are in or left out
	Editions int    `json:"editions"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	OK       bool   `json:"ok"`
}

// summary prints how many faults there were, when there were any, and returns
// errReported when they stop the work.
func (p *printer) summary(res *compile.Result, editions int) error {
	trace(p.err, res.Fault)
	errs, warns := res.Count()
	if res.AsOf != "" && p.json == nil {
		fmt.Fprintf(p.err, "octavo: chapters as of %s\n", res.AsOf)
	}
	switch {
	case p.json != nil:
		p.encode(jsonSummary{"summary", res.Title, res.Chapters, res.AsOf, editions, errs, warns, !res.Stopped})
	case errs+warns > 0:
		fmt.Fprintf(p.err, "octavo: %s, %s\n", book.Count(errs, "error"), book.Count(warns, "warning"))
	}
	switch {
	case p.out.fault != nil: // whoever reads the results has not got them all
		return p.out.fault
	case res.Stopped:
		return errReported
	}
	return nil
}

// remarks prints what is no fault of the manuscript.
func (p *printer) remarks(res *compile.Result) {
	for _, text := range res.Remarks {
		if p.json != nil {
			p.encode(jsonRemark{"remark", text})
		} else {
			fmt.Fprintln(p.err, "octavo:", text)
		}
	}
}

type jsonRemark struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

func (p *printer) encode(v any) {
	_ = p.json.Encode(v) // results keeps the fault
}
