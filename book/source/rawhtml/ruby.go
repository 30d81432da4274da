package rawhtml

import (
	"strings"

	"octavo/book"
)

// rubyParts are the elements of a ruby, of which each ends the one before. An rtc holds
// further readings.
var rubyParts = map[string]bool{"rb": true, "rt": true, "rp": true, "rtc": true}

// IsRubyPart reports whether an element is a part of a ruby that the next part ends.
func IsRubyPart(name string) bool { return rubyParts[name] && name != "rtc" }

// Reading returns the reading of a ruby as the model has it, without needless space.
func Reading(s string) string { return strings.Join(strings.Fields(s), " ") }

// maxReading is for how many bytes readings in a row are joined: an annotation has some
// dozens. Each is added to a string, which takes the square of their number.
const maxReading = 1000

// MoreReading adds text to the reading of the ruby that list ends with. It reports false
// where list ends with none, or with one whose reading is long enough: what is read then
// are words in brackets.
func MoreReading(list []book.Inline, text string) bool {
	if len(list) == 0 {
		return false
	}
	r, ok := list[len(list)-1].(*book.Ruby)
	if ok = ok && len(r.Text) < maxReading; ok {
		r.Text += text
	}
	return ok
}

// ruby returns a <ruby>: each reading with what stands before it, up to the last one.
// Readings in a row, whose bases are in a row too, are one reading of them all.
func (b *builder) ruby(nodes []*node) []book.Inline {
	var out, base []book.Inline
	for _, n := range nodes {
		switch n.Name {
		case "rp":
		case "rt":
			text := b.reading(n)
			switch {
			case text == "":
			case strings.TrimSpace(book.PlainText(base)) != "":
				out, base = append(out, &book.Ruby{Content: base, Text: text}), nil
			case MoreReading(out, text):
			default:
				out = append(out, &book.Text{Value: "(" + text + ")", Pos: b.place(n.at)})
			}
		case "rtc":
			for _, c := range n.children {
				if c.Name == "rp" {
					continue
				}
				text := b.reading(c)
				if text != "" && !MoreReading(out, " "+text) {
					out = append(out, &book.Text{Value: "(" + text + ")", Pos: b.place(c.at)})
				}
			}
		default:
			base = join(base, b.inlines([]*node{n})...)
		}
	}
	return append(out, base...)
}

// reading returns the text of an <rt>, which calls no notes.
func (b *builder) reading(n *node) string {
	space := b.space
	b.literal++
	b.space = true
	text := Reading(book.PlainText(b.inlines([]*node{{Tag: Tag{Name: "span"}, text: n.text, at: n.at, children: n.children}})))
	if n.Name == "" {
		text = Reading(n.text)
	}
	b.literal--
	b.space = space
	return text
}
