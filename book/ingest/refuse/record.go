package refuse

import (
	"encoding/csv"
	"regexp"
	"strings"

	"octavo/book/base/pattern"
)

// A record is a format of data that its first line tells.
type record struct {
	start  func() *regexp.Regexp // at the beginning of the text
	advice string
}

const export = ": export the article as HTML, Markdown or .docx"

// recordKinds are data in lines.
var recordKinds = []record{
	{pattern.Later(`^BEGIN:VCARD`), "an address card (vCard) is not an article"},
	{pattern.Later(`^BEGIN:VCALENDAR`), "a calendar (ICS) is not an article"},
	{pattern.Later(`^WEBVTT\b`), "subtitles (WebVTT) are not read: write them out as a text"},
	{pattern.Later(`^1\s*\n\d\d:\d\d:\d\d,\d{3} --> `), "subtitles (SRT) are not read: write them out as a text"},
	{pattern.Later(`^\[InternetShortcut\]`), "a shortcut is not the page that it leads to: save the page as HTML"},
	{pattern.Later(`^@(article|book|inproceedings|misc|incollection|online|phdthesis|techreport)\s*\{`), "a list of references (BibTeX) is not an article"},
	{pattern.Later(`^TY  - [A-Z]+`), "a list of references (RIS) is not an article"},
	{pattern.Later(`^(diff --git |Index: \S+\n=+|--- \S+.*\n\+\+\+ \S+.*\n@@ -\d)`), "a patch is not an article: import the file that it changes"},
	{pattern.Later(`^From [0-9a-f]{40} Mon Sep 17 00:00:00 2001`), "a patch is not an article: import the file that it changes"},
	{pattern.Later(`^-----BEGIN [A-Z ]*(PRIVATE KEY|CERTIFICATE|PUBLIC KEY|PGP MESSAGE|PGP PUBLIC)`), "a key or an enciphered text is not an article"},
	{pattern.Later(`^#!\s*/\S+`), "a program (a script) is not an article"},
	{pattern.Later(`^<\?php\b`), "a program (PHP) is not an article: save the page that it makes as HTML"},
	{pattern.Later(`(?i)^(# [^\n]*\n|\s*\n)*@(prefix\s+[\w.-]*:|base)\s*<[^>\n]*>\s*\.`), "data of a graph (Turtle) is not an article" + export},
	{pattern.Later(`^\\id [A-Z0-9]{3}\b`), "a text of a Bible (USFM) is not read: write it out of its program as HTML or .docx"},
	{pattern.Later(`^\\(h|c|toc\d|mt\d?|ide) [^\n]*\n(\\[a-z]+\d?\b[^\n]*\n)*?\\(c|v) \d`), "a text of a Bible (USFM) is not read: write it out of its program as HTML or .docx"},
	{pattern.Later(`^(([a-z][a-z.-]*: [^\n]*\r?\n)*type: text/(vnd\.tiddlywiki|x-tiddlywiki)|(created|modified): \d{17}\r?\n)`), "a note of TiddlyWiki (.tid) is not read: show it there, and save it as HTML"},
	{pattern.Later(`(?i)^(-- MySQL dump|-- PostgreSQL database dump|CREATE TABLE |INSERT INTO )`), "a dump of a database (SQL) is not read" + export},
}

// records returns why data in lines are not read, "" for all else.
func records(_, ext, s string) string {
	s = strings.TrimLeft(s, " \t\r\n")
	for _, r := range recordKinds {
		if r.start().MatchString(s) {
			return r.advice
		}
	}
	if what := settings[ext]; what != "" && share(s, settingLine()) >= 80 {
		return what + " is data and not an article" + export
	}
	return ""
}

// settings are the formats of settings by their endings.
var settings = map[string]string{".yaml": "YAML", ".yml": "YAML", ".toml": "TOML", ".ini": "a file of settings", ".cfg": "a file of settings", ".conf": "a file of settings", ".properties": "a file of settings", ".env": "a file of settings", ".po": "a catalogue of translations", ".pot": "a catalogue of translations"}

// settingLine is a line of such files: a key with a value, an item, a section, a remark or the
// rest of a text that is indented.
var settingLine = pattern.Later(`^\s*(-(\s|$)|["']?[\w./@-][\w ./@-]*["']?\s*[:=]|#|;|\[|\]|\{|\}|\.\.\.|msg(id|str)|"|$)|^\s{2,}\S`)

// share returns how many in a hundred of the lines of s that are not blank have a form.
func share(s string, form *regexp.Regexp) int {
	lines, found := 0, 0
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if lines++; form.MatchString(line) {
			found++
		}
	}
	if lines == 0 {
		return 0
	}
	return 100 * found / lines
}

// The least rows and columns that make a table certain where the name of the file does not
// say so, and the longest cell on average, in bytes; by eye. Verse and lists of names have
// fewer columns, prose has longer ones.
const (
	fewRows    = 5
	fewColumns = 4
	longCell   = 40
	// shortCell is the mean of a table of three lines and columns, which verse may have too.
	shortCell = 16
)

// table returns why a table in lines is not read, "" for none.
func table(_, ext, s string) string {
	named := ext == ".csv" || ext == ".tsv" || ext == ".tab"
	for _, sep := range "\t,;" {
		rows, columns, mean := grid(s, sep)
		certain := rows >= fewRows && columns >= fewColumns && mean <= longCell && 2*strings.Count(s, string(sep)+" ") < strings.Count(s, string(sep)) // prose has spaces there
		if sep == '\t' {
			certain = certain || rows >= fewRows && columns >= 3 && mean <= longCell
		}
		if sep != ',' && ext == ".txt" && rows >= 3 && columns >= 3 && mean <= shortCell && !strings.Contains(s, string(sep)+" ") {
			certain = true
		}
		if certain || named && rows >= 1 && columns >= 2 {
			return "a table in lines (CSV, TSV) is data and not an article: put it into a document with its text, and save that as .docx"
		}
	}
	return ""
}

// grid returns the rows and columns of a table in lines, and the mean length of its cells in
// bytes; no rows when the lines have different numbers of cells.
func grid(s string, sep rune) (rows, columns, mean int) {
	if len(s) == head { // the last line is cut
		s = s[:strings.LastIndexByte(s, '\n')+1]
	}
	r := csv.NewReader(strings.NewReader(s))
	r.Comma, r.LazyQuotes, r.ReuseRecord = sep, true, true
	bytes := 0
	for {
		cells, err := r.Read()
		if err != nil {
			if cells != nil {
				return 0, 0, 0
			}
			break
		}
		rows++
		columns = len(cells)
		for _, c := range cells {
			bytes += len(c)
		}
	}
	if rows == 0 {
		return 0, 0, 0
	}
	return rows, columns, bytes / (rows * columns)
}
