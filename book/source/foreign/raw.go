package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

var (
	// rawForm is the format of a raw block, as {=html}.
	rawForm = pattern.Later(`^\{=([a-zA-Z0-9_-]+)\}`)
	// environment is a line of LaTeX that begins or ends an environment.
	environment = pattern.Later(`^\\(begin|end)\{([a-zA-Z]+)\*?\}(?:\[[^\[\]\n]*\])?`)
	// command is a command of TeX with at most one argument.
	command = pattern.Later(`^\\([A-Za-z@]+)\*?(\{([^{}\n]*)\})?`)
)

// rawFormat returns the format that the first line of a block of code gives.
func rawFormat(info string) (format string, ok bool) {
	m := rawForm().FindStringSubmatch(info)
	if m == nil || len(m[0]) != len(info) {
		return "", false
	}
	return strings.ToLower(m[1]), true
}

// rawSuffix returns the format behind a span of code, and its length.
func rawSuffix(b []byte) (format string, ok bool, length int) {
	if m := rawForm().FindSubmatch(b[:min(len(b), 40)]); m != nil { // longer than any name of a format
		return strings.ToLower(string(m[1])), true, len(m[0])
	}
	return "", false, 0
}

// ours are the formats whose raw text a book can take.
var ours = map[string]bool{"html": true, "html4": true, "html5": true, "epub": true, "epub2": true, "epub3": true, "markdown": true, "commonmark": true, "md": true}

// rawBlock writes a raw block between two offsets. What is meant for another format
// is left out.
func (s *scanner) rawBlock(format string, at, from, to int) {
	if !ours[format] {
		s.tellRaw(format, at)
		return
	}
	s.put("\n", at)
	s.keep(from, to)
}

func (s *scanner) tellRaw(format string, at int) {
	s.tell(rawRule, at, "raw text for "+format+" is left out", "write what a book shall show as Markdown, or as HTML in {=html}")
}

// rawSpan writes a raw span. What is meant for another format is left out.
func (s *scanner) rawSpan(format string, at, from, to int) {
	if !ours[format] {
		s.tellRaw(format, at)
		return
	}
	text := strings.TrimSpace(string(s.text[from:to]))
	s.put(text, from)
}

// layouts are commands of TeX that move things on a page: a book does without them.
var layouts = map[string]bool{
	"vspace": true, "hspace": true, "smallskip": true, "medskip": true, "bigskip": true, "noindent": true, "indent": true, "centering": true,
	"hfill": true, "vfill": true, "raggedright": true, "raggedleft": true, "linebreak": true, "nopagebreak": true, "bigbreak": true, "medbreak": true,
	"singlespacing": true, "doublespacing": true, "onehalfspacing": true, "setcounter": true, "pagestyle": true, "thispagestyle": true,
	"pagenumbering": true, "label": true, "footnotesize": true, "scriptsize": true, "normalsize": true, "frontmatter": true, "mainmatter": true,
	"backmatter": true, "printbibliography": true, "bibliography": true, "listoffigures": true, "listoftables": true, "phantomsection": true, "protect": true,
	"addcontentsline": true, "selectlanguage": true, "vskip": true, "hskip": true, "parindent": true, "parskip": true, "par": true, "usepackage": true, "maketitle": true, "appendix": true,
}

// arguments are the layouts that mean something only with an argument, or alone.
var arguments = map[string]bool{"vspace": true, "hspace": true, "label": true, "setcounter": true, "pagestyle": true, "thispagestyle": true, "pagenumbering": true, "bibliography": true, "selectlanguage": true, "usepackage": true, "addcontentsline": true}

