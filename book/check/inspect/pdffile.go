package inspect

import (
	"bytes"
	"errors"
	"fmt"

	"octavo/book/pdf/object"
)

// How a hostile PDF is read.
//
// A PDF is a heap of numbered objects that refer to each other by number, and a table says
// where each begins. Nothing keeps a maker from a table that leads to itself, a stream whose
// length is an object within that stream, ten thousand numbers that all lead to one large
// object, or a kilobyte that unpacks to a gigabyte. A reader that follows such a file
// blindly does not come back.
//
// So nothing is read before it is asked for, and each object once: its value is kept, and null
// stands for an object that is missing or broken, as the standard has it for the missing ones.
// An object that is asked for while it is read is a circle, and null. Chains of references,
// and objects that need each other, are bounded in number.
//
// That is not enough where many numbers lead to one place, since each number is read once.
// There is a purse for parsing objects, of twice the bytes of the file and of all that may be
// unpacked: a sound file needs each byte once. All streams share a second purse of
// unpacked bytes. When a purse is empty, objects are null and the file is told to be too
// large. Only streams of objects and cross-references are unpacked, and the metadata: the
// pages' content is not looked at. (ISO 32000-2, 7.3.10 and 7.5.)

// Bounds of a PDF file, generous: a book of a thousand pages has some ten thousand objects and
// few sections.
const (
	maxPDF      = 1 << 30  // bytes of the file, which is held in memory
	maxInflated = 64 << 20 // bytes of the streams that are read: objects and cross-references
	maxObjects  = 2_000_000
	maxSections = 1_000 // cross-reference sections: one for each time of saving
	maxChase    = 32    // references to references
	maxBusy     = 64    // objects that need each other to be read
)

// errPDFBounds is wrapped by errors about a bound.
var errPDFBounds = errors.New("unpacks to too much")

// A pdfEntry says where an object stands: at an offset of the file, or, when in
// is not 0, as the index-th of an object stream.
type pdfEntry struct {
	offset int64
	in     int
	index  int
}

// A pdfFile reads the objects of a file (ISO 32000-2, section 7.5).
type pdfFile struct {
	data    []byte
	entries map[int]pdfEntry
	trailer object.Dict
	left    int64 // of maxInflated
	parse   int64 // bytes that may still be parsed: no byte needs it twice
	over    bool  // a bound was met
	read    map[int]object.Object
	busy    map[int]bool // being read: a circle is a fault
	streams map[int]*objectStream
}

// An objectStream is an object stream that was unpacked.
type objectStream struct {
	data    []byte
	offsets []int
}

// openPDF reads the cross-references.
func openPDF(data []byte) (*pdfFile, error) {
	// Readers look for the header in the first 1,024 bytes, and for the end in the last 1,024
	// (Adobe, PDF Reference 1.7, appendix H); twice as many at the end leave room for what mail
	// programs append. All offsets count from the header.
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if start < 0 {
		return nil, errors.New("not a PDF file")
	}
	f := &pdfFile{data: data[start:], parse: 2 * int64(len(data)+maxInflated), entries: map[int]pdfEntry{}, left: maxInflated, read: map[int]object.Object{},
		busy: map[int]bool{}, streams: map[int]*objectStream{}}
	tail := f.data[max(0, len(f.data)-2048):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return nil, errors.New("cut short: there is no startxref at the end")
	}
	p := object.Parser{Data: tail, Pos: i + len("startxref"), Loose: true}
	at, err := p.Object()
	offset, ok := at.(object.Int)
	if err != nil || !ok {
		return nil, errors.New("startxref names no place")
	}
	if err := f.chain(int64(offset)); err != nil {
		return nil, err
	}
	if f.trailer == nil {
		return nil, errors.New("there is no trailer")
	}
	return f, nil
}

// chain reads a cross-reference section and the earlier ones that it names. Where two
// sections have an entry for one object, that of the later section holds.
func (f *pdfFile) chain(offset int64) error {
	seen := map[int64]bool{}
	todo := []int64{offset}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if seen[at] {
			continue
		}
		if seen[at] = true; len(seen) > maxSections {
			return fmt.Errorf("more than %d cross-reference sections", maxSections)
		}
		d, err := f.section(at)
		if err != nil {
			return fmt.Errorf("cross-references at %d: %w", at, err)
		}
		if f.trailer == nil {
			f.trailer = d
		}
		// A hybrid file, for readers of tables and of streams, names the stream in
		// XRefStm. Its objects come before those of Prev, since the first entry of an
		// object that is read holds.
		for _, key := range []object.Name{"XRefStm", "Prev"} {
			if n, ok := d[key].(object.Int); ok {
				todo = append(todo, int64(n))
			}
		}
	}
	return nil
}

