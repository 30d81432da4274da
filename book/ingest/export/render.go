package export

import (
	"encoding/json"
	"html"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
)

// A rendering makes HTML of the text of a post.
type rendering struct {
	*wordpress
	id      string   // of the post
	notes   []string // the texts of notes that stood in shortcodes
	plugins []string // shortcodes that are not known, and blocks that are made when they are shown
	absent  []string // ids of pictures that the export lacks
	nested  int      // reusable blocks around the text at hand
	double  bool     // a note stood in double parentheses
}

// blockMark is how the editor of blocks marks where a block begins and ends. A block that
// is made when it is shown has only one mark.
var blockMark = pattern.Later(`<!--\s+(/?)wp:([a-z][a-z0-9/-]*)\s+(?:(\{[^>]*\})\s+)?(/?)-->`)

// text returns a text as the site shows it. Within blocks it is HTML; what stands between
// them was written in the editor of former days.
func (r *rendering) text(s string) string {
	var out strings.Builder
	depth, at := 0, 0
	loose := true // what is read is classic text
	flush := func(part string) {
		part = r.shortcodes(r.doubled(part))
		if loose {
			part = autop(part)
		}
		out.WriteString(embedded(part))
	}
	for _, m := range blockMark().FindAllStringSubmatchIndex(s, -1) {
		flush(s[at:m[0]])
		at = m[1]
		name, single := s[m[4]:m[5]], m[8] < m[9]
		switch end := m[2] < m[3]; {
		case single:
			out.WriteString(r.dynamic(name, s[max(m[6], 0):max(m[7], 0)]))
		case end:
			depth = max(0, depth-1)
		default:
			depth++
		}
		loose = depth == 0 || depth == 1 && (name == "shortcode" || name == "freeform")
	}
	flush(s[at:])
	return out.String()
}

// dynamic returns a block that is made when it is shown, by what its mark says: a reusable
// block is the text of another item.
func (r *rendering) dynamic(name, fields string) string {
	const deepest = 4 // by eye: a reusable block hardly ever has another in it
	switch name {
	case "footnotes", "more", "nextpage", "spacer", "separator":
		return ""
	case "block":
		var ref struct{ Ref json.Number }
		if json.Unmarshal([]byte(fields), &ref) != nil {
			break
		}
		text, ok := r.reusable[ref.Ref.String()]
		if !ok || r.nested >= deepest || len(text) > r.budget {
			break
		}
		r.budget -= len(text)
		r.nested++
		defer func() { r.nested-- }()
		return r.text(text)
	}
	r.plugin("wp:" + name)
	return ""
}

// plugin remembers the name of what cannot be made, once.
func (r *rendering) plugin(name string) {
	const most = 20 // by eye: nobody reads more of them
	for _, p := range r.plugins {
		if p == name {
			return
		}
	}
	if len(r.plugins) < most {
		r.plugins = append(r.plugins, name)
	}
}

var (
	embedBlock = pattern.Later(`(?s)<figure class="[^"]*wp-block-embed[^"]*"[^>]*>\s*<div class="wp-block-embed__wrapper">\s*(https?://[^\s<]+)\s*</div>\s*(?:<figcaption[^>]*>(.*?)</figcaption>)?\s*</figure>`)
	bareEmbed  = pattern.Later(`<p>(https?://[^\s<]+)</p>`)
)

// embedded returns text with links for the addresses that the site shows as films or posts
// of others: those alone in a block or paragraph.
func embedded(s string) string {
	s = embedBlock().ReplaceAllStringFunc(s, func(found string) string {
		m := embedBlock().FindStringSubmatch(found)
		words := m[2]
		if words == "" {
			words = m[1]
		}
		return `<p><a href="` + m[1] + `">` + words + "</a></p>"
	})
	return bareEmbed().ReplaceAllString(s, `<p><a href="$1">$1</a></p>`)
}

// warnings says what of the text could not be made.
func (r *rendering) warnings() []book.Diagnostic {
	var out []book.Diagnostic
	if len(r.plugins) > 0 {
		out = append(out, rule.ImportShortcode.At(book.Pos{}, "look at the article on the site, and say in the text what they show",
			"shortcodes and blocks that the site fills in are left out, their words kept: %s", book.Clip(strings.Join(r.plugins, ", "), 200)))
	}
	if r.double {
		out = append(out, rule.ImportShortcode.At(book.Pos{}, "look at the notes of the chapter", "what stood in double parentheses is taken for notes, as plug-ins for footnotes do"))
	}
	if len(r.absent) > 0 {
		out = append(out, rule.ImportPicture.At(book.Pos{}, "export all contents of the site, not posts alone", "pictures of a gallery are not in the export, by their numbers: %s", book.Clip(strings.Join(r.absent, ", "), 200)))
	}
	return out
}

// quoted returns a value for an attribute.
func quoted(s string) string { return html.EscapeString(s) }

// html returns the picture as an element with its caption.
func (a attachment) html() string {
	s := `<figure class="wp-block-image"><img src="` + quoted(a.address) + `" alt="` + quoted(a.alt) + `">`
	if a.caption != "" {
		s += "<figcaption>" + a.caption + "</figcaption>"
	}
	return s + "</figure>\n"
}

// figure returns the picture as the lead of an article.
func (a attachment) figure() *book.Figure {
	return &book.Figure{Image: &book.Image{Src: a.address, Alt: a.alt}, Caption: phrase(a.caption)}
}

// sized is what WordPress adds to the name of a smaller copy of a picture.
var sized = pattern.Later(`-[0-9]{2,5}x[0-9]{2,5}(\.[A-Za-z]{3,4})$`)

// describe leads the pictures of an article to the whole files of the library, and gives
// them the words that the library has for them where the text has none.
func (w *wordpress) describe(a *draft.Article) {
	blocks := make([]book.Block, len(a.Blocks))
	for i, b := range a.Blocks {
		blocks[i] = b.Block
	}
	for _, im := range book.ImagesOf(&book.Chapter{Body: blocks}) {
		at, _, _ := strings.Cut(im.Src, "?")
		file, ok := w.files[schemeless(at)]
		if !ok {
			file, ok = w.files[schemeless(sized().ReplaceAllString(at, "$1"))]
		}
		if !ok {
			continue
		}
		im.Src = file.address
		if im.Alt == "" {
			im.Alt = file.alt
		}
	}
}
