package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/disk"
	"octavo/book/base/rule"
	"octavo/book/ingest"
	"octavo/book/ingest/merge"
	"octavo/book/source/manifest"
)

// imports is where a book keeps its chapters as they were last imported, beside book.yaml:
// what an update compares with. It begins with a full stop, so that nothing there is taken
// for a chapter, and is to go into the repository with the chapters.
const imports = ".octavo/imports"

// lastImport returns where the last import of a chapter is kept: below the nearest book.yaml
// at or above the chapter, under the chapter's path from there. It is "" where there is no
// book: a folder that is none of a book's, such as that of downloads, is not written to
// unasked.
func lastImport(chapter string) string {
	abs, err := filepath.Abs(chapter)
	if err != nil {
		return ""
	}
	up := ""
	for dir := filepath.Dir(abs); ; dir = filepath.Dir(dir) {
		if st, err := os.Stat(filepath.Join(dir, manifest.Name)); err == nil && st.Mode().IsRegular() {
			rel, err := filepath.Rel(dir, abs)
			if err != nil {
				return ""
			}
			return filepath.Join(filepath.Dir(chapter), up, filepath.FromSlash(imports), rel)
		}
		if filepath.Dir(dir) == dir {
			return ""
		}
		up = filepath.Join(up, "..")
	}
}

// withImports adds to the files of an import what their books keep of it. The chapters
// come first, so that a process that is killed between leaves no chapter that lacks what its
// book says was brought in.
func withImports(files []ingest.File) []disk.File {
	list := make([]disk.File, 0, 2*len(files))
	for _, f := range files {
		list = append(list, f.File)
	}
	return append(list, keptOf(files)...)
}

// keptOf are the files in which books keep what is imported.
func keptOf(files []ingest.File) []disk.File {
	var list []disk.File
	for _, f := range files {
		if path := lastImport(f.Path); f.Chapter && path != "" {
			list = append(list, disk.File{Path: path, Data: f.Kept})
		}
	}
	return list
}

// updateUsage is what is wrong with the flags of an update.
func (im *importer) updateUsage(args []string) error {
	switch {
	case im.update == "" && im.base != "":
		return errors.New("--base goes with --update")
	case im.update == "" && im.ours:
		return errors.New("--ours goes with --update")
	case im.update == "":
		return nil
	case len(args) != 1:
		return fmt.Errorf("--update brings one file into a chapter, not %d", len(args))
	case im.add || im.force || im.out != ".":
		return errors.New("--update writes to its chapter: leave out --out, --add and --force")
	}
	return nil
}

// bringIn brings a file into the chapter that --update names.
func (im *importer) bringIn(ctx context.Context, name string) error {
	path, err := filepath.EvalSymlinks(im.update)
	if err != nil {
		return fmt.Errorf("the chapter %s: %w", im.update, short(err))
	}
	ours, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("the chapter %s: %w", im.update, short(err))
	}
	base, err := im.before(ctx, lastImport(path), ours)
	if err != nil {
		return err
	}
	was, known := ingest.Last(base.kept)
	im.opt.Known, im.opt.Shown = known, ingest.PicturesOf(ours)
	theirs, err := im.single(ctx, name)
	if err != nil {
		return err
	}
	var source []byte
	if st, err := os.Stat(name); name != "-" && err == nil && st.Mode().IsRegular() { // a pipe is read once
		source, _ = im.readFile(ctx, name) // without it the lines of conflicts are left out
	}
	rev := ingest.Update(filepath.ToSlash(im.update), was, ours, *theirs, source, im.ours)
	chapter := rev.Markdown
	if len(rev.Clashes) > 0 {
		chapter = ours
	}
	ingest.Place(theirs.Guesses, chapter)
	theirs.Warnings = rev.Warnings
	im.told(*theirs, im.update)
	for _, d := range rev.Clashes {
		im.errors++
		im.diagnostic(d)
	}
	if len(rev.Clashes) > 0 {
		return nil
	}
	im.revised(rev)
	return im.writeRevision(ctx, path, ours, rev, base, theirs.Kept)
}

