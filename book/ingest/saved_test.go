package ingest

import (
	"encoding/json"
	"errors"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"octavo/book"
)

// TestSavedPages imports the saved pages of Readability's own tests, which lie beside
// its port in the cache of modules, and holds the shares of right fields and of kept
// words to floors. With -v it names each page that is wrong.
//
// A page says in expected-metadata.json what its fields are, and in expected.html which
// words its article has. Where that is wrong, the table amended says so.
func TestSavedPages(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	var s scores
	for _, dir := range savedPages(t) {
		s.page(t, dir)
	}
	s.title.least(t, "titles", 97)
	s.byline.least(t, "bylines", 95)
	s.date.least(t, "dates", 97)
	s.kept.least(t, "pages with 95 % of their words", 93)
	s.own.least(t, "pages with at most 5 % of other words", 90)
}

// savedPages returns the folders of the pages, those of made-up text apart.
func savedPages(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "codeberg.org/readeck/go-readability/v2").Output()
	if err != nil {
		t.Skip("no go command: ", err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "test-pages", "*", "source.html"))
	if err != nil || len(files) == 0 {
		t.Skip("the module is here without its pages")
	}
	var dirs []string
	for _, f := range files {
		dirs = append(dirs, filepath.Dir(f))
	}
	return dirs
}

// A share counts right values.
type share struct{ right, all int }

func (s *share) count(ok bool) {
	s.all++
	if ok {
		s.right++
	}
}

func (s *share) least(t *testing.T, what string, percent int) {
	t.Helper()
	t.Logf("%s: %d of %d", what, s.right, s.all)
	if s.right*100 < percent*s.all {
		t.Errorf("%s: %d of %d, want %d %%", what, s.right, s.all, percent)
	}
}

// scores are the shares of the pages that are right in a field.
type scores struct{ title, byline, date, kept, own share }

// stated is what expected-metadata.json says of a page.
type stated struct{ Title, Byline, Excerpt, Language, PublishedTime string }

// page imports a page and compares the chapter with what is expected.
func (s *scores) page(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Base(dir)
	source, want := read1(t, dir, "source.html"), stated{}
	if err := json.Unmarshal(read1(t, dir, "expected-metadata.json"), &want); err != nil {
		t.Fatal(err)
	}
	if a, ok := amended[name]; ok {
		a.amend(&want)
	}
	lang, _, _ := strings.Cut(want.Language, "-")
	open := func(string) ([]byte, error) { return nil, errors.New("no such file") }
	results, err := Read("page.html", source, Options{Open: open, Lang: lang})
	if err != nil {
		t.Logf("%s: %v", name, err)
		results = []Result{{Chapter: &book.Chapter{}}}
	}
	c := results[0].Chapter
	made := strings.Contains(string(source), "Lorem ipsum") || strings.Contains(string(source), "consectetur") // text that nobody published
	check := func(sh *share, what, got, want string, ok bool) {
		if sh.count(ok); !ok {
			t.Logf("%s: %s %q, want %q", name, what, got, want)
		}
	}
	if title := book.PlainText(c.Title); !made && want.Title != "" {
		check(&s.title, "title", title, want.Title, isTitle(title, want.Title))
	}
	if want.Byline != "" {
		got := authors(c)
		check(&s.byline, "byline", got, want.Byline, plainWords(got) == plainWords(want.Byline))
	} else if len(c.Authors) > 0 {
		t.Logf("%s: byline %q, where none is expected", name, authors(c))
	}
	if len(want.PublishedTime) >= 10 {
		day := c.Date.String()
		check(&s.date, "date", day, want.PublishedTime, strings.HasPrefix(day, want.PublishedTime[:10]))
	}
	s.words(t, name, c, string(read1(t, dir, "expected.html")), want)
}

// words compares the words of a chapter with those that are expected.
func (s *scores) words(t *testing.T, name string, c *book.Chapter, expected string, want stated) {
	t.Helper()
	wanted, got := count(textOf(expected)), count(chapterText(c, true))
	kept, all := common(got, wanted), total(wanted)
	ok := kept*100 >= all*95
	if s.kept.count(ok); !ok {
		t.Logf("%s: %d of %d words, without %.300s", name, kept, all, difference(wanted, got))
	}
	// The excerpt is what the page states as its description, which many show as the standfirst.
	for w, n := range count(want.Title + " " + want.Byline + " " + want.Excerpt) {
		wanted[w] += n
	}
	got = count(chapterText(c, false))
	own, made := common(got, wanted), total(got)
	ok = (made-own)*100 <= made*5
	if s.own.count(ok); !ok {
		t.Logf("%s: %d of %d words are foreign: %.300s", name, made-own, made, difference(got, wanted))
	}
}

func read1(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return data
}

// authors are the authors of a chapter.
func authors(c *book.Chapter) string {
	var list []string
	for _, a := range c.Authors {
		list = append(list, a.Name)
	}
	return strings.Join(list, ", ")
}

// isTitle compares titles. What Readability has behind a stroke or dash is the name of the
// publication, its section or the author, which no editor wants in a title.
func isTitle(got, want string) bool {
	for i, r := range want {
		if strings.ContainsRune("|-–—·_[（", r) && i*3 > len(want) && plainWords(want[:i]) == plainWords(got) {
			return true
		}
	}
	return plainWords(want) == plainWords(got)
}

