package foreign

import (
	"bytes"
	"sort"
	"strings"

	"octavo/book/base/pattern"
)

var (
	// kramdownForm is a list of attributes of kramdown.
	kramdownForm = pattern.Later(`^\{:([^{}\n]{0,400})\}`)
	// idOf is the id among them, or among those of Python's Markdown.
	idOf = pattern.Later(`(?:^|\s)#([\p{L}\d_][\p{L}\d_:.-]*)`)
	// moduleForm is a line by which MDX imports or exports.
	moduleForm = pattern.Later(`^(?:import[ \t]+(?:[^'"\n]*[ \t]from[ \t]+)?['"][^'"\n]+['"];?[ \t]*$|export[ \t]+(?:const|let|var|default|function|\{))`)
)

// kramdown leaves out attributes of kramdown, which are written behind what they are
// of. An id at the end of a heading stays.
func (s *scanner) kramdown(i, p, end int) int {
	m := kramdownForm().FindSubmatch(s.text[i:min(end, i+500)])
	if m == nil {
		return 0
	}
	n := i + len(m[0])
	what := strings.TrimSpace(string(m[1]))
	if strings.HasPrefix(what, ":") { // {::comment} ... {:/comment}
		name := strings.Fields(what[1:] + " .")[0]
		if k := s.next("{:/", n); name == "comment" && k >= 0 {
			if e := s.next("}", k); e >= 0 {
				s.keep(p, i)
				return e + 1
			}
		}
	}
	if SignOf(strings.Trim(what, ":/ ")) == NewPage && s.alone(i, n) {
		return s.skip(p, n) // which package markdown knows
	}
	l := s.lineOf(i)
	if strings.EqualFold(what, "toc") {
		return s.contentsOf(i, p, n)
	}
	id := idOf().FindStringSubmatch(what)
	if above := s.lineOf(max(l.start-1, 0)); id != nil && above.start >= p && above.end < i && s.alone(i, n) && s.text[above.start] == '#' {
		s.keep(p, above.end)
		s.put(" {#"+id[1]+"}", i)
		s.keep(above.end, i)
		what = strings.TrimSpace(strings.Replace(what, id[0], "", 1))
	} else if s.keep(p, i); id != nil && l.marks < len(s.text) && s.text[l.marks] == '#' {
		s.put("{#"+id[1]+"}", i)
		what = strings.TrimSpace(strings.Replace(what, id[0], "", 1))
	}
	if what != "" && what[0] != '/' {
		s.tell(tagRule, i, "attributes such as {: "+clip(what)+"} are left out: they are for the style sheet of a site", "delete them; for an aside write a line ::: note before it, and ::: behind it")
	}
	return n
}

// contentsOf keeps the sign for a list of headings, {:toc}, which package markdown knows,
// without the item of a list that kramdown wants above it.
func (s *scanner) contentsOf(i, p, n int) int {
	l := s.lineOf(i)
	if l.start > p && l.start > 1 {
		before := s.lineOf(l.start - 1)
		if before.start >= p && before.marks > before.start && bytes.ContainsAny(s.text[before.start:before.marks], "-*+.") {
			s.keep(p, before.start)
			s.put("{:toc}", i)
			return n
		}
	}
	return s.skip(p, n)
}

// module leaves out the lines from an offset on by which MDX imports or exports, up to a
// blank line. See sign for what it returns.
func (s *scanner) module(i, p, end int) int {
	if i >= end || !s.mdx {
		return 0
	}
	l := s.lineOf(i)
	if l.start != i || !moduleForm().Match(s.text[i:l.end]) || !s.startsBlock(i) && !s.behindModule(i) {
		return 0
	}
	s.keep(p, i)
	word, _, _ := strings.Cut(string(s.text[i:l.end]), " ")
	s.tell(tagRule, i, "lines that "+word+" for MDX are left out: a book runs no program", "delete them, and write as Markdown what the components show")
	if word != "import" {
		return end
	}
	n := min(l.end+1, end)
	return max(n, s.module(n, n, end))
}

// behindModule reports whether the line before an offset is a module.
func (s *scanner) behindModule(i int) bool {
	before := s.lineOf(i - 1)
	return moduleForm().Match(s.text[before.start:before.end])
}

var (
	componentForm = pattern.Later(`^</?([A-Z][A-Za-z0-9.]*)(?:[\s/>])`)
	labelForm     = pattern.Later(`\b(?:label|title|summary|header)=(?:"([^"]*)"|'([^']*)'|\{["']([^"']*)["']\})`)
)

