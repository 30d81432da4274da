package epub

import "testing"

func TestWebAddress(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.org/a b?c d#e", "https://example.org/a%20b?c%20d#e"},
		{" HTTP://example.org/ ", "http://example.org/"},
		{"http://example.org:8080/", "http://example.org:8080/"},
		{"http://example.org:65535/", "http://example.org:65535/"},
		{"http://example.org:65536/", ""},
		{"http://example.org:99999999999999999999/", ""},
		{"http://example.org:/", "http://example.org:/"},
		{"http://:80/", ""},
		{"http:///x", ""},
		{"http://192.0.2.1/", "http://192.0.2.1/"},
		{"http://192.0.2.256/", ""},
		{"http://1.2.3.4.5/", ""},
		{"http://example.0x7f/", ""},
		{"http://example.7/", ""},
		{"http://7.example/", "http://7.example/"},
		{"http://[2001:db8::1]/", "http://[2001:db8::1]/"},
		{"http://[::1", ""},
		{"https://../", ""},
		{"https://./", ""},
		{"https://a..b/", ""},
		{"https://.a/", ""},
		{"https://a.b./", "https://a.b./"},
		{"https://example.org/a[b]?c[d]#e[f]", "https://example.org/a%5Bb%5D?c%5Bd%5D#e%5Bf%5D"},
		{"http://a b/", ""},
		{"http://a%41/", ""},
		{"mailto:ann@example.org", "mailto:ann@example.org"},
		{"mailto:", ""},
		{"tel:+1234", "tel:+1234"},
		{"javascript:alert(1)", ""},
		{"//example.org/", ""},
		{"", ""},
	} {
		if got := webAddress(c.in); got != c.want {
			t.Errorf("webAddress(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
