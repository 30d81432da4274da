package epub

import (
	"strings"
	"testing"

	"octavo/book"
)

// TestMarks has pages begin where the EPUB sets something above the place that
// the page names: the mark stands above that.
func TestMarks(t *testing.T) {
	b := sample(t)
	chapters := b.Chapters()
	first, second := chapters[0], chapters[1]
	han := second.Authors[0]
	ann := first.Authors[0]
	first.Authors = append(first.Authors, han)
	second.Authors = append(second.Authors, ann)
	first.Kicker, second.Image = nil, &book.Figure{Credit: text("Photo: B")}
	title := second.Title[0].(*book.Text)
	term := &book.Span{Indexed: true, Entry: "tide!ebb", Content: text("ebb")}
	first.Body = append(first.Body, para(term))
	b.ListOfFigures = true
	note := first.EditorsNote[0].(*book.Paragraph)
	tests := []struct {
		name string
		at   book.PageBreak
		doc  string
		want string
	}{
		{"editor's note", book.PageBreak{Chapter: first, Block: note, Text: note.Content[0].(*book.Text)},
			"01-ue4-b.xhtml", `</div><aside class="editors-note"`},
		{"within the note", book.PageBreak{Chapter: first, Block: note, Text: note.Content[0].(*book.Text), Offset: 6},
			"01-ue4-b.xhtml", "</span>this first."},
		{"article of the first", book.PageBreak{Matter: book.ContributorsPage, Person: han, Text: title},
			"contributors.xhtml", `</span><a href="02-b.xhtml"><span lang="ko" xml:lang="ko">항구 &amp; &lt;바다&gt;</span></a></li></ul>` + "\n</div>\n<div"},
		{"the same article of the second", book.PageBreak{Matter: book.ContributorsPage, Person: ann, Text: title},
			"contributors.xhtml", `</span><a href="02-b.xhtml"><span lang="ko" xml:lang="ko">항구 &amp; &lt;바다&gt;</span></a></li></ul>` + "\n</div>\n</section>"},
		{"bio below a chapter", book.PageBreak{Chapter: first, Person: ann, Text: ann.Bio[0].(*book.Text)},
			"01-ue4-b.xhtml", `</span>Ann writes.`},
		{"entry of the list of figures", book.PageBreak{Matter: book.FiguresPage, Block: first.Image},
			"list-of-figures.xhtml", `</span><a href="01-ue4-b.xhtml#fig-1">`},
		{"entry of the index", book.PageBreak{Matter: book.IndexPage, Inline: term},
			"book-index.xhtml", `</span><span class="index-term">tide</span>`},
		{"entry within an entry", book.PageBreak{Matter: book.IndexPage, Inline: term, Offset: 1},
			"book-index.xhtml", `</span><span class="index-term">ebb</span>`},
		{"credit of a chapter", book.PageBreak{Matter: book.CreditsPage, Block: second.Image},
			"picture-credits.xhtml", `</div><h2 class="credits-chapter"><a href="02-b.xhtml">`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			opt := options(t, b, 1)
			opt.Fonts, opt.Pages = nil, &book.Pagination{Labels: []string{"7"}}
			opt.Pages.Breaks = []book.PageBreak{tt.at}
			p, err := newPlan(b, opt)
			if err != nil {
				t.Fatal(err)
			}
			p.render()
			for _, d := range p.docs {
				_, behind, found := strings.Cut(string(d.body), ` role="doc-pagebreak" aria-label="7">`)
				if found != (d.name == tt.doc) {
					t.Errorf("%s has the mark: %v", d.name, found)
				}
				if found && !strings.HasPrefix(behind, tt.want) {
					t.Errorf("behind the mark stands %.200q", behind)
				}
			}
		})
	}
}
