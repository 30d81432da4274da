package inspect

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"octavo/book/pdf/object"
)

// Bounds of a PDF file.
const (
	maxPDF      = 1 << 30   // bytes of the file: it is held in memory
	maxInflated = 64 << 20  // bytes of the streams that are read: objects and cross-references
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

// An objectStream is one that was unpacked.
type objectStream struct {
	data    []byte
	offsets []int
}

// openPDF reads the cross-references.
func openPDF(data []byte) (*pdfFile, error) {
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

// chain reads a cross-reference section and those before it. What a later one
// says holds.
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
	return int64(v & (1<<62 - 1))
}

// get follows references. What cannot be read, or is not there, is null.
func (f *pdfFile) get(o object.Object) object.Object {
	for range maxChase {
		ref, ok := o.(object.Ref)
		if !ok {
			break
		}
		o = f.object(int(ref))
	}
	if _, ok := o.(object.Ref); ok || o == nil {
		return object.Null{}
	}
	return o
}

func (f *pdfFile) dict(o object.Object) object.Dict {
	switch o := f.get(o).(type) {
	case object.Dict:
		return o
	case *object.Stream:
		return o.Dict
	}
	return nil
}

func (f *pdfFile) array(o object.Object) object.Array {
	a, _ := f.get(o).(object.Array)
	return a
}

func (f *pdfFile) name(o object.Object) string {
	n, _ := f.get(o).(object.Name)
	return string(n)
}

// object reads the object of a number.
func (f *pdfFile) object(num int) object.Object {
	if o, ok := f.read[num]; ok {
		return o
	}
	e, ok := f.entries[num]
	if !ok || f.busy[num] || len(f.busy) > maxBusy {
		return object.Null{}
	}
	f.busy[num] = true
	defer delete(f.busy, num)
	var o object.Object
	var err error
	if e.in != 0 {
		o, err = f.packed(e)
	} else if e.offset < int64(len(f.data)) {
		o, err = f.indirect(&object.Parser{Data: f.data, Pos: int(e.offset), Loose: true}, num)
	}
	if err != nil || o == nil {
		o = object.Null{}
	}
	f.read[num] = o
	return o
}

// indirect reads "12 0 obj ... endobj", which has to be of the number unless
// that is 0.
func (f *pdfFile) indirect(p *object.Parser, num int) (object.Object, error) {
	n, err := integer(p)
	if err != nil {
		return nil, err
	}
	if num != 0 && n != num {
		return nil, fmt.Errorf("object %d stands where %d should", n, num)
	}
	if _, err := integer(p); err != nil {
		return nil, err
	}
	if err := p.Keyword("obj"); err != nil {
		return nil, err
	}
	o, err := f.parsed(p)
	if err != nil {
		return nil, err
	}
	if d, ok := o.(object.Dict); ok && p.Keyword("stream") == nil {
		return f.stream(p, d)
	}
	return o, nil
}

// parsed reads one object within the bounds: many numbers may lead to one
// place.
func (f *pdfFile) parsed(p *object.Parser) (object.Object, error) {
	if f.parse <= 0 {
		f.over = true
		return nil, errPDFBounds
	}
	start := p.Pos
	o, err := p.Object()
	f.parse -= int64(p.Pos - start)
	return o, err
}

// stream takes the data of a stream, whose length may stand elsewhere.
func (f *pdfFile) stream(p *object.Parser, d object.Dict) (object.Object, error) {
	at := p.Pos
	if at < len(p.Data) && p.Data[at] == '\r' {
		at++
	}
	if at < len(p.Data) && p.Data[at] == '\n' {
		at++
	}
	n, ok := f.get(d["Length"]).(object.Int)
	if !ok || n < 0 || int64(n) > int64(len(p.Data)-at) {
		return nil, errors.New("a stream without a length")
	}
	return &object.Stream{Dict: d, Data: p.Data[at : at+int(n)]}, nil
}

// packed reads an object of an object stream (section 7.5.7).
func (f *pdfFile) packed(e pdfEntry) (object.Object, error) {
	s, err := f.objectStream(e.in)
	if err != nil {
		return nil, err
	}
	if e.index >= len(s.offsets) {
		return nil, errors.New("an object beyond its stream")
	}
	return f.parsed(&object.Parser{Data: s.data, Pos: s.offsets[e.index], Loose: true})
}

func (f *pdfFile) objectStream(num int) (*objectStream, error) {
	if s, ok := f.streams[num]; ok {
		return s, nil
	}
	src, ok := f.object(num).(*object.Stream)
	if !ok {
		return nil, fmt.Errorf("object stream %d is missing", num)
	}
	data, err := f.decode(src)
	if err != nil {
		return nil, err
	}
	first, _ := f.get(src.Dict["First"]).(object.Int)
	n, _ := f.get(src.Dict["N"]).(object.Int)
	if first < 0 || n < 0 || int64(n) > int64(len(data)) {
		return nil, fmt.Errorf("object stream %d has a bad head", num)
	}
	s := &objectStream{data: data}
	p := &object.Parser{Data: data, Loose: true}
	for range n {
		if _, err := integer(p); err != nil {
			return nil, err
		}
		offset, err := integer(p)
		if err != nil || int64(offset)+int64(first) > int64(len(data)) {
			return nil, fmt.Errorf("object stream %d has a bad offset", num)
		}
		s.offsets = append(s.offsets, offset+int(first))
	}
	f.streams[num] = s
	return s, nil
}

// decode unpacks a stream without a filter or with the deflate filter.
func (f *pdfFile) decode(s *object.Stream) ([]byte, error) {
	filter, parms := f.get(s.Dict["Filter"]), f.get(s.Dict["DecodeParms"])
	if a, ok := filter.(object.Array); ok && len(a) == 1 {
		filter = f.get(a[0])
		if b, ok := parms.(object.Array); ok && len(b) == 1 {
			parms = f.get(b[0])
		}
	}
	switch filter {
	case object.Null{}:
		return s.Data, nil
	case object.Name("FlateDecode"):
		data, err := f.inflate(s.Data)
		if err != nil {
			return nil, err
		}
		d, _ := parms.(object.Dict)
		return f.unpredict(data, d)
	}
	return nil, errors.New("a filter that is not read here")
}

func (f *pdfFile) inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	out, err := io.ReadAll(io.LimitReader(r, f.left+1))
	if f.left -= int64(len(out)); f.left < 0 {
		f.left, f.over = 0, true
		return nil, errPDFBounds
	}
	return out, err
}

