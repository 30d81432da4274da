package locale

import (
	"slices"
	"strings"

	"octavo/book"
	"octavo/book/base/nearest"
	"octavo/book/language/langdata"
)

// A Key names a word. Its text is what a publisher writes under "words" in
// book.yaml; keys are never renamed.
type Key string

// The keys, with the English word of each.
const (
	Contents         Key = "contents"         // Contents
	EditorsNote      Key = "editors-note"     // Editor’s note
	Foreword         Key = "foreword"         // Foreword
	Contributors     Key = "contributors"     // Contributors
	PictureCredits   Key = "picture-credits"  // Picture credits
	ListOfFigures    Key = "list-of-figures"  // Figures
	Index            Key = "index"            // Index
	Cover            Key = "cover"            // Cover
	CoverOf          Key = "cover-of"         // Cover of %s
	HalfTitle        Key = "half-title"       // Half title
	TitlePage        Key = "title-page"       // Title page
	Imprint          Key = "imprint"          // Imprint
	By               Key = "by"               // By %s
	EditedBy         Key = "edited-by"        // Edited by %s
	TranslatedBy     Key = "translated-by"    // Translated by %s
	IllustratedBy    Key = "illustrated-by"   // Illustrated by %s
	PhotographsBy    Key = "photographs-by"   // Photographs by %s
	Translation      Key = "translation"      // Translation, above those who translated
	Illustrations    Key = "illustrations"    // Illustrations, above those who drew them
	Photographs      Key = "photographs"      // Photographs, above those who took them
	ForewordBy       Key = "foreword-by"      // Foreword by %s
	IntroductionBy   Key = "introduction-by"  // Introduction by %s
	AfterwordBy      Key = "afterword-by"     // Afterword by %s
	CompiledBy       Key = "compiled-by"      // Compiled by %s
	DesignedBy       Key = "designed-by"      // Designed by %s
	CoverBy          Key = "cover-by"         // Cover by %s
	ContributionsBy  Key = "contributions-by" // With contributions by %s
	PublishedBy      Key = "published-by"     // Published by %s
	FirstPublished   Key = "first-published"  // First published
	Updated          Key = "updated"          // Updated
	Photo            Key = "photo"            // Photo
	Illustration     Key = "illustration"     // Illustration
	Map              Key = "map"              // Map
	Chart            Key = "chart"            // Chart
	Colon            Key = "colon"            // what stands after a label such as Photo
	Comma            Key = "comma"            // what stands between publisher and place
	Stop             Key = "stop"             // what stands between a name and a bio
	Note             Key = "note"             // Note %s
	BackToCall       Key = "back-to-call"     // Back to note %s in the text
	PartNumber       Key = "part-number"      // Part %s
	PageNumber       Key = "page-number"      // Page %s
	Continued        Key = "continued"        // continued
	SeriesNumber     Key = "series-number"    // %s, number %s
	ISBN             Key = "isbn"             // ISBN %s
	MadeWith         Key = "made-with"        // This book was made with %s.
	SetIn            Key = "set-in"           // The text is set in %s.
	Landmarks        Key = "landmarks"        // Landmarks
	Pages            Key = "pages"            // Pages
	BeginReading     Key = "begin-reading"    // Begin reading
	Dedication       Key = "dedication"       // Dedication
	Epigraph         Key = "epigraph"         // Epigraph
	Acknowledgements Key = "acknowledgements" // Acknowledgements
	Afterword        Key = "afterword"        // Afterword

	AdmonitionNote      Key = "admonition-note"      // Note
	AdmonitionTip       Key = "admonition-tip"       // Tip
	AdmonitionImportant Key = "admonition-important" // Important
	AdmonitionWarning   Key = "admonition-warning"   // Warning
	AdmonitionCaution   Key = "admonition-caution"   // Caution
	AdmonitionExample   Key = "admonition-example"   // Example
	AdmonitionQuestion  Key = "admonition-question"  // Question
	AdmonitionAbstract  Key = "admonition-abstract"  // Abstract

	AccessReflowable        Key = "access-reflowable" // the sentences of the summary of accessibility
	AccessStructure         Key = "access-structure"
	AccessImagesDescribed   Key = "access-images-described"
	AccessImagesUndescribed Key = "access-images-undescribed"
	AccessNoImages          Key = "access-no-images"
	AccessPageList          Key = "access-page-list"
)

// admonitions are the words for the kinds of asides.
var admonitions = map[book.Kind]Key{
	book.KindNote:      AdmonitionNote,
	book.KindTip:       AdmonitionTip,
	book.KindImportant: AdmonitionImportant,
	book.KindWarning:   AdmonitionWarning,
	book.KindCaution:   AdmonitionCaution,
	book.KindExample:   AdmonitionExample,
	book.KindQuestion:  AdmonitionQuestion,
	book.KindAbstract:  AdmonitionAbstract,
}

// sorts are the words for what pictures are.
var sorts = map[book.Sort]Key{book.PhotoSort: Photo, book.DrawingSort: Illustration, book.MapSort: Map, book.ChartSort: Chart}

// roles are the words for MARC relator codes.
var roles = map[string]Key{
	"aut": By,
	"edt": EditedBy,
	"trl": TranslatedBy,
	"ill": IllustratedBy,
	"art": IllustratedBy,
	"pht": PhotographsBy,
	"wfw": ForewordBy,
	"aui": IntroductionBy,
	"win": IntroductionBy,
	"aft": AfterwordBy,
	"waw": AfterwordBy,
	"com": CompiledBy,
	"bkd": DesignedBy,
	"dsr": DesignedBy,
	"cov": CoverBy,
	"ctb": ContributionsBy,
	"pbl": PublishedBy,
}

// Keys returns all keys, sorted.
func Keys() []Key {
	var list []Key
	for k := range langdata.For("en").Words {
		list = append(list, Key(k))
	}
	slices.Sort(list)
	return list
}

func nearestKey(key string) string {
	var known []string
	for _, k := range Keys() {
		known = append(known, string(k))
	}
	return nearest.Name(key, known)
}

func sortFaults(faults []Fault) {
	slices.SortFunc(faults, func(a, b Fault) int { return strings.Compare(a.Key, b.Key) })
}
