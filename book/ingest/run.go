package ingest

import (
	"context"
	"path"
	"slices"
	"time"

	"octavo/book"
	"octavo/book/base/fault"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/ingest/parts"
	"octavo/book/source/markdown"
	"octavo/book/source/names"
)

// Options say what the caller knows of the files of a run.
type Options struct {
	// Lang is the language of the articles; "" to find it.
	Lang string
	// Book is the language of the book, which an article is taken to be in whose own one
	// cannot be told; "" when it is not known.
	Book string
	// ByDate brings the articles into the order of their dates; else they stay in that of
	// the files.
	ByDate bool
	// Zone is the zone of times that name none; nil to guess it.
	Zone *time.Location
	// Open is that of the files which have none of their own.
	Open func(name string) ([]byte, error)
	// Chapters are the chapters that the book has already, for links to them: their files
	// relative to its folder, and what their front matter says.
	Chapters []*book.Chapter
	// There returns the bytes of a file that the folder of the chapters has
	// already, by a slash-separated path relative to it, and whether there is one;
	// no bytes when the path is only spoken for. nil when nothing is there.
	There func(name string) (data []byte, ok bool)
	// Known are the pictures that the last import of the article named, by their paths,
	// with their sums, see [Last]: a picture that cannot be had lies there, or is to be
	// brought there still, and one that is the same keeps its name.
	Known map[string]string
	// Shown are the paths of the pictures that the chapter shows that an update is for.
	Shown map[string]bool
}

// An Input is a file of a run.
type Input struct {
	// Name is the path of the file as messages name it, with slashes.
	Name string
	// Read returns the bytes of the file. It is called once, when the files before it are
	// done with.
	Read func() ([]byte, error)
	// Open reads a picture near the file, by a slash-separated path relative to the
	// folder at hand. Pictures are read from nowhere else. nil when there are none.
	Open func(name string) ([]byte, error)
	// Find returns the paths of the pictures of a name that lie anywhere in the folder at
	// hand, likewise. nil where nobody may look for them.
	Find func(base string) []string
	// Dir is the folder of the file in the folder at hand, with slashes; "" when it is
	// that.
	Dir string
}

// An Outcome is what became of the files of a run.
type Outcome struct {
	Results []Result // in the order that they are to have in the book
	Faults  []Fault  // in the order of the files
}

// A Fault is why a file was not imported, in one line.
type Fault struct {
	Name string // of the file
	Err  error
}

// A Result is one article.
type Result struct {
	// File is the name of the file that the article was in.
	File string
	// Name is the name for the chapter's file, without its ending.
	Name string
	// Numbered says that the name has a number, since another file has the article's own.
	Numbered bool
	Chapter  *book.Chapter
	// Matter is the page of a book that the article is, "" for a chapter.
	Matter   book.Matter
	Markdown []byte
	// Kept is what the book keeps of the chapter for later updates, see [Last].
	Kept []byte
	// Pictures are the files that the chapter uses and none before it, by path.
	Pictures []Picture
	Guesses  []parts.Guess
	Warnings []book.Diagnostic
}

// A Picture is a file that goes with a chapter.
type Picture struct {
	Path string // relative to the chapter's folder: "images/ferry.jpg"
	Data []byte
}

// Read makes chapters of a file by itself: one, but for a feed, which has one for each
// entry in the order of their dates. The error says in one line why there is
// none.
func Read(name string, data []byte, opt Options) ([]Result, error) {
	out, err := Run(context.Background(), []Input{{Name: name, Read: func() ([]byte, error) { return data, nil }}}, opt)
	if err != nil {
		return nil, err
	}
	if len(out.Faults) > 0 {
		return nil, out.Faults[0].Err
	}
	return out.Results, nil
}

