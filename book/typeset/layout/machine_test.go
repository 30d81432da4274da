package layout

import (
	"regexp"
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// TestAddressLines reads where addresses, paths and code are divided, in both themes, and how
// wide the word spaces beside them are.
func TestAddressLines(t *testing.T) {
	list := []string{
		"https://example.org/reports/2024/annual-report-of-the-board-of-the-harbour-and-the-weir.html", "keeper.of.the.lamps@department.harbour.example.org",
		"www.example.org/tide_tables/from-the-old-quay", "doi:10.1000/xyz-tide-2024-quay", "/usr/local/share/tide-tables/north-quay.csv", "`octavo build --no-pages --out-of-order=very-late`",
		"`com.example.hydro.gauge.WaterLevelObserverFactoryBean`", "example.org/" + strings.Repeat("tide", 30),
	}
	src := ""
	for i := range 32 {
		src += strings.Repeat("so ", i%7) + "see " + list[i%len(list)] + " for the rest. "
	}
	for _, name := range []string{"press", "classic"} {
		th, _ := theme.Builtin(name)
		doc, _, err := Set(volume(parse(t, "a.md", "---\ntitle: Ends\n---\n\n## H\n\n"+src+"\n\n> "+src+"\n")), th, Options{Fonts: fonts})
		if err != nil {
			t.Fatal(err)
		}
		own := regexp.MustCompile(`[a-z0-9]-$`)
		for _, l := range linesOn(doc, th.Style(theme.Paragraph).Size) {
			if strings.HasSuffix(l, "\u2010") || own.MatchString(l) {
				t.Errorf("%s: a line ends in a hyphen: %q", name, l)
			}
		}
		widest(t, name, doc, th.Style(theme.Paragraph).Size)
	}
}

// widest reports word spaces of texts of a size that are more than twice as wide as that of
// the face.
func widest(t *testing.T, name string, doc *document.Document, size unit.Length) {
	t.Helper()
	for _, pg := range doc.Pages {
		for _, it := range pg.Items {
			tx, ok := it.(*document.Text)
			if !ok || tx.Size != size {
				continue
			}
			for i := 1; i < len(tx.Words); i++ {
				before := tx.Words[i-1]
				if !before.Space {
					continue
				}
				face := before.Run.Face
				em := int64(face.UnitsPerEm())
				width := tx.Size.Mul(before.Run.Width, em)
				end := before.X + width + document.Widened(width, tx.Stretch) + tx.Tracking*unit.Length(len(before.Run.Glyphs))
				space, _ := face.GlyphID(' ')
				natural := tx.Size.Mul(int64(face.Advance(space)), em)
				if gap := tx.Words[i].X - end; gap > 2*natural+unit.Point/10 {
					t.Errorf("%s: a space of %s for %s in %q", name, gap, natural, document.TextOf(tx))
				}
			}
		}
	}
}
