package langdata

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

const folder = "../../../assets/languages"

// whole are the languages whose drawers lack nothing.
var whole = strings.Fields("ar bg ca cs da de el en es et fa fi fr he hi hr hu id is it ja ko lt lv nb nl pl pt ro ru sk sl sv th tr uk vi zh-Hans zh-Hant")

// TestFiles reads each drawer, and holds the reader of this package to a whole one of YAML.
func TestFiles(t *testing.T) {
	list, err := filepath.Glob(folder + "/*.yaml")
	if err != nil || len(list) < len(whole) {
		t.Fatalf("%d files: %v", len(list), err)
	}
	for _, name := range list {
		tag := strings.TrimSuffix(filepath.Base(name), ".yaml")
		if _, err := open(tag); err != nil {
			t.Error(err)
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n, err := read(name, string(text))
		if err != nil {
			t.Fatal(err)
		}
		var other yaml.Node
		if err := yaml.Unmarshal(text, &other); err != nil {
			t.Errorf("%s is no YAML: %v", name, err)
			continue
		}
		alike(t, tag, n, other.Content[0])
		if d, _ := open(tag); d != nil && !slices.Equal(d.Tags, tagsIn(string(text))) {
			t.Errorf("%s serves %q, and at a look %q", tag, d.Tags, tagsIn(string(text)))
		}
	}
	if len(All()) != len(list) {
		t.Errorf("%d drawers of %d files", len(All()), len(list))
	}
}

// alike compares what two readers understood.
func alike(t *testing.T, path string, n *node, other *yaml.Node) {
	switch {
	case other.Kind == yaml.MappingNode:
		var keys []string
		for i := 0; i < len(other.Content); i += 2 {
			key := other.Content[i].Value
			keys = append(keys, key)
			if kid := n.kids[key]; kid != nil {
				alike(t, path+" "+key, kid, other.Content[i+1])
			}
		}
		if !slices.Equal(keys, n.keys) {
			t.Errorf("%s: keys %v, and in YAML %v", path, n.keys, keys)
		}
	case other.Kind == yaml.SequenceNode:
		var texts []string
		for _, c := range other.Content {
			texts = append(texts, c.Value)
			if c.Tag != "!!str" && c.Tag != "!!int" {
				t.Errorf("%s: %q is %s in YAML", path, c.Value, c.Tag)
			}
		}
		if !slices.Equal(texts, n.list) {
			t.Errorf("%s: list %q, and in YAML %q", path, n.list, texts)
		}
	case other.Value != n.text || n.kids != nil || n.list != nil:
		t.Errorf("%s: %q, and in YAML %q", path, n.text, other.Value)
	}
}

// TestWhole says what the drawers of [whole] lack.
func TestWhole(t *testing.T) {
	english := For("en")
	for _, tag := range whole {
		d := For(tag)
		if d == nil || d.Tag != tag {
			t.Errorf("%s has no drawer", tag)
			continue
		}
		missing := func(what string, none bool) {
			if none {
				t.Errorf("%s lacks %s", tag, what)
			}
		}
		for k, en := range english.Words {
			w, ok := d.Words[k]
			missing("the word "+k, !ok || w.Text == "")
			if strings.Count(w.Text, "%s") != strings.Count(en.Text, "%s") || strings.Count(w.Text, "%") != strings.Count(w.Text, "%s") {
				t.Errorf("%s: %s is %q, with other places than %q", tag, k, w.Text, en.Text)
			}
			if strings.ContainsAny(w.Text, `"'`) || w.Text != strings.TrimSpace(w.Text) && k != "colon" && k != "comma" && k != "stop" {
				t.Errorf("%s: %s is %q, with a straight quotation mark or a space at an end", tag, k, w.Text)
			}
		}
		for k := range d.Words {
			if _, ok := english.Words[k]; !ok {
				t.Errorf("%s: no word is called %s", tag, k)
			}
		}
		missing("dates", d.Dates.Long == "" || len(d.Dates.Months) == 0 || len(d.Dates.Weekdays) == 0 || len(d.Dates.AM) == 0 || len(d.Dates.PM) == 0)
		missing("lists", d.Lists.Two == "" || d.Lists.Next == "" || d.Lists.Last == "")
		missing("quotes", len(d.Quotes) != 4)
		missing("fields of mails", len(d.Mail.Subject) == 0 || len(d.Mail.Sender) == 0 || len(d.Mail.Fields) == 0 || len(d.Mail.Forwarded) == 0 || len(d.Mail.Greetings) == 0 || len(d.Mail.Closings) == 0 || len(d.Mail.Wrote) == 0)
		missing("licence", len(d.Licence) == 0)
		for k := range english.Import {
			missing("import "+k, len(d.Import[k]) == 0 && k != "byline-end" && k != "advertisement")
		}
		for k := range english.Starter {
			missing("starter "+k, d.Starter[k] == "")
		}
	}
}

// sources are the groups of words that the README of the drawers explains.
var sources = []string{"asciidoctor", "babel", "cldr", "csl", "docbook-xsl", "octavo", "reviewed", "sphinx", "thorium", "typst", Unreviewed}

// TestForms checks that words which are compared in lower case are in lower case, that no
// item is listed twice, and that sources, patterns of dates and numbers are understood.
func TestForms(t *testing.T) {
	pattern := regexp.MustCompile(`^(?:d|MMMM|M|y|G|'[^']*'|[^a-zA-Z'])+$`)
	for _, d := range All() {
		for k, w := range d.Words {
			if !slices.Contains(sources, w.Source) {
				t.Errorf("%s: %s is from %q", d.Tag, k, w.Source)
			}
		}
		if d.Dates.Long != "" && !pattern.MatchString(d.Dates.Long) || strings.Contains(d.Dates.Long, "G") != (d.Dates.Era != "") {
			t.Errorf("%s: pattern %q", d.Tag, d.Dates.Long)
		}
		for _, row := range []string{"frequent", "roles", "own-words", "kickers", "acknowledgements", "book-pages"} {
			lower(t, d.Tag+" "+row, d.Import[row])
		}
		lower(t, d.Tag+" licence", d.Licence)
		for _, list := range [][]string{d.Mail.Subject, d.Mail.Sender, d.Mail.Fields, d.Mail.Forwarded, d.Mail.Greetings, d.Mail.Closings, d.Mail.Wrote, d.Mail.SentFrom, d.Mail.Cover, d.Mail.Disclaimer, d.Dates.DateWords} {
			lower(t, d.Tag, list)
		}
		for _, row := range slices.Sorted(maps.Keys(d.Import)) {
			seen := map[string]bool{}
			for _, l := range d.Import[row] {
				if seen[l] || l == "" {
					t.Errorf("%s: %s has %q twice, or it is empty", d.Tag, row, l)
				}
				seen[l] = true
			}
		}
		for m, n := range d.Dates.MonthsAlso {
			if i := slices.Index(strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12"), n); i < 0 || m != strings.ToLower(m) {
				t.Errorf("%s: month %q is %q", d.Tag, m, n)
			}
		}
		for sign, unit := range d.Dates.Units {
			if len(unit) != 1 || !strings.Contains("ymdHMS", unit) {
				t.Errorf("%s: %q is behind %q", d.Tag, sign, unit)
			}
		}
	}
}

func lower(t *testing.T, what string, list []string) {
	for _, s := range list {
		if s != strings.ToLower(s) {
			t.Errorf("%s: %q is compared in lower case", what, s)
		}
	}
}

func TestFor(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "en", "EN_us": "en-US", "en-CA": "en-US", "en-AU": "en-GB", "de-AT-1996": "de-AT", "de-LI": "de-CH", "zh": "zh-Hans", "zh-TW": "zh-Hant",
		"zh-cmn-Hant": "zh-Hant", "yue": "zh-Hant", "zh-Hans-TW": "zh-Hans", "no": "nb", "pt-BR": "pt-BR", "sr-Latn-RS": "sr-Latn", "tlh": "", "den": "", "": "", "-": "",
	} {
		got := ""
		if d := For(lang); d != nil {
			got = d.Tag
		}
		if got != want {
			t.Errorf("For(%q) is %q, want %q", lang, got, want)
		}
	}
}

func TestRead(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"a\n", "x:1: \"a\" is no key with a colon"},
		{"a: b\na: c\n", "x:2: a is said twice"},
		{"a: [b, c\nd: e\n", "x:2: the list above is not closed"},
		{"a: [b c\n  d]\ne: \"f\n", "x:3: a quotation mark is not closed"},
		{"a:\n    b: c\n  d: e\n", "x:3: a line is indented otherwise than those above it"},
		{"a: 'b'\n", `x:0: the line above: "'b'" wants double quotation marks`},
		{"\ta: b\n", "x:1: a tab; indent by spaces"},
		{`a: ["b" c]` + "\n", `x:0: the list above: no comma behind "b"`},
	} {
		if _, err := read("x", tt.text); err == nil || err.Error() != tt.want {
			t.Errorf("%q: %v, want %s", tt.text, err, tt.want)
		}
	}
}

// BenchmarkAll reads all drawers, as an import does once.
func BenchmarkAll(b *testing.B) {
	for b.Loop() {
		for _, d := range All() {
			if _, err := open(d.Tag); err != nil {
				b.Fatal(err)
			}
		}
	}
}
