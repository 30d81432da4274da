package feed

import (
	"fmt"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// told returns what an entry has, on one line.
func told(a *draft.Article) string {
	var out []string
	field := func(name, value string) {
		if value != "" {
			out = append(out, name+" "+value)
		}
	}
	field("title", book.PlainText(a.Title))
	field("subtitle", book.PlainText(a.Subtitle))
	for _, p := range a.Authors {
		field("author", p.Name)
	}
	if !a.Date.IsZero() {
		field("date", a.Date.String())
	}
	if !a.Updated.IsZero() {
		field("updated", a.Updated.String())
	}
	field("source", strings.Trim(a.Source.Name+"|"+a.Source.URL, "|"))
	field("lang", a.Lang)
	if f := a.Lead; f != nil {
		field("image", strings.Join([]string{f.Image.Src, f.Image.Alt, book.PlainText(f.Caption), book.PlainText(f.Credit)}, "|"))
	}
	for _, b := range a.Blocks {
		for _, run := range book.BlockInlines(b.Block) {
			field("text", book.PlainText(run))
		}
	}
	return strings.Join(out, "; ")
}

func TestRead(t *testing.T) {
	item := func(s string) string {
		return "<rss><channel><title>The Packet</title><item>" + s + "</item></channel></rss>"
	}
	atom := func(s string) string { return "<feed><title>The Packet</title><entry>" + s + "</entry></feed>" }
	for _, tt := range []struct{ name, in, want string }{
		{"no entries", "<rss><channel/></rss>", "error: 0 entries in this feed; between 1 and 5000 can be imported"},
		{"too many entries", "<feed>" + strings.Repeat("<entry/>", MaxEntries+1) + "</feed>", "error: 5001 entries in this feed; between 1 and 5000 can be imported"},
		{"no feed", "x", "error: there is no element in it"},
		{"of another site", item("<title>A</title><source url='x'><title>The Ledger</title></source>"), "title A; source The Ledger"},
		{"plain text", item("<title>A</title><description>One.\n\nTwo.</description>"), "title A; source The Packet; text One.; text Two."},
		{"text of Atom", atom("<title>A</title><content type='text'>1 &lt; 2 &amp; 3</content>"), "title A; source The Packet; text 1 < 2 & 3"},
		{"a picture in a group", item("<title>A</title><media:group><media:content url='a.mp4' type='video/mp4'/><media:content url='a.jpg' medium='image'><media:description>The &lt;b>quay&lt;/b></media:description><media:credit>Ann Roe</media:credit></media:content></media:group>"), "title A; source The Packet; image a.jpg||The quay|Ann Roe"},
		{"a picture enclosed", item("<title>A</title><enclosure url='a.mp3' type='audio/mpeg'/><enclosure url='a.png' type='image/png'/>"), "title A; source The Packet; image a.png|||"},
		{"a thumbnail", item("<title>A</title><media:thumbnail type='video/mp4' url='a'/><media:thumbnail url='b'/>"), "title A; source The Packet; image b|||"},
		{"authors", item("<title>A</title><dc:creator>Ann Roe</dc:creator><author>ann@example.org (Ann Roe)</author><author>ben@example.org (Ben Coe)</author><author>desk@example.org</author>"), "title A; author Ann Roe; author Ben Coe; source The Packet"},
		{"a summary beside the text", item("<title>A</title><content:encoded>&lt;p>The quay is empty.&lt;/p></content:encoded><description>Nobody comes.</description>"), "title A; subtitle Nobody comes.; source The Packet; text The quay is empty."},
		{"a summary of the text", item("<title>A</title><content:encoded>&lt;p>The quay is empty.&lt;/p></content:encoded><description>The quay is …</description>"), "title A; source The Packet; text The quay is empty."},
		{"a text of nothing", item("<title>A</title><content:encoded> </content:encoded><description>The quay.</description>"), "title A; source The Packet; text The quay."},
		{"addresses", item("<title>A</title><link>/a</link><link>https://example.org/a</link>"), "title A; source The Packet|https://example.org/a"},
		{"addresses of Atom", atom("<title>A</title><link rel='edit' href='https://example.org/e'/><link rel='alternate' href='https://example.org/a'/>"), "title A; source The Packet|https://example.org/a"},
		{"languages", "<rss xml:lang='de'><channel><item><title>A</title></item><item xml:lang='fr'><title>B</title></item></channel></rss>", "title B; lang frtitle A; lang de"},
		{"updated later", atom("<title>A</title><published>2025-11-05T10:00:00Z</published><updated>2025-11-05T11:00:00Z</updated>"), "title A; date 2025-11-05T10:00:00Z; updated 2025-11-05T11:00:00Z; source The Packet"},
		{"updated at once", atom("<title>A</title><published>2025-11-05T10:00:00Z</published><updated>2025-11-05T10:00:00Z</updated>"), "title A; date 2025-11-05T10:00:00Z; source The Packet"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			list, err := Read(tt.in)
			got := fmt.Sprintf("error: %v", err)
			if err == nil {
				got = ""
				for _, a := range list {
					got += told(a)
				}
			}
			if got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
