package theme

import (
	"path"

	"octavo/assets"
)

// CSS returns the theme's style sheet for the EPUB edition. In it "%serif%",
// "%sans%" and "%mono%" stand for the names of the families, and "%fallback%"
// for those that serve characters which these lack.
func (t *Theme) CSS() []byte {
	data, err := assets.Themes.ReadFile(path.Join("themes", t.Name, "epub.css"))
	if err != nil {
		return nil
	}
	return data
}
