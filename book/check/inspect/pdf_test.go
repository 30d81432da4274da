package inspect

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/book/compile"
	"octavo/book/internal/fuzzing"
	"octavo/book/internal/validator"
)

// sound holds the objects of a small PDF, from 1.
var sound = []string{
	`<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>/Metadata 8 0 R>>`,
	`<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 432 648.5]/Resources<</Font<</F 4 0 R>>>>>>`,
	`<</Type/Page/Parent 2 0 R/TrimBox[9 9 423 639]>>`,
	`<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Serif/DescendantFonts[5 0 R]/ToUnicode 9 0 R>>`,
	`<</Type/Font/Subtype/CIDFontType2/FontDescriptor<</FontFile2 9 0 R>>>>`,
	`<</Type/StructTreeRoot/K 7 0 R/RoleMap<</Plate/Figure>>>>`,
	`<</Type/StructElem/S/Document/K[<</S/Plate/Alt(A bank)/K 0>>]>>`,
	stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li>Low Water</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`),
	stream(""),
	`<</Title(Low Water)>>`,
}

func stream(data string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(data), data)
}

// makePDF writes objects with a table of cross-references. trailer is added to
// the trailer.
func makePDF(objects []string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var table strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R/Info 10 0 R%s>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, trailer, at)
	return b.Bytes()
}

func edited(old, new string) []byte {
	objects := append([]string(nil), sound...)
	n := 0
	for i, o := range objects {
		n += strings.Count(o, old)
		objects[i] = strings.ReplaceAll(o, old, new)
	}
	if n == 0 {
		panic("nothing to replace: " + old)
	}
	return makePDF(objects, "")
}

type pdfFault struct {
	rule, name string
	data       []byte
}

// pdfFaults has one fault for each rule on PDF files, or more.
func pdfFaults() []pdfFault {
	many := append([]string(nil), sound...)
	many[1] = strings.Replace(many[1], "[3 0 R]", "["+strings.Repeat("<</Type/Page>>", 21)+"]", 1)
	return []pdfFault{
		{"pdf-encrypted", "", makePDF(sound, "/Encrypt<</Filter/Standard>>")},
		{"pdf-tagged", "not marked", edited("/Marked true", "/Marked false")},
		{"pdf-tagged", "no tree", edited("/StructTreeRoot 6 0 R", "")},
		{"pdf-language", "", edited("/Lang(en)", "")},
		{"pdf-title", "not shown", edited("/DisplayDocTitle true", "")},
		{"pdf-title", "none", edited("Low Water", "")},
		{"pdf-fonts", "", edited("/FontFile2 9 0 R", "")},
		{"pdf-unicode", "", edited("/ToUnicode 9 0 R", "")},
		{"pdf-boxes", "trim beyond", edited("[9 9 423 639]", "[9 9 423 6390]")},
		{"pdf-boxes", "none", edited("/MediaBox[0 0 432 648.5]", "")},
		{"pdf-boxes", "no numbers", edited("[9 9 423 639]", "[9 9 /x 639]")},
		{"pdf-metadata", "none", edited("/Metadata 8 0 R", "")},
		{"pdf-metadata", "other title", edited("(Low Water)", "(High Water)")},
		{"pdf-metadata", "no XML", edited("<dc:title>", "<dc:titel>")},
		{"pdf-outline", "", makePDF(many, "")},
		{"pdf-alt", "", edited("/Alt(A bank)", "")},
		{"pdf-action", "script", edited("/Lang(en)", "/Lang(en)/OpenAction<</S/JavaScript/JS(1)>>")},
		{"pdf-action", "launch", edited("/TrimBox", "/Annots[<</A<</S/Launch/F(x)>>>>]/TrimBox")},
	}
}

func TestPDFFaults(t *testing.T) {
	if p, found := ReadPDF("a.pdf", bytes.NewReader(makePDF(sound, "")), int64(len(makePDF(sound, "")))); len(found) > 0 || p == nil {
		t.Fatalf("the sound file: %v", found)
	} else if p.Title != "Low Water" || p.Lang != "en" || !p.Tagged || len(p.Fonts) != 1 || p.Pages[0].Media != (Box{0, 0, 432000, 648500}) ||
		p.Pages[0].Trim != (Box{9000, 9000, 423000, 639000}) {
		t.Fatalf("the sound file was read as %+v", p)
	}
	shown := map[string]bool{"pdf-syntax": true, "pdf-bounds": true} // by TestHostilePDF
	for _, test := range pdfFaults() {
		t.Run(test.rule+"/"+test.name, func(t *testing.T) {
			shown[test.rule] = true
			_, found := ReadPDF("a.pdf", bytes.NewReader(test.data), int64(len(test.data)))
			for _, d := range found {
				if string(d.Rule) == test.rule {
					return
				}
			}
			t.Errorf("no %s: %v", test.rule, found)
		})
	}
	for _, r := range Rules() {
		if strings.HasPrefix(string(r.ID), "pdf-") && !shown[string(r.ID)] {
			t.Errorf("no fault shows rule %s", r.ID)
		}
	}
}

// hostilePDFs are files that are damaged or made to do harm.
func hostilePDFs() []pdfFault {
	plain := makePDF(sound, "")
	var bomb bytes.Buffer
	w := zlib.NewWriter(&bomb)
	for range maxInflated >> 20 {
		w.Write(make([]byte, 1<<20))
	}
	w.Write([]byte{1})
	w.Close()
	packed := append([]string(nil), sound...)
	packed[7] = fmt.Sprintf("<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", bomb.Len(), bomb.String())
	lengths := append([]string(nil), sound...)
	for i := range 500 { // each length stands in the stream that follows
		lengths = append(lengths, fmt.Sprintf("<</Length %d 0 R>>\nstream\nx\nendstream", len(sound)+i+2))
	}
	lengths[7] = fmt.Sprintf("<</Length %d 0 R>>\nstream\nx\nendstream", len(sound)+1)
	return []pdfFault{
		{"pdf-syntax", "empty", nil},
		{"pdf-syntax", "text", []byte("Once upon a time.")},
		{"pdf-syntax", "head alone", []byte("%PDF-1.7\n")},
		{"pdf-syntax", "cut in half", plain[:len(plain)/2]},
		{"pdf-syntax", "startxref beyond", []byte("%PDF-1.7\nstartxref\n99999999\n%%EOF")},
		{"pdf-syntax", "startxref below", []byte("%PDF-1.7\nstartxref\n-5\n%%EOF")},
		{"pdf-syntax", "no trailer", bytes.Replace(plain, []byte("trailer"), []byte("trailed"), 1)},
		{"pdf-syntax", "table of millions", bytes.Replace(plain, []byte("xref\n0 11"), []byte("xref\n0 99999999"), 1)},
		{"pdf-syntax", "sections in a circle", makePDF([]string{"<<>>"}, "/Prev 9")},
		{"pdf-syntax", "pages in a circle", edited("/Kids[3 0 R]", "/Kids[2 0 R 2 0 R]")},
		{"pdf-syntax", "pages that are themselves", edited("/Pages 2 0 R", "/Pages 99 0 R")},
		{"pdf-bounds", "metadata that unpacks to much", makePDF(packed, "")},
		{"pdf-metadata", "lengths that hang on each other", makePDF(lengths, "")},
		{"pdf-syntax", "deep", edited("/Kids[3 0 R]", "/Kids"+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000))},
	}
}

// TestHostilePDF gives files that are damaged or made to do harm. Each is
// refused or reported in one line.
func TestHostilePDF(t *testing.T) {
	for _, test := range hostilePDFs() {
		t.Run(test.name, func(t *testing.T) {
			_, _, found := File("a.pdf", bytes.NewReader(test.data), int64(len(test.data)))
			for _, d := range found {
				if string(d.Rule) == test.rule && !strings.Contains(d.Message, "\n") {
					return
				}
			}
			t.Errorf("no %s: %v", test.rule, found)
		})
	}
}

// TestSampleEditions holds the editions of the sample series to all rules, and
// what was read in them to what other programs read. qpdf writes the PDF in
// other ways, which have to read the same.
func TestSampleEditions(t *testing.T) {
	res, err := compile.Build(t.Context(), compile.Options{Dir: filepath.Join("..", "..", "..", "chapters"), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if res.Stopped {
		t.Fatal(res.Diagnostics)
	}
	for _, e := range res.Editions {
		_, doc, found := File(e.Name, bytes.NewReader(e.Data), int64(len(e.Data)))
		for _, d := range found {
			t.Error(d)
		}
		if doc == nil {
			continue
		}
		if len(doc.Pages) != e.Pages || doc.Outline < res.Chapters || doc.Title != res.Title {
			t.Errorf("%d pages, %d bookmarks, title %q", len(doc.Pages), doc.Outline, doc.Title)
		}
		t.Run("rewritten", func(t *testing.T) { rewritten(t, e.Data, doc) })
	}
}

func rewritten(t *testing.T, data []byte, want *PDF) {
	dir := t.TempDir()
	in := save(t, dir, "in.pdf", data)
	if fonts := validator.PDFFonts(t, in); len(fonts) != len(want.Fonts) {
		t.Errorf("%d fonts, poppler reads %d", len(want.Fonts), len(fonts))
	}
	for _, how := range [][]string{
		{"--object-streams=disable"}, {"--object-streams=generate", "--stream-data=uncompress"}, {"--linearize"}, {"--qdf"},
	} {
		out := filepath.Join(dir, "out.pdf")
		validator.Run(t, 60e9, "qpdf", append(how, in, out)...)
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		got, found := ReadPDF("out.pdf", bytes.NewReader(data), int64(len(data)))
		if got == nil || len(found) > 0 {
			t.Fatalf("%v: %v", how, found)
		}
		if len(got.Pages) != len(want.Pages) || len(got.Fonts) != len(want.Fonts) || got.Outline != want.Outline || got.Annots != want.Annots {
			t.Errorf("%v: %d pages, %d fonts, %d bookmarks, %d annotations", how, len(got.Pages), len(got.Fonts), got.Outline, got.Annots)
		}
	}
}

func FuzzPDF(f *testing.F) {
	fuzzing.Begin(f)
	f.Add(makePDF(sound, ""))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/XRef/W[1 2 1]/Size 3/Length 8>>stream\n12345678\nendstream endobj startxref 9"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2*fuzzing.Most { // the sound one has 1,700 bytes
			return
		}
		doc, found := ReadPDF("a.pdf", bytes.NewReader(data), int64(len(data)))
		if doc == nil && len(found) == 0 {
			t.Error("nothing was read and nothing found")
		}
	})
}
