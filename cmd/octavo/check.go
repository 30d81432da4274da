package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/book/build"
	"octavo/book/nearest"
	"octavo/book/rule"
)

// reportFormats are the forms in which check reports.
var reportFormats = []string{"text", "json", "github", "sarif"}

func newCheck() *cobra.Command {
	var opt build.Options
	var format string
	var asJSON, rules bool
	var stores []string
	cmd := &cobra.Command{
		Use:   "check [DIR|FILE.epub|FILE.pdf]",
		Short: "Report the faults of a manuscript or of a finished edition and write nothing",
		Long: `Check reports what a build of the manuscript in DIR would, and writes nothing.

The rules are listed by --rules. A rule, or a group of them, is set in book.yaml
to off, warning or error:

  rules: {figure-credit: error, straight-quotes: off, store: warning}

and is silenced for the block that follows, or that it stands in, by a comment:

  <!-- octavo: allow figure-credit -->

or in book.yaml and front matter by "# octavo: allow figure-credit".

An EPUB or PDF file of any maker is read in place of a manuscript, and what is
wrong with it named as EPUBCheck does. With --store, the rules of stores are put
to the file, or to the editions that the manuscript makes; --rules --store lists
them with their sources, and how sure each is: V where the store's own text was
read, S where another page says so, ? where it is not verified. The rules that every
edition is held to are listed by --rules with its name.

The report is text for people, JSON Lines, workflow commands that GitHub shows
beside the lines of a change, or a SARIF log.`,
		Example: `  octavo check chapters --strict
  octavo check chapters --format github
  octavo check chapters --format sarif > octavo.sarif
  octavo check chapters --store kdp,apple
  octavo check book.epub --store kobo`,
		Args:              atMostOneDir,
		ValidArgsFunction: completeManuscriptOrEdition,
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON && cmd.Flags().Changed("format") && format != "json" {
				return usageError{fmt.Errorf("--json and --format %s are two forms at once", format)}
			}
			if asJSON {
				format = "json"
			}
			if err := checkReportFormat(format); err != nil {
				return err
			}
			if err := checkStores(stores); err != nil {
				return err
			}
			p := newPrinter(cmd, format == "json")
			switch {
			case rules && len(args) > 0 && isEdition(args[0]):
				return p.editionRules(format, args[0])
			case rules && len(stores) > 0:
				return p.storeRules(format, args, stores)
			case rules:
				return p.rules(format, args)
			case len(args) > 0 && isEdition(args[0]):
				return p.edition(format, args[0], stores, opt.Strict)
			}
			var err error
			if opt.Epoch, err = sourceDateEpoch(); err != nil {
				return err
			}
			opt.Dir, opt.Version = dirArg(args), version
			opt.Progress = p.progress()
			res, err := checkManuscript(cmd.Context(), opt, stores)
			p.endProgress()
			if err != nil {
				return err
			}
			return p.check(format, res)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opt.Strict, "strict", false, "treat warnings as errors")
	f.StringVar(&format, "format", "text", "report as `FORM`: "+strings.Join(reportFormats, ", "))
	f.BoolVar(&asJSON, "json", false, "print JSON Lines, as --format json")
	f.BoolVar(&rules, "rules", false, "list the rules instead")
	f.StringSliceVar(&stores, "store", nil, "put the rules of these `STORES` to the editions: "+strings.Join(storeIDs(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("store", completeStores)
	// Fails only for a flag that is not there.
	_ = cmd.RegisterFlagCompletionFunc("format", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return reportFormats, cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

func checkReportFormat(format string) error {
	if slices.Contains(reportFormats, format) {
		return nil
	}
	msg := fmt.Sprintf("unknown form %q", format)
	if near := nearest.Name(format, reportFormats); near != "" {
		return usageError{fmt.Errorf("%s; did you mean %s?", msg, near)}
	}
	return usageError{fmt.Errorf("%s; there are %s", msg, strings.Join(reportFormats, ", "))}
}

// check prints the diagnostics in a form, and their number.
func (p *printer) check(format string, res *build.Result) error {
	switch format {
	case "github":
		p.github(res)
	case "sarif":
		if err := p.sarif(res); err != nil {
			return err
		}
	default:
		p.diagnostics(res)
	}
	return p.summary(res, 0)
}

type jsonRule struct {
	Type     string `json:"type"`
	ID       string `json:"id"`
	Group    string `json:"group"`
	Severity string `json:"severity"`
	Fixed    bool   `json:"fixed"`
	Why      string `json:"why"`
	Example  string `json:"example"`
}

// rules lists the rules with their levels when the manifest sets none.
func (p *printer) rules(format string, args []string) error {
	switch {
	case len(args) > 0:
		return usageError{errors.New("--rules lists the rules for any manuscript; leave out the folder")}
	case format != "text" && format != "json":
		return usageError{fmt.Errorf("the rules are listed as text or json, not as %s", format)}
	}
	group := ""
	for _, r := range rule.All() {
		if p.json != nil {
			p.encode(jsonRule{"rule", r.ID, r.Group, string(r.Level), r.Fixed, r.Why, r.Example})
			continue
		}
		if r.Group != group {
			if group != "" {
				fmt.Fprintln(p.out)
			}
			fmt.Fprintln(p.out, r.Group+groupNote(r))
		}
		group = r.Group
		fmt.Fprintf(p.out, "  %-20s %-8s %s\n%32s%s\n", r.ID, r.Level, r.Why, "", r.Example)
	}
	return nil
}

func groupNote(r rule.Rule) string {
	if r.Fixed {
		return " (cannot be set)"
	}
	return ""
}
