package web

import (
	"strings"

	"octavo/book/markup/css"
)

// emphasise makes <em> and <strong> of spans that are slanted or bold by their style:
// Google Docs, and texts pasted into other systems, have no other emphasis.
func (p *page) emphasise(e *el) {
	classes := p.classes()
	e.walk(func(n *el) bool {
		if len(n.Name()) == 2 && n.Name()[0] == 'h' && n.Name() != "hr" {
			return false // a heading is bold by itself
		}
		if n.Name() != "span" || n.size == 0 {
			return true
		}
		decls, _ := css.Attribute(n.Get("style"))
		name := lookOf(decls)
		for _, c := range strings.Fields(n.Get("class")) {
			if look := classes[c]; name == "" {
				name = look
			}
		}
		if name != "" {
			n.Rename(name)
		}
		return true
	})
}

// lookOf returns the element for the declarations of a style, "" for none.
func lookOf(decls []css.Decl) string {
	weight := strings.ToLower(css.Property(decls, "font-weight"))
	switch {
	case strings.EqualFold(css.Property(decls, "font-style"), "italic"):
		return "em"
	case weight == "bold", weight == "bolder", weight == "700":
		return "strong"
	}
	return ""
}

// classes returns the look of the classes c0, c1 and so on of a page of Google
// Docs, whose style sheet has one rule for each.
func (p *page) classes() map[string]string {
	const longest = 1 << 18
	out := map[string]string{}
	if p.root.find(func(n *el) bool { return n.Name() == "body" && n.named([]string{"doc content"}) }) == nil {
		return out
	}
	for _, s := range p.root.all("style") {
		text := s.Text()
		if len(text) > longest {
			continue
		}
		for _, rule := range css.Parse(text).Rules {
			look := lookOf(rule.Decls)
			if look == "" || len(rule.Prelude) != 1 {
				continue
			}
			name, class := strings.CutPrefix(rule.Prelude[0], ".c")
			if class && strings.Trim(name, "0123456789") == "" {
				out["c"+name] = look
			}
		}
	}
	return out
}
