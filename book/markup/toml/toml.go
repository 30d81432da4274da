// Package toml writes TOML as YAML, which has the same values: so one package reads the
// front matter of all tools.
//
// In: TOML that nobody vouches for. Out: YAML with each key on the line that it has in the
// TOML, and its value in the same column where the key is as long: places in messages
// are those of the file. What is out of order there, such as a table that is opened twice,
// stands behind.
//
// Invariant: the time is proportional to the text, whose size and depth are bounded.
//
// The values are read by github.com/BurntSushi/toml: it is alive, has no dependencies, stands
// under the MIT licence, passes the suite of toml-test, and places its faults. It does not
// say where keys stand, which package pelletier/go-toml does in an interface that it calls
// unstable; what a file that can be read has for keys is found by a short scan here.
package toml

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"octavo/book/base/fault"
	"octavo/book/markup/yaml"
)

// Bounds on a text. The decoder does not bound nesting, and each part of a dotted key is a
// level. The bounds are generous: front matter has a few kilobytes and nests three deep.
const (
	maxBytes = 1 << 16
	maxDepth = 32
)

// A Fault is what keeps a text from being read.
type Fault struct {
	Line, Col int // from 1; 0 when it is about the whole
	Message   string
}

func (f *Fault) Error() string { return f.Message }

var errNested = &Fault{Message: "it is nested too deeply"}

// ToYAML writes src as YAML. The error is a [*Fault].
func ToYAML(src string) (string, error) {
	if len(src) > maxBytes {
		return "", &Fault{Message: fmt.Sprintf("it has %d kB; the limit is %d", len(src)>>10, maxBytes>>10)}
	}
	if deep(src) {
		return "", errNested
	}
	top, md, err := decode(src)
	if err != nil {
		return "", faultOf(err)
	}
	w := &writer{order: map[string]int{}, places: places(src), line: 1}
	for i, key := range md.Keys() {
		if path := join(key...); w.order[path] == 0 {
			w.order[path] = i + 1
		}
	}
	for _, key := range w.keys(top, "") {
		if w.col > 0 {
			w.newLine()
		}
		if err := w.entry(key, key, top[key], 0); err != nil {
			return "", err
		}
	}
	return w.String() + "\n", nil
}

func decode(src string) (top map[string]any, md toml.MetaData, err error) {
	defer fault.Library(&err)
	md, err = toml.Decode(src, &top)
	return top, md, err
}

func faultOf(err error) error {
	var pe toml.ParseError
	if errors.As(err, &pe) {
		return &Fault{pe.Position.Line, max(pe.Position.Col, 1), pe.Message}
	}
	return &Fault{Message: err.Error()}
}

// join makes one text of the parts of a key.
func join(key ...string) string { return strings.Join(key, "\x00") }

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

// A writer writes YAML: the keys of the document a line each, and what is within them in
// the flow style, which may have lines as it likes.
type writer struct {
	strings.Builder
	order  map[string]int // of keys in the file
	places map[string][]place
	line   int
	col    int // characters on the line
}

func (w *writer) put(s string) {
	w.WriteString(s)
	w.col += len([]rune(s))
}

func (w *writer) newLine() {
	w.WriteByte('\n')
	w.line, w.col = w.line+1, 0
}

// pad writes spaces up to a column, counted from 0.
func (w *writer) pad(col int) {
	if w.col < col {
		w.put(strings.Repeat(" ", col-w.col))
	}
}

// keys returns the keys of a table in the order of the file.
func (w *writer) keys(table map[string]any, path string) []string {
	keys := make([]string, 0, len(table))
	for k := range table {
		keys = append(keys, k)
	}
	at := func(k string) int { return w.order[strings.TrimPrefix(join(path, k), "\x00")] }
	slices.SortFunc(keys, func(a, b string) int {
		if d := at(a) - at(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return keys
}

// at goes to the place of a key, if that is further on. It returns the column of the value,
// from 0. Each place of a key is asked for once, the tables of an array one after another.
func (w *writer) at(path string, depth int) int {
	list := w.places[path]
	if len(list) == 0 {
		return 0
	}
	p := list[0]
	w.places[path] = list[1:]
	if w.line > p.line {
		return 0
	}
	for w.line < p.line {
		w.newLine()
	}
	if depth > 0 {
		w.pad(max(p.key, 1)) // a line within brackets is indented
	}
	return p.value
}

// entry writes a key and its value.
func (w *writer) entry(key, path string, v any, depth int) error {
	value := w.at(path, depth) // for an array of tables, the place of the first of them
	w.put(yaml.Plain(key) + ": ")
	w.pad(value)
	return w.value(v, path, depth+1)
}

// value writes a value in the flow style of YAML.
func (w *writer) value(v any, path string, depth int) error {
	if depth > maxDepth {
		return errNested
	}
	switch v := v.(type) {
	case map[string]any:
		w.put("{")
		for i, key := range w.keys(v, path) {
			w.put(separator(i))
			if err := w.entry(key, join(path, key), v[key], depth); err != nil {
				return err
			}
		}
		w.put("}")
	case []map[string]any:
		return list(w, v, path, depth)
	case []any:
		return list(w, v, path, depth)
	default:
		w.put(scalar(v))
	}
	return nil
}

func list[T any](w *writer, items []T, path string, depth int) error {
	w.put("[")
	for i, item := range items {
		w.put(separator(i))
		if _, table := any(item).(map[string]any); table && i > 0 {
			w.at(path, depth)
		}
		if err := w.value(item, path, depth+1); err != nil {
			return err
		}
	}
	w.put("]")
	return nil
}

func separator(i int) string {
	if i == 0 {
		return ""
	}
	return ", "
}

// scalar writes a scalar as YAML has it. A date of TOML need have no time, and a time no zone.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return yaml.Quote(v)
	case time.Time:
		switch v.Location().String() {
		case "date-local":
			return v.Format(time.DateOnly)
		case "datetime-local":
			return v.Format("2006-01-02T15:04:05")
		case "time-local":
			return yaml.Quote(v.Format(time.TimeOnly))
		}
		return v.Format(time.RFC3339)
	}
	return fmt.Sprint(v)
}
