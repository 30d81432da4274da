package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"testing"

	"octavo/book/pdf/object"
)

// A reader is a finished file, read by its cross-reference stream alone. It is
// strict where programs are lenient, and shares no code with the writer but the
// syntax of objects.
type reader struct {
	t       testing.TB
	data    []byte
	trailer object.Dict
	objects map[object.Ref]object.Object
}

func readPDF(t testing.TB, data []byte) *reader {
	t.Helper()
	r := &reader{t: t, data: data, objects: map[object.Ref]object.Object{}}
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%")) || !bytes.HasSuffix(data, []byte("\n%%EOF\n")) {
		t.Fatal("no header or no end")
	}
	at := bytes.LastIndex(data, []byte("startxref\n"))
	var start int
	if _, err := fmt.Sscanf(string(data[at:]), "startxref\n%d\n%%%%EOF\n", &start); err != nil {
		t.Fatal(err)
	}
	num, o := r.indirect(start)
	xref, ok := o.(*object.Stream)
	if !ok || xref.Dict["Type"] != object.Name("XRef") {
		t.Fatalf("startxref leads to %v", o)
	}
	r.trailer = xref.Dict
	r.readXref(num, start, xref)
	return r
}

// indirect reads the object at an offset.
func (r *reader) indirect(at int) (object.Ref, object.Object) {
	r.t.Helper()
	p := object.Parser{Data: r.data, Pos: at}
	num, o, err := p.Indirect()
	if err != nil {
		r.t.Fatalf("at %d: %v", at, err)
	}
	return num, o
}

// readXref reads all objects that the cross-reference stream lists, whose own
// number is self.
func (r *reader) readXref(self object.Ref, start int, xref *object.Stream) {
	r.t.Helper()
	rows := r.inflate(xref)
	const row = 7 // a filter byte, then fields of 1, 4 and 1 bytes
	if size := int(xref.Dict["Size"].(object.Int)); len(rows) != size*row {
		r.t.Fatalf("xref stream of %d bytes for %d objects", len(rows), size)
	}
	above := make([]byte, row)
	packed := map[object.Ref][]object.Object{}
	for n := 0; n*row < len(rows); n++ {
		line := rows[n*row : (n+1)*row]
		if line[0] != 2 {
			r.t.Fatalf("row %d has filter %d", n, line[0])
		}
		for i := 1; i < row; i++ {
			line[i] += above[i]
		}
		above = line
		where, index := int(binary.BigEndian.Uint32(line[2:])), int(line[6])
		ref := object.Ref(n)
		switch {
		case n == 0 && line[1] == 0:
		case line[1] == 1:
			num, o := r.indirect(where)
			if num != ref || (where == start) != (ref == self) {
				r.t.Fatalf("object %d where %d should be", num, n)
			}
			r.objects[ref] = o
		case line[1] == 2:
			stm := object.Ref(where)
			if packed[stm] == nil {
				packed[stm] = make([]object.Object, 256)
			}
			packed[stm][index] = ref
		default:
			r.t.Fatalf("object %d has entry %v", n, line)
		}
	}
	for stm, members := range packed {
		r.unpack(stm, members)
	}
	delete(r.objects, self)
}

// unpack reads the objects of an object stream; members holds their numbers.
func (r *reader) unpack(stm object.Ref, members []object.Object) {
	r.t.Helper()
	s, ok := r.objects[stm].(*object.Stream)
	if !ok || s.Dict["Type"] != object.Name("ObjStm") {
		r.t.Fatalf("object %d is no object stream", stm)
	}
	data := r.inflate(s)
	n, first := int(s.Dict["N"].(object.Int)), int(s.Dict["First"].(object.Int))
	head := object.Parser{Data: data[:first]}
	for i := range n {
		num, _ := head.Object()
		at, err := head.Object()
		if err != nil || members[i] != object.Ref(num.(object.Int)) {
			r.t.Fatalf("object stream %d: entry %d is object %v, the xref has %v", stm, i, num, members[i])
		}
		p := object.Parser{Data: data, Pos: first + int(at.(object.Int))}
		o, err := p.Object()
		if err != nil {
			r.t.Fatalf("object %v: %v", num, err)
		}
		r.objects[members[i].(object.Ref)] = o
	}
	delete(r.objects, stm)
}

// inflate returns a stream's data without its compression.
func (r *reader) inflate(s *object.Stream) []byte {
	r.t.Helper()
	if s.Dict["Filter"] != object.Name("FlateDecode") {
		return s.Data
	}
	z, err := zlib.NewReader(bytes.NewReader(s.Data))
	if err != nil {
		r.t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return out
}

// get follows a reference, which has to lead to something.
func (r *reader) get(o object.Object) object.Object {
	r.t.Helper()
	ref, ok := o.(object.Ref)
	if !ok {
		return o
	}
	to, ok := r.objects[ref]
	if !ok {
		r.t.Fatalf("reference to object %d, which is not there", ref)
	}
	return to
}

func (r *reader) dict(o object.Object) object.Dict {
	r.t.Helper()
	switch o := r.get(o).(type) {
	case object.Dict:
		return o
	case *object.Stream:
		return o.Dict
	}
	r.t.Fatalf("%v is no dictionary", o)
	return nil
}

func (r *reader) array(o object.Object) object.Array {
	r.t.Helper()
	a, ok := r.get(o).(object.Array)
	if !ok {
		r.t.Fatalf("%v is no array", o)
	}
	return a
}

// checkReachable fails for a reference that leads nowhere and for an object
// that nothing leads to.
func (r *reader) checkReachable() {
	r.t.Helper()
	seen := map[object.Ref]bool{}
	var visit func(object.Object)
	visit = func(o object.Object) {
		switch o := o.(type) {
		case object.Ref:
			if !seen[o] {
				seen[o] = true
				visit(r.get(o))
			}
		case object.Array:
			for _, e := range o {
				visit(e)
			}
		case object.Dict:
			for _, e := range o {
				visit(e)
			}
		case *object.Stream:
			visit(o.Dict)
		}
	}
	visit(r.trailer)
	for ref := range r.objects {
		if !seen[ref] {
			r.t.Errorf("nothing leads to object %d: %v", ref, r.objects[ref])
		}
	}
}

// pages lists the page dictionaries in order, with their numbers.
func (r *reader) pages() (list []object.Dict, refs []object.Ref) {
	r.t.Helper()
	var visit func(node, parent object.Object) int
	visit = func(node, parent object.Object) int {
		d := r.dict(node)
		if d["Parent"] != parent {
			r.t.Errorf("%v has the parent %v, not %v", node, d["Parent"], parent)
		}
		if d["Type"] == object.Name("Page") {
			list, refs = append(list, d), append(refs, node.(object.Ref))
			return 1
		}
		n := 0
		for _, kid := range r.array(d["Kids"]) {
			n += visit(kid, node)
		}
		if d["Count"] != object.Int(n) {
			r.t.Errorf("page tree node %v counts %v pages, has %d", node, d["Count"], n)
		}
		return n
	}
	visit(r.dict(r.trailer["Root"])["Pages"], nil)
	return list, refs
}
