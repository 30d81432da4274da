package web

import (
	"octavo/book/source/rawhtml"
	"strings"
	"testing"
)

// TestCovered reads JSON-LD that is hidden or broken.
func TestCovered(t *testing.T) {
	const data = `{"@type":"NewsArticle","headline":"A","author":"Ann Roe"}`
	for _, s := range []string{
		data, "<!--" + data + "-->", "<![CDATA[" + data + "]]>", "//<![CDATA[\n" + data + "\n//]]>", "/* <![CDATA[ */ " + data + " /* ]]> */", "<!-- <![CDATA[" + data + "]]> -->",
		data + ";", "[" + data + "]", `{"@graph":[` + data + `]}`, `{"@graph":[{"@type":"Person","name":"Bo"},` + data + `],}`, data + "\n" + data,
		strings.ReplaceAll(data, `"}`, `",}`), strings.ReplaceAll(data, `"A"`, "\"A\n\""), strings.ReplaceAll(data, `"`, "&quot;"),
		`{"@type":"Article","headline":"A","author":{"@list":[{"@type":"Person","name":"Ann Roe"}]}}`,
		strings.TrimSuffix(data, "}"), `[{"@type":"NewsArticle","headline":"A","author":[{"@type":"Person","name":"Ann Roe"}]`, `{"@type":"Article","about":"a "new" quay","headline":"A","author":"Ann Roe"}`,
		`{"@type":"Article","headline":"A","author":[],"creator":["Ann Roe"]}`,
		`{"@type":"Article","headline":{"@value":"A"},"author":[{"@type":"Organization","name":"P"},{"@type":"Person","name":["Ann Roe"]}]}`,
		`{"@type":"Article","headline":"A","author":{"@id":"#a"}} {"@id":"#a","@type":"Organization","name":"Ann Roe"}`,
	} {
		budget := maxElements
		p := &page{root: newEl(rawhtml.Document("<script type='application/ld+json; charset=utf-8'>"+s+"</script>"), nil, &budget)}
		g, o := p.articleOf(p.linked())
		if got := text(o["headline"]) + strings.Join(g.bylines(o), ","); got != "AAnn Roe" {
			t.Errorf("%s\nhas %q", s, got)
		}
	}
	for _, s := range []string{"", "{", `{"a":"b",`, "<![CDATA[", "//", ";", ",", `"`, `"\`, strings.Repeat("[", 100_000)} {
		values(uncovered(s))
	}
}
