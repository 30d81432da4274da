package svg

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book/graphic/drawing"
)

// looks lists what a style says, each as "name=value".
func looks(s style) []string {
	number := func(f drawing.Fixed) string { return fmt.Sprintf("%.4g", float64(f)/float64(drawing.One)) }
	var dash []string
	for _, f := range s.dash {
		dash = append(dash, number(f))
	}
	return []string{
		"size=" + number(s.size), fmt.Sprint("weight=", s.weight), fmt.Sprint("italic=", s.italic), fmt.Sprint("family=", s.family), "spacing=" + number(s.spacing),
		fmt.Sprint("anchor=", s.anchor), "baseline=" + s.baseline, "width=" + number(s.width), fmt.Sprint("cap=", s.cap), fmt.Sprint("join=", s.join), "miter=" + number(s.miter),
		"dash=" + strings.Join(dash, ","), "offset=" + number(s.dashOffset), fmt.Sprint("rule=", s.fillRule), fmt.Sprint("clip-rule=", s.clipRule), fmt.Sprint("first=", s.strokeFirst),
		"markers=" + strings.Join(s.markers[:], ","), "clip=" + s.clip, "mask=" + s.mask, fmt.Sprint("blend=", s.blend), fmt.Sprint("hidden=", s.hidden), fmt.Sprint("none=", s.none),
		fmt.Sprint("fill=", s.fill.kind, s.fill.color.Hex(), s.fill.id), fmt.Sprint("color=", s.color.Hex()), fmt.Sprint("stop=", s.stopColor.Hex(), s.stopOpacity), fmt.Sprint("opacity=", s.opacity),
	}
}

// set sets a property of the initial style and lists what it changes, "?" for a value that is
// not known.
func set(name, value string, before ...func(*style)) string {
	s := initial()
	for _, f := range before {
		f(&s)
	}
	was := looks(s)
	ok := properties[name](newParser(), &s, value)
	var changed []string
	for i, now := range looks(s) {
		if now != was[i] {
			changed = append(changed, now)
		}
	}
	if !ok {
		changed = append(changed, "?")
	}
	return strings.Join(changed, " ")
}

// TestProperties sets each property to values that it has, and to others.
func TestProperties(t *testing.T) {
	many := strings.TrimSpace(strings.Repeat("1 ", maxDashes))
	for name, values := range map[string]map[string]string{
		"font-weight": {"normal": "", "bold": "weight=700", "bolder": "weight=700", "lighter": "", "1": "weight=1", "1000": "weight=1000", "450.6": "weight=451", "0.9": "?", "1000.5": "?", "700x": "?", "x": "?"},
		"font-size": {"xx-small": "size=9", "x-small": "size=10", "small": "size=13", "medium": "", "large": "size=18", "x-large": "size=24", "xx-large": "size=32", "smaller": "size=13.33", "larger": "size=19.2",
			"2em": "size=32", "50%": "size=8", "0": "size=0", "-1px": "?", "x": "?"},
		"font": {"italic bold 12px/1.4 mono": fmt.Sprint("size=12 weight=700 italic=true family=", drawing.Mono), "oblique 12px x": "size=12 italic=true", "normal 600 10px x": "size=10 weight=600", "12px": "size=12",
			"small-caps 12px x": "?", "bold": "?", "": "?", "x": "?"},
		"font-style":        {"italic": "italic=true", "oblique": "italic=true", "normal": ""},
		"letter-spacing":    {"2": "spacing=2", "-1": "spacing=-1", "0.5em": "spacing=8", "normal": "", "x": "?"},
		"stroke-width":      {"2": "width=2", "0": "width=0", "-1": "?", "x": "?"},
		"stroke-dashoffset": {"2": "offset=2", "-1": "offset=-1", "x": "?"},
		"stroke-miterlimit": {"1": "miter=1", "2.5": "miter=2.5", "0.9": "?", "4x": "?", "x": "?"},
		"stroke-dasharray":  {"1 2": "dash=1,2", "1,2\t3": "dash=1,2,3,1,2,3", "0 0": "", "0 1": "dash=0,1", "none": "", "1 -1": "?", "1 x": "?", many: "dash=" + strings.ReplaceAll(many, " ", ","), many + " 1": "?"},
		"stroke-linecap":    {"butt": "", "round": fmt.Sprint("cap=", drawing.RoundCap), "square": fmt.Sprint("cap=", drawing.Square), "x": "?"},
		"stroke-linejoin":   {"miter": "", "miter-clip": "", "arcs": "", "round": fmt.Sprint("join=", drawing.RoundJoin), "bevel": fmt.Sprint("join=", drawing.Bevel), "x": "?"},
		"fill-rule":         {"nonzero": "", "evenodd": fmt.Sprint("rule=", drawing.EvenOdd), "x": "?"},
		"clip-rule":         {"nonzero": "", "evenodd": fmt.Sprint("clip-rule=", drawing.EvenOdd), "x": "?"},
		"text-anchor":       {"start": "", "middle": fmt.Sprint("anchor=", drawing.Middle), "end": fmt.Sprint("anchor=", drawing.End), "x": "?"},
		"visibility":        {"visible": "", "hidden": "hidden=true", "collapse": "hidden=true"},
		"display":           {"block": "", "none": "none=true"},
		"paint-order":       {"stroke": "first=true", "stroke fill": "first=true", "fill": "", "normal": ""},
		"clip-path":         {"url(#c)": "clip=c", "none": "", "circle()": "?", "url(#c) x": "?", "url(a.svg#c)": "?"},
		"marker":            {"url(#a)": "markers=a,a,a", "none": "", "x": "?", "url(#a) x": "?"},
		"marker-start":      {"url(#a)": "markers=a,,"},
		"marker-mid":        {"url(#a)": "markers=,a,"},
		"marker-end":        {"url(#a)": "markers=,,a"},
		"fill":              {"none": fmt.Sprint("fill=", noPaint, "#000000"), "#abc": fmt.Sprint("fill=", solid, "#aabbcc"), "currentColor": fmt.Sprint("fill=", currentColor, "#000000"), "url(#g)": fmt.Sprint("fill=", reference, "#000000g"), "url(#g) red": fmt.Sprint("fill=", reference, "#ff0000g"), "url(#g) x": fmt.Sprint("fill=", noPaint, "#000000 ?"), "x": "?"},
		"color":             {"#abc": "color=#aabbcc", "currentcolor": "", "x": "?"},
		"stop-color":        {"#abc": fmt.Sprint("stop=#aabbcc", drawing.Opaque), "rgb(0 0 0 / 50%)": fmt.Sprint("stop=#000000", drawing.Opaque/2), "currentcolor": "", "x": "?"},
		"opacity":           {".5": fmt.Sprint("opacity=", drawing.Opaque/2), "1": "", "x": "?"},
		"mask":              {"none": "", "url(#m)": "mask=m"},
		"filter":            {"none": "", "url(#m)": "?"},
		"mix-blend-mode":    {"normal": "", "multiply": fmt.Sprint("blend=", drawing.Multiply), "hue": "?"},
		"text-decoration":   {"none": "", "none solid": "", "underline": "?"},
		"writing-mode":      {"lr": "", "lr-tb": "", "horizontal-tb": "", "tb": "?"},
		"baseline-shift":    {"0": "", "baseline": "", "super": "?"},
		"vector-effect":     {"none": "", "non-scaling-stroke": "?"},
		"word-spacing":      {"normal": "", "0": "", "1": "?"},
		"overflow":          {"visible": "", "x": ""},
	} {
		for value, want := range values {
			if got := set(name, value); got != want {
				t.Errorf("%s: %s changes %q, want %q", name, value, got, want)
			}
		}
	}
	for _, name := range strings.Fields("middle central hanging text-before-edge text-top text-after-edge ideographic text-bottom mathematical before-edge after-edge") {
		if got := set("dominant-baseline", name); got != "baseline="+name {
			t.Errorf("the baseline %s changes %q", name, got)
		}
	}
	for _, name := range strings.Fields("auto alphabetic baseline") {
		if got := set("alignment-baseline", name, func(s *style) { s.baseline = "middle" }); got != "baseline=" {
			t.Errorf("the baseline %s changes %q", name, got)
		}
	}
	if got := set("dominant-baseline", "x"); got != "?" {
		t.Errorf("a baseline x changes %q", got)
	}
}

