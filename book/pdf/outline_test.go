package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"octavo/book"
	"octavo/book/pdf/object"
	"octavo/book/source/markdown"
	"octavo/book/typeset/layout"
	"octavo/book/typeset/theme"
)

// foreignBook is a book in English of two parts, with a chapter in Korean and one
// whose title has a French span. Its outline is so long that not all of it is open.
func foreignBook(t *testing.T) []byte {
	t.Helper()
	b := &book.Book{Title: "Ports", Language: "en", Identifier: "urn:isbn:9780000000002"}
	for p := range 2 {
		part := &book.Part{Title: []book.Inline{&book.Text{Value: fmt.Sprintf("Part %d", p+1)}}}
		for k := range 12 {
			title, lang, kicker := fmt.Sprintf("Harbour %d %d", p, k), "en", "Ships"
			switch k {
			case 1:
				title, lang, kicker = "항구 이야기", "ko", "바다"
			case 2:
				title = "Along the [Côte d’Azur]{lang=fr}"
			}
			src := "---\ntitle: '" + title + "'\nkicker: " + kicker + "\n---\n\n## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n"
			c, list := markdown.Parse(fmt.Sprintf("%d-%d.md", p, k), []byte(src), markdown.Options{Language: lang})
			if book.HasErrors(list) {
				t.Fatal(list)
			}
			c.ID, c.Lang = fmt.Sprintf("c%d-%d", p, k), lang
			part.Chapters = append(part.Chapters, c)
		}
		b.Parts = append(b.Parts, part)
	}
	th, _ := theme.Builtin("press")
	doc, _, err := layout.Set(b, th, layout.Options{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := Encode(doc, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestOutlineLinks holds the outline of a finished file to what ISO 32000-1, 12.3.3
// asks of it at every level: entries know those before and behind them, their parent,
// and how many of theirs are seen.
func TestOutlineLinks(t *testing.T) {
	r := readPDF(t, foreignBook(t))
	ref, ok := r.dict(r.trailer["Root"])["Outlines"].(object.Ref)
	if !ok {
		t.Fatal("no outline")
	}
	root := r.dict(ref)
	levels := map[int]int{}
	if got, want := outlineLevel(t, r, ref, root, 0, levels), int(root["Count"].(object.Int)); got != want {
		t.Errorf("%d entries are seen, the root counts %d", got, want)
	}
	if levels[0] < 3 || levels[1] != 24 || levels[2] != 72 {
		t.Errorf("entries by level: %v", levels)
	}
}

// outlineLevel checks the entries of parent and returns how many are seen when it is
// open.
func outlineLevel(t *testing.T, r *reader, at object.Ref, parent object.Dict, depth int, levels map[int]int) int {
	t.Helper()
	seen := 0
	var before object.Object
	next := parent["First"]
	for next != nil {
		d := r.dict(next)
		levels[depth]++
		seen++
		if d["Parent"] != object.Object(at) {
			t.Errorf("level %d: parent is %v, want %v", depth, d["Parent"], at)
		}
		if d["Prev"] != before {
			t.Errorf("level %d: Prev is %v, want %v", depth, d["Prev"], before)
		}
		if d["First"] != nil {
			n := outlineLevel(t, r, next.(object.Ref), d, depth+1, levels)
			switch count := int(d["Count"].(object.Int)); {
			case count > 0 && count == n:
				seen += n
			case count != -n:
				t.Errorf("level %d: Count is %d of %d", depth, count, n)
			}
		} else if d["Count"] != nil || d["Last"] != nil {
			t.Errorf("level %d: an entry without others counts some", depth)
		}
		before, next = next, d["Next"]
	}
	if parent["Last"] != before {
		t.Errorf("level %d: Last is %v, want %v", depth, parent["Last"], before)
	}
	return seen
}

// TestForeignTitles shows that the file says in which language the words of foreign
// titles are, on their pages and in the contents.
func TestForeignTitles(t *testing.T) {
	r := readPDF(t, foreignBook(t))
	root := r.dict(r.dict(r.trailer["Root"])["StructTreeRoot"])
	got := map[string]int{}
	languages(r, root, nil, got)
	for path, want := range map[string]int{
		"Sect ko":      2, // the chapters
		"TOCI Span ko": 2, // their titles in the contents
		"H2 Span fr":   2, // the words in French, below an H1 of the part
		"TOCI Span fr": 2, // and in the contents
		"Document en":  1,
	} {
		if got[path] != want {
			t.Errorf("%s: %d times, want %d; all: %v", path, got[path], want, got)
		}
	}
	if len(got) != 5 {
		t.Errorf("languages: %v", got)
	}
}

// languages counts the elements that have a language of their own, by the entry of the
// contents or the heading that they stand in, their type and the language.
func languages(r *reader, o object.Object, within []string, got map[string]int) {
	switch o := r.get(o).(type) {
	case object.Array:
		for _, kid := range o {
			languages(r, kid, within, got)
		}
	case object.Dict:
		name, _ := o["S"].(object.Name)
		if name == "" && o["K"] == nil {
			return
		}
		if name == "TOCI" || strings.HasPrefix(string(name), "H") {
			within = []string{string(name)}
		}
		if lang, ok := o["Lang"].(object.String); ok {
			path := append(slices.Clone(within), string(name), textString(lang))
			if len(within) > 0 && within[0] == string(name) {
				path = path[1:]
			}
			got[strings.Join(path, " ")]++
		}
		languages(r, o["K"], within, got)
	}
}

// textString decodes a text string (ISO 32000-1, 7.9.2.2).
func textString(s object.String) string {
	b, ok := strings.CutPrefix(string(s), "\xfe\xff")
	if !ok {
		return string(s)
	}
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}