// unpredict undoes the predictors of PNG (section 7.4.4.4).
func (f *pdfFile) unpredict(data []byte, parms object.Dict) ([]byte, error) {
	predictor, _ := f.get(parms["Predictor"]).(object.Int)
	if predictor <= 1 {
		return data, nil
	}
	columns, ok := f.get(parms["Columns"]).(object.Int)
	if !ok {
		columns = 1
	}
	if predictor < 10 || columns < 1 || columns > 1<<20 || parms["Colors"] != nil || parms["BitsPerComponent"] != nil {
		return nil, errors.New("a predictor that is not read here")
	}
	row := int(columns) + 1
	out := make([]byte, 0, len(data))
	prior := make([]byte, columns)
	for len(data) >= row {
		if err := unfilter(data[0], data[1:row], prior); err != nil {
			return nil, err
		}
		prior = data[1:row]
		out = append(out, prior...)
		data = data[row:]
	}
	return out, nil
}

// unfilter undoes one row of a PNG filter with one byte to the pixel.
func unfilter(kind byte, row, above []byte) error {
	var left, corner byte
	for i, c := range row {
		up := above[i]
		switch kind {
		case 0:
		case 1:
			c += left
		case 2:
			c += up
		case 3:
			c += byte((int(left) + int(up)) / 2)
		case 4:
			c += paeth(left, up, corner)
		default:
			return errors.New("a row with a bad filter")
		}
		row[i] = c
		left, corner = c, up
	}
	return nil
}

func paeth(a, b, c byte) byte {
	pa, pb, pc := abs(int(b)-int(c)), abs(int(a)-int(c)), abs(int(a)+int(b)-2*int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
