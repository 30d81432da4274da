// Package mhtml reads the parts of a web page saved as one file (.mht, RFC
// 2557) and of a mail (.eml, RFC 5322): both are MIME.
//
// In: the bytes of the file. Out: a [File]: of a page its text, of a mail what its writer
// saw from above to below, with the encodings that are stated, and the files that came
// with it.
//
// Headers, boundaries and encodings are read as mail programs read them, which is with
// patience: what is broken is taken for what was meant.
//
// Invariant: the output is no larger than the input, but for pictures that have two
// addresses, which share their bytes.
//
// Invariant: parts are bounded in number and nesting.
package mhtml

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"octavo/book/ingest/draft"
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
	// Page is the text of a saved page, nil for a mail.
	Page *Text
	// Pieces are what a mail shows, in order.
	Pieces []Piece
	// Location is the address of the page, "" for a mail.
	Location string
	// Subject, From and Date are those of the header.
	Subject, From, Date string
	// Parts are the other files by their address: Content-Location, and "cid:"
	// with the Content-ID.
	Parts map[string][]byte
	// Names are the names of those files that have one, by the same address.
	Names map[string]string
	// Attached are the names of files that came with a mail, but for pictures.
	Attached []string
	// Header are Subject, From and Date as one text, a line each.
	Header draft.Words
}

// A Text is HTML or plain text with the encoding that it states.
type Text struct {
	Data    []byte
	HTML    bool
	Charset string // "" when it is not stated
	// Flowed says that a line that ends in a space goes on in the next one, and DelSp
	// that the space is not part of the text then (RFC 3676).
	Flowed, DelSp bool
	// Starts are where lines of the file begin in Data.
	Starts []draft.Start
}

// A Piece is a text of a mail, or a picture that stands between texts or was attached.
type Piece struct {
	// Plain and HTML are the two forms of a text; nil for one that there is not.
	Plain, HTML *Text
	// Picture is the address of a picture in the file's Parts, Name that of its file.
	Picture, Name string
	// Mail is a mail that was passed on as a file.
	Mail *File
}

// Read reads a page or mail, above which stand some lines of its file.
func Read(data []byte, above int) (*File, error) {
	r := &reader{}
	mail, more := whole(data)
	f, err := r.file(mail, origin{first: above + more}, 0)
	if err != nil {
		return nil, err
	}
	if f.Page == nil && !f.hasText() {
		if len(f.Attached) > 0 {
			return nil, fmt.Errorf("there is no text in it, but a file: save %q, and import it by itself", f.Attached[0])
		}
		return nil, errors.New("there is no text in it")
	}
	return f, nil
}

func (f *File) hasText() bool {
	for _, p := range f.Pieces {
		if p.Plain != nil || p.HTML != nil || p.Mail != nil {
			return true
		}
	}
	return false
}

// A reader counts the parts of a file and of the mails in it.
type reader struct{ parts int }

// file reads a page or mail, or a mail within one.
func (r *reader) file(data []byte, from origin, depth int) (*File, error) {
	h, body, ok := split(data)
	if !ok {
		return nil, errors.New("its header cannot be read")
	}
	f := &File{Parts: map[string][]byte{}, Names: map[string]string{}, Subject: words(h["subject"]), From: words(h["from"]), Date: h["date"], Location: h["snapshot-content-location"]}
	f.Header = fieldsOf(f, data, from)
	sender := strings.ToLower(f.From)
	saved := f.Location != "" || strings.HasPrefix(sender, "<") && strings.Contains(sender, "saved by")
	b := &builder{r, f, saved || h["from"] == "" && h["content-location"] != ""}
	if err := b.part(h, body, from.below(linesAbove(data, body)), depth); err != nil {
		return nil, err
	}
	if !b.saved && f.Location != "" {
		b.asPage()
	}
	return f, nil
}

// A builder gathers what one page or mail holds.
type builder struct {
	*reader
	file  *File
	saved bool // a browser saved a page
}

// asPage makes a page of a mail whose text has an address: a browser has saved it.
func (b *builder) asPage() {
	for i, p := range b.file.Pieces {
		if p.HTML != nil {
			b.file.Page, b.file.Pieces = p.HTML, append(b.file.Pieces[:i:i], b.file.Pieces[i+1:]...)
			return
		}
	}
}

