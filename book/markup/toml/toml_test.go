package toml

import (
	"errors"
	"strings"
	"testing"

	"octavo/book/internal/fuzzing"
	"octavo/book/markup/yaml"
)

// TestToYAML writes keys on the lines that they have, and values in their columns.
func TestToYAML(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"texts", "title  = \"The \\\"bar\\\"\"\nsub = 'a \\ b'\n", "title:   \"The \\\"bar\\\"\"\nsub:  \"a \\\\ b\""},
		{"blank lines and remarks", "# a\n\na = 1 # b\n\n\nb = true\n", "\n\na:  1\n\n\nb:  true"},
		{"days", "a = 2025-09-17\nb = 2025-09-17T06:40:00\nc = 2025-09-17 06:40:00+01:00\nd = 12:30:00\n", "a:  2025-09-17\nb:  2025-09-17T06:40:00\nc:  2025-09-17T06:40:00+01:00\nd:  \"12:30:00\""},
		{"numbers", "a = 0x10\nb = 1_000\nc = 1.5\n", "a:  16\nb:  1000\nc:  1.5"},
		{"a text of many lines", "a = \"\"\"\nx\ny\"\"\"\"\nb = '''x\n'''\nc = 1\n", "a:  \"x\\ny\\\"\"\n\n\nb:  \"x\\n\"\n\nc:  1"},
		{"a list of many lines", "a = [ # x\n  'a]', # ]\n  \"b\\\"]\",\n]\nb = 1\n", "a:  [\"a]\", \"b\\\"]\"]\n\n\n\nb:  1"},
		{"tables", "[params]\n  a = 1\n[params.x]\nb = 2\n", "params: {\n  a:  1, \n x: {\n b: 2}}"},
		{"tables in a list", "[[authors]]\nname = \"Ann\"\n[[authors]]\nname = \"Ben\"\n", "authors: [{\n name: \"Ann\"}, \n {\n name: \"Ben\"}]"},
		{"keys of parts", "a.b = 1\n\"c d\".\"e\\\"\" = {f = 2}\n", "a: {b: 1}\nc d: {\"e\\\"\":  {f: 2}}"},
		{"a table that goes on", "[a]\nx = 1\n[b]\ny = 1\n[a.c]\nz = 1\n", "a: {\n x: 1, \n\n\n c: {\n z: 1}}\nb: {\"y\": 1}"},
		{"nothing", "", ""},
		{"a long comment", "# " + strings.Repeat("x", maxBytes-4) + "\n", ""},
		{"lists in lists", "x = " + strings.Repeat("[", maxDepth-1) + strings.Repeat("]", maxDepth-1) + "\n", "x:  " + strings.Repeat("[", maxDepth-1) + strings.Repeat("]", maxDepth-1)},
		{"dots in a text", "title = \"" + strings.Repeat("a.", maxDepth+1) + "\"\n", "title:  \"" + strings.Repeat("a.", maxDepth+1) + "\""},
		{"dots in a key", "\"" + strings.Repeat("a.", maxDepth+1) + "\" = 1\n", strings.Repeat("a.", maxDepth+1) + ":    1"},
	} {
		got, err := ToYAML(tt.src)
		if err != nil || got != tt.want+"\n" {
			t.Errorf("%s: %v\ngot\n%s\nwant\n%s", tt.name, err, got, tt.want)
		}
		for _, f := range yaml.Parse("a", []byte(got), 1).Diagnostics() {
			t.Errorf("%s: %v", tt.name, f)
		}
	}
}

// TestFaults tells what is wrong, and where.
func TestFaults(t *testing.T) {
	nested := Fault{0, 0, "it is nested too deeply"}
	for _, tt := range []struct {
		name, src string
		want      Fault
	}{
		{"no value", "title = \"The bar\"\ndate = \n", Fault{2, 8, "expected value but found '\\n' instead"}},
		{"too long", "# " + strings.Repeat("x", maxBytes) + "\n", Fault{0, 0, "it has 64 kB; the limit is 64"}},
		{"tables in tables", "x = " + strings.Repeat("{a = ", maxDepth+1) + "1" + strings.Repeat("}", maxDepth+1) + "\n", nested},
		{"lists in lists", "x = " + strings.Repeat("[", maxDepth+1) + strings.Repeat("]", maxDepth+1) + "\n", nested},
		{"lists in lists, many more", "x = " + strings.Repeat("[", 8*maxDepth+1) + strings.Repeat("]", 8*maxDepth+1) + "\n", nested},
		{"a key of many parts", strings.Repeat("a.", maxDepth+1) + "b = 1\n", nested},
	} {
		_, err := ToYAML(tt.src)
		var f *Fault
		if !errors.As(err, &f) || *f != tt.want {
			t.Errorf("%s: got %#v, want %#v", tt.name, err, tt.want)
		}
	}
}

// FuzzToYAML: what TOML has is YAML, whatever it is.
func FuzzToYAML(f *testing.F) {
	fuzzing.Begin(f)
	f.Add("title = \"The bar\"\n[[authors]]\nname = 'Ann'\nx.y = {a = [1, 2025-09-17]}\n")
	f.Add("a = \"\"\"\nx\\u00e9\"\"\"\n[\"b\\\"\".c]\n")
	f.Fuzz(func(t *testing.T, src string) {
		got, err := ToYAML(src)
		if err != nil {
			return
		}
		strange := strings.ContainsFunc(src, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f || r == '\\' })
		if d := yaml.Parse("a", []byte(got), 1); d.Broken() && !strange {
			t.Errorf("%v\n%q\n%s", d.Diagnostics(), src, got)
		}
	})
}
