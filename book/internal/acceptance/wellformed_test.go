package acceptance

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/compile"
)

// parses fails unless the edition can be read by parsers that know nothing of
// the encoders.
func parses(t testing.TB, e compile.Edition) {
	t.Helper()
	var err error
	switch e.Format {
	case book.EPUB:
		_, err = readEPUB(e.Data)
	case book.PDF:
		err = parsePDF(e)
	default:
		err = fmt.Errorf("unknown format %q", e.Format)
	}
	if err != nil {
		t.Fatalf("%s: %v", e.Name, err)
	}
}

// A contentFile is an XHTML file of an EPUB.
type contentFile struct {
	name string
	data []byte
}

// readEPUB returns the documents of the spine in reading order. All XML in the
// container has to be well-formed.
func readEPUB(data []byte) ([]contentFile, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(r.File) == 0 || r.File[0].Name != "mimetype" || r.File[0].Method != zip.Store {
		return nil, fmt.Errorf("mimetype is not first and stored")
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		if files[f.Name] != nil {
			return nil, fmt.Errorf("two files %s", f.Name)
		}
		if files[f.Name], err = readZipped(f); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		if isXML(f.Name) {
			if err := wellFormed(files[f.Name]); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name, err)
			}
		}
	}
	return spine(files)
}

// unzip returns the files of an EPUB by their names.
func unzip(t testing.TB, epub []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(epub), int64(len(epub)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		if files[f.Name], err = readZipped(f); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func readZipped(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

func isXML(name string) bool {
	switch path.Ext(name) {
	case ".xhtml", ".xml", ".opf", ".ncx", ".svg":
		return true
	}
	return false
}

func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// spine returns the documents that the package document names in its spine.
func spine(files map[string][]byte) ([]contentFile, error) {
	var container struct {
		Root struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := xml.Unmarshal(files["META-INF/container.xml"], &container); err != nil {
		return nil, err
	}
	var opf struct {
		Items []struct {
			ID   string `xml:"id,attr"`
			Href string `xml:"href,attr"`
		} `xml:"manifest>item"`
		Refs []struct {
			ID string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	if err := xml.Unmarshal(files[container.Root.Path], &opf); err != nil {
		return nil, err
	}
	href := map[string]string{}
	for _, item := range opf.Items {
		href[item.ID] = path.Join(path.Dir(container.Root.Path), item.Href)
		if files[href[item.ID]] == nil {
			return nil, fmt.Errorf("%s is in the manifest and not in the container", item.Href)
		}
	}
	var list []contentFile
	for _, ref := range opf.Refs {
		name, ok := href[ref.ID]
		if !ok {
			return nil, fmt.Errorf("%s is in the spine and not in the manifest", ref.ID)
		}
		list = append(list, contentFile{name, files[name]})
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("the spine is empty")
	}
	return list, nil
}

// text returns the characters in the body of the document, but for the numbers of lines
// in a listing, which stand between its words.
func (d contentFile) text() (string, error) {
	var b strings.Builder
	body := 0
	dec := xml.NewDecoder(bytes.NewReader(d.data))
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return "", fmt.Errorf("%s: %w", d.name, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if body > 0 || tok.Name.Local == "body" {
				body++
			}
			number := slices.ContainsFunc(tok.Attr, func(a xml.Attr) bool { return a.Name.Local == "class" && a.Value == "line-number" })
			if tok.Name.Local == "math" {
				b.WriteString(formulaMark)
			}
			if tok.Name.Local == "math" || number {
				if err := dec.Skip(); err != nil {
					return "", fmt.Errorf("%s: %w", d.name, err)
				}
				body--
			}
		case xml.EndElement:
			if body > 0 {
				body--
			}
		case xml.CharData:
			if body > 0 {
				b.Write(tok)
			}
		}
	}
}
