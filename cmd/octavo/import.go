package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"octavo/book"
	"octavo/book/base/disk"
	"octavo/book/base/fault"
	"octavo/book/base/rule"
	"octavo/book/ingest"
	"octavo/book/source/manifest"
)

func newImport() *cobra.Command {
	var im importer
	var zone string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Make chapters of published articles",
		Long: `Import makes a chapter of each FILE: plain text, a mail, a saved web page (.html
or .mht), a Word document, a feed (a chapter for each entry), or Markdown with the
front matter of another tool. "-" is standard input.

The parts of the article, such as byline, dates, editor's note and author's bio,
go to the front matter. What had to be guessed is printed. Pictures that lie
beside a page are copied into images; nothing is fetched.`,
		Example: `  octavo import article.txt -o chapters --add
  octavo import page.html -o chapters/04-harbour.md
  pbpaste | octavo import - -o -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("import needs a file, or - for standard input")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if im.opt.Zone, err = parseZone(zone); err != nil {
				return err
			}
			im.in = cmd.InOrStdin()
			im.printer = newPrinter(cmd, asJSON)
			return im.run(cmd.Context(), args)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&im.out, "out", "o", ".", "write to `OUT`: a folder, a file that ends in .md, or - for standard output")
	f.BoolVar(&im.add, "add", false, "append the chapters to the book.yaml of the folder")
	f.BoolVar(&im.force, "force", false, "replace files that are there")
	f.StringVar(&im.opt.Lang, "lang", "", "the language of the articles (`TAG` such as ko), instead of finding it")
	f.StringVar(&zone, "zone", "", "the zone of times that name none, such as `+08:00`")
	f.BoolVar(&asJSON, "json", false, "print JSON Lines")
	return cmd
}

// parseZone reads a zone such as +08:00, nil for "".
func parseZone(s string) (*time.Location, error) {
	if s == "" {
		return nil, nil
	}
	if s == "Z" || s == "UTC" {
		return time.UTC, nil
	}
	t, err := time.Parse("-07:00", s)
	if err != nil {
		return nil, usageError{fmt.Errorf("--zone is %q, not a distance from UTC such as +08:00", s)}
	}
	_, offset := t.Zone()
	return time.FixedZone("", offset), nil
}

// An importer makes chapters of files.
type importer struct {
	*printer
	in         io.Reader
	out        string
	add, force bool
	opt        ingest.Options

	several                             bool            // files
	mine                                map[string]bool // paths that this run has written or named
	chapters, guesses, warnings, errors int
}

func (im *importer) run(ctx context.Context, args []string) error {
	if im.out == "" || im.out == "-" && im.add {
		return usageError{errors.New("--out needs the name of a folder or file")}
	}
	if im.out == "-" && im.json != nil {
		return usageError{errors.New("chapters and JSON Lines cannot both go to standard output")}
	}
	im.several, im.mine = len(args) > 1, map[string]bool{}
	for _, name := range args {
		err := ctx.Err()
		if err == nil {
			err = im.file(ctx, name)
		}
		if err != nil && ctx.Err() != nil {
			return im.interrupted(err)
		}
		if err != nil {
			im.errors++
			im.fault(name, err)
		}
	}
	if im.json != nil {
		im.encode(importSummary{"summary", im.chapters, im.guesses, im.errors, im.warnings, im.errors == 0})
	}
	if im.errors > 0 {
		return errReported
	}
	return nil
}

// interrupted is err, which comes of an interrupt, or an error that says how many chapters
// had been written by then.
func (im *importer) interrupted(err error) error {
	if im.chapters == 0 {
		return err
	}
	return partialError(book.Count(im.chapters, "chapter") + " had been written")
}

// file imports one file.
func (im *importer) file(ctx context.Context, name string) error {
	data, err := im.read(ctx, name)
	if err != nil {
		return err
	}
	opt := im.opt
	if name != "-" {
		root, dir, err := atHand(name)
		if err != nil {
			return err
		}
		defer root.Close()
		opt.Dir = dir
		opt.Open = func(path string) ([]byte, error) { return openWithin(root, path) }
	}
	if im.out != "-" {
		opt.There = im.there
	}
	results, err := ingest.Read(filepath.ToSlash(filepath.Base(name)), data, opt)
	if err != nil {
		return err
	}
	return im.deliver(ctx, name, results)
}

// read reads a file, or standard input, up to the limit of package ingest. A file may be a
// pipe, so that both may wait for whoever writes to them, until an interrupt.
func (im *importer) read(ctx context.Context, name string) ([]byte, error) {
	var data []byte
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		data, err = readInput(im.in, name)
	}()
	select {
	case <-done:
		return data, short(err)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func readInput(in io.Reader, name string) ([]byte, error) {
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if info, err := f.Stat(); err == nil && info.Size() > ingest.MaxBytes {
			return nil, ingest.TooLarge(info.Size())
		}
		in = f
	}
	return io.ReadAll(io.LimitReader(in, ingest.MaxBytes+1))
}

// atHand opens the folder whose pictures a file may bring along, and returns the folder of
// the file within it: where the user stands for a Markdown file below, whose pictures often
// lie in a folder beside its own, and else the folder of the file. A saved page is written
// by others and does not look around.
func atHand(name string) (root *os.Root, dir string, err error) {
	dir = filepath.Dir(name)
	if ext := strings.ToLower(filepath.Ext(name)); filepath.IsLocal(name) && (ext == ".md" || ext == ".markdown") {
		if root, err = os.OpenRoot("."); err != nil {
			return nil, "", err
		}
		if _, err = root.Stat(dir); err == nil {
			return root, filepath.ToSlash(dir), nil
		}
		root.Close() // a symbolic link leads elsewhere
	}
	root, err = os.OpenRoot(dir)
	return root, "", err
}

// openWithin reads a file of a folder. A path that leads out of the folder is an error.
func openWithin(root *os.Root, path string) ([]byte, error) {
	path = filepath.FromSlash(path)
	if st, err := root.Stat(path); err != nil || !st.Mode().IsRegular() {
		return nil, errors.Join(err, errors.New("no file")) // opening a pipe would wait
	}
	f, err := root.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, ingest.MaxBytes+1))
}

// place writes files, and says how a file that is there already can be replaced.
func place(ctx context.Context, files []disk.File) error {
	err := disk.Write(ctx, files)
	var fault *fs.PathError
	if errors.As(err, &fault) && errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already; to replace it, give --force", fault.Path)
	}
	return err
}

// short is err without the path, which the message has already.
func short(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// folder returns where the chapters go, and the name of their file when --out has
// one.
func (im *importer) folder() (dir, file string) {
	if strings.EqualFold(filepath.Ext(im.out), ".md") {
		return filepath.Split(im.out)
	}
	return im.out, ""
}

// there returns a file of the folder that chapters go to, as [ingest.Options] wants
// it. With --force only files of this run count. The name that --out gives is always
// free: writing fails when there is such a file.
func (im *importer) there(name string) (data []byte, ok bool) {
	dir, file := im.folder()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if file != "" && strings.HasSuffix(name, ".md") || im.force && !im.mine[path] {
		return nil, false
	}
	if _, err := os.Lstat(path); err != nil {
		return nil, im.mine[path]
	}
	st, err := os.Stat(path)
	if err != nil || !st.Mode().IsRegular() || st.Size() > ingest.MaxBytes {
		return nil, true
	}
	data, _ = os.ReadFile(path)
	return data, true
}

// deliver writes the chapters of a file and says what they are.
func (im *importer) deliver(ctx context.Context, name string, results []ingest.Result) error {
	if im.out == "-" {
		return im.print(name, results)
	}
	dir, file := im.folder()
	if file != "" && len(results) > 1 {
		return fmt.Errorf("it has %d articles: give --out a folder", len(results))
	}
	if im.add {
		if _, err := os.Stat(filepath.Join(dir, manifest.Name)); err != nil {
			return fmt.Errorf("add to %s: %w", filepath.Join(dir, manifest.Name), short(err))
		}
	}
	files := ingest.Files(results, dir, file, im.force)
	list := make([]disk.File, len(files))
	for i, f := range files {
		list[i] = f.File
	}
	if err := place(ctx, list); err != nil {
		return err
	}
	im.several = im.several || len(results) > 1
	for _, r := range results {
		im.told(name, r)
		for _, p := range r.Wanting {
			im.mine[filepath.Join(dir, filepath.FromSlash(p))] = true
		}
	}
	for _, f := range files {
		im.mine[f.Path] = true
		im.wrote(f)
	}
	im.chapters += len(results)
	if im.add {
		// A chapter that is there is in the manifest, whatever comes.
		return im.addAll(context.WithoutCancel(ctx), dir, files)
	}
	return nil
}

// print writes the chapters to stdout.
func (im *importer) print(name string, results []ingest.Result) error {
	for _, r := range results {
		im.told(name, r)
		for _, p := range r.Pictures {
			im.warning(rule.ImportPicture.At(book.Pos{File: name}, "write to a folder", "the picture %s is not written to standard output", p.Path))
		}
		if _, err := im.printer.out.Write(r.Markdown); err != nil {
			return fmt.Errorf("write to standard output: %w", err)
		}
	}
	im.chapters += len(results)
	return nil
}

// addAll appends the chapters among files to the manifest of the folder.
func (im *importer) addAll(ctx context.Context, dir string, files []ingest.File) error {
	path := filepath.Join(dir, manifest.Name)
	err := disk.Change(ctx, path, func(out []byte) (_ []byte, err error) {
		for _, f := range files {
			if f.Chapter {
				if out, err = manifest.Add(filepath.ToSlash(path), out, filepath.Base(f.Path)); err != nil {
					return nil, err
				}
			}
		}
		return out, nil
	})
	if err != nil {
		return fmt.Errorf("add to %s: %w", path, short(err))
	}
	return nil
}

type importGuess struct {
	Type string `json:"type"`
	File string `json:"file"`
	As   string `json:"as"`
	Text string `json:"text"`
}

type importFile struct {
	Type   string `json:"type"`
	Path   string `json:"path"`
	Format string `json:"format"`
	Bytes  int    `json:"bytes"`
}

type importSummary struct {
	Type     string `json:"type"`
	Chapters int    `json:"chapters"`
	Guesses  int    `json:"guesses"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	OK       bool   `json:"ok"`
}

