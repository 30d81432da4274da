package ingest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

// A tongue is what a made-up article of a language is made of.
type tongue struct {
	lang                               string
	sentences                          []string
	headings                           []string
	names                              []string
	kicker, title, standfirst          string
	by, and, published, updated, photo string
	note, self, author                 string
	date, when                         string // as written, and as the chapter has it
	stop                               string
}

var tongues = []tongue{
	{"en", []string{"The ferry leaves at noon, and nobody is on it who would have to be anywhere", "It has been so since the quay was built for the other ships that never came to it", "The harbour master says that he was told nothing about it, and there the matter rests"},
		[]string{"What the harbour is for", "A shape and nothing more"}, []string{"Ilse Brandvik", "Odd Tangen", "Sunwoo Haedam"}, "OPINION / SHORE", "A quay without a ship", "Two towns have built the same thing and neither of them has a use for it.",
		"By ", " and ", "Published: ", "Updated: ", "Photo: ", "Editor's note", "This article is the first of the series on the harbours of the strait.", "The author is a keeper of buoys in the port of Skarne.", "5 November 2025", "2025-11-05", "."},
	{"de", []string{"Die Fähre legt um zwölf ab, und niemand ist an Bord, der irgendwo sein müsste", "So ist es, seit der Kai für die anderen Schiffe gebaut wurde, die nie gekommen sind", "Der Hafenmeister hat uns gesagt, dass ihm davon nichts bekannt ist"},
		[]string{"Wozu der Hafen da ist", "Nur eine Form"}, []string{"Käthe Tonnenmacher", "Odd Tangen", "Jan van der Meer"}, "MEINUNG / KÜSTE", "Ein Kai ohne Schiff", "Zwei Städte haben das Gleiche gebaut, und keine von beiden braucht es.",
		"Von ", " und ", "Veröffentlicht am ", "Aktualisiert: ", "Foto: ", "Anmerkung der Redaktion", "Dieser Beitrag ist der erste einer Serie über die Häfen der Meerenge.", "Die Autorin ist Geodätin am Gezeitenamt in Skarne.", "5. November 2025", "2025-11-05", "."},
	{"fr", []string{"Le bateau part à midi, et personne n’est à bord qui devrait être quelque part", "C’est ainsi depuis que le quai a été construit pour les autres navires qui ne sont pas venus", "Le capitaine du port nous a dit que personne ne lui en avait parlé"},
		[]string{"À quoi sert le port", "Une forme, rien de plus"}, []string{"Aurèle Quimper", "Maud Le Braz", "Inès Ribera"}, "TRIBUNE / CÔTE", "Un quai sans navire", "Deux villes ont construit la même chose et aucune des deux n’en a besoin.",
		"Par ", " et ", "Publié le ", "Mis à jour le ", "Photo : ", "Note de la rédaction", "Cette tribune est le premier volet d’une série sur les ports du détroit.", "L’autrice est historienne de la marine à Skarne.", "5 novembre 2025", "2025-11-05", "."},
	{"es", []string{"El barco sale a las doce, y no va nadie a bordo que tenga que estar en ninguna parte", "Así ha sido desde que se construyó el muelle para los otros barcos que no han venido", "El capitán del puerto nos dijo que nadie le había hablado de eso"},
		[]string{"Para qué sirve el puerto", "Una forma y nada más"}, []string{"Inés Ribera", "Odd Tangen", "Luz Marina Paz"}, "OPINIÓN / COSTA", "Un muelle sin barco", "Dos ciudades han construido lo mismo y ninguna de las dos lo necesita.",
		"Por ", " y ", "Publicado el ", "Actualizado: ", "Foto: ", "Nota del editor", "Este artículo es la primera entrega de la serie sobre los puertos del estrecho.", "La autora es profesora de historia en Skarne.", "5 de noviembre de 2025", "2025-11-05", "."},
	{"zh-Hans", []string{"渡轮在中午离开港口，船上没有一个人是必须到什么地方去的", "自从码头为那些没有来的船建成以后，这里一直就是这个样子", "港务长对我们说，从来没有人跟他说过这件事情"},
		[]string{"港口是为了什么", "一个形状"}, []string{"林望潮", "王海生", "陈小舟"}, "评论 / 海岸", "没有船的码头", "两座城市建了同样的东西，而谁也用不着它。",
		"作者：", "、", "发布时间：", "更新时间：", "图：", "编者按", "本文是关于海峡港口的系列报道的第一篇。", "作者是斯卡讷港的退休船长。", "2025年11月5日", "2025-11-05", "。"},
	{"ja", []string{"渡し船は正午に港を出るが、どこかへ行かなければならない人は誰も乗っていない", "岸壁が来なかった船のために造られてから、ここはずっとこのとおりである", "港長は、そのことについては何も聞いていないと私たちに言った"},
		[]string{"港は何のためにあるのか", "ひとつの形"}, []string{"潮見渡", "浜田とおる", "霧島灯子"}, "オピニオン / 海辺", "船のいない岸壁", "二つの町が同じものを造ったが、どちらも使い道がない。",
		"文＝", "、", "公開日：", "更新日：", "写真：", "編集部より", "この記事は海峡の港についての連載の初回である。", "筆者は元船長で、海事史の研究者。", "2025年11月5日", "2025-11-05", "。"},
	{"ko", []string{"배는 정오에 항구를 떠나지만 어디로 가야만 하는 사람은 아무도 타고 있지 않다", "오지 않은 배들을 위해 부두가 지어진 뒤로 이곳은 언제나 이런 모습이었다", "항만장은 그 일에 대해서는 아무 이야기도 듣지 못했다고 우리에게 말했다"},
		[]string{"항구는 무엇을 위한 것인가", "하나의 모양"}, []string{"김하나", "박바다", "이파도"}, "칼럼 / 바닷가", "배 없는 부두", "두 도시가 같은 것을 지었지만 어느 쪽도 쓸 데가 없다.",
		"글: ", ", ", "입력 ", "수정 ", "사진=", "편집자 주", "이 글은 해협의 항구를 다루는 연재의 첫 번째 글이다.", "필자는 스카르네 항의 은퇴한 선장이다.", "2025년 11월 5일", "2025-11-05", "."},
}

