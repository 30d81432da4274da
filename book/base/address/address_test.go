package address

import "testing"

func TestHref(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"https://example.org/a b?c d#e", "https://example.org/a%20b?c%20d#e"},
		{"https://cdn.example.org/q_auto:good/https%3A%2F%2Fexample.org%2Fq.jpg", "https://cdn.example.org/q_auto:good/https%3A%2F%2Fexample.org%2Fq.jpg"},
		{"https://example.org/a%2Fb c[d]", "https://example.org/a%2Fb%20c%5Bd%5D"},
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
		{"tel:", ""},
		{"tel:+155501?a b", "tel:+155501?a%20b"},
		{"sms:+155501", ""},
		{"ftp://example.org/a b", "ftp://example.org/a%20b"},
		{"ftp:", ""},
		{"https://example.org/100%?a=5%#%zz", "https://example.org/100%25?a=5%25#%25zz"},
		{"https://example.org/%E4%B8%AD%", "https://example.org/%E4%B8%AD%25"},
		{"https://b\u00fccher.example.org/a", "https://xn--bcher-kva.example.org/a"},
		{"https://bu\u0308cher.example.org/a", "https://xn--bcher-kva.example.org/a"},
		{"http://\u4f8b\u5b50.example:8080/", "http://xn--fsqu00a.example:8080/"},
		{"http://Example.ORG/", "http://Example.ORG/"},
		{"http://a_b.example.org/", "http://a_b.example.org/"},
		{"javascript:alert(1)", ""},
		{"data:text/html,x", ""},
		{"file:///etc/passwd", ""},
		{"urn:isbn:0451450523", ""},
		{"//example.org/", ""},
		{"", ""},
	} {
		if got := Href(c.in); got != c.want {
			t.Errorf("Href(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
