package acceptance

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hundred writes a manuscript of a hundred chapters with all that a page may
// begin in.
func hundred(t testing.TB, more string) string {
	dir := t.TempDir()
	rnd := rand.New(rand.NewPCG(6, 100))
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("mark.png", string(onePixel))
	var list strings.Builder
	for i := range 100 {
		if i%20 == 0 {
			fmt.Fprintf(&list, "  - part: Part of %s\n    chapters:\n", phrase(rnd, 2))
		}
		name := fmt.Sprintf("c%03d.md", i)
		fmt.Fprintf(&list, "      - %s\n", name)
		write(name, chapterOf(rnd, i))
	}
	write("foreword.md", "---\ntitle: Before "+phrase(rnd, 2)+"\n---\n\n"+strings.Repeat(phrase(rnd, 90)+".\n\n", 8))
	write("book.yaml", "title: One Hundred Letters\nlanguage: en-GB\npublisher: The Press\ndate: 2025-03-04\neditors-note: foreword.md\n"+more+"chapters:\n"+list.String())
	return dir
}

// onePixel is a picture.
var onePixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU" +
	"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82")

func phrase(rnd *rand.Rand, n int) string {
	syllables := strings.Fields("ka ver lo sti mor an det ful ing per so la tor ne wick harb our ti de brack sund")
	var list []string
	for range n {
		var w strings.Builder
		for range 1 + rnd.IntN(4) {
			w.WriteString(syllables[rnd.IntN(len(syllables))])
		}
		list = append(list, w.String())
	}
	return strings.Join(list, " ")
}

// paragraphOf returns a paragraph with words in many forms.
func paragraphOf(rnd *rand.Rand) string {
	var b strings.Builder
	for range 3 + rnd.IntN(6) {
		b.WriteString(strings.ToUpper("s") + phrase(rnd, 4+rnd.IntN(12)))
		switch rnd.IntN(12) {
		case 0:
			b.WriteString(" *" + phrase(rnd, 3) + "*")
		case 1:
			b.WriteString(" `" + phrase(rnd, 4) + "`")
		case 2: // an address would be printed on paper alone
			b.WriteString(" [" + phrase(rnd, 5) + "](c007.md)")
		case 3:
			b.WriteString("---" + phrase(rnd, 3))
		case 4:
			b.WriteString(" " + phrase(rnd, 1) + "-" + phrase(rnd, 1) + "-" + phrase(rnd, 1))
		case 5:
			b.WriteString("[^n]")
		case 9:
			fmt.Fprintf(&b, " [%s]{index=\"%s!%s\"}", phrase(rnd, 2), phrase(rnd, 1), phrase(rnd, 2))
		case 10:
			b.WriteString(" [" + phrase(rnd, 2) + "]{.index}")
		case 6:
			b.WriteString(" [한국의 바다는 넓고 배는 작다]{lang=ko}")
		case 7:
			b.WriteString(" [海峽兩岸的港口與河流]{lang=zh-Hant}")
		case 8:
			b.WriteString(" **" + phrase(rnd, 1) + "** _" + phrase(rnd, 2) + "_")
		}
		b.WriteString(". ")
	}
	return strings.TrimSpace(b.String())
}

func chapterOf(rnd *rand.Rand, i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: The %s of %s\nkicker: Letters\nsubtitle: %s\ndate: 2024-0%d-11\nauthors: [{name: %s %s, bio: \"Writes about %s.\", email: w%d@example.org}, {name: %s, bio: \"Knows *%s*.\"}, {name: Several %c}, {name: Various %c}]\n",
		phrase(rnd, 1), phrase(rnd, 2), phrase(rnd, 6), 1+i%9, phrase(rnd, 1), phrase(rnd, 1), phrase(rnd, 5), i, phrase(rnd, 2), phrase(rnd, 8), 'A'+i%5, 'A'+i%7)
	if i%3 == 0 {
		fmt.Fprintf(&b, "editors-note: %s\n", phrase(rnd, 30))
	}
	b.WriteString("---\n\n")
	for range 6 + rnd.IntN(14) {
		switch rnd.IntN(14) {
		case 0:
			fmt.Fprintf(&b, "## %s\n\n", phrase(rnd, 4))
		case 1:
			for k := range 3 + rnd.IntN(8) {
				fmt.Fprintf(&b, "%d. %s\n", k+1, phrase(rnd, 5+rnd.IntN(25)))
			}
			b.WriteByte('\n')
		case 2:
			b.WriteString("| " + phrase(rnd, 1) + " | " + phrase(rnd, 2) + " |\n| --- | ---: |\n")
			for range 4 + rnd.IntN(30) {
				b.WriteString("| " + phrase(rnd, 1+rnd.IntN(8)) + " | " + phrase(rnd, 1) + " |\n")
			}
			b.WriteByte('\n')
		case 3:
			b.WriteString("```go\n")
			for range 3 + rnd.IntN(40) {
				b.WriteString("\t" + phrase(rnd, 1+rnd.IntN(14)) + "\n")
			}
			b.WriteString("```\n\n")
		case 4:
			fmt.Fprintf(&b, "> %s\n>\n> %s\n\n", paragraphOf(rnd), paragraphOf(rnd))
		case 5:
			fmt.Fprintf(&b, "![%s](mark.png \"%s\"){credit=\"%s\"}\n\n", phrase(rnd, 3), phrase(rnd, 8), phrase(rnd, 2))
		case 6:
			fmt.Fprintf(&b, "%s\n:   %s\n\n%s\n:   %s\n\n", phrase(rnd, 2), phrase(rnd, 30), phrase(rnd, 1), phrase(rnd, 12))
		case 7:
			b.WriteString("* * *\n\n")
		}
		b.WriteString(paragraphOf(rnd) + "\n\n")
	}
	fmt.Fprintf(&b, "Called here.[^n]\n\n[^n]: %s\n", phrase(rnd, 20))
	return b.String()
}
