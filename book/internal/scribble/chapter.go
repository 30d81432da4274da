package scribble

import (
	"fmt"
	"strings"
)

// chapter is a chapter file.
func (s *scribe) chapter() string {
	s.notes, s.headings, s.depth = nil, 0, 0
	var body strings.Builder
	for range 1 + s.IntN(8) {
		body.WriteString(s.block() + "\n\n")
	}
	s.depth = -1
	for i := range s.notes {
		text := s.inlines()
		if s.once(4) {
			text += "\n\n" + pick(s, []string{"- " + s.plain(3), s.plain(9), "> " + s.plain(3)})
		}
		fmt.Fprintf(&body, "[^n%d]: %s\n\n", i+1, indent(text, "    "))
	}
	return s.damaged(s.front() + body.String())
}

// front is the front matter.
func (s *scribe) front() string {
	lines := []string{"title: " + s.quoted(s.plain(1+s.IntN(4))), "date: " + pick(s, []string{"2025-11-05", "2024-02-29T12:30:00+08:00"}), "authors: " + s.authors()}
	for _, l := range []string{
		"subtitle: " + s.quoted(s.plain(8)), "kicker: " + s.quoted(s.plain(2)), "short-title: " + s.quoted(s.plain(1)), "updated: 2025-12-01", "lang: " + pick(s, tongues).lang,
		"source: {name: The Packet, url: 'https://example.org/1'}", "editors-note: |\n  " + indent(s.paragraph(), "  "), "math: true",
		fmt.Sprintf("image: {src: %q, alt: A lead, caption: %s, credit: VCG}", s.picture(), s.quoted(s.plain(4))),
	} {
		if s.once(4) {
			lines = append(lines, l)
		}
	}
	return "---\n" + strings.Join(s.spoilt(lines), "\n") + "\n---\n\n"
}

func (s *scribe) authors() string {
	return pick(s, []string{
		"[{name: Ann Lee}]", "[{name: Ann Lee, bio: 'Ann *Lee* keeps buoys.', email: ann@example.org}, {name: 한솔}]", "[{bio: The author wishes to stay unnamed.}]",
		"Ann Lee", "[kim]", "[{name: Bo Ek, url: 'https://example.org/bo'}, kim]",
	})
}

// spoilt returns lines of YAML, at times with a fault among them.
func (s *scribe) spoilt(lines []string) []string {
	for i := range lines {
		if s.slips() {
			key, _, _ := strings.Cut(lines[i], ":")
			lines[i] = pick(s, []string{key + ": [a, b]", key + ": {a: b}", key + ":", key + ": 17", key[1:] + ": x", key + ": \"\\x00\"", "\t" + lines[i], lines[i] + "\n" + lines[i], key + ": &a [*a]", key + ": 1999", ""})
		}
	}
	s.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	return lines
}

