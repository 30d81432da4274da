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
or .mht), a Word document, a feed (a chapter for each entry), or Markdown with the
front matter of another tool. "-" is standard input.

The parts of the article, such as byline, dates, editor's note and author's bio,
go to the front matter. What had to be guessed is printed. Pictures that lie
beside a page are copied into images; nothing is fetched.`,
		Example: `  octavo import article.txt -o chapters --add
  octavo import page.html -o chapters/04-harbour.md
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
	f.BoolVar(&im.force, "force", false, "replace files that are there")
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
	opt        ingest.Options

	several                             bool                       // articles
	folders                             map[string]map[string]bool // names of files in lower case, by folder
	chapters, guesses, warnings, errors int
}

// run imports the files. They are one run: what they make is written whole or not at all.
func (im *importer) run(ctx context.Context, args []string) error {
	if im.out == "" || im.out == "-" && im.add {
		return usageError{errors.New("--out needs the name of a folder or file")}
	}
	if im.out == "-" && im.json != nil {
		return usageError{errors.New("chapters and JSON Lines cannot both go to standard output")}
	}
	im.folders = map[string]map[string]bool{}
	if im.out != "-" {
		im.opt.There = im.there
	}
	out, err := ingest.Run(ctx, im.inputs(ctx, args), im.opt)
	if err != nil {
		return err
	}
	if im.several = len(args) > 1 || len(out.Results) > 1; len(out.Results) > 0 {
		if err := im.deliver(ctx, out.Results); err != nil && ctx.Err() != nil {
			return err
		} else if err != nil {
			im.fail(im.blamed(out.Results), err)
		}
	}
	for _, f := range out.Faults {
		im.fail(f.Name, f.Err)
	}
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
