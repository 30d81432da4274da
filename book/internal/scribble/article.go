package scribble

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
)

// An Article is a file to import.
type Article struct {
	Name string
	Data []byte
}

// Import makes the article of a seed, in one of the formats that are read.
func Import(seed uint64, samples Samples) Article {
	s := newScribe(seed, samples)
	s.chapters = []string{"other.md"}
	kind := pick(s, []struct {
		name string
		make func() string
	}{
		{"in.txt", s.paste}, {"in.html", s.page}, {"in.eml", s.mail}, {"in.mhtml", s.saved}, {"in.docx", s.office}, {"in.xml", s.feed}, {"in.atom", s.atom}, {"in.md", s.foreign},
	})
	return Article{kind.name, []byte(s.damaged(kind.make()))}
}

// paste is the text of a page as it is copied from a browser.
func (s *scribe) paste() string {
	t := s.tongue()
	lines := []string{"OPINION / " + s.plain(1), s.text(t, 5), s.text(t, 12), "By Ann Lee and Bo Ek", "Published: 5 November 2025", "", "Editor's note: " + s.text(t, 9), ""}
	if s.once(2) {
		lines = lines[s.IntN(len(lines)):]
	}
	for range s.IntN(9) {
		lines = append(lines, s.text(t, 1+s.IntN(60)), pick(s, []string{"", "* * *", "- " + s.text(t, 3), s.text(t, 4) + " Photo: VCG", "[1] " + s.text(t, 5), "\t" + s.text(t, 3)}))
	}
	return strings.Join(append(lines, "The author is a keeper of buoys. ann@example.org"), pick(s, []string{"\n", "\r\n", "\n\n"}))
}

// page is a saved web page.
func (s *scribe) page() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang=%s><head><title>%s | The Packet</title><meta name=author content="Ann Lee"><meta property="article:published_time" content="2025-11-05T10:00:00Z">`, pick(s, tongues).lang, s.plain(4))
	b.WriteString(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","author":{"name":"Ann Lee"}}</script></head><body><nav><a href=/>Home</a></nav><article><h1>` + s.plain(4) + `</h1>`)
	for range 1 + s.IntN(9) {
		b.WriteString(s.element(3))
	}
	return b.String() + "</article><footer>© 2025</footer></body></html>"
}

// element is an element of a page, with at most depth others around the text.
func (s *scribe) element(depth int) string {
	name := pick(s, []string{"p", "p", "p", "h2", "h3", "ul", "ol", "blockquote", "figure", "table", "div", "section", "pre", "em", "strong", "a", "sup", "br", "hr", "dl", "span", "img"})
	inner := s.text(s.tongue(), 1+s.IntN(30))
	for depth > 0 && s.once(2) {
		inner += s.element(depth - 1)
	}
	switch name {
	case "br", "hr":
		return "<" + name + ">"
	case "img":
		return `<img src="` + s.picture() + `" alt="` + s.plain(2) + `">`
	case "ul", "ol":
		inner = "<li>" + inner + "<li>" + s.plain(3)
	case "table":
		inner = "<tr><th>" + s.plain(1) + "<td colspan=2>" + inner + "<tr><td>x"
	case "figure":
		inner = `<img src="a.png" alt="a"><figcaption>` + inner + "</figcaption>"
	case "dl":
		inner = "<dt>" + s.plain(1) + "<dd>" + inner
	case "a":
		return `<a href="` + strings.ReplaceAll(s.address(), `"`, "") + `">` + inner + "</a>"
	}
	if s.slips() {
		return "<" + name + ">" + inner
	}
	return "<" + name + ">" + inner + "</" + name + ">"
}

const mailHead = "From: Ann Lee <ann@example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?q?A_k=C3=A4i?=\r\nDate: Wed, 5 Nov 2025 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"

// mail is a message as mail programs save it.
func (s *scribe) mail() string {
	text := base64.StdEncoding.EncodeToString([]byte(s.paste()))
	return mailHead + pick(s, []string{
		"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + text,
		"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + text +
			"\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + s.page() + "\r\n--b--\r\n",
		"Content-Type: text/plain; charset=utf-8\r\n\r\n" + s.paste(),
	})
}

