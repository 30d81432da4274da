package finish

import (
	"bytes"
	"fmt"

	"octavo/book/pdf/object"
)

// maxHops bounds chains of references, which could be circles, and the levels of the
// outline that are shown open. What fpdf writes needs one reference.
const maxHops = 32

// A source is a file as fpdf writes it: one cross-reference table, all objects
// of generation 0, stream lengths direct.
type source struct {
	objects []object.Object // by number; nil when there is none
	trailer object.Dict
}

// open reads a file. Streams share memory with it.
func open(data []byte) (*source, error) {
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, fmt.Errorf("%w: no startxref", object.ErrSyntax)
	}
	p := object.Parser{Data: data, Pos: at + len("startxref")}
	start, err := p.Object()
	if err != nil {
		return nil, err
	}
	offset, ok := start.(object.Int)
	if !ok || offset < 0 || int(offset) >= len(data) {
		return nil, fmt.Errorf("%w: startxref %v", object.ErrSyntax, start)
	}
	p.Pos = int(offset)
	s := &source{}
	offsets, err := xrefTable(&p)
	if err != nil {
		return nil, err
	}
	if s.trailer, err = trailer(&p); err != nil {
		return nil, err
	}
	return s, s.read(data, offsets)
}

// xrefTable reads a table of one section that begins with object 0.
func xrefTable(p *object.Parser) ([]int64, error) {
	if err := p.Keyword("xref"); err != nil {
		return nil, err
	}
	var first, count int64
	for _, n := range []*int64{&first, &count} {
		o, err := p.Object()
		if err != nil {
			return nil, err
		}
		v, ok := o.(object.Int)
		if !ok {
			return nil, fmt.Errorf("%w: section of the xref table", object.ErrSyntax)
		}
		*n = int64(v)
	}
	// Each entry takes 20 bytes, so the file's length bounds their number.
	if first != 0 || count < 1 || count > int64(len(p.Data)/20) {
		return nil, fmt.Errorf("%w: xref table of %d objects", object.ErrSyntax, count)
	}
	offsets := make([]int64, count)
	for i := range offsets {
		var gen object.Object
		o, err := p.Object()
		if err == nil {
			gen, err = p.Object()
		}
		if err != nil {
			return nil, err
		}
		at, ok := o.(object.Int)
		if _, isInt := gen.(object.Int); !ok || !isInt {
			return nil, fmt.Errorf("%w: entry %d of the xref table", object.ErrSyntax, i)
		}
		offsets[i] = int64(at)
		if p.Keyword("n") == nil {
			continue
		}
		if err := p.Keyword("f"); err != nil {
			return nil, err
		}
		offsets[i] = -1
	}
	return offsets, nil
}

func trailer(p *object.Parser) (object.Dict, error) {
	if err := p.Keyword("trailer"); err != nil {
		return nil, err
	}
	o, err := p.Object()
	if err != nil {
		return nil, err
	}
	d, ok := o.(object.Dict)
	if !ok {
		return nil, fmt.Errorf("%w: the trailer is no dictionary", object.ErrSyntax)
	}
	return d, nil
}

func (s *source) read(data []byte, offsets []int64) error {
	s.objects = make([]object.Object, len(offsets))
	for i, at := range offsets {
		if at < 0 {
			continue
		}
		if at >= int64(len(data)) {
			return fmt.Errorf("%w: object %d is behind the end", object.ErrSyntax, i)
		}
		p := object.Parser{Data: data, Pos: int(at)}
		num, o, err := p.Indirect()
		if err != nil {
			return fmt.Errorf("object %d: %w", i, err)
		}
		if int(num) != i {
			return fmt.Errorf("%w: object %d where %d should be", object.ErrSyntax, num, i)
		}
		s.objects[i] = o
	}
	return nil
}

// resolve follows references; what is missing is null, as the standard has it.
func (s *source) resolve(o object.Object) object.Object {
	for range maxHops {
		r, ok := o.(object.Ref)
		if !ok {
			break
		}
		if int(r) >= len(s.objects) || s.objects[r] == nil {
			return object.Null{}
		}
		o = s.objects[r]
	}
	return o
}

// dict returns what o leads to when it is a dictionary, else an empty one.
func (s *source) dict(o object.Object) object.Dict {
	d, _ := s.resolve(o).(object.Dict)
	return d
}

// pages returns the page dictionaries in order, with the number of each.
func (s *source) pages() ([]object.Dict, map[object.Ref]int, error) {
	root := s.dict(s.trailer["Root"])
	tree := s.dict(root["Pages"])
	kids, ok := s.resolve(tree["Kids"]).(object.Array)
	if !ok {
		return nil, nil, fmt.Errorf("%w: no pages", object.ErrSyntax)
	}
	list := make([]object.Dict, len(kids))
	index := make(map[object.Ref]int, len(kids))
	for i, kid := range kids {
		r, ok := kid.(object.Ref)
		d := s.dict(kid)
		if !ok || d["Type"] != object.Name("Page") {
			return nil, nil, fmt.Errorf("%w: page %d is no page", object.ErrSyntax, i+1)
		}
		list[i] = d
		index[r] = i
	}
	return list, index, nil
}
