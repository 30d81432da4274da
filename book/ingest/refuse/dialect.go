package refuse

import (
	"regexp"
	"strings"

	"octavo/book/base/pattern"
)

// A notation is a markup for texts other than Markdown.
type notation struct {
	what   string
	exts   string // the endings of its files
	pandoc string // the format that pandoc knows it by, "" for none
	advice string // what to do where pandoc does not read it
	// signs are what its texts have and plain texts and Markdown have not, a kind each.
	signs []func() *regexp.Regexp
	// weak is what its texts have and others may have too: it counts for a file of its ending.
	weak func() *regexp.Regexp
}

func signs(list ...string) []func() *regexp.Regexp {
	var out []func() *regexp.Regexp
	for _, s := range list {
		out = append(out, pattern.Later(`(?m)`+s))
	}
	return out
}

func weak(s string) func() *regexp.Regexp { return pattern.Later(`(?m)` + s) }

// notations are the notations that articles are written in.
var notations = []notation{
	{
		what: "AsciiDoc", exts: ".adoc .asciidoc .asc .asciidoctor", pandoc: "asciidoc",
		signs: signs(`^={1,6} \S`, `^:!?[a-z][\w-]*!?:( .*)?$`, `^\[(source|quote|verse|NOTE|TIP|WARNING|IMPORTANT|CAUTION|cols|abstract|\.|#|%)[^\]\n]*\]$`,
			`^(image|include|video|audio|toc)::\S*\[`, `^\|===\s*$`, `(link:|xref:|footnote:|image:|kbd:)\S*\[`, `https?://[^\s\[\]]+\[[^\]\n]+\]`, `^(NOTE|TIP|WARNING|IMPORTANT|CAUTION): \S`),
		weak: weak(`^(\.\S|\*+ \S|----|====|____|<<\S)|\*\S[^*\n]*\*|\x60\S`),
	},
	{
		what: "reStructuredText", exts: ".rst .rest", pandoc: "rst",
		signs: signs(`^\.\. [\w-]+::`, `^\.\. _[^:\n]+:`, `^\.\. \[[\d#*]+[\w-]*\] `, "(^|\\W):[a-z][a-z:-]*:`[^`\n]+`", "`[^`\n]+ <[^>\n]+>`__?", `^\.\. \|[^|\n]+\| `, `\[#?\w*\]_(\W|$)`, `^\.\. (title|slug|date|tags): `),
		weak:  weak("^([=~^\"'*+#-])[=~^\"'*+#-]{2,}\\s*$|``\\S|::\\s*$|^:\\w[\\w ]*:|\\*\\S"),
	},
	{
		what: "an Org file", exts: ".org", pandoc: "org",
		signs: signs(`^#\+[A-Za-z_]+:`, `(?i)^#\+(title|author|options|startup|filetags): `, `^#\+(begin|BEGIN)_\w+`, `^\*+ (TODO|DONE) `, `^\s*:(PROPERTIES|END|ID|CUSTOM_ID):`, `\[\[[^\]\n]+\]\[[^\]\n]+\]\]`, `^\s*(SCHEDULED|DEADLINE|CLOSED): [<\[]\d`),
		weak:  weak(`^\*+ \S|\[\[[^\]\n]+\]\]|\[fn:`),
	},
	{
		what: "Textile", exts: ".textile", pandoc: "textile",
		signs: signs(`^h[1-6](\([^)\n]*\))?\. \S`, `^bq\.(:\S+)? \S`, `^p(\([^)\n]*\)|[<>=])\. \S`, `"[^"\n]+":(https?:|/)\S`, `^fn\d+\. \S`, `^\|_\. `),
		weak:  weak(`^[*#]+ \S|\*\S|_\S`),
	},
	{
		what: "the source of a DokuWiki page", exts: ".dokuwiki", pandoc: "dokuwiki",
		signs: signs(`^====== [^=\n]+ ======\s*$`, `\{\{\s*:?[\w:.-]+\.(jpe?g|png|gif)[^}\n]*\}\}`, `(^|\W)//[^/\n]+//(\W|$)`, `\(\([^)\n]+\)\)`, `^\^[^^\n]+\^`),
		weak:  weak(`\[\[|^={2,}|\*\*`),
	},
	{
		what: "the source of a wiki's page (MediaWiki)", exts: ".wiki .mediawiki .wikitext", pandoc: "mediawiki",
		signs: signs(`^={2,6}[^=\n]+={2,6}\s*$`, `'''[^'\n]+'''`, `\{\{[^{}\n]+\}\}`, `<ref[ >/]`, `\[\[[A-Z]\pL+:[^\]\n]+\]\]`, `\[\[[^\]|\n]+\|[^\]\n]+\]\]`, `^\{\| ?\S`),
		weak:  weak(`\[\[|''|^[*#:;]+ ?\S|\[https?://`),
	},
	{
		what: "Typst", exts: ".typ", pandoc: "typst",
		signs: signs(`^#(set|show|import|let|include) \S`, `^#(set|show) \w+[(:]`, `#(link|figure|image|footnote|quote)\(`),
		weak:  weak(`^=+ \S|\*\S|_\S`),
	},
	{
		what: "Djot", exts: ".dj .djot", pandoc: "djot",
		signs: signs(`\{[.#][\w-]+\}`, `^::: ?\w`, `\{[=+-][^}\n]+[=+-]\}`), weak: weak(`^#|[*_\x60]\S|\]\(|\[\^`),
	},
	{
		what: "a page of Jira or Confluence", exts: ".jira .confluence", pandoc: "jira",
		signs: signs(`\{(code|panel|quote|noformat|color|toc)(:[^}\n]*)?\}`, `^h[1-6]\. \S`, `^\|\|[^|\n]+\|\|`, `\[[^|\]\n]+\|https?://[^\]\n]+\]`), weak: weak(`\*\S`),
	},
	{what: "a manual page (troff)", exts: ".man .1 .2 .3 .4 .5 .6 .7 .8 .roff .ms .me", pandoc: "man", signs: signs(`^\.(TH|SH|SS|PP|LP|TP|IP|Dd|Sh|Nm)\b`, `^[.']\\"`), weak: nil},
	{what: "a screenplay (Fountain)", exts: ".fountain .spmd", signs: signs(`^(INT|EXT|EST|I/E)[. ]\S`, `^(Credit|Draft date|Contact): `), weak: nil, advice: "export it as a document, and save that as .docx"},
	{what: "POD", exts: ".pod", pandoc: "pod", signs: signs(`^=(head[1-6]|pod|over|item|cut|encoding)\b`, `^=cut\s*$`), weak: nil},
	{what: "txt2tags", exts: ".t2t", pandoc: "t2t", signs: signs(`^%!\w+:`), weak: weak(`\S`)},
	{what: "Muse", exts: ".muse", pandoc: "muse", signs: signs(`^#(title|author|date|lang|pubdate|topics|sorttopics) `), weak: weak(`\S`)},
	{what: "Creole", exts: ".creole", pandoc: "creole", weak: weak(`\S`)},
	{what: "Vimwiki", exts: ".vimwiki", pandoc: "vimwiki", weak: weak(`\S`)},
	{what: "TikiWiki", exts: ".tikiwiki .tiki", pandoc: "tikiwiki", weak: weak(`\S`)},
	{what: "TWiki", exts: ".twiki", pandoc: "twiki", weak: weak(`\S`)},
	{
		what: "TeX", exts: ".tex .latex .ltx .ctx .context", pandoc: "latex",
		signs: signs(`^\s*\\(documentclass|documentstyle)\b`, `^\s*\\begin\{document\}`, `^\s*\\(starttext|stoptext)\b`, `^\s*\\usepackage\b`, `^\s*\\(chapter|section|subsection)\*?\{`, `^\s*\\(maketitle|end\{document\}|bye)\b`),
		weak:  weak(`\\[a-zA-Z]+\{|\\[a-zA-Z]+\b`),
	},
	{what: "Texinfo", exts: ".texi .texinfo", signs: signs(`^\\input texinfo`, `^@(settitle|setfilename|node|bye)\b`), advice: "convert it with `makeinfo --html --no-split`, and import that"},
	{what: "a LyX file", exts: ".lyx", signs: signs(`^#LyX `, `^\\lyxformat \d`), advice: "export it from LyX as HTML or .docx"},
}

