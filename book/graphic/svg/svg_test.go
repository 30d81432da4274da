package svg

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"octavo/book/graphic/drawing"
	"octavo/book/internal/fuzzing"
	"octavo/book/internal/golden"
)

// Each file has the sections in.svg, drawing (what Parse makes of it, as Encode
// writes it), problems, clean.svg (from Sanitize) and dropped (its problems).
func TestGolden(t *testing.T) {
	golden.Test(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive) *txtar.Archive {
		return &txtar.Archive{Comment: a.Comment, Files: append(a.Files[:1:1], outputs(a.Files[0].Data)...)}
	})
}

func outputs(in []byte) []txtar.File {
	var files []txtar.File
	add := func(name, data string) {
		if data != "" {
			files = append(files, txtar.File{Name: name, Data: []byte(data)})
		}
	}
	d, problems, err := Parse(in, "")
	if err != nil {
		add("error", err.Error()+"\n")
		return files
	}
	add("drawing", string(Encode(d)))
	add("problems", lines(problems))
	clean, dropped, err := Sanitize(in, "", nil)
	if err != nil {
		add("error", err.Error()+"\n")
		return files
	}
	add("clean.svg", string(clean))
	add("dropped", lines(dropped))
	return files
}

func lines(list []Problem) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%d:%d: %s\n", p.Line, p.Col, p.Message)
	}
	return b.String()
}

func TestErrors(t *testing.T) {
	deep := strings.Repeat("<g>", 300) + strings.Repeat("</g>", 300)
	tests := []struct{ name, in, want string }{
		{"empty", "", "no <svg> element"},
		{"html", "<html></html>", "root element is <html>"},
		{"cut short", "<svg><g>", "the file is cut short"},
		{"not closed", "<svg><g></svg>", "closed by"},
		{"entity", `<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`, "invalid character entity"},
		{"latin-1", `<?xml version="1.0" encoding="ISO-8859-1"?><svg/>`, "not in UTF-8"},
		{"two roots", "<svg/><svg/>", "a second root element, svg"},
		{"deep", "<svg>" + deep + "</svg>", "nested more than"},
		{"many", "<svg>" + strings.Repeat("<g/>", maxElements) + "</svg>", "more than"},
		{"large", "<svg>" + strings.Repeat(" ", MaxBytes) + "</svg>", "larger than 8 MB"},
		{"zero", `<svg width="0" height="10"/>`, "is zero"},
		{"attributes", "<svg><g" + attributes(maxAttrs+1) + "/></svg>", "more than 200 attributes"},
		{"huge", `<svg width="1e9" height="10"/>`, "30,000 pixels"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, _, err := Parse([]byte(tt.in), ""); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Parse: error %v, want one with %q", err, tt.want)
			}
			if _, _, err := Sanitize([]byte(tt.in), "", nil); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Sanitize: error %v, want one with %q", err, tt.want)
			}
		})
	}
}

// attributes are n attributes.
func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " a%d=''", i)
	}
	return b.String()
}

func TestSize(t *testing.T) {
	tests := []struct {
		in   string
		w, h int
	}{
		{`<svg/>`, 300, 150},
		{`<svg width="640" height="440"/>`, 640, 440},
		{`<svg width="10cm" height="1in"/>`, 378, 96},
		{`<svg viewBox="0 0 200 100"/>`, 200, 100},
		{`<svg width="50" viewBox="0 0 200 100"/>`, 50, 25},
		{`<svg height="50" viewBox="0 0 200 100"/>`, 100, 50},
		{`<svg width="100%" height="100%" viewBox="0 0 20 10"/>`, 20, 10},
	}
	for _, tt := range tests {
		if w, h, err := Size([]byte(tt.in)); w != tt.w || h != tt.h || err != nil {
			t.Errorf("Size(%s) = %d, %d, %v; want %d, %d", tt.in, w, h, err, tt.w, tt.h)
		}
	}
}