// An expectation is a text with the fields that it must have.
type expectation struct {
	text   strings.Builder
	fields map[string]string
}

func (e *expectation) line(format string, args ...any) { fmt.Fprintf(&e.text, format+"\n", args...) }

// compose makes an article of a random choice of parts.
func compose(r *rand.Rand, t tongue) *expectation {
	e := &expectation{fields: map[string]string{}}
	maybe := func() bool { return r.IntN(2) == 0 }
	paragraph := func() string {
		s := ""
		for range 2 + r.IntN(3) {
			s += t.sentences[r.IntN(len(t.sentences))] + t.stop
			if t.lang != "zh-Hans" && t.lang != "ja" {
				s += " "
			}
		}
		return strings.TrimSpace(s)
	}
	if maybe() {
		e.line("%s", t.kicker)
		e.fields["kicker"] = t.kicker
	}
	e.line("%s", t.title)
	e.fields["title"] = t.title
	labelled := false
	author := ""
	var tail strings.Builder
	if maybe() {
		labelled = true
		if maybe() {
			e.line("%s", t.standfirst)
			e.fields["subtitle"] = t.standfirst
		}
		author = t.names[0]
		if maybe() {
			e.line("%s%s%s%s", t.by, t.names[0], t.and, t.names[1])
			author += "|" + t.names[1]
		} else {
			e.line("%s%s", t.by, t.names[0])
		}
	}
	if maybe() {
		labelled = true
		e.line("%s%s", t.published, t.date)
		e.fields["date"] = t.when
	}
	if maybe() {
		times := 1 + r.IntN(2)
		for range times {
			e.line("%s %s%s\n", t.headings[1], t.photo, "VCG")
		}
		e.fields["caption"], e.fields["credit"] = t.headings[1], "VCG"
	}
	_ = labelled
	e.line("")
	if maybe() {
		e.line("%s:\n", t.note)
		var note []string
		for range r.IntN(3) {
			note = append(note, paragraph())
		}
		note = append(note, t.self)
		e.line("%s\n", strings.Join(note, "\n\n"))
		e.fields["note"] = strings.Join(note, "\n")
	}
	var body []string
	for i := range 2 + r.IntN(4) {
		if i > 0 && maybe() {
			e.line("%s\n", t.headings[0])
			body = append(body, "## "+t.headings[0])
		}
		s := paragraph()
		e.line("%s\n", s)
		body = append(body, s)
	}
	e.fields["body"] = strings.Join(body, "\n")
	if maybe() {
		fmt.Fprintf(&tail, "%s", t.author)
		e.fields["bio"] = t.author
		if maybe() {
			fmt.Fprintf(&tail, " desk@example.org")
			e.fields["email"] = "desk@example.org"
		}
		e.line("%s", tail.String())
	}
	e.fields["authors"] = author
	return e
}

