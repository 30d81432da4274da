package parts

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// formulas makes formulas of the TeX in texts that are no Markdown: pasted texts, and
// pages whose formulas a script would set. Where no piece of TeX is a formula for
// certain, dollar signs are of money.
func (r *reader) formulas() {
	a := r.article
	if a.Formula != "" {
		return // read with the text
	}
	a.Blocks = displays(a.Blocks)
	runs := []*[]book.Inline{&a.Title, &a.Subtitle}
	var blocks []book.Block
	for _, b := range a.Blocks {
		blocks = append(blocks, b.Block)
	}
	for _, n := range a.Notes {
		blocks = append(blocks, n.Blocks...)
	}
	book.WalkBlocks(blocks, func(b book.Block) bool {
		runs = append(runs, runsOf(b)...)
		return true
	})
	if !slices.ContainsFunc(runs, func(run *[]book.Inline) bool { return certain(*run) }) {
		return
	}
	for _, run := range runs {
		*run = r.formulasIn(*run)
	}
	for i := range a.Blocks {
		if p, ok := a.Blocks[i].Block.(*book.Paragraph); ok && len(p.Content) == 1 {
			if m, ok := p.Content[0].(*book.Math); ok && strings.HasPrefix(m.Text, "\n") {
				a.Blocks[i].Block = &book.Formula{Math: m, Pos: p.Pos}
			}
		}
	}
}

// maxDisplay is how many lines a formula may have. It is generous: formulas have about
// ten lines, and a "$$" that nothing closes must not swallow the article.
const maxDisplay = 200

// displays makes one paragraph of lines that stand right below one another, from a line
// that begins with "$$" up to a line that ends with it.
func displays(list []draft.Block) []draft.Block {
	var out []draft.Block
	for i := 0; i < len(list); i++ {
		out = append(out, list[i])
		content := paragraphOf(list[i])
		if text := strings.TrimSpace(book.PlainText(content)); !strings.HasPrefix(text, "$$") || closed(text) {
			continue
		}
		content = slices.Clone(content)
		for k := i + 1; k < min(len(list), i+maxDisplay) && list[k].Tight; k++ {
			line := paragraphOf(list[k])
			content = append(append(content, &book.LineBreak{}), line...)
			if closed("  " + strings.TrimSpace(book.PlainText(line))) {
				out[len(out)-1].Block = &book.Paragraph{Content: content, Pos: list[i].Block.Position()}
				i = k
				break
			}
		}
	}
	return out
}

// closed reports whether a line of a formula, longer than its mark, ends it.
func closed(s string) bool { return len(s) > len("$$") && strings.HasSuffix(s, "$$") }

// paragraphOf returns the content of a paragraph.
func paragraphOf(b draft.Block) []book.Inline {
	if p, ok := b.Block.(*book.Paragraph); ok {
		return p.Content
	}
	return nil
}

// runsOf returns the runs of text of a block, to be changed.
func runsOf(b book.Block) (runs []*[]book.Inline) {
	switch b := b.(type) {
	case *book.Paragraph:
		runs = append(runs, &b.Content)
	case *book.Heading:
		runs = append(runs, &b.Content)
	case *book.Figure:
		runs = append(runs, &b.Caption)
	case *book.Table:
		runs = append(runs, &b.Caption)
		for _, row := range slices.Concat(b.Head, b.Rows) {
			for i := range row {
				runs = append(runs, &row[i].Content)
			}
		}
	}
	return runs
}

func certain(run []book.Inline) (found bool) {
	book.WalkInlines(folded(run), func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok && strings.ContainsAny(t.Value, `$\`) {
			found = found || draft.Certain(draft.Formulas(t.Value, false))
		}
		return !found
	})
	return found
}

// folded returns run with texts and the breaks between them as one text with line ends,
// since a formula may go on over a break.
func folded(run []book.Inline) []book.Inline {
	var out []book.Inline
	for i, in := range run {
		_, breaks := in.(*book.LineBreak)
		var last *book.Text
		if len(out) > 0 {
			last, _ = out[len(out)-1].(*book.Text)
		}
		text, isText := in.(*book.Text)
		switch {
		case breaks && last != nil && i+1 < len(run):
			out[len(out)-1] = &book.Text{Value: last.Value + "\n", Pos: last.Pos}
		case isText && last != nil:
			out[len(out)-1] = &book.Text{Value: last.Value + text.Value, Pos: last.Pos}
		default:
			out = append(out, in)
		}
	}
	return out
}

// formulasIn returns a run with formulas in the place of their TeX.
func (r *reader) formulasIn(run []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range folded(run) {
		switch in := in.(type) {
		case *book.Text:
			at := 0
			for _, f := range draft.Formulas(in.Value, false) {
				out = append(out, lines(in.Value[at:f.From], in.Pos)...)
				at = f.To
				m := &book.Math{TeX: strings.TrimSpace(f.TeX), Text: f.TeX, Pos: in.Pos}
				if f.Display {
					m.Text = "\n" + m.Text // stands alone when it is all of a paragraph
				}
				out = append(out, m)
				if r.article.Formula == "" {
					r.article.Formula = m.TeX
				}
			}
			out = append(out, lines(in.Value[at:], in.Pos)...)
			continue
		case *book.Styled:
			in.Content = r.formulasIn(in.Content)
		case *book.Span:
			in.Content = r.formulasIn(in.Content)
		case *book.Ruby:
			in.Content = r.formulasIn(in.Content)
		}
		out = append(out, in)
	}
	return out
}

// lines returns text with breaks for its line ends.
func lines(s string, pos book.Pos) []book.Inline {
	var out []book.Inline
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			out = append(out, &book.LineBreak{})
		}
		if line != "" {
			out = append(out, &book.Text{Value: line, Pos: pos})
		}
	}
	return out
}
