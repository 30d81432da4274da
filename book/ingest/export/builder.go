package export

import (
	"encoding/base64"
	"html"
	"net/url"
	"strings"
)

// A page builder keeps a page as shortcodes for its rows, columns and boxes, whose words and
// pictures stand between them and, in others than texts, in their fields.

// builders are how the names of shortcodes of page builders begin: WPBakery, Divi, Avada,
// Enfold, Themify, Tatsu, Cornerstone, Flatsome.
var builders = []string{"vc_", "et_pb_", "fusion_", "av_", "themify_", "tatsu_", "cs_", "x_", "ux_"}

// built reports whether a shortcode is one of a page builder.
func (c code) built() bool {
	for _, b := range builders {
		if strings.HasPrefix(c.name, b) {
			return true
		}
	}
	return false
}

// spaces are what the names of shortcodes have that show nothing but space and lines.
var spaces = []string{"space", "separator", "divider", "section", "row", "column", "container", "builder_", "inner"}

// percents are the signs that Divi writes otherwise, since a field has none of them.
var percents = strings.NewReplacer("%22", "\"", "%91", "[", "%93", "]", "``", "\"", "`{`", "[", "`}`", "]")

// first returns the first field of names that a shortcode has, "" for none.
func (c code) first(names ...string) string {
	for _, name := range names {
		if s := strings.TrimSpace(percents.Replace(fieldOf(c.fields, name))); s != "" {
			return html.UnescapeString(s)
		}
	}
	return ""
}

// box returns what the fields of a shortcode of a page builder show: above its words a
// heading and pictures, and below them who said them.
func (r *rendering) box(c code, inner string) (above, below string) {
	if strings.HasSuffix(c.name, "raw_html") {
		return rawHTML(inner), ""
	}
	var b strings.Builder
	if !strings.HasSuffix(c.name, "btn") && !strings.HasSuffix(c.name, "button") {
		b.WriteString(c.heading())
	}
	b.WriteString(r.shown(c))
	if who := c.first("author", "name"); who != "" && c.partner >= 0 {
		below = "<p>— " + quoted(who)
		if what := c.first("job_title", "job", "position", "company_name", "company"); what != "" {
			below += ", " + quoted(what)
		}
		below += "</p>"
	}
	if b.Len() == 0 && c.partner < 0 && !c.spaced() {
		r.plugin("[" + c.name + "]")
	}
	return b.String(), below
}

// spaced reports whether a shortcode shows nothing but space and lines.
func (c code) spaced() bool {
	for _, s := range spaces {
		if strings.Contains(c.name, s) {
			return true
		}
	}
	return false
}

// heading returns the heading of a box, with the level that is said.
func (c code) heading() string {
	if c.spaced() || strings.Contains(c.name, "image") {
		return "" // which have names for their editors
	}
	words := c.first("title", "heading", "text")
	if words == "" {
		return ""
	}
	level := "h3"
	if strings.Contains(c.name, "heading") {
		level = "h2"
	}
	for _, tag := range []string{"h2", "h3", "h4", "h5", "h6"} {
		if strings.Contains(c.first("font_container", "title_level", "header_level", "tag"), tag) {
			level = tag
		}
	}
	return "<" + level + ">" + quoted(words) + "</" + level + ">\n"
}

// shown returns the pictures that a box names, by their numbers or their addresses.
func (r *rendering) shown(c code) string {
	var b strings.Builder
	for _, name := range []string{"image", "images", "gallery_ids", "ids", "attachment", "src", "image_url", "portrait_url"} {
		value := c.first(name)
		if strings.HasPrefix(value, "http") {
			b.WriteString(attachment{address: value, alt: c.first("alt")}.html())
			continue
		}
		for _, id := range strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ' ' }) {
			if a, ok := r.pictures[id]; ok {
				b.WriteString(a.html())
			} else if strings.Trim(id, "0123456789") == "" {
				r.absent = append(r.absent, id)
			}
		}
	}
	return b.String()
}

// rawHTML returns the HTML that WPBakery keeps in a form of its own: escaped as an address, and
// that in base64.
func rawHTML(s string) string {
	data, err := base64.StdEncoding.DecodeString(strings.TrimSpace(strings.NewReplacer("<p>", "", "</p>", "").Replace(s)))
	if err != nil {
		return s
	}
	text, err := url.PathUnescape(string(data))
	if err != nil {
		return s
	}
	return text
}
