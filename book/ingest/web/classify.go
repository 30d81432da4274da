package web

import (
	"strings"

	"octavo/book/ingest/draft"
	"octavo/book/markup/css"
)

// The words by which pages name their parts: those of the systems that most
// newspapers use, and of their themes.
var (
	bodyNames = []string{"article body", "articlebody", "entry content", "post content", "article content", "story body", "article text", "story content", "post body",
		"content body", "body content", "article main", "artikel body", "cuerpo noticia", "article view", "news content", "td post content"}
	// looseBodyNames are of the body where nothing else says which element the article is.
	looseBodyNames = []string{"cuerpo", "corpo", "texto"}
	bioNames       = []string{"author bio", "author box", "author info", "author description", "about author", "about the author", "bio", "byline bio", "author profile", "author card", "contributor bio", "writer info", "autor info"}
	profileNames   = []string{"profile", "profil", "prof", "perfil"} // of a bio where there is text enough, else of a portrait
	noteNames      = []string{"editors note", "editor note", "editorial note", "ednote", "editorsnote", "note editor"}
	kickerNames    = []string{"kicker", "eyebrow", "overline", "rubric", "topline", "dachzeile", "antetitulo", "surtitre", "section name", "article section", "headline kicker", "supertitle", "article tag", "primary tag", "category", "occhiello",
		"chapeu", "cintillo", "volanta", "nadtytul", "nadtitulek", "spitzmarke"}
	sectionNames = []string{"section", "section link", "section label", "rubrik", "rubrique", "topic", "post category", "entry category", "article category",
		"seccion", "secao", "sezione", "categoria", "categorie", "kategorie", "kategoria", "kategori"} // of a word or two
	crossNames = []string{"subhead", "subheading", "crosshead", "crossheading", "intertitre", "zwischentitel", "zwischenueberschrift", "ladillo", "intertitulo", "tussenkop", "mellomtittel", "mellanrubrik"}
	deckNames  = []string{"standfirst", "subtitle", "sub title", "subheadline", "subhead", "deck", "dek", "chapo", "entradilla", "vorspann", "article summary", "article lead", "article intro", "subheading", "article excerpt", "post excerpt", "mso subtitle", "sommario", "catenaccio",
		"sapo", "linha fina", "bajada", "copete", "sottotitolo", "chapeau", "ingress", "perex", "zajawka", "manchet", "untertitel", "unterzeile", "sous titre", "soustitre", "subtitulo", "onderkop", "underrubrik", "excerpt", "summary"}
	bylineNames   = []string{"byline", "by line", "author", "authors", "posted by", "entry author", "reporter", "autor", "auteur", "writer", "yazar", "verfasser", "creator info", "creator name"}
	datelineNames = []string{"dateline", "date", "dates", "published", "updated", "update", "timestamp", "posted on", "publish date", "entry date", "pubdate", "time", "entry meta", "post meta", "article meta", "meta info", "post metadata", "post info", "article info", "story info", "entry info", "node meta", "submitted"}
	creditNames   = []string{"credit", "credits", "copyright", "photographer", "image credit", "photo credit", "attribution", "image source", "rights",
		"autor foto", "foto autor", "credito", "creditos", "photographe", "fotografo", "fotograf", "fotocredit", "bildnachweis", "urheber"}
	captionNames  = []string{"caption", "wp caption text", "caption text", "image caption", "figcaption", "bildunterschrift", "legende", "pie foto", "pie de foto", "didascalia"}
	figureNames   = []string{"wp caption", "image block", "article image", "image figure", "photo block", "imagecaption", "foto", "photo"}
	furnitureTags = map[string]bool{"nav": true, "footer": true, "aside": true, "form": true, "button": true, "script": true, "style": true, "template": true, "iframe": true, "object": true,
		"embed": true, "svg": true, "canvas": true, "select": true, "input": true, "textarea": true, "dialog": true, "amp-ad": true, "amp-social-share": true, "amp-analytics": true,
		"amp-sidebar": true, "amp-embed": true, "amp-auto-ads": true, "amp-consent": true, "link": true, "meta": true, "title": true, "head": true, "menu": true}
	furnitureRoles = map[string]bool{"navigation": true, "complementary": true, "search": true, "dialog": true, "menu": true, "toolbar": true, "contentinfo": true}
)

