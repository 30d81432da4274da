package scribble

import "strings"

// damaged returns the bytes of a file, or what a fault of a disk or a line made of
// them.
func (s *scribe) damaged(data string) string {
	if !s.slips() {
		return data
	}
	return s.damage(data)
}

// telling are bytes that change the meaning of files: limits of numbers, ends of
// texts, the signs of markup.
var telling = []string{
	"\x00", "\xff", "\xff\xff\xff\xff", "\x7f\xff\xff\xff", "\x80", "\n", "\r", "<", ">", "&", "\"", "'", "]]>", "-->", "{", "}", "[", "]", ":", "#", "|", "\\",
	"\ufeff", "\u202e", "\u2028", "e\u0301", "\U0010ffff", "999999999999", "-1", "1e999", "\t", "---\n", "%00", "\xed\xa0\x80",
}

// marks mean something in Markdown, or nearly.
var marks = []string{"*", "**", "_", "`", "```", "[", "]", "(", ")", "![", "](", "<", ">", "\n", "\n\n", "    ", "- ", "1. ", "# ", "| ", "|\n|--|", "~~", "[^1]", "[^1]: ", ": ", "{", "}", "{#a}",
	"\\", "&", ";", "http://a.b/", "<div>", "</div>", "<b>", "</p>", "---\n", "word ", "\t", "\"", "'", "{lang=ko}", "$", "@", "x.md", "]: ", "!"}

// noise is a text of no sense: any marks, any characters, or any bytes.
func (s *scribe) noise() string {
	var b strings.Builder
	kind := s.IntN(3)
	for range s.IntN(300) {
		switch kind {
		case 0:
			b.WriteString(pick(s, marks))
		case 1:
			b.WriteRune(rune(s.IntN(1 << (7 + s.IntN(11)))))
		default:
			b.WriteByte(byte(s.IntN(256)))
		}
	}
	return b.String()
}

// damage changes the bytes of a file in one to four places.
func (s *scribe) damage(data string) string {
	for range 1 + s.IntN(4) {
		i := s.IntN(len(data) + 1)
		j := min(len(data), i+1+s.IntN(1+s.IntN(40)))
		switch s.IntN(6) {
		case 0: // a bit
			if i < len(data) {
				data = data[:i] + string([]byte{data[i] ^ 1<<s.IntN(8)}) + data[i+1:]
			}
		case 1:
			data = data[:i] + data[j:]
		case 2:
			data = data[:j] + data[i:]
		case 3:
			data = data[:i] + pick(s, telling) + data[i:]
		case 4:
			data = data[:i] + pick(s, telling) + data[j:]
		case 5: // the end, or all after a while
			if s.once(3) {
				data = data[:i]
			} else {
				data = data[:i] + strings.Repeat(data[i:j], 1+s.IntN(30)) + data[j:]
			}
		}
	}
	return data
}
