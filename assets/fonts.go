package assets

import "embed"

// Fonts holds the built-in fonts, a folder for each family with its licence:
// fonts/eb-garamond/EBGaramond-Regular.ttf, fonts/eb-garamond/OFL.txt.
//
//go:embed fonts
var Fonts embed.FS
