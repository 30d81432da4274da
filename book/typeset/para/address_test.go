package para

import "testing"

// TestIsAddress tells addresses, paths, options and names of files from words.
func TestIsAddress(t *testing.T) {
	for s, want := range map[string]bool{
		"https://a.example/b": true, "(www.a.example)": true, "doi:10.1000/x-y": true, "10.1000/x-y": true,
		"ann.lee@mail.example.org": true, "@ferry": false, "a@b": false,
		`C:\Users\tide-tables`: true, `\\host\share-x`: true, "/usr/share/tide-tables": true, "~/tide-tables": true, "../a-b": true,
		"--no-cover": true, "--": false, "---": false, "example.org/tide-tables": true, "tide-tables.csv,": true, "tide_tables.csv": true,
		"and/or": false, "/or": false, "well-known.": false, "e.g.-like": false, "half-way": false, "1.5": false, "": false, "10.5": false,
	} {
		if got := isAddress(s); got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}
