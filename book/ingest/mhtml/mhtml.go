// Package mhtml reads the parts of a web page saved as one file (.mht, RFC
// 2557) and of a mail (.eml, RFC 5322): both are MIME.
//
// In: the bytes of the file. Out: a [File]: its text, as HTML or plain, with the
// encoding that it states, and the files that came with it.
//
// Invariant: the output is no larger than the input, but for pictures that have two
// addresses, which share their bytes.
//
// Invariant: parts are bounded in number and nesting.
package mhtml

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// Bounds on a file. They are generous: a mail nests three deep, and a saved page has a
// few hundred parts.
const (
	maxDepth  = 8
	maxParts  = 4_000
	maxHeader = 1 << 20 // bytes of one header
)

// A File is what a page or mail holds.
type File struct {
	// Text is the article, in HTML if HTML says so.
	Text    []byte
	HTML    bool
	Charset string // "" when it is not stated
	// Location is the address of the page, "" for a mail.
	Location string
	// Subject and From are those of the header.
	Subject, From string
	// Saved says that a browser saved a page.
	Saved bool
	// Parts are the other files by their address: Content-Location, and "cid:"
	// with the Content-ID.
	Parts map[string][]byte
	// Attached are the names of files that came with a mail.
	Attached []string
}

// Is reports whether data begins with the header of such a file.
func Is(data []byte) bool {
	head := data[:min(len(data), 8<<10)] // by eye: mail servers add two or three kilobytes of fields
	head = bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n"))
	if end := bytes.Index(head, []byte("\n\n")); end >= 0 {
		head = head[:end]
	}
	mime, typed := false, false
	for i, line := range bytes.Split(head, []byte("\n")) {
		name, _, ok := bytes.Cut(line, []byte(":"))
		switch {
		case len(line) > 0 && (line[0] == ' ' || line[0] == '\t') && i > 0:
			continue
		case !ok || bytes.ContainsAny(name, " \t<") || len(name) == 0:
			return mime && typed && i > 2 // the bound may have cut this line
		}
		mime = mime || bytes.EqualFold(name, []byte("MIME-Version"))
		typed = typed || bytes.EqualFold(name, []byte("Content-Type"))
	}
	return mime && typed
}

// Read reads a page or mail.
func Read(data []byte) (*File, error) {
	r := &reader{file: &File{Parts: map[string][]byte{}}}
	header, body, err := split(data)
	if err != nil {
		return nil, err
	}
	f := r.file
	f.Subject, f.From = word(header.Get("Subject")), word(header.Get("From"))
	f.Location = header.Get("Snapshot-Content-Location")
	f.Saved = f.Location != "" || strings.HasPrefix(f.From, "<Saved by") || strings.HasPrefix(f.From, "<") && strings.Contains(strings.ToLower(f.From), "saved by")
	if err := r.part(header, bytes.NewReader(body), 0); err != nil {
		return nil, err
	}
	if f.Text == nil {
		return nil, errors.New("there is no text in it")
	}
	return f, nil
}

// split parts the header from what follows it.
func split(data []byte) (textproto.MIMEHeader, []byte, error) {
	in := bytes.NewReader(data)
	buffered := bufio.NewReader(io.LimitReader(in, maxHeader))
	header, err := textproto.NewReader(buffered).ReadMIMEHeader()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, errors.New("its header cannot be read")
	}
	return header, data[len(data)-in.Len()-buffered.Buffered():], nil
}

// word decodes the encoded words of a header (RFC 2047).
func word(s string) string {
	var d mime.WordDecoder
	if t, err := d.DecodeHeader(s); err == nil {
		return t
	}
	return s
}

type reader struct {
	file  *File
	parts int
}

// part reads a part of the file, with the parts in it.
func (r *reader) part(header textproto.MIMEHeader, body io.Reader, depth int) error {
	if r.parts++; r.parts > maxParts || depth > maxDepth {
		return fmt.Errorf("more than %d parts, or nested more than %d deep", maxParts, maxDepth)
	}
	kind, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain" // RFC 2045, 5.2
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		return r.several(multipart.NewReader(body, params["boundary"]), depth)
	}
	data, err := io.ReadAll(decoder(header.Get("Content-Transfer-Encoding"), body))
	if err != nil && len(data) == 0 {
		return nil // a part that is damaged is not there
	}
	r.leaf(header, kind, params["charset"], data)
	return nil
}

func (r *reader) several(parts *multipart.Reader, depth int) error {
	for {
		p, err := parts.NextRawPart()
		if err != nil {
			return nil // the end, or damage: what was read is there
		}
		if err := r.part(p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

func decoder(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// leaf takes a part that is a file. The first HTML of a saved page is the page, and
// further ones are its frames. Of a mail the plain text is taken, as its author wrote it;
// HTML serves where there is no plain text.
func (r *reader) leaf(header textproto.MIMEHeader, kind, charset string, data []byte) {
	f := r.file
	disposition, params, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	location := header.Get("Content-Location")
	text := kind == "text/plain" || kind == "text/html" || kind == "application/xhtml+xml"
	if text && disposition != "attachment" && (f.Text == nil || f.HTML && !f.Saved && kind == "text/plain") {
		f.Text, f.HTML, f.Charset = data, kind != "text/plain", charset
		if f.Location == "" {
			f.Location = location
		}
		return
	}
	if location != "" {
		f.Parts[location] = data
	}
	if id := strings.Trim(header.Get("Content-ID"), "<> "); id != "" {
		f.Parts["cid:"+id] = data
	} else if name := word(params["filename"]); name != "" && location == "" {
		f.Attached = append(f.Attached, name)
	}
}
