package ingest

import (
	"bytes"
	"cmp"
	"net/url"
	"path"
	"strings"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/source/names"
	"octavo/book/source/rawhtml"
)

// folder is where pictures go, below the chapter's folder.
const folder = "images"

// Bounds on the pictures of an article. They are generous: a picture of a page has less
// than a megabyte, and a long report 50 of them.
const (
	maxPicture  = 64 << 20
	maxPictures = 2_000
)

// signatures are the first bytes of the formats that a book can have.
var signatures = []struct{ magic, ext string }{
	{"\x89PNG\r\n\x1a\n", ".png"}, {"\xff\xd8\xff", ".jpg"}, {"GIF87a", ".gif"}, {"GIF89a", ".gif"}, {"II*\x00", ".tif"}, {"MM\x00*", ".tif"}, {"BM", ".bmp"},
}

// extension returns the ending for a picture by its bytes, "" for no picture.
func extension(data []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return s.ext
		}
	}
	if len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP" {
		return ".webp"
	}
	if s := start(data); strings.HasPrefix(s, "<svg") || strings.HasPrefix(s, "<") && strings.Contains(s, "<svg") {
		return ".svg"
	}
	return ""
}

// A shelf has the pictures of a run, each once.
type shelf struct {
	there  map[string][]byte // the pictures that could be had, by path
	sums   map[string]string // of these, once they are asked for, likewise
	taken  map[string]bool   // paths, folded, also of those that could not be had
	wanted map[string]string // paths of the latter, by where they lie
}

func newShelf() *shelf {
	return &shelf{map[string][]byte{}, map[string]string{}, map[string]bool{}, map[string]string{}}
}

// A collector gathers the pictures of an article.
type collector struct {
	*shelf
	article  *draft.Article
	input    Input
	opt      Options
	piece    *piece
	done     map[string]string // paths by the addresses of the article
	warnings []book.Diagnostic
}

// pictures gathers the pictures that the chapter uses, names them by their
// place beside it, and returns what could not be had.
func (p *piece) pictures(a *draft.Article, f Input, opt Options, s *shelf) []book.Diagnostic {
	c := &collector{shelf: s, article: a, input: f, opt: opt, piece: p, done: map[string]string{}}
	if lead := p.read.Image; lead != nil && lead.Image.Src != "" {
		said := len(c.warnings)
		if !c.fetch(lead.Image) && lead.Image.Source == "" {
			for i := range c.warnings[said:] {
				c.warnings[said+i].Hint = "put it at " + lead.Image.Src + ", and write that behind src"
			}
			lead.Image.Src = "" // the chapter keeps its place
		}
	}
	for _, im := range book.ImagesOf(p.read) {
		if lead := p.read.Image; lead == nil || im != lead.Image {
			c.fetch(im)
		}
	}
	return c.warnings
}

// fetch gives an image its path beside the chapter, and the address of its picture on the
// web when the picture could not be had.
func (c *collector) fetch(im *book.Image) (ok bool) {
	src := im.Src
	if im.Src, ok = c.gather(src); !ok && im.Source == "" {
		im.Source = onWeb(src)
	}
	return ok
}

// onWeb returns the address of a picture on the web, "" for any other.
func onWeb(src string) string {
	if _, rest, ok := strings.Cut(src, "//"); !ok || rest == "" {
		return ""
	}
	to, _ := rawhtml.Web(src, book.Pos{})
	return to
}

// gather returns the path of the picture at an address. ok is false when the picture
// could not be had; the path is then where it belongs.
func (c *collector) gather(src string) (to string, ok bool) {
	if to, again := c.done[src]; again {
		return to, c.there[to] != nil
	}
	data, why := c.open(src)
	if why == "" && extension(data) == "" {
		why = "is in no format that a book can have"
	}
	if why != "" {
		to = c.want(src)
		c.done[src] = to
		c.warnings = append(c.warnings, rule.ImportPicture.At(book.Pos{}, "put it at "+to+", which is then its src", "the picture %s %s", clipAddress(src), why))
		return to, false
	}
	last := c.lastName(data)
	to = cmp.Or(last, c.name(src, data))
	c.done[src], c.taken[names.Fold(to)] = to, true
	if c.there[to] == nil {
		c.there[to] = data
		if _, there := c.opt.there(to); last == "" || !there { // the editor's may be a better one
			c.piece.Pictures = append(c.piece.Pictures, Picture{to, data})
		}
	}
	return to, true
}

// want returns the path for a picture that could not be had, the same one for all articles
// that show it.
func (c *collector) want(src string) string {
	place := onWeb(src)
	if place == "" {
		place = c.input.Dir + "/" + src
	}
	to, again := c.wanted[place]
	if !again {
		to = c.name(src, nil)
		c.wanted[place], c.taken[names.Fold(to)] = to, true
	}
	return to
}

// open returns the bytes of a picture, or why they cannot be had.
func (c *collector) open(src string) (data []byte, why string) {
	if data, ok := c.article.Pictures[src]; ok {
		return data, ""
	}
	if len(c.done) >= maxPictures {
		return nil, "is one too many"
	}
	if strings.HasPrefix(src, "data:") {
		return draft.Embedded(src)
	}
	u, err := url.Parse(src)
	switch {
	case err != nil && hasScheme(src):
		return nil, "has no address"
	case err == nil && (len(u.Scheme) > 1 && u.Scheme != "file" || u.Host != ""):
		if data, ok := c.beside(u.Path); ok {
			return data, ""
		}
		return nil, "is on the web and is not fetched"
	case err == nil && u.Scheme != "":
		return nil, "lies outside of the folder of the page"
	}
	return c.local(src)
}

// localPath reports whether a cleaned path stays in its folder.
func localPath(name string) bool {
	return name != "." && name != ".." && !strings.HasPrefix(name, "../") && !strings.HasPrefix(name, "/") && !strings.Contains(name, ":")
}

// name returns the path for a picture: by its own name, with the ending of its
// format, and with a number where another picture has the path; pictures of the same bytes
// share a path. Nil data is a picture that could not be had.
func (c *collector) name(src string, data []byte) string {
	base := "picture"
	if u, err := url.Parse(src); err == nil && u.Scheme != "data" {
		base = path.Base(strings.ReplaceAll(u.Path, `\`, "/"))
	}
	ext := extension(data)
	if ext == "" {
		if ext = strings.ToLower(path.Ext(base)); !known[ext] {
			ext = ".jpg"
		}
	}
	stem := fileName(cmp.Or(strings.TrimSuffix(base, path.Ext(base)), "picture"))
	if ext == strings.ToLower(path.Ext(base)) || ext == ".jpg" && strings.EqualFold(path.Ext(base), ".jpeg") {
		ext = strings.ToLower(path.Ext(base))
	}
	for i := 1; ; i++ {
		to := folder + "/" + numbered(stem, i) + ext
		sum, known := c.opt.Known[to]
		shared := data != nil && bytes.Equal(c.there[to], data) || data == nil && known && !c.taken[names.Fold(to)]
		if shared || !c.taken[names.Fold(to)] && sum == "" && c.opt.free(to, data) {
			return to
		}
	}
}

var known = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".tif": true, ".tiff": true, ".bmp": true, ".svg": true}

// clipAddress shortens what may be no address: one on the web stays whole, since somebody
// has to go there.
func clipAddress(s string) string {
	if onWeb(s) != "" {
		return s
	}
	return book.Clip(s, 120)
}