// quoted is a text as YAML takes it.
func (s *scribe) quoted(text string) string {
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// indent puts a text below a mark: all of its lines but the first are indented.
func indent(text, by string) string { return strings.ReplaceAll(text, "\n", "\n"+by) }

// paragraph is some lines of inlines.
func (s *scribe) paragraph() string {
	var b strings.Builder
	for range 1 + s.IntN(1+s.IntN(6)) {
		b.WriteString(s.inlines() + pick(s, []string{". ", ".\n", "? ", "; "}))
	}
	return strings.TrimSpace(b.String())
}

// block is one block; within others it is a paragraph sooner or later.
func (s *scribe) block() string {
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > 1+s.IntN(4) || s.once(3) {
		return s.paragraph()
	}
	switch s.IntN(13) {
	case 0:
		return s.heading()
	case 1:
		return s.list()
	case 2:
		return "> " + strings.TrimRight(strings.ReplaceAll(s.blocks(), "\n", "\n> "), " ")
	case 3:
		return pick(s, []string{"```go\n" + s.plain(9) + "\n\n\tx\n```", "    " + s.plain(30), "~~~\n" + strings.Repeat(s.plain(4)+"\n", s.IntN(9)) + "~~~"})
	case 4:
		return s.table()
	case 5:
		return s.plain(2) + "\n: " + indent(s.blocks(), "  ") + "\n: " + s.inlines()
	case 6, 7:
		return s.figure()
	case 8:
		return pick(s, []string{"***", "---", "* * *"})
	case 9:
		if s.math {
			return "$$\n" + s.formula() + "\n$$"
		}
		return s.paragraph()
	case 10:
		return s.html()
	case 11:
		return "<!-- octavo: allow " + pick(s, []string{"figure-credit", "figure-alt", "typography"}) + " -->\n\n" + s.figure()
	}
	return s.paragraph()
}

// blocks are what stands within a block.
func (s *scribe) blocks() string {
	text := s.block()
	for s.once(3) {
		text += "\n\n" + s.block()
	}
	return text
}

// heading follows the one before by at most one level, as rules ask.
func (s *scribe) heading() string {
	s.headings++
	level := 2
	if s.headings > 1 && s.once(3) || s.slips() {
		level = 1 + s.IntN(6)
	}
	return strings.Repeat("#", level) + " " + s.plain(1+s.IntN(5)) + pick(s, []string{"", "", fmt.Sprintf(" {#h%d}", s.headings)})
}

func (s *scribe) list() string {
	mark := pick(s, []string{"- ", "* ", "1. ", "7. ", "- [ ] ", "- [x] "})
	gap := pick(s, []string{"\n", "\n\n"})
	var items []string
	for range 1 + s.IntN(5) {
		items = append(items, mark+indent(s.blocks(), "   "))
	}
	return strings.Join(items, gap)
}

func (s *scribe) table() string {
	columns := 1 + s.IntN(5)
	row := func(cell func() string) string {
		cells := make([]string, columns)
		for i := range cells {
			cells[i] = strings.NewReplacer("\n", " ", "|", "").Replace(cell())
		}
		return "| " + strings.Join(cells, " | ") + " |\n"
	}
	text := row(func() string { return s.plain(1) }) + row(func() string { return pick(s, []string{"---", ":-:", "--:", ":--"}) })
	for range s.IntN(1 + s.IntN(40)) {
		text += row(func() string { return pick(s, []string{s.plain(1), s.inlines(), "12", ""}) })
	}
	return strings.TrimSuffix(text, "\n")
}

func (s *scribe) figure() string {
	caption := s.plain(1 + s.IntN(1+s.IntN(40)))
	return fmt.Sprintf("![%s](%s \"%s\"){credit=%q%s}", s.plain(3), s.picture(), caption, s.plain(2),
		pick(s, []string{"", " width=50%", " width=100%", " .decorative"}))
}

// html is HTML within Markdown, of the kinds that are kept and that are not.
func (s *scribe) html() string {
	t := s.plain(3)
	text := pick(s, []string{
		"<div>\n\n" + s.plain(5) + "\n\n</div>", `<p lang="de">` + t + "</p>", "<ul><li>" + t + "<li>b<ul><li>c</ul></ul>", "<blockquote><p>" + t + "</blockquote>", "<pre>\n " + t + "\n</pre>",
		"<table><tr><th colspan=2>" + t + "<tr><td rowspan=2>a<td>b[^n1]<tr><td>c</table>", "<dl><dt>" + t + "<dd>b</dl>", "<hr>", "<details><summary>" + t + "</summary>b</details>",
		"<table><caption>" + t + "</caption><thead><tr><th>a</thead><tbody><tr><td>" + s.plain(20) + "</tbody></table>",
	})
	if strings.Contains(text, "[^n1]") && len(s.notes) == 0 {
		s.notes = append(s.notes, "")
	}
	if s.slips() {
		return pick(s, []string{"<script>alert(1)</script>", "<iframe src=x></iframe>", "<table><tr><td><table><tr><td>x", "<p onclick=x style='position:fixed'>a</p>", "<svg><foreignObject><p>", "<a href=javascript:x>y</a>", "</div></section>", "<!DOCTYPE x><html>", "<td>x", "<math><mi>x</math>", strings.Repeat("<div>", 200)})
	}
	return text
}
