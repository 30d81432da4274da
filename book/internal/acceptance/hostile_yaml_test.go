package acceptance

import (
	"fmt"
	"strings"
	"testing"
)

// hostileManifests are book.yaml files.
func hostileManifests() []hostile {
	ok := article("One", "Text.\n")
	book := func(name, yaml string) hostile {
		return plain("manifest/"+name, folder{"book.yaml": yaml, "a.md": ok})
	}
	line := func(name, more string) hostile { return book(name, manifest("a.md")+more+"\n") }
	without := func(name, key, instead string) hostile {
		var kept []string
		for _, l := range strings.SplitAfter(manifest("a.md"), "\n") {
			if strings.HasPrefix(l, key+":") {
				l = instead
			}
			kept = append(kept, l)
		}
		return book(name, strings.Join(kept, ""))
	}
	all := []hostile{
		book("empty", ""),
		book("comment only", "# nothing\n"),
		book("null", "null\n"),
		book("scalar", "a book\n"),
		book("list", "- a\n- b\n"),
		book("nul bytes", strings.Repeat("\x00", 1000)),
		book("nul in a value", "title: a\x00b\nlanguage: en\nchapters: [a.md]\n"),
		book("markdown instead", "# My book\n\nIt has *chapters*.\n"),
		book("html instead", "<!DOCTYPE html><html><body>404</body></html>"),
		book("json", `{"title": "A Small Book", "language": "en", "chapters": ["a.md"]}`),
		book("byte order mark", "\ufeff"+manifest("a.md")),
		book("crlf", strings.ReplaceAll(manifest("a.md"), "\n", "\r\n")),
		book("cr", strings.ReplaceAll(manifest("a.md"), "\n", "\r")),
		book("utf-16", utf16LE(manifest("a.md"))),
		book("latin-1", "title: Caf\xe9\nlanguage: fr\nchapters: [a.md]\n"),
		book("over a megabyte", manifest("a.md")+strings.Repeat("# padding padding padding padding\n", 40_000)),
		book("unclosed quote", "title: \"A\nlanguage: en\nchapters: [a.md]\n"),
		book("unclosed bracket", "title: A\nlanguage: en\nchapters: [a.md\n"),
		book("tab indent", "title: A\nlanguage: en\nchapters:\n\t- a.md\n"),
		book("two documents", manifest("a.md")+"---\n"+manifest("a.md")),
		book("directives", "%YAML 1.2\n---\n"+manifest("a.md")),
		book("tag of a language", "title: !!python/object/apply:os.system [ls]\nlanguage: en\nchapters: [a.md]\n"),
		book("binary tag", "title: !!binary aGVsbG8=\nlanguage: en\nchapters: [a.md]\n"),
		book("alias bomb", bomb("title: A\nlanguage: en\nchapters: [a.md]\ndescription: *i\n")),
		book("alias bomb in a list", bomb("title: A\nlanguage: en\nchapters: [a.md]\nsubjects: [*i]\n")),
		book("alias loop", "title: A\nlanguage: en\nchapters: &a [*a, a.md]\n"),
		book("alias unknown", "title: *nobody\nlanguage: en\nchapters: [a.md]\n"),
		book("anchors used well", "title: &t A Small Book\nsubtitle: *t\nlanguage: en\nchapters: [a.md]\n"),
		book("merge key", "x: &x {title: A}\n<<: *x\nlanguage: en\nchapters: [a.md]\n"),
		book("deep flow", "title: "+strings.Repeat("[", 5000)+strings.Repeat("]", 5000)+"\nlanguage: en\nchapters: [a.md]\n"),
		book("deep flow unclosed", "title: "+strings.Repeat("{a: ", 50_000)),
		book("deep blocks", deepBlocks(600)+"\n"),
		book("duplicate keys", "title: A\nlanguage: en\ntitle: B\nchapters: [a.md]\nlanguage: de\n"),
		book("keys of other types", "1: one\ntrue: yes\nnull: no\n2025-01-01: day\n[a, b]: c\n? {x: y}\n: z\n"+manifest("a.md")),
		book("key of a thousand letters", strings.Repeat("k", 1000)+": v\n"+manifest("a.md")),
		book("empty key", "'': v\n"+manifest("a.md")),
		book("ten thousand unknown keys", manifest("a.md")+lines(10_000, "key%d: v\n")),
		line("nearly known keys", "subtitel: x\npublishr: y\neditor: z\nCover: q\nzzz: r"),

		without("no title", "title", ""),
		without("no language", "language", ""),
		without("no chapters", "chapters", ""),
		without("no chapter in the list", "chapters", "chapters: []\n"),
		without("title of spaces", "title", "title: '   '\n"),
		without("title null", "title", "title:\n"),
		without("title list", "title", "title: [A, B]\n"),
		without("title map", "title", "title: {a: b}\n"),
		without("title number", "title", "title: 1984\n"),
		without("title truth", "title", "title: true\n"),
		without("title day", "title", "title: 2025-11-05\n"),
		without("title of markup", "title", "title: '<script>alert(1)</script> & \"*x*\" ]]> %PDF'\n"),
		without("title of lines", "title", "title: |\n  One\n  Two\n"),
		without("title of 100,000 letters", "title", "title: "+strings.Repeat("lang ", 20_000)+"\n"),
		without("title in one word of 50,000", "title", "title: "+strings.Repeat("x", 50_000)+"\n"),
		without("title of escapes", "title", `title: "a\u0007b\u200e\u202e\ufffe\ud800c"`+"\n"),
		without("title of right to left", "title", "title: \"\\u202eevil\\u202c שלום مرحبا\"\n"),
		without("language of nonsense", "language", "language: '!!'\n"),
		without("language in words", "language", "language: English\n"),
		without("language with underscore", "language", "language: en_GB\n"),
		without("language of 10,000 letters", "language", "language: "+strings.Repeat("en-", 3000)+"x\n"),
		without("language unknown", "language", "language: tlh\n"),
		without("language with a script", "language", "language: sr-Cyrl-RS\n"),
		without("language number", "language", "language: 42\n"),
		without("date impossible", "date", "date: 2025-02-30\n"),
		without("date in words", "date", "date: next Tuesday\n"),
		without("date year 0", "date", "date: 0000-01-01\n"),
		without("date year 9999", "date", "date: 9999-12-31\n"),
		without("date year 10000", "date", "date: 10000-01-01\n"),
		without("date number", "date", "date: 20251105\n"),
		without("date before 1980", "date", "date: 1888-08-08\n"),
		without("chapters as a word", "chapters", "chapters: a.md\n"),
		without("chapters as a map", "chapters", "chapters: {a: a.md}\n"),
		without("chapters with null", "chapters", "chapters: [a.md, null, ~]\n"),
		without("chapters with numbers", "chapters", "chapters: [1, 2.5, a.md]\n"),
		without("chapter twice", "chapters", "chapters: [a.md, a.md]\n"),
		without("chapter twice by another path", "chapters", "chapters: [a.md, ./a.md]\n"),
		without("part without chapters", "chapters", "chapters: [{part: Empty}, a.md]\n"),
		without("part with none", "chapters", "chapters: [{part: Empty, chapters: []}, a.md]\n"),
		without("part within a part", "chapters", "chapters: [{part: P, chapters: [{part: Q, chapters: [a.md]}]}]\n"),
		without("part without a title", "chapters", "chapters: [{part: '', chapters: [a.md]}]\n"),
		without("unknown key in a part", "chapters", "chapters: [{part: P, chapter: [a.md]}]\n"),

		line("identifiers", "identifier: 'isbn:1234567890'"),
		line("identifier of markup", "identifier: '<&>\"'"),
		line("identifier uuid broken", "identifier: urn:uuid:zzz"),
		line("editors as a word", "editors: Ann Lee"),
		line("editors of nothing", "editors: [{}]"),
		line("editors of wrong types", "editors: [{name: [x], role: {a: b}}, 7, null]"),
		line("role unknown", "editors: [{name: Ann Lee, role: boss}]"),
		line("editor with a bad address", "editors: [{name: Ann Lee, url: 'javascript:alert(1)', email: 'a b@c\"><x>'}]"),
		line("bio of markup", "people: {ann: {name: Ann Lee, bio: '<script>x</script> [l](javascript:x) ![i](http://"+sentinel+"/x.png)'}}"),
		line("people as a list", "people: [Ann Lee]"),
		line("people loop", "people: &p {ann: *p}"),
		line("cover missing", "cover: images/none.jpg"),
		line("cover remote", "cover: http://"+sentinel+"/cover.jpg"),
		line("cover is a chapter", "cover: a.md"),
		line("cover is a folder", "cover: ."),
		line("editors-note missing", "editors-note: none.md"),
		line("editors-note is the chapter", "editors-note: a.md"),
		line("editors-note outside", "editors-note: ../../../../etc/passwd"),
		line("theme unknown", "theme: pres"),
		line("theme path", "theme: ../../etc"),
		line("editions of nothing", "editions: []"),
		line("editions of wrong kinds", "editions: [mobi, {format: ebup}, {format: pdf, trim: a55}, {format: pdf, media: tv}, 7]"),
		line("trim of nothing", "editions: [{format: pdf, trim: 0in x 0in}]"),
		line("trim enormous", "editions: [{format: pdf, trim: 99999999999999999999in x 9in}]"),
		line("trim smallest", "editions: [{format: pdf, trim: 3in x 3in}]"),
		line("trim largest", "editions: [{format: pdf, trim: 40in x 40in}]"),
		line("fifty editions", "editions: ["+strings.TrimSuffix(lines(50, "{format: epub}, "), ", ")+"]"),
		line("series without a name", "series: {number: 3}"),
		line("series number of words", "series: {name: S, number: many}"),
		line("subjects of every type", "subjects: [1, true, null, [a], {b: c}, 'BISAC:', 'Thema:???', '']"),
		line("description of markup", "description: '<b>bold</b> & ]]> <!-- -->'"),
		line("rights of 50,000 letters", "rights: "+strings.Repeat("all rights ", 5000)),
		line("words unknown", "words: {contnets: Inhalt, zzz: y, contents: 7}"),
		line("accessibility wrong", "accessibility: {conforms-to: 7, zzz: y}"),
	}
	for seed := range uint64(6) {
		all = append(all, book(fmt.Sprintf("noise %d", seed), noise(seed, 40<<seed)))
	}
	for seed := range uint64(6) {
		all = append(all, book(fmt.Sprintf("damaged %d", seed), damaged(seed, manifest("a.md")+"editors: [{name: A, role: edt}]\nseries: {name: S}\n")))
	}
	return all
}

