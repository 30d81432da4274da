package parts

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

func TestPeople(t *testing.T) {
	for _, tt := range []struct{ lang, line, want string }{
		{"en", "Ilse Brandvik", "Ilse Brandvik"},
		{"en", "Ilse Brandvik and Odd Tangen", "Ilse Brandvik; Odd Tangen"},
		{"en", "A. B. Cole, Jan van der Meer, and Odd Tangen", "A. B. Cole; Jan van der Meer; Odd Tangen"},
		{"en", "Ilse Brandvik, cartographer, Skarne", "Ilse Brandvik (cartographer); Skarne"},
		{"en", "Ilse Brandvik, staff writer and cartographer", "Ilse Brandvik (staff writer and cartographer)"},
		{"en", "Ilse Brandvik brandvik@example.org", "Ilse Brandvik <brandvik@example.org>"},
		{"en", "Reuters", "Reuters"},
		{"en", "J.R.R. Vale and the Coast Newsroom", "J.R.R. Vale"},
		{"en", "Ann Roe, a painter and the author of two novels", "Ann Roe (a painter and the author of two novels)"},
		{"en", "noon the ferry had left", ""},
		{"en", "The time the ferry left, it was noon", ""},
		{"de", "Käthe Tonnenmacher und Odd Tangen", "Käthe Tonnenmacher; Odd Tangen"},
		{"fr", "Aurèle d’Ys et Maud Le Braz", "Aurèle d’Ys; Maud Le Braz"},
		{"es", "Inés Ribera y Luz Marina Paz", "Inés Ribera; Luz Marina Paz"},
		{"zh", "林望潮 王海生", "林望潮; 王海生"},
		{"zh", "林望潮，华东大学教授", "林望潮 (华东大学教授)"},
		{"zh", "让·莫内", "让·莫内"},
		{"zh", "财新周刊 特约撰稿人 顾望亭、林望潮", "顾望亭; 林望潮 (财新周刊 特约撰稿人)"},
		{"en", ", ", ""},
		{"en", "Ann Roe, " + strings.Repeat("x", maxByline-9), "Ann Roe (" + strings.Repeat("x", maxByline-9) + ")"},
		{"en", "Ann Roe, " + strings.Repeat("x", maxByline-8), ""},
		{"en", "Ann Roe (a pilot)", "Ann Roe (a pilot)"},
		{"zh", "这是一个很长的句子没有人名", ""},
		{"ko", "박준 서울대 교수", "박준 (서울대 교수)"},
		{"ko", "김하나·박준", "김하나; 박준"},
		{"ja", "潮見 渡、霧島灯子", "潮見 渡; 霧島灯子"},
	} {
		t.Run(tt.line, func(t *testing.T) {
			list, _ := people(tt.line, of(tt.lang))
			var got []string
			for _, p := range list {
				s := p.name
				if p.bio != "" {
					s += " (" + p.bio + ")"
				}
				if p.email != "" {
					s += " <" + p.email + ">"
				}
				got = append(got, s)
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

func TestMailAtEnd(t *testing.T) {
	for _, tt := range []struct{ in, rest, address string }{
		{"She keeps buoys. a.b@example.org", "She keeps buoys.", "a.b@example.org"},
		{"She keeps buoys. E-mail: a@example.org.", "She keeps buoys.", "a@example.org"},
		{"She keeps buoys (a@example.org).", "She keeps buoys", "a@example.org"},
		{"Contact: a@example.org", "", "a@example.org"},
		{"她看守浮标。邮箱：a@example.cn", "她看守浮标。", "a@example.cn"},
		{"Write to a@example.org and wait.", "Write to a@example.org and wait.", ""},
		{"no@address", "no@address", ""},
		{"@", "@", ""},
	} {
		t.Run(tt.in, func(t *testing.T) {
			cut, address := mailAtEnd(tt.in, of(""))
			if rest := strings.TrimRight(tt.in[:cut], " "); rest != tt.rest || address != tt.address {
				t.Errorf("got %q, %q; want %q, %q", rest, address, tt.rest, tt.address)
			}
		})
	}
}

func TestLabels(t *testing.T) {
	for _, tt := range []struct {
		s, label string
		want     int
	}{
		{"Editor’s Note: x", "Editor's note", 15},
		{"Photo : x", "Photo: ", 8},
		{"Photo:x", "Photo: ", 6},
		{"图：海峡", "图: ", 6},
		{"BY  Ilse", "By ", 4},
		{"Byte", "By ", -1},
		{"Publié le 5", "Publié le ", 11},
	} {
		t.Run(tt.s, func(t *testing.T) {
			if got := prefix(tt.s, tt.label); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The ferry leaves at noon, and nobody is on it who would have to be anywhere.", "en"},
		{"Die Fähre legt um zwölf ab, und niemand ist an Bord, der irgendwo sein müsste.", "de"},
		{"Le bateau part à midi, et personne n’est à bord qui devrait être dans la ville.", "fr"},
		{"El barco sale a las doce, y no va nadie a bordo que tenga que estar en la ciudad.", "es"},
		{"渡轮在中午离开港口，船上没有一个人是必须到什么地方去的。", "zh-Hans"},
		{"渡輪在中午離開港口，船上沒有一個人是必須到什麼地方去的。", "zh-Hant"},
		{"渡し船は正午に港を出る。", "ja"},
		{"배는 정오에 항구를 떠난다.", "ko"},
		{"Паром уходит в полдень, и на нём никого нет, кому было бы что терять на этом берегу.", "ru"},
		{"Пором відходить опівдні, і на ньому немає нікого, хто мав би бути десь іще, але він не може не ходити, бо це його справа та його море.", "uk"},
		{"Turyści pytają o drogę zawsze w tym samym miejscu, przy studni, i zawsze dostają tę samą odpowiedź: prosto, za brzozami w lewo, a potem już widać wieżę. Za brzozami nie ma nic prócz łąki, której właściciel dawno wyjechał. Kamień, który tam leży, postawiono dla zmęczonych. Ławka jest nowa, a studnia była tu przed wszystkimi. Nikt nie skarży się, że wieży nie widział; każdy wraca zadowolony i opowiada sąsiadom o murach, o ciszy, oraz o drodze, bardzo długiej.", "pl"},
		{"Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae, nostra Galli appellantur. Hi omnes lingua, institutis, legibus inter se differunt. Gallos ab Aquitanis Garumna flumen, a Belgis Matrona et Sequana dividit. Horum omnium fortissimi sunt Belgae, propterea quod a cultu atque humanitate provinciae longissime absunt.", "la"},
		{"Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах. Яны надзелены розумам і сумленнем і павінны ставіцца адзін да аднаго ў духу брацтва. Кожны чалавек павінен валодаць усімі правамі і ўсімі свабодамі, абвешчанымі гэтай Дэкларацыяй, без якога б там ні было адрознення.", ""},
		{"Паром креће у подне, и на њему није нико ко би морао да буде негде, али он не може да не иде, јер је то његов посао и његово море.", "sr"},
		{"Паром адыходзіць апоўдні, і на ім няма нікога, хто мусіў бы быць дзе-небудзь, але ён не можа не хадзіць, бо гэта яго справа, якія б ні былі яго думкі пра мора.", "be"},
		{"O barco sae ao mediodía, e non vai nel ninguén que teña que estar na cidade, pero o barco ten que saír porque así foi sempre, cando había xente e cando xa non había unha soa alma.", "gl"},
		{"O barco parte ao meio-dia, e não vai nele ninguém que tenha de estar na cidade, mas o barco tem de partir porque foi sempre assim, com gente e sem uma só alma.", "pt"},
		{"Ferja går klokka tolv, og det er ingen om bord som må vere nokon stad, men ho kan ikkje la vere å gå, for dei har sagt at ho skal, og eg veit ikkje kva ho elles skulle gjere.", "nn"},
		{"Fergen går ut klokken tolv uten passasjerer, men den kan likevel ikke la være å gå, for noen har sagt at den skal tilbake etter en time, og ingen vet hva den ellers skulle gjøre.", "nb"},
		{"Die veerboot vertrek om twaalf, en daar is niemand aan boord wat êrens moet wees nie, maar dit kan nie ophou om te vaar nie, want dit is al wat hy het, en so was dit nog altyd.", "af"},
		{"De veerboot vertrekt om twaalf uur, en er is niemand aan boord die ergens moet zijn, maar hij kan niet ophouden met varen, want dat is alles wat hij heeft.", "nl"},
		{"Mae'r fferi yn gadael am hanner dydd, ac nid oes neb ar y bwrdd sydd yn gorfod bod yn unman, ond mae hi wedi mynd fel hyn bob dydd er hynny.", "cy"},
		{"เรือออกจากท่าตอนเที่ยง และไม่มีใครอยู่บนเรือ", "th"},
		{"Το πλοίο φεύγει το μεσημέρι, και δεν υπάρχει κανείς επάνω που θα έπρεπε να είναι κάπου αλλού.", "el"},
		{"הוא לא היה שם, אבל היא אמרה כי זה כל מה שיש לו, ואם לא כן הוא יבוא גם אל העיר עם אחיו, כי אין לו עוד בית.", "he"},
		{"नाव दोपहर को निकलती है, और उस पर कोई नहीं है जिसे कहीं और होना चाहिए।", "hi"},
		{"Ang bangka ay umaalis sa tanghali.", ""},
		{"lorem ipsum dolor sit amet", ""},
		{"", ""},
	} {
		t.Run(tt.want+tt.text[:min(9, len(tt.text))], func(t *testing.T) {
			if got := Language(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestLikely takes the words of a title, too few to tell a language, for that of most texts in
// their script.
func TestLikely(t *testing.T) {
	for text, want := range map[string]string{
		"Ferry": "", "12": "", "Паром": "ru", "Πλοίο": "el", "قارب": "ar", "סירה": "he", "नाव": "hi", "เรือ": "th", "Він і вона": "uk",
	} {
		if got := Likely(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestAsOf calls a language as the book does.
func TestAsOf(t *testing.T) {
	for _, tt := range []struct{ book, found, want string }{
		{"en-GB", "en", "en-GB"}, {"bs", "hr", "bs"}, {"sr-Latn", "hr", "sr-Latn"}, {"sr-Latn", "sr", "sr"}, {"zh-TW", "zh-Hant", "zh-TW"},
		{"zh-TW", "zh-Hans", "zh-Hans"}, {"hr", "bs", "bs"}, {"de", "fr", "fr"}, {"", "fr", "fr"}, {"de", "", ""}, {"ceb", "en", "en"},
	} {
		if got := asOf(tt.book, tt.found); got != tt.want {
			t.Errorf("%s in a book in %s is %q, want %q", tt.found, tt.book, got, tt.want)
		}
	}
}

func ExampleLanguage() {
	fmt.Println(Language("Die Fähre legt um zwölf ab, und das ist alles, was von ihr zu sagen ist."))
	// Output: de
}

// TestApart compares the quick look at first bytes with that at first letters, for
// all letters that there are.
func TestApart(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := string(r)
		for _, c := range "AaİiKkzZ:' é한" {
			if label := string(c); apart(s[0], label[0]) && fold(r) == fold(c) {
				t.Fatalf("%q and %q are not apart", r, c)
			}
		}
	}
}
