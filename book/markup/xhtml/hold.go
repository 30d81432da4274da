package xhtml

import "octavo/book"

// turn changes the language and the direction of the text. It returns the values of lang
// and dir to write, "" where nothing changes, and what to call at the end.
func (r *Renderer) turn(lang string, dir book.Direction) (langTag, dirTag string, restore func()) {
	oldLang, oldDir, before := r.Lang, r.dir, r.leftward()
	if lang != "" && lang != oldLang {
		langTag = lang
		r.Lang, r.dir = lang, book.DirInherit
	}
	switch {
	case dir == book.DirLTR || dir == book.DirRTL:
		r.dir = dir
		dirTag = dir.String()
	case dir == book.DirAuto:
		dirTag = dir.String()
	case r.leftward() && !before:
		dirTag = "rtl"
	case before && !r.leftward():
		dirTag = "ltr"
	}
	return langTag, dirTag, func() { r.Lang, r.dir = oldLang, oldDir }
}

// hold opens the element of a block of text. What a span around all of the text says of it,
// its place, language and direction, the element says: readers and voices take it for the
// block, and a block has its side by it. Inner is the text that is left to write; end is to be
// called behind it.
func (r *Renderer) hold(tag string, list []book.Inline, attrs ...string) (inner []book.Inline, end func()) {
	s := book.Sole(list)
	if s == nil {
		r.Open(tag, append(attrs, "dir", r.Direction(list))...)
		return list, r.Close
	}
	lang, dir, restore := r.turn(s.Lang, s.Dir)
	if dir == "" {
		dir = r.Direction(s.Content)
	}
	r.Open(tag, append(attrs, "id", anchor(s.ID), "lang", lang, "xml:lang", lang, "dir", dir)...)
	return s.Content, func() {
		r.Close()
		restore()
	}
}