// hostileFrontMatter are chapters with a strange beginning.
func hostileFrontMatter() []hostile {
	file := func(name, text string) hostile {
		return plain("front/"+name, folder{"book.yaml": manifest("a.md"), "a.md": text})
	}
	with := func(name, keys string) hostile {
		return file(name, "---\ntitle: One\ndate: 2025-11-01\nauthors: [{name: Ann Lee}]\n"+keys+"\n---\nText.\n")
	}
	return []hostile{
		file("empty file", ""),
		file("one newline", "\n"),
		file("no front matter", "# One\n\nText.\n"),
		file("opened only", "---\n"),
		file("opened and never closed", "---\ntitle: One\n\nText without end.\n"),
		file("empty", "---\n---\nText.\n"),
		file("closed by dots", "---\ntitle: One\n...\nText.\n"),
		file("blank line above", "\n---\ntitle: One\n---\nText.\n"),
		file("byte order mark", "\ufeff"+article("One", "Text.\n")),
		file("crlf", strings.ReplaceAll(article("One", "Text.\n\nMore.\n"), "\n", "\r\n")),
		file("cr", strings.ReplaceAll(article("One", "Text.\n\nMore.\n"), "\n", "\r")),
		file("longer fence", "----\ntitle: One\n----\nText.\n"),
		file("toml", "+++\ntitle = \"One\"\n+++\nText.\n"),
		file("scalar", "---\njust words\n---\nText.\n"),
		file("list", "---\n- a\n---\nText.\n"),
		file("no title", "---\ndate: 2025-11-01\n---\nText.\n"),
		file("title wrong", "---\ntitle: [a]\ndate: {}\nauthors: 7\n---\nText.\n"),
		file("title of markdown", article("a *b* `c` [d](http://"+sentinel+") ![e](f.png) <script>g</script> [^1]", "Text.\n")),
		file("title of nothing but marks", article("****", "Text.\n")),
		file("title of an unknown image", article("![](x.png)", "Text.\n")),
		file("over a megabyte", "---\ntitle: One\nsubtitle: "+strings.Repeat("long ", 220_000)+"\n---\nText.\n"),
		file("alias bomb", "---\n"+bomb("title: One\nsubtitle: *i\n")+"---\nText.\n"),
		with("author unknown", "kicker: K\nauthors: [nobody]"),
		with("title twice", "title: Two"),
		with("nearly known keys", "kiker: x\nsubtitel: y\nautors: []\nimg: z"),
		with("date wrong", "updated: yesterday"),
		with("source of script", "source: {name: N, url: 'javascript:alert(1)'}"),
		with("source of data", "source: {name: N, url: 'data:text/html,x'}"),
		with("lang wrong", "lang: '??'"),
		with("lang without patterns", "lang: mn"),
		with("note of hostile markdown", "editors-note: |\n  "+strings.Repeat("> ", 300)+"deep\n\n  [^x] ![i](../x.png) <script>\n\n  [^x]: note in the note"),
		with("note number", "editors-note: 7"),
		with("image number", "image: 7"),
		with("image missing", "image: {src: none.png, alt: a}"),
		with("image remote", "image: {src: 'http://"+sentinel+"/x.png', alt: a}"),
		with("image without src", "image: {alt: a, caption: c}"),
		with("image of nothing", "image: {}"),
		with("kicker of 50,000 letters", "kicker: "+strings.Repeat("kick ", 10_000)),
		with("fifty bios", "source: {name: N}\nimage: {alt: x}\nkicker: "+strings.Repeat("k", 3000)),
		file("ten thousand authors", "---\ntitle: One\ndate: 2025-11-01\nauthors:\n"+lines(10_000, "  - {name: Author %d}\n")+"---\nText.\n").slowly(),
	}
}