// components are tags of Docusaurus and Starlight that need no import to be known.
var components = map[string]bool{"Tabs": true, "TabItem": true, "CodeGroup": true, "Steps": true, "Card": true, "CardGroup": true, "Admonition": true, "Callout": true}

// componentName returns the name of a tag of MDX, "" for one of HTML.
func componentName(b []byte) string {
	if m := componentForm().FindSubmatch(b); m != nil {
		return string(m[1])
	}
	return ""
}

// component leaves out a tag of MDX. Its words stay, and so does its title.
func (s *scanner) component(name string, i, n int) {
	if s.known(name, i, n) {
		return
	}
	text := s.text[i:n]
	label := ""
	if m := labelForm().FindSubmatch(text); m != nil {
		label = string(m[1]) + string(m[2]) + string(m[3])
	}
	if text[1] != '/' && !quiet[name] {
		s.tell(tagRule, i, "the component <"+clip(name)+"> is left out, its words stay", "write as Markdown what it shows")
	}
	switch {
	case label != "" && s.alone(i, n):
		s.block(i, n, "**"+plain(label)+"**")
	case s.alone(i, n):
		s.block(i, n, "")
	case label != "":
		s.put("**"+plain(label)+"** ", i)
	}
}

// quiet are the components of which nothing is lost but that they fold.
var quiet = map[string]bool{"Tabs": true, "TabItem": true, "Fragment": true}

var (
	shortForm = pattern.Later(`^\[(caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo)\b([^\[\]\n]*)\]`)
	shownForm = pattern.Later(`(?is)^\s*(?:<a\b[^>]*>\s*)?(<img\b[^>]*>|!\[[^\[\]]*\]\([^()\s]+\))(?:\s*</a>)?\s*(.*?)\s*$`)
)

// wordpress reads a shortcode of WordPress. See sign for what it returns.
func (s *scanner) wordpress(i, p, end int) int {
	m := shortForm().FindSubmatch(s.text[i:min(end, i+1000)])
	if m == nil || s.labels[strings.ToLower(string(m[1])+string(m[2]))] {
		return 0
	}
	name, n := string(m[1]), i+len(m[0])
	if n < len(s.text) && strings.IndexByte("([", s.text[n]) >= 0 && !bytes.HasPrefix(s.text[n:], []byte("[/"+name+"]")) {
		return 0
	}
	args := parseArguments(string(m[2]))
	from, to := n, n
	list := s.closers[name]
	if k := sort.SearchInts(list, n); k < len(list) && list[k] < end {
		from, to = list[k], list[k]+len("[/]")+len(name)
	}
	inside := ""
	if to > n {
		inside = string(s.text[n:from])
	} else if len(args) == 0 && name != "gallery" && name != "playlist" || len(args) > 0 && args[0].key == "" && !strings.HasPrefix(args[0].value, "http") {
		return 0 // words in brackets
	}
	s.keep(p, i)
	s.shortcode(tag{from: i, to: max(n, to), name: name, args: args, inside: strings.TrimSpace(inside)})
	return max(n, to)
}

// shortcode writes a shortcode of WordPress.
func (s *scanner) shortcode(t tag) {
	address := t.get("src", "url", "mp3", "mp4", "m4a", "ogg")
	if address == "" {
		address = t.at(0)
	}
	if strings.HasPrefix(t.inside, "http") {
		address = t.inside
	}
	switch m := shownForm().FindStringSubmatch(t.inside); {
	case strings.HasSuffix(t.name, "caption") && m != nil:
		caption := m[2]
		if caption == "" {
			caption = t.get("caption")
		}
		s.caption(t, m[1], caption)
	case strings.HasPrefix(address, "http") && !strings.ContainsAny(address, " <>"):
		s.link(t, address)
	default:
		s.tell(tagRule, t.from, "the shortcode ["+t.name+"] of WordPress is left out: another tool would fill it in", "write its pictures as Markdown: ![...](file.jpg \"caption\")")
		s.put(t.inside, t.from)
	}
}

// caption writes a picture of WordPress with its caption.
func (s *scanner) caption(t tag, image, caption string) {
	if strings.HasPrefix(image, "!") {
		head, src, _ := strings.Cut(strings.TrimSuffix(image, ")"), "](")
		s.figure(t.from, t.to, src, strings.TrimPrefix(head, "!["), caption, "", "")
		return
	}
	s.block(t.from, t.to, "<figure>"+image+"<figcaption>"+caption+"</figcaption></figure>")
}
