package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

// Forms that take whole lines.
var (
	// blockForm begins or ends a block of pymdown: "/// note | Ropes", "///".
	blockForm = pattern.Later(`^/{3,}(?:[ \t]+([a-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?)?[ \t]*$`)
	// snippetForm includes a file, as pymdown and VitePress do it.
	snippetForm = pattern.Later(`^(?:;?--8<--[ \t]+["']([^"'\n]+)["']|<<<[ \t]+(\S+\.[A-Za-z]\w*(?:[ \t]*[#{\[].*)?))[ \t]*$`)
	// pathForm is a file that iA Writer shows in place of its path.
	pathForm = pattern.Later(`^/([^\s/][^\n"]*?\.(?i:png|jpe?g|gif|svg|webp|tiff?|csv|txt|md|markdown))(?:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|\(([^()\n]*)\)))?[ \t]*$`)
	// definitionForm is a definition of MultiMarkdown with attributes behind it. A note is none.
	definitionForm = pattern.Later(`^( {0,3}\[[^^\]\n][^\]\n]*\]:[ \t]*\S+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?)(?:[ \t]+(?:width|height|class|id|style|align|alt|title|border|float|scale)=(?:"[^"\n]*"|[\w.%-]+))+[ \t]*$`)
	// markuaForm is a line of an aside of Markua: "A> words".
	markuaForm = pattern.Later(`^([ABCDEIQTWX])>(?:[ \t]+|$)`)
	// captionForm is an attribute of Markua that is words for readers.
	captionForm = pattern.Later(`[{,][ \t]*(?:caption|title)[:=][ \t]*"([^"\n]+)"`)
	// attributeForm is a line of attributes of Markua, or one of its directives.
	attributeForm = pattern.Later(`^\{(?:(/?)(blurb|aside|frontmatter|mainmatter|backmatter)(?:,[^{}\n]*)?|(?:sample|width|height|alt|title|class|id|float|format|line-numbers|number-from|crop-start|crop-end|caption|align|fullbleed|lang)[:=][^{}\n]*)\}[ \t]*$`)
)

// opening reads what a line of prose begins with that is a form of the whole line. See sign
// for what it returns.
func (s *scanner) opening(i, p, end int) int {
	if i >= end {
		return 0
	}
	l := s.lineOf(i)
	text := s.text[i:l.end]
	if l.start != i || len(text) == 0 {
		return 0
	}
	switch text[0] {
	case 'i', 'e':
		return s.module(i, p, end)
	case '/':
		if m := blockForm().FindSubmatch(text); m != nil {
			return s.slashes(string(m[1]), string(m[2]), i, p)
		}
		if m := pathForm().FindSubmatch(text); m != nil && s.startsBlock(i) {
			return s.path(string(m[1]), string(m[2])+string(m[3])+string(m[4]), i, p, l)
		}
	case '-', ';', '<':
		if m := snippetForm().FindSubmatch(text); m != nil {
			return s.snippet(string(m[1])+string(m[2]), i, p, l)
		}
	case '[', ' ':
		if m := definitionForm().FindSubmatchIndex(text); m != nil {
			s.keep(p, i+m[3])
			return l.end
		}
	case '{':
		if m := attributeForm().FindSubmatch(text); m != nil {
			return s.markuaLine(string(m[1]), string(m[2]), i, p, l)
		}
	case '(', '%', '+':
		if s.myst {
			return s.mystLine(i, p, l)
		}
	}
	if len(text) > 1 && text[1] == '>' {
		return s.markua(i, p, end)
	}
	return 0
}

// startsBlock reports whether the line before an offset is blank, or there is none.
func (s *scanner) startsBlock(i int) bool {
	if i == 0 {
		return true
	}
	before := s.lineOf(i - 1)
	return len(bytes.TrimSpace(s.text[before.start:before.end])) == 0
}

// slashKey is what ends blocks of pymdown, among the open tags.
const slashKey = "///"

// slashes writes the line that begins a block of pymdown, or ends one.
func (s *scanner) slashes(name, title string, i, p int) int {
	l := s.lineOf(i)
	t := tag{from: i, to: l.end, name: slashKey}
	if name == "" {
		if len(s.open[slashKey]) == 0 {
			return 0
		}
		s.keep(p, i)
		s.close(t)
		return l.end
	}
	if s.next("\n///", l.end) < 0 {
		return 0
	}
	s.keep(p, i)
	shut := ""
	switch {
	case strings.HasSuffix(name, "caption"):
		return s.captionLines(l, i)
	case kinds[name] != "" || name == "admonition":
		s.block(i, l.end, division(kinds[name], title))
		shut = ":::"
	case title != "" && name != "html": // of which it is the element
		s.block(i, l.end, "**"+plain(title)+"**")
	default:
		s.tell(tagRule, i, "the block /// "+clip(name)+" is left out, its words stay", "write as Markdown what it shows")
	}
	s.open[slashKey] = append(s.open[slashKey], shut)
	return max(l.end, s.optionLines(t))
}

