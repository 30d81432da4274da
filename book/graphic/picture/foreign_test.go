package picture

import (
	"errors"
	"strings"
	"testing"
)

// TestForeign says what files are that have the name of a picture.
func TestForeign(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "it is a HEIC picture, not a PNG"},
		{"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "it is a HEIC picture, not a PNG"},
		{"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00mif1", "it is an AVIF picture, not a PNG"},
		{"\x00\x00\x00\x1cftypisom\x00\x00\x00\x00", "it is a video, not a PNG"},
		{"%PDF-1.7\n", "it is a PDF, not a PNG"},
		{"8BPS\x00\x01", "it is a Photoshop file, not a PNG"},
		{"\xff\x0a\x00", "it is a JPEG XL picture, not a PNG"},
		{"PK\x03\x04", "it is a ZIP file"},
		{"\xef\xbb\xbf\n<!DOCTYPE html><title>404</title>", "it is a web page (HTML), not a PNG"},
		{"<!-- cached --><HTML><body>Not found", "it is a web page (HTML), not a PNG"},
		{"version https://git-lfs.github.com/spec/v1\n", "it is a pointer of Git LFS"},
		{"words", "not a PNG"},
		{"", "the file is empty"},
	} {
		_, err := Probe("a.jpg", []byte(c.data))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.12q: %v, want %s", c.data, err, c.want)
		}
		if c.data != "" && (!errors.Is(err, ErrFormat) || Hint(err) == "") {
			t.Errorf("%.12q: %v, hint %q", c.data, err, Hint(err))
		}
	}
}
