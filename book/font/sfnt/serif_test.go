package sfnt

import "testing"

// TestSerif tells faces with serifs from those without: by the class of the family, which OpenType
// gives in the high byte of sFamilyClass, and else by PANOSE.
func TestSerif(t *testing.T) {
	for _, tt := range []struct {
		name          string
		class, sub    byte
		family, style byte // of PANOSE
		want          bool
	}{
		{"old style", 1, 0, 0, 0, true}, {"slab", 5, 8, 0, 0, true}, {"reserved", 6, 0, 0, 0, false}, {"freeform", 7, 0, 0, 0, true},
		{"sans serif", 8, 5, 2, 2, false}, {"script", 10, 3, 0, 0, false}, {"no class, with a subclass", 0, 4, 0, 0, false},
		{"PANOSE of text, cove", 0, 0, 2, 2, true}, {"PANOSE of text, triangle", 0, 0, 2, 10, true}, {"PANOSE of text, normal sans", 0, 0, 2, 11, false},
		{"PANOSE of text, any", 0, 0, 2, 0, false}, {"PANOSE of handwriting", 0, 0, 3, 2, false},
	} {
		os2 := make([]byte, 96)
		os2[30], os2[31], os2[32], os2[33] = tt.class, tt.sub, tt.family, tt.style
		if got := serif(os2); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
