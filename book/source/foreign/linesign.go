package foreign

import "strings"

// A Sign is what a word asks for that stands alone on a line, between the marks of a tool.
type Sign int

const (
	NoSign   Sign = iota
	NewPage       // a new page
	Contents      // a table of contents
)

// signs are the words of such lines, in lower case, without spaces, hyphens and low lines.
var signs = map[string]Sign{
	"pagebreak": NewPage, "newpage": NewPage, "nextpage": NewPage, "clearpage": NewPage, "cleardoublepage": NewPage,
	"toc": Contents, "tableofcontents": Contents,
}

var signWord = strings.NewReplacer(" ", "", "\t", "", "-", "", "_", "", ".", "", ">", "")

// SignOf returns what a word asks for, with or without the signs that templates put before
// it: "pagebreak", "page-break", "Page Break", ".TableOfContents".
func SignOf(word string) Sign {
	if len(word) > maxSignWord {
		return NoSign
	}
	return signs[strings.ToLower(signWord.Replace(word))]
}

// maxSignWord is the longest such word, in bytes, generously: ".Page.TableOfContents".
const maxSignWord = 40

// lineSign writes a tag for a new page or for a table of contents, by the signs that package
// markdown knows. Within other text there is no place for either.
func lineSign(s *scanner, t tag) bool {
	text := `\newpage`
	if SignOf(t.name) == Contents {
		text = "[TOC]"
	}
	if !s.alone(t.from, t.to) {
		return false
	}
	s.block(t.from, t.to, text)
	return true
}
