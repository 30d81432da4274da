package layout

import (
	"octavo/book/typeset/document"
	"strings"
	"testing"
	"unicode"
)

// TestLanguageOfWords puts Korean wherever a chapter may have it: in the structure each word is in
// its language, by which a screen reader takes its voice, and no other word is.
func TestLanguageOfWords(t *testing.T) {
	doc, _ := set(t, volume(parse(t, "a.md", `---
title: The Quay
subtitle: On [항구]{lang=ko} and boats
---

A word, [부산]{lang=ko}, and *one [대구]{lang=ko} in stress*.[^1]

## A heading with [인천]{lang=ko}

- a list
- of [울산]{lang=ko}

> A quotation of [여수]{lang=ko}.

<div lang="ko"><p>배는 정오에 떠난다</p></div>

| Port | Name |
| --- | --- |
| Mokpo | [목포]{lang=ko} |

Behind it comes English again.

[^1]: A note on [통영]{lang=ko}.
`)), Options{})
	seen := ""
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			text, ok := it.(*document.Text)
			if !ok || text.Elem == nil {
				continue
			}
			lang := ""
			for e := text.Elem; e != nil && lang == ""; e = e.Parent {
				lang = e.Lang
			}
			for _, w := range text.Words {
				letters := strings.ContainsFunc(w.Run.Text, unicode.IsLetter)
				korean := strings.ContainsFunc(w.Run.Text, func(r rune) bool { return unicode.Is(unicode.Hangul, r) })
				if want := map[bool]string{false: "en", true: "ko"}[korean]; letters && lang != want {
					t.Errorf("%q is in %q, want %q: %s", w.Run.Text, lang, want, elementPath(text.Elem))
				}
				if korean {
					seen += w.Run.Text
				}
			}
		}
	}
	for name := range strings.FieldsSeq("항구 부산 대구 인천 울산 여수 배는 떠난다 목포 통영") {
		if !strings.Contains(seen, name) {
			t.Errorf("%s is on no page", name)
		}
	}
}
