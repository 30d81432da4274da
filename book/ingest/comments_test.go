package ingest

import (
	"fmt"
	"strings"
	"testing"
)

// TestComments prints nothing of what readers say below an article on a page, by the names
// that systems of comments give their part of it, its label, or its heading.
func TestComments(t *testing.T) {
	const text = "<p>The tide comes in over the flats at four in the morning, and nobody in the village hears it, since the village has slept through tides for six hundred years and more.</p>"
	const said = "<h3>3 Comments</h3><p>SAID Kim Lee: what a lovely and private remark on the tides of my youth, which were higher than these, thank you so much.</p>"
	for _, c := range []struct {
		below string
		kept  bool // it is of the article
	}{
		{`<div id="disqus_thread">%s</div>`, false},
		{`<div id="comments" class="comments-area">%s</div>`, false},
		{`<ol class="commentlist"><li class="comment even">%s</li></ol>`, false},
		{`<div class="fb-comments">%s</div>`, false},
		{`<div id="cbox_module" class="u_cbox">%s</div>`, false},
		{`<div id="livefyre-comments">%s</div>`, false},
		{`<div id="coral_talk_stream">%s</div>`, false},
		{`<div class="giscus">%s</div>`, false},
		{`<section aria-label="Comments">%s</section>`, false},
		{`<section aria-label="댓글 3">%s</section>`, false},
		{`<h4>Discussion about this post</h4>%s`, false},
		{`<p>1.2K</p><h2>Responses (12)</h2>%s`, false},
		{`<h2>Kommentare (3)</h2>%s`, false},
		{`<h2>Discussion</h2><p>SAID by the council in its report on the tides, which runs to four hundred pages.</p>`, true},
		{`<p class="button"><a href="#c">Leave a comment</a></p><p>SAID by the council in its report on the tides, which runs to four hundred pages.</p>`, true},
		{`<h3>Leave a comment</h3>` + text + strings.ReplaceAll(text, "hears it", "SAID it") + text, true},
		{`<h3>Leave a comment</h3><p><b>Kim Lee</b></p>` + text + `<p>Ann Roe says:</p>` + strings.ReplaceAll(text, "hears it", "SAID it"), false},
	} {
		below := c.below
		if strings.Contains(below, "%s") {
			below = fmt.Sprintf(below, said)
		}
		page := "<!DOCTYPE html><html><head><title>Tides</title></head><body><article><h1>Tides</h1>" + strings.Repeat(text, 3) + below + "</article></body></html>"
		results, err := Read("in.html", []byte(page), Options{})
		if err != nil {
			t.Errorf("%s: %v", c.below, err)
			continue
		}
		got := string(results[0].Markdown)
		if strings.Contains(got, "SAID") != c.kept || !strings.Contains(got, "six hundred") || strings.Contains(got, "1.2K") {
			t.Errorf("%s: %s", c.below, got)
		}
	}
}

// TestWordComments leaves out the comments of a page of Word that no link leads to, and tells
// them.
func TestWordComments(t *testing.T) {
	const page = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><title>Tides</title></head><body><div class=WordSection1>
<p class=MsoTitle>Tides</p><p class=MsoNormal>The tide comes in over the flats at four in the morning<span class=MsoCommentReference>[KL1]</span>, and nobody in the village hears it.</p></div>
%s</body></html>`
	for _, list := range []string{
		`<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div class=msocomtxt><p class=MsoCommentText>Is that SAID?</p></div></div></div>`,
		`<p class=MsoCommentText>Is that SAID?</p>`,
	} {
		results, err := Read("in.html", fmt.Appendf(nil, page, list), Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := results[0]
		if got := string(r.Markdown); strings.Contains(got, "SAID") || strings.Contains(got, "KL1") || !strings.Contains(got, "nobody in the village") {
			t.Errorf("%s: %s", list, got)
		}
		if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0].Message, "Is that SAID?") {
			t.Errorf("%s: told %v", list, r.Warnings)
		}
	}
}
