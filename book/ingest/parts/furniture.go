package parts

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"octavo/book"
	"octavo/book/ingest/draft"
	"octavo/book/language/langdata"
)

// furniture leaves out what belongs to the page and not to the article. The name of a section
// at the top is a kicker, though a button may be called so: 评论.
func (r *reader) furniture() {
	kept := r.items[:0]
	cut, spaced := false, r.isSpaced()
	for i := 0; i < len(r.items); i++ {
		it := r.items[i]
		it.joined = it.joined && !cut
		cut = true
		switch {
		case it.Role == draft.Furniture, !isSaid(it) && r.isFurniture(it) && !r.isAmid(i) && (len(kept) > 0 || !r.isSection(it.text)), !isSaid(it) && r.isCount(i, kept):
			r.guess("page furniture, left out", it.text)
			for n := r.teasers(i); spaced && n > 0; n-- {
				i++
				r.guess("link to another article, left out", r.items[i].text)
			}
			if i+1 < len(r.items) && r.isLabelOf(it.text, relatedLabels) && isListOfLinks(r.items[i+1].Block.Block) {
				i++
				r.guess("links to other articles, left out", listed(r.items[i].Block.Block))
			}
		case r.article.Markup && r.article.Text == "" && it.isText() && strings.Trim(it.text, " ·|•/,") == "":
			// a sign between the words of a line that is left out, as pages have them
		default:
			kept = append(kept, it)
			cut = false
		}
	}
	r.items = kept
}

// isSaid reports whether a line is of the article whatever its words: the title that the format
// states, and what has a note.
func isSaid(it *item) bool { return it.Role == draft.Title || calls(it.content) }

func (r *reader) isFurniture(it *item) bool {
	if !it.isText() || it.width > maxByline {
		return false
	}
	s := strings.TrimLeft(it.text, "·|• <＜〈▶▷►▸☞") // "<저작권자 ⓒ ...>"
	return r.isLabelOf(s, furnitureLabels) || r.isReading(s) && it.width <= 60 || isSocial(s) ||
		strings.HasPrefix(s, "The post ") && strings.Contains(s, " appeared first on ") // WordPress, in feeds
}

// isReading reports whether a line says how long the text is or takes, in figures: the label
// alone is a word of prose too, "Characters: a miller and his son".
func (r *reader) isReading(s string) bool {
	return strings.ContainsFunc(s, unicode.IsNumber) && anyPrefix(s, r.tables, readingLabels) >= 0
}

func furnitureLabels(w *words) []string { return w.furniture }
func readingLabels(w *words) []string   { return w.reading }
func relatedLabels(w *words) []string   { return w.more }

// isListOfLinks reports whether a block is a list whose items are a link each.
func isListOfLinks(b book.Block) bool {
	list, ok := b.(*book.List)
	if !ok || len(list.Items) == 0 {
		return false
	}
	for _, item := range list.Items {
		runs := [][]book.Inline(nil)
		for _, inner := range item.Blocks {
			runs = append(runs, book.BlockInlines(inner)...)
		}
		if len(item.Blocks) != 1 || len(runs) != 1 || len(runs[0]) != 1 {
			return false
		}
		if _, link := runs[0][0].(*book.Link); !link {
			return false
		}
	}
	return true
}

// listed returns the words of a block and of those in it on one line.
func listed(b book.Block) string {
	var words []string
	book.WalkBlocks([]book.Block{b}, func(b book.Block) bool {
		for _, run := range book.BlockInlines(b) {
			words = append(words, book.PlainText(run))
		}
		return true
	})
	return strings.Join(words, " ")
}

