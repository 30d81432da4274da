package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"octavo/book/font/sfnt"
	"octavo/book/pdf/object"
)

// An audit checks what a validator does not: that the content, the structure
// and the fonts of a file belong together.
type audit struct {
	*reader
	refs  []object.Ref // of the pages
	texts []map[int]string
	uses  []map[int]int // how often the structure tree has a piece of content
	fonts map[object.Ref]*auditFont
	lines []string // text of each element that has some, in order
	links int
}

// An auditFont is what a file says of a font's codes.
type auditFont struct {
	unicode map[int]string
	widths  object.Array
	program *sfnt.Font
}

// auditPDF checks a file and returns the text of its elements, one a line.
func auditPDF(t testing.TB, data []byte) string {
	t.Helper()
	a := &audit{reader: readPDF(t, data), fonts: map[object.Ref]*auditFont{}}
	a.checkReachable()
	pages, refs := a.pages()
	a.refs = refs
	for i, p := range pages {
		if p["StructParents"] != object.Int(i) || p["Tabs"] != object.Name("S") || p["TrimBox"] == nil {
			t.Errorf("page %d: %v", i+1, p)
		}
		c := &content{audit: a, where: fmt.Sprintf("page %d", i+1), texts: map[int]string{}, page: true}
		stream := a.get(p["Contents"]).(*object.Stream)
		c.run(a.inflate(stream), a.dict(p["Resources"]))
		a.texts = append(a.texts, c.texts)
		a.uses = append(a.uses, map[int]int{})
	}
	a.structure(pages)
	return strings.Join(a.lines, "\n") + "\n"
}

// structure walks the structure tree.
func (a *audit) structure(pages []object.Dict) {
	a.t.Helper()
	root := a.dict(a.trailer["Root"])["StructTreeRoot"]
	kids := a.array(a.dict(root)["K"])
	if len(kids) != 1 {
		a.t.Errorf("the structure has %d roots", len(kids))
	}
	parents := a.numbers(a.dict(root)["ParentTree"])
	for _, kid := range kids {
		a.element(kid.(object.Ref), root, parents)
	}
	annots := 0
	for i, p := range pages {
		for id := range a.texts[i] {
			if n := a.uses[i][id]; n != 1 {
				a.t.Errorf("page %d: the structure has content %d %d times", i+1, id, n)
			}
		}
		if p["Annots"] != nil {
			annots += len(a.array(p["Annots"]))
		}
	}
	if a.links != annots {
		a.t.Errorf("the structure has %d links, the pages %d", a.links, annots)
	}
}

// numbers reads a number tree of two levels.
func (a *audit) numbers(o object.Object) map[int]object.Object {
	a.t.Helper()
	out := map[int]object.Object{}
	last := -1
	for _, kid := range a.array(a.dict(o)["Kids"]) {
		leaf := a.dict(kid)
		nums, limits := a.array(leaf["Nums"]), a.array(leaf["Limits"])
		for i := 0; i < len(nums); i += 2 {
			key := int(nums[i].(object.Int))
			if key <= last || key < int(limits[0].(object.Int)) || key > int(limits[1].(object.Int)) {
				a.t.Errorf("number tree: %d behind %d, within %v", key, last, limits)
			}
			out[key], last = nums[i+1], key
		}
	}
	return out
}

// element checks an element and those below it.
func (a *audit) element(self object.Ref, parent object.Object, parents map[int]object.Object) {
	a.t.Helper()
	d := a.dict(self)
	if d["P"] != parent {
		a.t.Errorf("element %d has the parent %v, not %v", self, d["P"], parent)
	}
	var text strings.Builder
	own := false
	if d["K"] != nil {
		for _, k := range a.array(d["K"]) {
			switch k := k.(type) {
			case object.Ref:
				a.element(k, self, parents)
			case object.Int:
				text.WriteString(a.use(d["Pg"], int(k), self, parents))
				own = true
			case object.Dict:
				if k["Type"] == object.Name("OBJR") {
					a.annotation(k, self, parents)
					continue
				}
				text.WriteString(a.use(k["Pg"], int(k["MCID"].(object.Int)), self, parents))
				own = true
			}
		}
	}
	if own && d["S"] != object.Name("Figure") {
		a.lines = append(a.lines, text.String())
	}
}

// use returns the text of a piece of content, once.
func (a *audit) use(page object.Object, id int, self object.Ref, parents map[int]object.Object) string {
	a.t.Helper()
	for i, r := range a.refs {
		if r != page {
			continue
		}
		text, ok := a.texts[i][id]
		back := a.array(parents[i])
		if !ok || id >= len(back) || back[id] != self {
			a.t.Errorf("element %d has content %d of page %d: on the page %v, in the parent tree %v", self, id, i+1, ok, back)
		}
		a.uses[i][id]++
		return text
	}
	a.t.Errorf("element %d has content of %v, which is no page", self, page)
	return ""
}

