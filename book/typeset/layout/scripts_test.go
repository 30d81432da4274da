package layout

import (
	"testing"

	"octavo/book/typeset/document"
)

// TestStress sets stressed Hangul, which has no italics, in bold.
func TestStress(t *testing.T) {
	doc, _ := set(t, volume(parse(t, "a.md", "---\ntitle: A\n---\n\n한국 *항구 port* 배\n")), Options{})
	weights := map[string]int{}
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			if tx, ok := it.(*document.Text); ok {
				for _, w := range tx.Words {
					weights[w.Run.Text] = w.Run.Face.Weight()
				}
			}
		}
	}
	if weights["항"] != 700 || weights["port"] != 400 || weights["배"] != 400 {
		t.Errorf("the weights are %v", weights)
	}
}