// isLabelOf reports whether s is one of the labels, but for a count behind it:
// "Share 309".
func (r *reader) isLabelOf(s string, labels func(*words) []string) bool {
	trimmed := strings.TrimRight(s, " :：»>›→")
	counted := strings.TrimRight(trimmed, " 0123456789()（）,+")
	for _, w := range r.tables {
		for _, f := range labels(w) {
			if end, ok := strings.CutPrefix(f, "…"); ok {
				if before := len(s) - len(end); before > 0 && strings.EqualFold(s[before:], end) && endsAlone(s[:before], end) {
					return true
				}
				continue
			}
			start, open := strings.CutSuffix(f, "…")
			n := prefix(s, start)
			if open && n >= 0 && !terminal(strings.TrimRight(s, ".。")) || n > 0 && (n == len(trimmed) || n == len(counted)) {
				return true
			}
		}
	}
	return false
}

// advertisement are the labels of one word that stand in the middle of a text.
var advertisement = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, d := range langdata.All() {
		for _, w := range d.Import["advertisement"] {
			m[w] = true
		}
	}
	return m
})

// isAmid reports whether a label of one word, as of a button, stands between two
// paragraphs of prose with nothing of the page beside it: then the line is a heading
// that only looks like a label. The widths are by eye: 16 columns are a word of a button,
// and prose is wider than 40.
func (r *reader) isAmid(i int) bool {
	s := strings.ToLower(r.items[i].text)
	if i == 0 || i+1 == len(r.items) || strings.Contains(s, " ") || draft.Width(s) > 16 || advertisement()[s] || r.article.Markup {
		return false
	}
	prose := func(it *item) bool { return it.isText() && it.width > 40 && terminal(it.text) }
	return prose(r.items[i-1]) && prose(r.items[i+1]) && !r.isFurniture(r.items[i-1]) && !r.isFurniture(r.items[i+1])
}

// endsAlone reports whether so little stands before the end of a line that the
// line is a label: a number before " min read", a name before an end without a space.
func endsAlone(before, end string) bool {
	if strings.HasPrefix(end, " ") {
		return strings.Trim(before, " 0123456789~-–") == ""
	}
	return len(strings.Fields(before)) <= 2
}

// networks are where a newspaper asks to be followed.
var networks = []string{"facebook", "instagram", "tiktok", "bluesky", "twitter", "threads", "linkedin", "youtube", "whatsapp", "telegram", " x", "wechat", "weibo", "微博", "微信", "line", "podcast", "newsletter", "email", "@"}

// isSocial reports whether a line asks the reader to follow the publication.
func isSocial(s string) bool {
	low := strings.ToLower(strings.TrimLeft(s, "•●■▶►* "))
	follows := false
	for _, f := range []string{"follow ", "like us ", "find us ", "join us ", "folgen sie ", "suivez", "síguenos", "sigue ", "siga ", "关注", "關注", "フォロー"} {
		follows = follows || strings.HasPrefix(low, f)
	}
	n := 0
	for _, name := range networks {
		if strings.Contains(low, name) {
			n++
		}
	}
	return follows && n >= 2
}

// isCount reports whether the item i, above the first paragraph of prose, is a
// number alone, of comments or shares, or a letter alone, which is a sign in the font of
// the page. Markdown has neither. A 1 or an I stays, since it may number a section.
func (r *reader) isCount(i int, kept []*item) bool {
	it := r.items[i]
	if r.article.Text != "" || !it.isText() || len(it.text) > 6 || it.text == "1" || it.text == "I" || strings.Trim(it.text, "0123456789,.") != "" && (len(it.text) > 1 || !isLatin(firstRune(it.text))) {
		return false
	}
	return !slices.ContainsFunc(kept, func(k *item) bool { return k.content == nil || k.width > maxLine })
}

// teasers returns how many lines below the item i are titles of other articles
// that its label announces: short lines right below it, with a blank line behind
// them, five at most.
func (r *reader) teasers(i int) int {
	if !r.isLabelOf(r.items[i].text, relatedLabels) {
		return 0
	}
	n := 0
	for i+n+1 < len(r.items) && n < 5 {
		it := r.items[i+n+1]
		if !it.isText() || !it.Tight {
			return n
		}
		if it.width > 120 || terminalStop(it.text) {
			return 0
		}
		n++
	}
	return n
}
