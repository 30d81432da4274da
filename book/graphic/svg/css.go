package svg

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/markup/css"
)

// The bounds of style sheets. They are generous: the sheets of drawing programs have some
// tens of rules. A drawing of 40,000 elements may try all 500 rules on each.
const (
	maxRules = 500
	maxSteps = 20_000_000 // selector comparisons in one drawing
)

// A rule is one selector with its declarations.
type rule struct {
	selector    css.Selector
	specificity int
	decls       []css.Decl
}

// parseSheet reads the rules of a style sheet; note is called with what it does
// not support.
func parseSheet(text string, note func(msg string)) []rule {
	sheet := css.Parse(text)
	var rules []rule
	for _, r := range shownRules(sheet.Rules, note) {
		if rules = append(rules, parseRules(r, note)...); len(rules) > maxRules {
			note("style sheet has too many rules; the rest is ignored")
			return rules[:maxRules]
		}
	}
	if slices.ContainsFunc(sheet.Faults, func(f css.Fault) bool { return f.Cut }) {
		note("style sheet is cut short")
	}
	return rules
}

// shownRules returns the rules with selectors, those for all media and for screens among
// them: both editions show a drawing as a browser does. What is said for paper, or for how
// a screen is set, is none of them.
func shownRules(list []css.Rule, note func(msg string)) []css.Rule {
	var shown []css.Rule
	for _, r := range list {
		media := ""
		if len(r.Prelude) > 0 {
			media = strings.ToLower(strings.TrimSpace(r.Prelude[0]))
		}
		switch {
		case r.Name == "":
			shown = append(shown, r)
		case r.Name == "media" && (media == "all" || media == "screen"):
			shown = append(shown, shownRules(r.Rules, note)...)
		case r.Name == "media" && (media == "print" || strings.HasPrefix(media, "(prefers-")):
		default:
			note("style rule @" + clip(r.Name) + " is not supported")
		}
	}
	return shown
}

func parseRules(r css.Rule, note func(string)) []rule {
	var rules []rule
	for _, text := range r.Prelude {
		one, ok := parseSelector(text)
		if !ok {
			note("selector " + clip(text) + " is not supported")
			continue
		}
		one.decls = r.Decls
		rules = append(rules, one)
	}
	return rules
}

// maxCompounds bounds a selector. In drawings a selector has one or two compounds. More of
// them mean more walks up the tree for each element.
const maxCompounds = 8

// rootName is the selector of the root, which is the first svg element; one within it is
// hardly ever styled by :root.
const rootName = "svg"

func parseSelector(text string) (rule, bool) {
	if text == ":root" {
		text = rootName
	}
	list, ok := css.ParseSelector(text)
	r := rule{selector: list}
	for _, c := range list {
		if c.Other || c.Join == '+' || c.Join == '~' {
			return r, false
		}
		if c.Name != "" && c.Name != "*" {
			r.specificity++
		}
		if r.specificity += 100 * len(c.Classes); c.ID != "" {
			r.specificity += 10_000
		}
	}
	return r, ok && len(list) <= maxCompounds
}

func matches(c *css.Compound, n *node) bool {
	if c.Name != "" && c.Name != "*" && c.Name != n.Name {
		return false
	}
	if c.ID != "" && n.Get("id") != c.ID {
		return false
	}
	if len(c.Classes) == 0 {
		return true
	}
	class := n.Get("class")
	have := strings.Fields(class[:min(len(class), 1000)])
	for _, want := range c.Classes {
		if !slices.Contains(have, want) {
			return false
		}
	}
	return true
}

// matches reports whether r selects n. Each step up the tree counts in steps.
func (r *rule) matches(n *node, steps *int) bool {
	i := len(r.selector) - 1
	*steps++
	if !matches(&r.selector[i], n) {
		return false
	}
	// Taking the nearest ancestor that matches is right for descendants; after a
	// child combinator it may miss, in selectors that drawings do not use.
	for i--; i >= 0; i-- {
		n = n.Parent
		for n != nil && !matches(&r.selector[i], n) {
			*steps++
			if r.selector[i+1].Join == '>' {
				return false
			}
			n = n.Parent
		}
		if n == nil {
			return false
		}
	}
	return true
}

// clip shortens a word of the file for a message.
func clip(s string) string { return book.Clip(s, 40) }
