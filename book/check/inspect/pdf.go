package inspect

import (
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf16"

	"octavo/book"
	"octavo/book/pdf/object"
)

// A PDF is what a PDF file holds.
type PDF struct {
	Name      string // of the file
	Size      int64  // in bytes
	Encrypted bool
	Tagged    bool
	Lang      string
	Title     string // of the XMP metadata, else of the document information
	Pages     []Page
	Fonts     []Font
	Outline   int // bookmarks
	Annots    int // links, comments and fields
}

// A Page is the measure of one page, in thousandths of a point. A box that is absent is
// the next larger one.
type Page struct{ Media, Crop, Bleed, Trim Box }

// A Box is left, bottom, right and top.
type Box [4]int64

// A Font is a font that pages use.
type Font struct {
	Name              string
	Embedded, Unicode bool // it brings its glyphs, and says their letters
}

// ReadPDF reads a PDF file and checks it. The result is nil when its pages
// cannot be read. name is what diagnostics call the file.
func ReadPDF(name string, r io.ReaderAt, size int64) (*PDF, []book.Diagnostic) {
	rep := &reporter{name: name}
	if size > maxPDF {
		rep.add(pdfBounds, "", place{}, "", "the file is larger than %d bytes", maxPDF)
		return nil, rep.result()
	}
	data := make([]byte, size)
	if _, err := r.ReadAt(data, 0); err != nil && err != io.EOF {
		rep.add(pdfSyntax, "", place{}, "", "cannot be read: %v", err)
		return nil, rep.result()
	}
	f, err := openPDF(data)
	if err != nil {
		broken := pdfSyntax
		if errors.Is(err, errPDFBounds) {
			broken = pdfBounds
		}
		rep.add(broken, "", place{}, "", "%v", err)
		return nil, rep.result()
	}
	e := &examination{rep: rep, file: f, pdf: &PDF{Name: name, Size: size}}
	return e.run(), rep.result()
}

// An examination is the reading of one PDF file.
type examination struct {
	rep  *reporter
	file *pdfFile
	pdf  *PDF
	root object.Dict

	fonts map[object.Ref]bool
	forms map[object.Ref]bool
}

func (e *examination) add(broken Rule, format string, args ...any) {
	e.rep.add(broken, "", place{}, "", format, args...)
}

func (e *examination) run() *PDF {
	f := e.file
	if f.trailer["Encrypt"] != nil {
		e.pdf.Encrypted = true
		e.add(pdfEncrypted, "the file is encrypted and not checked further")
		return e.pdf
	}
	e.root = f.dict(f.trailer["Root"])
	e.fonts, e.forms = map[object.Ref]bool{}, map[object.Ref]bool{}
	e.pages(e.root["Pages"])
	if len(e.pdf.Pages) == 0 {
		e.add(pdfSyntax, "no page can be read")
		return nil
	}
	e.document()
	e.metadata()
	e.structure()
	e.outline()
	e.actions(e.root)
	if f.over {
		e.add(pdfBounds, "the objects of the file unpack to too much; not all of it was read")
	}
	return e.pdf
}

// Bounds of the trees in a file, generous: the largest books have some thousand pages, and
// their tags a hundred nodes for a page. What lies beyond is not looked at.
const (
	maxPages = 50_000
	maxTree  = 1_000_000 // nodes of a structure tree or an outline
)

// inherited are the attributes that a page has of the nodes above it (table 31).
var inherited = []object.Name{"MediaBox", "CropBox", "Resources"}

// pages walks the tree of pages.
func (e *examination) pages(top object.Object) {
	type node struct {
		o    object.Object
		from object.Dict // what is inherited
	}
	todo := []node{{top, object.Dict{}}}
	seen := map[object.Ref]bool{}
	for len(todo) > 0 && len(e.pdf.Pages) < maxPages {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if ref, ok := n.o.(object.Ref); ok {
			if seen[ref] {
				continue
			}
			seen[ref] = true
		}
		d := e.file.dict(n.o)
		if d == nil {
			continue
		}
		have := object.Dict{}
		for _, key := range inherited {
			if have[key] = d[key]; d[key] == nil {
				have[key] = n.from[key]
			}
		}
		kids := e.file.array(d["Kids"])
		if kids == nil {
			e.page(d, have)
			continue
		}
		for _, k := range slices.Backward(kids) {
			todo = append(todo, node{k, have})
		}
	}
}

