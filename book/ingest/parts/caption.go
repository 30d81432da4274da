package parts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

const (
	// maxCaption and maxCredit bound the words of a picture, in columns, by eye: six
	// lines and one. With greater ones, paragraphs that end with a name in brackets
	// are taken for captions.
	maxCaption = 480
	maxCredit  = 80
)

// caption reads a line that ends with the credit of a picture as the words of the lead
// figure, and reports whether the line is such, or says again what the lead figure has.
// above is a line that may be the caption where the line is a credit alone.
func (h *headReader) caption(it *item, above *item) bool {
	caption, credit, ok := h.credited(it.content)
	if !ok || len(caption) > 0 && h.isBody(it) || h.isPictureless() {
		return false
	}
	if len(caption) == 0 && above != nil {
		caption = above.content
		h.guess("caption of the lead picture", above.text)
		h.lines = h.lines[:len(h.lines)-1]
	}
	lead := h.chapter.Image
	switch {
	case lead == nil:
		h.chapter.Image = &book.Figure{Image: &book.Image{}, Caption: caption, Credit: credit}
		return true
	case samePart(lead.Caption, caption) && samePart(lead.Credit, credit):
		// Sites print a caption twice: for the picture and its enlargement.
		merge(lead, &book.Figure{Image: &book.Image{}, Caption: caption, Credit: credit})
		return true
	}
	return false
}

// isBody reports whether a line that ends with a credit is text rather than the words of a
// picture: no picture is above, and less text stands behind the line than the line has.
func (h *headReader) isBody(it *item) bool {
	if h.article.Lead != nil && h.article.Lead.Image.Src != "" || h.chapter.Image != nil && h.chapter.Image.Image.Src != "" {
		return false
	}
	behind := 0
	for _, below := range h.items[slices.Index(h.items, it)+1:] {
		if below.content == nil {
			return false
		}
		if below.width >= h.proseWidth() {
			behind += below.width
		}
		if behind >= it.width {
			return false
		}
	}
	return true
}

// isPictureless reports whether the article is of a format that brings its pictures along, and
// has none: a line that ends with a credit is of its text then. Only a paste or a document
// has captions of pictures that stayed behind.
func (h *headReader) isPictureless() bool {
	return h.article.Page && h.article.Lead == nil && !slices.ContainsFunc(h.items, func(it *item) bool {
		_, ok := it.Block.Block.(*book.Figure)
		return ok || hasImage(it.content)
	}) && h.chapter.Image == nil
}

// samePart reports whether two texts are the same or one is missing.
func samePart(a, b []book.Inline) bool {
	return len(a) == 0 || len(b) == 0 || same(book.PlainText(a), book.PlainText(b))
}

// captionAbove returns the line right above it when that could be the caption
// of a credit that stands alone.
func (h *headReader) captionAbove(it *item) *item {
	n, i := len(h.lines), slices.Index(h.items, it)
	if !it.Tight || n < 2 || h.chapter.Image != nil || i < 1 || h.items[i-1] != h.lines[n-1] {
		return nil
	}
	return h.lines[n-1]
}

