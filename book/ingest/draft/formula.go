package draft

import (
	"slices"
	"strings"
	"unicode"

	"octavo/book/base/pattern"
)

// A Formula is TeX in a text, with its delimiters from From up to To.
type Formula struct {
	From, To int
	TeX      string
	Display  bool // between $$ or \[ \]
	strong   bool // the TeX has signs that prose does not have
}

// delimiters are what TeX stands between: of Markdown and MathJax, with the
// backslash doubled as mdBook wants it, and of GitLab. Longer ones come first.
var delimiters = []struct {
	open, close string
	display     bool
}{
	{"$$", "$$", true}, {"$`", "`$", false}, {"$", "$", false},
	{`\\[`, `\\]`, true}, {`\\(`, `\\)`, false}, {`\[`, `\]`, true}, {`\(`, `\)`, false},
}

// Formulas returns the formulas of a paragraph. code says that the paragraph is Markdown,
// where nothing between backticks is a formula. Dollar signs are of money unless pandoc's
// rule says otherwise (something stands right behind the first and right before the
// second, which no figure follows) and the text between them is no prose.
//
// What is read for delimiters that nothing closes is bounded, by [maxWork].
func Formulas(s string, code bool) []Formula {
	var out []Formula
	w := finder{s: s, code: code}
	for i := 0; i < len(s) && w.work < maxWork; {
		if f, ok := w.formulaAt(i); ok {
			out = append(out, f)
			i = f.To
			continue
		}
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i += 2
		case s[i] == '`' && code:
			i += w.codeSpan(s[i:])
		case strings.HasPrefix(s[i:], "$$"):
			i += 2
		default:
			i++
		}
	}
	return out
}

// maxWork bounds the bytes of a paragraph that are read in search of the end of
// formulas and code, which is quadratic in the beginnings. It is as much as a chapter may
// have; past it, formulas stay text.
const maxWork = 16 << 20

type finder struct {
	s    string
	code bool
	work int
}

// Certain reports whether a formula of list has signs that prose does not have.
func Certain(list []Formula) bool {
	for _, f := range list {
		if f.strong {
			return true
		}
	}
	return false
}

func (w *finder) formulaAt(i int) (Formula, bool) {
	s := w.s
	if s[i] != '$' && s[i] != '\\' {
		return Formula{}, false
	}
	if f, ok := w.environment(i); ok {
		return f, true
	}
	for _, d := range delimiters {
		if !strings.HasPrefix(s[i:], d.open) {
			continue
		}
		from := i + len(d.open)
		end := closing(s[from:], d.close)
		if end < 0 {
			w.work += len(s) - from
			continue
		}
		w.work += end
		f := Formula{From: i, To: from + end + len(d.close), TeX: s[from : from+end], Display: d.display}
		f.strong = strong(f.TeX)
		dollar := d.open == "$"
		switch {
		case strings.TrimSpace(f.TeX) == "", w.code && d.open[0] == '\\' && !command(f.TeX): // an escape of Markdown
		case dollar && (white(f.TeX[0]) || white(f.TeX[end-1]) || f.To < len(s) && s[f.To] >= '0' && s[f.To] <= '9'):
		case d.open[0] == '$' && !f.strong && prose(f.TeX):
		default:
			return f, true
		}
		return Formula{}, false
	}
	return Formula{}, false
}

// displays are environments of LaTeX that are formulas by themselves.
var displays = []string{"equation", "equation*", "align", "align*", "gather", "gather*", "multline", "multline*"}

// numberMark is the number by which R Markdown names a formula.
var numberMark = pattern.Later(`[ \t]*\(\\#eq:[^()\n]*\)`)

// environment returns the formula that an environment is that begins at i.
func (w *finder) environment(i int) (f Formula, ok bool) {
	name, _, ok := strings.Cut(strings.TrimPrefix(w.s[i:min(len(w.s), i+len(`\begin{multline*}`))], `\begin{`), "}")
	if ok = ok && strings.HasPrefix(w.s[i:], `\begin{`) && slices.Contains(displays, name); !ok {
		return f, false
	}
	end := `\end{` + name + "}"
	k := strings.Index(w.s[i:], end)
	if k < 0 {
		w.work += len(w.s) - i
		return f, false
	}
	w.work += k
	to := i + k + len(end)
	return Formula{From: i, To: to, TeX: numberMark().ReplaceAllString(w.s[i:to], ""), Display: true, strong: true}, true
}

func white(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// closing returns where s has the delimiter end, not as a part of another command; -1 for
// nowhere.
func closing(s, end string) int {
	for i := 0; i < len(s); i++ {
		if strings.HasPrefix(s[i:], end) {
			return i
		}
		if s[i] == '\\' {
			i++
		}
	}
	return -1
}

// codeSpan returns the length of the code that s begins with, or of its backticks.
func (w *finder) codeSpan(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	for i := n; i < len(s); {
		k := strings.IndexByte(s[i:], '`')
		if k < 0 {
			break
		}
		i += k
		m := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		if i += m; m == n {
			return i
		}
	}
	w.work += len(s)
	return n
}

// strong reports whether s has a command, an index or an exponent of TeX.
func strong(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		next := s[i+1]
		if (s[i] == '^' || s[i] == '_') && (isLetter(next) || next >= '0' && next <= '9' || next == '{') {
			return true
		}
	}
	return command(s)
}

// command reports whether s has a command of TeX, such as \frac.
func command(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '\\' && isLetter(s[i+1]) {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// longest is the longest word, in bytes, that a formula without commands has: "sin",
// "max". A greater number takes more of the prose between two sums of money for formulas.
const longest = 3

// prose reports whether s has a word in it, or nothing but signs.
func prose(s string) bool {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return true
	}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > longest {
			return true
		}
	}
	return false
}
