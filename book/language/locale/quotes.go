package locale

import "octavo/book/language/langdata"

// Quotes are the quotation marks of a language, with the spaces that belong inside
// them: in French a narrow no-break space.
type Quotes struct {
	Open, Close           string
	InnerOpen, InnerClose string // of a quotation within a quotation
	Apostrophe            string
}

// apostrophe is the apostrophe of all languages that have one.
const apostrophe = "’"

// ElidedFor returns the words of a language that have lost their beginning, "tis" of 'tis,
// in lower case and without the apostrophe that stands for it.
func ElidedFor(lang string) []string {
	if d := langdata.For(lang); d != nil {
		return d.Elided
	}
	return nil
}

// QuotesFor returns the quotation marks of a language, English ones where its drawer
// has none.
func QuotesFor(lang string) Quotes {
	d := langdata.For(lang)
	if d == nil || d.Quotes == nil {
		d = langdata.For("en")
	}
	return Quotes{d.Quotes[0], d.Quotes[1], d.Quotes[2], d.Quotes[3], apostrophe}
}
