package export

import (
	"html"
	"slices"
	"strings"

	"octavo/book/base/pattern"
)

// shortcode is the form of a shortcode of WordPress, its beginning or its end. Attributes
// hold no brackets.
var shortcode = pattern.Later(`\[(\[?)(/?)([a-zA-Z][a-zA-Z0-9_-]*)((?:[\s=][^\[\]]*?)?)(/?)\](\]?)`)

// A code is a shortcode in a text.
type code struct {
	name, fields string
	from, to     int // in the text
	end, closed  bool
	escaped      bool // "[[name]]" stands for "[name]"
	partner      int  // of a beginning: the index of its end, or -1
}

// codes returns the shortcodes of a text, each beginning with its end: the next one of its
// name, since shortcodes of a name do not nest.
func codes(s string) []code {
	var list []code
	open := map[string][]int{}
	for _, m := range shortcode().FindAllStringSubmatchIndex(s, -1) {
		c := code{name: strings.ToLower(s[m[6]:m[7]]), fields: s[m[8]:m[9]], from: m[0], to: m[1], end: m[4] < m[5], closed: m[10] < m[11], partner: -1}
		c.escaped = m[2] < m[3] && m[12] < m[13]
		if c.to = m[12]; c.escaped {
			c.to = m[1]
		} else if m[2] < m[3] {
			c.from = m[2] // a bracket of the text stands before it
		}
		i := len(list)
		if c.end {
			if n := len(open[c.name]); n > 0 {
				list[open[c.name][n-1]].partner = i
				open[c.name] = open[c.name][:n-1]
			}
		} else if !c.escaped && !c.closed {
			open[c.name] = append(open[c.name], i)
		}
		list = append(list, c)
	}
	return list
}

// shortcodes returns a text with HTML in place of its shortcodes. One that is not known
// goes and its words stay. Words in brackets that look like none, such as [sic], stay too:
// WordPress itself leaves alone what no plug-in has announced.
func (r *rendering) shortcodes(s string) string {
	if !strings.Contains(s, "[") {
		return s
	}
	list := codes(s)
	var out strings.Builder
	at := 0
	gone := map[int]string{} // what stands for ends whose beginnings are gone
	for i := 0; i < len(list); i++ {
		c := list[i]
		if c.from < at {
			continue
		}
		inner, to := "", c.to
		if c.partner >= 0 {
			inner, to = s[c.to:list[c.partner].from], list[c.partner].to
		}
		if c.escaped {
			out.WriteString(s[at:c.from] + s[c.from+1:c.to-1])
			at = c.to
			continue
		}
		made, known := r.made(c, inner)
		last, ends := gone[i]
		switch {
		case c.end && ends:
			made, to = last, c.to
		case c.end && c.built():
			made, to = "", c.to
		case !known && !c.end && c.built():
			above, below := r.box(c, inner)
			made, gone[c.partner] = "\n\n"+above, below+"\n\n"
			if to = c.to; strings.HasSuffix(c.name, "raw_html") && c.partner >= 0 {
				to = list[c.partner].to
			}
		case !known && c.isCode():
			r.plugin("[" + c.name + "]")
			made, gone[c.partner], to = "", "", c.to
		case !known:
			made, to = s[c.from:c.to], c.to
		}
		out.WriteString(s[at:c.from] + made)
		at = to
	}
	out.WriteString(s[at:])
	return out.String()
}

// isCode reports whether an unknown shortcode is one: it has an end, fields, or a name that
// no word has.
func (c code) isCode() bool {
	return !c.end && (c.partner >= 0 || c.closed || strings.Contains(c.fields, "=") || strings.ContainsAny(c.name, "_-") && c.fields == "")
}

// noteCodes are the shortcodes of plug-ins for footnotes.
var noteCodes = []string{"ref", "fn", "mfn", "efn_note", "footnote", "footnotes_footnote"}

// made returns the HTML of a shortcode that is known: those of WordPress itself, of
// footnotes, and of code and quotations that are set large.
func (r *rendering) made(c code, inner string) (out string, known bool) {
	if c.end {
		return "", false
	}
	switch c.name {
	case "caption", "wp_caption":
		return r.captioned(c, inner), c.partner >= 0
	case "gallery", "playlist":
		return r.gallery(c), true
	case "embed", "video", "audio", "youtube", "vimeo", "soundcloud":
		return r.film(c, inner), c.partner >= 0 || c.fields != ""
	case "code", "sourcecode", "sourceblock":
		return "<pre><code>" + html.EscapeString(html.UnescapeString(strings.Trim(inner, "\r\n"))) + "</code></pre>", c.partner >= 0
	case "pullquote":
		return `<div class="pullquote">` + inner + "</div>", c.partner >= 0
	}
	if slices.Contains(noteCodes, c.name) && c.partner >= 0 {
		return r.note(strings.TrimSpace(inner)), true
	}
	return "", false
}

// pictureEnd is where the picture of a caption ends, with the link that it may be in.
var pictureEnd = pattern.Later(`(?is)^.*?<img\s[^>]*>\s*(?:</a>)?`)

// captioned returns a picture with its caption, which stands behind it or, in the oldest
// texts, in a field.
func (r *rendering) captioned(c code, inner string) string {
	picture := pictureEnd().FindString(inner)
	words := strings.TrimSpace(inner[len(picture):])
	if words == "" {
		words = fieldOf(c.fields, "caption")
	}
	return `<figure class="wp-caption">` + picture + "<figcaption>" + words + "</figcaption></figure>"
}

// gallery returns the pictures of a gallery, each with its caption: those that it names, or
// all that were brought for the post.
func (r *rendering) gallery(c code) string {
	ids := strings.FieldsFunc(fieldOf(c.fields, "ids"), func(c rune) bool { return c == ',' || c == ' ' })
	if len(ids) == 0 {
		ids = r.attached[r.id]
	}
	var b strings.Builder
	for _, id := range ids {
		if a, ok := r.pictures[id]; ok {
			b.WriteString(a.html())
		} else {
			r.absent = append(r.absent, id)
		}
	}
	if b.Len() == 0 && len(r.absent) == 0 {
		r.plugin("[" + c.name + "]")
	}
	return "\n\n" + b.String() + "\n\n"
}

var (
	webForm   = pattern.Later(`https?://[^\s"'<>\[\]]+`)
	fieldForm = pattern.Later(`([a-zA-Z_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)
)

// film returns a link to what is shown, which is told where it has no address.
func (r *rendering) film(c code, inner string) string {
	address := webForm().FindString(inner)
	if address == "" {
		address = webForm().FindString(html.UnescapeString(c.fields))
	}
	if address == "" {
		r.plugin("[" + c.name + "]")
		return ""
	}
	return "\n\n<p><a href=\"" + quoted(address) + `">` + quoted(address) + "</a></p>\n\n"
}

// fieldOf returns a field of a shortcode, "" for none.
func fieldOf(fields, name string) string {
	fields = strings.NewReplacer("”", `"`, "“", `"`, "″", `"`, "&#8221;", `"`, "&quot;", `"`).Replace(fields)
	for _, m := range fieldForm().FindAllStringSubmatch(fields, -1) {
		if strings.EqualFold(m[1], name) {
			return m[2] + m[3] + m[4]
		}
	}
	return ""
}
