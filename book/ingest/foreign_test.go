package ingest

import (
	"strings"
	"testing"
)

// Of a format that is not read, the error says in one line what to do instead.
func TestForeign(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"a.pdf", "%PDF-1.7", "copy its text"},
		{"a.msg", "\xd0\xcf\x11\xe0\xa1\xb1 _\x00_\x00s\x00u\x00b\x00s\x00t\x00g\x001\x00.\x000\x00", "a mail of Outlook"},
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1", "save it as .docx"},
		{"a.rtf", "{\\rtf1}", "save it as .docx"},
		{"a.png", "\x89PNG\r\n", "not an article"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Read(tt.name, []byte(tt.data), Options{})
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
}
