package yaml

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestExplanations has documents of which the library gives each of its messages.
func TestExplanations(t *testing.T) {
	for src, want := range map[string]string{
		"title: T\nplace\nflag: true":                         `f:2:1: error: a key without a colon [yaml-syntax] | write "key: value"`,
		"title: T\n  place: x":                                `f:2:3: error: a colon where none can stand [yaml-syntax] | put a value that holds a colon in quotation marks`,
		"tags:\n  - a\n b: c\ntitle: T":                       `f:3:2: error: this line does not fit the ones before it [yaml-syntax] | check the indentation, and quotation marks inside a quoted value`,
		"- a\ntitle: T":                                       `f:2:1: error: this line does not fit the list before it [yaml-syntax] | give all items of a list the same indentation`,
		"title: T\ntags: [a\nflag: true":                      `f:2:1: error: a list in brackets is not closed, or an item needs quotation marks [yaml-syntax] | close it with ], part its items by commas, and put those with ? : , [ ] { } in quotation marks`,
		"title: T\nnested: {a: b\nflag: true":                 `f:2:1: error: a mapping in braces is not closed, or a value needs quotation marks [yaml-syntax] | close it with }, part its entries by commas, and put values with ? : , [ ] { } in quotation marks`,
		`title: "\q"`:                                         `f:1:1: error: an unknown escape in a value in double quotation marks [yaml-syntax] | write a backslash twice, or use single quotation marks`,
		"title: T\n@a: b":                                     `f:2:1: error: a value or a key cannot begin with this character [yaml-syntax] | put it in quotation marks`,
		"title: T\ntags: [a,,b]":                              `f:2:1: error: a value is missing here [yaml-syntax] | write it, or delete the key`,
		"? a\n? b: - c":                                       `f:2:1: error: a list item where none can stand [yaml-syntax] | begin the list on a line of its own`,
		"%YAML 3\n---\na: b":                                  `f:1:1: error: not YAML: did not find expected digit or '.' character [yaml-syntax] | write a key, a colon and a value on each line`,
		"\n\n  \ntitle: T\n\n\nplace: a: b\n":                 `f:7:1: error: a colon where none can stand [yaml-syntax] | put a value that holds a colon in quotation marks`,
		"title: T\ntags:\n- >b c":                             `f:3:3: error: a value that begins with > means something else to YAML [yaml-syntax] | put the whole value in quotation marks: ">b c"`,
		"date: 2025-3-1\ntitle: T":                            `f:1:7: error: "2025-3-1" is no date [date-format] | write 2025-03-01`,
		"date: 2025/11/05\ntitle: T":                          `f:1:7: error: "2025/11/05" is no date [date-format] | write 2025-11-05`,
		"date: 2025-02-30\ntitle: T":                          `f:1:7: error: there is no day 2025-02-30 [date-format] | write the year, the month and the day, in this order`,
		"date: x\ntitle: T":                                   `f:1:7: error: "x" is no date [date-format] | write 2025-11-05 or 2025-11-05T22:54:00+08:00`,
		"date: 2025-01-01 24:00\ntitle: T":                    `f:1:7: error: "2025-01-01 24:00" has a time that does not exist [date-format] | write 2025-11-05 or 2025-11-05T22:54:00+08:00`,
		"date: 2025-01-01 23:60\ntitle: T":                    `f:1:7: error: "2025-01-01 23:60" has a time that does not exist [date-format] | write 2025-11-05 or 2025-11-05T22:54:00+08:00`,
		"date: 2025-01-01 23:59:60\ntitle: T":                 `f:1:7: error: "2025-01-01 23:59:60" has a time that does not exist [date-format] | write 2025-11-05 or 2025-11-05T22:54:00+08:00`,
		"date: 2025-01-01 23:59:59 +14\ntitle: T":             "",
		"date: 2025-01-01 23:59 +1459\ntitle: T":              "",
		"date: 2025-01-01 23:59 +15:00\ntitle: T":             `f:1:7: error: "2025-01-01 23:59 +15:00" has a time that does not exist [date-format] | write 2025-11-05 or 2025-11-05T22:54:00+08:00`,
		"date: 2025-01-01 23:59 +01:60\ntitle: T":             `f:1:7: error: "2025-01-01 23:59 +01:60" has a time that does not exist [date-format] | write 2025-11-05 or 2025-11-05T22:54:00+08:00`,
		"date: [a]\ntitle: T":                                 `f:1:7: error: want text, got a list [type-wrong] | write it behind the colon, in quotation marks if it begins with [ or {`,
		"date:\ntitle: T":                                     "",
		"title: T\nplace: " + strings.Repeat("a", 31) + " #9": `f:2:8: warning: YAML takes "#9" for a remark: the value of "place" ends at "…` + strings.Repeat("a", 30) + `" [value-cut] | if it is part of the value, put the whole in quotation marks: "` + strings.Repeat("a", 31) + ` #9"; if it is a remark, put two spaces before it`,
		"title: T\nplace: say \\\"so #9":                      `f:2:8: warning: YAML takes "#9" for a remark: the value of "place" ends at "say \\\"so" [value-cut] | if it is part of the value, put the whole in quotation marks: 'say \"so #9'; if it is a remark, put two spaces before it`,
	} {
		if _, list := decodeDraft(src); strings.Join(list, "\n") != want {
			t.Errorf("%q: got\n%s\nwant\n%s", src, strings.Join(list, "\n"), want)
		}
	}
}

