package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

// MyST is the Markdown of Sphinx and Jupyter Book: directives in fences, roles before spans
// of code, targets and comments on lines of their own.
//
// Source: MyST Markdown, "Directives" and "Roles".

var (
	// mystForm is what only MyST has: the fence of a directive, a target, a role.
	mystForm = pattern.Later("(?m)^[ \\t>]*(?:`{3,}|:{3,}|~{3,})\\{[a-z][a-z0-9:-]*\\}|^\\([\\w:.-]+\\)=[ \\t]*$|\\{(?:ref|doc|numref|math|cite[a-z:]*|eq|term|abbr|sub|sup|kbd)\\}`")
	// infoForm is what stands behind the fence of a directive.
	infoForm = pattern.Later(`^\{([a-z][a-z0-9:_-]*)\}[ \t]*(.*)$`)
	// colonForm is a directive between colons.
	colonForm = pattern.Later(`^:{3,}[ \t]*(\{[a-z][a-z0-9:_-]*\}.*)$`)
	// optionForm is an option of a directive.
	optionForm = pattern.Later(`^:([a-z][\w-]*):(?:[ \t]+(.*?))?[ \t]*$`)
	targetLine = pattern.Later(`^\(([\w:.-]+)\)=[ \t]*$`)
	roleForm   = pattern.Later("^\\{([a-z][a-z0-9:+_-]*)\\}(?:`([^`\\n]+)`|``([^\\n]+?)``)")
	titledForm = pattern.Later(`(?s)^(.*?)[ \t\n]*<([^<>]+)>$`)
)

// indexDirectives finds out whether the text is in MyST, and the ids that its targets and
// directives give.
func (s *scanner) indexDirectives() {
	s.ends = map[int]string{}
	if s.myst = mystForm().Match(s.text); !s.myst {
		return
	}
	for k := range s.lines {
		l := s.lineOf(s.lines[k])
		text := s.text[l.start:l.end]
		if m := targetLine().FindSubmatch(text); m != nil {
			s.ids[string(m[1])] = true
		}
		if m := optionForm().FindSubmatch(text); m != nil && (string(m[1]) == "name" || string(m[1]) == "label") {
			s.ids[string(m[2])] = true
		}
	}
}

// A directive is what the first lines of one say.
type directive struct {
	name, arg string
	options   map[string]string
	from      int // where what it encloses begins
}

// boxed are directives that are boxes, and classed those with a class of ours.
var (
	boxed   = map[string]bool{"admonition": true, "margin": true, "sidebar": true, "aside": true, "topic": true, "dropdown": true, "card": true, "grid-item-card": true}
	classed = map[string]string{"epigraph": "epigraph", "pull-quote": "pullquote", "highlights": "box"}
	// bare are directives of which only what they enclose is for readers.
	bare = map[string]bool{"tab-set": true, "grid": true, "grid-item": true, "div": true, "glossary": true, "container": true, "only": true, "compound": true, "list-table": true, "table": true, "rubric": true, "tab-item": true}
	// machine are directives that a site fills in.
	machine = map[string]bool{"toctree": true, "contents": true, "tableofcontents": true, "bibliography": true, "index": true, "literalinclude": true, "iframe": true, "eval-rst": true, "footbibliography": true, "embed": true}
	coded   = map[string]bool{"code": true, "code-block": true, "code-cell": true, "sourcecode": true}
)

// directiveAt reads a directive, of which info stands behind the fence and the lines from an
// offset on below it; ok is false for what is none.
func (s *scanner) directiveAt(info string, from, stop int) (d directive, ok bool) {
	m := infoForm().FindStringSubmatch(info)
	if m == nil {
		return d, false
	}
	d = directive{name: m[1], arg: strings.TrimSpace(m[2]), options: map[string]string{}, from: from}
	if kinds[d.name] == "" && !boxed[d.name] && classed[d.name] == "" && !bare[d.name] && !machine[d.name] && !coded[d.name] {
		switch d.name {
		case "figure", "image", "math", "seealso":
		default:
			return d, false
		}
	}
	for d.from < stop {
		l := s.lineOf(d.from)
		m := optionForm().FindSubmatch(bytes.TrimLeft(s.text[d.from:l.end], " \t>"))
		if m == nil {
			break
		}
		d.options[string(m[1])] = string(m[2])
		d.from = min(l.end+1, stop)
	}
	return d, true
}

