package foreign

import (
	"bytes"
	"strings"

	"octavo/book/base/pattern"
)

var (
	folderSign  = pattern.Later(`^(?:\{(?:static|filename|attach)\}|\|(?:static|filename|attach)\|)`)
	bracketSign = pattern.Later(`^\[(?:caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo)\b`)
)

// maxSign is more bytes than [folderSign] and [bracketSign] look at.
const maxSign = 16

// signed reports whether a text has what every sign of another tool holds. A text
// without is not looked at further.
//
// One regular expression of all signs took a third of the time of a chapter that has none,
// since its alternatives begin with many different bytes.
func signed(b []byte) bool {
	for i, c := range b {
		switch c {
		case '@', '\\':
			return true
		case '[', '{', '|', '<', '`', '~', '^', 'i', 'e', '+', '-', '/', ':', '>', ')':
			if signAt(b, i) {
				return true
			}
		}
	}
	return false
}

// signAt reports whether a sign may begin at i. What it reads no other sign of the same
// byte reads again, so that [signed] is linear.
func signAt(b []byte, i int) bool {
	rest := b[i:]
	short := rest[:min(len(rest), maxSign)]
	switch rest[0] {
	case '[':
		return bytes.HasPrefix(rest, []byte("[[")) || bracketSign().Match(short)
	case '{':
		return len(rest) > 1 && (strings.IndexByte("{%:=+-~>#/", rest[1]) >= 0 || isLetter(rest[1])) || folderSign().Match(short)
	case '+', '-':
		return bytes.HasPrefix(rest, []byte("++")) || bytes.HasPrefix(rest, []byte("--8<"))
	case '/':
		return (i == 0 || b[i-1] == '\n') && len(rest) > 1 && rest[1] > ' '
	case ':':
		return iconForm().Match(rest[:min(len(rest), 60)]) || bytes.HasPrefix(rest, []byte(":::{")) || i > 0 && b[i-1] == ']'
	case '>':
		return i > 0 && isLetter(b[i-1]) && (i == 1 || b[i-2] == '\n')
	case ')':
		return bytes.HasPrefix(rest, []byte(")=\n"))
	case '|':
		return folderSign().Match(short)
	case '<':
		if bytes.HasPrefix(rest, []byte("<<< ")) || hasTag(short, "aside") {
			return true
		}
		name := bytes.TrimPrefix(rest[1:], []byte("/"))
		return len(name) > 0 && 'A' <= name[0] && name[0] <= 'Z'
	case '^':
		return bytes.HasPrefix(rest, []byte("^^")) || blockName(rest[1:])
	case 'i', 'e':
		return (i == 0 || b[i-1] == '\n') && mdxWord(rest)
	}
	switch {
	case bytes.HasPrefix(rest, []byte("`r ")):
		return true
	case i > 0 && b[i-1] == rest[0]: // the run was looked at where it begins
		return false
	}
	run := bytes.TrimLeft(rest, string(rest[:1]))
	info := bytes.TrimLeft(run, " \t")
	return len(rest)-len(run) >= 3 && (bytes.HasPrefix(info, []byte("dataview")) || bytes.HasPrefix(info, []byte("{")))
}

// blockName reports whether a line ends with the name of a block of Obsidian, "^name".
func blockName(b []byte) bool {
	n := 0
	for n < len(b) && (isAlnum(b[n]) || b[n] == '-') {
		n++
	}
	after := bytes.TrimLeft(b[n:], " \t")
	return n > 0 && (len(after) == 0 || after[0] == '\n')
}

func mdxWord(b []byte) bool {
	const length = len("import")
	word := b[:min(len(b), length)]
	return (string(word) == "import" || string(word) == "export") && (len(b) == length || !isAlnum(b[length]) && b[length] != '_')
}