// TestParseDay reads dates that no document holds.
func TestParseDay(t *testing.T) {
	for text, want := range map[string]string{" 2025-11-05 ": "2025-11-05", "2025-11-05 10:00": "2025-11-05T10:00:00Z", "2025-13-01": "", "": "", "x": ""} {
		d, ok := ParseDay(text)
		if ok != (want != "") || ok && d.String() != want {
			t.Errorf("%q is %s, %t", text, d, ok)
		}
	}
}

// TestTake returns the keys of somebody else, and those that were there.
func TestTake(t *testing.T) {
	var d draft
	doc := Parse("f", []byte("title: T\nother: x\nplace: ''\ntags: [a]\nmore: y"), 1)
	rest, given := object.Take(&d, doc.Root)
	if len(rest) != 2 || rest[0].Key != "other" || rest[1].Key != "more" || rest[1].Value.Text() != "y" || len(given) != 2 || !given["title"] || !given["tags"] || d.title != "T" {
		t.Errorf("left %v, given %v", rest, given)
	}
	if object.Find("place").Name != "place" || object.Find("other") != nil {
		t.Error("found another field")
	}
	if f := Required(NewField("a", "b", Shape{Form: Flag}, func(*draft, Value) {})); !f.Required || f.Name != "a" || f.Doc != "b" || f.Shape.Form != Flag {
		t.Errorf("the field is %+v", f.Key)
	}
}

// TestUnread has the fault of another notation, and nothing that is missing.
func TestUnread(t *testing.T) {
	for line, want := range map[int]int{7: 7, 0: 1} {
		doc := Unread(book.Diagnostic{Pos: book.Pos{File: "f", Line: line}, Message: "why"})
		var d draft
		object.Decode(&d, doc.Root)
		if list := doc.Diagnostics(); !doc.Broken() || len(list) != 1 || list[0].Message != "why" || doc.Root.Pos() != (book.Pos{File: "f", Line: want, Col: 1}) {
			t.Errorf("line %d: %v at %v", line, list, doc.Root.Pos())
		}
	}
}

// TestAllows reads the remarks that silence rules, and the lines that they hold for.
func TestAllows(t *testing.T) {
	src := strings.Join([]string{
		"title: T # octavo: allow a-b", // 5
		"place: x# octavo: allow no-no",
		"# octavo: allow c-d e-f", // 7
		"", "# words",
		"tags:", "  - a", "- b", "flag: true", // 10 to 13
		"nested: # octavo: allow g-h", "  a: b", "", "  c: d", "empty: x", // 14 to 18
		"list:", "  - a # octavo: allow i-j", "    b", "  - c", // 19 to 22
		"# octavo: allow k-l", // 23
	}, "\n")
	var got []string
	for _, a := range Parse("f", []byte(src), 5).Allows() {
		got = append(got, strings.Join([]string{a.Rule, a.Pos.String(), book.Pos{File: "f", Line: a.First}.String(), book.Pos{File: "f", Line: a.Last}.String()}, " "))
	}
	want := []string{
		"a-b f:5:10 f:5 f:5", "c-d f:7:1 f:7 f:12", "e-f f:7:1 f:7 f:12", "g-h f:14:9 f:14 f:17", "i-j f:20:7 f:20 f:21", "k-l f:23:1 f:23 f:23",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	many := Parse("f", []byte(strings.Repeat("# octavo: allow a-b\n", maxAllows+1)), 1)
	if n := len(many.Allows()); n != maxAllows {
		t.Errorf("%d remarks", n)
	}
}
