package xmltree

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	n, err := Parse(strings.NewReader(`<?xml version="1.0" encoding="euc-kr"?><!-- x --><a:r xmlns:a="u" k="v"><b>x &amp; &eacute;</b><c><![CDATA[<i>]]></c></a:r>`))
	if err != nil {
		t.Fatal(err)
	}
	if n.Name != "r" || n.Space != "u" || n.Get("k") != "v" || n.Child("b").Content() != "x & é" || n.Find("c").Content() != "<i>" || n.Child("none").Child("b").Get("x") != "" {
		t.Errorf("%+v", n)
	}
	if got := n.HTML(); got != "<b>x &amp; é</b><c>&lt;i&gt;</c>" {
		t.Errorf("HTML %q", got)
	}
}

func TestRefuses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"entities", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`, "entities"},
		{"unknown entity", `<x>&b;</x>`, "entity"},
		{"deep", strings.Repeat("<x>", MaxDepth+1), "nested"},
		{"many", "<x>" + strings.Repeat("<y/>", MaxNodes/2) + "</x>", "more than"},
		{"open", "<x><y></x>", "no XML"},
		{"nothing", " ", "no element"},
		{"text", "text", "no element"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Parse(strings.NewReader(tt.in)); err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}
