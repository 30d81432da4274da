package letter

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/book/base/pattern"
	"octavo/book/ingest/draft"
	"octavo/book/language/langdata"
)

// vocabulary are the words of mail programs and of letters, in all languages, in lower
// case: a mail in one language is often sent by a program in another.
type vocabulary struct {
	subject, sender, others, replies                                             map[string]bool
	forwarded, greetings, addressed, closings, wrote, sentFrom, cover, disclaims []string
}

var mail = sync.OnceValue(func() *vocabulary {
	m := &vocabulary{subject: map[string]bool{}, sender: map[string]bool{}, others: map[string]bool{}, replies: map[string]bool{}}
	add := func(set map[string]bool, words []string) {
		for _, w := range words {
			set[w] = true
		}
	}
	for _, d := range langdata.All() {
		add(m.subject, d.Mail.Subject)
		add(m.sender, d.Mail.Sender)
		add(m.others, d.Mail.Fields)
		add(m.replies, d.Mail.Replies)
		m.forwarded = append(m.forwarded, d.Mail.Forwarded...)
		m.greetings = append(m.greetings, d.Mail.Greetings...)
		m.addressed = append(m.addressed, d.Mail.Addressed...)
		m.closings = append(m.closings, d.Mail.Closings...)
		m.wrote = append(m.wrote, d.Mail.Wrote...)
		m.sentFrom = append(m.sentFrom, d.Mail.SentFrom...)
		m.cover = append(m.cover, d.Mail.Cover...)
		m.disclaims = append(m.disclaims, d.Mail.Disclaimer...)
	}
	return m
})

// lower returns a line as the words of the drawers are written.
func lower(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.NewReplacer("’", "'", "\u00a0", " ", "\u200e", "", "\u200f", "").Replace(s)), " "))
}

// IsForwarded reports whether a line says that a mail was passed on.
func IsForwarded(s string) bool {
	low := strings.ToLower(strings.ReplaceAll(strings.Trim(s, " -—–_*=>:："), "’", "'"))
	for _, f := range mail().forwarded {
		if strings.HasPrefix(low, f) && len(low) < len(f)+40 {
			return true
		}
	}
	return false
}

// Field parts a line of the header of a mail; name is "" for any other.
func Field(s string) (name, value string) {
	s = strings.ReplaceAll(strings.Trim(s, "*"), "：", ":")
	name, value, ok := strings.Cut(s, ":")
	name = strings.ToLower(strings.Trim(name, " *\u00a0"))
	if m := mail(); !ok || !m.subject[name] && !m.sender[name] && !m.others[name] {
		return "", ""
	}
	return name, strings.Trim(value, " *\u00a0")
}

// IsSubject reports whether a field names what a mail is on.
func IsSubject(name string) bool { return mail().subject[name] }

// IsSender reports whether a field names who sent a mail.
func IsSender(name string) bool { return mail().sender[name] }

// Sender is the name in the field of whoever sent a mail.
func Sender(s string) string {
	name, _, _ := strings.Cut(s, "<")
	return strings.Trim(name, " \"'")
}

// Topic is the subject of a mail without the marks of replies.
func Topic(s string) string {
	for {
		mark, rest, ok := strings.Cut(strings.ReplaceAll(s, "：", ":"), ":")
		if !ok || utf8.RuneCountInString(mark) > 6 || !mail().replies[strings.ToLower(strings.TrimSpace(mark))] {
			return s
		}
		s = strings.TrimSpace(rest)
	}
}

// isReply reports whether a subject is one of an answer.
func isReply(subject string) bool { return Topic(subject) != subject }

// starts returns the length of the first word of a list that s begins with and ends
// there, -1 for none. In scripts without spaces a word may go on.
func starts(s string, list []string) int {
	best := -1
	for _, w := range list {
		if !strings.HasPrefix(s, w) || len(w) <= best {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[len(w):])
		last, _ := utf8.DecodeLastRuneInString(w)
		if len(s) == len(w) || last >= 0x2e80 || !unicode.IsLetter(next) && !unicode.IsMark(next) && next != '\'' {
			best = len(w)
		}
	}
	return best
}

// count returns how many of the words stand in s.
func count(s string, list []string) int {
	n := 0
	for _, w := range list {
		for at := 0; at < len(s); {
			i := strings.Index(s[at:], w)
			if i < 0 {
				break
			}
			i += at
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			first, _ := utf8.DecodeRuneInString(w)
			if i == 0 || first >= 0x2e80 || !unicode.IsLetter(before) {
				n++
				break
			}
			at = i + len(w)
		}
	}
	return n
}

// The widths of lines of letters, in columns, by eye: a greeting has a name or three, a
// closing a name behind it.
const (
	maxGreeting = 70
	maxClosing  = 60
)