// TestPropertiesAgain takes back what the style had.
func TestPropertiesAgain(t *testing.T) {
	for _, tt := range []struct {
		name, value string
		before      func(*style)
		want        string
	}{
		{"font-weight", "bolder", func(s *style) { s.weight = 900 }, ""},
		{"font-weight", "lighter", func(s *style) { s.weight = 900 }, "weight=400"},
		{"font-weight", "normal", func(s *style) { s.weight = 900 }, "weight=400"},
		{"font", "12px x", func(s *style) { s.weight, s.italic = 900, true }, "size=12 weight=400 italic=false"},
		{"font", "bold x", func(s *style) { s.italic = true }, "?"},
		{"letter-spacing", "normal", func(s *style) { s.spacing = 9 }, "spacing=0"},
		{"stroke-dasharray", "none", func(s *style) { s.dash = []drawing.Fixed{drawing.One} }, "dash="},
		{"stroke-dasharray", "0", func(s *style) { s.dash = []drawing.Fixed{drawing.One} }, "dash="},
		{"stroke-dasharray", "x", func(s *style) { s.dash = []drawing.Fixed{drawing.One} }, "?"},
		{"clip-path", "none", func(s *style) { s.clip = "c" }, "clip="},
		{"marker-end", "none", func(s *style) { s.markers = [3]string{"a", "b", "c"} }, "markers=a,b,"},
		{"visibility", "visible", func(s *style) { s.hidden = true }, "hidden=false"},
		{"display", "inline", func(s *style) { s.none = true }, "none=false"},
		{"stop-color", "currentColor", func(s *style) { s.color.R = 255 }, fmt.Sprint("stop=#ff0000", drawing.Opaque)},
		{"fill", "x", func(s *style) { s.fill.color.R = 255 }, "?"},
	} {
		if got := set(tt.name, tt.value, tt.before); got != tt.want {
			t.Errorf("%s: %s changes %q, want %q", tt.name, tt.value, got, tt.want)
		}
	}
	for kind, names := range map[drawing.Family]string{
		drawing.Mono: "mono;DejaVu Sans Mono;Courier New;Consolas;Menlo;x, 'Courier', serif", drawing.Sans: "sans-serif;system-ui;Arial;\"Helvetica Neue\";Verdana;Gothic;x , Arial , Times",
		drawing.Serif: "serif;Times New Roman;Georgia;EB Garamond;PMingLiU;NSimSong;x,'Georgia',Arial",
	} {
		other := drawing.Mono
		if kind == drawing.Mono {
			other = drawing.Serif
		}
		for _, name := range strings.Split(names, ";") {
			if got := set("font-family", name, func(s *style) { s.family = other }); got != fmt.Sprint("family=", kind) {
				t.Errorf("the family %s changes %q, want %v", name, got, kind)
			}
		}
	}
	if got := set("font-family", "x"); got != "" {
		t.Errorf("a family x changes %q", got)
	}
}
