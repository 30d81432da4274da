package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// version is the release that this tree becomes. The version stands in the colophons,
// so that it must not depend on how the binary was made.
const version = "0.1.0"

// versionDate is the day of the release, for the manual pages.
var versionDate = time.Date(2026, time.November, 24, 0, 0, 0, 0, time.UTC)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "octavo %s\n", version)
			return err
		},
	}
}

func newMan() *cobra.Command {
	return &cobra.Command{
		Use:   "man [DIR]",
		Short: "Print the manual page, or write those of all commands to DIR",
		Example: `  octavo man | man -l -
  octavo man /usr/local/share/man/man1`,
		Args: atMostOneDir,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			root.DisableAutoGenTag = true
			if len(args) == 0 {
				return doc.GenMan(root, manHeader(), io.Writer(cmd.OutOrStdout()))
			}
			return doc.GenManTree(root, manHeader(), args[0])
		},
	}
}

func manHeader() *doc.GenManHeader {
	day := versionDate
	return &doc.GenManHeader{Title: "OCTAVO", Section: "1", Date: &day, Source: "Octavo " + version, Manual: "Octavo manual"}
}
