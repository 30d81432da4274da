package manifest

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/base/rule"
	"octavo/book/language/hyphen"
	"octavo/book/language/langtag"
	"octavo/book/language/locale"
	"octavo/book/markup/yaml"
)

func wordsShape() yaml.Shape {
	s := yaml.MapOf.Of(text)
	for _, k := range locale.Keys() {
		s.Names = append(s.Names, string(k))
	}
	return s
}

// separators are the words that stand between others, with their spaces.
var separators = map[locale.Key]bool{locale.Colon: true, locale.Comma: true, locale.Stop: true}

func (r *reader) words(v yaml.Value) {
	r.Book.Words = map[string]string{}
	at := map[string]yaml.Value{}
	for _, e := range v.Entries() {
		at[e.Key] = e.At
		word := e.Value.Line()
		if separators[locale.Key(e.Key)] { // whose spaces count
			word = strings.ReplaceAll(e.Value.Text(), "\n", " ")
		}
		if strings.TrimSpace(word) != "" { // nothing is as good as no key
			r.Book.Words[e.Key] = word
		}
	}
	r.later = append(r.later, func(lang string) {
		_, faults := locale.For(lang).With(r.Book.Words)
		for _, f := range faults {
			r.wordFault(at[f.Key], f)
		}
	})
}

func (r *reader) wordFault(at yaml.Value, f locale.Fault) {
	if f.Places >= 0 {
		at.Report(rule.WordForm.At(at.Pos(), "write %s as often: the compiler puts the name or number there", "the word %q holds %%s, for a name or a number, in %s", f.Key, book.Count(f.Places, "place")))
		return
	}
	hint := `"octavo schema" lists the words that can be changed`
	if f.Nearest != "" {
		hint = "did you mean " + f.Nearest + "?"
	}
	at.Report(rule.WordUnknown.At(at.Pos(), hint, "no word is called %q", f.Key))
}

func hyphenateShape() yaml.Shape {
	list := manyOrOne(text)
	return yaml.OneOf.Of(append(list.Items, yaml.MapOf.Of(list))...)
}

// hyphenate reads words of the book's language, or of several by their tags.
func (r *reader) hyphenate(v yaml.Value) {
	r.later = append(r.later, func(lang string) {
		r.Book.Hyphenate = map[string][]string{}
		if v.Kind() != yaml.Map {
			r.exceptions(lang, v)
			return
		}
		for _, e := range v.Entries() {
			if !langtag.Valid(e.Key) {
				e.At.Report(rule.LanguageTag.At(e.At.Pos(), `write a tag such as "en", "ko" or "zh-Hant"`, "%q is no language tag", e.Key))
				continue
			}
			r.exceptions(e.Key, e.Value)
		}
	})
}

// hyphenation reads the names of files of patterns: one for the book's language, or
// several by their tags.
func (r *reader) hyphenation(v yaml.Value) {
	r.later = append(r.later, func(lang string) {
		r.Patterns = map[string]Path{}
		if v.Kind() != yaml.Map {
			r.Patterns[lang] = Path{v.Line(), v.Pos()}
			return
		}
		for _, e := range v.Entries() {
			if !langtag.Valid(e.Key) {
				e.At.Report(rule.LanguageTag.At(e.At.Pos(), `write a tag such as "en", "ko" or "zh-Hant"`, "%q is no language tag", e.Key))
				continue
			}
			r.Patterns[e.Key] = Path{e.Value.Line(), e.Value.Pos()}
		}
	})
}

// exceptions reads the words of one language.
func (r *reader) exceptions(lang string, v yaml.Value) {
	for _, v := range many(v) {
		word := v.Line()
		if word != "" && !hyphen.IsException(word) {
			v.Report(rule.HyphenateWord.At(v.Pos(), "write one word in letters, with single hyphens where it may be divided: Kell-water", "%q is no word to divide", word))
			continue
		}
		r.Book.Hyphenate[lang] = append(r.Book.Hyphenate[lang], word)
	}
}

func rulesShape() yaml.Shape {
	s := yaml.MapOf.Of(yaml.ChoiceOf(rule.Levels()))
	s.Names = rule.Settable()
	return s
}

func (r *reader) rules(v yaml.Value) {
	r.Book.Rules = map[string]string{}
	names := rule.Settable()
	for _, e := range v.Entries() {
		if known, ok := rule.Find(book.RuleID(e.Key)); ok && known.Fixed() && !known.Lowers() {
			e.At.Report(rule.RuleFixed.At(e.At.Pos(), "delete the line", "the rule %q cannot be set: %s", e.Key, known.Why))
			continue
		}
		if !slices.Contains(names, e.Key) {
			hint := nearest.Hint(e.Key, names, `"octavo check --rules" lists them`)
			e.At.Report(rule.RuleUnknown.At(e.At.Pos(), hint, "no rule is called %q", e.Key))
			continue
		}
		levels := rule.Levels()
		if known, ok := rule.Find(book.RuleID(e.Key)); ok && known.Lowers() {
			levels = []string{string(rule.Warning), string(rule.Error)} // never off: what is lost is told
		}
		if level := yaml.Choose(e.Value, levels); level != "" {
			r.Book.Rules[e.Key] = level
		}
	}
}
