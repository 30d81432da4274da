package yaml

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/internal/fuzzing"
)

// A draft is what the tests decode into.
type draft struct {
	title, place string
	date         book.Date
	tags         []string
	flag         bool
	count        int
	tide         string
	empty        string
	nested       map[string]string
}

var object = Object[draft]{
	{Key{Name: "title", Doc: "its name", Required: true, Shape: Shape{Form: AnyText}}, func(d *draft, v Value) { d.title = v.Line() }},
	{Key{Name: "place"}, func(d *draft, v Value) { d.place = v.Text() }},
	{Key{Name: "date", Shape: Shape{Form: Day}}, func(d *draft, v Value) { d.date = v.Date() }},
	{Key{Name: "tags", Shape: ListOf.Of(Shape{Form: AnyText})}, func(d *draft, v Value) {
		for _, i := range v.Items() {
			d.tags = append(d.tags, i.Text())
		}
	}},
	{Key{Name: "flag", Shape: Shape{Form: Flag}}, func(d *draft, v Value) { d.flag = v.Bool() }},
	NewField("count", "how many", Shape{Form: Number, Least: 1, Most: 9}, func(d *draft, v Value) { d.count, _ = v.Int(1, 9) }),
	NewField("tide", "which", ChoiceOf([]string{"ebb", "flood"}), func(d *draft, v Value) { d.tide = Choose(v, []string{"ebb", "flood"}) }),
	{Key{Name: "empty", Blank: true}, func(d *draft, v Value) { d.empty = "<" + v.Text() + ">" }},
	{Key{Name: "nested"}, func(d *draft, v Value) {
		d.nested = map[string]string{}
		for _, e := range v.Entries() {
			d.nested[e.Key] = e.Value.Text()
		}
	}},
}

func decodeDraft(src string) (draft, []string) {
	var d draft
	doc := Parse("f", []byte(src), 1)
	object.Decode(&d, doc.Root)
	var list []string
	for _, f := range doc.Diagnostics() {
		list = append(list, strings.ReplaceAll(f.String(), "\n    hint:", " |"))
	}
	return d, list
}

