package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/nearest"
)

// The exit codes.
const (
	exitDone        = 0
	exitFailed      = 1   // errors in the manuscript, or work not done
	exitUsage       = 2   // the command line is wrong
	exitInterrupted = 130 // by the user: 128 and the number of SIGINT, as shells have it
)

// A usageError is a fault of the command line.
type usageError struct{ error }

// errReported says that what went wrong has been printed already.
var errReported = errors.New("reported")

// execute runs one command line and returns its exit code.
func execute(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot(stdout, stderr)
	root.SetArgs(args)
	return perform(ctx, root, stderr)
}

// perform runs the command and prints what went wrong.
func perform(ctx context.Context, root *cobra.Command, stderr io.Writer) int {
	err := func() (err error) {
		defer fault.Catch(&err) // the last door: whatever comes so far has no other
		return root.ExecuteContext(ctx)
	}()
	var usage usageError
	p := fault.From(err)
	switch {
	case err == nil:
		return exitDone
	case p != nil:
		fmt.Fprintf(stderr, "octavo: %s%v: %s\n", book.Printable(atFile(p)), p, fault.Hint)
		trace(stderr, p)
		return exitFailed
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "octavo: interrupted; nothing was written")
		return exitInterrupted
	case errors.Is(err, errReported):
		return exitFailed
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown command"):
		fmt.Fprintf(stderr, "octavo: %s\n", book.Printable(oneLine(err.Error())))
		fmt.Fprintln(stderr, "see 'octavo help'")
		return exitUsage
	}
	fmt.Fprintf(stderr, "octavo: %s\n", book.Printable(err.Error()))
	return exitFailed
}

// atFile names the file at which the compiler failed, "" when there is none.
func atFile(p *fault.Panic) string {
	if p.File == "" {
		return ""
	}
	return p.File + ": "
}

// trace prints where the compiler failed, for whoever mends it, when OCTAVO_TRACE is set.
func trace(w io.Writer, p *fault.Panic) {
	if p != nil && os.Getenv("OCTAVO_TRACE") != "" {
		fmt.Fprintln(w, p.Trace())
	}
}

// oneLine folds the suggestion that the command library sets on lines of its
// own into the message.
func oneLine(s string) string {
	head, rest, ok := strings.Cut(s, "\n\nDid you mean this?\n")
	if !ok {
		return s
	}
	return head + "; did you mean " + strings.Join(strings.Fields(rest), " or ") + "?"
}

func newRoot(stdout, stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:   "octavo",
		Short: "Compile a series of articles into a book",
		Long: `Octavo compiles a series of articles, a folder of Markdown with a book.yaml,
into a book with an EPUB and a PDF edition.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version,
	}
	root.SetVersionTemplate("octavo {{.Version}}\n")
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newTheme())
	root.InitDefaultVersionFlag()
	root.InitDefaultHelpFlag()
	root.SetHelpCommand(newHelp())
	root.AddCommand(newNew(), newBuild(), newCheck(), newSchema(), newImport(), newVersion(), newMan())
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" {
			// Were it only a folder of commands, an unknown shell would get
			// the help and exit code 0.
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
	return root
}

// newHelp is the library's help verb, but for an unknown topic, which is an
// error here.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if about, _, err := cmd.Root().Find(args); err == nil {
				for _, c := range about.Commands() {
					if c.IsAvailableCommand() {
						names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
					}
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			about, _, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// flagError names the nearest flag when one is unknown.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return usageError{err}
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if near := nearest.Name(unknown.GetSpecifiedName(), known); near != "" {
		return usageError{fmt.Errorf("%w; did you mean --%s?", err, near)}
	}
	return usageError{err}
}

// atMostOneDir is the argument rule of the verbs that take a manuscript.
func atMostOneDir(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{fmt.Errorf("one folder at a time, not %d", len(args))}
	}
	return nil
}

// noArgs is the argument rule of the verbs that take none.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no arguments", cmd.Name())}
	}
	return nil
}

// completeDir completes the argument of the verbs that take a manuscript.
func completeDir(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveFilterDirs
}

func dirArg(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}
