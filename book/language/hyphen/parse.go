package hyphen

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"octavo/book/language/langdata"
	"octavo/book/language/langtag"
)

// Parse reads a pattern file of TeX: the arguments of \patterns and
// \hyphenation, in UTF-8. left and right are the least numbers of letters that
// stay together at the beginning and the end of a word.
//
// An error is a [*Fault]: the file has no patterns, one of them is malformed or a brace is not closed.
func Parse(lang, text string, left, right int) (*Hyphenator, error) {
	h := &Hyphenator{lang: lang, left: max(left, 1), right: max(right, 1), exceptions: map[string]string{}}
	if language := langtag.Primary(lang); language == "tr" || language == "az" {
		h.lower = unicode.TurkishCase
	}
	b := newBuilder()
	found := false
	for rest := text; ; {
		name, args, tail, err := command(rest)
		if err != nil {
			return nil, &Fault{lineOf(text, tail), err.Error()}
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
					before, _, _ := strings.Cut(args, word)
					line := lineOf(text, tail) - strings.Count(args[len(before):], "\n")
					return nil, &Fault{line, fmt.Sprintf("%q is no pattern", word)}
				}
			case "hyphenation":
				h.teach(word)
			}
		}
	}
	if !found {
		return nil, &Fault{1, `there is no \patterns{ ... } in the file`}
	}
	h.patterns = b.build()
	return h, nil
}

// Least is the least number of letters that stay together at the beginning and the end
// of a word in a language whose drawer says nothing of it.
const Least = 2

// ParseOwn reads a pattern file that a manuscript brings for a language, with the least
// numbers of letters of the language's drawer. Errors are as those of [Parse].
func ParseOwn(lang, text string) (*Hyphenator, error) {
	left, right := Least, Least
	if d := langdata.For(lang); d != nil {
		left, right = cmp.Or(d.Hyphenation.Left, left), cmp.Or(d.Hyphenation.Right, right)
	}
	return Parse(lang, text, left, right)
}

// A Fault is what is wrong with a pattern file.
type Fault struct {
	Line int
	What string
}

func (f *Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.What) }

// lineOf returns the line of a text at which its rest begins.
func lineOf(text, rest string) int { return 1 + strings.Count(text[:len(text)-len(rest)], "\n") }

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
			if args, rest, err = argument(text[1:]); err != nil {
				rest = text // where the fault begins
			}
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
