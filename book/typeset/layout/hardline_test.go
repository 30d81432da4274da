package layout

import (
	"testing"

	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

const boatSong = "Row to the light, to the light on the rock,\\\n" +
	"row by the stars and the wind and the bell and by all that the harbour has told you of water and stone,\\\n" +
	"and sleep when you may."

// TestLinesOfAuthors: what is turned over in a stanza of a quotation begins to the right of
// its lines, a line of white stands between two stanzas, and no initial in front.
func TestLinesOfAuthors(t *testing.T) {
	doc := setBlocks(t, Options{}, blocksOf(t, "> "+boatSong+"\n>\n> Home by the dark,\\\n> home by the dawn.")...)
	row, turned, sleep := textWith(t, doc, "Row"), textAt(t, doc, "row by", 1), textWith(t, doc, "and sleep")
	if row.X != sleep.X || turned.X <= row.X {
		t.Errorf("lines begin at %s and %s, and one that is turned over at %s", row.X, sleep.X, turned.X)
	}
	leading := press(t).Style(theme.Quote).Leading
	home, dawn := textWith(t, doc, "Home"), textWith(t, doc, "home")
	if dawn.Y-home.Y != leading || home.Y-sleep.Y < 2*leading || home.X != dawn.X {
		t.Errorf("lines are %s apart, and stanzas %s", dawn.Y-home.Y, home.Y-sleep.Y)
	}
}

// TestLettersBegin: the lines of the head and the signature of a letter begin at one edge;
// prose with a break in it is prose, with its indent.
func TestLettersBegin(t *testing.T) {
	doc := setBlocks(t, Options{}, blocksOf(t, tides+"\n\nOdda, in June\\\nThe old pier\n\nDear Jon,\n\n"+tides+"\\\n"+tides+"\n\nYours,\\\nM.")...)
	want := textWith(t, doc, "Dear").X
	for _, words := range []string{"Odda", "The old", "Yours", "M."} {
		if got := textWith(t, doc, words).X; got != want {
			t.Errorf("%q begins at %s, the greeting at %s", words, got, want)
		}
	}
}

// textAt returns the text that is by so many behind the one that begins with words.
func textAt(t testing.TB, doc *document.Document, words string, by int) *document.Text {
	t.Helper()
	first := textWith(t, doc, words)
	for _, page := range chapterTexts(doc) {
		for i, text := range page {
			if text == first && i+by < len(page) {
				return page[i+by]
			}
		}
	}
	t.Fatalf("nothing stands behind %q", words)
	return nil
}
