package refuse

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"octavo/book/base/pattern"
)

// structured returns why a text that is JSON or XML is not read.
func structured(name, s string) error {
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		return nil
	case s[0] == '{' || s[0] == '[':
		return jsonAdvice(name, s)
	case s[0] == '<':
		if advice := xmlAdvice(name, s); advice != "" {
			return fmt.Errorf("%s", advice)
		}
	}
	return nil
}

// A text that is cut off is JSON when it begins like it: a key in quotes and a colon.
var (
	jsonStart = pattern.Later(`^[\[{]\s*(\{\s*)?"[^"\n]{1,80}"\s*:\s*["\[{0-9tfn-]`)
	jsonLines = pattern.Later(`^\{"[^"\n]{1,80}"\s*:.*\}\s*\n\{"`)
)

// jsonAdvice returns why JSON is not read, nil for a text that begins with a brace or a
// bracket.
func jsonAdvice(name, s string) error {
	named := strings.EqualFold(path.Ext(name), ".json") // also where it is cut or too deep
	if !named && !json.Valid([]byte(s)) && !jsonStart().MatchString(s) && !jsonLines().MatchString(s) || s == "[]" || s == "{}" {
		return nil
	}
	top := s[:min(len(s), head)] + s[max(0, len(s)-head):]
	has := func(key string) bool { return strings.Contains(top, `"`+key+`"`) }
	switch {
	case has("nbformat") && has("cells"):
		return fmt.Errorf("a Jupyter notebook is not read: convert it with `jupyter nbconvert --to markdown %s`, and import that", quoted(name[strings.LastIndexByte(name, '/')+1:]))
	case has("pandoc-api-version"):
		return fmt.Errorf("the tree of a pandoc document (JSON) is not read: convert it with %s, and import that", command(name, "json"))
	case has("jsonapi") && has("data"):
		return fmt.Errorf("an answer of JSON:API, as of Drupal, is data and not an article: save the pages themselves as HTML, or import the site's feed (/rss.xml)")
	}
	return fmt.Errorf("JSON is data and not an article: export the article as HTML, Markdown or .docx")
}

// An xmlKind is a vocabulary of XML.
type xmlKind struct {
	roots  string // names of root elements
	space  string // what its name space or document type has in it, in lower case; "" for any
	what   string
	pandoc string // the format that pandoc knows it by, "" for none
	advice string // what to do where pandoc does not read it
}

// xmlKinds are vocabularies by their roots; more certain ones come first.
var xmlKinds = []xmlKind{
	{"FictionBook", "", "an FB2 book (FictionBook)", "fb2", ""},
	{"article book chapter section part set refentry", "docbook", "DocBook", "docbook", ""},
	{"article", "jats", "a JATS article", "jats", ""},
	{"book book-part-wrapper", "bits", "a BITS book", "bits", ""},
	{"TEI teiCorpus TEI.2", "", "TEI", "", "convert it to HTML with the style sheets of the TEI (teitohtml), and import that"},
	{"opml", "", "an outline (OPML)", "opml", ""},
	{"svg", "", "a drawing (SVG)", "", "put it into images, and name it in a chapter"},
	{"newsItem newsMessage packageItem NewsML nitf knowledgeItem", "", "an agency's XML (NewsML, NITF)", "", "export the article as HTML, Markdown or .docx"},
	{"wordDocument package document", "office/word", "Word's XML", "", "open it in Word or LibreOffice and save it as .docx"},
	{"package", "xmlpackage", "Word's XML", "", "open it in Word or LibreOffice and save it as .docx"},
	{"document document-content document-styles", "opendocument", "a part or a kind of OpenDocument that is no text", "", "open the document in LibreOffice and save it as .odt"},
	{"mediawiki", "", "an export of MediaWiki", "", "save the page as HTML, or copy its source and convert it with `pandoc -f mediawiki -t markdown`"},
	{"plist", "", "a property list or Safari's web archive", "", "save the page as HTML"},
	{"xml", "endnote", "a list of references (EndNote)", "", "keep it for the notes of the articles"},
	{"urlset sitemapindex", "", "a map of a site", "", "import its pages"},
	{"topic concept task reference map dita", "dita", "DITA", "", "export it as HTML, and import that"},
	{"ncx", "", "the contents of an EPUB", "", "import the EPUB itself"},
	{"kml gpx", "", "a map's data (KML, GPX)", "", "put a picture of the map into the article"},
}

// xmlAdvice returns why XML is not read, "" for pages, feeds and texts that have tags.
func xmlAdvice(name, s string) string {
	declared := strings.HasPrefix(s, "<?xml") || strings.HasPrefix(s, "<!DOCTYPE") && !strings.HasPrefix(strings.ToLower(s), "<!doctype html")
	root, doctype := rootOf(s)
	if root == nil || strings.EqualFold(root.Name.Local, "html") {
		return ""
	}
	context := strings.ToLower(root.Name.Space + " " + doctype)
	for _, a := range root.Attr {
		if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" || a.Name.Local == "dtd-version" || a.Name.Local == "article-type" {
			declared = true
		}
		context += " " + strings.ToLower(a.Name.Local+" "+a.Value)
	}
	if strings.Contains(context, "article-type") || strings.Contains(context, "dtd-version") || strings.Contains(context, "nlm//dtd journal") {
		context += " jats"
	}
	for _, k := range xmlKinds {
		own := k.space == "" && k.roots != "svg" // a page may begin with a drawing
		if (declared || own) && contains(k.roots, root.Name.Local) && strings.Contains(context, k.space) {
			return k.told(name)
		}
	}
	switch root.Name.Local {
	case "article", "book", "chapter", "sect1": // DocBook of old has no name space, JATS often no type
		if declared && strings.Contains(s[:min(len(s), head)], "<front") {
			return xmlKind{what: "a JATS article", pandoc: "jats"}.told(name)
		}
		if declared {
			return xmlKind{what: "XML, perhaps DocBook,", pandoc: "docbook"}.told(name)
		}
	}
	if !declared {
		return ""
	}
	return fmt.Sprintf("XML (<%s>) is not read: export the article as HTML, Markdown or .docx", clip(root.Name.Local))
}

func (k xmlKind) told(name string) string {
	if k.pandoc != "" {
		return k.what + " is not read: convert it with " + command(name, k.pandoc) + ", and import that"
	}
	return k.what + " is not read: " + k.advice
}

func contains(list, word string) bool {
	for f := range strings.FieldsSeq(list) {
		if f == word {
			return true
		}
	}
	return false
}

func clip(s string) string { return s[:min(len(s), 40)] }

// rootOf returns the start of the root element, nil when there is none near the
// beginning, and the document type before it.
func rootOf(s string) (*xml.StartElement, string) {
	d := xml.NewDecoder(strings.NewReader(s[:min(len(s), head)]))
	d.Strict = false
	d.CharsetReader = nil
	if strings.HasPrefix(s, "<?xml") { // the text is in UTF-8, whatever it says of itself
		if i := strings.Index(s[:min(len(s), head)], "?>"); i >= 0 {
			d = xml.NewDecoder(strings.NewReader(s[i+2 : min(len(s), head)]))
			d.Strict = false
		}
	}
	doctype := ""
	for {
		tok, err := d.Token()
		if err != nil {
			return nil, ""
		}
		switch tok := tok.(type) {
		case xml.Directive:
			doctype += string(tok)
		case xml.StartElement:
			return &tok, doctype
		case xml.CharData:
			if strings.TrimSpace(string(tok)) != "" {
				return nil, ""
			}
		}
	}
}
