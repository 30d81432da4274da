package xmltree

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"octavo/book/internal/fuzzing"
)

func TestParse(t *testing.T) {
	n, err := Parse([]byte(`<?xml version="1.0" encoding="euc-kr"?><!-- x --><a:r xmlns:a="u" k="v"><b>x &amp; &eacute;</b><c><![CDATA[<i>]]></c></a:r>`), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n.Name != "r" || n.Space != "u" || n.Any("k") != "v" || n.Child("b").Content() != "x & é" || n.Find("c").Content() != "<i>" || n.Child("none").Child("b").Any("x") != "" {
		t.Errorf("%+v", n)
	}
	if got := n.HTML(); got != "<b>x &amp; é</b><c>&lt;i&gt;</c>" {
		t.Errorf("HTML %q", got)
	}
}

func TestRefuses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"entities", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>`, "entities"},
		{"unknown entity", `<x>&b;</x>`, "entity"},
		{"deep", strings.Repeat("<x>", MaxDepth+1), "nested"},
		{"many", "<x>" + strings.Repeat("<y/>", MaxNodes) + "</x>", "more than"},
		{"open", "<x><y></x>", "no XML"},
		{"nothing", " ", "no element"},
		{"text", "text", "no element"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Parse([]byte(tt.in), Options{}); err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// TestDecodeUTF has each encoding that XML documents come in.
func TestDecodeUTF(t *testing.T) {
	tests := []struct{ in, want, err string }{
		{"<a/>", "<a/>", ""},
		{"\xef\xbb\xbf<a/>", "<a/>", ""},
		{"\xfe\xff\x00<\x00a\x20\x22", "<a•", ""},
		{"\xff\xfe<\x00a\x00\x22\x20", "<a•", ""},
		{"\xff\xfe<\x00a\x00>", "<a", ""},
		{"\xff\xfe<\x00?\x00x\x00m\x00l\x00 \x00?\x00>\x00<\x00a\x00", "<a", ""},
		{"\xff\xfe<\x00?\x00x\x00m\x00l\x00 \x00", "<?xml ", ""},
		{"\xfe\xff\xd8\x3d\xde\x00", "😀", ""},
		{"a\xe4", "", "the document is not in UTF-8"},
	}
	for _, test := range tests {
		got, err := decodeUTF([]byte(test.in))
		if string(got) != test.want || fmt.Sprint(err) != test.err && !(err == nil && test.err == "") {
			t.Errorf("%q: %q, %v; want %q, %q", test.in, got, err, test.want, test.err)
		}
	}
}

// TestPlaces has where elements and texts begin.
func TestPlaces(t *testing.T) {
	root, err := Parse([]byte("<?xml version=\"1.0\"?>\n<a>\n <é x='1'>t<b/></é></a>"), Options{Rigor: Strict})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	root.Walk(func(n *Node) { got = append(got, fmt.Sprintf("%s%q %d:%d", n.Name, n.Text, n.Line, n.Col)) })
	if all, want := strings.Join(got, ", "), `a"" 2:1, "\n " 2:4, é"" 3:2, "t" 3:12, b"" 3:13`; all != want {
		t.Errorf("got %s, want %s", all, want)
	}
	if b := root.Within("", "b"); len(b) != 1 || b[0].Parent.Name != "é" || b[0].Parent.Parent != root || root.Parent != nil || root.First("", "é").Get("x") != "1" {
		t.Errorf("the parents are others")
	}
}

// TestRigor has what each way of reading takes and refuses.
func TestRigor(t *testing.T) {
	const xhtml = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x">`
	for _, tt := range []struct{ name, in, loose, plain, strict string }{
		{"a document", `<a x="1"/>`, "", "", ""},
		{"a prefix that nothing declares", "<p:a/>", "", "", "1:1 0 the prefix p is not declared"},
		{"the same of an attribute", "<a p:x='1'/>", "", "", "1:1 0 the prefix p is not declared"},
		{"an attribute twice", "<a x='1' x='2'/>", "", "", "1:1 0 attribute x twice"},
		{"one twice among many", "<a" + strings.Repeat(" b='' c=''", 9) + "/>", "", "", "1:1 0 attribute b twice"},
		{"a second root", "<a/>\n<b/>", "", "2:1 0 a second root element, b", "2:1 0 a second root element, b"},
		{"text behind the root", "<a/>x", "", "", "1:5 0 text outside the root element"},
		{"cut short", "<a>\n<b>", "2:0 1 unexpected EOF", "2:0 1 unexpected EOF", "2:0 1 unexpected EOF"},
		{"crossed", "<a><b></a></b>", "1:0 0 element <b> closed by </a>", "1:0 0 element <b> closed by </a>", "1:0 0 element <b> closed by </a>"},
		{"nothing", "", "0:0 3 there is no element in it", "0:0 3 there is no element in it", "0:0 3 there is no element in it"},
		{"entities", `<!DOCTYPE a [<!ENTITY b "c">]><a/>`, "1:1 5 entities are declared in it, which is refused", "", "1:1 5 the document declares entities"},
		{"entities of HTML", "<a>&nbsp;</a>", "", "1:0 0 invalid character entity &nbsp;", "1:0 0 invalid character entity &nbsp;"},
		{"entities of XHTML", xhtml + "<a>&nbsp;</a>", "", "1:0 0 invalid character entity &nbsp;", ""},
		{"another encoding", `<?xml version="1.0" encoding="latin1"?><a/>`, "", `1:1 2 opening charset "latin1": the encoding is neither UTF-8 nor UTF-16`, `1:1 2 opening charset "latin1": the encoding is neither UTF-8 nor UTF-16`},
		{"another version", `<?xml version="2.0"?><a/>`, `1:1 0 unsupported version "2.0"; only version 1.0 is supported`, `1:1 0 unsupported version "2.0"; only version 1.0 is supported`, `1:1 0 unsupported version "2.0"; only version 1.0 is supported`},
		{"UTF-16", "\xff\xfe<\x00a\x00/\x00>\x00", "1:0 0 invalid UTF-8", "1:0 0 invalid UTF-8", ""},
		{"bytes", "<a>\xe4</a>", "1:0 0 invalid UTF-8", "1:0 0 invalid UTF-8", "0:0 2 the document is not in UTF-8"},
	} {
		for rigor, want := range []string{Loose: tt.loose, Plain: tt.plain, Strict: tt.strict} {
			_, err := Parse([]byte(tt.in), Options{Rigor: Rigor(rigor)})
			got := ""
			var f *Fault
			if errors.As(err, &f) {
				got = fmt.Sprintf("%d:%d %d %s", f.Line, f.Col, f.Kind, f.Msg)
			}
			if got != want {
				t.Errorf("%s, %d: got %q, want %q", tt.name, rigor, got, want)
			}
		}
	}
}