// optionLines returns the offset behind the options of a block, which stand indented right
// below its first line.
func (s *scanner) optionLines(t tag) int {
	n := t.to
	for n < len(s.text) {
		l := s.lineOf(n + 1)
		text := s.text[l.start:l.end]
		if !bytes.HasPrefix(text, []byte("    ")) || !bytes.Contains(text, []byte(": ")) {
			break
		}
		n = l.end
	}
	return n
}

// captionLines writes the words of a caption, up to the line that ends it, in emphasis, as
// captions stand below pictures.
func (s *scanner) captionLines(l line, i int) int {
	shut := s.next("\n///", l.end)
	words := strings.Join(strings.Fields(string(s.text[l.end:shut])), " ")
	if words != "" {
		s.put(emphasised(words), i)
	}
	return s.lineOf(shut + 1).end
}

// emphasised returns Markdown in emphasis, by the mark that it does not have.
func emphasised(words string) string {
	if strings.Contains(words, "*") {
		return "_" + words + "_"
	}
	return "*" + words + "*"
}

// division writes the first line of an aside of ours.
func division(kind, title string) string {
	class := ".box"
	if kind != "" {
		class = ".callout-" + kind
	}
	if title = strings.TrimSpace(title); title != "" {
		class += ` title="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(title) + `"`
	}
	return "::: {" + class + "}"
}

// snippet includes a file.
func (s *scanner) snippet(name string, i, p int, l line) int {
	s.keep(p, i)
	if isMarkdown(name) && s.Open != nil {
		if t, ok := s.read(name, false, i); ok {
			s.insert(t, i, l.end)
			return l.end
		}
	}
	s.tell(includeRule, i, clip(name)+" is not included", "write its words here")
	return l.end
}

// path writes a picture that iA Writer shows, and tells of any other file.
func (s *scanner) path(name, title string, i, p int, l line) int {
	switch {
	case pictures().MatchString(name):
		s.keep(p, i)
		s.figure(i, l.end, name, "", title, "", "")
	case strings.ContainsAny(name, " "):
		return 0
	default:
		s.keep(p, i)
		s.tell(includeRule, i, "/"+clip(name)+" is not included", "write its words here")
		s.put(plain("/"+name), i)
	}
	return l.end
}

// markuaKinds are the asides of Markua by their letters.
var markuaKinds = map[byte]string{'A': "box", 'B': "box", 'D': "box", 'E': "caution", 'I': "note", 'Q': "question", 'T': "tip", 'W': "warning", 'X': "example"}

// markua writes an aside of Markua, of which each line begins with its letter.
func (s *scanner) markua(i, p, end int) int {
	letter := s.text[i]
	if !s.startsBlock(i) {
		return 0
	}
	for at := i; at < end; at = s.lineOf(at).end + 1 {
		if m := markuaForm().FindSubmatch(s.text[at:s.lineOf(at).end]); m == nil || m[1][0] != letter {
			return 0
		}
	}
	if (letter == 'Q' || letter == 'A') && s.interview {
		return 0
	}
	s.keep(p, i)
	s.tell(tagRule, i, "lines such as "+clip(string(s.text[i:s.lineOf(i).end]))+" are read as asides of Markua, without their letter", `write \> where the sign is one of the text`)
	if kind := markuaKinds[letter]; kind != "" {
		class := ".callout-" + kind
		if kind == "box" {
			class = ".box"
		}
		s.put("::: {"+class+"}\n\n", i)
	}
	for at := i; at < end; {
		l := s.lineOf(at)
		mark := markuaForm().Find(s.text[at:l.end])
		next := min(l.end+1, end)
		s.keep(at+len(mark), next)
		at = next
	}
	if markuaKinds[letter] != "" {
		s.put("\n\n:::\n", i)
	}
	return end
}

// interviewForm is a question with its answer below it, whose letters are for readers.
var interviewForm = pattern.Later(`(?m)^Q>[ \t].*\n(?:Q>.*\n)*\n*A>[ \t]`)

// markuaLine writes a directive of Markua, or leaves out attributes.
func (s *scanner) markuaLine(slash, name string, i, p int, l line) int {
	s.keep(p, i)
	t := tag{from: i, to: l.end, name: name}
	switch {
	case slash != "":
		s.close(t)
	case (name == "blurb" || name == "aside") && s.next("{/"+name, l.end) < 0:
		s.tell(tagRule, i, clip(string(s.text[i:l.end]))+" has no end and is left out, its words stay", "write {/"+name+"} behind the aside")
	case name == "blurb" || name == "aside":
		kind := ""
		for word, k := range kinds {
			if strings.HasSuffix(strings.TrimRight(string(s.text[i:l.end]), "} \t"), "class: "+word) {
				kind = k
			}
		}
		s.open[name] = append(s.open[name], ":::")
		s.block(i, l.end, division(kind, ""))
	case name == "":
		s.tell(tagRule, i, "attributes such as "+clip(string(s.text[i:l.end]))+" are left out: they are for another tool", "delete them")
		if m := captionForm().FindSubmatch(s.text[i:l.end]); m != nil {
			s.block(i, l.end, emphasised(string(m[1])))
		}
	}
	return l.end
}
