package pdf

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
	"octavo/book/font/shape"
	"octavo/book/internal/validator"
	"octavo/book/language/thai"
	"octavo/book/source/markdown"
	"octavo/book/typeset/layout"
	"octavo/book/typeset/theme"
)

//lint:file-ignore ST1018 words are read as they are written, with joiners within

// vocabularies are words whose letters are joined, stacked, or carry marks.
var vocabularies = []struct{ name, lang, words string }{
	{"Arabic", "ar", `قلب البيت الكبير يقف على ضفة النهر حيث كان الحارس يكتب كل يوم ارتفاع الماء في دفتر قديم ثم يغلق
		الباب ويمشي إلى القرية وقد رأى الأولاد يلعبون بين الأشجار والأهالي يجلسون أمام السوق يتحدثون عن الخبز واللحم`},
	{"Arabic with its vowels", "ar", `كَتَبَ الرَّجُلُ كِتَابًا جَدِيدًا فِي اللُّغَةِ الْعَرَبِيَّةِ وَقَرَأَهُ الْأَوْلَادُ قَلْبٌ قَدِيمٌ يَنْظُرُ إِلَى الشَّمْسِ وَالسَّلَامُ عَلَيْكُمْ`},
	{"Persian", "fa", `نگهبان پیر روزی دو بار بلندی آب را در دفتر می‌نویسد و هیچ‌کس آن را نخواسته است کتاب‌های کتابخانه‌ها روی
		میز بزرگ چوبی پخش شده‌اند و بچه‌ها کنار پنجره نشسته‌اند گفتم که این رودخانه از کوه‌های شمال می‌آید`},
	{"Urdu", "ur", `بوڑھا چوکیدار روزانہ دو مرتبہ پانی کی اونچائی لکھتا ہے اور کسی نے بھی وہ کتاب دیکھنے کی خواہش نہیں کی
		گاؤں کے بچے درختوں کے نیچے کھیلتے ہیں ٹھنڈی ہوا چلتی ہے اور ڈاک والا گھوڑے پر بیٹھ کر آتا ہے`},
	{"Hebrew", "he", `השומר הזקן רושם את גובה המים פעמיים ביום ואיש לא ביקש לראות את הספר הילדים משחקים בין העצים והאישה יושבת`},
	{"Hebrew with its vowels", "he", `בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ וְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ וְחֹשֶׁךְ עַל פְּנֵי תְהוֹם וְרוּחַ מְרַחֶפֶת הַמָּיִם`},
	{"Hindi", "hi", `बूढ़ा चौकीदार दिन में दो बार पानी की ऊँचाई लिखता है और किसी ने वह पुस्तक देखनी नहीं चाही क्षत्रिय श्रीमान् ने
		कर्त्तव्य और ज्ञान की हिन्दी में चर्चा की बच्चे पेड़ों के नीचे खेलते हैं विद्यार्थी प्रश्न पूछते हैं`},
	{"Thai", "th", `ผู้ดูแลฝาย จดระดับน้ำ วันละสองครั้ง และไม่มีใคร ขอดูสมุด เขาชอบ ปู่ย่า ญี่ปุ่น ฐานะ กุฎี น้ำป้ำ ลมเย็น`},
}

// running returns n words of a vocabulary, from its word at on and over again.
func running(words []string, at, n int) string {
	var list []string
	for i := range n {
		list = append(list, words[(at+i)%len(words)])
	}
	return strings.Join(list, " ")
}

// TestWordsComeBackWhole sets 300 words of each script in all places that a book has, and
// counts them in what two programs read from its pages.
func TestWordsComeBackWhole(t *testing.T) {
	for _, style := range []string{"press", "classic"} {
		th, _ := theme.Builtin(style)
		for _, tt := range vocabularies {
			t.Run(style+"/"+tt.name, func(t *testing.T) {
				words := strings.Fields(bare(tt.words))
				some := func(at, n int) string { return running(words, at, n) }
				src := "---\ntitle: " + some(0, 4) + "\nkicker: " + some(4, 3) + "\nstandfirst: " + some(7, 12) + "\n---\n\n" +
					some(0, 90) + "\n\n## " + some(5, 4) + "\n\n" + some(3, 80) + " .[^1]\n\n- " + some(8, 14) + "\n\n| " +
					some(1, 2) + " | " + some(9, 2) + " |\n| --- | --- |\n| " + some(4, 3) + " | " + some(6, 3) + " |\n\n**" +
					some(2, 10) + "** *" + some(5, 10) + "*\n\n> " + some(11, 20) + "\n\n" + some(3, 60) + "\n\n[^1]: " + some(4, 20) + "\n"
				c, _ := markdown.Parse("a.md", []byte(src), markdown.Options{Language: tt.lang})
				b := &book.Book{Title: some(0, 3), Language: tt.lang, Identifier: "urn:isbn:9780000000002",
					Parts: []*book.Part{{Chapters: []*book.Chapter{c}}}}
				doc, list, err := layout.Set(b, th, layout.Options{Fonts: shape.Builtin(), Generator: "Octavo"})
				if err != nil || len(list) > 0 {
					t.Fatal(err, list)
				}
				data, err := Encode(doc, Options{})
				if err != nil {
					t.Fatal(err)
				}
				name := filepath.Join(t.TempDir(), "a.pdf")
				if err := os.WriteFile(name, data, 0o644); err != nil {
					t.Fatal(err)
				}
				for reader, text := range map[string]string{
					"poppler": validator.PDFText(t, name, validator.TextOptions{}), "mupdf": validator.MuText(t, name, validator.TextOptions{}),
				} {
					if tt.lang == "th" {
						if w := stray(text, words); w != "" {
							t.Errorf("%s reads %s between two spaces", reader, w)
						}
						continue
					}
					got := count(text, words)
					for w, n := range count(src, words) {
						if got[w] < n {
							t.Errorf("%s reads the word %s %d times, not %d", reader, w, got[w], n)
						}
					}
				}
			})
		}
	}
}

// stray returns what stands between two spaces of a line and is none of the words: Thai has
// spaces between these, and no other. Lines end within them.
func stray(text string, words []string) string {
	for line := range strings.Lines(bare(text)) {
		list := strings.Fields(line)
		for i := 1; i+1 < len(list); i++ {
			if thai.Has(list[i]) && !strings.ContainsFunc(list[i], latin) && !slices.Contains(words, list[i]) {
				return list[i]
			}
		}
	}
	return ""
}

func latin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// count counts words in a text, where they stand between white, signs and the numbers of
// notes.
func count(text string, words []string) map[string]int {
	n := map[string]int{}
	for _, w := range words {
		n[w] = 0
	}
	for _, w := range strings.FieldsFunc(bare(text), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("#*|0123456789١۱१", r) }) {
		if _, ok := n[w]; ok {
			n[w]++
		}
	}
	return n
}