func (a *audit) annotation(k object.Dict, self object.Ref, parents map[int]object.Object) {
	a.t.Helper()
	a.links++
	annot := a.dict(k["Obj"])
	key, _ := annot["StructParent"].(object.Int)
	if parents[int(key)] != self {
		a.t.Errorf("annotation %v: the parent tree has %v, not %d", k["Obj"], parents[int(key)], self)
	}
	if a.dict(self)["S"] != object.Name("Link") || annot["F"] != object.Int(4) || annot["Contents"] == nil {
		a.t.Errorf("annotation %v of %v", annot, a.dict(self))
	}
	if annot["Dest"] != nil {
		a.array(annot["Dest"])
	} else {
		a.dict(annot["A"])
	}
}

// font reads a Type0 font.
func (a *audit) font(o object.Object) *auditFont {
	a.t.Helper()
	ref := o.(object.Ref)
	if f := a.fonts[ref]; f != nil {
		return f
	}
	d := a.dict(o)
	descendant := a.dict(a.array(d["DescendantFonts"])[0])
	file := a.get(a.dict(descendant["FontDescriptor"])["FontFile2"]).(*object.Stream)
	program, err := sfnt.Parse(a.inflate(file))
	if err != nil {
		a.t.Fatal(err)
	}
	w := a.array(descendant["W"])
	if len(w) != 2 || w[0] != object.Int(0) {
		a.t.Fatalf("W is %v", w)
	}
	f := &auditFont{map[int]string{}, a.array(w[1]), program}
	a.fonts[ref] = f
	for line := range strings.Lines(string(a.inflate(a.get(d["ToUnicode"]).(*object.Stream)))) {
		var code int
		var hex string
		if n, _ := fmt.Sscanf(line, "<%04X> <%s", &code, &hex); n == 2 && strings.HasSuffix(hex, ">") {
			f.unicode[code] = fromHex(a.t, strings.TrimSuffix(hex, ">"))
		}
	}
	return f
}

