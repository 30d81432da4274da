package main

import (
	"errors"
	"fmt"
	"path/filepath"
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
and a workflow of GitHub that checks, builds and releases the book. It builds at once.`,
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
