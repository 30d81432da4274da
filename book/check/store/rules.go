package store

import "octavo/book"

const (
	warning = book.Warning
	failure = book.Error
)

// Sources that several rules share.
const (
	kdpCover  = "KDP help G6GTK3T3NUHKLEFX and GPST5EKFJ6MX5UPK"
	kdpImage  = "KDP help G75V4YX5X8GRGXWV"
	kdpHTML   = "KDP help GP2Z9DD4F2N4QKCY"
	kdpTOC    = "KDP help GY3AD8C6C6GAG42N"
	kindle    = "Kindle Publishing Guidelines 2019.2, section 5.2, in copies"
	assets    = "Apple Books Asset Guide 5.3"
	koboSpec  = "kobolabs/epub-spec"
	playEPUB  = "Google Play partner help 3316879, in a copy"
	playFiles = "Google Play partner help 3424254"
	bn2011    = "values of 2011 on pages of others; today's are not known"
	kdpPaper  = "KDP help G201857950"
	kdpBound  = "KDP gutter pages by others"
)

func anyRules() []Rule {
	return []Rule{
		{"any", 1, "any-isbn", failure, Vendor, "ISBN Users' Manual, section 4", "an ISBN with a wrong check digit is refused", anyISBN, nil},
		{"any", 2, "any-language-first", warning, Vendor, "edrlab/thorium-reader#3519", "readers take the first language for the book's", anyLanguage, nil},
		{"any", 3, "any-script", failure, Vendor, "Kindle, Kobo and Google strip or refuse them", "scripts and forms do not work in most readers", anyScript, nil},
		{"any", 4, "any-link-scheme", warning, Secondary, "jgm/pandoc#7100", "an address without a scheme has crashed Kindle Previewer", anyScheme, nil},
		{"any", 5, "any-cover", failure, Vendor, koboSpec + ", and " + assets, "a shop window needs a cover, and old readers know it by the meta element", anyCover, nil},
		{"any", 6, "any-cover-page", warning, Vendor, koboSpec, "the page of the cover holds the cover alone", anyCoverPage, nil},
		{"any", 7, "any-ncx", warning, Vendor, "NOOK formatting guidelines; Kindle takes either", "old readers know the NCX, new ones the navigation document", anyNCX, nil},
		{"any", 8, "any-toc-target", warning, Vendor, "electric-book, output/epub-output", "two lines of an NCX with one target confuse readers", anyTargets, nil},
		{"any", 9, "any-toc-title", warning, Secondary, "w3c/epubcheck#175", "Kindle Previewer mixes up lines of one title", anyTitles, nil},
	}
}