func (e *examination) page(d, have object.Dict) {
	var p Page
	ok := e.box(&p.Media, have["MediaBox"], Box{})
	ok = e.box(&p.Crop, have["CropBox"], p.Media) && ok
	ok = e.box(&p.Bleed, d["BleedBox"], p.Crop) && ok
	ok = e.box(&p.Trim, d["TrimBox"], p.Crop) && ok
	e.pdf.Pages = append(e.pdf.Pages, p)
	switch n := len(e.pdf.Pages); {
	case !ok || p.Media.empty():
		e.add(pdfBoxes, "page %d: a box is missing or no rectangle", n)
	case !p.Crop.within(p.Media) || !p.Bleed.within(p.Media) || !p.Trim.within(p.Bleed) && d["BleedBox"] != nil || !p.Trim.within(p.Media):
		e.add(pdfBoxes, "page %d: the boxes do not lie within each other", n)
	}
	for _, a := range e.file.array(d["Annots"]) {
		e.pdf.Annots++
		e.actions(e.file.dict(a))
	}
	e.resources(have["Resources"], 0)
}

func (b Box) empty() bool { return b[0] >= b[2] || b[1] >= b[3] }

func (b Box) within(c Box) bool {
	return b[0] >= c[0] && b[1] >= c[1] && b[2] <= c[2] && b[3] <= c[3]
}

// box reads a rectangle, whose corners may be given in any order.
func (e *examination) box(b *Box, o object.Object, otherwise Box) bool {
	a := e.file.array(o)
	if o == nil || a == nil {
		*b = otherwise
		return o == nil
	}
	if len(a) != 4 {
		return false
	}
	for i, v := range a {
		n, ok := thousandths(e.file.get(v))
		if !ok {
			return false
		}
		b[i] = n
	}
	b[0], b[2] = min(b[0], b[2]), max(b[0], b[2])
	b[1], b[3] = min(b[1], b[3]), max(b[1], b[3])
	return true
}

// thousandths reads a number of points as thousandths, and drops the decimals beyond.
func thousandths(o object.Object) (int64, bool) {
	switch o := o.(type) {
	case object.Int:
		return int64(o) * 1000, o > -1e9 && o < 1e9
	case object.Real:
		whole, part, _ := strings.Cut(strings.TrimPrefix(string(o), "+"), ".")
		digits, negative := strings.CutPrefix(whole, "-")
		digits += (part + "000")[:3]
		var n int64
		for _, c := range digits {
			if c < '0' || c > '9' || n > 1e12 {
				return 0, false
			}
			n = n*10 + int64(c-'0')
		}
		if negative {
			n = -n
		}
		return n, true
	}
	return 0, false
}

// resources takes the fonts of a page, and of the forms that it draws.
func (e *examination) resources(o object.Object, depth int) {
	d := e.file.dict(o)
	if d == nil || depth > 8 { // generous: forms within forms are seldom more than two deep
		return
	}
	fonts := e.file.dict(d["Font"])
	for _, key := range fonts.Keys() {
		if first(e.fonts, fonts[key]) {
			e.font(e.file.dict(fonts[key]))
		}
	}
	forms := e.file.dict(d["XObject"])
	for _, key := range forms.Keys() {
		if first(e.forms, forms[key]) {
			if form := e.file.dict(forms[key]); form["Resources"] != nil {
				e.resources(form["Resources"], depth+1)
			}
		}
	}
}

// first reports whether a reference is new; what is no reference always is.
func first(seen map[object.Ref]bool, o object.Object) bool {
	ref, ok := o.(object.Ref)
	if !ok {
		return true
	}
	known := seen[ref]
	seen[ref] = true
	return !known
}

func (e *examination) font(d object.Dict) {
	f := e.file
	font := Font{Name: f.name(d["BaseFont"]), Unicode: d["ToUnicode"] != nil}
	kind, of := f.name(d["Subtype"]), d
	switch kind {
	case "Type0":
		if list := f.array(d["DescendantFonts"]); len(list) > 0 {
			of = f.dict(list[0])
		}
	case "Type3":
		font.Embedded = true
	default:
		// The letters of a simple font follow from the names of its glyphs.
		font.Unicode = font.Unicode || d["Encoding"] != nil || !strings.Contains(strings.ToLower(font.Name), "symbol")
	}
	descriptor := f.dict(of["FontDescriptor"])
	for _, key := range []object.Name{"FontFile", "FontFile2", "FontFile3"} {
		font.Embedded = font.Embedded || descriptor[key] != nil
	}
	e.pdf.Fonts = append(e.pdf.Fonts, font)
	if !font.Embedded {
		e.add(pdfFonts, "the font %s is not embedded", font.Name)
	}
	if !font.Unicode {
		e.add(pdfUnicode, "the font %s does not say its letters", font.Name)
	}
}

