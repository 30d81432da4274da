package parts

// words are the labels and forms of one language. In a label a space stands for
// any space or none beside a colon, a colon for the full-width one too, and an
// apostrophe for the typographic one; case does not matter.
type words struct {
	tag string
	// note begins an editor's note.
	note []string
	// by begins a byline; byEnd ends one ("김하나 기자").
	by, byEnd []string
	// published and updated begin a date.
	published, updated []string
	// photo begins a credit, at the end of a caption or on a line alone; drawn
	// does so too, and stays in the credit, since it is no photo.
	photo, drawn []string
	// source begins a line that names the publication.
	source []string
	// author begins a bio: "The author is".
	author []string
	// is parts a name from a bio: " is a ".
	is []string
	// roles are words for what authors are; a bio without a label has one.
	roles []string
	// mail begins a mail address.
	mail []string
	// self are the ways in which a publication speaks of itself and its series,
	// which is what an editor's note does and an article seldom.
	self []string
	// and parts names.
	and []string
	// sections are kickers by themselves.
	sections []string
	// ordinals begin a point of an enumeration, which is no heading.
	ordinals []string
	// furniture are whole lines, but for a count behind them; or their beginnings
	// where they end in "…", their ends where they begin so.
	furniture []string
	// reading begins how long a text takes to read.
	reading []string
	// more are lines over links to other articles.
	more []string
	// closing begins what a publication says of an article below it.
	closing []string
	// title begins a title.
	title []string
	// talk are words of the head or tail that say that it is an interview.
	talk []string
	// about are headings over the bios.
	about []string
}

// tables has the languages, English first: its labels are looked for in texts
// of all of them.
var tables = []*words{&english, &german, &french, &spanish, &chinese, &japanese, &korean}

// of returns the tables for a language: its own and English, and all of them
// when it is not known.
func of(lang string) []*words {
	for _, w := range tables[1:] {
		if language(lang) == w.tag {
			return []*words{w, &english}
		}
	}
	if language(lang) == "en" {
		return tables[:1]
	}
	return tables
}

func language(lang string) string {
	for i, c := range lang {
		if c == '-' || c == '_' {
			return lang[:i]
		}
	}
	return lang
}
