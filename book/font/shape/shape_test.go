package shape

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"octavo/assets"
)

// dump prints runs as "Face:text" with the glyphs of each, by their text.
func dump(runs []*Run) string {
	var parts []string
	for _, r := range runs {
		parts = append(parts, r.Face.Name()+":"+strings.Join(clusterTexts(r), "|"))
	}
	return strings.Join(parts, " ")
}

// clusterTexts lists the texts of the run's clusters in reading order, with the
// number of their glyphs when it is not one.
func clusterTexts(r *Run) []string {
	var out []string
	at := 0
	for i := 0; i < len(r.Glyphs); {
		end, _ := r.cluster(i)
		n := int(r.Glyphs[i].Len)
		text := r.Text[at : at+n]
		if r.RTL {
			text = r.Text[len(r.Text)-at-n : len(r.Text)-at]
		}
		if end-i > 1 {
			text += fmt.Sprintf("*%d", end-i)
		}
		out = append(out, text)
		at, i = at+n, end
	}
	return out
}

func TestFacesAndClusters(t *testing.T) {
	lib := Builtin()
	serif, bold, mono := lib.Stack(Serif, 400, false), lib.Stack(Serif, 700, false), lib.Stack(Mono, 400, false)
	for _, tt := range []struct {
		name  string
		stack *Stack
		text  string
		opt   Options
		want  string
	}{
		{"ligature", serif, "office", Options{}, "SourceSerif4-Regular:o|ffi|c|e"},
		{"no ligature", serif, "office", Options{NoLigatures: true}, "SourceSerif4-Regular:o|f|f|i|c|e"},
		{"mono", mono, "fi 0", Options{}, "SourceCodePro-Regular:f|i| |0"},
		{"weight", lib.Stack(Serif, 600, true), "a", Options{}, "SourceSerif4-SemiBoldItalic:a"},
		{"nearest weight", lib.Stack(Classic, 600, true), "a", Options{}, "EBGaramond-BoldItalic:a"},
		{"stress", lib.Stressed(Serif, 400, true), "a한", Options{}, "SourceSerif4-Italic:a NotoSerifKR-Bold:한"},
		{"case of family", lib.Stack("source serif 4", 400, false), "a", Options{}, "SourceSerif4-Regular:a"},
		{"unknown family", lib.Stack("Nonesuch", 400, false), "a", Options{}, "EBGaramond-Regular:a"},
		{"Greek", serif, "Ελλάδα", Options{}, "SourceSerif4-Regular:Ε|λ|λ|ά|δ|α"},
		{"ancient Greek word stays in one face", serif, "ἀρχῇ, λόγος", Options{}, "EBGaramond-Regular:ἀ|ρ|χ|ῇ|, SourceSerif4-Regular: |λ|ό|γ|ο|ς"},
		{"Cyrillic", serif, "Мир", Options{}, "SourceSerif4-Regular:М|и|р"},
		{"combining mark composes", serif, "e\u0301x", Options{}, "SourceSerif4-Regular:e\u0301|x"},
		{"combining mark is placed", serif, "x\u0301", Options{}, "SourceSerif4-Regular:x\u0301*2"},
		{"Vietnamese", serif, "Việt", Options{}, "SourceSerif4-Regular:V|i|ệ|t"},
		{"Hangul", serif, "한국 x", Options{}, "NotoSerifKR-Regular:한|국 SourceSerif4-Regular: |x"},
		{"Hangul of letters", serif, "\u1112\u1161\u11ab", Options{}, "NotoSerifKR-Regular:\u1112\u1161\u11ab"},
		{"Hangul, bold", bold, "한", Options{}, "NotoSerifKR-Bold:한"},
		{"Han without a language", serif, "骨", Options{Lang: "en"}, "NotoSerifSC-Regular:骨"},
		{"Han beyond the basic plane", serif, "𦭜𪣻", Options{Lang: "zh-Hans"}, "NotoSerifSC-Regular:𦭜|𪣻"},
		{"Han in Japanese", serif, "骨", Options{Lang: "ja"}, "NotoSerifJP-Regular:骨"},
		{"Han in Korean", serif, "骨", Options{Lang: "ko-KR"}, "NotoSerifKR-Regular:骨"},
		{"Han in Taiwan", serif, "骨", Options{Lang: "zh-TW"}, "NotoSerifTC-Regular:骨"},
		{"Han beside Kana", serif, "田中さん", Options{Lang: "en"}, "NotoSerifJP-Regular:田|中|さ|ん"},
		{"Han beside Hangul", serif, "李씨", Options{Lang: "en"}, "NotoSerifKR-Regular:李|씨"},
		{"Han that only another face has", serif, "骨𠂇", Options{Lang: "ja"}, "NotoSerifJP-Regular:骨 NotoSerifSC-Regular:𠂇"},
		{"quotation marks beside Han", serif, "“骨”", Options{Lang: "zh"}, "NotoSerifSC-Regular:“|骨|”"},
		{"quotation marks in English", serif, "“骨”", Options{Lang: "en"}, "SourceSerif4-Regular:“ NotoSerifSC-Regular:骨 SourceSerif4-Regular:”"},
		{"quotation marks beside Latin", serif, "骨“a”", Options{Lang: "zh"}, "NotoSerifSC-Regular:骨 SourceSerif4-Regular:“|a|”"},
		{"figures beside Han", serif, "骨12", Options{Lang: "zh"}, "NotoSerifSC-Regular:骨 SourceSerif4-Regular:1|2"},
		{"Han variant", serif, "骨\U000e0100", Options{Lang: "ja"}, "NotoSerifJP-Regular:骨\U000e0100"},
		{"soft hyphen", serif, "a\u00adb", Options{}, "SourceSerif4-Regular:a\u00ad|b"},
		{"soft hyphen first", serif, "\u00adb", Options{}, "SourceSerif4-Regular:\u00adb"},
		{"nothing to see", serif, "\u200b\u2060", Options{}, "SourceSerif4-Regular:\u200b\u2060"},
		{"unseen before another face", serif, "\u2060한", Options{}, "NotoSerifKR-Regular:\u2060한"},
		{"task list", serif, "☐☑✓", Options{}, "SourceSerif4-Regular:☐|☑|✓"},
		{"signs", serif, "↩⚠∮", Options{}, "NotoSansMath-Regular:↩ NotoSansSymbols2-Regular:⚠ NotoSansMath-Regular:∮"},
		{"emoji", serif, "x😀", Options{}, "SourceSerif4-Regular:x NotoEmoji-Regular:😀"},
		{"emoji joined", serif, "👩\u200d⚖\ufe0f", Options{}, "NotoEmoji-Regular:👩\u200d⚖\ufe0f"},
		{"emoji of a skin", serif, "👍🏽", Options{}, "NotoEmoji-Regular:👍🏽"},
		{"flag", serif, "🇰🇷", Options{}, "NotoEmoji-Regular:🇰🇷"},
		{"thin space", serif, "a\u2009b", Options{}, "SourceSerif4-Regular:a|\u2009|b"},
		{"hyphen that keeps words together", serif, "a\u2011b", Options{}, "SourceSerif4-Regular:a|\u2011|b"},
		{"right to left", serif, "אב", Options{}, "NotoSerifHebrew-Regular:ב|א"},
		{"Arabic joins", serif, "سلام", Options{}, "NotoNaskhArabic-Regular:م|ا|ل|س"},
		{"Devanagari makes one letter of three", serif, "क्षत्रि", Options{Lang: "hi"}, "NotoSerifDevanagari-Regular:क्ष|त्रि*2"},
		{"Thai stacks its marks", serif, "ที่นี้", Options{Lang: "th"}, "NotoSansThai-Regular:ที่*3|นี้*3"},
		{"no text", serif, "", Options{}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := dump(tt.stack.Shape(tt.text, tt.opt)); got != tt.want {
				t.Errorf("%q is set as\n%+q, want\n%+q", tt.text, got, tt.want)
			}
		})
	}
}

