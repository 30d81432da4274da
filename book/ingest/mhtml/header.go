package mhtml

import (
	"bytes"
	"mime"
	"net/url"
	"strings"

	"octavo/book/base/pattern"
	"octavo/book/ingest/charset"
)

// A header is the fields of a mail or of a part of it, by their names in lower case. Of
// several fields of a name the first counts.
type header map[string]string

// split parts the header of data from what follows it. Lines that are no fields, as of a
// field that was folded wrongly, are taken for the rest of the field above. ok is false
// when data does not begin with a header.
func split(data []byte) (h header, body []byte, ok bool) {
	h = header{}
	name := ""
	rest := data
	for n := 0; len(rest) > 0 && n < maxHeader; {
		line, next, _ := bytes.Cut(rest, []byte("\n"))
		n += len(line) + 1
		line = bytes.TrimRight(line, "\r")
		if len(bytes.TrimSpace(line)) == 0 {
			return h, next, len(h) > 0 || len(rest) == len(data)
		}
		key, value, colon := bytes.Cut(line, []byte(":"))
		switch {
		case line[0] == ' ' || line[0] == '\t' || !colon || !isName(key):
			if name == "" {
				return nil, data, false
			}
			h[name] += " " + string(bytes.TrimSpace(line))
		default:
			name = strings.ToLower(strings.TrimSpace(string(key)))
			if _, again := h[name]; again {
				name = "again " + name // no field of such a name is asked for
			}
			h[name] = string(bytes.TrimSpace(value))
		}
		rest = next
	}
	return h, rest, len(h) > 0
}

// isName reports whether a field can have the name. RFC 5322 (2.2) has more signs, which no
// field has.
func isName(key []byte) bool {
	key = bytes.TrimRight(key, " \t")
	for _, c := range key {
		if c != '-' && c != '_' && c != '.' && (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return len(key) > 0 && len(key) < 100 // by eye: names have 30 bytes
}

// encodedWord is a word of a header in another encoding (RFC 2047). Those that follow each
// other are read as one, since some programs part them within a character.
var encodedWord = pattern.Later(`=\?([A-Za-z0-9_.:-]+)(?:\*[A-Za-z-]*)?\?([bBqQ])\?([^?]*)\?=`)

// words decodes the encoded words of a field, and bytes that are in another encoding than
// UTF-8.
func words(s string) string {
	var out strings.Builder
	var run []byte
	label, at := "", 0
	flush := func() {
		if len(run) > 0 {
			out.WriteString(charset.Decode(run, label).Text)
		}
		run = nil
	}
	for _, m := range encodedWord().FindAllStringSubmatchIndex(s, -1) {
		between := s[at:m[0]]
		set := strings.ToLower(s[m[2]:m[3]])
		if !charset.Known(set) {
			continue
		}
		if run == nil || strings.TrimSpace(between) != "" || set != label {
			flush()
			if at == 0 || strings.TrimSpace(between) != "" {
				out.WriteString(charset.Decode([]byte(between), "").Text)
			}
		}
		label, at = set, m[1]
		text := s[m[6]:m[7]]
		if strings.EqualFold(s[m[4]:m[5]], "b") {
			plain, _ := unbase64([]byte(text))
			run = append(run, plain...)
		} else {
			plain, _ := unquote([]byte(strings.ReplaceAll(text, "_", "=20")))
			run = append(run, plain...)
		}
	}
	flush()
	out.WriteString(charset.Decode([]byte(s[at:]), "").Text)
	return strings.Join(strings.Fields(out.String()), " ")
}

// parameter is a parameter of a field, whose value is in quotation marks where it has to be,
// and where it should be but is not ends at a semicolon.
var parameter = pattern.Later(`;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))`)

// typed returns the value of a field, in lower case, and its parameters. Those that were
// parted or encoded (RFC 2231) are put together.
func typed(s string) (value string, params map[string]string) {
	value, _, _ = strings.Cut(s, ";")
	value = strings.ToLower(strings.Trim(strings.TrimSpace(value), `"`))
	params = map[string]string{}
	for _, m := range parameter().FindAllStringSubmatch(s, -1) {
		name, text := strings.ToLower(m[1]), m[3]
		if m[2] != "" {
			text = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(m[2])
		}
		if _, again := params[name]; !again {
			params[name] = strings.TrimSpace(text)
		}
	}
	for name := range params {
		base, part, ok := strings.Cut(name, "*")
		if ok && (part == "" || part == "0" || part == "0*") && params[base] == "" {
			params[base] = continued(params, base)
		}
	}
	return value, params
}

// continued puts a parameter together that stands in several, "name*0*" and so on.
func continued(params map[string]string, base string) string {
	const most = 100 // parts; by eye: three have a long name
	encoded := params[base+"*"] + params[base+"*0*"]
	label, out := "", ""
	if set, rest, ok := strings.Cut(encoded, "'"); ok {
		_, rest, _ = strings.Cut(rest, "'")
		label, out = set, percent(rest)
	} else {
		out = params[base+"*0"]
	}
	for i := 1; i < most; i++ {
		n := base + "*" + string(rune('0'+i%10))
		if i >= 10 {
			n = base + "*" + string(rune('0'+i/10)) + string(rune('0'+i%10))
		}
		switch {
		case params[n+"*"] != "":
			out += percent(params[n+"*"])
		case params[n] != "":
			out += params[n]
		default:
			return charset.Decode([]byte(out), label).Text
		}
	}
	return charset.Decode([]byte(out), label).Text
}

func percent(s string) string {
	if t, err := url.PathUnescape(s); err == nil {
		return t
	}
	return s
}

// media returns the type of a part, with its parameters. One that cannot be read is plain
// text (RFC 2045, 5.2).
func media(h header) (kind string, params map[string]string) {
	kind, params = typed(h["content-type"])
	if _, _, err := mime.ParseMediaType(kind); err != nil || !strings.Contains(kind, "/") {
		kind = "text/plain"
	}
	return kind, params
}
