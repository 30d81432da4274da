package svg

import (
	"encoding/base64"
	"strings"

	"octavo/book/markup/css"
)

// reference writes an href that stays within the file.
func (w *writer) reference(n *node, v string) {
	if f := embedded(v); n.Name == "image" && f != nil {
		w.links = true
		w.put("xlink:href", "data:"+f.Type+";base64,"+base64.StdEncoding.EncodeToString(f.Data))
		return
	}
	id, local := strings.CutPrefix(strings.TrimSpace(v), "#")
	name := w.names[id]
	gradient := strings.HasSuffix(n.Name, "Gradient")
	switch {
	case name != "" && gradient && !targets["fill"][w.ids[id].Name]:
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
	if !strings.Contains(low, "url(") {
		return v, true
	}
	kept, ok := css.ReplaceURLs(v, func(address, rest string) (string, bool) {
		id, local := strings.CutPrefix(strings.TrimSpace(address), "#")
		switch n := w.ids[id]; {
		case n != nil && targets[name][n.Name]:
			return "url(#" + w.names[id] + ")", local
		case paints[name] && strings.TrimSpace(rest) != "": // a paint behind the reference stands for it
			return "", local
		}
		return "none", local
	})
	// No url( is left but those that were written here: what css.ReplaceURLs took for
	// something else another reader might take for a reference.
	return strings.TrimSpace(kept), ok && !strings.Contains(strings.ReplaceAll(strings.ToLower(kept), "url(#", ""), "url(")
}

// decls writes the declarations that are harmless.
func (w *writer) decls(n *node, list []css.Decl) string {
	var b strings.Builder
	for _, d := range list {
		if properties[d.Name] == nil && !ignoredProperties[d.Name] || hasVariable(d.Value) {
			continue
		}
		v, ok := w.value(d.Name, d.Value)
		if !ok {
			w.note(n, "value of "+d.Name+" leads out of the file and is dropped")
			if !paints[d.Name] {
				continue
			}
			v = "none"
		}
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(d.Name + ": " + v)
		if d.Important {
			b.WriteString(" !important")
		}
	}
	return b.String()
}

// sheet writes the rules of a style sheet whose selectors are simple.
func (w *writer) sheet(n *node) {
	for _, r := range parseSheet(n.Content(), func(msg string) { w.note(n, msg) }) {
		if decls := w.decls(n, r.decls); decls != "" {
			escape(&w.buf, "\n"+w.selector(&r)+" { "+decls+" }")
		}
	}
}

func (w *writer) selector(r *rule) string {
	var b strings.Builder
	for _, c := range r.selector {
		switch c.Join {
		case ' ':
			b.WriteByte(' ')
		case '>':
			b.WriteString(" > ")
		}
		if c.Name == "*" {
			b.WriteByte('*')
		} else {
			b.WriteString(css.Escape(c.Name))
		}
		if c.ID != "" {
			id := w.names[c.ID]
			if id == "" {
				id = validName(c.ID)
			}
			b.WriteString("#" + css.Escape(id))
		}
		for _, class := range c.Classes {
			b.WriteString("." + css.Escape(class))
		}
	}
	return b.String()
}