// first returns the first line of the block that a directive is, and what ends it.
func (d directive) first() (first, end string) {
	kind := kinds[d.name]
	switch {
	case d.name == "seealso":
		return division("note", d.arg), ":::"
	case kind != "":
		return division(kind, d.arg), ":::"
	case boxed[d.name]:
		return division("", d.arg), ":::"
	case classed[d.name] != "":
		return "::: {." + classed[d.name] + "}", ":::"
	case d.name == "table" && d.arg != "":
		return "", ": " + d.arg
	case d.arg != "" && (d.name == "list-table" || d.name == "rubric" || d.name == "tab-item"):
		return "**" + d.arg + "**", ""
	}
	return "", ""
}

// fencedDirective writes the beginning of a directive in fences, and returns the offset behind
// it; 0 when the fence is none. What it encloses is read as the text around it is.
func (s *scanner) fencedDirective(f fence, at, body, stop, end int) int {
	d, ok := s.directiveAt(f.info, body, stop)
	if _, taken := s.ends[s.lineOf(stop).start]; !ok || stop == end || taken {
		return 0 // a fence without an end of its own
	}
	inside := string(s.text[d.from:stop])
	switch {
	case d.name == "figure" || d.name == "image":
		s.shown(d, at, inside)
	case d.name == "math":
		s.put("$$\n"+strings.TrimSpace(inside)+"\n$$\n", at)
	case coded[d.name]:
		s.put(strings.Repeat(string(f.mark), f.n)+d.arg+"\n", at)
		s.keep(d.from, end)
	case machine[d.name]:
		s.tell(tagRule, at, "the directive {"+clip(d.name)+"} is left out: another tool would fill it in", "write in words what it would show, or delete it")
		s.put("\n", at)
	default:
		first, shut := d.first()
		if first != "" {
			s.put(first+"\n\n", at)
		}
		s.ends[s.lineOf(stop).start] = "\n" + shut + "\n"
		return max(d.from, at+1)
	}
	return end
}

// colons writes the first line of a directive between colons, without its options, as package
// markdown knows blocks; 0 when the line is none.
func (s *scanner) colons(at int, l line) int {
	m := colonForm().FindSubmatch(s.text[at:l.end])
	if m == nil || at != l.start {
		return 0
	}
	d, ok := s.directiveAt(string(m[1]), min(l.end+1, len(s.text)), len(s.text))
	if !ok || d.name == "figure" || d.name == "image" || d.name == "math" || coded[d.name] || machine[d.name] {
		return 0
	}
	first, _ := d.first()
	title := ""
	if !strings.HasPrefix(first, ":::") {
		first, title = ":::", first
	}
	if first == ":::" {
		first = "::: {.box}"
	}
	s.put(first+"\n\n", at)
	if title != "" {
		s.put(title+"\n\n", at)
	}
	return d.from
}

// shown writes a picture of MyST: its first paragraph is its caption.
func (s *scanner) shown(d directive, at int, inside string) {
	caption, legend, _ := strings.Cut(strings.TrimSpace(inside), "\n\n")
	caption = strings.Join(strings.Fields(caption), " ")
	text := "![" + plain(d.options["alt"]) + "](" + destination(d.arg)
	if caption != "" {
		text += ` "` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(caption) + `"`
	}
	text += ")"
	if id := d.options["name"]; id != "" {
		text += "{#" + id + "}"
	}
	if legend != "" {
		text += "\n\n" + legend
	}
	s.put(text+"\n", at)
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
		s.put(`<a id="`+string(m[1])+`"></a>`, i)
	case bytes.HasPrefix(text, []byte("% ")), bytes.HasPrefix(text, []byte("+++")) && !bytes.Contains(text, []byte("++++")):
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
		s.refer(target, "{"+name+"}`"+text+"`", at, plain(words))
	case "doc", "any", "download", "term", "class", "func":
		if name == "doc" || words != "" {
			if words == "" {
				words = target
			}
			s.put("["+plain(words)+"]("+destination(target)+")", at)
			return
		}
		s.put(plain(text), at)
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
