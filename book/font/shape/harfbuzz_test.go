package shape

import (
	"bufio"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestHarfBuzz compares the glyphs of 1,000 words a script with those that HarfBuzz
// itself makes of them in the same font. The files say by which version, and
// testdata/harfbuzz/record.py how the records are made.
func TestHarfBuzz(t *testing.T) {
	files, err := filepath.Glob("testdata/harfbuzz/*.txt")
	if err != nil || len(files) != 9 {
		t.Fatalf("%d scripts are recorded: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(path.Base(file), ".txt"), func(t *testing.T) {
			r := readRecord(t, file)
			s := NewShaper()
			differ := 0
			for i, word := range r.words {
				runs := s.Shape(r.stack, word, Options{Lang: r.language})
				got := ""
				if len(runs) == 1 {
					got = recorded(runs[0])
				}
				if got == r.glyphs[i] && runs[0].Face == r.stack.Face() {
					continue
				}
				if differ++; differ <= 5 {
					t.Errorf("%s %+q in %d runs\n is %s\nnot %s", word, word, len(runs), got, r.glyphs[i])
				}
			}
			if differ > 0 || len(r.words) != 1000 {
				t.Errorf("%d of %d words are not as HarfBuzz sets them", differ, len(r.words))
			}
		})
	}
}

// A record is a file of testdata/harfbuzz.
type record struct {
	stack         *Stack // the font that HarfBuzz was given, before all others
	language      string
	words, glyphs []string
}

func readRecord(t *testing.T, file string) record {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Scan()
	_, of, _ := strings.Cut(lines.Text(), "), ")
	font, language, _ := strings.Cut(of, ", language ")
	r := record{stack: stackOf(t, font), language: language}
	for lines.Scan() {
		if word, glyphs, ok := strings.Cut(lines.Text(), "\t"); ok {
			r.words, r.glyphs = append(r.words, word), append(r.glyphs, glyphs)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return r
}

// stackOf returns the stack of the built-in font at a path below assets/fonts.
func stackOf(t *testing.T, name string) *Stack {
	t.Helper()
	for _, b := range builtin {
		if b.path == name+".zst" {
			return Builtin().Stack(b.family, b.file.Weight, b.file.Italic)
		}
	}
	t.Fatalf("no built-in font has the path %q", name)
	return nil
}

// recorded writes a run as the files of testdata/harfbuzz do.
func recorded(r *Run) string {
	var out strings.Builder
	at := 0
	for i, g := range r.Glyphs {
		switch {
		case i > 0 && g.Len > 0:
			out.WriteByte(' ')
		case i > 0:
			out.WriteByte(',')
		}
		if n := int(g.Len); n > 0 {
			text := r.Text[at : at+n]
			if r.RTL {
				text = r.Text[len(r.Text)-at-n : len(r.Text)-at]
			}
			if utf8.RuneCountInString(text) > 1 {
				fmt.Fprintf(&out, "%d:", n)
			}
			at += n
		}
		fmt.Fprint(&out, g.ID)
		if g.Advance != r.Face.Advance(g.ID) {
			fmt.Fprintf(&out, "+%d", g.Advance)
		}
		if g.X != 0 || g.Y != 0 {
			fmt.Fprintf(&out, "@%d/%d", g.X, g.Y)
		}
	}
	return out.String()
}