// fields returns the fields of a chapter as compose states them.
func fields(c *book.Chapter) map[string]string {
	f := map[string]string{
		"kicker": book.PlainText(c.Kicker), "title": book.PlainText(c.Title), "subtitle": book.PlainText(c.Subtitle),
		"date": c.Date.String(), "note": blockText(c.EditorsNote), "body": blockText(c.Body),
	}
	var names []string
	for _, a := range c.Authors {
		if a.Name != "" {
			names = append(names, a.Name)
		}
		f["bio"] += book.PlainText(a.Bio)
		f["email"] += a.Email
	}
	f["authors"] = strings.Join(names, "|")
	if c.Image != nil {
		f["caption"], f["credit"] = book.PlainText(c.Image.Caption), book.PlainText(c.Image.Credit)
	}
	return f
}

func blockText(blocks []book.Block) string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Paragraph:
			out = append(out, book.PlainText(b.Content))
		case *book.Heading:
			out = append(out, "## "+book.PlainText(b.Content))
		default:
			out = append(out, fmt.Sprintf("%T", b))
		}
	}
	return strings.Join(out, "\n")
}

// bent makes typographic apostrophes straight.
var bent = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// Whatever parts an article has, each is in its field, and no word is lost or
// doubled.
func TestParts(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for _, tg := range tongues {
		t.Run(tg.lang, func(t *testing.T) {
			for range 60 {
				e := compose(r, tg)
				results, err := Read("in.txt", []byte(e.text.String()), Options{Lang: tg.lang})
				if err != nil {
					t.Fatal(err)
				}
				readsBack(t, results[0])
				got := fields(results[0].Chapter)
				for _, key := range []string{"kicker", "title", "subtitle", "authors", "date", "caption", "credit", "note", "body", "bio", "email"} {
					if bent.Replace(got[key]) != bent.Replace(e.fields[key]) {
						t.Fatalf("%s is\n%q\nwant\n%q\nin\n%s", key, got[key], e.fields[key], e.text.String())
					}
				}
			}
		})
	}
}

// tally counts the words of s; a Han character is a word.
func tally(s string) map[string]int {
	n := map[string]int{}
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			n[strings.ToLower(word.String())]++
			word.Reset()
		}
	}
	for _, c := range s {
		switch {
		case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana):
			flush()
			n[string(c)]++
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
			word.WriteRune(c)
		default:
			flush()
		}
	}
	flush()
	return n
}

