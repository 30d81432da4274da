package inspect

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

	"octavo/book/graphic/raster"
	"octavo/book/pdf/object"
)

// get follows references. An object that cannot be read, or is missing, is null.
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
	// To read an object may take others: the length of its stream, or the object stream
	// that it is in. A circle of such needs gives null, as what is missing does.
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

// indirect reads "12 0 obj ... endobj". The object has to have the number, unless the
// number is 0, which stands for any.
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

// parsed reads one object, and takes its bytes from those that may still be parsed: many
// numbers may lead to one place.
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
	// What a row was written as the difference from: nothing, the byte to the left, that
	// above, the mean of both, or that of Paeth (PNG specification, section 9.2). Bytes to the
	// left have been undone by then, as the row is changed in place.
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
			c += raster.Paeth(left, up, corner)
		default:
			return errors.New("a row with a bad filter")
		}
		row[i] = c
		left, corner = c, up
	}
	return nil
}
