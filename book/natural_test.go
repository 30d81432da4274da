package book

import "testing"

func TestCutDay(t *testing.T) {
	for name, want := range map[string][2]string{
		"2024-05-01-tides":     {"2024-05-01", "tides"},
		"2024-05-01-tides.md":  {"2024-05-01", "tides.md"},
		"2024-05-01-":          {"", "2024-05-01-"},
		"2024-05-01_tides":     {"", "2024-05-01_tides"},
		"2024-5-01-tides":      {"", "2024-5-01-tides"},
		"+024-05-01-tides":     {"", "+024-05-01-tides"},
		"20240501-tides-of-it": {"", "20240501-tides-of-it"},
		"tides":                {"", "tides"},
		"":                     {"", ""},
	} {
		if day, rest := CutDay(name); day != want[0] || rest != want[1] {
			t.Errorf("CutDay(%q) = %q, %q", name, day, rest)
		}
	}
}
