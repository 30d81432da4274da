// Package refuse names the files that no reader reads, and says what to do with them.
//
// In: the name and the bytes of a file that may be anything. Out: an error in one line for
// what is neither text nor a format that is read: what the file is, and how an article
// comes of it; nil for all else.
//
// What a file is, its contents say. Its name only lets fewer signs count for certain: a
// .org with one heading of Org is Org, a .txt needs signs of several kinds. A plain text that
// happens to begin with a brace, or has one line that looks like another notation, is taken.
//
// Invariant: time is proportional to the length of the file.
package refuse

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// head is how much of a text is searched for signs of a notation, in bytes: a long article.
const head = 128 << 10

// Binary returns why a file that is no text is not read; nil for text, and for the
// formats that have readers: zips of Word, OpenDocument texts and EPUBs among them.
func Binary(name string, data []byte) error {
	if isOutlook(data) {
		return fmt.Errorf("a mail of Outlook (.msg) is not read: drag it into another mail program, or open it and save it as HTML or .eml")
	}
	for _, f := range magics {
		if f.matches(data) {
			return fmt.Errorf("%s", f.advice)
		}
	}
	if strings.HasPrefix(string(data[:min(len(data), 4)]), "PK\x03\x04") {
		return packed(data)
	}
	if noise(data) {
		return fmt.Errorf("this is no text: export it from the program that made it as HTML, Markdown or .docx")
	}
	return nil
}

// Text returns why a text is not read: data, programs, and notations other than Markdown.
// s is the file in UTF-8.
func Text(name, s string) error {
	s = strings.TrimPrefix(s, "\ufeff")
	ext := strings.ToLower(path.Ext(name))
	if err := structured(name, s); err != nil {
		return err
	}
	if pages[ext] || markdown[ext] {
		return nil
	}
	top := s[:min(len(s), head)]
	for _, find := range []func(name, ext, s string) string{records, dialect, table, source, journal} {
		if advice := find(name, ext, top); advice != "" {
			return fmt.Errorf("%s", advice)
		}
	}
	return nil
}

// pages and markdown are the endings whose files are read as what they say they are.
var (
	pages    = set(".html", ".htm", ".xhtml", ".xht", ".mht", ".mhtml", ".eml")
	markdown = set(".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd")
)

func set(list ...string) map[string]bool {
	out := map[string]bool{}
	for _, s := range list {
		out[s] = true
	}
	return out
}

// noise reports whether a file has the control characters of no text. Two in a hundred of the
// first bytes are by eye: mails have form feeds, and ISO-2022 has its shifts, which do not
// count.
func noise(data []byte) bool {
	top := data[:min(len(data), 4096)]
	if len(top) > 1 && (top[0] == 0xff && top[1] == 0xfe || top[0] == 0xfe && top[1] == 0xff) {
		return false // UTF-16
	}
	count, zeros := 0, 0
	for _, c := range top {
		switch {
		case c == 0:
			zeros++
		case c < 0x20 && !strings.ContainsRune("\t\n\r\f\v\x0e\x0f\x1a\x1b", rune(c)):
			count++
		}
	}
	return count*50 > len(top) && (count > 3 || utf8.Valid(top))
}

// command returns the command that converts a file with pandoc.
func command(name, from string) string {
	base := path.Base(name)
	return fmt.Sprintf("`pandoc -f %s -t markdown %s -o %s`", from, quoted(base), quoted(strings.TrimSuffix(base, path.Ext(base))+".md"))
}

// quoted returns a name of a file as a shell reads it.
func quoted(name string) string {
	plain := strings.IndexFunc(name, func(r rune) bool {
		return !(r == '.' || r == '-' || r == '_' || r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0x80)
	}) < 0
	if plain && !strings.HasPrefix(name, "-") {
		return name
	}
	return "'./" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}
