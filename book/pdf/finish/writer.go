package finish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"

	"octavo/book/base/deflate"
	"octavo/book/base/parallel"
	"octavo/book/pdf/object"
)

const (
	// signs is a comment of bytes above 127, which tells programs that the file is binary.
	signs = "%\xe2\xe3\xcf\xd3\n"
	// perStream is how many objects share an object stream. A reader inflates
	// all of them to see one, and the index of each must fit into a byte.
	perStream = 200
	// chunkSize is the size of the blocks that hold the bodies of objects. A block with
	// less than a sixteenth left, 16 kB, is not used further: bodies are shorter with few
	// exceptions, for which append copies a block. By eye.
	chunkSize = 1 << 18
)

// A writer collects numbered objects and lays them out as a file with object
// streams and a cross-reference stream.
type writer struct {
	entries []entry // entries[i] is object i+1
	chunk   []byte  // where bodies are appended
	version string  // of PDF; "" is 1.7
	level   int
	workers int
}

// header returns what a file begins with.
func (w *writer) header() string { return "%PDF-" + cmp.Or(w.version, "1.7") + "\n" + signs }

// An entry is an object as it stands in the file. A stream has its dictionary
// in body and its data apart.
type entry struct {
	body   []byte
	data   []byte
	stream bool
}

// alloc returns the number of a new object, to be put later.
func (w *writer) alloc() object.Ref { return w.allocN(1) }

// allocN returns the first of n consecutive numbers.
func (w *writer) allocN(n int) object.Ref {
	first := object.Ref(len(w.entries) + 1)
	w.entries = append(w.entries, make([]entry, n)...)
	return first
}

// add puts o under a new number.
func (w *writer) add(o object.Object) object.Ref {
	r := w.alloc()
	w.put(r, o)
	return r
}

// put sets the object of a number.
func (w *writer) put(r object.Ref, o object.Object) {
	if s, ok := o.(*object.Stream); ok {
		w.putStream(r, s.Dict, s.Data)
		return
	}
	w.build(r, o.Append)
}

// build sets the object of a number to what appendTo appends.
func (w *writer) build(r object.Ref, appendTo func([]byte) []byte) {
	if cap(w.chunk)-len(w.chunk) < chunkSize/16 {
		w.chunk = make([]byte, 0, chunkSize)
	}
	start := len(w.chunk)
	w.chunk = appendTo(w.chunk)
	w.entries[r-1].body = w.chunk[start:len(w.chunk):len(w.chunk)]
}

// putStream sets the object of a number to a stream whose data is encoded as d
// says.
func (w *writer) putStream(r object.Ref, d object.Dict, data []byte) {
	d["Length"] = object.Int(len(data))
	w.build(r, d.Append)
	e := &w.entries[r-1]
	e.data, e.stream = data, true
}

// addDeflated compresses data and adds it as a stream with the entries of d.
func (w *writer) addDeflated(d object.Dict, data []byte) object.Ref {
	r := w.alloc()
	w.putDeflated(r, d, deflate.Zlib(nil, data, w.level))
	return r
}

// putDeflated sets a stream whose data is compressed already.
func (w *writer) putDeflated(r object.Ref, d object.Dict, compressed []byte) {
	d["Filter"] = object.Name("FlateDecode")
	w.putStream(r, d, compressed)
}

// A position says where a reader finds an object (ISO 32000-1, table 18).
type position struct {
	kind  byte   // 0 free, 1 at an offset, 2 in an object stream
	where uint32 // offset, or number of the object stream
	index byte   // within the object stream
}

// file returns the bytes of the whole file.
//
// A tagged book has an object for each paragraph, link and cell, and each object of a plain
// file costs a header and 20 bytes of the xref table, often as much as its
// contents. Since PDF 1.5 objects that are no streams may stand together in object
// streams, where what they have in common compresses well, and the table is a
// stream of fixed rows (ISO 32000-1, 7.5.7 and 7.5.8).
//
// The order of work follows from that. pack moves objects into object streams, which are
// objects themselves and get the next numbers. Then the streams are laid out, and
// their offsets become known. The xref is written last, since it
// has a place for each object and for itself. All numbers are given in the order of
// the calls, and groups are compressed by several goroutines but laid out in their order,
// so that equal books are equal files.
func (w *writer) file(root, info object.Ref) []byte {
	places := w.pack()
	// size only saves copies of the file: 64 bytes are the keywords of an object, and the
	// xref takes about a byte for a row once it is compressed.
	header := w.header()
	size := len(header)
	for _, e := range w.entries {
		if e.stream {
			size += len(e.body) + len(e.data) + 64
		}
	}
	out := make([]byte, 0, size+16*len(w.entries)/perStream+len(w.entries)+1024)
	out = append(out, header...)
	for i, e := range w.entries {
		if !e.stream {
			continue
		}
		places[i+1] = position{kind: 1, where: uint32(len(out))}
		out = strconv.AppendInt(out, int64(i+1), 10)
		out = append(out, " 0 obj\n"...)
		out = append(out, e.body...)
		out = append(out, "\nstream\n"...)
		out = append(out, e.data...)
		out = append(out, "\nendstream\nendobj\n"...)
	}
	return w.appendXref(out, places, root, info)
}