func TestFeaturesChangeGlyphs(t *testing.T) {
	lib := Builtin()
	serif, garamond := lib.Stack(Serif, 400, false), lib.Stack(Classic, 400, true)
	for _, tt := range []struct {
		name  string
		stack *Stack
		text  string
		opt   Options
	}{
		{"small capitals", serif, "abc", Options{SmallCaps: true}},
		{"small capitals in italic", garamond, "abc", Options{SmallCaps: true}},
		{"old-style figures", serif, "1234", Options{OldStyle: true}},
		{"proportional figures", garamond, "1234", Options{Proportional: true}},
		{"superscript", serif, "1234", Options{Superscript: true}},
		{"localised letters", serif, "бг", Options{Lang: "sr"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			plain, with := tt.stack.Shape(tt.text, Options{}), tt.stack.Shape(tt.text, tt.opt)
			if len(plain) != 1 || len(with) != 1 {
				t.Fatalf("%d and %d runs, want one each", len(plain), len(with))
			}
			if fmt.Sprint(glyphs(plain[0])) == fmt.Sprint(glyphs(with[0])) {
				t.Errorf("%q has the same glyphs: %v", tt.text, glyphs(plain[0]))
			}
		})
	}
}

func TestOptionsNameFeatures(t *testing.T) {
	for _, tt := range []struct {
		opt  Options
		want string
	}{
		{Options{Lang: "en", RTL: true}, ""},
		{Options{SmallCaps: true}, "smcp=1 "},
		{Options{OldStyle: true}, "onum=1 "}, {Options{Lining: true}, "lnum=1 "},
		{Options{Proportional: true}, "pnum=1 "}, {Options{Tabular: true}, "tnum=1 "},
		{Options{Superscript: true}, "sups=1 "}, {Options{Contextual: true}, "chws=1 "},
		{Options{NoLigatures: true}, "liga=0 clig=0 "},
		{Options{SmallCaps: true, NoLigatures: true}, "smcp=1 liga=0 clig=0 "},
	} {
		got := ""
		for _, f := range NewShaper().featureList(tt.opt.features()) {
			got += fmt.Sprintf("%s=%d ", f.Tag, f.Value)
		}
		if got != tt.want {
			t.Errorf("%+v sets %q, want %q", tt.opt, got, tt.want)
		}
	}
}

