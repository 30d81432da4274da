package theme

import (
	"slices"

	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
)

// Opening is the first page of a chapter.
type Opening struct {
	Sinkage       int // lines of white above the opening
	MatterSinkage int // the same for contents, foreword and the like
	LeadIn        LeadIn
	LeadInWords   int         // words in small capitals
	Rule          unit.Length // thickness of the rule above the opening; 0 for none
	RuleWidth     unit.Length
	// EndRule and EndRuleWidth are those of the rule before the authors' bios.
	EndRule      unit.Length
	EndRuleWidth unit.Length
	RuleAlign    Align // Left or Center
	// Before and After are the white around the opening on a page without a size.
	Before, After unit.Length
}

// A LeadIn is how the text of a chapter begins.
type LeadIn string

// The lead-ins.
const (
	NoLeadIn  LeadIn = "none"
	SmallCaps LeadIn = "small-caps"
	DropCap   LeadIn = "drop-cap"
)

var openingKeys = slices.Concat(yaml.Object[settings[Theme]]{
	number("sinkage", "the lines of white above the opening of an article", 0, maxTaste, func(t *Theme) *int { return &t.Opening.Sinkage }),
	number("matter-sinkage", "the lines of white above the contents, a foreword and the like", 0, maxTaste, func(t *Theme) *int { return &t.Opening.MatterSinkage }),
	choice("lead-in", "how the text of an article begins", []LeadIn{NoLeadIn, SmallCaps, DropCap}, func(t *Theme) *LeadIn { return &t.Opening.LeadIn }),
	number("lead-in-words", "how many words a lead-in of small capitals has", 0, maxTaste, func(t *Theme) *int { return &t.Opening.LeadInWords }),
}, ruleKeys, yaml.Object[settings[Theme]]{apart(slices.Concat(ruleKeys, yaml.Object[settings[Theme]]{
	length("before", "the space above an opening", 0, maxLength, func(t *Theme) *unit.Length { return &t.Opening.Before }),
	length("after", "the space below an opening", 0, maxLength, func(t *Theme) *unit.Length { return &t.Opening.After }),
}))})

// ruleKeys are the keys of the rules in the accent's colour.
var ruleKeys = yaml.Object[settings[Theme]]{
	length("rule", "how thick the rule above an opening is; 0pt for none", 0, maxLength, func(t *Theme) *unit.Length { return &t.Opening.Rule }),
	length("rule-width", "how long the rule above an opening is", 0, maxLength, func(t *Theme) *unit.Length { return &t.Opening.RuleWidth }),
	length("end-rule", "how thick the rule before the lines about the authors is; 0pt for none", 0, maxLength, func(t *Theme) *unit.Length { return &t.Opening.EndRule }),
	length("end-rule-width", "how long the rule before the lines about the authors is", 0, maxLength, func(t *Theme) *unit.Length { return &t.Opening.EndRuleWidth }),
	field("rule-align", "where the rules stand", yaml.ChoiceOf([]string{"left", "center"}), func(v yaml.Value) (Align, bool) {
		c := yaml.Choose(v, []string{"left", "center"})
		return map[string]Align{"left": Left, "center": Center}[c], c != ""
	}, func(t *Theme) *Align { return &t.Opening.RuleAlign }),
}

// Heads are the running heads and the folios.
type Heads struct {
	Align Place // Outside is beside the folio
	Drop  Place // of the folio at the foot of an opening page
}

// A Place is where in the width of a page a head or a folio stands.
type Place string

// The places.
const (
	Outside Place = "outside"
	Middle  Place = "center"
)

var headKeys = yaml.Object[settings[Theme]]{
	choice("align", "where running heads stand: beside the folio, or in the middle", []Place{Outside, Middle}, func(t *Theme) *Place { return &t.Heads.Align }),
	choice("drop-folio", "where the folio of an opening page stands, at its foot", []Place{Outside, Middle}, func(t *Theme) *Place { return &t.Heads.Drop }),
}