// pack moves the objects that are not streams into object streams, and returns
// a place for each object and for the cross-reference stream behind them.
func (w *writer) pack() []position {
	places := make([]position, len(w.entries)+1)
	var groups [][]object.Ref
	for i, e := range w.entries {
		if e.stream || e.body == nil {
			continue
		}
		last := len(groups) - 1
		if last < 0 || len(groups[last]) == perStream {
			groups = append(groups, make([]object.Ref, 0, perStream))
			last++
		}
		groups[last] = append(groups[last], object.Ref(i+1))
	}
	packed := make([]object.Stream, len(groups))
	parallel.Each(len(groups), w.workers, func(i int) { packed[i] = w.packGroup(groups[i]) })
	for i, s := range packed {
		r := w.alloc()
		for index, member := range groups[i] {
			places[member] = position{2, uint32(r), byte(index)}
			w.entries[member-1] = entry{}
		}
		w.putDeflated(r, s.Dict, s.Data)
	}
	return append(places, make([]position, len(groups)+1)...)
}

func (w *writer) packGroup(group []object.Ref) object.Stream {
	var head, bodies []byte
	for _, r := range group {
		head = strconv.AppendInt(head, int64(r), 10)
		head = append(head, ' ')
		head = strconv.AppendInt(head, int64(len(bodies)), 10)
		head = append(head, ' ')
		bodies = append(bodies, w.entries[r-1].body...)
		bodies = append(bodies, '\n')
	}
	d := object.Dict{
		"Type": object.Name("ObjStm"), "N": object.Int(len(group)), "First": object.Int(len(head)),
	}
	return object.Stream{Dict: d, Data: deflate.Zlib(nil, append(head, bodies...), w.level)}
}

// appendXref appends the cross-reference stream, which ends the file. The identifier
// of the file is a hash of all that stands before the stream, so that equal files have
// equal identifiers.
func (w *writer) appendXref(out []byte, places []position, root, info object.Ref) []byte {
	sum := sha256.Sum256(out)
	id := object.String(sum[:16])
	// The table has a row for itself, whose place is where the file ends so far.
	self := len(places) - 1
	places[0] = position{kind: 0, index: 255}
	places[self] = position{kind: 1, where: uint32(len(out))}
	const rowLen = 6
	rows := make([]byte, 0, rowLen*len(places))
	for _, p := range places {
		rows = append(rows, p.kind)
		rows = binary.BigEndian.AppendUint32(rows, p.where)
		rows = append(rows, p.index)
	}
	data := deflate.Zlib(nil, predictUp(rows, rowLen), w.level)
	d := object.Dict{
		"Type": object.Name("XRef"), "Size": object.Int(len(places)),
		"W":    object.Array{object.Int(1), object.Int(4), object.Int(1)},
		"Root": root, "ID": object.Array{hexString(id), hexString(id)},
		"Filter": object.Name("FlateDecode"), "Length": object.Int(len(data)),
		"DecodeParms": object.Dict{"Predictor": object.Int(12), "Columns": object.Int(rowLen)},
	}
	if info != 0 {
		d["Info"] = info
	}
	start := len(out)
	out = strconv.AppendInt(out, int64(self), 10)
	out = append(out, " 0 obj\n"...)
	out = d.Append(out)
	out = append(out, "\nstream\n"...)
	out = append(out, data...)
	out = append(out, "\nendstream\nendobj\nstartxref\n"...)
	out = strconv.AppendInt(out, int64(start), 10)
	return append(out, "\n%%EOF\n"...)
}

// hexString is a string written in hexadecimal: an identifier has bytes that
// an editor would not show.
type hexString string

// Append implements [object.Object].
func (s hexString) Append(dst []byte) []byte {
	dst = append(dst, '<')
	dst = hex.AppendEncode(dst, []byte(s))
	return append(dst, '>')
}

// predictUp encodes rows of n bytes each as the difference from the row above
// (PNG filter 2), which makes runs of consecutive numbers compress well.
func predictUp(rows []byte, n int) []byte {
	out := make([]byte, 0, len(rows)/n*(n+1))
	above := bytes.Repeat([]byte{0}, n)
	for ; len(rows) >= n; rows = rows[n:] {
		out = append(out, 2)
		for i, b := range rows[:n] {
			out = append(out, b-above[i])
		}
		above = rows[:n]
	}
	return out
}
