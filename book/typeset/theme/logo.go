package theme

import (
	"octavo/book"
	"octavo/book/markup/yaml"
)

// LogoShape is what a logo may be, in theme.yaml and in the manifest.
func LogoShape() yaml.Shape {
	return yaml.OneOf.Of(yaml.Shape{Form: yaml.FilePath}, logoKeys.Shape())
}

var logoKeys = yaml.Object[book.Logo]{
	yaml.Required(yaml.NewField("src", "the file", yaml.Shape{Form: yaml.FilePath}, func(l *book.Logo, v yaml.Value) {
		l.Figure = book.NewLogo(v.Line(), v.Pos()).Figure
	})),
	yaml.NewField("on-cover", "whether it stands on a cover that is made, for which it has to be an SVG", yaml.Shape{Form: yaml.Flag}, func(l *book.Logo, v yaml.Value) {
		l.OnCover = v.Bool()
	}),
}

// ReadLogo reads a logo: a file, or a mapping with one. A mapping that names no file is
// reported, and gives nil.
func ReadLogo(v yaml.Value) *book.Logo {
	if v.Kind() == yaml.Scalar {
		return book.NewLogo(v.Line(), v.Pos())
	}
	l := &book.Logo{}
	logoKeys.Decode(l, v)
	if l.Figure == nil {
		return nil
	}
	return l
}
