package validator

import (
	"strings"
	"testing"
)

func TestOffPages(t *testing.T) {
	const page = `<page width="100.000000" height="200.000000">` + "\n"
	for box, off := range map[string]bool{
		`xMin="10.0" yMin="10.0" xMax="20.0" yMax="20.0"`:     false,
		`xMin="-0.5" yMin="10.0" xMax="100.5" yMax="20.0"`:    false,
		`xMin="-5.0" yMin="10.0" xMax="20.0" yMax="20.0"`:     true,
		`xMin="10.0" yMin="-5.0" xMax="20.0" yMax="20.0"`:     true,
		`xMin="10.0" yMin="10.0" xMax="105.0" yMax="20.0"`:    true,
		`xMin="10.0" yMin="190.0" xMax="20.0" yMax="205.000"`: true,
	} {
		words, faults := offPages(page + "</page>\n" + page + "  <word " + box + ">ship</word>\n</page>\n")
		if words != 1 || (len(faults) > 0) != off {
			t.Errorf("%s: %d words, %v", box, words, faults)
		}
		if off && !strings.HasPrefix(faults[0], "page 2 of 100 by 200 points: \"ship\"") {
			t.Error(faults[0])
		}
	}
}
