package langdata

import "strings"

// Canonical returns a tag in the form by which drawers are found: in lower case. A tag of
// Chinese is brought to its script, "zh-hans" or "zh-hant": books differ by script, and
// tags mostly state a country.
func Canonical(lang string) string {
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(lang, "_", "-")), "-")
	if parts[0] != "zh" && parts[0] != "yue" {
		return strings.Join(parts, "-")
	}
	for _, p := range parts[1:] {
		switch p {
		case "hant", "tw", "hk", "mo":
			return "zh-hant"
		case "hans", "cn", "sg", "my":
			return "zh-hans"
		}
	}
	if parts[0] == "yue" {
		return "zh-hant"
	}
	return "zh-hans"
}

// Parent returns a tag without its last part.
func Parent(tag string) string {
	i := strings.LastIndexByte(tag, '-')
	return tag[:max(i, 0)]
}
