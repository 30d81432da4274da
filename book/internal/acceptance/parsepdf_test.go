package acceptance

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"

	"octavo/book/compile"
	"octavo/book/pdf/object"
)

// parsePDF reads every object of the file by its cross-reference stream and
// counts the pages from the catalog down.
func parsePDF(e compile.Edition) error {
	f, err := openPDF(e.Data)
	if err != nil {
		return err
	}
	for ref := range f.places {
		if _, err := f.object(ref); err != nil {
			return fmt.Errorf("object %d: %w", ref, err)
		}
	}
	catalog, err := f.dict(f.trailer["Root"])
	if err != nil {
		return fmt.Errorf("catalog: %w", err)
	}
	if catalog["StructTreeRoot"] == nil {
		return fmt.Errorf("no structure tree")
	}
	n, err := f.countPages(catalog["Pages"], 0)
	if err == nil && (n != e.Pages || n == 0) {
		err = fmt.Errorf("%d pages, %d promised", n, e.Pages)
	}
	return err
}

// A place says where an object stands: at an offset, or in an object stream.
type place struct{ stream, offset, index int }

type pdfFile struct {
	data    []byte
	trailer object.Dict
	places  map[object.Ref]place
	packed  map[int][]object.Object
}

func openPDF(data []byte) (*pdfFile, error) {
	tail := data[max(0, len(data)-64):]
	_, rest, ok := bytes.Cut(tail, []byte("startxref\n"))
	number, end, ok2 := bytes.Cut(rest, []byte("\n"))
	if !ok || !ok2 || !bytes.HasPrefix(end, []byte("%%EOF")) || !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) {
		return nil, fmt.Errorf("no beginning or end of a PDF file")
	}
	offset, err := strconv.Atoi(string(number))
	if err != nil {
		return nil, err
	}
	p := object.Parser{Data: data, Pos: offset}
	_, o, err := p.Indirect()
	if err != nil {
		return nil, fmt.Errorf("cross-reference stream: %w", err)
	}
	s, ok := o.(*object.Stream)
	if !ok || s.Dict["Type"] != object.Name("XRef") {
		return nil, fmt.Errorf("no cross-reference stream at %d", offset)
	}
	f := &pdfFile{data: data, trailer: s.Dict, places: map[object.Ref]place{}, packed: map[int][]object.Object{}}
	return f, f.readPlaces(s)
}

// readPlaces reads rows of 1 + 4 + 1 bytes that were predicted from the row
// above (PNG's predictor Up).
func (f *pdfFile) readPlaces(s *object.Stream) error {
	const row = 1 + 4 + 1
	data, err := inflate(s.Data)
	if err != nil || len(data)%(row+1) != 0 {
		return fmt.Errorf("cross-reference stream of %d bytes: %v", len(data), err)
	}
	var last [row]byte
	for ref := 0; len(data) > 0; ref++ {
		if data[0] != 2 {
			return fmt.Errorf("predictor %d", data[0])
		}
		for i := range row {
			last[i] += data[1+i]
		}
		data = data[row+1:]
		where := int(last[1])<<24 | int(last[2])<<16 | int(last[3])<<8 | int(last[4])
		switch last[0] {
		case 1:
			f.places[object.Ref(ref)] = place{offset: where}
		case 2:
			f.places[object.Ref(ref)] = place{stream: where, index: int(last[5])}
		}
	}
	return nil
}

func (f *pdfFile) object(ref object.Ref) (object.Object, error) {
	at, ok := f.places[ref]
	if !ok {
		return nil, fmt.Errorf("object %d is nowhere", ref)
	}
	if at.stream == 0 {
		p := object.Parser{Data: f.data, Pos: at.offset}
		got, o, err := p.Indirect()
		if err == nil && got != ref {
			err = fmt.Errorf("object %d stands in its place", got)
		}
		return o, err
	}
	if f.packed[at.stream] == nil {
		if err := f.unpack(at.stream); err != nil {
			return nil, fmt.Errorf("object stream %d: %w", at.stream, err)
		}
	}
	if at.index >= len(f.packed[at.stream]) {
		return nil, fmt.Errorf("object stream %d has no object %d", at.stream, at.index)
	}
	return f.packed[at.stream][at.index], nil
}

func (f *pdfFile) unpack(stream int) error {
	o, err := f.object(object.Ref(stream))
	if err != nil {
		return err
	}
	s, ok := o.(*object.Stream)
	if !ok {
		return fmt.Errorf("no stream")
	}
	data, err := inflate(s.Data)
	if err != nil {
		return err
	}
	n, _ := s.Dict["N"].(object.Int)
	first, _ := s.Dict["First"].(object.Int)
	head := object.Parser{Data: data}
	for range n {
		if _, err := head.Object(); err != nil {
			return err
		}
		offset, err := head.Object()
		if err != nil {
			return err
		}
		at, ok := offset.(object.Int)
		if !ok {
			return fmt.Errorf("no offset")
		}
		p := object.Parser{Data: data, Pos: int(first + at)}
		o, err := p.Object()
		if err != nil {
			return err
		}
		f.packed[stream] = append(f.packed[stream], o)
	}
	return nil
}

func (f *pdfFile) dict(o object.Object) (object.Dict, error) {
	ref, ok := o.(object.Ref)
	if !ok {
		return nil, fmt.Errorf("%T is no reference", o)
	}
	o, err := f.object(ref)
	if err != nil {
		return nil, err
	}
	d, ok := o.(object.Dict)
	if !ok {
		return nil, fmt.Errorf("object %d is no dictionary", ref)
	}
	return d, nil
}

func (f *pdfFile) countPages(node object.Object, depth int) (int, error) {
	d, err := f.dict(node)
	if err != nil || d["Type"] == object.Name("Page") {
		return 1, err
	}
	kids, ok := d["Kids"].(object.Array)
	if !ok || depth > 40 {
		return 0, fmt.Errorf("page tree is broken at depth %d", depth)
	}
	n := 0
	for _, kid := range kids {
		k, err := f.countPages(kid, depth+1)
		if err != nil {
			return 0, err
		}
		n += k
	}
	return n, nil
}

func inflate(data []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