func kdpRules() []Rule {
	return []Rule{
		{"kdp", 1, "kdp-cover-pixels", failure, Vendor, kdpCover, "a cover has 625 × 1000 to 10,000 × 10,000 pixels", coverPixels(625, 1000, 10_000), nil},
		{"kdp", 2, "kdp-cover-ideal", warning, Vendor, kdpCover, "the ideal cover has 1600 × 2560 pixels, a ratio of 1.6", cover(kdpIdeal), nil},
		{"kdp", 3, "kdp-cover-format", warning, Secondary, "KDP cover pages by others", "the cover that is uploaded is a JPEG or TIFF", coverFormat("jpeg", "tiff"), nil},
		{"kdp", 4, "kdp-cover-rgb", failure, Vendor, kdpCover, "the cover is in RGB", cover(rgb), nil},
		{"kdp", 5, "kdp-cover-size", failure, Vendor, kdpCover, "the cover has 50 MB at most", coverSize(50e6), nil},
		{"kdp", 6, "kdp-toc-page", warning, Vendor, kdpTOC, "readers reach a page of contents, by the landmarks or the guide", kdpContents, nil},
		{"kdp", 7, "kdp-toc-table", failure, Vendor, kdpTOC, "the page of contents is a list of links, not a table", kdpContentsTable, nil},
		{"kdp", 8, "kdp-toc-depth", warning, Vendor, kindle, "the contents have two levels at most", tocDepth(2), nil},
		{"kdp", 9, "kdp-image-format", failure, Vendor, kdpImage, "pictures are JPEG, PNG or GIF", imageFormats("jpeg", "png", "gif", "svg"), nil},
		{"kdp", 10, "kdp-image-svg", warning, Vendor, kdpImage, "Enhanced Typesetting does without drawings in SVG", kdpSVG, nil},
		{"kdp", 11, "kdp-image-alpha", warning, Vendor, kdpImage, "pictures are not transparent", imageAlpha, nil},
		{"kdp", 12, "kdp-image-cmyk", failure, Vendor, kdpImage, "pictures are in RGB or grey", imageRGB, nil},
		{"kdp", 13, "kdp-image-size", warning, Secondary, "a page of 2014", "a picture has 5 MB at most", imageSize(5e6), nil},
		{"kdp", 14, "kdp-alt-length", warning, Vendor, kdpImage, "an alternative text has fewer than 140 letters", kdpAlt, nil},
		{"kdp", 15, "kdp-nested-p", failure, Vendor, kdpHTML, "a paragraph does not hold another one", kdpNested, nil},
		{"kdp", 16, "kdp-negative-margin", warning, Vendor, kdpHTML, "text with a negative margin can leave the screen", kdpMargin, nil},
		{"kdp", 17, "kdp-body-font", warning, Vendor, "an older copy of the Kindle guidelines", "readers choose the font of the body", kdpFont, nil},
		{"kdp", 18, "kdp-body-colour", failure, Vendor, "an older copy of the Kindle guidelines", "readers choose the colours of the body", kdpColour, nil},
		{"kdp", 19, "kdp-mathml", warning, Believed, "not verified", "formulas in MathML may be lost", kdpMath, nil},
		{"kdp", 20, "kdp-pages", warning, Secondary, kdpBound, "a paperback has 828 pages at most", nil, printPages(0)},
	}
}

func appleRules() []Rule {
	return []Rule{
		{"apple", 1, "apple-version", failure, Vendor, assets, "only EPUB 3 is taken", appleVersion, nil},
		{"apple", 2, "apple-size", failure, Vendor, assets, "a book has 2 GB at most", fileSize(2e9), nil},
		{"apple", 3, "apple-size-ideal", warning, Vendor, assets, "a book had better have less than 1 GB", fileSize(1e9), nil},
		{"apple", 4, "apple-image-pixels", failure, Vendor, assets, "a picture within the book has 4 million pixels at most", imagePixels(4_000_000), nil},
		{"apple", 5, "apple-cover-rgb", failure, Vendor, assets, "the cover is in RGB", cover(rgb), nil},
		{"apple", 6, "apple-cover-pixels", warning, Believed, "gutenbergtools/ebookmaker#237", "the short side of a cover has 1400 pixels or more", coverPixels(1400, 1400, 0), nil},
		{"apple", 7, "apple-page-list", warning, Vendor, "Apple Books help itc79e03bdec", "page numbers come from the list of pages", applePages, nil},
		{"apple", 8, "apple-image-alpha", warning, Vendor, "Apple Books help itc79e03bdec", "dark ink without a ground vanishes at night", imageAlpha, nil},
		{"apple", 9, "apple-specified-fonts", warning, Secondary, "ofou/graham-essays#27", "fonts are forced only when the book brings them", appleFonts, nil},
	}
}

