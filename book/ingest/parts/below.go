package parts

import (
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
)

// captionsBelow makes a paragraph right below a picture without a caption its caption, where
// the paragraph says that it is one, as pages in Chinese, Japanese and Korean have it: it
// begins with the sign of a caption (▲), with the word for a picture, or ends in a credit.
func (r *reader) captionsBelow() {
	switch language(r.chapter.Lang) {
	case "zh", "ja", "ko":
	default:
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

// pictureWords begin the captions of such pages: the word for a picture with a number, a sign
// or "shows" behind it, which other words that begin so (图书馆) have not.
var pictureWords = pattern.Later(`^(上|下|左|右)?[图圖図](为|為|片)?([：:/／=＝]|\s*[\d０-９一二三四五六七八九十])|^[图圖](为|為|说|說|注)|^写真[：:=＝／/]|^사진\s*[=:/＝：]`)

// captionBelow returns the caption that a paragraph is, without the sign before it.
func (r *reader) captionBelow(it *item) ([]book.Inline, bool) {
	if !it.isText() || it.Role != draft.None || it.width > maxCaption {
		return nil, false
	}
	bare := strings.TrimLeft(it.text, "▲△▼▽▶◀◁▷■●◎ \u3000")
	marked := bare != it.text && strings.ContainsAny(it.text[:len(it.text)-len(bare)], "▲△▼▽▶◀◁▷■●◎")
	_, _, credited := r.credited(it.content)
	if !marked && !credited && !pictureWords().MatchString(bare) {
		return nil, false
	}
	from := len(it.text) - len(bare)
	// The word for a picture is the label of a caption where a credit in brackets ends it.
	if at := pictureWords().FindStringIndex(bare); at != nil && credited && strings.HasSuffix(bare, "）") && strings.Contains(bare, "（") {
		from += at[1]
	}
	return draft.Trim(draft.Slice(it.content, from, len(it.text))), true
}
