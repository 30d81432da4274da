package object

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"octavo/book/internal/fuzzing"
)

func TestAppend(t *testing.T) {
	tests := []struct {
		name string
		o    Object
		want string
	}{
		{"null", Null{}, "null"},
		{"bool", Bool(true), "true"},
		{"int", Int(-12), "-12"},
		{"real", Real("1.5"), "1.5"},
		{"name", Name("A B#/é"), "/A#20B#23#2F#C3#A9"},
		{"string", String("a(b)\\\r\n"), "(a\\(b\\)\\\\\\r\n)"},
		{"array", Array{Int(1), Ref(2), Name("X")}, "[1 2 0 R /X]"},
		{"dict in key order", Dict{"B": Int(1), "A": Null{}}, "<</A null/B 1>>"},
		{"stream", &Stream{Dict{"X": Int(1)}, []byte("data")}, "<</Length 4/X 1>>\nstream\ndata\nendstream"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := string(test.o.Append(nil)); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, src string
		want      Object
	}{
		{"comment before", "% no\n 5", Int(5)},
		{"reference", "[5 0 R 5 0 7]", Array{Ref(5), Int(5), Int(0), Int(7)}},
		{"numbers", "[+1 -.5 4. -0]", Array{Int(1), Real("-.5"), Real("4."), Int(0)}},
		{"words", "[true false null]", Array{Bool(true), Bool(false), Null{}}},
		{"octal and line ends", "(a\\101\\7\\\nb\r\nc\\n\\))", String("aA\x07b\nc\n)")},
		{"escapes", "(\\r\\t\\b\\f\\x\\(\\\\)", String("\r\t\b\fx(\\")},
		{"a line that goes on", "(a\\\r\nb\\\rc\\\nd\re)", String("abcd\ne")},
		{"octal of one digit to three", "(\\0\\18\\1234\\377)", String("\x00\x018S4\xff")},
		{"hex of both cases", "<aF0 9\nfA>", String("\xaf\x09\xfa")},
		{"largest reference", "[2147483647 0 R 5 0\nR/A]", Array{Ref(1<<31 - 1), Ref(5), Name("A")}},
		{"nested parentheses", "(a(b)c)", String("a(b)c")},
		{"hex", "<41 4 2 5>", String("ABP")},
		{"name escape", "/A#20B", Name("A B")},
		{"tight dictionary", "<</A/B/C<</D(x)>>/E[1]>>", Dict{"A": Name("B"), "C": Dict{"D": String("x")}, "E": Array{Int(1)}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := Parser{Data: []byte(test.src)}
			got, err := p.Object()
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %#v, want %#v", got, test.want)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := map[string]string{
		"empty":              "",
		"array without end":  "[1 2",
		"dictionary":         "<</A 1",
		"key":                "<<1 2>>",
		"key twice":          "<</A 1/A 2>>",
		"string without end": "(abc",
		"backslash at end":   "(abc\\",
		"hex":                "<4G>",
		"hex without end":    "<41",
		"number":             "1-2",
		"point":              ".",
		"name escape":        "/A#4",
		"word":               "nul",
		"reference to 0":     "[0 0 R]",
		"reference beyond":   "[2147483648 0 R]",
		"two points":         "1.2.3",
		"value":              "<</A >>",
		"key's escape":       "<</A#4 1>>",
		"deep":               deep(100),
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			p := Parser{Data: []byte(src)}
			if o, err := p.Object(); !errors.Is(err, ErrSyntax) {
				t.Errorf("got %v and error %v, want a syntax error", o, err)
			}
		})
	}
}

func deep(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '['
	}
	return string(b)
}

