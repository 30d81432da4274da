package layout

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/source/markdown"
)

// A prose is a source of generated text whose words are as long, and as often, as
// those of some kind of writing.
type prose struct {
	lang     string
	small    []string // words of the grammar, half of the text
	medium   []string // everyday words, a third of it
	large    []string // long words
	compound bool     // large words are put together now and then
	noun     bool     // large words may be capitalised
	dialogue bool     // most paragraphs are speech, and short
}

var proses = map[string]prose{
	"english": {
		lang: "en", medium: stock,
		small: strings.Fields(`the of and a to in is was he for it with as his on be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so what up said its about than into them can only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through`),
		large: strings.Fields(`administration afternoon agreement altogether ancient appearance argument arrangement authority autumn bearing beginning beneath breakwater brother business captain careful carriage certainty character circumstance commission committee communication company comparison consequence considerable constitution continue conversation country current danger daughter declaration demonstration departure determined difference difficulty direction discovery distance dredging eastern economy education electricity engineer enormous evening evidence example expectation experience explanation fishermen foreign freight generation government gradually harbour history horizon hundred imagination immediately importance impossible impression independence individual industrial influence information instrument intelligence international investigation knowledge landing language lighthouse machinery maintenance management measurement merchant midnight minister moment morning mountain movement municipal navigation necessary neighbour neighbouring northern observation obstacle occasion operation opinion opportunity ordinary organisation parliament particular passage passenger peculiar permanent photograph pilotage population position possession possibility preparation president principle production professional property proportion province quarrel question railway reasonable recommendation relation remarkable representative republic responsibility revolution science secretary sediment sentence separate settlement shoulder situation society southern steamship strength structure substance suddenly superintendent surface surprising telegraph temperature territory thousand tomorrow tradition transport treaty understanding university valuable vessel village warehouse weather western winter without witness wonderful yesterday`),
	},
	"german": {
		lang: "de", compound: true, noun: true,
		medium: strings.Fields(`alle alten andere arm bald beide bekannt besser bleiben boot breit bringen dort drei dunkel eben einfach einmal ende endlich erst etwas fahren fand fast fern fest fluss folgen frage frau früh führen ganz geben gegen gehen gerade gern gestern gleich groß gut halten hand haus heute hinter hoch hören immer jede jetzt jung kalt kaum kein kennen klein kommen kurz lange lassen laut leben legen leicht letzte licht liegen machen meer mehr meist morgen müssen nacht nahe name nehmen neu nichts niemand oft recht ruhig sagen schnell schon schwer see sehen seit selten setzen sicher sieben sofort sonst spät stadt stehen steigen stein still strom stunde suchen tag teil tragen treten viel voll vier wagen warm warten weg weit wenig werden wind wissen woche wohl wollen zehn zeigen zeit ziehen zuerst zurück`),
		small:  strings.Fields(`der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei diese dieser wieder keine`),
		large:  strings.Fields(`abend abkommen ablehnung angelegenheit anlage antwort arbeit aufgabe ausbau ausfahrt außenhandel bahnhof bedeutung behörde bericht beschluss betrieb bevölkerung brücke bürger dampfer eigentum einfahrt einwohner eisenbahn entscheidung entwicklung erfahrung erklärung ergebnis erlaubnis fähre fahrgast fahrplan fahrwasser feuer fischer flut fracht freiheit freundschaft gebäude gegenwart gemeinde genehmigung gericht geschichte gesellschaft gesetz gewerbe gewicht grenze grundlage hafen haushalt herkunft insel kabel kapitän kosten küste ladung landung leuchtturm lotse maschine meinung messung ministerium mitternacht nachbar nachricht ordnung politik provinz rechnung regelung regierung reise richtung schiff schleuse schwierigkeit seezeichen sicherheit spiegel sprache staat steuerung strömung tiefe übergang überzeugung ufer umgebung unternehmen untersuchung verantwortung verbindung verein verfahren vergangenheit verhandlung verkehr vermessung versammlung versuch vertrag verwaltung wasser wechsel werkstatt wirtschaft wissenschaft zeitung zoll zukunft zusammenarbeit zustand`),
	},
	"dialogue": {
		lang: "en", dialogue: true, medium: stock,
		small: strings.Fields(`I you he she it we they the a to of and in is was not that do have what said no yes well but then there here come go see know think would could did if so my your his her on at for with this one all now never only from up out back down who why how when`),
		large: strings.Fields(`answered asked another anything believe better boat bread brother called captain certainly child coffee cold course dark daughter door dreadful evening everybody exactly fellow finished forgotten friend gentleman getting glass goodness happened harbour heard house hurry impossible indeed island kitchen knocked lantern laughed letter listen little looking lovely matter minute money morning mother nonsense nothing nobody o'clock perfectly perhaps pilot please possibly promise properly quarter question quietly really remember Saturday sensible shouted sister somebody something sometimes stairs station steamer stranger suddenly suppose surely talking telephone thank thought tired together tomorrow tonight trouble understand upstairs waiting water weather whispered window winter wonder wrong yesterday yourself`),
	},
}

