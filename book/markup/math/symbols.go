package math

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// A sign is what a command for one character stands for.
type sign struct {
	char   rune
	class  Class
	limits bool
}

// signs are the commands for one character.
var signs = sync.OnceValue(func() map[string]sign {
	all := map[string]sign{}
	for class, list := range signLists {
		fields := strings.Fields(list)
		for i := 0; i+1 < len(fields); i += 2 {
			all[fields[i]] = sign{char: []rune(fields[i+1])[0], class: class, limits: class == Op && !strings.Contains(fields[i], "int")}
		}
	}
	return all
})

// signLists are names and characters by turns.
var signLists = map[Class]string{
	Ord: `
		alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
		lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
		chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
		infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ hbar ℏ ell ℓ Re ℜ Im ℑ
		wp ℘ aleph ℵ angle ∠ triangle △ prime ′ vdots ⋮ degree °
		vert | Vert ‖ backslash \ pounds £ euro € yen ¥ S § P ¶ dagger † ddagger ‡ checkmark ✓ square □ blacksquare ■
		clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ complement ∁ imath 𝚤 jmath 𝚥`,
	Op: `
		sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆
		int ∫ iint ∬ iiint ∭ oint ∮`,
	Bin: `
		pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cup ∪ cap ∩ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨
		oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ uplus ⊎ sqcup ⊔ sqcap ⊓ amalg ⨿ wr ≀ diamond ⋄ bigcirc ◯ triangleleft ◁ triangleright ▷`,
	Rel: `
		leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ prec ≺ succ ≻ preceq ⪯ succeq ⪰
		leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ doteq ≐ asymp ≍ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ sqsubseteq ⊑
		in ∈ notin ∉ ni ∋ perp ⟂ parallel ∥ mid ∣ nmid ∤ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ nsubseteq ⊈ nleq ≰ ngeq ≱ nless ≮ ngtr ≯ ncong ≇ nsim ≁ triangleq ≜
		to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺
		longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩
		uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ nwarrow ↖ swarrow ↙ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
		rightleftharpoons ⇌ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ precsim ≾ succsim ≿ approxeq ≊ leqq ≦ geqq ≧ lll ⋘ ggg ⋙
		trianglelefteq ⊴ trianglerighteq ⊵ Vdash ⊩ leadsto ⇝ rightsquigarrow ⇝ twoheadrightarrow ↠ nrightarrow ↛ nRightarrow ⇏ bowtie ⋈ smile ⌣ frown ⌢ therefore ∴ because ∵ coloneqq ≔ eqqcolon ≕`,
	Open:  `langle ⟨ lfloor ⌊ lceil ⌈ lbrace { lbrack [ lvert | lVert ‖`,
	Close: `rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } rbrack ] rvert | rVert ‖`,
	Punct: `colon :`,
	Inner: `ldots … dots … dotsc … cdots ⋯ dotsb ⋯ ddots ⋱`,
}

// names are the functions; true says that a function has its scripts below in a display.
var names = map[string]bool{
	"arccos": false, "arcsin": false, "arctan": false, "arg": false, "cos": false, "cosh": false, "cot": false, "coth": false, "csc": false,
	"deg": false, "dim": false, "exp": false, "hom": false, "ker": false, "lg": false, "ln": false, "log": false, "sec": false, "sin": false,
	"sinh": false, "tan": false, "tanh": false,
	"det": true, "gcd": true, "inf": true, "lim": true, "max": true, "min": true, "sup": true, "Pr": true, "liminf": true, "limsup": true,
}

// accents are the commands that put a mark on a row.
var accents = map[string]Accent{
	"hat": {Mark: '\u0302'}, "check": {Mark: '\u030c'}, "tilde": {Mark: '\u0303'}, "acute": {Mark: '\u0301'}, "grave": {Mark: '\u0300'},
	"dot": {Mark: '\u0307'}, "ddot": {Mark: '\u0308'}, "breve": {Mark: '\u0306'}, "bar": {Mark: '\u0304'}, "vec": {Mark: '\u20d7'}, "mathring": {Mark: '\u030a'},
	"widehat": {Mark: '\u0302', Wide: true}, "widetilde": {Mark: '\u0303', Wide: true}, "overrightarrow": {Mark: '\u20d7', Wide: true},
	"overbrace": {Mark: overBrace, Wide: true}, "underbrace": {Mark: underBrace, Wide: true, Below: true},
}

// alphabets are the commands that give letters a face.
var alphabets = map[string]Face{
	"mathrm": Upright, "mathit": Italic, "mathbf": Bold, "boldsymbol": BoldItalic, "bm": BoldItalic, "mathbb": Double, "mathcal": Script,
	"mathscr": Script, "mathfrak": Fraktur, "mathsf": Sans, "mathtt": Mono,
}

