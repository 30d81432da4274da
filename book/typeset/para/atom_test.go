package para

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/base/unit"
	"octavo/book/typeset/theme"
)

// gapsOf tells the atoms of a text and what stands between them: a space, "~" for one that is
// not broken at, "|" for a break with its cost, "." for Han beside Han, ":" for Han beside
// Latin, "^" for marks that meet, "-" for a soft hyphen and "+" for nothing.
func gapsOf(t *testing.T, lang, text string) string {
	t.Helper()
	s := bare(t, lang)
	style := s.theme.Style(theme.Paragraph)
	p := s.paragraph(style)
	p.Add([]book.Inline{&book.Text{Value: text}}, s.Look(style, lang, s.elem))
	p.measure = 1000 * unit.Inch
	p.prepare()
	p.advance(1 << 20)
	var b strings.Builder
	for i, a := range p.atoms {
		b.WriteString(p.text[a.start:a.end])
		if i+1 == len(p.atoms) {
			break
		}
		b.WriteString(map[gap]string{joined: "+", spaced: " ", tied: "~", airy: ".", seam: ".", between: ":", meeting: "^", soft: "-", broken: "|"}[a.gap])
		if a.cost > 0 {
			fmt.Fprintf(&b, "%d ", a.cost)
		}
	}
	return b.String()
}

// TestGaps checks where lines may end, and at what cost.
func TestGaps(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "one two", "one two"},
		{"en", " one\ttwo\nthree ", "one two three"},
		{"en", "10\u00a0km on", "10~km on"},
		{"en", "10\u00a0 km", "10 km"},
		{"en", "well-known", "well-|40 known"},
		{"en", "well\u2010known", "well\u2010|40 known"},
		{"en", "here—there", "here+—|20 there"},
		{"en", "here –there", "here –|20 there"},
		{"en", "here – there", "here 300 – there"},
		{"en", "here — there", "here 300 — there"},
		{"en", "and/or", "and/|60 or"},
		{"en", "名前", "名.前"},
		{"zh", "名前", "名.前"},
		{"ja", "東Aと", "東:A:と"},
		{"ja", "東1", "東:1"},
		{"en", "東A", "東|A"},
		{"ko", "東A", "東|A"},
		{"zh", "了。「好", "了。^「好"},
		{"zh", "了。好", "了。.好"},
		{"zh", "好「了", "好.「了"},
		{"ko", "한국", "한|120 국"},
		{"th", "กินข้าว", "กิน.ข้าว"},
		{"th", "เด็ก ๆ", "เด็ก~ๆ"},
		{"en", "see @ferryboat", "see @ferryboat"},
		{"en", "ann@example.org", "ann@|120 example|120 .org"},
		{"en", "https://a.example/tide-tables", "https://|120 a.example/|120 tide-tables"},
		{"en", "a://b.c", "a://b.c"},
	} {
		if got := gapsOf(t, tt.lang, tt.text); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

// TestSpaces counts the white that a text begins with, and finds the next.
func TestSpaces(t *testing.T) {
	for _, tt := range []struct {
		s         string
		n         int
		breakable bool
		until     int
	}{
		{"a b", 0, false, 1}, {"  a", 2, true, 0}, {"\t\n\r a", 4, true, 0}, {"\u00a0a", 2, false, 0}, {"\u00a0 \u00a0a", 5, true, 0},
		{"", 0, false, 0}, {" ", 1, true, 0}, {"a\u00a0", 0, false, 1}, {"a\tb", 0, false, 1}, {"a\nb", 0, false, 1}, {"a\rb", 0, false, 1},
		{"\u00a9", 0, false, 2}, {"abc", 0, false, 3},
	} {
		n, breakable := spaces(tt.s)
		if got := untilSpace(tt.s); n != tt.n || breakable != tt.breakable || got != tt.until {
			t.Errorf("%q: %d, %v, and %d to the next", tt.s, n, breakable, got)
		}
	}
}

// TestParts cuts addresses and code behind slashes and before other signs, with three
// letters and more before and behind.
func TestParts(t *testing.T) {
	for s, want := range map[string]string{
		"abc/def": "abc/", "ab/def": "ab/", "a/def": "a/def", "abc/d": "abc/d", "abc/de": "abc/de", "abc://def": "abc://", "abc": "abc",
		"abc?d=e": "abc", "a.b.c-d": "a.b", "getLine": "get", "é/def": "é/", strings.Repeat("x", maxAtom+9): strings.Repeat("x", maxAtom),
		strings.Repeat("é", maxAtom): strings.Repeat("é", maxAtom/2),
	} {
		if got := s[:part1(s, true)]; got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestBinds: what is written as one with the next letter.
func TestBinds(t *testing.T) {
	for r, want := range map[rune]bool{
		0x200d: true, 0x200c: false, 0xe3f: false, 0xe40: true, 0xe44: true, 0xe45: false, 0xebf: false, 0xec0: true, 0xec4: true, 0xec5: false,
		0x94d: true, 0x94c: false, 0x9cd: true, 0xd4d: true, 0xdcd: false, 0xdca: true, 0x1039: true, 0x17d2: true, 0x8cd: false, 'a': false,
	} {
		if binds(r) != want {
			t.Errorf("%U: %v", r, !want)
		}
	}
}

// TestSteering takes away what only steers breaks, and no more.
func TestSteering(t *testing.T) {
	for s, want := range map[string]string{"a\u00adb\u200bc\u2060d\ufeffe": "abcde", "a\u200db": "a\u200db", "abc": "abc"} {
		if got := stripSteering(s); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
}

// TestRigidBounds checks the first and last characters of the blocks of scripts that join or
// stack their letters.
func TestRigidBounds(t *testing.T) {
	for _, tt := range []struct{ first, last rune }{
		{0x600, 0x60b}, {0x60d, 0x61a}, {0x61c, 0x61e}, {0x620, 0x7ff}, {0x840, 0x109f}, {0x1700, 0x1aaf}, {0x1b00, 0x1c7f}, {0x1cd0, 0x1cff},
		{0xa840, 0xaadf}, {0xabc0, 0xabff}, {0xfb50, 0xfdff}, {0xfe70, 0xfeff},
	} {
		for r, want := range map[rune]bool{tt.first - 1: false, tt.first: true, tt.last: true, tt.last + 1: false} {
			if got := rigidScript(r); got != want {
				t.Errorf("%U: %v", r, got)
			}
		}
	}
}

func TestIndentOfEast(t *testing.T) {
	for lang, want := range map[string]int{"zh-Hant-TW": 2, "cmn": 2, "yue": 2, "ja": 1, "ko-KR": 1, "en": 0, "": 0} {
		if got, ok := EastIndent(lang); got != want || ok != (want > 0) {
			t.Errorf("%s: %d, %v", lang, got, ok)
		}
	}
}
