package epub

import (
	"strings"

	"octavo/book/base/address"
	"octavo/book/base/pattern"
)

// A Code is a value of a code list of ONIX for Books, with the text that goes
// with it, if any.
type Code struct {
	List int    `json:"list"` // 81, 143 or 196
	Code string `json:"code"`
	Note string `json:"note,omitempty"`
}

// The code lists that tell of accessibility.
const (
	contentTypes  = 81  // of ProductContentType and PrimaryContentType
	hazards       = 143 // of ProductFormFeature of type 12
	accessibility = 196 // of ProductFormFeature of type 09
)

// onixFeatures are the codes of list 196 for the terms of a package document
// (Schema.org Accessibility Properties Crosswalk; EDItEUR, List 196).
var onixFeatures = map[string]string{
	"tableOfContents":         "11",
	"index":                   "12",
	"readingOrder":            "13",
	"alternativeText":         "14",
	"MathML":                  "17",
	"longDescription":         "15",
	"pageBreakMarkers":        "19",
	"structuralNavigation":    "29",
	"ARIA":                    "30",
	"displayTransformability": "36",
	"pageNavigation":          "41",
}

// languageTagged says that the language of the text and its changes are marked. A package
// document has no term for that.
const languageTagged = "22"

// withoutSight says that all content can be read aloud or in braille.
const withoutSight = "52"

// ONIX returns a as codes for a catalogue, in the order of lists and of what the
// package document says.
func (a *Access) ONIX() []Code {
	list := []Code{{contentTypes, "10", ""}}
	if a.Images {
		list = append(list, Code{contentTypes, "07", ""})
	}
	if a.hazard() == "none" {
		list = append(list, Code{hazards, "00", ""})
	} else {
		list = append(list, Code{hazards, "24", ""}, Code{hazards, "25", ""}, Code{hazards, "26", ""})
	}
	list = append(list, Code{accessibility, "00", a.Summary})
	for _, f := range a.features() {
		list = append(list, Code{accessibility, onixFeatures[f], ""})
	}
	list = append(list, Code{accessibility, languageTagged, ""})
	if a.sufficient() == "textual" {
		list = append(list, Code{accessibility, withoutSight, ""})
	}
	return append(list, a.onixEvaluation()...)
}

// conformance matches the names of a conformance, that of EPUB Accessibility 1.1
// and the address that 1.0 gave it.
var conformance = pattern.Later(`^EPUB Accessibility 1\.[01] - WCAG (2\.[012]) Level (A|AA|AAA)$|^https?://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-(a|aa)$`)

// The codes of standards in list 196.
var (
	onixWCAG   = map[string]string{"2.0": "80", "2.1": "81", "2.2": "82"}
	onixLevels = map[string]string{"A": "84", "AA": "85", "AAA": "86"}
	onixOld    = map[string]string{"a": "02", "aa": "03"}
)

// onixEvaluation returns the codes of an evaluation that somebody stands behind.
func (a *Access) onixEvaluation() (list []Code) {
	e := a.Evaluation
	if !evaluated(e) {
		return nil
	}
	if m := conformance().FindStringSubmatch(e.ConformsTo); m != nil {
		if m[3] != "" {
			list = append(list, Code{accessibility, onixOld[m[3]], ""})
		} else {
			if strings.Contains(e.ConformsTo, "1.1 - ") {
				list = append(list, Code{accessibility, "04", ""})
			}
			list = append(list, Code{accessibility, onixWCAG[m[1]], ""}, Code{accessibility, onixLevels[m[2]], ""})
		}
	}
	list = append(list, Code{accessibility, "90", e.CertifiedBy})
	if href := address.Href(e.Credential); href != "" {
		list = append(list, Code{accessibility, "93", href})
	}
	if href := address.Href(e.Report); href != "" {
		list = append(list, Code{accessibility, "94", href})
	}
	return list
}
