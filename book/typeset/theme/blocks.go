package theme

import (
	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
)

// Blocks are what is drawn around blocks that stand apart from the text.
type Blocks struct {
	Admonition, Box, PullQuote Form
	Rule                       unit.Length // thickness of bars, rules and frames
	// Wide is by how many thousandths of what may be used of a margin a wide figure
	// reaches into it.
	Wide int
}

// A Form is what is drawn around a block.
type Form string

// The forms.
const (
	NoForm Form = "none"
	Bar    Form = "bar"   // at the beginning of its lines
	Rules  Form = "rules" // above and below
	Framed Form = "frame"
	Tinted Form = "tint" // a ground, on paper; in the EPUB, whose pages have any colour, a frame
)

var forms = []Form{NoForm, Bar, Rules, Framed, Tinted}

var blockKeys = yaml.Object[settings[Theme]]{
	choice("admonition", "what is drawn around notes, tips and warnings", forms, func(t *Theme) *Form { return &t.Blocks.Admonition }),
	choice("box", "what is drawn around boxes", forms, func(t *Theme) *Form { return &t.Blocks.Box }),
	choice("pull-quote", "what is drawn around pull quotes", forms, func(t *Theme) *Form { return &t.Blocks.PullQuote }),
	length("rule", "how thick such bars, rules and frames are", 0, maxLength, func(t *Theme) *unit.Length { return &t.Blocks.Rule }),
	number("wide", "how far wide figures reach into the margin, in thousandths of what may be used of it", 0, 1000, func(t *Theme) *int { return &t.Blocks.Wide }),
}

// onGround are the styles of text that may stand on the ground of a block.
var onGround = []StyleName{Admonition, BlockLabel, BlockTitle, Box, PullQuote, Paragraph, Caption, Code, Table}

// dim reports a text that cannot be read on the ground of blocks.
func (d *draft) dim(t *Theme) []book.Diagnostic {
	for _, name := range onGround {
		c := t.Style(name).Color
		if !c.legible(t.Colors.Ground) {
			return []book.Diagnostic{rule.ThemeContrast.At(d.place("colors"), "make ground lighter: text needs a contrast of 4.5:1",
				"the text of the style %s has a contrast of %s:1 on ground", name, c.ratio(t.Colors.Ground).Decimal(1))}
		}
	}
	return nil
}
