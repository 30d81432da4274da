package foreign

import (
	"bytes"
	"sort"
	"strings"

	"octavo/book/base/pattern"
)

// A tag is a shortcode of Hugo or Quarto, or a tag or variable of Liquid.
type tag struct {
	from, to int
	tool     tool
	closing  bool // it ends what a tag of the name began
	name     string
	args     []argument
	inside   string // what stands between the marks
}

// A tool is one whose tags are read.
type tool int

const (
	hugo     tool = iota // {{< name >}} and {{% name %}}, also of Quarto
	liquid               // {% name %}, also of Nunjucks and Twig
	variable             // {{ name }} of all of them
)

// An argument is a value with its key, which may be missing.
type argument struct {
	key, value string
	quoted     bool
}

// get returns the first argument that has one of the keys, "" when there is none.
func (t tag) get(keys ...string) string {
	for _, key := range keys {
		for _, a := range t.args {
			if strings.EqualFold(a.key, key) {
				return a.value
			}
		}
	}
	return ""
}

// at returns the argument without a key that has a number, from 0 on.
func (t tag) at(n int) string {
	for _, a := range t.args {
		if a.key == "" {
			if n == 0 {
				return a.value
			}
			n--
		}
	}
	return ""
}

var argumentForm = pattern.Later("(?s)(?:([A-Za-z_][\\w.-]*)[ \\t]*=[ \\t]*)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|`([^`]*)`|([^\\s\"'`=]+))")

