package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/nearest"
	"octavo/book/check/inspect"
	"octavo/book/check/store"
	"octavo/book/compile"
)

// isEdition reports whether the argument names a file: a manuscript is a
// folder. A name that ends as an edition's does counts as one even when there is no
// such file, so that the error says that the file is missing.
func isEdition(arg string) bool {
	info, err := os.Stat(arg)
	if err == nil {
		return info.Mode().IsRegular()
	}
	ext := strings.ToLower(filepath.Ext(arg))
	return ext == ".epub" || ext == ".pdf"
}

// edition checks a finished file.
func (p *printer) edition(format, path string, stores []string, strict bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	p.dir = filepath.Dir(path)
	defer fault.In(filepath.ToSlash(path))
	pub, doc, found := inspect.File(filepath.Base(path), f, info.Size())
	found = append(found, askStores(pub, doc, stores)...)
	res := &compile.Result{Diagnostics: book.SortDiagnostics(found)}
	switch {
	case pub != nil && len(pub.Titles) > 0:
		res.Title = inspect.Printable(pub.Titles[0])
	case doc != nil:
		res.Title = inspect.Printable(doc.Title)
	}
	stop(res, strict)
	return p.check(format, res)
}

// stop decides whether what was found is a failure.
func stop(res *compile.Result, strict bool) {
	res.Stopped = book.HasErrors(res.Diagnostics) || strict && len(res.Diagnostics) > 0
}

func askStores(pub *inspect.Publication, doc *inspect.PDF, stores []string) []book.Diagnostic {
	switch {
	case pub != nil:
		return store.EPUB(pub, stores)
	case doc != nil:
		return store.PDF(doc, stores)
	}
	return nil
}

// checkManuscript checks a manuscript and, when stores are to be asked, the
// editions that it makes.
func checkManuscript(ctx context.Context, opt compile.Options, stores []string) (*compile.Result, error) {
	if len(stores) == 0 {
		return compile.Check(ctx, opt)
	}
	res, err := compile.Build(ctx, opt)
	if err != nil || res.Stopped {
		return res, err
	}
	for _, e := range res.Editions {
		pub, doc, found := inspect.File(e.Name, bytes.NewReader(e.Data), int64(len(e.Data)))
		res.Diagnostics = append(append(res.Diagnostics, found...), askStores(pub, doc, buyers(e, res.Editions, stores))...)
	}
	res.Diagnostics = book.SortDiagnostics(res.Diagnostics)
	stop(res, opt.Strict)
	return res, nil
}

// buyers are the stores that an edition goes to: where there is an edition for
// Kindle, Amazon gets that one, and the others the rest.
func buyers(e compile.Edition, all []compile.Edition, stores []string) []string {
	kindle := slices.ContainsFunc(all, func(e compile.Edition) bool { return e.Profile == book.Kindle })
	return slices.DeleteFunc(slices.Clone(stores), func(id string) bool {
		return kindle && e.Format == book.EPUB && (id == "kdp") != (e.Profile == book.Kindle)
	})
}

func storeIDs() []string {
	var list []string
	for _, s := range store.Stores() {
		list = append(list, s.ID)
	}
	return list
}

func checkStores(list []string) error {
	known := storeIDs()
	for _, id := range list {
		if slices.Contains(known, id) {
			continue
		}
		msg := fmt.Sprintf("unknown store %q", id)
		if near := nearest.Name(id, known); near != "" {
			return usageError{fmt.Errorf("%s; did you mean %s?", msg, near)}
		}
		return usageError{fmt.Errorf("%s; there are %s", msg, strings.Join(known, ", "))}
	}
	return nil
}

// completeStores completes a list of stores by the stores that are not in it yet.
func completeStores(_ *cobra.Command, _ []string, list string) ([]string, cobra.ShellCompDirective) {
	i := strings.LastIndexByte(list, ',') + 1
	var out []string
	for _, s := range store.Stores() {
		if !slices.Contains(strings.Split(list[:i], ","), s.ID) && strings.HasPrefix(s.ID, list[i:]) {
			out = append(out, cobra.CompletionWithDesc(list[:i]+s.ID, s.Name))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func completeManuscriptOrEdition(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return []string{string(book.EPUB), string(book.PDF)}, cobra.ShellCompDirectiveFilterFileExt
}

type jsonEditionRule struct {
	Type      string `json:"type"`
	ID        string `json:"id"`
	Severity  string `json:"severity"`
	EPUBCheck string `json:"epubcheck,omitempty"`
	Why       string `json:"why"`
}

// editionRules lists the rules that editions of a file's format are held to,
// with what EPUBCheck calls the same fault.
func (p *printer) editionRules(format, path string) error {
	if format != "text" && format != "json" {
		return usageError{fmt.Errorf("the rules are listed as text or json, not as %s", format)}
	}
	prefix := "epub-"
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		prefix = "pdf-"
	}
	for _, r := range inspect.Rules() {
		switch {
		case !strings.HasPrefix(string(r.ID), prefix):
		case p.json != nil:
			p.encode(jsonEditionRule{"edition-rule", string(r.ID), r.Severity.String(), r.Like, r.Why})
		default:
			fmt.Fprintf(p.out, "%-22s %-8s %-8s %s\n", r.ID, r.Severity, r.Like, r.Why)
		}
	}
	return nil
}

type jsonStoreRule struct {
	Type     string `json:"type"`
	ID       string `json:"id"`
	Store    string `json:"store"`
	Number   int    `json:"number"`
	Severity string `json:"severity"`
	Grade    string `json:"grade"`
	Source   string `json:"source"`
	Why      string `json:"why"`
}

// storeRules lists the rules of the stores.
func (p *printer) storeRules(format string, args, stores []string) error {
	switch {
	case len(args) > 0:
		return usageError{errors.New("--rules lists the rules for any edition; leave out its name")}
	case format != "text" && format != "json":
		return usageError{fmt.Errorf("the rules are listed as text or json, not as %s", format)}
	}
	group := ""
	for _, r := range store.Rules() {
		if r.Store != "any" && !slices.Contains(stores, r.Store) {
			continue
		}
		if p.json != nil {
			p.encode(jsonStoreRule{"store-rule", string(r.ID), r.Store, r.Number, r.Severity.String(), string(rune(r.Grade)), r.Source, r.Why})
			continue
		}
		if r.Store != group {
			if group != "" {
				fmt.Fprintln(p.out)
			}
			fmt.Fprintln(p.out, storeName(r.Store))
		}
		group = r.Store
		fmt.Fprintf(p.out, "  %2d %-22s %-8s %s\n%36s[%c] %s\n", r.Number, r.ID, r.Severity, r.Why, "", r.Grade, r.Source)
	}
	return nil
}

func storeName(id string) string {
	for _, s := range store.Stores() {
		if s.ID == id {
			return s.ID + ": " + s.Name
		}
	}
	return "any: what all stores ask"
}