// isGreeting reports whether a line greets somebody and says no more.
func isGreeting(s string) bool {
	low := lower(s)
	n := starts(low, mail().greetings)
	if n < 0 || draft.Width(s) > maxGreeting {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(low)
	rest := strings.TrimSpace(low[n:])
	return strings.ContainsRune(",!:，！：、。", last) || rest == "" || strings.HasPrefix(rest, ",") || len(strings.Fields(rest)) <= 3 && last != '.' && last != '?'
}

// isAddressed reports whether a line is a name with the word behind it by which a letter says
// whom it is to: 佐藤様. The name has up to 24 columns, by eye, with a post before it.
func isAddressed(s string) bool {
	s = strings.TrimRight(lower(s), " ,:，：、")
	for _, w := range mail().addressed {
		if name, ok := strings.CutSuffix(s, w); ok && name != "" && draft.Width(name) <= 24 && !strings.ContainsAny(name, "。、？！.?!") {
			return true
		}
	}
	return false
}

// opensLetter reports whether a line begins with a greeting and goes on.
func opensLetter(s string) bool {
	low := lower(s)
	n := starts(low, mail().greetings)
	return n >= 0 && strings.ContainsAny(low[n:min(len(low), n+60)], ",!，！。")
}

// isClosing reports whether a line ends a letter, with a name behind it or none.
func isClosing(s string) bool {
	low := strings.TrimRight(lower(s), " ,.!;，。！、-–—")
	n := starts(low, mail().closings)
	if draft.Width(s) > maxClosing {
		return false
	}
	if n < 0 {
		return closesBehind(low)
	}
	rest := strings.Trim(low[n:], " ,.!;，。！、-–—")
	if rest == "" || starts(rest, mail().closings) >= 0 {
		return true
	}
	sign, _ := utf8.DecodeRuneInString(strings.TrimSpace(low[n:]))
	return strings.ContainsRune(",.!-–—，。！、", sign) && len(strings.Fields(rest)) <= 4 || draft.Width(rest) <= 12 && sign >= 0x2e80
}

// closesBehind reports whether a line is a name with the word of a closing behind it, as in
// Korean: "김하나 드림". The name has up to 20 columns, by eye, with a post before it.
func closesBehind(s string) bool {
	for _, w := range mail().closings {
		if c, _ := utf8.DecodeRuneInString(w); c < 0x2e80 {
			continue
		}
		name, ok := strings.CutSuffix(s, " "+w)
		if ok && name != "" && draft.Width(name) <= 20 && !strings.ContainsAny(name, ".。?!") {
			return true
		}
	}
	return false
}

// endsLetter reports whether the last sentence of a paragraph ends a letter: "... Best, Robin".
func endsLetter(s string) bool {
	s = strings.TrimRight(s, " .")
	for _, stop := range []string{". ", "! ", "? ", "。", "！"} {
		if i := strings.LastIndex(s, stop); i >= 0 && isClosing(s[i+len(stop):]) {
			return true
		}
	}
	return false
}

// isWrote reports whether a line says who wrote what is quoted below: it has the word, and
// a date or an address, or ends in a colon.
func isWrote(s string) bool {
	const longest = 300 // columns; by eye: long names and addresses
	low := lower(s)
	if draft.Width(s) > longest || count(low, mail().wrote) == 0 && !endsIn(low, mail().wrote) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(low)
	return (last == ':' || last == '：' || endsIn(low, mail().wrote)) && strings.ContainsAny(low, "0123456789@<")
}

func endsIn(s string, list []string) bool {
	s = strings.TrimRight(s, " :：")
	for _, w := range list {
		if strings.HasSuffix(s, strings.TrimRight(w, " :：")) {
			return true
		}
	}
	return false
}

// saysCover reports how much a paragraph speaks of what goes with it: 0 for not at all.
func saysCover(s string) int {
	n := count(lower(s), mail().cover)
	if phone().MatchString(s) {
		n++
	}
	return n
}

// isProgram reports whether a line was added by a program or by the house: "Sent from my
// iPhone", or that the mail is confidential.
func isProgram(s string) bool {
	low := lower(s)
	if draft.Width(s) <= 100 && count(low, mail().sentFrom) > 0 {
		return true
	}
	n := count(low, mail().disclaims)
	return n > 1 || n == 1 && (draft.Width(s) <= 100 || draft.Width(s) > 200)
}

// phone is a telephone number: seven figures and more, with a plus sign or in groups.
var phone = pattern.Later(`(?:\+|\b00)[0-9][0-9 ()./–-]{6,}[0-9]|\(?\b0?[0-9]{2,5}\)?[ /.–-]{1,3}[0-9]{2,4}[ .–-]?[0-9]{2,4}[ .–-]?[0-9]{0,4}\b`)

var mailAddress = pattern.Later(`[^\s@<>]+@[^\s@<>]+\.[a-zA-Z]{2,}`)

// webAddress is an address on the web, or the name of an account there.
var webAddress = pattern.Later(`^(?:(?:https?://|www\.)\S+|@[A-Za-z0-9_.]+)$`)

// isContact reports whether a line says how somebody is reached, and is no sentence.
func isContact(s string) bool {
	if draft.Width(s) > 120 || strings.HasSuffix(s, ".") && draft.Width(s) > 60 {
		return false
	}
	figures := 0
	for _, c := range s {
		if unicode.IsDigit(c) {
			figures++
		}
	}
	return figures >= 7 && phone().MatchString(s) || mailAddress().MatchString(s) || webAddress().MatchString(s)
}

// isSeparator reports whether a line parts a letter from its article: signs alone.
func isSeparator(s string) bool {
	return len(s) >= 3 && strings.Trim(s, "-–—_=*~#+ •·―━─═＝＊※◆◇■□●○〜～ー\u3000") == ""
}
