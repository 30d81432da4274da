package layout

import (
	"regexp"
	"strings"
	"testing"

	"octavo/book/base/unit"
	"octavo/book/font/shape"
	"octavo/book/language/spacing"
	"octavo/book/typeset/document"
	"octavo/book/typeset/theme"
)

// linesOn returns the texts of the lines of a document that are of a size, with U+2010 for
// the hyphens that are made.
func linesOn(doc *document.Document, size unit.Length) []string {
	var out []string
	for _, pg := range doc.Pages {
		y := unit.Length(-1)
		for _, it := range pg.Items {
			t, ok := it.(*document.Text)
			if !ok || t.Size != size {
				continue
			}
			if t.Y != y {
				out, y = append(out, ""), t.Y
			}
			for _, w := range t.Words {
				switch {
				case w.Hyphen:
					out[len(out)-1] += "\u2010"
				default:
					out[len(out)-1] += shown(w.Run)
				}
				if w.Space {
					out[len(out)-1] += " "
				}
			}
		}
	}
	return out
}

// shown returns the text of a run, its first letter without a dieresis that is not drawn.
func shown(run *shape.Run) string {
	for with, plain := range map[string]rune{"ë": 'e', "ï": 'i', "ö": 'o'} {
		if id, ok := run.Face.GlyphID(plain); ok && strings.HasPrefix(run.Text, with) && run.Glyphs[0].ID == id {
			return string(plain) + strings.TrimPrefix(run.Text, with)
		}
	}
	return run.Text
}

// TestLineEnds reads where the lines of long paragraphs end, language by language.
func TestLineEnds(t *testing.T) {
	for _, tt := range []struct {
		lang, text string
		not        string // what no line ends in
		first      string // what none begins with
		seen       string // what some line ends in, or the next begins with, so that the rule was met
	}{
		{"pl", "Rybak w łodzi i z wiosłem płynął o świcie do wyspy, a u brzegu czekał pies z kotem i z wroną na dachu.", `(^|[ „(])[aiouwzAIOUWZ] ?$`, ``, ``},
		{"cs", "Rybář v loďce u ostrova a s vesly k ránu plul i o půlnoci, o kterou se bál, z přístavu.", `(^| )[aikosuvzAIKOSUVZ] ?$`, ``, ``},
		{"ru", "Рыбак — человек тихий, и в лодке он с вёслами, а у острова я — никто, к берегу же и о нём не сказал бы.", `(^| )[авикосуя] ?$`, `^([—–]|же|бы)( |[.,]|$)`, ``},
		{"fr", "Qui ? Personne ! « Rien » ; et puis : 1 234 567 € à 5 h 30, soit 12 % et 3 km : « Bien ! » M. Dupont n° 5.", `(«|M\.|n°|\d)[ \x{a0}\x{202f}]*$`, `^([;:!?»€%]|km|h )`, ``},
		{"de", "Dr. Lüders z. B. fuhr 12 km um 8 Uhr, i. d. R. für 5 € je S. 12, 50 % davon, J. R. Weber.", `(z\.|i\.|d\.|12|8|50|5) ?$`, `^(km|Uhr|€|%)`, ``},
		{"pl", "Flaga jasnozielono-ciemnoniebieska i południowo-zachodnia stara latarnia wschodniopomorska.", `[a-z]-$`, ``, "^-"},
		{"pt", "A bandeira verde-amarela e a segunda-feira do vice-presidente luso-brasileiro em guarda-chuva.", `[a-z]-$`, ``, "^-"},
		{"nl", "Zeeën, reële ideeën, geïnteresseerde coördinatoren en kopiëren van industrieën en categorieën.", ``, `^[ëïö]`, ``},
	} {
		for _, name := range []string{"press", "classic"} {
			th, _ := theme.Builtin(name)
			var src strings.Builder
			for i := range 40 { // words of all lengths, so that lines end at all places
				src.WriteString(tt.text + " " + strings.Repeat("mo", 1+i%9) + ". ")
			}
			b := volume(parse(t, "a.md", "---\ntitle: Ends\nlang: "+tt.lang+"\n---\n\n## H\n\n"+src.String()+"\n"))
			spacing.Apply(b)
			doc, _, err := Set(b, th, Options{Fonts: fonts})
			if err != nil {
				t.Fatal(err)
			}
			lines := linesOn(doc, th.Style(theme.Paragraph).Size)
			if len(lines) < 30 {
				t.Fatalf("%s: %d lines", tt.lang, len(lines))
			}
			seen := tt.seen == ""
			for _, l := range lines[:len(lines)-1] {
				if strings.HasPrefix(l, "Ends") { // the contents
					continue
				}
				if tt.not != "" && regexp.MustCompile(tt.not).MatchString(l) {
					t.Errorf("%s: a line ends so: %q", tt.lang, l)
				}
				if tt.first != "" && regexp.MustCompile(tt.first).MatchString(l) {
					t.Errorf("%s: a line begins so: %q", tt.lang, l)
				}
				seen = seen || regexp.MustCompile(tt.seen).MatchString(l)
			}
			if !seen {
				t.Errorf("%s: no line shows %s", tt.lang, tt.seen)
			}
		}
	}
}
