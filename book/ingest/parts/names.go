package parts

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/ingest/draft"
)

// A person is an author as a byline has them: the name, and what is said of the person.
type person struct {
	name, bio, email string
	with             string // whom the byline has beside the person without a name: "the Coast Newsroom"
}

// maxByline is the longest byline, in columns, by eye: three lines, for several authors
// with their roles.
const maxByline = 240

// people reads the names of a byline. ok is false when the byline does not begin with
// a name.
func people(s string, tables []*words) (list []person, ok bool) {
	if draft.Width(s) > maxByline {
		return nil, false
	}
	s, mail := cutMail(s, tables)
	if list, ok := roleFirst(s, tables); ok {
		list[len(list)-1].email = mail
		return list, true
	}
	for _, part := range separate(s, tables) {
		name, rest := nameAndRole(part.text, tables)
		if len(list) > 0 && (isDegree(part.text) || isPlace(part.text)) {
			name = ""
		}
		switch {
		case name != "":
			list = append(list, person{name: name, bio: rest})
		case len(list) == 0:
			return nil, false
		case list[len(list)-1].bio == "" && isHouse(part, tables):
			list[len(list)-1].with = part.text
		default:
			last := &list[len(list)-1]
			if last.bio == "" {
				last.bio = part.text
			} else {
				last.bio += part.before + part.text
			}
		}
	}
	if len(list) == 0 {
		return nil, false
	}
	list[len(list)-1].email = mail
	return list, true
}

// isHouse reports whether a part of a byline behind a word for "and" is no person but a house
// or its people: "and the Coast Newsroom". With the word for what an author is, it goes on
// with that: "Ann Roe, a painter and the author of ...".
func isHouse(p part, tables []*words) bool {
	first, _, more := strings.Cut(p.text, " ")
	return strings.ContainsFunc(p.before, unicode.IsLetter) && more && lowerStart[strings.ToLower(first)] &&
		!contains(p.text, tables, func(w *words) []string { return w.roles })
}

// isPlace reports whether what stands behind a name says where the author writes from: a
// particle and one word, as "de Lisboa", since no name of an author is that short; or a word
// that begins names of places and hardly any of people, "Sankt Veit".
func isPlace(s string) bool {
	fields := strings.Fields(s)
	return len(fields) == 2 && lower[fields[0]] || (len(fields) == 2 || len(fields) == 3) && placeStarts[strings.ToLower(fields[0])]
}

// placeStarts begin names of places in letters of Latin, in small letters; they are the same
// in texts of every language.
var placeStarts = map[string]bool{"sankt": true, "st.": true, "sint": true, "saint": true, "sainte": true, "san": true, "santa": true, "santo": true, "são": true, "bad": true, "new": true, "los": true, "las": true}

// roleFirst reads names that stand behind a role, as Chinese papers put them:
// 财新周刊 特约撰稿人 顾望亭.
func roleFirst(s string, tables []*words) (list []person, ok bool) {
	end := 0
	for _, w := range tables {
		for _, role := range w.roles {
			if !isHan(firstRune(role)) {
				continue
			}
			if i := strings.LastIndex(s, role+" "); i >= 0 {
				end = max(end, i+len(role))
			}
		}
	}
	if end == 0 {
		return nil, false
	}
	for _, name := range strings.FieldsFunc(s[end:], func(c rune) bool { return c == ' ' || c == '、' || c == '，' }) {
		if !isChineseName(name) {
			return nil, false
		}
		list = append(list, person{name: name, bio: s[:end]})
	}
	for i := range list[:max(len(list)-1, 0)] {
		list[i].bio = "" // the role is said once
	}
	return list, len(list) > 0
}

// A part is a piece of a byline with the separator before it.
type part struct{ before, text string }

