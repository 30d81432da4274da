package svg

import (
	"strings"

	"octavo/book/graphic/drawing"
)

// properties holds how each supported property is read. A function returns
// false for a value that it does not know.
var properties = map[string]func(p *parser, s *style, v string) bool{
	"fill":               func(_ *parser, s *style, v string) bool { return setPaint(&s.fill, v) },
	"stroke":             func(_ *parser, s *style, v string) bool { return setPaint(&s.stroke, v) },
	"fill-opacity":       func(_ *parser, s *style, v string) bool { return setAlpha(&s.fillOpacity, v) },
	"stroke-opacity":     func(_ *parser, s *style, v string) bool { return setAlpha(&s.strokeOpacity, v) },
	"opacity":            func(_ *parser, s *style, v string) bool { return setAlpha(&s.opacity, v) },
	"stop-opacity":       func(_ *parser, s *style, v string) bool { return setAlpha(&s.stopOpacity, v) },
	"fill-rule":          func(_ *parser, s *style, v string) bool { return setWord(&s.fillRule, v, ruleWords) },
	"clip-rule":          func(_ *parser, s *style, v string) bool { return setWord(&s.clipRule, v, ruleWords) },
	"stroke-width":       func(p *parser, s *style, v string) bool { return p.setLength(s, &s.width, v, true) },
	"stroke-dashoffset":  func(p *parser, s *style, v string) bool { return p.setLength(s, &s.dashOffset, v, false) },
	"letter-spacing":     setSpacing,
	"stroke-linecap":     func(_ *parser, s *style, v string) bool { return setWord(&s.cap, v, capWords) },
	"stroke-linejoin":    func(_ *parser, s *style, v string) bool { return setWord(&s.join, v, joinWords) },
	"stroke-miterlimit":  setMiter,
	"stroke-dasharray":   setDash,
	"color":              setColor,
	"stop-color":         setStopColor,
	"display":            func(_ *parser, s *style, v string) bool { s.none = v == "none"; return true },
	"visibility":         func(_ *parser, s *style, v string) bool { s.hidden = v != "visible"; return true },
	"clip-path":          func(_ *parser, s *style, v string) bool { return setID(&s.clip, v) },
	"mask":               func(_ *parser, s *style, v string) bool { return setID(&s.mask, v) },
	"mix-blend-mode":     func(_ *parser, s *style, v string) bool { return setWord(&s.blend, v, drawing.BlendNames) },
	"font-size":          setFontSize,
	"font-family":        setFamily,
	"font-weight":        setWeight,
	"font-style":         func(_ *parser, s *style, v string) bool { s.italic = v != "normal"; return true },
	"font":               setFont,
	"text-anchor":        func(_ *parser, s *style, v string) bool { return setWord(&s.anchor, v, anchorWords) },
	"dominant-baseline":  setBaseline,
	"alignment-baseline": setBaseline,
	"paint-order":        func(_ *parser, s *style, v string) bool { s.strokeFirst = strings.HasPrefix(v, "stroke"); return true },
	"marker":             func(_ *parser, s *style, v string) bool { return setMarkers(s, v, 0, 1, 2) },
	"marker-start":       func(_ *parser, s *style, v string) bool { return setMarkers(s, v, 0) },
	"marker-mid":         func(_ *parser, s *style, v string) bool { return setMarkers(s, v, 1) },
	"marker-end":         func(_ *parser, s *style, v string) bool { return setMarkers(s, v, 2) },
	"filter":             func(_ *parser, _ *style, v string) bool { return v == "none" },
	"text-decoration":    func(_ *parser, _ *style, v string) bool { return strings.HasPrefix(v, "none") },
	"writing-mode":       func(_ *parser, _ *style, v string) bool { return strings.HasPrefix(v, "lr") || v == "horizontal-tb" },
	"baseline-shift":     func(_ *parser, _ *style, v string) bool { return v == "0" || v == "baseline" },
	"vector-effect":      func(_ *parser, _ *style, v string) bool { return v == "none" },
	"word-spacing":       func(_ *parser, _ *style, v string) bool { return v == "normal" || v == "0" },
	"overflow":           func(_ *parser, _ *style, _ string) bool { return true },
}

