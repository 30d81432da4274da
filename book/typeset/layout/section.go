package layout

import (
	"strconv"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/typeset/document"
	"octavo/book/typeset/flow"
	"octavo/book/typeset/pagebreak"
	"octavo/book/typeset/para"
	"octavo/book/typeset/theme"
)

// A section is a chapter, or a piece of the matter around the chapters, while it is set.
// One goroutine sets a section, with its engine. All that comes of setting is in the flow: a
// copy of the section with another flow is a trial, or a branch.
type section struct {
	*engine
	*job
	flow.Flow
	lang    string         // of the text at hand
	dir     book.Direction // likewise, where it is said; else as the language does
	rtl     bool           // the blocks at hand run from right to left; see [flow.Paper]
	chapter *book.Chapter
	elem    *document.Element
	opening bool   // the next paragraph is the first of the chapter
	id      string // for the ids of notes
	// matterName and part say what a section outside the chapters is.
	matterName book.Matter
	part       *book.Part
	noteOf     map[*book.Note]*flow.Note // one for each that was met, whether it is set or not
	echo       *book.Echo
}

// An output is a finished section.
type output struct {
	pages   []*document.Page
	breaks  []book.PageBreak                // with pages counted from the section's first
	dests   []*document.Dest                // likewise
	figures map[*book.Figure]*document.Dest // where each figure stands
	index   []para.Indexed                  // places that the index lists, in reading order
	outline []outlineEntry
	list    []book.Diagnostic
	lacks   []para.Lack
}

func (j *job) section(e *engine, lang string, elem *document.Element) *section {
	return &section{
		engine: e, job: j, Flow: flow.New(j.geo.Baseline), lang: lang, elem: elem, rtl: locale.RightToLeft(lang),
		noteOf: map[*book.Note]*flow.Note{},
	}
}

// A figured figure has been set.
type figured struct {
	figure *book.Figure
	dest   *document.Dest
}

// longestFlex is the badness of the worst line of a paragraph that is set longer or shorter for
// its page: all its lines are loose then, and alike, which the eye finds at once where a single
// loose line passes. With 500 of the built-in themes whole paragraphs were at 1.4 of the
// natural space.
const longestFlex = 250

// paginate divides the section into pages. Tail is the height of what is told of the authors
// at its end.
func (s *section) paginate(tail unit.Length) *output {
	s.setNotes()
	pages := s.Paginate(&s.engine.pages, &flow.Paper{
		Geometry: s.geo, Hairline: document.Color(s.theme.Colors.Hairline), RTL: s.rtl, Upright: s.screen,
		Tail: tail, Tolerance: min(s.theme.Lines.Tolerance, longestFlex), OuterFirst: s.rtl != s.job.rtl(),
	})
	for _, o := range pages.Overfull {
		s.Of = o.Of
		s.Tell(rule.PageOverfull.At(s.position(), "shorten it, or divide it",
			"what may not be divided is %s taller than the page", o.By))
	}
	out := &output{
		pages: pages.Pages, dests: pages.Dests, breaks: s.breaks(pages.Starts),
		figures: map[*book.Figure]*document.Dest{},
	}
	out.collect(s.Told())
	return out
}

// collect sorts what was told of a section.
func (out *output) collect(told []any) {
	for _, what := range told {
		switch what := what.(type) {
		case book.Diagnostic:
			out.list = append(out.list, what)
		case outlineEntry:
			out.outline = append(out.outline, what)
		case figured:
			out.figures[what.figure] = what.dest
		case para.Indexed:
			out.index = append(out.index, what)
		case para.MadeAt:
			out.list = append(out.list, what.Diagnostic())
		case para.Lack:
			out.lacks = append(out.lacks, what)
		}
	}
}

// A frame is where blocks are set.
type frame struct {
	left, right unit.Length // from the ends of the measure
	elem        *document.Element
	style       *theme.Style // of paragraphs
	grid        bool         // paragraphs stand on the grid
	flush       bool         // the next paragraph is not indented
	depth       int          // of lists
	panels      int          // that the frame stands in
}

// inset returns the frame with more white at its sides, as long as a measure
// of twelve ems is left: some 25 letters. By eye: shorter lines cannot be read, so that
// lists within quotations within lists stop to move in.
func (s *section) inset(fr frame, left, right unit.Length) frame {
	if s.geo.Measure-fr.left-fr.right-left-right < 12*fr.style.Size {
		return fr
	}
	fr.left += left
	fr.right += right
	return fr
}

// width returns the measure of a frame, at least two ems, so that a line has room for a
// letter whatever the frame.
func (s *section) width(fr frame) unit.Length {
	return max(s.geo.Measure-fr.left-fr.right, 2*fr.style.Size)
}