// separate parts a byline at commas and at the words for "and".
func separate(s string, tables []*words) []part {
	seps := []string{", ", "; ", "，", "；"}
	for _, w := range tables {
		for _, and := range w.and {
			seps = append(seps, and, ","+and)
		}
	}
	var begins [256]bool // by the first byte of a separator: most letters begin none
	for _, sep := range seps {
		begins[sep[0]] = true
	}
	var out []part
	before, from := "", 0
	add := func(to int) {
		if text := strings.TrimSpace(s[from:to]); text != "" {
			out = append(out, part{before, text})
		}
	}
	for i := 0; i < len(s); {
		n := 0
		if begins[s[i]] {
			for _, sep := range seps {
				if len(sep) > n && strings.HasPrefix(s[i:], sep) && !within(s, i, sep) {
					n = len(sep)
				}
			}
		}
		if n == 0 {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
			continue
		}
		add(i)
		before, from, i = s[i:i+n], i+n, i+n
	}
	add(len(s))
	return apartAtJoints(out)
}

// apartAtJoints parts two full names at a word for "and" of any language, which papers in
// several languages have: "Bo Hansen y Ilse Brandvik". In "José Ortega y Gasset" the word is
// of the name, since one word is no full name.
func apartAtJoints(list []part) (out []part) {
	for _, p := range list {
		fields := strings.Fields(p.text)
		for i := 2; i+2 < len(fields); i++ {
			if joints()[fields[i]] && isName(strings.Join(fields[:i], " ")) && isName(strings.Join(fields[i+1:], " ")) {
				out = append(out, part{p.before, strings.Join(fields[:i], " ")})
				p, fields, i = part{" " + fields[i] + " ", strings.Join(fields[i+1:], " ")}, fields[i+1:], 1
			}
		}
		out = append(out, p)
	}
	return out
}

// joints are the words for "and" of all languages that have spaces around them and no
// capital, but for those that stand before a place in another: "Ann Lee in Cape Town".
var joints = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, t := range tables() {
		for _, and := range t.words.and {
			if w := strings.TrimSpace(and); w != "in" && w != "en" && w != "a" && isLatin(firstRune(w)) && strings.ToLower(w) == w && and == " "+w+" " {
				m[w] = true
			}
		}
	}
	return m
})

// within reports whether a separator stands inside a name: a space or a dot in
// a name that is not Han.
func within(s string, i int, sep string) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+len(sep):])
	switch sep {
	case " ":
		return !isHan(before) || !isHan(after)
	case "·", "・":
		return isKana(before) || isKana(after)
	case "/", "・/":
		return isLatin(before) && isLatin(after)
	}
	return false
}

// nameAndRole parts "박준 서울대 교수" into the name and what the person is; name
// is "" for what is no name.
func nameAndRole(s string, tables []*words) (name, rest string) {
	for _, pair := range [][2]string{{"（", "）"}, {" (", ")"}, {"(", ")"}} {
		name, rest, ok := strings.Cut(s, pair[0])
		if inner, closed := strings.CutSuffix(rest, pair[1]); ok && closed && isName(name) {
			return name, inner
		}
	}
	if contains(s, tables, func(w *words) []string { return w.roles }) || endsRole(s, tables) {
		first, role, ok := cutName(s, tables)
		r, _ := utf8.DecodeRuneInString(first)
		if ok && (isHan(r) || isHangul(r)) && isName(first) {
			return first, strings.TrimLeft(role, "|｜/／·・-— ")
		}
		return "", ""
	}
	if name, place := writesFrom(s); name != "" {
		return name, place
	}
	if !isName(s) {
		return "", ""
	}
	return s, ""
}

// writesFrom parts a full name from the place behind it, "Ann Lee in Cape Town": a short word
// that no name has, and one to three with a capital.
func writesFrom(s string) (name, place string) {
	fields := strings.Fields(s)
	for i := 2; i < len(fields) && i < 5; i++ {
		w := fields[i]
		if strings.ToLower(w) != w || utf8.RuneCountInString(w) > 4 || lower[w] || joints()[w] || len(fields)-i > 4 || !isLatin(firstRune(w)) {
			continue
		}
		if behind := strings.Join(fields[i+1:], " "); isName(strings.Join(fields[:i], " ")) && isName(behind) {
			return strings.Join(fields[:i], " "), strings.Join(fields[i:], " ")
		}
	}
	return "", ""
}

