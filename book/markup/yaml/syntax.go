package yaml

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
)

var faultLine = pattern.Later(`^line (\d+): `)

// syntax reports a fault of the library as one plain line with its place.
func (d *Document) syntax(err error) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 0
	if m := faultLine().FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = text[len(m[0]):]
	}
	if !errors.Is(err, errMany) {
		line = d.faulty()
	}
	line = min(max(line, 1), len(d.lines))
	col, tab := d.indent(line)
	message, hint := explain(text, tab)
	if at, found, remedy := misread(d.line(line)); found != "" && !tab {
		col, message, hint = at, found, remedy
	}
	pos := book.Pos{File: d.file, Line: d.first + line - 1, Col: col}
	broken := rule.YAMLSyntax
	if strings.Contains(text, "exceeded max depth") {
		broken = rule.NestingLimit
	}
	d.report(broken.At(pos, hint, "%s", message))
}

// faulty returns the first line after the longest beginning of the document
// that can be read: the library names the line on which the enclosing construct
// began, which may be the first of the file.
//
// The length is searched by halving, which would be exact if every beginning shorter
// than one that can be read could be read too. But a beginning that ends within a list in
// brackets or a quotation cannot be read, and a longer one can. So a few lines more
// are tried as well, and where one of them can be read the halving goes on from there. Their
// number, beyond, was chosen by eye; within a longer list the line named is too early. A
// broken document is decoded some 450 times at most.
func (d *Document) faulty() int {
	const beyond = 40
	good := 0
	for probes := 0; probes < 8; probes++ {
		lo, hi := good, len(d.lines) // lo can be read, hi cannot
		for lo+1 < hi {
			mid := (lo + hi) / 2
			if d.readable(mid) {
				lo = mid
			} else {
				hi = mid
			}
		}
		good = lo
		next := 0
		for k := lo + 2; k <= min(lo+beyond, len(d.lines)-1) && next == 0; k++ {
			if d.readable(k) {
				next = k
			}
		}
		if next == 0 {
			break
		}
		good = next
	}
	return d.notBlank(good + 1)
}

// readable reports whether the first n lines are a document.
func (d *Document) readable(n int) bool {
	end := len(d.src)
	if n < len(d.lines) {
		end = d.lines[n]
	}
	_, err := decode(d.src[:end])
	return err == nil
}

// notBlank returns the first line from n on that holds something.
func (d *Document) notBlank(n int) int {
	for n < len(d.lines) && len(bytes.TrimSpace(d.line(n))) == 0 {
		n++
	}
	return n
}

func (d *Document) line(n int) []byte {
	end := len(d.src)
	if n < len(d.lines) {
		end = d.lines[n]
	}
	return d.src[d.lines[n-1]:end]
}

// indent returns the column of the first character of a line that is no space,
// and whether that is a tab.
func (d *Document) indent(line int) (col int, tab bool) {
	text := d.line(line)
	n := len(text) - len(bytes.TrimLeft(text, " "))
	return n + 1, n < len(text) && text[n] == '\t'
}

// explanations turns the library's messages into what an author can mend.
var explanations = []struct{ found, message, hint string }{
	{"mapping values are not allowed", "a colon where none can stand", "put a value that holds a colon in quotation marks"},
	{"could not find expected ':'", "a key without a colon", `write "key: value"`},
	{"did not find expected key", "this line does not fit the ones before it", "check the indentation, and quotation marks inside a quoted value"},
	{"did not find expected '-'", "this line does not fit the list before it", "give all items of a list the same indentation"},
	{"did not find expected ',' or ']'", "a list in brackets is not closed, or an item needs quotation marks", "close it with ], part its items by commas, and put those with ? : , [ ] { } in quotation marks"},
	{"did not find expected ',' or '}'", "a mapping in braces is not closed, or a value needs quotation marks", "close it with }, part its entries by commas, and put values with ? : , [ ] { } in quotation marks"},
	{"unexpected end of stream", "a quotation mark is not closed", "close it; a value that holds one kind can stand in the other"},
	{"found unknown escape character", "an unknown escape in a value in double quotation marks", "write a backslash twice, or use single quotation marks"},
	{"cannot start any token", "a value or a key cannot begin with this character", "put it in quotation marks"},
	{"exceeded max depth", "nesting of more than " + strconv.Itoa(MaxDepth) + " levels", "leave out some of them"},
	{errMany.Error(), "a second document begins; there can be one only", "delete what begins with the line ---, or its hyphens"},
	{"block sequence entries are not allowed", "a list item where none can stand", "begin the list on a line of its own"},
	{"did not find expected node content", "a value is missing here", "write it, or delete the key"},
}

func explain(text string, tab bool) (message, hint string) {
	if tab {
		return "a tab in the indentation", "indent with spaces"
	}
	for _, e := range explanations {
		if strings.Contains(text, e.found) {
			return e.message, e.hint
		}
	}
	return "not YAML: " + firstLine(text), "write a key, a colon and a value on each line"
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
