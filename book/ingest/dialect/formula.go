package dialect

import (
	"strconv"
	"strings"

	"octavo/book/ingest/draft"
)

// The signs around the number of a formula that is kept from the translation of
// dialects: two of the private use area, which no text has.
const formulaStart, formulaEnd = "\ue000", "\ue001"

// A keeper takes the formulas out of Markdown and puts them back, so that nothing
// between takes their stars, brackets and backslashes for its own.
type keeper struct {
	formulas []string
	first    string // as TeX
}

// keep returns body with numbers for its formulas and a backslash before the dollar
// signs of money. Where nothing in body is a formula for certain, body is returned as it
// is, unless stated says that there are formulas.
func (k *keeper) keep(body string, stated bool) string {
	if strings.Contains(body, formulaStart) || !stated && !certain(body) {
		return body
	}
	var b strings.Builder
	paragraphs(body, func(s string, kind paragraphKind) {
		switch kind {
		case fenced:
			s = k.fence(s)
		case prose, indented:
			s = k.paragraph(s, kind == prose)
		}
		b.WriteString(s)
	})
	if len(k.formulas) == 0 {
		return body
	}
	return b.String()
}

func certain(body string) (found bool) {
	paragraphs(body, func(s string, kind paragraphKind) {
		found = found || kind == fenced && mathFence(s) || (kind == prose || kind == indented) && draft.Certain(draft.Formulas(s, true))
	})
	return found
}

// restore puts the formulas back.
func (k *keeper) restore(body string) string {
	var b strings.Builder
	for i, part := range strings.Split(body, formulaStart) {
		number, rest, ok := strings.Cut(part, formulaEnd)
		if n, err := strconv.Atoi(number); i > 0 && ok && err == nil && n < len(k.formulas) {
			b.WriteString(k.formulas[n])
			part = rest
		}
		b.WriteString(part)
	}
	return b.String()
}

func (k *keeper) add(tex, formula string) string {
	if k.first == "" {
		k.first = strings.TrimSpace(tex)
	}
	k.formulas = append(k.formulas, formula)
	return formulaStart + strconv.Itoa(len(k.formulas)-1) + formulaEnd
}

// paragraph takes the formulas out of a paragraph.
func (k *keeper) paragraph(s string, escape bool) string {
	var b strings.Builder
	at := 0
	other := func(to int) {
		text := s[at:to]
		if escape {
			text = escaped(text)
		}
		b.WriteString(text)
	}
	for _, f := range draft.Formulas(s, true) {
		other(f.From)
		at = f.To
		if f.Display && alone(s, f) {
			b.WriteString(k.add(f.TeX, "$$"+f.TeX+"$$"))
		} else {
			b.WriteString(k.add(f.TeX, "$"+strings.TrimSpace(f.TeX)+"$"))
		}
	}
	other(len(s))
	return b.String()
}

// alone reports whether nothing but the marks of a quotation is beside a formula.
func alone(s string, f draft.Formula) bool {
	line := s[strings.LastIndexByte(s[:f.From], '\n')+1 : f.From]
	rest, _, _ := strings.Cut(s[f.To:], "\n")
	return strings.Trim(line, " >\t") == "" && strings.TrimSpace(rest) == ""
}

// escaped puts backslashes before the dollar signs of a text that is not code.
func escaped(s string) string {
	parts := strings.Split(s, "`")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = strings.ReplaceAll(strings.ReplaceAll(parts[i], `\$`, "$"), "$", `\$`)
	}
	return strings.Join(parts, "`")
}

// mathFence reports whether a block of code is GitHub's form of a formula.
func mathFence(s string) bool {
	line, _, _ := strings.Cut(s, "\n")
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(line), "`")) == "math"
}

func (k *keeper) fence(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if !mathFence(s) || len(lines) < 3 {
		return s
	}
	tex := strings.Join(lines[1:len(lines)-1], "\n")
	return k.add(tex, "$$\n"+tex+"\n$$") + "\n"
}

type paragraphKind int

const (
	prose    paragraphKind = iota
	indented               // perhaps code, perhaps in a list
	markup                 // HTML
	fenced
)

// paragraphs calls visit for the parts of body: blocks of code between fences, and
// what lies between blank lines. The parts together are the body.
func paragraphs(body string, visit func(s string, kind paragraphKind)) {
	var b strings.Builder
	fence := ""
	flush := func(kind paragraphKind) {
		if b.Len() > 0 {
			visit(b.String(), kind)
		}
		b.Reset()
	}
	kind := func() paragraphKind {
		switch s := b.String(); {
		case strings.HasPrefix(s, "    "), strings.HasPrefix(s, "\t"):
			return indented
		case strings.HasPrefix(strings.TrimLeft(s, " \n"), "<"):
			return markup
		}
		return prose
	}
	for line := range strings.Lines(body) {
		trimmed := strings.TrimSpace(line)
		switch {
		case fence != "":
			b.WriteString(line)
			if strings.HasPrefix(trimmed, fence) && strings.Trim(trimmed, fence[:1]) == "" {
				flush(fenced)
				fence = ""
			}
			continue
		case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
			flush(kind())
			fence = trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, trimmed[:1]))]
			b.WriteString(line)
			continue
		}
		b.WriteString(line)
		if trimmed == "" {
			flush(kind())
		}
	}
	if fence != "" {
		flush(fenced)
	}
	flush(kind())
}
