package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/book/base/disk"
	"octavo/book/base/nearest"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

func newTheme() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "theme",
		Short: "List the built-in themes and trims, or export a theme to start from",
		Long: `A theme is the look of a book. book.yaml names a built-in one,

  theme: classic

or a folder of the manuscript that changes one:

  theme: house

house/theme.yaml says what is different, and all else is as in the theme that it
extends. house/epub.css stands after the style sheet that is made of the look of the
EPUB, so that its rules win; with "epub-css: replace" in theme.yaml it stands alone.

  extends: press
  logo: images/house.svg        # in the folder of the theme
  page: {trim: A5}
  fonts: {serif: Cormorant}     # its files stand under fonts in book.yaml
  styles:
    title: {size: 30pt, leading: 28pt}

"octavo schema theme" describes all keys for editors.`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("theme needs a verb: list or export")}
			}
			return usageError{fmt.Errorf("unknown verb %q; %s", args[0], nearest.Among(args[0], []string{"list", "export"}))}
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newThemeList(), newThemeExport())
	return cmd
}

// A jsonTheme and a jsonTrim are lines of "theme list --json".
type jsonTheme struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Default bool   `json:"default"`
	Trim    string `json:"trim"`
	Serif   string `json:"serif"`
	Sans    string `json:"sans"`
	Mono    string `json:"mono"`
}

type jsonTrim struct {
	Type   string `json:"type"`
	Name   string `json:"name"`
	Width  string `json:"width"`
	Height string `json:"height"`
}

func newThemeList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the built-in themes, and the trims that have a name",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if asJSON {
				listThemesJSON(newPrinter(cmd, true))
				return nil
			}
			return listThemes(cmd.OutOrStdout())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines")
	return cmd
}

func listThemes(w io.Writer) error {
	for _, name := range theme.Names() {
		t, _ := theme.Builtin(name)
		faces := slices.Compact([]string{t.Fonts.Serif, t.Fonts.Sans, t.Fonts.Mono})
		mark := ""
		if name == theme.Default {
			mark = " (the default)"
		}
		if _, err := fmt.Fprintf(w, "%-10s %s, set in %s%s\n", name, t.Page.Trim, strings.Join(faces, ", "), mark); err != nil {
			return err
		}
	}
	for _, t := range theme.Trims {
		if _, err := fmt.Fprintf(w, "%-10s %s x %s mm\n", t.Name, millimetres(t.Width), millimetres(t.Height)); err != nil {
			return err
		}
	}
	return nil
}

// millimetres prints a length in tenths of a millimetre.
func millimetres(l unit.Length) string {
	n := (int64(l)*254 + int64(unit.Inch)/2) / int64(unit.Inch)
	return strings.TrimSuffix(fmt.Sprintf("%d.%d", n/10, n%10), ".0")
}

func listThemesJSON(p *printer) {
	for _, name := range theme.Names() {
		t, _ := theme.Builtin(name)
		p.encode(jsonTheme{"theme", name, name == theme.Default, t.Page.Trim, t.Fonts.Serif, t.Fonts.Sans, t.Fonts.Mono})
	}
	for _, t := range theme.Trims {
		p.encode(jsonTrim{"trim", t.Name, t.Width.String(), t.Height.String()})
	}
}

func newThemeExport() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "export THEME [DIR]",
		Short: "Write a built-in theme into DIR, for one of your own to start from",
		Long: `Export writes the theme.yaml of a built-in theme into DIR, a folder of
the manuscript ("theme" when none is named). Name the folder in book.yaml,

  theme: theme

change what you want, and delete what you do not: what is left out is as in the
theme that it extends.`,
		Example: `  octavo theme export classic chapters/house`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usageError{fmt.Errorf("export needs the name of a theme, %s, and may have a folder", strings.Join(theme.Names(), " or "))}
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			switch len(args) {
			case 0:
				return theme.Names(), cobra.ShellCompDirectiveNoFileComp
			case 1:
				return nil, cobra.ShellCompDirectiveFilterDirs
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			files, ok := theme.Export(args[0])
			if !ok {
				return usageError{fmt.Errorf("no built-in theme is called %q; %s", args[0], nearest.Among(args[0], theme.Names()))}
			}
			dir := "theme"
			if len(args) == 2 {
				dir = args[1]
			}
			return exportTheme(cmd.Context(), cmd.OutOrStdout(), dir, files, force)
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "replace files that are there")
	return cmd
}

// exportTheme writes the files of a theme into dir, each whole or not at all.
// Unless forced, it writes nothing when one of them is there with other content.
func exportTheme(ctx context.Context, w io.Writer, dir string, contents map[string][]byte, force bool) error {
	var files []disk.File
	mode := disk.Keep
	if force {
		mode = disk.Replace
	}
	for _, name := range slices.Sorted(maps.Keys(contents)) {
		files = append(files, disk.File{Path: filepath.Join(dir, name), Data: contents[name], Mode: mode})
	}
	if err := place(ctx, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(w, f.Path)
	}
	return nil
}
