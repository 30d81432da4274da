package shape

import "octavo/assets"

// The built-in families.
const (
	Serif   = "Source Serif 4"
	Sans    = "Source Sans 3"
	Mono    = "Source Code Pro"
	Classic = "EB Garamond"
	Math    = "STIX Two Math" // for formulas
)

// Builtin returns a library of the fonts that are part of the program: Latin,
// Greek, Cyrillic, Hangul, Kana and Han, Arabic, Hebrew, Devanagari and Thai. It
// reads none of them.
func Builtin() *Library {
	var files []File
	for _, b := range builtin {
		f := b.file
		f.Family = b.family
		f.Data = func() ([]byte, error) { return assets.Font(b.path) }
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
	{Serif, "source-serif-4/SourceSerif4-Regular.ttf.zst", File{Weight: 400}},
	{Serif, "source-serif-4/SourceSerif4-Italic.ttf.zst", File{Weight: 400, Italic: true}},
	{Serif, "source-serif-4/SourceSerif4-SemiBold.ttf.zst", File{Weight: 600}},
	{Serif, "source-serif-4/SourceSerif4-SemiBoldItalic.ttf.zst", File{Weight: 600, Italic: true}},
	{Serif, "source-serif-4/SourceSerif4-Bold.ttf.zst", File{Weight: 700}},
	{Serif, "source-serif-4/SourceSerif4-BoldItalic.ttf.zst", File{Weight: 700, Italic: true}},
	{Classic, "eb-garamond/EBGaramond-Regular.ttf.zst", File{Weight: 400, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-Italic.ttf.zst", File{Weight: 400, Italic: true, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-SemiBold.ttf.zst", File{Weight: 600, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-Bold.ttf.zst", File{Weight: 700, Fallback: true}},
	{Classic, "eb-garamond/EBGaramond-BoldItalic.ttf.zst", File{Weight: 700, Italic: true, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-Regular.ttf.zst", File{Weight: 400, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-Italic.ttf.zst", File{Weight: 400, Italic: true, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-SemiBold.ttf.zst", File{Weight: 600, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-Bold.ttf.zst", File{Weight: 700, Fallback: true}},
	{Sans, "source-sans-3/SourceSans3-BoldItalic.ttf.zst", File{Weight: 700, Italic: true, Fallback: true}},
	{Mono, "source-code-pro/SourceCodePro-Regular.ttf.zst", File{Weight: 400}},
	{Mono, "source-code-pro/SourceCodePro-Italic.ttf.zst", File{Weight: 400, Italic: true}},
	{Mono, "source-code-pro/SourceCodePro-Bold.ttf.zst", File{Weight: 700}},
	{"Noto Serif SC", "noto-serif-sc/NotoSerifSC-Regular.ttf.zst", han(400, "zh-Hans", "zh")},
	{"Noto Serif SC", "noto-serif-sc/NotoSerifSC-Bold.ttf.zst", han(700, "zh-Hans", "zh")},
	{"Noto Serif TC", "noto-serif-tc/NotoSerifTC-Regular.ttf.zst", han(400, "zh-Hant")},
	{"Noto Serif TC", "noto-serif-tc/NotoSerifTC-Bold.ttf.zst", han(700, "zh-Hant")},
	{"Noto Serif JP", "noto-serif-jp/NotoSerifJP-Regular.ttf.zst", han(400, "ja")},
	{"Noto Serif JP", "noto-serif-jp/NotoSerifJP-Bold.ttf.zst", han(700, "ja")},
	{"Noto Serif KR", "noto-serif-kr/NotoSerifKR-Regular.ttf.zst", han(400, "ko", "kor")},
	{"Noto Serif KR", "noto-serif-kr/NotoSerifKR-Bold.ttf.zst", han(700, "ko", "kor")},
	{"Noto Naskh Arabic", "noto-naskh-arabic/NotoNaskhArabic-Regular.ttf.zst", script(400, arabic)},
	{"Noto Naskh Arabic", "noto-naskh-arabic/NotoNaskhArabic-Bold.ttf.zst", script(700, arabic)},
	{"Noto Serif Hebrew", "noto-serif-hebrew/NotoSerifHebrew-Regular.ttf.zst", script(400, hebrew)},
	{"Noto Serif Hebrew", "noto-serif-hebrew/NotoSerifHebrew-Bold.ttf.zst", script(700, hebrew)},
	{"Noto Serif Devanagari", "noto-serif-devanagari/NotoSerifDevanagari-Regular.ttf.zst", script(400, devanagari)},
	{"Noto Serif Devanagari", "noto-serif-devanagari/NotoSerifDevanagari-Bold.ttf.zst", script(700, devanagari)},
	{"Noto Sans Thai", "noto-sans-thai/NotoSansThai-Regular.ttf.zst", script(400, thai)},
	{"Noto Sans Thai", "noto-sans-thai/NotoSansThai-Bold.ttf.zst", script(700, thai)},
	{"Noto Sans Math", "noto-sans-math/NotoSansMath-Regular.ttf.zst", symbols()},
	{"Noto Sans Symbols 2", "noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf.zst", symbols()},
	{"Noto Sans Symbols", "noto-sans-symbols/NotoSansSymbols-Regular.ttf.zst", symbols()},
	{Math, "stix-two-math/STIXTwoMath-Regular.otf.zst", File{Weight: 400}},
	{"Noto Emoji", "noto-emoji/NotoEmoji-Regular.ttf.zst", symbols()},
}

// han describes a file that is asked for East Asian text, and for nothing else
// so that it is not read without need.
func han(weight int, langs ...string) File {
	return File{Weight: weight, Fallback: true, Langs: langs, Ranges: eastAsian}
}

// eastAsian are Hangul, Kana, Bopomofo, Han, and their punctuation, some of
// which is shared with the West.
var eastAsian = []Range{
	{0x1100, 0x11ff}, {0x2010, 0x2027}, {0x2030, 0x203b}, {0x2460, 0x24ff},
	{0x2e80, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7ff}, {0xf900, 0xfaff},
	{0xfe10, 0xfe1f}, {0xfe30, 0xfe6f}, {0xff00, 0xffef}, {0x1f200, 0x1f2ff}, {0x20000, 0x3ffff},
}

// script describes a file that is asked for the characters of its script alone.
func script(weight int, ranges []Range) File {
	return File{Weight: weight, Fallback: true, Ranges: ranges}
}

var (
	arabic     = []Range{{0x600, 0x6ff}, {0x750, 0x77f}, {0x870, 0x8ff}, {0xfb50, 0xfdff}, {0xfe70, 0xfefe}}
	hebrew     = []Range{{0x590, 0x5ff}, {0x20aa, 0x20aa}, {0xfb1d, 0xfb4f}}
	devanagari = []Range{{0x900, 0x97f}, {0x1cd0, 0x1cff}, {0xa8e0, 0xa8ff}}
	thai       = []Range{{0xe00, 0xe7f}}
)

func symbols() File {
	return File{Weight: 400, Fallback: true, Ranges: []Range{
		{0x2000, 0x2bff}, {0x4dc0, 0x4dff}, {0x10100, 0x1018f}, {0x1d400, 0x1d7ff}, {0x1f000, 0x1faff},
	}}
}
