package rawhtml

import "octavo/book"

// A Class is what becomes of an element.
type Class int

// The classes.
const (
	Unknown Class = iota // dropped with a warning, its content kept
	Removed              // dropped with a warning and with its content
	Passing              // its content stands for it
	Phrase               // an inline of the model
	Void                 // an inline without content: br, img, wbr
	Media                // plays or shows what a book does not; its words and its address stand for it, with a warning
	Block                // a block, or part of one
)

// ClassOf returns the class of an element.
func ClassOf(name string) Class {
	if _, ok := styles[name]; ok {
		return Phrase
	}
	return classes[name]
}

// styles are the elements that are a style of the model.
var styles = map[string]book.Style{
	"em": book.Emphasis, "i": book.Emphasis, "var": book.Emphasis,
	"strong": book.Strong, "b": book.Strong,
	"s": book.Strike, "del": book.Strike, "strike": book.Strike,
	"sup": book.Superscript, "sub": book.Subscript,
	"u": book.Underline, "ins": book.Inserted, "dfn": book.Defining,
	"mark": book.Highlight, "kbd": book.Keyboard, "small": book.Small, "cite": book.Cite,
}

var classes = map[string]Class{
	"a": Phrase, "abbr": Phrase, "acronym": Phrase, "code": Phrase, "samp": Phrase, "tt": Phrase,
	"span": Phrase, "bdi": Phrase, "bdo": Phrase, "q": Phrase, "ruby": Phrase, "rb": Passing, "rtc": Passing, "rt": Phrase, "rp": Removed,
	"time": Phrase, "data": Passing, "label": Passing, "nobr": Passing,
	"br": Void, "wbr": Void, "img": Void,

	"html": Passing, "body": Passing, "tbody": Passing, "thead": Passing, "tfoot": Passing,
	"p": Block, "div": Block, "section": Block, "article": Block, "aside": Block, "main": Block,
	"header": Block, "footer": Block, "nav": Block, "center": Block, "address": Block, "details": Block,
	"summary": Block, "hgroup": Block, "search": Block,
	"blockquote": Block, "ul": Block, "ol": Block, "menu": Block, "li": Block, "dl": Block, "dt": Block, "dd": Block,
	"pre": Block, "hr": Block, "figure": Block, "figcaption": Block, "picture": Passing, "source": Passing,
	"table": Block, "caption": Block, "tr": Block, "td": Block, "th": Block, "colgroup": Passing, "col": Passing,
	"h1": Block, "h2": Block, "h3": Block, "h4": Block, "h5": Block, "h6": Block,

	"script": Removed, "style": Removed, "iframe": Media, "object": Media, "embed": Media, "template": Removed,
	"noscript": Removed, "svg": Removed, "math": Removed, "audio": Media, "video": Media, "canvas": Removed,
	"head": Removed, "title": Removed, "meta": Removed, "link": Removed, "base": Removed, "select": Removed,
	"textarea": Removed, "input": Removed, "button": Removed, "frame": Removed, "frameset": Removed,
	"noframes": Removed, "applet": Removed, "map": Removed, "area": Removed, "track": Removed, "param": Removed,
	"xmp": Removed, "plaintext": Removed, "dialog": Removed, "datalist": Removed, "portal": Removed,
}

// voids have no end tag.
var voids = map[string]bool{
	"area": true, "base": true, "br": true, "col": true, "embed": true, "frame": true, "hr": true, "img": true,
	"input": true, "link": true, "meta": true, "param": true, "source": true, "track": true, "wbr": true,
}

// containers are the blocks that hold other blocks and mean nothing more.
var containers = map[string]bool{
	"div": true, "section": true, "article": true, "aside": true, "main": true, "header": true, "footer": true,
	"nav": true, "center": true, "address": true, "details": true, "hgroup": true, "search": true,
}

// closedBy lists, for an element whose end tag may be left out, the start tags
// that end it.
var closedBy = map[string]map[string]bool{
	"li": {"li": true},
	"rb": rubyParts, "rt": rubyParts, "rp": rubyParts,
	"dt": {"dt": true, "dd": true},
	"dd": {"dt": true, "dd": true},
	"td": {"td": true, "th": true, "tr": true, "tbody": true, "thead": true, "tfoot": true},
	"th": {"td": true, "th": true, "tr": true, "tbody": true, "thead": true, "tfoot": true},
	"tr": {"tr": true, "tbody": true, "thead": true, "tfoot": true},
}

// scopes are the elements that the end of an element inside cannot leave: the
// end tag of an outer list item does not close what is in an inner table.
var scopes = map[string]map[string]bool{
	"li": {"ul": true, "ol": true, "menu": true},
	"dt": {"dl": true},
	"dd": {"dl": true},
	"td": {"table": true},
	"th": {"table": true},
	"tr": {"table": true},
}

// IsCode reports whether an element is literal text within a line.
func IsCode(name string) bool { return name == "code" || name == "samp" || name == "tt" }
