package acceptance

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostileImages are pictures.
func hostileImages() []hostile {
	picture := func(name, file string, data func(t testing.TB) string) hostile {
		return hostile{name: "image/" + name, make: func(t testing.TB, dir string) {
			one("![alt]("+file+"){credit=\"C\"}\n").with(file, data(t)).writeTo(t, dir)
		}}
	}
	fixed := func(name, file, data string) hostile {
		return picture(name, file, func(testing.TB) string { return data })
	}
	all := []hostile{
		{name: "image/every kind", make: everyImage},
		fixed("empty", "p.png", ""),
		fixed("words", "p.png", "this is no picture"),
		fixed("page", "p.jpg", "<!DOCTYPE html><title>404</title>"),
		fixed("archive", "p.png", "PK\x03\x04\x14\x00\x00\x00"),
		fixed("pdf", "p.png", "%PDF-1.7\n"),
		fixed("signature alone png", "p.png", "\x89PNG\r\n\x1a\n"),
		fixed("signature alone jpeg", "p.jpg", "\xff\xd8\xff"),
		fixed("signature alone gif", "p.gif", "GIF89a"),
		fixed("signature alone webp", "p.webp", "RIFF\x00\x00\x00\x00WEBPVP8L"),
		fixed("signature alone tiff", "p.tiff", "II*\x00\x08\x00\x00\x00"),
		fixed("signature alone bmp", "p.bmp", "BM"+strings.Repeat("\x00", 40)),
		fixed("101 megapixels", "p.png", pngHeader(10_100, 10_000)),
		fixed("four thousand megapixels", "p.png", pngHeader(0x7fffffff, 0x7fffffff)),
		fixed("no width", "p.png", pngHeader(0, 10)),
		fixed("jpeg of 65535 by 65535", "p.jpg", "\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9"),
		fixed("gif of 65535 by 65535", "p.gif", "GIF89a\xff\xff\xff\xff\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"),
		fixed("tiff whose directory is itself", "p.tiff", "II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00"),
		fixed("bmp of 2 billion rows", "p.bmp", "BM"+string(make([]byte, 8))+"\x36\x00\x00\x00\x28\x00\x00\x00\xff\xff\xff\x7f\xff\xff\xff\x7f\x01\x00\x18\x00"+string(make([]byte, 24))),
		picture("wrong check sum", "p.png", func(t testing.TB) string { return strings.Replace(sample(t, "plain.png"), "IDAT", "IDAT\x00", 1) }),
		picture("png in a jpeg's name", "p.jpg", func(t testing.TB) string { return sample(t, "plain.png") }),
		picture("name without an ending", "picture", func(t testing.TB) string { return sample(t, "plain.jpg") }),
		picture("bytes after the end", "p.png", func(t testing.TB) string { return sample(t, "plain.png") + noise(7, 5000) }),
		picture("unknown kind of tiff", "p.tiff", func(t testing.TB) string { return sample(t, "cmyk.tiff") }),
		fixed("good frame and bad pixels", "p.png", pngHeader(20, 20)),
		picture("one pixel", "p.png", blank(1, 1)),
		picture("one row", "p.png", blank(20_000, 1)),
		picture("one column", "p.png", blank(1, 20_000)),
		picture("gif frame outside", "p.gif", gifOutside),
		picture("jpeg with bytes between segments", "p.jpg", func(t testing.TB) string {
			return strings.Replace(sample(t, "plain.jpg"), "\xff\xda", "\x01\x02\xff\xda", 1)
		}),
		picture("jpeg with zeros after its codes", "p.jpg", func(t testing.TB) string {
			data := sample(t, "plain.jpg")
			return data[:len(data)-2] + strings.Repeat("\x00", 500) + "\xff\xd9"
		}),
		picture("jpeg with an unknown marker", "p.jpg", func(t testing.TB) string {
			return strings.Replace(sample(t, "plain.jpg"), "\xff\xda", "\xff\x04\x00\x02\xff\xda", 1)
		}),
		picture("jpeg of two thousand scans", "p.jpg", func(t testing.TB) string {
			data := sample(t, "progressive.jpg")
			last := strings.LastIndex(data, "\xff\xda")
			return data[:len(data)-2] + strings.Repeat(data[last:len(data)-2], 2000) + "\xff\xd9"
		}),
		fixed("64 megapixels of 16 bits interlaced", "p.png", strings.Replace(pngHeader(8000, 8000), pngHeader(8000, 8000)[8:33], chunk([]byte("IHDR\x00\x00\x1f\x40\x00\x00\x1f\x40\x10\x02\x00\x00\x01")), 1)),
		picture("98 megapixels in 100 kB", "p.png", blank(9_900, 9_900)).slowly(),
		{name: "image/lead figure is broken", make: func(t testing.TB, dir string) {
			one("Text.\n").with("p.png", "no").with("a.md",
				"---\ntitle: One\ndate: 2025-11-01\nauthors: [{name: A}]\nimage: {src: p.png, alt: a}\n---\nText.\n").writeTo(t, dir)
		}},
		{name: "image/cover is broken", make: func(t testing.TB, dir string) {
			one("Text.\n").with("c.jpg", sample(t, "plain.jpg")[:200]).with("book.yaml", manifest("a.md")+"cover: c.jpg\n").writeTo(t, dir)
		}},
		{name: "image/cover is tiny", make: func(t testing.TB, dir string) {
			one("Text.\n").with("c.jpg", sample(t, "plain.jpg")).with("book.yaml", manifest("a.md")+"cover: c.jpg\n").writeTo(t, dir)
		}},
		{name: "image/cover is cmyk", make: func(t testing.TB, dir string) {
			one("Text.\n").with("c.jpg", sample(t, "cmyk.jpg")).with("book.yaml", manifest("a.md")+"cover: c.jpg\n").writeTo(t, dir)
		}},
		{name: "image/cover is svg", make: func(t testing.TB, dir string) {
			one("Text.\n").with("c.svg", drawing(`<rect width="10" height="10"/>`)).with("book.yaml", manifest("a.md")+"cover: c.svg\n").writeTo(t, dir)
		}},
		{name: "image/one picture a thousand times", make: func(t testing.TB, dir string) {
			one(strings.Repeat("![alt](p.jpg){credit=\"C\" width=10%}\n\n", 1000)).with("p.jpg", sample(t, "plain.jpg")).writeTo(t, dir)
		}},
		{name: "image/widths", make: func(t testing.TB, dir string) {
			var b strings.Builder
			for _, w := range []string{"0%", "1%", "100%", "101%", "-5%", "50", "1e9%", "99999999999999999999%", "60px", "", "NaN%", "33.3%"} {
				fmt.Fprintf(&b, "![alt](p.jpg){credit=\"C\" width=%s}\n\n", w)
			}
			one(b.String()).with("p.jpg", sample(t, "plain.jpg")).writeTo(t, dir)
		}},
		{name: "image/within lines", make: func(t testing.TB, dir string) {
			one("A ![one](p.jpg) and ![](p.jpg) in a line, [![linked](p.jpg)](http://example.org/).\n\n- ![in a list](p.jpg)\n\n> ![in a quote](p.jpg)\n\n| ![in a cell](p.jpg) |\n| --- |\n| ![in a row](p.jpg) |\n\n## ![in a heading](p.jpg)\n").
				with("p.jpg", sample(t, "plain.jpg")).writeTo(t, dir)
		}},
	}
	for seed := range uint64(2) {
		for _, magic := range []struct{ name, bytes string }{
			{"png", "\x89PNG\r\n\x1a\n"}, {"jpeg", "\xff\xd8\xff"}, {"gif", "GIF89a"}, {"webp", "RIFF\x00\x20\x00\x00WEBP"}, {"tiff", "MM\x00*"}, {"bmp", "BM"}, {"svg", "<svg "}, {"nothing", ""},
		} {
			all = append(all, fixed(fmt.Sprintf("noise %d after %s", seed, magic.name), "p.img", magic.bytes+noise(seed+50, 4096)))
		}
	}
	return append(all, cut()...)
}

