// Package finish writes the final PDF file.
//
// In: the file that fpdf drew, and [Parts]: the content of its pages, fonts,
// structure, metadata and what else fpdf cannot write. Out: the bytes of a file with
// object streams, which is both PDF/UA-1 and PDF/A-2a in PDF 1.7, or PDF/UA-2 in PDF 2.0.
//
// Invariant: equal input gives equal bytes, whatever the number of workers.
//
// Invariant: nothing of fpdf's file is kept but what its pages, images, states
// and bookmarks lead to; all objects are numbered anew in a fixed order.
//
// # Words of the trade
//
//	object          a number, name, string, array, dictionary or stream
//	indirect        said of an object with a number, to which references lead
//	stream          a dictionary with bytes, such as the content of a page
//	object stream   a stream that holds many objects, which are compressed together
//	xref            the table of where each object is; here a stream, too
//	catalog         the object at the root of the file
//	content         the operators that paint a page
//	marked content  a part of the content between BDC and EMC, with a number (MCID)
//	structure tree  elements such as P and H1, which lead to marked content in
//	                the order of reading: the tags of a tagged PDF
//	parent tree     the way back, from content and links to their elements
//	annotation      what lies on a page and can be pressed, here a link
//	artifact        content that is not to be read aloud, as a running head
//	output intent   the colour space that the file is made for
//	CID, CMap       the code of a glyph; the map from codes to text
//	XMP             metadata in XML
package finish

