package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"octavo/book/base/fault"
	"octavo/book/base/rule"
)

// engines are the settings of goldmark: for a value that is one run of text, and for a
// body of blocks; each without formulas, and with them. A setting holds no state of a
// parse.
var engines = [2][2]func() parser.Parser{
	{sync.OnceValue(func() parser.Parser { return newEngine(false, false) }), sync.OnceValue(func() parser.Parser { return newEngine(false, true) })},
	{sync.OnceValue(func() parser.Parser { return newEngine(true, false) }), sync.OnceValue(func() parser.Parser { return newEngine(true, true) })},
}

// engine returns the parser of a setting.
func engine(blocks, math bool) parser.Parser {
	e := &engines[0]
	if blocks {
		e = &engines[1]
	}
	if math {
		return e[1]()
	}
	return e[0]()
}

func newEngine(blocks, math bool) parser.Parser {
	var bp, pt []util.PrioritizedValue
	if blocks {
		bp = blockParsers()
		pt = []util.PrioritizedValue{
			util.Prioritized(references{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tables{}, 200),
		}
	} else {
		bp = []util.PrioritizedValue{util.Prioritized(parser.NewParagraphParser(), 1000)}
	}
	ip := inlineParsers()
	if math {
		ip = append(ip, util.Prioritized(marks{formulas{}}, 90))
	}
	if math && blocks {
		bp = append(bp, util.Prioritized(displays{}, 750))
	}
	return parser.NewParser(
		parser.WithBlockParsers(bp...),
		parser.WithParagraphTransformers(pt...),
		parser.WithInlineParsers(ip...),
	)
}

func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(heading{parser.NewSetextHeadingParser()}, 100),
		util.Prioritized(tildes{extension.NewDefinitionListParser()}, 101),
		util.Prioritized(tildes{extension.NewDefinitionDescriptionParser()}, 102),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(container{enumerations{parser.NewListParser()}}, 290),
		util.Prioritized(enumeratedItems{}, 295),
		util.Prioritized(container{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(verseText{parser.NewParagraphParser(), true}, 450),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(heading{parser.NewATXHeadingParser()}, 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(container{callouts{parser.NewBlockquoteParser()}}, 800),
		util.Prioritized(container{fences{}}, 810),
		util.Prioritized(strays{}, 820),
		util.Prioritized(container{admonitions{}}, 830),
		util.Prioritized(lineBlocks{}, 840),
		util.Prioritized(markLines{}, 850),
		util.Prioritized(remarkLines{}, 860),
		util.Prioritized(abbreviationLines{}, 870),
		util.Prioritized(htmlBlocks{parser.NewHTMLBlockParser()}, 900),
		util.Prioritized(footnoteBlock{extension.NewFootnoteBlockParser()}, 999),
		util.Prioritized(verseText{parser.NewParagraphParser(), false}, 1000),
		util.Prioritized(parser.NewParagraphParser(), 1001),
	}
}

// inlineParsers returns the parsers of inlines.
func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(marks{boxes{extension.NewTaskCheckBoxParser()}}, 0),
		util.Prioritized(marks{codeSpans{parser.NewCodeSpanParser()}}, 100),
		util.Prioritized(marks{exampleCalls{}}, 140),
		util.Prioritized(marks{footnoteCall{}}, 150),
		util.Prioritized(links{}, 200),
		util.Prioritized(marks{parser.NewAutoLinkParser()}, 300),
		util.Prioritized(marks{rawTags{parser.NewRawHTMLParser()}}, 400),
		util.Prioritized(marks{remarkSpans{}}, 450),
		util.Prioritized(delimiters{}, 500),
		util.Prioritized(braces{}, 600),
		util.Prioritized(marks{addresses{}}, 999),
	}
}

// parse runs an engine over text. The guard tells what was found on the way. notes are those
// of the text and of those that it belongs to; nil where it can have none.
func parse(engine parser.Parser, src []byte, notes *footnotes) (root ast.Node, g *guard) {
	g = &guard{src: src, apart: notes == nil}
	if notes != nil && notes.text.g != nil {
		g.notes = notes.text.g.notes
	}
	pc := parser.NewContext()
	pc.Set(guardKey, g)
	var err error
	defer func() {
		if err != nil {
			root = ast.NewDocument()
			g.fault(0, rule.InternalFault, "this text cannot be read, by %v", err)
		}
	}()
	// goldmark is not ours, and what it reads is hostile; but our own parsers run
	// within it, and a fault of theirs must not hide from a test.
	defer fault.Catch(&err)
	return engine.Parse(text.NewReader(src), parser.WithContext(pc)), g
}
