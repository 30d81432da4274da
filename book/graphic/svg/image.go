package svg

import (
	"bytes"
	"encoding/base64"
	"image"
	_ "image/gif" // the formats that reading systems show within a drawing
	_ "image/jpeg"
	_ "image/png"
	"net/url"
	"strings"

	"octavo/book/graphic/drawing"
)

// maxPicturePixels bounds a picture within a drawing: it is generous, a page of 11 by 16
// inches at 300 to the inch.
const maxPicturePixels = 16_000_000

// image draws the picture that a file has within it. A reference to another file is told.
func (p *parser) image(n *node, s style, m drawing.Matrix) []drawing.Item {
	f, seen := p.pictures[n]
	if !seen {
		if f = embedded(href(n)); f != nil {
			if _, _, err := image.Decode(bytes.NewReader(f.Data)); err != nil {
				f = nil
			}
		}
		p.pictures[n] = f
	}
	if f == nil {
		p.note(n, "<image> without a sound PNG, JPEG or GIF within it is not drawn")
		return nil
	}
	if p.items++; s.hidden {
		return nil
	}
	w, h := p.x(n, "width", &s), p.y(n, "height", &s)
	own := viewBox{0, 0, drawing.Int(f.Width), drawing.Int(f.Height)}
	switch { // a side that is missing follows from the other
	case w <= 0 && h <= 0:
		w, h = own.w, own.h
	case w <= 0:
		w = h.Scale(own.w, own.h)
	case h <= 0:
		h = w.Scale(own.h, own.w)
	}
	m = m.Mul(drawing.Translate(p.x(n, "x", &s), p.y(n, "y", &s)))
	t, slice := fit(own, w, h, n.Get("preserveAspectRatio"))
	items := []drawing.Item{&drawing.Picture{File: f, Transform: m.Mul(t).Mul(drawing.Scale(own.w, own.h))}}
	if slice {
		frame := drawing.Rect(0, 0, w, h)
		items = []drawing.Item{&drawing.Group{Items: items, Opacity: drawing.Opaque, Clip: &drawing.Clip{Path: frame.Transform(m)}}}
	}
	return items
}

// embedded returns the picture that an address holds, nil for one that leads elsewhere or
// is none.
func embedded(address string) *drawing.File {
	head, body, ok := strings.Cut(strings.TrimSpace(address), ",")
	if !ok || len(head) < 5 || !strings.EqualFold(head[:5], "data:") {
		return nil
	}
	var data []byte
	if strings.HasSuffix(strings.ToLower(head), ";base64") {
		// Programs break the lines, and some escape the signs that addresses do not have.
		body = strings.NewReplacer("%2B", "+", "%2b", "+", "%2F", "/", "%2f", "/", "%3D", "=", "%3d", "=").Replace(body)
		body = strings.Join(strings.Fields(body), "")
		data, _ = base64.RawStdEncoding.DecodeString(strings.TrimRight(body, "="))
	} else if text, err := url.PathUnescape(body); err == nil {
		data = []byte(text)
	}
	c, format, err := image.DecodeConfig(bytes.NewReader(data))
	known := format == "png" || format == "jpeg" || format == "gif" // others may be registered
	if err != nil || !known || c.Width <= 0 || c.Height <= 0 || c.Width > maxPicturePixels/c.Height {
		return nil
	}
	return &drawing.File{Data: data, Type: "image/" + format, Width: c.Width, Height: c.Height}
}
