package hyphen

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Parse reads a pattern file of TeX: the arguments of \patterns and
// \hyphenation, in UTF-8. left and right are the least numbers of letters that
// stay together at the beginning and the end of a word.
//
// Any error is of the file: it has no patterns, one of them is malformed or a brace is not closed.
func Parse(lang, text string, left, right int) (*Hyphenator, error) {
	h := &Hyphenator{lang: lang, left: max(left, 1), right: max(right, 1), exceptions: map[string]string{}}
	if strings.HasPrefix(lang, "tr") {
		h.lower = unicode.TurkishCase
	}
	b := newBuilder()
	found := false
	for rest := text; ; {
		name, args, tail, err := command(rest)
		if err != nil {
			return nil, fmt.Errorf("patterns for %s: %w", lang, err)
		}
		if name == "" {
			break
		}
		rest = tail
		for word := range strings.FieldsSeq(args) {
			switch name {
			case "patterns":
				found = true
				if !b.add(word) {
					return nil, fmt.Errorf("patterns for %s: malformed pattern %q", lang, word)
				}
			case "hyphenation":
				h.teach(word)
			}
		}
	}
	if !found {
		return nil, fmt.Errorf("patterns for %s: there are none", lang)
	}
	h.patterns = b.build()
	return h, nil
}

// command returns the next command of a TeX text that has an argument, the
// argument without comments, and the text after it; at the end, no name.
func command(text string) (name, args, rest string, err error) {
	for {
		i := strings.IndexAny(text, "\\%")
		if i < 0 {
			return "", "", "", nil
		}
		if text[i] == '%' {
			text = afterLine(text[i:])
			continue
		}
		text = text[i+1:]
		n := 0
		for n < len(text) && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z') {
			n++
		}
		name, text = text[:n], text[n:]
		if strings.HasPrefix(text, "{") && n > 0 {
			args, rest, err = argument(text[1:])
			return name, args, rest, err
		}
	}
}

// argument returns what stands before the closing brace, less comments.
func argument(text string) (args, rest string, err error) {
	var b strings.Builder
	for {
		i := strings.IndexAny(text, "%}{")
		if i < 0 || text[i] == '{' {
			return "", "", errors.New("braces do not match")
		}
		b.WriteString(text[:i])
		if text[i] == '}' {
			return b.String(), text[i+1:], nil
		}
		b.WriteByte('\n')
		text = afterLine(text[i:])
	}
}

// afterLine returns the text after its first line.
func afterLine(text string) string {
	_, rest, _ := strings.Cut(text, "\n")
	return rest
}