// Run makes chapters of the files of a run.
//
// The files know one another: names and pictures are given out over all of them. So there
// are two passes. In the first one each file is read and its articles are recognised, which
// leaves of a file its articles and its pictures, once each; the bytes of the file, what
// its reader made of them, and pictures that another file brought already go. In the second
// one the articles get their names, and are written as Markdown.
//
// A file that cannot be imported is a fault, and the others are done without it. The error
// is ctx's.
func Run(ctx context.Context, files []Input, opt Options) (*Outcome, error) {
	r := &run{opt: opt, shelf: newShelf()}
	for _, f := range files {
		if f.Open == nil {
			f.Open = opt.Open
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		list, err := r.read(f, 0)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			r.faults = append(r.faults, Fault{f.Name, err})
			continue
		}
		r.pieces = append(r.pieces, list...)
	}
	r.leftKeys()
	if opt.ByDate {
		r.byDate()
	}
	r.settle()
	r.leftLanguages()
	r.keepPictures()
	out := &Outcome{Faults: r.faults}
	for _, p := range r.pieces {
		out.Results = append(out.Results, p.Result)
	}
	return out, nil
}

// byDate brings the articles into the order of their dates. Those without one stand behind
// the others, which is told, in their own order.
func (r *run) byDate() {
	slices.SortStableFunc(r.pieces, func(a, b *piece) int {
		x, y := a.read.Date, b.read.Date
		switch {
		case x.IsZero() == y.IsZero():
			return x.Time.Compare(y.Time)
		case x.IsZero():
			return 1
		}
		return -1
	})
	for _, p := range r.pieces {
		if p.read.Date.IsZero() {
			p.Warnings = append(p.Warnings, rule.ImportOrder.At(book.Pos{File: p.File}, "write its date into the chapter, and move it in book.yaml",
				"the article has no date, and stands behind those that have one"))
		}
	}
}

// A run is the state of [Run].
type run struct {
	opt    Options
	shelf  *shelf
	files  int // that had articles
	pieces []*piece
	faults []Fault
}

// A piece is an article on its way to become a chapter.
type piece struct {
	Result
	file      int           // the number of its file
	stem      string        // its name as long as nothing else has it
	read      *book.Chapter // as recognised, before it was written as Markdown
	naming    naming
	addresses []string          // see [draft.Article]
	left      []string          // keys, likewise
	ids       map[string]string // of its headings now, by those that its reader gave them
	calls     []call
	places    *names.Places // of the chapter once they are asked for
	err       error         // why it cannot be written
	// original is what the author wrote, where that is Markdown.
	original original
}

// read reads the articles of a file. Depth is that of zips around it.
func (r *run) read(f Input, depth int) (list []*piece, err error) {
	defer fault.Catch(&err)
	data, err := f.Read()
	if err != nil {
		return nil, err
	}
	if len(data) > MaxBytes {
		return nil, TooLarge(int64(len(data)))
	}
	format, err := sniff(f, data, r.opt)
	if err != nil {
		return nil, err
	}
	if pack := folderOf(data); pack != nil && depth < 2 {
		return r.pack(f, pack, depth)
	}
	articles, err := format(f.Name, data)
	if err != nil {
		return nil, err
	}
	return r.recognised(articles, f, data), nil
}

// recognised makes pieces of the articles of a file.
func (r *run) recognised(articles []*draft.Article, f Input, data []byte) (list []*piece) {
	r.files++
	for _, a := range articles {
		p := r.recognise(a, f)
		p.file = r.files
		trace(p.Guesses, a, data)
		p.write()
		list = append(list, p)
	}
	return list
}

