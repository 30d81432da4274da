package parts

import "strings"

// TitleOfFile is what a guess says of a title for which there was nothing but the name of
// the file.
const TitleOfFile = "title, from the name of the file"

// dateFrom begins what a guess says of a date that stands around the article.
const dateFrom = "date, from "

// A Guess is a decision that an editor may want to look at.
type Guess struct {
	// As is the part: "author's bio".
	As string
	// Text is what was taken, shortened.
	Text string
	// Key is the key of front matter that the part went to; "" for the body, and for what
	// was left out.
	Key string
	// Line is where the words stand in the file that was read, At where they stand in the
	// chapter, both from 1. Line is 0 for what was worked out, such as a language, and in
	// formats that are a zip, as of Word, which have no lines; what was left out has no At.
	Line, At int
}

// destinations are the keys of front matter by how the names of parts begin. A longer name
// stands before the shorter one that it begins with.
var destinations = []struct{ as, key string }{
	{"kicker", "kicker"}, {"standfirst", "subtitle"}, {"title", "title"}, {"author", "authors"},
	{"address of the article", "source"}, {"address of", "authors"},
	{"date", "date"}, {"time", "date"},
	{"caption of the lead picture", "image"}, {"credit of the lead picture", "image"}, {"picture, from the head", "image"},
	{"note at the end", "editors-note"}, {"end of the editor's note", "editors-note"},
	{"formulas", "math"}, {"language", "lang"},
}

// IsDay reports whether a guess is of a date that stands around the article, and not as the
// guess has it.
func (g Guess) IsDay() bool { return strings.HasPrefix(g.As, dateFrom) }

// newGuess returns the guess that text is a part.
func newGuess(as, text string) Guess {
	for _, d := range destinations {
		if strings.HasPrefix(as, d.as) {
			return Guess{As: as, Text: clip(text), Key: d.key}
		}
	}
	return Guess{As: as, Text: clip(text)}
}

// LeftOut reports whether the words are nowhere in the chapter.
func (g Guess) LeftOut() bool { return g.Key == "" && strings.Contains(g.As, "left out") }

// Stands reports whether the words of the guess are in the text of the file: a title made of
// its name is not, nor is a zone or a language that was worked out.
func (g Guess) Stands() bool {
	return !strings.Contains(g.As, ", from the name") && !g.IsDay() && !strings.HasPrefix(g.As, "time") && !strings.HasPrefix(g.As, "language")
}
