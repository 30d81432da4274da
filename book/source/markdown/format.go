package markdown

import (
	"bytes"
	"strings"

	"octavo/book"
	"octavo/book/markup/yaml"
)

// Format writes c as a chapter file. [Parse] of the result, under the same name,
// with the same people and without formulas in the book, gives the same chapter,
// places apart. Authors who have a key are written as their key. Tables whose cells
// cover others or head their row, and those whose head has several rows, are written
// as HTML.
func Format(c *book.Chapter) []byte {
	w := &frontWriter{math: c.Math}
	w.buf.WriteString("---\n")
	w.inline(0, "title", c.Title)
	w.scalar(0, "id", c.Anchor)
	w.inline(0, "short-title", short(c))
	w.inline(0, "subtitle", c.Subtitle)
	w.inline(0, "kicker", c.Kicker)
	w.scalar(0, "date", c.Date.String())
	w.scalar(0, "updated", c.Updated.String())
	w.scalar(0, "publish", c.Publish.String())
	w.list("aliases", c.Aliases)
	if c.Draft {
		w.buf.WriteString("draft: true\n")
	}
	w.source(c.Source)
	w.people("authors", c.Authors)
	w.people("contributors", c.Contributors)
	noted := notesOf(c.EditorsNote)
	w.blocks("editors-note", c.EditorsNote, noted, c)
	w.image(c.Image)
	w.scalar(0, "lang", c.Lang)
	if c.Math {
		w.buf.WriteString("math: true\n")
	}
	w.buf.WriteString("---\n")

	var rest []*book.Note
	for _, n := range c.Notes {
		if !noted[n] {
			rest = append(rest, n)
		}
	}
	if body := formatBlocks(c.Body, rest, explicitIDs(c), c.Math); body != "" {
		w.buf.WriteString("\n" + body)
	}
	return w.buf.Bytes()
}

// FormatBlock writes a block of a chapter, with a line end; what its calls of notes lead to
// is written elsewhere. math says that dollar signs enclose formulas. Two blocks say the
// same, places apart, when the result is the same.
func FormatBlock(b book.Block, math bool) string {
	blocks := []book.Block{b}
	return formatBlocks(blocks, nil, explicitIDs(&book.Chapter{Body: blocks}), math)
}

func short(c *book.Chapter) []book.Inline {
	if c.Short == "" {
		return nil
	}
	return []book.Inline{&book.Text{Value: c.Short}}
}

// notesOf returns the notes that blocks call, and the notes that these notes call.
func notesOf(blocks []book.Block) map[*book.Note]bool {
	found := map[*book.Note]bool{}
	var visit func(blocks []book.Block)
	visit = func(blocks []book.Block) {
		book.WalkBlocks(blocks, func(b book.Block) bool {
			for _, run := range book.BlockInlines(b) {
				book.WalkInlines(run, func(in book.Inline) bool {
					if ref, ok := in.(*book.NoteRef); ok && !found[ref.Note] {
						found[ref.Note] = true
						visit(ref.Note.Blocks)
					}
					return true
				})
			}
			return true
		})
	}
	visit(blocks)
	return found
}

// explicitIDs returns the headings whose id has to be written, since it is not
// the one that Parse would give them.
//
// Which headings these are depends on the answer: Parse takes written ids first, so
// that an id which is written may push the id of another heading to the next number,
// and then that one has to be written too. So the ids are computed again until no
// heading is added. Each round adds one at least; chapters whose headings repeat
// themselves need two or three rounds, most chapters one.
func explicitIDs(c *book.Chapter) map[*book.Heading]bool {
	explicit := map[*book.Heading]bool{}
	for grown := true; grown; {
		grown = false
		var s ids
		s.take(c.Anchor)
		var headings []*book.Heading
		for _, b := range book.BlocksOf(c) {
			h, _ := b.(*book.Heading)
			if h != nil {
				headings = append(headings, h)
			}
			for id := range book.IDs(b) {
				if h == nil || id != &h.ID || explicit[h] {
					s.take(*id)
				}
			}
		}
		for _, h := range headings {
			if !explicit[h] && s.unique(Slug(book.PlainText(h.Content))) != h.ID {
				explicit[h], grown = true, true
			}
		}
	}
	return explicit
}

// A frontWriter writes front matter.
type frontWriter struct {
	buf  bytes.Buffer
	math bool // dollar signs are escaped
}