func fromHex(t testing.TB, hex string) string {
	var units []uint16
	for i := 0; i+4 <= len(hex); i += 4 {
		var u uint16
		if _, err := fmt.Sscanf(hex[i:i+4], "%04X", &u); err != nil {
			t.Fatal(err)
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}

// show returns the text of a string shown in the font, whose widths it checks.
func (f *auditFont) show(t testing.TB, s object.String) string {
	t.Helper()
	var out strings.Builder
	for i := 0; i+1 < len(s); i += 2 {
		code := int(s[i])<<8 | int(s[i+1])
		text, ok := f.unicode[code]
		if !ok || code == 0 || code >= len(f.widths) {
			t.Errorf("code %d has no text", code)
			continue
		}
		want := float64(f.program.Advance(uint16(code))) * 1000 / float64(f.program.UnitsPerEm())
		if got := number(f.widths[code]); got-want > 0.01 || want-got > 0.01 {
			t.Errorf("code %d (%q) has the width %v, its glyph %v", code, text, got, want)
		}
		out.WriteString(text)
	}
	return out.String()
}

// A content reads the operators of a page or a form.
type content struct {
	*audit
	where string
	page  bool
	texts map[int]string // by marked-content id

	resources object.Dict
	marked    bool
	id        int // of the open sequence, -1 for an artifact
	actual    *string
	inText    bool
	saved     int
	current   *auditFont
	shown     []shownGlyph
	x, y      float64 // pen, in points
	lineX     float64
	size      float64
	wider     float64 // than natural are the glyphs, by this part of their width
}

// A shownGlyph is where a content stream puts a glyph.
type shownGlyph struct {
	text string
	x, y float64
}

func (c *content) run(data []byte, resources object.Dict) {
	c.t.Helper()
	c.resources = resources
	p := object.Parser{Data: data}
	var operands object.Array
	for {
		p.Pos += len(data[p.Pos:]) - len(bytes.TrimLeft(data[p.Pos:], " \n"))
		if p.Pos == len(data) {
			break
		}
		if ch := data[p.Pos]; ch >= 'A' && ch <= 'Z' || ch >= 'a' && ch <= 'z' {
			end := p.Pos
			for end < len(data) && data[end] > ' ' && data[end] != '[' && data[end] != '(' && data[end] != '/' {
				end++
			}
			c.operator(string(data[p.Pos:end]), operands)
			p.Pos, operands = end, nil
			continue
		}
		o, err := p.Object()
		if err != nil {
			c.t.Fatalf("%s: %v", c.where, err)
		}
		operands = append(operands, o)
	}
	if c.marked || c.inText || c.saved != 0 {
		c.t.Errorf("%s ends within marked content, text or a saved state", c.where)
	}
}

// resource looks up a name, which has to be there.
func (c *content) resource(category object.Name, o object.Object) object.Object {
	c.t.Helper()
	if c.resources[category] == nil {
		c.t.Fatalf("%s: no %s resources", c.where, category)
	}
	r, ok := c.dict(c.resources[category])[o.(object.Name)]
	if !ok {
		c.t.Fatalf("%s: no %s %v", c.where, category, o)
	}
	return r
}

func (c *content) operator(op string, operands object.Array) {
	c.t.Helper()
	switch op {
	case "BDC":
		c.begin(operands)
	case "EMC":
		if !c.marked || c.inText {
			c.t.Errorf("%s: EMC out of place", c.where)
		}
		c.marked = false
	case "BT", "ET":
		if c.inText != (op == "ET") {
			c.t.Errorf("%s: %s out of place", c.where, op)
		}
		c.inText = op == "BT"
		c.x, c.y, c.lineX = 0, 0, 0
	case "q":
		c.saved++
		if c.saved > 28 {
			c.t.Errorf("%s: %d saved states", c.where, c.saved)
		}
	case "Q":
		c.saved--
	case "Tf":
		c.current = c.font(c.resource("Font", operands[0]))
		c.size = number(operands[1])
	case "Tz":
		c.wider = number(operands[0])/100 - 1
	case "Td":
		c.lineX, c.y = c.lineX+number(operands[0]), c.y+number(operands[1])
		c.x = c.lineX
	case "gs":
		c.state(c.dict(c.resource("ExtGState", operands[0])))
	case "scn", "SCN":
		c.dict(c.resource("Pattern", operands[len(operands)-1]))
	case "sh":
		c.dict(c.resource("Shading", operands[0]))
	case "Do":
		c.paints(op)
		c.form(c.resource("XObject", operands[0]))
	case "TJ":
		c.paints(op)
		c.show(operands[0].(object.Array))
	case "f", "f*", "S":
		c.paints(op)
	case "Tm", "Ts", "cm", "g", "G", "rg", "RG", "cs", "CS", "w", "J", "j", "M", "d", "m", "l", "c", "h", "re", "n", "W", "W*":
	default:
		c.t.Errorf("%s: operator %q", c.where, op)
	}
}

func (c *content) begin(operands object.Array) {
	c.t.Helper()
	if c.marked || !c.page {
		c.t.Errorf("%s: marked content within marked content", c.where)
	}
	d := operands[1].(object.Dict)
	c.marked, c.id, c.actual = true, -1, nil
	if actual, ok := d["ActualText"].(object.String); ok {
		s := fromText(actual)
		c.actual = &s
	}
	if operands[0] == object.Name("Artifact") {
		return
	}
	c.id = int(d["MCID"].(object.Int))
	if _, twice := c.texts[c.id]; twice {
		c.t.Errorf("%s: id %d twice", c.where, c.id)
	}
	c.texts[c.id] = ""
	if c.actual != nil {
		c.texts[c.id] = *c.actual
	}
}

// paints fails for what is painted outside marked content. A form is within
// that of the page.
func (c *content) paints(op string) {
	c.t.Helper()
	if c.page && !c.marked {
		c.t.Errorf("%s: %s outside marked content", c.where, op)
	}
}

func (c *content) show(array object.Array) {
	c.t.Helper()
	if !c.inText || c.current == nil {
		c.t.Errorf("%s: TJ out of place", c.where)
		return
	}
	for _, o := range array {
		s, ok := o.(object.String)
		if !ok {
			c.x -= number(o) / 1000 * c.size * (1 + c.wider)
			continue
		}
		text := c.current.show(c.t, s)
		c.place(s)
		if c.page && c.id >= 0 && c.actual == nil {
			c.texts[c.id] += text
		}
	}
}

// place records where the glyphs of a string are, and moves the pen.
func (c *content) place(s object.String) {
	for i := 0; i+1 < len(s); i += 2 {
		code := int(s[i])<<8 | int(s[i+1])
		c.shown = append(c.shown, shownGlyph{c.current.unicode[code], c.x, c.y})
		if code < len(c.current.widths) {
			c.x += number(c.current.widths[code]) / 1000 * c.size * (1 + c.wider)
		}
	}
}

func number(o object.Object) float64 {
	var v float64
	fmt.Sscan(string(o.Append(nil)), &v)
	return v
}

// form reads a form's content, or checks an image.
func (c *content) form(o object.Object) {
	c.t.Helper()
	s := c.get(o).(*object.Stream)
	if s.Dict["Subtype"] == object.Name("Image") {
		if s.Dict["SMask"] != nil {
			c.dict(s.Dict["SMask"])
		}
		return
	}
	inner := &content{audit: c.audit, where: fmt.Sprintf("%s, form %v", c.where, o)}
	inner.run(c.inflate(s), c.dict(s.Dict["Resources"]))
}

func (c *content) state(d object.Dict) {
	if d["SMask"] != nil {
		c.form(c.dict(d["SMask"])["G"])
	}
}

// fromText decodes a text string.
func fromText(s object.String) string {
	if !strings.HasPrefix(string(s), "\xfe\xff") {
		return string(s)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
