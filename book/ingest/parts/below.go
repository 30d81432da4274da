package parts

import (
	"regexp"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
)

// captionsBelow makes a paragraph right below a picture without a caption its caption, where
// the paragraph says that it is one: it begins with the word for a picture and its number, and
// in pages in Chinese, Japanese and Korean with the sign of a caption (▲), or ends in a credit.
func (r *reader) captionsBelow() {
	if r.article.Text != "" { // Markdown has captions of its own
		return
	}
	kept := r.items[:0]
	for i, it := range r.items {
		if i > 0 {
			if f, ok := r.items[i-1].Block.Block.(*book.Figure); ok && len(f.Caption) == 0 && len(f.Credit) == 0 {
				if caption, says := r.captionBelow(it); says {
					f.Caption, f.Decorative = caption, false
					continue
				}
			}
		}
		kept = append(kept, it)
	}
	r.items = kept
}

// What stands behind the word for a picture, which other words that begin so (图书馆) have not:
// behind one in Han a sign or a number, behind any other a number and a sign; the number stands
// before the word in some languages ("1. ábra").
var (
	behindHan   = pattern.Later(`^(?:[：:/／=＝]|\s*[\d０-９一二三四五六七八九十]+)`)
	behindWord  = pattern.Later(`^\s*\d{1,3}(?:[.-]\d{1,3})?[a-z]?\s*[.:–—|)](?:\s|$)`)
	numberFirst = pattern.Later(`^\d{1,3}(?:[./]\d{1,3})?\.\s*`)
	signBehind  = pattern.Later(`^\s*[.:–—|](?:\s|$)`)
)

// pictureLabel returns the length of the word for a picture that a caption begins with, and of
// what stands behind it; 0 for none.
func (r *reader) pictureLabel(s string) (n int) {
	first := len(numberFirst().FindString(s))
	for _, w := range r.tables {
		for _, word := range w.picture {
			if whole, ok := strings.CutSuffix(word, "…"); ok {
				n = max(n, prefix(s, whole))
				continue
			}
			behind := behindWord()
			if isHan(firstRune(word)) {
				behind = behindHan()
			}
			n = max(n, withBehind(s, 0, word, behind))
			if first > 0 {
				n = max(n, withBehind(s, first, word, signBehind()))
			}
		}
	}
	return n
}

// withBehind returns where a word ends that stands in s at a place, with what has to stand
// behind it; 0 when it does not.
func withBehind(s string, at int, word string, behind *regexp.Regexp) int {
	n := prefix(s[at:], word)
	if n <= 0 {
		return 0
	}
	more := behind.FindString(s[at+n:])
	if more == "" {
		return 0
	}
	return at + n + len(more)
}

// captionBelow returns the caption that a paragraph is, without the sign before it.
func (r *reader) captionBelow(it *item) ([]book.Inline, bool) {
	if !it.isText() || it.Role != draft.None || it.width > maxCaption {
		return nil, false
	}
	bare := strings.TrimLeft(it.text, "▲△▼▽▶◀◁▷■●◎ \u3000")
	label := r.pictureLabel(bare)
	if !r.eastern() {
		return draft.Trim(it.content), label > 0
	}
	marked := bare != it.text && strings.ContainsAny(it.text[:len(it.text)-len(bare)], "▲△▼▽▶◀◁▷■●◎")
	_, _, credited := r.credited(it.content)
	if !marked && !credited && label == 0 {
		return nil, false
	}
	from := len(it.text) - len(bare)
	// The word for a picture is the label of a caption where a credit in brackets ends it.
	if label > 0 && credited && strings.HasSuffix(bare, "）") && strings.Contains(bare, "（") {
		from += label
	}
	return draft.Trim(draft.Slice(it.content, from, len(it.text))), true
}
