package foreign

import (
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"

	"octavo/book/base/pattern"
)

// includeNote writes the note that a wiki embeds, and reports whether it could be read.
// Where no folder is known the embed becomes a link.
func (s *scanner) includeNote(w wikilink, i, n int) bool {
	if s.Open == nil || w.note == "" {
		return false
	}
	t, ok := s.read(w.note, true, i)
	if !ok {
		return false
	}
	if w.part != "" {
		from, to, found := section(t.Bytes, w.part)
		if !found {
			s.tell(includeRule, i, clip(w.note)+" has no part "+strconv.Quote(clip(w.part)), "see how the heading is spelt")
			return false
		}
		t = t.slice(from, to)
	}
	s.insert(t, i, n)
	return true
}

// slice returns a part of a text.
func (t Text) slice(from, to int) Text {
	return Text{t.Bytes[from:to], shift(t.Place, from), t.File}
}

// read opens a file that is included at an offset. What is wrong is told.
func (s *scanner) read(name string, note bool, at int) (Text, bool) {
	const hint = "put the file into the folder, or write its words here"
	switch {
	case len(s.parents) >= maxDepth:
		s.tell(includeRule, at, "files include files more than "+strconv.Itoa(maxDepth)+" deep", "write the words of the last ones where they belong")
		return Text{}, false
	case s.includes >= maxIncludes:
		s.tell(includeRule, at, "a chapter includes more than "+strconv.Itoa(maxIncludes)+" files", "make two chapters of it")
		return Text{}, false
	}
	s.includes++
	t, err := s.Open(s.file, name, note)
	if err != nil {
		s.tell(includeRule, at, clip(name)+" cannot be included: "+err.Error(), hint)
		return Text{}, false
	}
	if t.File == s.file || slices.Contains(s.parents, t.File) {
		s.tell(includeRule, at, clip(t.File)+" includes itself", "leave out the include that leads back to it")
		return Text{}, false
	}
	if s.included += len(t.Bytes); s.included > maxIncluded {
		s.tell(includeRule, at, "the included files are too large together: the limit is "+strconv.Itoa(maxIncluded>>20)+" MB", "include their parts, or make two chapters")
		return Text{}, false
	}
	return t, true
}

// insert writes a text of Markdown in place of the sign between two offsets.
func (s *scanner) insert(t Text, i, n int) {
	end := len(bytes.TrimRight(t.Bytes, " \t\n"))
	t = t.slice(0, end)
	var sub output
	s.chapter.translate(t, &sub, append(slices.Clone(s.parents), s.file))
	s.apart(i)
	s.splice(&sub, s.prefix(i), i)
	if n < len(s.text) {
		s.put("\n", i)
	}
}

// maxInclude is the greatest length of an include, in bytes: room for a long path.
const maxInclude = 600

// includeForm is an include of mdBook. A backslash before it makes text of it.
var includeForm = pattern.Later(`(\\?)\{\{[ \t]*#(include|rustdoc_include|playground|title)[ \t]+([^{}\n]+)\}\}`)

// mdbook writes an include of mdBook at i, and returns the offset behind it, 0 when
// there is none.
func (s *scanner) mdbook(i, p, end int) int {
	form := s.text[i:min(end, i+maxInclude)]
	if !bytes.HasPrefix(bytes.TrimLeft(form[:min(len(form), 12)], "{ \t"), []byte("#")) {
		return 0
	}
	const marks = len("{{")
	n := marks + bytes.IndexAny(form[marks:], "{}\n")
	if n < marks || form[n] != '}' {
		return 0
	}
	m := includeForm().FindSubmatchIndex(form[:min(len(form), n+marks)])
	if m == nil || m[0] != 0 {
		return 0
	}
	n = i + m[1]
	s.keep(p, i)
	if string(s.text[i+m[4]:i+m[5]]) == "title" { // of the page in a browser
		return n
	}
	argument := string(s.text[i+m[6] : i+m[7]])
	name, t, ok := s.includedPart(argument, i)
	switch {
	case !ok:
		s.put(plain(string(s.text[i:n])), i)
	case isMarkdown(name):
		if s.alone(i, n) {
			s.insert(t, i, n)
		} else {
			s.put(string(t.Bytes), i)
		}
	default:
		s.codeBlock(strings.TrimPrefix(path.Ext(name), "."), string(bytes.TrimRight(t.Bytes, "\n")), i, n)
	}
	return n
}