// single imports a file of one article.
func (im *importer) single(ctx context.Context, name string) (*ingest.Result, error) {
	out, err := ingest.Run(ctx, im.inputs(ctx, []string{name}), im.opt)
	switch {
	case err != nil:
		return nil, err
	case len(out.Faults) > 0:
		return nil, out.Faults[0].Err
	case len(out.Results) != 1:
		return nil, fmt.Errorf("there are %d articles in it, and a chapter has one", len(out.Results))
	}
	return &out.Results[0], nil
}

// writeRevision writes the chapter, its new pictures and what the book keeps of the import,
// or in a dry run tells these files. The chapter comes before what is kept: were only that
// new, the next update would take the change for one that is in already.
func (im *importer) writeRevision(ctx context.Context, path string, ours []byte, rev ingest.Revision, base base, theirs []byte) error {
	var list []disk.File
	for _, p := range rev.Pictures {
		f := disk.File{Path: filepath.Join(filepath.Dir(path), filepath.FromSlash(p.Path)), Data: p.Data, Mode: disk.Keep}
		if fate(f) != fateSame {
			list = append(list, f)
		}
	}
	if len(rev.Diff) > 0 {
		list = append(list, disk.File{Path: path, Data: rev.Markdown, Was: ours, Mode: disk.Replace})
	}
	shown, kept := list, base.files(theirs)
	list = append(list, kept...)
	if err := im.put(ctx, list); err != nil {
		return err
	}
	im.chapters++
	if im.dry {
		for _, f := range list {
			if would := fate(f); would != fateSame {
				im.file(f, would)
			}
		}
		return nil
	}
	base.leave(kept)
	for _, f := range shown {
		im.wrote(f)
	}
	return nil
}

type importChange struct {
	Type string `json:"type"`
	File string `json:"file"`
	Line int    `json:"line,omitempty"`
	Key  string `json:"key"`
	From string `json:"from"`
	To   string `json:"to"`
}

type importDiff struct {
	Type string `json:"type"`
	File string `json:"file"`
	Line int    `json:"line"` // of the new chapter, of the old one for "-"
	Op   string `json:"op"`   // "+", "-" or " "
	Text string `json:"text"`
}

// revised prints the keys that were taken from the source, and the diff.
func (im *importer) revised(rev ingest.Revision) {
	file := filepath.ToSlash(im.update)
	for _, k := range rev.Taken {
		from, to := strings.Join(strings.Fields(k.From), " "), strings.Join(strings.Fields(k.To), " ")
		if im.json != nil {
			im.encode(importChange{"change", file, k.Line, k.Name, from, to})
			continue
		}
		fmt.Fprintf(im.err, "import: %s of the source taken: %q, which was %q\n", k.Name, book.Clip(to, 160), book.Clip(from, 160))
	}
	if im.json == nil && len(rev.Diff) == 0 {
		what := "nothing"
		if slices.ContainsFunc(rev.Warnings, func(d book.Diagnostic) bool { return d.Rule == rule.ImportUpdate.ID }) {
			what = "nothing else"
		}
		fmt.Fprintf(im.err, "import: the source has %s that the chapter has not\n", what)
		return
	}
	im.changed(im.update, rev.Diff)
}

// changed prints the difference that a run makes to a file, as a unified diff.
func (im *importer) changed(path string, diff []merge.Line) {
	file := filepath.ToSlash(path)
	if im.json == nil && len(diff) > 0 {
		fmt.Fprintf(im.printer.out, "--- %s\n+++ %s\n", book.Printable(file), book.Printable(file))
	}
	for _, l := range diff {
		im.diffLine(file, l)
	}
}

// diffLine prints a line of a diff, in the colours that such lines have on a terminal.
func (im *importer) diffLine(file string, l merge.Line) {
	if im.json != nil {
		if l.Number > 0 {
			im.encode(importDiff{"diff", file, l.Number, string(l.Op), l.Text})
		}
		return
	}
	const red, green, cyan, off = "\x1b[31m", "\x1b[32m", "\x1b[36m", "\x1b[0m"
	text := l.String() // to the byte, for the program patch
	if isTerminal(im.printer.out.Writer) {
		text = book.Printable(strings.TrimSuffix(text, "\r"))
	}
	paint := map[byte]string{'-': red, '+': green, '@': cyan}[l.Op]
	if paint != "" && colorful(im.printer.out.Writer) {
		text = paint + text + off
	}
	fmt.Fprintln(im.printer.out, text)
}
