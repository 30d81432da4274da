package svg

import "strings"

// reference writes an href that stays within the file.
func (w *writer) reference(n *node, v string) {
	id, local := strings.CutPrefix(strings.TrimSpace(v), "#")
	name := w.names[id]
	gradient := strings.HasSuffix(n.name, "Gradient")
	switch {
	case name != "" && gradient && !targets["fill"][w.ids[id].name]:
	case !local:
		w.note(n, "reference "+clip(v)+" leads out of the file and is dropped")
	case name == "":
		w.note(n, "reference to #"+clip(id)+", which is not there, is dropped")
	default:
		w.links = true
		w.put("xlink:href", "#"+name)
	}
}

// targets are the elements that a property may refer to.
var targets = map[string]map[string]bool{
	"fill":         words("linearGradient radialGradient pattern"),
	"stroke":       words("linearGradient radialGradient pattern"),
	"clip-path":    words("clipPath"),
	"mask":         words("mask"),
	"filter":       words("filter"),
	"marker":       words("marker"),
	"marker-start": words("marker"),
	"marker-mid":   words("marker"),
	"marker-end":   words("marker"),
}

// value returns the value v of a property or attribute with the ids in its
// references replaced; false when it holds a reference out of the file, or what
// may hide one. A reference to what the property cannot use is none.
func (w *writer) value(name, v string) (string, bool) {
	low := strings.ToLower(v)
	if strings.ContainsAny(v, "\\@<>{}") || strings.Contains(low, "expression(") ||
		strings.Contains(low, "javascript:") || strings.Contains(low, "image(") || strings.Contains(low, "image-set(") ||
		strings.Contains(low, "src(") {
		return "", false
	}
	var b strings.Builder
	for {
		i := strings.Index(strings.ToLower(v), "url(")
		if i < 0 || len(strings.ToLower(v)) != len(v) {
			b.WriteString(v)
			return b.String(), i < 0
		}
		inner, rest, ok := strings.Cut(v[i+4:], ")")
		id, local := strings.CutPrefix(strings.Trim(strings.TrimSpace(inner), `"'`), "#")
		if !ok || !local {
			return "", false
		}
		b.WriteString(v[:i])
		if n := w.ids[id]; n != nil && targets[name][n.name] {
			b.WriteString("url(#" + w.names[id] + ")")
		} else if rest = strings.TrimSpace(rest); rest == "" || !paints[name] {
			b.WriteString("none") // a paint behind the reference stands for it
		}
		v = rest
	}
}

// decls writes the declarations that are harmless.
func (w *writer) decls(n *node, list []decl) string {
	var b strings.Builder
	for _, d := range list {
		if properties[d.name] == nil && !ignoredProperties[d.name] {
			continue
		}
		v, ok := w.value(d.name, d.value)
		if !ok {
			w.note(n, "value of "+d.name+" leads out of the file and is dropped")
			if !paints[d.name] {
				continue
			}
			v = "none"
		}
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(d.name + ": " + v)
		if d.important {
			b.WriteString(" !important")
		}
	}
	return b.String()
}

// sheet writes the rules of a style sheet whose selectors are simple.
func (w *writer) sheet(n *node) {
	for _, r := range parseSheet(n.content(), func(msg string) { w.note(n, msg) }) {
		if decls := w.decls(n, r.decls); decls != "" {
			escape(&w.buf, "\n"+w.selector(&r)+" { "+decls+" }")
		}
	}
}

func (w *writer) selector(r *rule) string {
	var b strings.Builder
	for i, c := range r.parts {
		if i > 0 {
			b.WriteString(map[bool]string{false: " ", true: " > "}[r.child[i-1]])
		}
		b.WriteString(c.name)
		if c.id != "" {
			id := w.names[c.id]
			if id == "" {
				id = validName(c.id)
			}
			b.WriteString("#" + id)
		}
		for _, class := range c.classes {
			b.WriteString("." + class)
		}
	}
	return b.String()
}