// recognise makes the chapter of an article.
func (r *run) recognise(a *draft.Article, f Input) *piece {
	headings := headingsOf(a)
	c, guesses, warnings := parts.Recognise(a, parts.Options{Lang: r.opt.Lang, Book: r.opt.Book, Zone: r.opt.Zone, File: f.Name, Title: humanise(path.Base(f.Name))})
	c.Body = markdown.Normalize(c.Body) // a reader does not know which lists Markdown can write tight
	for _, n := range c.Notes {
		n.Blocks = markdown.Normalize(n.Blocks)
	}
	p := &piece{Result: Result{File: f.Name, Guesses: guesses, Matter: a.Matter}, read: c, original: original{a.Text, a.Line, a.Front, r.opt.Book}, addresses: a.Addresses, left: a.Left, ids: map[string]string{}}
	for id, h := range headings {
		p.ids[id] = h.ID
	}
	p.original.restore(c)
	warnings = append(warnings, p.pictures(a, f, r.opt, r.shelf)...)
	for i := range warnings {
		switch w := &warnings[i]; {
		case w.Rule == rule.ImportFurniture.ID:
			w.Pos.Col = 0
		case a.Text == "" && !rule.Foreign(w.Rule) || w.Pos.Line == 0: // only Markdown is parsed in the lines of its file
			w.Pos = book.Pos{}
		}
		warnings[i].Pos.File = f.Name
	}
	if p.stem = fileName(book.PlainText(c.Title)); a.Matter != "" {
		p.stem = string(a.Matter)
	}
	p.Name = p.stem
	p.Warnings = rule.Gather(warnings)
	return p
}

// headingsOf returns the headings of an article by their ids, which they lose.
func headingsOf(a *draft.Article) map[string]*book.Heading {
	list := map[string]*book.Heading{}
	for _, b := range a.Blocks {
		book.WalkBlocks([]book.Block{b.Block}, func(b book.Block) bool {
			if h, ok := b.(*book.Heading); ok && h.ID != "" && list[h.ID] == nil {
				list[h.ID] = h
			}
			return true
		})
	}
	return list
}

// rewrite writes the chapter once more, and keeps what went wrong.
func (p *piece) rewrite() {
	defer fault.Catch(&p.err)
	p.write()
}

// write writes the chapter and takes it as it reads back, so that the result is what
// every build will see.
func (p *piece) write() {
	c, _ := markdown.Parse(p.Name+".md", markdown.Format(p.read), markdown.Options{Language: p.read.Lang, Foreign: true})
	if c.Image == nil {
		c.Image = p.read.Image // without a file, but with its words
	}
	p.Chapter, p.Markdown = c, p.original.copy(p.read, c)
}

// rounds bounds how often names are given anew, by eye: the folder has a file that is the
// same but for its links only where an earlier import had other files.
const rounds = 3

// settle gives the chapters their names, leads links to them, and says what is found on
// reading the chapters.
//
// Names depend on the text, since a chapter that is in the folder already shares its file,
// and the text on names, since it links to chapters. So names are given as if the folder
// were empty, and then anew until none changes. Should they not settle, no file of the
// folder is shared, after which they do not depend on the text.
func (r *run) settle() {
	r.links()
	r.names(unseen)
	r.lead()
	for n, how := 0, shared; r.names(how); n++ {
		r.lead()
		if n == rounds {
			how = apart
		}
	}
	kept := r.pieces[:0]
	for _, p := range r.pieces {
		if p.err == nil {
			p.review(r.opt)
		}
		if p.err != nil {
			r.faults = append(r.faults, Fault{p.File, p.err})
			continue
		}
		kept = append(kept, p)
	}
	r.pieces = kept
}

// saidInPlace reports whether a fault of the chapter has been told with its place in the
// source. Of Markdown all signs of other tools have been, in the words of the source.
func (p *piece) saidInPlace(d book.Diagnostic) bool {
	return p.original.text != "" && rule.Foreign(d.Rule) || slices.ContainsFunc(p.Warnings, func(w book.Diagnostic) bool {
		return w.Pos.Line > 0 && w.Rule == d.Rule && w.Message == d.Message
	})
}

// review reads the chapter as a build will. Faults are told without places, since the file
// is not written yet.
func (p *piece) review(opt Options) {
	defer fault.Catch(&p.err)
	p.told(opt)
	Place(p.Guesses, p.Markdown)
	_, list := markdown.Parse(p.Name+".md", p.Markdown, markdown.Options{Language: "en"})
	list = slices.DeleteFunc(list, p.saidInPlace)
	for i := range list {
		list[i].Pos = book.Pos{File: p.File}
	}
	p.Warnings = book.SortDiagnostics(append(p.Warnings, list...))
}
