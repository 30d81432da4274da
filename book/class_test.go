package book

import "testing"

func TestClassNamed(t *testing.T) {
	for _, c := range []struct {
		name  string
		class Class
		kind  Kind
		ok    bool
	}{
		{"box", Box, 0, true},
		{"Pull-Quote", PullQuote, 0, true},
		{"pull_quote", PullQuote, 0, true},
		{"NOTE", Admonition, KindNote, true},
		{"callout-tip", Admonition, KindTip, true},
		{"danger", Admonition, KindCaution, true},
		{"callout", Box, 0, true},
		{"", Plain, 0, false},
		{"fancy", Plain, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if class, kind, ok := ClassNamed(c.name); class != c.class || kind != c.kind || ok != c.ok {
				t.Errorf("got %d %d %t", class, kind, ok)
			}
		})
	}
}

// TestClassNames writes each name and reads it again.
func TestClassNames(t *testing.T) {
	for _, name := range ClassNames() {
		class, kind, ok := ClassNamed(name)
		if written := class.String(); !ok || class != Admonition && written != name || class == Admonition && kind.String() != name {
			t.Errorf("%q is %d %d %t", name, class, kind, ok)
		}
	}
	for d := DirInherit; d <= DirAuto; d++ {
		if got := DirectionNamed(d.String()); got != d {
			t.Errorf("%q is %d", d, got)
		}
	}
}