func glyphs(r *Run) []uint16 {
	var ids []uint16
	for _, g := range r.Glyphs {
		ids = append(ids, g.ID)
	}
	return ids
}

func TestKerning(t *testing.T) {
	serif := Builtin().Stack(Serif, 400, false)
	for _, text := range []string{"AV", "To", "Yo", "ΑΥ", "ГА"} {
		kerned, sum := serif.Shape(text, Options{})[0], int64(0)
		for _, g := range kerned.Glyphs {
			sum += int64(kerned.Face.Advance(g.ID))
		}
		if kerned.Width >= sum {
			t.Errorf("%s: %d units wide with kerning, %d without", text, kerned.Width, sum)
		}
	}
}

func TestMissing(t *testing.T) {
	serif := Builtin().Stack(Serif, 400, false)
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "a한骨", ""},
		{"unseen", "\u00ad\u200d\ufe0f\n\x00", ""},
		{"Hebrew", "aשלb", ""},
		{"Syriac", "aܫܠb", "ܫܠ"},
		{"unassigned", "x\U000f0000y", "\U000f0000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			missing := ""
			for _, r := range serif.Shape(tt.text, Options{}) {
				missing += r.Missing()
			}
			if missing != tt.want {
				t.Errorf("missing %q, want %q", missing, tt.want)
			}
			for _, r := range tt.text {
				if got, want := serif.Covers(r, ""), !strings.ContainsRune(tt.want, r); got != want {
					t.Errorf("Covers(%q) = %v", r, got)
				}
			}
		})
	}
}

