package assets

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Fonts holds the built-in fonts, compressed, in a folder for each family with
// its licence: fonts/eb-garamond/EBGaramond-Regular.ttf.zst and
// fonts/eb-garamond/OFL.txt.
//
//go:embed fonts
var Fonts embed.FS

// maxFont is the most memory that a font is inflated to. Generous: the largest built-in face
// has 14 MB.
const maxFont = 64 << 20

// Font returns the file at a path below fonts, inflated when it ends in .zst:
// "noto-serif-kr/NotoSerifKR-Regular.ttf.zst". A Latin face takes a
// millisecond, the largest Han face some 20.
func Font(path string) ([]byte, error) {
	data, err := fs.ReadFile(Fonts, "fonts/"+path)
	if err != nil || !strings.HasSuffix(path, ".zst") {
		return data, err
	}
	return inflate(data, maxFont)
}

// inflate returns the data that were compressed, or an error when they have more than most
// bytes.
func inflate(data []byte, most uint64) ([]byte, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(most))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.DecodeAll(data, nil)
}
