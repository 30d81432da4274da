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

// ruby returns a <ruby>: each reading with what stands before it, up to the last one.
// Readings in a row, whose bases are in a row too, are one reading of them all.
func (b *builder) ruby(nodes []*node) []book.Inline {
	var out, base []book.Inline
	for _, n := range nodes {
		switch n.Name {
		case "rp":
		case "rt":
			text := b.reading(n)
			switch last := len(out) - 1; {
			case text == "":
			case strings.TrimSpace(book.PlainText(base)) != "":
				out, base = append(out, &book.Ruby{Content: base, Text: text}), nil
			case last >= 0:
				if r, ok := out[last].(*book.Ruby); ok {
					r.Text += text
				}
			default:
				out = append(out, &book.Text{Value: "(" + text + ")", Pos: b.place(n.at)})
			}
		case "rtc":
			for _, c := range n.children {
				if last := len(out) - 1; last >= 0 && c.Name != "rp" {
					if r, ok := out[last].(*book.Ruby); ok {
						r.Text = Reading(r.Text + " " + b.reading(c))
					}
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