// told prints what was guessed and warned of.
func (im *importer) told(name string, r ingest.Result) {
	for _, g := range r.Guesses {
		im.guesses++
		if im.json != nil {
			im.encode(importGuess{"guess", filepath.ToSlash(name), g.As, g.Text})
			continue
		}
		of := ""
		if im.several {
			of = " " + book.Printable(r.Name) + ":"
		}
		fmt.Fprintf(im.err, "import:%s taken as %s: %q [guess]\n", of, g.As, g.Text)
	}
	for _, d := range r.Warnings {
		d.Pos.File = filepath.ToSlash(name)
		im.warning(d)
	}
}

func (im *importer) warning(d book.Diagnostic) {
	d.Severity = book.Warning // an import is done; check and build have errors
	im.warnings++
	im.diagnostic(d)
}

func (im *importer) diagnostic(d book.Diagnostic) {
	if im.json == nil {
		fmt.Fprintln(im.err, im.colored(d))
		return
	}
	im.encode(jsonDiagnostic{"diagnostic", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Severity.String(), string(d.Rule), d.Message, d.Hint})
}

// fault prints why a file was not imported.
func (im *importer) fault(name string, err error) {
	broken, hint := rule.ImportFault, ""
	if p := fault.From(err); p != nil {
		broken, hint = rule.InternalFault, fault.Hint
		defer trace(im.printer.err, p)
	}
	im.diagnostic(broken.At(book.Pos{File: filepath.ToSlash(name)}, hint, "%v", err))
}

func (im *importer) wrote(f ingest.File) {
	format := strings.TrimPrefix(strings.ToLower(filepath.Ext(f.Path)), ".")
	if im.json != nil {
		im.encode(importFile{"file", filepath.ToSlash(f.Path), format, len(f.Data)})
		return
	}
	fmt.Fprintf(im.printer.out, "%s  %s\n", book.Printable(f.Path), size(len(f.Data)))
}
