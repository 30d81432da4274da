package markdown

import "strings"

// Hidden lines of Rust.
//
// Examples in the books of Rust compile as they stand; what a reader need not see of them
// begins with "# ", and mdBook and rustdoc do not show it. No line of Rust begins so. A line
// that is to begin with the sign has it twice.

// rust is the language of such code.
const rust = "rust"

// withoutHidden returns code of Rust as its readers see it.
func withoutHidden(code string) string {
	if !strings.Contains(code, "#") {
		return code
	}
	lines := strings.Split(code, "\n")
	shown := lines[:0]
	for _, line := range lines {
		text := strings.TrimLeft(line, " ")
		switch indent := line[:len(line)-len(text)]; {
		case text == "#" || strings.HasPrefix(text, "# "):
			continue
		case strings.HasPrefix(text, "##"):
			line = indent + text[1:]
		}
		shown = append(shown, line)
	}
	return strings.Join(shown, "\n")
}

// withHidden writes code of Rust so that [withoutHidden] gives it back.
func withHidden(code string) string {
	lines := strings.Split(code, "\n")
	for i, line := range lines {
		text := strings.TrimLeft(line, " ")
		if text == "#" || strings.HasPrefix(text, "# ") || strings.HasPrefix(text, "##") {
			lines[i] = line[:len(line)-len(text)] + "#" + text
		}
	}
	return strings.Join(lines, "\n")
}