// names are commands of TeX that are characters or names.
var names = map[string]string{"LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "XeLaTeX": "XeLaTeX", "BibTeX": "BibTeX", "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textbackslash": `\\`, "textasciitilde": `\~`, "copyright": "©", "texttrademark": "™", "textregistered": "®", "quad": " ", "qquad": " "}

// marksOf are commands of TeX whose argument gets marks around it.
var marksOf = map[string][2]string{"emph": {"*", "*"}, "textit": {"*", "*"}, "textsl": {"*", "*"}, "textbf": {"**", "**"}, "texttt": {"`", "`"}, "textsc": {"[", "]{.smallcaps}"}, "underline": {"<u>", "</u>"}, "footnote": {"^[", "]"}, "url": {"<", ">"}, "textsuperscript": {"<sup>", "</sup>"}, "textsubscript": {"<sub>", "</sub>"}}

// backslash keeps an escape, and reads a command of TeX or a reference. See sign for what
// it returns.
func (s *scanner) backslash(i, p, end int) int {
	if n := s.latexReference(i, p, end); n > 0 {
		return n
	}
	if bytes.HasPrefix(s.text[i:end], []byte(`\{{#`)) { // an example of an include
		if k := s.next("}}", i); k >= 0 && k < end {
			s.keep(p, i)
			s.put(plain(string(s.text[i+1:k+2])), i)
			return k + 2
		}
	}
	if i+1 < end && !isLetter(s.text[i+1]) {
		return s.skip(p, i+2)
	}
	if i > 0 && isAlnum(s.text[i-1]) || i > 1 && s.text[i-1] == ':' { // a path: C:\label
		return 0
	}
	if m := environment().FindSubmatch(s.text[i:end]); m != nil && s.alone(i, i+len(m[0])) {
		return s.environment(string(m[1]), string(m[2]), i, p, i+len(m[0]))
	}
	m := command().FindSubmatch(s.text[i:min(end, i+maxTag)])
	if m == nil {
		return 0
	}
	return s.command(string(m[1]), m, i, p)
}

// command writes a command of TeX that a book understands, or does without.
func (s *scanner) command(name string, m [][]byte, i, p int) int {
	n, argued, argument := i+len(m[0]), len(m[2]) > 0, string(m[3])
	switch around, ok := marksOf[name]; {
	case ok && argued && strings.TrimSpace(argument) != "":
		s.keep(p, i)
		s.put(around[0]+argument+around[1], i)
		return n
	case names[name] != "" && (!argued || argument == ""):
		s.keep(p, i)
		s.put(names[name], i)
		return n
	case strings.HasSuffix(name, "cite") || name == "citep" || name == "citet" || name == "parencite" || name == "textcite" || name == "autocite":
		if !argued {
			return 0
		}
		s.keep(p, i)
		s.tell(citationRule, i, "citations such as "+clip(string(m[0]))+" are printed as they are written: a book has no bibliography yet", "write the source in words, or in a note: ^[...]")
		s.put(plain(string(m[0])), i)
		return n
	case layouts[name] && argued == arguments[name]:
		s.keep(p, i)
		s.tell(rawRule, i, `\`+name+" of TeX is left out", "delete it: the theme sets the pages")
		return n
	}
	return 0
}

// environment leaves out the line that begins or ends an environment of LaTeX whose
// words are prose.
func (s *scanner) environment(verb, name string, i, p, n int) int {
	text := ""
	switch name {
	case "center", "centering", "flushleft", "flushright", "abstract", "minipage", "multicols", "figure", "titlepage", "small", "large", "spacing", "landscape":
	case "quote", "quotation", "displayquote":
		text = "blockquote"
	case "verse":
		text = "::: verse"
		if verb == "end" {
			text = ":::"
		}
	default:
		return 0
	}
	s.keep(p, i)
	if verb == "begin" {
		s.tell(rawRule, i, "the environment "+name+" of LaTeX is left out, its words stay", "write it as Markdown: > for a quotation, ::: for a block")
	}
	switch {
	case text == "blockquote" && verb == "begin":
		text = "<blockquote>"
	case text == "blockquote":
		text = "</blockquote>"
	}
	s.block(i, n, text)
	return n
}