// TestBounds has documents at their bounds, and one beyond.
func TestBounds(t *testing.T) {
	left := 100
	opt := Options{Rigor: Plain, MaxDepth: 2, MaxNodes: 3, MaxAttrs: 1, Left: &left}
	for in, want := range map[string]string{
		"<a><b/>x</a>": "<nil>", "<a><b><c/></b></a>": "elements are nested more than 2 deep", "<a><b/>x<c/></a>": "more than 3 elements and texts", "<a x='' y=''/>": "element has more than 1 attributes",
	} {
		if _, err := Parse([]byte(in), opt); fmt.Sprint(err) != want {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
	if left != 100-3-2-4 {
		t.Errorf("%d nodes are left", left)
	}
	opt.Root = func(n *Node) error { return errors.New("no " + n.Name) }
	if _, err := Parse([]byte("<a><b>"), opt); fmt.Sprint(err) != "line 1: no a" {
		t.Errorf("the root: %v", err)
	}
}

// FuzzParse reads what it is given in each way. What is read strictly is read otherwise
// too, but for UTF-16 and entities.
func FuzzParse(f *testing.F) {
	fuzzing.Begin(f)
	for _, seed := range []string{
		`<?xml version="1.0" encoding="utf-8"?><!-- c --><a:b xmlns:a="u:" x="1">t &amp; &#x41;<c/><![CDATA[<]]></a:b>`,
		`<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x" [<!ENTITY e "f">]><a>&nbsp;&e;</a>`, "\xfe\xff\x00<\x00a\x00/\x00>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 2*fuzzing.Most {
			return
		}
		var errs [Strict + 1]error
		for rigor := range errs {
			var root *Node
			root, errs[rigor] = Parse(in, Options{Rigor: Rigor(rigor), MaxDepth: 20, MaxNodes: 200})
			if errs[rigor] == nil && (root == nil || root.Name == "" || root.Line < 1 || root.Col < 1) {
				t.Errorf("the root is %+v", root)
			}
			if err := errs[rigor]; err != nil && strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("%q", err)
			}
		}
		if errs[Strict] == nil && errs[Plain] != nil && in[0] < 0x80 && !bytes.Contains(in, []byte("//DTD XHTML")) {
			t.Errorf("read strictly, and not plainly: %v", errs[Plain])
		}
	})
}
