package markdown

import (
	"testing"

	"octavo/book"
)

// TestHidden leaves out the lines of Rust that its readers do not see, and none of others.
func TestHidden(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"```rust,editable\n# fn main() {\n    let x = 5;\n    # use x;\n#\n#[derive(Debug)]\n## one\n# }\n```", "    let x = 5;\n#[derive(Debug)]\n# one"},
		{"```rust\n# fn main() {}\n```", ""},
		{"```sh\n# a remark\nls\n```", "# a remark\nls"},
		{"```\n# a remark\n```", "# a remark"},
	} {
		c, _ := Parse("c.md", []byte("Text.\n\n"+tt.src+"\n"), Options{Language: "en"})
		if code, ok := c.Body[len(c.Body)-1].(*book.CodeBlock); !ok || code.Text != tt.want {
			t.Errorf("%s\ngot %q", tt.src, code.Text)
		}
		roundTrip(t, []byte("Text.\n\n"+tt.src+"\n"))
	}
}