// saved is a page that a browser saved as one file, with a picture.
func (s *scribe) saved() string {
	picture := s.samples.Pictures[picked(s, s.samples.Pictures)]
	return "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x y\"\r\n\r\n--x y\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://example.org/p/\r\n\r\n" +
		strings.Replace(s.page(), "images/", "https://example.org/p/images/", 1) + "\r\n--x y\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/p/a.png\r\n\r\n" +
		base64.StdEncoding.EncodeToString([]byte(picture)) + "\r\n--x y--\r\n"
}

// escaped is text as XML takes it.
var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&quot;", "\x00", "", "\x01", "", "\xff", "", "\ufffe", "")

// office is a Word document.
func (s *scribe) office() string {
	var body strings.Builder
	run := func() string {
		return `<w:r><w:rPr>` + pick(s, []string{"", "<w:b/>", "<w:i/>", "<w:smallCaps/>", `<w:vertAlign w:val="superscript"/>`}) + `</w:rPr><w:t xml:space="preserve">` + escaped.Replace(s.text(s.tongue(), 1+s.IntN(20))) + "</w:t></w:r>"
	}
	for range 1 + s.IntN(9) {
		p := "<w:p><w:pPr>" + pick(s, []string{"", `<w:pStyle w:val="Title"/>`, `<w:pStyle w:val="U1"/>`, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>`}) + "</w:pPr>" + run() + run() +
			pick(s, []string{"", `<w:r><w:footnoteReference w:id="2"/></w:r>`, "<w:r><w:br/></w:r>", `<w:hyperlink r:id="rId1">` + run() + "</w:hyperlink>", "<w:del>" + run() + "</w:del>"}) + "</w:p>"
		if s.once(5) {
			p = "<w:tbl><w:tr><w:tc>" + p + `</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>` + run() + "</w:p></w:tc></w:tr></w:tbl>"
		}
		body.WriteString(p)
	}
	const spaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	return s.archive([][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{"word/document.xml", "<w:document" + spaces + "><w:body>" + body.String() + "</w:body></w:document>"},
		{"word/styles.xml", "<w:styles" + spaces + `><w:style w:styleId="U1"><w:name w:val="heading 1"/></w:style></w:styles>`},
		{"word/footnotes.xml", "<w:footnotes" + spaces + `><w:footnote w:id="2"><w:p>` + run() + "</w:p></w:footnote></w:footnotes>"},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="https://example.org/" TargetMode="External"/></Relationships>`},
	})
}

// archive is a zip of files, any of which may be damaged.
func (s *scribe) archive(files [][2]string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(s.damaged(f[1])))
		}
		if err != nil {
			panic(err) // a buffer takes whatever is written
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func (s *scribe) feed() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Packet</title>`)
	for range 1 + s.IntN(4) {
		fmt.Fprintf(&b, "<item><title>%s</title><link>https://example.org/1</link><pubDate>Wed, 05 Nov 2025 10:00:00 GMT</pubDate><author>Ann Lee</author><content:encoded>%s</content:encoded></item>",
			escaped.Replace(s.plain(4)), escaped.Replace(s.element(3)+s.element(3)))
	}
	return b.String() + "</channel></rss>"
}

func (s *scribe) atom() string {
	return `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="html">` + escaped.Replace(s.plain(4)) + `</title><updated>2025-11-05T10:00:00Z</updated><author><name>Ann Lee</name></author><content type="html">` +
		escaped.Replace(s.element(3)+s.element(2)) + "</content></entry></feed>"
}

// foreign is Markdown with the front matter of another tool.
func (s *scribe) foreign() string {
	head := pick(s, []string{"+++\ntitle = 'T'\ndate = 2025-11-05\ntags = ['a']\n+++\n", "---\ntitle: T\nauthor: Ann Lee\ndate: 2025-11-05\nlayout: post\n---\n", "% A title\n% Ann Lee\n\n", "", "---\n" + strings.Join(s.spoilt([]string{"title: T", "author: [A, B]", "image: a.png"}), "\n") + "\n---\n"})
	var b strings.Builder
	for range 1 + s.IntN(6) {
		b.WriteString(pick(s, []string{s.block(), s.block(), "{{< figure src=k caption=\"l\" >}}", "> [!note] " + s.plain(3), "![[a.png|b]] ==marked== ^[a note]", "# " + s.plain(3)}) + "\n\n")
	}
	return head + b.String()
}
