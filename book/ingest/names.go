package ingest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/pattern"
	"octavo/book/base/rule"
	"octavo/book/ingest/charset"
	"octavo/book/source/markdown"
	"octavo/book/source/names"
)

// there returns a file of the folder of the chapters, see [Options].
func (o Options) there(name string) (data []byte, ok bool) {
	if o.There == nil {
		return nil, false
	}
	return o.There(name)
}

// free reports whether a file of the given bytes can have a name in the folder of
// the chapters: nothing is there, or the same.
func (o Options) free(name string, data []byte) bool {
	there, ok := o.there(name)
	return !ok || len(data) > 0 && bytes.Equal(there, data)
}

// A sight is how the folder of the chapters is looked at when names are given.
type sight int

const (
	unseen sight = iota // as if nothing were in it
	shared              // a chapter that is the same as a file in it shares its name
	apart               // no chapter does
)

// A naming is how a chapter came by its name, for the message on it.
type naming struct {
	taken bool // another file of the run or the folder has the name that it would have had
	twin  bool // an article of another file is the same to the byte
}

// names gives each chapter a name, and reports whether one has changed: that of its title,
// or a number behind it when another article of the run or a file in the folder has it. A
// chapter that is the same to the byte as a file in the folder, or as an article of another
// file, shares its name.
func (r *run) names(how sight) (changed bool) {
	taken := map[string]int{} // pieces by folded name
	next := map[string]int{}  // the first number of a stem that may be free
	same := map[[sha256.Size]byte]int{}
	for i, p := range r.pieces {
		was := p.Name
		sum := sha256.Sum256(p.Markdown)
		j, twin := same[sum]
		if p.naming = (naming{twin: twin && how != apart && r.pieces[j].file != p.file}); p.naming.twin {
			p.Name = r.pieces[j].Name
		} else {
			p.Name, next[p.stem] = r.name(p, max(next[p.stem], 1), taken, how)
			if p.Numbered = p.Name != p.stem; p.Numbered {
				j, ours := taken[names.Fold(p.stem)]
				p.naming.taken = !ours || r.pieces[j].file != p.file
			}
			taken[names.Fold(p.Name)], same[sum] = i, i
		}
		changed = changed || p.Name != was
	}
	return changed
}

// name returns the first name of an article that is free, from the number n on, and the number
// behind it.
func (r *run) name(p *piece, n int, taken map[string]int, how sight) (string, int) {
	for ; ; n++ {
		name := numbered(p.stem, n)
		if _, ours := taken[names.Fold(name)]; ours {
			continue
		}
		text := p.Markdown
		if how == apart {
			text = nil
		}
		if how == unseen || r.opt.free(name+".md", text) {
			return name, n + 1
		}
	}
}

// numbered returns a name with a number behind it, but for the first of its kind.
func numbered(stem string, n int) string {
	if n == 1 {
		return stem
	}
	return fmt.Sprintf("%s-%d", stem, n)
}

// told tells of a name that is not the chapter's own, unless it is for another article of the
// same file: somebody may have meant to replace what is there.
func (p *piece) told(opt Options) {
	pos, there := book.Pos{File: p.File}, p.naming.twin
	if !there {
		_, there = opt.there(p.Name + ".md")
	}
	switch {
	case there:
		p.Warnings = append(p.Warnings, rule.ImportName.At(pos, "", "the chapter is the same as %s.md, and shares its file", p.Name))
	case p.naming.taken:
		p.Warnings = append(p.Warnings, rule.ImportName.At(pos, "to replace a file of an earlier import, give --force",
			"the name %s.md is taken; the chapter is %s.md", p.stem, p.Name))
	}
}

// humanise makes a title of the name of a file, which may be in any encoding.
func humanise(name string) string {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if !utf8.ValidString(base) {
		base = charset.Decode([]byte(base), "").Text
	}
	base = strings.Join(strings.FieldsFunc(base, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) }), " ")
	if base == "" || base == "." {
		return "Untitled"
	}
	first, size := utf8.DecodeRuneInString(base)
	return string(unicode.ToTitle(first)) + base[size:] // marks that follow the letter stay on it
}

// fileName makes of a title, or of the name of a picture, a name for a file without
// its ending.
func fileName(title string) string {
	const most = 60 // by eye: a listing of files shows as much in a column
	slug := markdown.Slug(strings.ReplaceAll(title, "_", "-"))
	runes := []rune(slug)
	if len(runes) > most {
		cut := most
		for cut > 0 && joins(runes[cut]) {
			cut--
		}
		runes = runes[:cut]
		if i := strings.LastIndexByte(string(runes), '-'); i > most/2 {
			runes = []rune(string(runes)[:i])
		}
	}
	for slug = string(runes); strings.Contains(slug, "--"); {
		slug = strings.ReplaceAll(slug, "--", "-")
	}
	if slug = strings.Trim(slug, "-"); slug == "" {
		return "chapter"
	}
	if device().MatchString(slug) {
		return slug + "-1"
	}
	return slug
}

// device is a name by which Windows knows a device: no file there can have it.
var device = pattern.Later(`^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// joins reports whether r is written on the letter before: a mark, as in names from
// a Mac, or the second or third part of a syllable of Hangul.
func joins(r rune) bool {
	return unicode.Is(unicode.M, r) || r >= 0x1160 && r <= 0x11ff
}
