package svg

import (
	"strings"
	"testing"

	"octavo/book/graphic/drawing"
)

// onePixel is a red PNG of one pixel as an address.
const onePixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"

// TestWithin has drawings with masks, patterns, blends and pictures as they are drawn.
func TestWithin(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"mask", `<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><rect width="10" height="20" mask="url(#m)"/>`,
			`<mask id="d1" maskUnits="userSpaceOnUse"` + everywhere},
		{"region of a mask", `<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><rect width="10" height="20" mask="url(#m)"/>`,
			`<path d="M-0.999908 -1.999817L11.000061 `},
		{"mask in units of the object", `<mask id="m" maskContentUnits="objectBoundingBox"><rect width=".5" height="1" fill="#fff"/></mask><rect x="4" width="10" height="20" mask="url(#m)"/>`,
			`transform="matrix(10 0 0 20 4 0)"`},
		{"pattern", `<pattern id="p" x="1" width="4" height="5" patternUnits="userSpaceOnUse" patternTransform="scale(2)"><rect x="1" width="2" height="5" fill="red"/></pattern><rect width="10" height="20" fill="url(#p)"/>`,
			`<pattern id="d1" patternUnits="userSpaceOnUse" width="4" height="5" patternTransform="matrix(2 0 0 2 2 0)">`},
		{"pattern in parts of the object", `<pattern id="p" width=".5" height=".25"><path d="M0 0H2" stroke="red"/></pattern><rect width="10" height="20" fill="url(#p)"/>`,
			`width="5" height="5"`},
		{"pattern of another", `<pattern id="q"><path d="M0 0H2" stroke="red"/></pattern><pattern id="p" href="#q" width=".5" height=".25"/><rect width="10" height="20" fill="url(#p)"/>`,
			`<path d="M0 0L2 0"`},
		{"pattern instead of which", `<rect width="10" height="20" fill="url(#none) #123456"/>`, `fill="#123456"`},
		{"text along a path", `<path id="c" d="M0 50H80" transform="translate(1 2)" fill="none"/><text>a<textPath href="#c" startOffset="50%">bend</textPath></text>`,
			`<defs><path id="d1" d="M1 52L81 52"/></defs>
<text xml:space="preserve" x="40" y="0"><textPath href="#d1" startOffset="40">`},
		{"blend", `<g style="mix-blend-mode: multiply"><rect width="9" height="9"/></g>`, `<g mix-blend-mode="multiply">`},
		{"clip in units of the object", `<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height=".5"/></clipPath><rect width="10" height="20" clip-path="url(#c)"/>`,
			`<path d="M0 0L5 0L5 10L0 10Z"/></clipPath>`},
		{"picture", `<image x="2" width="10" height="20" preserveAspectRatio="none" href="` + onePixel + `"/>`,
			`<image width="1" height="1" preserveAspectRatio="none" transform="matrix(10 0 0 20 2 0)" href="data:image/png;base64,`},
		{"picture that keeps its form", `<image width="10" height="20" href="` + onePixel + `"/>`, `transform="matrix(10 0 0 10 0 5)"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">` + tt.body + `</svg>`)
			d, problems, err := Parse(in, "")
			if err != nil || len(problems) > 0 && !strings.Contains(tt.body, "#none") {
				t.Fatal(err, problems)
			}
			once := Encode(d)
			if !strings.Contains(string(once), tt.want) {
				t.Errorf("drawn is\n%s\nwant %s", once, tt.want)
			}
			again, _, err := Parse(once, "")
			if err != nil {
				t.Fatal(err)
			}
			if twice := Encode(again); string(twice) != string(once) {
				t.Errorf("read again it is\n%s\nnot\n%s", twice, once)
			}
			kept, problems, err := Sanitize(in, "", nil)
			if err != nil || len(problems) > 0 || strings.Contains(tt.body, "data:") && !strings.Contains(string(kept), onePixel) {
				t.Errorf("kept is %v %v\n%s", err, problems, kept)
			}
		})
	}
}

// TestCircles has masks and patterns that hold themselves, or each other many times.
func TestCircles(t *testing.T) {
	var deep strings.Builder
	for i := range 30 {
		deep.WriteString(`<pattern id="p` + string(rune('A'+i)) + `" width="1" height="1"><rect width="2" height="2" fill="url(#p` + string(rune('B'+i)) + `)"/><rect width="2" height="2" fill="url(#p` + string(rune('B'+i)) + `)"/></pattern>`)
	}
	for _, body := range []string{
		`<mask id="m"><rect width="9" height="9" mask="url(#m)"/></mask><rect width="9" height="9" mask="url(#m)"/>`,
		`<pattern id="p" href="#p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>`,
		deep.String() + `<rect width="9" height="9" fill="url(#pA)"/>`,
	} {
		d, _, err := Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">`+body+`</svg>`), "")
		if err != nil {
			t.Fatal(err)
		}
		if n := boundsWithin(d.Items, drawing.Identity); n.w > drawing.Int(20) {
			t.Errorf("the box is %v", n)
		}
	}
}
