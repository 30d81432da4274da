package shape

import (
	"os"
	"testing"
)

// FuzzFontFile sets text in a font of any bytes. Whatever the font is, the
// promises about text hold.
func FuzzFontFile(f *testing.F) {
	otf, err := os.ReadFile("../sfnt/testdata/garamond.otf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(otf, "office AV")
	f.Add(otf[:len(otf)/2], "é")
	f.Add(Builtin().Stack(Mono, 400, false).Face().Data(), "0e\u0301")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		if len(text) > 200 {
			return
		}
		lib, err := NewLibrary([]File{{Family: "Own", Weight: 400, Data: func() ([]byte, error) { return data, nil }}})
		if err != nil {
			t.Fatal(err)
		}
		stack := lib.Stack("Own", 400, false)
		checkRuns(t, text, stack.Shape(text, Options{SmallCaps: true, Fractions: true}))
		stack.Covers('x', "")
		stack.Face().Metrics()
	})
}
