package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

// criticMarks are the marks of CriticMarkup with what ends each, as editors of manuscripts
// write changes and remarks into Markdown.
var criticMarks = map[string]string{"{++": "++}", "{--": "--}", "{~~": "~~}", "{>>": "<<}", "{==": "==}"}

// critic takes a change of CriticMarkup as made, and leaves out a remark. See sign for what
// it returns.
func (s *scanner) critic(i, p, end int) int {
	const marks = len("{++")
	if end-i < 2*marks {
		return 0
	}
	shut, ok := criticMarks[string(s.text[i:i+marks])]
	if !ok {
		return 0
	}
	k := s.next(shut, i+marks)
	if k <= i+marks || k-i > maxTag || s.text[i+marks] == '}' { // "{++}" is an ion, "{--}" a rule
		return 0
	}
	if k+marks > end {
		if k >= s.stop {
			s.tell(tagRule, i, "changes of CriticMarkup over several paragraphs are printed with their marks", "make the change, and delete its marks "+string(s.text[i:i+marks])+" and "+shut)
		}
		return 0
	}
	from := i + marks // of what stays
	if shut == "~~}" {
		at := bytes.Index(s.text[from:k], []byte("~>"))
		if at < 0 {
			return 0
		}
		from += at + len("~>")
	}
	s.keep(p, i)
	switch shut {
	case "--}", "<<}":
	case "==}":
		s.put("==", i)
		k = max(s.signs(from, k), k)
		s.put("==", k)
		return k + marks
	default:
		k = max(s.signs(from, k), k)
	}
	s.tell(tagRule, i, "changes of CriticMarkup such as "+clip(string(s.text[i:k+marks]))+" are taken as made, and remarks are left out", "see that each change is meant")
	return k + marks
}

// keyNames are the keys of a keyboard by the names that pymdown has for them.
var keyNames = map[string]string{
	"ctrl": "Ctrl", "control": "Ctrl", "alt": "Alt", "option": "Option", "shift": "Shift", "cmd": "Cmd", "command": "Cmd", "meta": "Meta", "win": "Win", "windows": "Win",
	"enter": "Enter", "return": "Return", "tab": "Tab", "esc": "Esc", "escape": "Esc", "space": "Space", "backspace": "Backspace", "del": "Del", "delete": "Del",
	"ins": "Ins", "insert": "Ins", "home": "Home", "end": "End", "page-up": "Page Up", "page-down": "Page Down", "up": "Up", "down": "Down", "left": "Left", "right": "Right",
	"arrow-up": "Up", "arrow-down": "Down", "arrow-left": "Left", "arrow-right": "Right", "caps-lock": "Caps Lock", "print-screen": "Print Screen", "fn": "Fn",
}

var keyboardForm = pattern.Later(`^\+\+("[^"\n]{1,20}"|[a-z0-9-]{1,20})((?:\+(?:"[^"\n]{1,20}"|[a-z0-9-]{1,20})){0,5})\+\+`)

// keyboard writes the keys of pymdown, "++ctrl+alt+c++". One at least has to have a name,
// since "++" is a sign of programs too. See sign for what it returns.
func (s *scanner) keyboard(i, p, end int) int {
	m := keyboardForm().FindSubmatch(s.text[i:end])
	if m == nil || i > 0 && isAlnum(s.text[i-1]) {
		return 0
	}
	var list []string
	named := false
	for _, key := range strings.Split(string(m[1])+string(m[2]), "+") {
		name := keyNames[key]
		named = named || name != ""
		if name == "" {
			name = strings.ToUpper(strings.Trim(key, `"`))
		}
		list = append(list, "<kbd>"+plain(name)+"</kbd>")
	}
	if !named {
		return 0
	}
	s.keep(p, i)
	s.put(strings.Join(list, "+"), i)
	return i + len(m[0])
}

// insertedForm begins and ends with letters of words that are set apart by spaces: in East Asia
// the mark alone is a smiling face.
var insertedForm = pattern.Later(`^\^\^([\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}\d"'(*](?:[^^\n]*\S)?)\^\^`)

// inserted writes what pymdown marks as inserted, "^^words^^". See sign for what it returns.
func (s *scanner) inserted(i, p, end int) int {
	m := insertedForm().FindSubmatchIndex(s.text[i:end])
	if m == nil || i > 0 && (isAlnum(s.text[i-1]) || s.text[i-1] >= 0x80) {
		return 0
	}
	s.keep(p, i)
	s.put("<ins>", i)
	s.keep(i+m[2], i+m[3])
	s.put("</ins>", i)
	return i + m[1]
}

// iconForm is the name of a drawing in the fonts of signs that Material for MkDocs has.
var iconForm = pattern.Later(`^:(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:(?:\{[^{}\n]*\})?[ \t]?`)

// icon leaves out a drawing of a font of signs. See sign for what it returns.
func (s *scanner) icon(i, p, end int) int {
	m := iconForm().Find(s.text[i:end])
	if m == nil || i > 0 && isAlnum(s.text[i-1]) {
		return 0
	}
	s.keep(p, i)
	s.tell(tagRule, i, "icons such as "+clip(string(m))+" are left out: a book has no such font", "write the word that it stands for")
	return i + len(m)
}

// templateComment leaves out a comment of Jinja and Nunjucks, "{# for the editor #}". See
// sign for what it returns.
func (s *scanner) templateComment(i, p, end int) int {
	if i+2 >= end || s.text[i+1] != '#' || strings.IndexByte(" -\n", s.text[i+2]) < 0 {
		return 0 // an id has no space
	}
	k := s.next("#}", i+2)
	if k < 0 || k-i > maxTag || strings.IndexByte(" -\n", s.text[k-1]) < 0 {
		return 0
	}
	s.keep(p, i)
	return k + len("#}")
}