// part reads a part, with the parts in it.
func (b *builder) part(h header, body []byte, from origin, depth int) error {
	if b.parts++; b.parts > maxParts || depth > maxDepth {
		return fmt.Errorf("more than %d parts, or nested more than %d deep", maxParts, maxDepth)
	}
	kind, params := media(h)
	if kind == "multipart/encrypted" || strings.HasSuffix(kind, "pkcs7-mime") {
		return errors.New("the mail is encrypted: open it in the mail program, and save its text or forward it without encryption")
	}
	if strings.HasPrefix(kind, "multipart/") {
		if parts := between(body, params["boundary"]); parts != nil {
			return b.several(kind, parts, from, depth)
		}
		kind = "text/plain"
		if len(bytes.TrimSpace(body)) == 0 || params["boundary"] == "" {
			return nil
		}
	}
	data, places := b.decode(h, body, from)
	if kind == "message/rfc822" || kind == "message/global" {
		return b.passedOn(data, decoded(data, places), depth)
	}
	if kind == "message/delivery-status" || kind == "text/calendar" || kind == "text/x-amp-html" || kind == "text/rfc822-headers" {
		return nil // for programs
	}
	b.leaf(h, kind, params, data, places)
	return nil
}

// passedOn reads a mail that was passed on as a file.
func (b *builder) passedOn(data []byte, from origin, depth int) error {
	if _, _, ok := split(data); !ok {
		return nil
	}
	f, err := b.reader.file(data, from, depth+1)
	if err != nil {
		return err
	}
	b.file.Pieces = append(b.file.Pieces, Piece{Mail: f})
	return nil
}

// several reads the parts of a part. Those of multipart/alternative are forms of one text:
// of several in a form the last is the best (RFC 2046, 5.1.4).
func (b *builder) several(kind string, parts []part, from origin, depth int) error {
	first := len(b.file.Pieces)
	for i, p := range parts {
		h, body, ok := split(p.data)
		if !ok {
			h, body = header{}, p.data
		}
		if kind == "multipart/signed" && i > 0 {
			break // the signature
		}
		if err := b.part(h, body, from.below(p.line+linesAbove(p.data, body)), depth+1); err != nil {
			return err
		}
	}
	if kind == "multipart/alternative" {
		b.file.Pieces = append(b.file.Pieces[:first:first], united(b.file.Pieces[first:])...)
	}
	return nil
}

// united makes one piece of the forms of a text. A form may have several parts itself, as
// Apple's mails have; then it has its pictures among them, and the plain form is left out.
func united(pieces []Piece) []Piece {
	var plain *Text
	var out []Piece
	html := 0
	for _, p := range pieces {
		switch {
		case p.HTML != nil:
			html++
			out = append(out, p)
		case p.Plain != nil && html == 0 && plain == nil:
			plain = p.Plain
		default:
			out = append(out, p)
		}
	}
	switch {
	case plain != nil && html == 1:
		for i := range out {
			if out[i].HTML != nil {
				out[i].Plain = plain
			}
		}
	case plain != nil && html == 0:
		out = append([]Piece{{Plain: plain}}, out...)
	}
	return out
}

// A part is what stands between two boundaries, and the number of lines above it.
type part struct {
	data []byte
	line int
}

// between returns the parts between boundaries. A last boundary that is missing, and space
// behind one, are forgiven; where none is stated, or another one stands there, the first
// line of two hyphens and more with a header below it is one.
func between(body []byte, boundary string) []part {
	mark := []byte("--" + boundary)
	if boundary == "" || !bytes.Contains(body, mark) {
		if mark = firstMark(body); mark == nil {
			return nil
		}
	}
	var parts []part
	from, first := -1, 0 // where the part at hand begins, and on which line; -1 above the first
	for at, n := 0, 1; at < len(body); n++ {
		end := len(body)
		if i := bytes.IndexByte(body[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if rest, ok := bytes.CutPrefix(body[at:end], mark); ok {
			rest = bytes.TrimSpace(rest)
			if last := bytes.HasPrefix(rest, []byte("--")); last || len(rest) == 0 {
				if from >= 0 {
					parts = append(parts, part{trimEnd(body[from:at]), first})
				}
				if from, first = end, n; last {
					return parts
				}
			}
		}
		at = end
	}
	if from >= 0 && from < len(body) {
		parts = append(parts, part{body[from:], first})
	}
	return parts
}

// trimEnd takes off the line end that belongs to the boundary below.
func trimEnd(data []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(data, []byte("\n")), []byte("\r"))
}

// firstMark returns the first line that looks like a boundary: a field of MIME is on the
// next line.
func firstMark(body []byte) []byte {
	for at := 0; at < len(body); {
		i := bytes.IndexByte(body[at:], '\n')
		if i < 0 {
			return nil
		}
		line := bytes.TrimSpace(body[at : at+i])
		at += i + 1
		if len(line) > 2 && bytes.HasPrefix(line, []byte("--")) && len(body)-at > 8 && bytes.EqualFold(body[at:at+8], []byte("content-")) {
			return line
		}
	}
	return nil
}
