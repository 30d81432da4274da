package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/compile"
)

// reportFormats are the forms in which check reports.
var reportFormats = []string{"text", "json", "github", "sarif"}

const checkLong = `Check reports what a build of the manuscript in DIR would, and writes nothing.

The rules are listed by --rules. A rule, or a group of them, is set in book.yaml
to off, remark, warning or error, of which a remark never stops a build:

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
beside the lines of a change, or a SARIF log.

` + publicationLong

// A checker is what the flags of check say.
type checker struct {
	opt           compile.Options
	format        string
	asJSON, rules bool
	stores        []string
	pub           publication
}

func newCheck() *cobra.Command {
	var c checker
	cmd := &cobra.Command{
		Use:   "check [DIR|FILE.epub|FILE.pdf]",
		Short: "Report the faults of a manuscript or of a finished edition and write nothing",
		Long:  checkLong,
		Example: `  octavo check chapters --strict
  octavo check chapters --format github
  octavo check chapters --format sarif > octavo.sarif
  octavo check chapters --store kdp,apple
  octavo check book.epub --store kobo`,
		Args:              atMostOneDir,
		ValidArgsFunction: completeManuscriptOrEdition,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.valid(cmd); err != nil {
				return err
			}
			fitMemory()
			return c.run(cmd, args)
		},
	}
	f := cmd.Flags()
	c.pub.flags(f)
	f.BoolVar(&c.opt.Strict, "strict", false, "treat warnings as errors")
	f.StringVar(&c.format, "format", "text", "report as `FORM`: "+strings.Join(reportFormats, ", "))
	f.BoolVar(&c.asJSON, "json", false, "print JSON Lines, as --format json")
	f.BoolVar(&c.rules, "rules", false, "list the rules instead")
	f.StringSliceVar(&c.stores, "store", nil, "put the rules of these `STORES` to the editions: "+strings.Join(storeIDs(), ", "))
	_ = cmd.RegisterFlagCompletionFunc("store", completeStores)
	// Fails only for a flag that is not there.
	_ = cmd.RegisterFlagCompletionFunc("format", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return reportFormats, cobra.ShellCompDirectiveNoFileComp
	})
	return cmd
}

// valid judges the flags, and makes one format of the two flags that ask for JSON.
func (c *checker) valid(cmd *cobra.Command) error {
	if c.asJSON && cmd.Flags().Changed("format") && c.format != "json" {
		return usageError{fmt.Errorf("--json and --format %s are two forms at once", c.format)}
	}
	if c.asJSON {
		c.format = "json"
	}
	if err := checkReportFormat(c.format); err != nil {
		return err
	}
	return checkStores(c.stores)
}

func (c *checker) run(cmd *cobra.Command, args []string) error {
	p := newPrinter(cmd, c.format == "json")
	switch {
	case c.rules && len(args) > 0 && isEdition(args[0]):
		return p.editionRules(c.format, args[0])
	case c.rules && len(c.stores) > 0:
		return p.storeRules(c.format, args, c.stores)
	case c.rules:
		return p.rules(c.format, args)
	case len(args) > 0 && isEdition(args[0]):
		return p.edition(c.format, args[0], c.stores, c.opt.Strict)
	}
	var err error
	if c.opt.Epoch, err = sourceDateEpoch(); err != nil {
		return err
	}
	if err := c.pub.set(&c.opt); err != nil {
		return err
	}
	if c.opt.Epoch == nil {
		// A check writes nothing that would change with the time, and a date in the future is
		// a date after today.
		now := time.Now().UTC()
		c.opt.Epoch = &now
	}
	c.opt.Dir, c.opt.Version = dirArg(args), version
	c.opt.Progress = p.progress()
	res, err := checkManuscript(cmd.Context(), c.opt, c.stores)
	p.endProgress()
	if err != nil {
		return err
	}
	return p.check(c.format, res)
}

func checkReportFormat(format string) error {
	if slices.Contains(reportFormats, format) {
		return nil
	}
	return usageError{fmt.Errorf("unknown form %q; %s", format, nearest.Among(format, reportFormats))}
}

// check prints the diagnostics in a form, and their number.
func (p *printer) check(format string, res *compile.Result) error {
	switch format {
	case "github":
		p.github(res)
	case "sarif":
		if err := p.sarif(res); err != nil {
			return err
		}
	default:
		p.diagnostics(res)
		p.remarks(res)
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
			p.encode(jsonRule{"rule", string(r.ID), r.Group, string(r.Level), r.Fixed(), r.Why, r.Example})
			continue
		}
		if r.Group != group {
			if group != "" {
				fmt.Fprintln(p.out)
			}
			fmt.Fprintln(p.out, r.Group+groupNote(r))
		}
		group = r.Group
		why := r.Why
		if r.Lowers() {
			why += " (can be set to warning)"
		}
		fmt.Fprintf(p.out, "  %-20s %-8s %s\n%32s%s\n", r.ID, r.Level, why, "", r.Example)
	}
	return nil
}

func groupNote(r rule.Rule) string {
	if !r.Fixed() {
		return ""
	}
	if slices.ContainsFunc(rule.All(), func(o rule.Rule) bool { return o.Group == r.Group && o.Lowers() }) {
		return " (cannot be set, but where a line says so)"
	}
	return " (cannot be set)"
}
