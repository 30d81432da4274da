package formula

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"octavo/book/base/unit"
	"octavo/book/font/sfnt"
	"octavo/book/font/shape"
	"octavo/book/internal/fuzzing"
	"octavo/book/internal/golden"
	"octavo/book/markup/math"
)

const size = 10 * unit.Point

func setter(t testing.TB) *Setter {
	t.Helper()
	lib, shaper := shape.Builtin(), shape.NewShaper()
	s := New(lib.Stack(shape.Math, 400, false).Face(), func(text string, _ math.Face, at unit.Length) ([]*shape.Run, unit.Length) {
		return shaper.Shape(lib.Stack(shape.Serif, 400, false), text, shape.Options{Lang: "en"}), at
	})
	if s == nil {
		t.Fatal("the font has no MATH table")
	}
	return s
}

func set(t testing.TB, s *Setter, src string, display bool) *Box {
	t.Helper()
	row, faults := math.Parse(src)
	if len(faults) > 0 {
		t.Fatalf("%s: %v", src, faults)
	}
	return s.Set(row, size, display)
}

// TestSet compares the places of glyphs and rules with the golden ones.
func TestSet(t *testing.T) {
	src, err := os.ReadFile("../../markup/math/testdata/parse.txt")
	if err != nil {
		t.Fatal(err)
	}
	s := setter(t)
	var out bytes.Buffer
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSuffix(line, "\n")
		fmt.Fprintln(&out, line)
		dump(&out, set(t, s, line, true))
	}
	golden.File(t, "testdata/set.golden", out.Bytes())
}

func dump(out *bytes.Buffer, b *Box) {
	at := func(l unit.Length) string { return l.Decimal(2) }
	fmt.Fprintf(out, "\t%s +%s -%s:", at(b.Width), at(b.Height), at(b.Depth))
	for _, g := range b.Glyphs {
		fmt.Fprintf(out, " %s@%s,%s", g.Run.Text, at(g.X), at(g.Y))
		if g.Size != size {
			fmt.Fprintf(out, "/%s", at(g.Size))
		}
	}
	for _, r := range b.Rules {
		fmt.Fprintf(out, " [%s,%s %sx%s]", at(r.X), at(r.Y), at(r.W), at(r.H))
	}
	out.WriteByte('\n')
}

// TestFractionsOnAxis wants the bar of a fraction, of any style, around the axis, and
// both parts clear of it.
func TestFractionsOnAxis(t *testing.T) {
	s := setter(t)
	for _, src := range []string{`\frac{a}{b}`, `\frac{\sqrt{x}}{y_{k_j}^2}`, `\dfrac{1}{\frac{a}{b}}`} {
		for _, display := range []bool{true, false} {
			row, _ := math.Parse(src)
			f := row.Nodes[0].(*math.Fraction)
			st := style{base: size, level: math.Inline}
			if display || f.Style == math.Display {
				st.level = math.Display
			}
			b := set(t, s, src, display)
			rule := b.Rules[len(b.Rules)-1]
			if mid, axis := rule.Y+rule.H/2, s.axis(st); mid-axis > 1 || axis-mid > 1 {
				t.Errorf("%s: bar at %v, axis at %v", src, mid, axis)
			}
			gap := s.choose(sfnt.FractionNumDisplayStyleGapMin, sfnt.FractionNumeratorGapMin, st)
			above := s.row(f.Above, st.part(false))
			if clear := b.Height - above.Height - above.Depth - rule.Y - rule.H; clear < gap-1 {
				t.Errorf("%s: %v above the bar, want %v", src, clear, gap)
			}
		}
	}
}

// TestFencesCover wants fences that grow to cover nine tenths of what they enclose.
func TestFencesCover(t *testing.T) {
	s := setter(t)
	st := style{base: size, level: math.Display}
	for _, body := range []string{`x`, `\frac{a}{b}`, `\sum_{i=1}^n \frac{\frac{a}{b}}{\frac{c}{d}}`, strings.Repeat(`\begin{matrix} 1 \\ `, 8) + "2" + strings.Repeat(`\end{matrix}`, 8)} {
		inner := set(t, s, body, true)
		for _, marks := range [][2]string{{"(", ")"}, {`\{`, `\}`}, {"[", "]"}, {"|", "|"}, {`\langle`, `\rangle`}} {
			outer := set(t, s, `\left`+marks[0]+" "+body+`\right`+marks[1], true)
			axis := s.axis(st)
			reach := max(inner.Height-axis, inner.Depth+axis)
			tallest := 3822 * size / 1000 // of marks that have no parts to grow by
			if got, want := outer.Height+outer.Depth, min(reach*2*9/10, tallest); got < want {
				t.Errorf("%s around %s is %v high, want %v", marks[0], body, got, want)
			}
		}
	}
}

// TestPieces wants the pieces of a formula and what is between them to be as wide
// as the formula.
func TestPieces(t *testing.T) {
	s := setter(t)
	row, _ := math.Parse(`y = a + b(c + d) - x^2 \leq \log z`)
	var sum unit.Length
	pieces := s.Pieces(row, size)
	for _, p := range pieces {
		sum += p.Box.Width + p.Glue
	}
	if want := s.Set(row, size, false).Width; sum != want || len(pieces) != 5 {
		t.Errorf("%d pieces are %v wide, the formula %v", len(pieces), sum, want)
	}
}

func TestNoTable(t *testing.T) {
	if New(shape.Builtin().Stack(shape.Serif, 400, false).Face(), nil) != nil {
		t.Error("a face without a MATH table sets formulas")
	}
}

// FuzzSet sets any formula, at any size.
func FuzzSet(f *testing.F) {
	fuzzing.Begin(f)
	src, err := os.ReadFile("../../markup/math/testdata/parse.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(src)) {
		f.Add(line, 12)
	}
	f.Add(strings.Repeat(`\left(\frac{`, 11)+strings.Repeat(`1}{2}\right)`, 11), 10)
	f.Add(`\underbrace{`+strings.Repeat("x+", 1000)+"}", 80)
	s := setter(f)
	f.Fuzz(func(t *testing.T, src string, points int) {
		row, faults := math.Parse(src)
		if len(faults) > 0 {
			return
		}
		start := time.Now()
		b := s.Set(row, unit.Pt(int64(points%100)), points%2 == 0)
		s.Pieces(row, size)
		if len(b.Glyphs) > 2_000_000 {
			t.Errorf("%d glyphs", len(b.Glyphs))
		}
		if d := time.Since(start); d > 3*time.Second {
			t.Errorf("took %v", d)
		}
	})
}