func isMarkdown(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".qmd", ".mdx", ".rmd":
		return true
	}
	return false
}

// runsPrograms reports whether a file is of R Markdown or Quarto, by its name.
func runsPrograms(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	return ending == ".rmd" || ending == ".qmd"
}

// codeBlock writes code between fences that are longer than those within it.
func (s *scanner) codeBlock(lang, text string, i, n int) {
	mark := strings.Repeat("`", max(3, longest(text)+1))
	s.block(i, n, mark+lang, text, mark)
}

// longest returns the length of the longest run of backticks.
func longest(text string) int {
	most, n := 0, 0
	for k := range len(text) {
		if text[k] != '`' {
			n = 0
			continue
		}
		n++
		most = max(most, n)
	}
	return most
}

// includesInCode writes code with the files that it includes. All of them go in as
// they are, since code is no Markdown.
func (s *scanner) includesInCode(from, to int) {
	p := from
	if !bytes.Contains(s.text[from:to], []byte("{{")) {
		s.keep(from, to)
		return
	}
	for _, m := range includeForm().FindAllSubmatchIndex(s.text[from:to], -1) {
		i := from + m[0]
		s.keep(p, i)
		p = i
		if m[3] > m[2] { // an example of an include
			p++
			continue
		}
		if string(s.text[from+m[4]:from+m[5]]) == "title" {
			continue
		}
		if _, t, ok := s.includedPart(string(s.text[from+m[6]:from+m[7]]), i); ok {
			var sub output
			sub.parts = []part{{at: t.Place}}
			sub.bytes = bytes.TrimRight(t.Bytes, "\n")
			if len(sub.bytes) > 0 {
				s.splice(&sub, s.prefix(i), i)
			}
			p = from + m[1]
		}
	}
	s.keep(p, to)
}

// includedPart reads the file and the part of it that an argument names, as
// "file.rs", "file.rs:part", "file.rs:2:10", "file.rs::10".
func (s *scanner) includedPart(argument string, at int) (string, Text, bool) {
	name, place, _ := strings.Cut(strings.Fields(argument + " .")[0], ":")
	if s.Open == nil {
		s.tell(includeRule, at, "an include of "+clip(name)+" is left as it is: no folder is known", "write the words of the file in its place")
		return name, Text{}, false
	}
	t, ok := s.read(name, false, at)
	if !ok {
		return name, t, false
	}
	t, ok = pick(t, place)
	if !ok {
		s.tell(includeRule, at, clip(name)+" has no part "+strconv.Quote(clip(place)), "see how its anchor is spelt: // ANCHOR: "+clip(place))
	}
	return name, t, ok
}

var anchorForm = pattern.Later(`ANCHOR(_END)?:[ \t]*([\p{L}\d_-]+)`)

// pick returns the part of a file between two lines, which count from 1, or between
// the anchors of a name, without the lines that hold anchors.
func pick(t Text, place string) (Text, bool) {
	first, last, ranged := strings.Cut(place, ":")
	from, err1 := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	numbers := place == "" || (first == "" || err1 == nil) && (last == "" || err2 == nil)
	var o output
	inside, found := false, numbers
	n := 0
	for at := 0; at < len(t.Bytes); {
		end := len(t.Bytes)
		if k := bytes.IndexByte(t.Bytes[at:], '\n'); k >= 0 {
			end = at + k + 1
		}
		n++
		text := t.Bytes[at:end]
		m := anchorForm().FindSubmatch(text)
		switch {
		case m != nil && !numbers && string(m[2]) == place:
			inside, found = len(m[1]) == 0, true
		case m != nil:
		case numbers && (err1 != nil || n >= from) && (place == "" || ranged && (err2 != nil || n <= to) || !ranged && n == from), inside:
			o.parts = append(o.parts, part{from: len(o.bytes), at: t.Place, start: at})
			o.bytes = append(o.bytes, text...)
		}
		at = end
	}
	return Text{o.bytes, o.place, t.File}, found
}
