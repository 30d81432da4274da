package schema

import (
	"slices"

	"octavo/book/markup/yaml"
)

// A place is where a value stands, which decides whether the value may be empty: a
// value under a required key may not, a value under any other key may, and for an item
// of a list its own shape decides.
type place int

const (
	item place = iota
	optional
	needed
)

// day is the form of a date, as package yaml reads it; whether the day exists is
// not a matter of form.
const day = `^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])` +
	`(?:(?:[Tt]| +)(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?(?: *(?:[Zz]|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?))?)?$`

// blank is an empty text, which is as good as no key.
const blank = `^\s*$`

func shape(s yaml.Shape, at place) object {
	if s.Def != "" {
		return object{{"$ref", "#/$defs/" + s.Def}}
	}
	switch s.Form {
	case yaml.Day:
		return pattern(day, at)
	case yaml.Flag:
		return choice([]any{true, false, "true", "True", "TRUE", "yes", "false", "False", "FALSE", "no"}, at)
	case yaml.Number:
		return object{{"type", types(at, "integer")}, {"minimum", s.Least}, {"maximum", s.Most}}
	case yaml.Choice:
		var words []any
		for _, w := range s.Values {
			words = append(words, w)
		}
		return choice(words, at)
	case yaml.ListOf:
		return object{{"type", types(at, "array")}, {"items", shape(s.Items[0], item)}}
	case yaml.MapOf:
		o := object{{"type", types(at, "object")}, {"additionalProperties", shape(s.Items[0], item)}}
		if s.Names != nil {
			o = append(o, member{"propertyNames", object{{"enum", s.Names}}})
		}
		return o
	case yaml.Mapping:
		return mapping(s, at)
	case yaml.OneOf:
		return oneOf(s, at)
	}
	if s.Pattern != "" {
		return pattern(s.Pattern, at)
	}
	o := object{{"type", types(at, "string", "number", "boolean")}}
	if at == needed {
		o = append(o, member{"pattern", `\S`})
	}
	return o
}

// define adds to defs the shapes within s that have a name (Def), each once, as values
// under keys that are not required.
func define(defs *object, s yaml.Shape) {
	for _, k := range s.Keys {
		define(defs, k.Shape)
	}
	for _, item := range s.Items {
		define(defs, item)
	}
	name := s.Def
	if name == "" || slices.ContainsFunc(*defs, func(m member) bool { return m.name == name }) {
		return
	}
	s.Def = ""
	*defs = append(*defs, member{name, shape(s, optional)})
}

// types returns the names of JSON types, with null where a value may be empty.
func types(at place, names ...string) any {
	if at == optional {
		return append(names, "null")
	}
	if len(names) == 1 {
		return names[0]
	}
	return names
}

func pattern(re string, at place) object {
	if at == optional {
		re += "|" + blank
	}
	return object{{"type", types(at, "string")}, {"pattern", re}}
}

func choice(words []any, at place) object {
	if at == optional {
		words = append(words, nil)
	}
	return object{{"enum", words}}
}

// oneOf is "anyOf": the alternatives overlap, since any text is text.
func oneOf(s yaml.Shape, at place) object {
	var list []object
	for _, alternative := range s.Items {
		list = append(list, shape(alternative, item))
	}
	if at == optional {
		list = append(list, object{{"type", "null"}})
	}
	return object{{"anyOf", list}}
}

func mapping(s yaml.Shape, at place) object {
	var properties object
	var required []string
	for _, k := range s.Keys {
		in := optional
		switch {
		case k.Required:
			in = needed
			required = append(required, k.Name)
		case k.Blank: // its shape says whether it may be empty
			in = item
		}
		properties = append(properties, member{k.Name, append(object{{"description", k.Doc}}, shape(k.Shape, in)...)})
	}
	o := object{{"type", types(at, "object")}, {"properties", properties}}
	if required != nil {
		o = append(o, member{"required", required})
	}
	if s.Need != nil {
		var any []object
		for _, name := range s.Need {
			any = append(any, object{{"required", []string{name}}})
		}
		o = append(o, member{"anyOf", any})
	}
	return append(o, member{"additionalProperties", false})
}
