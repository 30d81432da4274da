package locale

// Quotes are the quotation marks of a language, with the spaces that belong inside
// them: in French a narrow no-break space.
type Quotes struct {
	Open, Close           string
	InnerOpen, InnerClose string // of a quotation within a quotation
	Apostrophe            string
}

const narrow = "\u202F" // narrow no-break space

// quotes are the marks by language; English ones serve all others.
var quotes = map[string]Quotes{
	"en":      {"“", "”", "‘", "’", "’"},
	"ar":      {"«", "»", "“", "”", "’"},
	"bg":      {"„", "“", "’", "’", "’"},
	"ca":      {"«", "»", "“", "”", "’"},
	"cs":      {"„", "“", "‚", "‘", "’"},
	"da":      {"»", "«", "›", "‹", "’"},
	"de":      {"„", "“", "‚", "‘", "’"},
	"de-ch":   {"«", "»", "‹", "›", "’"},
	"el":      {"«", "»", "“", "”", "’"},
	"es":      {"«", "»", "“", "”", "’"},
	"es-mx":   {"“", "”", "‘", "’", "’"},
	"et":      {"„", "“", "‚", "‘", "’"},
	"eu":      {"«", "»", "“", "”", "’"},
	"fi":      {"”", "”", "’", "’", "’"},
	"fr":      {"«" + narrow, narrow + "»", "“", "”", "’"},
	"fr-ch":   {"«", "»", "‹", "›", "’"},
	"gl":      {"«", "»", "“", "”", "’"},
	"fa":      {"«", "»", "‹", "›", "’"},
	"he":      {"”", "”", "’", "’", "’"},
	"hr":      {"„", "”", "‚", "’", "’"},
	"hu":      {"„", "”", "»", "«", "’"},
	"is":      {"„", "“", "‚", "‘", "’"},
	"it":      {"«", "»", "“", "”", "’"},
	"ja":      {"「", "」", "『", "』", "’"},
	"lt":      {"„", "“", "‚", "‘", "’"},
	"lv":      {"“", "”", "‘", "’", "’"},
	"nb":      {"«", "»", "‘", "’", "’"},
	"nn":      {"«", "»", "‘", "’", "’"},
	"no":      {"«", "»", "‘", "’", "’"},
	"pl":      {"„", "”", "«", "»", "’"},
	"pt":      {"“", "”", "‘", "’", "’"},
	"pt-pt":   {"«", "»", "“", "”", "’"},
	"ro":      {"„", "”", "«", "»", "’"},
	"ru":      {"«", "»", "„", "“", "’"},
	"sk":      {"„", "“", "‚", "‘", "’"},
	"sl":      {"„", "“", "‚", "‘", "’"},
	"sr":      {"„", "”", "’", "’", "’"},
	"sv":      {"”", "”", "’", "’", "’"},
	"uk":      {"«", "»", "„", "“", "’"},
	"zh-hant": {"「", "」", "『", "』", "’"},
}

// QuotesFor returns the quotation marks of a language.
func QuotesFor(lang string) Quotes {
	for tag := canonical(lang); tag != ""; tag = parent(tag) {
		if q, ok := quotes[tag]; ok {
			return q
		}
	}
	return quotes["en"]
}
