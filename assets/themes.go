package assets

import "embed"

// Themes holds the built-in themes, one folder each: themes/press/theme.yaml.
//
//go:embed themes
var Themes embed.FS
