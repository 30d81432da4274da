package markdown

import (
	"strings"
	"testing"
)

// Emphasis that begins or ends with a sign is written with stars where a space or the end
// stands beside it, and as HTML where stars would be read otherwise.
func TestStars(t *testing.T) {
	for _, tt := range []struct{ html, want string }{
		{"<strong>Fe de errores:</strong> eran dos.", "**Fe de errores:** eran dos."},
		{"Sie blieb. <em>(Lacht.)</em> Er ging.", "Sie blieb. *(Lacht.)* Er ging."},
		{"<em>« Encore ! »</em>", "*« Encore ! »*"},
		{"Il dit <strong>« non »</strong>", "Il dit **« non »**"},
		{"<strong>没有人。</strong>后来他走了。", "<strong>没有人。</strong>后来他走了。"},
		{"Non<em>.</em>Si", "Non<em>.</em>Si"},
		{"(<em>fin.</em>)", "(<em>fin.</em>)"},
		{"<strong>Why?<em> Ask.</em></strong> He did.", "<strong>Why?<em> Ask.</em></strong> He did."},
	} {
		c, _ := Parse("c.md", []byte("# T\n\n"+tt.html+"\n"), Options{Language: "en"})
		text := string(Format(c))
		if !strings.Contains(text, "\n"+tt.want+"\n") {
			t.Errorf("%s\ngot  %s\nwant %s", tt.html, text, tt.want)
		}
		roundTrip(t, []byte("# T\n\n"+tt.html+"\n"))
	}
}
