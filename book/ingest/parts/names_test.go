package parts

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// TestNames has names of people, and lines at the bounds of what is one.
func TestNames(t *testing.T) {
	long := func(n int) string { return "A" + strings.Repeat("a", n-1) }
	capitals := strings.Repeat("A", 20) + " " + strings.Repeat("B", 19)
	for s, want := range map[string]bool{
		"Ann Roe": true, "A. B. Roe": true, "Jan van der Meer": true, "van Meer": true, "José Núñez": true, "Jeanne d’Arc": true, "Jeanne d'Arc": true, "O'Neil": true, "Anne-Marie Gall·la": true,
		"A B C D E F": true, "A B C D E F G": false, "": false, "ann Roe": false, "Ann roe": false, "Ann van": false, "Ann Roe 2": false, "Ann, Roe": false, "Ann d": false,
		long(80): true, long(81): false, capitals: true, capitals + "B": false, strings.Repeat("A", 41): true,
		"王": false, "王明": true, "欧阳小明": true, "欧阳小明明": false, "김철수": true, "김철수영희": true, "김철수영희순": false, "김明": false, "김 철수": false,
		"王 明": true, " 王明": false, "王明·": false, "王a": false, "ジョン・スミス": true, "ア・イ・ウ・エ": true, "ア・イ・ウ・エ・オ": false,
		strings.Repeat("ア", 14): true, strings.Repeat("ア", 15): false, "マリー＝アンヌ": true, "山田　太郎": true,
	} {
		if got := isName(s); got != want {
			t.Errorf("isName(%q) is %t", s, got)
		}
	}
	for s, want := range map[string]bool{"王明": true, "顾望亭": true, "乙明": false, "王": false, "": false} {
		if got := isChineseName(s); got != want {
			t.Errorf("isChineseName(%q) is %t", s, got)
		}
	}
	for _, tt := range []struct {
		s, name string
		want    int
	}{{"Ann Roe is", "ANN ROE", 7}, {"Élan is", "élan", 5}, {"Ann", "Ann Roe", 0}, {"Bob Roe", "Ann Roe", 0}, {"Ann", "", 0}, {"", "Ann", 0}} {
		if got := namePrefix(tt.s, tt.name); got != tt.want {
			t.Errorf("%q begins with %d bytes of %q, want %d", tt.s, got, tt.name, tt.want)
		}
	}
}

// TestLineForms looks at ends of sentences, brackets, words and lines of the page.
func TestLineForms(t *testing.T) {
	for _, c := range ".!?。！？…‥;；．｡" {
		for _, behind := range []string{"", "\"", "”)", "」 ", "*"} {
			if !terminal("a" + string(c) + behind) {
				t.Errorf("%q ends with %q, and no sentence with it", behind, c)
			}
		}
	}
	for _, s := range []string{"", "a", "a,", "a:", ". a"} {
		if terminal(s) {
			t.Errorf("%q is a sentence", s)
		}
	}
	for s, want := range map[string]string{
		"(a)": "a 1 1", "( a  )": "a 2 3", "[a]": "a 1 1", "【a】": "a 3 3", "（a）": "a 3 3", "［a］": "a 3 3", "〔a〕": "a 3 3", "*a*": "a 1 1", "_a_": "a 1 1", "*a*b*": "a*b 1 1",
		"()": "() 0 0", "(a (b) c)": "(a (b) c) 0 0", "(a]": "(a] 0 0", "a)": "a) 0 0", "a": "a 0 0",
	} {
		inner, before, after := bare(s)
		if got := fmt.Sprint(inner, " ", before, " ", after); got != want {
			t.Errorf("%s is %s, want %s", s, got, want)
		}
	}
	for _, tt := range []struct {
		s, word string
		want    bool
	}{{"the chair of it", "chair", true}, {"armchair", "chair", false}, {"chairs", "chair", false}, {"chair9", "chair", false}, {"armchair and chair", "chair", true}, {"东大学教授说", "教授", true}, {"", "a", false}} {
		if got := containsWord(tt.s, tt.word); got != tt.want {
			t.Errorf("%q in %q: %t", tt.word, tt.s, got)
		}
	}
	for _, tt := range []struct {
		before, end string
		want        bool
	}{{"12 ", " min read", true}, {"~5–7", " min read", true}, {"Ann", " min read", false}, {"Ann Roe", "さん", true}, {"Ann B Roe", "さん", false}} {
		if got := endsAlone(tt.before, tt.end); got != tt.want {
			t.Errorf("%q before %q: %t", tt.before, tt.end, got)
		}
	}
	for s, want := range map[string]bool{
		"Follow us on Facebook and Instagram": true, "• Suivez-nous : Facebook, Twitter": true, "关注微博、微信": true, "FOLLOW @packet on Bluesky": true,
		"Follow us on Facebook": false, "We follow Facebook and Instagram": false, "Follow the tide": false,
	} {
		if got := isSocial(s); got != want {
			t.Errorf("isSocial(%q) is %t", s, got)
		}
	}
}

