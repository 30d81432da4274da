package foreign

import (
	"bytes"
	"cmp"
	"strings"

	"octavo/book/base/pattern"
)

// MyST is the Markdown of Sphinx and Jupyter Book: directives in fences, roles before spans
// of code, targets and comments on lines of their own.
//
// Source: MyST Markdown, "Directives" and "Roles".

var (
	// mystForm is what MyST has: the fence of a directive, a target, a role. R and Quarto have
	// fences of that form too, so that the name of the directive counts.
	mystForm = pattern.Later("(?m)^[ \\t>]*(?:`{3,}|:{3,}|~{3,})\\{([a-z][a-z0-9:-]*)\\}|^\\([\\w:.-]+\\)=[ \\t]*$|\\{(?:ref|doc|numref|math|cite[a-z:]*|eq|term|abbr|sub|sup|kbd)\\}`")
	// breakForm is a line that parts cells, perhaps with what a program reads behind it.
	breakForm  = pattern.Later(`^\+\+\+[ \t]*(?:\{.*\})?[ \t]*$`)
	targetLine = pattern.Later(`^\(([\w:.-]+)\)=[ \t]*$`)
	roleForm   = pattern.Later("^\\{([a-z][a-z0-9:+_-]*)\\}(?:`([^`\\n]+)`|``([^\\n]+?)``)")
	titledForm = pattern.Later(`(?s)^(.*?)[ \t\n]*<([^<>]+)>$`)
)

// indexDirectives finds out whether the text is in MyST, and the ids that its targets and
// directives give.
func (s *scanner) indexDirectives() {
	s.ends = map[int]string{}
	for _, m := range s.all(mystForm, "}`", "`{", ":{", "~{", ")=") {
		s.myst = s.myst || m[2] == m[3] || isDirective(string(s.text[m[2]:m[3]]))
	}
	if !s.myst {
		return
	}
	for k := range s.lines {
		l := s.lineOf(s.lines[k])
		text := s.text[l.start:l.end]
		if m := targetLine().FindSubmatch(text); m != nil {
			s.ids[string(m[1])] = true
		}
		if m := namedForm().FindSubmatch(bytes.TrimLeft(text, " \t>")); m != nil {
			s.ids[unmarked(string(m[1]))] = true
		}
	}
}

// mystLine takes a target, a remark or the end of a cell. A target above a heading is its id.
func (s *scanner) mystLine(i, p int, l line) int {
	text := s.text[i:l.end]
	m := targetLine().FindSubmatch(text)
	switch {
	case m != nil:
		s.keep(p, i)
		n := min(l.end+1, len(s.text))
		for n < len(s.text) && s.text[n] == '\n' {
			n++
		}
		if h := s.lineOf(n); n < len(s.text) && s.text[n] == '#' && !bytes.Contains(s.text[n:h.end], []byte("{#")) {
			s.keep(n, h.end)
			s.put(" {#"+string(m[1])+"}", i)
			return h.end
		}
		s.put(anchor(string(m[1])), i)
	case bytes.HasPrefix(text, []byte("% ")):
		s.keep(p, i)
		if !s.startsBlock(i) && s.text[s.lineOf(i-1).start] != '%' {
			s.tell(tagRule, i, "lines within text such as "+clip(string(text))+" are left out: they are remarks in MyST", `write \% where the sign is one of the text`)
		}
	case breakForm().Match(text):
		s.keep(p, i)
	default:
		return 0
	}
	return l.end
}

// role writes a role of MyST with the words that it is for. See sign for what it returns.
func (s *scanner) role(i, p, end int) int {
	if !s.myst {
		return 0
	}
	m := roleForm().FindSubmatch(s.text[i:min(end, i+maxTag)])
	if m == nil {
		return 0
	}
	s.keep(p, i)
	s.written(string(m[1]), strings.TrimSpace(string(m[2])+string(m[3])), i)
	return i + len(m[0])
}

// written writes the words of a role.
func (s *scanner) written(name, text string, at int) {
	words, target := "", text
	if m := titledForm().FindStringSubmatch(text); m != nil {
		words, target = m[1], m[2]
	}
	switch name = name[strings.LastIndexByte(name, ':')+1:]; name {
	case "ref", "numref", "eq", "hoverxref":
		source := "{" + name + "}`" + text + "`"
		if words != "" && !s.ids[target] {
			s.tellLost(target, source, at)
			s.put(plain(words), at)
			return
		}
		s.refer(target, source, at, plain(words))
	case "doc", "download":
		s.put("["+plain(cmp.Or(words, target))+"]("+destination(target)+")", at)
	case "any", "term", "class", "func": // of a glossary, or of another book
		s.put(plain(cmp.Or(words, text)), at)
	case "math":
		s.put("$"+text+"$", at)
	case "sub", "sup", "kbd":
		s.put("<"+name+">"+plain(text)+"</"+name+">", at)
	case "subscript", "superscript":
		s.written(name[:3], text, at)
	case "code", "file", "samp", "command", "program", "option", "envvar", "literal":
		s.put(codeSpan(text), at)
	case "strong":
		s.put("**"+text+"**", at)
	case "emphasis", "dfn", "title-reference":
		s.put("*"+text+"*", at)
	case "abbr", "guilabel", "menuselection":
		s.put(plain(text), at)
	default:
		if strings.HasPrefix(name, "cite") || name == "p" || name == "t" {
			s.tell(citationRule, at, "citations such as {cite}`"+clip(text)+"` are printed as they are written: a book has no bibliography yet", "write the source in words, or in a note: ^[...]")
			s.put(plain("["+text+"]"), at)
			return
		}
		s.tell(tagRule, at, "the role {"+clip(name)+"} is left out, its words stay", "write as Markdown what it shows")
		s.put(codeSpan(text), at)
	}
}