// bomb is YAML that grows to 10^9 values by aliases, with *i as the last.
func bomb(rest string) string {
	var b strings.Builder
	b.WriteString("x:\n  - &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n")
	for c := 'b'; c <= 'i'; c++ {
		fmt.Fprintf(&b, "  - &%c [%s]\n", c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 10), ", "))
	}
	return b.String() + rest
}

// deepBlocks is a map within a map, n deep.
func deepBlocks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// lines is n lines, each with its number.
func lines(n int, format string) string {
	var b strings.Builder
	for i := range n {
		if strings.Contains(format, "%d") {
			fmt.Fprintf(&b, format, i)
		} else {
			b.WriteString(format)
		}
	}
	return b.String()
}

// damaged is text with some bytes changed, gone or doubled.
func damaged(seed uint64, text string) string {
	b := []byte(text)
	dice := noise(seed+1000, 24)
	for i := 0; i+2 < len(dice); i += 3 {
		at := (int(dice[i])<<8 | int(dice[i+1])) % len(b)
		switch c := dice[i+2]; c % 3 {
		case 0:
			b[at] = c
		case 1:
			b = append(b[:at], b[at+1:]...)
		case 2:
			b = append(b[:at+1], b[at:]...)
		}
	}
	return string(b)
}

func utf16LE(s string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

func TestBomb(t *testing.T) {
	if got := strings.Count(bomb(""), "*a"); got != 10 {
		t.Errorf("%d aliases, want 10", got)
	}
}