// kinds is how many kinds of signs make a text certain, where the name of its file does not
// say what it is: a plain text may have one of them by chance.
const kinds = 2

// dialect returns why a text in another notation than Markdown is not read, "" for none.
func dialect(name, ext, s string) string {
	var best *notation
	most := kinds - 1
	for i := range notations {
		n := &notations[i]
		found := n.count(s)
		if ext != "" && contains(n.exts, ext) && (found > 0 || n.weak != nil && n.weak().MatchString(s)) {
			return n.told(name)
		}
		if found > most {
			best, most = n, found
		}
	}
	if best == nil {
		return ""
	}
	return best.told(name)
}

// count returns how many kinds of signs a text has.
func (n *notation) count(s string) int {
	found := 0
	for _, re := range n.signs {
		if re().MatchString(s) {
			found++
		}
	}
	return found
}

func (n *notation) told(name string) string {
	switch {
	case n.pandoc == "asciidoc":
		base := strings.TrimSuffix(name[strings.LastIndexByte(name, '/')+1:], extOf(name))
		return n.what + " is not read: convert it with `asciidoctor -b docbook " + quoted(base+extOf(name)) + "` and " + command(base+".xml", "docbook") +
			", or with a pandoc of 3.8.3 or later and -f asciidoc, and import that"
	case n.pandoc != "":
		return n.what + " is not read: convert it with " + command(name, n.pandoc) + ", and import that"
	}
	return n.what + " is not read: " + n.advice
}

func extOf(name string) string {
	base := name[strings.LastIndexByte(name, '/')+1:]
	if i := strings.LastIndexByte(base, '.'); i > 0 {
		return base[i:]
	}
	return ""
}
