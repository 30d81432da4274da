package foreign

import "testing"

// TestProse leaves prose as it is that looks like the signs of other tools.
func TestProse(t *testing.T) {
	for _, c := range []struct{ name, src string }{
		{"braces beside code that imports", "Give {any} and <Tide>.\n\n```js\nimport a from 'a'\n```"},
		{"ions", "Ca{++} and Mg{++} go, Cl{--} and Br{--} stay."},
		{"braces with tildes", "The {~~low~~} tide"},
		{"a number in braces", "Take {# of tides} and {#} of them."},
		{"a name within a word", "At 3:simple-rule:4 and urn:simple-x:y."},
		{"an interview", "Q> Does it go?\n\nA> It goes.\n\nQ> When?\n\nA> At noon."},
		{"arrows", "<<< Back | On >>>\n\n<<< hello there"},
		{"a label and what is so much", "[Ebb]: low=1 high=2"},
		{"an aside without an end", "<aside>\nMind it.\n\nAll."},
		{"changes within others", "{++a {++ b"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.src) })
	}
}

// TestChanges reads what stands within changes of CriticMarkup, and tells those that no
// paragraph holds.
func TestChanges(t *testing.T) {
	const told = " are taken as made, and remarks are left out [foreign-tag]"
	for _, c := range []struct{ name, src, want string }{
		{"a link within", "{++See [[ebb]] now++}, `x`", "See [ebb](<ebb>){.wikilink} now, `x`\n1: changes of CriticMarkup such as {++See [[ebb]] now++}" + told},
		{"of paragraphs", "It {--goes\n\nand--} stays", "It {--goes\n\nand--} stays\n1: changes of CriticMarkup over several paragraphs are printed with their marks [foreign-tag]"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want) })
	}
}