// ignoredProperties change nothing in print, or nothing that a drawing shows.
var ignoredProperties = words(`shape-rendering text-rendering image-rendering color-rendering
	color-interpolation color-interpolation-filters enable-background pointer-events cursor
	font-variant font-stretch font-kerning font-feature-settings font-size-adjust font-variant-ligatures
	font-variant-caps font-variant-numeric font-variant-east-asian font-variation-settings
	line-height text-align white-space direction unicode-bidi isolation
	solid-color solid-opacity paint-color-rendering shape-padding shape-margin inline-size
	font-synthesis text-indent text-orientation text-transform transition user-select
	background background-color lighting-color flood-color flood-opacity
	text-decoration-line text-decoration-style text-decoration-color block-progression
	margin padding border width height max-width max-height font-variant-position
	font-variant-alternates kerning glyph-orientation-vertical glyph-orientation-horizontal
	color-profile clip mask-type`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

var (
	ruleWords   = map[string]drawing.Rule{"nonzero": drawing.NonZero, "evenodd": drawing.EvenOdd}
	capWords    = map[string]drawing.Cap{"butt": drawing.Butt, "round": drawing.RoundCap, "square": drawing.Square}
	joinWords   = map[string]drawing.Join{"miter": drawing.Miter, "miter-clip": drawing.Miter, "arcs": drawing.Miter, "round": drawing.RoundJoin, "bevel": drawing.Bevel}
	anchorWords = map[string]drawing.Anchor{"start": drawing.Start, "middle": drawing.Middle, "end": drawing.End}
	// fontSizes are the absolute sizes of CSS Fonts 4, in pixels.
	fontSizes = map[string]int{"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
)

func setWord[T any](to *T, v string, words map[string]T) bool {
	w, ok := words[v]
	if ok {
		*to = w
	}
	return ok
}

// setPaint reads a paint. A reference that is not understood paints nothing.
func setPaint(to *paintRef, v string) bool {
	ref, ok := parsePaint(v)
	if !ok && strings.HasPrefix(v, "url(") {
		ref = paintRef{}
	}
	if ok || ref == (paintRef{}) {
		*to = ref
	}
	return ok
}

func setAlpha(to *drawing.Alpha, v string) bool {
	a, ok := parseAlpha(v)
	if ok {
		*to = a
	}
	return ok
}

func (p *parser) setLength(s *style, to *drawing.Fixed, v string, positive bool) bool {
	f, ok := p.length(v, s.size, p.diagonal())
	if ok && (f >= 0 || !positive) {
		*to = f
		return true
	}
	return false
}

func setSpacing(p *parser, s *style, v string) bool {
	if v == "normal" {
		s.spacing = 0
		return true
	}
	return p.setLength(s, &s.spacing, v, false)
}

func setMiter(_ *parser, s *style, v string) bool {
	f, n := drawing.ParseFixed(v)
	if n == 0 || n != len(v) || f < drawing.One {
		return false
	}
	s.miter = f
	return true
}

// maxDashes bounds a dash pattern. Usual patterns have two to six lengths.
const maxDashes = 64

func setDash(p *parser, s *style, v string) bool {
	if v == "none" {
		s.dash = nil
		return true
	}
	var list []drawing.Fixed
	var sum drawing.Fixed
	for word := range strings.FieldsFuncSeq(v, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' || r == '\n' }) {
		f, ok := p.length(word, s.size, p.diagonal())
		if !ok || f < 0 || len(list) == maxDashes {
			return false
		}
		list, sum = append(list, f), sum+f
	}
	if s.dash = nil; sum > 0 {
		if len(list)%2 == 1 {
			list = append(list, list...)
		}
		s.dash = list
	}
	return true
}

func setColor(_ *parser, s *style, v string) bool {
	if strings.EqualFold(v, "currentcolor") {
		return true
	}
	c, _, ok := parseColor(v)
	if ok {
		s.color = c
	}
	return ok
}

func setStopColor(_ *parser, s *style, v string) bool {
	if strings.EqualFold(v, "currentcolor") {
		s.stopColor = s.color
		return true
	}
	c, a, ok := parseColor(v)
	if ok {
		s.stopColor, s.stopOpacity = c, s.stopOpacity.Mul(a)
	}
	return ok
}

// setID reads a reference to an element, or none.
func setID(to *string, v string) bool {
	id, rest, ok := cutURL(v)
	if v == "none" {
		id, ok = "", true
	}
	if ok = ok && rest == ""; ok {
		*to = id
	}
	return ok
}

func setFontSize(p *parser, s *style, v string) bool {
	if px, ok := fontSizes[v]; ok {
		s.size = drawing.Int(px)
		return true
	}
	switch v { // a step of 1.2, as CSS 2.1 suggests
	case "smaller":
		s.size = s.size.Scale(5, 6)
		return true
	case "larger":
		s.size = s.size.Scale(6, 5)
		return true
	}
	f, ok := p.length(v, s.size, s.size)
	if !ok || f < 0 {
		return false
	}
	s.size = min(f, maxSide)
	return true
}

// setFamily takes the first family of the list that tells its kind.
func setFamily(_ *parser, s *style, v string) bool {
	for name := range strings.SplitSeq(strings.ToLower(v), ",") {
		name = strings.Trim(strings.TrimSpace(name), `"'`)
		switch {
		case strings.Contains(name, "mono"), strings.Contains(name, "courier"), strings.Contains(name, "consolas"), strings.Contains(name, "menlo"):
			s.family = drawing.Mono
			return true
		case strings.Contains(name, "sans"), name == "system-ui", strings.Contains(name, "arial"), strings.Contains(name, "helvetica"), strings.Contains(name, "verdana"), strings.Contains(name, "gothic"):
			s.family = drawing.Sans
			return true
		case strings.Contains(name, "serif"), strings.Contains(name, "times"), strings.Contains(name, "georgia"), strings.Contains(name, "garamond"), strings.Contains(name, "ming"), strings.Contains(name, "song"):
			s.family = drawing.Serif
			return true
		}
	}
	return true
}

func setWeight(_ *parser, s *style, v string) bool {
	switch v {
	case "normal":
		s.weight = 400
		return true
	case "bold":
		s.weight = 700
		return true
	case "bolder":
		s.weight = max(700, s.weight)
		return true
	case "lighter":
		s.weight = 400
		return true
	}
	f, n := drawing.ParseFixed(v)
	if n == 0 || n != len(v) || f < drawing.One || f > drawing.Int(1000) {
		return false
	}
	s.weight = f.Round()
	return true
}

// setFont reads the shorthand "italic bold 12px/1.4 serif", all of it or nothing.
func setFont(p *parser, s *style, v string) bool {
	t := *s
	t.italic, t.weight = false, 400
	for {
		word, rest, _ := strings.Cut(strings.TrimSpace(v), " ")
		switch {
		case word == "":
			return false
		case word == "italic" || word == "oblique":
			t.italic = true
		case word == "normal":
		case word == "small-caps":
			return false
		case !strings.HasSuffix(word, "x") && setWeight(p, &t, word):
		default:
			size, _, _ := strings.Cut(word, "/")
			ok := setFontSize(p, &t, size) && setFamily(p, &t, rest)
			if ok {
				*s = t
			}
			return ok
		}
		v = rest
	}
}

func setBaseline(_ *parser, s *style, v string) bool {
	switch v {
	case "auto", "alphabetic", "baseline", "inherit":
		s.baseline = ""
	case "middle", "central", "hanging", "text-before-edge", "text-top", "text-after-edge", "ideographic", "text-bottom", "mathematical", "before-edge", "after-edge":
		s.baseline = v
	default:
		return false
	}
	return true
}

func setMarkers(s *style, v string, places ...int) bool {
	id := ""
	if !setID(&id, v) {
		return false
	}
	for _, i := range places {
		s.markers[i] = id
	}
	return true
}