// wordings are the commands for text.
var wordings = map[string]Face{"text": Upright, "textrm": Upright, "textnormal": Upright, "mbox": Upright, "textit": Italic, "textbf": Bold}

// spaces are the commands for white.
var spaces = map[string]int{
	",": 3, "thinspace": 3, ":": 4, ">": 4, "medspace": 4, ";": 5, "thickspace": 5, "!": -3, "negthinspace": -3, " ": 5, "enspace": 9, "quad": 18, "qquad": 36,
}

// styles are the commands that set what follows in a style.
var styles = map[string]Style{"displaystyle": Display, "textstyle": Inline, "scriptstyle": Small, "scriptscriptstyle": Tiny}

// switches are the old commands that set what follows in a face.
var switches = map[string]Face{"rm": Upright, "bf": Bold, "it": Italic, "cal": Script, "sf": Sans, "tt": Mono}

// infixes are the commands between the two parts of a fraction, with its fences.
var infixes = map[string]Fraction{"over": {Ruled: true}, "atop": {}, "choose": {Open: '(', Close: ')'}, "brack": {Open: '[', Close: ']'}, "brace": {Open: '{', Close: '}'}}

// classes are the commands that give their argument a class.
var classes = map[string]Class{"mathord": Ord, "mathbin": Bin, "mathrel": Rel, "mathopen": Open, "mathclose": Close, "mathpunct": Punct, "mathinner": Inner}

// sizes are the commands that give a mark a size.
var sizes = map[string]int{"big": 1, "Big": 2, "bigg": 3, "Bigg": 4}

// other are the commands that the parser knows by itself.
var other = []string{
	"frac", "dfrac", "tfrac", "binom", "dbinom", "tbinom", "sqrt", "left", "right", "middle", "begin", "end", "overline", "underline",
	"operatorname", "operatorname*", "overset", "underset", "stackrel", "limits", "nolimits", "not", "pmod",
	"cfrac", "mathop", "substack", "xrightarrow", "xleftarrow", "nonumber", "notag", "label", "tag", "bmod", "{", "}", "|", "%", "$", "&", "#", "_",
}

// negations are the signs that \not strikes out.
var negations = map[rune]rune{
	'=': '≠', '∈': '∉', '<': '≮', '>': '≯', '≤': '≰', '≥': '≱', '⊂': '⊄', '⊆': '⊈', '≡': '≢', '∼': '≁', '≈': '≉', '∣': '∤', '∥': '∦', '∃': '∄', '≅': '≇', '→': '↛', '⇒': '⇏',
}

// Commands lists the commands of the subset, sorted, without their backslash.
var Commands = sync.OnceValue(func() []string {
	list := slices.Concat(slices.Collect(maps.Keys(signs())), slices.Collect(maps.Keys(names)), slices.Collect(maps.Keys(accents)),
		slices.Collect(maps.Keys(alphabets)), slices.Collect(maps.Keys(wordings)), slices.Collect(maps.Keys(spaces)),
		slices.Collect(maps.Keys(styles)), slices.Collect(maps.Keys(switches)), slices.Collect(maps.Keys(infixes)), slices.Collect(maps.Keys(classes)), other)
	for name := range sizes {
		list = append(list, name, name+"l", name+"r", name+"m")
	}
	slices.Sort(list)
	return list
})

// chars are the signs that stand for themselves, or for what TeX makes of them.
var chars = sync.OnceValue(func() map[rune]sign {
	all := map[rune]sign{}
	for _, s := range signs() {
		if old, ok := all[s.char]; s.char >= 0x80 && (!ok || s.class < old.class) {
			all[s.char] = s
		}
	}
	for class, list := range map[Class]string{Ord: `/|.@"`, Bin: "+", Rel: "=<>:", Open: "([", Close: ")]!?", Punct: ",;"} {
		for _, r := range list {
			all[r] = sign{char: r, class: class}
		}
	}
	all['-'], all['−'] = sign{char: '−', class: Bin}, sign{char: '−', class: Bin}
	all['*'], all['·'] = sign{char: '∗', class: Bin}, sign{char: '⋅', class: Bin}
	for _, r := range "ε" + "φ" { // as they are typed, not as TeX names them
		all[r] = sign{char: r}
	}
	return all
})

// fences are the marks that can grow.
var fences = map[rune]Class{
	'(': Open, ')': Close, '[': Open, ']': Close, '{': Open, '}': Close, '⟨': Open, '⟩': Close, '⌊': Open, '⌋': Close, '⌈': Open, '⌉': Close,
	'|': Ord, '‖': Ord, '/': Ord, '\\': Ord, '↑': Rel, '↓': Rel, '↕': Rel, '⇑': Rel, '⇓': Rel,
}