func TestFaults(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"nothing wrong", "title: T", ""},
		{"a number is text", "title: 1984", ""},
		{"empty file", "", `f:1:1: error: the key "title" is missing [key-missing] | add title: its name`},
		{"empty title", "place: x\ntitle: ''", `f:1:1: error: the key "title" is missing [key-missing] | add title: its name`},
		{"unknown key", "title: T\ntgas: []", `f:2:1: error: the key "tgas" is unknown [key-unknown] | did you mean tags?`},
		{"unknown and far", "title: T\nzzzzzzzz: x", `f:2:1: error: the key "zzzzzzzz" is unknown [key-unknown]`},
		{"repeated key", "title: T\ntitle: U", `f:2:1: error: the key "title" was given on line 1 already [key-duplicate] | keep one of the two`},
		{"list for text", "title: [a]", `f:1:8: error: want text, got a list [type-wrong] | write it behind the colon, in quotation marks if it begins with [ or {`},
		{"text for list", "title: T\ntags: a", `f:2:7: error: want a list, got text [type-wrong] | write the items in brackets, [a, b], or each on a line of its own behind a hyphen`},
		{"text for mapping", "title: T\nnested: a", `f:2:9: error: want a mapping, got text [type-wrong] | write the keys indented below, each on a line of its own`},
		{"text for the document", "title", `f:1:1: error: want a mapping, got text [type-wrong] | write the keys indented below, each on a line of its own`},
		{"not a flag", "title: T\nflag: maybe", `f:2:7: error: want true or false, got "maybe" [type-wrong] | write the one or the other without quotation marks`},
		{"a key that is a list", "title: T\n? [a]\n: b", `f:2:3: error: want a key, got a list [type-wrong]`},
		{"a number", "title: T\ncount: 9", ""},
		{"no number", "title: T\ncount: many", `f:2:8: error: want a whole number, got "many" [type-wrong] | write a whole number from 1 to 9`},
		{"a list for a number", "title: T\ncount: [1]", `f:2:8: error: want text, got a list [type-wrong] | write it behind the colon, in quotation marks if it begins with [ or {`},
		{"a number too small", "title: T\ncount: 0", `f:2:8: error: 0 is out of bounds [value-range] | write a whole number from 1 to 9`},
		{"a number too large", "title: T\ncount: 10", `f:2:8: error: 10 is out of bounds [value-range] | write a whole number from 1 to 9`},
		{"a word", "title: T\ntide: EBB", ""},
		{"a word near one", "title: T\ntide: flod", `f:2:7: error: "flod" is not known here [value-unknown] | did you mean flood?`},
		{"a word far from all", "title: T\ntide: neap", `f:2:7: error: "neap" is not known here [value-unknown] | there are ebb and flood`},
		{"a list for a word", "title: T\ntide: [ebb]", `f:2:7: error: want text, got a list [type-wrong] | write it behind the colon, in quotation marks if it begins with [ or {`},
		{"a tab", "title: T\ntags:\n\t- a", `f:3:1: error: a tab in the indentation [yaml-syntax] | indent with spaces`},
		{"a colon", "title: T\nplace: a: b", `f:2:1: error: a colon where none can stand [yaml-syntax] | put a value that holds a colon in quotation marks`},
		{"quotes in quotes", "title: T\nplace: \"a \"b\" c\"\nflag: true", `f:2:8: error: a value that begins with " means something else to YAML [yaml-syntax] | put the whole value in quotation marks: place: 'a "b" c'`},
		{"an open quote", "title: T\nplace: \"a\nflag: true\n", `f:2:1: error: a quotation mark is not closed [yaml-syntax] | close it; a value that holds one kind can stand in the other`},
		{"an at sign", "title: @home", `f:1:8: error: a value that begins with @ means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "@home"`},
		{"a fault behind a value of two lines", "title: \"a\n  b\"\nplace: a: b\n", `f:3:1: error: a colon where none can stand [yaml-syntax] | put a value that holds a colon in quotation marks`},
		{"a fault behind two values of two lines", "title: \"a\n\n\n  b\"\ntags: [a,\n  b]\n\nplace: a: b\n", `f:8:1: error: a colon where none can stand [yaml-syntax] | put a value that holds a colon in quotation marks`},
		{"two documents", "title: T\n---\ntitle: U", `f:2:1: error: a second document begins; there can be one only [yaml-syntax] | delete what begins with the line ---, or its hyphens`},
		{"BOM and CRLF", "\ufefftitle: T\r\ntags: a\r\n", `f:2:7: error: want a list, got text [type-wrong] | write the items in brackets, [a, b], or each on a line of its own behind a hyphen`},
		{"CR", "title: T\rtags: a\r", `f:2:7: error: want a list, got text [type-wrong] | write the items in brackets, [a, b], or each on a line of its own behind a hyphen`},
		{"an alias", "title: &a T\nplace: *a", ""},
		{"an alias to nothing", "title: *a", `f:1:8: error: a value that begins with * means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "*a"`},
		{"a circle", "title: T\ntags: &a [*a]", `f:2:11: error: nesting of more than 200 levels [nesting-limit] | leave some of it out`},
		{"aliases that explode", bomb, `f:9:1: error: aliases that grow to more than 10000 values [alias-limit]`},
		{"deep", "title: T\ntags: " + strings.Repeat("[", 300) + strings.Repeat("]", 300), `f:2:207: error: nesting of more than 200 levels [nesting-limit] | leave some of it out`},
		{"large", "title: " + strings.Repeat("x", MaxBytes), `f:1: error: YAML of 1048583 bytes; the limit is 1048576 [size-limit] | leave out what does not belong here`},
		{"not UTF-8", "title: T\nplace: é\xff", `f:2:9: error: the byte 0xff is not UTF-8 [encoding] | save the file as UTF-8`},
		{"a noncharacter", "title: a\uFFFEb", "f:1:9: error: the character U+FFFE is not allowed here [control-character] | delete the character"},
		{"another noncharacter", "title: a\uFDD0b", "f:1:9: error: the character U+FDD0 is not allowed here [control-character] | delete the character"},
		{"the character before it", "title: a\uFDCFb", ""},
		{"a list for a flag", "title: T\nflag: [true]", "f:2:7: error: want true or false, got a list [type-wrong] | write the one or the other without quotation marks"},
		{"nothing for a list", "title: T\ntags:\nflag: ~", ""},
		{"nothing for text", "title: T\nplace: ~", ""},
		{"a comment alone", "# nothing", `f:1:1: error: the key "title" is missing [key-missing] | add title: its name`},
		{"a control character", "title: \x07", `f:1:8: error: the character U+0007 is not allowed here [control-character] | delete the character`},
		{"an escaped control character", `title: "a\x07b"`, `f:1:8: error: the character U+0007 is not allowed here [control-character] | delete the escape`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, list := decodeDraft(tt.src)
			got := strings.Join(list, "\n")
			if tt.name == "aliases that explode" { // the place is one of its aliases
				if !strings.Contains(got, "aliases that grow to more than 10000 values [alias-limit]") {
					t.Error(got)
				}
				return
			}
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// bomb grows to 9^8 values.
var bomb = func() string {
	var b strings.Builder
	b.WriteString("title: T\na: &a [x, x, x, x, x, x, x, x, x]\n")
	for c := 'b'; c < 'j'; c++ {
		fmt.Fprintf(&b, "%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9), ", "))
	}
	return b.String()
}()

func TestDates(t *testing.T) {
	tests := []struct{ in, want, fault string }{
		{"2025-11-05", "2025-11-05", ""},
		{"2025-11-05T22:54:00+08:00", "2025-11-05T22:54:00+08:00", ""},
		{"2025-11-05 22:54", "2025-11-05T22:54:00Z", ""},
		{"2025-11-05T22:54:30.5Z", "2025-11-05T22:54:30Z", ""},
		{"2025-11-05 22:54:00 -0330", "2025-11-05T22:54:00-03:30", ""},
		{"2025-11-05T22:54:00+00:00", "2025-11-05T22:54:00Z", ""},
		{"2024-02-29", "2024-02-29", ""},
		{"2025-11-5", "", `"2025-11-5" is no date`},
		{"2025/11/05", "", `"2025/11/05" is no date`},
		{"2025-02-29", "", "there is no day 2025-02-29"},
		{"2025-13-01", "", "there is no day 2025-13-01"},
		{"2025-11-05T25:00:00Z", "", `"2025-11-05T25:00:00Z" has a time that does not exist`},
		{"2025-11-05T22:54:00+99:00", "", `"2025-11-05T22:54:00+99:00" has a time that does not exist`},
		{"5 November 2025", "", `"5 November 2025" is no date`},
		{"2025", "", `"2025" is no date`},
		{"0000-01-01", "", "there is no day 0000-01-01"},
	}
	for _, tt := range tests {
		t.Run(tt.in, func(t *testing.T) {
			d, fault, _ := parseDate(tt.in)
			if fault != tt.fault || fault == "" && d.String() != tt.want {
				t.Errorf("got %q, %q; want %q, %q", d, fault, tt.want, tt.fault)
			}
		})
	}
}

// TestLocated looks up each word of a value in the file by the place that it is
// said to have.
func TestLocated(t *testing.T) {
	tests := []struct{ name, src string }{
		{"plain", "place: one twö three"},
		{"plain over lines", "place: one\n  twö\n\n  three"},
		{"double quotes", `place: "one \"twö\" \u0041x three"`},
		{"double quotes over lines", "place: \"one\n  twö\\\n  three\""},
		{"single quotes", "place: 'one ''twö'' three'"},
		{"literal", "place: |\n  one\n    twö\n\n  three\n"},
		{"folded", "place: >-\n   one\n   twö\n\n   three\n"},
		{"escapes of all lengths", `place: "\x41 one \u00e9 twö \U0001F600\t three"`},
		{"with a tag", "place: !!str one twö three"},
		{"in a list", "place: [é, one twö three]"},
		{"alias", "a: &x one twö three\nplace: *x"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := Parse("f", []byte(tt.src), 5)
			var text Text
			for _, e := range doc.Root.Entries() {
				if e.Key == "place" {
					v := e.Value
					if v.Kind() == List {
						v = v.Items()[1]
					}
					text = v.Located()
				}
			}
			lines := strings.Split(tt.src, "\n")
			for _, word := range []string{"one", "twö", "three"} {
				i := strings.Index(text.Value, word)
				pos := text.Pos(i)
				line := []rune(lines[pos.Line-5])
				if got := string(line[pos.Col-1:]); i < 0 || !strings.HasPrefix(got, word) {
					t.Errorf("%s of %q is at %v: %q", word, text.Value, pos, got)
				}
			}
		})
	}
}

// TestLocatedEnd asks for the places of a value's end, and of nothing.
func TestLocatedEnd(t *testing.T) {
	for _, tt := range []struct {
		src    string
		value  string
		offset int
		want   string
	}{
		{"a: one\nb: x", "one", 0, "f:1:4"},
		{"a: one\nb: x", "one", 2, "f:1:6"},
		{"a: one\nb: x", "one", 3, "f:1:7"},
		{"a: \"o\\x41\"\nb: x", "oA", 1, "f:1:6"},
		{"a: ''\nb: x", "", 0, "f:1:5"},
		{"a: ~\nb: x", "", 0, "f:1:4"},
		{"a: [x]\nb: x", "", 0, "f:1:4"},
	} {
		text := Parse("f", []byte(tt.src), 1).Root.Entries()[0].Value.Located()
		if got := text.Pos(tt.offset).String(); got != tt.want || text.Value != tt.value {
			t.Errorf("%q: byte %d of %q is at %s, want %s of %q", tt.src, tt.offset, text.Value, got, tt.want, tt.value)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, s := range []string{
		"word", "two words", "1984", "1e3", "true", "No", "~", "null", "", " x", "x ", "a: b", "a:b", "a #b", "a#b", "- a", "-a",
		"[a", "{a", "*a", "&a", "!a", "|", ">", "'a'", `"a"`, "%a", "@a", "`a`", "a, b", "a\nb", "a\tb", "é", "\u2028", "\ufeff", "\u00a0",
		"a\\b", "?", "? a", ":", "a:", "=", "<<", ".5", "2025-11-05", "http://a.b/c?d=e&f#g", "#", "\u0085",
	} {
		t.Run(s, func(t *testing.T) {
			doc := Parse("f", []byte("title: "+Plain(s)+"\n"), 1)
			entries := doc.Root.Entries()
			if len(entries) != 1 || entries[0].Value.Located().Value != strings.ReplaceAll(s, "\u0085", "") {
				t.Errorf("%q is written as %s: %v", s, Plain(s), doc.Diagnostics())
			}
			if len(entries) == 1 && s != "" && s != "\u0085" && entries[0].Value.Kind() != Scalar {
				t.Errorf("%q is read as %v", s, entries[0].Value.Kind())
			}
		})
	}
}

func TestShape(t *testing.T) {
	s := object.Shape()
	if s.Form != Mapping || len(s.Keys) != len(object) || s.Keys[0].Name != "title" || !s.Keys[0].Required {
		t.Errorf("the shape does not list the keys: %+v", s)
	}
	if got := s.Keys[3].Shape; got.Form != ListOf || got.Items[0].Form != AnyText {
		t.Errorf("the shape of a list is %+v", got)
	}
}

func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{"title: T\ntags: [a, {b: c}]", "a: |\n  b\n c", "- &a b\n- *a", bomb, "? a\n: b", "\t", "a: \"\\x00\""} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1<<16 {
			return
		}
		doc := Parse("f", src, 1)
		var d draft
		object.Decode(&d, doc.Root)
		lines := 2 + strings.Count(string(src), "\n") + strings.Count(string(src), "\r")
		for _, fault := range doc.Diagnostics() {
			if fault.Pos.Line > lines || strings.Contains(fault.Message, "\n") {
				t.Fatalf("%v in %d lines", fault, lines)
			}
		}
		for _, e := range doc.Root.Entries() {
			if e.Value.Kind() != Scalar {
				continue
			}
			text := e.Value.Located()
			for i := range text.Value {
				if pos := text.Pos(i); pos.Line < 1 || pos.Col < 1 || pos.Line > lines {
					t.Fatalf("byte %d of %q is at %v", i, text.Value, pos)
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	src := []byte("title: The Last Ferry\nsubtitle: A standfirst\ndate: 2025-09-03\nauthors:\n  - name: A\n    bio: B\n")
	for b.Loop() {
		Parse("f", src, 1)
	}
}

// TestBlank: an empty value is as good as no key, but where it is a value.
func TestBlank(t *testing.T) {
	for src, want := range map[string]string{"place: ''": "", "empty: ''": "<>", "empty:": "<>", "empty: x": "<x>"} {
		if d, _ := decodeDraft("title: T\n" + src); d.place != "" || d.empty != want {
			t.Errorf("%s: %q and %q", src, d.place, d.empty)
		}
	}
	if d, _ := decodeDraft("title: T\ncount: 7\ntide: Flood"); d.count != 7 || d.tide != "flood" {
		t.Errorf("read %d and %q", d.count, d.tide)
	}
}
