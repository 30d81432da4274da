package look

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"octavo/assets"
	"octavo/book/internal/golden"
	"octavo/book/typeset/theme"
)

// parsed returns the theme of a theme.yaml.
func parsed(t *testing.T, text string) *theme.Theme {
	t.Helper()
	th, list := theme.Parse("theme.yaml", []byte(text))
	if len(list) > 0 {
		t.Fatal(list)
	}
	return th
}

// TestBoth changes a key of theme.yaml, and wants the change in what both editions are
// made of: the styles of paper, and the sheet of the EPUB.
func TestBoth(t *testing.T) {
	press := string(Sheet(parsed(t, "extends: press\n"), true))
	style := func(name theme.StyleName) func(*theme.Theme) any {
		return func(th *theme.Theme) any { return *th.Style(name) }
	}
	for _, tt := range []struct {
		key   string
		paper func(*theme.Theme) any
		sheet string // what the sheet has
	}{
		{`colors: {accent: "#1d5c3f"}`, style(theme.Kicker), "p.kicker, aside.editors-note p.label, p.block-label, .pullquote, p.series, p.part-label, li.contents-part > a { color: #1d5c3f; }"},
		{`colors: {accent: "#1d5c3f"}`, func(th *theme.Theme) any { return th.Colors }, "div.bios::before, hr.break, .admonition, [dir=\"rtl\"] .admonition, .pullquote { border-color: #1d5c3f; }"},
		{"styles: {title: {color: accent}}", style(theme.Title), "p.kicker, h1.title, "},
		{"styles: {title: {size: 42pt}}", style(theme.Title), "font-size: 4em; text-align: left;"},
		{"styles: {title: {align: center}}", style(theme.Title), "h1.title { font-weight: bold; line-height: 1.12; font-size: 1.75em; text-align: center;"},
		{"styles: {title: {weight: 400, family: sans}}", style(theme.Title), "h1.title { font-family: \"%sans%\", %fallback%sans-serif; line-height: 1.12;"},
		{"styles: {byline: {italic: true}}", style(theme.Byline), "font-weight: bold; font-style: italic; font-size: 0.9em;"},
		{"styles: {dateline: {small-caps: true}}", style(theme.Dateline), "font-variant: small-caps; font-size: 0.78em;"},
		{"styles: {term: {caps: true}}", style(theme.Term), "p.imprint-label { font-weight: bold; text-transform: uppercase; }"},
		{"styles: {kicker: {tracking: 200}}", style(theme.Kicker), "letter-spacing: 0.2em;"},
		{"styles: {kicker: {after: 2em}}", style(theme.Kicker), "margin: 0 0 2em; }"},
		{"styles: {quote: {left: 3em}}", style(theme.Quote), "blockquote { font-size: 0.96em; margin: 1.1em 1.5em 1.1em 3em; }"},
		{"styles: {paragraph: {align: left}}", style(theme.Paragraph), "\np { text-align: left; text-align: start; }\n"},
		{"styles: {paragraph: {indent: 2em}}", style(theme.Paragraph), "p { text-indent: 2em; }"},
		{"styles: {paragraph: {old-style: false}}", style(theme.Paragraph), ""},
		{"break-ornament: '* * *'", func(th *theme.Theme) any { return th.Ornament }, `hr.break::before { content: "* * *";`},
		{"emphasis-marks: sesame", func(th *theme.Theme) any { return th.Marks }, "text-emphasis-style: filled sesame;"},
		{"emphasis-marks: circle", func(th *theme.Theme) any { return th.Marks }, "text-emphasis-style: open circle;"},
		{"emphasis-marks: none", func(th *theme.Theme) any { return th.Marks }, ""},
		{"opening: {rule: 6pt}", func(th *theme.Theme) any { return th.Opening }, "border-top: 6px solid;"},
		{"opening: {rule-width: 60pt}", func(th *theme.Theme) any { return th.Opening }, "width: 5.71em;"},
		{"opening: {rule-align: center}", func(th *theme.Theme) any { return th.Opening }, "margin: 0 auto 0.6em;"},
		{"opening: {rule-align: center}", func(th *theme.Theme) any { return th.Opening }, "table { margin: 0 auto; }"},
		{"styles: {figure: {align: center}}", style(theme.Figure), "figure { text-align: center; align-items: center; }"},
		{"opening: {end-rule: 3pt}", func(th *theme.Theme) any { return th.Opening }, "div.bios::before { content: \"\"; display: block; width: 2.4em; border-top: 3px solid;"},
		{"opening: {lead-in: drop-cap}", func(th *theme.Theme) any { return th.Opening }, "::first-letter { float: left;"},
		{"blocks: {box: rules}", func(th *theme.Theme) any { return th.Blocks }, ".box { border-top: 2px solid; border-bottom: 2px solid; padding: 0.6em 0; }"},
		{"blocks: {rule: 4pt}", func(th *theme.Theme) any { return th.Blocks }, ".admonition { border-left: 4px solid; padding-left: 0.9em; }"},
		{"styles: {verse: {left: 3em, reflow: {left: 3em}}}", style(theme.Verse), "margin: 1.2em 0 1.2em 3em; }"},
		{"fonts: {serif: EB Garamond}", func(th *theme.Theme) any { return th.Fonts }, ""}, // named when the edition is made
	} {
		t.Run(tt.key, func(t *testing.T) {
			th := parsed(t, "extends: press\n"+tt.key+"\n")
			if tt.paper(th) == tt.paper(parsed(t, "")) {
				t.Error("paper stays as it was")
			}
			if sheet := string(Sheet(th, true)); !strings.Contains(sheet, tt.sheet) || tt.sheet != "" && strings.Contains(press, tt.sheet) {
				t.Errorf("the sheet does not come to have %q:\n%s", tt.sheet, sheet[strings.Index(sheet, "/* The look"):])
			}
		})
	}
}