// credited parts the words of a picture into caption and credit.
func (r *reader) credited(content []book.Inline) (caption, credit []book.Inline, ok bool) {
	text := book.PlainText(content)
	inner, before, _ := bare(text)
	if strings.ContainsAny(inner, "()（）[]【】") && before > 0 {
		inner, before = text, 0
	}
	unmarked := strings.TrimLeft(inner, "▲△▼▽▶◀◁▷■● ")
	before, inner = before+len(inner)-len(unmarked), unmarked
	if draft.Width(inner) > maxCaption {
		return nil, nil, false
	}
	// The words are parted at the last label of a credit (at), or at a credit without
	// a label at the end of the line. A label of the caption (lead) is cut off.
	lead := max(0, anyPrefix(inner, r.tables, func(w *words) []string { return w.caption }))
	at, end, kept := r.creditAt(inner)
	if at >= lead && lead > 0 || at < 0 {
		if from, to, behind, ok := r.creditBehind(inner[lead:]); ok {
			return draft.Slice(content, before+lead, before+lead+from), draft.Slice(content, before+lead+to, before+lead+behind), true
		}
	}
	if at < lead && lead > 0 { // the label of the caption looks like a credit's: 写真・図版
		at = -1
	}
	if at < 0 {
		return nil, nil, false
	}
	stop := len(strings.TrimRight(inner, " )）]】"))
	head := len(strings.TrimRight(inner[:at], " (（[【|/—–-"))
	if kept {
		end = at
	}
	caption = draft.Slice(content, before, before+head)
	if !kept {
		stop = end + len(withoutStop(inner[end:stop]))
	}
	credit = draft.Slice(content, before+end, before+stop)
	if lead > 0 && lead <= head {
		caption = draft.Slice(content, before+lead, before+head)
	}
	if len(credit) == 0 {
		return nil, nil, false
	}
	return caption, credit, true
}

// withoutStop cuts the full stop behind a name, unless it is part of it.
func withoutStop(s string) string {
	inner, ok := strings.CutSuffix(s, ".")
	if !ok || isInitial(inner) || strings.Contains(inner, ".") {
		return strings.TrimSuffix(s, "。")
	}
	return inner
}

// agencies sell pictures, and are named behind captions without a label.
var agencies = []string{"reuters", "ap", "associated press", "afp", "getty images", "getty", "epa", "dpa", "efe", "vcg", "xinhua", "bloomberg", "shutterstock", "europa press", "ansa", "lapresse", "kyodo", "yonhap", "pa media", "alamy", "istock",
	"picture alliance", "imago", "ap photo", "magnum photos", "redux", "zuma press"}

// creditBehind returns where the caption of a line ends and its credit lies, for credits
// without a label: "... at dusk. MARCOS TRUJILLO (EFE)", ". /뉴시스", "、佐伯直人撮影".
// Behind a full stop only agencies and names in capitals are believed, since any short
// sentence stands there too.
func (r *reader) creditBehind(s string) (caption, from, to int, ok bool) {
	if name, took := photographed(strings.TrimRight(s, "）)")); took != "" {
		at := strings.LastIndexAny(name, "、＝，。（(")
		_, size := utf8.DecodeRuneInString(name[max(at, 0):])
		by := withoutReporter(strings.TrimSpace(name[max(at+size, 0):]))
		if at > 0 && isPhotographer(by, took) {
			return at, len(name) - len(by), len(name), true
		}
	}
	if at := strings.LastIndexByte(s, '/'); at > 0 && terminal(strings.TrimSpace(s[:at])) && draft.Width(s[at:]) <= 24 && !terminal(s) && at+1 < len(s) {
		return len(strings.TrimRight(s[:at], " ")), at + 1, len(s), true
	}
	at := strings.LastIndex(s, ". ")
	if at < 0 || draft.Width(s[at:]) > 60 {
		return 0, 0, 0, false
	}
	name := strings.TrimSpace(s[at+1:])
	first, _, _ := strings.Cut(strings.TrimSuffix(name, ")"), " (")
	agency := first
	if i := strings.LastIndexAny(name, "/("); i >= 0 {
		agency = strings.TrimSuffix(name[i+1:], ")")
	}
	known := slices.Contains(agencies, strings.ToLower(strings.Trim(agency, " .")))
	if !known && !(isUpper(first) && len(strings.Fields(first)) > 1 && isName(first)) {
		return 0, 0, 0, false
	}
	return at + 1, at + 2, len(s), true
}

// photographed cuts what says that somebody took a picture from behind the name: "佐伯直人撮影",
// "周小满 摄".
func photographed(s string) (name, took string) {
	for _, took := range []string{"撮影", "摄影", "攝影", "摄", "攝"} {
		if name, ok := strings.CutSuffix(s, took); ok {
			return strings.TrimRight(name, " "), took
		}
	}
	return s, ""
}