// scalar writes a key with a value, unless that is empty.
func (w *frontWriter) scalar(indent int, key, value string) {
	if value != "" {
		w.key(indent, key)
		w.buf.WriteString(" " + yaml.Plain(value) + "\n")
	}
}

func (w *frontWriter) key(indent int, key string) {
	w.buf.WriteString(strings.Repeat(" ", indent) + key + ":")
}

// inline writes a key with a run of Markdown.
func (w *frontWriter) inline(indent int, key string, list []book.Inline) {
	w.scalar(indent, key, formatInline(list, runValue, w.math))
}

// list writes a key with a list of texts, unless that is empty.
func (w *frontWriter) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	w.key(0, key)
	w.buf.WriteByte('\n')
	for _, v := range values {
		w.buf.WriteString("  - " + yaml.Plain(v) + "\n")
	}
}

func (w *frontWriter) source(s book.Source) {
	if s.Name == "" && s.URL == "" {
		return
	}
	w.buf.WriteString("source:\n")
	w.scalar(2, "name", s.Name)
	w.scalar(2, "url", s.URL)
}

func (w *frontWriter) people(key string, list []*book.Person) {
	if len(list) == 0 {
		return
	}
	w.buf.WriteString(key + ":\n")
	for _, p := range list {
		at := w.buf.Len()
		switch {
		case p.Key != "" && p.Role == "aut":
			w.buf.WriteString("  - " + yaml.Plain(p.Key) + "\n")
			continue
		case p.Key != "":
			w.scalar(4, "person", p.Key)
			w.scalar(4, "role", p.Role)
		default:
			w.person(p)
		}
		if b := w.buf.Bytes(); at < len(b) {
			b[at+2] = '-'
		}
	}
}

// person writes the keys of a person, the first of which the caller makes an item.
func (w *frontWriter) person(p *book.Person) {
	w.scalar(4, "name", p.Name)
	if p.FileAs != FileAs(p.Name) {
		w.scalar(4, "file-as", p.FileAs)
	}
	if p.Role != "aut" {
		w.scalar(4, "role", p.Role)
	}
	w.inline(4, "bio", p.Bio)
	w.scalar(4, "affiliation", p.Affiliation)
	w.scalar(4, "orcid", p.ORCID)
	w.scalar(4, "email", p.Email)
	w.scalar(4, "url", p.URL)
	if f := p.Portrait; f != nil {
		w.key(4, "portrait")
		w.buf.WriteByte('\n')
		w.scalar(6, "src", f.Image.Src)
		if f.Image.Alt != p.Name {
			w.scalar(6, "alt", f.Image.Alt)
		}
		w.inline(6, "credit", f.Credit)
		w.scalar(6, sourceKey, f.Image.Source)
	}
}

// blocks writes a key with Markdown as a literal block, and the notes that it
// calls with it.
func (w *frontWriter) blocks(key string, blocks []book.Block, noted map[*book.Note]bool, c *book.Chapter) {
	if len(blocks) == 0 {
		return
	}
	var notes []*book.Note
	for _, n := range c.Notes {
		if noted[n] {
			notes = append(notes, n)
		}
	}
	text := formatBlocks(blocks, notes, explicitIDs(c), c.Math)
	w.key(0, key)
	if strings.ContainsAny(text, "\u2028\u2029\ufeff\u0085") {
		w.buf.WriteString(" " + yaml.Quote(text) + "\n")
		return
	}
	w.buf.WriteString(" |\n")
	for line := range strings.Lines(text) {
		if line != "\n" {
			w.buf.WriteString("  ")
		}
		w.buf.WriteString(line)
	}
}

func (w *frontWriter) image(f *book.Figure) {
	if f == nil {
		return
	}
	w.buf.WriteString("image:\n")
	if f.Image.Src == "" {
		w.buf.WriteString("  src:\n") // for the editor to fill in
	}
	w.scalar(2, "src", f.Image.Src)
	w.scalar(2, "alt", f.Image.Alt)
	w.inline(2, "caption", f.Caption)
	w.inline(2, "credit", f.Credit)
	w.scalar(2, sourceKey, f.Image.Source)
	if f.Width != 0 {
		w.scalar(2, "width", formatWidth(f.Width))
	}
	if f.Decorative {
		w.buf.WriteString("  decorative: true\n")
	}
	if f.Details != nil {
		w.scalar(2, "described-by", f.Details.URL)
	}
	w.scalar(2, "id", f.ID)
}