// text writes a chapter of about n words as Markdown: paragraphs with headings,
// and a note now and then.
func (p prose) text(r *rand.Rand, n, chapter int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %q\ndate: 2025-11-05\nauthors: [{name: Ada Test, bio: %q}]\n---\n\n",
		strings.TrimSuffix(p.sentence(r, 4), "."), p.sentence(r, 16))
	notes := 0
	for k := 0; n > 0; k++ {
		if k%14 == 13 {
			fmt.Fprintf(&b, "## %s\n\n", strings.TrimSuffix(p.sentence(r, 3), "."))
		}
		size := 40 + r.IntN(140)
		if p.dialogue {
			size = 2 + r.IntN(22)
			if r.IntN(5) == 0 {
				size += 60
			}
		}
		n -= size
		b.WriteString(p.paragraph(r, size))
		if k%9 == 8 && !p.dialogue {
			notes++
			fmt.Fprintf(&b, "[^%d]\n\n[^%d]: %s", notes, notes, p.paragraph(r, 12+r.IntN(40)))
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func (p prose) paragraph(r *rand.Rand, n int) string {
	var list []string
	for n > 0 {
		size := min(5+r.IntN(24), max(n, 2))
		if p.dialogue {
			size = min(2+r.IntN(12), max(n, 2))
		}
		n -= size
		s := p.sentence(r, size)
		if p.dialogue && r.IntN(4) > 0 {
			s = `"` + s + `"`
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func (p prose) sentence(r *rand.Rand, n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = p.word(r)
		if i > 1 && i < n-1 && r.IntN(11) == 0 {
			words[i] += ","
		}
	}
	words[0] = capital(words[0])
	return strings.Join(words, " ") + "."
}

// word returns a word; of the small ones those at the head of the list are more
// frequent, as in Zipf's law.
func (p prose) word(r *rand.Rand) string {
	n := r.IntN(100)
	if n < 52 {
		return p.small[r.IntN(1+r.IntN(len(p.small)))]
	}
	if n < 86 {
		w := p.medium[r.IntN(len(p.medium))]
		if p.noun && r.IntN(3) == 0 {
			w = capital(w)
		}
		return w
	}
	w := p.large[r.IntN(len(p.large))]
	if p.compound && r.IntN(4) == 0 {
		w += p.large[r.IntN(len(p.large))]
	}
	if p.noun && r.IntN(3) > 0 {
		w = capital(w)
	}
	return w
}

func capital(s string) string {
	runes := []rune(s)
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}

// proseBook returns a book of more than words words in chapters of about 4,000.
func proseBook(t testing.TB, p prose, words int) *book.Book {
	t.Helper()
	r := rand.New(rand.NewPCG(4, 4))
	var list []*book.Chapter
	for i := 0; words > 0; i++ {
		file := fmt.Sprintf("%02d-prose.md", i+1)
		c, found := markdown.Parse(file, []byte(p.text(r, 4000, i)), markdown.Options{Language: p.lang})
		if book.HasErrors(found) {
			t.Fatal(found)
		}
		c.ID = strings.TrimSuffix(file, ".md")
		list = append(list, c)
		words -= 4000
	}
	b := volume(list...)
	b.Language = p.lang
	return b
}
