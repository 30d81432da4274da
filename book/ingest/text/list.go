package text

import (
	"strconv"
	"strings"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// bullets begin the items of a list.
var bullets = []string{"• ", "* ", "- ", "– ", "‣ ", "◦ ", "▪ ", "・ ", "•\t", "-\t", "*\t", "•"}

// marker returns the number of an item, 0 for a bullet, and where its text
// begins.
func marker(s string) (number, size int, ok bool) {
	for _, b := range bullets {
		if strings.HasPrefix(s, b) && len(s) > len(b) {
			return 0, len(b), true
		}
	}
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == 0 || n+1 >= len(s) || s[n] != '.' && s[n] != ')' || s[n+1] != ' ' && s[n+1] != '\t' {
		return 0, 0, false
	}
	number, _ = strconv.Atoi(s[:n])
	return number, n + 2, number > 0
}

// list returns the list that lines begin with and the number of its lines, nil
// and 0 when they begin with no list. An item alone is a paragraph with a dash, or a
// numbered heading. The items of a list have the same bullet, or numbers that count on.
func list(lines []line) (*book.List, int) {
	first, _, ok := marker(lines[0].text)
	if !ok {
		return nil, 0
	}
	l := &book.List{Ordered: first > 0, Start: first, Tight: true, Pos: book.Pos{Line: lines[0].number, Col: 1}}
	mark := lines[0].text[:1]
	n := 0
	for ; n < len(lines); n++ {
		number, size, ok := marker(lines[n].text)
		if !ok || first > 0 && number != first+n || first == 0 && (number > 0 || lines[n].text[:1] != mark) {
			break
		}
		if n > 0 && !lines[n].tight {
			l.Tight = false
		}
		text := strings.TrimLeft(lines[n].text[size:], " \t")
		l.Items = append(l.Items, &book.ListItem{
			Blocks: []book.Block{&book.Paragraph{Content: draft.Text(text)}},
			Pos:    book.Pos{Line: lines[n].number, Col: 1},
		})
	}
	if n < 2 {
		return nil, 0
	}
	return l, n
}