// isPhotographer reports whether a name is one of a person before a word that says that the
// person took a picture; in Chinese other words end in it too.
func isPhotographer(name, took string) bool {
	return isEasternName(name) && (took == "撮影" || isChineseName(name))
}

// withoutReporter cuts from before a name in Han what the person is: "記者吳明哲".
func withoutReporter(s string) string {
	for _, is := range []string{"本报记者", "本報記者", "通讯员", "通訊員", "摄影记者", "攝影記者", "记者", "記者"} {
		if name, ok := strings.CutPrefix(s, is); ok {
			return strings.TrimLeft(name, " ")
		}
	}
	return s
}

// creditAt returns where in s the last label of a credit stands and where it
// ends; at is negative when there is none, or what follows is no credit. kept
// says that the label is part of the credit.
func (r *reader) creditAt(s string) (at, end int, kept bool) {
	at = -1
	for i := range s {
		if !r.mayCredit(s, i) {
			continue
		}
		n, drawn := r.creditLabel(s[i:])
		if n >= 0 && isCredit(s[i+n:]) && !goesOnAfter(s[i:i+n], s[i+n:]) {
			at, end, kept = i, i+n, drawn
		}
	}
	return at, end, kept
}

// creditLabel returns the length of a label at the beginning of s, -1 for none,
// and whether it names something drawn.
func (r *reader) creditLabel(s string) (n int, drawn bool) {
	n = anyPrefix(s, r.tables, func(w *words) []string { return w.photo })
	d := anyPrefix(s, r.tables, func(w *words) []string { return w.drawn })
	if of := strings.Index(strings.ToLower(s[:max(n, 0)]), "courtesy of "); of >= 0 {
		n = of
	}
	if sign := strings.HasPrefix(s, "©") || strings.HasPrefix(s, "ⓒ"); sign && n < 0 && d < 0 {
		return 0, true
	}
	return max(n, d), d > n
}

// mayCredit reports whether a credit can begin at s[i]: at the beginning, or
// after a space, a bracket or the end of a sentence.
func (r *reader) mayCredit(s string, i int) bool {
	if i == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	return strings.ContainsRune(" \u3000(（[【|/。．.」”", before)
}

// isCredit reports whether s names a person or agency and is no sentence. A full stop
// within is one of initials where s has no more than 24 bytes, by eye.
func isCredit(s string) bool {
	s = strings.TrimRight(s, " )）]】")
	if s == "" || draft.Width(s) > maxCredit {
		return false
	}
	inner := strings.TrimRight(s, ".。")
	return !strings.ContainsAny(inner, "。！？!?;；") && !strings.Contains(inner, ". ") || len(inner) <= 24
}

// goesOnAfter reports whether a sentence goes on behind the words of a label that has no colon:
// "Image by image the archive grew", but not "Photo by the author".
func goesOnAfter(label, rest string) bool {
	return strings.HasSuffix(label, " ") && !strings.ContainsAny(label, ":/") && unicode.IsLower(firstRune(rest)) && len(strings.Fields(rest)) > 3 && prefix(rest, "courtesy") < 0
}

// figures parts the captions of pictures from their credits, and takes the label
// from a credit that has a field of its own.
func (r *reader) figures() {
	fix := func(f *book.Figure) {
		if len(f.Credit) > 0 {
			text := book.PlainText(f.Credit)
			if n, drawn := r.creditLabel(text); n > 0 && n < len(text) && !drawn {
				f.Credit = draft.Slice(f.Credit, n, len(text))
			}
		} else if caption, credit, ok := r.credited(f.Caption); ok {
			f.Caption, f.Credit = caption, credit
		}
		if name, took := photographed(book.PlainText(f.Credit)); took != "" && isPhotographer(withoutReporter(name), took) {
			f.Credit = draft.Text(withoutReporter(name))
		}
	}
	if r.chapter.Image != nil {
		fix(r.chapter.Image)
	}
	book.WalkBlocks(r.chapter.Body, func(b book.Block) bool {
		if f, ok := b.(*book.Figure); ok {
			fix(f)
		}
		return true
	})
}
