package acceptance

import (
	"fmt"
	"strings"
)

// hostileText are chapters whose characters are the trouble.
func hostileText() []hostile {
	text := func(name, s string) hostile { return body("text/"+name, s+"\n") }
	all := []hostile{
		text("invalid utf-8", "Good.\n\nBad \xff\xfe byte, \xc3 alone, \xe2\x82 short, \xc0\x80 long.\n"),
		text("lone surrogates", "High \xed\xa0\x80, low \xed\xb0\x80, pair \xed\xa0\xbd\xed\xb8\x80."),
		text("noncharacters", "a\ufffeb\uffffc\ufdd0d\U0001fffee"),
		text("replacement character", "a\ufffdb"),
		text("nul", "a\x00b"),
		text("control characters", "a\x01b\x02c\x07d\x08e\x0bf\x0cg\x0eh\x1bi\x7fj\u0080k\u0085l\u009fm"),
		text("escape sequences", "\x1b[31mred\x1b[0m \x1b]0;title\x07"),
		text("byte order mark within", "a\ufeffb"),
		text("line separators", "a\u2028b\u2029c\vd\fe"),
		text("entities of the forbidden", "&#0; &#1; &#xFFFE; &#xD800; &#x110000; &#99999999999; &nosuch; &amp;#0;"),
		text("bidi overrides", "a\u202eb\u202dc\u2066d\u2069e\u200ff"),
		text("bidi never closed", strings.Repeat("\u202e\u2067", 500)+"a"),
		text("right to left", "שלום עולם, مرحبا بالعالم 123 abc."),
		text("invisible", "a\u200b\u200c\u200d\u2060\u00ad\u034f\u180eb"),
		text("nothing visible", "\u200b\u200b"),
		text("combining marks", "Z"+strings.Repeat("\u0301\u0323\u0489", 3_000)+"algo"),
		text("combining marks without a base", "\u0301 \u20dd"),
		text("variation selectors", "a\ufe0f"+strings.Repeat("\ufe0e\U000e0100", 200)+"葛\U000e0101"),
		text("emoji", "👩‍👩‍👧‍👦 🏳️‍🌈 🇰🇷🇰 👍🏿 #️⃣ \U0001f9ff"),
		text("tags", "🏴"+"\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"),
		text("private use", "\ue000 \uf8ff \U000f0000 \U0010fffd"),
		text("unassigned", "\u0378 \U0003fffd \U000e0080"),
		text("scripts that no font has", "ᚠᚢᚦ 𒀀𒁀 𓀀𓀁 ᏣᎳᎩ 𞤀𞤣 ꦗꦮ ၵၼ် ལོ་ ಕನ್ನಡ"),
		text("han beyond the basic plane", "𠀀𠮷𪚥𫝀 㐀䶵 﨎"),
		text("jamo", "\u1112\u1161\u11ab\u1100\u1173\u11af \u3131\u314f \ua960\ud7b0"),
		text("ligatures that decompose", "ﬁ ﬀ ĳ ŉ ǆ ﷺ ﷻ"),
		text("case that grows", "ßßß İıſ ŉ ΰ"),
		text("spaces of every width", "a\u00a0b\u1680c\u2000d\u2001e\u2002f\u2003g\u2004h\u2005i\u2006j\u2007k\u2008l\u2009m\u200an\u202fo\u205fp\u3000q"),
		text("spaces alone", strings.Repeat("\u00a0\u3000", 1000)),
		text("dashes and dots", "--- -- ... .... ' '' \" \"\" ''' -'-\"-"),
		text("quotes unclosed", strings.Repeat("\"'", 2_000)),
		text("backslashes", strings.Repeat("\\", 5_000)),
		text("pdf syntax", "(unbalanced ) ((( \\) endstream endobj %%EOF <</A[>> ET BT /F1"),
		text("xml syntax", "]]> <![CDATA[x]]> <!-- -- --> <?php ?> <!DOCTYPE x> &lt; & && <"),
		text("utf-16 whole", "x").replaced(utf16LE(article("One", "Text.\n"))),
		text("utf-16 without a mark", "x").replaced(utf16LE(article("One", "Text.\n"))[2:]),
		text("utf-32", "x").replaced("\xff\xfe\x00\x00-\x00\x00\x00-\x00\x00\x00"),
		text("gzip", "x").replaced("\x1f\x8b\x08\x00" + noise(9, 2000)),
	}
	for seed := range uint64(4) {
		all = append(all, text(fmt.Sprintf("noise %d", seed), "x").replaced(noise(seed+200, 64<<seed)))
		heap := text(fmt.Sprintf("noise of letters %d", seed), letters(seed, 40_000))
		heap.slow = seed > 0 // one of a kind is enough for a short test
		all = append(all, heap)
		all = append(all, text(fmt.Sprintf("noise of marks %d", seed), marks(seed, 20_000)))
	}
	return all
}

// replaced puts other bytes in place of the whole chapter file.
func (h hostile) replaced(data string) hostile {
	return plain(h.name, folder{"book.yaml": manifest("a.md"), "a.md": data})
}

// letters is text of any characters that there are.
func letters(seed uint64, n int) string {
	dice := noise(seed+300, 3*n)
	var b strings.Builder
	for i := 0; i < len(dice); i += 3 {
		r := rune(dice[i])<<12 ^ rune(dice[i+1])<<6 ^ rune(dice[i+2])
		if i%7 == 0 {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}

// marks is text of what means something in Markdown.
func marks(seed uint64, n int) string {
	words := []string{"*", "**", "_", "`", "```", "[", "]", "(", ")", "![", "](", "<", ">", "\n", "\n\n", "    ", "- ", "1. ", "# ", "| ", "|\n|--|", "~~", "[^1]", "[^1]: ",
		": ", "{", "}", "{#a}", "\\", "&", ";", "http://a.b/", "<div>", "</div>", "<b>", "</p>", "---\n", "word ", "\t", "\"", "'", "{lang=ko}", "$", "@", "x.md", "]: ", "!"}
	var b strings.Builder
	for _, c := range []byte(noise(seed+400, n)) {
		b.WriteString(words[int(c)%len(words)])
	}
	return b.String()
}
