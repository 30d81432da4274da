package refuse

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// A magic is a format that bytes at a place tell.
type magic struct {
	at     int
	bytes  string
	advice string
}

func (m magic) matches(data []byte) bool {
	return len(data) >= m.at && bytes.HasPrefix(data[m.at:], []byte(m.bytes))
}

// What to do with files of a kind.
const (
	picture  = "a picture is not an article: put it into images, and name it in a chapter"
	sound    = "a sound is not an article: write down what is said, or name it in a chapter's links"
	film     = "a film is not an article: write down what is said, or name it in a chapter's links"
	program  = "a program is not an article"
	typeface = "a font is not an article"
	archive  = " is not read: unpack it, and import what is in it"
)

// magics are formats by the bytes that they begin with, or have at a place.
var magics = []magic{
	{0, "%PDF", "a PDF is not read: copy its text into a file, or import what it was made from"},
	{0, "%!PS", "PostScript is not read: import what it was made from"},
	{0, "\xd0\xcf\x11\xe0", "an old Word file is not read: open it in Word or LibreOffice and save it as .docx"},
	{0, `{\rtf`, "RTF is not read: open it in Word or LibreOffice and save it as .docx"},
	{0, "\xffWPC", "a WordPerfect file is not read: open it in LibreOffice and save it as .docx"},
	{0, "\x06\x06\xed\xf5", "an InDesign file is not read: export its text as HTML or .docx"},
	{0, "bplist00", "a Safari web archive, or another property list, is not read: save the page as HTML"},
	{0, "\x89PNG", picture}, {0, "\xff\xd8\xff", picture}, {0, "GIF8", picture}, {8, "WEBPVP8", picture},
	{0, "II*\x00", picture}, {0, "MM\x00*", picture}, {0, "8BPS", picture}, {4, "ftypheic", picture}, {4, "ftypmif1", picture}, {4, "ftypavif", picture},
	{0, "\x00\x00\x01\x00", picture}, {0, "AT&TFORM", "a DjVu file is not read: copy its text into a file"},
	{0, "ID3", sound}, {0, "OggS", sound}, {0, "fLaC", sound}, {8, "WAVEfmt", sound}, {0, "\xff\xfb", sound}, {0, "\xff\xf3", sound}, {4, "ftypM4A", sound}, {0, "MThd", sound},
	{4, "ftyp", film}, {0, "\x1aE\xdf\xa3", film}, {8, "AVI LIST", film}, {0, "FLV\x01", film}, {0, "\x00\x00\x01\xba", film},
	{0, "\x1f\x8b", "a gzip archive" + archive}, {0, "BZh", "a bzip2 archive" + archive}, {0, "\xfd7zXZ\x00", "an xz archive" + archive},
	{0, "(\xb5/\xfd", "a zstd archive" + archive}, {0, "7z\xbc\xaf'\x1c", "a 7z archive" + archive}, {0, "Rar!\x1a\x07", "a RAR archive" + archive},
	{257, "ustar", "a tar archive" + archive},
	{60, "BOOKMOBI", "a Kindle book (MOBI, AZW) is not read: import the EPUB or the text that it was made from"},
	{0, "TPZ0", "a Kindle book is not read: import the EPUB or the text that it was made from"},
	{0, "\xeaDRMION\xee", "a Kindle book is not read: import the EPUB or the text that it was made from"},
	{0, "\x7fELF", program}, {0, "\xca\xfe\xba\xbe", program}, {0, "\xcf\xfa\xed\xfe", program}, {0, "\x00asm", program}, {0, "MZ\x90\x00", program},
	{0, "OTTO", typeface}, {0, "wOFF", typeface}, {0, "wOF2", typeface}, {0, "\x00\x01\x00\x00\x00", typeface},
	{0, "SQLite format 3\x00", "a database (SQLite) is not read: export the articles as HTML or Markdown"},
	{0, "\x00\x00\x00\x01Bud1", "a file of the Finder (.DS_Store) is not an article"},
	{0, "\xf7\x02\x01", "a DVI file is not read: import what it was made from"},
}

