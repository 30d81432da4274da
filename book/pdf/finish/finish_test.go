package finish

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"octavo/book"
	"octavo/book/internal/fuzzing"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

func TestPageLabels(t *testing.T) {
	tests := []struct {
		name   string
		labels []string
		want   string
	}{
		{"roman, then arabic", []string{"i", "ii", "iii", "1", "2"}, "[0 <</S /r>> 3 <</S /D>>]"},
		{"a cover", []string{"Cover", "", "iii", "iv"}, "[0 <</P (Cover)>> 1 <<>> 2 <</S /r/St 3>>]"},
		{"a leap", []string{"1", "2", "7", "8"}, "[0 <</S /D>> 2 <</S /D/St 7>>]"},
		{"no roman numeral", []string{"iiii", "c", "ci", "01"}, "[0 <</P (iiii)>> 1 <</S /r/St 100>> 3 <</P (01)>>]"},
		{"none", nil, "[]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := string(pageLabels(test.labels)["Nums"].Append(nil))
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestXMP(t *testing.T) {
	info := document.Info{
		Title: "A & B <c>\x00\x0b", Authors: []string{"Ann", "Bo"}, Keywords: []string{"x", "y"},
		Generator: "Octavo 1", Modified: book.Date{Time: time.Date(2025, 3, 1, 12, 0, 0, 0, time.UTC)},
	}
	packet := string(xmp(info, ""))
	d := xml.NewDecoder(strings.NewReader(packet))
	for {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, packet)
		}
	}
	for _, want := range []string{
		"A &amp; B &lt;c&gt;<", "<rdf:li>Ann</rdf:li><rdf:li>Bo</rdf:li>", "<pdf:Keywords>x, y<",
		"<xmp:ModifyDate>2025-03-01T12:00:00Z<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<",
	} {
		if !strings.Contains(packet, want) {
			t.Errorf("no %q in\n%s", want, packet)
		}
	}
	if strings.Contains(packet, "dc:rights") {
		t.Error("rights that nobody stated")
	}
}

func TestDate(t *testing.T) {
	tests := map[string]time.Time{
		"D:20251105225400+08'00'": time.Date(2025, 11, 5, 22, 54, 0, 0, time.FixedZone("", 8*3600)),
		"D:20250301000000-03'30'": time.Date(2025, 3, 1, 0, 0, 0, 0, time.FixedZone("", -(3*3600+1800))),
		"D:20250301000000Z":       time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC),
	}
	for want, in := range tests {
		if got := pdfDate(in); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if d := documentInfo(document.Info{}); d["ModDate"] != nil {
		t.Errorf("a date where none is known: %v", d["ModDate"])
	}
}

func TestTreeErrors(t *testing.T) {
	root := document.NewElement(nil, "Document")
	cycle := document.NewElement(nil, "P")
	cycle.Parent = cycle
	named := document.NewElement(root, "TH")
	named.ID = "a"
	tests := []struct {
		name string
		elem *document.Element
		want string
	}{
		{"no root above", document.NewElement(document.NewElement(nil, "Sect"), "P"), "outside the tree"},
		{"its own parent", cycle, "outside the tree"},
		{"an id twice", &document.Element{Type: "TD", Parent: root, ID: "a"}, `id "a"`},
		{"a note without id", &document.Element{Type: "Note", Parent: root}, "Note"},
		{"an unknown type", document.NewElement(root, "Paragraph"), "Paragraph"},
		{"no element", nil, "outside the tree"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tree := NewTree(root, 1)
			if err := tree.Mark(named); err != nil {
				t.Fatal(err)
			}
			_, err := tree.Content(test.elem, 0)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

// TestTreeOrder attaches elements out of the order in which they were made.
func TestTreeOrder(t *testing.T) {
	root := document.NewElement(nil, "Document")
	a, b := document.NewElement(root, "Sect"), document.NewElement(root, "Sect")
	inner := document.NewElement(a, "P")
	tree := NewTree(root, 1)
	for _, e := range []*document.Element{b, inner, b} {
		if _, err := tree.Content(e, 0); err != nil {
			t.Fatal(err)
		}
	}
	var order []*document.Element
	for _, k := range tree.nodes[0].kids {
		order = append(order, tree.nodes[k.num].elem)
	}
	if !slices.Equal(order, []*document.Element{b, a}) {
		t.Errorf("the root's kids are %v", order)
	}
	if got := len(tree.nodes[tree.index[b]].kids); got != 2 {
		t.Errorf("b has %d pieces of content, want 2", got)
	}
}

// TestWriterNumbers puts more objects than fit into one stream.
func TestWriterNumbers(t *testing.T) {
	w := &writer{level: 6, workers: 2}
	const n = 3*perStream + 7
	for i := range n {
		w.add(object.Array{object.Int(i)})
	}
	places := w.pack()
	for i := range n {
		p := places[i+1]
		if p.kind != 2 || int(p.index) != i%perStream {
			t.Fatalf("object %d is at %+v", i+1, p)
		}
	}
	if len(w.entries) != n+4 {
		t.Errorf("%d object streams, want 4", len(w.entries)-n)
	}
}

func TestOutlineCounts(t *testing.T) {
	kids := func(n int) []*bookmark {
		list := make([]*bookmark, n)
		for i := range list {
			list[i] = &bookmark{title: object.String("x")}
		}
		return list
	}
	short, long := kids(3), kids(10)
	short[1].kids = kids(4)
	for _, b := range long {
		b.kids = kids(20)
	}
	tests := []struct {
		name         string
		top          []*bookmark
		depth, shown int
	}{
		{"short, all open", short, maxHops, 7},
		{"long, chapters only", long, 1, 10},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			depth := openDepth(test.top)
			if depth != test.depth || visible(test.top, depth) != test.shown {
				t.Errorf("%d levels open, %d entries", depth, visible(test.top, depth))
			}
		})
	}
}

// drawn is a file as fpdf writes it, cut down.
const drawn = `%PDF-1.3
3 0 obj
<</Type /Page
/Parent 1 0 R
/Resources 2 0 R
/Contents 4 0 R>>
endobj
4 0 obj
<</Length 3>>
stream
q Q
endstream
endobj
1 0 obj
<</Type /Pages
/Kids [3 0 R ]
/Count 1
>>
endobj
2 0 obj
<<
/ProcSet [/PDF]
>>
endobj
5 0 obj
<<
/Type /Catalog
/Pages 1 0 R
>>
endobj
xref
0 6
0000000000 65535 f 
0000000137 00000 n 
0000000194 00000 n 
0000000009 00000 n 
0000000087 00000 n 
0000000231 00000 n 
trailer
<<
/Size 6
/Root 5 0 R
>>
startxref
280
%%EOF
`

func TestFileErrors(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           string
	}{
		{"as it is", "", "", ""},
		{"no xref", "startxref", "startxxxx", "no startxref"},
		{"offset of an object", "0000000087", "0000000088", "object 4"},
		{"another object", "0000000087", "0000000009", "object 3 where 4 should be"},
		{"offset behind the end", "0000000087", "0000990090", "behind the end"},
		{"no content", "/Contents 4", "/Xontents 4", "without content"},
		{"a link too many", "/Parent 1 0 R\n/Res", "/Annots [2 0 R]/Res", "fpdf wrote 1 links on page 1, not 0"},
		{"no pages", "/Kids [3", "/Kids [2", "is no page"},
		{"too many objects", "0 6\n", "0 9999\n", "xref table"},
		{"a section that begins later", "0 6\n", "1 6\n", "xref table"},
		{"a section of nothing", "0 6\n", "0 0\n", "xref table"},
		{"a section of a name", "0 6\n", "0 /A\n", "section of the xref table"},
		{"an entry of names", "0000000087 00000", "/A /B", "entry 4 of the xref table"},
		{"a generation of a name", "0000000087 00000", "0000000087 /B", "entry 4 of the xref table"},
		{"an entry of another kind", "0000000087 00000 n", "0000000087 00000 m", "syntax"},
		{"another keyword", "xref\n0 6", "xrex\n0 6", "syntax"},
		{"no trailer", "trailer", "trailor", "syntax"},
		{"a trailer of a name", "trailer\n<<", "trailer\n/A\n<<", "the trailer is no dictionary"},
		{"no list of pages", "/Kids [3 0 R ]", "/Kids 3 0 R   ", "no pages"},
		{"an offset of a name", "startxref\n", "startxref\n/A ", "startxref A"},
		{"an offset far away", "startxref\n", "startxref\n9", "startxref 9"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			src := strings.Replace(drawn, test.old, test.new, 1)
			_, err := File([]byte(src), parts(1))
			switch {
			case test.want == "" && err != nil:
				t.Errorf("unexpected error %v", err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
		})
	}
	if _, err := File([]byte(drawn), parts(2)); err == nil {
		t.Error("no error for a missing page")
	}
}

// TestLinks counts the links of a page, and has what is written of each.
func TestLinks(t *testing.T) {
	const (
		inside  = "<</Rect [1 2 3 4]/Dest [3 0 R /XYZ 0 9 null]>>"
		outside = "<</Rect [5 6 7 8]/A <</S /URI/URI (https://example.org/)>>>>"
	)
	tests := []struct {
		name, annots string
		notes        []string
		want         string // of the annotations, or an error
	}{
		{"none", "", nil, ""},
		{"one too few", "[" + inside + "]", []string{"a", "b"}, "fpdf wrote 1 links on page 1, not 2"},
		{"one too many", "[" + inside + inside + "]", []string{"a"}, "fpdf wrote 2 links on page 1, not 1"},
		{"none where one is due", "", []string{"a"}, "fpdf wrote 0 links on page 1, not 1"},
		{"without a rectangle", "[<</Dest [3 0 R]>>]", []string{"a"}, "fpdf wrote a link without a rectangle on page 1"},
		{"both kinds", "[" + inside + outside + "]", []string{"a", "b"},
			"<</Border [0 0 0]/Contents (a)/Dest [1 0 R /XYZ 0 9 null]/F 4/Rect [1 2 3 4]/StructParent 7/Subtype /Link/Type /Annot>>" +
				"<</A <</S /URI/URI (https://example.org/)>>/Border [0 0 0]/Contents (b)/F 4/Rect [5 6 7 8]/StructParent 8/Subtype /Link/Type /Annot>>"},
		{"to no page", "[<</Rect [1 2 3 4]/Dest [9 0 R]>><</Rect [1 2 3 4]/Dest []>><</Rect [1 2 3 4]/Dest [1]>>]", []string{"a", "a", "a"},
			strings.Repeat("<</Border [0 0 0]/Contents (a)/F 4/Rect [1 2 3 4]/StructParent %d/Subtype /Link/Type /Annot>>", 3)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			page := object.Dict{}
			if test.annots != "" {
				p := object.Parser{Data: []byte(test.annots)}
				var err error
				if page["Annots"], err = p.Object(); err != nil {
					t.Fatal(err)
				}
			}
			src, err := open([]byte(drawn))
			if err != nil {
				t.Fatal(err)
			}
			f := &finisher{Parts: parts(1), src: src, drawn: []object.Dict{page}, w: &writer{level: 6, workers: 1},
				pages: []object.Ref{1}, index: map[object.Ref]int{3: 0}}
			f.Pages[0].Notes = test.notes
			refs, err := f.links(0, 7)
			got := fmt.Sprint(err)
			if err == nil {
				got = ""
				for _, r := range refs {
					got += string(f.w.entries[r-1].body)
				}
			}
			want := test.want
			for i := range strings.Count(want, "%d") {
				want = strings.Replace(want, "%d", strconv.Itoa(7+i), 1)
			}
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func parts(pages int) Parts {
	return Parts{
		Pages: make([]Page, pages), Tree: NewTree(document.NewElement(nil, "Document"), pages),
		Content: func(dst []byte, _ int, drawn []byte) []byte { return append(dst, drawn...) },
	}
}

func FuzzFile(f *testing.F) {
	fuzzing.Begin(f)
	f.Add([]byte(drawn))
	f.Add([]byte(strings.Replace(drawn, "/Kids [3 0 R ]", "/Kids [3 0 R 3 0 R]/First 5 0 R", 1)))
	f.Add([]byte(strings.Replace(drawn, "/Kids [3 0 R ]\n/Count 1\n>>", "/Kids [3 0 R]/First 1 0 R>>     ", 1)))
	f.Add([]byte(strings.Replace(drawn, "/Type /Catalog\n/Pages 1 0 R", "/Outlines 1 0 R/Pages 1 0 R ", 1)))
	f.Fuzz(func(t *testing.T, src []byte) {
		out, err := File(src, parts(1))
		if err == nil && !bytes.HasSuffix(out, []byte("%%EOF\n")) {
			t.Error("a file without an end and no error")
		}
		if err != nil && out != nil || errors.Is(err, ErrOutside) {
			t.Errorf("%d bytes with error %v", len(out), err)
		}
	})
}