// TestReflow: what a theme says apart of the EPUB leaves paper as it is, and the other way
// around, a style that is like another has the other's.
func TestReflow(t *testing.T) {
	th := parsed(t, "styles: {title: {size: 30pt, reflow: {size: 1.5em}}}\n")
	sheet := string(Sheet(th, true))
	if got := th.Style(theme.Title).Size.String(); got != "30pt" || !strings.Contains(sheet, "h1.title { font-weight: bold; line-height: 1.12; font-size: 1.5em;") {
		t.Errorf("titles of %s on paper:\n%s", got, sheet)
	}
	if got, was := th.Reflow().Style(theme.PartLabel).Tint, theme.Accent; got != was {
		t.Errorf("the labels of parts, like kickers, have the colour %q", got)
	}
}

// TestAllDressed: each style is seen in an EPUB, or there is a reason.
func TestAllDressed(t *testing.T) {
	own := []theme.StyleName{theme.Paragraph, theme.Break} // which have functions
	for _, name := range theme.StyleNames {
		dressed := slices.Contains(own, name) || slices.ContainsFunc(dresses, func(d dress) bool { return d.style == name })
		if _, not := unseen[name]; dressed == not {
			t.Errorf("%s: dressed %v, with a reason not to be %v", name, dressed, not)
		}
	}
}

// TestSheet: equal themes give equal bytes, and a sheet that shows in any mode: no ground,
// and no colour but the accent's.
func TestSheet(t *testing.T) {
	for _, name := range theme.Names() {
		a, _ := theme.Builtin(name)
		b, _ := theme.Builtin(name)
		sheet := Sheet(a, true)
		if !bytes.Equal(sheet, Sheet(b, true)) {
			t.Errorf("%s: two sheets", name)
		}
		if plain := string(Sheet(a, false)); strings.Contains(plain, "#9b1b30") || strings.Contains(plain, "currentcolor") {
			t.Errorf("%s: a colour where there is to be none", name)
		}
		if tinted := bytes.Contains(sheet, []byte("prefers-color-scheme: dark")); tinted != (name == "press") {
			t.Errorf("%s: has an accent: %v", name, tinted)
		}
	}
	own := "styles: {title: {color: \"#0a0a50\"}}\n"
	if strings.Contains(string(Sheet(parsed(t, own), true)), "#0a0a50") {
		t.Error("the ink of paper is in the sheet")
	}
}

func TestQuoted(t *testing.T) {
	if got, want := quoted("\"%\\❦ a\n"), `"\000022\000025\00005c\002766 a\00000a"`; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

// TestSheets states the whole sheet of each theme, and of one that changes most of it: the
// rules that all share, and those that are made of the theme.
func TestSheets(t *testing.T) {
	made := func(th *theme.Theme) []byte {
		rules, ok := bytes.CutPrefix(Sheet(th, true), assets.EPUBSheet)
		if !ok {
			t.Error("the sheet does not begin with the rules of all themes")
		}
		return rules
	}
	for _, name := range theme.Names() {
		th, _ := theme.Builtin(name)
		golden.File(t, filepath.Join("testdata", name+".css"), made(th))
	}
	own := parsed(t, `extends: press
colors: {accent: "#1d5c3f"}
opening: {lead-in: drop-cap, rule-align: center, end-rule: 0pt}
blocks: {admonition: rules, box: bar, pull-quote: tint}
break-ornament: "* * *"
emphasis-marks: sesame
styles:
  paragraph: {align: left, hyphenate: false}
  title: {align: center, caps: true, tracking: 40}
  quote: {italic: true, left: 2em}
  caption: {small-caps: true}
`)
	golden.File(t, filepath.Join("testdata", "own.css"), made(own))
}

// TestAxis: the theme alone says where figures stand, and pictures within a link stand there.
func TestAxis(t *testing.T) {
	for _, name := range theme.Names() {
		th, _ := theme.Builtin(name)
		sheet := string(Sheet(th, true))
		var axes []string
		for line := range strings.Lines(sheet) {
			if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "figure {"); ok && strings.Contains(rest, "align-items") {
				axes = append(axes, rest)
			}
		}
		if len(axes) != 1 || !strings.Contains(axes[0], "align-items: flex-start;") {
			t.Errorf("%s: figures stand by %q", name, axes)
		}
		if !strings.Contains(sheet, "figure > a { display: flex; flex: 0 1 auto; flex-direction: column; align-items: inherit;") {
			t.Errorf("%s: pictures within links do not stand where the others do", name)
		}
	}
}
