package inspect

import (
	"fmt"
	"slices"

	"octavo/book"
)

// A Rule is one thing that can be wrong with an edition.
type Rule struct {
	ID       book.RuleID
	Severity book.Severity
	// Like is what EPUBCheck calls the same fault; empty where it has no
	// such message or leaves the matter to others.
	Like string
	Why  string // one line
}

const (
	warning = book.Warning
	failure = book.Error
)

// Rules returns all rules, in the order in which they are listed to users.
func Rules() []Rule { return slices.Clone(rules) }

// rules holds the rows below in their order.
var rules []Rule

// row adds a rule to the table and returns it.
func row(id book.RuleID, severity book.Severity, like, why string) Rule {
	r := Rule{id, severity, like, why}
	rules = append(rules, r)
	return r
}

// at returns a finding in a file, of the rule's severity.
func (r Rule) at(file string, at place, hint, format string, args ...any) book.Diagnostic {
	return book.Diagnostic{
		Pos: book.Pos{File: file, Line: at.line, Col: at.col}, Severity: r.Severity, Rule: r.ID,
		Message: Printable(fmt.Sprintf(format, args...)), Hint: hint,
	}
}

var (
	epubZip            = row("epub-zip", failure, "PKG-008", "an EPUB is a ZIP archive")
	epubBounds         = row("epub-bounds", failure, "", "what unpacks to far more than a book is an attack or a slip")
	epubName           = row("epub-name", failure, "", "a name that leads out of the archive can overwrite a reader's files")
	epubNamePlain      = row("epub-name-plain", warning, "PKG-010", "spaces and letters beyond ASCII in names break in some readers and stores")
	epubNameTwice      = row("epub-name-twice", failure, "OPF-060", "two names that differ in case alone are one file on many systems")
	epubMimetype       = row("epub-mimetype", failure, "PKG-007", "readers know an EPUB by its first entry, mimetype, stored as it is")
	epubContainer      = row("epub-container", failure, "RSC-002", "META-INF/container.xml names the package document")
	epubEncrypted      = row("epub-encrypted", warning, "", "what is encrypted cannot be checked")
	epubXML            = row("epub-xml", failure, "RSC-016", "a reader shows nothing of a document that is not well-formed")
	epubDoctype        = row("epub-doctype", failure, "HTM-003", "entities of a document's own are forbidden: they are a way to attack")
	epubVersion        = row("epub-version", failure, "OPF-001", "stores take EPUB 3")
	epubIdentifier     = row("epub-identifier", failure, "OPF-030", "the identifier tells one book from another")
	epubMetadata       = row("epub-metadata", failure, "RSC-005", "title, language and time of change are required")
	epubLanguageTag    = row("epub-language-tag", failure, "OPF-092", "software knows a language by its tag")
	epubItem           = row("epub-item", failure, "RSC-001", "each item of the manifest is a file of the archive")
	epubItemTwice      = row("epub-item-twice", failure, "OPF-074", "a file stands in the manifest once")
	epubUndeclared     = row("epub-undeclared", warning, "OPF-003", "a file that the manifest does not name is not part of the book")
	epubMediaType      = row("epub-media-type", failure, "PKG-021", "a file is of the type that the manifest says")
	epubForeign        = row("epub-foreign", failure, "OPF-043", "the spine is made of XHTML and SVG, or of items that fall back to them")
	epubProperty       = row("epub-property", failure, "OPF-014", "an item says whether it holds scripts, SVG, MathML or remote resources")
	epubPropertyIdle   = row("epub-property-idle", warning, "OPF-015", "an item says only what it has")
	epubSpine          = row("epub-spine", failure, "OPF-049", "the spine is the reading order")
	epubNav            = row("epub-nav", failure, "RSC-005", "EPUB 3 has a navigation document with a table of contents")
	epubNavReach       = row("epub-nav-reach", warning, "", "a reader finds each document of the spine from the contents")
	epubNavOrder       = row("epub-nav-order", warning, "NAV-011", "the contents are in reading order")
	epubNCX            = row("epub-ncx", failure, "NCX-001", "the NCX is of the same book as the package")
	epubNavNCX         = row("epub-nav-ncx", warning, "", "old readers see the same contents as new ones")
	epubPageList       = row("epub-page-list", warning, "", "pages that are marked have a list, and the list leads to each of them")
	epubPageSource     = row("epub-page-source", warning, "", "page numbers say whose they are")
	epubLink           = row("epub-link", failure, "RSC-007", "a link leads somewhere")
	epubFragment       = row("epub-fragment", failure, "RSC-012", "a link leads to a place that is there")
	epubLinkUndeclared = row("epub-link-undeclared", failure, "RSC-008", "what a document uses is in the manifest")
	epubLinkScheme     = row("epub-link-scheme", warning, "", "an address without its scheme is taken for a file of the book")
	epubRemote         = row("epub-remote", failure, "RSC-006", "a book is whole without a network")
	epubLeak           = row("epub-leak", failure, "RSC-026", "a link does not lead out of the archive")
	epubRoot           = row("epub-root", failure, "RSC-005", "a content document is XHTML")
	epubIDTwice        = row("epub-id-twice", failure, "RSC-005", "an id is given once in a document")
	epubTitle          = row("epub-title", failure, "RSC-005", "a document has a title: a screen reader says it first")
	epubAlt            = row("epub-alt", warning, "", "a picture has an alternative text, empty when it is decoration")
	epubLanguage       = row("epub-language", warning, "", "a screen reader needs the language")
	epubAccess         = row("epub-access", warning, "", "stores and the European Accessibility Act ask for access modes, features and hazards")
	epubAccessSummary  = row("epub-access-summary", warning, "", "readers with a disability read the summary before they buy")
	epubConforms       = row("epub-conforms", warning, "", "a claim of conformance is spelt as the standard has it, and says who made it")
	pdfSyntax          = row("pdf-syntax", failure, "", "a PDF that is damaged is shown by some readers and by some not")
	pdfBounds          = row("pdf-bounds", failure, "", "what unpacks to far more than a book is an attack or a slip")
	pdfEncrypted       = row("pdf-encrypted", warning, "", "stores and printers refuse a PDF with a password")
	pdfTagged          = row("pdf-tagged", warning, "", "without tags a screen reader guesses the order and the headings")
	pdfLanguage        = row("pdf-language", warning, "", "a screen reader needs the language")
	pdfTitle           = row("pdf-title", warning, "", "a reader shows the title, not the name of the file")
	pdfFonts           = row("pdf-fonts", warning, "", "text in a font that is not embedded looks different elsewhere")
	pdfUnicode         = row("pdf-unicode", warning, "", "text that does not say its letters cannot be searched or read aloud")
	pdfBoxes           = row("pdf-boxes", warning, "", "a page's boxes lie within each other, as a printer expects")
	pdfMetadata        = row("pdf-metadata", warning, "", "libraries read the metadata, and both places say the same")
	pdfOutline         = row("pdf-outline", warning, "", "readers of a long document find their way by its bookmarks")
	pdfAlt             = row("pdf-alt", warning, "", "a picture has an alternative text")
	pdfAction          = row("pdf-action", warning, "", "scripts and programs have no place in a book")
)

// tooMany is said of a file as a whole, and not listed.
var tooMany = Rule{"too-many", warning, "", "nobody reads so long a list to its end"}