// words returns all words of a chapter but those of its dates.
func words(c *book.Chapter) string {
	parts := []string{book.PlainText(c.Kicker), book.PlainText(c.Title), book.PlainText(c.Subtitle), c.Source.Name}
	for _, a := range c.Authors {
		bio := book.PlainText(a.Bio)
		if parts = append(parts, bio, a.Email); !strings.Contains(bio, a.Name) {
			parts = append(parts, a.Name) // else it may be known from the bio
		}
	}
	for _, b := range book.ChapterBlocks(c) {
		book.WalkBlocks([]book.Block{b}, func(b book.Block) bool {
			for _, run := range book.BlockInlines(b) {
				parts = append(parts, book.PlainText(run))
			}
			if code, ok := b.(*book.CodeBlock); ok {
				parts = append(parts, code.Text)
			}
			return true
		})
	}
	return strings.Join(parts, "\n")
}

// FuzzText imports any bytes as text: the chapter reads back as it is, and has no
// word that the text has not.
func FuzzText(f *testing.F) {
	fuzzing.Begin(f)
	for i, t := range tongues {
		f.Add([]byte(t.kicker+"\n"+t.title+"\n"+t.by+t.names[0]+t.and+t.names[1]+"\n\n"+t.sentences[0]+t.stop+"\n\n"+t.headings[1]+" "+t.photo+"VCG\n"), uint8(i+1))
		f.Add([]byte(t.title+"\n"+t.published+t.date+"\n\n"+t.note+":\n\n"+t.self+"\n\n"+t.author+" desk@example.org"), uint8(i+1))
	}
	f.Add([]byte("Editor's Note:\n\nBy A\n\n- a\n- b\n\n(c) \"'x -- ..."), uint8(0))
	f.Fuzz(func(t *testing.T, data []byte, tongue uint8) {
		// Each line is compared with the labels of the language, or, where none is
		// stated, with the labels of all, which takes three times as long.
		if len(data) > fuzzing.Most/6 {
			return
		}
		lang := ""
		if n := int(tongue) % (len(tongues) + 1); n > 0 {
			lang = tongues[n-1].lang
		}
		results, err := Read("in.txt", data, Options{Lang: lang})
		if err != nil {
			return
		}
		readsBack(t, results[0])
		notDoubled(t, data, results[0])
	})
}

// notDoubled fails when a letter stands more often in a chapter than in the
// text that it was made of.
func notDoubled(t *testing.T, data []byte, r Result) {
	t.Helper()
	s, _, _ := decode("in.txt", data, "")
	have := map[rune]int{}
	for _, c := range strings.ToLower(s + "In") { // the name of the file may be the title
		have[c]++
	}
	for _, c := range strings.ToLower(words(r.Chapter)) { // names in capitals are written as names are
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			continue
		}
		if have[c]--; have[c] < 0 {
			t.Fatalf("%q stands more often in\n%s\nthan in\n%q", c, r.Markdown, s)
		}
	}
}

// articles returns the articles of testdata/article whose names begin with prefix.
func articles(f *testing.F, prefix string) [][]byte {
	files, err := filepath.Glob("testdata/article/" + prefix + "*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no articles", err)
	}
	var out [][]byte
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		out = append(out, a.Files[0].Data)
	}
	return out
}

// fuzz imports any bytes under a name: there are chapters that read back, or an
// error of one line.
func fuzz(f *testing.F, name, prefix string, more ...string) {
	fuzzing.Begin(f)
	for _, data := range articles(f, prefix) {
		if len(data) < fuzzing.Most/2 {
			f.Add(data)
		}
	}
	for _, s := range more {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > fuzzing.Most {
			return
		}
		results, err := Read(name, data, Options{})
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("an error of several lines: %v", err)
		}
		if err == nil && len(results) == 0 {
			t.Error("neither a chapter nor an error")
		}
		for _, r := range results {
			readsBack(t, r)
		}
	})
}

