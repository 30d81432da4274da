package scribble

import (
	"fmt"
	"strings"
)

// manifest is book.yaml, with the files that it names.
func (s *scribe) manifest() string {
	t := s.tongue()
	lines := []string{"title: " + s.quoted(s.plain(1+s.IntN(4))), "language: " + t.lang, s.order()}
	if s.math {
		lines = append(lines, "math: true")
	}
	if name := s.samples.Cover; name != "" && !s.once(20) { // to draw one takes as long as all the rest
		s.folder["cover.png"] = s.damaged(s.samples.Pictures[name])
		lines = append(lines, "cover: {src: cover.png, alt: A cover}")
	}
	lines = append(lines, "people: {kim: {name: Kim Bora, bio: 'Kim Bora ([김보라]{lang=ko}) writes.', email: kim@example.org}}")
	for _, l := range []string{
		"subtitle: " + s.quoted(s.plain(5)), "publisher: Harbour Press", "place: Bern", "date: 2025-11-20", "rights: © 2025 Harbour Press", "description: " + s.quoted(s.plain(12)),
		"subjects: [Ports, 'BISAC:TRA006000', 'Thema:WGG']", "series: {name: Harbours, number: 2}", "identifier: isbn:9783161484100",
		"editors:\n  - {name: Ann Lee, file-as: 'Lee, Ann', bio: Ann Lee *edits*.}\n  - kim", "translators: Jan van der Meer", "contributors: [{name: Ilse Brandvik, role: ill, url: 'https://example.org'}]",
		"theme: classic", "theme: press", "list-of-figures: true", "words: {contents: " + s.quoted(s.plain(1)) + "}", "hyphenate: [Hafen-meister, Skarne]",
		"rules: {figure-credit: off, typography: off}", "accessibility: {conforms-to: EPUB Accessibility 1.1 - WCAG 2.1 Level AA, certified-by: Somebody, summary: It is fine.}",
		"editions: " + s.editions(), s.foreword(), s.font(),
	} {
		key, _, _ := strings.Cut(l, ":")
		if s.once(3) && !strings.Contains("\n"+strings.Join(lines, "\n"), "\n"+key+":") {
			lines = append(lines, l)
		}
	}
	return s.damaged(strings.Join(s.spoilt(lines), "\n") + "\n")
}

// order is the list of chapters, in parts or not.
func (s *scribe) order() string {
	quoted := make([]string, len(s.chapters))
	for i, name := range s.chapters {
		quoted[i] = s.quoted(name)
	}
	if s.slips() {
		quoted = append(quoted, pick(s, []string{"absent.md", "../x.md", quoted[0], "'*'", "/etc/passwd"}))
	}
	switch k := s.IntN(len(quoted) + 1); {
	case s.once(6):
		return "chapters: ['*.md']"
	case s.once(3) && k < len(quoted):
		return fmt.Sprintf("chapters: [%s]", strings.Join(append(quoted[:k:k], fmt.Sprintf("{part: %s, chapters: [%s]}", s.quoted(s.plain(2)), strings.Join(quoted[k:], ", "))), ", "))
	}
	return "chapters: [" + strings.Join(quoted, ", ") + "]"
}

// editions asks for one to three of all kinds.
func (s *scribe) editions() string {
	var list []string
	for range 1 + s.IntN(3) {
		switch s.IntN(4) {
		case 0:
			list = append(list, "epub")
		case 1:
			list = append(list, "{format: epub, profile: kindle}")
		default:
			trim := pick(s, []string{"a4", "A5", "a6", "b5", "letter", "us-trade", "pocket", "royal", "152x229mm", "6x9in", "3x3in", "12 x 40 in"})
			list = append(list, fmt.Sprintf("{format: pdf, trim: %s, media: %s}", trim, pick(s, []string{"print", "screen"})))
		}
	}
	if s.slips() {
		list = append(list, pick(s, []string{"mobi", "{format: pdf, trim: 1x1mm}", "{format: epub, trim: A5}", "{format: pdf, profile: kindle}", "{}", "{format: pdf, trim: 99999x9mm}"}))
	}
	return "[" + strings.Join(list, ", ") + "]"
}

// foreword is the key of the note for the whole book, with its file.
func (s *scribe) foreword() string {
	s.notes, s.depth = nil, -1
	defer func() { s.depth = 0 }()
	s.folder["foreword.txt"] = "---\ntitle: " + s.quoted(s.plain(3)) + "\n---\n" + s.plain(20) + "\n\n" + s.inlines() + "\n"
	return "editors-note: foreword.txt"
}

// font is the key of fonts of the author's own, with a file.
func (s *scribe) font() string {
	if len(s.samples.Fonts) == 0 {
		return "fonts: []"
	}
	name := picked(s, s.samples.Fonts)
	s.folder["fonts/"+name] = s.damaged(s.samples.Fonts[name])
	return fmt.Sprintf("fonts: [{file: 'fonts/%s', family: House}]", name)
}
