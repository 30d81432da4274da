package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/book"
	"octavo/book/source/scaffold"
)

func newNew() *cobra.Command {
	var opt scaffold.Options
	cmd := &cobra.Command{
		Use:   "new DIR",
		Short: "Begin a manuscript in DIR",
		Long: `New begins a manuscript in DIR, a folder that is empty or not there yet: a
book.yaml with every key, a chapter, a picture, and for a repository a .gitignore
and a workflow of GitHub that checks, builds and releases the book. It builds at once.

In a folder with Markdown in it, such as a blog or a vault of notes, new writes a
book.yaml that names the articles there, and changes nothing else.`,
		Example: `  octavo new straits --title "The Width of the Water" --author "Ann Lee"
  octavo new bada --language ko`,
		ValidArgsFunction: completeDir,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || args[0] == "" {
				return usageError{errors.New("new needs the name of one folder")}
			}
			for _, name := range []string{"title", "author", "language"} {
				if f := cmd.Flags().Lookup(name); f.Changed && f.Value.String() == "" {
					return usageError{fmt.Errorf("--%s is empty", name)}
				}
			}
			now, err := today()
			if err != nil {
				return err
			}
			opt.Date, opt.Version = now, version
			if done, err := adopt(cmd, args[0], opt); done || err != nil {
				return err
			}
			files, err := scaffold.Files(opt)
			if err != nil {
				return usageError{err}
			}
			if err := scaffold.Write(cmd.Context(), args[0], files); err != nil {
				return fmt.Errorf("begin a manuscript: %w", err)
			}
			for _, f := range files {
				fmt.Fprintln(cmd.OutOrStdout(), filepath.ToSlash(filepath.Join(args[0], f.Name)))
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&opt.Title, "title", "", "the `TITLE` of the book")
	f.StringVar(&opt.Author, "author", "", "the `NAME` of the author")
	f.StringVar(&opt.Language, "language", "en", "the language of the book as a `TAG`: en, ko, zh-Hant")
	return cmd
}

// adopt makes a book of a folder with articles. done is false for any other folder.
func adopt(cmd *cobra.Command, dir string, opt scaffold.Options) (done bool, err error) {
	if !cmd.Flags().Lookup("language").Changed {
		opt.Language = "" // that of the site, if it says so
	}
	a, err := scaffold.Adopt(dir, opt)
	if err != nil || a == nil {
		return false, err
	}
	if err := scaffold.Add(cmd.Context(), dir, a.Files); err != nil {
		return false, fmt.Errorf("begin a manuscript: %w", err)
	}
	for _, f := range a.Files {
		fmt.Fprintln(cmd.OutOrStdout(), filepath.ToSlash(filepath.Join(dir, f.Name)))
	}
	for line := range strings.Lines(a.String()) {
		fmt.Fprint(cmd.ErrOrStderr(), "new: ", book.Printable(strings.TrimSpace(line)), "\n")
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "new: see title, language and order in book.yaml; then \"octavo check %[1]s\" and \"octavo build %[1]s\"\n", book.Printable(filepath.ToSlash(dir)))
	return true, nil
}

// today is the day on which the manuscript begins: that of SOURCE_DATE_EPOCH
// when it is set.
func today() (book.Date, error) {
	at, err := sourceDateEpoch()
	if err != nil {
		return book.Date{}, err
	}
	if at == nil {
		now := time.Now()
		at = &now
	}
	y, m, d := at.Date()
	return book.Date{Time: time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}, nil
}
