package book

import (
	"strings"
	"unicode/utf8"
)

// leastSentence is the length in bytes from which on the text before a full stop is taken
// for a sentence: what is shorter may be an abbreviation, as "Fig." or "St." By eye.
const leastSentence = 12

// Shorten returns no more than n characters of text: its first sentence, without
// the full stop, or what is before a space in the second half of them.
func Shorten(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	if i := strings.Index(text, ". "); i >= leastSentence && utf8.RuneCountInString(text[:i]) <= n {
		return text[:i]
	}
	runes := []rune(strings.TrimSuffix(text, "."))
	if len(runes) <= n {
		return string(runes)
	}
	cut := n
	for i := n; i > n/2; i-- {
		if runes[i] == ' ' {
			cut = i
			break
		}
	}
	return strings.TrimRight(string(runes[:cut]), " ,;:.–—(") + "…"
}

// A ListedFigure is a figure as the list of figures shows it.
type ListedFigure struct {
	Figure  *Figure
	Chapter *Chapter
	Caption string // shortened; never empty
}

// listedCaption is the length in characters to which captions are shortened in the
// list of figures: two lines of a page. By eye.
const listedCaption = 90

// ListedFigures returns the figures of the chapters of b for their list, in reading order, nil when
// none is asked for. Decorations and figures without words are not listed.
func ListedFigures(b *Book) []ListedFigure {
	if !b.ListOfFigures {
		return nil
	}
	var list []ListedFigure
	for at, bl := range Blocks(b) {
		f, ok := bl.(*Figure)
		if !ok || at.Chapter == nil || f.Decorative {
			continue
		}
		text := PlainText(f.Caption)
		if text == "" && f.Image != nil {
			text = f.Image.Alt
		}
		if text = Shorten(text, listedCaption); text != "" {
			list = append(list, ListedFigure{f, at.Chapter, text})
		}
	}
	return list
}

// CreditCaption returns what the list of credits says of a picture: its
// caption, shortened, so that the credit stays near.
func CreditCaption(f *Figure) string { return Shorten(PlainText(f.Caption), creditCaption) }

// creditCaption is the length in characters that leaves a line of its own to
// most credits.
const creditCaption = 64
