package markdown

import (
	"sync"

	"github.com/yuin/goldmark-emoji/definition"
)

// maxEmoji is the longest name of an emoji, in bytes; GitHub's longest has 47.
const maxEmoji = 60

// emojis are GitHub's names of emoji.
var emojis = sync.OnceValue(func() definition.Emojis { return definition.Github() })

// emoji returns the characters of the name between colons that s begins with, :smile:,
// and its length; 0 when there is none. before is the byte that stands before it:
// 10:30:45 is no name, nor is a:b:c.
func emoji[T string | []byte](s T, before byte) (string, int) {
	if isAlnum(before) || before == ':' {
		return "", 0
	}
	n := 1
	for n < len(s) && n < maxEmoji && (isAlnum(s[n]) || s[n] == '_' || s[n] == '+' || s[n] == '-') {
		n++
	}
	if n == 1 || n >= len(s) || s[n] != ':' || n+1 < len(s) && isAlnum(s[n+1]) {
		return "", 0
	}
	e, ok := emojis().Get(string(s[1:n]))
	if !ok || !e.IsUnicode() {
		return "", 0
	}
	return string(e.Unicode), n + 1
}
