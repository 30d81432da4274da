package finish

import (
	"strings"
	"time"

	"octavo/book"
	"octavo/book/pdf/object"
	"octavo/book/typeset/document"
)

// documentInfo returns the information dictionary. It says what the XMP packet
// says, for programs that read only one of the two. A text that is too long for PDF/A is
// cut to the same length in both, so that they agree.
func documentInfo(info document.Info) object.Dict {
	d := object.Dict{"Producer": object.Text(info.Generator)}
	for key, text := range map[object.Name]string{
		"Title":    info.Title,
		"Author":   strings.Join(info.Authors, ", "),
		"Subject":  info.Subject,
		"Keywords": strings.Join(info.Keywords, ", "),
		"Creator":  info.Generator,
	} {
		if text != "" {
			d[key] = object.Text(text)
		}
	}
	if !info.Modified.IsZero() {
		date := object.String(pdfDate(info.Modified.Time))
		d["CreationDate"], d["ModDate"] = date, date
	}
	return d
}

// pdfDate prints t as in "D:20251105225400+08'00'" (ISO 32000-1, 7.9.4).
func pdfDate(t time.Time) string {
	zone := t.Format("-07:00")
	if zone == "+00:00" {
		return t.Format("D:20060102150405Z")
	}
	return t.Format("D:20060102150405") + strings.Replace(zone, ":", "'", 1) + "'"
}

// xmpOpen begins a packet. The XMP specification fixes the marker of the packet.
const xmpOpen = `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
`

// xmpClaims states PDF/A-2a and PDF/UA-1. PDF/A wants the schema of the PDF/UA property
// described (ISO 19005-2, 6.6.2.3).
const xmpClaims = `<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
`

// xmpClaimsUA2 states PDF/UA-2 and declares both levels of WTPDF 1.0 (6.1.2 and 6.1.3, by
// the names that its errata give them).
const xmpClaimsUA2 = `<pdfuaid:part>2</pdfuaid:part>
<pdfuaid:rev>2024</pdfuaid:rev>
<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo></rdf:li>
<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#reuse1.0</pdfd:conformsTo></rdf:li>
</rdf:Bag></pdfd:declarations>
`

const xmpClose = `</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`

// xmp returns the metadata packet.
func xmp(info document.Info, standard book.Standard) []byte {
	var b strings.Builder
	b.WriteString(xmpOpen)
	xmpAlt(&b, "dc:title", object.Cut(info.Title))
	xmpList(&b, "dc:creator", "Seq", info.Authors)
	xmpAlt(&b, "dc:description", object.Cut(info.Subject))
	xmpList(&b, "dc:subject", "Bag", info.Keywords)
	xmpList(&b, "dc:publisher", "Bag", nonEmpty(info.Publisher))
	xmpAlt(&b, "dc:rights", info.Rights)
	xmpList(&b, "dc:language", "Bag", nonEmpty(info.Language))
	xmpText(&b, "dc:identifier", info.Identifier)
	xmpText(&b, "pdf:Producer", info.Generator)
	xmpText(&b, "pdf:Keywords", object.Cut(strings.Join(info.Keywords, ", ")))
	xmpText(&b, "xmp:CreatorTool", info.Generator)
	if !info.Modified.IsZero() {
		date := info.Modified.Time.Format(time.RFC3339)
		for _, name := range []string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
			xmpText(&b, name, date)
		}
	}
	if standard == book.UA2 {
		b.WriteString(xmpClaimsUA2)
	} else {
		b.WriteString(xmpClaims)
	}
	b.WriteString(xmpClose)
	return []byte(b.String())
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func xmpText(b *strings.Builder, name, text string) {
	if text != "" {
		b.WriteString("<" + name + ">" + escapeXML(text) + "</" + name + ">\n")
	}
}

// xmpAlt writes a text that could have translations, and has none.
func xmpAlt(b *strings.Builder, name, text string) {
	if text != "" {
		b.WriteString("<" + name + `><rdf:Alt><rdf:li xml:lang="x-default">` +
			escapeXML(text) + "</rdf:li></rdf:Alt></" + name + ">\n")
	}
}

func xmpList(b *strings.Builder, name, kind string, items []string) {
	if len(items) == 0 {
		return
	}
	b.WriteString("<" + name + "><rdf:" + kind + ">")
	for _, item := range items {
		b.WriteString("<rdf:li>" + escapeXML(item) + "</rdf:li>")
	}
	b.WriteString("</rdf:" + kind + "></" + name + ">\n")
}

// escapeXML returns s as character data, without the characters that XML 1.0
// cannot hold.
func escapeXML(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r < ' ' && r != '\t' && r != '\n', r == 0xfffe, r == 0xffff:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
