package math

import (
	"fmt"
	"strings"
)

// Dump prints a tree in brackets, for tests: "x^2" is (scripts x . 2).
func Dump(n Node) string {
	var b strings.Builder
	dump(&b, n)
	return b.String()
}

var (
	classNames = [...]string{"", "op:", "bin:", "rel:", "open:", "close:", "punct:", "inner:"}
	faceNames  = [...]string{"", "it:", "bf:", "bi:", "bb:", "cal:", "frak:", "sf:", "tt:"}
)

func dump(b *strings.Builder, n Node) {
	part := func(name string, rows ...*Row) {
		b.WriteString("(" + name)
		for _, r := range rows {
			b.WriteByte(' ')
			if r == nil {
				b.WriteByte('.')
			} else {
				dump(b, r)
			}
		}
		b.WriteByte(')')
	}
	switch n := n.(type) {
	case nil:
		b.WriteByte('.')
	case *Symbol:
		b.WriteString(classNames[n.Class] + faceNames[n.Face] + string(n.Char))
	case *Number:
		b.WriteString(faceNames[n.Face] + n.Text)
	case *Name:
		fmt.Fprintf(b, "(name %q %v)", n.Text, n.Limits)
	case *Word:
		fmt.Fprintf(b, "(word %s%s)", faceNames[n.Face], n.Text)
	case *Words:
		fmt.Fprintf(b, "(words %s%q)", faceNames[n.Face], n.Text)
	case *Row:
		b.WriteByte('{')
		for i, c := range n.Nodes {
			if i > 0 {
				b.WriteByte(' ')
			}
			dump(b, c)
		}
		b.WriteByte('}')
	case *Scripts:
		name := [...]string{"scripts ", "limits ", "beside "}[n.Limits]
		b.WriteString("(" + name)
		dump(b, n.Base)
		part(" ", n.Sub, n.Sup)
		b.WriteByte(')')
	case *Fraction:
		part(fmt.Sprintf("fraction %v %d %s", n.Ruled, n.Style, markText(n.Open)+markText(n.Close)), n.Above, n.Below)
	case *Root:
		part("root", n.Body, n.Degree)
	case *Fence:
		part("fence "+fmt.Sprintf("%q", n.Marks), n.Parts...)
	case *Delimiter:
		fmt.Fprintf(b, "(big%d %s%c)", n.Size, classNames[n.Class], n.Mark)
	case *Accent:
		part(fmt.Sprintf("accent %U %v %v", n.Mark, n.Wide, n.Below), n.Body)
	case *Bar:
		part(fmt.Sprintf("bar %v", n.Below), n.Body)
	case *Space:
		fmt.Fprintf(b, "(space %d)", n.Width)
	case *Grid:
		fmt.Fprintf(b, "(grid %s %v %v", markText(n.Open)+markText(n.Close), n.Align, n.Equations)
		for _, row := range n.Rows {
			part(" row", row...)
		}
		b.WriteByte(')')
	case *Styled:
		part(fmt.Sprintf("style %d", n.Style), n.Body)
	}
}
