package web

import (
	"strings"

	"octavo/book/ingest/draft"
)

// Mail makes an article of the HTML of a mail. Blocks that a mail program marks as a
// signature have the role [draft.Letter], and those that it marks as quoted say how often.
// What of the rest is the article nobody asks here.
func Mail(src string) *draft.Article {
	p, _ := newPage(src, &draft.Article{}) // elements over the bound are not there
	r := &reader{page: p, scope: p.root, body: p.root, pruned: map[*el]bool{}}
	r.emphasise(p.root)
	r.unframe(p.root)
	r.prune(p.root)
	r.mailed(p.root, 0)
	r.resolve()
	for i := range r.out {
		r.out[i].Role = mailRole(r.out[i])
		r.out[i].Tight = false
	}
	p.article.Blocks = r.out
	return p.article
}

// mailRole returns the role of a block of a mail: names of classes mean nothing else there,
// and a headline may stand behind a letter.
func mailRole(b draft.Block) draft.Role {
	if b.Role == draft.Letter {
		return b.Role
	}
	return draft.None
}

// The names by which mail programs mark what is no article. Programs on the web put a
// prefix before each name of a mail that they show.
var (
	signatureNames = []string{"gmail signature", "moz signature", "signature", "signature block", "apple mail signature", "ms outlook mobile signature"}
	quotedNames    = []string{"yahoo quoted", "protonmail quote", "tutanota quote", "zmail extra", "qt"}
)

// isCited reports whether an element is what a mail answers, as its program marks it.
func isCited(e *el) bool {
	return e.Name() == "blockquote" && (strings.EqualFold(e.Get("type"), "cite") || e.named([]string{"gmail quote", "protonmail quote", "tutanota quote"})) ||
		e.Name() == "div" && e.named(quotedNames)
}

func isSignature(e *el) bool {
	return (e.Name() == "div" || e.Name() == "pre" || e.Name() == "table" || e.Name() == "span" || e.Name() == "p") && e.named(signatureNames) && e.size*2 < maxSignature
}

// maxSignature is twice the text, in bytes, up to which an element is a signature by its
// name, by eye: some programs give the name to all of a mail.
const maxSignature = 3000

// marked reports whether a mark of a mail program is below e.
func (e *el) marked() bool {
	return e.find(func(n *el) bool { return isCited(n) || isSignature(n) }) != nil
}

// mailed reads an element of a mail, which is quoted so often. Elements between two marks
// are read together.
func (r *reader) mailed(e *el, quoted int) {
	var run []*el
	flush := func() {
		if len(run) > 0 {
			r.letter(&el{Element: e.Element, kids: run}, draft.None, quoted)
		}
		run = nil
	}
	for _, k := range e.kids {
		switch {
		case isSignature(k):
			flush()
			r.letter(&el{Element: k.Element, kids: []*el{k}}, draft.Letter, quoted)
		case isCited(k):
			flush()
			r.mailed(k, quoted+1)
		case k.marked():
			flush()
			r.mailed(k, quoted)
		default:
			run = append(run, k)
		}
	}
	flush()
}

// letter reads what is in an element, and gives its blocks a role and a depth.
func (r *reader) letter(e *el, role draft.Role, quoted int) {
	from := len(r.out)
	r.inside(e)
	for i := from; i < len(r.out); i++ {
		r.out[i].Quoted = quoted
		if role != draft.None {
			r.out[i].Role = role
		}
	}
}

// unframe makes boxes of tables by which mails place their text: those with one cell in a
// row at most.
func (r *reader) unframe(e *el) {
	for _, t := range e.all("table") {
		wide := false
		for _, row := range t.all("tr") {
			cells := 0
			for _, c := range row.kids {
				if c.Name() == "td" || c.Name() == "th" {
					cells++
				}
			}
			wide = wide || cells > 1
		}
		if wide && t.Get("role") != "presentation" {
			continue
		}
		t.walk(func(n *el) bool {
			switch n.Name() {
			case "table", "tbody", "thead", "tr", "td", "th":
				n.Rename("div")
			}
			return true
		})
	}
}
