package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/book"
	"octavo/book/base/rule"
)

const (
	// maxAbbreviations bounds the abbreviations of a chapter. Generous: a glossary.
	maxAbbreviations = 1_000
	// maxShort is the longest abbreviation, in bytes: at each word of the text, each
	// length that an abbreviation has is tried.
	maxShort = 40
)

// Abbreviations are the words of a chapter that are explained: *[HTML]: Hyper Text
// Markup Language, as in PHP Markdown Extra.
type abbreviations struct {
	long    map[string]string
	lengths []int // of the short forms, in bytes, longest first
	first   [256]bool
}

// add takes an abbreviation with what it stands for. The first of two stays.
func (a *abbreviations) add(short, long string) {
	if a.long == nil {
		a.long = map[string]string{}
	}
	if a.long[short] != "" {
		return
	}
	a.long[short] = long
	a.first[short[0]] = true
	if !slices.Contains(a.lengths, len(short)) {
		a.lengths = append(a.lengths, len(short))
		slices.SortFunc(a.lengths, func(a, b int) int { return b - a })
	}
}

// find returns the length of the longest abbreviation that stands in s from i on, with
// no letter or digit beside it; 0 for none.
func (a *abbreviations) find(s string, i int) int {
	if !a.first[s[i]] || !parts(s, i) {
		return 0
	}
	for _, n := range a.lengths {
		if i+n <= len(s) && a.long[s[i:i+n]] != "" && parts(s, i+n) {
			return n
		}
	}
	return 0
}

// parts reports whether a word ends or begins at i. Between letters of scripts without
// spaces it may.
func parts(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return !isWordRune(before) || !isWordRune(after) || unspacedRune(before) || unspacedRune(after)
}

// explain returns list with each abbreviation in a span of its own. What already is
// an abbreviation stays.
func (a *abbreviations) explain(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		if t, ok := in.(*book.Text); ok {
			out = append(out, a.split(t)...)
			continue
		}
		if span, ok := in.(*book.Span); !ok || span.Title == "" {
			if content := book.InlineContent(in); content != nil {
				*content = a.explain(*content)
			}
		}
		out = append(out, in)
	}
	return out
}

func (a *abbreviations) split(t *book.Text) []book.Inline {
	var out []book.Inline
	from, pos := 0, t.Pos
	text := func(to int) *book.Text { // the text up to there, from the end of the last
		part := &book.Text{Value: t.Value[from:to], Pos: pos}
		pos.Col += utf8.RuneCountInString(part.Value)
		from = to
		return part
	}
	for i := 0; i < len(t.Value); i++ {
		n := a.find(t.Value, i)
		if n == 0 {
			continue
		}
		if i > from {
			out = append(out, text(i))
		}
		out = append(out, &book.Span{Title: a.long[t.Value[i:i+n]], Content: []book.Inline{text(i + n)}})
		i = from - 1
	}
	if from == 0 {
		return []book.Inline{t}
	}
	if from < len(t.Value) {
		out = append(out, text(len(t.Value)))
	}
	return out
}

// An abbreviation is the line that explains one.
type abbreviation struct{ ast.BaseBlock }

var kindAbbreviation = ast.NewNodeKind("Abbreviation")

func (*abbreviation) Kind() ast.NodeKind              { return kindAbbreviation }
func (n *abbreviation) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// abbreviationLines reads the lines that explain abbreviations.
type abbreviationLines struct{}

func (abbreviationLines) Trigger() []byte { return []byte{'*'} }

func (abbreviationLines) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 {
		return nil, parser.NoChildren
	}
	short, long := abbreviationOf(line[at:])
	if short == "" {
		return nil, parser.NoChildren
	}
	g := guardOf(pc)
	if len(g.abbreviations.long) >= maxAbbreviations {
		g.fault(seg.Start, rule.SizeLimit, "more than %d abbreviations in one chapter", maxAbbreviations)
		return nil, parser.NoChildren
	}
	g.abbreviations.add(short, long)
	r.AdvanceToEOL()
	return &abbreviation{}, parser.NoChildren
}

func (abbreviationLines) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}
func (abbreviationLines) Close(ast.Node, text.Reader, parser.Context) {}
func (abbreviationLines) CanInterruptParagraph() bool                 { return true }
func (abbreviationLines) CanAcceptIndentedLine() bool                 { return false }

// abbreviationOf returns the abbreviation that a line explains, and its long form; "" for
// a line that explains none, such as *[Editors]: a line in emphasis*.
func abbreviationOf(line []byte) (short, long string) {
	line = bytes.TrimSpace(line)
	if !bytes.HasPrefix(line, []byte("*[")) {
		return "", ""
	}
	end := bytes.Index(line[:min(len(line), maxShort+len("*[]:"))], []byte("]:"))
	if end < 0 {
		return "", ""
	}
	short = strings.Join(strings.Fields(unescape(line[len("*["):end])), " ")
	long = strings.Join(strings.Fields(unescape(line[end+len("]:"):])), " ")
	if long == "" || strings.HasSuffix(long, "*") || strings.ContainsAny(short, "[]") || len(short) > maxShort {
		return "", ""
	}
	return short, long
}
