package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest"
	"octavo/book/source/scaffold"
)

// The orders that --sort has. Without one the files keep the order in which they are given,
// but for a stretch of them that a shell has sorted.
const (
	byName  = "name"
	byDate  = "date"
	asGiven = "given"
)

// sortUsage reads the flag --sort.
func (im *importer) sortUsage() error {
	switch im.sort {
	case "", byName, asGiven:
	case "natural":
		im.sort = byName
	case byDate:
		im.opt.ByDate = true
	default:
		return fmt.Errorf("--sort is %q, not name, date or given", im.sort)
	}
	return nil
}

// sources returns the files that the arguments name, in their order. A folder stands for its
// articles, and a pattern that no shell has resolved for the files that match.
func (im *importer) sources(args []string) []source {
	var list, stretch []source
	end := func() {
		if im.sort != asGiven {
			natural(stretch)
		}
		list, stretch = append(list, stretch...), nil
	}
	for _, name := range args {
		if n := len(stretch); n > 0 && !sortedByShell(stretch[n-1].name, name) {
			end()
		}
		switch st, err := os.Stat(name); {
		case err == nil && st.IsDir() && name != "-":
			end()
			list = append(list, im.articles(name)...)
		case err != nil && strings.ContainsAny(name, "*?["):
			if names, _ := filepath.Glob(name); len(names) > 0 {
				end()
				for _, name := range names {
					stretch = append(stretch, newSource(name))
				}
				end()
				continue
			}
			fallthrough
		default:
			stretch = append(stretch, newSource(name))
		}
	}
	if end(); im.sort == byName || im.sort == byDate {
		natural(list)
	}
	return list
}

func newSource(name string) source {
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		folder = filepath.Dir(name) // the folder at hand is gone
	}
	return source{name: name, folder: folder}
}

// natural sorts files as people do.
func natural(list []source) {
	slices.SortStableFunc(list, func(a, b source) int { return book.ByPath(filepath.ToSlash(a.name), filepath.ToSlash(b.name)) })
}

// sortedByShell reports whether two names are in an order in which shells write the files of
// a pattern: that of their bytes, or without regard to capitals. Names that somebody has put
// into such an order by hand are in the natural one, too, but for numbers: ch10 before ch2.
func sortedByShell(a, b string) bool { return a < b || strings.ToLower(a) < strings.ToLower(b) }

// articles returns the articles of a folder, and tells what is left out. The folder that the
// chapters go to is none of articles when it lies within.
func (im *importer) articles(dir string) []source {
	root, err := os.OpenRoot(dir)
	if err != nil {
		im.fail(dir, short(err))
		return nil
	}
	defer root.Close()
	out, _ := im.folder()
	out, _ = filepath.Abs(out)
	abs, _ := filepath.Abs(dir)
	list, left, err := ingest.Articles(root.FS(), func(name string) bool { return filepath.Join(abs, filepath.FromSlash(name)) == out })
	if err == nil && len(list) == 0 {
		err = fmt.Errorf("there is no article in this folder")
	}
	if err != nil {
		im.fail(dir, short(err))
	}
	list, behind, by := scaffold.Order(root.FS(), list)
	left = slices.DeleteFunc(left, func(name string) bool { return name == by || slices.Contains(list, name) })
	if len(left) > 0 {
		im.warning(rule.ImportLeftOut.At(book.Pos{File: filepath.ToSlash(dir)}, "to import one of them, name it", "left out: %s", ingest.Several(left)))
	}
	if len(behind) > 0 && (im.sort == "" || im.sort == asGiven) {
		im.warning(rule.ImportOrder.At(book.Pos{File: filepath.ToSlash(dir)}, "move them in book.yaml, or delete them there", "in the order of %s; not in it, and behind the others: %s", by, ingest.Several(behind)))
	}
	var sources []source
	for _, name := range list {
		sources = append(sources, source{filepath.Join(dir, filepath.FromSlash(name)), abs, true})
	}
	return sources
}
