package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"octavo/book/base/nearest"
	"octavo/book/source/schema"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [book|chapter|theme]",
		Short: "Print the JSON Schema of book.yaml, of the front matter of chapters, or of theme.yaml",
		Long: `Schema prints a JSON Schema, by which an editor completes and checks keys: that
of book.yaml, with "chapter" that of front matter, or with "theme" that of
theme.yaml. For one that has the YAML language server, save it beside the
manuscript and begin book.yaml with

  # yaml-language-server: $schema=book.schema.json`,
		Example: `  octavo schema > book.schema.json
  octavo schema chapter > chapter.schema.json
  octavo schema theme > theme.schema.json`,
		ValidArgs: schema.Kinds(),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind := "book"
			if len(args) > 0 {
				kind = args[0]
			}
			s := schema.For(kind)
			switch {
			case len(args) > 1:
				return usageError{fmt.Errorf("one schema at a time, not %d", len(args))}
			case s == nil:
				return usageError{fmt.Errorf("there is no schema of %q; %s", kind, nearest.Among(kind, schema.Kinds()))}
			}
			_, err := cmd.OutOrStdout().Write(s)
			return err
		},
	}
}
