package finish

import (
	"octavo/book/base/deflate"
	"octavo/book/pdf/object"
)

// A copier carries objects with all that they refer to into a file, each under
// a new number, in the order in which they are met. Objects that are never met are left
// behind, and so are the old numbers, which fpdf hands out in the order of a map.
type copier struct {
	w    *writer
	from func(object.Ref) object.Object
	done map[object.Ref]object.Ref
}

func newCopier(w *writer, from func(object.Ref) object.Object) *copier {
	return &copier{w, from, map[object.Ref]object.Ref{}}
}

// copy returns o with its references renumbered.
func (c *copier) copy(o object.Object) object.Object {
	switch o := o.(type) {
	case object.Ref:
		return c.ref(o)
	case object.Array:
		out := make(object.Array, len(o))
		for i, e := range o {
			out[i] = c.copy(e)
		}
		return out
	case object.Dict:
		return c.dict(o)
	}
	return o
}

func (c *copier) dict(d object.Dict) object.Dict {
	out := make(object.Dict, len(d))
	for _, k := range d.Keys() {
		out[k] = c.copy(d[k])
	}
	return out
}

func (c *copier) ref(r object.Ref) object.Ref {
	if to, ok := c.done[r]; ok {
		return to
	}
	to := c.w.alloc()
	c.done[r] = to // before its contents, which may refer back to it
	o := c.from(r)
	if s, ok := o.(*object.Stream); ok {
		c.stream(to, s)
		return to
	}
	c.w.put(to, c.copy(o))
	return to
}

func (c *copier) stream(to object.Ref, s *object.Stream) {
	d := c.dict(s.Dict)
	if _, ok := d["Filter"]; ok {
		c.w.putStream(to, d, s.Data)
		return
	}
	c.w.putDeflated(to, d, deflate.Zlib(nil, s.Data, c.w.level))
}
