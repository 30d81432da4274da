package acceptance

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"

	"octavo/book/compile"
	"octavo/book/pdf/object"
)

// pdfText is the text that the pages of a PDF show, in the order in which it is
// drawn, running heads and folios included: what a reader gets by search and copy.
func pdfText(e compile.Edition) (string, error) {
	f, err := openPDF(e.Data)
	if err != nil {
		return "", err
	}
	x := &extraction{file: f, fonts: map[object.Ref]map[string]string{}}
	for ref := range f.places {
		o, err := f.object(ref)
		if err != nil {
			return "", err
		}
		if page, ok := o.(object.Dict); ok && page["Type"] == object.Name("Page") {
			if err := x.page(page); err != nil {
				return "", fmt.Errorf("page %d: %w", ref, err)
			}
		}
	}
	return x.text.String(), nil
}

// An extraction collects the text of pages.
type extraction struct {
	file  *pdfFile
	fonts map[object.Ref]map[string]string // texts by code of two bytes
	text  strings.Builder
	font  map[string]string // the one at hand
	said  bool              // within marked content whose text is stated
}

// resolve follows a reference.
func (x *extraction) resolve(o object.Object) (object.Object, error) {
	if ref, ok := o.(object.Ref); ok {
		return x.file.object(ref)
	}
	return o, nil
}

func (x *extraction) dict(o object.Object) (object.Dict, error) {
	o, err := x.resolve(o)
	d, ok := o.(object.Dict)
	if err == nil && !ok {
		err = fmt.Errorf("%T is no dictionary", o)
	}
	return d, err
}

func (x *extraction) stream(o object.Object) ([]byte, error) {
	o, err := x.resolve(o)
	if err != nil {
		return nil, err
	}
	s, ok := o.(*object.Stream)
	if !ok {
		return nil, fmt.Errorf("%T is no stream", o)
	}
	return inflate(s.Data)
}

func (x *extraction) page(page object.Dict) error {
	data, err := x.stream(page["Contents"])
	if err != nil {
		return err
	}
	resources, err := x.dict(page["Resources"])
	if err != nil {
		return err
	}
	p := object.Parser{Data: data}
	var operands object.Array
	for {
		p.Pos += len(data[p.Pos:]) - len(bytes.TrimLeft(data[p.Pos:], " \r\n"))
		if p.Pos == len(data) {
			return nil
		}
		if c := data[p.Pos]; c < 'A' || c > 'z' || c == '[' {
			o, err := p.Object()
			if err != nil {
				return err
			}
			operands = append(operands, o)
			continue
		}
		n := bytes.IndexAny(data[p.Pos:], " \r\n[(/<")
		if n < 0 {
			n = len(data) - p.Pos
		}
		if err := x.operator(string(data[p.Pos:p.Pos+n]), operands, resources); err != nil {
			return err
		}
		p.Pos, operands = p.Pos+n, nil
	}
}

func (x *extraction) operator(name string, operands object.Array, resources object.Dict) (err error) {
	switch name {
	case "BDC":
		if d, ok := operands[1].(object.Dict); ok {
			actual, ok := d["ActualText"].(object.String)
			x.said = ok
			x.text.WriteString(utf16Text(string(actual)))
		}
	case "EMC":
		x.said = false
		x.text.WriteByte('\n')
	case "Tf":
		x.font, err = x.texts(resources, operands[0])
	case "TJ":
		for _, o := range operands[0].(object.Array) {
			if s, ok := o.(object.String); ok && !x.said {
				for i := 0; i+2 <= len(s); i += 2 {
					x.text.WriteString(x.font[string(s[i:i+2])])
				}
			}
		}
	}
	return err
}

// texts reads the ToUnicode map of a font.
func (x *extraction) texts(resources object.Dict, name object.Object) (map[string]string, error) {
	fonts, err := x.dict(resources["Font"])
	if err != nil {
		return nil, err
	}
	ref, _ := fonts[name.(object.Name)].(object.Ref)
	if x.fonts[ref] != nil {
		return x.fonts[ref], nil
	}
	font, err := x.dict(ref)
	if err != nil {
		return nil, err
	}
	data, err := x.stream(font["ToUnicode"])
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for line := range strings.Lines(string(data)) {
		var code, text []byte
		if n, _ := fmt.Sscanf(line, "<%X> <%X>", &code, &text); n == 2 {
			texts[string(code)] = utf16Text("\xfe\xff" + string(text))
		}
	}
	x.fonts[ref] = texts
	return texts, nil
}

// utf16Text is a text string of a PDF that begins with the mark of UTF-16, or is
// ASCII.
func utf16Text(s string) string {
	s, wide := strings.CutPrefix(s, "\xfe\xff")
	if !wide {
		return s
	}
	var units []uint16
	for i := 0; i+2 <= len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
