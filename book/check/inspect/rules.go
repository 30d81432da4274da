package inspect

import "octavo/book"

// A Rule is one thing that can be wrong with an edition.
type Rule struct {
	ID       string // stable, in kebab-case
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
func Rules() []Rule { return append([]Rule(nil), rules[:]...) }

var rules = [...]Rule{
	{"epub-zip", failure, "PKG-008", "an EPUB is a ZIP archive"},
	{"epub-bounds", failure, "", "what unpacks to far more than a book is an attack or a slip"},
	{"epub-name", failure, "", "a name that leads out of the archive can overwrite a reader's files"},
	{"epub-name-plain", warning, "PKG-010", "spaces and letters beyond ASCII in names break in some readers and stores"},
	{"epub-name-twice", failure, "OPF-060", "two names that differ in case alone are one file on many systems"},
	{"epub-mimetype", failure, "PKG-007", "readers know an EPUB by its first entry, mimetype, stored as it is"},
	{"epub-container", failure, "RSC-002", "META-INF/container.xml names the package document"},
	{"epub-encrypted", warning, "", "what is encrypted cannot be checked"},
	{"epub-xml", failure, "RSC-016", "a reader shows nothing of a document that is not well-formed"},
	{"epub-doctype", failure, "HTM-003", "entities of a document's own are forbidden: they are a way to attack"},
	{"epub-version", failure, "OPF-001", "stores take EPUB 3"},
	{"epub-identifier", failure, "OPF-030", "the identifier tells one book from another"},
	{"epub-metadata", failure, "RSC-005", "title, language and time of change are required"},
	{"epub-language-tag", failure, "OPF-092", "software knows a language by its tag"},
	{"epub-item", failure, "RSC-001", "each item of the manifest is a file of the archive"},
	{"epub-item-twice", failure, "OPF-074", "a file stands in the manifest once"},
	{"epub-undeclared", warning, "OPF-003", "a file that the manifest does not name is not part of the book"},
	{"epub-media-type", failure, "PKG-021", "a file is of the type that the manifest says"},
	{"epub-foreign", failure, "OPF-043", "the spine is made of XHTML and SVG, or of items that fall back to them"},
	{"epub-property", failure, "OPF-014", "an item says whether it holds scripts, SVG, MathML or remote resources"},
	{"epub-property-idle", warning, "OPF-015", "an item says only what it has"},
	{"epub-spine", failure, "OPF-049", "the spine is the reading order"},
	{"epub-nav", failure, "RSC-005", "EPUB 3 has a navigation document with a table of contents"},
	{"epub-nav-reach", warning, "", "a reader finds each document of the spine from the contents"},
	{"epub-nav-order", warning, "NAV-011", "the contents are in reading order"},
	{"epub-ncx", failure, "NCX-001", "the NCX is of the same book as the package"},
	{"epub-nav-ncx", warning, "", "old readers see the same contents as new ones"},
	{"epub-page-list", warning, "", "pages that are marked have a list, and the list leads to each of them"},
	{"epub-page-source", warning, "", "page numbers say whose they are"},
	{"epub-link", failure, "RSC-007", "a link leads somewhere"},
	{"epub-fragment", failure, "RSC-012", "a link leads to a place that is there"},
	{"epub-link-undeclared", failure, "RSC-008", "what a document uses is in the manifest"},
	{"epub-link-scheme", warning, "", "an address without its scheme is taken for a file of the book"},
	{"epub-remote", failure, "RSC-006", "a book is whole without a network"},
	{"epub-leak", failure, "RSC-026", "a link does not lead out of the archive"},
	{"epub-root", failure, "RSC-005", "a content document is XHTML"},
	{"epub-id-twice", failure, "RSC-005", "an id is given once in a document"},
	{"epub-title", failure, "RSC-005", "a document has a title: a screen reader says it first"},
	{"epub-alt", warning, "", "a picture has an alternative text, empty when it is decoration"},
	{"epub-language", warning, "", "a screen reader needs the language"},
	{"epub-access", warning, "", "stores and the European Accessibility Act ask for access modes, features and hazards"},
	{"epub-access-summary", warning, "", "readers with a disability read the summary before they buy"},
	{"epub-conforms", warning, "", "a claim of conformance is spelt as the standard has it, and says who made it"},
	{"pdf-syntax", failure, "", "a PDF that is damaged is shown by some readers and by some not"},
	{"pdf-bounds", failure, "", "what unpacks to far more than a book is an attack or a slip"},
	{"pdf-encrypted", warning, "", "stores and printers refuse a PDF with a password"},
	{"pdf-tagged", warning, "", "without tags a screen reader guesses the order and the headings"},
	{"pdf-language", warning, "", "a screen reader needs the language"},
	{"pdf-title", warning, "", "a reader shows the title, not the name of the file"},
	{"pdf-fonts", warning, "", "text in a font that is not embedded looks different elsewhere"},
	{"pdf-unicode", warning, "", "text that does not say its letters cannot be searched or read aloud"},
	{"pdf-boxes", warning, "", "a page's boxes lie within each other, as a printer expects"},
	{"pdf-metadata", warning, "", "libraries read the metadata, and both places say the same"},
	{"pdf-outline", warning, "", "readers of a long document find their way by its bookmarks"},
	{"pdf-alt", warning, "", "a picture has an alternative text"},
	{"pdf-action", warning, "", "scripts and programs have no place in a book"},
}

// severity is that of the rule with the id.
func severity(id string) book.Severity {
	for i := range rules {
		if rules[i].ID == id {
			return rules[i].Severity
		}
	}
	return failure
}