// References that multiply are cut off, and do not take long.
func TestReferencesThatExplode(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<svg xmlns="` + nsSVG + `"><defs><rect id="a0" width="1" height="1"/>`)
	for i := range 40 {
		fmt.Fprintf(&b, `<g id="a%d">`, i+1)
		for range 10 {
			fmt.Fprintf(&b, `<use href="#a%d"/>`, i)
		}
		b.WriteString(`</g>`)
	}
	b.WriteString(`</defs><use href="#a5"/><use href="#a6"/><use href="#a40"/></svg>`)
	_, problems, err := Parse([]byte(b.String()), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) == 0 || !strings.Contains(lines(problems), "too large") {
		t.Errorf("problems are %v, want one that says the drawing is too large", problems)
	}
}

func TestReferenceToItself(t *testing.T) {
	in := `<svg xmlns="` + nsSVG + `"><g id="a"><use href="#a"/></g>
		<clipPath id="c"><use href="#c"/></clipPath><rect width="9" height="9" clip-path="url(#c)"/>
		<linearGradient id="g" href="#g"/><rect width="9" height="9" fill="url(#g)"/></svg>`
	if _, _, err := Parse([]byte(in), ""); err != nil {
		t.Fatal(err)
	}
}

func TestColors(t *testing.T) {
	for in, want := range map[string]string{
		"red": "#ff0000 65536", "#abc": "#aabbcc 65536", "#aabbcc80": "#aabbcc 32897", "#1234": "#112233 17476",
		"rgb(1, 2, 3)": "#010203 65536", "rgb(100% 0% 50% / 50%)": "#ff0080 32768", "rgba(300,-4,0,.25)": "#ff0000 16384",
		"rgb(60% 20% 80%)": "#9933cc 65536", "rgb(.4, 254.5, 255.6)": "#00ffff 65536", "hsl(0 100% 50%)": "#ff0000 65536",
		"hsl(60deg 100% 50%)": "#ffff00 65536", "hsl(-60 100% 50%)": "#ff00ff 65536", "hsl(540 50% 40%)": "#339999 65536",
		"hsl(30 100% 75%)": "#ffbf80 65536", "hsla(240, 200%, 50%, 1.5)": "#0000ff 65536", "hsl(210 0% 60%)": "#999999 65536",
		"hsl(120, 100%, 25%)": "#008000 65536", "hsl(0 0% 100%)": "#ffffff 65536", "transparent": "#000000 0",
		"RebeccaPurple": "#663399 65536",
	} {
		c, a, ok := parseColor(in)
		if got := fmt.Sprint(c.Hex(), " ", a); got != want || !ok {
			t.Errorf("parseColor(%q) = %s, %v; want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "#12", "#ggg", "#12345", "#1234567", "rgb(1,2)", "rgb(1,2,3,4,5)", "rgb(1,x,3)", "rgb(1,2,3,x)", "rgb(1,2,3px)", "hsl(x,1%,1%)",
		"hsl(1,2%)", "hsl(1rad,1%,1%)", "hsl(1,x,1%)", "hsl(1,1%,x)", "hsl(1,1%,1%,x)", "hsl(1,1%,1%,1,1)", "url(#a)", "no-such"} {
		if _, _, ok := parseColor(in); ok {
			t.Errorf("parseColor(%q) succeeds", in)
		}
	}
}

// The figures of the sample series are all within what is supported.
func TestSamplesHaveNoProblems(t *testing.T) {
	files, err := filepath.Glob("../../../chapters/images/*.svg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample figures: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, problems, err := Parse(data, "")
		if err != nil || len(problems) > 0 {
			t.Errorf("Parse(%s): %v\n%s", file, err, lines(problems))
		}
		_, problems, err = Sanitize(data, "", nil)
		if err != nil || len(problems) > 0 {
			t.Errorf("Sanitize(%s): %v\n%s", file, err, lines(problems))
		}
	}
}

func seeds(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(ar.Files[0].Data)
		}
	}
}

// What Encode writes is read back as the same drawing.
func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	seeds(f)
	f.Fuzz(func(t *testing.T, in []byte) {
		d, _, err := Parse(in, "")
		if err != nil || len(in) > 1<<16 {
			return
		}
		once := Encode(d)
		back, _, err := Parse(once, "")
		if err != nil {
			t.Fatalf("Encode writes what cannot be read: %v\n%s", err, once)
		}
		again := Encode(back)
		third, _, err := Parse(again, "")
		if err != nil {
			t.Fatalf("%v\n%s", err, again)
		}
		if final := Encode(third); !bytes.Equal(again, final) {
			t.Errorf("drawing changes when it is written and read:\n%s\n%s", again, final)
		}
	})
}

// A clean file is clean: Sanitize leaves it as it is and drops nothing, and
// nothing in it leads anywhere.
func FuzzSanitize(f *testing.F) {
	fuzzing.Begin(f)
	seeds(f)
	f.Fuzz(func(t *testing.T, in []byte) {
		out, _, err := Sanitize(in, "", nil)
		if err != nil {
			return
		}
		again, problems, err := Sanitize(out, "", nil)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if !bytes.Equal(out, again) {
			t.Errorf("a clean file changes:\n%s\n%s", out, again)
		}
		if len(problems) > 0 {
			t.Errorf("a clean file has problems: %v\n%s", problems, out)
		}
		checkHarmless(t, out)
	})
}

func checkHarmless(t *testing.T, out []byte) {
	root, err := readTree(out)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	var walk func(n *node)
	walk = func(n *node) {
		for _, a := range n.Attr {
			low := strings.ToLower(a.Value)
			switch {
			case strings.HasPrefix(a.Name, "on"):
				t.Errorf("event handler %s", a.Name)
			case a.Name == "href" && !strings.HasPrefix(a.Value, "#"):
				t.Errorf("reference %q", a.Value)
			case strings.Contains(strings.ReplaceAll(low, "url(#", ""), "url("):
				t.Errorf("reference %q", a.Value)
			case a.Name == "id" && ids[a.Value]:
				t.Errorf("id %q is there twice", a.Value)
			}
			if a.Name == "id" {
				ids[a.Value] = true
			}
		}
		if n.Name == "script" || n.Name == "foreignObject" || n.Name == "image" {
			t.Errorf("element <%s>", n.Name)
		}
		for _, c := range n.Kids {
			walk(c)
		}
	}
	walk(root)
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("../../../chapters/images/strait-map.svg")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Parse(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStyles parses a drawing of 100 kB with a style sheet and style attributes.
func BenchmarkStyles(b *testing.B) {
	var data bytes.Buffer
	data.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><style>`)
	for i := range 60 {
		fmt.Fprintf(&data, ".c%d, g > .d%[1]d { fill: #%03[1]x; stroke: rgb(%[1]d, 2, 3); stroke-width: 1.5px } /* %[1]d */\n", i)
	}
	data.WriteString("</style>")
	for i := 0; data.Len() < 100_000; i++ {
		fmt.Fprintf(&data, `<g class="c%d"><rect class="d%[1]d" style="fill: none; stroke-dasharray: 1 2; opacity: .5" x="%d" width="9" height="9"/></g>`, i%60, i)
	}
	data.WriteString("</svg>")
	b.SetBytes(int64(data.Len()))
	for b.Loop() {
		if _, _, err := Parse(data.Bytes(), ""); err != nil {
			b.Fatal(err)
		}
	}
}