// zips are formats in a zip, by what one of its names begins with. Those of Word,
// OpenDocument texts and EPUBs have readers, and are not here.
var zips = []struct{ prefix, advice string }{
	{"xl/", "a spreadsheet (Excel) is not read: copy its table into a document, and save that as .docx"},
	{"ppt/", "a presentation (PowerPoint) is not read: copy its text into a document, and save that as .docx"},
	{"visio/", "a drawing (Visio) is not read: export it as a picture"},
	{"Index/Document.iwa", "a Pages, Numbers or Keynote file is not read: export it as Word (.docx) or EPUB"},
	{"Index.zip", "a Pages, Numbers or Keynote file is not read: export it as Word (.docx) or EPUB"},
	{"index.apxl", "a Keynote file is not read: export its text as .docx"},
	{"designmap.xml", "an InDesign file (IDML) is not read: export its text as HTML or .docx"},
	{"META-INF/MANIFEST.MF", program},
	{"AndroidManifest.xml", program},
	{"FixedDocSeq.fdseq", "an XPS file is not read: import what it was made from"},
}

// opendocuments are the types of OpenDocument that are no texts, by the word that follows the
// prefix of all.
var opendocuments = []struct{ kind, advice string }{
	{"spreadsheet", "a spreadsheet (OpenDocument) is not read: copy its table into a document, and save that as .odt or .docx"},
	{"presentation", "a presentation (OpenDocument) is not read: copy its text into a document, and save that as .odt or .docx"},
	{"graphics", "a drawing (OpenDocument) is not read: export it as a picture"},
	{"formula", "a formula (OpenDocument) is not read by itself: import the document that has it"},
	{"chart", "a chart (OpenDocument) is not read by itself: import the document that has it"},
	{"base", "a database (OpenDocument) is not read"},
}

// OpenDocument is what the types of OpenDocument begin with.
const OpenDocument = "application/vnd.oasis.opendocument."

// book is the type of an EPUB.
const book = "application/epub+zip"

// stated returns the type that a zip states, "" for none. It is to stand at byte 38, in the
// first file, which is not packed; programs that zip a folder again put it elsewhere, pack
// it, or leave it out, and then the container of an EPUB tells that it is one.
func stated(data []byte) string {
	const name = "mimetype"
	if at := bytes.Index(data[:min(len(data), 100)], []byte(name)); at >= 0 {
		s := string(data[at+len(name) : min(len(data), at+200)])
		if i := strings.Index(s, "application/"); i >= 0 && i < 40 {
			return s[i:]
		}
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ""
	}
	mime := ""
	for _, f := range z.File {
		switch f.Name {
		case name:
			return strings.TrimSpace(content(f))
		case "META-INF/container.xml":
			mime = book
		}
	}
	return mime
}

// content returns the beginning of a file in a zip, of 200 bytes, which are more than any
// type has.
func content(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	s, _ := io.ReadAll(io.LimitReader(r, 200)) // what is broken states no type
	return string(s)
}

// Stated reports whether a zip states a type that begins with mime.
func Stated(data []byte, mime string) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) && strings.HasPrefix(stated(data), mime)
}

// packed returns why a zip is not read, nil when it may hold an article.
func packed(data []byte) error {
	mime := stated(data)
	for _, d := range opendocuments {
		if strings.HasPrefix(mime, OpenDocument+d.kind) {
			return fmt.Errorf("%s", d.advice)
		}
	}
	if strings.HasPrefix(mime, book) || strings.HasPrefix(mime, OpenDocument) {
		return nil
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil // the reader of Word files says so
	}
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "word/") {
			return nil
		}
	}
	for _, f := range z.File {
		for _, k := range zips {
			if strings.HasPrefix(f.Name, k.prefix) {
				return fmt.Errorf("%s", k.advice)
			}
		}
	}
	return nil
}
