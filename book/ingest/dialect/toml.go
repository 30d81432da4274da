package dialect

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"octavo/book/markup/yaml"
)

// Bounds on front matter in TOML. The decoder does not bound nesting, and each part of a
// dotted key is a level. The bounds are generous: front matter has a few kilobytes and
// nests three deep.
const (
	maxTOML  = 1 << 16 // bytes
	maxDepth = 32
)

var errNested = errors.New("it is nested too deeply")

// toYAML writes front matter in TOML as YAML, which has the same values: one
// line a key, in the order of the file. The error says in one line why the front matter
// cannot be read.
func toYAML(src string) (string, error) {
	if len(src) > maxTOML {
		return "", fmt.Errorf("it has %d kB; the limit is %d", len(src)>>10, maxTOML>>10)
	}
	if deep(src) {
		return "", errNested
	}
	var top map[string]any
	md, err := toml.Decode(src, &top)
	if err != nil {
		var pe toml.ParseError
		if errors.As(err, &pe) {
			return "", fmt.Errorf("line %d: %s", pe.Position.Line+1, pe.Message) // below the fence
		}
		return "", err
	}
	order := map[string]int{}
	for i, key := range md.Keys() {
		if path := strings.Join(key, "\x00"); order[path] == 0 {
			order[path] = i + 1
		}
	}
	var b strings.Builder
	for _, key := range keysOf(top, "", order) {
		b.WriteString(yaml.Quote(key) + ": ")
		if err := flow(&b, top[key], key, order, 1); err != nil {
			return "", err
		}
		b.WriteByte('\n')
	}
	return b.String(), nil
}

// deep reports whether a line has so many brackets or dots that values could
// be nested deeper than front matter is.
func deep(src string) bool {
	open := 0
	for line := range strings.Lines(src) {
		key, _, _ := strings.Cut(line, "=")
		if strings.Count(key, ".") > maxDepth && !strings.ContainsAny(key, `"'`) {
			return true
		}
		for _, c := range []byte(line) {
			switch c {
			case '[', '{':
				open++
			case ']', '}':
				open = max(open-1, 0)
			}
		}
		if open > 8*maxDepth { // brackets in texts count too, and may stay open
			return true
		}
	}
	return false
}

// keysOf returns the keys of a table in the order of the file.
func keysOf(table map[string]any, path string, order map[string]int) []string {
	keys := make([]string, 0, len(table))
	for k := range table {
		keys = append(keys, k)
	}
	at := func(k string) int { return order[strings.TrimPrefix(path+"\x00"+k, "\x00")] }
	slices.SortFunc(keys, func(a, b string) int {
		if d := at(a) - at(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return keys
}

// flow writes a value in the flow style of YAML.
func flow(b *strings.Builder, v any, path string, order map[string]int, depth int) error {
	if depth > maxDepth {
		return errNested
	}
	switch v := v.(type) {
	case map[string]any:
		b.WriteByte('{')
		for i, key := range keysOf(v, path, order) {
			b.WriteString(separator(i) + yaml.Quote(key) + ": ")
			if err := flow(b, v[key], path+"\x00"+key, order, depth+1); err != nil {
				return err
			}
		}
		b.WriteByte('}')
	case []map[string]any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = v[i]
		}
		return flow(b, list, path, order, depth)
	case []any:
		b.WriteByte('[')
		for i, item := range v {
			b.WriteString(separator(i))
			if err := flow(b, item, path, order, depth+1); err != nil {
				return err
			}
		}
		b.WriteByte(']')
	default:
		b.WriteString(yaml.Quote(scalarText(v)))
	}
	return nil
}

func separator(i int) string {
	if i == 0 {
		return ""
	}
	return ", "
}

// scalarText returns a scalar as a person would write it. A date of TOML need
// have no time, and a time no zone.
func scalarText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return v.Format(time.DateOnly)
		case "datetime-local":
			return v.Format("2006-01-02T15:04:05")
		case "time-local":
			return v.Format(time.TimeOnly)
		}
		return v.Format(time.RFC3339)
	}
	return fmt.Sprint(v)
}