// section reads one cross-reference section, a table or a stream, and returns
// its trailer.
func (f *pdfFile) section(at int64) (object.Dict, error) {
	if at < 0 || at >= int64(len(f.data)) {
		return nil, errors.New("beyond the end of the file")
	}
	p := &object.Parser{Data: f.data, Pos: int(at), Loose: true}
	if p.Keyword("xref") != nil {
		return f.xrefStream(p)
	}
	for p.Keyword("trailer") != nil {
		if err := f.subsection(p); err != nil {
			return nil, err
		}
	}
	o, err := p.Object()
	d, ok := o.(object.Dict)
	if err == nil && !ok {
		err = errors.New("the trailer is no dictionary")
	}
	return d, err
}

// subsection reads entries of a cross-reference table.
func (f *pdfFile) subsection(p *object.Parser) error {
	first, err := integer(p)
	if err != nil {
		return err
	}
	n, err := integer(p)
	if err != nil {
		return err
	}
	// An entry takes 20 bytes, or 18 where a maker saved on them.
	if n < 0 || first < 0 || n > (len(p.Data)-p.Pos)/18 {
		return fmt.Errorf("%d entries from %d", n, first)
	}
	for i := range n {
		offset, err := integer(p)
		if err == nil {
			_, err = integer(p)
		}
		if err != nil {
			return err
		}
		if p.Keyword("n") == nil {
			f.add(first+i, pdfEntry{offset: int64(offset)})
		} else if err := p.Keyword("f"); err != nil {
			return err
		}
	}
	return nil
}

func integer(p *object.Parser) (int, error) {
	o, err := p.Object()
	n, ok := o.(object.Int)
	if err == nil && (!ok || n < 0 || n > 1<<40) {
		err = errors.New("a whole number is missing")
	}
	return int(n), err
}

func (f *pdfFile) add(num int, e pdfEntry) {
	if _, known := f.entries[num]; !known && len(f.entries) < maxObjects {
		f.entries[num] = e
	}
}

// xrefStream reads a cross-reference stream (section 7.5.8).
func (f *pdfFile) xrefStream(p *object.Parser) (object.Dict, error) {
	o, err := f.indirect(p, 0)
	if err != nil {
		return nil, err
	}
	s, ok := o.(*object.Stream)
	if !ok || s.Dict["Type"] != object.Name("XRef") {
		return nil, errors.New("neither a table nor a stream of cross-references")
	}
	data, err := f.decode(s)
	if err != nil {
		return nil, err
	}
	var w [3]int
	widths, _ := s.Dict["W"].(object.Array)
	if len(widths) != 3 {
		return nil, errors.New("a cross-reference stream without three widths")
	}
	for i := range w {
		n, ok := widths[i].(object.Int)
		if !ok || n < 0 || n > 8 {
			return nil, errors.New("a cross-reference stream with a bad width")
		}
		w[i] = int(n)
	}
	index, ok := s.Dict["Index"].(object.Array)
	if !ok {
		index = object.Array{object.Int(0), s.Dict["Size"]}
	}
	return s.Dict, f.xrefEntries(data, w, index)
}

// xrefEntries reads the entries of a cross-reference stream.
func (f *pdfFile) xrefEntries(data []byte, w [3]int, index object.Array) error {
	size := w[0] + w[1] + w[2]
	if size == 0 {
		return errors.New("a cross-reference stream of nothing")
	}
	for ; len(index) >= 2; index = index[2:] {
		first, ok1 := index[0].(object.Int)
		n, ok2 := index[1].(object.Int)
		if !ok1 || !ok2 || first < 0 || n < 0 || first > 1<<31 {
			return errors.New("a cross-reference stream with a bad index")
		}
		for i := object.Int(0); i < n && len(data) >= size; i++ {
			kind, a, b := field(data, 0, w[0], 1), field(data, w[0], w[1], 0), field(data, w[0]+w[1], w[2], 0)
			data = data[size:]
			switch kind {
			case 1:
				f.add(int(first+i), pdfEntry{offset: a})
			case 2:
				f.add(int(first+i), pdfEntry{in: int(a), index: int(b)})
			}
		}
	}
	return nil
}

// field reads a big-endian number of n bytes, or takes the default when n is 0.
func field(data []byte, at, n int, otherwise int64) int64 {
	if n == 0 {
		return otherwise
	}
	var v uint64
	for _, c := range data[at : at+n] {
		v = v<<8 | uint64(c)
	}
	return int64(v & (1<<62 - 1)) // a number of eight bytes would else be negative
}