func TestIndirect(t *testing.T) {
	p := Parser{Data: []byte("7 0 obj\n<</Length 5>>\nstream\nab\ncd\nendstream\nendobj\n8 0 obj 3 endobj")}
	num, o, err := p.Indirect()
	if err != nil {
		t.Fatal(err)
	}
	s, ok := o.(*Stream)
	if !ok || num != 7 || string(s.Data) != "ab\ncd" {
		t.Fatalf("got object %d %#v", num, o)
	}
	num, o, err = p.Indirect()
	if err != nil || num != 8 || o != Int(3) {
		t.Errorf("got object %d %v, error %v", num, o, err)
	}
	for _, src := range []string{
		"7 0 obj <</Length 50>> stream\nab\nendstream endobj",
		"7 0 obj <</Length 2>> stream ab\nendstream endobj",
		"7 0 obj <</Length 2>> stream\rab\nendstream endobj", "7 0 obj <</Length -1>> stream\nab\nendstream endobj",
		"7 0 obj <<>> stream\nab\nendstream endobj", "7 0 obj <</Length 2>> stream\nabc\nendstream endobj", "7 obj", "7 0 obj", "99999999999 0 obj 3 endobj",
		"7 1 obj 3 endobj", "0 0 obj 3 endobj", "7 0 obj 3", "7 0 3 endobj", "x",
	} {
		p := Parser{Data: []byte(src)}
		if _, o, err := p.Indirect(); !errors.Is(err, ErrSyntax) {
			t.Errorf("%q: got %v, error %v, want a syntax error", src, o, err)
		}
	}
}

func TestText(t *testing.T) {
	tests := []struct {
		name, s string
		want    String
	}{
		{"ASCII", "Tides (2)", "Tides (2)"},
		{"empty", "", ""},
		{"Hangul", "한", "\xfe\xff\xd5\x5c"},
		{"beyond the BMP", "\U00020000", "\xfe\xff\xd8\x40\xdc\x00"},
		{"line feed", "\n", "\xfe\xff\x00\x0a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Text(test.s); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	for _, s := range []string{
		"<</A [1 2 0 R (x\\)) <41>] /B /C#20 /D true>>", "[-1.5 null]", "(\\101\r\n)", "5 0 R", "%c\n1",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		p := Parser{Data: src}
		o, err := p.Object()
		if err != nil {
			return
		}
		out := o.Append(nil)
		q := Parser{Data: out}
		again, err := q.Object()
		if err != nil {
			t.Fatalf("%q was written as %q: %v", src, out, err)
		}
		if !reflect.DeepEqual(o, again) || q.Pos != len(out) {
			t.Errorf("%#v was written as %q and read back as %#v", o, out, again)
		}
	})
}

func FuzzIndirect(f *testing.F) {
	fuzzing.Begin(f)
	f.Add([]byte("7 0 obj\n<</Length 5>>\nstream\nab\ncd\nendstream\nendobj"))
	f.Fuzz(func(t *testing.T, src []byte) {
		p := Parser{Data: src}
		p.Indirect()
		if p.Pos < 0 {
			t.Errorf("position %d", p.Pos)
		}
	})
}

// TestTextCut holds text strings to the length that PDF/A allows.
func TestTextCut(t *testing.T) {
	const most = 32_767
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"short", "abc", 3},
		{"short, not ASCII", "äbc", 8},
		{"long", strings.Repeat("a", 100_000), 16_382},
		{"long, not ASCII", strings.Repeat("ä", 100_000), 32_766},
		{"no half of a pair", "a" + strings.Repeat("𝔸", 100_000), 32_764},
		{"not UTF-8", strings.Repeat("\xff", 100_000), 32_766},
	} {
		if got := len(Text(c.in)); got != c.want || got > most {
			t.Errorf("%s: %d bytes, want %d", c.name, got, c.want)
		}
	}
}

// TestLoose takes what other makers write: any generation, and keys that are given twice.
func TestLoose(t *testing.T) {
	for src, want := range map[string]string{
		"[5 0 R 5 12 R 5 x]": "", "[5 12 R]": "[5 0 R]", "[5 120 R6 0 R]": "", "<</A 1/A 2>>": "<</A 2>>", "[5 1 2]": "[5 1 2]", "[5 0R]": "", "7 3 R": "7 0 R",
	} {
		p := Parser{Data: []byte(src), Loose: true}
		o, err := p.Object()
		if want == "" {
			if !errors.Is(err, ErrSyntax) {
				t.Errorf("%s: %v, %v", src, o, err)
			}
			continue
		}
		if err != nil || string(o.Append(nil)) != want {
			t.Errorf("%s: %v, %v; want %s", src, o, err, want)
		}
	}
}
