package merge

import (
	"fmt"
	"strings"
	"testing"
)

const front = "---\ntitle: The Harbour\ndate: 2025-09-12\nauthors:\n  - name: Ann Roe\nlang: en\n---\n\n"

var cases = []struct{ name, base, ours, theirs, want string }{
	{"other paragraphs", "One.\n\nTwo.\n\nThree.\n", "One!\n\nTwo.\n\nThree.\n", "One.\n\nTwo.\n\nDrei.\n", "One!\n\nTwo.\n\nDrei.\n"},
	{"other words of a paragraph", "The ferry leaves at noon for Skarne.\n", "The *ferry* leaves at noon for Skarne.\n", "The ferry leaves at one for Skarne.\n", "The *ferry* leaves at one for Skarne.\n"},
	{"emphasis on the word that is mended", "The town of Skarme sleeps.\n", "The town of *Skarme* sleeps.\n", "The town of Skarne sleeps.\n", "The town of *Skarne* sleeps.\n"},
	{"a word before emphasis", "The harbour waits.\n", "The *harbour* waits.\n", "The old harbour waits.\n", "The old *harbour* waits.\n"},
	{"a word behind emphasis", "The harbour, he said.\n", "The *harbour*, he said.\n", "The harbour wall, he said.\n", "The *harbour* wall, he said.\n"},
	{"a subhead and a paragraph before it", "One is here.\n\nTwo is here.\n", "One is here.\n\n## Second\n\nTwo is here.\n", "One is here.\n\nNew words came.\n\nTwo is here.\n", "One is here.\n\nNew words came.\n\n## Second\n\nTwo is here.\n"},
	{"a paragraph is parted, a word mended", "It rained all day. Then teh sun came out.\n", "It rained all day.\n\nThen teh sun came out.\n", "It rained all day. Then the sun came out.\n", "It rained all day.\n\nThen the sun came out.\n"},
	{"lines are wrapped, a word mended", "It rained all day and teh sun hid.\n", "It rained all day\nand teh sun hid.\n", "It rained all day and the sun hid.\n", "It rained all day\nand the sun hid.\n"},
	{"the same correction", "Teh end is near.\n", "The end is near.\n", "The end is near, friends.\n", "The end is near, friends.\n"},
	{"a paragraph gone", "One.\n\nTwo.\n\nThree.\n", "One *here*.\n\nTwo.\n\nThree.\n", "One.\n\nThree.\n", "One *here*.\n\nThree.\n"},
	{"Han", "渡轮在中午离开港口，船上没有一个人。\n", "渡轮在*中午*离开港口，船上没有一个人。\n", "渡轮在中午离开海港，船上没有一个人。\n", "渡轮在*中午*离开海港，船上没有一个人。\n"},
	{"a fenced block is whole", "Words.\n\n```\na\n\nb\n```\n\nEnd.\n", "Words!\n\n```\na\n\nb\n```\n\nEnd.\n", "Words.\n\n```\na\n\nc\n```\n\nEnd.\n", "Words!\n\n```\na\n\nc\n```\n\nEnd.\n"},
	{"lines of Windows", "One.\n\nTwo.\n", "One!\r\n\r\nTwo.\r\n", "One.\n\nDrei.\n", "One!\r\n\r\nDrei.\r\n"},
	{"items", "- one\n- two\n- three\n", "- one\n- *two*\n- three\n", "- one\n- two\n- three\n- four\n", "- one\n- *two*\n- three\n- four\n"},

	{"keys", front + "Text.\n",
		strings.Replace(front, "title: The Harbour", "kicker: Reportage\ntitle: \"The Harbour: a visit\"", 1) + "Text.\n",
		strings.Replace(front, "2025-09-12", "2025-09-13\nupdated: 2025-09-20", 1) + "Text.\n",
		"---\nkicker: Reportage\ntitle: \"The Harbour: a visit\"\ndate: 2025-09-13\nupdated: 2025-09-20\nauthors:\n  - name: Ann Roe\nlang: en\n---\n\nText.\n"},
	{"words of a key", front + "Text.\n", strings.Replace(front, "The", "The *old*", 1) + "Text.\n", strings.Replace(front, "Harbour", "Harbor", 1) + "Text.\n",
		strings.Replace(front, "The Harbour", "The *old* Harbor", 1) + "Text.\n"},
	{"a key of both stays ours", front + "Text.\n", strings.Replace(front, "2025-09-12", "2025-10-01", 1) + "Text.\n", strings.Replace(front, "2025-09-12", "2025-09-14", 1) + "Text.\n",
		strings.Replace(front, "2025-09-12", "2025-10-01", 1) + "Text.\n"},
	{"lines of a key", front + "Text.\n", strings.Replace(front, "Ann Roe\n", "Ann Roe\n    url: https://example.org\n", 1) + "Text.\n", strings.Replace(front, "authors:\n", "authors:\n  - name: Odd Tangen\n", 1) + "Text.\n",
		strings.Replace(front, "authors:\n  - name: Ann Roe\n", "authors:\n  - name: Odd Tangen\n  - name: Ann Roe\n    url: https://example.org\n", 1) + "Text.\n"},

	{"a note before another", "Ann[^1] and Odd.\n\n[^1]: About Ann.\n", "Ann[^1] and *Odd*.\n\n[^1]: About *Ann*.\n", "The[^1] Ann[^2] and Odd.\n\n[^1]: On the article.\n\n[^2]: About Ann.\n",
		"The[^1] Ann[^2] and *Odd*.\n\n[^1]: On the article.\n\n[^2]: About *Ann*.\n"},
	{"notes of both", "Ann is here and Odd is there.\n", "Ann[^1] is here and Odd is there.\n\n[^1]: Ours.\n", "Ann is here and Odd[^1] is there.\n\n[^1]: Theirs.\n",
		"Ann[^1] is here and Odd[^2] is there.\n\n[^1]: Ours.\n\n[^2]: Theirs.\n"},
	{"a note gone", "Ann[^1] is here and Odd[^2] is there.\n\n[^1]: Ours.\n\n[^2]: Theirs.\n", "Ann[^1] is *here* and Odd[^2] is there.\n\n[^1]: Ours.\n\n[^2]: Theirs.\n", "Ann is here and Odd[^1] is there.\n\n[^1]: Theirs.\n",
		"Ann is *here* and Odd[^1] is there.\n\n[^1]: Theirs.\n"},
	{"a note whose order is the editor's", "Ann[^1] is here and Odd is there.\n\n[^1]: Ours.\n", "Ann[^1] is here and Odd is there.[^x]\n\n[^x]: Mine.\n\n[^1]: Ours.\n", "Ann[^1] is here and Odd[^2] is there.\n\n[^1]: Ours.\n\n[^2]: Theirs.\n",
		"Ann[^1] is here and Odd[^2] is there.[^x]\n\n[^x]: Mine.\n\n[^1]: Ours.\n\n[^2]: Theirs.\n"},
	{"a paragraph that the editor moved is mended", "One is here.\n\nTwo is here.\n\nThe ferry leaves for Skarme.\n", "The ferry leaves for Skarme.\n\nOne is here.\n\nTwo is here.\n", "One is here.\n\nTwo is here.\n\nThe ferry leaves for Skarne.\n",
		"The ferry leaves for Skarne.\n\nOne is here.\n\nTwo is here.\n"},
	{"a paragraph that the author moved is mended by the editor", "The ferry leaves for Skarme.\n\nOne is here.\n\nTwo is here.\n", "The *ferry* leaves for Skarme.\n\nOne is here.\n\nTwo is here.\n", "One is here.\n\nTwo is here.\n\nThe ferry leaves for Skarme.\n",
		"One is here.\n\nTwo is here.\n\nThe *ferry* leaves for Skarme.\n"},
	{"a moved section, of which the author drops a paragraph", "## A\n\nOne is here.\n\nTwo is here.\n\n## B\n\nThree is here.\n\nFour is here.\n\nFive is here.\n", "## B\n\nThree is here.\n\nFour is here.\n\nFive is here.\n\n## A\n\nOne is here.\n\nTwo is here.\n", "## A\n\nTwo is there.\n\n## B\n\nThree is here.\n\nFour is here.\n\nFive is here.\n",
		"## B\n\nThree is here.\n\nFour is here.\n\nFive is here.\n\n## A\n\nTwo is there.\n"},
	{"no line feed at the end", "One.\n\nTwo.\n", "One!\n\nTwo.", "One.\n\nDrei.\n", "One!\n\nDrei."},
	{"labels of the editor", "Ann[^1] is here.\n\n[^1]: Words.\n", "Ann[^ann] is here.\n\n[^ann]: Words.\n", "Ann[^1] is there.\n\n[^1]: Words, more.\n", "Ann[^ann] is there.\n\n[^ann]: Words, more.\n"},
}

