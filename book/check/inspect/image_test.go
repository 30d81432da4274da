package inspect

import (
	"bytes"
	"testing"

	"octavo/book/internal/smallepub"
)

// TestMeasuresOfDrawings takes the measures of an SVG from its width and height in pixels, and from
// its view box when they are not given so.
func TestMeasuresOfDrawings(t *testing.T) {
	for attrs, want := range map[string][2]int{
		`width="4000" height="30"`:                       {4000, 30},
		`width="40.9px" height="30px" viewBox="0 0 7 8"`: {40, 30},
		`width="10cm" height="30" viewBox="0 0 700 80"`:  {700, 80},
		`width="100%" height="100%" viewBox="0,0,70,8"`:  {70, 8},
		`width="400" viewBox="0 0 70 8"`:                 {70, 8},
		`height="400" viewBox="-5 -5 70 8"`:              {70, 8},
		``:                                               {0, 0},
		`width="99999999999999999999" height="1"`:        {0, 1},
		`width="-4" height="1"`:                          {0, 1},
		`width="0" height="9" viewBox="0 0 70 80"`:       {70, 80},
	} {
		b := smallepub.New(t).Set("EPUB/plan.svg", `<svg xmlns="http://www.w3.org/2000/svg" `+attrs+`/>`)
		b.Replace(opf, `<item id="tide"`, `<item id="plan" href="plan.svg" media-type="image/svg+xml"/><item id="tide"`)
		data := b.Bytes()
		p, _ := ReadEPUB("book.epub", bytes.NewReader(data), int64(len(data)))
		im := p.Item("EPUB/plan.svg").Image
		if im == nil || im.Format != "svg" || im.Width > 1<<30 || [2]int{im.Width, im.Height} != want {
			t.Errorf("%s: %+v, want %v", attrs, im, want)
		}
	}
}
