package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

var (
	// infoForm is what stands behind the fence of a directive.
	infoForm = pattern.Later(`^\{([a-z][a-z0-9:_-]*)\}[ \t]*(.*)$`)
	// colonForm is a directive between colons.
	colonForm = pattern.Later(`^(:{3,})[ \t]*(\{[a-z][a-z0-9:_-]*\}.*)$`)
	// optionForm is an option of a directive, and yamlForm one in YAML.
	optionForm = pattern.Later(`^:([a-z][\w-]*):(?:[ \t]+(.*?))?[ \t]*$`)
	yamlForm   = pattern.Later(`^([a-z][\w-]*):(?:[ \t]+(.*?))?[ \t]*$`)
	// namedForm is the option that gives an id.
	namedForm = pattern.Later(`^:?(?:name|label):[ \t]+(\S+)[ \t]*$`)
)

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
	// pictured are directives that are a picture.
	pictured = map[string]bool{"figure": true, "image": true}
)

// isDirective reports whether a directive of a name is known.
func isDirective(name string) bool {
	return kinds[name] != "" || boxed[name] || classed[name] != "" || bare[name] || machine[name] || coded[name] || pictured[name] || name == "math" || name == "seealso"
}

// directiveAt reads a directive, of which info stands behind the fence and the lines from an
// offset on below it; ok is false for what is none.
func (s *scanner) directiveAt(info string, from, stop int) (d directive, ok bool) {
	m := infoForm().FindStringSubmatch(info)
	if m == nil || !isDirective(m[1]) {
		return d, false
	}
	d = directive{name: m[1], arg: strings.TrimSpace(m[2]), options: map[string]string{}, from: from}
	s.options(&d, stop)
	return d, true
}

// options reads the options of a directive, which begin its words. In YAML they stand between
// lines of hyphens.
func (s *scanner) options(d *directive, stop int) {
	form, from, inYAML := optionForm, d.from, false
	for d.from < stop {
		l := s.lineOf(d.from)
		text := bytes.TrimLeft(s.text[d.from:l.end], " \t>")
		ruler := string(bytes.TrimRight(text, " \t")) == "---"
		m := form().FindSubmatch(text)
		switch {
		case ruler && d.from == from:
			form, inYAML = yamlForm, true
		case m != nil:
			d.options[string(m[1])] = unmarked(string(m[2]))
		case ruler && inYAML:
			d.from = min(l.end+1, stop)
			return
		case inYAML: // a rule across the page, and words below it
			d.options, d.from = map[string]string{}, from
			return
		default:
			return
		}
		d.from = min(l.end+1, stop)
	}
}

// first returns the first lines of the block that a directive is, "" for one of which only
// what it encloses is for readers.
func (d directive) first() string {
	kind := kinds[d.name]
	switch {
	case d.name == "seealso":
		return division("note", d.arg)
	case kind != "":
		return division(kind, d.arg)
	case boxed[d.name]:
		return division("", d.arg)
	case classed[d.name] != "":
		return "::: {." + classed[d.name] + "}"
	case d.name == "table" && d.arg != "":
		caption := "Table: " + d.arg
		if id := d.options["name"]; id != "" {
			caption += " {#" + id + "}"
		}
		return caption
	case d.arg != "" && (d.name == "list-table" || d.name == "rubric" || d.name == "tab-item"):
		return "**" + d.arg + "**"
	}
	return ""
}

// maxOpen bounds how many directives stand within one another: the end of each is looked for
// by itself.
const maxOpen = 50

// fencedDirective writes a directive in fences, and returns the offset behind what it wrote; 0
// when the fence is none.
func (s *scanner) fencedDirective(f fence, at, body, stop, end int) int {
	if stop == end {
		return 0 // a fence without an end of its own
	}
	d, ok := s.directiveAt(f.info, body, stop)
	if !ok {
		return 0
	}
	return s.directive(d, at, stop, end)
}

