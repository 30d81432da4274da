package extract

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"octavo/book"
)

// pixel is a PNG of one pixel.
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

// Pictures beside the page come along, those in it too; what is outside of its
// folder is not read, and what is on the web is not fetched.
func TestPictures(t *testing.T) {
	png, err := base64.StdEncoding.DecodeString(pixel)
	if err != nil {
		t.Fatal(err)
	}
	beside := map[string][]byte{"page_files/quay.png": png, "page_files/a b.png": append(png, 0), "more/quay.png": append(png, 1), "page_files/odd.php": png, "page_files/text.png": []byte("text")}
	for _, tt := range []struct{ name, src, want, warning string }{
		{"beside", "page_files/quay.png", "images/quay.png", ""},
		{"with a query", "./page_files/quay.png?w=600#x", "images/quay.png", ""},
		{"with a space", "page_files/a%20b.png", "images/a-b.png", ""},
		{"of another name", "page_files/odd.php", "images/odd.png", ""},
		{"in the page", "data:image/png;base64," + strings.Repeat(" ", 600) + pixel, "images/picture.png", ""},
		{"missing", "page_files/none.png", "images/none.png", "cannot be read"},
		{"no picture", "page_files/text.png", "images/text.png", "is in no format"},
		{"above", "../secret.png", "images/secret.png", "lies outside"},
		{"above in the middle", "page_files/../../secret.png", "images/secret.png", "lies outside"},
		{"absolute", "/etc/passwd", "images/passwd.jpg", "lies outside"},
		{"of the system", "file:///etc/passwd.png", "images/passwd.png", "lies outside"},
		{"of a drive", `C:\secret.png`, "images/picture.jpg", "lies outside"},
		{"on the web", "https://example.org/ferry.jpg", "images/ferry.jpg", "is not fetched"},
		{"on the web by the page's scheme", "//example.org/ferry.jpg", "images/ferry.jpg", "is not fetched"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := "<html><body><article><h1>The quay</h1><p>" + strings.Repeat("Nobody is on the quay at four. ", 10) +
				"</p><figure><img alt='A quay' src='" + tt.src + "'></figure><p>It is empty.</p></article></body></html>"
			var asked []string
			open := func(name string) ([]byte, error) {
				asked = append(asked, name)
				if data, ok := beside[name]; ok {
					return data, nil
				}
				return nil, errors.New("no such file")
			}
			results, err := Read("page.html", []byte(page), Options{Open: open})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, b := range results[0].Chapter.Body {
				if f, ok := b.(*book.Figure); ok {
					got = f.Image.Src
				}
			}
			if !strings.EqualFold(got, tt.want) {
				t.Errorf("src %q, want %q\n%s", got, tt.want, results[0].Markdown)
			}
			warned := ""
			for _, d := range results[0].Warnings {
				warned += d.Message
			}
			if (tt.warning == "") != (warned == "") || !strings.Contains(warned, tt.warning) {
				t.Errorf("warnings %q, want %q", warned, tt.warning)
			}
			if n := len(results[0].Pictures); (n == 1) != (tt.warning == "") {
				t.Errorf("%d pictures", n)
			}
			for _, name := range asked {
				if strings.Contains(name, "..") || strings.HasPrefix(name, "/") {
					t.Errorf("%q was opened", name)
				}
			}
		})
	}
}

// Two pictures of one name have a name each.
func TestPictureNames(t *testing.T) {
	png, _ := base64.StdEncoding.DecodeString(pixel)
	open := func(name string) ([]byte, error) { return append(png, name...), nil }
	page := "<article><p>" + strings.Repeat("Nobody is on the quay at four. ", 10) + "</p>" +
		"<figure><img alt=x src=a/quay.png></figure><p>and</p><figure><img alt=y src=b/quay.png></figure><p>and</p><figure><img alt=x src=a/quay.png></figure></article>"
	results, err := Read("page.html", []byte(page), Options{Open: open})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range results[0].Pictures {
		got = append(got, p.Path)
	}
	if strings.Join(got, " ") != "images/quay.png images/quay-2.png" {
		t.Errorf("%v\n%s", got, results[0].Markdown)
	}
}
