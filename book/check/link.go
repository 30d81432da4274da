package check

import (
	"strings"
	"unicode"

	"octavo/book"
)

// empty are link texts that say nothing by themselves.
var empty = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Split(`here|click here|this|this link|link|read more|more|see here|go here|this page|this article|source|
		hier|hier klicken|klicken sie hier|mehr|weiterlesen|dieser link|
		ici|cliquez ici|cliquer ici|en savoir plus|lire la suite|ce lien|lien|
		aquí|haz clic aquí|haga clic aquí|pulse aquí|leer más|más|enlace|este enlace|
		qui|clicca qui|leggi di più|aqui|clique aqui|leia mais|saiba mais|klik hier|lees meer|deze link|
		这里|此处|点击这里|点击此处|点这里|更多|链接|這裡|此處|點擊這裡|點擊此處|連結|鏈接|
		こちら|ここ|こちらをクリック|ここをクリック|リンク|続きを読む|詳細はこちら|
		여기|여기를 클릭|이곳|링크|더 보기|자세히 보기`, "|") {
		m[strings.TrimSpace(s)] = true
	}
	return m
}()

func linkText(r *reporter) {
	r.runs(func(run []book.Inline, _ string) {
		book.WalkInlines(run, func(in book.Inline) bool {
			if l, ok := in.(*book.Link); ok {
				words := book.PlainText(l.Content)
				if empty[bare(words)] {
					r.report(l.Pos, "let the link be the words that say what it leads to", "the link %q does not say where it leads", clip(words))
				}
			}
			return true
		})
	})
}

// bare returns s in lower case without the punctuation at its ends.
func bare(s string) string {
	return strings.ToLower(strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	}))
}

// linkWWW finds addresses of front matter and manifest without a scheme; in
// text, such a link leads to no chapter, which is reported where links are
// resolved.
func linkWWW(r *reporter) {
	see := func(address string, pos book.Pos) {
		if head, _, _ := strings.Cut(address, "/"); address != "" && !strings.Contains(head, ":") {
			r.report(pos, "write https:// before it", "the address %q has no https://", clip(address))
		}
	}
	for _, p := range r.book.Contributors {
		see(p.URL, p.Pos)
	}
	see(r.book.Accessibility.Report, r.manifest())
	for _, c := range r.book.Chapters() {
		see(c.Source.URL, c.Source.Pos)
		for _, a := range c.People() {
			see(a.URL, a.Pos)
		}
	}
}