func FuzzPage(f *testing.F) {
	fuzz(f, "in.html", "page", "<p>a<br><br><br>b", "<p>a<sup><a href=#n id=r>1</a></sup><ol class=notes><li id=n><a href=#r>1</a> b</ol>", "<article><figure><img src=a></figure>", "<script type=application/ld+json>[[{\"@type\":\"Article\"}]]</script>")
}

func FuzzFeed(f *testing.F) {
	fuzz(f, "in.xml", "feed", "<rss><item/></rss>", "<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, "in.md", "markdown", "+++\na = [\n", "+++\na.b = {c = [1979-05-27, {d = 07:32:00}]}\n[[params.x]]\n+++\n![[a.png|b]] [[c|d]] ==e== %%f%% ^[g [h]]\n> [!note] i\n{: j}\n{{< figure src=k caption=\"l\" >}}", "% a\n% b", "---\nauthor: {name: [a]}\n---\n")
}

func FuzzArchive(f *testing.F) {
	fuzz(f, "in.mht", "archive", "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx", "MIME-Version: 1\r\nContent-Type: text/html; charset=x\r\n\r\n<p>a")
}

func FuzzMail(f *testing.F) {
	fuzz(f, "in.eml", "mail", "Message-ID: <a>\nContent-Type: text/plain; format=flowed\n\nDear a,\n\nhere is my b. \nBest,\nc\n\n> d\n>> e\n\nOn 1 f wrote:\n> g\n-- \nh +1 555 0100 100",
		"Message-ID: <a>\nContent-Type: text/html\n\n<div>Hi<div class=gmail_quote>On 1 a wrote:<blockquote type=cite>b<br>From: c<br>To: d<br>Subject: e</blockquote></div><div class=signature>f</div><table><tr><td>g</table>",
		"From a\nMessage-ID: <a>\nSubject: =?utf-8?b?w7?=\n\nb\n\nFrom c\nX: y\nMessage-ID: d\n\n---------- Forwarded message ---------\nFrom: e\nDate: f\nSubject: g\n\nh")
}

// FuzzName imports any bytes under any name.
func FuzzName(f *testing.F) {
	fuzzing.Begin(f)
	f.Add("in", []byte("PK\x03\x04"))
	f.Add("", []byte("<html><p>text"))
	f.Add("a/../b.HTM", []byte("\xff\xfea\x00"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(data) > fuzzing.Most {
			return
		}
		results, err := Read(name, data, Options{})
		if err == nil && len(results) == 0 {
			t.Error("neither a chapter nor an error")
		}
		for _, r := range results {
			readsBack(t, r)
			if r.Name == "" || strings.ContainsAny(r.Name, "/\\.") {
				t.Errorf("file name %q", r.Name)
			}
		}
	})
}

// TestOutside imports the article that OCTAVO_ARTICLE names and prints what
// becomes of it, with the words that are in no field: for articles that are not
// ours to keep here.
func TestOutside(t *testing.T) {
	name := os.Getenv("OCTAVO_ARTICLE")
	if name == "" {
		t.Skip("OCTAVO_ARTICLE names no article")
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	results, err := Read(name, data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		readsBack(t, r)
		var lost []string
		s, _, _ := decode(name, data, "")
		have := tally(words(r.Chapter))
		for word, n := range tally(s) {
			if n > have[word] {
				lost = append(lost, fmt.Sprintf("%s×%d", word, n-have[word]))
			}
		}
		slices.Sort(lost)
		t.Logf("%s\nwords that are not in the chapter: %s", r.Markdown, strings.Join(lost, " "))
	}
}

// BenchmarkRead imports an article of two thousand words.
func BenchmarkRead(b *testing.B) {
	e := compose(rand.New(rand.NewPCG(3, 4)), tongues[0])
	for e.text.Len() < 12_000 {
		e.line("%s. %s.\n", tongues[0].sentences[0], tongues[0].sentences[1])
	}
	data := []byte(e.text.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read("in.txt", data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
