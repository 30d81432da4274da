package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/compile"
)

func newBuild() *cobra.Command {
	var out string
	var formats []string
	var opt compile.Options
	var pub publication
	var asJSON, report, verbose bool
	cmd := &cobra.Command{
		Use:   "build [DIR]",
		Short: "Make the editions of the manuscript in DIR",
		Long: `Build makes the editions of the manuscript in DIR, the folder with a book.yaml
(the folder at hand when none is named), and writes them to OUT.

All faults of the manuscript are reported in one run. When one is an error,
nothing is written and the editions that were there stay as they are.

With --report the lines, word spaces and page ends of the PDF are measured: the
figures follow its name, with the worst places of each kind. With --verbose all
places are told where no way was found to keep a rule, and the cheapest breach
was chosen.

The time that an edition bears is SOURCE_DATE_EPOCH when it is set, else the
newest date in the manuscript: equal input gives equal bytes.

` + publicationLong,
		Example: `  octavo build chapters
  octavo build chapters -o release --format epub --strict`,
		Args:              atMostOneDir,
		ValidArgsFunction: completeDir,
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if out == "" {
				return usageError{errors.New("--out needs the name of a folder; for the folder at hand, a dot")}
			}
			if opt.Formats, err = checkFormats(formats); err != nil {
				return err
			}
			if opt.Epoch, err = sourceDateEpoch(); err != nil {
				return err
			}
			if err := pub.set(&opt); err != nil {
				return err
			}
			fitMemory()
			opt.Dir, opt.Version, opt.Report = dirArg(args), version, report || verbose
			p := newPrinter(cmd, asJSON)
			p.reports, p.verbose = report, verbose
			opt.Progress = p.progress()
			res, err := compile.Build(cmd.Context(), opt)
			p.endProgress()
			if err != nil {
				return err
			}
			return p.build(cmd.Context(), out, res)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&out, "out", "o", "dist", "write the editions into folder `OUT`")
	f.StringSliceVar(&formats, "format", nil, "make only these editions: epub, pdf")
	f.BoolVar(&opt.NoPages, "no-pages", false, "leave the page list out of the EPUB: faster when no PDF is made")
	pub.flags(f)
	f.BoolVar(&opt.Strict, "strict", false, "treat warnings as errors")
	f.BoolVar(&report, "report", false, "measure the pages of the PDF and print the figures with the worst places")
	f.BoolVarP(&verbose, "verbose", "v", false, "say where on the pages a rule could not hold")
	f.BoolVar(&asJSON, "json", false, "print JSON Lines")
	// Both fail only for a flag that is not there.
	_ = cmd.MarkFlagDirname("out")
	_ = cmd.RegisterFlagCompletionFunc("format", completeFormats)
	return cmd
}

// completeFormats completes a list of formats by the formats that are not in it yet.
func completeFormats(_ *cobra.Command, _ []string, list string) ([]string, cobra.ShellCompDirective) {
	i := strings.LastIndexByte(list, ',') + 1
	given := strings.Split(list[:i], ",")
	var out []string
	for _, f := range book.Formats() {
		if word := string(f); !slices.Contains(given, word) && strings.HasPrefix(word, list[i:]) {
			out = append(out, list[:i]+word)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// checkFormats returns the formats in the order of book.Formats, each once.
func checkFormats(list []string) ([]book.Format, error) {
	known := book.Formats()
	for _, f := range list {
		if slices.Contains(known, book.Format(f)) {
			continue
		}
		return nil, usageError{fmt.Errorf("unknown format %q; %s", f, nearest.Among(f, known))}
	}
	var out []book.Format
	for _, f := range known {
		if slices.Contains(list, string(f)) {
			out = append(out, f)
		}
	}
	return out, nil
}

// maxEpoch is the end of the year 9999, the last that the formats can write.
const maxEpoch = 253402300799

// sourceDateEpoch returns the time that SOURCE_DATE_EPOCH sets, nil when it is
// not set (reproducible-builds.org/specs/source-date-epoch).
func sourceDateEpoch() (*time.Time, error) {
	s := os.Getenv("SOURCE_DATE_EPOCH")
	if s == "" {
		return nil, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > maxEpoch {
		return nil, usageError{fmt.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds since 1970", s)}
	}
	t := time.Unix(n, 0).UTC()
	return &t, nil
}