// plainWords is a line without what differs from paper to paper: case, punctuation, the
// label of a byline and the word between two names.
func plainWords(s string) string {
	var out []string
	for _, w := range wordsIn(s) {
		switch w {
		case "by", "and", "par", "et", "avec":
		default:
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

func wordsIn(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// count returns how often each word is in a text.
func count(s string) map[string]int {
	m := map[string]int{}
	for _, w := range wordsIn(s) {
		m[w]++
	}
	return m
}

func total(m map[string]int) (n int) {
	for _, k := range m {
		n += k
	}
	return n
}

// common returns how many words two texts share.
func common(a, b map[string]int) (n int) {
	for w, k := range a {
		n += min(k, b[w])
	}
	return n
}

// difference returns words that a has and b has not, the most frequent apart.
func difference(a, b map[string]int) string {
	var out []string
	for w, k := range a {
		if k > b[w] {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

var (
	phrase = regexp.MustCompile(`(?i)</?(?:a|abbr|b|big|cite|code|em|font|i|s|small|span|strong|sub|sup|u|wbr)(?:\s[^>]*)?>`)
	tag    = regexp.MustCompile(`(?s)<!--.*?-->|<[^>]*>`)
)

// textOf returns the text of a page: tags of phrases part no words.
func textOf(page string) string {
	return html.UnescapeString(tag.ReplaceAllString(phrase.ReplaceAllString(page, ""), " "))
}

// chapterText returns all text of a chapter, without links that show their addresses, in the
// places of films. Formulas are TeX, which pages have as text or not at all.
func chapterText(c *book.Chapter, formulas bool) string {
	var b strings.Builder
	for _, run := range book.RunsOf(c) {
		book.WalkInlines(run, func(in book.Inline) bool {
			switch in := in.(type) {
			case *book.Link:
				return book.PlainText(in.Content) != in.URL
			case *book.Math:
				if formulas {
					b.WriteString(" " + in.TeX + " ")
				}
			case *book.Text, *book.Code, *book.LineBreak:
				b.WriteString(book.PlainText([]book.Inline{in}))
			}
			return true
		})
		b.WriteString("\n")
	}
	for _, block := range book.BlocksOf(c) {
		switch block := block.(type) {
		case *book.CodeBlock:
			b.WriteString(block.Text + "\n")
		case *book.Formula:
			if formulas {
				b.WriteString(block.Math.TeX + "\n")
			}
		}
	}
	return b.String()
}

// An amendment is a value that Readability's expectation has not, and why.
type amendment struct {
	stated
	none string // fields that nobody stated, such as "byline"
	why  string
}

func (a amendment) amend(want *stated) {
	for _, f := range []struct{ to, from *string }{{&want.Title, &a.Title}, {&want.Byline, &a.Byline}, {&want.PublishedTime, &a.PublishedTime}} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	if strings.Contains(a.none, "byline") {
		want.Byline = ""
	}
	if strings.Contains(a.none, "title") {
		want.Title = ""
	}
}

// amended are the pages whose expectation no editor would agree with.
var amended = map[string]amendment{
	"003-metadata-preferred": {stated: stated{Byline: "Dublin Core name author, Dublin Core property author"}, why: "two authors of one kind of statement are two"},
	"bbc-1":                  {none: "byline", why: "the publication's name, which stands once as the source"},
	"breitbart":              {stated: stated{Byline: "Lucas Nolan"}, why: "a date and a count of comments behind the name"},
	"bug-1255978":            {stated: stated{Title: "The seven secrets that hotel owners don't want you to know"}, why: printed},
	"citylab-1":              {stated: stated{Title: "Why Neon Is the Ultimate Symbol of the 20th Century"}, why: printed},
	"cnet-svg-classes":       {stated: stated{Title: "Twitter Lite se estrena en 11 países de América Latina"}, why: printed},
	"dropbox-blog":           {stated: stated{Title: "How we designed Dropbox ATF: an async task framework"}, why: printed},
	"ebb-org":                {stated: stated{Byline: "Bradley M. Kuhn"}, why: "an address behind the name"},
	"google-sre-book-1":      {stated: stated{Byline: "Rob Ewaschuk"}, why: "an editor is no author"},
	"heise":                  {none: "byline", why: "the publication's name, which stands once as the source"},
	"ietf-1":                 {stated: stated{Byline: "F. Kooman, Michiel de Jong"}, why: "two authors, the surname first, of whom one is missing"},
	"liberation-1":           {stated: stated{Byline: "AFP"}, why: "the author of another article, which this one leads to"},
	"lwn-1":                  {stated: stated{Byline: "Nathan Willis"}, why: "a date behind the name"},
	"nytimes-5":              {none: "byline", why: "a page of links to articles, of which one has this author"},
	"royal-road":             {none: "byline", why: "the label of a button"},
	"salon-1":                {stated: stated{Byline: "Richard (R.J.) Eskow"}, why: "the author of another article, which this one leads to"},
	"seattletimes-1":         {stated: stated{Byline: "Benjamin Romano"}, why: "the dates in place of the name"},
	"spiceworks":             {none: "byline", why: "a date; the page names nobody"},
	"theverge":               {stated: stated{Title: "Apple’s Vision Pro is the Retina display moment for headsets"}, why: printed},
	"v8-blog":                {stated: stated{Title: "Outside the web: standalone WebAssembly binaries using Emscripten"}, why: "the first words are missing"},
	"videos-1":               {stated: stated{Title: "The 21 best movies of 2017"}, why: printed},
	"webmd-1":                {stated: stated{Byline: "Brenda Goodman"}, why: "a degree and the newsroom behind the name"},
	"webmd-2":                {stated: stated{Byline: "Kelli Miller"}, why: "the newsroom behind the name"},
	"yahoo-2":                {stated: stated{Title: "Russia: Space ship malfunctions, breaks up over Siberia"}, why: "the name of the site"},
	"yahoo-3":                {stated: stated{Byline: "Gillian Mohney"}, why: "a date behind the name"},
	"yahoo-4":                {none: "byline", why: "the label of a menu"},
}

// printed is why a title is another than Readability expects.
const printed = "the headline that the page shows its readers, who know the article by it; the other is for machines"