// parseArguments reads what stands behind the name of a tag.
func parseArguments(text string) (list []argument) {
	for _, m := range argumentForm().FindAllStringSubmatch(text, -1) {
		value := m[2] + m[3] + m[4] + m[5]
		if m[2] != "" || m[3] != "" {
			value = strings.NewReplacer(`\"`, `"`, `\'`, `'`, `\\`, `\`).Replace(value)
		}
		if m[5] != "" {
			if value = strings.TrimRight(value, ","); value == "" {
				continue // between the arguments of a call
			}
		}
		list = append(list, argument{m[1], value, m[5] == ""})
	}
	return list
}

var nameForm = pattern.Later(`^[A-Za-z][\w/.-]*`)

// tagAt reads the tag at i; ok is false when there is none.
func (s *scanner) tagAt(i int) (t tag, ok bool) {
	rest := s.text[i:]
	shut := "}}"
	switch {
	case bytes.HasPrefix(rest, []byte("{{<")):
		shut = ">}}"
	case bytes.HasPrefix(rest, []byte("{{%")):
		shut = "%}}"
	case bytes.HasPrefix(rest, []byte("{%")):
		t.tool, shut = liquid, "%}"
	case bytes.HasPrefix(rest, []byte("{{")) && !bytes.HasPrefix(rest, []byte("{{{")):
		t.tool = variable
	default:
		return t, false
	}
	open := 3
	if t.tool != hugo {
		open = 2
	}
	k := s.next(shut, i+open)
	if k < 0 || k-i > maxTag {
		return t, false
	}
	inside := string(s.text[i+open : k])
	if strings.Contains(inside, "{{<") || strings.Contains(inside, "{{%") || strings.Contains(inside, "{%") || strings.Contains(inside, "\n\n") {
		return t, false // its end belongs to a later one
	}
	t.from, t.to, t.inside = i, k+len(shut), strings.TrimSpace(strings.Trim(inside, "-~"))
	text := t.inside
	if t.tool == hugo {
		text, t.closing = strings.CutPrefix(text, "/")
		text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "/"))
	}
	t.name = strings.TrimPrefix(nameForm().FindString(text), "shortcodes/")
	if t.tool == liquid {
		var end string
		if end, t.closing = strings.CutPrefix(t.name, "end"); t.closing {
			t.name = end
		}
		if t.closing && end == "" {
			t.name = s.ended[i]
		}
	}
	rest = []byte(strings.TrimPrefix(text, nameForm().FindString(text)))
	if call, ok := called(string(rest)); ok {
		if t.tool == variable && writers[strings.ToLower(t.name)] != nil {
			t.tool = liquid
		}
		rest = []byte(call)
	}
	if t.tool != variable {
		t.args = parseArguments(string(rest))
	}
	return t, t.name != "" || t.tool != liquid
}

// called returns the arguments of a call, as Zola's shortcodes are: `(id="a", n=2)`.
func called(s string) (arguments string, ok bool) {
	inner, open := strings.CutPrefix(s, "(")
	inner, shut := strings.CutSuffix(inner, ")")
	return inner, open && shut
}

// closer returns the offsets of the tag that closes t, 0 when there is none.
func (s *scanner) closer(t tag) (from, to int) {
	list := s.closers[t.name]
	k := sort.SearchInts(list, t.to)
	if k == len(list) {
		return 0, 0
	}
	if bytes.HasPrefix(s.text[list[k]:], []byte("</")) {
		return list[k], list[k] + bytes.IndexByte(s.text[list[k]:], '>') + 1
	}
	// A look ahead: what next remembers is for the tags between. The bound keeps it short
	// for each of many tags.
	ahead := scanner{text: s.text[:min(len(s.text), list[k]+maxTag)], found: map[string]int{}, ended: s.ended}
	if c, ok := ahead.tagAt(list[k]); ok {
		return c.from, c.to
	}
	return 0, 0
}

// brace reads what a brace begins: a tag, attributes of kramdown or of ours. See sign
// for what it returns.
func (s *scanner) brace(i, p, end int) int {
	for _, read := range []func(i, p, end int) int{s.mdbook, s.critic, s.templateComment, s.role, s.expression} {
		if n := read(i, p, end); n > 0 {
			return n
		}
	}
	rest := s.text[i:end]
	switch {
	case bytes.HasPrefix(rest, []byte("{:")):
		return s.kramdown(i, p, end)
	case s.mdx && bytes.HasPrefix(rest, []byte("{/*")):
		if k := s.next("*/}", i); k >= 0 {
			s.keep(p, i)
			return k + 3
		}
	case i > 0 && (s.text[i-1] == ')' || s.text[i-1] == ']') && len(rest) > 1 && rest[1] != '{' && rest[1] != '%':
		if k := s.next("}", i); k >= 0 && k < end {
			return s.skip(p, k+1)
		}
	}
	t, ok := s.tagAt(i)
	if !ok {
		return 0
	}
	s.keep(p, i)
	s.tag(t)
	return max(t.to, s.jump(t))
}

// jump returns the offset behind what a tag encloses and has written itself, 0 when it
// has written itself alone.
func (s *scanner) jump(t tag) int {
	if t.closing || !opaque[t.name] || t.tool == variable {
		return 0
	}
	_, to := s.closer(t)
	return to
}

// opaque are the tags that enclose what is no Markdown of the chapter.
var opaque = map[string]bool{"highlight": true, "code": true, "raw": true, "comment": true, "mermaid": true, "verbatim": true, "codeblock": true}

// tag writes what a tag stands for.
func (s *scanner) tag(t tag) {
	if strings.HasPrefix(t.inside, "/*") { // an example of a tag
		text := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(t.inside, "/*"), "*/"))
		if s.text[t.from+2] == '%' {
			text = "{{% " + text + " %}}"
		} else {
			text = "{{< " + text + " >}}"
		}
		s.put(plain(text), t.from)
		return
	}
	if t.tool == variable {
		s.variable(t)
		return
	}
	if !t.closing && opaque[t.name] {
		if from, to := s.closer(t); to > 0 {
			s.enclosed(t, from, to)
			return
		}
	}
	if t.closing {
		s.close(t)
		return
	}
	name := strings.ToLower(t.name)
	if write := writers[name]; write != nil && write(s, t) {
		return
	}
	s.unknown(t)
}

// writers write the tags of a name; false says that the tag cannot be taken.
var writers map[string]func(*scanner, tag) bool

// unknown leaves out a tag and tells it. Words among its arguments stay.
func (s *scanner) unknown(t tag) {
	s.tell(tagRule, t.from, s.leftOut(t), "write in words what it would show, or delete it")
	var words []string
	for _, a := range t.args {
		switch strings.ToLower(a.key) {
		case "title", "text", "caption", "label", "summary", "content", "name", "author":
			words = append(words, a.value)
		case "":
			if a.quoted && strings.Contains(a.value, " ") {
				words = append(words, a.value)
			}
		}
	}
	s.put(strings.Join(words, ", "), t.from)
}

// leftOut says that a tag is left out.
func (s *scanner) leftOut(t tag) string {
	if t.tool == liquid {
		return "the tag {% " + clip(t.name) + " %} is left out: another tool would fill it in"
	}
	return "the shortcode {{< " + clip(t.name) + " >}} is left out: another tool would fill it in"
}

// close ends what a tag began.
func (s *scanner) close(t tag) {
	list := s.open[t.name]
	if len(list) == 0 {
		return // its beginning was told
	}
	s.open[t.name] = list[:len(list)-1]
	switch text := list[len(list)-1]; {
	case text == "":
	case s.alone(t.from, t.to):
		s.block(t.from, t.to, text)
	default:
		s.put("\n\n"+s.prefix(t.from)+text+"\n\n", t.from)
	}
}

// paired notes what ends a tag that has an end, and reports whether it has one.
func (s *scanner) paired(t tag, end string) bool {
	if from, _ := s.closer(t); from == 0 {
		return false
	}
	s.open[t.name] = append(s.open[t.name], end)
	return true
}

// enclosed writes what is no Markdown of the chapter between a tag and its end.
func (s *scanner) enclosed(t tag, from, to int) {
	text := string(s.text[t.to:from])
	switch t.name {
	case "comment":
	case "raw", "verbatim":
		s.keep(t.to, from)
	default:
		lang := t.at(0)
		if t.name == "mermaid" {
			lang = t.name
		}
		switch t.name {
		case "code":
			lang = t.get("lang", "language") + strings.TrimPrefix(lang, "lang:")
		case "codeblock":
			lang = t.hexo()
		}
		if inner := strings.TrimSpace(text); t.tool == liquid && (strings.HasPrefix(inner, "```") || strings.HasPrefix(inner, "~~~")) {
			s.fenced(t, from, to)
			return
		}
		if !strings.Contains(text, "\n") {
			s.put(codeSpan(strings.TrimSpace(text)), t.from)
			return
		}
		prefix := s.prefix(t.from)
		text = strings.TrimRight(strings.TrimPrefix(strings.TrimLeft(text, " \t"), "\n"), " \t\n>")
		s.codeBlock(lang, unprefixed(text, prefix), t.from, to)
	}
}

// hexo returns what stands behind the fence for the tag of a block of code of Hexo, whose bare
// words are its title: "Ebb lang:go line_number:false https://example.org".
func (t tag) hexo() string {
	lang := t.get("lang", "language")
	var title []string
	for _, a := range t.args {
		if named, ok := strings.CutPrefix(a.value, "lang:"); ok {
			lang = named
		} else if a.key == "" && !strings.Contains(a.value, ":") {
			title = append(title, a.value)
		}
	}
	return titled(lang, strings.Join(title, " "))
}

// titled returns what stands behind the fence of code in a language below a title.
func titled(lang, title string) string {
	if title == "" {
		return lang
	}
	return lang + ` title="` + strings.ReplaceAll(title, `"`, "'") + `"`
}

// fenced keeps a block of code that has fences of its own within a tag of GitBook, below its
// title.
func (s *scanner) fenced(t tag, from, to int) {
	if title := t.get("title"); title != "" {
		s.block(t.from, t.to, "**"+plain(title)+"**")
	}
	s.keep(t.to, from)
}

// unprefixed returns the lines of a text without the prefix of their block.
func unprefixed(text, prefix string) string {
	return strings.ReplaceAll("\n"+text, "\n"+prefix, "\n")[1:]
}

// codeSpan writes a span of code.
func codeSpan(text string) string {
	mark := strings.Repeat("`", longest(text)+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return mark + text + mark
}

// site are the variables and filters that are an address of the site.
var (
	siteRoot = pattern.Later(`^(?:site|page)\.(?:baseurl|url|root|BaseURL)(?:\s*\|.*)?$|^\.?Site\.BaseURL$`)
	siteFile = pattern.Later(`^["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url|url|relURL|absURL|prepend:.*)$`)
)

// variable writes a variable: the address of the site is that of the folder.
func (s *scanner) variable(t tag) {
	if siteRoot().MatchString(t.inside) {
		return
	}
	if m := siteFile().FindStringSubmatch(t.inside); m != nil {
		s.put(m[1], t.from)
		return
	}
	if strings.HasPrefix(t.inside, "!--") {
		return
	}
	if SignOf(t.inside) != NoSign && lineSign(s, tag{from: t.from, to: t.to, name: t.inside}) {
		return
	}
	s.tell(tagRule, t.from, "a variable of a template, such as {{ "+clip(t.inside)+" }}, is printed as it is written", "write the words that it stands for, or put the braces into code")
	s.put(plain(string(s.text[t.from:t.to])), t.from)
}
