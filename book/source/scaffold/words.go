package scaffold

import "octavo/book/language/langdata"

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
	d := langdata.For(lang)
	if d == nil || len(d.Starter) == 0 {
		w := wordsOf(langdata.For("en"))
		w.Lang = "en"
		return w
	}
	return wordsOf(d)
}

func wordsOf(d *langdata.Drawer) words {
	s := d.Starter
	return words{
		Title: s["title"], Author: s["author"], Chapter: s["chapter"], First: s["first"], Alt: s["alt"], Caption: s["caption"],
		Heading: s["heading"], Second: s["second"], Quote: s["quote"], Note: s["note"],
	}
}
