package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

// Cells of R Markdown and Quarto, whose programs a book does not run.
var (
	// cellForm is what stands behind the fence of a cell: `{r tides, echo=FALSE}`.
	cellForm = pattern.Later(`(?i)^\{(r|python|julia|ojs|bash|sh|sql|stan|rcpp|octave)(?:[ \t,]+([^{}]*))?\}$`)
	// cellLine is an option within a cell.
	cellLine = pattern.Later(`^(?:#|//|--|%%)\| ?([\w.-]+):[ \t]*(.*?)[ \t]*$`)
	// computed is a span of code whose result stands in the text.
	computed = pattern.Later(`^(?:r|\{(?:r|python|julia)\})[ \t]+\S`)
	// cellIn finds a cell in a text.
	cellIn = pattern.Later("(?mi)^(?:```|~~~)\\{(?:r|python|julia)\\b")
)

// cell writes a cell as code, with its caption and without its options, and returns the offset
// behind it; 0 when the fence is none. A cell that hides its code is left out.
func (s *scanner) cell(f fence, at, body, stop, end int) int {
	m := cellForm().FindStringSubmatch(f.info)
	if m == nil {
		return 0
	}
	options := map[string]string{}
	for _, a := range parseArguments(m[2]) {
		options[strings.ReplaceAll(a.key, ".", "-")] = strings.TrimRight(a.value, ", ")
	}
	for body < stop {
		l := s.lineOf(body)
		o := cellLine().FindSubmatch(bytes.TrimLeft(s.text[body:l.end], " \t>"))
		if o == nil {
			break
		}
		options[strings.ReplaceAll(string(o[1]), ".", "-")] = unmarked(string(o[2]))
		body = min(l.end+1, stop)
	}
	caption, l := options["fig-cap"], s.lineOf(at)
	for _, key := range []string{"include", "echo"} {
		if strings.EqualFold(options[key], "false") {
			s.keep(at, l.marks)
			s.tell(tagRule, at, "a cell that hides its program is left out, and what the program shows is not there", "put what it shows into the chapter: a picture, or a table")
			if caption != "" {
				s.put("*"+plain(caption)+"*", at)
			}
			s.put("\n", at)
			return end
		}
	}
	if !strings.EqualFold(options["eval"], "false") {
		s.tell(tagRule, at, "programs in cells such as "+clip(f.info)+" are printed and not run: what they show is not there", "put what they show into the chapter: a picture, or a table")
	}
	s.keep(at, l.marks)
	s.program(strings.ToLower(m[1]), caption, "", s.prefix(l.marks), span{at, body}, stop)
	return end
}

// unmarked returns a value of YAML on one line without its quotation marks.
func unmarked(s string) string {
	if n := len(s); n > 1 && s[0] == s[n-1] && (s[0] == '"' || s[0] == '\'') {
		return s[1 : n-1]
	}
	return s
}

// tellComputed tells a span of code whose result the source has in its place.
func (s *scanner) tellComputed(inside []byte, at int) {
	if s.knitr && computed().Match(inside) {
		s.tell(tagRule, at, "programs within text such as `"+clip(string(inside))+"` are printed and not run", "write what they give")
	}
}
