package yaml

import (
	"fmt"

	"octavo/book/base/nearest"
	"octavo/book/base/rule"
)

// A Shape says what a value may be, as data: messages, documentation and
// schemas are made from it.
type Shape struct {
	Form        Form
	Items       []Shape  // ListOf and MapOf: the one shape of the items; OneOf: the alternatives
	Keys        []Key    // Mapping: its keys
	Need        []string // Mapping: keys of which one at least has to be there
	Values      []string // Choice: the words allowed
	Names       []string // MapOf: the keys allowed; nil for any
	Least, Most int      // Number: its bounds
	// Def is the name under which a schema says the shape once, where it stands at many
	// keys; "" for none.
	Def string
	// Pattern is a regular expression that the text of a scalar matches, in what
	// RE2 and ECMAScript have in common; "" for none. The pattern is for schemas:
	// whoever reads the value reports what is wrong with it in better words.
	Pattern string
}

// A Form is the outermost form of a [Shape].
type Form int

// The forms.
const (
	AnyText  Form = iota // a scalar
	Inline               // Markdown within a line
	Blocks               // Markdown of any number of paragraphs
	Day                  // a date, with or without time
	Flag                 // true or false
	Number               // a whole number within bounds
	Choice               // one of a few words
	FilePath             // a path within the manuscript
	ListOf               // a list of one shape
	MapOf                // a mapping of free keys to one shape
	Mapping              // a mapping of known keys
	OneOf                // one of several shapes
)

// A Key describes a key of a mapping.
type Key struct {
	Name     string
	Doc      string // one line for authors
	Required bool
	// Blank says that an empty value is one, and not as good as no key.
	Blank bool
	Shape Shape
}

// Of returns the shape of form f with the given item shapes.
func (f Form) Of(items ...Shape) Shape { return Shape{Form: f, Items: items} }

// A Field describes a key that fills a T.
type Field[T any] struct {
	Key
	Set func(*T, Value)
}

// NewField returns a field that set fills.
func NewField[T any](name, doc string, shape Shape, set func(*T, Value)) Field[T] {
	return Field[T]{Key: Key{Name: name, Doc: doc, Shape: shape}, Set: set}
}

// Required returns f as one that has to be there.
func Required[T any](f Field[T]) Field[T] {
	f.Required = true
	return f
}

// An Object describes a mapping that fills a T: its keys, in the order of their
// documentation.
type Object[T any] []Field[T]

// Shape returns the object as data.
func (o Object[T]) Shape() Shape {
	s := Shape{Form: Mapping}
	for _, f := range o {
		s.Keys = append(s.Keys, f.Key)
	}
	return s
}

// Decode fills t from the mapping v. Keys that o does not know and required
// keys that are missing or empty are reported; v need not be a mapping, which
// is reported too. An empty value is as good as no key, but for one that may be empty.
func (o Object[T]) Decode(t *T, v Value) {
	rest, _ := o.Take(t, v)
	for _, e := range rest {
		o.Unknown(e)
	}
}

// Take is Decode for a mapping in which there may be keys of somebody else: it returns the
// entries that o does not know, and the names of the keys that were there.
func (o Object[T]) Take(t *T, v Value) (rest []Entry, given map[string]bool) {
	entries := v.Entries()
	given = map[string]bool{}
	found := make([]bool, len(o))
	for _, e := range entries {
		i := o.index(e.Key)
		if i < 0 {
			rest = append(rest, e)
			continue
		}
		e.Cut(o[i].Shape)
		if !o[i].Blank && e.Value.blank() {
			continue
		}
		found[i], given[e.Key] = true, true
		o[i].Set(t, e.Value)
	}
	if v.doc.broken || v.Kind() == Scalar || v.Kind() == List {
		return rest, given
	}
	for i, f := range o {
		if f.Required && !found[i] {
			v.Report(rule.KeyMissing.At(v.Pos(), fmt.Sprintf("add %s: %s", f.Name, f.Doc), "the key %q is missing", f.Name))
		}
	}
	return rest, given
}

// Find returns the field of a name, nil for none.
func (o Object[T]) Find(name string) *Field[T] {
	if i := o.index(name); i >= 0 {
		return &o[i]
	}
	return nil
}

func (o Object[T]) index(name string) int {
	for i := range o {
		if o[i].Name == name {
			return i
		}
	}
	return -1
}

// Unknown reports a key that o does not know, with the one that may have been meant.
func (o Object[T]) Unknown(e Entry) {
	names := make([]string, len(o))
	for i, f := range o {
		names[i] = f.Name
	}
	e.At.Report(rule.KeyUnknown.At(e.At.Pos(), nearest.Hint(e.Key, names, ""), "the key %q is unknown", clip(e.Key)))
}
