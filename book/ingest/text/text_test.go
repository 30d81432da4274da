package text

import (
	"testing"

	"octavo/book/internal/dump"
)

func TestRead(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"lines", "a\nb\n\nc\r\nd", "paragraph \"a\"\n+paragraph \"b\"\nparagraph \"c\"\n+paragraph \"d\"\n"},
		{"broken by hand",
			"The ferry leaves at noon, and nobody is on it who would\nhave to be anywhere; it has been so since the quay was\nbuilt for the other ships, which have never come\nto it.\n\nA line.\nAnother line.\n",
			"paragraph \"The ferry leaves at noon, and nobody is on it who would have to be anywhere; it has been so since the quay was built for the other ships, which have never come to it.\"\nparagraph \"A line.\"\n+paragraph \"Another line.\"\n"},
		{"broken by hand, Han", "渡轮在中午离开港口，船上没有一个人是必须到什么地方去的\n自从码头为那些没有来的船建成以后，这里一直就是这个样子\n港务长对我们说，从来没有人跟他说过这件事情，没有人。\n",
			"paragraph \"渡轮在中午离开港口，船上没有一个人是必须到什么地方去的自从码头为那些没有来的船建成以后，这里一直就是这个样子港务长对我们说，从来没有人跟他说过这件事情，没有人。\"\n"},
		{"bullets", "- a\n- b\n\n• c", "bullets tight\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\nparagraph \"• c\"\n"},
		{"numbers", "3. a\n4. b\n", "numbers from 3 tight\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n"},
		{"numbers that do not count on", "1. a\n3. b\n", "paragraph \"1. a\"\n+paragraph \"3. b\"\n"},
		{"one dash", "- a\n\nb", "paragraph \"- a\"\nparagraph \"b\"\n"},
		{"nothing", " \n\u3000\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			for _, b := range Read(tt.in).Blocks {
				var p dump.Printer
				p.Block(b.Block)
				if b.Tight {
					got += "+"
				}
				got += p.String()
			}
			if got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}
