package assets

import _ "embed"

//go:embed words/thai.txt.zst
var thai []byte

// maxWords is the most memory that a list of words is inflated to.
const maxWords = 4 << 20

// Thai returns a list of Thai words, one a line, sorted by their bytes.
func Thai() ([]byte, error) { return inflate(thai, maxWords) }
