package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"octavo/book/ingest"
)

func newImport() *cobra.Command {
	var im importer
	var zone string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Make chapters of published articles",
		Long: `Import makes a chapter of each FILE: plain text, a mail, a saved web page (.html
or .mht), a Word or OpenDocument text, a book (.epub), a feed or the export of a
site (a chapter for each entry), or Markdown with the front matter of another tool.
"-" is standard input. A file of another kind is refused with the way to convert it.

The parts of the article, such as byline, dates, editor's note and author's bio,
go to the front matter. What had to be guessed is printed. Pictures that lie
beside a page are copied into images; nothing is fetched.

The files of one run know one another: links between them lead to the chapters. A
folder stands for the articles in it, and so does a zip, such as the exports of
Substack, Medium, Notion, Tumblr and Google.

With --update a corrected FILE is brought into a chapter that exists. What the
editor changed stays, what the source changed comes in, and the difference is
printed; where both changed the same words nothing is written. A book keeps its
chapters as they were imported in .octavo/imports, which belongs into its
repository: without it an update needs --base, the file that was imported before.`,
		Example: `  octavo import article.txt -o chapters --add
  octavo import blog/content --sort date -o chapters --add
  octavo import page.html -o chapters/04-harbour.md
  octavo import --update chapters/04-harbour.md harbour-corrected.docx
  pbpaste | octavo import - -o -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("import needs a file, or - for standard input")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if im.opt.Zone, err = parseZone(zone); err != nil {
				return err
			}
			im.in = cmd.InOrStdin()
			im.printer = newPrinter(cmd, asJSON)
			return im.run(cmd.Context(), args)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&im.out, "out", "o", ".", "write to `OUT`: a folder, a file that ends in .md, or - for standard output")
	f.BoolVar(&im.add, "add", false, "append the chapters to the book.yaml of the folder")
	f.StringVar(&im.sort, "sort", "", "the `ORDER` of the chapters: name (2 before 10), date, or given; without it a folder or pattern is sorted by name")
	f.BoolVar(&im.force, "force", false, "replace files that are there")
	f.StringVar(&im.update, "update", "", "bring the file into `CHAPTER`, whose own changes stay")
	f.StringVar(&im.base, "base", "", "with --update, the `FILE` that the chapter was made from, where the book does not keep it")
	f.BoolVar(&im.ours, "ours", false, "with --update, keep the chapter's words where both sides changed the same")
	f.BoolVar(&im.dry, "dry-run", false, "show what would be written, and write nothing")
	f.StringVar(&im.opt.Lang, "lang", "", "the language of the articles (`TAG` such as ko), instead of finding it")
	f.StringVar(&zone, "zone", "", "the zone of times that name none, such as `+08:00`")
	f.BoolVar(&asJSON, "json", false, "print JSON Lines")
	return cmd
}

// parseZone reads a zone such as +08:00, nil for "".
func parseZone(s string) (*time.Location, error) {
	if s == "" {
		return nil, nil
	}
	if s == "Z" || s == "UTC" {
		return time.UTC, nil
	}
	t, err := time.Parse("-07:00", s)
	if err != nil {
		return nil, usageError{fmt.Errorf("--zone is %q, not a distance from UTC such as +08:00", s)}
	}
	_, offset := t.Zone()
	return time.FixedZone("", offset), nil
}

// An importer makes chapters of files.
type importer struct {
	*printer
	in         io.Reader
	out        string
	add, force bool
	update     string // the chapter that a file is brought into
	base       string // the file that it was made from
	ours       bool   // its words stay where both sides changed the same
	dry        bool   // nothing is written
	sort       string // the order of the files, "" for none
	opt        ingest.Options

	folders                             map[string]map[string]bool // names of files in lower case, by folder
	chapters, guesses, warnings, errors int
}

// run imports the files. They are one run: what they make is written whole or not at all.
func (im *importer) run(ctx context.Context, args []string) error {
	if im.out == "" || im.out == "-" && im.add {
		return usageError{errors.New("--out needs the name of a folder or file")}
	}
	if err := errors.Join(im.updateUsage(args), im.sortUsage()); err != nil {
		return usageError{err}
	}
	if im.out == "-" && im.json != nil {
		return usageError{errors.New("chapters and JSON Lines cannot both go to standard output")}
	}
	im.folders = map[string]map[string]bool{}
	if im.out != "-" {
		im.opt.There = im.there
	}
	im.readBook()
	if im.update != "" {
		if err := im.bringIn(ctx, args[0]); err != nil && ctx.Err() != nil {
			return err
		} else if err != nil {
			im.fail(args[0], err)
		}
		return im.end()
	}
	out, err := ingest.Run(ctx, im.inputs(ctx, args), im.opt)
	if err != nil {
		return err
	}
	if len(out.Results) > 0 {
		if err := im.deliver(ctx, out.Results); err != nil && ctx.Err() != nil {
			return err
		} else if err != nil {
			im.fail(im.blamed(out.Results), err)
		}
	}
	for _, f := range out.Faults {
		im.fail(f.Name, f.Err)
	}
	return im.end()
}

// end prints the sum of a run, and returns errReported where something was not imported.
func (im *importer) end() error {
	if im.json != nil {
		im.encode(importSummary{"summary", im.chapters, im.guesses, im.errors, im.warnings, im.errors == 0})
	}
	if im.errors > 0 {
		return errReported
	}
	return nil
}

// blamed returns the file by which a message names what was not written: the one that was
// imported, or where the articles of several were to go.
func (im *importer) blamed(results []ingest.Result) string {
	for _, r := range results {
		if r.File != results[0].File {
			return im.out
		}
	}
	return results[0].File
}
