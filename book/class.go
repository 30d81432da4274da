package book

import "strings"

// classNames are the names of the classes as an author writes them. [Admonition] has
// the names of its kinds, and [Plain] none.
var classNames = [...]string{
	Plain: "", Admonition: "", Box: "box", PullQuote: "pullquote", Verse: "verse", Letter: "letter",
	Signature: "signature", Epigraph: "epigraph", Interview: "interview", Pair: "pair", Gallery: "gallery", Timeline: "timeline",
}

// String returns the name of a class as an author writes it; "" for Plain and Admonition.
func (c Class) String() string { return classNames[c] }

// kindNames are the names of the kinds as an author writes them.
var kindNames = [...]string{
	KindNote: "note", KindTip: "tip", KindImportant: "important", KindWarning: "warning",
	KindCaution: "caution", KindExample: "example", KindQuestion: "question", KindAbstract: "abstract",
}

// String returns the name of a kind as an author writes it.
func (k Kind) String() string { return kindNames[k] }

// otherClasses are other names of classes, and of the containers of other tools that
// have no kind.
var otherClasses = map[string]Class{
	"sidebar": Box, "aside": Box, "infobox": Box, "panel": Box, "callout": Box, "admonition": Box, "alert": Box, "details": Box,
	"pulledquote": PullQuote, "poem": Verse, "poetry": Verse, "lineblock": Verse, "wpblockverse": Verse,
	"correspondence": Letter, "signed": Signature, "motto": Epigraph, "dialogue": Interview, "chronology": Timeline,
}

// otherKinds are other names of kinds: those of Obsidian, MkDocs, docutils and Quarto
// that mean the same.
var otherKinds = map[string]Kind{
	"info": KindNote, "notice": KindNote, "seealso": KindNote,
	"hint":      KindTip,
	"attention": KindWarning,
	"danger":    KindCaution, "error": KindCaution,
	"help": KindQuestion, "faq": KindQuestion,
	"summary": KindAbstract, "tldr": KindAbstract,
}

// KindNamed returns the kind of a name, in any case, and whether there is one. A name may
// have what other tools put before it: "callout-tip", "alert-warning".
func KindNamed(name string) (Kind, bool) {
	name = plainName(name)
	for _, prefix := range []string{"callout", "admonition", "alert"} {
		if rest, ok := strings.CutPrefix(name, prefix); ok && rest != "" {
			name = rest
		}
	}
	for k, n := range kindNames {
		if n == name {
			return Kind(k), true
		}
	}
	k, ok := otherKinds[name]
	return k, ok
}

// ClassNamed returns the class of a name, with its kind when it is an [Admonition], and
// whether there is one. Case, hyphens and low lines make no difference.
func ClassNamed(name string) (Class, Kind, bool) {
	if kind, ok := KindNamed(name); ok {
		return Admonition, kind, true
	}
	name = plainName(name)
	for c, n := range classNames {
		if n == name && n != "" {
			return Class(c), 0, true
		}
	}
	c, ok := otherClasses[name]
	return c, 0, ok
}

// ClassNames returns the names of all classes and kinds that an author may write.
func ClassNames() []string {
	list := append([]string(nil), kindNames[:]...)
	for _, n := range classNames {
		if n != "" {
			list = append(list, n)
		}
	}
	return list
}

// directionNames are the values of HTML's dir.
var directionNames = [...]string{DirInherit: "", DirLTR: "ltr", DirRTL: "rtl", DirAuto: "auto"}

// String returns a direction as HTML's dir has it; "" for DirInherit.
func (d Direction) String() string { return directionNames[d] }

// DirectionNamed returns the direction of a value of HTML's dir, DirInherit for any other.
func DirectionNamed(s string) Direction {
	for d, n := range directionNames {
		if n == strings.ToLower(s) {
			return Direction(d)
		}
	}
	return DirInherit
}

var hyphens = strings.NewReplacer("-", "", "_", "")

func plainName(s string) string { return hyphens.Replace(strings.ToLower(s)) }
