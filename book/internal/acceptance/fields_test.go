package acceptance

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"octavo/book"
)

// noText are the fields of the model with strings that no reader is to see as text, and
// why.
var noText = map[string]string{
	"Accessibility.CertifiedBy": "metadata", "Accessibility.ConformsTo": "metadata", "Accessibility.Credential": "metadata",
	"Accessibility.Report": "metadata", "Accessibility.Summary": "metadata", "Subject.Scheme": "metadata", "Subject.Text": "metadata",
	"Person.FileAs": "metadata, and the order of lists", "Person.Role": "a code", "Person.ORCID": "sixteen figures", "Person.Key": "a name within the manifest",
	"Allow.Rule": "a remark", "Book.Rules": "settings", "Book.Theme": "a setting", "Book.Hyphenate": "a setting", "Book.Patterns": "a setting", "Font.Family": "a setting",
	"Edition.Identifier": "of an edition that the test does not make", "Edition.Trim": "a setting",
	"Book.Identifier": "an ISBN has digits alone", "Book.Language": "a tag", "Chapter.Lang": "a tag", "Note.Lang": "a tag", "Span.Lang": "a tag",
	"Book.File": "a path", "Chapter.File": "a path", "Pos.File": "a path", "Image.Src": "a path", "Picture.Path": "a path", "Font.Path": "a path",
	"ThemeFiles.Folder": "a path", "Picture.Format": "a format", "Chapter.ID": "an id", "Chapter.Anchor": "an id", "Span.Time": "a date for machines", "PassedKey.Key": "a key that is passed over", "Part.ID": "an id", "Figure.ID": "an id", "Span.ID": "an id",
	"Link.Anchor": "an id", "Note.Label": "an id", "Link.URL": "an address behind words", "Link.Title": "shown by a pointer alone",
	"Span.Title":      "shown by a pointer alone",
	"Chapter.Short":   "of running heads, which are no text of the structure",
	"Chapter.Aliases": "addresses of its site", "Picture.Mended": "told, and not shown",
	"Image.Alt": "said in place of a picture, and not shown",
}

// fields is what of the model holds a word of [oddities], by type and field.
type fields struct {
	filled, all map[string]bool
	seen        map[any]bool
}

// visit goes through a value and reports whether it holds such a word.
func (f *fields) visit(v reflect.Value) (found bool) {
	switch v.Kind() {
	case reflect.String:
		return strings.Contains(v.String(), "zq")
	case reflect.Pointer:
		if v.IsNil() || f.seen[v.Interface()] {
			return false
		}
		f.seen[v.Interface()] = true
		return f.visit(v.Elem())
	case reflect.Interface:
		return !v.IsNil() && f.visit(v.Elem())
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return false
		}
		for i := range v.Len() {
			found = f.visit(v.Index(i)) || found
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			found = f.visit(v.MapIndex(k)) || found
		}
	case reflect.Struct:
		f.types(v.Type())
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			if f.visit(v.Field(i)) {
				found, f.filled[v.Type().Name()+"."+v.Type().Field(i).Name] = true, true
			}
		}
	}
	return found
}

// types notes the fields of a type and of those that it holds.
func (f *fields) types(t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		f.types(t.Elem())
	case reflect.Struct:
		if t.PkgPath() != reflect.TypeFor[book.Book]().PkgPath() || f.seen[t] {
			return
		}
		f.seen[t] = true
		for i := range t.NumField() {
			if field := t.Field(i); field.IsExported() {
				f.all[t.Name()+"."+field.Name] = isText(field.Type)
				f.types(field.Type)
			}
		}
	}
}

// isText reports whether a field may hold text: strings, inlines and blocks, and lists
// and maps of them.
func isText(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Slice, reflect.Map:
		return isText(t.Elem())
	case reflect.String:
		return t.PkgPath() == "" // and no enumeration
	}
	return t == reflect.TypeFor[book.Inline]() || t == reflect.TypeFor[book.Block]()
}

// TestEveryField holds [oddities] to the model: each field with text has a word of its
// own there, so that TestEveryText looks for it in each edition. A field that is added to
// the model fails here until it has one.
func TestEveryField(t *testing.T) {
	f := maps.Clone(oddities)
	f["x.png"] = string(onePixel)
	w := &fields{filled: map[string]bool{}, all: map[string]bool{}, seen: map[any]bool{}}
	w.types(reflect.TypeFor[book.Book]())
	w.visit(reflect.ValueOf(model(t, f.write(t))))
	for _, name := range slices.Sorted(maps.Keys(w.all)) {
		if !w.all[name] {
			continue
		}
		if noText[name] == "" && !w.filled[name] {
			t.Errorf("%s has no word in oddities", name)
		}
	}
	for name := range noText {
		if !w.all[name] {
			t.Errorf("%s is no field with text", name)
		}
	}
}
