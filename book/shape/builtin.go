package shape

import "octavo/assets"

// The built-in families.
const (
	Serif   = "Source Serif 4"
	Sans    = "Source Sans 3"
	Mono    = "Source Code Pro"
	Classic = "EB Garamond"
)

// Builtin returns a library of the fonts that are part of the program: Latin,
// Greek, Cyrillic, Hangul, Kana and Han. It reads none of them.
func Builtin() *Library {
	var files []File
	for _, b := range builtin {
		f := b.file
		f.Family = b.family
		f.Data = func() ([]byte, error) { return assets.Fonts.ReadFile("fonts/" + b.path) }
		files = append(files, f)
	}
	// Files that have a family and data are no error.
	l, _ := NewLibrary(files)
	return l
}

// builtin lists the fonts. The order is that in which families stand in for
// others: first those with polytonic Greek, then those with symbols.
var builtin = []struct {
	family, path string
	file         File
}{
	{Serif, "source-serif-4/SourceSerif4-Regular.ttf", File{Weight: 400}},
	{Serif, "source-serif-4/SourceSerif4-Italic.ttf", File{Weight: 400, Italic: true}},
	{Serif, "source-serif-4/SourceSerif4-SemiBold.ttf", File{Weight: 600}},
	{Serif, "source-serif-4/SourceSerif4-SemiBoldItalic.ttf", File{Weight: 600, Italic: true}},
	{Serif, "source-serif-4/SourceSerif4-Bold.ttf", File{Weight: 700}},
	{Serif, "source-serif-4/SourceSerif4-BoldItalic.ttf", File{Weight: 700, Italic: true}},
	{Classic, "eb-garamond/EBGaramond-Regular.ttf", File{Weight: 400, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-Italic.ttf", File{Weight: 400, Italic: true, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-SemiBold.ttf", File{Weight: 600, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-Bold.ttf", File{Weight: 700, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-BoldItalic.ttf", File{Weight: 700, Italic: true, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-Regular.ttf", File{Weight: 400, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-Italic.ttf", File{Weight: 400, Italic: true, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-SemiBold.ttf", File{Weight: 600, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-Bold.ttf", File{Weight: 700, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-BoldItalic.ttf", File{Weight: 700, Italic: true, Fallback: true}},
	{Mono, "source-code-pro/SourceCodePro-Regular.ttf", File{Weight: 400}},
	{Mono, "source-code-pro/SourceCodePro-Italic.ttf", File{Weight: 400, Italic: true}},
	{Mono, "source-code-pro/SourceCodePro-Bold.ttf", File{Weight: 700}},
}
