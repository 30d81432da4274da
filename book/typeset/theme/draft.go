package theme

import (
	"path"
	"slices"

	"octavo/assets"
	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/base/unit"
	"octavo/book/markup/yaml"
)

// A draft is what the files of a theme say, until all of it is known.
type draft struct {
	doc       *yaml.Document
	file      string
	name      string
	extends   string // "" when not said
	extendsAt yaml.Value
	replace   bool // its style sheet stands alone
	whole     settings[Theme]
	styles    map[StyleName]*settings[Style]
	places    map[string]book.Pos // of the groups of keys
}

// Parse reads the theme.yaml of a theme that extends a built-in one: the one
// that it names, or the default one. The theme can be used only when there is no fault.
func Parse(file string, data []byte) (*Theme, []book.Diagnostic) {
	own := read(file, data)
	base := Default
	if own.extends != "" {
		base = own.extends
	}
	d, ok := builtin(base)
	if !ok {
		own.extendsAt.Report(rule.ThemeUnknown.At(own.extendsAt.Pos(), nearest.Among(base, Names()), "no built-in theme is called %q", book.Clip(base, 60)))
		d, _ = builtin(Default)
	}
	t := d.with(own).theme()
	t.Name, t.replace = own.name, own.replace
	list := append(own.doc.Diagnostics(), d.doc.Diagnostics()...)
	if len(list) == 0 {
		list = append(own.room(t), own.dim(t)...)
	}
	return t, slices.Compact(book.SortDiagnostics(list)) // a length of both editions is out of bounds in each
}

// Builtin returns the built-in theme of that name, and whether there is one.
func Builtin(name string) (*Theme, bool) {
	d, ok := builtin(name)
	if !ok {
		return nil, false
	}
	return d.theme(), len(d.doc.Diagnostics()) == 0
}

// builtin returns the draft of a built-in theme.
func builtin(name string) (*draft, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	data, err := assets.Themes.ReadFile(path.Join("themes", name, File))
	if err != nil {
		return nil, false
	}
	return read(path.Join(name, File), data), true
}

// read reads one file.
func read(file string, data []byte) *draft {
	d := &draft{doc: yaml.Parse(file, data, 1), file: file, styles: map[StyleName]*settings[Style]{}, places: map[string]book.Pos{}}
	keys.Decode(d, d.doc.Root)
	d.whole.settle()
	return d
}

// style keeps what v says of a style.
func (d *draft) style(name StyleName, v yaml.Value) {
	s := &settings[Style]{}
	styleKeys.Decode(s, v)
	s.settle()
	d.styles[name] = s
	d.places[string(name)] = v.Pos()
}

// with adds what the file of a theme says that extends d.
func (d *draft) with(later *draft) *draft {
	d.whole.add(&later.whole)
	for _, name := range StyleNames {
		s := later.styles[name]
		switch {
		case s == nil:
		case d.styles[name] == nil:
			d.styles[name] = s
		default:
			d.styles[name].add(s)
		}
		if at, ok := later.places[string(name)]; ok {
			d.places[string(name)] = at
		}
	}
	return d
}

// theme makes the theme, for paper and for a page without a size.
func (d *draft) theme() *Theme {
	t := d.edition(false)
	t.reflow = d.edition(true)
	return t
}

// edition makes the theme of one kind of page.
//
// A theme measures in em and ln, which are lengths of the theme themselves: the size of
// paragraphs and the distance of lines. A later file may change either. To compute lengths
// as they are read, the simple way, would fix them by the file at hand: a theme that
// extends another with larger paragraphs would keep the indents of the smaller ones. So
// the files are only collected (settings), and here all lengths are computed in an order
// in which each unit is known before it is used: the size of paragraphs, the distance of
// lines, the page, and the styles. A style comes after the style that it is like, and its
// size before its other lengths, whose em is that size.
func (d *draft) edition(reflow bool) *Theme {
	t := &Theme{Name: d.name, styles: map[StyleName]*Style{}, families: map[Role]book.Pos{}}
	u := units{unit.Pt(10), unit.Pt(14)} // where no file says otherwise; built-in themes do
	if s := d.styles[Paragraph]; s != nil && s.base.text != "" {
		u.em = s.base.in(u)
	}
	if d.whole.base.text != "" {
		u.ln = d.whole.base.in(u)
	}
	t.Page.Baseline = u.ln
	d.whole.of(reflow).fill(t, u)
	r := resolver{d, t, u, reflow}
	for _, name := range StyleNames {
		r.style(name, nil)
	}
	return t
}

// A resolver makes the styles of a theme.
type resolver struct {
	*draft
	theme  *Theme
	units  units
	reflow bool
}

// style makes a style, and those that it is like. The styles of path are like it.
func (r *resolver) style(name StyleName, path []StyleName) *Style {
	t, u := r.theme, r.units
	if s := t.styles[name]; s != nil {
		return s
	}
	s := &Style{Family: Serif, Size: u.em, Leading: u.ln, Weight: 400}
	t.styles[name] = s
	own := r.styles[name].of(r.reflow)
	path = append(path, name)
	switch {
	case own.like == "":
	case slices.Contains(path, own.like):
		own.likeAt.Report(rule.ThemeStyle.At(own.likeAt.Pos(), "name another style", "the style %s is like itself", name))
	default:
		*s = *r.style(own.like, path)
		s.Before, s.After = 0, 0
	}
	s.Name = name
	switch {
	case name == Paragraph: // of which the size is known
		s.Size = u.em
	case own.base.text != "":
		s.Size = own.base.in(u)
	}
	own.fill(s, units{s.Size, u.ln})
	if s.Tint != "" {
		s.Color = *t.Colors.named(s.Tint)
	}
	return s
}

// room reports a page that lines of text do not fit, by its styles or by its margins.
func (d *draft) room(t *Theme) (list []book.Diagnostic) {
	for _, name := range StyleNames {
		if s := t.styles[name]; s.Leading < s.Size/2 || s.Leading > 4*s.Size {
			list = append(list, rule.ThemePage.At(d.place(string(name)), "give a leading from half of the size to four times it", "the style %s has lines of %v at %v", name, s.Size, s.Leading))
		}
	}
	p := &t.Page
	if p.MinScale > p.MaxScale {
		list = append(list, rule.ThemePage.At(d.place("page"), "make min-scale the lesser one", "min-scale is more than max-scale"))
	}
	if len(list) > 0 {
		return list
	}
	if fit, g, _ := t.Fit("", ""); g.Measure < 10*fit.Style(Paragraph).Size || g.Lines < 10 {
		list = append(list, rule.ThemePage.At(d.place("page"), "make the margins or the type smaller", "the page has no room for text"))
	}
	return list
}

// place returns where the file of d says something of a group of keys or of a style.
func (d *draft) place(name string) book.Pos {
	if at, ok := d.places[name]; ok {
		return at
	}
	return book.Pos{File: d.file}
}
