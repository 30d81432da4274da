package inspect

import (
	"errors"
	"io"

	"octavo/book"
)

// A Publication is what an EPUB file holds. Paths are those of the archive.
type Publication struct {
	Name    string // of the file
	Size    int64  // in bytes
	Version string // of the package, as "3.0"
	Package string // the package document's path
	Lang    string // xml:lang of the package document

	Identifier  string // the unique identifier
	Identifiers []string
	Titles      []string
	Languages   []string // in their order
	Meta        []Meta

	Items []*Item
	Spine []SpineItem
	Cover *Item // the cover image, or nil

	HasNav, HasNCX  bool
	TOC, Pages      []*Point // of the navigation document
	Landmarks       []*Point
	NCX, NCXPages   []*Point
	Guide           []*Point
	PackageAt       Place       // of the metadata element
	Styles          []StyleRule // of the style sheets and style elements
	SpecifiedFonts  bool        // Apple Books is told that fonts are chosen on purpose
	documents       map[string]*Document
	encryptedByPath map[string]bool
}

// A Place is where something stands in an entry: line and column from 1, the
// column in bytes; 0 where unknown.
type Place struct{ Line, Col int }

func (p place) public() Place { return Place{p.line, p.col} }

func placeOf(n *node) Place { return Place{n.Line, n.Col} }

// A Meta is one element of the metadata. Its name is that of an element of Dublin Core, such
// as "dc:title", the property of a meta of EPUB 3, or the name of a meta of EPUB 2.
type Meta struct {
	Name, Value string
	Refines     string // the id that it is about, or empty for the book
	ID          string
	At          Place
}

// An Item is an entry of the manifest.
type Item struct {
	ID, Path   string // Path is empty for a remote resource
	MediaType  string
	Properties []string
	Fallback   string // id
	Size       int64  // unpacked, in bytes; 0 when the file is missing
	Image      *Image // of an image that could be read
	At         Place
	present    bool
}

// Has reports whether the item has the property.
func (it *Item) Has(property string) bool {
	for _, p := range it.Properties {
		if p == property {
			return true
		}
	}
	return false
}

// A SpineItem is a place in the reading order.
type SpineItem struct {
	Item   *Item
	Linear bool
}

// A Point is a line of a table of contents or of a list of pages.
type Point struct {
	Label  string
	Target Target
	Types  []string // epub:type, of landmarks
	Kids   []*Point
	At     Place
}

// A Target is what a link names.
type Target struct {
	Path     string // of the entry
	Fragment string // without the number sign
}

// A Document is what the rules ask of an XHTML or SVG document.
type Document struct {
	Path     string
	Root     string // name of the root element
	Lang     string // xml:lang, else lang
	Title    string
	Text     string           // of the body, white space folded
	IDs      map[string]Place // the first place of each
	Elements map[string]Place // the first of each local name; svg and math by their root
	Links    []Link
	Images   []Picture
	Tables   []Table
	Breaks   []Break // page markers
	Notes    []Note
	Styles   []Declaration // of style attributes
	Nested   *Place        // the first p that is within a p, or nil
}

// A Link is a reference from a document to something else.
type Link struct {
	Element string
	Value   string // as it is written
	Types   []string
	At      Place
}

// A Picture is an img element.
type Picture struct {
	Src Target
	Alt string
	At  Place
}

// A Table is the measure of a table.
type Table struct {
	Columns int
	At      Place
}

// A Break is a page marker.
type Break struct {
	ID, Label string
	At        Place
}

// A Note is a footnote or endnote element.
type Note struct {
	ID, Kind string // Kind is footnote or endnote, or aside for one without a type
	Text     string
	At       Place
}

// Has reports whether the document has an element of a name.
func (d *Document) Has(name string) bool {
	_, ok := d.Elements[name]
	return ok
}

// Document returns the document at a path, or nil.
func (p *Publication) Document(path string) *Document { return p.documents[path] }

// Item returns the item at a path, or nil.
func (p *Publication) Item(path string) *Item {
	for _, it := range p.Items {
		if it.Path == path && path != "" {
			return it
		}
	}
	return nil
}

// Values returns the values of the metadata with a name that are about the book as a whole.
func (p *Publication) Values(name string) []string {
	var list []string
	for _, m := range p.Meta {
		if m.Name == name && m.Refines == "" {
			list = append(list, m.Value)
		}
	}
	return list
}

// ReadEPUB reads an EPUB file and checks it. The publication is nil when the
// package document cannot be read. name is what diagnostics call the file.
func ReadEPUB(name string, r io.ReaderAt, size int64) (*Publication, []book.Diagnostic) {
	rep := &reporter{name: name}
	pub := readEPUB(rep, r, size)
	return pub, rep.result()
}

func readEPUB(rep *reporter, r io.ReaderAt, size int64) *Publication {
	a := openArchive(rep, r, size)
	if a == nil {
		return nil
	}
	a.mimetype(rep)
	s := &session{rep: rep, arc: a, nodes: maxAllNodes, pub: &Publication{Name: rep.name, Size: size, documents: map[string]*Document{}}}
	if !s.container() || !s.packageDocument() {
		return nil
	}
	s.resources()
	s.navigation()
	s.links()
	s.metadata()
	return s.pub
}

// A session is the reading of one EPUB file.
type session struct {
	rep  *reporter
	arc  *archive
	pub  *Publication
	byID map[string]*Item
	at   map[string]*Item // by path
	refs []reference
	// nodes may still be read.
	nodes int
}

// add reports that a rule does not hold.
func (s *session) add(broken Rule, entry string, at Place, format string, args ...any) {
	s.rep.add(broken, entry, place{at.Line, at.Col}, "", format, args...)
}

// tree reads an entry as XML, and reports why it cannot.
func (s *session) tree(entry string) *node {
	f := s.arc.byName[entry]
	data, err := s.arc.document(f)
	if err != nil {
		s.unreadable(entry, err)
		return nil
	}
	root, fault := parseXML(data, &s.nodes)
	if fault != nil {
		s.add(fault.rule, entry, fault.at.public(), "%s", fault.text)
		return nil
	}
	return root
}

func (s *session) unreadable(entry string, err error) {
	broken := epubZip
	if errors.Is(err, errBudget) || errors.Is(err, errTooLarge) {
		broken = epubBounds
	}
	s.add(broken, entry, Place{}, "cannot be read: %v", err)
}