func koboRules() []Rule {
	return []Rule{
		{"kobo", 1, "kobo-document-size", failure, Vendor, koboSpec, "a document with its pictures has 10 MB at most", koboDocuments, nil},
		{"kobo", 2, "kobo-size", warning, Vendor, koboSpec, "a book has 1 GB at most", fileSize(1e9), nil},
		{"kobo", 3, "kobo-isbn", warning, Vendor, koboSpec, "the ISBN is an identifier or the name of the file", koboISBN, nil},
		{"kobo", 4, "kobo-cover-format", failure, Vendor, koboSpec, "a cover is no GIF", coverFormat("jpeg", "png", "webp", "svg"), nil},
		{"kobo", 5, "kobo-cover-ratio", warning, Vendor, koboSpec, "a cover is upright, about 3:4", cover(koboRatio), nil},
		{"kobo", 6, "kobo-cover-img", failure, Vendor, koboSpec, "the cover is an img, not a background", koboCover, nil},
		{"kobo", 7, "kobo-font-format", failure, Vendor, koboSpec, "fonts are TTF, OTF or WOFF", koboFonts, nil},
		{"kobo", 8, "kobo-image-width", warning, Vendor, koboSpec, "pictures are sized in per cent", koboWidths, nil},
		{"kobo", 9, "kobo-page-margin", warning, Vendor, koboSpec, "readers choose the margins of the page", koboMargins, nil},
		{"kobo", 10, "kobo-table-columns", warning, Vendor, koboSpec, "a table has four columns at most, or is tried out", koboTables, nil},
		{"kobo", 11, "kobo-toc-depth", failure, Vendor, koboSpec, "the contents have three levels at most", tocDepth(3), nil},
		{"kobo", 12, "kobo-notes", warning, Vendor, koboSpec, "a note says that it is one, and pops up", koboNotes, nil},
	}
}

func googleRules() []Rule {
	return []Rule{
		{"google", 1, "google-version", warning, Vendor, playEPUB, "EPUB 3.3 is preferred", appleVersion, nil},
		{"google", 2, "google-image-format", failure, Vendor, playEPUB, "pictures are GIF, JPEG, PNG or SVG", imageFormats("gif", "jpeg", "png", "svg"), nil},
		{"google", 3, "google-svg-size", failure, Vendor, playEPUB, "a drawing is 3200 × 3200 at most", googleSVG, nil},
		{"google", 4, "google-size", failure, Vendor, playFiles, "a book has 2 GB at most", fileSize(2e9), pdfSize(2e9)},
		{"google", 5, "google-pages", warning, Vendor, playFiles, "a book has four pages or more", googlePages, googlePDFPages},
		{"google", 6, "google-cover-pixels", failure, Vendor, playFiles, "a side of the cover has 640 to 7200 pixels", coverPixels(640, 640, 7200), nil},
		{"google", 7, "google-file-name", warning, Vendor, playFiles, "the file is named by its ISBN", googleName, nil},
		{"google", 8, "google-pdf-outline", warning, Vendor, playFiles, "the bookmarks of a PDF become its contents", nil, googleOutline},
		{"google", 9, "google-pdf-password", failure, Vendor, playFiles, "a PDF has no password", nil, notEncrypted},
	}
}

func bnRules() []Rule {
	return []Rule{
		{"bn", 1, "bn-ncx", failure, Vendor, "NOOK formatting guidelines", "an NCX is there", anyNCX, nil},
		{"bn", 2, "bn-cover-pixels", warning, Secondary, bn2011, "a side of the cover has 750 to 2000 pixels", coverPixels(750, 750, 2000), nil},
		{"bn", 3, "bn-cover-size", warning, Secondary, bn2011, "the cover has 2 MB at most", coverSize(2e6), nil},
	}
}

func printRules() []Rule {
	return []Rule{
		{"kdp-print", 1, "kdp-print-fonts", failure, Vendor, kdpPaper, "all fonts are embedded", nil, printFonts},
		{"kdp-print", 2, "kdp-print-password", failure, Vendor, kdpPaper, "a PDF has no password", nil, notEncrypted},
		{"kdp-print", 3, "kdp-print-bookmarks", warning, Vendor, kdpPaper, "a PDF for print has no bookmarks", nil, printBookmarks},
		{"kdp-print", 4, "kdp-print-annotations", warning, Vendor, kdpPaper, "a PDF for print has no links or comments", nil, printAnnotations},
		{"kdp-print", 5, "kdp-print-page-size", warning, Secondary, "KDP trim pages by others", "all pages are of one size", nil, printSizes},
		{"kdp-print", 6, "kdp-print-pages", warning, Secondary, kdpBound, "a paperback has 24 to 828 pages", nil, printPages(24)},
	}
}
