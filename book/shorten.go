package book

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How captions are shortened.
//
// A list of pictures says what each shows in few words. Words that are cut anywhere, with
// dots, say nothing: so a caption is its first sentence, without the full stop, or
// the clauses of a long sentence that have room. A sentence that has no clauses stays as it is.

// leastSentence is the length in bytes from which on the text before a full stop is taken
// for a sentence: what is shorter may be an abbreviation, as "Fig." or "St." By eye.
const leastSentence = 12

// mostBrief is how many times the room a sentence without clauses may have, before it is
// cut at a space. No caption but one of a careless machine has such a sentence.
const mostBrief = 4

// Brief returns the words of a caption by which a list knows its picture, as a label: its
// first sentence, or the clauses of it that have no more than n characters.
func Brief(caption []Inline, n int) []Inline {
	list := Label(caption)
	list, _ = firstBytes(list, briefEnd(PlainText(list), n))
	return list
}

// briefEnd returns where the words of [Brief] end in the text of a caption.
func briefEnd(text string, n int) int {
	count, depth, clause := 0, 0, 0
	for i, r := range text {
		behind := text[i+utf8.RuneLen(r):]
		open := behind == "" || strings.IndexAny(behind, " \n") == 0
		switch {
		case count == mostBrief*n:
			return max(clause, strings.LastIndexByte(text[:i], ' '))
		case strings.ContainsRune("([{（［", r):
			depth++
		case strings.ContainsRune(")]}）］", r):
			depth--
		case depth > 0:
		case r == '。' || strings.ContainsRune(".?!", r) && open && (behind == "" || sentence(text[:i])):
			if count > n && clause > 0 {
				return clause
			}
			if r == '?' || r == '!' {
				return i + 1
			}
			return i
		case strings.ContainsRune("，；：", r) || open && (strings.ContainsRune(",;:", r) || (r == '–' || r == '—') && strings.HasSuffix(text[:i], " ")):
			if count <= n && count*3 > n {
				clause = len(strings.TrimRight(text[:i], " "))
			}
		}
		count++
	}
	if count > n && clause > 0 {
		return clause
	}
	return len(text)
}

// sentence reports whether text before a full stop may be a sentence: its last word is
// no initial and no title of few letters.
func sentence(text string) bool {
	if len(text) < leastSentence {
		return false
	}
	word := text[strings.LastIndexAny(text, " \u00a0")+1:]
	first, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsUpper(first) || utf8.RuneCountInString(word) > 3
}

// firstBytes returns what of a label is in the first n bytes of its text, and how many
// bytes are left. What is no text, such as code, is never parted.
func firstBytes(list []Inline, n int) ([]Inline, int) {
	var out []Inline
	for _, in := range list {
		if n <= 0 {
			break
		}
		switch in := in.(type) {
		case *Text:
			k := min(n, len(in.Value))
			out = append(out, &Text{Value: in.Value[:k], Pos: in.Pos})
			n -= k
		case *Styled:
			c := &Styled{Style: in.Style}
			c.Content, n = firstBytes(in.Content, n)
			out = append(out, c)
		case *Span:
			c := *in
			c.Content, n = firstBytes(in.Content, n)
			out = append(out, &c)
		default:
			out = append(out, in)
			n -= len(PlainText([]Inline{in}))
		}
	}
	return out, n
}

// A ListedFigure is a figure as the list of figures shows it.
type ListedFigure struct {
	Figure  *Figure
	Chapter *Chapter
	Caption []Inline // shortened; never empty
}

// listedCaption is the length in characters above which captions are shortened in the
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
		caption := f.Caption
		if len(caption) == 0 && f.Image != nil && f.Image.Alt != "" {
			caption = []Inline{&Text{Value: f.Image.Alt}}
		}
		if caption = Brief(caption, listedCaption); len(caption) > 0 {
			list = append(list, ListedFigure{f, at.Chapter, caption})
		}
	}
	return list
}

// CreditCaption returns what the list of credits says of a picture: its
// caption, shortened, so that the credit stays near.
func CreditCaption(f *Figure) []Inline { return Brief(f.Caption, creditCaption) }

// creditCaption is the length in characters that leaves a line of its own to
// most credits.
const creditCaption = 64
