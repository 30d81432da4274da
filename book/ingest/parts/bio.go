package parts

import (
	"strings"
	"unicode"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// slantedBio reports whether a paragraph is a bio by what it is: at the end, all of it in
// italics, and of an author. It names one anywhere, or begins with a full name and goes on
// in small letters: no list has all verbs.
func (r *reader) slantedBio(it *item) (name string, ok bool) {
	_, style, slanted := draft.Unstyle(it.content)
	text := strings.TrimSpace(it.text)
	if !slanted || style != book.Emphasis || !terminal(text) || it.width > maxStandfirst || isQuoted(text) {
		return "", false
	}
	for _, a := range r.chapter.Authors {
		if strings.Contains(a.Name, " ") && strings.Contains(text, a.Name) {
			return a.Name, true
		}
	}
	if len(r.chapter.Authors) > 0 {
		return "", false
	}
	const most = 5 // words of a name
	end, words := 0, 0
	for i, c := range text {
		if c != ' ' {
			continue
		}
		if words++; words > most || !unicode.IsUpper(firstRune(text[end:])) && !lower[text[end:i]] {
			break
		}
		if next := firstRune(text[i+1:]); words > 1 && unicode.IsLower(next) && r.isFullName(text[:i]) && !lower[firstWord(text[i+1:])] {
			return text[:i], true
		}
		end = i + 1
	}
	return "", false
}

// firstWord returns s up to its first space.
func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// unstarred returns s without the stars of emphasis that somebody typed: "*Ann Roe* is a
// writer". A star alone is that of a note.
func unstarred(s string) string {
	if strings.Count(s, "*") < 2 {
		return s
	}
	return strings.ReplaceAll(s, "*", "")
}

// notStrong returns a run without strong words: bios are set in one style, and the name at
// their beginning is strong on one site and not on the next. Emphasis stays, since the titles
// of books have it.
func notStrong(list []book.Inline) []book.Inline {
	var out []book.Inline
	for _, in := range list {
		content := book.InlineChildren(in)
		if s, ok := in.(*book.Styled); ok && s.Style == book.Strong {
			out = append(out, notStrong(content)...)
			continue
		}
		if len(content) > 0 {
			in = book.WithContent(in, notStrong(content))
		}
		out = append(out, in)
	}
	return out
}

// withoutStars is unstarred for the words of a bio.
func withoutStars(content []book.Inline) []book.Inline {
	text := book.PlainText(content)
	if unstarred(text) == text {
		return content
	}
	book.WalkInlines(content, func(in book.Inline) bool {
		if t, ok := in.(*book.Text); ok {
			t.Value = strings.ReplaceAll(t.Value, "*", "")
		}
		return true
	})
	return content
}
