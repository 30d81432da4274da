package picture

import (
	"bytes"
	"fmt"
	"strings"
)

// A foreignError is the error for a file of another kind than a book can show. A program
// that saves or downloads pictures gives any file the name of one.
type foreignError struct{ kind, hint string }

func (e *foreignError) Error() string { return fmt.Sprintf("it is %s, %v", e.kind, ErrFormat) }

func (e *foreignError) Unwrap() error { return ErrFormat }

// What to do about a file of another kind.
const (
	asJPEG  = "export it as JPEG or PNG"
	asPNG   = "export its page as SVG, or as PNG in the size of print"
	getAnew = "open the address in a browser, and save the picture itself"
)

// foreign are files that are met in place of pictures, by their first bytes.
var foreign = []struct {
	magic string
	foreignError
}{
	{"%PDF-", foreignError{"a PDF", asPNG}},
	{"%!PS", foreignError{"a PostScript file", asPNG}},
	{"\xc5\xd0\xd3\xc6", foreignError{"a PostScript file", asPNG}},
	{"8BPS", foreignError{"a Photoshop file", asJPEG}},
	{"\x00\x00\x00\x0cJXL ", foreignError{"a JPEG XL picture", asJPEG}},
	{"\xff\x0a", foreignError{"a JPEG XL picture", asJPEG}},
	{"\x00\x00\x00\x0cjP  ", foreignError{"a JPEG 2000 picture", asJPEG}},
	{"\x00\x00\x01\x00", foreignError{"an icon of Windows", asJPEG}},
	{"\x1a\x45\xdf\xa3", foreignError{"a video", "save a picture of it as JPEG"}},
	{"PK\x03\x04", foreignError{"a ZIP file or a document of an office program", "export the picture from it as JPEG or PNG"}},
	{"version https://git-lfs", foreignError{"a pointer of Git LFS to a picture", `run "git lfs pull"`}},
	{"\x00\x05\x16\x07", foreignError{"a companion file of macOS without the picture", "name the file without ._ before it"}},
}

// brands are the kinds of files that begin with a box "ftyp", by its brand (ISO/IEC
// 14496-12, section 4.3).
var brands = []struct {
	names string
	foreignError
}{
	{"avif avis", foreignError{"an AVIF picture", asJPEG}},
	{"heic heix heim heis hevc hevx mif1 msf1", foreignError{"a HEIC picture", asJPEG}},
	{"", foreignError{"a video", "save a picture of it as JPEG"}},
}

// foreignTo says what a file that is no picture is. The error is [ErrFormat] alone when
// that is not known.
func foreignTo(data []byte) error {
	for i := range foreign {
		if bytes.HasPrefix(data, []byte(foreign[i].magic)) {
			return &foreign[i].foreignError
		}
	}
	if len(data) >= 12 && string(data[4:8]) == "ftyp" {
		for i := range brands {
			if brands[i].names == "" || strings.Contains(brands[i].names, string(data[8:12])) {
				return &brands[i].foreignError
			}
		}
	}
	// A page has a declaration and comments first; one of a site begins within them.
	head := bytes.ToLower(data[:min(len(data), 1<<10)])
	if bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("<")) &&
		(bytes.Contains(head, []byte("<html")) || bytes.Contains(head, []byte("<!doctype html")) || bytes.Contains(head, []byte("<body"))) {
		return &foreignError{"a web page (HTML)", getAnew}
	}
	return ErrFormat
}
