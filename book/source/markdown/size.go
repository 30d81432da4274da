package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"octavo/book/base/rule"
)

// A book has pages of many sizes, so that a width is a share of the text, in 1/1000. Who
// writes a length thinks of the page that he sees.
const (
	// webText is the text of HackMD, Obsidian and GitHub, in CSS pixels: 700 to 830, and
	// the smallest, so that no picture gets smaller than it was meant.
	webText = 700
	// pageText is the text of a page in print, in micrometres: 100 to 115 mm in books.
	pageText = 110_000
)

// lengths are the units of a width, in micrometres.
var lengths = map[string]int{"mm": 1000, "cm": 10_000, "in": 25_400, "pt": 353}

// parseWidth reads a width as thousandths of the text: a percentage, with at most one
// decimal, or a length.
func parseWidth(s string) (int, bool) {
	number, ok := strings.CutSuffix(s, "%")
	if !ok {
		return parseLength(s)
	}
	whole, tenth, dot := strings.Cut(number, ".")
	w, err := strconv.Atoi(whole)
	if err != nil || w < 0 || w > 100 || dot && len(tenth) != 1 {
		return 0, false
	}
	w *= 10
	if dot {
		if tenth[0] < '0' || tenth[0] > '9' {
			return 0, false
		}
		w += int(tenth[0] - '0')
	}
	return w, w > 0 && w <= 1000
}

// width reads the width that braces give to a figure or a table; 0 for one that is none,
// which is reported.
func (d *document) width(a *attributes, value string) int {
	w, ok := parseWidth(value)
	if !ok {
		d.report(rule.WidthFormat.At(d.place(a.offset), "write a share of the text width, such as width=60%, or a length, such as 6cm", "%q is no width", clip(value)))
	}
	return w
}

func formatWidth(w int) string {
	if w%10 == 0 {
		return strconv.Itoa(w/10) + "%"
	}
	return strconv.Itoa(w/10) + "." + strconv.Itoa(w%10) + "%"
}

// parseLength reads a length, "300px", "300" or "7.5cm", as thousandths of the text.
func parseLength(s string) (int, bool) {
	number := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz ")
	name := strings.TrimSpace(s[len(number):])
	if name == "" || name == "px" {
		return pixels(number)
	}
	whole, part, _ := strings.Cut(number, ".")
	w, err := strconv.Atoi(whole + (part + "00")[:2]) // hundredths
	if err != nil || w <= 0 || w > 1_000_000 || lengths[name] == 0 || s[0] == '+' {
		return 0, false
	}
	return max(1, min(w*lengths[name]/100*1000/pageText, 1000)), true
}

// sizeKey is the name under which an image of the tree keeps its width.
const sizeKey = "size"

// sizeInAlt parts Obsidian's "words|300" and "words|300x200" into the words and the width.
// An escaped bar is one of the words.
func (d *document) sizeInAlt(n ast.Node, alt string) (string, int) {
	last, ok := n.LastChild().(*ast.Text)
	i := strings.LastIndexByte(alt, '|')
	if !ok || i < 0 || !bytes.HasSuffix(last.Segment.Value(d.src), []byte(alt[i:])) || bytes.HasSuffix(last.Segment.Value(d.src), []byte(`\`+alt[i:])) {
		return alt, 0
	}
	w, _, _ := strings.Cut(alt[i+1:], "x")
	width, ok := pixels(w)
	if !ok {
		return alt, 0
	}
	return strings.TrimRight(alt[:i], " "), width
}

// pixels reads a number of CSS pixels as thousandths of the text.
func pixels(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	if err != nil || n <= 0 || n > 1_000_000 || s[0] == '+' {
		return 0, false
	}
	return max(1, min(n*1000/webText, 1000)), true
}

// readSize reads the size behind the address of an image, " =300x200", " =300x" or
// " =50%x", as HackMD and marked have it. The width is that of the text where only a height
// is given.
func (t *target) readSize(r text.Reader) bool {
	line, _ := r.PeekLine()
	n := 1
	for n < len(line) && (line[n] >= '0' && line[n] <= '9' || line[n] == '%' || line[n] == 'x') {
		n++
	}
	w, h, ok := strings.Cut(string(line[1:n]), "x")
	if !ok || w == "" && h == "" {
		return false
	}
	if strings.HasSuffix(w, "%") {
		t.width, ok = parseWidth(w)
	} else if w != "" {
		t.width, ok = pixels(w)
	}
	if !ok {
		return false
	}
	r.Advance(n)
	r.SkipSpaces()
	return true
}