// TestGive gives bios to the authors that they name, that they begin with, or that are alone.
func TestGive(t *testing.T) {
	for _, tt := range []struct{ name, authors, bios, want string }{
		{"by the name", "Ann Roe; Ben Coe", "Ben Coe|A pilot.", "Ann Roe; Ben Coe (A pilot.)"},
		{"by a part of it", "Ann Roe; Ben Coe", "Coe|A pilot.", "Ann Roe; Ben Coe (A pilot.)"},
		{"by more than it", "Ann Roe; Ben Coe", "Dr Ben Coe|A pilot.", "Ann Roe; Ben Coe (A pilot.)"},
		{"of somebody else", "Ann Roe", "Cy Day|A pilot.", "Ann Roe; Cy Day (A pilot.); guess Cy Day"},
		{"by its beginning", "Ann Roe; Ben Coe", "|Ben Coe is a pilot.", "Ann Roe; Ben Coe (Ben Coe is a pilot.)"},
		{"of none", "Ann Roe; Ben Coe", "|A pilot.", "Ann Roe; Ben Coe;  (A pilot.)"},
		{"of the only one", "Ann Roe", "|A pilot.", "Ann Roe (A pilot.)"},
		{"of nobody", "", "|A pilot.", " (A pilot.)"},
		{"two", "Ann Roe", "|A pilot. |She sails.", "Ann Roe (A pilot. She sails.)"},
		{"an address", "Ann Roe", "|A pilot.|a@b.org |It is.|c@b.org", "Ann Roe (A pilot. It is.) <a@b.org>"},
		{"an address alone", "Ann Roe", "||a@b.org |A pilot.", "Ann Roe (A pilot.) <a@b.org>"},
		{"by a reading", "山田太郎", "やまだ・たろう|船長。", "山田太郎 (船長。)"},
		{"by a reading of another", "山田太郎; 林花", "やまだ・たろう|船長。", "山田太郎; 林花; やまだ・たろう (船長。); guess やまだ・たろう"},
		{"by another name in Han", "山田太郎", "林花|船長。", "山田太郎; 林花 (船長。); guess 林花"},
	} {
		r := &reader{chapter: &book.Chapter{}}
		for _, name := range strings.Split(tt.authors, "; ") {
			if name != "" {
				r.chapter.Authors = append(r.chapter.Authors, &book.Person{Name: name})
			}
		}
		for _, s := range strings.Split(strings.ReplaceAll(tt.bios, " |", "\n|"), "\n") {
			f := append(strings.Split(s, "|"), "")
			r.give(bio{name: f[0], content: draft.Text(f[1]), email: f[2]})
		}
		var got []string
		for _, a := range r.chapter.Authors {
			s := a.Name
			if len(a.Bio) > 0 {
				s += " (" + book.PlainText(a.Bio) + ")"
			}
			if a.Email != "" {
				s += " <" + a.Email + ">"
			}
			got = append(got, s)
		}
		for _, g := range r.guesses {
			got = append(got, "guess "+g.Text)
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, s, tt.want)
		}
	}
}

// TestWritesFrom has names with a place behind them.
func TestWritesFrom(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee in Cape Town":     "Ann Lee|in Cape Town",
		"Lucía Ferrer en Madrid":   "Lucía Ferrer|en Madrid",
		"Jan Petersen aus Kiel":    "Jan Petersen|aus Kiel",
		"Ludwig van Beethoven":     "|",
		"José Ortega y Gasset":     "|",
		"Ann Lee":                  "|",
		"Nobody in Cape Town says": "|",
	} {
		if name, place := writesFrom(in); name+"|"+place != want {
			t.Errorf("%q: %q and %q", in, name, place)
		}
	}
}
