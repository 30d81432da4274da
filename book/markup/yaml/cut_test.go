package yaml

import (
	"strings"
	"testing"
)

// TestCut: values of which YAML takes a part for a remark, an anchor or a tag.
func TestCut(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"a number sign", "title: Room #9", `f:1:8: warning: YAML takes "#9" for a remark: the value of "title" ends at "Room" [value-cut] | if it is part of the value, put the whole in quotation marks: "Room #9"; if it is a remark, put two spaces before it`},
		{"a remark with words", "title: Letters # from the port", `f:1:8: warning: YAML takes "# from the port" for a remark: the value of "title" ends at "Letters" [value-cut] | if it is part of the value, put the whole in quotation marks: "Letters # from the port"; if it is a remark, put two spaces before it`},
		{"nothing before it", "title: T\nplace: #9", `f:2:1: warning: YAML takes "#9" for a remark: the key "place" has no value [value-cut] | if it is part of the value, put the whole in quotation marks: "#9"; if it is a remark, put two spaces before it`},
		{"an item", "title: T\ntags:\n- tide #9\n- ebb", `f:3:3: warning: YAML takes "#9" for a remark: the value of "tags" ends at "tide" [value-cut] | if it is part of the value, put the whole in quotation marks: "tide #9"; if it is a remark, put two spaces before it`},
		{"two lines", "title: Room\n  with #9\nplace: P", `f:1:8: warning: YAML takes "#9" for a remark: the value of "title" ends at "Room with" [value-cut] | if it is part of the value, put the whole in quotation marks: "Room with #9"; if it is a remark, put two spaces before it`},
		{"set apart", "title: Room  # working title", ""},
		{"set apart by a tab", "title: Room\t# working title", ""},
		{"in quotation marks", `title: "Room #9" # said twice`, ""},
		{"a flag", "title: T\nflag: true # for now", ""},
		{"a date", "title: T\ndate: 2025-03-01 # of print", ""},
		{"an allowance", "title: T # octavo: allow title-length", ""},
		{"no space before it", "title: C#9", ""},
		{"an anchor", "title: &Sons and co", `f:1:8: warning: YAML takes "&Sons" for an anchor: the value of "title" is "and co" [value-cut] | put the value in quotation marks: "&Sons and co"`},
		{"an anchor with an alias", "title: &a Tide\nplace: *a", ""},
		{"a tag", "title: !important news", `f:1:8: warning: YAML takes "!important" for a tag: the value of "title" is "news" [value-cut] | put the value in quotation marks: "!important news"`},
		{"a tag of YAML", "title: !!str 9", ""},
		{"an asterisk", "title: *Last* ferry", `f:1:8: error: a value that begins with * means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "*Last* ferry"`},
		{"an asterisk in a list", "title: T\ntags:\n- *Last* ferry", `f:3:3: error: a value that begins with * means something else to YAML [yaml-syntax] | put the whole value in quotation marks: "*Last* ferry"`},
		{"an ampersand", "title: & Sons", `f:1:8: error: a value that begins with & means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "& Sons"`},
		{"per cent", "title: %a", `f:1:8: error: a value that begins with % means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "%a"`},
		{"a backtick", "title: `go` home", "f:1:8: error: a value that begins with ` means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: \"`go` home\""},
		{"a greater sign", "title: > all", `f:1:8: error: a value that begins with > means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "> all"`},
		{"a hyphen", "title: - all", `f:1:8: error: a value that begins with - means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "- all"`},
		{"a bracket that ends early", "title: [Tides] of March", `f:1:8: error: a value that begins with [ means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "[Tides] of March"`},
		{"a quotation that ends early", `title: "Two" books`, `f:1:8: error: a value that begins with " means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: '"Two" books'`},
		{"an elision", "title: 'tis the tide\nplace: T", `f:1:8: error: a value that begins with ' means something else to YAML [yaml-syntax] | put the whole value in quotation marks: title: "'tis the tide"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, list := decodeDraft(tt.src); strings.Join(list, "\n") != tt.want {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(list, "\n"), tt.want)
			}
		})
	}
}