func TestBrokenFontStandsAside(t *testing.T) {
	lib := Builtin()
	broken := File{Family: "Own", Weight: 400, Data: func() ([]byte, error) { return []byte("no font"), nil }}
	if err := lib.Add(broken); err != nil {
		t.Fatal(err)
	}
	if err := lib.Check(); err == nil || !strings.Contains(err.Error(), "font Own 400") {
		t.Errorf("Check() = %v, want it to name the broken font", err)
	}
	if got, want := dump(lib.Stack("Own", 400, false).Shape("ab", Options{})), "EBGaramond-Regular:a|b"; got != want {
		t.Errorf("set as %s, want %s", got, want)
	}
	alone, err := NewLibrary([]File{broken})
	if err != nil {
		t.Fatal(err)
	}
	runs := alone.Stack("Own", 400, false).Shape("aé", Options{})
	if len(runs) != 1 || runs[0].Missing() != "aé" {
		t.Errorf("without any font: %d runs, want one without glyphs", len(runs))
	}
	if empty, _ := NewLibrary(nil); len(empty.Stack("x", 400, false).Shape("a", Options{})) != 1 {
		t.Error("a library without fonts gives no run")
	}
}

func TestFallbackReadsNoFileWithoutNeed(t *testing.T) {
	lib := Builtin()
	lib.Stack(Serif, 400, false).Shape("A word, “quoted” – with • every … mark § and ½ × 2.", Options{Lang: "en"})
	for _, f := range lib.Faces() {
		if f.file.Ranges != nil && f.sfnt != nil {
			t.Errorf("%s was read for Latin text", f.Family())
		}
	}
}

func TestEveryBuiltinFontIsSound(t *testing.T) {
	lib := Builtin()
	if err := lib.Check(); err != nil {
		t.Fatal(err)
	}
	for _, f := range lib.Faces() {
		m := f.Metrics()
		if err := f.Embeddable(); err != nil {
			t.Error(err)
		}
		if m.Weight != f.Weight() || m.Italic != f.Italic() {
			t.Errorf("%s is listed as %d, italic %v, and is %d, italic %v", f.Name(), f.Weight(), f.Italic(), m.Weight, m.Italic)
		}
		if m.XHeight <= 0 || m.CapHeight <= m.XHeight || m.Ascent < m.CapHeight || m.Descent >= 0 {
			t.Errorf("%s has odd measures: %+v", f.Name(), m)
		}
	}
}

func TestBuiltinListsEveryFileWithItsLicence(t *testing.T) {
	listed := map[string]bool{}
	for _, b := range builtin {
		if listed[b.path] {
			t.Errorf("%s is listed twice", b.path)
		}
		listed[b.path] = true
		licence, err := assets.Font(path.Dir(b.path) + "/OFL.txt")
		if err != nil || !strings.Contains(string(licence), "SIL OPEN FONT LICENSE") {
			t.Errorf("%s: no licence: %v", b.path, err)
		}
	}
	files, err := fs.Glob(assets.Fonts, "fonts/*/*.zst")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !listed[strings.TrimPrefix(file, "fonts/")] {
			t.Errorf("%s is in no family", file)
		}
	}
	if len(files) != len(listed) {
		t.Errorf("%d files, %d listed", len(files), len(listed))
	}
}

// TestAdd checks that added files stand before those that are there, take the
// place of a family of their name alone, and leave the others whole.
func TestAdd(t *testing.T) {
	data := func() ([]byte, error) { return nil, nil }
	file := func(family string, weight int, italic bool) File {
		return File{Family: family, Weight: weight, Italic: italic, Data: data}
	}
	l, err := NewLibrary([]File{file("A", 400, false), file("A", 400, true), file("B", 400, false), file("B", 700, false)})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Add(); err != nil {
		t.Fatal(err)
	}
	if err := l.Add(file("b", 400, true), file("C", 400, false)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range l.Faces() {
		got = append(got, f.file.describe())
	}
	want := []string{"b 400 italic", "C 400", "A 400", "A 400 italic"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