func TestChapters(t *testing.T) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := Chapters(c.base, c.ours, c.theirs)
			if len(r.Conflicts) > 0 {
				t.Errorf("conflicts %+v", r.Conflicts)
			}
			if r.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", r.Text, c.want)
			}
		})
	}
}

// TestConflicts has the words of both sides, and the line of ours.
func TestConflicts(t *testing.T) {
	for _, c := range []struct {
		name, base, ours, theirs string
		want                     Conflict
	}{
		{"one word", "Zero.\n\nThe ferry leaves at noon.\n", "Zero.\n\nThe ferry leaves at one.\n", "Zero.\n\nThe ferry leaves at two.\n", Conflict{3, "ferry leaves at noon.", "ferry leaves at one.", "ferry leaves at two."}},
		{"ours is gone", "Zero.\n\nThe ferry leaves.\n\nEnd.\n", "Zero.\n\nEnd.\n", "Zero.\n\nThe ferry sails.\n\nEnd.\n", Conflict{3, "The ferry leaves.", "", "The ferry sails."}},
		{"theirs is gone", "Zero.\n\nThe ferry leaves.\n", "Zero.\n\nThe ferry *leaves*.\n", "Zero.\n", Conflict{3, "The ferry leaves.", "The ferry *leaves*.", ""}},
		{"two new endings", "Zero.\n\nIt is late.\n", "Zero.\n\nIt is late, he says.\n", "Zero.\n\nIt is late, she says.\n", Conflict{3, "It is late.", "It is late, he says.", "It is late, she says."}},
		{"rewritten", "A day of rain ended with the sun.\n", "The morning was wet, and evening had the sun.\n", "A day of hail ended with the moon.\n",
			Conflict{1, "A day of rain ended with the sun.", "The morning was wet, and evening had the sun.", "A day of hail ended with the moon."}},
		{"a note", "Ann[^1].\n\n[^1]: About Ann.\n", "Ann[^1].\n\n[^1]: Of Ann.\n", "Ann[^1].\n\n[^1]: On Ann.\n", Conflict{3, "About Ann.", "Of Ann.", "On Ann."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Chapters(c.base, c.ours, c.theirs)
			if len(r.Conflicts) != 1 || r.Conflicts[0] != c.want {
				t.Errorf("got %+v, want %+v", r.Conflicts, c.want)
			}
		})
	}
}

