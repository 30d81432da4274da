package acceptance

import (
	"strings"
	"testing"
)

// languages are books in some of the languages whose words the compiler knows, each with text long enough for several lines, a note, a
// table and a quotation.
var languages = map[string]folder{
	"de": tongue("de", "Die Breite des Wassers", "Die letzte Fähre",
		"Jede Nacht um zwanzig vor zwölf verlässt ein hundert Meter langes Schiff den Hafen, und fast niemand ist an Bord.[^1] Die Reederei möchte die Überfahrt einstellen; die Donaudampfschifffahrtsgesellschaft, so sagt man, habe das längst getan. »Ein Fahrplan«, sagte der Kapitän, »ist ein Versprechen über die Heimkehr.« Größer, älter, übermütiger: Straße, Fluß und Maß.",
		"Die Zahlen stammen von zwei Zahlmeistern.", "Abfahrt", "Fahrgäste", "Wer den letzten Dampfer streicht, der streicht auch den vorletzten."),
	"fr": tongue("fr", "La largeur de l’eau", "Le dernier bac",
		"Chaque nuit, à minuit moins vingt, un navire de cent mètres quitte le port presque vide.[^1] L’armateur voudrait supprimer cette traversée : « Un bac », dit-il, « n’est pas une œuvre de charité ! » Mais un horaire est une promesse ; où irait-on si elle n’était plus tenue ? Les passagers, eux, l’ont compris depuis longtemps, et c’est pourquoi ils continuent à venir, même en hiver.",
		"Les chiffres viennent de deux commissaires de bord.", "Départ", "Passagers", "Supprimez le dernier bateau, et l’avant-dernier deviendra le dernier."),
	"es": tongue("es", "La anchura del agua", "El último transbordador",
		"Todas las noches, a las doce menos veinte, un barco de cien metros sale del puerto casi vacío.[^1] ¿Quién viaja en él? Panaderos, aduaneros y, una vez, un cuarteto de cuerda. ¡Nadie lo habría dicho! La compañía quisiera suprimir la travesía, pero un horario es una promesa de volver a casa, y las promesas no se suprimen con una hoja de cálculo por bien hecha que esté.",
		"Las cifras proceden de dos sobrecargos.", "Salida", "Pasajeros", "Quien suprime el último barco convierte en último el penúltimo."),
	"ko": tongue("ko", "물의 너비", "마지막 배",
		"매일 밤 열한 시 사십 분이면 길이 백 미터의 배 한 척이 거의 빈 채로 항구를 떠난다.[^1] 회사는 이 배를 없애고 싶어 한다. “나룻배는 자선 사업이 아니다”라고 그들은 말한다. 그러나 시간표란 집으로 돌아갈 수 있다는 약속이며, 그 약속을 믿는 사람이 많을수록 다른 배에도 손님이 든다. 선장 김보라(金보라)는 스물두 해 동안 Kittiwake 호에서 표를 팔았다.",
		"이 숫자는 두 사무장이 네 번의 겨울 동안 모았다.", "출발", "승객", "마지막 배를 없애면 그 앞의 배가 마지막이 된다."),
	"ja": tongue("ja", "水の幅", "最後の渡し船",
		"毎晩二十三時四十分、全長百メートルの船がほとんど空のまま港を出る。[^1]会社はこの便をやめたいと言う。「渡し船は慈善事業ではない」というのである。しかし時刻表とは、家に帰れるという約束だ。その約束を信じる人が多いほど、ほかの便にも客が乗る。船長はキティウェイク号で二十二年間、切符を売ってきた。ッャュョーで始まる行はない。",
		"この数字は二人の事務長が集めた。", "出発", "乗客", "最後の船をなくせば、その前の船が最後になる。"),
	"zh-Hans": tongue("zh-Hans", "水的宽度", "末班渡轮",
		"每天夜里十一点四十分，一艘百米长的船几乎空着驶离港口。[^1]公司想取消这一班：“渡轮不是慈善事业。”他们这样说。可是时刻表是一个关于回家的承诺；相信它的人越多，别的班次就越有人坐。船长在“三趾鸥号”上卖了二十二年的票，见过面包师、海关人员，还有一支弦乐四重奏乐队——大提琴自己占一个座位。",
		"这些数字由两位事务长收集。", "出发", "乘客", "取消末班船，前一班就成了末班。"),
	"zh-Hant": tongue("zh-Hant", "水的寬度", "末班渡輪",
		"每天夜裡十一點四十分，一艘百米長的船幾乎空著駛離港口。[^1]公司想取消這一班：「渡輪不是慈善事業。」他們這樣說。可是時刻表是一個關於回家的承諾；相信它的人越多，別的班次就越有人坐。船長在「三趾鷗號」上賣了二十二年的票，見過麵包師、海關人員，還有一支弦樂四重奏樂隊——大提琴自己佔一個座位。",
		"這些數字由兩位事務長收集。", "出發", "乘客", "取消末班船，前一班就成了末班。"),
	"el": tongue("el", "Το πλάτος του νερού", "Το τελευταίο πλοίο",
		"Κάθε νύχτα, στις δώδεκα παρά είκοσι, ένα πλοίο εκατό μέτρων φεύγει από το λιμάνι σχεδόν άδειο.[^1] Η εταιρεία θα ήθελε να το καταργήσει. Όμως ένα δρομολόγιο είναι μια υπόσχεση για την επιστροφή στο σπίτι, και οι υποσχέσεις δεν καταργούνται.",
		"Τα στοιχεία είναι δύο λογιστών.", "Αναχώρηση", "Επιβάτες", "Όποιος κόβει το τελευταίο πλοίο κόβει και το προτελευταίο."),
	"ru": tongue("ru", "Ширина воды", "Последний паром",
		"Каждую ночь без двадцати двенадцать стометровое судно выходит из порта почти пустым.[^1] Компания хотела бы отменить этот рейс: «Паром — не благотворительность», — говорят там. Но расписание — это обещание вернуться домой, и чем больше людей ему верит, тем больше пассажиров у остальных рейсов.",
		"Цифры собрали два казначея.", "Отправление", "Пассажиры", "Отмените последний рейс, и последним станет предпоследний."),
}

