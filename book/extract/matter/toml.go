package matter

import (
	"strings"

	"octavo/book/yaml"
)

// toYAML writes the front matter of Hugo, in TOML, as YAML: keys with text,
// dates, numbers and lists of these, and tables of one level. Anything else is
// left out: front matter has no more.
func toYAML(src string) string {
	var top, tables strings.Builder
	out, indent := &top, ""
	lines := strings.Split(src, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			name := strings.Trim(line, "[] ")
			tables.WriteString(yaml.Quote(name) + ":\n")
			out, indent = &tables, "  "
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		for strings.HasPrefix(value, "[") && !strings.Contains(value, "]") && i+1 < len(lines) {
			i++
			value += " " + strings.TrimSpace(lines[i])
		}
		out.WriteString(indent + yaml.Quote(strings.Trim(strings.TrimSpace(key), `"'`)) + ": " + tomlValue(value) + "\n")
	}
	return top.String() + tables.String()
}

// tomlValue returns a value as YAML.
func tomlValue(s string) string {
	if inner, ok := strings.CutPrefix(s, "["); ok {
		if end := strings.LastIndexByte(inner, ']'); end >= 0 {
			inner = inner[:end]
		}
		var items []string
		for rest := inner; rest != ""; {
			var item string
			item, rest = tomlScalar(strings.TrimLeft(rest, " ,"))
			if item != "" {
				items = append(items, yaml.Quote(item))
			}
			if rest = strings.TrimLeft(rest, " "); !strings.HasPrefix(rest, ",") {
				break
			}
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	item, _ := tomlScalar(s)
	return yaml.Quote(item)
}

// tomlScalar reads a scalar and returns what follows it.
func tomlScalar(s string) (value, rest string) {
	switch {
	case strings.HasPrefix(s, "'"):
		if end := strings.IndexByte(s[1:], '\''); end >= 0 {
			return s[1 : 1+end], s[2+end:]
		}
		return s[1:], ""
	case !strings.HasPrefix(s, `"`):
		end := strings.IndexAny(s, ",#")
		if end < 0 {
			end = len(s)
		}
		return strings.TrimSpace(s[:end]), s[end:]
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return b.String(), s[i+1:]
		case c == '\\' && i+1 < len(s):
			i++
			switch s[i] {
			case 'n', 't', 'r':
				b.WriteByte(' ')
			default:
				b.WriteByte(s[i])
			}
		default:
			b.WriteByte(c)
		}
	}
	return b.String(), ""
}
