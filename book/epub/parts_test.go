package epub

import (
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
)

// TestSummary says of a book what a reader who does not see it wants to know.
func TestSummary(t *testing.T) {
	for _, tt := range []struct {
		access Access
		want   string
	}{
		{Access{}, "no"},
		{Access{Images: true}, "undescribed"},
		{Access{Images: true, Described: true}, "described"},
		{Access{Described: true}, "no"},
		{Access{Pages: true}, "no pages"},
		{Access{Images: true, Evaluation: book.Accessibility{Summary: "As we say."}}, "As we say."},
	} {
		words := locale.For("en")
		parts := map[string]locale.Key{"no": locale.AccessNoImages, "undescribed": locale.AccessImagesUndescribed,
			"described": locale.AccessImagesDescribed, "pages": locale.AccessPageList}
		want := tt.want
		if tt.access.Evaluation.Summary == "" {
			list := []string{words.Word(locale.AccessReflowable), words.Word(locale.AccessStructure)}
			for _, name := range strings.Fields(tt.want) {
				list = append(list, words.Word(parts[name]))
			}
			want = strings.Join(list, " ")
		}
		if got := tt.access.summary(words); got != want {
			t.Errorf("%+v: got %q, want %q", tt.access, got, want)
		}
	}
}

func TestASCIIName(t *testing.T) {
	for name, want := range map[string]string{
		"01-ä b": "01-ue4-b", "": "x", "A_Z-09": "a_z-09", "a.b/c": "a-b-c", "漢": "u6f22", "{`@[": "----", "/:": "--",
		strings.Repeat("a", 80): strings.Repeat("a", 80), strings.Repeat("a", 81): strings.Repeat("a", 80),
	} {
		if got := asciiName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}

// TestSource links a source where it has an address that may be one.
func TestSource(t *testing.T) {
	for _, tt := range []struct {
		source book.Source
		want   string
	}{
		{book.Source{Name: "The Packet", URL: "https://example.org/a"}, `<p class="dateline"><a href="https://example.org/a">The Packet</a></p>`},
		{book.Source{URL: "https://example.org/a"}, `<p class="dateline"><a href="https://example.org/a">https://example.org/a</a></p>`},
		{book.Source{Name: "The Packet"}, `<p class="dateline">The Packet</p>`},
		{book.Source{Name: "The Packet", URL: "javascript:x"}, `<p class="dateline">The Packet</p>`},
	} {
		b := accessCase{}.book()
		b.Chapters()[0].Source = tt.source
		data, err := Encode(b, Options{Words: locale.For("en"), CSS: []byte("p { margin: 0 }"), Profile: book.Kindle, Cover: png, CoverType: "image/png"})
		if err != nil {
			t.Fatal(err)
		}
		files := unzip(t, data)
		if doc := files["EPUB/xhtml/"+docName(t, files, "c.")]; !strings.Contains(doc, tt.want) {
			t.Errorf("%+v: no %s in\n%s", tt.source, tt.want, doc)
		}
	}
}