// context returns the context of a paragraph of the block at hand.
func (s *section) context() para.Context {
	return para.Context{
		Engine: s.Engine, Words: s.words, Screen: s.screen, Lang: s.lang, Dir: s.dir, RTL: s.rtl, Indexed: s.chapter != nil,
		Pos: s.position(), Line: s.geo.Baseline, Edge: min(s.geo.Inner, s.geo.Outer), Book: s,
	}
}

// Place returns where an anchor of a chapter stands.
func (s *section) Place(c *book.Chapter, anchor string) *document.Dest {
	return s.places.find(c, anchor)
}

// Here returns where an id of the chapter at hand stands, nil when it is none.
func (s *section) Here(id string) *document.Dest {
	if s.chapter == nil || id == "" {
		return nil
	}
	return s.places.of[placeKey{s.chapter, id}]
}

// paragraph begins a paragraph of a style. The paragraph begun before is no longer valid.
func (s *section) paragraph(style *theme.Style) *para.Paragraph {
	return s.Engine.Paragraph(s.context(), style)
}

// linesOf breaks a paragraph and draws its lines in the frame.
func (s *section) linesOf(p *para.Paragraph, fr frame, indent unit.Length) []*flow.Strip {
	return p.Lines(fr.left, s.width(fr), indent)
}

// baseline returns where in a line of the style the letters stand.
func (s *section) baseline(st *theme.Style) unit.Length { return s.Engine.Baseline(st, s.geo.Baseline) }

// element returns an element for the block at hand.
func (s *section) element(parent *document.Element, typ string) *document.Element {
	e := document.NewElement(parent, typ)
	e.Pos = s.position()
	return e
}

// headed returns the type of a heading of the level. The headings of a chapter in a part
// are below that of the part, which is an H1.
func (s *section) headed(level int) string {
	if s.elem.Parent != nil && s.elem.Parent.Type == "Part" {
		level++
	}
	return "H" + strconv.Itoa(min(level, 6))
}

// position returns the place of the block at hand.
func (s *section) position() book.Pos {
	if b, ok := s.Of.(book.Block); ok {
		return b.Position()
	}
	if s.chapter != nil {
		return s.chapter.Pos
	}
	return book.Pos{File: s.book.File}
}

// text sets inlines as one paragraph of a style, without adding it to the flow.
func (s *section) text(list []book.Inline, style *theme.Style, fr frame, indent unit.Length) []*flow.Strip {
	p := s.paragraph(style)
	p.Add(list, s.Look(style, s.lang, fr.elem))
	return s.linesOf(p, fr, indent)
}

// plainText is text for words of our own.
func (s *section) plainText(text string, style *theme.Style, fr frame) []*flow.Strip {
	p := s.paragraph(style)
	p.Plain(text, s.Look(style, s.lang, fr.elem))
	return s.linesOf(p, fr, 0)
}

// costHyphenPage is the cost of a page break behind a line that ends in a hyphen: as much
// as a page that is two lines short. By eye.
const costHyphenPage = 400

// put adds the lines of a paragraph to the flow.
func (s *section) put(list []*flow.Strip, grid bool) { s.putTied(list, grid, 0) }

// putTied is put for a paragraph whose first lines, tied in number, are not parted, such
// as those beside an initial. Two lines at either side of a page break are the least: a
// single one is an orphan or a widow.
func (s *section) putTied(list []*flow.Strip, grid bool, tied int) {
	for i, st := range list {
		s.Settle(st)
		if i == 0 {
			s.First(st, grid)
			continue
		}
		cost := int32(0)
		switch {
		case i == 1 || i == len(list)-1 || i < tied:
			cost = pagebreak.Never
		case list[i-1].Hyphen:
			cost = costHyphenPage
		}
		s.Next(st, cost, grid)
	}
}

// mostKept is the number of lines that are kept together, and mostKeptShare of how
// many parts of the depth of a page they may take one: what stands above and below
// needs room too. By eye.
const (
	mostKept      = 12
	mostKeptShare = 2
)

// putKept adds lines that stay together, unless they are very many or very tall.
func (s *section) putKept(list []*flow.Strip, grid bool) {
	if len(list) > mostKept || flow.Height(list) > s.geo.Depth()/mostKeptShare {
		s.put(list, grid)
		return
	}
	for i, st := range list {
		s.Settle(st)
		if i == 0 {
			s.First(st, grid)
		} else {
			s.Next(st, pagebreak.Never, grid)
		}
	}
}

// blank adds white that is not dropped at the top of a page, no more than half of it: the
// title below it is kept with it.
func (s *section) blank(h unit.Length) {
	if h = min(h, s.geo.Depth()/2); h > 0 {
		s.First(&flow.Strip{Height: h}, false)
		s.Keep()
	}
}
