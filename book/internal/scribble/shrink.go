package scribble

import (
	"maps"
	"slices"
	"strings"
)

// Shrink returns the smallest folder that it finds for which fails is true, as it
// is for f: files are left out, and of the text files their paragraphs and then
// their lines, half of them at once and then fewer. It asks fails at most most
// times.
func Shrink(f Folder, most int, fails func(Folder) bool) Folder {
	try := func(changed Folder) bool {
		if most--; most < 0 || !fails(changed) {
			return false
		}
		f = changed
		return true
	}
	for _, name := range slices.Sorted(maps.Keys(f)) {
		less := maps.Clone(f)
		delete(less, name)
		try(less)
	}
	for _, by := range []string{"\n\n", "\n", " "} {
		for _, name := range slices.Sorted(maps.Keys(f)) {
			if strings.Contains(f[name], "\x00") {
				continue // a picture or a font, whose parts mean nothing alone
			}
			pieces := strings.SplitAfter(f[name], by)
			for size := len(pieces) / 2; size > 0; size /= 2 {
				for i := 0; i < len(pieces); {
					rest := slices.Concat(pieces[:i], pieces[min(len(pieces), i+size):])
					less := maps.Clone(f)
					if less[name] = strings.Join(rest, ""); try(less) {
						pieces = rest
					} else {
						i += size
					}
				}
			}
		}
	}
	return f
}
