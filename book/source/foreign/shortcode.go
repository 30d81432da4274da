package foreign

import (
	"net/url"
	"path"
	"strings"
)

func init() {
	writers = map[string]func(*scanner, tag) bool{
		"figure": figure, "img": figure, "image": figure, "picture": figure,
		"ref": reference, "relref": reference, "link": reference, "post_url": reference, "include": include, "include_relative": include,
		"readfile": include, "embed": include, "include_file": include, "video": video,
		"details": details, "detail": details, "expand": details, "collapse": details, "spoiler": details, "tab": details, "tabs": details, "tabpane": details,
		"rawhtml": words, "html": words, "center": words, "notice": aside, "callout": aside, "admonition": aside, "hint": aside, "alert": aside,
		"kbd": keys, "quote": quotation, "blockquote": quotation, "pullquote": quotation, "epigraph": quotation, "asset_img": assetImage, "asset_link": postLink, "post_link": postLink,
		"content-ref": words, "columns": words, "column": words, "stepper": words, "step": words, "cards": words, "card": details,
	}
	for name := range signs {
		writers[name] = lineSign
	}
	for name := range kinds {
		writers[name] = aside
	}
	for name := range services {
		writers[name] = service
	}
}

// figure writes a shortcode for a picture.
func figure(s *scanner, t tag) bool {
	src := t.get("src", "link", "url", "image_path", "file")
	if src == "" {
		src = t.at(0)
	}
	if src == "" {
		return false
	}
	link := t.get("link", "href")
	if link == src {
		link = ""
	}
	s.figure(t.from, t.to, src, t.get("alt"), joined(t.get("title"), t.get("caption")), t.get("attr", "credit"), link)
	return true
}

// joined returns a title and what follows it as one text.
func joined(title, text string) string {
	switch {
	case title == "" || title == text:
		return text
	case text == "":
		return title
	case strings.ContainsAny(title[len(title)-1:], ".!?:"):
		return title + " " + text
	}
	return title + ". " + text
}

// figure writes a picture with its words.
func (s *scanner) figure(from, to int, src, alt, caption, credit, link string) {
	quote := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ")
	text := "![" + plain(alt) + "](" + destination(src)
	alone := s.alone(from, to)
	if caption != "" && alone {
		text += ` "` + quote.Replace(caption) + `"`
	}
	text += ")"
	if credit != "" && alone {
		text += `{credit="` + quote.Replace(credit) + `"}`
	}
	if link != "" {
		text = "[" + text + "](" + destination(link) + ")"
	}
	if alone {
		s.block(from, to, text)
		return
	}
	s.put(strings.TrimSpace(text+" "+joined(caption, credit)), from)
}

// reference writes an address of the site: within a link it is the address, and
// elsewhere a link with the name of the file.
func reference(s *scanner, t tag) bool {
	target := strings.TrimPrefix(t.at(0)+t.get("path"), "./")
	if target == "" {
		return false
	}
	if t.name == "post_url" {
		target = path.Base(target) // the name of a note
	}
	if k := strings.LastIndex(target, "_posts/"); k >= 0 {
		target = target[k+len("_posts/"):]
	}
	if s.addressed {
		s.put((&url.URL{Path: strings.SplitN(target, "#", 2)[0]}).EscapedPath()+anchorOf(target), t.from)
		return true
	}
	name, _, _ := strings.Cut(target, "#")
	s.put("["+plain(strings.TrimSuffix(path.Base(name), path.Ext(name)))+"]("+destination(target)+")", t.from)
	return true
}

func anchorOf(target string) string {
	if k := strings.IndexByte(target, '#'); k >= 0 {
		return target[k:]
	}
	return ""
}

// include writes a file that a tag includes: Markdown, or a picture or film that the
// site draws by a file of its own.
func include(s *scanner, t tag) bool {
	name := t.at(0) + t.get("file", "path")
	switch base := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name))); {
	case isMarkdown(name) && s.Open != nil && s.alone(t.from, t.to):
		text, ok := s.read(name, false, t.from)
		if ok {
			s.insert(text, t.from, t.to)
		} else {
			s.put(plain(name), t.from)
		}
		return true
	case t.get("src", "url", "image_path") != "" && pictures().MatchString(t.get("src", "url", "image_path")):
		return figure(s, tag{from: t.from, to: t.to, tool: t.tool, args: t.args})
	case strings.HasPrefix(t.get("url"), "http") && !strings.ContainsAny(t.get("url"), " <>"):
		s.link(t, t.get("url"))
		return true
	case services[base] != "" && t.get("id", "video_id") != "":
		return service(s, tag{from: t.from, to: t.to, tool: t.tool, name: base, args: t.args})
	}
	return false
}

// services are the sites whose things shortcodes show by their ids.
var services = map[string]string{
	"youtube": "https://www.youtube.com/watch?v=%", "vimeo": "https://vimeo.com/%", "gist": "https://gist.github.com/%",
	"instagram": "https://www.instagram.com/p/%/", "tweet": "https://twitter.com/i/status/%", "twitter": "https://twitter.com/i/status/%",
	"x": "https://x.com/i/status/%", "spotify": "https://open.spotify.com/%", "soundcloud": "https://soundcloud.com/%",
	"bilibili": "https://www.bilibili.com/video/%", "codepen": "https://codepen.io/%", "asciinema": "https://asciinema.org/a/%",
}

