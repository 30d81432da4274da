package markdown

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
)

// TestNotations reads front matter in all notations, and places its faults.
func TestNotations(t *testing.T) {
	for _, tt := range []struct{ name, src, want, told string }{
		{"TOML", "+++\ntitle = \"A *b*\"\ndate = 2025-09-17T06:40:00+01:00\ndraft = false\nauthors = [\"Ann Lee\"]\n[params]\n  subtitle = 'S'\n+++\n\nText.\n",
			"title A b, subtitle S, date 2025-09-17T06:40:00+01:00, by Ann Lee/Lee, Ann", "7:3 key-foreign"},
		{"a list of tables", "+++\ntitle = \"A\"\n[[authors]]\nname = \"Ann Lee\"\n[[authors]]\nname = \"Bo Berg\"\n+++\nText.\n",
			"title A, by Ann Lee/Lee, Ann, by Bo Berg/Berg, Bo", ""},
		{"keys in TOML", "+++\ntitle = \"A\"\n\n# remark\nlastmod = 2025-09-18\nauhtors = 'Ann'\n+++\nText.\n",
			"title A, updated 2025-09-18", "5:1 key-foreign, 6:1 key-unknown"},
		{"a value in TOML", "+++\ntitle = \"A\"\ndate = \"soon\"\n+++\nText.\n", "title A", "3:8 date-format"},
		{"broken TOML", "+++\ntitle = A\n+++\nText.\n", "", "2:9 front-matter-form"},
		{"TOML without an end", "+++\ntitle = \"A\"\n\nText.\n", "", "1:1 front-matter-open"},
		{"JSON", "{\n\t\"title\": \"A \\ud83d\\ude00\",\n\t\"date\": \"2025-09-17\",\n\t\"params\": {\"subtitle\": \"{}\"}\n}\n\nText.\n", "title A 😀, subtitle {}, date 2025-09-17", "4:13 key-foreign"},
		{"faults in JSON", "{\n  \"title\": \"A\",\n  \"lastmod\": \"2025-09-18\",\n  \"auhtors\": []\n}\nText.\n", "title A, updated 2025-09-18", "3:3 key-foreign, 4:3 key-unknown"},
		{"broken JSON", "{\n  \"title\": \"A\"\n  \"date\": \"2025-09-18\"\n}\nText.\n", "", "3:3 front-matter-form"},
		{"JSON without an end", "{\"title\": \"A\",\n\nText.\n", "", "1:1 front-matter-open"},
		{"Hexo", "\"title\": \"A\",\n\"date\": \"2025-09-17\"\n;;;\nText.\n", "title A, date 2025-09-17", ""},
		{"Hexo, between fences", ";;;\n\"title\": \"A\"\n;;;\nText.\n", "title A", ""},
		{"gray-matter", "---toml\ntitle = \"A\"\n---\nText.\n", "title A", ""},
		{"gray-matter, JSON", "--- json\n{\"title\": \"A\"}\n---\nText.\n", "title A", ""},
		{"a program", "---js\n{title: \"A\"}\n---\nText.\n", "", "2:1 front-matter-form"},
		{"a shortcode", "{{< pagebreak >}}\n\nText.\n", "", ""},
		{"a text in quotation marks", "\"Tide\": a word.\n\nText.\n", "", ""},
		{"braces in text", "{\"a\": 1} is JSON.\n\nText.\n", "", ""},
		{"signs of plus", "Text.\n\n+++\n", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, list := Parse("c.md", []byte(tt.src), Options{Language: "en"})
			var told []string
			for _, d := range list {
				if d.Rule != "author-missing" && d.Rule != "key-missing" && d.Rule != "title-file" {
					told = append(told, fmt.Sprintf("%d:%d %s", d.Pos.Line, d.Pos.Col, d.Rule))
				}
			}
			if want := strings.Contains(tt.told, "front-matter"); c.Unread != want {
				t.Errorf("unread: %t", c.Unread)
			}
			got := frontOf(c)
			if tt.want == "" {
				got = ""
			}
			if got != tt.want || strings.Join(told, ", ") != tt.told {
				t.Errorf("got  %s; %s\nwant %s; %s", frontOf(c), strings.Join(told, ", "), tt.want, tt.told)
			}
			if body := book.BlocksOf(c); tt.want != "" && (len(c.Body) != 1 || book.PlainText(c.Body[0].(*book.Paragraph).Content) != "Text.") {
				t.Errorf("%d blocks", len(fmt.Sprint(body)))
			}
			roundTrip(t, []byte(tt.src))
		})
	}
}
