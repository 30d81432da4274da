package docx

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"octavo/book"
	"octavo/book/base/rule"
	"octavo/book/ingest/draft"
	"octavo/book/markup/xmltree"
)

// drawn returns what Word draws of the code of a field that keeps no text in the file: a
// sign, a reading above its word, a stacked formula, a number, a choice of a form. There is nothing to
// draw of other codes, such as the marks of an index.
func (r *runs) drawn(f *field) []book.Inline {
	name, rest, _ := strings.Cut(strings.TrimLeft(f.code, " \t\n"), " ")
	switch strings.ToUpper(name) {
	case "SYMBOL":
		return draft.Text(r.symbolField(arguments(rest)))
	case "EQ":
		return r.equation(rest)
	case "QUOTE":
		return draft.Text(strings.Join(arguments(rest), " "))
	case "SEQ":
		return draft.Text(r.sequence(arguments(rest)))
	case "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT":
		return draft.Text(r.automatic(strings.ToUpper(name), arguments(rest)))
	case "MACROBUTTON", "GOTOBUTTON": // "Click here and type", for whoever writes the text
		r.empty++
	}
	return draft.Text(f.choice)
}

// choiceOf returns what is chosen in a field of a form: the entry of a list, or a box with
// or without its cross (ECMA-376, part 1, 17.16.9 and 17.16.7).
func choiceOf(n *xmltree.Node) string {
	data := n.Child("ffData")
	if list := data.Child("ddList"); list != nil {
		at := number(orElse(list.Child("result").Any("val"), list.Child("default").Any("val")), 0)
		if entries := list.All("listEntry"); at >= 0 && at < len(entries) {
			return entries[at].Any("val")
		}
	}
	if box := data.Child("checkBox"); box != nil {
		state := box.Child("checked")
		if state == nil {
			state = box.Child("default")
		}
		if on(state) {
			return "☒"
		}
		return "☐"
	}
	return ""
}

// symbolField returns the sign of a field SYMBOL: its number, as a decimal or behind 0x, of
// its font, of Unicode behind "\u", or else of the code page of western Windows
// (ECMA-376, part 1, 17.16.5.66).
func (r *runs) symbolField(args []string) string {
	if len(args) == 0 {
		return ""
	}
	n, err := strconv.ParseUint(args[0], 0, 21)
	if err != nil {
		c, size := utf8.DecodeRuneInString(args[0])
		if size != len(args[0]) {
			return ""
		}
		n = uint64(c)
	}
	font, unicode := "", false
	for name, value := range switches(args) {
		switch name {
		case `\f`:
			font = value
		case `\u`:
			unicode = true
		}
	}
	if _, signs := signFonts[signFont(font)]; !signs && !unicode && n >= 0x80 && n <= 0x9f {
		return html.UnescapeString("&#" + strconv.FormatUint(n, 10) + ";") // HTML reads these numbers as Windows does
	}
	return r.signs(string(rune(n)), font)
}

// equation reads the code of a field EQ, in which Word set formulas before it had others,
// and in which it sets the readings of Chinese and Japanese words when the menu Phonetic
// Guide writes them: EQ \o\ad(\s\up 9(reading),word). A reading is ruby; raised and lowered
// texts are scripts; of all else the texts stand in their order, which is told.
func (r *runs) equation(code string) []book.Inline {
	p := eqParser{code: code}
	out := p.list(0)
	if p.lost && len(out) > 0 {
		r.left(rule.ImportFormula, "write it as a formula in TeX, between dollars", "an equation of a field EQ stands as plain text: "+clip(book.PlainText(out)))
	}
	return out
}

// An eqParser reads the code of a field EQ.
type eqParser struct {
	code string
	lost bool // a form of the equation has no text
}

// maxEquation bounds how deep parts of an equation nest. People nest three.
const maxEquation = 20

