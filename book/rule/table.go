package rule

// table holds the rules group by group. The default of a rule that asks for taste
// or for what only shops ask for is off; what is on must be a fault nearly every
// time that it is reported.
var table = []Rule{
	// Structure.
	{"title-duplicate", "structure", Warning, false, "two articles of one title cannot be told apart in the contents", "two chapters with title: Preface"},
	{"heading-empty", "structure", Warning, false, "a heading without words is a gap in the contents", "##"},
	{"heading-rank", "structure", Warning, false, "a screen reader tells the rank of a heading; a rank left out sounds like a part that is missing", "## Tides, then #### Ebb"},
	{"chapter-empty", "structure", Warning, false, "an article without text is usually a slip of the paste", "front matter and nothing below it"},
	{"part-empty", "structure", Warning, false, "a part without chapters is left out", "chapters: [{part: Crossings, chapters: []}]"},
	{"section-empty", "structure", Warning, false, "a heading with nothing below it promises what does not come", "## Tides, then at once ## Ports"},
	{"chapter-author", "structure", Warning, false, "an article says who wrote it", "front matter without authors"},
	{"chapter-date", "structure", Warning, false, "an article says when it was first published", "front matter without date"},
	{"note-unused", "structure", Warning, false, "a footnote that nothing calls is not printed", "[^tides]: without a [^tides] in the text"},
	{"raw-html", "structure", Warning, false, "HTML that a book cannot hold is left out", "<script>, <blink>, <b> without </b>"},
	{"attribute-unknown", "structure", Warning, false, "an attribute that means nothing here is usually misspelt", `![...](a.jpg){credits="VCG"}`},
	{"control-character", "structure", Warning, false, "invisible characters come with a paste and upset reading systems", "a form feed in a sentence"},
	{"allow-unknown", "structure", Warning, false, "a remark that silences nothing is usually misspelt", "<!-- octavo: allow figure-credits -->"},

	// Figures.
	{"figure-alt", "figures", Warning, false, "a screen reader says the alternative text in place of the picture", "![](images/quay.jpg)"},
	{"figure-alt-name", "figures", Warning, false, "the name of a file tells nobody what the picture shows", "![IMG_2041.jpg](images/quay.jpg)"},
	{"figure-alt-caption", "figures", Warning, false, "a screen reader would say the same sentence twice", `![The quay](a.jpg "The quay")`},
	{"figure-caption", "figures", Off, false, "a caption tells when and where a picture was taken", "![The quay at dawn](images/quay.jpg)"},
	{"figure-credit", "figures", Warning, false, "readers and rights holders expect to see whom a picture is from", `![The quay](a.jpg "The quay at dawn")`},
	{"figure-licence", "figures", Off, false, "the credit says by what right the picture is printed", `{credit="VCG"}, with neither ©, CC nor "public domain"`},
	{"figure-resolution", "figures", Warning, false, "a picture of too few pixels is blurred in print", "300 pixels across the whole page"},
	{"figure-aspect", "figures", Warning, false, "a very long or very tall picture is tiny on a page and on a phone", "a panorama of 6000 by 400 pixels"},
	{"figure-colour", "figures", Warning, false, "colours of another space than sRGB change when they are converted", "a JPEG in CMYK or Adobe RGB"},
	{"image-empty", "figures", Warning, false, "a lead figure without a file is a note to the editor and is not set", "image: {caption: The quay}"},

	// Links.
	{"link-text", "links", Warning, false, "links are read out as a list; in it, \"here\" leads nowhere", "[here](https://example.org/)"},
	{"link-www", "links", Warning, false, "an address without https:// is a file name to a reading system", "source: {url: www.example.org}"},
	{"link-empty", "links", Warning, false, "a link without words cannot be seen or pressed", "[](https://example.org/)"},
	{"link-scheme", "links", Warning, false, "a link of a book opens a page or a mail, and runs nothing; another is left out", "[x](javascript:...)"},

	// People.
	{"person-bio", "people", Warning, false, "where other authors of the book are introduced, one is left out", "authors: [{name: Ann Lee}] beside others with bio"},
	{"person-spelling", "people", Warning, false, "one person under two spellings is two people in the contributors", "Ann Lee and Anne Lee, or A. Lee, or Ann LEE"},
	{"person-twice", "people", Warning, false, "the byline names an author twice", "authors: [kim, kim]"},

	// Dates.
	{"date-future", "dates", Warning, false, "an article cannot be newer than the edition that prints it", "date: 2026-01-01 in an edition of 2025-11-20"},
	{"date-updated", "dates", Warning, false, "an article is updated after it is published", "date: 2025-11-05, updated: 2025-11-01"},
	{"date-order", "dates", Off, false, "a series may promise its articles in the order of their dates", "01-a.md of March before 02-b.md of February"},

	// Language.
	{"span-lang", "language", Warning, false, "a voice reads words of another script rightly only when their language is named", "the word 한국, instead of [한국]{lang=ko}"},
	{"hyphenation-missing", "language", Warning, false, "without patterns no word of the PDF edition is divided, and lines are loose", "language: cs"},
	{"language-words", "language", Warning, false, "the words that the compiler adds (Contents, Note) are English in the book", "language: fi, without words"},
	{"glyph-missing", "language", Warning, false, "a character that no font has is an empty box", "a sign of a rare script"},

	// Typography.
	{"straight-quotes", "typography", Warning, false, "straight quotation marks are for typewriters", `an escaped \" in running text`},
	{"double-space", "typography", Warning, false, "spaces set by hand stretch and indent where the theme does", "two no-break spaces, or U+3000 before a paragraph"},
	{"hyphen-dash", "typography", Warning, false, "a hyphen between spaces stands for a dash", "the port - or what is left of it"},
	{"three-dots", "typography", Warning, false, "three dots are one character, an ellipsis", ". . . or 。。。"},
	{"exclamations", "typography", Warning, false, "one exclamation mark is enough", "At last!!"},
	{"all-capitals", "typography", Warning, false, "words in capitals shout, and a screen reader may spell them", "THE FERRY IS LATE"},
	{"line-overfull", "typography", Warning, false, "a line that cannot be broken runs into the margin", "a formula of 200 characters without a space"},
	{"table-wide", "typography", Warning, false, "a table of too many columns cannot be read on a page or a phone", "a table of 14 columns"},

	// Store facts.
	{"title-length", "store", Warning, false, "stores take no more than 200 characters of title and subtitle", "a title that is an abstract"},
	{"description-length", "store", Warning, false, "stores take no more than 4,000 characters of description", "a description of four pages"},
	{"description-missing", "store", Off, false, "a store shows the description beside the cover", "book.yaml without description"},
	{"subjects-missing", "store", Off, false, "stores put a book on a shelf by its subjects", "book.yaml without subjects"},
	{"subject-code", "store", Warning, false, "a code that the scheme does not have puts the book on no shelf", "BISAC:TRAVEL"},
	{"publisher-missing", "store", Off, false, "stores and libraries list a book under its publisher", "book.yaml without publisher"},
	{"cover-size", "store", Warning, false, "stores refuse a cover of under 1000 by 625 pixels, or over 10000", "a cover of 400 by 600 pixels"},
	{"cover-aspect", "store", Warning, false, "stores show covers upright; another form gets margins", "a cover wider than it is high"},
	{"alt-length", "store", Off, false, "some stores ask for alternative texts of under 140 characters", "an alternative text of five lines"},

	// What cannot be read. These cannot be set: there is no book without them.
	{"manifest-missing", "files", Error, true, "a folder with a book.yaml is a book", "octavo build in another folder"},
	{"manifest-unreadable", "files", Error, true, "book.yaml has to be a file that can be read", "a folder called book.yaml"},
	{"chapter-missing", "files", Error, true, "a chapter that the manifest lists has to be there", "chapters: [01-tides.md] without the file"},
	{"chapter-twice", "files", Error, true, "an article stands in the book once", "chapters: [a.md, a.md]"},
	{"chapter-unreadable", "files", Error, true, "a chapter has to be a file that can be read", "a folder called 01-tides.md"},
	{"note-missing", "files", Error, true, "the editor's note has to be there", "editors-note: foreword.md without the file"},
	{"image-missing", "files", Error, true, "a picture has to be there", "![...](images/quay.jpg) without the file"},
	{"image-remote", "files", Error, true, "a book holds its pictures; the compiler loads nothing from the web", "![...](https://example.org/quay.jpg)"},
	{"image-unreadable", "files", Error, true, "a damaged picture would break the edition", "a JPEG cut short"},
	{"path-outside", "files", Error, true, "a manuscript lies in its folder, so that it can be moved and given away", "chapters: [../notes.md]"},
	{"path-remote", "files", Error, true, "the compiler loads nothing from the web", "editors-note: https://example.org/note.md"},
	{"pattern-format", "files", Error, true, "a pattern of file names has to be one", "chapters: ['[a.md']"},
	{"size-limit", "files", Error, true, "files beyond all reason are refused before they fill the memory", "a chapter of 20 MB"},
	{"nesting-limit", "files", Error, true, "nesting beyond all reason is refused", "a list of 300 levels"},
	{"alias-limit", "files", Error, true, "YAML aliases can grow a small file beyond all memory", "the billion laughs"},
	{"encoding", "files", Error, true, "text is UTF-8", "a file saved as Windows-1252"},

	{"yaml-syntax", "keys", Error, true, "book.yaml and front matter are YAML", "title: Tides: a history"},
	{"front-matter-open", "keys", Error, true, "front matter ends with a line of its own", "--- at the top only"},
	{"key-missing", "keys", Error, true, "some keys have to be there", "front matter without title"},
	{"key-unknown", "keys", Error, true, "a key that nobody reads is usually misspelt", "auhtors: [kim]"},
	{"key-duplicate", "keys", Error, true, "one of two values would be lost", "title: twice"},
	{"type-wrong", "keys", Error, true, "a value has a form", "title: [a, b]"},
	{"value-unknown", "keys", Error, true, "some values are words of a list", "editions: [mobi]"},
	{"date-format", "keys", Error, true, "dates have one form, so that 05/11 is no riddle", "date: 05/11/2025"},
	{"width-format", "keys", Error, true, "a width is a share of the text width", "width: 300px"},
	{"identifier-format", "keys", Error, true, "a book is found by its identifier, and an ISBN has a check digit", "identifier: isbn:9780000000000"},
	{"language-tag", "keys", Error, true, "hyphenation, fonts and voices go by the language", "language: English"},
	{"person-unknown", "keys", Error, true, "an author given by key is one of the people", "authors: [kmi]"},
	{"role-format", "keys", Error, true, "roles are codes that libraries share", "role: author"},
	{"edition-trim", "keys", Error, true, "a page has a size", "trim: A11"},
	{"theme-unknown", "keys", Error, true, "a theme has to be there", "theme: pres"},
	{"theme-key", "keys", Error, true, "a key of a theme that nobody reads is usually misspelt", "colour: in theme.yaml"},
	{"theme-style", "keys", Error, true, "a theme styles the kinds of text that there are", "styles: {headline: ...}"},
	{"theme-value", "keys", Error, true, "lengths and colours of a theme have a form", "size: big"},
	{"word-form", "keys", Error, true, "a word keeps its places for names and numbers", "words: {by: Words}"},
	{"word-unknown", "keys", Error, true, "words are overridden by their keys", "words: {content: ...}"},
	{"rule-unknown", "keys", Error, true, "a setting that sets nothing is usually misspelt", "rules: {figure-credits: error}"},
	{"rule-fixed", "keys", Error, true, "some rules cannot be set: there is no book without them", "rules: {link-dead: off}"},

	{"markdown-syntax", "text", Error, true, "the text has to be read to the end", "text that no parser can hold"},
	{"link-dead", "text", Error, true, "a link within the book leads to a chapter and heading that are there", "[tides](03-tide.md)"},
	{"id-duplicate", "text", Error, true, "a link to an id leads to one place only", "## Tides {#tides}, twice"},
	{"note-undefined", "text", Error, true, "a call without a note is a note that was lost", "[^tides] without a [^tides]: ..."},
	{"note-duplicate", "text", Error, true, "one of two notes would be lost", "[^1]: twice in a chapter"},
	{"note-label", "text", Error, true, "a note has a name", "[^ ]"},
	{"note-misplaced", "text", Error, true, "the editor's note of the book has no foot to stand notes at", "[^1] in foreword.md"},
}
