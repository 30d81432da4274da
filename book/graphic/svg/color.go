package svg

import (
	"strconv"
	"strings"

	"octavo/book/graphic/drawing"
)

// parseColor reads a CSS colour with its opacity. It knows names, hexadecimal
// forms, rgb(), rgba(), hsl() and hsla(), and "transparent".
func parseColor(s string) (drawing.Color, drawing.Alpha, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if c, ok := colorNames[s]; ok {
		return drawing.Color{R: uint8(c >> 16), G: uint8(c >> 8), B: uint8(c)}, drawing.Opaque, true
	}
	if s == "transparent" {
		return drawing.Color{}, 0, true
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		return parseHex(hex)
	}
	name, args, ok := cutCall(s)
	if !ok {
		return drawing.Color{}, 0, false
	}
	switch name {
	case "rgb", "rgba":
		return parseRGB(args)
	case "hsl", "hsla":
		return parseHSL(args)
	}
	return drawing.Color{}, 0, false
}

// cutCall splits "rgb(1, 2 3)" into its name and arguments.
func cutCall(s string) (name string, args []string, ok bool) {
	name, rest, ok := strings.Cut(s, "(")
	if !ok || !strings.HasSuffix(rest, ")") {
		return "", nil, false
	}
	args = strings.FieldsFunc(rest[:len(rest)-1], func(r rune) bool {
		return r == ',' || r == '/' || r == ' ' || r == '\t' || r == '\n'
	})
	return name, args, true
}

func parseHex(h string) (drawing.Color, drawing.Alpha, bool) {
	v, err := strconv.ParseUint(h, 16, 32)
	if err != nil {
		return drawing.Color{}, 0, false
	}
	wide := func(shift uint) uint8 { return uint8(v>>shift&15) * 17 }
	byteAt := func(shift uint) uint8 { return uint8(v >> shift) }
	switch len(h) {
	case 3:
		return drawing.Color{R: wide(8), G: wide(4), B: wide(0)}, drawing.Opaque, true
	case 4:
		return drawing.Color{R: wide(12), G: wide(8), B: wide(4)}, alphaOf(wide(0)), true
	case 6:
		return drawing.Color{R: byteAt(16), G: byteAt(8), B: byteAt(0)}, drawing.Opaque, true
	case 8:
		return drawing.Color{R: byteAt(24), G: byteAt(16), B: byteAt(8)}, alphaOf(byteAt(0)), true
	}
	return drawing.Color{}, 0, false
}

func alphaOf(v uint8) drawing.Alpha {
	return drawing.Alpha((uint32(v)*uint32(drawing.Opaque) + 127) / 255)
}

func parseRGB(args []string) (drawing.Color, drawing.Alpha, bool) {
	if len(args) != 3 && len(args) != 4 {
		return drawing.Color{}, 0, false
	}
	var v [3]uint8
	for i := range v {
		f, ok := parseShare(args[i], 255)
		if !ok {
			return drawing.Color{}, 0, false
		}
		v[i] = uint8(min(f.Round(), 255))
	}
	a, ok := parseAlphaArg(args)
	return drawing.Color{R: v[0], G: v[1], B: v[2]}, a, ok
}

func parseAlphaArg(args []string) (drawing.Alpha, bool) {
	if len(args) < 4 {
		return drawing.Opaque, true
	}
	return parseAlpha(args[3])
}

// parseAlpha reads an opacity, a number or a percentage, cut to 0 to 1.
func parseAlpha(s string) (drawing.Alpha, bool) {
	f, ok := parseShare(s, 1)
	return drawing.Alpha(min(f, drawing.One)), ok
}

// parseShare reads a number, or a percentage of whole, that is not negative.
func parseShare(s string, whole int) (drawing.Fixed, bool) {
	s = strings.TrimSpace(s)
	f, n := drawing.ParseFixed(s)
	if n == 0 {
		return 0, false
	}
	if s[n:] == "%" {
		f = f.Scale(drawing.Int(whole), drawing.Int(100))
	} else if s[n:] != "" {
		return 0, false
	}
	return max(f, 0), true
}

func parseHSL(args []string) (drawing.Color, drawing.Alpha, bool) {
	if len(args) != 3 && len(args) != 4 {
		return drawing.Color{}, 0, false
	}
	hue, n := drawing.ParseFixed(args[0])
	if unit := args[0][n:]; n == 0 || unit != "" && unit != "deg" {
		return drawing.Color{}, 0, false
	}
	sat, ok1 := parseShare(args[1], 1)
	light, ok2 := parseShare(args[2], 1)
	a, ok3 := parseAlphaArg(args)
	c := hsl(hue, min(sat, drawing.One), min(light, drawing.One))
	return c, a, ok1 && ok2 && ok3
}

// hsl is the conversion of CSS Color 4, section 7.1.
func hsl(hue, sat, light drawing.Fixed) drawing.Color {
	hue %= drawing.Int(360)
	if hue < 0 {
		hue += drawing.Int(360)
	}
	a := sat.Mul(min(light, drawing.One-light))
	channel := func(n int) uint8 {
		k := (drawing.Int(n) + hue/30) % drawing.Int(12)
		dip := max(-drawing.One, min(k-drawing.Int(3), drawing.Int(9)-k, drawing.One))
		return uint8((light - a.Mul(dip)).Mul(drawing.Int(255)).Round())
	}
	return drawing.Color{R: channel(0), G: channel(8), B: channel(4)}
}