// list reads texts and switches up to the end of an argument.
func (p *eqParser) list(depth int) []book.Inline {
	var out []book.Inline
	var text strings.Builder
	flush := func() {
		out = draft.Join(out, draft.Text(strings.TrimLeft(text.String(), " "))...)
		text.Reset()
	}
	for p.code != "" {
		c, size := utf8.DecodeRuneInString(p.code)
		switch {
		case depth > 0 && (c == ',' || c == ';' || c == ')'):
			flush()
			return out
		case c == '\\' && len(p.code) > 1 && strings.ContainsRune(`,;()\`, rune(p.code[1])):
			text.WriteByte(p.code[1])
			p.code = p.code[2:]
		case c == '\\':
			flush()
			out = draft.Join(out, p.form(depth)...)
		default:
			text.WriteString(p.code[:size])
			p.code = p.code[size:]
		}
	}
	flush()
	return out
}

// form reads switches, such as \o\ad or \s\up 9, and the arguments behind them. General
// switches (\* jc2) have none.
func (p *eqParser) form(depth int) []book.Inline {
	var names []string
	for strings.HasPrefix(p.code, `\`) {
		end := strings.IndexAny(p.code[1:], `\( `) + 1
		if end == 0 {
			end = len(p.code)
		}
		name := strings.ToLower(strings.TrimRight(p.code[1:end], "0123456789"))
		p.code = strings.TrimLeft(p.code[end:], " ")
		if name == "*" {
			p.general()
			return nil
		}
		names = append(names, name)
		p.code = strings.TrimLeft(strings.TrimLeft(p.code, "0123456789"), " ")
	}
	if !strings.HasPrefix(p.code, "(") || depth >= maxEquation {
		p.code = strings.TrimPrefix(p.code, "(")
		p.lost = true
		return nil
	}
	var args [][]book.Inline
	for p.code != "" && p.code[0] != ')' {
		p.code = p.code[1:]
		args = append(args, p.list(depth+1))
	}
	p.code = strings.TrimPrefix(p.code, ")")
	return p.made(names, args)
}

// general passes over the value of a general switch: a word, or one with a text in quotation marks.
func (p *eqParser) general() {
	end := strings.IndexAny(p.code, ` \`)
	if strings.HasPrefix(p.code, `"`) {
		end = strings.IndexByte(p.code[1:], '"') + 2
		if end == 1 { // it is never closed
			end = -1
		}
	}
	if end < 0 {
		end = len(p.code)
	}
	p.code = strings.TrimLeft(p.code[end:], " ")
}

// made returns what switches make of their arguments.
func (p *eqParser) made(names []string, args [][]book.Inline) []book.Inline {
	has := func(name string) bool {
		for _, n := range names {
			if n == name {
				return true
			}
		}
		return false
	}
	switch {
	case has("o") && len(args) == 2:
		if s, ok := script(args[0], book.Superscript); ok {
			return []book.Inline{&book.Ruby{Content: args[1], Text: s}}
		}
		if s, ok := script(args[1], book.Superscript); ok {
			return []book.Inline{&book.Ruby{Content: args[0], Text: s}}
		}
	case has("s") && has("up") && len(args) == 1:
		return draft.Under(book.PlainText(args[0]), []book.Style{book.Superscript})
	case has("s") && has("do") && len(args) == 1:
		return draft.Under(book.PlainText(args[0]), []book.Style{book.Subscript})
	}
	p.lost = true
	between := " "
	if has("f") {
		between = "/"
	}
	var out []book.Inline
	for i, a := range args {
		if i > 0 {
			out = draft.Join(out, draft.Text(between)...)
		}
		out = draft.Join(out, a...)
	}
	return out
}

// script returns the text of content that is all in one script.
func script(content []book.Inline, style book.Style) (string, bool) {
	if len(content) != 1 {
		return "", false
	}
	s, ok := content[0].(*book.Styled)
	return book.PlainText(content), ok && s.Style == style && book.PlainText(content) != ""
}
