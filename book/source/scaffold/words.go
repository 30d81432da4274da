package scaffold

import (
	"strings"

	"octavo/book/language/locale"
)

// words are what the manuscript says in one language, as Markdown.
type words struct {
	Lang    string // of the chapter when it is not the book's
	Title   string // of the book
	Author  string
	Chapter string // its title
	First   string // paragraph
	Alt     string
	Caption string
	Heading string
	Second  string
	Quote   string
	Note    string
}

// wordsFor returns the words in a language, or else the English ones.
func wordsFor(lang string) words {
	used := strings.ToLower(locale.For(lang).Lang())
	language, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	for tag := used; tag != ""; tag = tag[:max(strings.LastIndexByte(tag, '-'), 0)] {
		w, ok := starters[tag]
		if !ok {
			continue
		}
		if tag == "en" && language != "en" {
			w.Lang = "en"
		}
		return w
	}
	return starters["en"]
}

// starters are the words by the tags of package locale.
var starters = map[string]words{
	"en": {
		Title: "A New Book", Author: "Your Name", Chapter: "The first chapter",
		First:   "This is an article. Write your own in its place, add files for others, and list them in `book.yaml`.",
		Alt:     "A red sun sinks into dark water.",
		Caption: "An image alone in its paragraph is a figure.",
		Heading: "A section", Second: "Words can be *emphasised* or **strong**, and lead [to the web](https://commonmark.org/).",
		Quote: "A paragraph can be a quotation.", Note: "And there are footnotes.",
	},
	"de": {
		Title: "Ein neues Buch", Author: "Ihr Name", Chapter: "Das erste Kapitel",
		First:   "Dies ist ein Artikel. Schreiben Sie Ihren eigenen an seine Stelle, legen Sie weitere Dateien an und nennen Sie sie in `book.yaml`.",
		Alt:     "Eine rote Sonne sinkt in dunkles Wasser.",
		Caption: "Ein Bild, das allein in seinem Absatz steht, ist eine Abbildung.",
		Heading: "Ein Abschnitt", Second: "Wörter können *betont* oder **fett** sein und [ins Netz](https://commonmark.org/) führen.",
		Quote: "Ein Absatz kann ein Zitat sein.", Note: "Und es gibt Fußnoten.",
	},
	"es": {
		Title: "Un libro nuevo", Author: "Su nombre", Chapter: "El primer capítulo",
		First:   "Esto es un artículo. Escriba el suyo en su lugar, añada otros archivos y cítelos en `book.yaml`.",
		Alt:     "Un sol rojo se hunde en el agua oscura.",
		Caption: "Una imagen sola en su párrafo es una figura.",
		Heading: "Una sección", Second: "Las palabras pueden llevar *énfasis* o **fuerza**, y conducir [a la red](https://commonmark.org/).",
		Quote: "Un párrafo puede ser una cita.", Note: "Y hay notas al pie.",
	},
	"fr": {
		Title: "Un nouveau livre", Author: "Votre nom", Chapter: "Le premier chapitre",
		First:   "Ceci est un article. Écrivez le vôtre à sa place, ajoutez d'autres fichiers et citez-les dans `book.yaml`.",
		Alt:     "Un soleil rouge s'enfonce dans une eau sombre.",
		Caption: "Une image seule dans son paragraphe est une figure.",
		Heading: "Une section", Second: "Les mots peuvent être *soulignés* ou **forts**, et mener [à la toile](https://commonmark.org/).",
		Quote: "Un paragraphe peut être une citation.", Note: "Et il y a des notes.",
	},
	"it": {
		Title: "Un nuovo libro", Author: "Il Suo nome", Chapter: "Il primo capitolo",
		First:   "Questo è un articolo. Scriva il Suo al suo posto, aggiunga altri file e li elenchi in `book.yaml`.",
		Alt:     "Un sole rosso affonda nell'acqua scura.",
		Caption: "Un'immagine sola nel suo paragrafo è una figura.",
		Heading: "Una sezione", Second: "Le parole possono avere *enfasi* o **forza**, e portare [alla rete](https://commonmark.org/).",
		Quote: "Un paragrafo può essere una citazione.", Note: "E ci sono le note.",
	},
	"nl": {
		Title: "Een nieuw boek", Author: "Uw naam", Chapter: "Het eerste hoofdstuk",
		First:   "Dit is een artikel. Schrijf er uw eigen voor in de plaats, voeg bestanden toe en noem ze in `book.yaml`.",
		Alt:     "Een rode zon zakt in donker water.",
		Caption: "Een beeld dat alleen in zijn alinea staat, is een figuur.",
		Heading: "Een paragraaf", Second: "Woorden kunnen *nadruk* krijgen of **vet** zijn, en [naar het web](https://commonmark.org/) leiden.",
		Quote: "Een alinea kan een citaat zijn.", Note: "En er zijn voetnoten.",
	},
	"pt": {
		Title: "Um livro novo", Author: "O seu nome", Chapter: "O primeiro capítulo",
		First:   "Isto é um artigo. Escreva o seu no lugar dele, acrescente outros ficheiros e indique-os em `book.yaml`.",
		Alt:     "Um sol vermelho afunda-se em água escura.",
		Caption: "Uma imagem sozinha no seu parágrafo é uma figura.",
		Heading: "Uma secção", Second: "As palavras podem ter *ênfase* ou **força**, e levar [à rede](https://commonmark.org/).",
		Quote: "Um parágrafo pode ser uma citação.", Note: "E há notas de rodapé.",
	},
	"ja": {
		Title: "新しい本", Author: "著者名", Chapter: "最初の章",
		First:   "これは一つの記事です。ここに自分の記事を書き、ほかのファイルを加えて、`book.yaml` に並べてください。",
		Alt:     "赤い太陽が暗い水に沈んでいく。",
		Caption: "段落に画像だけを置くと図になります。",
		Heading: "一つの節", Second: "言葉は*強調*したり**太く**したりでき、[ウェブ](https://commonmark.org/)へつなげることもできます。",
		Quote: "段落は引用にもなります。", Note: "脚注もあります。",
	},
	"ko": {
		Title: "새 책", Author: "지은이", Chapter: "첫 번째 장",
		First:   "이것은 글 한 편입니다. 이 자리에 자신의 글을 쓰고, 다른 파일을 더해 `book.yaml`에 적으십시오.",
		Alt:     "붉은 해가 어두운 물로 가라앉는다.",
		Caption: "단락에 그림만 두면 도판이 됩니다.",
		Heading: "한 절", Second: "낱말은 *강조*하거나 **굵게** 할 수 있고 [웹](https://commonmark.org/)으로 이을 수도 있습니다.",
		Quote: "단락은 인용문이 될 수 있습니다.", Note: "각주도 있습니다.",
	},
	"zh-hans": {
		Title: "一本新书", Author: "作者姓名", Chapter: "第一章",
		First:   "这是一篇文章。请在这里写自己的文章，再加入其他文件，并列在 `book.yaml` 中。",
		Alt:     "红色的太阳沉入深色的水中。",
		Caption: "单独成段的图像就是插图。",
		Heading: "一个小节", Second: "文字可以*强调*，可以**加粗**，也可以链接到[网络](https://commonmark.org/)。",
		Quote: "一段话可以是引文。", Note: "还有脚注。",
	},
	"zh-hant": {
		Title: "一本新書", Author: "作者姓名", Chapter: "第一章",
		First:   "這是一篇文章。請在這裡寫自己的文章，再加入其他檔案，並列在 `book.yaml` 中。",
		Alt:     "紅色的太陽沉入深色的水中。",
		Caption: "單獨成段的圖像就是插圖。",
		Heading: "一個小節", Second: "文字可以*強調*，可以**加粗**，也可以連結到[網路](https://commonmark.org/)。",
		Quote: "一段話可以是引文。", Note: "還有註腳。",
	},
}