// tongue is a book in one language.
func tongue(lang, title, chapter, text, note, head1, head2, quote string) folder {
	return folder{
		"book.yaml": "title: " + title + "\nlanguage: " + lang + "\npublisher: Octavo\ndate: 2025-11-05\neditors: [{name: Ann Lee}]\nchapters: [a.md]\n",
		"a.md": "---\ntitle: " + chapter + "\ndate: 2025-11-01\nupdated: 2025-11-02\nsource: {name: Octavo}\nauthors: [{name: Kim Bora, bio: " + head2 + "}]\neditors-note: " + quote +
			"\nimage: {src: a.svg, alt: " + head1 + ", caption: " + chapter + ", credit: Octavo}\n---\n" +
			text + "\n\n" + strings.ReplaceAll(text, "[^1]", "") + "\n\n## " + head1 + "\n\n> " + quote + "\n\n| " + head1 + " | " + head2 + " |\n| --- | --: |\n| 23:40 | 31 |\n\n[^1]: " + note + "\n",
		"a.svg": drawing(`<rect width="40" height="40"/>`),
	}
}

func buildLanguages(t *testing.T, shelf string) (editions []string) {
	for lang, f := range languages {
		dir := f.write(t)
		res := made(t, dir)
		for _, d := range res.Diagnostics {
			t.Errorf("%s: %v", lang, d)
		}
		editions = append(editions, shelve(t, shelf, "language-"+lang, res)...)
		t.Run(lang, func(t *testing.T) { whole(t, dir, res) })
	}
	return editions
}