// cut are the sample images cut short at each eighth, one book for each image.
func cut() []hostile {
	paths, err := filepath.Glob("testdata/images/*")
	if err != nil || len(paths) == 0 {
		panic("no images in testdata")
	}
	var all []hostile
	for _, path := range paths {
		name := filepath.Base(path)
		all = append(all, hostile{name: "image/cut " + name, make: func(t testing.TB, dir string) {
			data := sample(t, name)
			f := one("")
			var text strings.Builder
			for i := range 8 {
				file := fmt.Sprintf("%d-%s", i, name)
				f.with(file, data[:len(data)*i/8])
				fmt.Fprintf(&text, "![alt](%s){credit=\"C\"}\n\n", file)
			}
			f.with("a.md", article("One", text.String())).writeTo(t, dir)
		}})
	}
	return all
}

// everyImage is a book with each of the sample images, all of which are good.
func everyImage(t testing.TB, dir string) {
	entries, err := os.ReadDir("testdata/images")
	if err != nil {
		t.Fatal(err)
	}
	f := one("")
	var text strings.Builder
	for _, e := range entries {
		if e.Name() == "cmyk.tiff" {
			continue // one that the decoder does not know
		}
		f.with("images/"+e.Name(), sample(t, e.Name()))
		fmt.Fprintf(&text, "![A test card](images/%s \"%s\"){credit=\"Octavo\"}\n\n", e.Name(), e.Name())
	}
	f.with("a.md", article("One", text.String())).writeTo(t, dir)
}

// pngHeader is a PNG file that promises an area and holds no pixel of it.
func pngHeader(width, height uint32) string {
	head := []byte("IHDR")
	head = binary.BigEndian.AppendUint32(head, width)
	head = binary.BigEndian.AppendUint32(head, height)
	head = append(head, 8, 2, 0, 0, 0)
	return "\x89PNG\r\n\x1a\n" + chunk(head) + chunk([]byte("IDAT\x78\x9c\x03\x00\x00\x00\x00\x01")) + chunk([]byte("IEND"))
}

func chunk(body []byte) string {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)-4))
	out = append(out, body...)
	return string(binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(body)))
}

// blank is a PNG in one colour.
func blank(width, height int) func(testing.TB) string {
	return func(t testing.TB) string {
		m := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White, color.Black})
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
}

// gifOutside is a GIF whose first frame does not lie within its area.
func gifOutside(t testing.TB) string {
	p := color.Palette{color.White, color.Black}
	var b bytes.Buffer
	err := gif.EncodeAll(&b, &gif.GIF{
		Image:  []*image.Paletted{image.NewPaletted(image.Rect(5, 5, 10, 10), p), image.NewPaletted(image.Rect(0, 0, 3, 3), p)},
		Delay:  []int{0, 0},
		Config: image.Config{ColorModel: p, Width: 10, Height: 10},
	})
	if err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	binary.LittleEndian.PutUint16(data[6:], 4) // the area's width, now less than the frame's
	return string(data)
}
