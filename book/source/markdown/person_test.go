package markdown

import "testing"

// TestORCID reads the numbers of the register of researchers, as they are written there,
// and finds slips of the hand.
func TestORCID(t *testing.T) {
	for s, want := range map[string]string{
		"0000-0002-1825-0097":                   "https://orcid.org/0000-0002-1825-0097",
		"https://orcid.org/0000-0002-1694-233X": "https://orcid.org/0000-0002-1694-233X",
		" 000000021694233x ":                    "https://orcid.org/0000-0002-1694-233X",
		"orcid.org/0000-0001-5109-3700":         "https://orcid.org/0000-0001-5109-3700",
		"0000-0002-1825-0079":                   "", // two figures exchanged
		"0000-0002-1825-0098":                   "",
		"0000-0002-1825":                        "",
		"0000-0002-182X-0097":                   "",
		"":                                      "",
	} {
		if got, ok := orcid(s); got != want || ok != (want != "") {
			t.Errorf("orcid(%q) = %q, %t, want %q", s, got, ok, want)
		}
	}
}
