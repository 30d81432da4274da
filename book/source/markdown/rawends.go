package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/rule"
)

// A rawEnd is what begins and ends HTML that is no element with words: to its end nothing
// is read, over all blank lines and headings (CommonMark 0.31, 4.6, kinds 1 to 5).
type rawEnd struct {
	begin, end string // in lower case
	what       string
}

var rawEnds = []rawEnd{
	{"<!--", "-->", "the comment"},
	{"<?", "?>", "what begins with <?"},
	{"<![cdata[", "]]>", "what begins with <![CDATA["},
	{"<script", "</script", "the element <script>"},
	{"<style", "</style", "the element <style>"},
	{"<textarea", "</textarea", "the element <textarea>"},
}

// rawEndOf returns what begins a line that an HTML block may begin with.
func rawEndOf(line []byte) (rawEnd, bool) {
	low := strings.ToLower(string(line[:min(len(line), len("<textarea>"))]))
	for _, r := range rawEnds {
		if after, ok := strings.CutPrefix(low, r.begin); ok && (!r.element() || after == "" || strings.ContainsAny(after[:1], " \t\r\n>")) {
			return r, true
		}
	}
	return rawEnd{}, false
}

func (r rawEnd) element() bool { return r.begin[1] >= 'a' }

// htmlBlocks reads blocks of HTML. Where nothing in the chapter ends a comment, a script or
// their like, its beginning is text, and told: CommonMark would hide all that follows in it.
type htmlBlocks struct{ parser.BlockParser }

func (h htmlBlocks) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	if at := pc.BlockOffset(); at >= 0 {
		if raw, ok := rawEndOf(line[at:]); ok && guardOf(pc).lastEnd(raw.end) <= seg.Start+at {
			if raw.element() { // the paragraph that it begins in is read without it
				guardOf(pc).tell(seg.Start+at, rule.RemarkOpen, "write "+raw.end+"> where it ends", "%s has no end, and is left out up to the end of its paragraph", raw.what)
			}
			return nil, parser.NoChildren
		}
	}
	return h.BlockParser.Open(parent, r, pc)
}

// rawTags reads HTML within a line, and tells what begins without an end there.
type rawTags struct{ parser.InlineParser }

func (p rawTags) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	line, seg := r.PeekLine()
	raw, ok := rawEndOf(line)
	if !ok || raw.element() {
		return p.InlineParser.Parse(parent, r, pc)
	}
	// goldmark looks for the end through the whole block, for each beginning anew.
	var n ast.Node
	if guardOf(pc).lastEnd(raw.end) > seg.Start {
		n = p.InlineParser.Parse(parent, r, pc)
	}
	if n == nil {
		guardOf(pc).tell(seg.Start, rule.RemarkOpen, "write "+raw.end+" where it ends", "%s has no end in its paragraph: where it begins is printed as it is written", raw.what)
	}
	return n
}

// lastEnd returns the offset of the last such end in the chapter, -1 for none. It is looked
// for once.
func (g *guard) lastEnd(end string) int {
	if at, ok := g.lastEnds[end]; ok {
		return at
	}
	if g.lastEnds == nil {
		g.lastEnds = map[string]int{}
		g.lower = asciiLower(g.src)
	}
	at := bytes.LastIndex(g.lower, []byte(end))
	g.lastEnds[end] = at
	return at
}

// rawLosses tells what of an HTML block is left out without being an element: comments that
// end with the block that they are in and not by a mark, programs and declarations.
func (d *document) rawLosses(h *ast.HTMLBlock, f fragment) {
	trimmed := strings.TrimLeft(f.text, " \t")
	raw, ok := rawEndOf([]byte(trimmed))
	begin := len(f.text) - len(trimmed)
	switch h.HTMLBlockType {
	case ast.HTMLBlockType3, ast.HTMLBlockType4, ast.HTMLBlockType5:
		d.noElement(trimmed, d.place(f.offset(begin)))
	default:
		if begin = strings.LastIndex(f.text, "<!--"); begin < 0 {
			break
		}
		raw, ok = rawEnds[0], true
	}
	if ok && begin >= 0 && !strings.Contains(strings.ToLower(f.text[begin+len(raw.begin):]), raw.end) && f.text[begin:min(len(f.text), begin+5)] != "<!-->" {
		d.report(rule.RemarkOpen.At(d.place(f.offset(begin)), "write "+raw.end+" where it ends", "%s has no end in the block that it begins in, and is left out up to there", raw.what))
	}
}

// asciiLower returns text with the capitals of ASCII made small, which keeps offsets.
func asciiLower(b []byte) []byte {
	out := bytes.Clone(b)
	for i, c := range out {
		if 'A' <= c && c <= 'Z' {
			out[i] = c + 'a' - 'A'
		}
	}
	return out
}

// noElement tells what is left out of HTML between marks that is no element: a program, a
// declaration, a section of characters.
func (d *document) noElement(raw string, pos book.Pos) {
	raw = strings.Join(strings.Fields(raw), " ")
	what, hint := "the declaration "+clip(raw)+" is left out", "delete it"
	switch low := strings.ToLower(raw[:min(len(raw), len("<![cdata["))]); {
	case strings.HasPrefix(low, "<?"):
		what, hint = clip(raw)+" is left out: a book runs no program", "write what it would print, or delete it"
	case low == "<![cdata[":
		what, hint = "the section "+clip(raw)+" is left out", "write its words without <![CDATA[ and ]]>"
	}
	d.report(rule.RawHTML.At(pos, hint, "%s", what))
}
