package flow

import (
	"slices"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
)

// A Panel is what is drawn under strips and beside them: the ground and the sides of a
// box, the bar at the left of code. On each page it reaches from the first of its strips
// there to the last, so that a box is divided where its text is, and stands open there.
type Panel struct {
	Rules []document.Rule // in the order of drawing; their tops and heights are not read
	Outer *Panel          // the panel that this one is within; nil for none
}

// A shown panel is a panel on a page, with its rules there.
type shown struct {
	panel *Panel
	rules []*document.Rule
}

// chain returns a panel and those that it is within, the outermost first.
func (p *Panel) chain() (list []*Panel) {
	for ; p != nil; p = p.Outer {
		list = append(list, p)
	}
	slices.Reverse(list)
	return list
}

// extend makes the panels of a strip reach down to the end of the strip, which begins at y
// and is h high. Panels that the strip does not share end above it.
func (sh *sheet) extend(in *Panel, y, h unit.Length) {
	chain := in.chain()
	n := 0
	for n < len(chain) && n < len(sh.panels) && sh.panels[n].panel == chain[n] {
		for _, r := range sh.panels[n].rules {
			r.H = y + h - r.Y
		}
		n++
	}
	sh.panels = sh.panels[:n]
	for _, p := range chain[n:] {
		s := shown{panel: p}
		for _, r := range p.Rules {
			r.Y, r.H = y, h
			s.rules = append(s.rules, &r)
			sh.page.Items = append(sh.page.Items, &r)
		}
		sh.panels = append(sh.panels, s)
	}
}

// Enter makes what is added from now on stand in a panel, until [Flow.Leave].
func (f *Flow) Enter(p *Panel) {
	if f.Against > 0 {
		for i := range p.Rules {
			p.Rules[i].X = f.Against - p.Rules[i].X - p.Rules[i].W
		}
	}
	p.Outer = f.Panel
	f.Panel = p
}

// Leave ends the panel at hand.
func (f *Flow) Leave() { f.Panel = f.Panel.Outer }