// document reads what the catalog says.
func (e *examination) document() {
	f := e.file
	marked, _ := f.get(f.dict(e.root["MarkInfo"])["Marked"]).(object.Bool)
	e.pdf.Tagged = bool(marked) && f.dict(e.root["StructTreeRoot"]) != nil
	if !e.pdf.Tagged {
		e.add(pdfTagged, "the file has no tags")
	}
	if e.pdf.Lang = textString(f.get(e.root["Lang"])); e.pdf.Lang == "" {
		e.add(pdfLanguage, "the file has no language")
	}
	show, _ := f.get(f.dict(e.root["ViewerPreferences"])["DisplayDocTitle"]).(object.Bool)
	if !show {
		e.add(pdfTitle, "a reader is not told to show the title: DisplayDocTitle")
	}
}

// metadata reads the XMP packet and the document information, which both may
// give a title.
func (e *examination) metadata() {
	f := e.file
	left := maxNodes
	info := textString(f.get(f.dict(f.trailer["Info"])["Title"]))
	e.pdf.Title = info
	s, ok := f.get(e.root["Metadata"]).(*object.Stream)
	if !ok {
		e.add(pdfMetadata, "the file has no XMP metadata")
	} else if data, err := f.decode(s); err != nil || len(data) > maxXML {
		e.add(pdfMetadata, "the XMP metadata cannot be read")
	} else if root, fault := parseXML(data, &left); fault != nil {
		e.add(pdfMetadata, "the XMP metadata is %s", fault.text)
	} else {
		if t := xmpTitle(root); t != "" {
			e.pdf.Title = t
		}
		if info != "" && e.pdf.Title != info {
			e.add(pdfMetadata, "the title is %q in the XMP metadata and %q in the document information", clip(e.pdf.Title), clip(info))
		}
	}
	if e.pdf.Title == "" {
		e.add(pdfTitle, "the file has no title")
	}
}

func xmpTitle(root *node) string {
	for _, n := range root.Within(nsDC, "title") {
		return content(n)
	}
	return ""
}

// structure walks the structure tree, and reports figures without words.
func (e *examination) structure() {
	f := e.file
	tree := f.dict(e.root["StructTreeRoot"])
	roles := f.dict(tree["RoleMap"])
	seen := map[object.Ref]bool{}
	todo := []object.Object{tree["K"]}
	silent := 0
	for n := 0; len(todo) > 0 && n < maxTree; n++ {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !first(seen, o) {
			continue
		}
		if a := f.array(o); a != nil {
			for _, k := range slices.Backward(a) {
				todo = append(todo, k)
			}
			continue
		}
		d := f.dict(o)
		if d == nil {
			continue
		}
		todo = append(todo, d["K"])
		kind := f.name(d["S"])
		if mapped := f.name(roles[object.Name(kind)]); mapped != "" {
			kind = mapped
		}
		if kind == "Figure" && textString(f.get(d["Alt"])) == "" && textString(f.get(d["ActualText"])) == "" {
			silent++
		}
	}
	if silent > 0 {
		e.add(pdfAlt, "figures without an alternative text: %d", silent)
	}
}

// outline counts the bookmarks.
func (e *examination) outline() {
	f := e.file
	seen := map[object.Ref]bool{}
	todo := []object.Object{f.dict(e.root["Outlines"])["First"]}
	for len(todo) > 0 && e.pdf.Outline < maxTree {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		d := f.dict(o)
		if d == nil || !first(seen, o) {
			continue
		}
		e.pdf.Outline++
		e.actions(d)
		todo = append(todo, d["Next"], d["First"])
	}
	if e.pdf.Outline == 0 && len(e.pdf.Pages) > 20 { // by eye: a leaflet needs none
		e.add(pdfOutline, "%d pages and no bookmarks", len(e.pdf.Pages))
	}
}

// actions reports scripts and programs that an object starts.
func (e *examination) actions(d object.Dict) {
	if e.file.dict(e.file.dict(d["Names"])["JavaScript"]) != nil {
		e.add(pdfAction, "the file has scripts")
	}
	starts := []object.Object{d["A"], d["OpenAction"]}
	more := e.file.dict(d["AA"])
	for _, key := range more.Keys() {
		starts = append(starts, more[key])
	}
	for _, o := range starts {
		switch kind := e.file.name(e.file.dict(o)["S"]); kind {
		case "JavaScript", "Launch", "ImportData", "SubmitForm":
			e.add(pdfAction, "the file starts an action of type %s", kind)
		}
	}
}

// textString reads a text string (section 7.9.2.2): UTF-16 or UTF-8 after their
// marks, else PDFDocEncoding, which is Latin-1 for letters.
func textString(o object.Object) string {
	s, _ := o.(object.String)
	switch {
	case strings.HasPrefix(string(s), "\xfe\xff"):
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(string(s), "\xef\xbb\xbf"):
		return string(s[3:])
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}