// colons writes a directive between colons, and returns the offset behind what it wrote, 0
// when the line is none. Of a block whose end is not the next one only the first line is
// written, as package markdown knows blocks.
func (s *scanner) colons(at int, l line) int {
	m := colonForm().FindSubmatch(s.text[at:l.end])
	if m == nil || at != l.start {
		return 0
	}
	stop := len(s.text)
	if k := s.next("\n"+string(m[1]), l.end); k >= 0 {
		stop = k + 1
	}
	d, ok := s.directiveAt(string(m[2]), min(l.end+1, stop), stop)
	if !ok {
		return 0
	}
	if shut := s.lineOf(stop); stop < len(s.text) && string(bytes.TrimSpace(s.text[stop:shut.end])) == string(m[1]) {
		if n := s.directive(d, at, stop, min(shut.end+1, len(s.text))); n > at {
			return n
		}
	}
	first := d.first()
	if !strings.HasPrefix(first, ":::") {
		return 0
	}
	s.put(first+"\n\n", at)
	return d.from
}

// directive writes a directive that begins at an offset and whose last line is between stop
// and end, and returns the offset behind what it wrote; 0 when the last line is that of another.
// What it encloses is read as the text around it is, unless it is a picture or the like.
func (s *scanner) directive(d directive, at, stop, end int) int {
	if _, taken := s.ends[stop]; taken || len(s.ends) == maxOpen {
		return 0
	}
	l := s.lineOf(at)
	prefix := s.prefix(l.marks)
	s.keep(at, l.marks)
	if coded[d.name] {
		s.program(d.arg, d.options["caption"], d.options["name"], prefix, span{at, d.from}, stop)
		return end
	}
	if text, ok := s.whole(d, at, unprefixed(string(s.text[d.from:stop]), prefix)); ok {
		s.put(strings.ReplaceAll(text, "\n", "\n"+prefix)+"\n", at)
		return end
	}
	gap := "\n" + strings.TrimRight(prefix, " ")
	text, shut := d.first(), ""
	if strings.HasPrefix(text, ":::") {
		shut = ":::"
	}
	if id := d.options["name"]; id != "" && d.name != "table" {
		text = anchor(id) + gap + "\n" + prefix + text
	}
	if text != "" {
		s.put(text+gap, at)
	}
	s.put("\n", at)
	s.ends[stop] = gap[1:] + "\n" + prefix + shut + "\n"
	return max(d.from, at+1)
}

// whole returns what stands for all of a directive: a picture, a formula, or nothing where
// another tool would fill it in. ok is false for one that encloses words.
func (s *scanner) whole(d directive, at int, inside string) (text string, ok bool) {
	switch {
	case pictured[d.name]:
		return d.picture(inside), true
	case d.name == "math":
		text = "$$\n" + strings.TrimSpace(inside) + "\n$$"
		if id := d.options["label"]; id != "" {
			text += " {#" + id + "}"
		}
		return text, true
	case machine[d.name]:
		s.tell(tagRule, at, "the directive {"+clip(d.name)+"} is left out: another tool would fill it in", "write in words what it would show, or delete it")
		return "", true
	}
	return "", false
}

// picture returns a picture of MyST: its first paragraph is its caption.
func (d directive) picture(inside string) string {
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
	return text
}

// anchor returns a place that a link may lead to.
func anchor(id string) string { return `<a id="` + id + `"></a>` }

// program writes the lines up to stop as code below a caption. What was before them, from the
// sign on that stands for all, gives way to a fence; each line keeps its prefix.
func (s *scanner) program(lang, caption, id, prefix string, head span, stop int) {
	mark := strings.Repeat("`", max(3, longest(string(s.text[head.to:stop]))+1))
	if id != "" {
		s.put(anchor(id)+"\n"+strings.TrimRight(prefix, " ")+"\n"+prefix, head.from)
	}
	s.put(mark+titled(lang, caption)+"\n", head.from)
	s.keep(head.to, stop)
	if stop > head.to && s.text[stop-1] != '\n' {
		s.put("\n", head.from)
	}
	s.put(prefix+mark+"\n", head.from)
}
