package acceptance

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"
)

// marked is the text of an EPUB with the pages in it.
type marked struct {
	words   []string // of all documents
	at      []int    // index of the first word behind each mark
	labels  []string
	targets []string // document and id of each mark
	list    []string // what the page list links to
	ncx     []string
}

func (m *marked) after(i, n int) []string { return m.words[m.at[i]:min(m.at[i]+n, len(m.words))] }

func readMarks(t *testing.T, epub []byte) *marked {
	docs, err := readEPUB(epub)
	if err != nil {
		t.Fatal(err)
	}
	m := &marked{}
	for _, d := range docs {
		m.document(t, strings.TrimPrefix(d.name, "EPUB/"), d.data)
	}
	files := unzip(t, epub)
	m.list = hrefs(t, files["EPUB/nav.xhtml"], "page-list")
	m.ncx = hrefs(t, files["EPUB/toc.ncx"], "pageList")
	return m
}

func attr(el xml.StartElement, name string) string {
	for _, a := range el.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// inlineTags are the elements that do not end a word.
var inlineTags = map[string]bool{"span": true, "a": true, "em": true, "strong": true, "code": true, "sup": true, "sub": true,
	"cite": true, "del": true, "ins": true, "mark": true, "kbd": true, "small": true, "abbr": true, "time": true, "body": true}

func (m *marked) document(t *testing.T, name string, data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var text strings.Builder
	flush := func() {
		m.words = append(m.words, plainWords(text.String())...)
		text.Reset()
	}
	for {
		tok, err := d.Token()
		if err == io.EOF {
			flush()
			return
		}
		if err != nil {
			t.Fatal(name, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if id := attr(tok, "id"); strings.HasPrefix(id, "page.") {
				flush()
				m.at = append(m.at, len(m.words))
				m.labels = append(m.labels, markLabel(t, name, tok))
				m.targets = append(m.targets, name+"#"+id)
			}
			if left(tok) {
				// What is left out may hold no mark, or be looked into for it.
				if err := m.skip(d, name); err != nil {
					t.Fatal(err)
				}
			} else if !inlineTags[tok.Name.Local] {
				text.WriteByte(' ')
			}
		case xml.EndElement:
			if !inlineTags[tok.Name.Local] {
				text.WriteByte(' ')
			}
		case xml.CharData:
			text.Write(tok)
		}
	}
}

// markLabel returns the number of the page that begins with a mark.
func markLabel(t *testing.T, name string, el xml.StartElement) string {
	label := strings.TrimPrefix(attr(el, "id"), "page.")
	if attr(el, "role") != "doc-pagebreak" || attr(el, "aria-label") != label {
		t.Errorf("%s: the mark of page %s is not named so", name, label)
	}
	return label
}

// left reports whether an element holds text that stands elsewhere on the pages.
func left(el xml.StartElement) bool {
	switch attr(el, "class") {
	case "noteref", "task-mark", "credits-chapter", "index-place":
		return true
	}
	return el.Name.Local == "head" || el.Name.Local == "figcaption" || el.Name.Local == "caption" || attr(el, "role") == "doc-footnote"
}

func (m *marked) skip(d *xml.Decoder, name string) error {
	for depth := 1; depth > 0; {
		tok, err := d.Token()
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			depth++
			if strings.HasPrefix(attr(tok, "id"), "page.") {
				return fmt.Errorf("%s: a mark where no page begins", name)
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// hrefs returns the targets of the links within the nav of a type, or within
// the element of that name.
func hrefs(t *testing.T, data []byte, within string) []string {
	d := xml.NewDecoder(bytes.NewReader(data))
	var list []string
	depth := 0
	for {
		tok, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if depth > 0 || tok.Name.Local == within || attr(tok, "type") == within {
				depth++
			}
			if href := attr(tok, "href") + attr(tok, "src"); depth > 0 && href != "" {
				list = append(list, href)
			}
		case xml.EndElement:
			depth = max(depth-1, 0)
		}
	}
}
