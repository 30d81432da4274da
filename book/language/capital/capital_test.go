package capital

import (
	"strings"
	"testing"
)

func TestUpper(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "a fine day", "A FINE DAY"},
		{"tr", "ırmak gibi", "IRMAK GİBİ"},
		{"az-Latn-AZ", "ilıq", "İLIQ"},
		{"tt", "ilıq", "İLIQ"},
		{"kk-Latn", "qazaq tili", "QAZAQ TİLİ"},
		{"de", "Straßen und Größe", "STRAẞEN UND GRÖẞE"},
		{"lt", "mi\u0307\u0301na", "MÍNA"},
		{"nl", "ijs", "IJS"},
		{"hy", "և", "ԵՎ"},
		{"el", "Άνθρωπος", "ΑΝΘΡΩΠΟΣ"},
		{"el", "μαΐου αϊτός", "ΜΑΪΟΥ ΑΪΤΟΣ"},
		{"el", "μάιος", "ΜΑΪΟΣ"},
		{"el", "καινούριος, αύριο", "ΚΑΙΝΟΥΡΙΟΣ, ΑΥΡΙΟ"},
		{"el", "ναι ή όχι", "ΝΑΙ Ή ΟΧΙ"},
		{"grc", "μῆνιν ἄειδε ᾠδή", "ΜΗΝΙΝ ΑΕΙΔΕ ΩΙΔΗ"},
		{"en", "the word λόγος", "THE WORD ΛΟΓΟΣ"},
	} {
		if got := Upper(tt.text, tt.lang); got != tt.want && got != decomposed(tt.want) {
			t.Errorf("%s in %s: %s, want %s", tt.text, tt.lang, got, tt.want)
		}
	}
}

// decomposed spells the accented capital of the test of Lithuanian in two characters.
func decomposed(s string) string { return strings.ReplaceAll(s, "Í", "I\u0301") }
