package web

import (
	"fmt"
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
)

// embeds are elements that show what a book cannot.
var embeds = map[string]string{"iframe": "an embedded page", "video": "a video", "audio": "a recording", "embed": "an embedded object", "object": "an embedded object",
	"svg": "a drawing", "canvas": "", "amp-video": "a video", "amp-youtube": "a video", "amp-iframe": "an embedded page"}

// films puts a link in the place of each film, recording and embedded page of the body: its
// title, or else its address, so that readers of the book find what those of the page saw.
// What has no address of its own is told.
func (r *reader) filmsOf(e *el) {
	for _, k := range e.kids {
		what := embeds[k.Name()]
		switch {
		case what == "" || k.Name() == "svg":
			if k.Name() != "" && k.Name() != "noscript" && !hidden(k) && !isFurniture(k) {
				r.filmsOf(k)
			}
		case !k.inside(r.body) || hidden(k) || k.named(clutter) || k.named(bookmarkNames) || isTracker(k):
		default:
			r.film(k, what)
		}
	}
}

// film makes a link of an element that shows a film and the like.
func (r *reader) film(e *el, what string) {
	to, title := r.addressOf(e), plain(e.Get("title"))
	if title == "" {
		title = plain(e.Get("aria-label"))
	}
	switch {
	case to == "":
		r.embed(what + " is left out")
		return
	case title == "" && e.Name() == "iframe" && !isPlayer(to):
		r.embed(fmt.Sprintf("%s is left out: %s", what, book.Clip(to, 120))) // most are of advertisers
		return
	case title == "":
		title = to
	}
	r.embed(what + " is a link now")
	e.Rename("a")
	e.SetText(title)
	e.Set("href", to)
	e.kids, e.names, e.size, e.links = nil, nil, len(title), len(title)
	if r.films == nil {
		r.films = map[string]bool{}
	}
	r.films[to] = true
}

// players are parts of the addresses by which readers know films, recordings, maps and charts.
var players = []string{"youtube", "youtu.be", "vimeo", "dailymotion", "soundcloud", "spotify", "player", "embed", "video", "audio", "podcast", "bandcamp", "ted.com", "archive.org", "datawrapper", "flourish", "infogram", "maps", "openstreetmap", "giphy", "tiktok", "instagram", "twitter"}

func isPlayer(address string) bool {
	return slices.ContainsFunc(players, func(part string) bool { return strings.Contains(strings.ToLower(address), part) })
}

// addressOf returns the address on the web of what an element shows, "" for none.
func (r *reader) addressOf(e *el) string {
	if id := e.Get("data-videoid"); e.Name() == "amp-youtube" && id != "" {
		return "https://www.youtube.com/watch?v=" + id
	}
	sources := []*el{e}
	sources = append(sources, e.all("source")...)
	for _, s := range sources {
		for _, attr := range []string{"src", "data-src", "data-lazy-src", "data"} {
			v := s.Get(attr)
			if strings.HasPrefix(v, "//") {
				v = "https:" + v
			}
			if v == "" || strings.Contains(v, ":") && webAddress(v) == "" {
				continue
			}
			if v = r.absolute(v, nil); webAddress(v) != "" {
				return v
			}
		}
	}
	return ""
}

// isTracker reports whether an element shows nothing to readers: it is a pixel in size, or
// its address is that of an advertiser.
func isTracker(e *el) bool {
	small := func(s string) bool { return s == "0" || s == "1" || s == "0px" || s == "1px" }
	if small(e.Get("width")) || small(e.Get("height")) {
		return true
	}
	src := e.Get("src") + e.Get("data-src")
	for _, part := range []string{"doubleclick.net", "googlesyndication", "googletagmanager", "facebook.com/plugins/like", "facebook.com/plugins/share", "platform.twitter.com/widgets", "recaptcha", "about:blank", "amazon-adsystem", "taboola", "outbrain"} {
		if strings.Contains(src, part) {
			return true
		}
	}
	return false
}

// reportDrawing tells of a drawing that stands in the text: those in links and buttons are
// signs.
func (r *reader) reportDrawing(e *el) {
	if e.Name() != "svg" || !e.inside(r.body) || e.Get("aria-hidden") == "true" {
		return
	}
	for n := e.parent; n != nil; n = n.parent {
		switch n.Name() {
		case "a", "button", "span", "i":
			return
		case "p", "figure", "td", "li", "dd", "blockquote":
			r.embed("a drawing is left out")
			return
		}
	}
}

// embed tells once what became of something of a kind.
func (r *reader) embed(what string) {
	if r.embedded[what] {
		return
	}
	if r.embedded == nil {
		r.embedded = map[string]bool{}
	}
	r.embedded[what] = true
	r.article.Warnings = append(r.article.Warnings, rule.ImportEmbed.At(book.Pos{}, "say in the text what it shows", "%s", what))
}
