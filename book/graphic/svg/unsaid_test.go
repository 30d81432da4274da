package svg

import (
	"fmt"
	"strings"
	"testing"
)

// TestUnsaid names the words that HTML in a drawing would have said.
func TestUnsaid(t *testing.T) {
	object := func(words string) string {
		return `<foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml"><b>` + words + `</b></div></foreignObject>`
	}
	var many strings.Builder
	for i := range 2 * maxLabels {
		many.WriteString(object(fmt.Sprint("Quay ", i)))
	}
	const more = "; Mermaid writes them as text with htmlLabels: false"
	for _, c := range []struct{ name, body, want string }{
		{"one", object("Sail\n out"), `<foreignObject> is not drawn, with the words "Sail out"` + more},
		{"two, one of them twice", object("Ebb") + object("Flood") + object("Ebb"), `<foreignObject> is not drawn, with the words "Ebb", "Flood"` + more},
		{"in pieces", object("Sail<i>out</i>now"), `<foreignObject> is not drawn, with the words "Sail out now"` + more},
		{"none", object(" "), "<foreignObject> is not supported and is not drawn"},
		{"many", many.String(), `"Quay 7" and more` + more},
		{"said otherwise", "<switch>" + object("Ebb") + `<text x="1" y="9">Ebb</text></switch>`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			src := []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">` + c.body + "</svg>")
			_, drawn, err := Parse(src, "")
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, p := range drawn {
				got += p.Message
			}
			if !strings.HasSuffix(got, c.want) || c.want == "" && got != "" {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if _, kept, err := Sanitize(src, "", nil); err != nil || c.want == "" && len(kept) > 0 {
				t.Error(kept, err)
			}
		})
	}
}
