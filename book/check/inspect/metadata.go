package inspect

import (
	"strings"
	"time"

	"octavo/book/language/langtag"
)

// metadata checks what the package says of the book.
func (s *session) metadata() {
	p := s.pub
	for _, need := range []string{"dc:title", "dc:language"} {
		if strings.Join(p.Values(need), "") == "" {
			s.add(epubMetadata, p.Package, p.PackageAt, "%s is missing", need)
		}
	}
	if !strings.HasPrefix(p.Version, "3") {
		return
	}
	s.values()
	modified := p.Values("dcterms:modified")
	if len(modified) != 1 {
		s.add(epubMetadata, p.Package, p.PackageAt, "dcterms:modified is given %d times, not once", len(modified))
	} else if _, err := time.Parse("2006-01-02T15:04:05Z", modified[0]); err != nil {
		s.add(epubMetadata, p.Package, p.PackageAt, "dcterms:modified is %q, not a time as 2025-11-05T12:00:00Z", clip(modified[0]))
	}
	if p.Lang == "" {
		s.add(epubLanguage, p.Package, Place{1, 1}, "the package document has no xml:lang")
	}
	s.access()
}

// values checks that no element of Dublin Core is empty, and that languages are named by
// well-formed tags.
func (s *session) values() {
	for _, m := range s.pub.Meta {
		switch {
		case !strings.HasPrefix(m.Name, "dc:"):
		case strings.TrimSpace(m.Value) == "":
			s.add(epubMetadata, s.pub.Package, m.At, "%s is empty", m.Name)
		case m.Name == "dc:language" && !langtag.Valid(m.Value):
			s.add(epubLanguageTag, s.pub.Package, m.At, "the language %q is not a tag such as en or zh-Hant", clip(m.Value))
		}
	}
}

// access checks the metadata of EPUB Accessibility 1.1, section 2.
func (s *session) access() {
	p := s.pub
	for _, name := range []string{"schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard"} {
		if len(p.Values(name)) == 0 {
			s.add(epubAccess, p.Package, p.PackageAt, "%s is missing", name)
		}
	}
	if len(p.Values("schema:accessibilitySummary")) == 0 {
		s.add(epubAccessSummary, p.Package, p.PackageAt, "schema:accessibilitySummary is missing")
	}
	for _, m := range p.Meta {
		if m.Name != "dcterms:conformsTo" || m.Refines != "" {
			continue
		}
		if strings.Contains(strings.ToLower(m.Value), "accessib") && !conformance(m.Value) {
			s.add(epubConforms, p.Package, m.At, "the claim %q is not spelt as the standard has it", clip(m.Value))
		}
		if len(p.certifiers(m.ID)) == 0 {
			s.add(epubConforms, p.Package, m.At, "a claim of conformance names no certifier, a11y:certifiedBy")
		}
	}
}

// certifiers are the names of those who evaluated the claim with the id, or the book.
func (p *Publication) certifiers(claim string) []string {
	var list []string
	for _, m := range p.Meta {
		if m.Name == "a11y:certifiedBy" && (m.Refines == "" || m.Refines == claim) {
			list = append(list, m.Value)
		}
	}
	return list
}

// conformance reports whether a claim has the form of EPUB Accessibility 1.1,
// section 2.3: "EPUB Accessibility 1.1 - WCAG 2.2 Level AA".
func conformance(s string) bool {
	rest, ok := strings.CutPrefix(s, "EPUB Accessibility 1.1 - WCAG 2.")
	if !ok || len(rest) < 1 {
		return false
	}
	switch rest[1:] {
	case " Level A", " Level AA", " Level AAA":
		return rest[0] >= '0' && rest[0] <= '2'
	}
	return false
}