// TestAttributeTwice has what encoding/xml accepts and XML does not.
func TestAttributeTwice(t *testing.T) {
	data := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="5" width="6" height="5"/></svg>`)
	out, _, err := Sanitize(data, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(out), ` width="6"`) + strings.Count(string(out), ` width="5"`); got != 1 || strings.Contains(string(out), `"6"`) {
		t.Errorf("%d widths in %s", got, out)
	}
}

// TestBaselines moves a text of 200 so that the line that it names lies on its y, by the measures
// of an ordinary typeface.
func TestBaselines(t *testing.T) {
	for names, want := range map[string]int{
		"alphabetic auto baseline no-such": 0, "middle": 50, "central mathematical": 70, "hanging": 144,
		"text-before-edge text-top before-edge": 180, "text-after-edge ideographic text-bottom after-edge": -44,
	} {
		for name := range strings.FieldsSeq(names) {
			if got := baselineShift(name, drawing.Int(200)); got != drawing.Int(want) {
				t.Errorf("%s: %s, want %d", name, got.Decimal(2), want)
			}
		}
	}
}

// TestSelectors has selectors, and what they weigh and select in <g class="a b"><g id="i"><rect
// class="c"/></g></g>.
func TestSelectors(t *testing.T) {
	root, err := readTree([]byte(`<svg><g class="a b"><g id="i"><rect class="c"/></g></g></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	rect := root.Kids[0].Kids[0].Kids[0]
	for sel, want := range map[string]string{
		"rect": "1 true 1", "*": "0 true 1", "circle": "1 false 1", ".c": "100 true 1", "rect.c": "101 true 1", ".a": "100 false 1",
		"g rect": "2 true 1", "g > rect": "2 true 1", "g>rect": "2 true 1", "#i > rect": "10001 true 1", "#j rect": "10001 false 4",
		".b.a rect": "201 true 2", ".a > rect": "101 false 2", ".a.c rect": "201 false 4", "svg > g > #i > .c": "10102 true 1", "svg > #i rect": "10002 false 2",
	} {
		r, ok := parseSelector(sel)
		steps := 0
		if got := fmt.Sprint(r.specificity, r.matches(rect, &steps), steps); got != want || !ok {
			t.Errorf("%s: %s, %v; want %s", sel, got, ok, want)
		}
	}
}

// TestForeignAttributes has the name spaces of attributes.
func TestForeignAttributes(t *testing.T) {
	root, err := readTree([]byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" xmlns:x="urn:x"
		a="1" s:b="2" l:c="3" xlink:d="4" xml:e="5" x:f="6" f="7" z:g="8"/>`))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(root.Attr), "[{ a 1} { b 2} {xlink c 3} {xlink d 4} {xml e 5} {? f 6} { f 7} {? g 8}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := root.Get("f"); got != "7" {
		t.Errorf("f is %q", got)
	}
}
