package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"octavo/book"
	"octavo/book/base/disk"
	"octavo/book/base/fault"
	"octavo/book/base/rule"
	"octavo/book/ingest"
)

type importGuess struct {
	Type string `json:"type"`
	File string `json:"file"`
	Line int    `json:"line,omitempty"` // of File, see [parts.Guess]
	As   string `json:"as"`
	Text string `json:"text"`
	// Chapter is the file of the chapter, At its line on which the words stand now, and
	// Key the key of front matter that they went to. At is left out with words.
	Chapter string `json:"chapter,omitempty"`
	At      int    `json:"chapter_line,omitempty"`
	Key     string `json:"key,omitempty"`
}

type importFile struct {
	Type   string `json:"type"`
	Path   string `json:"path"`
	Format string `json:"format"`
	Bytes  int    `json:"bytes"`
	// Would is what would become of the file, in a dry run: "new", "numbered", "same" or
	// "replaced".
	Would string `json:"would,omitempty"`
}

type importSummary struct {
	Type     string `json:"type"`
	Chapters int    `json:"chapters"`
	Guesses  int    `json:"guesses"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	OK       bool   `json:"ok"`
}

// told prints what was guessed and warned of. Chapter is the file of the chapter, "" on
// standard output.
func (im *importer) told(r ingest.Result, chapter string) {
	chapter = filepath.ToSlash(chapter)
	for _, g := range r.Guesses {
		im.guesses++
		if im.json != nil {
			im.encode(importGuess{"guess", r.File, g.Line, g.As, g.Text, chapter, g.At, g.Key})
			continue
		}
		// What an editor has to look at is in the chapter, but for what was left out.
		pos := book.Pos{File: chapter, Line: g.At}
		if chapter == "" || g.At == 0 && g.Line > 0 {
			pos = book.Pos{File: r.File, Line: g.Line}
		}
		fmt.Fprintf(im.err, "%s: taken as %s: %q [guess]\n", pos, g.As, g.Text)
	}
	for _, d := range r.Warnings {
		im.warning(d)
	}
}

func (im *importer) warning(d book.Diagnostic) {
	d.Severity = book.Warning // an import is done; check and build have errors
	im.warnings++
	im.diagnostic(d)
}

func (im *importer) diagnostic(d book.Diagnostic) {
	if im.json == nil {
		fmt.Fprintln(im.err, im.colored(d))
		return
	}
	im.encode(jsonDiagnostic{"diagnostic", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Severity.String(), string(d.Rule), d.Message, d.Hint})
}

// fail prints why a file was not imported.
func (im *importer) fail(name string, err error) {
	im.errors++
	broken, hint := rule.ImportFault, ""
	if p := fault.From(err); p != nil {
		broken, hint = rule.InternalFault, fault.Hint
		defer trace(im.printer.err, p)
	}
	im.diagnostic(broken.At(book.Pos{File: filepath.ToSlash(name)}, hint, "%v", err))
}

// wrote prints a file that was written.
func (im *importer) wrote(f disk.File) { im.file(f, "") }

// file prints a file, and what would become of it, "" when it was written.
func (im *importer) file(f disk.File, would string) {
	format := strings.TrimPrefix(strings.ToLower(filepath.Ext(f.Path)), ".")
	if im.json != nil {
		im.encode(importFile{"file", filepath.ToSlash(f.Path), format, len(f.Data), would})
		return
	}
	if would != "" {
		would = ", " + would
	}
	fmt.Fprintf(im.printer.out, "%s  %s%s\n", book.Printable(f.Path), size(len(f.Data)), would)
}
