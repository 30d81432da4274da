package assets

import "embed"

// Hyphen holds the hyphenation patterns, TeX files as their authors wrote them:
// hyphen/hyph-en-us.tex. The licence of each is at its head, and all are listed in
// hyphen/LICENSES.md.
//
//go:embed hyphen/*.tex
var Hyphen embed.FS
