package assets

import "embed"

// Themes holds the built-in themes, one folder each: themes/press/theme.yaml.
//
//go:embed themes
var Themes embed.FS

// EPUBSheet is the structure of an EPUB edition's style sheet, under the look of any
// theme.
//
//go:embed epub.css
var EPUBSheet []byte