// roleOf returns the role that the names of an element state. body says that the element
// stands in the body of the article.
//
// A name counts only on an element with no more text than its part has, in bytes: a
// kicker some words, a byline or date a few lines, a standfirst a paragraph. The bounds
// are by eye. Greater ones let a class on the box around an article make a byline of all
// of it.
func roleOf(e *el, body bool) draft.Role {
	// Notes and bios are asked for before furniture, since they stand in an <aside> or a
	// <footer> on many pages.
	switch {
	case e.named(noteNames):
		return draft.Note
	case e.named(bioNames) && e.size > 0, e.named(profileNames) && e.size >= leastBio && e.links*2 < e.size:
		return draft.Bio
	case e.Name() == "p" && e.named([]string{"mso title"}):
		return draft.Title
	case hidden(e), isFurniture(e):
		return draft.Furniture
	case e.size == 0 || e.size > 1500:
		return draft.None
	case e.named(kickerNames) && e.size < 120, e.size < 60 && (e.Name() == "a" || e.Name() == "span") && e.named(sectionNames):
		return draft.Kicker
	case e.named(deckNames) && e.size < 800 && !body && e.Name() != "header" && !e.holds("img"):
		return draft.Standfirst
	case e.Get("rel") == "author" || e.named(bylineNames) && e.size < 300, !body && e.Name() == "p" && e.size < 200 && e.find(func(n *el) bool { return isCard(n) && n.size*3 > e.size }) != nil:
		return draft.Byline
	case (e.Name() == "time" || e.named(datelineNames)) && e.size < 300:
		return draft.Dateline
	}
	return draft.None
}

// isCrosshead reports whether a line of the body is a heading by its name. By eye: headings
// have up to 120 bytes.
func isCrosshead(e *el) bool {
	if e.Name() != "p" && e.Name() != "div" || e.size == 0 || e.size > 120 || !e.named(crossNames) {
		return false
	}
	return e.find(func(n *el) bool { return n != e && (n.IsBlock() || n.Name() == "img") }) == nil
}

// isDates reports whether a list of terms above the text is of dates: few, and each with a
// figure.
func isDates(e *el) bool {
	if e.size == 0 || e.size > 160 {
		return false
	}
	for _, d := range e.all("dd") {
		if !strings.ContainsAny(d.Text(), "0123456789") {
			return false
		}
	}
	return e.holds("dt") && e.holds("dd")
}

// leastBio is the text, in bytes, from which a profile is more than a name; by eye, since
// names have 10 to 30.
const leastBio = 60

func hidden(e *el) bool {
	if has(e, "hidden") || e.Get("aria-hidden") == "true" && e.size > 0 && !e.holds("img") {
		return true
	}
	decls, _ := css.Attribute(e.Get("style"))
	return strings.EqualFold(css.Property(decls, "display"), "none") || strings.EqualFold(css.Property(decls, "visibility"), "hidden")
}

// has reports whether e has an attribute that needs no value.
func has(e *el, name string) bool { return e.Has(name) }

func isFurniture(e *el) bool {
	return isTeaser(e) || furnitureTags[e.Name()] || furnitureRoles[e.Get("role")] || e.named(furniture) || e.named(clutter) && !hasProse(e)
}

// isAboveText reports whether an element is one of the first beside it, and stands above the
// first prose. Sixteen are the first, texts between elements counted, by eye.
func isAboveText(e *el) bool {
	for _, k := range e.parent.kids[:min(len(e.parent.kids), 16)] {
		if k == e {
			return !hasProse(e)
		}
		if hasProse(k) {
			return false
		}
	}
	return false
}

// isTeaser reports whether e is a figure that is only a link to another page.
func isTeaser(e *el) bool {
	return e.Name() == "figure" && e.size > 0 && e.links*5 > e.size*4 && !e.holds("img") && !e.holds("table") && !e.holds("blockquote") && !e.holds("pre")
}

// hasProse reports whether there is a paragraph of prose in e.
func hasProse(e *el) bool {
	return e.size-e.links > leastProse && e.find(func(n *el) bool { return n.Name() == "p" && n.size-n.links > leastProse }) != nil
}

// isFigure reports whether e is a picture with its caption.
func isFigure(e *el) bool {
	if e.Name() != "figure" && !e.named(figureNames) && !isCaptioned(e) {
		return false
	}
	return e.find(func(n *el) bool { return n.Name() == "img" }) != nil && (e.Name() == "figure" || e.size < maxFigure)
}

// isCaptioned reports whether e is a picture and its caption, and nothing else.
func isCaptioned(e *el) bool {
	if !e.IsBlock() || len(e.kids) == 0 || e.size == 0 || e.size >= maxFigure || len(e.all("img")) != 1 {
		return false
	}
	c := e.find(func(n *el) bool { return n != e && n.named(captionNames) })
	return c != nil && c.size == e.size && !c.holds("img")
}

// maxFigure is the text, in bytes, up to which a block with a picture is a
// figure by its name. By eye: a long caption. More text is a part of the article that is
// named for its picture.
const maxFigure = 800

// isPicture reports whether e is a picture of some size that stands alone.
func isPicture(e *el) bool {
	return e.Name() == "img" && number(e.Get("width")) >= leastPicture
}

// leastPicture is the width, in pixels, from which a picture beside the body is
// the article's and no portrait or sign. By eye: portraits have 40 to 150.
const leastPicture = 300

// number reads the digits that s begins with.
func number(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 1_000_000 {
			break
		}
		n = n*10 + int(c-'0')
	}
	return n
}
