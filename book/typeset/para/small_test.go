package para

import (
	"testing"

	"octavo/book"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// TestSmallCapitals looks for letters that are neither small capitals of their face nor made,
// and reads the text, which is that of the small letters.
func TestSmallCapitals(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		italic     bool
	}{{"de", "Auflage", false}, {"ru", "Вода", false}, {"en", "Office źdźbło ß", true}, {"kk-Latn", "qazaq tili", false}} {
		s := bare(t, tt.lang)
		p := s.paragraph(s.theme.Style(theme.Paragraph))
		lk := p.styled(book.SmallCaps, s.Look(p.style, tt.lang, s.elem))
		if tt.italic {
			lk = p.styled(book.Emphasis, lk)
		}
		p.Plain(tt.text, lk)
		got := ""
		for _, sp := range p.spans {
			text := string(p.buf[sp.start:sp.end])
			got += text
			f := p.looks[sp.look].Font
			if f.smallCaps && !s.smallCapitals(f, text) {
				t.Errorf("%s: %q has no small capitals, and none are made", tt.text, text)
			}
			if f.made && f.Size >= lk.Font.Size {
				t.Errorf("%s: %q is made as large as capitals", tt.text, text)
			}
		}
		if got != tt.text {
			t.Errorf("the text of %q is %q", tt.text, got)
		}
	}
}

// TestCapsOfLanguage reads what a style that sets capitals makes of text.
func TestCapsOfLanguage(t *testing.T) {
	s := bare(t, "tr")
	style := *s.theme.Style(theme.Paragraph)
	style.Caps = true
	p := s.paragraph(&style)
	p.Add([]book.Inline{
		&book.Text{Value: "kıyı izi "},
		&book.Span{Lang: "en", Content: []book.Inline{&book.Text{Value: "thin "}}},
		&book.Span{Lang: "el", Content: []book.Inline{&book.Text{Value: "ψάρι"}}},
	}, s.Look(&style, "tr", s.elem))
	if got, want := string(p.buf), "KIYI İZİ THIN ΨΑΡΙ"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if text := s.Artifact("izi", &style, 0, "tr"); document.TextOf(text) != "İZİ" {
		t.Errorf("a running head is %s", document.TextOf(text))
	}
}

// TestMadeHeight compares small capitals that are made with those that the upright of their
// family has.
func TestMadeHeight(t *testing.T) {
	for _, name := range []string{"classic", "press"} {
		s := themed(t, name, "ru")
		p := s.paragraph(s.theme.Style(theme.Paragraph))
		own := p.styled(book.SmallCaps, s.Look(p.style, "ru", s.elem)).Font
		key := own.FontKey
		key.italic = true
		made := s.Font(s.madeKey(s.Font(key)))
		want, _, _ := ink(s.Word(own, "h"), own.Size)
		got, _, _ := ink(s.Word(made, "h"), made.Size)
		if got < want*97/100 || got > want*103/100 {
			t.Errorf("%s: made small capitals are %s high, real ones %s", name, got, want)
		}
	}
}
