package assets

import "embed"

// Languages holds what is known of each language, a file a language:
// languages/pl.yaml. Package langdata reads them; languages/README.md says what each
// part means and where its words are from.
//
//go:embed languages/*.yaml
var Languages embed.FS