// service writes a thing on another site as a link to it.
func service(s *scanner, t tag) bool {
	form := services[strings.ToLower(t.name)]
	id := t.get("id", "video_id", "slug")
	if id == "" {
		id = t.at(0)
		if t.name == "gist" && t.at(1) != "" {
			id += "/" + t.at(1)
		}
	}
	if form == "" || id == "" || strings.ContainsAny(id, " <>\"'\\{}") {
		return false
	}
	if !strings.HasPrefix(id, "http") {
		id = strings.Replace(form, "%", id, 1)
	}
	s.link(t, id)
	return true
}

// link writes an address as a link with the words of its tag.
func (s *scanner) link(t tag, address string) {
	text := "<" + address + ">"
	if title := t.get("title", "caption"); title != "" {
		text = "[" + plain(title) + "](" + text + ")"
	}
	if s.alone(t.from, t.to) {
		s.block(t.from, t.to, text)
		return
	}
	s.put(text, t.from)
}

// video writes Quarto's film as a link.
func video(s *scanner, t tag) bool {
	address := t.at(0)
	if address == "" {
		address = t.get("src", "url", "mp4")
	}
	if !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "http://") || strings.ContainsAny(address, " <>") {
		return false
	}
	s.link(t, address)
	return true
}

// details keeps what unfolds on a page, below its title.
func details(s *scanner, t tag) bool {
	if !s.paired(t, "") {
		return false
	}
	title := t.get("title", "summary", "name", "header", "label")
	if title == "" && !strings.HasPrefix(t.name, "tabs") {
		title = t.at(0)
	}
	if title != "" {
		s.block(t.from, t.to, "**"+plain(title)+"**")
	}
	return true
}

// words keeps what stands between two tags that mean nothing in a book.
func words(s *scanner, t tag) bool { return s.paired(t, "") }

// kinds are the names of shortcodes that are asides, and of what says which aside a
// shortcode is, with the kind of ours.
var kinds = map[string]string{
	"note": "note", "info": "note", "tip": "tip", "success": "tip", "hint": "tip", "important": "important", "primary": "note",
	"warning": "warning", "attention": "warning", "caution": "caution", "danger": "caution", "error": "caution", "bug": "caution",
	"example": "example", "question": "question", "faq": "question", "abstract": "abstract", "summary": "abstract", "tldr": "abstract",
	"secondary": "note", "notice": "note", "light": "note",
}

// aside writes a shortcode that is an aside as a division.
func aside(s *scanner, t tag) bool {
	kind, title := kinds[strings.ToLower(t.name)], t.get("title", "header", "heading")
	if t.name == "hint" || t.name == "notice" || kinds[strings.ToLower(t.at(0))] != "" {
		kind = ""
	}
	if kind == "" {
		kind = "note"
		word := t.get("type", "context", "color", "kind", "level", "style")
		if word == "" {
			word = t.at(0)
		}
		if k := kinds[strings.ToLower(word)]; k != "" {
			kind = k
		}
		if title == "" {
			title = t.at(1)
		}
	} else if title == "" {
		title = t.at(0)
	}
	if !s.paired(t, ":::") {
		return false
	}
	s.begin(t, division(kind, title))
	return true
}

// begin writes the first line of a block, in place of a tag.
func (s *scanner) begin(t tag, text string) {
	if s.alone(t.from, t.to) {
		s.block(t.from, t.to, text)
		return
	}
	s.put("\n\n"+s.prefix(t.from)+text+"\n\n"+s.prefix(t.from), t.from)
}

// quotation writes a tag around a quotation, with whom it is from below it.
func quotation(s *scanner, t tag) bool {
	end := "</blockquote>"
	if from := t.attribution(); from != "" {
		end = "— " + plain(from) + "\n\n" + end
	}
	if !s.paired(t, end) {
		return false
	}
	s.begin(t, "<blockquote>")
	return true
}

// attribution returns whom a quotation is from: by the keys of its tag, or by its bare words,
// as Hexo has them, but for addresses.
func (t tag) attribution() string {
	var named, words []string
	for _, a := range t.args {
		switch strings.ToLower(a.key) {
		case "author", "cite", "source", "by", "attribution":
			named = append(named, a.value)
		case "":
			if a.quoted {
				named = append(named, a.value)
			}
		}
	}
	if len(named) == 0 && t.tool == liquid && !strings.Contains(t.inside, "=") {
		_, bare, _ := strings.Cut(t.inside, " ")
		for _, word := range strings.Fields(bare) {
			if !strings.HasPrefix(word, "http") {
				words = append(words, word)
			}
		}
	}
	if len(words) > 0 {
		return strings.Join(words, " ")
	}
	return strings.Join(named, ", ")
}

// assetImage writes a picture of Hexo: behind its file stand its size and its words.
func assetImage(s *scanner, t tag) bool {
	src := ""
	var words []string
	for _, a := range t.args {
		switch {
		case src == "" && pictures().MatchString(a.value):
			src = a.value
		case src != "" && !sizeForm().MatchString(a.value):
			words = append(words, a.value)
		}
	}
	if src == "" {
		return false
	}
	s.figure(t.from, t.to, src, "", strings.Join(words, " "), "", "")
	return true
}

// postLink writes a link of Hexo, with the words behind the name of the article.
func postLink(s *scanner, t tag) bool {
	var words []string
	for _, a := range t.args[min(len(t.args), 1):] {
		words = append(words, a.value)
	}
	if len(words) == 0 || t.at(0) == "" {
		return reference(s, t)
	}
	s.put("["+plain(strings.Join(words, " "))+"]("+destination(t.at(0))+")", t.from)
	return true
}

// keys writes Quarto's keys of a keyboard.
func keys(s *scanner, t tag) bool {
	if t.at(0) == "" {
		return false
	}
	s.put("<kbd>"+plain(t.at(0))+"</kbd>", t.from)
	return true
}
