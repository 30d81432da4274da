package assets

import _ "embed"

//go:embed icc/sRGB.icc
var srgb []byte

// SRGB returns the ICC profile, version 2, of the colours of all editions. The caller
// must not change the bytes.
func SRGB() []byte { return srgb }
