package epub

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"octavo/book"
	"octavo/book/language/locale"
	"octavo/book/matter"
)

// crosswalk is what the package document and a catalogue call the same thing, as
// in the Schema.org Accessibility Properties Crosswalk.
var crosswalk = map[string][]Code{
	"mode:textual":                    {{81, "10", ""}},
	"mode:visual":                     {{81, "07", ""}},
	"sufficient:textual":              {{196, "52", ""}},
	"sufficient:textual,visual":       nil,
	"hazard:none":                     {{143, "00", ""}},
	"hazard:unknown":                  {{143, "24", ""}, {143, "25", ""}, {143, "26", ""}},
	"feature:tableOfContents":         {{196, "11", ""}},
	"feature:index":                   {{196, "12", ""}},
	"feature:readingOrder":            {{196, "13", ""}},
	"feature:alternativeText":         {{196, "14", ""}},
	"feature:longDescription":         {{196, "15", ""}},
	"feature:pageBreakMarkers":        {{196, "19", ""}},
	"feature:structuralNavigation":    {{196, "29", ""}},
	"feature:ARIA":                    {{196, "30", ""}},
	"feature:displayTransformability": {{196, "36", ""}},
	"feature:pageNavigation":          {{196, "41", ""}},
}

// TestONIX holds the codes of a catalogue to the claims of the package document:
// neither says what the other does not.
func TestONIX(t *testing.T) {
	evaluations := map[string]book.Accessibility{
		"not evaluated":    {ConformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"},
		"evaluated":        {ConformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA", CertifiedBy: "Ann", Credential: "https://example.org/a", Report: "https://example.org/r"},
		"evaluated as A":   {ConformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level A", CertifiedBy: "Ann"},
		"evaluated as AAA": {ConformsTo: "EPUB Accessibility 1.1 - WCAG 2.2 Level AAA", CertifiedBy: "Ann"},
		"evaluated by 1.0": {ConformsTo: "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa", CertifiedBy: "Ann", Credential: "a seal"},
		"of another kind":  {ConformsTo: "House rules", CertifiedBy: "Ann"},
	}
	summary := regexp.MustCompile(`accessibilitySummary">(.*)</meta>`)
	for _, tt := range accessCases(t) {
		for _, pages := range []bool{false, true} {
			for name, e := range evaluations {
				b := tt.book()
				b.Accessibility = e
				p := &plan{book: b, opt: Options{Words: locale.For("en")}}
				if pages {
					p.docs = []*document{{section: &matter.Section{}, dress: sectionDresses[""]}}
					p.opt.Pages = &book.Pagination{Labels: []string{"1"}}
					p.planPages()
				}
				opf := string(packageDocument(p))
				want := []Code{{196, "00", summary.FindStringSubmatch(opf)[1]}, {196, "22", ""}}
				for _, c := range claims(opf) {
					codes, ok := crosswalk[c]
					if !ok {
						t.Fatalf("no code for %s", c)
					}
					want = append(want, codes...)
				}
				want = append(want, evaluationCodes(opf)...)
				a := AccessOf(b, pages)
				if got := a.ONIX(); !slices.Equal(sorted(got), sorted(want)) {
					t.Errorf("%s, %s, pages %t: got %v, want %v", tt.name, name, pages, got, want)
				}
			}
		}
	}
}

// evaluationCodes reads the claims of an evaluation.
func evaluationCodes(opf string) (list []Code) {
	for value, codes := range map[string][]string{
		">EPUB Accessibility 1.1 - WCAG 2.2 Level A</meta>":   {"04", "82", "84"},
		">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>":  {"04", "82", "85"},
		">EPUB Accessibility 1.1 - WCAG 2.2 Level AAA</meta>": {"04", "82", "86"},
		"#wcag-aa</meta>": {"03"},
	} {
		if strings.Contains(opf, value) {
			for _, c := range codes {
				list = append(list, Code{196, c, ""})
			}
		}
	}
	for code, pattern := range map[string]string{
		"90": `certifiedBy"[^>]*>(.*)</meta>`,
		"93": `certifierCredential"[^>]*>(http.*)</meta>`,
		"94": `certifierReport"[^>]* href="([^"]*)"`,
	} {
		if m := regexp.MustCompile(pattern).FindStringSubmatch(opf); m != nil {
			list = append(list, Code{196, code, m[1]})
		}
	}
	return list
}

func sorted(list []Code) []Code {
	return slices.SortedFunc(slices.Values(list), func(a, b Code) int {
		return (a.List-b.List)*1000 + strings.Compare(a.Code, b.Code)*10 + strings.Compare(a.Note, b.Note)
	})
}