func TestKeys(t *testing.T) {
	base := front + "Text.\n"
	ours := strings.Replace(base, "title: The Harbour", "title: Port", 1)
	theirs := strings.Replace(strings.Replace(base, "2025-09-12", "2025-09-13", 1), "The Harbour", "The Harbor", 1)
	r := Chapters(base, ours, theirs)
	want := []Key{{"title", 2, "The Harbour", "The Harbor", true}, {"date", 3, "2025-09-12", "2025-09-13", false}}
	if len(r.Keys) != 2 || r.Keys[0] != want[0] || r.Keys[1] != want[1] {
		t.Errorf("got %v, want %v", r.Keys, want)
	}
}

func TestDiff(t *testing.T) {
	var got []string
	for _, l := range Diff("One.\n\nTwo.\n", "One.\n\nZwei.\n") {
		got = append(got, fmt.Sprint(l.Number, l))
	}
	want := "0 @@ -1,3 +1,3 @@; 1  One.; 2  ; 3 -Two.; 3 +Zwei."
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %q, want %q", s, want)
	}
	got = nil
	for _, l := range Diff("One.\r\n\r\nTwo.", "One.\r\n\r\nZwei.") {
		got = append(got, fmt.Sprintf("%q", l.String()))
	}
	want = `"@@ -1,3 +1,3 @@"; " One.\r"; " \r"; "-Two."; "\\ No newline at end of file"; "+Zwei."; "\\ No newline at end of file"`
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
	if got := Diff("x\n", "x\n"); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestWithKey(t *testing.T) {
	other := strings.Replace(front, "title: The Harbour\n", "title: Harbour v2\n", 1)
	if got := WithKey(other+"Text.\n", front, "title"); got != front+"Text.\n" {
		t.Errorf("got %q", got)
	}
	if got := WithKey("Text.\n", front, "title"); got != "Text.\n" {
		t.Errorf("got %q", got)
	}
}
