package mhtml

import (
	"bytes"
	"strconv"
	"strings"

	"octavo/book/ingest/draft"
)

// leaf takes a part that is a file. The first HTML of a saved page is the page, and
// further ones are its frames. Of a mail each text is a piece, unless it was attached.
func (b *builder) leaf(h header, kind string, params map[string]string, data []byte, places []draft.Start) {
	f := b.file
	disposition, more := typed(h["content-disposition"])
	name := words(more["filename"])
	if name == "" {
		name = words(params["name"])
	}
	location := h["content-location"]
	html := kind == "text/html" || kind == "application/xhtml+xml"
	attached := disposition == "attachment" || name != "" && !b.saved && location == ""
	if (html || kind == "text/plain" || kind == "text/enriched") && !attached && len(data) > 0 {
		t := &Text{Data: data, HTML: html, Charset: params["charset"], Flowed: strings.EqualFold(params["format"], "flowed"), DelSp: strings.EqualFold(params["delsp"], "yes"), Starts: places}
		if b.text(t) {
			if f.Location == "" && html {
				f.Location = location
			}
			return
		}
	}
	if location != "" {
		f.Parts[location] = data
	}
	id := strings.Trim(h["content-id"], "<> ")
	if id != "" {
		f.Parts["cid:"+id] = data
		f.Names["cid:"+id] = name
	}
	if b.saved || location != "" && disposition == "" {
		return
	}
	b.attach(kind, name, id, disposition, data)
}

// text takes a text, false when the page has one already.
func (b *builder) text(t *Text) bool {
	f := b.file
	switch {
	case !b.saved && t.HTML:
		f.Pieces = append(f.Pieces, Piece{HTML: t})
	case !b.saved:
		f.Pieces = append(f.Pieces, Piece{Plain: t})
	case f.Page == nil || !f.Page.HTML && t.HTML:
		f.Page = t
	default:
		return false
	}
	return true
}

// attach takes a file that came with a mail: a picture becomes a piece where it stands,
// and what only programs read is passed over.
func (b *builder) attach(kind, name, id, disposition string, data []byte) {
	f := b.file
	low := strings.ToLower(name)
	switch {
	case strings.HasPrefix(kind, "application/pkcs7") || strings.HasPrefix(kind, "application/x-pkcs7") || kind == "application/pgp-signature" || kind == "application/pgp-keys" ||
		strings.HasSuffix(low, ".p7s") || strings.HasSuffix(low, ".vcf") || strings.HasSuffix(low, ".ics"):
	case isPicture(kind, low):
		address := "cid:" + id
		if id == "" {
			address = "attached:" + strconv.Itoa(len(f.Parts)) + "/" + name
			f.Parts[address] = data
		}
		f.Pieces = append(f.Pieces, Piece{Picture: address, Name: name})
	case name != "" && (id == "" || disposition == "attachment"):
		f.Attached = append(f.Attached, name)
	}
}

func isPicture(kind, name string) bool {
	if strings.HasPrefix(kind, "image/") {
		return true
	}
	for _, end := range []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".svg"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// fieldsOfMail are fields that mails have and texts have not, in lower case.
var fieldsOfMail = map[string]bool{"mime-version": true, "message-id": true, "received": true, "return-path": true, "delivered-to": true, "x-mailer": true, "dkim-signature": true,
	"user-agent": true, "x-original-to": true, "arc-seal": true, "content-transfer-encoding": true, "x-apparently-to": true, "x-gm-thrid": true, "x-mozilla-status": true}

// Is reports whether data begins with the header of such a file: at least two fields, one of
// which texts have not.
func Is(data []byte) bool {
	mail, _ := whole(data[:min(len(data), 64<<10)]) // by eye: mail servers add up to ten kilobytes of fields
	h, _, ok := split(mail)
	if !ok || len(h) < 2 {
		return false
	}
	for name := range h {
		if fieldsOfMail[strings.TrimPrefix(name, "again ")] {
			return true
		}
	}
	return false
}

// IsPlain reports whether data begins with the header of a mail as simple programs write it,
// with nothing but who sent it, to whom, when, on what and what its text is. named says that the
// file is called a mail; else the header has to say what the text is, which people do not write.
func IsPlain(data []byte, named bool) bool {
	mail, _ := whole(data[:min(len(data), 64<<10)])
	h, _, ok := split(mail)
	if !ok || len(h["from"]) == 0 {
		return false
	}
	n := 0
	for _, name := range []string{"to", "subject", "date"} {
		if len(h[name]) > 0 {
			n++
		}
	}
	return n > 0 && (named || len(h["content-type"]) > 0)
}

// whole returns a mail without what programs keep before it: the number of its bytes, in
// Apple's .emlx files, with the property list behind it, and byte order marks. It returns
// the number of lines above it, too.
func whole(data []byte) (mail []byte, above int) {
	mail = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), "\r\n")
	above = linesAbove(data, mail)
	line, rest, ok := bytes.Cut(mail, []byte("\n"))
	n, err := strconv.Atoi(string(bytes.TrimSpace(line)))
	if !ok || err != nil || n <= 0 {
		return mail, above
	}
	return rest[:min(n, len(rest))], above + 1
}

// A Mail is one of a mailbox, and the number of lines above it.
type Mail struct {
	Data  []byte
	Above int
}

// Mails returns the mails of a mailbox (RFC 4155), each of which a line "From " begins; nil
// when the file is none. Programs do not agree on what stands in that line: only that a header
// follows is asked of it.
func Mails(file []byte) []Mail {
	data := bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")), "\r\n")
	if !bytes.HasPrefix(data, []byte("From ")) {
		return nil
	}
	var out []Mail
	var mail Mail
	blank := true
	for at, n := 0, linesAbove(file, data)+1; at < len(data); n++ {
		end := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		line := data[at:end]
		if blank && bytes.HasPrefix(line, []byte("From ")) && begins(data[end:]) {
			if len(mail.Data) > 0 {
				out = append(out, mail)
			}
			mail = Mail{Above: n}
		} else {
			if t := bytes.TrimLeft(line, ">"); len(t) < len(line) && bytes.HasPrefix(t, []byte("From ")) {
				line = line[1:]
			}
			mail.Data = append(mail.Data, line...)
		}
		blank = len(bytes.TrimSpace(line)) == 0
		at = end
	}
	if len(mail.Data) > 0 {
		out = append(out, mail)
	}
	return out
}

// IsMailbox reports whether data is a mailbox: above the header of its first mail stands a
// line that no writer puts there, so that the fields which every mail has are enough.
func IsMailbox(data []byte) bool {
	top := data[:min(len(data), 64<<10)] // as much as [Is] reads
	if line, _, _ := bytes.Cut(top, []byte("\n")); bytes.HasSuffix(bytes.TrimSpace(line), []byte("Mon Sep 17 00:00:00 2001")) {
		return false // Git writes this date above a patch, whenever that was made
	}
	mails := Mails(top)
	return mails != nil && (Is(mails[0].Data) || IsPlain(mails[0].Data, true))
}

// begins reports whether a field of a header begins data.
func begins(data []byte) bool {
	line, _, _ := bytes.Cut(data[:min(len(data), 200)], []byte("\n"))
	key, _, ok := bytes.Cut(line, []byte(":"))
	return ok && isName(key)
}