import (
	"bytes"
	"fmt"
	"sync"

	"octavo/book"
	"octavo/book/base/deflate"
	"octavo/book/base/parallel"
	"octavo/book/base/unit"
	"octavo/book/language/locale"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// Parts is what finish adds to the file that fpdf drew.
type Parts struct {
	Standard book.Standard
	Info     document.Info
	Pages    []Page
	// Content appends the content stream of a page to dst, given what fpdf drew
	// on that page. finish calls Content once for each page, in several goroutines.
	Content func(dst []byte, page int, drawn []byte) []byte
	Fonts   []*Font
	// XObjects holds further resources of the pages by name. References in it and
	// in Objects count Objects from 1; [FontRef] gives those of Fonts.
	XObjects object.Dict
	Objects  []object.Object
	Tree     *Tree
	// Targets are where the bookmarks lead, in their order.
	Targets []*document.Dest
	Profile []byte // ICC profile of the output intent: sRGB
	Workers int    // goroutines; less than 1 is 1
	Level   int    // of compression, as in package deflate
}

// fontRefs is where the references to fonts begin: far beyond the number of Objects, and
// low enough for an int of 32 bits.
const fontRefs = 1 << 30

// FontRef is the reference by which the objects of [Parts] name Fonts[i].
func FontRef(i int) object.Ref { return object.Ref(fontRefs + i) }

// A Page is what finish has to know of a page.
type Page struct {
	Width, Height unit.Length
	Label         string
	// Turned asks readers to show the page turned to the right by a quarter.
	Turned bool
	// Notes say where each link of the page leads, in the order in which they
	// were drawn.
	Notes []string
}

// File returns the final file.
func File(drawn []byte, p Parts) ([]byte, error) {
	src, err := open(drawn)
	if err != nil {
		return nil, fmt.Errorf("reading what fpdf wrote: %w", err)
	}
	list, index, err := src.pages()
	if err != nil {
		return nil, fmt.Errorf("reading what fpdf wrote: %w", err)
	}
	if len(list) != len(p.Pages) {
		return nil, fmt.Errorf("fpdf wrote %d pages, not %d", len(list), len(p.Pages))
	}
	f := &finisher{
		Parts: p, src: src, drawn: list, index: index,
		w: &writer{level: p.Level, workers: p.Workers}, acts: map[string]object.Ref{},
	}
	if p.Standard == book.UA2 {
		f.w.version = "2.0"
	}
	return f.file()
}

// A finisher holds the state of one File.
type finisher struct {
	Parts
	src   *source
	drawn []object.Dict      // the pages as fpdf wrote them
	index map[object.Ref]int // of fpdf's pages
	w     *writer
	pages []object.Ref // the new pages
	tree  *structure
	acts  map[string]object.Ref // the actions of links and bookmarks, by their bytes
	// The last long note, and the object that it is: the areas of one link follow one another.
	longNote string
	noteRef  object.Ref
}

func (f *finisher) file() ([]byte, error) {
	w := f.w
	root := w.alloc()
	var info object.Ref
	if f.Standard != book.UA2 { // PDF 2.0 leaves all that it says to the XMP packet
		info = w.add(documentInfo(f.Info))
	}
	catalog := object.Dict{
		"Type": object.Name("Catalog"), "Lang": object.Text(f.Info.Language),
		"MarkInfo":          object.Dict{"Marked": object.Bool(true)},
		"ViewerPreferences": viewer(f.Info.Language),
		"OutputIntents":     object.Array{w.add(f.intent())},
		"PageLabels":        pageLabels(f.labels()),
	}
	metadata := w.alloc()
	w.putStream(metadata, object.Dict{
		"Type": object.Name("Metadata"), "Subtype": object.Name("XML"),
	}, xmp(f.Info, f.Standard))
	catalog["Metadata"] = metadata
	f.tree = newStructure(f.Tree, w, f.Standard)
	catalog["StructTreeRoot"] = f.tree.root
	pages, annots, err := f.putPages()
	if err != nil {
		return nil, err
	}
	catalog["Pages"] = pages
	if outline := f.outline(); outline != 0 {
		catalog["Outlines"] = outline
		catalog["PageMode"] = object.Name("UseOutlines")
	}
	f.tree.pages, f.tree.annots, f.tree.tops = f.pages, annots, f.heights()
	f.tree.write()
	w.put(root, catalog)
	return w.file(root, info), nil
}

// viewer says how a reader shows a document in the language: facing pages of a
// document that is read from right to left stand from right to left, too.
func viewer(lang string) object.Dict {
	d := object.Dict{"DisplayDocTitle": object.Bool(true)}
	if locale.RightToLeft(lang) {
		d["Direction"] = object.Name("R2L")
	}
	return d
}

// intent returns the output intent: all colours of the file are sRGB.
func (f *finisher) intent() object.Dict {
	const name = "sRGB IEC61966-2.1"
	return object.Dict{
		"Type": object.Name("OutputIntent"), "S": object.Name("GTS_PDFA1"),
		"OutputConditionIdentifier": object.String(name), "Info": object.String(name),
		"RegistryName":      object.String("http://www.color.org"),
		"DestOutputProfile": f.w.addDeflated(object.Dict{"N": object.Int(3)}, f.Profile),
	}
}

func (f *finisher) labels() []string {
	labels := make([]string, len(f.Pages))
	for i, p := range f.Pages {
		labels[i] = p.Label
	}
	return labels
}

func (f *finisher) heights() []unit.Length {
	heights := make([]unit.Length, len(f.Pages))
	for i, p := range f.Pages {
		heights[i] = p.Height
	}
	return heights
}

// contents fills and compresses the content streams of all pages.
func (f *finisher) contents() ([][]byte, error) {
	drawn := make([][]byte, len(f.drawn))
	for i, d := range f.drawn {
		s, ok := f.src.resolve(d["Contents"]).(*object.Stream)
		if !ok {
			return nil, fmt.Errorf("fpdf wrote page %d without content", i+1)
		}
		drawn[i] = s.Data
	}
	out := make([][]byte, len(drawn))
	var buffers sync.Pool // of content not yet compressed, which is twice as long
	parallel.Each(len(drawn), f.Workers, func(i int) {
		b, _ := buffers.Get().(*contentBuffer)
		if b == nil {
			b = &contentBuffer{}
		}
		b.plain = f.Content(b.plain[:0], i, drawn[i])
		b.small = deflate.Zlib(b.small[:0], b.plain, f.Level)
		out[i] = bytes.Clone(b.small)
		buffers.Put(b)
	})
	return out, nil
}

// A contentBuffer is memory that the pages use in turn.
type contentBuffer struct{ plain, small []byte }