// cutName parts a line at the space behind a name. A Japanese name may have one within:
// 潮見 渡 東京大学教授.
func cutName(s string, tables []*words) (name, rest string, ok bool) {
	i := strings.IndexAny(s, " \u3000")
	if i < 0 {
		return s, "", false
	}
	name, rest = s[:i], strings.TrimLeft(s[i:], " \u3000")
	given, more, ok := strings.Cut(strings.ReplaceAll(rest, "\u3000", " "), " ")
	if ok && isHan(firstRune(given)) && utf8.RuneCountInString(given) <= 2 && utf8.RuneCountInString(name) <= 3 && !endsRole(given, tables) {
		return s[:i] + s[i:len(s)-len(rest)] + given, strings.TrimSpace(more), true
	}
	return name, rest, true
}

// endsRole reports whether a word in a script without spaces ends in a role:
// 教授 in 华东大学教授.
func endsRole(s string, tables []*words) bool {
	for _, w := range tables {
		for _, role := range w.roles {
			if strings.HasSuffix(s, role) && !isLatin(firstRune(role)) {
				return true
			}
		}
	}
	return false
}

// lower are the words of a name that are not capitalised.
var lower = map[string]bool{
	"de": true, "di": true, "da": true, "del": true, "della": true, "dos": true, "das": true, "do": true, "du": true, "des": true,
	"la": true, "le": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "ten": true, "zu": true, "zur": true,
	"af": true, "av": true, "al": true, "el": true, "bin": true, "ibn": true, "ben": true, "y": true, "e": true, "i": true, "und": true, "vom": true,
}

// isName reports whether s can be the name of a person. Six words, 80 bytes, and 40 for a
// name in capitals, are generous: longer lines are titles and sentences in capitals.
func isName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if isHan(r) || isHangul(r) || isKana(r) {
		return isEasternName(s)
	}
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 6 || len(s) > 80 {
		return false
	}
	for i, f := range fields {
		if i > 0 && i < len(fields)-1 {
			f = strings.Trim(f, "()\"“”„«»") // what somebody is called
		}
		if !isNameWord(f) && !lower[f] {
			return false
		}
	}
	return !lower[fields[len(fields)-1]] && !(len(fields) > 1 && strings.ToUpper(s) == s && len(s) > 40)
}

// isNameWord reports whether w is a capitalised word or an initial.
func isNameWord(w string) bool {
	for i, r := range w {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "d'")
		case unicode.IsLetter(r), unicode.IsMark(r), strings.ContainsRune("-‐'’.·", r):
		default:
			return false
		}
	}
	return w != ""
}

// surnames are frequent Chinese family names, simplified and traditional.
const surnames = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文欧歐季"

// isEasternName reports whether s can be a name in Han, kana or Hangul: two to
// four characters, five in Hangul, and up to 14, by eye, with kana or a space or dot
// inside, as foreign names have.
func isEasternName(s string) bool {
	if strings.Trim(s, " ·・　＝") != s {
		return false
	}
	n, kana, hangul, joint := 0, 0, 0, 0
	for _, r := range s {
		switch {
		case isKana(r):
			kana++
		case isHangul(r):
			hangul++
		case isHan(r):
		case r == ' ' || r == '·' || r == '・' || r == '　' || r == '＝':
			joint++
			continue
		default:
			return false
		}
		n++
	}
	switch {
	case joint > 3 || n < 2:
		return false
	case hangul > 0:
		return hangul == n && n <= 5 && joint == 0
	case kana > 0 || joint > 0:
		return n <= 14
	}
	return n <= 4
}

// isChineseName is isEasternName for places where nothing but its form says that s is a
// name: it has to begin with a frequent family name.
func isChineseName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isEasternName(s) && strings.ContainsRune(surnames, r)
}

func (p person) model() *book.Person {
	return &book.Person{Name: p.name, Bio: draft.Text(p.bio), Email: p.email, Role: "aut"}
}
