package export

import (
	"encoding/json"
	"html"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// body returns the text of a post as HTML, and what of it could not be made. The export
// has the HTML that the site shows; only where that is missing the text is made of what
// the editor keeps: Lexical (version 5), Mobiledoc (version 1) or Markdown (version 0).
func (p ghostPost) body() (string, []book.Diagnostic) {
	if strings.TrimSpace(p.HTML) != "" {
		return p.HTML, nil
	}
	c := &cards{}
	switch {
	case p.Lexical != "":
		var doc struct{ Root lexicalNode }
		if json.Unmarshal([]byte(p.Lexical), &doc) == nil {
			c.nodes(doc.Root.Children)
		}
	case p.Mobiledoc != "":
		c.mobiledoc(p.Mobiledoc)
	}
	if c.out.Len() == 0 && p.Markdown != "" {
		c.markdown(p.Markdown)
	}
	return c.out.String(), c.warnings()
}

// cards writes the HTML of a text that the editor keeps.
type cards struct {
	out   strings.Builder
	depth int
	lost  []string // the types of cards that are not known
}

// maxCards is the deepest nesting of an editor's text. By eye: lists nest three deep.
const maxCards = 40

// A card is what an editor sets between paragraphs, with the fields of all types.
type card struct {
	Src, Alt, Caption, URL, HTML, Markdown, Code, Language, Title, Content, Heading string
	CardName, ButtonText, ButtonURL, CalloutText, FileTitle, FileName               string
	Images                                                                          []card
	Metadata                                                                        struct{ Title, Description, Author, Publisher string }
}

// card writes a card of a type.
func (c *cards) card(kind string, d card) {
	switch strings.TrimPrefix(kind, "card-") {
	case "image":
		c.picture(d)
	case "gallery":
		for _, im := range d.Images {
			c.picture(im)
		}
		c.element("p", d.Caption)
	case "html":
		c.out.WriteString(d.HTML + "\n")
	case "markdown":
		c.markdown(d.Markdown)
	case "code", "codeblock":
		c.element("pre", "<code>"+html.EscapeString(d.Code)+"</code>")
		c.element("p", d.Caption)
	case "hr", "horizontalrule":
		c.out.WriteString("<hr>\n")
	case "callout":
		c.element("blockquote", d.CalloutText)
	case "toggle":
		c.element("h3", d.Heading)
		c.element("div", d.Content)
	case "embed", "bookmark", "video", "audio", "file", "button":
		c.link(d)
	case "paywall", "more":
	default:
		if !slices.Contains(c.lost, kind) && len(c.lost) < maxCards {
			c.lost = append(c.lost, kind)
		}
	}
}

func (c *cards) element(name, content string) {
	if strings.TrimSpace(content) != "" {
		c.out.WriteString("<" + name + ">" + content + "</" + name + ">\n")
	}
}

func (c *cards) picture(d card) {
	c.out.WriteString(attachment{address: d.Src, alt: d.Alt, caption: d.Caption}.html())
}

// link writes what a book cannot show as a link with its title.
func (c *cards) link(d card) {
	address, words := d.URL, d.Metadata.Title
	for _, s := range []string{d.Src, d.ButtonURL} {
		if address == "" {
			address = s
		}
	}
	for _, s := range []string{d.ButtonText, d.FileTitle, d.FileName, d.Title, address} {
		if words == "" {
			words = s
		}
	}
	if address != "" {
		c.element("p", `<a href="`+quoted(address)+`">`+quoted(words)+"</a>"+d.about())
	}
	c.element("p", d.Caption)
}

// about returns what a card says of the page that it leads to, as package web reads it of a page.
func (d card) about() string {
	s := ""
	if d.Metadata.Description != "" {
		s = " — " + d.Metadata.Description
	}
	by := strings.Trim(d.Metadata.Author+", "+d.Metadata.Publisher, ", ")
	if by != "" {
		s += " (" + by + ")"
	}
	return html.EscapeString(s)
}

// markdown writes Markdown as paragraphs of its own: the export has the HTML of it in all
// but damaged files, so that marks of emphasis may stay.
func (c *cards) markdown(s string) {
	c.out.WriteString(autop(html.EscapeString(s)))
}

func (c *cards) warnings() []book.Diagnostic {
	if len(c.lost) == 0 {
		return nil
	}
	return []book.Diagnostic{rule.ImportShortcode.At(book.Pos{}, "look at the article on the site, and say in the text what they show", "cards of the editor are left out: %s", book.Clip(strings.Join(c.lost, ", "), 200))}
}

// A lexicalNode is a node of the text that Ghost's editor keeps since version 5: a
// paragraph, a text within it, or a card.
type lexicalNode struct {
	Type, Tag, ListType, Text string
	Format                    json.RawMessage // of a text: a sum of the bits of marks
	Children                  []lexicalNode
	card
}

// marks are the elements of the bits of a text's format (lexical, TextNode).
var marks = []struct {
	bit  int
	name string
}{{1, "strong"}, {2, "em"}, {4, "s"}, {8, "u"}, {16, "code"}, {32, "sub"}, {64, "sup"}, {128, "mark"}}

// nodes writes nodes and what is in them.
func (c *cards) nodes(list []lexicalNode) {
	if c.depth++; c.depth > maxCards {
		c.depth--
		return
	}
	for _, n := range list {
		c.node(n)
	}
	c.depth--
}

func (c *cards) node(n lexicalNode) {
	name := ""
	switch kind := strings.TrimPrefix(n.Type, "extended-"); kind {
	case "text":
		c.text(n)
		return
	case "linebreak":
		c.out.WriteString("<br>")
		return
	case "paragraph":
		name = "p"
	case "heading":
		name = "h2"
		if len(n.Tag) == 2 && n.Tag[0] == 'h' && n.Tag[1] >= '1' && n.Tag[1] <= '6' {
			name = n.Tag
		}
	case "quote", "aside":
		name = "blockquote"
	case "list":
		if name = "ul"; n.ListType == "number" {
			name = "ol"
		}
	case "listitem":
		name = "li"
	case "link", "autolink":
		c.out.WriteString(`<a href="` + quoted(n.URL) + `">`)
		c.nodes(n.Children)
		c.out.WriteString("</a>")
		return
	default:
		if len(n.Children) > 0 {
			c.nodes(n.Children)
		} else {
			c.card(kind, n.card)
		}
		return
	}
	c.out.WriteString("<" + name + ">")
	c.nodes(n.Children)
	c.out.WriteString("</" + name + ">\n")
}

func (c *cards) text(n lexicalNode) {
	var format int
	_ = json.Unmarshal(n.Format, &format) // of paragraphs it is a text, which says nothing here
	var start, end string
	for _, m := range marks {
		if format&m.bit != 0 {
			start, end = start+"<"+m.name+">", "</"+m.name+">"+end
		}
	}
	c.out.WriteString(start + html.EscapeString(n.Text) + end)
}
